/**
 * The events that come later: unsorted lists in buckets of equal width, one of which is opened after
 * the other, so that putting an event in or taking it back costs the same however many there are.
 * `PendingEvents` adds the sorted run of the nearest events.
 *
 * @source R. Brown, "Calendar Queues", Communications of the ACM 31(10), 1988 (buckets that fit the
 *   events met); W. T. Tang, R. S. M. Goh, I. L.-J. Thng, "Ladder Queue", ACM Transactions on Modeling
 *   and Computer Simulation 15(3), 2005 (sorting a bucket only when it is reached)
 */
import { CrowdedEvents } from "./crowdedEvents.ts"
import * as eventRecords from "./eventRecords.ts"

// Copies: to the engine, what is imported is no constant.
const { FLOATS, IN_BUCKET, NEXT, PLACE, PREVIOUS, WORDS } = eventRecords

/** Down to so many events there are no buckets. */
const FEW = 32
/** Events that should come out of one bucket. */
const EVENTS_PER_BUCKET = 6
/** The least number of buckets. */
const BUCKETS_MIN = 64

/** Records of events, a heap of some and buckets of others. */
export abstract class LaterEvents extends CrowdedEvents {
  /** How many events came out. */
  protected takenCount = 0
  // Events that came out at the instant of the one before them, since the buckets were made.
  protected tiedCount = 0
  /** Events put in since the buckets were made, after which a crowd is worth making them anew. */
  protected patience = 0
  // An event belongs to bucket (time - base) * perSec, rounded down, or to the last one if that is
  // less. Those below `nearEnd` are near: no longer in buckets. Without buckets, perSec is 0.
  protected lastBucket = 0
  protected base = 0
  protected perSec = 0
  protected nearEnd = Number.POSITIVE_INFINITY
  // Of each bucket the first and the last event, side by side.
  protected ends = new Int32Array(2).fill(-1)
  // When the buckets were made: the time, and how many events had come out.
  private madeSec = Number.NEGATIVE_INFINITY
  private madeCount = 0

  /** Number of events, near and later. */
  protected abstract get total(): number

  /** How many events were put in. */
  protected abstract insertCount: number

  /** Puts an event among the nearest; its time is in its record. */
  protected abstract insertNear(id: number): void

  /** Puts an event last into a bucket. */
  protected link(id: number, bucket: number): void {
    const { words, ends } = this
    const record = id << WORDS
    const last = ends[2 * bucket + 1]!
    words[record + PLACE] = IN_BUCKET + bucket
    words[record + NEXT] = -1
    words[record + PREVIOUS] = last
    if (last >= 0) words[(last << WORDS) + NEXT] = id
    else ends[2 * bucket] = id
    ends[2 * bucket + 1] = id
  }

  /** Takes an event out of its bucket. */
  protected unlink(id: number, bucket: number): void {
    const { words, ends } = this
    const next = words[(id << WORDS) + NEXT]!
    const previous = words[(id << WORDS) + PREVIOUS]!
    if (previous >= 0) words[(previous << WORDS) + NEXT] = next
    else ends[2 * bucket] = next
    if (next >= 0) words[(next << WORDS) + PREVIOUS] = previous
    else ends[2 * bucket + 1] = previous
  }

  /** Makes the events of the next bucket near ones; only if none is near, and some are far. */
  protected openNext(): void {
    const { ends, lastBucket } = this
    let bucket = this.nearEnd
    while (bucket < lastBucket && ends[2 * bucket]! < 0) bucket++
    if (bucket < lastBucket) {
      this.nearEnd = bucket + 1
      this.open(bucket)
    } else if (this.total <= FEW) {
      this.dissolve()
      this.open(lastBucket)
    } else {
      this.spread()
      this.openNext()
    }
  }

