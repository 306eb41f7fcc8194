/**
 * Those who wait at the stations of a network, in lanes: one per station and priority, and per
 * class where servers may serve some classes only. Lanes of first-come and last-come stations, and
 * those who were put back, are linked lists in order of rank; "shortest" has a heap and "random" an
 * array per lane. Taking out from the middle costs no search.
 */
import * as records from "./networkCustomerRecords.ts"
import type { NetworkCustomers } from "./networkCustomers.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { BEFORE, BEHIND, FLOATS, LANE, ORDER, RANK, WORDS } = records

/** How a lane is kept. */
export const BY_RANK_FROM_TAIL = 0
export const BY_RANK_FROM_HEAD = 1
export const HEAP = 2
export const BAG = 3

/** Ranks below this are of those put back into the queue; see `Lanes.putBackRank`. */
export const PUT_BACK = -4503599627370496

// Four numbers by lane, side by side.
const LANE_WORDS = 2
const HEAD = 0
const TAIL = 1
const SIZE = 2
const KIND = 3

/** The waiting lines of all stations. */
export class Lanes {
  declare readonly customers: NetworkCustomers
  // Lanes from `count` on are the put-back ones of bags, in the same order.
  declare private readonly count: number
  declare private readonly lanes: Int32Array
  private readonly members: Array<Int32Array> = []
  private putBackCount = 0

  /** Empty lanes of these kinds. */
  constructor(customers: NetworkCustomers, kinds: Uint8Array) {
    this.customers = customers
    this.count = kinds.length
    const hasBags = kinds.includes(BAG)
    this.lanes = new Int32Array((hasBags ? kinds.length * 2 : kinds.length) << LANE_WORDS)
    for (let lane = 0; lane < this.laneCount; lane++) {
      const place = lane << LANE_WORDS
      this.lanes[place + HEAD] = -1
      this.lanes[place + TAIL] = -1
      this.lanes[place + KIND] = lane < this.count ? kinds[lane]! : BY_RANK_FROM_TAIL
    }
    if (hasBags || kinds.includes(HEAP)) {
      for (const kind of kinds) this.members.push(new Int32Array(kind >= HEAP ? 8 : 0))
    }
  }

  /** The rank of the next who is put back: before all who wait, the latest first. */
  putBackRank(): number {
    return PUT_BACK - ++this.putBackCount
  }

  /** Puts a customer, whose rank and order are set, into a lane. */
  add(row: number, lane: number): void {
    const kind = this.lanes[(lane << LANE_WORDS) + KIND]!
    if (kind === BY_RANK_FROM_TAIL) this.link(row, lane, false)
    else if (kind === BY_RANK_FROM_HEAD) this.link(row, lane, true)
    else if (kind === HEAP) this.push(row, lane)
    else if (this.customers.floats[(row << FLOATS) + RANK]! >= PUT_BACK) this.drop(row, lane)
    else this.link(row, lane + this.count, false)
  }

  /** Takes a waiting customer out of its lane. */
  remove(row: number): void {
    const { words } = this.customers
    const lane = words[(row << WORDS) + LANE]!
    const kind = this.lanes[(lane << LANE_WORDS) + KIND]!
    if (kind < HEAP) this.unlink(row, lane)
    else if (kind === HEAP) this.pull(row, lane)
    else {
      const bag = this.members[lane]!
      const last = bag[--this.lanes[(lane << LANE_WORDS) + SIZE]!]!
      const place = words[(row << WORDS) + BEFORE]!
      bag[place] = last
      words[(last << WORDS) + BEFORE] = place
    }
    words[(row << WORDS) + LANE] = -1
  }

  /** The first of a lane: of a list or heap; of a bag the first who was put back. -1 if none. */
  first(lane: number): number {
    const { lanes } = this
    const kind = lanes[(lane << LANE_WORDS) + KIND]!
    if (kind < HEAP) return lanes[(lane << LANE_WORDS) + HEAD]!
    if (kind === BAG) return lanes[((lane + this.count) << LANE_WORDS) + HEAD]!
    return this.sizeOf(lane) > 0 ? this.members[lane]![0]! : -1
  }

  /** Number `index` of a bag. */
  inBag(lane: number, index: number): number {
    return this.members[lane]![index]!
  }

  /** How many wait in a lane, those who were put back into a bag not counted. */
  sizeOf(lane: number): number {
    return this.lanes[(lane << LANE_WORDS) + SIZE]!
  }

  /** How many wait in a lane, put back or not. */
  countOf(lane: number): number {
    const isBag = this.lanes[(lane << LANE_WORDS) + KIND] === BAG
    return this.sizeOf(lane) + (isBag ? this.sizeOf(lane + this.count) : 0)
  }

  /** Writes ends and members; neighbours and ranks are in the records of the customers. */
  save(writer: Writer): void {
    writer.section("lanes")
    writer.integer(this.putBackCount)
    for (const field of [HEAD, TAIL, SIZE]) {
      const values = this.places().map((place) => this.lanes[place + field]!)
      writer.array(Int32Array.from(values))
    }
    writer.integer(this.members.length)
    for (const [lane, members] of this.members.entries()) {
      const isKept = this.lanes[(lane << LANE_WORDS) + KIND]! >= HEAP
      writer.array(members.subarray(0, isKept ? this.sizeOf(lane) : 0))
    }
  }

