/**
 * Report-in of units (双报到): an office or enterprise reports in to communities, one record per
 * unit, apart from its members. A unit may serve several communities at a time; each is an
 * `OrganLink` of the grid, so that tables of organs and places read it without knowing report-in.
 */
import type { Id, Label } from "@wangge/facts"
import { type OrganLink, Spell } from "@wangge/grid"
import * as moveFrame from "./internal/moveFrame.ts"
import * as moveItems from "./internal/moveItems.ts"
import { placeProblem } from "./internal/reportInPlace.ts"
import { make, type ReportInRejection } from "./ReportInRejection.ts"
import type { ReportInRules } from "./ReportInRules.ts"
import type { Decision, Happening, Move, None } from "./ServiceMove.ts"

/**
 * All actions, the opening one first. Append only.
 *
 * @source Helong, Jiyang and Bagongshan reports: units report in to communities; the end is ours
 * @category report-in
 * @since 0.1.0
 */
export const actions = ["ReportUnitIn", "EndUnitReportIn"] as const

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
 * @source the reports for 单位报到
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Action, Label.Label>> = {
  ReportUnitIn: { en: "report the unit in", zh: "单位报到" },
  EndUnitReportIn: { en: "end the unit's report-in", zh: "终止单位报到" }
}

/**
 * A command on the report-in of one unit: at one community it reports in, or ends it (with a
 * reason).
 *
 * @category report-in
 * @since 0.1.0
 */
export interface Command extends Move<Action> {
  readonly organId: Id.Id<"Organ">
  readonly gridId: Id.Id<"Grid">
}

/**
 * A unit reported in at a community, or ended that.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface Event extends Happening<"UnitReportedIn" | "UnitLeft"> {
  readonly organId: Id.Id<"Organ">
  readonly gridId: Id.Id<"Grid">
}

/**
 * The report-in of one unit; links that ended stay.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface UnitReportIn {
  readonly organId: Id.Id<"Organ">
  readonly version: number
  readonly status: "Known"
  readonly links: ReadonlyArray<OrganLink.OrganLink>
  readonly lastSec: number
}

/**
 * The report-in of a unit, or none yet.
 *
 * @category report-in
 * @since 0.1.0
 */
export type State = UnitReportIn | None

const frame: moveFrame.Frame<Action> = { opening: "ReportUnitIn", allowed: { Known: actions } }

/**
 * The decision on a command, for a unit's report-in or for `ServiceMove.none`.
 *
 * Order of the checks: 1 somebody acts, 2 the time is whole, 3 the record is the right one, 4 time
 * goes on, 5 a reason for the end, 6 the place is one to report in at, 7 the unit is not there
 * already, or is there. Apply the event with {@link evolve}.
 *
 * @source Bagongshan report: 21 organs serve 42 villages and communities, so several each
 * @category report-in
 * @since 0.1.0
 */
export const decide = (
  rules: ReportInRules,
  state: State,
  command: Command
): Decision<Event, ReportInRejection> => {
  const standing = moveFrame.standingOf(state, (open) => open.organId)
  const obstacle =
    moveFrame.obstacle(frame, standing, command, command.organId) ??
    moveItems.missing(command, reasonOf(command)) ??
    linkProblem(rules, state, command)
  if (obstacle !== undefined) return moveItems.refused(obstacle)
  const { organId, gridId } = command
  const kind = command.action === "ReportUnitIn" ? "UnitReportedIn" : "UnitLeft"
  return {
    ok: true,
    event: { ...moveFrame.happening(kind, state, command), organId, gridId }
  }
}

const reasonOf = (command: Command): ReadonlyArray<readonly [string, string]> =>
  command.action === "EndUnitReportIn" ? [["reason", command.reason]] : []

const linkProblem = (
  rules: ReportInRules,
  state: State,
  { action, gridId, atSec }: Command
): ReportInRejection | undefined => {
  const here = state.status === "None" ? [] : placesOf(state, atSec)
  const isHere = here.some((id) => id === gridId)
  if (action === "EndUnitReportIn") {
    return isHere ? undefined : make("NotHere", "gridId", gridId, here.join(", "))
  }
  if (isHere) return make("AlreadyHere", "gridId", gridId, "another community")
  return placeProblem(rules, gridId)
}

/**
 * The unit's report-in after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost:
 * linear in the links.
 *
 * @category report-in
 * @since 0.1.0
 */
export const evolve = (state: State, event: Event): UnitReportIn => {
  const isNone = state.status === "None"
  const version = isNone ? 0 : state.version
  const isOwn = isNone ? event.kind === "UnitReportedIn" : event.organId === state.organId
  if (!isOwn || event.version !== version + 1) {
    throw moveFrame.brokenLog(event.kind, event, state)
  }
  const before = isNone ? [] : state.links
  const { organId, gridId, atSec } = event
  const links =
    event.kind === "UnitReportedIn"
      ? [...before, { organId, gridId, fromSec: atSec, untilSec: Spell.openEnd }]
      : before.map((link) => (link.gridId === gridId ? endedAt(link, atSec) : link))
  return { organId, version: event.version, status: "Known", links, lastSec: atSec }
}

const endedAt = (link: OrganLink.OrganLink, atSec: number): OrganLink.OrganLink => {
  const { organId, gridId, fromSec, untilSec } = link
  return untilSec === Spell.openEnd ? { organId, gridId, fromSec, untilSec: atSec } : link
}

/**
 * The communities that a unit is reported in at, at an instant.
 *
 * @category report-in
 * @since 0.1.0
 */
export const placesOf = (unit: UnitReportIn, atSec: number): ReadonlyArray<Id.Id<"Grid">> =>
  unit.links.filter((link) => Spell.isInForce(link, atSec)).map(({ gridId }) => gridId)

/**
 * The links of several units, as `OrganLink.organsOf` and `OrganLink.tally` of the grid read them.
 *
 * @category report-in
 * @since 0.1.0
 */
export const linksOf = (units: ReadonlyArray<UnitReportIn>): ReadonlyArray<OrganLink.OrganLink> =>
  units.flatMap(({ links }) => links)
