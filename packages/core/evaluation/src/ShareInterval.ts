/**
 * How sure a share is: the interval of true shares that a count of so many out of so many agrees with.
 * Wilson's is the one to show, Jeffreys' is its Bayesian cousin, the exact one of Clopper and Pearson
 * never covers less than it says and is the one to decide with.
 */
import { betaQuantile } from "./internal/betaDistribution.ts"
import { upperQuantile } from "./internal/normalDistribution.ts"
import * as ShareCount from "./ShareCount.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * The methods. `Wilson`: the shares that the score test does not refuse. `Jeffreys`: the equal tails
 * of the beta distribution after a prior of 1/2 and 1/2. `Exact`: Clopper and Pearson's.
 *
 * @source Wilson 1927, JASA 22:209-212; Brown, Cai and DasGupta 2001, Statistical Science 16:101-133;
 * Clopper and Pearson 1934, Biometrika 26:404-413
 * @category intervals
 * @since 0.1.0
 */
export const methods = ["Wilson", "Jeffreys", "Exact"] as const

/**
 * One of {@link methods}.
 *
 * @category intervals
 * @since 0.1.0
 */
export type Method = (typeof methods)[number]

/**
 * How sure, and on which side. `confidence` lies strictly between 0 and 1; `Both` splits what is left
 * equally between the sides, `Lower` and `Upper` put all of it on the one side and leave the other
 * end at 1 or 0.
 *
 * @category intervals
 * @since 0.1.0
 */
export interface Sureness {
  readonly confidence: number
  readonly sides: "Both" | "Lower" | "Upper"
}

/**
 * An interval for a share: 0 <= `lower` <= `upper` <= 1, in floating point.
 *
 * @category intervals
 * @since 0.1.0
 */
export interface ShareInterval {
  readonly method: Method
  readonly confidence: number
  readonly sides: "Both" | "Lower" | "Upper"
  readonly lower: number
  readonly upper: number
}

/**
 * An interval, or why there is none.
 *
 * @category intervals
 * @since 0.1.0
 */
export type IntervalAnswer =
  | { readonly ok: true; readonly interval: ShareInterval }
  | StatisticProblem.Refusal

/**
 * The interval for a count by a method.
 *
 * At 0 and at all of them: Wilson's lower end is 0 and its upper end 1 exactly; Jeffreys' likewise, by
 * the convention of Brown, Cai and DasGupta (the other end keeps its tail); the exact one likewise.
 * A total of 0 is refused (`NoTrials`), as is a confidence outside 0..1 (`BadConfidence`).
 *
 * ```ts
 * import { ShareInterval } from "@wangge/evaluation"
 *
 * const counted = { unitId: "grid-1", count: 0, total: 10 }
 * const exact = ShareInterval.of("Exact", counted, { confidence: 0.95, sides: "Both" })
 * exact.ok ? [exact.interval.lower, exact.interval.upper.toFixed(4)] : [] // => [0, "0.3085"]
 * ```
 *
 * @source the works named at {@link methods}; edges of Jeffreys: Brown, Cai and DasGupta 2001
 * @category intervals
 * @since 0.1.0
 */
export const of = (
  method: Method,
  counted: ShareCount.ShareCount,
  sureness: Sureness
): IntervalAnswer => {
  const found = ShareCount.problem(counted)
  if (found !== "None") return { ok: false, problem: found }
  if (counted.total === 0) return StatisticProblem.refuse("NoTrials", counted.unitId, 0, 1)
  const { confidence, sides } = sureness
  const unsure = confidenceProblem(confidence)
  if (unsure !== "None") return { ok: false, problem: unsure }
  const tail = sides === "Both" ? (1 - confidence) / 2 : 1 - confidence
  const [low, high] = ends[method](counted.count, counted.total, tail)
  const lower = sides === "Upper" ? 0 : low
  const upper = sides === "Lower" ? 1 : high
  return { ok: true, interval: { method, confidence, sides, lower, upper } }
}

/**
 * What is wrong with a confidence, or `"None"`: a number strictly between 0 and 1.
 *
 * @source none: arithmetic
 * @category intervals
 * @since 0.1.0
 */
export const confidenceProblem = (
  confidence: number
): StatisticProblem.StatisticProblem | "None" =>
  confidence > 0 && confidence < 1
    ? "None"
    : StatisticProblem.make("BadConfidence", "confidence", `${confidence}`, "0..1")

type Ends = (count: number, total: number, tail: number) => readonly [number, number]

/** `(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)`, multiplied through by n. */
const wilson: Ends = (count, total, tail) => {
  const z = upperQuantile(tail)
  const square = z * z
  const middle = count + square / 2
  const spread = z * Math.sqrt((count * (total - count)) / total + square / 4)
  const below = total + square
  return [
    count === 0 ? 0 : Math.max(0, (middle - spread) / below),
    count === total ? 1 : Math.min(1, (middle + spread) / below)
  ]
}

const jeffreys: Ends = (count, total, tail) => {
  const [a, b] = [count + 0.5, total - count + 0.5]
  return [
    count === 0 ? 0 : betaQuantile(tail, a, b, false),
    count === total ? 1 : betaQuantile(tail, a, b, true)
  ]
}

const exact: Ends = (count, total, tail) => [
  count === 0 ? 0 : betaQuantile(tail, count, total - count + 1, false),
  count === total ? 1 : betaQuantile(tail, count + 1, total - count, true)
]

const ends: Readonly<Record<Method, Ends>> = { Wilson: wilson, Jeffreys: jeffreys, Exact: exact }
