/**
 * A surge mobilisation as it runs: the call, the answers, who has arrived, who is on which duty since
 * when, and who is home again. `SurgeDecider` decides; `SurgeNumbers` counts.
 */
import type { Id } from "@wangge/facts"
import { brokenLog } from "./internal/moveFrame.ts"
import { type None, notYet } from "./ServiceMove.ts"
import type { Called } from "./SurgeCall.ts"
import type { SurgeEvent } from "./SurgeCommand.ts"
import type { SurgePlan } from "./SurgePlan.ts"

/**
 * Where a surge can stand. Append only.
 *
 * @source none: our own names
 * @category surges
 * @since 0.1.0
 */
export const statuses = ["Running", "StoodDown"] as const

/**
 * Where a member can stand: on the list without a call, called and silent, coming, cannot come, did
 * not come, there without a duty, on duty, home again. Append only.
 *
 * @source none: our own names
 * @category surges
 * @since 0.1.0
 */
export const memberStatuses = [
  "StandBy",
  "Called",
  "Coming",
  "Declined",
  "Missing",
  "There",
  "OnDuty",
  "Released"
] as const

/**
 * One of {@link memberStatuses}.
 *
 * @category surges
 * @since 0.1.0
 */
export type MemberStatus = (typeof memberStatuses)[number]

/**
 * One member. Times are whole seconds, `ServiceMove.notYet` where nothing has happened; `dutyId` is
 * empty off duty, `answeredSec` the first answer, whatever was answered later, and `restedSec` the first second at which
 * he or she may have the next duty.
 *
 * @category surges
 * @since 0.1.0
 */
export interface Member {
  readonly volunteerId: Id.Id<"Person">
  readonly skillIds: ReadonlyArray<string>
  readonly status: MemberStatus
  readonly calledSec: number
  readonly answeredSec: number
  readonly arrivedSec: number
  readonly dutyId: string
  readonly dutyFromSec: number
  readonly dutySec: number
  readonly restedSec: number
}

/**
 * One surge; `members` in the order of their calls.
 *
 * @category surges
 * @since 0.1.0
 */
export interface Surge {
  readonly surgeId: Id.Id<"Surge">
  readonly version: number
  readonly status: (typeof statuses)[number]
  readonly plan: SurgePlan
  readonly calledSec: number
  readonly members: ReadonlyArray<Member>
  readonly stoodDownSec: number
  readonly lastSec: number
}

/**
 * A surge, or none yet.
 *
 * @category surges
 * @since 0.1.0
 */
export type State = Surge | None

type Draft = { -readonly [Name in keyof Member]: Member[Name] }

/**
 * The surge after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * new list of members.
 *
 * @category surges
 * @since 0.1.0
 */
export const evolve = (state: State, event: SurgeEvent): Surge => {
  if (state.status === "None") {
    if (event.kind !== "SurgeCalled" || event.version !== 1) {
      throw brokenLog(event.kind, event, state)
    }
    const { surgeId, version, plan, atSec } = event
    const members = [
      ...event.called.map((called) => member(called, "Called", atSec)),
      ...event.reserves.map((called) => member(called, "StandBy", notYet))
    ]
    return {
      surgeId,
      version,
      status: "Running",
      plan,
      calledSec: atSec,
      members,
      stoodDownSec: notYet,
      lastSec: atSec
    }
  }
  const isNext = event.surgeId === state.surgeId && event.version === state.version + 1
  if (!isNext || event.kind === "SurgeCalled") throw brokenLog(event.kind, event, state)
  const isOver = event.kind === "SurgeStoodDown"
  return {
    surgeId: state.surgeId,
    version: event.version,
    status: isOver ? "StoodDown" : state.status,
    plan: state.plan,
    calledSec: state.calledSec,
    members: membersAfter(state, event),
    stoodDownSec: isOver ? event.atSec : state.stoodDownSec,
    lastSec: event.atSec
  }
}

const member = (called: Called, status: MemberStatus, calledSec: number): Member => ({
  volunteerId: called.volunteerId,
  skillIds: called.skillIds,
  status,
  calledSec,
  answeredSec: notYet,
  arrivedSec: notYet,
  dutyId: "",
  dutyFromSec: notYet,
  dutySec: 0,
  restedSec: notYet
})

