/**
 * What happened in a network, line by line: time, event, customer (source and number), station,
 * server. The exact tests of the engine read like timetables.
 */

import { NetworkEngine } from "../src/internal/networkEngine.ts"
import { compileNetwork } from "../src/internal/networkPlan.ts"
import { NetworkRecorder } from "../src/internal/networkRecorder.ts"
import * as Network from "../src/Network.ts"
import * as RandomStreams from "../src/RandomStreams.ts"

/** Writes a line per event. */
export class Scribe extends NetworkRecorder {
  readonly lines: Array<string> = []
  isSilent = false
  declare engine: NetworkEngine

  override arrived(row: number): void {
    this.write("arrived", row)
  }
  override joined(row: number, station: number): void {
    this.write("joined", row, station)
  }
  override began(row: number, station: number, server: number): void {
    this.write("began", row, station, server)
  }
  override resumed(row: number, station: number, server: number): void {
    this.write("resumed", row, station, server)
  }
  override interrupted(row: number, station: number, server: number): void {
    this.write("interrupted", row, station, server)
  }
  override finished(row: number, station: number): void {
    this.write("finished", row, station)
  }
  override blocked(row: number, station: number, target: number): void {
    this.write(`blocked to ${this.engine.plan.stationIds[target]}`, row, station)
  }
  override unblocked(row: number, station: number): void {
    this.write("unblocked", row, station)
  }
  override leftStation(row: number, station: number): void {
    this.write("left", row, station)
  }
  override refused(row: number, station: number): void {
    this.write("refused", row, station)
  }
  override balked(row: number, station: number): void {
    this.write("balked", row, station)
  }
  override gaveUp(row: number, station: number): void {
    this.write("gave up", row, station)
  }
  override overdue(row: number): void {
    this.write("overdue", row)
  }
  override departed(row: number, exit: number): void {
    this.write(`departed ${["done", "lost", "balked", "gave up", "overdue"][exit]}`, row)
  }
  override servers(station: number, onDuty: number): void {
    const { engine } = this
    this.lines.push(`${engine.now} servers ${engine.plan.stationIds[station]} ${onDuty}`)
  }

  private write(event: string, row: number, station = -1, server = -1): void {
    if (this.isSilent) return
    const { now, plan, customers } = this.engine
    const source = plan.declaration.sources[customers.sourceOf(row)]!.id
    const place = station < 0 ? "" : ` ${plan.stationIds[station]}`
    const by = server < 0 ? "" : ` ${server}`
    this.lines.push(`${now} ${event} ${source}${customers.serialOf(row)}${place}${by}`)
  }
}

/** A run that writes down what happens. */
export const aScribedRun = (
  declaration: Network.Declaration,
  { draws = "addressed", seed = 1 }: { draws?: "addressed" | "sequential"; seed?: number } = {}
): { readonly engine: NetworkEngine; readonly scribe: Scribe } => {
  const scribe = new Scribe(0)
  const streams = RandomStreams.make({ seed, replication: 0 })
  const plan = compileNetwork(Network.make(declaration))
  const engine = new NetworkEngine(plan, { streams, draws, recorder: scribe, hash: true })
  scribe.engine = engine
  return { engine, scribe }
}

/** The lines of a whole run that hold one of these words; all lines if none are given. */
export const script = (
  declaration: Network.Declaration,
  words: ReadonlyArray<string> = [],
  until = Number.POSITIVE_INFINITY
): ReadonlyArray<string> => {
  const { engine, scribe } = aScribedRun(declaration)
  engine.runUntil(until)
  return words.length === 0
    ? scribe.lines
    : scribe.lines.filter((line) => words.some((word) => line.split(" ")[1] === word))
}

/** Given arrivals with given services at the first station. */
export const given = (
  id: string,
  times: ReadonlyArray<number>,
  services: ReadonlyArray<number>,
  rest: Partial<Network.Source> = {}
): Network.Source => ({ id, to: "desk", ...rest, arrivals: { kind: "given", times, services } })

/** A station with a service of 1 for those who come without one. */
export const desk = (rest: Partial<Network.Station> = {}): Network.Station => ({
  id: "desk",
  servers: 1,
  service: { kind: "deterministic", value: 1 },
  ...rest
})
