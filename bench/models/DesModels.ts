/**
 * The two benchmark models, written against the public API of `@wangge/des` as a user would write
 * them. `yardsticks/README.md` defines them exactly; the unit of time is the hour.
 */
import {
  Distribution,
  Entities,
  Kernel,
  RandomStreams,
  Station,
  Stations,
  Tally
} from "@wangge/des"

/** What a model reports: the number of model events, and the values that are checked. */
export interface ModelResult {
  readonly size: number
  readonly events: number
  readonly values: Readonly<Record<string, number>>
}

/** M1: Poisson arrivals at 9 an hour, 10 servers, exponential service with mean 1, one queue. */
export const m1 = (customerCount: number, seed: number): ModelResult => {
  const streams = RandomStreams.make({ seed, replication: 0 })
  const arrivals = streams.stream("arrivals").sequential()
  const services = streams.stream("services").sequential()
  const kernel = Kernel.make({ capacity: 64 })
  const entities = Entities.make()
  const waits = Tally.make()
  let arrivedCount = 0
  const leave = kernel.on((server) => {
    entities.destroy(desk.servedBy(server))
    desk.release(server)
  })
  const desk = Station.make({
    kernel,
    entities,
    serverCount: 10,
    waits,

    onStart: (_entity, server) => {
      kernel.in(services.exponential(), leave, server)
    }
  })
  const arrive = kernel.on(() => {
    arrivedCount++
    if (arrivedCount < customerCount) kernel.in(arrivals.exponential() / 9, arrive, 0)
    desk.request(entities.create())
  })
  kernel.in(arrivals.exponential() / 9, arrive, 0)
  kernel.run()
  return {
    size: customerCount,
    events: kernel.executedCount,
    values: { meanWait: waits.mean }
  }
}

const GRID_COUNT = 1000
const COMMUNITY_COUNT = 100
const SUBDISTRICT_COUNT = 10
const OVERDUE_CLASS = 0
const NORMAL_CLASS = 1

/** M2: cases rise through grids, communities and subdistricts against a deadline of 8 hours. */
export const m2 = (horizonHours: number, seed: number): ModelResult => {
  const streams = RandomStreams.make({ seed, replication: 0 })
  const arrivals = streams.stream("arrivals").sequential()
  const services = streams.stream("services").sequential()
  const routes = streams.stream("routes").sequential()
  const kernel = Kernel.make({ capacity: 16_384 })
  const cases = Entities.make(8192)
  const raisedAt = cases.column(Float64Array)
  const deadline = cases.column(Float64Array)
  const level = cases.column(Uint8Array)
  const place = cases.column(Uint16Array)
  const isOverdue = cases.column(Uint8Array)
  const closings = Tally.make()
  const busyHours = [0, 0, 0]
  let caseCount = 0
  let finishedCount = 0
  let overdueCount = 0
  let inTimeCount = 0

  const stationsOf = (count: number, serverCount: number, mean: number, at: number) => {
    const service = Distribution.lognormalByMean({ mean, sigma: 0.8 })
    return Stations.make({
      kernel,
      entities: cases,
      count,
      serverCount,
      classCount: 2,
      onStart: (entity, server) => {
        const hours = Distribution.sample(service, services)
        const now = kernel.now
        if (now < horizonHours) busyHours[at]! += Math.min(hours, horizonHours - now)
        kernel.in(hours, finish, entity * 16 + server)
      }
    })
  }
  const levels = [
    stationsOf(GRID_COUNT, 2, 1, 0),
    stationsOf(COMMUNITY_COUNT, 5, 1.25, 1),
    stationsOf(SUBDISTRICT_COUNT, 10, 2.5, 2)
  ]
  const join = (entity: number, at: number, station: number): void => {
    level.values[entity] = at
    place.values[entity] = station
    levels[at]!.request(
      station,
      entity,
      isOverdue.values[entity] === 1 ? OVERDUE_CLASS : NORMAL_CLASS
    )
  }
  const fallDue = kernel.on((entity) => {
    overdueCount++
    isOverdue.values[entity] = 1
    levels[level.values[entity]!]!.reclass(place.values[entity]!, entity, OVERDUE_CLASS)
  })
  const finish = kernel.on((code) => {
    finishedCount++
    const entity = code >> 4
    const at = level.values[entity]!
    const station = place.values[entity]!
    levels[at]!.release(station, code & 15)
    if ((at === 0 && routes.uniform() < 0.2) || (at === 1 && routes.uniform() < 0.1)) {
      join(entity, at + 1, Math.floor(station / 10))
      return
    }
    closings.add(kernel.now - raisedAt.values[entity]!)
    if (isOverdue.values[entity] === 0) {
      inTimeCount++
      kernel.cancel(deadline.values[entity]!)
    }
    cases.destroy(entity)
  })
  const raise = kernel.on((grid) => {
    raiseNext(grid)
    caseCount++
    const entity = cases.create()
    raisedAt.values[entity] = kernel.now
    isOverdue.values[entity] = 0
    deadline.values[entity] = kernel.in(8, fallDue, entity)
    join(entity, 0, grid)
  })
  const raiseNext = (grid: number): void => {
    const at = kernel.now + arrivals.exponential() / 1.6
    if (at <= horizonHours) kernel.at(at, raise, grid)
  }
  for (let grid = 0; grid < GRID_COUNT; grid++) raiseNext(grid)
  kernel.run()
  return {
    size: caseCount,
    events: caseCount + finishedCount + overdueCount,
    values: {
      inTime: inTimeCount / caseCount,
      meanClose: closings.mean,
      useGrid: busyHours[0]! / (2 * GRID_COUNT * horizonHours),
      useCommunity: busyHours[1]! / (5 * COMMUNITY_COUNT * horizonHours),
      useSubdistrict: busyHours[2]! / (10 * SUBDISTRICT_COUNT * horizonHours)
    }
  }
}
