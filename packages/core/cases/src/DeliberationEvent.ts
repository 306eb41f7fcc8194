/**
 * What has happened to a deliberation. Events say what a stage did, so that the state can be built
 * again from the log without the models of that day.
 */
import type { Attendance, Vote } from "./DeliberationCommand.ts"
import type { ModelId, StageKind } from "./DeliberationModel.ts"
import type { DeliberationStage } from "./DeliberationStage.ts"
import type { CaseHappening } from "./SideProcessMove.ts"

/**
 * An item was put on the agenda.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface DeliberationOpened extends CaseHappening<"DeliberationOpened"> {
  readonly modelId: ModelId
  readonly subject: string
  readonly isImportant: boolean
}

/**
 * A stage was held that decides nothing.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface StageHeld extends CaseHappening<"StageHeld"> {
  readonly stage: DeliberationStage
  readonly stageKind: Exclude<StageKind, "Decision">
  readonly attendance: ReadonlyArray<Attendance>
  readonly note: string
}

/**
 * The item was decided: `isCarried` if more than half of those present were for it. `note` is the
 * decision record; unit and due second are `""` and `Case.notYet` where it was turned down.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface ItemDecided extends CaseHappening<"ItemDecided"> {
  readonly stage: DeliberationStage
  readonly attendance: ReadonlyArray<Attendance>
  readonly note: string
  readonly vote: Vote
  readonly isCarried: boolean
  readonly ownerUnitId: string
  readonly dueSec: number
}

/**
 * The item was taken back.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface DeliberationWithdrawn extends CaseHappening<"DeliberationWithdrawn"> {}

/**
 * The item was closed.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface DeliberationClosed extends CaseHappening<"DeliberationClosed"> {
  readonly isCarried: boolean
}

/**
 * Something that has happened to one deliberation.
 *
 * @category deliberation
 * @since 0.1.0
 */
export type DeliberationEvent =
  | DeliberationOpened
  | StageHeld
  | ItemDecided
  | DeliberationWithdrawn
  | DeliberationClosed