  /** Takes the lanes of a snapshot; leaves them empty if they are those of another network. */
  restore(reader: Reader, isSame: boolean): void {
    reader.section("lanes")
    this.putBackCount = reader.integer()
    const fields = [HEAD, TAIL, SIZE].map((field) => ({
      field,
      values: reader.array(Int32Array)
    }))
    const count = reader.integer()
    const members = Array.from({ length: count }, () => reader.array(Int32Array))
    if (!isSame) return
    for (const { field, values } of fields) {
      for (const [lane, value] of values.entries()) this.lanes[(lane << LANE_WORDS) + field] = value
    }
    for (const [lane, values] of members.entries()) {
      const longer = new Int32Array(Math.max(values.length, 8))
      longer.set(values)
      this.members[lane] = longer
    }
  }

  private get laneCount(): number {
    return this.lanes.length >> LANE_WORDS
  }

  private places(): ReadonlyArray<number> {
    return Array.from({ length: this.laneCount }, (_, lane) => lane << LANE_WORDS)
  }

  /** Links a customer in by rank; the search begins where it will most likely end. */
  private link(row: number, lane: number, isFromHead: boolean): void {
    const { lanes } = this
    const { floats, words } = this.customers
    const place = lane << LANE_WORDS
    const own = floats[(row << FLOATS) + RANK]!
    let previous = lanes[place + TAIL]!
    if (isFromHead || own < PUT_BACK) {
      previous = -1
      let next = lanes[place + HEAD]!
      while (next >= 0 && floats[(next << FLOATS) + RANK]! < own) {
        previous = next
        next = words[(next << WORDS) + BEHIND]!
      }
    } else {
      while (previous >= 0 && floats[(previous << FLOATS) + RANK]! > own) {
        previous = words[(previous << WORDS) + BEFORE]!
      }
    }
    const next = previous >= 0 ? words[(previous << WORDS) + BEHIND]! : lanes[place + HEAD]!
    words[(row << WORDS) + BEFORE] = previous
    words[(row << WORDS) + BEHIND] = next
    if (previous >= 0) words[(previous << WORDS) + BEHIND] = row
    else lanes[place + HEAD] = row
    if (next >= 0) words[(next << WORDS) + BEFORE] = row
    else lanes[place + TAIL] = row
    words[(row << WORDS) + LANE] = lane
    lanes[place + SIZE]!++
  }

  private unlink(row: number, lane: number): void {
    const { lanes } = this
    const { words } = this.customers
    const place = lane << LANE_WORDS
    const previous = words[(row << WORDS) + BEFORE]!
    const next = words[(row << WORDS) + BEHIND]!
    if (previous >= 0) words[(previous << WORDS) + BEHIND] = next
    else lanes[place + HEAD] = next
    if (next >= 0) words[(next << WORDS) + BEFORE] = previous
    else lanes[place + TAIL] = previous
    lanes[place + SIZE]!--
  }

  private drop(row: number, lane: number): void {
    const { words } = this.customers
    const bag = this.roomFor(lane)
    const place = this.lanes[(lane << LANE_WORDS) + SIZE]!++
    bag[place] = row
    words[(row << WORDS) + BEFORE] = place
    words[(row << WORDS) + LANE] = lane
  }

  private push(row: number, lane: number): void {
    const heap = this.roomFor(lane)
    this.customers.words[(row << WORDS) + LANE] = lane
    this.rise(heap, this.lanes[(lane << LANE_WORDS) + SIZE]!++, row)
  }

  private pull(row: number, lane: number): void {
    const heap = this.members[lane]!
    const size = --this.lanes[(lane << LANE_WORDS) + SIZE]!
    const last = heap[size]!
    if (last === row) return
    const place = this.customers.words[(row << WORDS) + BEFORE]!
    if (place > 0 && this.isBefore(last, heap[(place - 1) >> 1]!)) this.rise(heap, place, last)
    else this.sink(heap, place, last, size)
  }

  private rise(heap: Int32Array, from: number, row: number): void {
    const { words } = this.customers
    let place = from
    while (place > 0) {
      const parent = (place - 1) >> 1
      const above = heap[parent]!
      if (!this.isBefore(row, above)) break
      heap[place] = above
      words[(above << WORDS) + BEFORE] = place
      place = parent
    }
    heap[place] = row
    words[(row << WORDS) + BEFORE] = place
  }

  private sink(heap: Int32Array, from: number, row: number, size: number): void {
    const { words } = this.customers
    let place = from
    for (;;) {
      let child = place * 2 + 1
      if (child >= size) break
      if (child + 1 < size && this.isBefore(heap[child + 1]!, heap[child]!)) child++
      const below = heap[child]!
      if (!this.isBefore(below, row)) break
      heap[place] = below
      words[(below << WORDS) + BEFORE] = place
      place = child
    }
    heap[place] = row
    words[(row << WORDS) + BEFORE] = place
  }

  /** Order within a heap: rank, then order of joining. */
  private isBefore(left: number, right: number): boolean {
    const { floats } = this.customers
    const one = left << FLOATS
    const other = right << FLOATS
    const difference = floats[one + RANK]! - floats[other + RANK]!
    return difference < 0 || (difference === 0 && floats[one + ORDER]! < floats[other + ORDER]!)
  }

  private roomFor(lane: number): Int32Array {
    const members = this.members[lane]!
    if (this.sizeOf(lane) < members.length) return members
    const longer = new Int32Array(members.length * 2)
    longer.set(members)
    this.members[lane] = longer
    return longer
  }
}
