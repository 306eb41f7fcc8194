/**
 * What one fact leads to: commands for the ledger, the report of a case, waiting for another fact, a
 * refusal, or nothing. A value in every case, so that nothing gets lost between the cores.
 */
import type { CaseCommand } from "@wangge/cases"
import type { Fact } from "@wangge/facts"
import type { LedgerCommand, PlanRefusal, Signal } from "@wangge/timebank"
import type { Act } from "./ReactionTable.ts"

/**
 * What a fact that came too early waits for. Append only.
 *
 * `Order`: the events of its order; `Hold`: that something is held for it; `Credit`: that what it
 * corrects is in the books; `Material`: what was found.
 *
 * @source none: our own names
 * @category reactions
 * @since 0.1.0
 */
export const waits = ["Order", "Hold", "Credit", "Material"] as const

/**
 * One of the {@link waits}.
 *
 * @category reactions
 * @since 0.1.0
 */
export type WaitFor = (typeof waits)[number]

/**
 * Commands to post, each in its own step; `isRepeated` if the ledger holds all of them already.
 *
 * @category reactions
 * @since 0.1.0
 */
export interface Post {
  readonly kind: "Post"
  readonly act: Act
  readonly commands: ReadonlyArray<LedgerCommand.LedgerCommand>
  readonly isRepeated: boolean
}

/**
 * A case to report; the same find leads to the same case id.
 *
 * @category reactions
 * @since 0.1.0
 */
export interface Report {
  readonly kind: "Report"
  readonly act: Act
  readonly command: CaseCommand.ReportCase
}

/**
 * The fact came before what it builds on: keep it and offer it again.
 *
 * @category reactions
 * @since 0.1.0
 */
export interface Wait {
  readonly kind: "Wait"
  readonly act: Act
  readonly fact: Fact.Fact
  readonly waitFor: WaitFor
}

/**
 * The time bank plans nothing; the refusal says why, signals are for somebody to look at. Offering
 * the fact again is safe, and right when the reason has gone.
 *
 * @category reactions
 * @since 0.1.0
 */
export interface Refused {
  readonly kind: "Refused"
  readonly act: Act
  readonly fact: Fact.Fact
  readonly refusal: PlanRefusal.PlanRefusal
  readonly signals: ReadonlyArray<Signal.Signal>
}

/**
 * Why a fact leads to nothing. Append only.
 *
 * `ByTable`: no kind of reaction; `PaidByPrice`: the order has a price, and that pays; `NotCredited`:
 * the policy credits no such fact; `Superseded`: a later settlement stands, or the order has ended; `UnknownKind`: no core
 * yields such a fact; `UnknownCategory`: what was found fits no category of cases.
 *
 * @source none: our own names
 * @category reactions
 * @since 0.1.0
 */
export const reasons = [
  "ByTable",
  "PaidByPrice",
  "NotCredited",
  "Superseded",
  "UnknownKind",
  "UnknownCategory"
] as const

/**
 * One of the {@link reasons}.
 *
 * @category reactions
 * @since 0.1.0
 */
export type Reason = (typeof reasons)[number]

/**
 * Nothing follows from the fact.
 *
 * @category reactions
 * @since 0.1.0
 */
export interface Nothing {
  readonly kind: "Nothing"
  readonly act: Act
  readonly reason: Reason
}

/**
 * What one fact leads to.
 *
 * @category reactions
 * @since 0.1.0
 */
export type Reaction = Post | Report | Wait | Refused | Nothing
