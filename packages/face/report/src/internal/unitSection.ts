/**
 * One unit, so that it can be read and checked by the unit itself: the lines that sum to its score,
 * how sure it is, against whom, the reasons in words, and the ids of the matters behind each number.
 */
import {
  type Evaluation,
  EvaluationReason,
  type EvaluationResult,
  EvaluationRules,
  IndicatorCount,
  Rational
} from "@wangge/evaluation"
import * as NumberText from "../NumberText.ts"
import { countText, percent, places, scoreText, valueText } from "./evaluationText.ts"
import { levelsOf, overlapping, ranksOf, spanOf, type View } from "./evaluationView.ts"
import { type Child, el, join, type Markup } from "./markup.ts"
import { say } from "./say.ts"
import { lineText } from "./scoreLines.ts"
import { folded, table } from "./table.ts"
import { values } from "./wordsOfEvaluation.ts"
import { unit as words } from "./wordsOfUnitScore.ts"

/** Everything about one unit. */
export const unitBody = (view: View, unit: EvaluationResult.UnitResult): Markup => {
  const { lang } = view
  const explanation = view.dossier.explanations.find(({ unitId }) => unitId === unit.unitId)
  return join(
    unit.status === "Scored" ? standing(view, unit) : null,
    unit.status === "Scored" ? lineTable(view, unit) : null,
    el("h3", {}, say(lang, words.reasons)),
    el(
      "ul",
      {},
      reasonTexts(view, unit).map((text) => el("li", {}, text))
    ),
    indicatorTable(view, unit),
    explanation === undefined || view.unitId === "" ? null : matterList(view, explanation)
  )
}

/** The unit in one line. */
export const unitShort = (view: View, unit: EvaluationResult.UnitResult): string => {
  const { lang } = view
  const name = view.unitName(unit.unitId)
  if (unit.status === "Insufficient") return say(lang, words.shortNone, { unit: name })
  return say(lang, words.short, {
    unit: name,
    score: scoreText(unit.score.value, view.edges),
    band: view.ruleName(unit.band.bandId),
    place: places(unit.rank.first, unit.rank.last),
    of: unit.rank.of
  })
}

/** How sure the score is and against whom it stands. */
export const standingTexts = (
  view: View,
  unit: EvaluationResult.ScoredUnit
): ReadonlyArray<string> => {
  const { lang, dossier } = view
  const level = dossier.levels.find((one) => one.level === unit.level)
  const spread = dossier.result.levels.find((one) => one.level === unit.level)?.spread
  if (level === undefined || spread === undefined || spread === "None") return []
  const span = spanOf(level, unit.unitId)
  const ranks = ranksOf(level, unit.unitId)
  const others = overlapping(level, unit.unitId)
  return [
    say(lang, words.sure, {
      confidence: NumberText.share(Rational.toNumber(dossier.confidence), lang, 0),
      low: Rational.toDecimal(span?.lower ?? unit.score.value, 1),
      high: Rational.toDecimal(span?.upper ?? unit.score.value, 1),
      ranks: places(ranks?.best ?? unit.rank.first, ranks?.worst ?? unit.rank.last),
      others: namesText(view, others)
    }),
    say(lang, words.against, {
      of: spread.unitCount,
      median: scoreText(spread.median, view.edges),
      high: scoreText(spread.scoreMax, view.edges),
      low: scoreText(spread.scoreMin, view.edges)
    })
  ]
}

/** The reasons of a unit in this reader's words. */
export const reasonTexts = (
  { dossier, lang }: View,
  unit: EvaluationResult.UnitResult
): ReadonlyArray<string> => {
  const labels = EvaluationRules.labelsOf(dossier.compiled.rules)
  return unit.reasons.map((reason) => EvaluationReason.describe(reason, labels)[lang])
}

/** Units by name, or that there is none; without their names how many they are. */
export const namesText = (view: View, unitIds: ReadonlyArray<string>): string => {
  const { lang } = view
  if (unitIds.length === 0) return say(lang, words.nobody)
  const names = new Map<string, number>()
  for (const name of unitIds.map(view.unitName)) names.set(name, (names.get(name) ?? 0) + 1)
  return [...names]
    .map(([name, count]) => (count === 1 ? name : `${name} × ${count}`))
    .join(lang === "en" ? ", " : "、")
}

