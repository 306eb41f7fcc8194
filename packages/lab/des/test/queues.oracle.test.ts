/**
 * Simulated queues against closed forms. Each mean wait is estimated from independent
 * replications, each started empty with a warm-up cut, and must lie within 4.5 standard errors of
 * the exact value (for Student's t with 19 degrees of freedom once in 4,000 by chance; seeds are
 * fixed, so the verdict is too); the cut leaves a bias far below that.
 */
import { describe, expect, test } from "vitest"
import * as Distribution from "../src/Distribution.ts"
import * as Entities from "../src/Entities.ts"
import * as Estimate from "../src/Estimate.ts"
import * as Kernel from "../src/Kernel.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import * as Station from "../src/Station.ts"
import * as Tally from "../src/Tally.ts"
import * as TimeWeighted from "../src/TimeWeighted.ts"

const REPLICATIONS = 20
const TOLERANCE = 4.5

interface Queue {
  readonly name: string
  /** Arrivals per unit of time, by class. */
  readonly rates: ReadonlyArray<number>
  readonly serverCount: number
  readonly service: Distribution.Distribution
  readonly customerCount: number
}

interface Observed {
  readonly waits: ReadonlyArray<number>
  readonly queueLength: number
  readonly use: number
}

/** One replication: mean wait by class, average queue length and use of the servers. */
const simulate = (queue: Queue, replication: number): Observed => {
  const streams = RandomStreams.make({ seed: 8, replication })
  const arrivals = streams.stream("arrivals").sequential()
  const services = streams.stream("services")
  const kernel = Kernel.make()
  const entities = Entities.make()
  const askedAt = entities.column(Float64Array)
  const classOf = entities.column(Uint8Array)
  const number = entities.column(Int32Array)
  const waits = queue.rates.map(() => Tally.make())
  const length = TimeWeighted.make(kernel)
  let cameCount = 0
  let startedAt = 0
  const leave = kernel.on((server) => {
    entities.destroy(station.servedBy(server))
    station.release(server)
    length.set(station.queueLength)
  })
  const station: Station.Station = Station.make({
    kernel,
    entities,
    serverCount: queue.serverCount,
    classCount: queue.rates.length,
    onStart: (entity, server) => {
      waits[classOf.values[entity]!]!.add(kernel.now - askedAt.values[entity]!)
      const draw = services.at(number.values[entity]!, 0)
      kernel.in(Distribution.sample(queue.service, draw), leave, server)
    }
  })
  const come = kernel.on((priorityClass) => {
    cameCount++
    if (cameCount === queue.customerCount / 10) {
      for (const tally of waits) tally.reset()
      length.reset()
      station.resetBusy()
      startedAt = kernel.now
    }
    const entity = entities.create()
    askedAt.values[entity] = kernel.now
    classOf.values[entity] = priorityClass
    number.values[entity] = cameCount
    station.request(entity, priorityClass)
    length.set(station.queueLength)
    if (cameCount < queue.customerCount) {
      kernel.in(arrivals.exponential() / queue.rates[priorityClass]!, come, priorityClass)
    }
  })
  for (const [priorityClass, rate] of queue.rates.entries()) {
    kernel.in(arrivals.exponential() / rate, come, priorityClass)
  }
  // The end: the arrival that reached the count, before the queue runs dry.
  while (cameCount < queue.customerCount) kernel.run(kernel.now + 100)
  let busy = 0
  for (let server = 0; server < queue.serverCount; server++) busy += station.busySecOf(server)
  return {
    waits: waits.map((tally) => tally.mean),
    queueLength: length.mean,
    use: busy / queue.serverCount / (kernel.now - startedAt)
  }
}

const check = (values: ReadonlyArray<number>, exact: number): void => {
  const { mean, halfWidth } = Estimate.of(values)
  const error = halfWidth! / Estimate.studentT(0.95, values.length - 1)
  expect(Math.abs(mean - exact)).toBeLessThan(TOLERANCE * error)
  // A check that cannot fail is none: the error is small beside the value itself.
  expect(error).toBeLessThan(0.1 * exact)
}

