/**
 * What the moves of all side processes share: what every command carries, what every event carries,
 * what a decision says, and the command that the case itself gets when a side process opens or
 * ends, so that a plan can write both at once.
 */
import type { Id } from "@wangge/facts"
import type { CloseSideProcess, OpenSideProcess } from "./LinkCommand.ts"
import type { SideProcessAction } from "./SideProcessAction.ts"
import type { SideProcessRejection } from "./SideProcessRejection.ts"

/**
 * What every command of a side process carries.
 *
 * `atSec` is a whole second since the Unix epoch, `actorId` who acts (an opaque id, never empty),
 * `reason` is empty where none is needed.
 *
 * @category side processes
 * @since 0.1.0
 */
export interface Order<Action extends SideProcessAction> {
  readonly action: Action
  readonly processId: Id.Id<"SideProcess">
  readonly atSec: number
  readonly actorId: string
  readonly reason: string
}

/**
 * What every event of a side process carries: `version` counts the events of the process from 1;
 * time, actor and reason come from the command.
 *
 * @category side processes
 * @since 0.1.0
 */
export interface Happening<Kind extends string> {
  readonly kind: Kind
  readonly processId: Id.Id<"SideProcess">
  readonly version: number
  readonly atSec: number
  readonly actorId: string
  readonly reason: string
}

/**
 * What every event carries of a side process that belongs to one case.
 *
 * @category side processes
 * @since 0.1.0
 */
export interface CaseHappening<Kind extends string> extends Happening<Kind> {
  readonly caseId: Id.Id<"Case">
}

/**
 * The state of a side process that nobody has opened yet.
 *
 * @category side processes
 * @since 0.1.0
 */
export interface None {
  readonly status: "None"
}

/**
 * The state before the opening.
 *
 * @category side processes
 * @since 0.1.0
 */
export const none: None = { status: "None" }

/**
 * What a decision says: the one event that happens, or why nothing does.
 *
 * @category side processes
 * @since 0.1.0
 */
export type Decision<Event> =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly rejection: SideProcessRejection }

/**
 * What the case gets when a side process of it opens or ends: the case counts open ones and cannot
 * be written off before all have ended. Time, actor and reason are those of the event.
 *
 * @category side processes
 * @since 0.1.0
 */
export type CaseMove = OpenSideProcess | CloseSideProcess
