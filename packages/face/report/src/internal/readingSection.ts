/** Notes on the run, how to read intervals and marks, and what the model leaves out. */
import type { Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { el, join, type Markup } from "./markup.ts"
import { say } from "./say.ts"
import { sections } from "./wordsOfPage.ts"
import { howTo, notYet, onPurpose, reading as words } from "./wordsOfReading.ts"

type Lang = NumberText.Language

/** The two closing sections. */
export const readingSections = (study: Study.Study, lang: Lang): Markup => {
  const values = {
    replications: NumberText.count(study.replications, lang),
    confidence: NumberText.share(study.confidence, lang, 0)
  }
  return join(
    el(
      "section",
      { id: `reading-${lang}` },
      el("h2", {}, say(lang, sections.reading)),
      el("h3", {}, say(lang, words.notes)),
      study.notes.length === 0
        ? el("p", {}, say(lang, words.noNotes))
        : list(study.notes.map((note) => note[lang])),
      el("h3", {}, say(lang, words.intervals)),
      list(howTo.map((entry) => say(lang, entry, values)))
    ),
    el(
      "section",
      { id: `missing-${lang}` },
      el("h2", {}, say(lang, sections.missing)),
      el("h3", {}, say(lang, words.onPurpose)),
      list(onPurpose.map((entry) => say(lang, entry))),
      el("h3", {}, say(lang, words.notYet)),
      list(notYet.map((entry) => say(lang, entry)))
    )
  )
}

const list = (sentences: ReadonlyArray<string>): Markup =>
  el(
    "ul",
    {},
    sentences.map((sentence) => el("li", {}, sentence))
  )
