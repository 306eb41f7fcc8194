/**
 * The headline: eight figures, each with its interval in a sentence that needs no statistics to
 * read. A figure that mostly repeats an assumption says so.
 */
import type { Outcome, Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { el, type Markup } from "./markup.ts"
import { find, meanOf, points, rangeWords } from "./outcomes.ts"
import { say } from "./say.ts"
import { sections, headline as words } from "./wordsOfPage.ts"

type Lang = NumberText.Language
type Words = { readonly en: string; readonly zh: string }

/** One headline figure: its outcome, its words, and how its value reads. */
interface Card {
  readonly id: Outcome.Id
  readonly title: Words
  readonly sentence: Words
  /** The large figure. */
  readonly figure: (value: number) => string
  /** The value inside the sentence and its interval's ends. */
  readonly inWords: (value: number) => string
  readonly inRange: (value: number) => string
  /** Further places of the sentence. */
  readonly values: Readonly<Record<string, string>>
}

/** The section of headline figures. */
export const headlineSection = (study: Study.Study, lang: Lang): Markup =>
  el(
    "section",
    { id: `headline-${lang}`, class: "headline" },
    el("h2", {}, say(lang, sections.headline)),
    el(
      "div",
      { class: "cards" },
      [...caseCards(study, lang), ...peopleCards(study, lang)].map((card) =>
        cardOf(study, card, lang)
      )
    )
  )

const cardOf = (study: Study.Study, card: Card, lang: Lang): Markup => {
  const outcome = find(study, card.id)
  const mean = outcome?.mean
  const isKnown = outcome !== null && NumberText.isNumber(mean)
  return el(
    "article",
    { class: "card" },
    el("h3", {}, say(lang, card.title)),
    el("p", { class: "figure" }, isKnown ? card.figure(mean) : NumberText.none(lang)),
    el(
      "p",
      {},
      isKnown
        ? say(lang, card.sentence, {
            ...card.values,
            value: card.inWords(mean),
            range: rangeWords(outcome, card.inRange, lang)
          })
        : say(lang, words.nothing)
    ),
    outcome?.inputDetermined === true
      ? el(
          "p",
          { class: "mark" },
          el("a", { href: `#decides-${lang}` }, `◆ ${say(lang, words.mark)}`)
        )
      : null
  )
}

/** Figures of a share: percent in large, so many of 100 in the sentence. */
const shareTexts = (lang: Lang) => ({
  figure: (value: number) => NumberText.share(value, lang),
  inWords: (value: number) => NumberText.perHundred(value, lang),
  inRange: (value: number) => NumberText.decimal(value * 100, 1, lang)
})

const caseCards = (study: Study.Study, lang: Lang): ReadonlyArray<Card> => {
  const countText = (value: number | null) => NumberText.count(value, lang)
  const hours = (value: number | null) => NumberText.duration(value, lang)
  const raised = meanOf(study, "casesRaised")
  const onTime = meanOf(study, "onTimeShare")
  const worst = meanOf(study, "onTimeShareWorstTenth")
  return [
    {
      id: "casesRaised",
      title: words.raised,
      sentence: words.raisedWords,
      figure: countText,
      inWords: countText,
      inRange: countText,
      values: {
        perDay: countText(raised === null ? null : raised / study.scenario.calendar.days),
        closed: countText(meanOf(study, "casesClosed")),
        open: countText(meanOf(study, "casesOpen"))
      }
    },
    {
      id: "onTimeShare",
      title: words.onTime,
      sentence: words.onTimeWords,
      ...shareTexts(lang),
      values: {}
    },
    {
      id: "onTimeShareWorstTenth",
      title: words.worst,
      sentence: words.worstWords,
      ...shareTexts(lang),
      values: { gap: points(onTime === null || worst === null ? null : onTime - worst, lang) }
    },
    {
      id: "hoursToCloseMedian",
      title: words.time,
      sentence: words.timeWords,
      figure: hours,
      inWords: hours,
      inRange: (value) =>
        NumberText.duration(value, lang, find(study, "hoursToCloseMedian")?.halfWidth),
      values: {
        p90: hours(meanOf(study, "hoursToCloseP90")),
        resolve: hours(meanOf(study, "hoursToResolveMedian"))
      }
    }
  ]
}

const peopleCards = (study: Study.Study, lang: Lang): ReadonlyArray<Card> => {
  const perHundred = (id: Outcome.Id) => NumberText.perHundred(meanOf(study, id), lang)
  const ofShare = (id: Outcome.Id, title: Words, sentence: Words): Card => ({
    id,
    title,
    sentence,
    ...shareTexts(lang),
    values: {
      cases: perHundred("useOfTimeCases"),
      duties: perHundred("useOfTimeDuties"),
      patrols: perHundred("patrolCover")
    }
  })
  return [
    ofShare("useOfTime", words.use, words.useWords),
    ofShare("satisfaction", words.satisfaction, words.satisfactionWords),
    ofShare("foundBeforeComplaint", words.found, words.foundWords),
    ofShare("visitCover", words.visits, words.visitsWords)
  ]
}
