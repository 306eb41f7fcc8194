/**
 * One department or party member that a whistle calls, and what has become of it: it is awaited, it
 * reported in, it was recorded as missing, and then it was replaced, explained or excused.
 */
import { notYet } from "./Case.ts"
import type { TargetKind } from "./WhistleRules.ts"

/**
 * Where a target can stand. Append only.
 *
 * @source Helong report (部门报到); the ways to account for a missing one are ours
 * @category whistles
 * @since 0.1.0
 */
export const statuses = [
  "Awaited",
  "Missed",
  "ReportedIn",
  "Excused",
  "Replaced",
  "Explained"
] as const

/**
 * One of {@link statuses}.
 *
 * @category whistles
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One target. Times are whole seconds, `Case.notYet` where nothing has happened.
 *
 * `wasLate` says that it was not there at its due second, also when it came later or its absence
 * was replaced or explained; it never becomes false again. `byUnitId` replaces it, empty unless
 * replaced.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface WhistleTarget {
  readonly unitId: string
  readonly targetKind: TargetKind
  readonly status: Status
  readonly namedSec: number
  readonly dueSec: number
  readonly reportedInSec: number
  readonly wasLate: boolean
  readonly approverId: string
  readonly byUnitId: string
  readonly leftSec: number
}

/**
 * A target that has just been called.
 *
 * @category whistles
 * @since 0.1.0
 */
export const make = (
  call: { readonly unitId: string; readonly targetKind: TargetKind },
  times: { readonly namedSec: number; readonly dueSec: number }
): WhistleTarget => ({
  unitId: call.unitId,
  targetKind: call.targetKind,
  status: "Awaited",
  namedSec: times.namedSec,
  dueSec: times.dueSec,
  reportedInSec: notYet,
  wasLate: false,
  approverId: "",
  byUnitId: "",
  leftSec: notYet
})

/**
 * Whether a whistle may close as far as this target goes: it reported in, or it was excused,
 * replaced or explained. To be recorded as missing is not enough.
 *
 * @source none: our reading of "everybody is accounted for"
 * @category whistles
 * @since 0.1.0
 */
export const isAccountedFor = (target: WhistleTarget): boolean =>
  target.status !== "Awaited" && target.status !== "Missed"
