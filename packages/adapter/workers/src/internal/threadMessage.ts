/**
 * What this thread and a worker thread say to each other: one order, one answer. A scenario is
 * sent only when it differs from the thread's last one, since every replication of a study
 * shares it.
 */
import type { Replication, Scenario } from "@wangge/simulator"

/** One replication to be made; `scenario` null means: the one sent before. */
export interface Order {
  readonly scenario: Scenario.Scenario | null
  readonly seed: number
  readonly replication: number
}

/** What became of an order. */
export type Answer =
  | { readonly kind: "done"; readonly replication: Replication.Replication }
  | { readonly kind: "failed"; readonly reason: string; readonly stack: string }
