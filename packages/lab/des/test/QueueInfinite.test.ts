import { describe, expect, test } from "vitest"
import type * as Distribution from "../src/Distribution.ts"
import * as QueueInfinite from "../src/QueueInfinite.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import { near, simpson } from "./aChain.ts"

const rates: ReadonlyArray<QueueInfinite.Rate> = [
  { kind: "constant", rate: 4 },
  { kind: "pieces", starts: [0, 1, 2.5], rates: [3, 0, 7] },
  { kind: "sinusoidal", mean: 3, amplitude: 2.5, period: 2, shift: 0.3 }
]

const rateAt = (rate: QueueInfinite.Rate, time: number): number => {
  if (rate.kind === "constant") return rate.rate
  if (rate.kind === "pieces") return time < 1 ? 3 : time < 2.5 ? 0 : 7
  return 3 + 2.5 * Math.sin(Math.PI * (time + 0.3))
}

const trusted = (rate: QueueInfinite.Rate, service: Distribution.Distribution) =>
  QueueProblem.trust(QueueInfinite.make({ rate, service }))

/** Runge and Kutta's method, piece by piece between the jumps of the rate. */
const follow = (
  slope: (time: number, state: ReadonlyArray<number>) => ReadonlyArray<number>,
  size: number,
  end: number
): ReadonlyArray<number> => {
  let state: ReadonlyArray<number> = Array.from({ length: size }, () => 0)
  const cuts = [0, 1, 2.5, end].filter((cut) => cut <= end)
  for (let piece = 1; piece < cuts.length; piece++) {
    const steps = 2000
    const step = (cuts[piece]! - cuts[piece - 1]!) / steps
    for (let count = 0; count < steps; count++) {
      // A hair inside the piece, so that no slope is taken across a jump.
      const from = cuts[piece - 1]! + count * step
      const inside = (time: number) => Math.min(Math.max(time, from + 1e-13), from + step - 1e-13)
      const add = (by: number, other: ReadonlyArray<number>) =>
        state.map((value, index) => value + by * other[index]!)
      const a = slope(inside(from), state)
      const b = slope(from + step / 2, add(step / 2, a))
      const c = slope(from + step / 2, add(step / 2, b))
      const d = slope(inside(from + step), add(step, c))
      state = state.map(
        (value, at) => value + (step / 6) * (a[at]! + 2 * b[at]! + 2 * c[at]! + d[at]!)
      )
    }
  }
  return state
}

describe("QueueInfinite", () => {
  test.each(rates)("%o, exponential service: as its differential equation", (rate) => {
    const queue = trusted(rate, { kind: "exponential", mean: 0.8 })
    for (const time of [0.5, 2, 3.7]) {
      const [mean] = follow((at, [present = 0]) => [rateAt(rate, at) - present / 0.8], 1, time)
      near(QueueInfinite.meanAt(queue, time), mean!, 1e-9)
    }
  })

  test.each(rates)("%o, service in two phases: as their differential equations", (rate) => {
    const queue = trusted(rate, { kind: "hypoexponential", means: [0.5, 1] })
    for (const time of [0.5, 3.7]) {
      const [first, second] = follow(
        (at, [one = 0, two = 0]) => [rateAt(rate, at) - 2 * one, 2 * one - two],
        2,
        time
      )
      near(QueueInfinite.meanAt(queue, time), first! + second!, 1e-9)
    }
  })

  test.each(rates)("%o, constant service: as the arrivals of the last service time", (rate) => {
    const queue = trusted(rate, { kind: "deterministic", value: 0.9 })
    const mixture = trusted(rate, {
      kind: "mixture",
      parts: [
        { kind: "empirical", values: [0.9, 0.9] },
        { kind: "discrete", values: [0.9], probabilities: [1] }
      ],
      probabilities: [0.5, 0.5]
    })
    for (const [time, from] of [
      [0.6, 0],
      [0.95, 0.05],
      [4.4, 3.5]
    ] as const) {
      const exact = simpson((at) => rateAt(rate, at), from, time - 1e-12, 2000)
      near(QueueInfinite.meanAt(queue, time), exact, 1e-9)
      near(QueueInfinite.meanAt(mixture, time), exact, 1e-9)
    }
  })

  test("arrivals are the integral of the rate", () => {
    for (const rate of rates) {
      const upTo = (time: number) => QueueInfinite.arrivalsUpTo(rate, time)
      near(
        upTo(4) - upTo(2.6),
        simpson((at) => rateAt(rate, at), 2.6, 4, 200),
        1e-9
      )
      expect(upTo(0)).toBe(0)
    }
  })

  test("after a long time at one rate the mean is rate times service, whatever its distribution", () => {
    const services: ReadonlyArray<Distribution.Distribution> = [
      { kind: "exponential", mean: 2 },
      { kind: "erlang", phases: 4, mean: 2 },
      { kind: "uniform", low: 1, high: 3 },
      { kind: "normal", mean: 2, deviation: 0.1, low: 1, high: 3 },
      { kind: "gamma", shape: 0.5, scale: 4 },
      { kind: "deterministic", value: 2 }
    ]
    for (const service of services) {
      const queue = trusted({ kind: "constant", rate: 5 }, service)
      near(QueueInfinite.meanAt(queue, 400), 10, 1e-10)
      expect(QueueInfinite.meanAt(queue, 0)).toBe(0)
    }
  })

  test("a service far shorter or longer than the time is not overlooked", () => {
    const at = (mean: number, time: number) =>
      QueueInfinite.meanAt(
        trusted({ kind: "constant", rate: 1 }, { kind: "lognormal", median: mean, sigma: 0.1 }),
        time
      )
    near(at(1e-6, 1e6) * 1e6, Math.exp(0.005), 1e-8)
    near(at(1e6, 3), 3, 1e-12)
  })

  test("chances of numbers are Poisson", () => {
    near(QueueInfinite.chanceOf(3, 4), (Math.exp(-3) * 81) / 24, 1e-14)
    expect([QueueInfinite.chanceOf(3, -1), QueueInfinite.chanceOf(3, 1.5)]).toEqual([0, 0])
    let sum = 0
    for (let count = 0; count < 1500; count++) sum += QueueInfinite.chanceOf(1000, count)
    near(sum, 1, 1e-12)
  })

  test("rates that are none are refused", () => {
    const subjects = (rate: QueueInfinite.Rate) => {
      const made = QueueInfinite.make({ rate, service: { kind: "exponential", mean: 1 } })
      return made.ok ? [] : made.problems.map(({ subject }) => subject)
    }
    expect(subjects({ kind: "constant", rate: -1 })).toEqual(["rate.rate"])
    expect(subjects({ kind: "pieces", starts: [1], rates: [1] })).toEqual(["rate.starts[0]"])
    expect(subjects({ kind: "pieces", starts: [0, 0], rates: [1, 1] })).toEqual(["rate.starts[1]"])
    expect(subjects({ kind: "pieces", starts: [0], rates: [1, 1] })).toEqual(["rate.rates"])
    expect(subjects({ kind: "pieces", starts: [], rates: [] })).toEqual(["rate.starts.length"])
    const wave = { kind: "sinusoidal", mean: 1, amplitude: 1, period: 1, shift: 0 } as const
    expect(subjects(wave)).toEqual([])
    expect(subjects({ ...wave, amplitude: 1.01 })).toEqual(["rate.amplitude"])
    expect(subjects({ ...wave, period: 0, shift: Number.NaN })).toEqual([
      "rate.period",
      "rate.shift"
    ])
  })
})
