/**
 * What has happened to a lead-case contract. Due seconds are absolute, so that the state can be
 * built again from the log without the rules of that day.
 */
import type { Contract } from "./LeadCommand.ts"
import type { Post } from "./LeadRules.ts"
import type { CaseHappening } from "./SideProcessMove.ts"

/**
 * A contract came into force; the first note on progress is due at `progressDueSec`.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface LeadActivated extends CaseHappening<"LeadActivated">, Contract {
  readonly progressDueSec: number
}

/**
 * Progress was noted; the next note is due at `progressDueSec`.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface ProgressRecorded extends CaseHappening<"ProgressRecorded"> {
  readonly note: string
  readonly progressDueSec: number
}

/**
 * Another person took one of the posts: `fromPersonId` left it, `personId` holds it now.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface LeadReappointed extends CaseHappening<"LeadReappointed"> {
  readonly post: Post
  readonly fromPersonId: string
  readonly personId: string
}

/**
 * The term got longer.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface LeadExtended extends CaseHappening<"LeadExtended"> {
  readonly dueSec: number
  readonly approverId: string
}

/**
 * The contract was kept.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface LeadCompleted extends CaseHappening<"LeadCompleted"> {
  readonly investigationResult: string
  readonly handlingResult: string
  readonly stabilityResult: string
}

/**
 * The contract ended without being completed.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface LeadCancelled extends CaseHappening<"LeadCancelled"> {
  readonly approverId: string
}

/**
 * Something that has happened to one lead-case contract.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export type LeadEvent =
  | LeadActivated
  | ProgressRecorded
  | LeadReappointed
  | LeadExtended
  | LeadCompleted
  | LeadCancelled
