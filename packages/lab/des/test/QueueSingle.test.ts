import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Distribution from "../src/Distribution.ts"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import * as QueueSingle from "../src/QueueSingle.ts"
import { meanOf, near, steadyState } from "./aChain.ts"

const single = (arrivalRate: number, service: Distribution.Distribution) =>
  QueueProblem.trust(QueueSingle.make({ arrivalRate, service }))

/**
 * Numbers left behind at departures, from the chances of k arrivals during a service: a recursion of
 * positive terms. Their first two factorial moments are those of the sojourn (Little, distributional).
 */
const leftBehind = (arrivals: (count: number) => number, load: number): ReadonlyArray<number> => {
  const size = 120
  const chance = Array.from({ length: size + 2 }, (_, count) => arrivals(count))
  const above = chance.map((_, count) => 1 - chance.slice(0, count + 1).reduce((a, b) => a + b, 0))
  const found = [1 - load]
  for (let count = 0; count < size; count++) {
    let sum = found[0]! * above[count]!
    for (let before = 1; before <= count; before++) {
      sum += found[before]! * above[count - before + 1]!
    }
    found.push(sum / chance[0]!)
  }
  return found
}

const poisson = (mean: number) => (count: number) => {
  let chance = Math.exp(-mean)
  for (let at = 1; at <= count; at++) chance *= mean / at
  return chance
}

