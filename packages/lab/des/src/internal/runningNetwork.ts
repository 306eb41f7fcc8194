/**
 * A network run under way: drives the engine from pause to pause, ends sections, reads the measures,
 * and writes itself to bytes.
 */
import * as Antithetic from "../Antithetic.ts"
import type * as Network from "../Network.ts"
import type * as NetworkRunProblem from "../NetworkRunProblem.ts"
import * as RandomStreams from "../RandomStreams.ts"
import * as Snapshot from "../Snapshot.ts"
import { type Ending, endings, problemOf } from "./networkEnding.ts"
import { NetworkEngine } from "./networkEngine.ts"
import {
  compileMeasures,
  type Measured,
  PART_COUNT,
  type Reading,
  valuesOf
} from "./networkMeasures.ts"
import { compileNetwork } from "./networkPlan.ts"
import { type Outlets, type RunHead, writeHead } from "./networkRunHead.ts"
import { lastArrivalOf } from "./networkRunLength.ts"
import { type Pause, pausesOf, runningOf, type Settings } from "./networkRunPlan.ts"

/** What the bytes of a run say that they are. */
export const SNAPSHOT_KIND = "network run"
export const SNAPSHOT_VERSION = 1

/**
 * A run under way. Use {@link make} or {@link resume}.
 *
 * @category runs
 * @since 0.1.0
 */
export class NetworkRun {
  declare readonly network: Network.Network
  declare readonly settings: Settings
  declare readonly seed: number
  declare readonly replication: number
  /** How it ended; null while it has not. */
  ending: Ending | null = null
  declare private readonly head: RunHead
  declare private readonly engine: NetworkEngine
  declare private readonly measured: Measured
  declare private readonly pauses: ReadonlyArray<Pause>
  private pauseIndex = 0
  private readonly marks: Array<Float64Array> = []
  /** The parts at the horizon, of a run that drains after it; null before. */
  private closed: Float64Array | null = null
  /** Whether all events of the present are known to have happened. */
  private isInstantOver = false

  /** Made by `NetworkRun.make`. */
  constructor(network: Network.Network, head: RunHead, { observations, trace }: Outlets) {
    const { isAntithetic, replication, seed, settings } = head
    this.network = network
    this.head = head
    this.settings = settings
    this.seed = seed
    this.replication = replication
    this.measured = compileMeasures(
      network,
      settings,
      observations === undefined ? null : { table: observations, replication }
    )
    const { recorder } = this.measured
    recorder.trace = trace ?? null
    if (settings.customers < Number.POSITIVE_INFINITY) recorder.stopAfter = this.customersAt(1)
    this.pauses = pausesOf(settings, head.sectionCount)
    const streams = (isAntithetic ? Antithetic : RandomStreams).make({ seed, replication })
    const { draws, hash } = head
    const plan = compileNetwork(runningOf(network, settings))
    this.engine = new NetworkEngine(plan, { streams, draws, recorder, hash })
  }

  /** The present of the run, in the network's unit of time; it stops when nothing is left to happen. */
  get now(): number {
    const { engine, measured, settings } = this
    if (!engine.isOver || !this.mayDry) return engine.now
    const last = measured.recorder.departedAt
    return settings.drain ? Math.max(last, Math.min(engine.now, settings.horizon)) : last
  }

  /** Events so far. */
  get executedCount(): number {
    return this.engine.executedCount
  }

  /** Whether the run has ended. */
  get isOver(): boolean {
    return this.ending !== null
  }

  /** Why the run could not go on; null where it could. */
  get problem(): NetworkRunProblem.NetworkRunProblem | null {
    return problemOf(this.engine, this.network)
  }

  /** How far the run is, from 0 to 1; a guess for one that ends when nothing is left to happen. */
  get progress(): number {
    if (this.isOver) return 1
    const { customers, horizon } = this.settings
    const byCustomers = this.measured.recorder.departedCount / customers
    const end = Math.min(horizon, lastArrivalOf(this.network))
    return Math.min(1, Math.max(byCustomers, end > 0 ? this.now / end : 0))
  }

  /** Goes on until a time or the end, whichever is first; events at that time happen. */
  runUntil(time: number): this {
    if (!(time >= this.now)) {
      throw new RangeError(`A run goes on to a time from now, ${this.now}; got ${time}`)
    }
    this.advance(time, Number.POSITIVE_INFINITY)
    return this
  }

  /**
   * Goes on for so many events, until a time or to the end, whichever is first; wherever a run is cut,
   * the events are those of one run.
   */
  step(eventCount: number, untilTime = Number.POSITIVE_INFINITY): this {
    if (!(eventCount >= 1)) throw new RangeError(`A step has events from 1; got ${eventCount}`)
    if (untilTime >= this.now) this.advance(untilTime, eventCount)
    return this
  }

  /** Goes on to the end. */
  runToEnd(): this {
    return this.runUntil(Number.POSITIVE_INFINITY)
  }

  /** The value of each measure so far, in their order; NaN where nothing was seen. */
  values(): Float64Array {
    return valuesOf(this.settings.measures, this.parts())
  }

  /**
   * What the values are made of: sum, sum of squares and weight of each measure. These add up over
   * runs, so that a ratio of many runs is not a mean of ratios (`NetworkResult`).
   */
  parts(): Float64Array {
    return this.partsOf(({ sum }) => sum(this.now))
  }
  /** The parts at the end of each section so far, from the end of the warm-up on. */
  get sections(): ReadonlyArray<Float64Array> {
    return this.marks
  }

