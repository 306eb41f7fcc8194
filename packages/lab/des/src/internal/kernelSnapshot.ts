/**
 * The parts of a kernel's snapshot that are lists: the registered names, and the slots of events
 * with their generations, which keep handles valid, in the order in which they will be used again.
 */
import { ARGUMENT, GENERATION, NEXT, TYPE, WORDS } from "./eventRecords.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** The names of all handlers; a restored model must have registered the same ones. */
export const saveNames = (writer: Writer, names: ReadonlyArray<string>): void => {
  writer.integer(names.length)
  for (const name of names) writer.text(name)
}

/** Checks the names; false if they differ. */
export const expectNames = (reader: Reader, names: ReadonlyArray<string>): boolean =>
  reader.expect("count of event types", names.length) &&
  names.every((name, type) => reader.expect(`event type ${type}`, name))

/**
 * The records of a kernel: what pending events are, the generations of all, and the free ones in
 * order of their next use. Where an event is kept is not written: that is found anew.
 */
export const saveRecords = (
  writer: Writer,
  kernel: { readonly words: Int32Array; readonly count: number; readonly free: number }
): void => {
  const { words, count } = kernel
  const free = chainOf(words, { stride: WORDS, at: NEXT, head: kernel.free })
  const kept = words.slice(0, count << WORDS)
  for (const id of free) kept.fill(0, (id << WORDS) + TYPE, (id << WORDS) + GENERATION)
  for (const at of [TYPE, ARGUMENT, GENERATION]) {
    writer.array(Int32Array.from({ length: count }, (_, id) => kept[(id << WORDS) + at]!))
  }
  writer.array(free)
}

/** Reads them back: records without times and places, the free ones linked, and the first of these. */
export const restoreRecords = (
  reader: Reader
): { readonly words: Int32Array; readonly free: number } => {
  const types = reader.array(Int32Array)
  const values = reader.array(Int32Array)
  const generations = reader.array(Int32Array)
  const free = reader.array(Int32Array)
  const words = new Int32Array(generations.length << WORDS)
  for (let id = 0; id < generations.length; id++) {
    words[(id << WORDS) + TYPE] = types[id]!
    words[(id << WORDS) + ARGUMENT] = values[id]!
    words[(id << WORDS) + GENERATION] = generations[id]!
  }
  for (let place = 0; place < free.length; place++) {
    words[(free[place]! << WORDS) + NEXT] = free[place + 1] ?? -1
  }
  return { words, free: free[0] ?? -1 }
}

/** The rows of a list that is linked through number `at` of each row, from `head` on. */
export const chainOf = (
  rows: Int32Array,
  shape: { readonly stride: number; readonly at: number; readonly head: number }
): Int32Array => {
  const chain: Array<number> = []
  for (let row = shape.head; row >= 0; row = rows[(row << shape.stride) + shape.at]!) {
    chain.push(row)
  }
  return Int32Array.from(chain)
}
