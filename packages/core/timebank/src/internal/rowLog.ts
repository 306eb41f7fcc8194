/**
 * The log of the ledger: 64 bytes per answered command, in chunks that are never copied once they
 * are full. A row is 16 words, the last eight of them read as four doubles, so that the bytes of a
 * batch of rows can be hashed as they lie. Two numbers per row, kept beside, chain the movements of
 * an account backwards.
 */

/** Rows per chunk. */
export const chunkRows = 1 << 14
const chunkShift = 14
const chunkMask = chunkRows - 1

/** Words per row, and the places of the words: the id (4 words), ... */
export const wordCount = 16
export const head = 4
export const debit = 5
export const credit = 6
export const side = 7
/** ... and of the doubles. */
export const doubleCount = 8
export const amount = 4
export const recordedSec = 5
export const effectiveSec = 6
export const lapseSec = 7

/** Marks in the word `head`, above 8 bits for the kind of entry and 8 for that of the transfer. */
export const textId = 1 << 16
export const noted = 1 << 17
export const effectiveGiven = 1 << 18
export const lapseGiven = 1 << 19
export const partsStored = 1 << 20
export const member = 1 << 21
export const byMandate = 1 << 22
export const newParty = 1 << 23
export const exactGiven = 1 << 24

export interface RowLog {
  readonly words: Array<Uint32Array<ArrayBuffer>>
  readonly doubles: Array<Float64Array<ArrayBuffer>>
  readonly chains: Array<Uint32Array<ArrayBuffer>>
  count: number
  /** The chunk that the next row goes to, and the row at which it is full. */
  nextWords: Uint32Array<ArrayBuffer>
  nextDoubles: Float64Array<ArrayBuffer>
  nextChains: Uint32Array<ArrayBuffer>
  end: number
}

const none = { words: new Uint32Array(0), doubles: new Float64Array(0) }

export const make = (rowCount: number): RowLog => {
  const log: RowLog = {
    words: [],
    doubles: [],
    chains: [],
    count: 0,
    nextWords: none.words,
    nextDoubles: none.doubles,
    nextChains: none.words,
    end: 0
  }
  addChunk(log, Math.min(Math.max(rowCount, 16), chunkRows))
  while (log.words.length * chunkRows < rowCount) addChunk(log, chunkRows)
  reserve(log)
  return log
}

const addChunk = (log: RowLog, rows: number): void => {
  const words = new Uint32Array(rows * wordCount)
  log.words.push(words)
  log.doubles.push(new Float64Array(words.buffer))
  log.chains.push(new Uint32Array(rows * 2))
}

/** Makes room for one more row. The first chunk grows by doubling, the others are whole at once. */
export const reserve = (log: RowLog): void => {
  const chunk = log.count >>> chunkShift
  const words = log.words[chunk]
  if (words === undefined) addChunk(log, chunkRows)
  else if ((log.count & chunkMask) >= words.length / wordCount) widen(log, chunk, words)
  log.nextWords = log.words[chunk]!
  log.nextDoubles = log.doubles[chunk]!
  log.nextChains = log.chains[chunk]!
  log.end = (chunk << chunkShift) + log.nextWords.length / wordCount
}

/** Doubles the first chunk; chunks behind it are whole. */
const widen = (log: RowLog, chunk: number, words: Uint32Array<ArrayBuffer>): void => {
  const longer = new Uint32Array(words.length * 2)
  longer.set(words)
  const chains = new Uint32Array((words.length * 4) / wordCount)
  chains.set(log.chains[chunk]!)
  log.words[chunk] = longer
  log.doubles[chunk] = new Float64Array(longer.buffer)
  log.chains[chunk] = chains
}

/** Takes the rows from a count on away again. */
export const truncate = (log: RowLog, count: number): void => {
  log.count = count
  reserve(log)
}

/** A word of a row. */
export const word = (log: RowLog, row: number, place: number): number =>
  log.words[row >>> chunkShift]![(row & chunkMask) * wordCount + place]!

/** A double of a row. */
export const double = (log: RowLog, row: number, place: number): number =>
  log.doubles[row >>> chunkShift]![(row & chunkMask) * doubleCount + place]!