describe("QueueSingle", () => {
  test.each<readonly [string, number, Distribution.Distribution, (count: number) => number]>([
    ["deterministic", 0.5, { kind: "deterministic", value: 1 }, poisson(0.5)],
    [
      "exponential",
      0.6,
      { kind: "exponential", mean: 1 },
      (count) => (1 / 1.6) * (0.6 / 1.6) ** count
    ],
    [
      "two phases",
      0.5,
      { kind: "erlang", phases: 2, mean: 1 },
      (count) => (count + 1) * (2 / 2.5) ** 2 * (0.5 / 2.5) ** count
    ],
    [
      "two values",
      0.4,
      { kind: "discrete", values: [0.5, 3], probabilities: [0.75, 0.25] },
      (count) => 0.75 * poisson(0.2)(count) + 0.25 * poisson(1.2)(count)
    ]
  ])(
    "%s service: mean and variance of the sojourn as the embedded chain says",
    (_, rate, service, arrivals) => {
      const queue = single(rate, service)
      const left = leftBehind(arrivals, queue.utilisation)
      const factorial = (of: (count: number) => number) =>
        left.reduce((sum, chance, count) => sum + chance * of(count), 0)
      near(
        factorial(() => 1),
        1,
        1e-9
      )
      near(queue.meanSojourn, factorial((count) => count) / rate, 1e-9)
      const square = factorial((count) => count * (count - 1)) / rate ** 2
      near(queue.sojournVariance, square - queue.meanSojourn ** 2, 1e-8)
      near(queue.sojournVariance - queue.waitVariance, Distribution.variance(service), 1e-14)
      near(queue.meanInSystem, rate * queue.meanSojourn, 1e-14)
      near(queue.meanInSystem - queue.meanQueue, queue.utilisation, 1e-14)
    }
  )

  test("exponential service is M/M/1", () => {
    const plain = QueueProblem.trust(
      QueueMarkov.make({ arrivalRate: 0.9, serviceRate: 1, serverCount: 1 })
    )
    near(single(0.9, { kind: "exponential", mean: 1 }).meanWait, plain.meanWait, 1e-13)
    // @source L. Kleinrock, "Queueing Systems" 1, 1975: an exponential sojourn, so its square.
    near(single(0.9, { kind: "exponential", mean: 1 }).sojournVariance, 100, 1e-13)
  })

  test("the busy period of M/M/1 is the time in a chain from one to none", () => {
    const size = 250
    const [arrival, service] = [0.5, 1]
    const generator = Array.from({ length: size }, (_, from) =>
      Array.from({ length: size }, (_, to) => {
        if (to === from) return -service - (from === size - 1 ? 0 : arrival)
        return to === from + 1 ? arrival : to === from - 1 ? service : 0
      })
    )
    const start = generator.map((_, phase) => (phase === 0 ? 1 : 0))
    const chain = { kind: "phaseType", start, generator } as const
    const queue = single(arrival, { kind: "exponential", mean: 1 })
    near(queue.meanBusyPeriod, Distribution.mean(chain), 1e-9)
    near(queue.busyPeriodVariance, Distribution.variance(chain), 1e-9)
    near(queue.meanServedPerBusyPeriod, 2, 1e-14)
  })

  test("the busy period solves Takacs' equation B(s) = S(s + rate - rate B(s))", () => {
    const service = { kind: "gamma", shape: 0.7, scale: 1 } as const
    const queue = single(0.8, service)
    const transform = (s: number): number => {
      let found = 0
      for (let round = 0; round < 3000; round++) {
        found = Distribution.transform(service, s + 0.8 - 0.8 * found)
      }
      return found
    }
    const step = 1e-3
    const [one, two, three] = [1, 2, 3].map((times) => transform(times * step))
    // Differences of four points for the first two derivatives at 0.
    const slope = (-11 / 6 + 3 * one! - 1.5 * two! + three! / 3) / step
    near(queue.meanBusyPeriod, -slope, 1e-3)
    const bend = (2 - 5 * one! + 4 * two! - three!) / step ** 2
    near(queue.busyPeriodVariance + queue.meanBusyPeriod ** 2, bend, 3e-2)
  })

  test("processor sharing: each kind of work stays as long as its length demands", () => {
    // Short and long services (means 0.5 and 2), all present served at once.
    const [rates, speeds] = [
      [0.4, 0.15],
      [2, 0.5]
    ] as const
    const last = 60
    const chain = steadyState([0, 0], ([short = 0, long = 0]) => {
      const all = Math.max(1, short + long)
      return [
        [short + long < last ? rates[0] : 0, [short + 1, long]],
        [short + long < last ? rates[1] : 0, [short, long + 1]],
        [(speeds[0] * short) / all, [short - 1, long]],
        [(speeds[1] * long) / all, [short, long - 1]]
      ]
    })
    const share = rates[0] / (rates[0] + rates[1])
    const queue = single(rates[0] + rates[1], {
      kind: "hyperexponential",
      means: [0.5, 2],
      probabilities: [share, 1 - share]
    })
    near(QueueSingle.sharedSojournOf(queue, 0.5), meanOf(chain, ([n = 0]) => n) / rates[0], 1e-9)
    near(QueueSingle.sharedSojournOf(queue, 2), meanOf(chain, ([, n = 0]) => n) / rates[1], 1e-9)
    near(
      QueueSingle.sharedChanceOf(queue, 3),
      meanOf(chain, ([a = 0, b = 0]) => (a + b === 3 ? 1 : 0)),
      1e-9
    )
    near(queue.meanSojournShared, share * (0.5 / 0.5) + (1 - share) * (2 / 0.5), 1e-12)
  })

  test("heavy tails wait for ever on average, and still have a mean busy period", () => {
    const queue = single(0.2, { kind: "pareto", shape: 1.5, scale: 1 })
    expect([queue.meanWait, queue.waitVariance]).toEqual([Infinity, Infinity])
    near(queue.meanBusyPeriod, 3 / 0.4, 1e-12)
    expect(single(0.2, { kind: "pareto", shape: 2.5, scale: 1 }).waitVariance).toBe(Infinity)
  })

  test("the more service varies, the longer the wait", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (load, shape) => {
          const gamma = { kind: "gamma", shape, scale: 1 / shape } as const
          const found = single(load, gamma).meanWait
          near(found, ((load / (1 - load)) * (1 + 1 / shape)) / 2, 1e-12)
        }
      ),
      { numRuns: 100 }
    )
  })

  test("a load of 1, negative or wrong service is refused with the value", () => {
    const problems = (arrivalRate: number, service: Distribution.Distribution) => {
      const made = QueueSingle.make({ arrivalRate, service })
      return made.ok ? [] : made.problems.map(({ code, subject, found }) => [code, subject, found])
    }
    expect(problems(0.5, { kind: "deterministic", value: 2 })).toEqual([["Unstable", "service", 1]])
    expect(problems(0.1, { kind: "pareto", shape: 1, scale: 1 })).toEqual([
      ["Unstable", "service", Infinity]
    ])
    expect(problems(0.5, { kind: "uniform", low: -1, high: 1 })).toEqual([
      ["BadDistribution", "service", "values from -1"]
    ])
    expect(problems(0.5, { kind: "exponential", mean: 0 })).toEqual([
      ["BadDistribution", "service.mean", "0"]
    ])
    expect(problems(0, { kind: "exponential", mean: 1 })[0]?.[1]).toBe("arrivalRate")
  })
})
