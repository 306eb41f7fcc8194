/**
 * A profile compiled to tables, and the rules of the life cycle as functions of numbers that return
 * numbers. Records (`CaseDecider`) and the simulator's columns both call these, so that a rule is
 * stated once. Statuses, actions, urgencies and levels are positions in their lists; times are
 * whole seconds since the Unix epoch. Nothing here allocates after compiling,
 * but for one small object when a pause moves a due second.
 */
import type { Clock } from "@wangge/calendar"
import type { CaseProfile } from "./CaseProfile.ts"
import { compileProfile } from "./internal/compileProfile.ts"
import * as ProfileProblem from "./ProfileProblem.ts"

export * from "./DeadlineRules.ts"
export * from "./GateRules.ts"
export * from "./MoveRules.ts"
export * from "./ReviewRules.ts"

/**
 * A compiled profile. Tables are indexed by the positions of statuses, actions, urgencies and
 * levels in their lists; treat them as read-only and use the functions below to read them.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CaseRules {
  readonly profile: CaseProfile
  /**
   * The next status, -1 not allowed, -2 remembered, for whoever acts (see {@link unstated} and
   * {@link someone}), the level of the case, its status, and the action; the last runs fastest.
   */
  readonly next: Int8Array
  /** Per action, the items it needs, as bits of `CaseItem`. */
  readonly needs: Uint16Array
  /** Per source, the items that a report needs beside. */
  readonly sourceNeeds: Uint16Array
  /** Per action, the level of the actor: 0 any, 1 that of the case, 2 the level above. */
  readonly actorLevels: Uint8Array
  /** Per clock of `CaseClock` and urgency, the seconds of the limit; the urgency runs fastest. */
  readonly limitSec: Float64Array
  /** Per clock of `CaseClock`, per urgency, what it counts on. */
  readonly timerClocks: ReadonlyArray<ReadonlyArray<Clock.Clock>>
  /** Per urgency, the seconds that one extension adds. */
  readonly extensionSec: Float64Array
  /** Per urgency, how many extensions one limit allows. */
  readonly extensionCountMax: Float64Array
  /** Per urgency, the clock that the limit on resolving runs on. */
  readonly clocks: ReadonlyArray<Clock.Clock>
  /** Per level, the level above: -1 at the top, -2 where the profile does not use the level. */
  readonly levelAbove: Int8Array
  /** The level at which a case starts. */
  readonly lowestLevel: number
  /** Per level, the scores of cost, conflict and difficulty above which a case goes up. */
  readonly thresholds: Float64Array
  /** Per kind of matter, the levels at which it may stand, as bits. */
  readonly matterLevels: Uint8Array
  /** Per action, what it asks of side processes. */
  readonly gates: ReadonlyArray<ReadonlyArray<CompiledGate>>
  /** Copies of the policy numbers of the profile. */
  readonly maxReturns: number
  readonly appealSec: number
  readonly amberShare: number
  readonly reopensWhenDissatisfied: boolean
}

/**
 * A gate as numbers: the kinds of matter as bits, the kind of side process and the rule by position.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CompiledGate {
  readonly matterKinds: number
  readonly process: number
  readonly rule: number
}

/**
 * The clock behind each name that a profile's limits can use; working days only where a profile
 * names them.
 *
 * @category rules
 * @since 0.1.0
 */
export interface Clocks {
  readonly calendar: Clock.Clock
  readonly working: Clock.Clock
  readonly workingDays?: Clock.Clock
}

/**
 * The tables of a profile.
 *
 * Throws a `RangeError` that lists every problem of the profile; ask `ProfileProblem.find` first
 * where a profile comes from outside. Throws one as well for a profile that counts working days
 * when no such clock is given.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { CaseProfile, CaseRules } from "@wangge/cases"
 *
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const rules = CaseRules.compile(CaseProfile.base, { clocks })
 * CaseRules.dueSec(rules, 1, 1_000) // => 87400
 * ```
 *
 * @category rules
 * @since 0.1.0
 */
export const compile = (profile: CaseProfile, options: { readonly clocks: Clocks }): CaseRules => {
  const problems = ProfileProblem.find(profile)
  if (problems.length > 0) {
    const words = problems.map((problem) => ProfileProblem.describe(problem).en)
    throw new RangeError(`The profile ${profile.id} cannot be compiled: ${words.join(" ")}`)
  }
  return compileProfile(profile, options.clocks)
}
