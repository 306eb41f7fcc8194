/**
 * The nearest events when they are many: a heap with four children per node that compares times
 * only and without branches; equal times are put in order when they surface. `PendingEvents` uses
 * it when its sorted run would be too slow.
 */
import * as eventRecords from "./eventRecords.ts"
import { sortByOrder } from "./sortByOrder.ts"

// Copies: to the engine, what is imported is no constant.
const { ABSENT, PLACE, WORDS } = eventRecords

/** Node of the root: with it, the four children of a node lie in one aligned group. */
const ROOT = 3
/** Room kept behind the last node, so that every inner node has four children to compare. */
const PADDING = 8

/** Records of events, and a heap of some of them. */
export class CrowdedEvents {
  /** The present: the time of the last event taken out, in seconds. */
  now = Number.NEGATIVE_INFINITY
  // Records by id, see `eventRecords`.
  declare protected floats: Float64Array
  declare protected words: Int32Array
  // The heap: times and ids by node, from ROOT to before `end`; Infinity behind. The children of a
  // node are 4 * node - 8 and the three after it. While `hasHole`, the root has been taken out and
  // waits to be overwritten by the next push (the usual case) or by the last node.
  private times = new Float64Array(64).fill(Number.POSITIVE_INFINITY)
  private ids = new Int32Array(64)
  private end = ROOT
  private hasHole = false
  // By id: order of coming into the heap.
  private orders = new Float64Array(64)
  private orderCount = 0
  // The batch: all events of time `now` in order, -1 where one was cancelled.
  private batch = new Int32Array(16)
  private batchNext = 0
  private batchEnd = 0
  protected batchLive = 0

  constructor(capacity: number) {
    this.floats = eventRecords.longerRecords(new Int32Array(0), capacity)
    this.words = new Int32Array(this.floats.buffer)
  }

  /** Number of events in the heap and the batch. */
  protected get crowdCount(): number {
    return this.end - ROOT - (this.hasHole ? 1 : 0) + this.batchLive
  }

  /** Puts an event into the heap, or into the batch of its very time. */
  protected pushCrowd(timeSec: number, id: number): void {
    if (this.batchLive > 0 && timeSec === this.now) {
      this.words[(id << WORDS) + PLACE] = -2 - this.batchEnd
      this.addToBatch(id)
      this.batchLive++
      return
    }
    if (id >= this.orders.length) this.growOrders()
    this.orders[id] = this.orderCount++
    if (this.hasHole) {
      this.hasHole = false
      this.times[ROOT] = timeSec
      this.ids[ROOT] = id
      this.sink(ROOT)
      return
    }
    const node = this.end++
    if (node + PADDING >= this.times.length) this.growNodes()
    this.times[node] = timeSec
    this.ids[node] = id
    this.rise(node)
  }

  /** Takes the earliest event out; -1 if there is none or it is after `untilSec`. */
  protected popCrowd(untilSec: number): number {
    if (this.batchLive > 0) return this.popFromBatch(untilSec)
    const timeSec = this.peekCrowd()
    if (timeSec > untilSec || timeSec === Number.POSITIVE_INFINITY) return -1
    const { times } = this
    const id = this.ids[ROOT]!
    this.now = timeSec
    this.words[(id << WORDS) + PLACE] = ABSENT
    this.hasHole = true
    const isTied =
      times[4] === timeSec || times[5] === timeSec || times[6] === timeSec || times[7] === timeSec
    return isTied ? this.startBatch(id) : id
  }

  /** Time of the earliest event, or `Infinity`. */
  protected peekCrowd(): number {
    if (this.batchLive > 0) return this.now
    if (this.hasHole) this.fillHole()
    return this.times[ROOT]!
  }

  /** Takes back the event at a place, of a node or in the batch. */
  protected cancelCrowd(place: number): void {
    if (place < 0) {
      this.batch[-2 - place] = -1
      this.batchLive--
      return
    }
    const last = --this.end
    const timeSec = this.times[last]!
    this.times[last] = Number.POSITIVE_INFINITY
    if (place === last) return
    this.times[place] = timeSec
    this.ids[place] = this.ids[last]!
    if (place > ROOT && timeSec < this.times[(place >> 2) + 2]!) this.rise(place)
    else this.sink(place)
  }

  /** The ids in the heap, in order of coming. */
  protected heapIds(): Int32Array {
    if (this.hasHole) this.fillHole()
    const { orders } = this
    return this.ids.slice(ROOT, this.end).sort((left, right) => orders[left]! - orders[right]!)
  }

