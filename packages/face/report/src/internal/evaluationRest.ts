/** The end of the page: which facts counted, where the rules' numbers come from, how to appeal. */
import { FactTally } from "@wangge/evaluation"
import { Provenance } from "@wangge/facts"
import * as NumberText from "../NumberText.ts"
import { dayText } from "./evaluationText.ts"
import type { View } from "./evaluationView.ts"
import { el, type Markup } from "./markup.ts"
import { ruleNumbers } from "./ruleNumbers.ts"
import { say } from "./say.ts"
import { folded, table } from "./table.ts"
import { sections } from "./wordsOfEvaluation.ts"
import { kinds } from "./wordsOfTables.ts"
import { closing as words } from "./wordsOfUnitScore.ts"

/** How many facts counted, in a sentence. */
export const tallyText = ({ dossier, lang }: View): string => {
  const { given, counted } = dossier.result.facts
  return say(lang, words.tally, {
    given: NumberText.count(given, lang),
    counted: NumberText.count(counted, lang),
    left: NumberText.count(given - counted, lang)
  })
}

/** Why facts did not count: reason and number. */
export const tallyRows = ({ dossier, lang }: View): ReadonlyArray<ReadonlyArray<string>> =>
  dossier.result.facts.excluded.map(({ reason, count }) => [
    FactTally.labels[reason][lang],
    NumberText.count(count, lang)
  ])

/** Whom to appeal to and until which day. */
export const appealText = ({ dossier, lang }: View): string => {
  const { path, untilSec } = dossier.result.appeal
  return say(lang, words.appeal, { path: path[lang], until: dayText(untilSec - 1) })
}

/** Which facts counted. */
export const factSection = (view: View): Markup => {
  const { lang } = view
  const rows = tallyRows(view)
  return el(
    "section",
    { id: `facts-${lang}` },
    el("h2", {}, say(lang, sections.facts)),
    el("p", {}, tallyText(view)),
    rows.length === 0
      ? null
      : table({
          caption: say(lang, words.tallyTable),
          columns: [
            { head: say(lang, words.reason) },
            { head: say(lang, words.count), isNumber: true }
          ],
          rows
        })
  )
}

/** The rules: their note, and every number with its provenance. */
export const ruleSection = ({ dossier, lang }: View): Markup => {
  const { rules } = dossier.compiled
  return el(
    "section",
    { id: `rules-${lang}` },
    el("h2", {}, say(lang, sections.rules)),
    el("p", {}, rules.note[lang]),
    folded(
      say(lang, words.rulesTable),
      table({
        caption: "",
        columns: [
          { head: say(lang, words.place) },
          { head: say(lang, words.value), isNumber: true },
          { head: say(lang, words.provenance) }
        ],
        rows: ruleNumbers(rules).map(({ path, label, number }) => {
          const { kind } = number.provenance
          return [
            [label[lang], el("code", { class: "id" }, path)],
            number.value,
            `${kinds[kind].sign} ${kinds[kind][lang]}: ${Provenance.describe(number.provenance)}`
          ]
        })
      })
    )
  )
}

/** How to appeal. */
export const appealSection = (view: View): Markup =>
  el(
    "section",
    { id: `appeal-${view.lang}` },
    el("h2", {}, say(view.lang, sections.appeal)),
    el("p", { class: "lead" }, appealText(view)),
    el("p", {}, say(view.lang, words.decision))
  )
