/**
 * Those who wait at the stations of a network, in lanes: one per station and priority, and per
 * class where servers may serve some classes only. Lanes of first-come and last-come stations, and
 * those who were put back, are linked lists in order of rank; "shortest" has a heap and "random" an
 * array per lane. Taking out from the middle costs no search.
 */
import type { NetworkCustomers } from "./networkCustomers.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** How a lane is kept. */
export const BY_RANK_FROM_TAIL = 0
export const BY_RANK_FROM_HEAD = 1
export const HEAP = 2
export const BAG = 3

/** Ranks below this are of those put back into the queue; see `Lanes.putBackRank`. */
export const PUT_BACK = -4503599627370496

/** The waiting lines of all stations. */
export class Lanes {
  declare readonly customers: NetworkCustomers
  // By lane how it is kept; those from `count` on are the put-back ones of bags, in the same order.
  declare private readonly kinds: Uint8Array
  declare private readonly count: number
  declare private readonly heads: Int32Array
  declare private readonly tails: Int32Array
  declare readonly sizes: Int32Array
  private readonly members: Array<Int32Array> = []
  private putBackCount = 0

  /** Empty lanes of these kinds. */
  constructor(customers: NetworkCustomers, kinds: Uint8Array) {
    this.customers = customers
    this.count = kinds.length
    this.kinds = kinds
    const hasBags = kinds.includes(BAG)
    this.heads = new Int32Array(hasBags ? kinds.length * 2 : kinds.length).fill(-1)
    this.tails = new Int32Array(this.heads.length).fill(-1)
    this.sizes = new Int32Array(this.heads.length)
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
    const kind = this.kinds[lane]!
    if (kind === HEAP) this.push(row, lane)
    else if (kind === BAG && this.customers.rank[row]! >= PUT_BACK) this.drop(row, lane)
    else this.link(row, kind === BAG ? lane + this.count : lane, kind === BY_RANK_FROM_HEAD)
  }

  /** Takes a waiting customer out of its lane. */
  remove(row: number): void {
    const { customers } = this
    const lane = customers.lane[row]!
    if (lane >= this.count || this.kinds[lane]! < HEAP) this.unlink(row, lane)
    else if (this.kinds[lane] === HEAP) this.pull(row, lane)
    else {
      const bag = this.members[lane]!
      const last = bag[--this.sizes[lane]!]!
      const place = customers.before[row]!
      bag[place] = last
      customers.before[last] = place
    }
    customers.lane[row] = -1
  }

  /** The first of a lane: of a list or heap; of a bag the first who was put back. -1 if none. */
  first(lane: number): number {
    const kind = this.kinds[lane]!
    if (kind < HEAP) return this.heads[lane]!
    if (kind === BAG) return this.heads[lane + this.count]!
    return this.sizes[lane]! > 0 ? this.members[lane]![0]! : -1
  }

  /** Number `index` of a bag. */
  inBag(lane: number, index: number): number {
    return this.members[lane]![index]!
  }

  /** How many wait in a lane, those who were put back into a bag not counted. */
  sizeOf(lane: number): number {
    return this.sizes[lane]!
  }

  /** How many wait in a lane, put back or not. */
  countOf(lane: number): number {
    const putBack = this.kinds[lane] === BAG ? this.sizes[lane + this.count]! : 0
    return this.sizes[lane]! + putBack
  }

  /** Writes ends and members; neighbours and ranks are in the columns of the customers. */
  save(writer: Writer): void {
    writer.section("lanes")
    writer.integer(this.putBackCount)
    writer.array(this.heads)
    writer.array(this.tails)
    writer.array(this.sizes)
    writer.integer(this.members.length)
    for (const [lane, members] of this.members.entries()) {
      writer.array(members.subarray(0, this.kinds[lane]! >= HEAP ? this.sizes[lane]! : 0))
    }
  }

