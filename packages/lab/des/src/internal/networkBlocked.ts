/**
 * Those who have finished and wait, where they are, for a place at another station: a line per
 * station that they want to enter, in order of blocking.
 */
import * as records from "./networkCustomerRecords.ts"
import type { NetworkCustomers } from "./networkCustomers.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { BEFORE, BEHIND, BLOCKED_ORDER, BLOCKED_TO, FLOATS, WORDS } = records

/** The lines before all stations. A blocked customer is in no queue, so they use the same links. */
export class BlockedLists {
  declare private readonly customers: NetworkCustomers
  declare private readonly heads: Int32Array
  declare private readonly tails: Int32Array
  declare private readonly counts: Int32Array
  private blockedCount = 0

  constructor(customers: NetworkCustomers, stationCount: number) {
    this.customers = customers
    this.heads = new Int32Array(stationCount).fill(-1)
    this.tails = new Int32Array(stationCount).fill(-1)
    this.counts = new Int32Array(stationCount)
  }

  /** How many are blocked towards a station. */
  countInto(station: number): number {
    return this.counts[station]!
  }

  /** Who has been blocked longest towards a station, -1 if nobody is. */
  first(station: number): number {
    return this.heads[station]!
  }

  /** Puts a customer last in the line before a station. */
  add(row: number, target: number): void {
    const { customers } = this
    const tail = this.tails[target]!
    customers.words[(row << WORDS) + BLOCKED_TO] = target
    customers.floats[(row << FLOATS) + BLOCKED_ORDER] = this.blockedCount++
    customers.words[(row << WORDS) + BEFORE] = tail
    customers.words[(row << WORDS) + BEHIND] = -1
    if (tail >= 0) customers.words[(tail << WORDS) + BEHIND] = row
    else this.heads[target] = row
    this.tails[target] = row
    this.counts[target]!++
  }

  /** Takes a blocked customer out of its line. */
  remove(row: number): void {
    const { words } = this.customers
    const record = row << WORDS
    const target = words[record + BLOCKED_TO]!
    const previous = words[record + BEFORE]!
    const next = words[record + BEHIND]!
    if (previous >= 0) words[(previous << WORDS) + BEHIND] = next
    else this.heads[target] = next
    if (next >= 0) words[(next << WORDS) + BEFORE] = previous
    else this.tails[target] = previous
    words[record + BLOCKED_TO] = -1
    this.counts[target]!--
  }

  /** All who are blocked, in order of blocking. Cost: stations, and a sort of the blocked. */
  all(): ReadonlyArray<number> {
    const { customers, heads } = this
    const rows: Array<number> = []
    for (const head of heads) {
      for (let row = head; row >= 0; row = customers.words[(row << WORDS) + BEHIND]!) rows.push(row)
    }
    const orderOf = (row: number): number => customers.floats[(row << FLOATS) + BLOCKED_ORDER]!
    return rows.sort((left, right) => orderOf(left) - orderOf(right))
  }

  save(writer: Writer): void {
    writer.section("blocked")
    writer.integer(this.blockedCount)
    writer.array(this.heads)
    writer.array(this.tails)
    writer.array(this.counts)
  }

  restore(reader: Reader): void {
    reader.section("blocked")
    this.blockedCount = reader.integer()
    this.heads.set(reader.array(Int32Array))
    this.tails.set(reader.array(Int32Array))
    this.counts.set(reader.array(Int32Array))
  }
}
