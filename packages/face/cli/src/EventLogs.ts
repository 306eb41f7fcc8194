/**
 * The port through which `simulate` writes event logs: the file that starts the program makes it
 * real with the formats of process mining.
 */
import type { CaseReplay, Scenario } from "@wangge/simulator"
import * as Context from "effect/Context"

/**
 * A run that was written down: its scenario, and the accepted moves of its cases.
 *
 * @category ports
 * @since 0.1.0
 */
export interface RecordedRun {
  readonly scenario: Scenario.Scenario
  readonly moves: CaseReplay.CaseLog
}

/**
 * Knows the formats of event logs by the endings of file names, and writes a run in one of them,
 * piece by piece.
 *
 * @category ports
 * @since 0.1.0
 */
export class EventLogs extends Context.Service<
  EventLogs,
  {
    /** How the names of log files may end. */
    readonly endings: ReadonlyArray<string>
    /** The text of a run's log in the format of an ending, in pieces. */
    readonly pieces: (ending: string, run: RecordedRun) => Iterable<string>
  }
>()("wangge/EventLogs") {}
