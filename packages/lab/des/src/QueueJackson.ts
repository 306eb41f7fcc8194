/**
 * Open Jackson networks: stations with exponential service and several servers, Poisson arrivals
 * from outside, and routing by fixed chances. Each station then has the steady state of an M/M/c
 * queue of its own, with the flow that the traffic equations give.
 */
import { solve } from "./internal/linearSystem.ts"
import * as QueueMarkov from "./QueueMarkov.ts"
import * as QueueProblem from "./QueueProblem.ts"

/**
 * One station of a network.
 *
 * @category networks
 * @since 0.1.0
 */
export interface Station {
  /** What problems call it. */
  readonly name: string
  /** Arrivals per time from outside, from 0. */
  readonly arrivalRate: number
  /** Services per time of one server. */
  readonly serviceRate: number
  readonly serverCount: number
}

/**
 * An open network in steady state.
 *
 * @category networks
 * @since 0.1.0
 */
export interface QueueJackson {
  /** Each station as an M/M/c queue, with all its arrivals, from outside and inside. */
  readonly stations: ReadonlyArray<QueueMarkov.QueueMarkov>
  /** Mean number of visits to each station on one way through the network. */
  readonly visits: ReadonlyArray<number>
  /** Arrivals per time from outside. */
  readonly arrivalRate: number
  readonly meanInSystem: number
  /** Mean time from arrival to departure, over all stations. */
  readonly meanSojourn: number
}

/** How far a row of routing chances may be above 1. */
const SUM_TOLERANCE = 1e-9

/**
 * The steady state of an open network; `routing[i][j]` is the chance to go from station i to j, and
 * what a row lacks to 1 is the chance to leave.
 *
 * Refuses a station with a load per server of 1 or more (`Unstable`, with its name), routing over 1
 * (`BadSum`), stations that nobody can leave (`NoWayOut`), and wrong numbers. Cost: the third power
 * of the number of stations.
 *
 * ```ts
 * import { QueueJackson, QueueProblem } from "@wangge/des"
 *
 * const desk = { name: "desk", arrivalRate: 1, serviceRate: 4, serverCount: 1 }
 * const back = { name: "back office", arrivalRate: 0, serviceRate: 2, serverCount: 1 }
 * const made = QueueJackson.make({ stations: [desk, back], routing: [[0, 0.5], [1, 0]] })
 * const network = QueueProblem.trust(made)
 * network.visits // => [2, 1]
 * network.meanSojourn // => 2
 * ```
 *
 * @source J. R. Jackson, "Networks of Waiting Lines", Operations Research 5, 1957; L. Kleinrock,
 *   "Queueing Systems" 1, 1975, section 4.8
 * @category networks
 * @since 0.1.0
 */
export const make = (options: {
  readonly stations: ReadonlyArray<Station>
  readonly routing: ReadonlyArray<ReadonlyArray<number>>
}): QueueProblem.Checked<QueueJackson> => {
  const { stations, routing } = options
  const problems = problemsOf(stations, routing)
  if (problems.length > 0) return { ok: false, problems }
  // Flow to j: what comes from outside and from every i, so (I - routing transposed) flow = outside.
  const matrix = stations.map((_, to) =>
    stations.map((_, from) => (from === to ? 1 : 0) - routing[from]![to]!)
  )
  const flows = solve(
    matrix,
    stations.map((station) => station.arrivalRate)
  )
  const checked = stations.map((station, index) => queueOf(station, flows?.[index] ?? Number.NaN))
  const refused = checked.flatMap((one) => (one.ok ? [] : one.problems))
  if (refused.length > 0) return { ok: false, problems: refused }
  const queues = checked.flatMap((one) => (one.ok ? [one.queue] : []))
  const arrivalRate = stations.reduce((sum, station) => sum + station.arrivalRate, 0)
  const meanInSystem = queues.reduce((sum, queue) => sum + queue.meanInSystem, 0)
  return {
    ok: true,
    queue: {
      stations: queues,
      visits: queues.map((queue) => queue.arrivalRate / arrivalRate),
      arrivalRate,
      meanInSystem,
      meanSojourn: meanInSystem / arrivalRate
    }
  }
}

const queueOf = (
  { name, serviceRate, serverCount }: Station,
  arrivalRate: number
): QueueProblem.Checked<QueueMarkov.QueueMarkov> => {
  if (arrivalRate === 0) {
    const expected = "a station that somebody comes to"
    return { ok: false, problems: [QueueProblem.make("BadNumber", `${name}.flow`, 0, expected)] }
  }
  const made = QueueMarkov.make({ arrivalRate, serviceRate, serverCount })
  if (made.ok) return made
  const problems = made.problems.map(({ code, subject, found, expected }) =>
    QueueProblem.make(code, code === "Unstable" ? name : `${name}.${subject}`, found, expected)
  )
  return { ok: false, problems }
}

const problemsOf = (
  stations: ReadonlyArray<Station>,
  routing: ReadonlyArray<ReadonlyArray<number>>
): ReadonlyArray<QueueProblem.QueueProblem> => {
  const size = stations.length
  const shape = [
    ...QueueProblem.ofCount("stations.length", size, 1),
    ...lengthProblems("routing", routing, size),
    ...routing.flatMap((row, from) => lengthProblems(`routing[${from}]`, row, size))
  ]
  if (shape.length > 0) return shape
  const numbers = [
    ...stations.flatMap(({ name, arrivalRate }) =>
      QueueProblem.ofFrom0(`${name}.arrivalRate`, arrivalRate)
    ),
    ...routing.flatMap((row, from) => rowProblems(stations[from]!.name, row))
  ]
  if (numbers.length > 0) return numbers
  const exits = routing.map((row) => 1 - row.reduce((sum, chance) => sum + chance, 0))
  const leaving = reach(size, (from, done) =>
    exits[from]! > SUM_TOLERANCE
      ? true
      : routing[from]!.some((chance, to) => chance > 0 && done(to))
  )
  return stations.flatMap(({ name }, index) =>
    leaving.has(index)
      ? []
      : [QueueProblem.make("NoWayOut", name, "no way out", "a chance to leave in the end")]
  )
}

const lengthProblems = (
  subject: string,
  list: ReadonlyArray<unknown>,
  size: number
): ReadonlyArray<QueueProblem.QueueProblem> =>
  list.length === size ? [] : [QueueProblem.make("BadLength", subject, list.length, size)]

const rowProblems = (
  name: string,
  row: ReadonlyArray<number>
): ReadonlyArray<QueueProblem.QueueProblem> => {
  const single = row.flatMap((chance, to) =>
    chance >= 0 && chance <= 1
      ? []
      : [QueueProblem.make("BadNumber", `${name}.routing[${to}]`, chance, "a number from 0 to 1")]
  )
  const sum = row.reduce((total, chance) => total + chance, 0)
  return single.length > 0 || sum <= 1 + SUM_TOLERANCE
    ? single
    : [QueueProblem.make("BadSum", `${name}.routing`, sum, "at most 1")]
}

/** The places that are in a set which grows until `joins` adds no more. */
const reach = (
  size: number,
  joins: (place: number, done: (other: number) => boolean) => boolean
): ReadonlySet<number> => {
  const found = new Set<number>()
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (let place = 0; place < size; place++) {
      if (joins(place, (other) => found.has(other))) found.add(place)
    }
  }
  return found
}
