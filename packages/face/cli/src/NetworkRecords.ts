/**
 * The files of comma-separated values that `wangge network` leaves: every event of the first run, and
 * the value of every measure in every run.
 */
import { EventTrace, Network, NetworkRun } from "@wangge/des"
import { type NetworkStudy, NetworkTask } from "@wangge/experiment"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as OutputFolder from "./OutputFolder.ts"

/**
 * Writes the files that were asked for; each appears whole.
 *
 * The trace is of the first network's first run, which is run once more for it. Fails with
 * `UsageError` where a file cannot be written.
 *
 * @category output
 * @since 0.1.0
 */
export const leave = Effect.fn("NetworkRecords.leave")(function* (
  studies: ReadonlyArray<NetworkStudy.Study>,
  options: {
    readonly trace: Option.Option<string>
    readonly observations: Option.Option<string>
    /** Whether the runs of the studies are pairs, of which the plain one is traced. */
    readonly antithetic: boolean
  }
) {
  const [first] = studies
  if (first === undefined) return
  if (Option.isSome(options.observations)) {
    yield* OutputFolder.writeFile(options.observations.value, observationLines(studies))
  }
  if (Option.isSome(options.trace)) {
    yield* OutputFolder.writeFile(options.trace.value, traceOf(first, !options.antithetic))
  }
})

/** The names of the columns, then one line for each run and measure. Empty where nothing was seen. */
function* observationLines(studies: ReadonlyArray<NetworkStudy.Study>): Iterable<string> {
  yield "network,replication,measure,value,hash\r\n"
  for (const [place, { plan, runs }] of studies.entries()) {
    for (const { replication, values, hash } of runs) {
      for (const [index, measure] of plan.measures.entries()) {
        const value = values[index] ?? Number.NaN
        const cells = [place, replication, `"${measure}"`, Number.isNaN(value) ? "" : value, hash]
        yield `${cells.join(",")}\r\n`
      }
    }
  }
}

/**
 * Every event of a study's first run, which is made once more for it: the same run, or it is a
 * mistake of ours.
 */
function* traceOf(
  { plan, seed, runs }: NetworkStudy.Study,
  isComparable: boolean
): Iterable<string> {
  const network = Network.make(plan.network)
  const pieces: Array<string> = []
  let isFirst = true
  const onFull = (full: EventTrace.EventTrace): void => {
    pieces.push(...full.csvPieces({ hasHeader: isFirst }))
    isFirst = false
  }
  const trace = EventTrace.make({ network, onFull })
  const run = NetworkRun.make({ ...plan, network, seed, replication: 0, trace })
  while (!run.isOver) {
    run.step(NetworkTask.sliceEventCount)
    yield* pieces.splice(0)
  }
  if (trace.count === 0 && isFirst) pieces.push(...trace.csvPieces())
  trace.flush()
  yield* pieces
  const hash = runs[0]?.hash
  if (isComparable && hash !== undefined && run.hash() !== hash) {
    throw new Error(`The first run gave ${hash} and, run again for its trace, ${run.hash()}`)
  }
}
