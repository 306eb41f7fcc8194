/**
 * What one run leaves behind when it is over, as plain data: what its measures are made of, how it
 * ended, and its hash.
 */
import * as EventHash from "../EventHash.ts"
import type * as NetworkRunProblem from "../NetworkRunProblem.ts"
import type { Ending } from "./networkEnding.ts"
import type { NetworkRun } from "./runningNetwork.ts"

/**
 * What one run left behind: plain data that a thread can hand over.
 *
 * @category results
 * @since 0.1.0
 */
export interface RunRecord {
  readonly replication: number
  /** As `NetworkRun.parts`. */
  readonly parts: Float64Array
  /** Hash of its events; null where none was kept. */
  readonly hash: string | null
  readonly ending: Ending | null
  readonly endedAt: number
  readonly executedCount: number
  /** Why it could not go on; null where it could. */
  readonly problem: NetworkRunProblem.NetworkRunProblem | null
}

/**
 * What a run leaves behind.
 *
 * @category results
 * @since 0.1.0
 */
export const recordOf = (run: NetworkRun): RunRecord => ({
  replication: run.replication,
  parts: run.parts(),
  hash: run.hasHash ? run.hash() : null,
  ending: run.ending,
  endedAt: run.now,
  executedCount: run.executedCount,
  problem: run.problem
})

/**
 * A run and its mirror image as one replication: their parts add up.
 *
 * @category results
 * @since 0.1.0
 */
export const pairOf = (plain: RunRecord, mirrored: RunRecord): RunRecord => ({
  ...plain,
  parts: plain.parts.map((part, index) => part + mirrored.parts[index]!),
  hash: hashOf([plain, mirrored]),
  executedCount: plain.executedCount + mirrored.executedCount,
  problem: plain.problem ?? mirrored.problem
})

/** The hash of the hashes of runs in order; null where one kept none. */
export const hashOf = (records: ReadonlyArray<RunRecord>): string | null => {
  const hash = EventHash.make()
  for (const record of records) {
    if (record.hash === null) return null
    hash.addText(record.hash)
  }
  return hash.digest()
}
