/**
 * What somebody wants to do with a lead-case contract. Persons are opaque ids, never names, and no
 * text here may name a party of the dispute.
 */
import type { Id } from "@wangge/facts"
import type { Post } from "./LeadRules.ts"
import type { Order } from "./SideProcessMove.ts"

/**
 * What a contract says: the seven items, and who is named.
 *
 * `leaderId` is the item leader, `dueSec` the item time (`Case.notYet` if none is given); the other
 * five are texts. `officialId` and `gridWorkerId` are the responsible official and the grid worker.
 *
 * @source Longxian report: 四定三包
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface Contract {
  readonly leaderId: string
  readonly officialId: string
  readonly gridWorkerId: string
  readonly measures: string
  readonly dueSec: number
  readonly responsibility: string
  readonly investigation: string
  readonly handling: string
  readonly stability: string
}

/**
 * Puts a contract into force for a major dispute. Needs all seven items and all three persons.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface ActivateLead extends Order<"ActivateLead">, Contract {
  readonly caseId: Id.Id<"Case">
}

/**
 * Notes how far things are. Needs a note.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface RecordProgress extends Order<"RecordProgress"> {
  readonly note: string
}

/**
 * Puts another person into one of the three posts. Needs a reason.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface ReappointLead extends Order<"ReappointLead"> {
  readonly post: Post
  readonly personId: string
}

/**
 * Moves the due second later. Needs a reason and an approver, and comes before the due second has
 * passed.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface ExtendLead extends Order<"ExtendLead"> {
  readonly dueSec: number
  readonly approverId: string
}

/**
 * Ends a contract that was kept: what each of the three guarantees has come to.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface CompleteLead extends Order<"CompleteLead"> {
  readonly investigationResult: string
  readonly handlingResult: string
  readonly stabilityResult: string
}

/**
 * Ends a contract that is no longer needed. Needs a reason and an approver.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface CancelLead extends Order<"CancelLead"> {
  readonly approverId: string
}

/**
 * A command on one lead-case contract.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export type LeadCommand =
  | ActivateLead
  | RecordProgress
  | ReappointLead
  | ExtendLead
  | CompleteLead
  | CancelLead
