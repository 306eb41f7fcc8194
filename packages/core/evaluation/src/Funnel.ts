/**
 * Funnel limits: how far the share of a unit of a given size may lie from a target by chance alone.
 * The limits come from the exact binomial distribution, so that a small unit gets limits that are wide
 * and stay within 0 and 1; the arcsine approximation folds back there and calls a perfect share of
 * three out of three an outlier. A unit beyond a limit is looked at; no score changes by it.
 */
import { binomialLower, binomialUpper } from "./internal/betaDistribution.ts"
import { winsorisedSpread } from "./internal/winsorisedSpread.ts"
import * as Rational from "./Rational.ts"
import * as ShareCount from "./ShareCount.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * The two pairs of limits and the chance that a unit on target lies beyond either of the pair.
 *
 * @source Spiegelhalter 2005, Funnel plots for comparing institutional performance, Statistics in
 * Medicine 24:1185-1202: 95 % and 99.8 %, about 2 and 3 standard deviations
 * @category funnels
 * @since 0.1.0
 */
export const levels = { warning: 0.05, alarm: 0.002 } as const

/**
 * How a limit is drawn between two whole counts. With P the distribution of the count on target and p
 * the tail, `Spiegelhalter` takes the least r with P(R <= r) > p and draws the limit at (r - a) / n,
 * a = (P(R <= r) - p) / P(R = r), for both limits alike. `Mirrored` does so for the lower limit and
 * takes the upper one from the counts of the other outcome, which is 1 / n further out: then good and
 * bad sides are treated alike, and a share lies on or beyond a limit exactly where the tail from it on
 * is p or less.
 *
 * @source Spiegelhalter 2005, appendix; the mirroring is ours
 * @category funnels
 * @since 0.1.0
 */
export const interpolations = ["Mirrored", "Spiegelhalter"] as const

/**
 * One of {@link interpolations}.
 *
 * @category funnels
 * @since 0.1.0
 */
export type Interpolation = (typeof interpolations)[number]

/**
 * A pair of limits, as shares from 0 to 1.
 *
 * @category funnels
 * @since 0.1.0
 */
export interface Limits {
  readonly lower: number
  readonly upper: number
}

/**
 * The limits for a unit with `total` matters; `tails` is the chance of both tails together.
 *
 * Throws a `RangeError` unless 0 < target < 1, 0 < tails < 1 and `total` is a whole number above 0.
 *
 * ```ts
 * import { Funnel } from "@wangge/evaluation"
 *
 * const limits = Funnel.limits({ target: 0.9, total: 3, tails: 0.05, interpolation: "Mirrored" })
 * limits.upper // => 1
 * limits.lower.toFixed(4) // => "0.2963"
 * ```
 *
 * @source as at {@link interpolations}
 * @category funnels
 * @since 0.1.0
 */
export const limits = (at: {
  readonly target: number
  readonly total: number
  readonly tails: number
  readonly interpolation: Interpolation
}): Limits => {
  const { target, total, tails } = at
  const isUsable = target > 0 && target < 1 && tails > 0 && tails < 1
  if (!isUsable || !Number.isSafeInteger(total) || total < 1) {
    throw new RangeError(`No funnel has target ${target}, total ${total} and tails ${tails}`)
  }
  const tail = tails / 2
  const upper =
    at.interpolation === "Mirrored"
      ? 1 - interpolated(1 - target, total, tail)
      : interpolated(target, total, 1 - tail)
  return { lower: within(interpolated(target, total, tail)), upper: within(upper) }
}

/**
 * What a funnel is drawn from. `target` is a share of the rules or `Pooled`, that of all units
 * together. `overdispersion`: `None` takes the binomial as it is, `Winsorised` stretches the limits
 * around the target by the root of the estimated spread where it is clearly above 1. `lookCount` is
 * how often the same funnel is looked at in the period; `correction` divides the tails by the number of
 * units and looks (`Bonferroni`) or not.
 *
 * @category funnels
 * @since 0.1.0
 */
export interface FunnelRules {
  readonly target: Rational.Rational | "Pooled"
  readonly interpolation: Interpolation
  readonly overdispersion: "None" | "Winsorised"
  readonly lookCount: number
  readonly correction: "None" | "Bonferroni"
}

/**
 * One unit in a funnel. `lowerTail` and `upperTail` are the chances of so few or fewer, and of so many
 * or more, on target; `zone` is the outermost pair of limits that the share has reached.
 *
 * @category funnels
 * @since 0.1.0
 */
export interface FunnelUnit {
  readonly unitId: string
  readonly count: number
  readonly total: number
  readonly share: Rational.Rational
  readonly lowerTail: number
  readonly upperTail: number
  readonly warning: Limits
  readonly alarm: Limits
  readonly zone: "Inside" | "Warning" | "Alarm"
  readonly side: "Below" | "On" | "Above"
}

/**
 * A funnel. `spread` is the estimated variance of the units in units of chance alone (1: only chance),
 * `stretch` the factor by which the limits were stretched (1: not). `falseAlarmsMax` says how many
 * units are expected beyond the limits, over all looks, though all are on target.
 *
 * @category funnels
 * @since 0.1.0
 */
export interface Funnel {
  readonly target: Rational.Rational
  readonly rules: FunnelRules
  readonly spread: number
  readonly stretch: number
  readonly tails: { readonly warning: number; readonly alarm: number }
  readonly falseAlarmsMax: { readonly warning: number; readonly alarm: number }
  readonly units: ReadonlyArray<FunnelUnit>
}

