/**
 * What several replications say about a promise: it holds, it is violated, or they cannot tell.
 * A promise is about the expected outcome, so it is judged by the Student-t interval of the
 * replications and never by one noisy mean. The same rule judges the quiet world, every candidate
 * shock, its confirmation on fresh seeds and its replay.
 */
import { Estimate } from "@wangge/des"
import * as Objective from "./Objective.ts"

/**
 * The three answers.
 *
 * @category judging
 * @source none: an interval lies on one side of a bound, on the other, or across it
 * @since 0.1.0
 */
export const states = ["holds", "violated", "undecided"] as const

/**
 * One of the three answers.
 *
 * @category judging
 * @since 0.1.0
 */
export type State = (typeof states)[number]

/**
 * Why the answer is what it is.
 *
 * `intervalClear`: the interval lies on one side of the bound. `intervalAcross`: the bound lies in
 * it. `noValue`: no replication gave a value (nothing was due, for example). `oneValue`: only one
 * did. `noSpread`: all replications gave the same value before the last look, which says nothing
 * about how much the next would differ.
 *
 * @category judging
 * @source none: our list
 * @since 0.1.0
 */
export const reasons = [
  "intervalClear",
  "intervalAcross",
  "noValue",
  "oneValue",
  "noSpread"
] as const

/**
 * The code of one reason.
 *
 * @category judging
 * @since 0.1.0
 */
export type Reason = (typeof reasons)[number]

/**
 * An answer with the interval it rests on.
 *
 * `mean` is null without a value, `halfWidth` with fewer than two. `confidence` is that of this
 * interval, after the correction for repeated looks. `values` counts the replications that gave a
 * value; those that gave none are left out of the mean.
 *
 * @category judging
 * @since 0.1.0
 */
export interface Judgement {
  readonly state: State
  readonly reason: Reason
  readonly mean: number | null
  readonly halfWidth: number | null
  readonly confidence: number
  readonly replications: number
  readonly values: number
}

/**
 * How many replications are spent on a candidate, and how sure an answer must be.
 *
 * `looks` are rising numbers of replications: after each the interval is read, and only an
 * undecided candidate goes on to the next. Reading until something is seen would make the wrong
 * answers pile up, so the error allowed by `confidence` is split evenly over the looks
 * (Bonferroni): each interval has confidence 1 - (1 - confidence) / looks, and the chance that any
 * look answers wrongly stays below 1 - confidence. While searching, a candidate whose mean keeps
 * the promise is given up at its first undecided look; the neighbours of what was found get all of
 * them. `confirmReplications` is the one look taken on fresh seeds, at `confidence`.
 *
 * @category judging
 * @since 0.1.0
 */
export interface Plan {
  readonly looks: ReadonlyArray<number>
  readonly confidence: number
  readonly confirmReplications: number
}

/**
 * The plan that a search follows unless it is given another: 4, 8 and 16 replications at 95 %,
 * and 32 to confirm.
 *
 * @category judging
 * @source none: four are the fewest whose Student-t interval is of use (its quantile for three
 * degrees of freedom is 4.9 after the correction); a Helong year takes under a second each. The
 * smallest breaking shock lies close to the bound, so its confirmation gets twice the replications
 * of the last look.
 * @since 0.1.0
 */
export const defaultPlan: Plan = {
  looks: [4, 8, 16],
  confidence: 0.95,
  confirmReplications: 32
}

/**
 * The confidence of each look's interval under a plan.
 *
 * ```ts
 * import { Judgement } from "@wangge/stress"
 *
 * Judgement.lookConfidence({ looks: [4, 8], confidence: 0.5, confirmReplications: 8 }) // => 0.75
 * ```
 *
 * @category judging
 * @source Bonferroni correction: the chance of any of several errors is at most their sum
 * @since 0.1.0
 */
export const lookConfidence = (plan: Plan): number => 1 - (1 - plan.confidence) / plan.looks.length

