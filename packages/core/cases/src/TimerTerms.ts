/**
 * The terms of the five clocks of a case, as data and as tables: which moment starts and which meets
 * each clock, how long each may run for which urgency, category and unit, and what it counts on. A
 * profile gives terms per urgency; rows of a locality's own stand over them. When a limit or a calendar
 * changes, other terms are compiled and due seconds are counted again with them: see `CaseTimes`.
 */
import type { Clock } from "@wangge/calendar"
import type { Provenance } from "@wangge/facts"
import * as CaseClock from "./CaseClock.ts"
import type { CaseProfile } from "./CaseProfile.ts"
import type { Clocks } from "./CaseRules.ts"
import * as Category from "./Category.ts"
import { rowsOfProfile, standardTriggers } from "./internal/timerData.ts"
import * as TimerProblem from "./TimerProblem.ts"
import * as Urgency from "./Urgency.ts"

/**
 * What can happen to a case that a clock may start or end with. An event is a list of them, mostly
 * one or none; see `CaseTimes`. The position is the number of a bit: append only, never reorder or
 * reuse a position.
 *
 * `Returned` is a refusal of the assigned unit, `Escalated` the case leaving it upwards; `Checked` is
 * any check of a claim, `ClaimRefuted` one that sends the case back to work; `FollowedUp` is any
 * attempt, also a failed one; `Ended` is every end but a merge, in which clocks stand still.
 *
 * @source none: our own names
 * @category terms
 * @since 0.1.0
 */
export const moments = [
  "Reported",
  "Assigned",
  "SignedIn",
  "Contacted",
  "Claimed",
  "Checked",
  "ClaimRefuted",
  "FollowedUp",
  "Returned",
  "Escalated",
  "Reopened",
  "Ended"
] as const

/**
 * One of {@link moments}.
 *
 * @category terms
 * @since 0.1.0
 */
export type Moment = (typeof moments)[number]

/**
 * The moments that start a clock (anew), meet it, take its being met back, and drop it unmet.
 *
 * @category terms
 * @since 0.1.0
 */
export interface Trigger {
  readonly starts: ReadonlyArray<Moment>
  readonly meets: ReadonlyArray<Moment>
  readonly revokes: ReadonlyArray<Moment>
  readonly drops: ReadonlyArray<Moment>
}

/**
 * The limit of one clock, for the urgencies, categories and units that it names (an empty list: all).
 * Of several rows that fit, the last one holds.
 *
 * `countsOn` names the clock, in whose seconds `limitSec` and `extensionSec` (per extension) are; a
 * working day is `WorkDays.daySec`. `Infinity` means no limit.
 *
 * @category terms
 * @since 0.1.0
 */
export interface Row {
  readonly clock: CaseClock.CaseClock
  readonly urgencies: ReadonlyArray<Urgency.Urgency>
  readonly categories: ReadonlyArray<Category.Category>
  readonly unitIds: ReadonlyArray<string>
  readonly countsOn: keyof Clocks
  readonly limitSec: number
  readonly extensionSec: number
  readonly provenance: Provenance.Provenance
}

/**
 * Terms as plain data. `amberShare` is the share of a limit after which its light turns amber.
 *
 * @category terms
 * @since 0.1.0
 */
export interface TermsData {
  readonly triggers: Readonly<Record<CaseClock.CaseClock, Trigger>>
  readonly rows: ReadonlyArray<Row>
  readonly amberShare: number
}

/**
 * Compiled terms. The limits stand in tables at {@link indexOf}; the triggers are bits of
 * {@link moments} per position of `CaseClock.list`. `unitIds` are the units with rows of their own:
 * unit number 0 is any other, unit number `i + 1` is `unitIds[i]`.
 *
 * @category terms
 * @since 0.1.0
 */
export interface TimerTerms {
  readonly amberShare: number
  readonly unitIds: ReadonlyArray<string>
  readonly clocks: ReadonlyArray<Clock.Clock>
  readonly clockNumber: Uint8Array
  readonly limitSec: Float64Array
  readonly extensionSec: Float64Array
  readonly starts: Uint16Array
  readonly meets: Uint16Array
  readonly revokes: Uint16Array
  readonly drops: Uint16Array
}

/**
 * The usual triggers: sign in from the assignment to the acceptance or the refusal, first contact from
 * the report, handle from the report to the claim of resolution, verify from the claim to its check,
 * call back from the claim to the first attempt. Reopening starts contact and handling anew; a refuted
 * claim lets handling run on under the old limit, the time since the claim included.
 *
 * @source digital urban management (签收、处置、核查) and Beijing 12345 practice (先行联系) name the promises;
 * what exactly starts and meets each is our reading
 * @category terms
 * @since 0.1.0
 */
export const triggers: TermsData["triggers"] = standardTriggers

/**
 * The terms of a profile: its limits per urgency under the usual {@link triggers}.
 *
 * @category terms
 * @since 0.1.0
 */