  /** The parts of one measure over sections `from` up to and with `to`, from 0. */
  partsBetween(measure: number, from: number, to: number): readonly [number, number, number] {
    const quantile = this.measured.readings[measure]?.quantile
    if (quantile != null) return [quantile(this.now, from - 1, to), 0, 1]
    const part = (offset: number): number => {
      const place = PART_COUNT * measure + offset
      return this.marks[to]![place]! - (from === 0 ? 0 : this.marks[from - 1]![place]!)
    }
    return [part(0), part(1), part(2)]
  }

  /** Whether a hash of all events is kept. */
  get hasHash(): boolean {
    return this.head.hash
  }

  /** The hash of all events so far; throws an `Error` if the run was made without. */
  hash(): string {
    return this.engine.hash()
  }

  /** The whole run in bytes, but for its trace and observations, which are handed over already. */
  checkpoint(): Uint8Array<ArrayBuffer> {
    this.endPeriods()
    return Snapshot.write({
      kind: SNAPSHOT_KIND,
      version: SNAPSHOT_VERSION,
      body: (writer) => {
        writeHead(writer, this.network, this.head)
        writer.integer(this.ending === null ? -1 : endings.indexOf(this.ending))
        writer.integer(this.pauseIndex)
        writer.array(this.closed ?? new Float64Array(0))
        writer.integer(this.marks.length)
        for (const mark of this.marks) writer.array(mark)
        this.measured.recorder.save(writer)
        this.engine.save(writer)
      }
    })
  }

  /** Becomes the run that was written behind its head. */
  restore(reader: Snapshot.Reader): void {
    this.ending = endings[reader.integer()] ?? null
    this.pauseIndex = reader.integer()
    const closed = reader.array(Float64Array)
    this.closed = closed.length > 0 ? closed : null
    for (let left = reader.integer(); left > 0; left--) this.marks.push(reader.array(Float64Array))
    this.measured.recorder.restore(reader)
    this.engine.restore(reader)
  }

  private advance(time: number, eventCountMax: number): void {
    const { engine } = this
    const lastCount = engine.executedCount + eventCountMax
    while (this.ending === null) {
      const left = lastCount - engine.executedCount
      if (left < 1) return
      const pause = this.pauses[this.pauseIndex]
      const target = Math.min(time, pause?.time ?? Number.POSITIVE_INFINITY)
      const isDone = engine.runUntil(target, left)
      this.isInstantOver = isDone
      if (engine.deadlock !== null) this.ending = "deadlock"
      else if (engine.runaway !== null) this.ending = "runaway"
      else if (this.measured.recorder.departedCount >= this.measured.recorder.stopAfter)
        this.markCustomers()
      else if (!isDone) return
      else if (pause !== undefined && pause.time === target) this.take(pause)
      // Nothing is left to happen, or nothing that could help those who are stuck inside.
      else if (pause !== undefined || !this.mayDry) return
      else if (engine.isOver || time === Number.POSITIVE_INFINITY) this.ending = "dry"
      else return
    }
  }

  /** Whether it ends when nothing is left to happen. */
  private get mayDry(): boolean {
    return this.settings.drain || this.settings.horizon === Number.POSITIVE_INFINITY
  }

  private take(pause: Pause): void {
    this.pauseIndex++
    if (pause.kind === "look") this.measured.readings[pause.measure]?.look()
    else if (pause.kind === "count") this.measured.recorder.startCounting()
    else if (pause.kind === "section") this.mark()
    else if (pause.kind === "close") this.closed = this.parts()
    else this.ending = "horizon"
  }

  private partsOf(sumOf: (reading: Reading) => number): Float64Array {
    const { now } = this
    this.endPeriods()
    const parts = new Float64Array(PART_COUNT * this.measured.readings.length)
    for (const [index, reading] of this.measured.readings.entries()) {
      const place = PART_COUNT * index
      if (this.closed !== null && reading.isTimed) {
        parts.set(this.closed.subarray(place, place + PART_COUNT), place)
        continue
      }
      parts[place] = sumOf(reading)
      parts[place + 1] = reading.squares(now)
      parts[place + 2] = reading.weight(now)
    }
    return parts
  }

  /** Ends the busy periods that nothing can prolong any more. */
  private endPeriods(): void {
    const isOver = this.isOver || this.isInstantOver
    const before = isOver ? Number.POSITIVE_INFINITY : this.engine.now
    for (const watch of this.measured.recorder.stations) watch?.endPeriod(before)
  }

  /** Ends a section; its quantiles are found when they are asked for. */
  private mark(): void {
    this.marks.push(this.partsOf(({ quantile, sum }) => (quantile === null ? sum(this.now) : 0)))
    this.measured.recorder.mark()
  }

  /** Ends the sections whose customers have departed, of which one event may end several. */
  private markCustomers(): void {
    const { recorder } = this.measured
    const reached = recorder.departedCount
    while (recorder.stopAfter <= reached) {
      const isLast = recorder.stopAfter >= this.settings.customers
      if (isLast) this.ending = "customers"
      if (this.settings.horizon === Number.POSITIVE_INFINITY) this.mark()
      if (isLast) return
      recorder.stopAfter = this.customersAt(this.marks.length + 1)
    }
  }

  /** Customers that count at the end of a section, counted from 1. */
  private customersAt(section: number): number {
    const { customers, horizon } = this.settings
    if (horizon < Number.POSITIVE_INFINITY || section >= this.head.sectionCount) return customers
    return Math.max(1, Math.ceil((customers * section) / this.head.sectionCount))
  }
}
