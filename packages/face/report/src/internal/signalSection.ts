/** Signals of gaming: where to inspect, with the matters to look at. They change no score. */
import { MultipleTesting, Signal, SignalRules } from "@wangge/evaluation"
import * as NumberText from "../NumberText.ts"
import { percent } from "./evaluationText.ts"
import type { View } from "./evaluationView.ts"
import { el, type Markup } from "./markup.ts"
import { say } from "./say.ts"
import { folded, table } from "./table.ts"
import { sections } from "./wordsOfEvaluation.ts"
import { signals as words } from "./wordsOfUnitScore.ts"

/** A signal with its words for this reader. */
export interface SignalRow {
  readonly kind: string
  readonly unit: string
  readonly text: string
  readonly evidenceIds: ReadonlyArray<string>
}

/** What rings, for everybody or for one unit. */
export const signalRows = (view: View): ReadonlyArray<SignalRow> =>
  view.dossier.signals.signals
    .filter(({ unitId }) => view.unitId === "" || unitId === view.unitId)
    .map((signal) => ({
      kind: SignalRules.labels[signal.kind][view.lang],
      unit: view.unitName(signal.unitId),
      text: Signal.describe(signal)[view.lang],
      evidenceIds: signal.evidenceIds
    }))

/** What the search was, what it can and cannot say. */
export const signalTexts = ({ dossier, lang }: View): ReadonlyArray<string> => {
  const { signals, quiet, tooFew, level, correction } = dossier.signals
  const tests = signals.length + quiet.length
  if (tests === 0) return [say(lang, words.nothing)]
  return [
    say(lang, words.explain, {
      count: NumberText.count(tests, lang),
      level: percent(level, lang, 0),
      correction: MultipleTesting.labels[correction][lang]
    }),
    ...(signals.length === 0
      ? [say(lang, words.none, { count: NumberText.count(tests, lang) })]
      : []),
    ...(tooFew.length === 0
      ? []
      : [say(lang, words.tooFew, { count: NumberText.count(tooFew.length, lang) })])
  ]
}

/** The section of signals. */
export const signalSection = (view: View): Markup => {
  const { lang } = view
  const rows = signalRows(view)
  return el(
    "section",
    { id: `signals-${lang}` },
    el("h2", {}, say(lang, sections.signals)),
    signalTexts(view).map((text) => el("p", {}, text)),
    rows.length === 0
      ? null
      : table({
          caption: say(lang, words.table),
          columns: [words.kind, words.unit, words.words].map((head) => ({ head: say(lang, head) })),
          rows: rows.map(({ kind, unit, text }) => [kind, unit, text])
        }),
    rows
      .filter(({ evidenceIds }) => evidenceIds.length > 0)
      .map(({ kind, unit, evidenceIds }) =>
        folded(`${say(lang, words.cases)}: ${unit}, ${kind}`, el("p", {}, evidenceIds.join(", ")))
      )
  )
}
