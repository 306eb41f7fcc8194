/**
 * Models written as processes against closed forms, and against the same model on `Station`. Means
 * come from 20 independent replications after a warm-up, with fixed seeds, and must lie within 4
 * standard errors of the exact value.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Distribution from "../src/Distribution.ts"
import * as Entities from "../src/Entities.ts"
import * as Kernel from "../src/Kernel.ts"
import type * as Process from "../src/Process.ts"
import * as Processes from "../src/Processes.ts"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueuePriority from "../src/QueuePriority.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import * as Resource from "../src/Resource.ts"
import * as Station from "../src/Station.ts"
import * as Tally from "../src/Tally.ts"

const REPLICATIONS = 20
const TOLERANCE = 4

/** Distance of the mean over replications from the exact value, in standard errors. */
const distance = (means: ReadonlyArray<number>, exact: number): number => {
  const { mean, standardError } = estimateOf(means)
  return Math.abs(mean - exact) / standardError
}

const estimateOf = (means: ReadonlyArray<number>) => {
  const tally = Tally.make()
  for (const mean of means) tally.add(mean)
  return { mean: tally.mean, standardError: tally.deviation / Math.sqrt(means.length) }
}

const replications = Array.from({ length: REPLICATIONS }, (_, replication) => replication)

describe("waits in M/M/c", () => {
  test.each([
    { serverCount: 1, arrivalRate: 0.7 },
    { serverCount: 3, arrivalRate: 2.4 }
  ])("$serverCount servers, $arrivalRate arrivals", ({ serverCount, arrivalRate }) => {
    const exact = QueueProblem.trust(QueueMarkov.make({ arrivalRate, serviceRate: 1, serverCount }))
    const means = replications.map((replication) => {
      const streams = RandomStreams.make({ seed: 71, replication })
      const arrivals = streams.stream("arrivals").sequential()
      const services = streams.stream("services").sequential()
      const kernel = Kernel.make()
      const processes = Processes.make({ kernel })
      const waits = Tally.make()
      const desk = Resource.make({ processes, capacity: serverCount, waits })
      processes.start(function* source(self) {
        for (let customer = 0; customer < 6000; customer++) {
          if (customer === 1000) waits.reset()
          yield self.hold(arrivals.exponential() / arrivalRate)
          processes.spawn(function* (visitor) {
            yield desk.seize(visitor)
            yield visitor.hold(services.exponential())
            desk.release(visitor)
          })
        }
      })
      kernel.run()
      return waits.mean
    })
    expect(distance(means, exact.meanWait)).toBeLessThan(TOLERANCE)
  })
})

test("sojourns under pre-emption with resume are those of M/G/1 with priorities", () => {
  const rates = [0.25, 0.2, 0.2]
  const service: Distribution.Distribution = { kind: "erlang", phases: 2, mean: 1 }
  const exact = QueueProblem.trust(
    QueuePriority.make({
      classes: rates.map((arrivalRate) => ({ arrivalRate, service })),
      rule: "preemptiveResume"
    })
  )
  const means = replications.map((replication) => {
    const streams = RandomStreams.make({ seed: 72, replication })
    const services = streams.stream("services").sequential()
    const kernel = Kernel.make()
    const processes = Processes.make({ kernel })
    const desk = Resource.make({ processes, capacity: 1, isPreemptive: true })
    const sojourns = rates.map(() => Tally.make())
    for (const [priority, rate] of rates.entries()) {
      const arrivals = streams.stream(`arrivals ${priority}`).sequential()
      processes.start(function* source(self) {
        for (;;) {
          yield self.hold(arrivals.exponential() / rate)
          processes.spawn(function* (visitor) {
            const fromSec = kernel.now
            let leftSec = Distribution.sample(service, services)
            while (leftSec > 0) {
              yield desk.seize(visitor, { priority })
              const outcome = yield visitor.hold(leftSec)
              leftSec = outcome === "Done" ? 0 : (visitor.interruption?.remainingSec ?? 0)
            }
            desk.release(visitor)
            if (fromSec > 1000) sojourns[priority]?.add(kernel.now - fromSec)
          })
        }
      })
    }
    kernel.run(11_000)
    return sojourns.map(({ mean }) => mean)
  })
  for (const [index, { meanSojourn }] of exact.classes.entries()) {
    const ofClass = means.map((all) => all[index] ?? Number.NaN)
    expect(distance(ofClass, meanSojourn)).toBeLessThan(TOLERANCE)
  }
})

