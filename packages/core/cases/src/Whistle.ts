/**
 * A whistle (吹哨报到): one place calls departments or party members to a case, each of them reports in
 * or is accounted for, they stay until the work is done. The whistle ends with a result. This file
 * is its record and how events change it; `WhistleDecider` decides.
 */
import { type Id, Seconds } from "@wangge/facts"
import { notYet } from "./Case.ts"
import type { DeadlineEntry } from "./DeadlineEntry.ts"
import * as sideMove from "./internal/sideMove.ts"
import * as whistleDraft from "./internal/whistleDraft.ts"
import type { CaseMove, None } from "./SideProcessMove.ts"
import type { SideProcessStanding } from "./SideProcessStanding.ts"
import type { WhistleEvent } from "./WhistleEvent.ts"
import type { Kind } from "./WhistleRules.ts"
import * as WhistleTarget from "./WhistleTarget.ts"

/**
 * Where a whistle can stand: blown, the work is done, closed. Append only.
 *
 * @source none: our own names
 * @category whistles
 * @since 0.1.0
 */
export const statuses = ["Blown", "WorkDone", "Closed"] as const

/**
 * One of {@link statuses}.
 *
 * @category whistles
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One whistle. Times are whole seconds, `Case.notYet` where nothing has happened.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface Whistle {
  readonly processId: Id.Id<"SideProcess">
  readonly caseId: Id.Id<"Case">
  readonly version: number
  readonly status: Status
  readonly whistleKind: Kind
  readonly blownSec: number
  readonly targets: ReadonlyArray<WhistleTarget.WhistleTarget>
  readonly result: string
  readonly doneSec: number
  readonly closedSec: number
  readonly lastSec: number
}

/**
 * A whistle, or none yet.
 *
 * @category whistles
 * @since 0.1.0
 */
export type State = Whistle | None

/**
 * The whistle after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * new record, one new list of targets.
 *
 * @category whistles
 * @since 0.1.0
 */
export const evolve = (state: State, event: WhistleEvent): Whistle => {
  if (state.status === "None") {
    if (event.kind !== "WhistleBlown" || event.version !== 1) throw sideMove.brokenLog(event, state)
    return whistleDraft.blown(event)
  }
  if (event.kind === "WhistleBlown" || !sideMove.follows(event, state)) {
    throw sideMove.brokenLog(event, state)
  }
  return whistleDraft.apply(whistleDraft.copy(state), event)
}

/**
 * The ids of the targets that are not accounted for: awaited, or missing and neither replaced nor
 * explained nor excused.
 *
 * @category whistles
 * @since 0.1.0
 */
export const unaccounted = (whistle: Whistle): ReadonlyArray<string> =>
  whistle.targets
    .filter((target) => !WhistleTarget.isAccountedFor(target))
    .map((target) => target.unitId)

/**
 * The targets that have not come and whose limit has run out by `atSec`, but that nobody has
 * recorded as missing yet: what a desk records next.
 *
 * @category whistles
 * @since 0.1.0
 */
export const toRecord = (whistle: Whistle, atSec: number): ReadonlyArray<string> =>
  whistle.targets
    .filter((target) => target.status === "Awaited" && atSec > target.dueSec)
    .map((target) => target.unitId)

/**
 * The summary of a whistle; one due time per target that has a limit.
 *
 * @category side processes
 * @since 0.1.0
 */
export const standing = (whistle: Whistle): SideProcessStanding => ({
  process: "Whistle",
  processId: whistle.processId,
  caseIds: [whistle.caseId],
  isOpen: whistle.status !== "Closed",
  isAccountedFor: unaccounted(whistle).length === 0 && whistle.doneSec !== notYet,
  unaccounted:
    whistle.doneSec === notYet ? [...unaccounted(whistle), "Result"] : unaccounted(whistle),
  deadlines: whistle.targets
    .filter((target) => Seconds.isWhole(target.dueSec))
    .map((target) => deadlineOf(whistle, target))
})

const deadlineOf = (whistle: Whistle, target: WhistleTarget.WhistleTarget): DeadlineEntry => ({
  process: "Whistle",
  processId: whistle.processId,
  caseId: whistle.caseId,
  subject: target.unitId,
  dueSec: target.dueSec,
  doneSec: target.reportedInSec,
  isExcused: target.status === "Excused" && !target.wasLate
})

/**
 * What the case gets for an event: `OpenSideProcess` when the whistle is blown, `CloseSideProcess`
 * when it ends, nothing in between.
 *
 * @category side processes
 * @since 0.1.0
 */
export const caseMoves = (event: WhistleEvent): ReadonlyArray<CaseMove> => {
  switch (event.kind) {
    case "WhistleBlown":
      return [sideMove.opensOn("Whistle", event.caseId, event)]
    case "WhistleClosed":
      return [sideMove.closesOn(event.caseId, event, true)]
    default:
      return []
  }
}
