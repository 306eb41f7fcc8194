/**
 * From measures to a recorder that keeps what they need, and back from what was kept to numbers.
 * Each measure is three numbers, sum, sum of squares and weight, which add up over stretches of a run
 * and over runs; quantiles and values at a time are one number with weight 1.
 */
import type { Measure, Quantity } from "../Measure.ts"
import type * as Network from "../Network.ts"
import * as Real from "../Real.ts"
import { quantities } from "./measureQuantities.ts"
import { NetworkCells } from "./networkCells.ts"
import type { Level } from "./networkLevel.ts"
import type { PassageCell } from "./networkPassages.ts"
import type { NetworkRecorder } from "./networkRecorder.ts"
import type { Rows } from "./networkSample.ts"
import type { VisitCell } from "./networkWatch.ts"

/** Numbers per measure. */
export const PART_COUNT = 3

/** What one measure reads from a recorder. */
export interface Reading {
  /** Sum of what was observed up to `now`. */
  readonly sum: (now: number) => number
  readonly squares: (now: number) => number
  readonly weight: (now: number) => number
  /** The quantile between two marks, of a measure that is one; otherwise null. */
  readonly quantile: ((now: number, from: number, to: number) => number) | null
  /** Looks at a level now, of a measure at a time. */
  readonly look: () => void
  /** Whether it is about time, and not about customers. */
  readonly isTimed: boolean
}

/** A recorder and what it says of each measure. */
export interface Measured {
  readonly recorder: NetworkRecorder
  readonly readings: ReadonlyArray<Reading>
}

/** Where rows of observations go, and of which replication they are. */
export type RowsTo = Pick<Rows, "table" | "replication">

/** A measure with the places of its station and class, -1 for all. */
interface Placed {
  readonly measure: Measure
  readonly station: number
  readonly classIndex: number
}

/** A recorder of some measures, which were checked against the network. */
export const compileMeasures = (
  network: Network.Network,
  { measures, warmUp }: { readonly measures: ReadonlyArray<Measure>; readonly warmUp: number },
  rowsTo: RowsTo | null
): Measured => {
  const { classes, stations } = network.declaration
  const cells = new NetworkCells(network, warmUp)
  const readings = measures.map((measure) => {
    const station = stations.findIndex(({ id }) => id === measure.station)
    const classIndex = classes.findIndex(({ id }) => id === measure.class)
    const placed = { measure, station, classIndex }
    const { kind } = quantities[measure.quantity]
    const isTimed = kind === "level" || timed.includes(measure.quantity)
    if (kind === "sample") return sampleReading(cells, placed, rowsTo)
    const reading = kind === "level" ? levelReading(cells, placed) : countReading(cells, placed)
    return { ...reading, isTimed }
  })
  return { recorder: cells.recorder, readings }
}

const sampleReading = (
  cells: NetworkCells,
  { classIndex, measure, station }: Placed,
  rowsTo: RowsTo | null
): Reading => {
  const sample = cells.sample(measure.quantity, station, classIndex)
  const { statistic } = measure
  if (rowsTo !== null) sample.keepRows(rowsOf(measure, rowsTo))
  if (statistic.kind === "q") {
    sample.keepValues()
    const { probability } = statistic
    return quantileReading((_, from, to) => sample.quantile(probability, from, to))
  }
  const weight = (): number => sample.count
  if (statistic.kind !== "upTo") {
    return { ...blank, sum: () => sample.sum, squares: () => sample.squares, weight }
  }
  const limit = sample.keepLimit(statistic.limit)
  return { ...blank, sum: () => sample.upTo(limit), weight }
}

const levelReading = (cells: NetworkCells, { classIndex, measure, station }: Placed): Reading => {
  const level = cells.level(measure.quantity, station, classIndex)
  const { at, statistic } = measure
  if (at !== null) return momentReading(cells.recorder, level, measure)
  const weight = timeOf(cells.recorder)
  if (statistic.kind === "q") {
    level.keepTimes()
    const { probability } = statistic
    return quantileReading((now, from, to) => level.quantile(probability, now, from, to))
  }
  if (statistic.kind !== "is") return { ...blank, sum: (now) => level.areaAt(now), weight }
  level.keepTimes()
  return { ...blank, sum: (now) => level.timeAt(statistic.level, now), weight }
}