/**
 * The funnel of some units, in the order given.
 *
 * Refused: no units, a unit without matters, a doubled id, a number of looks below 1, a target that is
 * not strictly between 0 and 1 (`OutOfRange`; also where all units together have none or all).
 *
 * ```ts
 * import { Funnel, Rational } from "@wangge/evaluation"
 *
 * const units = [{ unitId: "a", count: 3, total: 3 }, { unitId: "b", count: 60, total: 100 }]
 * const drawn = Funnel.of(units, {
 *   target: Rational.make(9, 10), interpolation: "Mirrored", overdispersion: "None",
 *   lookCount: 1, correction: "None"
 * })
 * drawn.ok ? drawn.funnel.units.map(({ zone }) => zone) : [] // => ["Inside", "Alarm"]
 * ```
 *
 * @source Spiegelhalter 2005 (limits, over-dispersion); that looks and units multiply false alarms is
 * arithmetic
 * @category funnels
 * @since 0.1.0
 */
export const of = (
  units: ReadonlyArray<ShareCount.ShareCount>,
  rules: FunnelRules
): { readonly ok: true; readonly funnel: Funnel } | StatisticProblem.Refusal => {
  const found = ShareCount.listProblem(units, 1)
  if (found !== "None") return { ok: false, problem: found }
  const { lookCount } = rules
  if (!Number.isSafeInteger(lookCount) || lookCount < 1) {
    return StatisticProblem.refuse("BadCount", "lookCount", `${lookCount}`, ">= 1")
  }
  const target = rules.target === "Pooled" ? pooled(units) : rules.target
  const center = Rational.toNumber(target)
  if (center <= 0 || center >= 1) {
    return StatisticProblem.refuse(
      "OutOfRange",
      "target",
      Rational.toText(target),
      "0 < target < 1"
    )
  }
  const spread = winsorisedSpread(units, center)
  const isSpread = spread > 1 + 2 * Math.sqrt(2 / units.length)
  const stretch = rules.overdispersion === "Winsorised" && isSpread ? Math.sqrt(spread) : 1
  const among = units.length * lookCount
  const share = rules.correction === "Bonferroni" ? among : 1
  const tails = { warning: levels.warning / share, alarm: levels.alarm / share }
  const drawn = units.map((unit) => place(unit, { rules, center, target, stretch, tails }))
  const falseAlarmsMax = { warning: among * tails.warning, alarm: among * tails.alarm }
  return {
    ok: true,
    funnel: { target, rules, spread, stretch, tails, falseAlarmsMax, units: drawn }
  }
}

/** The share of all units together. */
const pooled = (units: ReadonlyArray<ShareCount.ShareCount>): Rational.Rational => {
  const add = (pick: (unit: ShareCount.ShareCount) => number) =>
    units.reduce((sum, unit) => sum + BigInt(pick(unit)), 0n)
  return Rational.make(
    add(({ count }) => count),
    add(({ total }) => total)
  )
}

interface Drawing {
  readonly rules: FunnelRules
  readonly center: number
  readonly target: Rational.Rational
  readonly stretch: number
  readonly tails: { readonly warning: number; readonly alarm: number }
}

const place = (unit: ShareCount.ShareCount, drawing: Drawing): FunnelUnit => {
  const { unitId, count, total } = unit
  const { center, tails } = drawing
  const share = Rational.make(count, total)
  const lowerTail = binomialLower(count, total, center)
  const upperTail = binomialUpper(count, total, center)
  const [warning, alarm] = [tails.warning, tails.alarm].map((both) =>
    stretched(total, both, drawing)
  )
  const isBeyond = (both: number, drawn: Limits | undefined): boolean => {
    if (drawing.stretch === 1 && drawing.rules.interpolation === "Mirrored") {
      return Math.min(lowerTail, upperTail) <= both / 2
    }
    const value = count / total
    return (
      drawn !== undefined &&
      ((value <= drawn.lower && value < center) || (value >= drawn.upper && value > center))
    )
  }
  const none = { lower: 0, upper: 1 }
  const isAlarm = isBeyond(tails.alarm, alarm)
  const zone = isAlarm ? "Alarm" : isBeyond(tails.warning, warning) ? "Warning" : "Inside"
  const order = Rational.compare(share, drawing.target)
  const side = order < 0 ? "Below" : order > 0 ? "Above" : "On"
  return {
    unitId,
    count,
    total,
    share,
    lowerTail,
    upperTail,
    warning: warning ?? none,
    alarm: alarm ?? none,
    zone,
    side
  }
}

const stretched = (total: number, tails: number, { rules, center, stretch }: Drawing): Limits => {
  const drawn = limits({ target: center, total, tails, interpolation: rules.interpolation })
  if (stretch === 1) return drawn
  return {
    lower: within(center - stretch * (center - drawn.lower)),
    upper: within(center + stretch * (drawn.upper - center))
  }
}

/** The limit `(r - a) / n` of {@link interpolations}: r found by halving whole numbers. */
const interpolated = (target: number, total: number, tail: number): number => {
  let [below, at] = [-1, total]
  while (at - below > 1) {
    const middle = below + Math.floor((at - below) / 2)
    if (binomialLower(middle, total, target) > tail) at = middle
    else below = middle
  }
  const upTo = binomialLower(at, total, target)
  const before = binomialLower(at - 1, total, target)
  return (at - (upTo - tail) / (upTo - before)) / total
}

const within = (share: number): number => Math.max(0, Math.min(1, share))
