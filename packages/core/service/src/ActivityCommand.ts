/**
 * What somebody wants to do with the record of an activity: one piece of work of a brigade, at one
 * place, in one spell of time.
 */
import type { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import type { LegalBasis } from "@wangge/privacy"
import type { Move } from "./ServiceMove.ts"

/**
 * One volunteer's part in an activity: there from `fromSec` until `untilSec`, and at work for
 * `minutes` whole minutes of that, ways to and fro not counted.
 *
 * @source none: our own shape; that travel is not service time is usual in Chinese rules on volunteer
 * records
 * @category activities
 * @since 0.1.0
 */
export interface Participant extends Spell.Spell {
  readonly volunteerId: Id.Id<"Person">
  readonly minutes: number
}

/**
 * The people served, as the organiser may know them.
 *
 * `count` is how many were served in this one activity. `personIds` are opaque ids, each once, that
 * tell whether the same person comes again; they are given only with `basis`, the right to know
 * them, and are otherwise empty.
 *
 * @category activities
 * @since 0.1.0
 */
export interface Served {
  readonly count: number
  readonly personIds: ReadonlyArray<Id.Id<"Person">>
  readonly basis: LegalBasis.LegalBasis | "None"
}

/**
 * What an activity was. `teamId` is empty where no single team did it. `instanceCount` counts single
 * services (a haircut, a leaflet round, a visit), of which one activity may hold many or none.
 * `replacesId` names a void activity that this one corrects, empty for none.
 *
 * @category activities
 * @since 0.1.0
 */
export interface Content extends Spell.Spell {
  readonly brigadeId: string
  readonly teamId: string
  readonly dutyId: string
  readonly gridId: Id.Id<"Grid">
  readonly participants: ReadonlyArray<Participant>
  readonly instanceCount: number
  readonly served: Served
  readonly replacesId: string
}

/**
 * A spell for which a volunteer is known to be somewhere, such as in another activity.
 *
 * @category activities
 * @since 0.1.0
 */
export interface Elsewhere extends Spell.Spell {
  readonly volunteerId: Id.Id<"Person">
  readonly activityId: string
}

/**
 * What every command on an activity carries.
 *
 * @category activities
 * @since 0.1.0
 */
export interface ActivityMove<Action extends string> extends Move<Action> {
  readonly activityId: Id.Id<"Activity">
}

/**
 * Records an activity that is over, or says anew what it was before it is confirmed.
 *
 * `elsewhere` is where else the participants are known to have been, as the store has it
 * (`ActivityOverlap.spellsOf`): a decider sees one record only.
 *
 * @category activities
 * @since 0.1.0
 */
export interface WriteActivity extends ActivityMove<"RecordActivity" | "AmendActivity"> {
  readonly content: Content
  readonly elsewhere: ReadonlyArray<Elsewhere>
}

/**
 * Confirms an activity, with `elsewhere` as it stands at that time.
 *
 * @category activities
 * @since 0.1.0
 */
export interface ConfirmActivity extends ActivityMove<"ConfirmActivity"> {
  readonly elsewhere: ReadonlyArray<Elsewhere>
}

/**
 * Declares an activity void, confirmed or not. Needs a reason.
 *
 * @category activities
 * @since 0.1.0
 */
export interface VoidActivity extends ActivityMove<"VoidActivity"> {}

/**
 * A command on one activity.
 *
 * @category activities
 * @since 0.1.0
 */
export type ActivityCommand = WriteActivity | ConfirmActivity | VoidActivity