  /** Takes the lanes of a snapshot; leaves them empty if they are those of another network. */
  restore(reader: Reader, isSame: boolean): void {
    reader.section("lanes")
    this.putBackCount = reader.integer()
    const [heads, tails, sizes] = [
      reader.array(Int32Array),
      reader.array(Int32Array),
      reader.array(Int32Array)
    ]
    const count = reader.integer()
    const members = Array.from({ length: count }, () => reader.array(Int32Array))
    if (!isSame) return
    this.heads.set(heads)
    this.tails.set(tails)
    this.sizes.set(sizes)
    for (const [lane, values] of members.entries()) {
      const longer = new Int32Array(Math.max(values.length, 8))
      longer.set(values)
      this.members[lane] = longer
    }
  }

  /** Links a customer in by rank; the search begins where it will most likely end. */
  private link(row: number, lane: number, isFromHead: boolean): void {
    const { customers, heads, tails } = this
    const { rank, behind, before } = customers
    const own = rank[row]!
    let previous = tails[lane]!
    if (isFromHead || own < PUT_BACK) {
      previous = -1
      let next = heads[lane]!
      while (next >= 0 && rank[next]! < own) {
        previous = next
        next = behind[next]!
      }
    } else while (previous >= 0 && rank[previous]! > own) previous = before[previous]!
    const next = previous >= 0 ? behind[previous]! : heads[lane]!
    before[row] = previous
    behind[row] = next
    if (previous >= 0) behind[previous] = row
    else heads[lane] = row
    if (next >= 0) before[next] = row
    else tails[lane] = row
    customers.lane[row] = lane
    this.sizes[lane]!++
  }

  private unlink(row: number, lane: number): void {
    const { before, behind } = this.customers
    const previous = before[row]!
    const next = behind[row]!
    if (previous >= 0) behind[previous] = next
    else this.heads[lane] = next
    if (next >= 0) before[next] = previous
    else this.tails[lane] = previous
    this.sizes[lane]!--
  }

  private drop(row: number, lane: number): void {
    const bag = this.roomFor(lane)
    const place = this.sizes[lane]!++
    bag[place] = row
    this.customers.before[row] = place
    this.customers.lane[row] = lane
  }

  private push(row: number, lane: number): void {
    const heap = this.roomFor(lane)
    this.customers.lane[row] = lane
    this.rise(heap, this.sizes[lane]!++, row)
  }

  private pull(row: number, lane: number): void {
    const heap = this.members[lane]!
    const size = --this.sizes[lane]!
    const last = heap[size]!
    if (last === row) return
    const place = this.customers.before[row]!
    if (place > 0 && this.isBefore(last, heap[(place - 1) >> 1]!)) this.rise(heap, place, last)
    else this.sink(heap, place, last, size)
  }

  private rise(heap: Int32Array, from: number, row: number): void {
    const { before } = this.customers
    let place = from
    while (place > 0) {
      const parent = (place - 1) >> 1
      const above = heap[parent]!
      if (!this.isBefore(row, above)) break
      heap[place] = above
      before[above] = place
      place = parent
    }
    heap[place] = row
    before[row] = place
  }

  private sink(heap: Int32Array, from: number, row: number, size: number): void {
    const { before } = this.customers
    let place = from
    for (;;) {
      let child = place * 2 + 1
      if (child >= size) break
      if (child + 1 < size && this.isBefore(heap[child + 1]!, heap[child]!)) child++
      const below = heap[child]!
      if (!this.isBefore(below, row)) break
      heap[place] = below
      before[below] = place
      place = child
    }
    heap[place] = row
    before[row] = place
  }

  /** Order within a heap: rank, then order of joining. */
  private isBefore(left: number, right: number): boolean {
    const { rank, order } = this.customers
    const difference = rank[left]! - rank[right]!
    return difference < 0 || (difference === 0 && order[left]! < order[right]!)
  }

  private roomFor(lane: number): Int32Array {
    const members = this.members[lane]!
    if (this.sizes[lane]! < members.length) return members
    const longer = new Int32Array(members.length * 2)
    longer.set(members)
    this.members[lane] = longer
    return longer
  }
}
