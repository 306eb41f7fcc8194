/**
 * Rank sets: for each unit all the ranks that the data agree with. Two units whose counts cannot be
 * told apart are not first and second; money that depends on a cut between them depends on luck. Every
 * pair of units is tested, Holm's step-down keeps the chance of any false "better" among all tests
 * below what was asked, and a unit's ranks run from 1 + (units surely better) to all - (units surely
 * worse). Rank sets are shown before any bonus.
 */
import { fisherTail, fisherTailExact } from "./internal/fisherTail.ts"
import { upperTail } from "./internal/normalDistribution.ts"
import { pairs, rangeOf, setsOf, spanOf } from "./internal/rankTests.ts"
import type { Test } from "./internal/stepDown.ts"
import * as Rational from "./Rational.ts"
import * as ShareCount from "./ShareCount.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * Ranks from `best` to `worst`, both included; 1 is the best of all.
 *
 * @category rank sets
 * @since 0.1.0
 */
export interface RankRange {
  readonly best: number
  readonly worst: number
}

/**
 * One unit. `first` and `last` are the ranks by the estimate alone, ties sharing theirs; `marginal`
 * holds the true rank of this unit with the confidence asked; `simultaneous` sets hold the true ranks
 * of all units at once with that confidence, and are never narrower. The true rank of a unit is 1 +
 * the number of units that are truly better.
 *
 * @category rank sets
 * @since 0.1.0
 */
export interface UnitRanks {
  readonly unitId: string
  readonly first: number
  readonly last: number
  readonly marginal: RankRange
  readonly simultaneous: RankRange
}

/**
 * The rank sets of some units, in the order given. `method` names the test of a pair: `FisherHolm` is
 * exact at every size, `NormalHolm` holds for large samples, `Intervals` compares the intervals given.
 *
 * @category rank sets
 * @since 0.1.0
 */
export interface RankSets {
  readonly method: "FisherHolm" | "NormalHolm" | "Intervals"
  readonly confidence: Rational.Rational
  readonly units: ReadonlyArray<UnitRanks>
}

/**
 * Rank sets, or why there are none.
 *
 * @category rank sets
 * @since 0.1.0
 */
export type RankAnswer = { readonly ok: true; readonly sets: RankSets } | StatisticProblem.Refusal

/**
 * Rank sets of shares, by Fisher's exact test of each ordered pair. Valid at every sample size; a test
 * near its bound is decided in whole numbers. `better` says whether a high share is good.
 *
 * Refused: no units, a unit without matters, a doubled id, a confidence not strictly between 0 and 1.
 *
 * Cost: for `n` units n² tests, each as long as the smaller of its two totals.
 *
 * ```ts
 * import { RankSet, Rational } from "@wangge/evaluation"
 *
 * const units = [
 *   { unitId: "a", count: 95, total: 100 },
 *   { unitId: "b", count: 93, total: 100 },
 *   { unitId: "c", count: 60, total: 100 }
 * ]
 * const answer = RankSet.ofShares(units, { better: "Higher", confidence: Rational.make(95, 100) })
 * answer.ok ? answer.sets.units.map(({ simultaneous: { best, worst } }) => [best, worst]) : []
 * // => [[1, 2], [1, 2], [3, 3]]
 * ```
 *
 * @source Mogstad, Romano, Shaikh and Wilhelm 2024, Inference for Ranks, Review of Economic Studies
 * 91:476-518 (ranks from pairwise tests with step-down); Bazylik et al. 2021 use exact tests of counts;
 * Fisher's test and Holm 1979, Scandinavian Journal of Statistics 6:65-70, in place of a bootstrap
 * @category rank sets
 * @since 0.1.0
 */
