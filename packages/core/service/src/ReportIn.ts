/**
 * Report-in of members (双报到): an in-service party member reports in to the community where he
 * lives, and offers his help there. One residence at a time: a second one is refused until the
 * first is ended or moved. The report-in of a unit is a record of its own (`UnitReportIn`).
 */
import type { Id, Label } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import { brokenLog } from "./internal/moveFrame.ts"
import type { Happening, Move, None } from "./ServiceMove.ts"

/**
 * All statuses: reported in somewhere, or nowhere any more. Append only.
 *
 * @source none: our own names
 * @category report-in
 * @since 0.1.0
 */
export const statuses = ["In", "Out"] as const

/**
 * One of {@link statuses}.
 *
 * @category report-in
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * All actions, the opening one first. Append only.
 *
 * @source Helong, Longxian, Jiyang and Bagongshan reports: members report in (报到); others ours
 * @category report-in
 * @since 0.1.0
 */
export const actions = ["ReportIn", "MoveResidence", "EndReportIn"] as const

/**
 * One of {@link actions}.
 *
 * @category report-in
 * @since 0.1.0
 */
export type Action = (typeof actions)[number]

/**
 * What each action is called on a screen, in English and Chinese.
 *
 * @source the reports for 报到; the other words are usual
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Action, Label.Label>> = {
  ReportIn: { en: "report in", zh: "报到" },
  MoveResidence: { en: "move to another community", zh: "转移报到" },
  EndReportIn: { en: "end the report-in", zh: "终止报到" }
}

/**
 * The actions that a status allows; after an end a member may report in again.
 *
 * @source none: our own rule
 * @category report-in
 * @since 0.1.0
 */
export const allowed: Readonly<Record<Status, ReadonlyArray<Action>>> = {
  In: ["MoveResidence", "EndReportIn"],
  Out: ["ReportIn"]
}

/**
 * What every command on the report-in of a member carries.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface Order<OneAction extends Action> extends Move<OneAction> {
  readonly memberId: Id.Id<"Person">
}

/**
 * Reports in to the community of the residence, or moves there from another one. `organId` is the
 * unit that the member works for, empty if it is not known.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface Arrive extends Order<"ReportIn" | "MoveResidence"> {
  readonly gridId: Id.Id<"Grid">
  readonly organId: string
}

/**
 * Ends the report-in. Needs a reason.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface End extends Order<"EndReportIn"> {}

/**
 * A command on the report-in of one member.
 *
 * @category report-in
 * @since 0.1.0
 */
export type Command = Arrive | End

/**
 * A member reported in, or moved from `fromGridId`.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface MemberArrived extends Happening<"MemberReportedIn" | "MemberMoved"> {
  readonly memberId: Id.Id<"Person">
  readonly gridId: Id.Id<"Grid">
  readonly fromGridId: Id.Id<"Grid"> | ""
  readonly organId: string
}

/**
 * A member is reported in nowhere any more; the last community was `gridId`.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface MemberLeft extends Happening<"MemberLeft"> {
  readonly memberId: Id.Id<"Person">
  readonly gridId: Id.Id<"Grid">
}

/**
 * Something that has happened to the report-in of one member.
 *
 * @category report-in
 * @since 0.1.0
 */
export type Event = MemberArrived | MemberLeft

/**
 * One residence of a member, from the report-in until the move or the end.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface Residence extends Spell.Spell {
  readonly gridId: Id.Id<"Grid">
}

/**
 * The report-in of one member. `residences` are in order and never overlap; the last one has no end
 * (`Spell.openEnd`) while the member is reported in.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface ReportIn {
  readonly memberId: Id.Id<"Person">
  readonly version: number
  readonly status: Status
  readonly organId: string
  readonly residences: ReadonlyArray<Residence>
  readonly lastSec: number
}

/**
 * The report-in of a member, or none yet.
 *
 * @category report-in
 * @since 0.1.0
 */
export type State = ReportIn | None

/**
 * The report-in after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost:
 * linear in the residences.
 *
 * @category report-in
 * @since 0.1.0
 */
export const evolve = (state: State, event: Event): ReportIn => {
  const isNone = state.status === "None"
  const isOwn = isNone || event.memberId === state.memberId
  const version = isNone ? 0 : state.version
  const isArrival = event.kind === "MemberReportedIn"
  const isIn = state.status === "In"
  if (!isOwn || event.version !== version + 1 || isArrival === isIn) {
    throw brokenLog(event.kind, event, state)
  }
  const before = isNone ? [] : state.residences.map((one) => endedAt(one, event.atSec))
  const { memberId, atSec } = event
  if (event.kind === "MemberLeft") {
    const organId = isNone ? "" : state.organId
    return {
      memberId,
      version: event.version,
      status: "Out",
      organId,
      residences: before,
      lastSec: atSec
    }
  }
  const here: Residence = { gridId: event.gridId, fromSec: atSec, untilSec: Spell.openEnd }
  return {
    memberId,
    version: event.version,
    status: "In",
    organId: event.organId,
    residences: [...before, here],
    lastSec: atSec
  }
}

const endedAt = (one: Residence, atSec: number): Residence =>
  one.untilSec === Spell.openEnd
    ? { gridId: one.gridId, fromSec: one.fromSec, untilSec: atSec }
    : one

/**
 * Where a member is reported in at an instant; empty for nowhere.
 *
 * @category report-in
 * @since 0.1.0
 */
export const communityOf = (member: ReportIn, atSec: number): Id.Id<"Grid"> | "" =>
  member.residences.find((one) => Spell.isInForce(one, atSec))?.gridId ?? ""

/**
 * The members on the roster of a community at an instant, in the order given. Ids only: whoever
 * reads them needs a duty to. Cost: linear in members and their residences.
 *
 * @category report-in
 * @since 0.1.0
 */
export const roster = (
  members: ReadonlyArray<ReportIn>,
  gridId: string,
  atSec: number
): ReadonlyArray<Id.Id<"Person">> =>
  members.filter((member) => communityOf(member, atSec) === gridId).map(({ memberId }) => memberId)

/**
 * How many members are on the roster of each community at an instant; communities without any are
 * left out. Cost: linear in members and their residences.
 *
 * @category report-in
 * @since 0.1.0
 */
export const counts = (
  members: ReadonlyArray<ReportIn>,
  atSec: number
): ReadonlyMap<Id.Id<"Grid">, number> => {
  const found = new Map<Id.Id<"Grid">, number>()
  for (const member of members) {
    const gridId = communityOf(member, atSec)
    if (gridId !== "") found.set(gridId, (found.get(gridId) ?? 0) + 1)
  }
  return found
}
