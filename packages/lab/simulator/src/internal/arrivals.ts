/**
 * What residents bring on one day: for each stream and grid a Poisson number of arrivals, each at a
 * time drawn from the shape of the day. Numbers are found by (grid, day), so that a shock, a policy
 * or another stream never changes which of the others arrive. Extra demand of a shock is drawn apart
 * and added: the arrivals of the quiet world stay as they are.
 */
import { Category } from "@wangge/cases"
import { type RandomStreams, Real } from "@wangge/des"
import { type CategoryRow, type Scenario, streamIds } from "../Scenario.ts"
import * as Shock from "../Shock.ts"
import type { DayTable } from "./dayTable.ts"
import type { Town } from "./town.ts"

/** The streams by number: those of the scenario, then the defects. */
export const streamNames = [...streamIds, "defects"] as const
/** Position of each stream, as `kind` of an arrival. */
export const ticket = 0
export const petition = 2
export const windowBusiness = 3
export const question = 4
export const defect = 5

const purposesPerArrival = 64
const meanMax = 16
/** Purposes of the count draws lie above those of any arrival. */
const countPurpose = 0x7fff0000

/** One day's arrivals, reused from day to day; `order` lists them by time. */
export interface Batch {
  count: number
  order: Int32Array
  atSec: Float64Array
  kind: Uint8Array
  grid: Int32Array
  /** Number of the source of luck: 0 the quiet world, 1 and up the extra demand of a shock. */
  world: Uint8Array
  /** Purpose base of the arrival's own draws; its entity is `entityOf(grid, day)`. */
  purpose: Int32Array
}

/** The entity of all draws for arrivals of one grid and day. */
export const entityOf = (grid: number, day: number): number => grid * 4096 + day

/** Makes each day's arrivals. */
export class Arrivals {
  /** The arrivals of the day that was filled last. */
  today: Batch = emptyBatch(256)
  /** Expected arrivals per resident of each stream and day, before shocks. */
  private readonly perResident: ReadonlyArray<Float64Array>
  /** Per stream and month, cumulative shares of the categories. */
  private readonly categoryShares: ReadonlyArray<ReadonlyArray<Float64Array>>
  private readonly hourShares: Float64Array
  private readonly draws: ReadonlyArray<ReadonlyArray<RandomStreams.RandomStream>>
  private readonly town: Town
  private readonly days: DayTable
  private readonly demandShocks: ReadonlyArray<Shock.DemandShock>

  constructor(options: {
    readonly scenario: Scenario
    readonly town: Town
    readonly days: DayTable
    readonly streams: RandomStreams.RandomStreams
  }) {
    const { scenario, town, days, streams } = options
    this.town = town
    this.days = days
    this.demandShocks = scenario.shocks.filter((shock) => shock.kind === "demand")
    const weights = streamNames.map((name) => weightsOf(scenario, name))
    this.categoryShares = weights.map((months) => months.map(cumulative))
    this.perResident = streamNames.map((name, kind) =>
      perResidentByDay(scenario, days, name, weights[kind]!)
    )
    this.hourShares = cumulative(scenario.demand.hourShape)
    this.draws = Array.from({ length: this.demandShocks.length + 1 }, (_, world) =>
      streamNames.map((name) => streams.stream(world === 0 ? name : `${name}/extra/${world}`))
    )
  }

  /** The stream of random numbers that an arrival draws its traits from. */
  drawsOf(kind: number, world: number): RandomStreams.RandomStream {
    return this.draws[world]![kind]!
  }

  /** The category that a uniform number picks for a stream in a month. */
  categoryOf(kind: number, month: number, uniform: number): number {
    return pick(this.categoryShares[kind]![month]!, uniform)
  }

  /** Fills `today` with the arrivals of a day. */
  fill(day: number): Batch {
    this.today.count = 0
    for (let kind = 0; kind < streamNames.length; kind++) {
      const perResident = this.perResident[kind]![day]!
      if (perResident <= 0) continue
      for (let grid = 0; grid < this.town.gridCount; grid++) {
        const mean = perResident * this.town.residentsOfGrid[grid]!
        this.draw(kind, grid, day, 0, mean)
        for (let world = 1; world <= this.demandShocks.length; world++) {
          const shock = this.demandShocks[world - 1]!
          if (Shock.hits(shock, { day: day - this.days.firstMeasured, grid })) {
            this.draw(kind, grid, day, world, mean * (shock.multiplier - 1))
          }
        }
      }
    }
    sortByTime(this.today)
    return this.today
  }

