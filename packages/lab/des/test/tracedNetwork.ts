/**
 * The engine's own trace of a run, in the words of the slow simulator, and where the two part ways.
 */

import { NetworkEngine } from "../src/internal/networkEngine.ts"
import { compileNetwork } from "../src/internal/networkPlan.ts"
import { NetworkRecorder } from "../src/internal/networkRecorder.ts"
import type { Declaration } from "../src/Network.ts"
import * as Network from "../src/Network.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import type { Happening } from "./slowNetworkParts.ts"

/** How customers leave the network, by the engine's codes. */
const exits = ["done", "lost", "balked", "gaveUp", "overdue"]

/** A recorder that writes down every call. */
export class Scribe extends NetworkRecorder {
  readonly lines: Array<Happening> = []
  declare engine: NetworkEngine
  declare private readonly names: {
    readonly sources: ReadonlyArray<string>
    readonly stations: ReadonlyArray<string>
    readonly classes: ReadonlyArray<string>
  }

  constructor(declaration: Declaration) {
    super(0)
    const idOf = ({ id }: { readonly id: string }): string => id
    this.names = {
      sources: declaration.sources.map(idOf),
      stations: declaration.stations.map(idOf),
      classes: (declaration.classes ?? [{ id: "customer" }]).map(idOf)
    }
  }

  private tell(event: string, row: number, ...rest: ReadonlyArray<string | number>): void {
    const { customers, now } = this.engine
    const source = this.names.sources[customers.sourceOf(row) ?? -1]
    const who = row < 0 ? "-" : `${source}#${customers.serialOf(row)}`
    this.lines.push({ at: now, what: [event, who, ...rest].join(" ") })
  }

  private tellComing(event: string, row: number, station: number): void {
    this.tell(event, row, this.at(station))
    const as = this.names.classes[this.engine.customers.classOf(row)]!
    this.lines.push({ ...this.lines.pop()!, as })
  }

  private at(station: number): string {
    return this.names.stations[station] ?? `station ${station}`
  }

  override arrived(row: number): void {
    this.tell("arrived", row, this.names.classes[this.engine.customers.classOf(row)]!)
  }
  override joined(row: number, station: number): void {
    this.tellComing("joined", row, station)
  }
  override began(row: number, station: number, server: number): void {
    this.tell("began", row, this.at(station), server)
  }
  override resumed(row: number, station: number, server: number): void {
    this.tell("resumed", row, this.at(station), server)
  }
  override interrupted(row: number, station: number, server: number): void {
    this.tell("interrupted", row, this.at(station), server)
  }
  override finished(row: number, station: number): void {
    this.tell("finished", row, this.at(station))
  }
  override blocked(row: number, station: number, target: number): void {
    this.tell("blocked", row, this.at(station), this.at(target))
  }
  override unblocked(row: number, station: number): void {
    this.tell("unblocked", row, this.at(station))
  }
  override leftStation(row: number, station: number): void {
    this.tell("left", row, this.at(station))
  }
  override refused(row: number, station: number): void {
    this.tellComing("refused", row, station)
  }
  override balked(row: number, station: number): void {
    this.tellComing("balked", row, station)
  }
  override gaveUp(row: number, station: number): void {
    this.tell("gaveUp", row, this.at(station))
  }
  override overdue(row: number): void {
    this.tell("overdue", row)
  }
  override departed(row: number, exit: number): void {
    this.tell("departed", row, exits[exit]!)
  }
  override servers(station: number, onDuty: number): void {
    this.tell("servers", -1, this.at(station), onDuty)
  }
}

/** An engine at time 0 with a recorder that writes down every call. */
export const makeTraced = (
  declaration: Declaration,
  options: { readonly seed: number; readonly draws?: "addressed" | "sequential" },
  recorder: Scribe = new Scribe(declaration)
): { readonly engine: NetworkEngine; readonly trace: ReadonlyArray<Happening> } => {
  const engine = new NetworkEngine(compileNetwork(Network.make(declaration)), {
    streams: RandomStreams.make({ seed: options.seed, replication: 0 }),
    draws: options.draws ?? "addressed",
    recorder,
    hash: true
  })
  recorder.engine = engine
  return { engine, trace: recorder.lines }
}

/** Runs a network on the engine to a time, and says all that happened. */
export const runTraced = (
  declaration: Declaration,
  options: { readonly seed: number; readonly until: number; readonly traceMax?: number }
): { readonly engine: NetworkEngine; readonly trace: ReadonlyArray<Happening> } => {
  const { engine, trace } = makeTraced(declaration, options)
  const traceMax = options.traceMax ?? 100_000
  while (trace.length < traceMax && !engine.runUntil(options.until, 1)) {
    if (engine.deadlock !== null || engine.runaway !== null) break
  }
  return { engine, trace }
}

/** How far times may be apart, relative to the time: shared servers are reckoned in other ways. */
const TOLERANCE = 1e-9

/** Where two traces first differ, with what came before; nothing if they agree. */
export const firstDifference = (
  found: ReadonlyArray<Happening>,
  expected: ReadonlyArray<Happening>
): string | undefined => {
  const length = Math.max(found.length, expected.length)
  for (let index = 0; index < length; index++) {
    const [left, right] = [found[index], expected[index]]
    const isSame =
      left?.what === right?.what &&
      left?.as === right?.as &&
      Math.abs(left!.at - right!.at) <= TOLERANCE * (1 + right!.at)
    if (isSame) continue
    const before = expected.slice(Math.max(0, index - 8), index).map(lineOf)
    return [...before, `engine: ${lineOf(left)}`, `slow:   ${lineOf(right)}`].join("\n")
  }
  return undefined
}

const lineOf = (one: Happening | undefined): string =>
  one === undefined
    ? "(end)"
    : `${one.at} ${one.what}${one.as === undefined ? "" : ` as ${one.as}`}`