/**
 * Judges a promise on the values of some replications, one value each, NaN where there is none.
 *
 * The promise holds when the whole interval keeps it and is violated when no point of it does.
 * `isLast` says that no further look follows: until then values without any spread are undecided,
 * because their interval has no width for want of data.
 *
 * ```ts
 * import { Judgement } from "@wangge/stress"
 *
 * const promise = { outcome: "onTimeShare", relation: ">=", bound: 0.9 } as const
 * const look = { confidence: 0.95, isLast: true }
 * Judgement.of([0.95, 0.96, 0.94, 0.95], promise, look).state // => "holds"
 * Judgement.of([0.85, 0.95, 0.89, 0.92], promise, look).state // => "undecided"
 * Judgement.of([0.81, 0.8, 0.79, 0.8], promise, look).state // => "violated"
 * ```
 *
 * @category judging
 * @since 0.1.0
 */
export const of = (
  values: ReadonlyArray<number>,
  objective: Objective.Objective,
  look: { readonly confidence: number; readonly isLast: boolean }
): Judgement => {
  const given = values.filter((value) => !Number.isNaN(value))
  const { mean, halfWidth } = interval(given, look.confidence)
  const verdict = answer(given, { mean, halfWidth }, objective, look.isLast)
  return {
    state: verdict.state,
    reason: verdict.reason,
    mean,
    halfWidth,
    confidence: look.confidence,
    replications: values.length,
    values: given.length
  }
}

const interval = (
  values: ReadonlyArray<number>,
  confidence: number
): { readonly mean: number | null; readonly halfWidth: number | null } => {
  if (values.length === 0) return { mean: null, halfWidth: null }
  const estimate = Estimate.of(values, confidence)
  return { mean: estimate.mean, halfWidth: estimate.halfWidth }
}

const answer = (
  values: ReadonlyArray<number>,
  { mean, halfWidth }: { readonly mean: number | null; readonly halfWidth: number | null },
  objective: Objective.Objective,
  isLast: boolean
): { readonly state: State; readonly reason: Reason } => {
  if (mean === null) return { state: "undecided", reason: "noValue" }
  if (halfWidth === null) return { state: "undecided", reason: "oneValue" }
  if (!isLast && values.every((value) => value === values[0])) {
    return { state: "undecided", reason: "noSpread" }
  }
  // All relations are one-sided, so the interval's ends speak for every point between them.
  const lowKeeps = Objective.isKept(objective, mean - halfWidth)
  const highKeeps = Objective.isKept(objective, mean + halfWidth)
  if (lowKeeps && highKeeps) return { state: "holds", reason: "intervalClear" }
  if (!lowKeeps && !highKeeps) return { state: "violated", reason: "intervalClear" }
  return { state: "undecided", reason: "intervalAcross" }
}

/**
 * What is wrong with a plan: an empty list if nothing is.
 *
 * ```ts
 * import { Judgement } from "@wangge/stress"
 *
 * Judgement.planProblems(Judgement.defaultPlan) // => []
 * ```
 *
 * @category judging
 * @since 0.1.0
 */
export const planProblems = (plan: Plan): ReadonlyArray<string> => {
  const problems: Array<string> = []
  const isRising = plan.looks.every(
    (count, at) => Number.isSafeInteger(count) && count > (at === 0 ? 1 : plan.looks[at - 1]!)
  )
  if (plan.looks.length === 0 || !isRising) {
    problems.push(`looks: ${plan.looks.join(", ")}; expected rising whole numbers from 2 on`)
  }
  if (!(plan.confidence > 0 && plan.confidence < 1)) {
    problems.push(`confidence: ${plan.confidence}; expected a number between 0 and 1`)
  }
  if (!Number.isSafeInteger(plan.confirmReplications) || plan.confirmReplications < 2) {
    problems.push(
      `confirmReplications: ${plan.confirmReplications}; expected a whole number from 2 on`
    )
  }
  return problems
}

/**
 * Words for the three answers.
 *
 * @category judging
 * @since 0.1.0
 */
export const words: Readonly<Record<State, { readonly en: string; readonly zh: string }>> = {
  holds: { en: "holds", zh: "兑现" },
  violated: { en: "violated", zh: "未兑现" },
  undecided: { en: "undecided", zh: "无法判定" }
}
