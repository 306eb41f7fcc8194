/**
 * Pending events with what they are: a type and an argument in the record of each. Records of events
 * that ran are used again, and count how often, so that an old handle is known as such. `Kernel` is
 * this with handlers and a clock that runs.
 */
import * as eventRecords from "./eventRecords.ts"
import { argumentError, typeError } from "./kernelErrors.ts"
import { restoreRecords, saveRecords } from "./kernelSnapshot.ts"
import * as pendingEvents from "./pendingEvents.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { ARGUMENT, FLOATS, GENERATION, ID_MAX, IN_BUCKET, IN_RUN } = eventRecords
const { NEXT, PLACE, PREVIOUS, TYPE, WORDS } = eventRecords
const { TOO_FAR } = pendingEvents

/** Generations of a record are below 2^29, so that a handle is a safe integer. */
const GENERATION_MASK = 0x1fffffff
/** The first generation: handles are beyond 32 bits from the start, so that no code relies on less. */
const GENERATION_FIRST = 256

/** Events that can be scheduled and withdrawn. */
export class ScheduledEvents extends pendingEvents.PendingEvents {
  /** What to do at an event, by type. */
  protected readonly handlers: Array<(argument: number) => void> = []
  // Events are numbered by their records; those that are free are a list through `NEXT`.
  private recordCount = 0
  private freeRecord = -1

  /**
   * Schedules an event at `dueSec` and returns its record. The time comes in a field and the handle is
   * made by the caller, because floating-point numbers that go into or out of a function too big to
   * be inlined are allocated one by one. For the same reason this is `insert` written out: it is
   * meant to be too big to be inlined itself, so that the short `Kernel.in` is.
   */
  protected schedule(type: number, argument: number): number {
    if (type >>> 0 >= this.handlers.length) throw typeError(type)
    if ((argument | 0) !== argument) throw argumentError(argument)
    let id = this.freeRecord
    if (id < 0) id = this.newRecord()
    const { words, floats } = this
    const timeSec = this.dueSec
    const record = id << WORDS
    this.freeRecord = words[record + NEXT]!
    words[record + TYPE] = type
    words[record + ARGUMENT] = argument
    floats[id << FLOATS] = timeSec
    this.insertCount++
    const bucket = (timeSec - this.base) * this.perSec
    if (bucket >= this.nearEnd) {
      const at = bucket < this.lastBucket ? bucket | 0 : this.lastBucket
      const { ends } = this
      const last = ends[2 * at + 1]!
      words[record + PLACE] = IN_BUCKET + at
      words[record + NEXT] = -1
      words[record + PREVIOUS] = last
      if (last >= 0) words[(last << WORDS) + NEXT] = id
      else ends[2 * at] = id
      ends[2 * at + 1] = id
      return id
    }
    if (this.isCrowded) {
      this.insertNear(id)
      if (this.insertCount > this.patience) this.relieve()
      return id
    }
    const before = this.placeInRun(id)
    if (before === TOO_FAR) {
      this.crowd()
      this.insertNear(id)
      return id
    }
    const after = before < 0 ? this.runFirst : words[(before << WORDS) + NEXT]!
    words[record + PLACE] = IN_RUN
    words[record + NEXT] = after
    words[record + PREVIOUS] = before
    if (before < 0) this.runFirst = id
    else words[(before << WORDS) + NEXT] = id
    if (after < 0) this.runLast = id
    else words[(after << WORDS) + PREVIOUS] = id
    return id
  }

  /** Takes the event of a record and generation back; false if it is not pending. */
  protected withdraw(id: number, generation: number): boolean {
    if (this.words[(id << WORDS) + GENERATION] !== generation || !this.drop(id)) return false
    this.free(id)
    return true
  }

  /** Makes the record of an event that is no longer pending free. */
  protected free(id: number): void {
    const { words } = this
    const record = id << WORDS
    words[record + GENERATION] = (words[record + GENERATION]! + 1) & GENERATION_MASK
    words[record + NEXT] = this.freeRecord
    this.freeRecord = id
  }

  private newRecord(): number {
    if (this.recordCount << WORDS === this.words.length) {
      if (this.recordCount >= ID_MAX)
        throw new RangeError(`At most ${ID_MAX} events can be pending`)
      this.growRecords(this.recordCount + 1)
    }
    this.words[(this.recordCount << WORDS) + NEXT] = -1
    this.words[(this.recordCount << WORDS) + GENERATION] = GENERATION_FIRST
    return this.recordCount++
  }

  /** Writes records and events. */
  protected saveScheduled(writer: Writer): void {
    saveRecords(writer, { words: this.words, count: this.recordCount, free: this.freeRecord })
    this.saveEvents(writer)
  }

  /** Takes the records and events of a snapshot in place of its own. */
  protected restoreScheduled(reader: Reader): void {
    const { words, free } = restoreRecords(reader)
    this.recordCount = words.length >> WORDS
    if (words.length > this.words.length) this.growRecords(this.recordCount)
    this.words.set(words)
    this.freeRecord = free
    this.restoreEvents(reader)
  }
}
