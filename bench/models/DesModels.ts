/**
 * The two benchmark models, written against the public API of `@wangge/des` as a user would write
 * them. `yardsticks/README.md` defines them exactly; the unit of time is the hour.
 */
import { Distribution, Entities, Kernel, RandomStreams, Station, Tally } from "@wangge/des"

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
const SERVERS_BY_LEVEL = [2, 5, 10] as const
const MEAN_BY_LEVEL = [1, 1.25, 2.5] as const
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
  const place = cases.column(Int32Array)
  const isOverdue = cases.column(Uint8Array)
  const service = MEAN_BY_LEVEL.map((mean) => Distribution.lognormalByMean({ mean, sigma: 0.8 }))
  const busyHours = [0, 0, 0]
  let caseCount = 0
  let finishedCount = 0
  let overdueCount = 0
  let inTimeCount = 0
  let closeHours = 0

  const start = (entity: number, server: number, station: Station.Station): void => {
    const level = levelOf(station.tag)
    const hours = Distribution.sample(service[level]!, services)
    if (kernel.now < horizonHours) busyHours[level]! += Math.min(hours, horizonHours - kernel.now)
    kernel.in(hours, finish, entity * 16 + server)
  }
  const stations = Array.from(
    { length: GRID_COUNT + COMMUNITY_COUNT + SUBDISTRICT_COUNT },
    (_, tag) =>
      Station.make({
        kernel,
        entities: cases,
        serverCount: SERVERS_BY_LEVEL[levelOf(tag)]!,
        classCount: 2,
        onStart: start,
        tag
      })
  )
  const join = (entity: number, tag: number): void => {
    place.values[entity] = tag
    stations[tag]!.request(entity, isOverdue.values[entity] === 1 ? OVERDUE_CLASS : NORMAL_CLASS)
  }
  const fallDue = kernel.on((entity) => {
    overdueCount++
    isOverdue.values[entity] = 1
    stations[place.values[entity]!]!.reclass(entity, OVERDUE_CLASS)
  })
  const finish = kernel.on((code) => {
    finishedCount++
    const entity = code >> 4
    const tag = place.values[entity]!
    stations[tag]!.release(code & 15)
    const level = levelOf(tag)
    if (level === 0 && routes.uniform() < 0.2) join(entity, GRID_COUNT + Math.floor(tag / 10))
    else if (level === 1 && routes.uniform() < 0.1) {
      join(entity, GRID_COUNT + COMMUNITY_COUNT + Math.floor((tag - GRID_COUNT) / 10))
    } else {
      closeHours += kernel.now - raisedAt.values[entity]!
      if (isOverdue.values[entity] === 0) {
        inTimeCount++
        kernel.cancel(deadline.values[entity]!)
      }
      cases.destroy(entity)
    }
  })
  const raise = kernel.on((grid) => {
    raiseNext(grid)
    caseCount++
    const entity = cases.create()
    raisedAt.values[entity] = kernel.now
    isOverdue.values[entity] = 0
    deadline.values[entity] = kernel.in(8, fallDue, entity)
    join(entity, grid)
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
      meanClose: closeHours / caseCount,
      useGrid: busyHours[0]! / (2 * GRID_COUNT * horizonHours),
      useCommunity: busyHours[1]! / (5 * COMMUNITY_COUNT * horizonHours),
      useSubdistrict: busyHours[2]! / (10 * SUBDISTRICT_COUNT * horizonHours)
    }
  }
}

const levelOf = (tag: number): number =>
  tag < GRID_COUNT ? 0 : tag < GRID_COUNT + COMMUNITY_COUNT ? 1 : 2