export const dataOf = (profile: CaseProfile): TermsData => ({
  triggers,
  rows: rowsOfProfile(profile),
  amberShare: profile.policy.amberShare
})

/**
 * Terms as tables.
 *
 * Throws a `RangeError` that lists every problem of the data; ask `TimerProblem.find` first where it
 * comes from outside. Cost: a table of 300 limits, and 300 more per unit with rows of its own.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { CaseProfile, TimerTerms } from "@wangge/cases"
 *
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const terms = TimerTerms.compile(TimerTerms.dataOf(CaseProfile.base), { clocks })
 * const lamp = { urgency: "Urgent", category: "PublicFacilities", unitId: "unit-3" } as const
 * TimerTerms.limitSecOf(terms, "Handle", lamp) // => 86400
 * ```
 *
 * @category terms
 * @since 0.1.0
 */
export const compile = (data: TermsData, options: { readonly clocks: Clocks }): TimerTerms => {
  const { clocks } = options
  const problems = TimerProblem.find(data, clocks)
  if (problems.length > 0) {
    const words = problems.map((problem) => TimerProblem.describe(problem).en)
    throw new RangeError(`The terms cannot be compiled: ${words.join(" ")}`)
  }
  const unitIds = [...new Set(data.rows.flatMap((row) => row.unitIds))]
  const size = (unitIds.length + 1) * Category.list.length * Urgency.list.length * timerCount
  const terms: TimerTerms = {
    amberShare: data.amberShare,
    unitIds,
    clocks: [clocks.calendar, clocks.working, clocks.workingDays ?? clocks.working],
    clockNumber: new Uint8Array(size),
    limitSec: new Float64Array(size),
    extensionSec: new Float64Array(size),
    starts: bitsOf(data, "starts"),
    meets: bitsOf(data, "meets"),
    revokes: bitsOf(data, "revokes"),
    drops: bitsOf(data, "drops")
  }
  for (const row of data.rows) writeRow(terms, row)
  return terms
}

const timerCount = CaseClock.list.length
const clockNames: ReadonlyArray<keyof Clocks> = ["calendar", "working", "workingDays"]

const bitsOf = (data: TermsData, effect: keyof Trigger): Uint16Array =>
  Uint16Array.from(CaseClock.list, (timer) =>
    data.triggers[timer][effect].reduce((bits, moment) => bits | (1 << momentCodeOf(moment)), 0)
  )

const writeRow = (terms: TimerTerms, row: Row): void => {
  const timer = CaseClock.codeOf(row.clock)
  const urgencies = row.urgencies.length === 0 ? Urgency.list : row.urgencies
  const categories = row.categories.length === 0 ? Category.list : row.categories
  const units =
    row.unitIds.length === 0
      ? [0, ...terms.unitIds.map((_, index) => index + 1)]
      : row.unitIds.map((unitId) => unitNumberOf(terms, unitId))
  for (const unit of units) {
    for (const category of categories) {
      for (const urgency of urgencies) {
        const at = indexOf(timer, Urgency.codeOf(urgency), Category.codeOf(category), unit)
        terms.clockNumber[at] = clockNames.indexOf(row.countsOn)
        terms.limitSec[at] = row.limitSec
        terms.extensionSec[at] = row.extensionSec
      }
    }
  }
}

/**
 * Where the limit of a clock stands in the tables, all by their positions; the unit by
 * {@link unitNumberOf}.
 *
 * @category tables
 * @since 0.1.0
 */
export const indexOf = (timer: number, urgency: number, category: number, unit: number): number =>
  ((unit * Category.list.length + category) * Urgency.list.length + urgency) * timerCount + timer

/**
 * The number of a unit in the tables: 0 for one without rows of its own.
 *
 * @category tables
 * @since 0.1.0
 */
export const unitNumberOf = (terms: TimerTerms, unitId: string): number =>
  terms.unitIds.indexOf(unitId) + 1

/**
 * The number of a moment: its position in {@link moments}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * @category tables
 * @since 0.1.0
 */
export const momentCodeOf = (moment: Moment): number => {
  const code = moments.indexOf(moment)
  if (code < 0) throw new RangeError(`A moment is one of ${moments.join(", ")}; got ${moment}`)
  return code
}

/**
 * What picks the limits of a case: how urgent it is, what it is about, and who answers for it.
 *
 * @category terms
 * @since 0.1.0
 */
export interface CaseClass {
  readonly urgency: Urgency.Urgency
  readonly category: Category.Category
  readonly unitId: string
}

/**
 * The limit of a clock for a class of cases, in seconds of what the clock counts on.
 *
 * @category terms
 * @since 0.1.0
 */
export const limitSecOf = (terms: TimerTerms, clock: CaseClock.CaseClock, of: CaseClass): number =>
  terms.limitSec[
    indexOf(
      CaseClock.codeOf(clock),
      Urgency.codeOf(of.urgency),
      Category.codeOf(of.category),
      unitNumberOf(terms, of.unitId)
    )
  ]!
