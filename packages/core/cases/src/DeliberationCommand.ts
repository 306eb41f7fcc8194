/**
 * What somebody wants to do with a deliberation. Attendance and votes are counted, never listed by
 * name.
 */
import type { Id } from "@wangge/facts"
import type { ModelId } from "./DeliberationModel.ts"
import type { DeliberationStage, Party } from "./DeliberationStage.ts"
import type { Order } from "./SideProcessMove.ts"

/**
 * How many of one side were there: `presentCount` of `memberCount`, whole numbers.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface Attendance {
  readonly party: Party
  readonly memberCount: number
  readonly presentCount: number
}

/**
 * Puts an item on the agenda, linked to a case. Needs a subject. Important items need the opinion
 * of a third party where the model has one.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface OpenDeliberation extends Order<"OpenDeliberation"> {
  readonly caseId: Id.Id<"Case">
  readonly modelId: ModelId
  readonly subject: string
  readonly isImportant: boolean
}

/**
 * A vote of the deciding stage: whole numbers, together not more than those present.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface Vote {
  readonly forCount: number
  readonly againstCount: number
}

/**
 * Records a stage that was held: who was there, and what came of it (`note`).
 *
 * `vote`, `ownerUnitId` and `dueSec` matter at the deciding stage only: the note is then the
 * decision record, `ownerUnitId` carries it out until `dueSec` if it is carried (`Case.notYet` if
 * none is given).
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface HoldStage extends Order<"HoldStage"> {
  readonly stage: DeliberationStage
  readonly attendance: ReadonlyArray<Attendance>
  readonly note: string
  readonly vote: Vote
  readonly ownerUnitId: string
  readonly dueSec: number
}

/**
 * Takes the item back, as long as nothing was decided. Needs a reason.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface WithdrawDeliberation extends Order<"WithdrawDeliberation"> {}

/**
 * Closes the item; refused while a required stage was not held, and while a decision is
 * unpublished.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface CloseDeliberation extends Order<"CloseDeliberation"> {}

/**
 * A command on one deliberation.
 *
 * @category deliberation
 * @since 0.1.0
 */
export type DeliberationCommand =
  | OpenDeliberation
  | HoldStage
  | WithdrawDeliberation
  | CloseDeliberation
