import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueuePriority from "../src/QueuePriority.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import * as QueueSingle from "../src/QueueSingle.ts"
import { meanOf, near, steadyState } from "./aChain.ts"

const rules = ["nonPreemptive", "preemptiveResume"] as const
const exponential = (mean: number) => ({ kind: "exponential", mean }) as const
const LAST = 45

describe("QueuePriority, one server", () => {
  test("without preemption: as the chain of who waits and who is in service", () => {
    const [rates, speeds] = [
      [0.3, 0.2],
      [2, 0.8]
    ] as const
    // Who is served (0 nobody, 1, 2), and how many of each class wait.
    const chain = steadyState([0, 0, 0], ([served = 0, first = 0, second = 0]) => {
      if (served === 0) {
        return [
          [rates[0], [1, 0, 0]],
          [rates[1], [2, 0, 0]]
        ]
      }
      const next =
        first > 0 ? [1, first - 1, second] : second > 0 ? [2, first, second - 1] : [0, 0, 0]
      return [
        [first < LAST ? rates[0] : 0, [served, first + 1, second]],
        [second < LAST ? rates[1] : 0, [served, first, second + 1]],
        [speeds[served === 1 ? 0 : 1], next]
      ]
    })
    const queue = QueueProblem.trust(
      QueuePriority.make({
        classes: rates.map((arrivalRate, index) => ({
          arrivalRate,
          service: exponential(1 / speeds[index]!)
        })),
        rule: "nonPreemptive"
      })
    )
    near(
      queue.classes[0]!.meanQueue,
      meanOf(chain, ([, first = 0]) => first),
      1e-9
    )
    near(
      queue.classes[1]!.meanQueue,
      meanOf(chain, ([, , second = 0]) => second),
      1e-9
    )
  })

  test("with preemption: as the chain of how many of each class are there", () => {
    const [rates, speeds] = [
      [0.3, 0.2],
      [2, 0.8]
    ] as const
    const chain = steadyState([0, 0], ([first = 0, second = 0]) => [
      [first < LAST ? rates[0] : 0, [first + 1, second]],
      [second < LAST ? rates[1] : 0, [first, second + 1]],
      [first > 0 ? speeds[0] : 0, [first - 1, second]],
      [first === 0 && second > 0 ? speeds[1] : 0, [first, second - 1]]
    ])
    const queue = QueueProblem.trust(
      QueuePriority.make({
        classes: rates.map((arrivalRate, index) => ({
          arrivalRate,
          service: exponential(1 / speeds[index]!)
        })),
        rule: "preemptiveResume"
      })
    )
    const sojourn = (index: 0 | 1) => meanOf(chain, (state) => state[index]!) / rates[index]
    near(queue.classes[0]!.meanSojourn, sojourn(0), 1e-9)
    near(queue.classes[1]!.meanSojourn, sojourn(1), 1e-9)
  })

  test("two classes with unit service by hand: 1.0714 and 4.2857", () => {
    const classes = [0.3, 0.45].map((arrivalRate) => ({ arrivalRate, service: exponential(1) }))
    const queue = QueueProblem.trust(QueuePriority.make({ classes, rule: "nonPreemptive" }))
    near(queue.classes[0]!.meanWait, 0.75 / 0.7, 1e-14)
    near(queue.classes[1]!.meanWait, 0.75 / (0.7 * 0.25), 1e-14)
  })

  test("priorities move work about and make none (Kleinrock's conservation law)", () => {
    const one = fc.record({
      arrivalRate: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      low: fc.double({ min: 0, max: 1, noNaN: true }),
      width: fc.double({ min: 0.01, max: 1, noNaN: true })
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (list) => {
        const classes = list.map(({ arrivalRate, low, width }) => ({
          arrivalRate,
          service: { kind: "uniform", low, high: low + width } as const
        }))
        const made = QueuePriority.make({ classes, rule: "nonPreemptive" })
        fc.pre(made.ok)
        const queue = QueueProblem.trust(made)
        const loads = list.map(({ arrivalRate, low, width }) => arrivalRate * (low + width / 2))
        const residual = list.reduce((sum, { arrivalRate, low, width }) => {
          const high = low + width
          return sum + (arrivalRate * (low * low + low * high + high * high)) / 6
        }, 0)
        const moved = queue.classes.reduce(
          (sum, { meanWait }, at) => sum + loads[at]! * meanWait,
          0
        )
        near(moved, (queue.utilisation * residual) / (1 - queue.utilisation), 1e-12)
        // The last class only gains by being alone; the first is never hurt by preemption.
        const preempted = QueueProblem.trust(
          QueuePriority.make({ classes, rule: "preemptiveResume" })
        )
        expect(preempted.classes[0]!.meanWait).toBeLessThanOrEqual(
          queue.classes[0]!.meanWait + 1e-12
        )
      }),
      { numRuns: 150 }
    )
  })

  test("one class is Pollaczek and Khinchine's, under both rules", () => {
    const service = { kind: "gamma", shape: 0.5, scale: 1 } as const
    const plain = QueueProblem.trust(QueueSingle.make({ arrivalRate: 1.2, service }))
    for (const rule of rules) {
      const queue = QueueProblem.trust(
        QueuePriority.make({ classes: [{ arrivalRate: 1.2, service }], rule })
      )
      near(queue.classes[0]!.meanWait, plain.meanWait, 1e-13)
    }
  })

  test("a total load of 1 is refused, with the load", () => {
    const classes = [0.5, 0.75].map((arrivalRate) => ({ arrivalRate, service: exponential(1) }))
    const made = QueuePriority.make({ classes, rule: "preemptiveResume" })
    expect(made).toEqual({
      ok: false,
      problems: [{ code: "Unstable", subject: "classes", found: 1.25, expected: "below 1" }]
    })
    expect(QueuePriority.make({ classes: [], rule: "nonPreemptive" }).ok).toBe(false)
  })
})

