/**
 * The two benchmark models in process style without generators: every customer and every case is a
 * `Stepper`, begun again when its object is free. Signatures, streams and results are those of
 * `DesModels.ts`; `yardsticks/README.md` defines the models; the unit of time is the hour.
 */
import {
  Distribution,
  Kernel,
  type Process,
  Processes,
  RandomStreams,
  Resource,
  Stepper,
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
  const away: Array<Customer> = []
  let leftCount = 0
  class Customer extends Stepper.Stepper {
    step(phase: number): Process.Wait {
      if (phase === 0 && !desk.seizeNow(this)) return desk.seize(this)
      if (phase < 2) {
        this.goTo(2)
        return this.hold(services.exponential())
      }
      desk.release(this)
      leftCount++
      away.push(this)
      return this.finished()
    }
  }
  class Source extends Stepper.Stepper {
    step(phase: number): Process.Wait {
      if (phase > 0) processes.begin(away.pop() ?? new Customer(processes))
      return phase < customerCount ? this.hold(arrivals.exponential() / 9) : this.finished()
    }
  }
  processes.begin(new Source(processes))
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
const RAISED = 0
const WAITED = 1
const HELD = 2

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
  const away: Array<Life> = []
  let caseCount = 0
  let finishedCount = 0
  let overdueCount = 0
  let inTimeCount = 0
  let closeHours = 0

  class Life extends Stepper.Stepper {
    grid = 0
    private tag = 0
    private raisedAt = 0
    private isOverdue = false

    step(phase: number): Process.Wait {
      if (phase === RAISED) {
        caseCount++
        this.raisedAt = kernel.now
        this.isOverdue = false
        this.tag = this.grid
        this.alarm(DEADLINE_HOURS)
        return this.enter()
      }
      if (this.lastOutcome === "Interrupted") {
        overdueCount++
        this.isOverdue = true
        return phase === WAITED ? this.enter() : this.goOn(this.interruption!.remainingSec)
      }
      return phase === WAITED ? this.serve() : this.leave()
    }

    private enter(): Process.Wait {
      const station = stations[this.tag]!
      if (station.seizeNow(this)) return this.serve()
      this.goTo(WAITED)
      return station.seize(this, this.isOverdue ? OVERDUE : NORMAL)
    }

    private serve(): Process.Wait {
      const level = levelOf(this.tag)
      const hours = Distribution.sample(service[level]!, services)
      const hoursLeft = horizonHours - kernel.now
      if (hoursLeft > 0) busyHours[level]! += Math.min(hours, hoursLeft)
      return this.goOn(hours)
    }

    private goOn(hours: number): Process.Wait {
      this.goTo(HELD)
      return this.hold(hours)
    }

    private leave(): Process.Wait {
      finishedCount++
      stations[this.tag]!.release(this)
      const level = levelOf(this.tag)
      if (level === 0 && routes.uniform() < 0.2) this.tag = GRID_COUNT + Math.floor(this.tag / 10)
      else if (level === 1 && routes.uniform() < 0.1) {
        this.tag = GRID_COUNT + COMMUNITY_COUNT + Math.floor((this.tag - GRID_COUNT) / 10)
      } else {
        closeHours += kernel.now - this.raisedAt
        if (!this.isOverdue) inTimeCount++
        away.push(this)
        return this.finished()
      }
      return this.enter()
    }
  }
  class Source extends Stepper.Stepper {
    declare private readonly grid: number

    constructor(grid: number) {
      super(processes)
      this.grid = grid
    }

    step(phase: number): Process.Wait {
      if (phase > 0) {
        const life = away.pop() ?? new Life(processes)
        life.grid = this.grid
        processes.begin(life)
      }
      const hours = arrivals.exponential() / 1.6
      return kernel.now + hours > horizonHours ? this.finished() : this.hold(hours)
    }
  }
  for (let grid = 0; grid < GRID_COUNT; grid++) processes.begin(new Source(grid))
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
