/**
 * The records of pending events: eight whole numbers by id, side by side in 32 bytes, so that two
 * records fill a line of the cache. The first two are the time, as a floating-point number of the
 * same memory; the last three belong to the kernel.
 */

/** Ids are below this: a place in the heap or a bucket of any of them fits a whole number. */
export const ID_MAX = 0x1000000

/** Records by id: `floats[id << FLOATS]` is the time, `words[(id << WORDS) + PLACE]` the place. */
export const FLOATS = 2
export const WORDS = 3
/** Where an event is: a node of the heap, or one of the places below. */
export const PLACE = 2
/** Neighbours in a bucket; -1 for none. */
export const NEXT = 3
export const PREVIOUS = 4
/** Of the kernel: what the event is, and how often the record was used. */
export const TYPE = 5
export const ARGUMENT = 6
export const GENERATION = 7

/** Place of an id that is not in the queue; below it, -2 - k is place k of the batch. */
export const ABSENT = -1
/** Place of those in the run; nodes of the heap are above it. */
export const IN_RUN = 0
/** This and the number of a bucket is the place of those in it. */
export const IN_BUCKET = 0x40000000

/** A copy of records with room for `count` ids; the new ones are absent. */
export const longerRecords = (words: Int32Array, count: number): Float64Array<ArrayBuffer> => {
  const floats = new Float64Array(count << FLOATS)
  const copy = new Int32Array(floats.buffer)
  copy.set(words)
  for (let at = words.length; at < copy.length; at += 1 << WORDS) copy[at + PLACE] = ABSENT
  return floats
}
