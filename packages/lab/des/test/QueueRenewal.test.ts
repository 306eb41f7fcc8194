import { describe, expect, test } from "vitest"
import type * as Distribution from "../src/Distribution.ts"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import * as QueueRenewal from "../src/QueueRenewal.ts"
import { meanOf, near, simpson, steadyState } from "./aChain.ts"

const renewal = (interval: Distribution.Distribution, serviceRate: number) =>
  QueueProblem.trust(QueueRenewal.make({ interval, serviceRate }))

describe("QueueRenewal", () => {
  test("exponential intervals are M/M/1", () => {
    const plain = QueueProblem.trust(
      QueueMarkov.make({ arrivalRate: 0.5, serviceRate: 0.7, serverCount: 1 })
    )
    const queue = renewal({ kind: "exponential", mean: 2 }, 0.7)
    near(queue.meanWait, plain.meanWait, 1e-13)
    near(queue.meanInSystem, plain.meanInSystem, 1e-13)
    for (const time of [0, 1, 5]) {
      near(QueueRenewal.waitUpTo(queue, time), QueueMarkov.waitUpTo(plain, time), 1e-13)
      near(QueueRenewal.sojournUpTo(queue, time), QueueMarkov.sojournUpTo(plain, time), 1e-13)
    }
  })

  test("intervals in two phases, and of two kinds: as the chains", () => {
    const inPhases = steadyState([0, 0], ([count = 0, phase = 0]) => [
      [phase === 0 ? 2 : 0, [count, 1]],
      [phase === 1 && count < 200 ? 2 : 0, [count + 1, 0]],
      [count > 0 ? 1.5 : 0, [count - 1, phase]]
    ])
    near(
      renewal({ kind: "erlang", phases: 2, mean: 1 }, 1.5).meanInSystem,
      meanOf(inPhases, ([count = 0]) => count),
      1e-9
    )
    const [slow, fast] = [0.4, 3]
    const ofKinds = steadyState([0, 0], ([count = 0, kind = 0]) => {
      const rate = count < 200 ? (kind === 0 ? slow : fast) : 0
      return [
        [rate * 0.3, [count + 1, 0]],
        [rate * 0.7, [count + 1, 1]],
        [count > 0 ? 1.6 : 0, [count - 1, kind]]
      ]
    })
    const interval = {
      kind: "hyperexponential",
      means: [1 / slow, 1 / fast],
      probabilities: [0.3, 0.7]
    } as const
    near(
      renewal(interval, 1.6).meanInSystem,
      meanOf(ofKinds, ([count = 0]) => count),
      1e-8
    )
  })

  test("D/M/1 at load 0.5 finds the server busy with chance 0.20319: the root by rounds", () => {
    const queue = renewal({ kind: "deterministic", value: 2 }, 1)
    expect(queue.waitChance).toBeCloseTo(0.20319, 5)
    let root = 0
    for (let round = 0; round < 200; round++) root = Math.exp(-2 * (1 - root))
    near(queue.waitChance, root, 1e-14)
  })

  test.each<readonly [Distribution.Distribution, (x: number) => number, number]>([
    [{ kind: "uniform", low: 0.5, high: 2.5 }, (x) => (x > 0.5 && x < 2.5 ? 0.5 : 0), 2.5],
    [
      { kind: "weibull", shape: 2, scale: 1.5 },
      (x) => (2 * x * Math.exp(-((x / 1.5) ** 2))) / 2.25,
      12
    ],
    [
      { kind: "lognormal", median: 1.5, sigma: 0.5 },
      (x) =>
        x > 0
          ? Math.exp(-((Math.log(x / 1.5) / 0.5) ** 2) / 2) / (x * 0.5 * Math.sqrt(2 * Math.PI))
          : 0,
      60
    ]
  ])("%o: the root agrees with rounds of Simpson's rule", (interval, density, end) => {
    const queue = renewal(interval, 0.9)
    let root = 0.2
    const low = interval.kind === "uniform" ? 0.5 + 1e-12 : 0
    for (let round = 0; round < 120; round++) {
      const speed = 0.9 * (1 - root)
      const high = interval.kind === "uniform" ? end - 1e-12 : end
      root = simpson((x) => Math.exp(-speed * x) * density(x), low, high, 1500)
    }
    near(queue.waitChance, root, 1e-8)
  })

  test("close to a load of 1 it stays a chance, at 1 it is refused", () => {
    const queue = renewal({ kind: "deterministic", value: 1.0001 }, 1)
    expect(queue.waitChance).toBeGreaterThan(0.999)
    expect(queue.waitChance).toBeLessThan(1)
    const made = QueueRenewal.make({
      interval: { kind: "deterministic", value: 1 },
      serviceRate: 1
    })
    expect(made.ok ? [] : made.problems.map(({ code, found }) => [code, found])).toEqual([
      ["Unstable", 1]
    ])
    const none = { kind: "uniform", low: -1, high: 1 } as const
    expect(QueueRenewal.make({ interval: none, serviceRate: 1 }).ok).toBe(false)
  })
})