  /** Has all events in buckets, near ones too, and the buckets made anew. */
  protected gather(near: Iterable<number>): void {
    const { words, ends, lastBucket } = this
    for (let bucket = this.perSec > 0 ? this.nearEnd : lastBucket; bucket < lastBucket; bucket++) {
      let id = ends[2 * bucket]!
      ends[2 * bucket] = -1
      ends[2 * bucket + 1] = -1
      while (id >= 0) {
        const next = words[(id << WORDS) + NEXT]!
        this.link(id, lastBucket)
        id = next
      }
    }
    for (const id of near) this.link(id, lastBucket)
    if (ends[2 * lastBucket]! >= 0) this.spread()
  }

  /** Ids in buckets, those of one bucket in order of coming. */
  protected laterIds(): Array<number> {
    const found: Array<number> = []
    for (let bucket = 0; bucket <= this.lastBucket; bucket++) {
      let id = this.ends[2 * bucket]!
      for (; id >= 0; id = this.words[(id << WORDS) + NEXT]!) found.push(id)
    }
    return found
  }

  /** Forgets the events in buckets. */
  protected clearLater(): void {
    this.dissolve()
    this.ends.fill(-1)
    this.madeSec = Number.NEGATIVE_INFINITY
  }

  private open(bucket: number): void {
    const { words, ends } = this
    let id = ends[2 * bucket]!
    ends[2 * bucket] = -1
    ends[2 * bucket + 1] = -1
    while (id >= 0) {
      const next = words[(id << WORDS) + NEXT]!
      this.insertNear(id)
      id = next
    }
  }

  /** From now on all events are near. */
  private dissolve(): void {
    this.perSec = 0
    this.base = 0
    this.nearEnd = Number.POSITIVE_INFINITY
    this.patience = 0
  }

  /** Spreads what the last bucket holds over new buckets; all others are empty. */
  private spread(): void {
    const { words, floats, ends, lastBucket } = this
    const total = this.total - this.batchLive
    let id = ends[2 * lastBucket]!
    ends[2 * lastBucket] = -1
    ends[2 * lastBucket + 1] = -1
    const width = this.width(id, total)
    let base = Number.POSITIVE_INFINITY
    for (let at = id; at >= 0; at = words[(at << WORDS) + NEXT]!) {
      const timeSec = floats[at << FLOATS]!
      if (timeSec < base) base = timeSec
    }
    let count = BUCKETS_MIN
    while (count < total) count *= 2
    if (ends.length !== 2 * count + 2) this.ends = new Int32Array(2 * count + 2).fill(-1)
    this.lastBucket = count
    this.base = base
    this.perSec = 1 / width
    this.nearEnd = 0
    this.madeSec = this.now
    this.madeCount = this.takenCount
    this.tiedCount = 0
    this.patience = this.insertCount + 2 * total
    while (id >= 0) {
      const next = words[(id << WORDS) + NEXT]!
      const bucket = (floats[id << FLOATS]! - base) * this.perSec
      this.link(id, bucket < count ? bucket | 0 : count)
      id = next
    }
  }

  /**
   * Seconds that a bucket should span: so that {@link EVENTS_PER_BUCKET} events come out of one, but at
   * least one instant, as it was since the last buckets were made; without a past, as the nearer
   * half of what is pending suggests.
   */
  private width(first: number, count: number): number {
    const spanSec = this.now - this.madeSec
    const takenCount = this.takenCount - this.madeCount
    const instantCount = takenCount - this.tiedCount
    if (instantCount >= FEW && spanSec > 0 && spanSec < Number.POSITIVE_INFINITY) {
      return Math.max(1 / instantCount, EVENTS_PER_BUCKET / takenCount) * spanSec
    }
    const times = new Float64Array(count)
    let id = first
    for (let place = 0; id >= 0; place++) {
      times[place] = this.floats[id << FLOATS]!
      id = this.words[(id << WORDS) + NEXT]!
    }
    times.sort()
    const middle = count >> 1
    const halfSec = times[middle]! - times[0]!
    const wholeSec = times[count - 1]! - times[0]!
    return (halfSec > 0 ? (EVENTS_PER_BUCKET * halfSec) / middle : wholeSec) || 1
  }
}
