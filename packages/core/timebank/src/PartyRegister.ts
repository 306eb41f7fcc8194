/**
 * Who the parties of the accounts are: names and contacts, kept apart from the ledger. The ledger and
 * its chain know a party by an opaque id alone, so that a person can be erased here while every
 * amount, every head and every proof stays as it is. Nothing prints a name by accident: JSON,
 * templates, logs and copies show only that something is there.
 *
 * The values are held in a weak map inside this file, as `Sensitive` of the package `privacy` does
 * it; this package knows that one not, and needs no purposes: whoever may open the register at
 * all is for the store that keeps it.
 */
import * as PartyProblem from "./PartyProblem.ts"

/**
 * What is known of a party. Empty texts for what is not known.
 *
 * @category parties
 * @since 0.1.0
 */
export interface Particulars {
  readonly name: string
  readonly contact: string
}

/**
 * One row: the opaque id that accounts, owners and agents are named by in the ledger, and when the
 * party was erased (whole seconds since the Unix epoch; null while it was not). The
 * particulars are not among its properties: see {@link open}.
 *
 * @category parties
 * @since 0.1.0
 */
export interface Row {
  readonly partyId: string
  readonly erasedSec: number | null
}

/**
 * A register: its rows, in the order in which they were added.
 *
 * @category parties
 * @since 0.1.0
 */
export interface PartyRegister {
  readonly rows: ReadonlyArray<Row>
}

/**
 * A changed register, or what stands against it.
 *
 * @category parties
 * @since 0.1.0
 */
export type Changed =
  | { readonly ok: true; readonly register: PartyRegister }
  | { readonly ok: false; readonly problem: PartyProblem.PartyProblem }

/**
 * What is known of a party, or why nothing is.
 *
 * @category parties
 * @since 0.1.0
 */
export type Opened =
  | { readonly ok: true; readonly particulars: Particulars }
  | { readonly ok: false; readonly problem: PartyProblem.PartyProblem }

/**
 * A register without rows.
 *
 * @category parties
 * @since 0.1.0
 */
export const empty: PartyRegister = { rows: [] }

/**
 * A register of many parties, as a store gives them back.
 *
 * Throws a `RangeError` for an id that comes twice. Cost: one pass.
 *
 * ```ts
 * import { PartyRegister } from "@wangge/timebank"
 *
 * const register = PartyRegister.of([
 *   { partyId: "p-17", name: "Li", contact: "138" }, { partyId: "p-18", name: "Wang", contact: "" }
 * ])
 * register.rows.map(({ partyId }) => partyId) // => ["p-17", "p-18"]
 * ```
 *
 * @category parties
 * @since 0.1.0
 */
export const of = (
  parties: ReadonlyArray<Particulars & { readonly partyId: string }>
): PartyRegister => {
  const ids = new Set(parties.map(({ partyId }) => partyId))
  if (ids.size !== parties.length) throw new RangeError("A party stands in the register twice")
  return { rows: parties.map((party) => rowWith(party.partyId, party)) }
}

/**
 * A register with one more party.
 *
 * Returns `PartyKnown` for an id that has a row, also one that was erased: an id never comes to mean
 * somebody else. Cost: a new list.
 *
 * ```ts
 * import { PartyRegister } from "@wangge/timebank"
 *
 * const added = PartyRegister.add(PartyRegister.empty, "p-17", { name: "Li", contact: "138" })
 * if (!added.ok) throw new Error(added.problem.code)
 * JSON.stringify(added.register) // => "{\"rows\":[{\"partyId\":\"p-17\",\"erasedSec\":null}]}"
 * PartyRegister.open(added.register, "p-17") // => { ok: true, particulars: { name: "Li", contact: "138" } }
 * ```
 *
 * @category parties
 * @since 0.1.0
 */
export const add = (
  register: PartyRegister,
  partyId: string,
  particulars: Particulars
): Changed => {
  if (rowOf(register, partyId) !== undefined) return refused("PartyKnown", partyId)
  return { ok: true, register: { rows: [...register.rows, rowWith(partyId, particulars)] } }
}

/**
 * A register in which a party has other particulars.
 *
 * Returns `PartyUnknown` or `PartyErased`.
 *
 * @source Personal Information Protection Law of China (2021), article 46: correction
 * @category parties
 * @since 0.1.0
 */
export const correct = (
  register: PartyRegister,
  partyId: string,
  particulars: Particulars
): Changed => {
  const row = rowOf(register, partyId)
  if (row === undefined) return refused("PartyUnknown", partyId)
  if (row.erasedSec !== null) return refused("PartyErased", partyId)
  const corrected = rowWith(partyId, particulars)
  kept.delete(row)
  return { ok: true, register: withRow(register, corrected) }
}

/**
 * The particulars of a party. Write down who looked, and why: this function cannot.
 *
 * Returns `PartyUnknown` or `PartyErased`, the latter also for a copy of a row that was not made
 * here. Cost: one pass over the rows.
 *
 * @source Personal Information Protection Law of China (2021), article 45: access and copy
 * @category parties
 * @since 0.1.0
 */
export const open = (register: PartyRegister, partyId: string): Opened => {
  const row = rowOf(register, partyId)
  if (row === undefined) return refused("PartyUnknown", partyId)
  const particulars = kept.get(row)
  return particulars === undefined ? refused("PartyErased", partyId) : { ok: true, particulars }
}

/**
 * A register in which a party is known by its id and by nothing else.
 *
 * The particulars are gone from every older register of this program that had the row, too. Backups
 * and what others wrote down are beyond reach. Returns `PartyUnknown` or `PartyErased`. The
 * ledger is not touched: amounts, times and opaque ids stay, and the chain still verifies.
 *
 * ```ts
 * import { PartyRegister } from "@wangge/timebank"
 *
 * const added = PartyRegister.add(PartyRegister.empty, "p-17", { name: "Li", contact: "138" })
 * if (!added.ok) throw new Error(added.problem.code)
 * const erased = PartyRegister.erase(added.register, "p-17", 1_741_000_000)
 * erased.ok && erased.register.rows // => [{ partyId: "p-17", erasedSec: 1741000000 }]
 * PartyRegister.open(added.register, "p-17").ok // => false
 * ```
 *
 * @source Personal Information Protection Law of China (2021), article 47: deletion
 * @category parties
 * @since 0.1.0
 */
export const erase = (register: PartyRegister, partyId: string, atSec: number): Changed => {
  const row = rowOf(register, partyId)
  if (row === undefined) return refused("PartyUnknown", partyId)
  if (row.erasedSec !== null) return refused("PartyErased", partyId)
  kept.delete(row)
  return { ok: true, register: withRow(register, Object.freeze({ partyId, erasedSec: atSec })) }
}

/** The particulars of the rows that were made here; an entry goes when its row goes. */
const kept = new WeakMap<Row, Particulars>()

const rowWith = (partyId: string, { name, contact }: Particulars): Row => {
  const row: Row = Object.freeze({ partyId, erasedSec: null })
  kept.set(row, Object.freeze({ name, contact }))
  return row
}

const rowOf = (register: PartyRegister, partyId: string): Row | undefined =>
  register.rows.find((row) => row.partyId === partyId)

const withRow = (register: PartyRegister, changed: Row): PartyRegister => ({
  rows: register.rows.map((row) => (row.partyId === changed.partyId ? changed : row))
})

const refused = (code: PartyProblem.Code, partyId: string) =>
  ({ ok: false, problem: PartyProblem.make(code, partyId) }) as const
