/**
 * The pending events of a simulation: the earliest comes out first, equal times come out in the
 * order in which they were put in, and any event can be taken back. A heap with four children per
 * node that compares times only and without branches; equal times are put in order when they
 * surface. `Kernel` stands on it; use it directly only to build another kernel.
 */
import { sortByOrder } from "./internal/sortByOrder.ts"

/** Node of the root: with it, the four children of a node lie in one aligned group. */
const ROOT = 3
/** Room kept behind the last node, so that every inner node has four children to compare. */
const PADDING = 8
/** Ids are below this: they are 32-bit integers. */
const ID_MAX = 0x7fffffff

/**
 * A queue of events, each a small whole number (`id`) with a time in seconds.
 *
 * An id is in the queue at most once; ids should be dense, since columns are as long as the
 * largest one. Times never go back: a push before {@link topTime} is refused. Push, pop and cancel
 * cost O(log n) and allocate nothing, apart from growth; a batch of k equal times costs O(k log k).
 *
 * @category events
 * @since 0.1.0
 */
export class EventQueue {
  /** Time of the last event taken out, in seconds; `-Infinity` before the first. */
  topTime = Number.NEGATIVE_INFINITY

  // The heap: times and ids by node, from ROOT to before `end`; Infinity behind. The children of a
  // node are 4 * node - 8 and the three after it. While `hasHole`, the root has been taken out and
  // waits to be overwritten by the next push (the usual case) or by the last node.
  declare private times: Float64Array
  declare private ids: Int32Array
  private end = ROOT
  private hasHole = false
  // By id: node in the heap; -1 not in the queue; -2 - k place k of the batch. And order of pushing.
  declare private places: Int32Array
  declare private orders: Float64Array
  private pushCount = 0
  // The batch: all events of time `topTime` in order, -1 where one was cancelled.
  private batch = new Int32Array(16)
  private batchNext = 0
  private batchEnd = 0
  private batchLive = 0

  /** An empty queue with room for `capacity` events before it grows. */
  constructor(capacity = 1024) {
    if (!(Number.isInteger(capacity) && capacity > 0 && capacity < ID_MAX)) {
      throw new RangeError(`A capacity is a whole number above 0; got ${capacity}`)
    }
    this.times = new Float64Array(capacity + ROOT + PADDING).fill(Number.POSITIVE_INFINITY)
    this.ids = new Int32Array(capacity + ROOT + PADDING)
    this.places = new Int32Array(capacity).fill(-1)
    this.orders = new Float64Array(capacity)
  }

  /** Number of events in the queue. */
  get size(): number {
    return this.end - ROOT - (this.hasHole ? 1 : 0) + this.batchLive
  }

  /**
   * Puts event `id` in at `timeSec`.
   *
   * Throws a `RangeError` if the time is NaN, infinite or before {@link topTime}, if the id is no
   * whole number from 0, or if it is in the queue already.
   */
  push(timeSec: number, id: number): void {
    if (!(timeSec >= this.topTime && timeSec < Number.POSITIVE_INFINITY)) {
      throw timeError(timeSec, this.topTime)
    }
    if (this.places[id] !== -1) this.admit(id)
    this.orders[id] = this.pushCount++
    if (this.batchLive > 0 && timeSec === this.topTime) this.joinBatch(id)
    else if (this.hasHole) {
      this.hasHole = false
      this.times[ROOT] = timeSec
      this.ids[ROOT] = id
      this.sink(ROOT)
    } else {
      const node = this.end++
      if (node + PADDING >= this.times.length) this.growNodes()
      this.times[node] = timeSec
      this.ids[node] = id
      this.rise(node)
    }
  }

  /**
   * Takes the next event out and returns its id; -1 if there is none, or it is after `untilSec`.
   *
   * Its time is in {@link topTime}.
   */
  pop(untilSec = Number.POSITIVE_INFINITY): number {
    if (this.batchLive > 0) return this.popFromBatch(untilSec)
    if (this.hasHole) this.fillHole()
    const times = this.times
    const timeSec = times[ROOT]!
    if (timeSec > untilSec || this.end === ROOT) return -1
    const id = this.ids[ROOT]!
    this.topTime = timeSec
    this.places[id] = -1
    this.hasHole = true
    const isTied =
      times[4] === timeSec || times[5] === timeSec || times[6] === timeSec || times[7] === timeSec
    return isTied ? this.startBatch(id) : id
  }

