/**
 * An evaluation as a terminal prints it: everybody's scores, or one unit line by line down to the ids
 * of its cases.
 */
import { type Evaluation, EvaluationResult } from "@wangge/evaluation"
import type { EvaluationDossier } from "./EvaluationDossier.ts"
import { bonusRows, bonusTexts } from "./internal/bonusSection.ts"
import { evaluationTitle, leadText, rulesText, warningText } from "./internal/evaluationHead.ts"
import { appealText, tallyRows, tallyText } from "./internal/evaluationRest.ts"
import { scoreText } from "./internal/evaluationText.ts"
import { levelsOf, type View, viewOf } from "./internal/evaluationView.ts"
import { say } from "./internal/say.ts"
import { lineText } from "./internal/scoreLines.ts"
import { levelTitle, scoreHeads, scoreRows } from "./internal/scoreSection.ts"
import { signalRows, signalTexts } from "./internal/signalSection.ts"
import { reasonTexts, standingTexts, unitShort } from "./internal/unitSection.ts"
import { sections } from "./internal/wordsOfEvaluation.ts"
import { bonus as bonusWords, unit as words } from "./internal/wordsOfUnitScore.ts"
import type { Language } from "./NumberText.ts"
import * as Table from "./Table.ts"

/**
 * The dossier as text in one language; `unitId` is the unit it is for, `""` for everybody.
 *
 * Throws a `RangeError` for a unit that the dossier has not.
 *
 * @category evaluation reports
 * @since 0.1.0
 */
export const toText = (dossier: EvaluationDossier, lang: Language, unitId = ""): string => {
  const view = viewOf(dossier, lang, unitId)
  const blocks = unitId === "" ? everybody(view) : oneUnit(view)
  return `${[...headBlocks(view), ...blocks, ...closingBlocks(view)].join("\n")}`
}

const paragraph = (...lines: ReadonlyArray<string>): string =>
  lines.map((line) => `${line}\n`).join("")

const heading = (view: View, id: keyof typeof sections): string => {
  const text = say(view.lang, sections[id])
  return `${text}\n${"=".repeat(Table.widthOf(text))}\n`
}

const headBlocks = (view: View): ReadonlyArray<string> => [
  paragraph(evaluationTitle(view), rulesText(view)),
  paragraph(leadText(view), warningText(view))
]

const everybody = (view: View): ReadonlyArray<string> => [
  heading(view, "scores").trimEnd(),
  ...levelsOf(view).flatMap((standing) => {
    const title = levelTitle(view.dossier, standing.level, view.lang)
    const columns = scoreHeads(view).map(({ head, isNumber }) => ({
      head,
      align: isNumber ? ("right" as const) : ("left" as const)
    }))
    return [
      ...(title === null ? [] : [paragraph(title)]),
      Table.align(columns, scoreRows(view, standing))
    ]
  }),
  ...signalBlocks(view),
  ...bonusBlocks(view)
]

const oneUnit = (view: View): ReadonlyArray<string> => {
  const unit = EvaluationResult.find(view.dossier.result, view.unitId)
  if (unit === "None") throw new RangeError(`The dossier has no unit ${view.unitId}`)
  const explanation = view.dossier.explanations.find(({ unitId }) => unitId === view.unitId)
  return [
    heading(view, "unit") + unitShort(view, unit),
    ...(unit.status === "Scored"
      ? [paragraph(...standingTexts(view, unit)), lineBlock(view, unit)]
      : []),
    paragraph(say(view.lang, words.reasons), ...reasonTexts(view, unit).map((text) => `- ${text}`)),
    ...(explanation === undefined ? [] : [matterBlock(view, explanation)]),
    ...signalBlocks(view),
    ...bonusBlocks(view)
  ]
}

const lineBlock = (view: View, unit: EvaluationResult.ScoredUnit): string => {
  const { lang } = view
  const heads = [words.counted, words.value, words.points, words.weight, words.gives]
  const columns = [
    { head: say(lang, words.line), align: "left" },
    ...heads.map((head) => ({ head: say(lang, head), align: "right" }) as const)
  ] as const
  const sum = [say(lang, words.sum), "", "", "", "", scoreText(unit.score.value, view.edges)]
  const lines = Table.align(columns, [...unit.lines.map((line) => lineText(view, unit, line)), sum])
  return `${say(lang, words.lines)}\n\n${lines}`
}

const matterBlock = (view: View, explanation: Evaluation.Explanation): string => {
  const { lang } = view
  const list = (name: string, ids: ReadonlyArray<string>): ReadonlyArray<string> =>
    ids.length === 0 ? [] : [`    ${name} (${ids.length}): ${ids.join(" ")}`]
  return paragraph(
    say(lang, words.cases),
    ...explanation.indicators.flatMap((found) => [
      `  ${view.ruleName(found.indicatorId)}`,
      ...list(say(lang, words.above), found.above),
      ...list(say(lang, words.below), found.below),
      ...list(say(lang, words.unanswered), found.unanswered),
      ...found.excluded.flatMap(({ matterIds }) => list(say(lang, words.excluded), matterIds))
    ]),
    ...explanation.adjustments.flatMap(({ adjustmentId, matterIds }) =>
      matterIds.length === 0
        ? []
        : [`  ${view.ruleName(adjustmentId)}`, `    ${matterIds.join(" ")}`]
    )
  )
}

const signalBlocks = (view: View): ReadonlyArray<string> => [
  heading(view, "signals") + paragraph(...signalTexts(view)).trimEnd(),
  paragraph(
    ...signalRows(view).flatMap(({ kind, unit, text, evidenceIds }) => [
      `- ${unit}, ${kind}: ${text}`,
      ...(evidenceIds.length === 0 ? [] : [`  ${evidenceIds.join(" ")}`])
    ])
  )
]

const bonusBlocks = (view: View): ReadonlyArray<string> => {
  const { bonus } = view.dossier
  if (bonus === "None") return []
  const { lang } = view
  const columns = [
    { head: say(lang, bonusWords.unit), align: "left" },
    ...[bonusWords.people, bonusWords.sum, bonusWords.each].map(
      (head) => ({ head: say(lang, head), align: "right" }) as const
    )
  ] as const
  return [
    heading(view, "bonus") + paragraph(...bonusTexts(view, bonus)).trimEnd(),
    Table.align(columns, bonusRows(view, bonus))
  ]
}

const closingBlocks = (view: View): ReadonlyArray<string> => [
  heading(view, "facts") +
    paragraph(
      tallyText(view),
      ...tallyRows(view).map(([reason = "", count = ""]) => `  ${count}  ${reason}`)
    ),
  heading(view, "appeal") + paragraph(appealText(view)).trimEnd(),
  ""
]