export const ofShares = (
  units: ReadonlyArray<ShareCount.ShareCount>,
  rules: { readonly better: "Higher" | "Lower"; readonly confidence: Rational.Rational }
): RankAnswer => {
  const found = ShareCount.listProblem(units, 1)
  if (found !== "None") return { ok: false, problem: found }
  const unsure = confidenceProblem(rules.confidence)
  if (unsure !== "None") return { ok: false, problem: unsure }
  const good = units.map((unit) => (rules.better === "Higher" ? unit : turned(unit)))
  const tests = pairs(good.length, (one, other) => shareTest(good[one]!, good[other]!))
  const order = (one: number, other: number): number => {
    const [left, right] = [good[one]!, good[other]!]
    return Rational.compare(
      Rational.make(left.count, left.total),
      Rational.make(right.count, right.total)
    )
  }
  return { ok: true, sets: setsOf("FisherHolm", units, rules.confidence, tests, order) }
}

/**
 * An estimate with its standard error, both in the same unit; higher is better. An error of 0 says that
 * the value is known.
 *
 * @category rank sets
 * @since 0.1.0
 */
export interface Estimate {
  readonly unitId: string
  readonly value: number
  readonly error: number
}

/**
 * Rank sets of estimates, such as scores, by the difference of each pair over its standard error. The
 * estimates must be independent and nearly normal: for small samples it claims too much; see
 * `ScoreInterval` for a set that does not.
 *
 * Refused: no units, a doubled id, numbers that are not finite, a negative error, a confidence not
 * strictly between 0 and 1.
 *
 * ```ts
 * import { RankSet, Rational } from "@wangge/evaluation"
 *
 * const scores = [{ unitId: "a", value: 90, error: 2 }, { unitId: "b", value: 80, error: 2 }]
 * const answer = RankSet.ofEstimates(scores, Rational.make(95, 100))
 * answer.ok ? answer.sets.units[0]?.simultaneous : undefined // => { best: 1, worst: 1 }
 * ```
 *
 * @source as at {@link ofShares}, with the normal approximation
 * @category rank sets
 * @since 0.1.0
 */
export const ofEstimates = (
  units: ReadonlyArray<Estimate>,
  confidence: Rational.Rational
): RankAnswer => {
  const wrong = namesProblem(units)
  if (wrong !== "None") return { ok: false, problem: wrong }
  for (const { unitId, value, error } of units) {
    if (!Number.isFinite(value)) {
      return StatisticProblem.refuse("NotFinite", `${unitId}.value`, `${value}`, "a number")
    }
    if (!Number.isFinite(error) || error < 0) {
      return StatisticProblem.refuse("OutOfRange", `${unitId}.error`, `${error}`, ">= 0")
    }
  }
  const unsure = confidenceProblem(confidence)
  if (unsure !== "None") return { ok: false, problem: unsure }
  const tests = pairs(units.length, (one, other) => estimateTest(units[one]!, units[other]!))
  const order = (one: number, other: number): number => units[one]!.value - units[other]!.value
  return { ok: true, sets: setsOf("NormalHolm", units, confidence, tests, order) }
}

/**
 * A value and an interval that holds the true one; the intervals of all units together hold with one
 * stated confidence. Higher is better.
 *
 * @category rank sets
 * @since 0.1.0
 */
export interface Span {
  readonly unitId: string
  readonly value: Rational.Rational
  readonly lower: Rational.Rational
  readonly upper: Rational.Rational
}

/**
 * Rank sets of intervals: a unit is surely better than those whose upper end lies below its lower end.
 * `confidence` is that of all the intervals holding at once; it is passed on, not used. Marginal and
 * simultaneous sets are the same.
 *
 * Refused: no units, a doubled id, a value outside its interval, a confidence not in 0..1.
 *
 * @source none: if all intervals hold, so does every strict comparison of them
 * @category rank sets
 * @since 0.1.0
 */
