/**
 * What somebody wants to do about the visits to one target: a household, or a person in a group. The
 * target is an opaque id; what is said at its door is no part of this record.
 */
import type { Id } from "@wangge/facts"
import type { Happening, Move } from "./ServiceMove.ts"

/**
 * How a visit ended: somebody was spoken to, nobody was there, or the household did not want it.
 * Append only.
 *
 * To refuse is everybody's right: it is counted as an attempt and is nobody's fault, neither the
 * household's nor the visitor's.
 *
 * @source none: our own names
 * @category visits
 * @since 0.1.0
 */
export const outcomes = ["Visited", "NobodyThere", "Refused"] as const

/**
 * One of {@link outcomes}.
 *
 * @category visits
 * @since 0.1.0
 */
export type Outcome = (typeof outcomes)[number]

/**
 * Something that a visitor found and that will become a case: what kind (a category of the case
 * system, as text) and where.
 *
 * @category visits
 * @since 0.1.0
 */
export interface VisitFind {
  readonly findId: Id.Id<"Find">
  readonly category: string
  readonly gridId: Id.Id<"Grid">
}

/**
 * What every command on a target carries.
 *
 * @category visits
 * @since 0.1.0
 */
export interface VisitMove<Action extends string> extends Move<Action> {
  readonly targetId: Id.Id<"VisitTarget">
}

/**
 * Puts a target on the list of a group, with who visits it.
 *
 * @category visits
 * @since 0.1.0
 */
export interface ListTarget extends VisitMove<"ListTarget"> {
  readonly groupId: string
  readonly gridId: Id.Id<"Grid">
  readonly visitorId: Id.Id<"Person">
}

/**
 * Names another visitor from now on.
 *
 * @category visits
 * @since 0.1.0
 */
export interface NameVisitor extends VisitMove<"NameVisitor"> {
  readonly visitorId: Id.Id<"Person">
}

/**
 * Records a visit, made at `visitedSec` and lasting `minutes` whole minutes (0 where nobody was
 * spoken to). The actor is the visitor who made it.
 *
 * @category visits
 * @since 0.1.0
 */
export interface RecordVisit extends VisitMove<"RecordVisit"> {
  readonly visitId: Id.Id<"Visit">
  readonly visitedSec: number
  readonly minutes: number
  readonly outcome: Outcome
  readonly finds: ReadonlyArray<VisitFind>
}

/**
 * Takes back a visit that was not made, or not so. Needs a reason.
 *
 * @category visits
 * @since 0.1.0
 */
export interface VoidVisit extends VisitMove<"VoidVisit"> {
  readonly visitId: Id.Id<"Visit">
}

/**
 * Takes the target off the list. Needs a reason.
 *
 * @category visits
 * @since 0.1.0
 */
export interface DelistTarget extends VisitMove<"DelistTarget"> {}

/**
 * A command about the visits to one target.
 *
 * @category visits
 * @since 0.1.0
 */
export type VisitCommand = ListTarget | NameVisitor | RecordVisit | VoidVisit | DelistTarget

/**
 * What every event of a target carries.
 *
 * @category visits
 * @since 0.1.0
 */
export interface VisitHappening<Kind extends string> extends Happening<Kind> {
  readonly targetId: Id.Id<"VisitTarget">
}

/**
 * Something that has happened about the visits to one target.
 *
 * @category visits
 * @since 0.1.0
 */
export type VisitEvent =
  | (VisitHappening<"TargetListed"> & Pick<ListTarget, "groupId" | "gridId" | "visitorId">)
  | (VisitHappening<"VisitorNamed"> & Pick<NameVisitor, "visitorId">)
  | (VisitHappening<"VisitRecorded"> &
      Pick<RecordVisit, "visitId" | "visitedSec" | "minutes" | "outcome" | "finds">)
  | (VisitHappening<"VisitVoided"> & Pick<VoidVisit, "visitId">)
  | VisitHappening<"TargetDelisted">
