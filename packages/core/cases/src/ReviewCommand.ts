/**
 * The commands that look at a case again without handling it: assessing, checking, arbitrating,
 * handing over, publishing, reclassifying, appealing. They are read as part of `CaseCommand`.
 */
import type { Order } from "./CaseCommand.ts"
import type { CaseObject } from "./CaseObject.ts"
import type { Category } from "./Category.ts"
import type { CheckOutcome } from "./CheckOutcome.ts"
import type { MatterKind } from "./MatterKind.ts"
import type { Urgency } from "./Urgency.ts"

/**
 * A grid worker of `unitId` settles a case where it was found, before it went to anybody: it is
 * accepted, handled and claimed resolved at one second.
 *
 * @category commands
 * @since 0.1.0
 */
export interface SettleOnSpot extends Order<"SettleOnSpot"> {
  readonly unitId: string
  readonly resultNote: string
}

/**
 * Scores a case for cost, conflict and difficulty, whole numbers from 0 to 100. If any of them is
 * above the threshold of the level, the case goes one level up, to the desk `unitId` there.
 *
 * @category commands
 * @since 0.1.0
 */
export interface AssessCase extends Order<"Assess"> {
  readonly cost: number
  readonly conflict: number
  readonly difficulty: number
  readonly unitId: string
}

/**
 * Decides, one level up, which unit owns a case that was returned too often; that unit cannot
 * return it.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ArbitrateCase extends Order<"Arbitrate"> {
  readonly unitId: string
}

/**
 * Gives the open work to another unit as it stands.
 *
 * @category commands
 * @since 0.1.0
 */
export interface HandOverCase extends Order<"HandOver"> {
  readonly unitId: string
}

/**
 * Says what a checker found of the claim of resolution.
 *
 * @category commands
 * @since 0.1.0
 */
export interface CheckCase extends Order<"Check"> {
  readonly outcome: CheckOutcome
}

/**
 * Says anew what a case is about and how urgent it is. `unitId` is the desk that answers for that
 * class while nobody is assigned, empty for the desk as it is. The due seconds are counted again.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ReclassifyCase extends Order<"Reclassify"> {
  readonly category: Category
  readonly urgency: Urgency
  readonly matterKind: MatterKind
  readonly object: CaseObject
  readonly unitId: string
}

/**
 * Says that the reporter was reached; the first contact within a limit meets its clock.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ContactReporter extends Order<"Contact"> {}

/**
 * Tells residents how the case stands, without saying who reported it.
 *
 * @category commands
 * @since 0.1.0
 */
export interface PublishCase extends Order<"Publish"> {}

/**
 * Appeals against the write-off or the rejection of a case.
 *
 * @category commands
 * @since 0.1.0
 */
export interface AppealCase extends Order<"Appeal"> {}

/**
 * Decides on a pending appeal: upheld, the case is open again under a new limit.
 *
 * @category commands
 * @since 0.1.0
 */
export interface DecideAppeal extends Order<"DecideAppeal"> {
  readonly isUpheld: boolean
}
