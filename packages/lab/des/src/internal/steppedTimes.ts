/**
 * Arrivals at a rate that is constant between steps, by inversion: an exponential number of mean 1
 * is what the rate must add up to before the next arrival. Exact at the steps and where the rate is
 * 0, with one random number per arrival.
 */
import type * as Draw from "../Draw.ts"
import type { EpochTimes } from "./networkArrivals.ts"
import type { SteppedArrivals } from "./networkSources.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/**
 * The times of a Poisson process with stepped rate.
 *
 * @source E. Cinlar, "Introduction to Stochastic Processes", 1975, section 4.7 (time change by the
 *   cumulative rate)
 */
export class SteppedTimes implements EpochTimes {
  declare private readonly steps: SteppedArrivals["steps"]
  declare private readonly period: number
  /** What the rate adds up to in a period. */
  declare private readonly total: number
  // The piece that the last arrival is in: which period, which step of it.
  declare private cycle: number
  declare private index: number

  constructor(arrivals: SteppedArrivals, from: number) {
    this.steps = arrivals.steps
    this.period = arrivals.period ?? Number.POSITIVE_INFINITY
    this.cycle = arrivals.period === undefined ? 0 : Math.floor(from / arrivals.period)
    const phase = from - this.startOf(this.cycle)
    this.index = Math.max(0, this.steps.filter((step) => step.from <= phase).length - 1)
    this.total = this.steps.reduce((sum, step, index) => {
      const length = (this.steps[index + 1]?.from ?? this.period) - step.from
      return step.rate === 0 ? sum : sum + step.rate * length
    }, 0)
  }

  after(time: number, until: number, draw: Draw.Draw): number {
    if (this.total === 0) return Number.POSITIVE_INFINITY
    let left = draw.exponential()
    let now = time
    while (now <= until) {
      const { rate } = this.steps[this.index]!
      const end = this.endOfPiece()
      if (rate > 0) {
        const at = now + left / rate
        if (at <= end) return at
        left = Math.max(0, left - rate * (end - now))
      }
      if (end === Number.POSITIVE_INFINITY) break
      left = this.enterNextPiece(left)
      now = this.startOf(this.cycle) + this.steps[this.index]!.from
    }
    return Number.POSITIVE_INFINITY
  }

  save(writer: Writer): void {
    writer.integer(this.cycle)
    writer.integer(this.index)
  }

  restore(reader: Reader): void {
    this.cycle = reader.integer()
    this.index = reader.integer()
  }

  private startOf(cycle: number): number {
    return cycle === 0 ? 0 : cycle * this.period
  }

  private endOfPiece(): number {
    return this.index + 1 < this.steps.length
      ? this.startOf(this.cycle) + this.steps[this.index + 1]!.from
      : this.startOf(this.cycle + 1)
  }

  /** Goes to the next piece, past whole periods that `left` outlasts; what is left then. */
  private enterNextPiece(left: number): number {
    this.index++
    if (this.index < this.steps.length) return left
    const wholeCount = Math.floor(left / this.total)
    this.index = 0
    this.cycle += 1 + wholeCount
    return Math.max(0, left - wholeCount * this.total)
  }
}
