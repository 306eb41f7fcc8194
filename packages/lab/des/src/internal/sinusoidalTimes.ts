/**
 * Arrivals at a rate that swings as a sine, by thinning: those of a Poisson process at the peak
 * rate, each kept with the chance that the rate of its time bears to the peak.
 */
import type * as Draw from "../Draw.ts"
import { sineOfTurns } from "./circle.ts"
import type { EpochTimes } from "./networkArrivals.ts"
import type { SinusoidalArrivals } from "./networkSources.ts"

/**
 * The times of a Poisson process with sinusoidal rate.
 *
 * Random numbers: an exponential and a uniform one for each candidate, at most two candidates per
 * arrival on average.
 *
 * @source P. A. W. Lewis, G. S. Shedler, "Simulation of Nonhomogeneous Poisson Processes by
 *   Thinning", Naval Research Logistics Quarterly 26(3), 1979
 */
export class SinusoidalTimes implements EpochTimes {
  declare private readonly arrivals: SinusoidalArrivals

  constructor(arrivals: SinusoidalArrivals) {
    this.arrivals = arrivals
  }

  after(time: number, until: number, draw: Draw.Draw): number {
    const { amplitude, mean, period, shift = 0 } = this.arrivals
    const peak = mean * (1 + amplitude)
    if (peak === 0) return Number.POSITIVE_INFINITY
    let at = time
    for (;;) {
      at += draw.exponential() / peak
      if (at > until) return Number.POSITIVE_INFINITY
      const level = 1 + amplitude * sineOfTurns((at + shift) / period)
      if (draw.uniform() * (1 + amplitude) < level) return at
    }
  }

  /** Has no state. */
  save(): void {}

  /** Has no state. */
  restore(): void {}
}
