/**
 * How runs of networks end, and what is wrong with those that cannot go on.
 */
import type * as Network from "../Network.ts"
import * as NetworkRunProblem from "../NetworkRunProblem.ts"
import type { NetworkEngine } from "./networkEngine.ts"

/**
 * How a run ended: at its horizon, after as many customers as were wanted, because nothing was left to
 * happen, because customers blocked each other for ever, or because events at one instant had no end.
 *
 * @source none: our own names
 * @category runs
 * @since 0.1.0
 */
export const endings = ["horizon", "customers", "dry", "deadlock", "runaway"] as const

/**
 * One of {@link endings}.
 *
 * @category runs
 * @since 0.1.0
 */
export type Ending = (typeof endings)[number]

/** Why a run cannot go on; null where it can. */
export const problemOf = (
  { deadlock, runaway }: Pick<NetworkEngine, "deadlock" | "runaway">,
  { declaration }: Network.Network
): NetworkRunProblem.NetworkRunProblem | null => {
  const nameOf = (station: number): string => declaration.stations[station]?.id ?? ""
  if (deadlock !== null) {
    const ring = deadlock.stations.map((station) => `"${nameOf(station)}"`).join(", ")
    return NetworkRunProblem.make("Deadlocked", `stations ${ring}`, deadlock.at, "a way out")
  }
  if (runaway === null) return null
  const subject = `station "${nameOf(runaway.station)}"`
  return NetworkRunProblem.make("RanAway", subject, runaway.at, "a time that passes")
}
