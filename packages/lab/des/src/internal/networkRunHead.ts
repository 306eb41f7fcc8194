/**
 * What a run was made from, as it stands at the head of a checkpoint: which network, which luck, what
 * it measures and how far it goes.
 */
import * as EventHash from "../EventHash.ts"
import type { EventTrace } from "../EventTrace.ts"
import * as Measure from "../Measure.ts"
import * as Network from "../Network.ts"
import type * as ObservationTable from "../ObservationTable.ts"
import * as SnapshotProblem from "../SnapshotProblem.ts"
import * as measureText from "./measureText.ts"
import type { Request, Settings } from "./networkRunPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/**
 * Where a run writes what happens while it happens.
 *
 * @category runs
 * @since 0.1.0
 */
export interface Outlets {
  /** Gets a row per event. */
  readonly trace?: EventTrace
  /** Gets a row per wait, sojourn, service and busy period of those that are measured and count. */
  readonly observations?: ObservationTable.ObservationTable
}

/**
 * What a run is made from.
 *
 * @category runs
 * @since 0.1.0
 */
export interface Options extends Request, Outlets {
  /** A safe integer. */
  readonly seed: number
  /** From 0; 0 unless given. */
  readonly replication?: number
  /** "addressed" unless given: the same luck for any policy. "sequential" is faster. */
  readonly draws?: "addressed" | "sequential"
  /** Whether the random numbers are those of the mirror; false unless given. */
  readonly isAntithetic?: boolean
  /** Whether a hash of all events is kept; true unless given. */
  readonly hash?: boolean
  /** Equal stretches told apart, for the interval of one long run; 20 unless given, 0 with a horizon. */
  readonly sectionCount?: number
}

/** What a run was made from, but for its network. */
export interface RunHead {
  readonly seed: number
  readonly replication: number
  readonly draws: "addressed" | "sequential"
  readonly isAntithetic: boolean
  readonly hash: boolean
  readonly sectionCount: number
  readonly settings: Settings
}

/** Name of a network by all that it is made of, 16 hex digits. */
export const fingerprint = (network: Network.Network): string => {
  const hash = EventHash.make()
  hash.addText(Network.toText(network))
  return hash.digest()
}

/** Writes the head. */
export const writeHead = (writer: Writer, network: Network.Network, head: RunHead): void => {
  const { settings } = head
  writer.section("run")
  writer.text(fingerprint(network))
  writer.integer(head.seed)
  writer.integer(head.replication)
  writer.text(head.draws)
  writer.boolean(head.isAntithetic)
  writer.boolean(head.hash)
  writer.integer(head.sectionCount)
  writer.number(settings.horizon)
  writer.number(settings.warmUp)
  writer.number(settings.customers)
  writer.boolean(settings.drain)
  writer.integer(settings.measures.length)
  for (const measure of settings.measures) writer.text(Measure.toText(measure))
}

/** Reads the head; the reader refuses another network. */
export const readHead = (reader: Reader, network: Network.Network): RunHead => {
  reader.section("run")
  reader.expect("network", fingerprint(network))
  const seed = reader.integer()
  const replication = reader.integer()
  const draws = reader.text() === "sequential" ? "sequential" : "addressed"
  const isAntithetic = reader.boolean()
  const hash = reader.boolean()
  const sectionCount = reader.integer()
  const horizon = reader.number()
  const warmUp = reader.number()
  const customers = reader.number()
  const drain = reader.boolean()
  const measures: Array<Measure.Measure> = []
  for (let left = reader.integer(); left > 0; left--) {
    const text = reader.text()
    const measure = measureText.parse(text)
    if (measure.ok) measures.push(measure.value)
    else reader.refuse(SnapshotProblem.make("Unexpected", "run: measure", text, "a measure"))
  }
  const settings = { measures, horizon, warmUp, customers, drain }
  return { seed, replication, draws, isAntithetic, hash, sectionCount, settings }
}

/** The problem that the names of two networks differ, so that a run of one cannot go on in the other. */
export const forkProblem = (
  from: Network.Network,
  to: Network.Network
): SnapshotProblem.SnapshotProblem | null => {
  for (const list of ["classes", "sources", "stations"] as const) {
    const [found, expected] = [from, to].map(({ declaration }) =>
      declaration[list].map(({ id }) => id).join(", ")
    )
    if (found !== expected) {
      return SnapshotProblem.make("DifferentModel", list, found ?? "", expected ?? "")
    }
  }
  return null
}
