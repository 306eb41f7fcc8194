/**
 * The average over time of a level that jumps (queue length, number of open cases): each value
 * counts for as long as it lasted.
 */

import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"

/**
 * What a level needs to know of its clock; a `Kernel` is one.
 *
 * @category statistics
 * @since 0.1.0
 */
export interface Clock {
  /** The present, in seconds. */
  readonly now: number
}

/**
 * A level and its time average.
 *
 * @category statistics
 * @since 0.1.0
 */
export class TimeWeighted {
  declare private readonly clock: Clock
  declare private value: number
  private areaSec = 0
  declare private changedSec: number
  declare private startSec: number

  /** A level that starts at `value` now. */
  constructor(clock: Clock, value = 0) {
    this.clock = clock
    this.value = value
    this.changedSec = clock.now
    this.startSec = clock.now
  }

  /** The level now. */
  get level(): number {
    return this.value
  }

  /** Sets the level from now on. */
  set(value: number): void {
    const nowSec = this.clock.now
    this.areaSec += this.value * (nowSec - this.changedSec)
    this.changedSec = nowSec
    this.value = value
  }

  /** Changes the level by a difference from now on. */
  add(difference: number): void {
    this.set(this.value + difference)
  }

  /** Level times seconds since the start or the last reset, up to now. */
  get area(): number {
    return this.areaSec + this.value * (this.clock.now - this.changedSec)
  }

  /** Average level since the start or the last reset; the level itself if no time has passed. */
  get mean(): number {
    const spanSec = this.clock.now - this.startSec
    return spanSec > 0 ? this.area / spanSec : this.value
  }

  /** Writes the level and its past. */
  save(writer: Writer): void {
    writer.section("level")
    writer.array(Float64Array.of(this.value, this.areaSec, this.changedSec, this.startSec))
  }

  /** Becomes the level of a snapshot; its clock must be restored too. */
  restore(reader: Reader): void {
    reader.section("level")
    const [value = 0, areaSec = 0, changedSec = 0, startSec = 0] = reader.array(Float64Array)
    this.value = value
    this.areaSec = areaSec
    this.changedSec = changedSec
    this.startSec = startSec
  }

  /** Forgets the past, as at the end of a warm-up; the level stays. */
  reset(): void {
    this.areaSec = 0
    this.changedSec = this.clock.now
    this.startSec = this.clock.now
  }
}

/**
 * A level on a kernel's clock (or any object that has `now`).
 *
 * ```ts
 * import { TimeWeighted } from "@wangge/des"
 *
 * const clock = { now: 0 }
 * const level = TimeWeighted.make(clock, 2)
 * clock.now = 10
 * level.set(5)
 * clock.now = 20
 * level.mean // => 3.5
 * ```
 *
 * @category statistics
 * @since 0.1.0
 */
export const make = (clock: Clock, value = 0): TimeWeighted => new TimeWeighted(clock, value)
