/**
 * What lies beside the rows of the log: parties by number, the notes of transfers, the entries that
 * are kept as records, which cause credited whom, what was reversed, and mandates.
 */
import type { LogEntry } from "../LedgerEvent.ts"

/** What a transfer says beyond its row. */
export interface Note {
  readonly party: number
  readonly causeId: string
  readonly beneficiaryId: string
  readonly correctsId: string
  /** What was asked for with `UpTo`, 0 for an exact amount. */
  readonly asked: number
}

/** Rows plus 1 that credited one beneficiary for one cause, and the group they stood in. */
export interface Credited {
  readonly earnRow: number
  readonly excessRow: number
  readonly groupRow: number
}

/** One mandate on an account; `kinds` are bits by position. */
export interface Mandate {
  readonly agent: number
  readonly kinds: number
  readonly perTransferMax: number
  readonly totalMax: number
  readonly untilSec: number
  readonly used: number
}

export interface SideTable {
  /** Parties by number; 0 is nobody. */
  readonly parties: Array<string>
  readonly partyOf: Map<string, number>
  readonly notes: Array<Note>
  readonly kept: Array<LogEntry>
  /** A number for each kept entry: its hold, or what else its kind links to. */
  readonly links: Array<number>
  readonly credited: Map<string, Credited>
  /** Row of the reversal by the row of what it took back. */
  readonly reversedBy: Map<number, number>
  readonly mandates: Map<number, ReadonlyArray<Mandate>>
  /** During a trial: what puts each change of the maps back, in the order of the changes. */
  readonly undo: Array<() => void>
  isTrial: boolean
}

export const make = (): SideTable => ({
  parties: [""],
  partyOf: new Map(),
  notes: [],
  kept: [],
  links: [],
  credited: new Map(),
  reversedBy: new Map(),
  mandates: new Map(),
  undo: [],
  isTrial: false
})

export const copyOf = (side: SideTable): SideTable => ({
  parties: side.parties.slice(),
  partyOf: new Map(side.partyOf),
  notes: side.notes.slice(),
  kept: side.kept.slice(),
  links: side.links.slice(),
  credited: new Map(side.credited),
  reversedBy: new Map(side.reversedBy),
  mandates: new Map(side.mandates),
  undo: [],
  isTrial: false
})

/** The number of a party, a new one at its first mention; 0 for the empty text. */
export const party = (side: SideTable, id: string): number => {
  if (id === "") return 0
  const known = side.partyOf.get(id)
  if (known !== undefined) return known
  side.partyOf.set(id, side.parties.length)
  return side.parties.push(id) - 1
}

export const partyText = (side: SideTable, number: number): string => side.parties[number] ?? ""

/** Takes the parties from a count on away again. */
export const truncateParties = (side: SideTable, count: number): void => {
  while (side.parties.length > count) {
    const last = side.parties.pop()
    if (last !== undefined) side.partyOf.delete(last)
  }
}

/** The key under which a cause credits a beneficiary in a unit. */
export const creditedKey = (causeId: string, unit: number, beneficiaryId: string): string =>
  `${unit} ${causeId} ${beneficiaryId}`

export const keep = (side: SideTable, entry: LogEntry, link: number): number => {
  side.links.push(link)
  return side.kept.push(entry) - 1
}

/** Sets a value in one of the maps, or takes it out; during a trial it can be put back. */
export const setIn = <Key, Value>(
  side: SideTable,
  map: Map<Key, Value>,
  key: Key,
  value: Value | undefined
): void => {
  const before = map.get(key)
  if (side.isTrial) side.undo.push(() => put(map, key, before))
  put(map, key, value)
}

const put = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined): void => {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