describe("a network of stations", () => {
  interface Visit {
    readonly station: number
    readonly priority: number
    readonly hours: number
  }
  interface Plan {
    readonly serverCounts: ReadonlyArray<number>
    readonly cases: ReadonlyArray<{ readonly at: number; readonly visits: ReadonlyArray<Visit> }>
  }
  type Row = readonly [time: number, id: number, visit: number, what: "start" | "end"]

  const onStations = ({ serverCounts, cases }: Plan): ReadonlyArray<Row> => {
    const kernel = Kernel.make()
    const entities = Entities.make()
    const log: Array<Row> = []
    const visitOf = cases.map(() => 0)
    const serverOf = cases.map(() => 0)
    const onStart = (id: number, server: number): void => {
      serverOf[id] = server
      const visit = visitOf[id]!
      log.push([kernel.now, id, visit, "start"])
      kernel.in(cases[id]!.visits[visit]!.hours, finish, id)
    }
    const stations = serverCounts.map((serverCount) =>
      Station.make({ kernel, entities, serverCount, classCount: 2, onStart })
    )
    const join = (id: number): void => {
      const next = cases[id]!.visits[visitOf[id]!]
      if (next !== undefined) stations[next.station]!.request(id, next.priority)
    }
    const finish = kernel.on((id) => {
      const visit = visitOf[id]!
      log.push([kernel.now, id, visit, "end"])
      stations[cases[id]!.visits[visit]!.station]!.release(serverOf[id]!)
      visitOf[id] = visit + 1
      join(id)
    })
    const arrive = kernel.on(join)
    for (const { at } of cases) kernel.at(at, arrive, entities.create())
    kernel.run()
    return log
  }

  const asProcesses = ({ serverCounts, cases }: Plan): ReadonlyArray<Row> => {
    const kernel = Kernel.make()
    const processes = Processes.make({ kernel })
    const log: Array<Row> = []
    const stations = serverCounts.map((capacity) => Resource.make({ processes, capacity }))
    for (const [id, { at, visits }] of cases.entries()) {
      processes.start(
        function* life(self): Process.Body {
          for (const [visit, { station, priority, hours }] of visits.entries()) {
            yield stations[station]!.seize(self, { priority })
            log.push([kernel.now, id, visit, "start"])
            yield self.hold(hours)
            log.push([kernel.now, id, visit, "end"])
            stations[station]!.release(self)
          }
        },
        { delaySec: at }
      )
    }
    kernel.run()
    return log
  }

  test("runs the same as processes and on Station, to the event and the last bit", () => {
    const plans = fc.record({
      seed: fc.integer(),
      serverCounts: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
      routes: fc.array(
        fc.array(
          fc.record({
            station: fc.integer({ min: 0, max: 2 }),
            priority: fc.integer({ min: 0, max: 1 })
          }),
          { maxLength: 5 }
        ),
        { minLength: 1, maxLength: 40 }
      )
    })
    const order = (left: Row, right: Row): number =>
      left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
    fc.assert(
      fc.property(plans, ({ seed, serverCounts, routes }) => {
        const draws = RandomStreams.make({ seed, replication: 0 }).stream("times").sequential()
        const cases = routes.map((visits) => ({
          at: 10 * draws.uniform(),
          visits: visits.map((visit) => ({ ...visit, hours: draws.exponential() }))
        }))
        const plan = { serverCounts, cases }
        expect([...asProcesses(plan)].sort(order)).toEqual([...onStations(plan)].sort(order))
      }),
      { numRuns: 200 }
    )
  })
})