/** The row of the movement before this one plus 1, on the debit (0) or credit (1) account. */
export const chain = (log: RowLog, row: number, side: 0 | 1): number =>
  log.chains[row >>> chunkShift]![(row & chunkMask) * 2 + side]!

/** The kind of entry of a row. */
export const kindOf = (log: RowLog, row: number): number => word(log, row, head) & 255

/** The kind of transfer of a row. */
export const transferKindOf = (log: RowLog, row: number): number =>
  (word(log, row, head) >>> 8) & 255

/** Fills the next row but for its id and chains, and counts it; its number. */
export const append = (
  log: RowLog,
  headWord: number,
  debitWord: number,
  creditWord: number,
  sideWord: number,
  amountOf: number,
  recorded: number,
  effective: number,
  lapse: number
): number => {
  if (log.count === log.end) reserve(log)
  const row = log.count
  const words = log.nextWords
  const doubles = log.nextDoubles
  const chains = log.nextChains
  const place = row & chunkMask
  const base = place * wordCount
  words[base + head] = headWord
  words[base + debit] = debitWord
  words[base + credit] = creditWord
  words[base + side] = sideWord
  const half = place * doubleCount
  doubles[half + amount] = amountOf
  doubles[half + recordedSec] = recorded
  doubles[half + effectiveSec] = effective
  doubles[half + lapseSec] = lapse
  chains[place * 2] = 0
  chains[place * 2 + 1] = 0
  log.count = row + 1
  return row
}

/** Writes the four words of a row's id. */
export const writeId = (log: RowLog, row: number, key: Uint32Array<ArrayBuffer>): void => {
  const words = log.words[row >>> chunkShift]!
  const base = (row & chunkMask) * wordCount
  words[base] = key[0]!
  words[base + 1] = key[1]!
  words[base + 2] = key[2]!
  words[base + 3] = key[3]!
}

/** Adds marks to the head of a row. */
export const addMarks = (log: RowLog, row: number, marks: number): void => {
  const words = log.words[row >>> chunkShift]!
  const place = (row & chunkMask) * wordCount + head
  words[place] = words[place]! | marks
}

/** Writes the side word of a row. */
export const setSide = (log: RowLog, row: number, sideWord: number): void => {
  log.words[row >>> chunkShift]![(row & chunkMask) * wordCount + side] = sideWord
}

/** Writes from when on a row counts. */
export const setEffective = (log: RowLog, row: number, sec: number): void => {
  log.doubles[row >>> chunkShift]![(row & chunkMask) * doubleCount + effectiveSec] = sec
}

/** Links a row to the movements before it on both accounts. */
export const linkBoth = (
  log: RowLog,
  row: number,
  debitBefore: number,
  creditBefore: number
): void => {
  const chains = log.chains[row >>> chunkShift]!
  const place = (row & chunkMask) * 2
  chains[place] = debitBefore
  chains[place + 1] = creditBefore
}

/** Links a row to the movement before it on its debit (0) or credit (1) account. */
export const link = (log: RowLog, row: number, side: 0 | 1, beforePlusOne: number): void => {
  log.chains[row >>> chunkShift]![(row & chunkMask) * 2 + side] = beforePlusOne
}

/** The bytes of the rows from `from` to before `to`, as views of the chunks. */
export const bytes = (
  log: RowLog,
  from: number,
  to: number
): ReadonlyArray<Uint8Array<ArrayBuffer>> => {
  const views: Array<Uint8Array<ArrayBuffer>> = []
  let row = from
  while (row < to) {
    const chunk = row >>> chunkShift
    const end = Math.min(to, (chunk + 1) << chunkShift)
    const start = (row & chunkMask) * wordCount * 4
    views.push(new Uint8Array(log.words[chunk]!.buffer, start, (end - row) * wordCount * 4))
    row = end
  }
  return views
}

export const copyOf = (log: RowLog): RowLog => {
  const words = log.words.map((chunk) => chunk.slice())
  const copy: RowLog = {
    words,
    doubles: words.map((chunk) => new Float64Array(chunk.buffer)),
    chains: log.chains.map((chunk) => chunk.slice()),
    count: log.count,
    nextWords: none.words,
    nextDoubles: none.doubles,
    nextChains: none.words,
    end: 0
  }
  reserve(copy)
  return copy
}