export const ofIntervals = (
  units: ReadonlyArray<Span>,
  confidence: Rational.Rational
): RankAnswer => {
  const wrong = namesProblem(units)
  if (wrong !== "None") return { ok: false, problem: wrong }
  const outside = units.find(
    ({ value, lower, upper }) =>
      Rational.compare(lower, value) > 0 || Rational.compare(value, upper) > 0
  )
  if (outside !== undefined) {
    const [found, expected] = [outside.value, outside.lower].map(Rational.toText)
    return StatisticProblem.refuse("OutOfRange", outside.unitId, found ?? "", `>= ${expected}`)
  }
  const unsure = confidenceProblem(confidence)
  if (unsure !== "None") return { ok: false, problem: unsure }
  const isBetter = (one: number, other: number): boolean =>
    Rational.compare(units[one]!.lower, units[other]!.upper) > 0
  const order = (one: number, other: number): number =>
    Rational.compare(units[one]!.value, units[other]!.value)
  const ranges = units.map((_, unit) => rangeOf(unit, units.length, isBetter))
  const ranks = units.map(({ unitId }, unit) => ({
    unitId,
    ...spanOf(unit, units.length, order),
    marginal: ranges[unit]!,
    simultaneous: ranges[unit]!
  }))
  return { ok: true, sets: { method: "Intervals", confidence, units: ranks } }
}

/**
 * Who is among the best `places`, with the confidence of the sets, all units at once: `surely` in,
 * `perhaps` in, or `not` in. Ids in the order of the sets.
 *
 * ```ts
 * import { RankSet, Rational } from "@wangge/evaluation"
 *
 * const scores = [90, 89, 60].map((value, index) => ({ unitId: `u${index}`, value, error: 2 }))
 * const answer = RankSet.ofEstimates(scores, Rational.make(95, 100))
 * answer.ok ? RankSet.among(answer.sets, 1) : undefined
 * // => { surely: [], perhaps: ["u0", "u1"], not: ["u2"] }
 * ```
 *
 * @source Mogstad, Romano, Shaikh and Wilhelm 2024 (who is among the best follows
 * from the simultaneous sets)
 * @category rank sets
 * @since 0.1.0
 */
export const among = (
  sets: RankSets,
  places: number
): {
  readonly surely: ReadonlyArray<string>
  readonly perhaps: ReadonlyArray<string>
  readonly not: ReadonlyArray<string>
} => {
  const ids = (holds: (range: RankRange) => boolean): ReadonlyArray<string> =>
    sets.units.flatMap(({ unitId, simultaneous }) => (holds(simultaneous) ? [unitId] : []))
  return {
    surely: ids(({ worst }) => worst <= places),
    perhaps: ids(({ best, worst }) => best <= places && worst > places),
    not: ids(({ best }) => best > places)
  }
}

const turned = ({ unitId, count, total }: ShareCount.ShareCount): ShareCount.ShareCount => ({
  unitId,
  count: total - count,
  total
})

const shareTest = (one: ShareCount.ShareCount, other: ShareCount.ShareCount): Test => ({
  tail: fisherTail(one, other),
  isAtMost: (bound) => Rational.compare(fisherTailExact(one, other), bound) <= 0
})

const estimateTest = (one: Estimate, other: Estimate): Test => {
  const difference = one.value - other.value
  const error = Math.sqrt(one.error * one.error + other.error * other.error)
  const tail = error === 0 ? (difference > 0 ? 0 : 1) : upperTail(difference / error)
  return { tail, isAtMost: (bound) => tail <= Rational.toNumber(bound) }
}

const namesProblem = (
  units: ReadonlyArray<{ readonly unitId: string }>
): StatisticProblem.StatisticProblem | "None" => {
  if (units.length === 0) return StatisticProblem.make("TooFewUnits", "units", 0, 1)
  const seen = new Set<string>()
  for (const { unitId } of units) {
    if (seen.has(unitId)) return StatisticProblem.make("DuplicateId", "units", unitId, 1)
    seen.add(unitId)
  }
  return "None"
}

const confidenceProblem = (
  confidence: Rational.Rational
): StatisticProblem.StatisticProblem | "None" =>
  confidence.numerator > 0n && Rational.compare(confidence, Rational.one) < 0
    ? "None"
    : StatisticProblem.make("BadConfidence", "confidence", Rational.toText(confidence), "0..1")