describe("QueuePriority, several servers", () => {
  const rates = [0.6, 0.7] as const
  const servers = 2

  test("without preemption: as the chain of busy servers and waiting classes", () => {
    const chain = steadyState([0, 0, 0], ([busy = 0, first = 0, second = 0]) => {
      if (busy < servers) {
        return [
          [rates[0] + rates[1], [busy + 1, 0, 0]],
          [busy, [busy - 1, 0, 0]]
        ]
      }
      const next =
        first > 0
          ? [busy, first - 1, second]
          : second > 0
            ? [busy, first, second - 1]
            : [busy - 1, 0, 0]
      return [
        [first < LAST ? rates[0] : 0, [busy, first + 1, second]],
        [second < LAST ? rates[1] : 0, [busy, first, second + 1]],
        [servers, next]
      ]
    })
    const queue = QueueProblem.trust(
      QueuePriority.makeEqual({
        arrivalRates: rates,
        serviceRate: 1,
        serverCount: servers,
        rule: "nonPreemptive"
      })
    )
    near(
      queue.classes[0]!.meanQueue,
      meanOf(chain, ([, first = 0]) => first),
      1e-7
    )
    near(
      queue.classes[1]!.meanQueue,
      meanOf(chain, ([, , second = 0]) => second),
      1e-6
    )
  })

  test("with preemption: as the chain of how many of each class are there", () => {
    const chain = steadyState([0, 0], ([first = 0, second = 0]) => {
      const served = Math.min(first, servers)
      return [
        [first < LAST ? rates[0] : 0, [first + 1, second]],
        [second < LAST ? rates[1] : 0, [first, second + 1]],
        [served, [first - 1, second]],
        [Math.min(second, servers - served), [first, second - 1]]
      ]
    })
    const queue = QueueProblem.trust(
      QueuePriority.makeEqual({
        arrivalRates: rates,
        serviceRate: 1,
        serverCount: servers,
        rule: "preemptiveResume"
      })
    )
    const sojourn = (index: 0 | 1) => meanOf(chain, (state) => state[index]!) / rates[index]
    near(queue.classes[0]!.meanSojourn, sojourn(0), 1e-8)
    near(queue.classes[1]!.meanSojourn, sojourn(1), 1e-6)
  })

  test("one server is the other formula, one class the plain queue", () => {
    const classes = rates.map((arrivalRate) => ({ arrivalRate, service: exponential(0.5) }))
    for (const rule of rules) {
      const one = QueueProblem.trust(QueuePriority.make({ classes, rule }))
      const equal = QueueProblem.trust(
        QueuePriority.makeEqual({ arrivalRates: rates, serviceRate: 2, serverCount: 1, rule })
      )
      for (const [index, { meanWait }] of one.classes.entries()) {
        near(equal.classes[index]!.meanWait, meanWait, 1e-12)
      }
      const alone = QueueProblem.trust(
        QueuePriority.makeEqual({ arrivalRates: [1.5], serviceRate: 1, serverCount: 2, rule })
      )
      const plain = QueueProblem.trust(
        QueueMarkov.make({ arrivalRate: 1.5, serviceRate: 1, serverCount: 2 })
      )
      near(alone.classes[0]!.meanWait, plain.meanWait, 1e-12)
    }
  })

  test("too much load, and rates that are none, are refused", () => {
    const problems = (arrivalRates: ReadonlyArray<number>) => {
      const made = QueuePriority.makeEqual({
        arrivalRates,
        serviceRate: 1,
        serverCount: 2,
        rule: "nonPreemptive"
      })
      return made.ok ? [] : made.problems.map(({ code }) => code)
    }
    expect([problems([1, 1]), problems([1, -1]), problems([])]).toEqual([
      ["Unstable"],
      ["BadNumber"],
      ["BadNumber"]
    ])
  })
})
