/**
 * What a run is to do, from what was asked: measures read and checked, its end found where nobody said
 * one, and the moments at which it must pause to look, to start counting and to end a section.
 */
import * as Measure from "../Measure.ts"
import type * as Network from "../Network.ts"
import * as NetworkLoad from "../NetworkLoad.ts"
import * as NetworkRunProblem from "../NetworkRunProblem.ts"
import { endlessRate } from "./networkRates.ts"
import { requestProblems } from "./networkRunArguments.ts"
import { endsByItself, lengthProblem, runLength } from "./networkRunLength.ts"

/**
 * Sections of a run unless told otherwise.
 *
 * @source as `BatchMeans.batchCountDefault`
 */
export const sectionCountDefault = 20

/**
 * What a run is asked for. Plain data but for the network.
 *
 * @category runs
 * @since 0.1.0
 */
export interface Request {
  readonly network: Network.Network
  /** As text or as data; may be empty for a run that is only traced. */
  readonly measures: ReadonlyArray<string | Measure.Measure>
  /** Time at which the run ends, customers inside or not. */
  readonly horizon?: number
  /** Time from which on customers and areas count; see `NetworkRun.prepare` for what it is unless given. */
  readonly warmUp?: number
  /** Departures of customers that count after which the run ends. */
  readonly customers?: number
  /**
   * Whether nobody comes after the horizon, but the run goes on until all who are inside have left, so
   * that everybody who came has a wait and a sojourn; false unless given. Levels, rates and shares of
   * time still end at the horizon.
   */
  readonly drain?: boolean
}

/**
 * What a run does: plain data that can go to another thread.
 *
 * @category runs
 * @since 0.1.0
 */
export interface Settings {
  readonly measures: ReadonlyArray<Measure.Measure>
  /** Infinite for a run that ends by customers, or when nothing is left to happen. */
  readonly horizon: number
  readonly warmUp: number
  /** Infinite for a run that ends by time, or when nothing is left to happen. */
  readonly customers: number
  /** Whether it goes on after the horizon until all have left. */
  readonly drain: boolean
}

/** What a run does, or why it cannot be. */
export type Prepared =
  | { readonly ok: true; readonly value: Settings }
  | { readonly ok: false; readonly problems: ReadonlyArray<NetworkRunProblem.Problem> }

/**
 * Thrown by {@link make} for a run that cannot be: `problems` holds everything that {@link prepare}
 * finds, and the message says it in English.
 *
 * @category runs
 * @since 0.1.0
 */
export class NetworkRunError extends RangeError {
  /** All problems: of the length, the measures, the load. */
  declare readonly problems: ReadonlyArray<NetworkRunProblem.Problem>

  /** Made by `NetworkRun.make`. */
  constructor(problems: ReadonlyArray<NetworkRunProblem.Problem>) {
    super(problems.map((problem) => NetworkRunProblem.describe(problem).en).join(" "))
    this.name = "NetworkRunError"
    this.problems = problems
  }
}

/** Reads and checks a request. */
export const prepare = (request: Request): Prepared => {
  const misread = requestProblems(request)
  if (misread.length > 0) return { ok: false, problems: misread }
  const problems: Array<NetworkRunProblem.Problem> = [...numberProblems(request)]
  const measures: Array<Measure.Measure> = []
  for (const given of request.measures) {
    const measure = Measure.of(request.network, given)
    if (measure.ok) measures.push(measure.value)
    else problems.push(measure.problem)
  }
  const { customers = Number.POSITIVE_INFINITY, drain = false } = request
  const { horizon, warmUp } = lengthOf(request, measures, problems)
  for (const measure of measures) {
    if (measure.at !== null && measure.at > horizon) {
      const text = Measure.toText(measure)
      problems.push(NetworkRunProblem.make("LookTooLate", text, measure.at, horizon))
    }
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { measures, horizon, warmUp, customers, drain } }
}