/** Erlang C: the chance to wait with `servers` servers and offered load `load`. */
const erlangC = (servers: number, load: number): number => {
  let blocked = 1
  for (let count = 1; count <= servers; count++)
    blocked = (load * blocked) / (count + load * blocked)
  return (servers * blocked) / (servers - load * (1 - blocked))
}

const exponential = (mean: number): Distribution.Distribution => ({ kind: "exponential", mean })

const observe = (queue: Queue): ReadonlyArray<Observed> =>
  Array.from({ length: REPLICATIONS }, (_, replication) => simulate(queue, replication))

describe("queues against closed forms", () => {
  // @source A. K. Erlang, 1917; e.g. L. Kleinrock, "Queueing Systems" 1, 1975, sections 3.2, 3.5.
  test("M/M/1 at load 0.7 waits 7/3 and M/M/10 at load 0.9 waits 0.668731", () => {
    const single = observe({
      name: "M/M/1",
      rates: [0.7],
      serverCount: 1,
      service: exponential(1),
      customerCount: 20_000
    })
    check(
      single.map(({ waits }) => waits[0]!),
      0.7 / 0.3
    )
    check(
      single.map(({ queueLength }) => queueLength),
      0.49 / 0.3
    )
    check(
      single.map(({ use }) => use),
      0.7
    )
    const exact = erlangC(10, 9) / (10 - 9)
    expect(exact).toBeCloseTo(0.668731, 5)
    const ten = observe({
      name: "M/M/10",
      rates: [9],
      serverCount: 10,
      service: exponential(1),
      customerCount: 60_000
    })
    check(
      ten.map(({ waits }) => waits[0]!),
      exact
    )
  })

  // @source F. Pollaczek, 1930, and A. Khinchine, 1932: W = lambda E[S^2] / (2 (1 - rho)).
  test.each<readonly [string, Distribution.Distribution]>([
    ["deterministic", { kind: "deterministic", value: 1 }],
    ["uniform", { kind: "uniform", low: 0.2, high: 1.8 }],
    ["lognormal", Distribution.lognormalByMean({ mean: 1, sigma: 0.8 })],
    ["gamma", { kind: "gamma", shape: 0.6, scale: 1 / 0.6 }],
    ["erlang", { kind: "erlang", phases: 3, mean: 1 }],
    ["discrete", { kind: "discrete", values: [0.5, 3], probabilities: [0.8, 0.2] }]
  ])("M/G/1 with %s service waits as Pollaczek and Khinchine say", (name, service) => {
    const mean = Distribution.mean(service)
    const secondMoment = Distribution.variance(service) + mean * mean
    const rate = 0.7
    const runs = observe({ name, rates: [rate], serverCount: 1, service, customerCount: 12_000 })
    check(
      runs.map(({ waits }) => waits[0]!),
      (rate * secondMoment) / (2 * (1 - rate * mean))
    )
  })

  // @source A. Cobham, "Priority Assignment in Waiting Line Problems", Operations Research 2, 1954.
  test("two classes without preemption wait as Cobham says", () => {
    const [high, low] = [0.3, 0.45] as const
    const runs = observe({
      name: "Cobham",
      rates: [high, low],
      serverCount: 1,
      service: exponential(1),
      customerCount: 24_000
    })
    // Residual work found on arrival: sum of rate * E[S^2] / 2, with E[S^2] = 2.
    const residual = high + low
    check(
      runs.map(({ waits }) => waits[0]!),
      residual / (1 - high)
    )
    check(
      runs.map(({ waits }) => waits[1]!),
      residual / ((1 - high) * (1 - high - low))
    )
  })

  test("a wrong formula is noticed: M/D/1 does not wait as M/M/1 does", () => {
    const runs = observe({
      name: "negative control",
      rates: [0.7],
      serverCount: 1,
      service: { kind: "deterministic", value: 1 },
      customerCount: 12_000
    })
    expect(() =>
      check(
        runs.map(({ waits }) => waits[0]!),
        0.7 / 0.3
      )
    ).toThrow()
  })
})
