/**
 * The records of the customers inside a network: 256 bytes for each, side by side, so that what one
 * event reads of a customer lies in two or three lines of the cache. Numbers are whole ones in
 * `words[(row << WORDS) + FIELD]` or real ones in `floats[(row << FLOATS) + FIELD]`, of the same memory.
 */
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

export const WORDS = 6
export const FLOATS = 5

// Who it is, where it is, and its place in a queue. Fields that are -1 for nothing say so.

/** Class, and source with the number within it in order of arrival (unsigned). */
export const CLASS_OF = 0
export const SOURCE_OF = 1
export const SERIAL_OF = 2
/** Where it is (-1 outside), what it does there, and the server that it has (-1 none). */
export const STATION_OF = 3
export const STATE = 4
export const SERVER_OF = 5
/** How often it came to this station before; the stations that it has finished. */
export const VISIT = 6
export const VISITS = 7
/** The place of its priority among those of the station; its lane (-1 none), neighbours or index there. */
export const LEVEL = 8
export const LANE = 9
export const BEFORE = 10
export const BEHIND = 11
/** Whether its deadline has passed; the raise by deadline that it had (-1 none). */
export const IS_OVERDUE = 12
export const RAISED = 13
/** As which class it goes on (-1: its own), and the class whose deadline it has. */
export const NEXT_CLASS = 14
export const DUE_CLASS = 15

// Times, which fill the second line of the cache.

/** When it came into the network, and its waits so far. */
export const ARRIVED_AT = 8
export const WAITED = 9
/** When it joined this station, and when its service first began there (NaN before). */
export const JOINED_AT = 10
export const BEGAN_AT = 11
export const SERVICE_LENGTH = 12
/** Work that is known before service begins (given, left over), -1 if none. */
export const LEFT = 13
/** Handles of pending events, -1 if none. */
export const FINISH_TIMER = 14
export const DUE_TIMER = 15

/** Order of joining, and rank in the lane. */
export const ORDER = 16
export const RANK = 17
export const ENDS_AT = 18
export const PATIENCE_TIMER = 19
/** Its priority here. */
export const PRIORITY = 20
export const STEP_TIMER = 21
/** Since which count of blockings it is blocked. */
export const BLOCKED_ORDER = 22

/** The step of rising priority that comes next. */
export const NEXT_STEP = 48
/** Where it is blocked towards (-1 nowhere). */
export const BLOCKED_TO = 49
/** Times its service was drawn again in this stay. */
export const RESAMPLED = 50

/** Columns in the order of a snapshot, and how they are written. */
const columns: ReadonlyArray<readonly [number, "whole" | "real" | "unsigned" | "byte"]> = [
  ...[CLASS_OF, SOURCE_OF, VISITS, STATION_OF, SERVER_OF, VISIT, LEVEL, LANE].map(wholeOf),
  ...[BEFORE, BEHIND, NEXT_STEP, RAISED, BLOCKED_TO, NEXT_CLASS, RESAMPLED].map(wholeOf),
  wholeOf(DUE_CLASS),
  ...[ARRIVED_AT, WAITED, JOINED_AT, BEGAN_AT, SERVICE_LENGTH, PRIORITY, RANK].map(realOf),
  ...[ORDER, LEFT, ENDS_AT, FINISH_TIMER, PATIENCE_TIMER, DUE_TIMER, STEP_TIMER].map(realOf),
  realOf(BLOCKED_ORDER),
  [SERIAL_OF, "unsigned"],
  [STATE, "byte"],
  [IS_OVERDUE, "byte"]
]

function wholeOf(field: number): readonly [number, "whole"] {
  return [field, "whole"]
}

function realOf(field: number): readonly [number, "real"] {
  return [field, "real"]
}

/** Fields that hold -1 for a customer of whom nothing else is known. */
const emptyWords = [STATION_OF, SERVER_OF, LANE, RAISED, BLOCKED_TO, NEXT_CLASS]
const emptyFloats = [LEFT, FINISH_TIMER, PATIENCE_TIMER, DUE_TIMER, STEP_TIMER]

/** A copy of records with room for `capacity` rows; those after the first `rowCount` are empty. */
export const longerRecords = (words: Int32Array, capacity: number): Float64Array<ArrayBuffer> => {
  const floats = new Float64Array(capacity << FLOATS)
  const copy = new Int32Array(floats.buffer)
  copy.set(words)
  for (let row = words.length >> WORDS; row < capacity; row++) {
    for (const field of emptyWords) copy[(row << WORDS) + field] = -1
    for (const field of emptyFloats) floats[(row << FLOATS) + field] = -1
  }
  return floats
}

/** Writes the first `rowCount` records column by column, so that bytes are the same everywhere. */
export const saveRecords = (
  writer: Writer,
  words: Int32Array,
  floats: Float64Array,
  rowCount: number
): void => {
  for (const [field, kind] of columns) {
    const column = kind === "real" ? floats : words
    const shift = kind === "real" ? FLOATS : WORDS
    const values = Float64Array.from(
      { length: rowCount },
      (_, row) => column[(row << shift) + field]!
    )
    if (kind === "real") writer.array(values)
    else if (kind === "whole") writer.array(Int32Array.from(values))
    else if (kind === "byte") writer.array(Uint8Array.from(values))
    else writer.array(Uint32Array.from(values, (value) => value >>> 0))
  }
}

/** Takes the columns of a snapshot; there is room for them. */
export const restoreRecords = (reader: Reader, words: Int32Array, floats: Float64Array): void => {
  for (const [field, kind] of columns) {
    if (kind === "real") {
      for (const [row, value] of reader.array(Float64Array).entries()) {
        floats[(row << FLOATS) + field] = value
      }
      continue
    }
    const values =
      kind === "whole"
        ? reader.array(Int32Array)
        : kind === "byte"
          ? reader.array(Uint8Array)
          : reader.array(Uint32Array)
    for (const [row, value] of values.entries()) words[(row << WORDS) + field] = value
  }
}
