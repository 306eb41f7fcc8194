/**
 * The event log that `simulate --log` leaves: every case of the first replication, in the format
 * that the file's name asks for. The replication is run once more for it, with somebody watching;
 * the log is written piece by piece and appears whole.
 */
import { CaseReplay, Simulation, type Study } from "@wangge/simulator"
import * as Effect from "effect/Effect"
import { UsageError } from "./Ending.ts"
import { EventLogs } from "./EventLogs.ts"
import * as OutputFolder from "./OutputFolder.ts"

/**
 * Tries whether a log can be written as `file`, before the long work begins.
 *
 * Fails with `UsageError` for a name that tells no format, and where no file can be written.
 *
 * @category output
 * @since 0.1.0
 */
export const probe = Effect.fn("LogFile.probe")(function* (file: string) {
  yield* endingOf(file)
  yield* OutputFolder.probeFile(file)
})

/**
 * Writes the log of a study's first replication as `file`.
 *
 * Fails with `UsageError` where it cannot be written; a file that was there before is then as it
 * was. Cost: one more run, and the moves of it in memory (64 bytes each).
 *
 * @category output
 * @since 0.1.0
 */
export const write = Effect.fn("LogFile.write")(function* (file: string, study: Study.Study) {
  const logs = yield* EventLogs
  const ending = yield* endingOf(file)
  const run = recorded(study)
  yield* OutputFolder.writeFile(file, logs.pieces(ending, run))
})

const recorded = ({ scenario, seed, runs }: Study.Study) => {
  const moves = new CaseReplay.CaseLog()
  const again = Simulation.run({ scenario, seed, replication: 0 }, { onMove: moves.recorder })
  const hash = runs[0]?.hash
  if (again.hash !== hash) {
    throw new Error(`The first replication gave ${hash} and, run again for its log, ${again.hash}`)
  }
  return { scenario, moves }
}

const endingOf = Effect.fnUntraced(function* (file: string) {
  const { endings } = yield* EventLogs
  const ending = endings.find((one) => file.toLowerCase().endsWith(one))
  if (ending !== undefined) return ending
  const message =
    `Cannot tell the format of the log "${file}" from its name; ` +
    `expected a name that ends with ${endings.join(" or ")}.`
  return yield* new UsageError({ message })
})