/** A level at one moment, which is NaN until then. */
const momentReading = (
  { seen }: NetworkRecorder,
  level: Level,
  { statistic }: Measure
): Reading => {
  const place = seen.push(Number.NaN) - 1
  const look = (): void => {
    const { value } = level
    seen[place] = statistic.kind === "is" ? Number(value === statistic.level) : value
  }
  return { ...blank, sum: () => seen[place]!, weight: one, look }
}

const countReading = (cells: NetworkCells, { classIndex, measure, station }: Placed): Reading => {
  const { recorder } = cells
  const { quantity } = measure
  if (quantity === "utilisation" || quantity === "occupation") {
    const held = cells.dutyLevel(quantity === "utilisation" ? "atWork" : "held", station)
    const onDuty = cells.dutyLevel("onDuty", station)
    return { ...blank, sum: (now) => held.areaAt(now), weight: (now) => onDuty.areaAt(now) }
  }
  if (quantity === "deadlockTime") {
    return { ...blank, sum: () => recorder.deadlockedAt, weight: one }
  }
  if (station >= 0) {
    const visit = cells.visit(station, classIndex)
    if (quantity !== "throughput") {
      return { ...blank, sum: () => shareOfVisits(quantity, visit), weight: () => visit.came }
    }
    return { ...blank, sum: () => visit.finished, weight: timeOf(recorder) }
  }
  const passage = cells.passage(classIndex)
  if (quantity === "throughput") {
    return { ...blank, sum: () => passage.done, weight: timeOf(recorder) }
  }
  if (quantity === "inTime") {
    return { ...blank, sum: () => passage.inTime, weight: () => passage.resolved }
  }
  if (quantity !== "waited") {
    const sum = (): number => shareOfPassages(quantity, passage)
    return { ...blank, sum, weight: () => passage.arrived }
  }
  cells.watchWaits()
  const sum = (): number => passage.waited + recorder.waitingCount(classIndex)
  return { ...blank, sum, weight: () => passage.arrived }
}

/** What is counted per time, though it is no level. */
const timed: ReadonlyArray<Quantity> = ["utilisation", "occupation", "throughput"]

const one = (): number => 1

const blank: Reading = {
  sum: () => 0,
  squares: () => 0,
  weight: () => 0,
  quantile: null,
  look: () => {},
  isTimed: false
}

const timeOf =
  (recorder: NetworkRecorder) =>
  (now: number): number =>
    Math.max(0, now - recorder.countFrom)

const quantileReading = (quantile: (now: number, from: number, to: number) => number): Reading => ({
  ...blank,
  sum: (now) => quantile(now, -1, Number.MAX_SAFE_INTEGER),
  weight: one,
  quantile
})

const shareOfVisits = (quantity: Quantity, visit: VisitCell): number => {
  if (quantity === "lost") return visit.refused
  if (quantity === "balked") return visit.balked
  return quantity === "abandoned" ? visit.gaveUp : visit.joined - visit.atOnce
}

const shareOfPassages = (quantity: Quantity, passage: PassageCell): number => {
  if (quantity === "lost") return passage.lost
  return quantity === "balked" ? passage.balked : passage.gaveUp
}

const rowsOf = (measure: Measure, { replication, table }: RowsTo): Rows => ({
  table,
  replication,
  measure: table.code(measure.quantity),
  class: table.code(measure.class ?? ""),
  station: table.code(measure.station ?? "")
})

/**
 * The values of measures from their parts, as `NetworkRun.values`.
 *
 * @category results
 * @since 0.1.0
 */
export const valuesOf = (
  measures: ReadonlyArray<Measure>,
  parts: ArrayLike<number>
): Float64Array =>
  Float64Array.from(measures, (measure, index) => {
    const place = PART_COUNT * index
    return valueOfParts(measure, parts[place]!, parts[place + 1]!, parts[place + 2]!)
  })

/** The value of a measure from its three numbers; NaN where nothing was seen. */
export const valueOfParts = (
  { statistic }: Measure,
  sum: number,
  squares: number,
  weight: number
): number => {
  if (!(weight > 0)) return Number.NaN
  if (statistic.kind !== "sd") return sum / weight
  if (weight < 2) return Number.NaN
  return Real.sqrt(Math.max(0, (squares - (sum * sum) / weight) / (weight - 1)))
}