  private draw(kind: number, grid: number, day: number, world: number, mean: number): void {
    const stream = this.drawsOf(kind, world)
    const entity = entityOf(grid, day)
    const count = poisson(stream, entity, mean)
    const startSec = this.days.startSec[day]!
    const lengthSec = this.days.startSec[day + 1]! - startSec
    for (let index = 0; index < count; index++) {
      const purpose = index * purposesPerArrival
      const draw = stream.at(entity, purpose)
      const hour = pick(this.hourShares, draw.uniform())
      const atSec = startSec + ((hour + draw.uniform()) / 24) * lengthSec
      if (this.today.count === this.today.kind.length) this.today = grown(this.today)
      const row = this.today.count++
      this.today.atSec[row] = atSec
      this.today.kind[row] = kind
      this.today.grid[row] = grid
      this.today.world[row] = world
      this.today.purpose[row] = purpose
    }
  }
}

/**
 * A Poisson number by inversion: one uniform number per part of the mean, so that a larger mean
 * with the same luck never gives fewer.
 */
const poisson = (stream: RandomStreams.RandomStream, entity: number, mean: number): number => {
  const parts = Math.max(1, Math.ceil(mean / meanMax))
  let count = 0
  for (let part = 0; part < parts; part++) {
    const partMean = Math.min(meanMax, mean - part * meanMax)
    const uniform = stream.uniform(entity, countPurpose + part)
    let chance = Real.exp(-partMean)
    let below = chance
    let found = 0
    while (uniform > below && chance > 0) {
      found += 1
      chance = (chance * partMean) / found
      below += chance
    }
    count += found
  }
  return count
}

/** Weight of each category by month: a stream's own mix of shares and month shapes. */
const weightsOf = (
  scenario: Scenario,
  stream: (typeof streamNames)[number]
): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: 12 }, (_, month) =>
    Category.list.map((category) => {
      const row = scenario.demand.categories[category]!
      const mean = row.monthShape.reduce((sum, value) => sum + value, 0) / 12
      const season = mean > 0 ? row.monthShape[month]! / mean : 1
      return baseWeight(stream, category, row) * (isSeasonless(stream) ? 1 : season)
    })
  )

/** Window business and questions follow no category's season. */
const isSeasonless = (stream: (typeof streamNames)[number]): boolean =>
  stream === "windowBusiness" || stream === "questions"

const baseWeight = (
  stream: (typeof streamNames)[number],
  category: Category.Category,
  row: CategoryRow
): number => {
  if (stream === "disputes") return category === "NeighbourDispute" ? 1 : 0
  if (stream === "defects") return row.isVisible ? row.share : 0
  if (stream === "petitions") {
    return row.share * (row.levelShares.Subdistrict + row.levelShares.Department)
  }
  return row.share
}

/** Expected arrivals of a stream per resident on each day. */
const perResidentByDay = (
  scenario: Scenario,
  days: DayTable,
  stream: (typeof streamNames)[number],
  weights: ReadonlyArray<ReadonlyArray<number>>
): Float64Array => {
  const { demand, defects } = scenario
  const perThousandMonth =
    stream === "defects" ? defects.perThousandMonth : demand.perThousandMonth[stream]
  const perDay = (perThousandMonth * demand.multiplier * 12) / (365 * 1000)
  const weekMean = demand.weekdayShape.reduce((sum, value) => sum + value, 0) / 7
  const months = weights.map((row) => row.reduce((sum, value) => sum + value, 0))
  const monthMean = months.reduce((sum, value) => sum + value, 0) / 12
  return Float64Array.from({ length: days.dayCount }, (_, day) => {
    if (monthMean <= 0) return 0
    const week = demand.weekdayShape[days.weekday[day]!]! / weekMean
    return perDay * week * (months[days.month[day]!]! / monthMean)
  })
}

/** Cumulative shares; the last weight above 0 ends at exactly 1, so that none after it is picked. */
export const cumulative = (weights: ReadonlyArray<number>): Float64Array => {
  const total = weights.reduce((sum, value) => sum + value, 0)
  const last = weights.reduce((found, value, index) => (value > 0 ? index : found), -1)
  let sum = 0
  return Float64Array.from(weights, (value, index) => {
    sum += value
    return index >= last ? 1 : sum / total
  })
}

/** Position of the first cumulative share above a uniform number. */
export const pick = (shares: Float64Array, uniform: number): number => {
  let index = 0
  while (index < shares.length - 1 && uniform >= shares[index]!) index += 1
  return index
}

const emptyBatch = (capacity: number): Batch => ({
  count: 0,
  order: new Int32Array(0),
  atSec: new Float64Array(capacity),
  kind: new Uint8Array(capacity),
  grid: new Int32Array(capacity),
  world: new Uint8Array(capacity),
  purpose: new Int32Array(capacity)
})

const grown = (batch: Batch): Batch => {
  const next = emptyBatch(batch.kind.length * 2)
  next.count = batch.count
  next.atSec.set(batch.atSec)
  next.kind.set(batch.kind)
  next.grid.set(batch.grid)
  next.world.set(batch.world)
  next.purpose.set(batch.purpose)
  return next
}

const sortByTime = (batch: Batch): void => {
  const { atSec } = batch
  batch.order = Int32Array.from({ length: batch.count }, (_, row) => row).sort(
    (left, right) => atSec[left]! - atSec[right]! || left - right
  )
}
