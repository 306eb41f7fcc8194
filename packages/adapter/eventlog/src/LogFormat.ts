/**
 * The formats in which a log can be written, chosen by the name of the file.
 */
import * as Csv from "./Csv.ts"
import type { EventLog } from "./EventLog.ts"
import * as Ocel from "./Ocel.ts"
import * as Xes from "./Xes.ts"

/**
 * How the names of log files end. The longer ending comes first where one ends with the other.
 *
 * @source none: the endings that process-mining tools expect; `.ocel.json` tells OCEL from other JSON
 * @category formats
 * @since 0.1.0
 */
export const endings = [".xes", ".ocel.json", ".csv"] as const

/**
 * One of {@link endings}.
 *
 * @category formats
 * @since 0.1.0
 */
export type Ending = (typeof endings)[number]

/**
 * The ending of a file's name, in capitals or not; `undefined` for a name that tells no format.
 *
 * ```ts
 * import { LogFormat } from "@wangge/eventlog"
 *
 * LogFormat.endingOf("helong.OCEL.json") // => ".ocel.json"
 * LogFormat.endingOf("helong.json") // => undefined
 * ```
 *
 * @category formats
 * @since 0.1.0
 */
export const endingOf = (fileName: string): Ending | undefined =>
  endings.find((ending) => fileName.toLowerCase().endsWith(ending))

/**
 * The text of a log in the format that the ending of a file's name asks for, in pieces.
 *
 * Throws a `RangeError` for a name that tells no format: ask {@link endingOf} first.
 *
 * @category formats
 * @since 0.1.0
 */
export const pieces = (fileName: string, log: EventLog): Iterable<string> => {
  switch (endingOf(fileName)) {
    case ".xes":
      return Xes.pieces(log)
    case ".ocel.json":
      return Ocel.pieces(log)
    case ".csv":
      return Csv.pieces(log)
    case undefined:
      throw new RangeError(`A log's name ends with ${endings.join(" or ")}; got ${fileName}`)
  }
}
