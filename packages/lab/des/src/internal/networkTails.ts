/**
 * Means whose error has no variance: services so long now and then that one of them decides a run. The
 * deviation of batches says nothing of how far such a mean may be off, however long the run.
 */
import * as AnalysisProblem from "../AnalysisProblem.ts"
import * as Measure from "../Measure.ts"
import type * as Network from "../Network.ts"
import type { Distribution } from "./distributionKinds.ts"
import { serversAtStart } from "./networkCells.ts"
import { servicesOf } from "./networkPace.ts"

/**
 * The order of the moments of the service that must be finite for a mean to have an error that batches
 * tell. Of times that are those of one service the second: else they have no variance. Of a queue that
 * forms behind one the third: else waits have none. (Their correlations sum to something finite only with
 * the fourth; intervals of tails between were measured to cover 92 % and more.)
 *
 * @source D. J. Daley, "The Serial Correlation Coefficients of Waiting Times in a Stationary Single
 *   Server Queue", Journal of the Australian Mathematical Society 8, 1968
 */
const ORDER_OWN = 2
const ORDER_QUEUE = 3

/** Why a mean, or a deviation, in the long run cannot be judged; null if nothing says so. */
export const tailProblem = (
  { declaration }: Network.Network,
  measure: Measure.Measure
): AnalysisProblem.AnalysisProblem | null => {
  const { quantity, statistic } = measure
  if ((statistic.kind !== "mean" && statistic.kind !== "sd") || measure.at !== null) return null
  for (const station of declaration.stations) {
    if (measure.station !== null && measure.station !== station.id) continue
    const services = declaration.classes.flatMap(({ id }) => servicesOf(station, id))
    const tail = Math.min(...services.map(tailOf), Number.POSITIVE_INFINITY)
    const order = orderOf(quantity, station)
    if (tail <= order) {
      const subject = Measure.toText(measure)
      return AnalysisProblem.make("InfiniteVariance", subject, tail, order)
    }
  }
  return null
}

const orderOf = (quantity: Measure.Quantity, station: Network.FilledStation): number => {
  switch (quantity) {
    case "wait":
      return isQueue(station) ? ORDER_QUEUE : station.patience === undefined ? ORDER_OWN : 0
    case "sojourn":
      return isQueue(station) ? ORDER_QUEUE : ORDER_OWN
    case "number":
    case "queue":
      return isQueue(station) ? ORDER_QUEUE : 0
    case "service":
    case "busyPeriod":
      return ORDER_OWN
    default:
      return 0
  }
}

/** Whether one long service makes any number wait: one server, without a limit of the queue. */
const isQueue = (station: Network.FilledStation): boolean =>
  serversAtStart(station) === 1 &&
  station.discipline !== "sharing" &&
  station.room === undefined &&
  station.patience === undefined &&
  station.balking === undefined &&
  !(station.preemption !== "none" && station.discipline !== "first-come")

/** The order below which the moments of a distribution are finite; infinite where all are. */
const tailOf = (distribution: Distribution): number => {
  if (distribution.kind === "pareto") return distribution.shape
  if (distribution.kind !== "mixture") return Number.POSITIVE_INFINITY
  const { parts, probabilities } = distribution
  const orders = parts.map((part, index) =>
    probabilities[index]! > 0 ? tailOf(part) : Number.POSITIVE_INFINITY
  )
  return Math.min(...orders, Number.POSITIVE_INFINITY)
}