  /** Time of the next event in seconds, or `Infinity` if there is none. */
  peekTime(): number {
    if (this.batchLive > 0) return this.topTime
    if (this.hasHole) this.fillHole()
    return this.times[ROOT]!
  }

  /** Takes event `id` back; false if it is not in the queue. */
  cancel(id: number): boolean {
    const place = this.places[id]
    if (place === undefined || place === -1) return false
    this.places[id] = -1
    if (place < 0) {
      this.batch[-2 - place] = -1
      this.batchLive--
      return true
    }
    const last = --this.end
    const timeSec = this.times[last]!
    this.times[last] = Number.POSITIVE_INFINITY
    if (place === last) return true
    this.times[place] = timeSec
    this.ids[place] = this.ids[last]!
    if (place > ROOT && timeSec < this.times[(place >> 2) + 2]!) this.rise(place)
    else this.sink(place)
    return true
  }

  /** Moves the event of a node up to where it belongs. */
  private rise(node: number): void {
    const { times, ids, places } = this
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
      places[moved] = free
      free = parent
    }
    times[free] = timeSec
    ids[free] = id
    places[id] = free
  }

  /**
   * Moves the event of a node down to where it belongs. The least of four children is found by
   * arithmetic on the results of comparisons: a wrong guess of a branch would cost more than the
   * whole step.
   */
  private sink(node: number): void {
    const { times, ids, places, end } = this
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
      places[moved] = free
      free = least
    }
    times[free] = timeSec
    ids[free] = id
    places[id] = free
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
    while (this.times[ROOT] === this.topTime) {
      this.addToBatch(this.ids[ROOT]!)
      this.fillHole()
    }
    sortByOrder(this.batch, this.batchEnd, this.orders)
    for (let place = 1; place < this.batchEnd; place++) this.places[this.batch[place]!] = -2 - place
    this.batchNext = 1
    this.batchLive = this.batchEnd - 1
    const id = this.batch[0]!
    this.places[id] = -1
    return id
  }

  private popFromBatch(untilSec: number): number {
    if (this.topTime > untilSec) return -1
    let id = this.batch[this.batchNext++]!
    while (id < 0) id = this.batch[this.batchNext++]!
    this.places[id] = -1
    this.batchLive--
    return id
  }

  /** An event at the very time of the batch comes last in it. */
  private joinBatch(id: number): void {
    this.places[id] = -2 - this.batchEnd
    this.addToBatch(id)
    this.batchLive++
  }

  private addToBatch(id: number): void {
    if (this.batchEnd === this.batch.length) {
      const longer = new Int32Array(this.batch.length * 2)
      longer.set(this.batch)
      this.batch = longer
    }
    this.batch[this.batchEnd++] = id
  }

  /** Makes room for a new id; refuses one that is no id or is in the queue. */
  private admit(id: number): void {
    if (!(Number.isInteger(id) && id >= 0 && id < ID_MAX)) {
      throw new RangeError(`An id is a whole number from 0; got ${id}`)
    }
    if (id < this.places.length) throw new RangeError(`An id not in the queue yet; got ${id}`)
    const length = Math.max(id + 1, this.places.length * 2)
    const places = new Int32Array(length).fill(-1)
    places.set(this.places)
    this.places = places
    const orders = new Float64Array(length)
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

/**
 * An empty queue, with room for `capacity` events before it grows.
 *
 * ```ts
 * import { EventQueue } from "@wangge/des"
 *
 * const queue = EventQueue.make()
 * queue.push(5, 0)
 * queue.push(3, 1)
 * queue.push(3, 2)
 * queue.cancel(0) // => true
 * const order = [queue.pop(), queue.pop(), queue.pop()]
 * order // => [1, 2, -1]
 * queue.topTime // => 3
 * ```
 *
 * @category events
 * @since 0.1.0
 */
export const make = (capacity = 1024): EventQueue => new EventQueue(capacity)

// Errors are made out of line, so that the short way stays short enough to be inlined.
const timeError = (timeSec: number, fromSec: number): RangeError =>
  new RangeError(`An event is at a finite time from ${fromSec} s on; got ${timeSec}`)
