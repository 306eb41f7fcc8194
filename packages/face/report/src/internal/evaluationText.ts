/**
 * How the numbers of an evaluation read: scores and points with two decimals, more where two would
 * put a score on the wrong side of a band's edge; money from fen; periods and days as clocks in China
 * show them.
 */
import { Zone } from "@wangge/calendar"
import {
  type CompiledRules,
  type EvaluationPeriod,
  EvaluationRules,
  type IndicatorCount,
  Rational
} from "@wangge/evaluation"
import { Seconds } from "@wangge/facts"
import * as NumberText from "../NumberText.ts"
import { say } from "./say.ts"
import { values as words } from "./wordsOfEvaluation.ts"

type Lang = NumberText.Language

/** Where days begin and end; every locality of the presets lies in it. */
const zone = "Asia/Shanghai"

const decimalsMax = 12

/** A score, with as many decimals as it takes to stand on its own side of every edge; 2 at least. */
export const scoreText = (
  score: Rational.Rational,
  edges: ReadonlyArray<Rational.Rational>
): string => {
  for (let decimals = 2; decimals < decimalsMax; decimals += 1) {
    const text = Rational.toDecimal(score, decimals)
    const shown = Rational.parse(text)
    if (shown === "NotANumber") return text
    const isTrue = edges.every(
      (edge) => Rational.compare(shown, edge) === Rational.compare(score, edge)
    )
    if (isTrue) return text
  }
  return Rational.toDecimal(score, decimalsMax)
}

/** Points of a line of a score, with a sign where they are added or taken off. */
export const pointsText = (points: Rational.Rational): string => Rational.toDecimal(points, 2)

/** A share or ratio as percent. */
export const percent = (value: Rational.Rational, lang: Lang, digits = 1): string =>
  `${Rational.toDecimal(Rational.multiply(value, Rational.hundred), digits)}${lang === "en" ? " %" : "%"}`

/** Fen as yuan, to the fen. */
export const yuan = (fen: number, lang: Lang): string => {
  const text = NumberText.decimal(fen / 100, 2, lang)
  return lang === "en" ? `${text} yuan` : `${text}元`
}

/** What a count is out of, such as `37 of 40`. */
export const countText = (count: IndicatorCount.IndicatorCount, lang: Lang): string =>
  say(lang, words.ofTotal, {
    count: NumberText.count(count.numerator, lang),
    total: NumberText.count(count.denominator, lang)
  })

/** The value of an indicator, or why it has none. */
export const valueText = (value: IndicatorCount.IndicatorValue, lang: Lang): string => {
  if (value.status === "Known") return percent(value.value, lang)
  if (value.status === "Absent") return say(lang, words.absent)
  return say(lang, words.tooFew, { found: value.denominator, least: value.sampleMin })
}

/** The places from `first` to `last`, one number where they are the same. */
export const places = (first: number, last: number): string =>
  first === last ? `${first}` : `${first}–${last}`

/** The day on which a second falls. */
export const dayText = (atSec: number): string =>
  Seconds.toIsoDate(Zone.toLocal(zone, atSec).dayNumber)

/** First and last day of a period, as `2025-07-01 to 2025-09-30`. */
export const periodText = (
  { fromSec, untilSec }: Pick<EvaluationPeriod.EvaluationPeriod, "fromSec" | "untilSec">,
  lang: Lang
): string => say(lang, words.period, { from: dayText(fromSec), until: dayText(untilSec - 1) })

/** What indicators, adjustments and bands are called in one language. */
export const namesOf = (
  { rules }: CompiledRules.CompiledRules,
  lang: Lang
): ((id: string) => string) => {
  const labels = EvaluationRules.labelsOf(rules)
  return (id) => (Object.hasOwn(labels, id) ? (labels[id]?.[lang] ?? id) : id)
}
