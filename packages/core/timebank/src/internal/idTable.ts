/**
 * Which command ids are known, and the row that answers for each: open addressing over hash and
 * row, compared exactly. An id that is a ULID (26 characters of Crockford's alphabet) is kept as its
 * 128 bits, any other as text; either way an id has one form only, so that it is recognised in
 * whatever shape it comes.
 */
import * as rowLog from "./rowLog.ts"
import * as ulid from "./ulid.ts"

export interface IdTable {
  /** Hash and row plus 1, by turns; 0 in the second is an empty place. Whole numbers of 32 bits. */
  slots: Int32Array<ArrayBuffer>
  count: number
  readonly texts: Array<string>
  /** The id that was read last: its words, whether it is kept as text, its hash and its place. */
  readonly key: Uint32Array<ArrayBuffer>
  isText: boolean
  text: string
  hash: number
  slot: number
}

const slotsMin = 64

export const make = (idCount: number): IdTable => ({
  slots: new Int32Array(2 * capacityFor(idCount)),
  count: 0,
  texts: [],
  key: new Uint32Array(4),
  isText: false,
  text: "",
  hash: 0,
  slot: 0
})

/** The power of two at which the table is at most five eighths full. */
const capacityFor = (idCount: number): number => {
  let capacity = slotsMin
  while (capacity * 5 < idCount * 8) capacity *= 2
  return capacity
}

export const copyOf = (ids: IdTable): IdTable => ({
  slots: ids.slots.slice(),
  count: ids.count,
  texts: ids.texts.slice(),
  key: ids.key.slice(),
  isText: ids.isText,
  text: ids.text,
  hash: ids.hash,
  slot: ids.slot
})

const lengthMax = 120

/**
 * Reads an id into `ids.key`; false if it is none (1 to 120 printable ASCII characters without
 * spaces, as in `Id.isValid`).
 */
export const read = (ids: IdTable, text: string): boolean => {
  if (typeof text !== "string") return false
  if (text.length === ulid.length && readUlid(ids, text)) return true
  return readText(ids, text)
}

const readUlid = (ids: IdTable, text: string): boolean => {
  const { key } = ids
  if (!ulid.read(text, key)) return false
  ids.isText = false
  ids.hash = hashOf(key[0]! | 0, key[1]! | 0, key[2]! | 0, key[3]! | 0)
  return true
}

/** Takes the 128 bits of an id as the id that was read. */
export const readKey = (ids: IdTable, w0: number, w1: number, w2: number, w3: number): void => {
  ids.key[0] = w0
  ids.key[1] = w1
  ids.key[2] = w2
  ids.key[3] = w3
  ids.isText = false
  ids.hash = hashOf(w0, w1, w2, w3)
}