const membersAfter = (state: Surge, event: SurgeEvent): ReadonlyArray<Member> => {
  const { members } = state
  switch (event.kind) {
    case "SurgeCalled":
    case "SurgeStoodDown":
      return members
    case "MoreCalled": {
      const ids = new Set<string>(event.called.map(({ volunteerId }) => volunteerId))
      const more = event.called.map((called) => member(called, "Called", event.atSec))
      return [...members.filter(({ volunteerId }) => !ids.has(volunteerId)), ...more]
    }
    default:
      return members.map((one) =>
        one.volunteerId === event.volunteerId ? memberAfter(state.plan, copy(one), event) : one
      )
  }
}

const copy = (one: Member): Draft => ({
  volunteerId: one.volunteerId,
  skillIds: one.skillIds,
  status: one.status,
  calledSec: one.calledSec,
  answeredSec: one.answeredSec,
  arrivedSec: one.arrivedSec,
  dutyId: one.dutyId,
  dutyFromSec: one.dutyFromSec,
  dutySec: one.dutySec,
  restedSec: one.restedSec
})

type MemberEvent = Extract<SurgeEvent, { readonly volunteerId: Id.Id<"Person"> }>

const memberAfter = (plan: SurgePlan, draft: Draft, event: MemberEvent): Member => {
  switch (event.kind) {
    case "CallAnswered":
      draft.status = event.isComing ? "Coming" : "Declined"
      if (draft.answeredSec === notYet) draft.answeredSec = event.atSec
      return draft
    case "MemberArrived":
      draft.status = "There"
      draft.arrivedSec = event.atSec
      return draft
    case "MemberMissing":
      draft.status = "Missing"
      return draft
    case "DutyBegun":
      draft.status = "OnDuty"
      draft.dutyId = event.dutyId
      draft.dutyFromSec = event.atSec
      return draft
    case "DutyEnded":
      draft.status = "There"
      draft.dutySec += event.atSec - draft.dutyFromSec
      draft.dutyId = ""
      draft.dutyFromSec = notYet
      draft.restedSec = event.atSec + plan.restSec
      return draft
    case "MemberReleased":
      draft.status = "Released"
      return draft
  }
}

/**
 * The member of an id, or `undefined`.
 *
 * @category surges
 * @since 0.1.0
 */
export const memberOf = (surge: Surge, volunteerId: string): Member | undefined =>
  surge.members.find((one) => one.volunteerId === volunteerId)

/**
 * How many are on a duty.
 *
 * @category surges
 * @since 0.1.0
 */
export const crewCount = (surge: Surge, dutyId: string): number =>
  surge.members.filter((one) => one.status === "OnDuty" && one.dutyId === dutyId).length

/**
 * Who has been on one duty for the whole shift and has to be relieved at `atSec`, the longest first,
 * ties by id. The last second of a shift is still within it.
 *
 * @category surges
 * @since 0.1.0
 */
export const dueForRelief = (surge: Surge, atSec: number): ReadonlyArray<Member> =>
  surge.members
    .filter((one) => one.status === "OnDuty" && atSec - one.dutyFromSec >= surge.plan.shiftSec)
    .toSorted(
      (one, other) =>
        one.dutyFromSec - other.dutyFromSec || (one.volunteerId < other.volunteerId ? -1 : 1)
    )

/**
 * Who is there, without a duty and rested at `atSec`: for whom `SurgeRoster.fill` finds duties.
 *
 * @category surges
 * @since 0.1.0
 */
export const readyAt = (surge: Surge, atSec: number): ReadonlyArray<Member> =>
  surge.members.filter((one) => one.status === "There" && atSec >= one.restedSec)

/**
 * The duties that somebody is on with fewer people than the least crew, in the order of the plan.
 *
 * @category surges
 * @since 0.1.0
 */
export const thinDuties = (surge: Surge): ReadonlyArray<string> =>
  surge.plan.duties
    .filter(({ dutyId, crewMin }) => {
      const count = crewCount(surge, dutyId)
      return count > 0 && count < crewMin
    })
    .map(({ dutyId }) => dutyId)
