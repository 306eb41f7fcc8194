/**
 * What the recorder needs to know of the engine that it watches.
 */
import type { NetworkCustomers } from "./networkCustomers.ts"
import type { Duties } from "./networkWatch.ts"

/** A run as its recorder sees it. */
export interface Observed extends Duties {
  readonly now: number
  readonly customers: NetworkCustomers
  readonly deadlock: { readonly at: number } | null
  /** Ends the run under way after the event in hand. */
  stop(): void
}
