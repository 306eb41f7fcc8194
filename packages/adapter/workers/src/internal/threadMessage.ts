/**
 * What this thread and a worker thread say to each other: an order, then word of its progress, then
 * one answer. What many orders share (a town, a network) is sent only when it differs from the
 * thread's last one.
 */
import type { FailedTask } from "../WorkerError.ts"

/** One replication to be made: what it shares with others, and what is its own. */
export interface Errand<Shared extends object, Own extends FailedTask> {
  readonly shared: Shared
  readonly own: Own
}

/** To the thread. `shared` null means: the one sent before. */
export type Order<Shared extends object, Own extends FailedTask> =
  | { readonly kind: "work"; readonly shared: Shared | null; readonly own: Own }
  /** Answer with what you have as soon as you can; only for work that knows how. */
  | { readonly kind: "pause" }

/** From the thread. */
export type Answer<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "failed"; readonly reason: string; readonly stack: string }
  /** Share of the work that is done, from 0 to 1. */
  | { readonly kind: "progress"; readonly share: number }

/** A failure in words that can cross to another thread. */
export const failureOf = (error: unknown): Answer<never> => {
  const known = error instanceof Error ? error : new Error(String(error))
  return { kind: "failed", reason: known.message, stack: known.stack ?? known.message }
}
