/**
 * All pending events by time. The nearest are a sorted run, from which the next one is simply read;
 * those that come later lie in buckets, and one bucket after the other becomes the run. So the cost of
 * an event hardly depends on how many are pending. Where the nearest ones are too many to be sorted
 * by insertion, a heap takes the place of the run. `Kernel` and `EventQueue` are built on this.
 */
import * as eventRecords from "./eventRecords.ts"
import { LaterEvents } from "./laterEvents.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { ABSENT, FLOATS, ID_MAX, IN_BUCKET, IN_RUN, NEXT, PLACE, PREVIOUS, WORDS } = eventRecords

/** The place of an event in the run is looked for in so many steps from either end. */
const STEPS = 48
/** Says that it was not found. */
export const TOO_FAR = -2

/** Records of pending events, in order of time, and of coming among equal times. */
export class PendingEvents extends LaterEvents {
  /**
   * Time of the event that `insert` puts in: a field, because floating-point arguments of a function
   * too big to be inlined are allocated one by one.
   */
  protected dueSec = 0
  /** How many events came out at the instant `now` after the first; -1 if none came out there. */
  protected sameCount = -1
  /** How many events were put in, and how many of them were taken back. */
  protected insertCount = 0
  private dropCount = 0
  // The run: the first and last of the nearest events, which are a list in order through `NEXT` and
  // `PREVIOUS`; -1 for none. While `isCrowded`, they are in the heap instead.
  protected runFirst = -1
  protected runLast = -1
  protected isCrowded = false

  /** Number of events. */
  protected get total(): number {
    return this.insertCount - this.takenCount - this.dropCount
  }

  /** Puts event `id` in at `dueSec`, which is not before `now`; the id must be absent. */
  protected insert(id: number): void {
    const timeSec = this.dueSec
    this.floats[id << FLOATS] = timeSec
    this.insertCount++
    const bucket = (timeSec - this.base) * this.perSec
    if (bucket >= this.nearEnd)
      this.link(id, bucket < this.lastBucket ? bucket | 0 : this.lastBucket)
    else {
      this.insertNear(id)
      if (this.isCrowded && this.insertCount > this.patience) this.relieve()
    }
  }

  /** Takes the next event out; -1 if there is none or it is after `untilSec`. */
  protected take(untilSec: number): number {
    const id = this.runFirst
    if (id < 0) return this.takeOther(untilSec)
    const { words } = this
    const timeSec = this.floats[id << FLOATS]!
    if (timeSec > untilSec) return -1
    const next = words[(id << WORDS) + NEXT]!
    this.runFirst = next
    if (next >= 0) words[(next << WORDS) + PREVIOUS] = -1
    else this.runLast = -1
    words[(id << WORDS) + PLACE] = ABSENT
    if (timeSec === this.now) this.countTie()
    else {
      this.now = timeSec
      this.sameCount = 0
    }
    this.takenCount++
    return id
  }

  /** Time of the next event, or `Infinity`. */
  protected peek(): number {
    if (this.runFirst >= 0) return this.floats[this.runFirst << FLOATS]!
    if (this.crowdCount > 0) return this.peekCrowd()
    if (this.total === 0) return Number.POSITIVE_INFINITY
    this.isCrowded = false
    this.openNext()
    return this.peek()
  }

  /** Takes event `id` back; false if it is not in the queue. */
  protected drop(id: number): boolean {
    const place = this.words[(id << WORDS) + PLACE]
    if (place === undefined || place === ABSENT) return false
    if (place >= IN_BUCKET) this.unlink(id, place - IN_BUCKET)
    else if (place === IN_RUN) this.dropFromRun(id)
    else this.cancelCrowd(place)
    this.words[(id << WORDS) + PLACE] = ABSENT
    this.dropCount++
    return true
  }

  /** Makes room for ids below `count`, and for twice as many as before. */
  protected growRecords(count: number): void {
    const room = Math.max(count, (this.words.length >> WORDS) * 2)
    this.floats = eventRecords.longerRecords(this.words, Math.min(room, ID_MAX))
    this.words = new Int32Array(this.floats.buffer)
  }

  /** Writes the events in the order in which they will come out. */
  protected saveEvents(writer: Writer): void {
    const ids = [...this.restOfBatch(), ...this.runIds(), ...this.heapIds(), ...this.laterIds()]
    const timeOf = (id: number): number => this.floats[id << FLOATS]!
    ids.sort((left, right) => timeOf(left) - timeOf(right))
    writer.section("events")
    writer.number(this.now)
    writer.integer(this.takenCount)
    writer.integer(this.sameCount)
    writer.array(Int32Array.from(ids))
    writer.array(Float64Array.from(ids, timeOf))
  }