const standing = (view: View, unit: EvaluationResult.ScoredUnit): Child =>
  levelsOf(view).length === 0 ? null : standingTexts(view, unit).map((text) => el("p", {}, text))

const lineTable = (view: View, unit: EvaluationResult.ScoredUnit): Markup => {
  const { lang } = view
  const sum = [say(lang, words.sum), "", "", "", "", scoreText(unit.score.value, view.edges)]
  const rows = [...unit.lines.map((line) => lineText(view, unit, line)), sum]
  const heads = [words.counted, words.value, words.points, words.weight, words.gives]
  return table({
    caption: say(lang, words.lines),
    columns: [
      { head: say(lang, words.line) },
      ...heads.map((head) => ({ head: say(lang, head), isNumber: true }))
    ],
    rows,
    rowClass: (index) => (index === rows.length - 1 ? "sum" : null)
  })
}

const indicatorTable = (view: View, unit: EvaluationResult.UnitResult): Markup => {
  const { lang, dossier } = view
  return folded(
    say(lang, words.indicators),
    table({
      caption: "",
      columns: [
        { head: say(lang, words.indicator) },
        { head: say(lang, words.counted), isNumber: true },
        { head: say(lang, words.value), isNumber: true },
        { head: say(lang, words.unanswered), isNumber: true },
        { head: say(lang, words.bounds), isNumber: true },
        { head: say(lang, words.excluded) }
      ],
      rows: unit.indicators.map(({ indicatorId, count, value }) => [
        view.ruleName(indicatorId),
        countText(count, lang),
        valueText(value, lang),
        count.unanswered === 0 ? "" : NumberText.count(count.unanswered, lang),
        boundsText(count, lang),
        exclusionText(dossier.compiled.rules, indicatorId, count, lang)
      ])
    })
  )
}

/** What the value would be if everybody who did not answer had said no, or yes. */
const boundsText = (count: IndicatorCount.IndicatorCount, lang: NumberText.Language): string => {
  if (count.unanswered === 0) return ""
  const bounds = IndicatorCount.bounds(count)
  if (bounds === "None") return ""
  return say(lang, values.range, {
    low: percent(bounds.lower, lang),
    high: percent(bounds.upper, lang)
  })
}

const exclusionText = (
  rules: EvaluationRules.EvaluationRules,
  indicatorId: string,
  { excluded }: IndicatorCount.IndicatorCount,
  lang: NumberText.Language
): string => {
  const exclusions = rules.indicators.find(({ id }) => id === indicatorId)?.exclusions ?? []
  return exclusions
    .flatMap(({ label }, index) => {
      const count = excluded[index] ?? 0
      return count === 0 ? [] : [`${label[lang]} ${count}`]
    })
    .join(lang === "en" ? ", " : "、")
}

const matterList = (view: View, explanation: Evaluation.Explanation): Markup => {
  const { lang } = view
  const row = (name: string, ids: ReadonlyArray<string>): Child => [
    el("dt", {}, name),
    el("dd", {}, ids.length === 0 ? say(lang, words.noIds) : ids.join(", "))
  ]
  return folded(
    say(lang, words.cases),
    explanation.indicators.map((found) => [
      el("h3", {}, view.ruleName(found.indicatorId)),
      el(
        "dl",
        { class: "run" },
        row(say(lang, words.above), found.above),
        row(say(lang, words.below), found.below),
        found.unanswered.length === 0 ? null : row(say(lang, words.unanswered), found.unanswered),
        found.excluded
          .filter(({ matterIds }) => matterIds.length > 0)
          .map(({ matterIds }) => row(say(lang, words.excluded), matterIds))
      )
    ]),
    explanation.adjustments
      .filter(({ matterIds }) => matterIds.length > 0)
      .map(({ adjustmentId, matterIds }) => [
        el("h3", {}, view.ruleName(adjustmentId)),
        el("p", {}, matterIds.join(", "))
      ])
  )
}
