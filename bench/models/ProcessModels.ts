/**
 * The two benchmark models in process style, with the same signatures, streams and results as in
 * `DesModels.ts`: every customer and every case is a process of its own, written as a generator.
 * `yardsticks/README.md` defines the models exactly; the unit of time is the hour.
 */
import {
  Distribution,
  Kernel,
  type Process,
  Processes,
  RandomStreams,
  Resource,
  Tally
} from "@wangge/des"
import type { ModelResult } from "./DesModels.ts"

/** M1: Poisson arrivals at 9 an hour, 10 servers, exponential service with mean 1, one queue. */
export const m1 = (customerCount: number, seed: number): ModelResult => {
  const streams = RandomStreams.make({ seed, replication: 0 })
  const arrivals = streams.stream("arrivals").sequential()
  const services = streams.stream("services").sequential()
  const kernel = Kernel.make({ capacity: 64 })
  const processes = Processes.make({ kernel })
  const waits = Tally.make()
  const desk = Resource.make({ processes, capacity: 10, waits })
  let leftCount = 0
  function* customer(self: Process.Process): Process.Body {
    if (!desk.seizeNow(self)) yield desk.seize(self)
    yield self.hold(services.exponential())
    desk.release(self)
    leftCount++
  }
  processes.start(function* source(self) {
    for (let count = 0; count < customerCount; count++) {
      yield self.hold(arrivals.exponential() / 9)
      processes.spawn(customer)
    }
  })
  kernel.run()
  return {
    size: customerCount,
    events: waits.count + leftCount,
    values: { meanWait: waits.mean }
  }
}

const GRID_COUNT = 1000
const COMMUNITY_COUNT = 100
const SUBDISTRICT_COUNT = 10
const SERVERS_BY_LEVEL = [2, 5, 10] as const
const MEAN_BY_LEVEL = [1, 1.25, 2.5] as const
const DEADLINE_HOURS = 8
const OVERDUE = { priority: 0 }
const NORMAL = { priority: 1 }

/** M2: cases rise through grids, communities and subdistricts against a deadline of 8 hours. */
export const m2 = (horizonHours: number, seed: number): ModelResult => {
  const streams = RandomStreams.make({ seed, replication: 0 })
  const arrivals = streams.stream("arrivals").sequential()
  const services = streams.stream("services").sequential()
  const routes = streams.stream("routes").sequential()
  const kernel = Kernel.make({ capacity: 16_384 })
  const processes = Processes.make({ kernel })
  const service = MEAN_BY_LEVEL.map((mean) => Distribution.lognormalByMean({ mean, sigma: 0.8 }))
  const stations = Array.from(
    { length: GRID_COUNT + COMMUNITY_COUNT + SUBDISTRICT_COUNT },
    (_, tag) => Resource.make({ processes, capacity: SERVERS_BY_LEVEL[levelOf(tag)]! })
  )
  const busyHours = [0, 0, 0]
  let caseCount = 0
  let finishedCount = 0
  let overdueCount = 0
  let inTimeCount = 0
  let closeHours = 0

  /** The station that follows one, or -1 if the case closes. */
  const nextOf = (tag: number, level: number): number => {
    if (level === 0 && routes.uniform() < 0.2) return GRID_COUNT + Math.floor(tag / 10)
    if (level === 1 && routes.uniform() < 0.1) {
      return GRID_COUNT + COMMUNITY_COUNT + Math.floor((tag - GRID_COUNT) / 10)
    }
    return -1
  }
  function* life(self: Process.Process, grid: number): Process.Body {
    const raisedAt = kernel.now
    let isOverdue = false
    caseCount++
    self.alarm(DEADLINE_HOURS)
    let tag = grid
    while (tag >= 0) {
      const station = stations[tag]!
      const level = levelOf(tag)
      if (!station.seizeNow(self)) {
        while ((yield station.seize(self, isOverdue ? OVERDUE : NORMAL)) === "Interrupted") {
          overdueCount++
          isOverdue = true
        }
      }
      let hours = Distribution.sample(service[level]!, services)
      const hoursLeft = horizonHours - kernel.now
      if (hoursLeft > 0) busyHours[level]! += Math.min(hours, hoursLeft)
      while ((yield self.hold(hours)) === "Interrupted") {
        overdueCount++
        isOverdue = true
        hours = self.interruption!.remainingSec
      }
      finishedCount++
      station.release(self)
      tag = nextOf(tag, level)
    }
    closeHours += kernel.now - raisedAt
    if (!isOverdue) inTimeCount++
  }
  // One generator function serves all grids: a function each would be as many shapes to the engine.
  function* source(self: Process.Process, grid: number): Process.Body {
    const begin = (raised: Process.Process): Process.Body => life(raised, grid)
    for (;;) {
      const hours = arrivals.exponential() / 1.6
      if (kernel.now + hours > horizonHours) return
      yield self.hold(hours)
      processes.spawn(begin)
    }
  }
  for (let grid = 0; grid < GRID_COUNT; grid++) processes.start((self) => source(self, grid))
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