  /** Takes the events of a snapshot in place of its own; records keep what the kernel wrote there. */
  protected restoreEvents(reader: Reader): void {
    reader.section("events")
    const nowSec = reader.number()
    const takenCount = reader.integer()
    const sameCount = reader.integer()
    const ids = reader.array(Int32Array)
    const times = reader.array(Float64Array)
    for (let at = PLACE; at < this.words.length; at += 1 << WORDS) this.words[at] = ABSENT
    this.clearCrowd()
    this.clearLater()
    this.isCrowded = false
    this.runFirst = -1
    this.runLast = -1
    this.now = nowSec
    this.takenCount = takenCount
    this.insertCount = takenCount
    this.dropCount = 0
    this.sameCount = sameCount
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index]!
      if (id >= this.words.length >> WORDS) this.growRecords(id + 1)
      this.dueSec = times[index]!
      this.insert(id)
    }
  }

  private countTie(): void {
    this.sameCount++
    if (this.sameCount > 0) this.tiedCount++
  }

  private takeOther(untilSec: number): number {
    if (this.crowdCount === 0) {
      if (this.total === 0) return -1
      this.isCrowded = false
      this.openNext()
      return this.take(untilSec)
    }
    const before = this.now
    const id = this.popCrowd(untilSec)
    if (id < 0) return -1
    if (this.now === before) this.countTie()
    else this.sameCount = 0
    this.takenCount++
    return id
  }

  protected insertNear(id: number): void {
    const timeSec = this.floats[id << FLOATS]!
    if (this.isCrowded) {
      this.pushCrowd(timeSec, id)
      return
    }
    const before = this.placeInRun(id)
    if (before === TOO_FAR) {
      this.crowd()
      this.pushCrowd(timeSec, id)
    } else this.linkBehind(before, id)
  }

  /**
   * The event of the run behind which an event belongs; -1 for the first place, {@link TOO_FAR} if that
   * is too many steps from both ends.
   */
  protected placeInRun(id: number): number {
    const { floats, words } = this
    const timeSec = floats[id << FLOATS]!
    let last = this.runLast
    if (last < 0 || floats[last << FLOATS]! <= timeSec) return last
    let steps = STEPS
    let first = this.runFirst
    if (timeSec - floats[first << FLOATS]! < floats[last << FLOATS]! - timeSec) {
      while (floats[first << FLOATS]! <= timeSec) {
        if (--steps < 0) return TOO_FAR
        first = words[(first << WORDS) + NEXT]!
      }
      return words[(first << WORDS) + PREVIOUS]!
    }
    while (last >= 0 && floats[last << FLOATS]! > timeSec) {
      if (--steps < 0) return TOO_FAR
      last = words[(last << WORDS) + PREVIOUS]!
    }
    return last
  }

  /** Puts an event into the run, behind another one, or first (-1). */
  protected linkBehind(before: number, id: number): void {
    const { words } = this
    const record = id << WORDS
    const after = before < 0 ? this.runFirst : words[(before << WORDS) + NEXT]!
    words[record + PLACE] = IN_RUN
    words[record + NEXT] = after
    words[record + PREVIOUS] = before
    if (before < 0) this.runFirst = id
    else words[(before << WORDS) + NEXT] = id
    if (after < 0) this.runLast = id
    else words[(after << WORDS) + PREVIOUS] = id
  }

  private dropFromRun(id: number): void {
    const { words } = this
    const after = words[(id << WORDS) + NEXT]!
    const before = words[(id << WORDS) + PREVIOUS]!
    if (before < 0) this.runFirst = after
    else words[(before << WORDS) + NEXT] = after
    if (after < 0) this.runLast = before
    else words[(after << WORDS) + PREVIOUS] = before
  }

  /** The ids in the run, in order. */
  private runIds(): Array<number> {
    const found: Array<number> = []
    for (let id = this.runFirst; id >= 0; id = this.words[(id << WORDS) + NEXT]!) found.push(id)
    return found
  }

  /** Moves the run into the heap. */
  protected crowd(): void {
    this.isCrowded = true
    for (const id of this.runIds()) this.pushCrowd(this.floats[id << FLOATS]!, id)
    this.runFirst = -1
    this.runLast = -1
  }

  /** Many events are near, and that for long: makes buckets that fit them. */
  protected relieve(): void {
    this.isCrowded = this.batchLive > 0
    this.gather(this.clearHeap())
  }
}
