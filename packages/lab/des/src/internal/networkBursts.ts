/**
 * How unevenly customers come to the stations of a network: in batches, at more or less regular times.
 */
import * as Distribution from "../Distribution.ts"
import type * as Network from "../Network.ts"
import type { StationLoad } from "../NetworkLoad.ts"
import { endlessRate } from "./networkRates.ts"
import { splitsOf } from "./networkWays.ts"

/**
 * Variance over mean of the number who come to each station in a long time: of sources that send there
 * as they do, of what comes from other stations at most as of any source.
 */
export const burstsOf = (
  { declaration: { sources, stations } }: Network.Network,
  loads: ReadonlyArray<StationLoad>
): ReadonlyArray<number> => {
  const sent = sources.map((source) => ({
    source,
    rate: endlessRate(source)?.rate ?? 0,
    burst: burstOf(source)
  }))
  const most = Math.max(1, ...sent.map(({ burst, rate }) => (rate > 0 ? burst : 0)))
  return stations.map(({ id }, index) => {
    const { arrivalRate } = loads[index]!
    if (!(arrivalRate > 0)) return most
    const direct = sent.map(({ burst, rate, source }) => {
      const way = splitsOf(source.to).find(({ station }) => station === id)
      return { rate: way === undefined ? 0 : rate * (way.share ?? 1), burst }
    })
    const rate = direct.reduce((sum, one) => sum + one.rate, 0)
    const whole = direct.reduce((sum, one) => sum + one.rate * one.burst, 0)
    const rest = Math.max(0, arrivalRate - rate)
    return (whole + rest * most) / (rate + rest)
  })
}

/**
 * Variance over mean of the number from a source: E[B^2] / E[B] for batches of size B at Poisson times,
 * with E[B] times the squared coefficient of variation less 1 more for times of a renewal process.
 *
 * @source D. R. Cox, "Renewal Theory", 1962, section 4.5, and sums of a random number of terms
 */
const burstOf = ({ arrivals, batch }: Network.FilledSource): number => {
  const mean = typeof batch === "number" ? batch : Distribution.mean(batch)
  const spread = typeof batch === "number" ? 0 : Distribution.variance(batch)
  const epochs = arrivals.kind === "renewal" ? squaredVariation(arrivals.between) : 1
  return mean * epochs + spread / mean
}

const squaredVariation = (distribution: Distribution.Distribution): number => {
  const mean = Distribution.mean(distribution)
  const ratio = Distribution.variance(distribution) / (mean * mean)
  return Number.isFinite(ratio) ? ratio : 1
}
