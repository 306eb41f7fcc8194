/**
 * Stations in a snapshot: who serves whom, who is there, the idle in order, and the seconds of work.
 * Links of servers that are not idle are left out, so that equal stations give equal bytes.
 */
import {
  AVAILABLE,
  NEXT_IDLE,
  PREVIOUS_IDLE,
  ROW,
  SERVING,
  type ServerTable,
  WAITING,
  WORKING
} from "./serverTable.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** The rows of one station: its servers from `first` to before `anchor`. */
interface Place {
  readonly first: number
  readonly anchor: number
}

/** Writes one station. */
export const saveStation = (writer: Writer, table: ServerTable, place: Place): void => {
  const { first, anchor } = place
  const { rows, seconds } = table
  const flags = new Uint8Array(anchor - first)
  const serving = new Int32Array(anchor - first)
  for (let row = first; row < anchor; row++) {
    flags[row - first] = rows[(row << ROW) + AVAILABLE]!
    serving[row - first] = rows[(row << ROW) + SERVING]!
  }
  const idle: Array<number> = []
  let row = rows[(anchor << ROW) + NEXT_IDLE]!
  for (; row !== anchor; row = rows[(row << ROW) + NEXT_IDLE]!) idle.push(row - first)
  writer.integer(rows[(anchor << ROW) + WAITING]!)
  writer.integer(rows[(anchor << ROW) + WORKING]!)
  writer.array(serving)
  writer.array(flags)
  writer.array(Int32Array.from(idle))
  writer.array(seconds.subarray(first << 1, anchor << 1))
}

/** Reads it back. */
export const restoreStation = (reader: Reader, table: ServerTable, place: Place): void => {
  const { first, anchor } = place
  const { rows, seconds } = table
  rows[(anchor << ROW) + WAITING] = reader.integer()
  rows[(anchor << ROW) + WORKING] = reader.integer()
  const serving = reader.array(Int32Array)
  const flags = reader.array(Uint8Array)
  const idle = reader.array(Int32Array)
  seconds.set(reader.array(Float64Array), first << 1)
  for (let index = 0; index < serving.length; index++) {
    rows[((first + index) << ROW) + SERVING] = serving[index]!
    rows[((first + index) << ROW) + AVAILABLE] = flags[index]!
  }
  let last = anchor
  for (const index of idle) {
    rows[(last << ROW) + NEXT_IDLE] = first + index
    rows[((first + index) << ROW) + PREVIOUS_IDLE] = last
    last = first + index
  }
  rows[(last << ROW) + NEXT_IDLE] = anchor
  rows[(anchor << ROW) + PREVIOUS_IDLE] = last
}