  /** Empties the heap, but not the batch; the ids that were in it, in order of coming. */
  protected clearHeap(): Int32Array {
    const ids = this.heapIds()
    this.times.fill(Number.POSITIVE_INFINITY, ROOT, this.end)
    this.end = ROOT
    return ids
  }

  /** The ids that are left of the batch, in order. */
  protected restOfBatch(): Int32Array {
    return this.batchLive === 0
      ? new Int32Array(0)
      : this.batch.slice(this.batchNext, this.batchEnd).filter((id) => id >= 0)
  }

  /** Forgets all events of heap and batch. */
  protected clearCrowd(): void {
    this.clearHeap()
    this.batchLive = 0
  }

  /** Moves the event of a node up to where it belongs. */
  private rise(node: number): void {
    const { times, ids, words } = this
    const timeSec = times[node]!
    const id = ids[node]!
    let free = node
    while (free > ROOT) {
      const parent = (free >> 2) + 2
      const parentTime = times[parent]!
      if (timeSec >= parentTime) break
      const moved = ids[parent]!
      times[free] = parentTime
      ids[free] = moved
      words[(moved << WORDS) + PLACE] = free
      free = parent
    }
    times[free] = timeSec
    ids[free] = id
    words[(id << WORDS) + PLACE] = free
  }

  /**
   * Moves the event of a node down to where it belongs. The least of four children is found by
   * arithmetic on the results of comparisons: a wrong guess of a branch would cost more than the
   * whole step.
   */
  private sink(node: number): void {
    const { times, ids, words, end } = this
    const timeSec = times[node]!
    const id = ids[node]!
    let free = node
    for (;;) {
      const child = (free << 2) - 8
      if (child >= end) break
      const left = child + Number(times[child + 1]! < times[child]!)
      const right = child + 2 + Number(times[child + 3]! < times[child + 2]!)
      const least = left + ((right - left) & -Number(times[right]! < times[left]!))
      const leastTime = times[least]!
      if (leastTime >= timeSec) break
      const moved = ids[least]!
      times[free] = leastTime
      ids[free] = moved
      words[(moved << WORDS) + PLACE] = free
      free = least
    }
    times[free] = timeSec
    ids[free] = id
    words[(id << WORDS) + PLACE] = free
  }

  /** Fills the hole at the root with the last node. */
  private fillHole(): void {
    this.hasHole = false
    const last = --this.end
    this.times[ROOT] = this.times[last]!
    this.ids[ROOT] = this.ids[last]!
    this.times[last] = Number.POSITIVE_INFINITY
    if (last > ROOT) this.sink(ROOT)
  }

  /** Takes all events of the present time out of the heap, in order, and returns the first. */
  private startBatch(first: number): number {
    this.batchEnd = 0
    this.addToBatch(first)
    this.fillHole()
    while (this.times[ROOT] === this.now) {
      this.addToBatch(this.ids[ROOT]!)
      this.fillHole()
    }
    sortByOrder(this.batch, this.batchEnd, this.orders)
    for (let place = 1; place < this.batchEnd; place++) {
      this.words[(this.batch[place]! << WORDS) + PLACE] = -2 - place
    }
    this.batchNext = 1
    this.batchLive = this.batchEnd - 1
    const id = this.batch[0]!
    this.words[(id << WORDS) + PLACE] = ABSENT
    return id
  }

  private popFromBatch(untilSec: number): number {
    if (this.now > untilSec) return -1
    let id = this.batch[this.batchNext++]!
    while (id < 0) id = this.batch[this.batchNext++]!
    this.words[(id << WORDS) + PLACE] = ABSENT
    this.batchLive--
    return id
  }

  private addToBatch(id: number): void {
    if (this.batchEnd === this.batch.length) {
      const longer = new Int32Array(this.batch.length * 2)
      longer.set(this.batch)
      this.batch = longer
    }
    this.batch[this.batchEnd++] = id
  }

  private growOrders(): void {
    const orders = new Float64Array(this.words.length >> WORDS)
    orders.set(this.orders)
    this.orders = orders
  }

  private growNodes(): void {
    const length = this.times.length * 2
    const times = new Float64Array(length).fill(Number.POSITIVE_INFINITY)
    times.set(this.times)
    this.times = times
    const ids = new Int32Array(length)
    ids.set(this.ids)
    this.ids = ids
  }
}