const hashOf = (w0: number, w1: number, w2: number, w3: number): number => {
  let hash = Math.imul(w0 ^ (w1 >>> 15), 0x9e3779b1) ^ w1
  hash = Math.imul(hash ^ (hash >>> 16) ^ w2, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ w3, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/**
 * Reads the places of some ids (four words each) and does nothing with them: in a row, the waits for
 * memory overlap, and the searches that follow find them near. The result only keeps it alive.
 */
export const touch = (
  ids: IdTable,
  words: Uint32Array<ArrayBuffer>,
  from: number,
  to: number
): number => {
  const { slots } = ids
  const mask = slots.length - 2
  let seen = 0
  for (let i = from; i < to; i++) {
    const base = i * 4
    const hash = hashOf(words[base]!, words[base + 1]!, words[base + 2]!, words[base + 3]!)
    seen |= slots[(hash << 1) & mask]!
  }
  return seen
}

const readText = (ids: IdTable, text: string): boolean => {
  const { length } = text
  if (length === 0 || length > lengthMax) return false
  let hash = length
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x21 || code > 0x7e) return false
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  ids.hash = hash ^ (hash >>> 13)
  ids.isText = true
  ids.text = text
  return true
}

/** Takes the 128 bits of an id as the id that was read; the row that answers for it, -1 if none. */
export const findKey = (
  ids: IdTable,
  log: rowLog.RowLog,
  w0: number,
  w1: number,
  w2: number,
  w3: number
): number => {
  const { key } = ids
  key[0] = w0
  key[1] = w1
  key[2] = w2
  key[3] = w3
  ids.isText = false
  ids.hash = hashOf(w0, w1, w2, w3)
  return find(ids, log)
}

/** The row that answers for the id that was read, -1 if it is new. */
export const find = (ids: IdTable, log: rowLog.RowLog): number => {
  const { slots, hash } = ids
  const mask = slots.length - 2
  let slot = (hash << 1) & mask
  while (true) {
    const found = slots[slot + 1]!
    if (found === 0) break
    if (slots[slot] === hash && isAt(ids, log, found - 1)) return found - 1
    slot = (slot + 2) & mask
  }
  ids.slot = slot
  return -1
}

const isAt = (ids: IdTable, log: rowLog.RowLog, row: number): boolean => {
  const isText = (rowLog.word(log, row, rowLog.head) & rowLog.textId) !== 0
  if (isText !== ids.isText) return false
  if (isText) return ids.texts[rowLog.word(log, row, 0)] === ids.text
  const { key } = ids
  return (
    rowLog.word(log, row, 0) === key[0] &&
    rowLog.word(log, row, 1) === key[1] &&
    rowLog.word(log, row, 2) === key[2] &&
    rowLog.word(log, row, 3) === key[3]
  )
}

/** Gives a row the id that was read and not found. Nothing may be entered in between. */
export const enter = (ids: IdTable, log: rowLog.RowLog, row: number): void => {
  if (ids.isText) {
    ids.key[0] = ids.texts.length
    ids.key[1] = 0
    ids.key[2] = 0
    ids.key[3] = 0
    ids.texts.push(ids.text)
    rowLog.addMarks(log, row, rowLog.textId)
  }
  rowLog.writeId(log, row, ids.key)
  ids.slots[ids.slot] = ids.hash
  ids.slots[ids.slot + 1] = row + 1
  ids.count++
  if (ids.count * 16 > ids.slots.length * 5) widen(ids)
}

/** Doubles the table. */
const widen = (ids: IdTable): void => {
  const old = ids.slots
  const slots = new Int32Array(old.length * 2)
  const mask = slots.length - 2
  for (let from = 0; from < old.length; from += 2) {
    const row = old[from + 1]!
    if (row === 0) continue
    let slot = (old[from]! << 1) & mask
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
    slots[slot] = old[from]!
    slots[slot + 1] = row
  }
  ids.slots = slots
}

/** Takes the id of a row out again: the places after it move up, so that no search breaks off. */
export const remove = (ids: IdTable, log: rowLog.RowLog, row: number): void => {
  readAt(ids, log, row)
  const { slots } = ids
  const mask = slots.length - 2
  let hole = (ids.hash << 1) & mask
  while (slots[hole + 1] !== row + 1) {
    if (slots[hole + 1] === 0) return
    hole = (hole + 2) & mask
  }
  let slot = hole
  while (true) {
    slot = (slot + 2) & mask
    const found = slots[slot + 1]!
    if (found === 0) break
    const home = (slots[slot]! << 1) & mask
    if (((slot - home) & mask) < ((slot - hole) & mask)) continue
    slots[hole] = slots[slot]!
    slots[hole + 1] = found
    hole = slot
  }
  slots[hole] = 0
  slots[hole + 1] = 0
  ids.count--
}

/** Takes the id of a row as the id that was read. */
const readAt = (ids: IdTable, log: rowLog.RowLog, row: number): void => {
  const w0 = rowLog.word(log, row, 0)
  if ((rowLog.word(log, row, rowLog.head) & rowLog.textId) !== 0) readText(ids, ids.texts[w0] ?? "")
  else {
    readKey(ids, w0, rowLog.word(log, row, 1), rowLog.word(log, row, 2), rowLog.word(log, row, 3))
  }
}

/** The text of a row's id. */
export const textAt = (ids: IdTable, log: rowLog.RowLog, row: number): string => {
  const w0 = rowLog.word(log, row, 0)
  if ((rowLog.word(log, row, rowLog.head) & rowLog.textId) !== 0) return ids.texts[w0] ?? ""
  return ulid.toText(
    w0,
    rowLog.word(log, row, 1),
    rowLog.word(log, row, 2),
    rowLog.word(log, row, 3)
  )
}