/** The end and the warm-up: given ones, none for a run that ends by itself, else by the loads. */
const lengthOf = (
  { network, ...asked }: Request,
  measures: ReadonlyArray<Measure.Measure>,
  problems: Array<NetworkRunProblem.Problem>
): { readonly horizon: number; readonly warmUp: number } => {
  const horizon = asked.horizon ?? Number.POSITIVE_INFINITY
  if (asked.horizon !== undefined) problems.push(...horizonProblems(network, asked.horizon))
  if (asked.horizon !== undefined || endsByItself(network)) {
    return { horizon, warmUp: asked.warmUp ?? 0 }
  }
  const load = NetworkLoad.make(network)
  problems.push(...load.problems)
  if (problems.length > 0) return { horizon, warmUp: 0 }
  const length = runLength(network, load, measures)
  const warmUp = asked.warmUp ?? length.warmUp
  // A warm-up of one's own moves the end, so that as much counts.
  const own = warmUp + length.horizon - length.warmUp
  // Only what the rule chose can be too long.
  const tooLong = lengthProblem(
    length,
    (asked.warmUp === undefined ? length.warmUp : 0) +
      (asked.customers === undefined ? length.horizon - length.warmUp : 0)
  )
  if (tooLong !== null) problems.push(tooLong)
  return { warmUp, horizon: asked.customers === undefined ? own : Number.POSITIVE_INFINITY }
}

/** Customers until a horizon that are as good as endlessly many: days of one processor. */
const ARRIVALS_MAX = 1_000_000_000_000

/** A horizon that no run would come to. */
const horizonProblems = (
  { declaration }: Network.Network,
  horizon: number
): ReadonlyArray<NetworkRunProblem.NetworkRunProblem> => {
  const rate = declaration.sources.reduce((sum, source) => {
    const endless = endlessRate(source)
    return endless === null || endless.isMost ? sum : sum + endless.rate
  }, 0)
  const most = ARRIVALS_MAX / rate
  if (!(Number.isFinite(horizon) && horizon > most)) return []
  const expected = `at most ${Number(most.toPrecision(2))}, when ${ARRIVALS_MAX} customers have come`
  return [NetworkRunProblem.make("BadRunLength", "horizon", horizon, expected)]
}

const numberProblems = ({
  customers,
  drain,
  horizon,
  warmUp
}: Request): ReadonlyArray<NetworkRunProblem.NetworkRunProblem> => {
  const problems: Array<NetworkRunProblem.NetworkRunProblem> = []
  const add = (subject: string, found: string | number, expected: string): void => {
    problems.push(NetworkRunProblem.make("BadRunLength", subject, found, expected))
  }
  if (horizon !== undefined && !(Number.isFinite(horizon) && horizon > 0)) {
    add("horizon", horizon, "a finite time above 0")
  }
  if (warmUp !== undefined) {
    const isBelow = horizon === undefined || !(warmUp >= horizon)
    if (!(Number.isFinite(warmUp) && warmUp >= 0)) add("warm-up", warmUp, "a finite time from 0")
    else if (!isBelow) add("warm-up", warmUp, `below the horizon, ${horizon}`)
  }
  if (customers !== undefined && !(Number.isSafeInteger(customers) && customers >= 1)) {
    add("customers", customers, "a whole number from 1")
  }
  if (drain === true && horizon === undefined)
    add("horizon", "none", "given, for a run that drains")
  return problems
}

/** The network that runs: nobody comes to it after the horizon if it is to drain. */
export const runningOf = (
  { declaration }: Network.Network,
  { drain, horizon }: Settings
): Network.Network => {
  if (!drain) return { declaration }
  const sources = declaration.sources.map((source) => ({
    ...source,
    until: Math.min(source.until ?? Number.POSITIVE_INFINITY, horizon)
  }))
  return { declaration: { ...declaration, sources } }
}

/** A moment at which a run pauses. */
export interface Pause {
  readonly time: number
  readonly kind: "look" | "count" | "section" | "close" | "end"
  /** Of a look, the measure. */
  readonly measure: number
}

/** The pauses of a run in order; those of one moment look first, and end a section before the run. */
export const pausesOf = (settings: Settings, sectionCount: number): ReadonlyArray<Pause> => {
  const { horizon, measures, warmUp } = settings
  const pauses: Array<Pause> = [{ time: warmUp, kind: "count", measure: -1 }]
  for (const [measure, { at }] of measures.entries()) {
    if (at !== null) pauses.push({ time: at, kind: "look", measure })
  }
  if (horizon < Number.POSITIVE_INFINITY) {
    const span = horizon - warmUp
    for (let section = 1; section <= sectionCount; section++) {
      const time = section === sectionCount ? horizon : warmUp + (span * section) / sectionCount
      pauses.push({ time, kind: "section", measure: -1 })
    }
    pauses.push({ time: horizon, kind: settings.drain ? "close" : "end", measure: -1 })
  }
  const order = ["look", "count", "section", "close", "end"]
  return pauses.sort(
    (left, right) => left.time - right.time || order.indexOf(left.kind) - order.indexOf(right.kind)
  )
}
