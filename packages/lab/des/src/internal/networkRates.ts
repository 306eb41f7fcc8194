/**
 * Long-run rates: how many customers a source sends per time, and how many servers a station has on
 * duty on average.
 */
import { meanOf } from "./moments.ts"
import type { FilledSource, FilledStation } from "./networkFilled.ts"
import type { SteppedArrivals } from "./networkSources.ts"
import type { ScheduledServers } from "./networkStations.ts"

/** Customers per time in the long run; `isMost` where there may be fewer. */
export interface Endless {
  readonly rate: number
  readonly isMost: boolean
}

/** The long-run rate of a source; null for one that ends. */
export const endlessRate = (source: FilledSource): Endless | null => {
  const { arrivals, batch, limit, until } = source
  if (arrivals.kind === "given" || limit !== undefined || until !== undefined) return null
  if (arrivals.kind === "population") {
    return { rate: arrivals.size / meanOf(arrivals.away), isMost: true }
  }
  const size = typeof batch === "number" ? batch : meanOf(batch)
  switch (arrivals.kind) {
    case "poisson":
      return { rate: size * arrivals.rate, isMost: false }
    case "renewal":
      return { rate: size / meanOf(arrivals.between), isMost: false }
    case "stepped":
      return { rate: size * meanOfSteps(arrivals), isMost: false }
    case "sinusoidal":
      return { rate: size * arrivals.mean, isMost: false }
  }
}

const meanOfSteps = ({ steps, period }: SteppedArrivals): number =>
  period === undefined
    ? (steps.at(-1)?.rate ?? 0)
    : overPeriod(
        steps.map(({ from, rate }) => [from, rate] as const),
        period
      )

/** The mean over a period of a level that holds from each time to the next. */
const overPeriod = (
  levels: ReadonlyArray<readonly [from: number, level: number]>,
  period: number
): number =>
  levels.reduce(
    (sum, [from, level], index) => sum + level * ((levels[index + 1]?.[0] ?? period) - from),
    0
  ) / period

/** Servers on duty in the long run; infinite for as many as are needed. */
export const meanServers = ({ servers }: FilledStation): number => {
  if (servers === "infinite") return Number.POSITIVE_INFINITY
  if (typeof servers === "number") return servers
  if (servers.kind === "skills") return servers.groups.reduce((sum, one) => sum + one.servers, 0)
  const { shifts, period } = servers
  return period === undefined
    ? (shifts.at(-1)?.servers ?? 0)
    : overPeriod(
        shifts.map((shift) => [shift.from, shift.servers] as const),
        period
      )
}

/** Servers who go off duty per time in the long run: so many customers at most are moved by it. */
export const leavingRate = ({ shifts, period }: ScheduledServers): number =>
  period === undefined
    ? 0
    : shifts.reduce((sum, { servers }, index) => {
        const before = shifts[(index + shifts.length - 1) % shifts.length]!.servers
        return sum + Math.max(0, before - servers)
      }, 0) / period
