/**
 * The rules of whistles: which kinds there are, who can be called, and how fast each kind has to be
 * answered, on which clock. Plain data is compiled with the clocks of a locality.
 */
import { type Clock, WorkDays } from "@wangge/calendar"
import { type Label, type Provenance, Seconds } from "@wangge/facts"
import type { ClockId } from "./CaseProfile.ts"
import type { Clocks } from "./CaseRules.ts"
import * as limitClock from "./internal/limitClock.ts"

/**
 * The kinds of whistles: an outcry of residents that the sub-district cannot solve, joint
 * enforcement, an emergency. Append only.
 *
 * @source Beijing government Q&A and press on 街乡吹哨、部门报到, 2018: 群众诉求哨、日常综合执法哨、应急处置哨
 * @category whistles
 * @since 0.1.0
 */
export const kinds = ["Outcry", "JointEnforcement", "Emergency"] as const

/**
 * One of {@link kinds}.
 *
 * @category whistles
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * What each kind is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Kind, Label.Label>> = {
  Outcry: { en: "residents' outcry", zh: "群众诉求哨" },
  JointEnforcement: { en: "joint enforcement", zh: "综合执法哨" },
  Emergency: { en: "emergency", zh: "应急处置哨" }
}

/**
 * Who can be called: a department, or a party member. Append only.
 *
 * @source Helong report: 部门报到; Bagongshan report: 社区吹哨、党员报到
 * @category whistles
 * @since 0.1.0
 */
export const targetKinds = ["Department", "PartyMember"] as const

/**
 * One of {@link targetKinds}.
 *
 * @category whistles
 * @since 0.1.0
 */
export type TargetKind = (typeof targetKinds)[number]

/**
 * What each kind of target is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const targetLabels: Readonly<Record<TargetKind, Label.Label>> = {
  Department: { en: "department", zh: "部门" },
  PartyMember: { en: "party member", zh: "党员" }
}

/**
 * How long a target has to report in: `limitSec` seconds of the clock `clock`; `Infinity` is no
 * limit.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface Limit {
  readonly clock: ClockId
  readonly limitSec: number
  readonly provenance: Provenance.Provenance
}

/**
 * Which kinds of whistles and of targets a locality uses, and the limit of every kind.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface Policy {
  readonly kinds: ReadonlyArray<Kind>
  readonly targetKinds: ReadonlyArray<TargetKind>
  readonly limits: Readonly<Record<Kind, Limit>>
}

const pinggu =
  "Beijing government Q&A and press on whistles, 2018: 30 min in the practice of Pinggu district"

/**
 * All kinds in use: 30 minutes for joint enforcement and emergencies, one working day for an
 * outcry.
 *
 * A working day is counted by dates: the day of the call does not count, and the limit ends when the
 * next working day closes.
 *
 * ```ts
 * import { WhistleRules } from "@wangge/cases"
 *
 * WhistleRules.base.limits.Emergency.limitSec // => 1800
 * ```
 *
 * @source 30 min: Beijing government Q&A and press, 2018 (Pinggu); one working day: assumed
 * @category whistles
 * @since 0.1.0
 */
export const base: Policy = {
  kinds,
  targetKinds,
  limits: {
    Outcry: {
      clock: "workingDays",
      limitSec: WorkDays.daySec,
      provenance: {
        kind: "assumed",
        reason: "an outcry needs people of several offices, not a patrol car: one working day"
      }
    },
    JointEnforcement: {
      clock: "calendar",
      limitSec: 30 * Seconds.minuteSec,
      provenance: { kind: "public", source: pinggu }
    },
    Emergency: {
      clock: "calendar",
      limitSec: 30 * Seconds.minuteSec,
      provenance: { kind: "public", source: pinggu }
    }
  }
}

/**
 * A policy with the clocks behind its limits.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface WhistleRules {
  readonly policy: Policy
  readonly clocks: Clocks
}

/**
 * Rules from a policy and the clocks of a locality.
 *
 * Throws a `RangeError` for a policy without kinds, for a limit that is negative or no whole number
 * of seconds (`Infinity` is none), and for one that counts working days when no such clock is given.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { WhistleRules } from "@wangge/cases"
 *
 * const { calendar } = Clock
 * const clocks = { calendar, working: calendar, workingDays: calendar }
 * const rules = WhistleRules.compile(WhistleRules.base, { clocks })
 * WhistleRules.dueSec(rules, "Emergency", 1000) // => 2800
 * ```
 *
 * @category whistles
 * @since 0.1.0
 */
export const compile = (
  policy: Policy,
  options: { readonly clocks: WhistleRules["clocks"] }
): WhistleRules => {
  if (policy.kinds.length === 0 || policy.targetKinds.length === 0) {
    throw new RangeError("A policy of whistles uses at least one kind and one kind of target")
  }
  for (const kind of kinds) {
    const { clock, limitSec } = policy.limits[kind]
    clockOf(options.clocks, clock)
    if (!(limitSec >= 0) || (limitSec !== Number.POSITIVE_INFINITY && !Seconds.isWhole(limitSec))) {
      throw new RangeError(`Expected whole seconds as the limit of ${kind}; got ${limitSec}`)
    }
  }
  return { policy, clocks: options.clocks }
}

/**
 * The last second at which a target that is called at `atSec` reports in on time; `NaN` where it
 * would fall outside the working calendar, `Infinity` without a limit.
 *
 * @category whistles
 * @since 0.1.0
 */
export const dueSec = (rules: WhistleRules, kind: Kind, atSec: number): number => {
  const { clock, limitSec } = rules.policy.limits[kind]
  return limitClock.addSec(clockOf(rules.clocks, clock), atSec, limitSec)
}

const clockOf = (clocks: Clocks, id: ClockId): Clock.Clock => {
  const clock = clocks[id]
  if (clock === undefined) throw new RangeError(`Expected a clock for ${id}`)
  return clock
}
