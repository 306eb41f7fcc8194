import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import * as QueueTransient from "../src/QueueTransient.ts"
import { near } from "./aChain.ts"

const trusted = (options: QueueTransient.Options) =>
  QueueProblem.trust(QueueTransient.make(options))

const piece = (duration: number, arrivalRate: number, serverCount: number, serviceRate = 1) => ({
  duration,
  arrivalRate,
  serviceRate,
  serverCount
})

/** The forward equations by Runge and Kutta's method on many states. */
const forward = (
  start: number,
  pieces: ReadonlyArray<QueueTransient.Piece>,
  last: number
): Float64Array => {
  let now = new Float64Array(last + 1)
  now[start] = 1
  for (const { duration, arrivalRate, serviceRate, serverCount } of pieces) {
    const down = (count: number) => serviceRate * Math.min(count, serverCount)
    const slope = (state: Float64Array) =>
      state.map((chance, count) => {
        const up = count < last ? arrivalRate : 0
        const fromBelow = count > 0 ? arrivalRate * state[count - 1]! : 0
        const fromAbove = count < last ? down(count + 1) * state[count + 1]! : 0
        return fromBelow + fromAbove - (up + down(count)) * chance
      })
    const steps = Math.ceil(duration * (arrivalRate + serverCount * serviceRate) * 120)
    const step = duration / steps
    for (let count = 0; count < steps; count++) {
      const add = (by: number, other: Float64Array) =>
        now.map((value, index) => value + by * other[index]!)
      const a = slope(now)
      const b = slope(add(step / 2, a))
      const c = slope(add(step / 2, b))
      const d = slope(add(step, c))
      now = now.map((value, at) => value + (step / 6) * (a[at]! + 2 * b[at]! + 2 * c[at]! + d[at]!))
    }
  }
  return now
}

describe("QueueTransient", () => {
  test.each<readonly [string, number, ReadonlyArray<QueueTransient.Piece>]>([
    ["M/M/1 from empty", 0, [piece(4, 0.8, 1)]],
    ["M/M/3 from ten", 10, [piece(2, 2, 3)]],
    ["a shift change", 0, [piece(2, 4, 5), piece(1, 4, 2), piece(2, 1, 3)]],
    ["a lunch break", 3, [piece(1, 2, 2), piece(0.5, 3, 0), piece(1, 2, 4)]],
    ["overload", 0, [piece(3, 6, 1)]]
  ])("%s: as the forward equations", (_, startCount, pieces) => {
    const queue = trusted({ startCount, pieces, room: Number.POSITIVE_INFINITY })
    const exact = forward(startCount, pieces, 70)
    for (const [count, chance] of exact.entries()) near(queue.chances[count] ?? 0, chance, 1e-9)
    near(
      queue.meanInSystem,
      exact.reduce((sum, chance, count) => sum + chance * count, 0),
      1e-8
    )
    expect(queue.emptyChance).toBe(queue.chances[0])
    expect(queue.errorBound).toBeLessThan(1e-12)
  })

  test("limited room: as the forward equations, and those who find it full are lost", () => {
    const pieces = [piece(3, 5, 2), piece(1, 1, 1)]
    const queue = trusted({ startCount: 4, pieces, room: 4 })
    const exact = forward(4, pieces, 4)
    expect(queue.chances.length).toBe(5)
    for (const [count, chance] of exact.entries()) near(queue.chances[count]!, chance, 1e-9)
  })

  test("without arrivals everybody has an exponential time left: a binomial number stays", () => {
    const queue = trusted({ startCount: 3, pieces: [piece(0.7, 0, 3)], room: 3 })
    const stay = Math.exp(-0.7)
    const exact = [
      (1 - stay) ** 3,
      3 * stay * (1 - stay) ** 2,
      3 * stay ** 2 * (1 - stay),
      stay ** 3
    ]
    for (const [count, chance] of exact.entries()) near(queue.chances[count]!, chance, 1e-14)
  })

  test("a server for everybody, from empty: Poisson with the mean of M/M/inf", () => {
    const queue = trusted({ startCount: 0, pieces: [piece(1, 3, 200)], room: 200 })
    const mean = 3 * (1 - Math.exp(-1))
    let chance = Math.exp(-mean)
    for (let count = 0; count < 20; count++) {
      near(queue.chances[count]!, chance, 1e-12)
      chance *= mean / (count + 1)
    }
  })

  test("M/M/1 from empty at load 1 is empty with a chance of Bessel functions", () => {
    // At rho = 1 and rate 1: p0(t) = e^-2t (I0(2t) + I1(2t)).
    const bessel = (order: number, x: number) => {
      let term = 1
      for (let at = 1; at <= order; at++) term *= x / 2 / at
      let sum = 0
      for (let at = 1; at < 60; at++) {
        sum += term
        term *= (x * x) / 4 / (at * (at + order))
      }
      return sum
    }
    for (const time of [0.5, 1, 3]) {
      const queue = trusted({
        startCount: 0,
        pieces: [piece(time, 1, 1)],
        room: Number.POSITIVE_INFINITY
      })
      const exact = Math.exp(-2 * time) * (bessel(0, 2 * time) + bessel(1, 2 * time))
      near(queue.emptyChance, exact, 1e-12)
    }
  })

  test("after a long time it is the steady state", () => {
    const queue = trusted({
      startCount: 30,
      pieces: [piece(400, 3, 5)],
      room: Number.POSITIVE_INFINITY
    })
    const steady = QueueProblem.trust(
      QueueMarkov.make({ arrivalRate: 3, serviceRate: 1, serverCount: 5 })
    )
    near(queue.meanInSystem, steady.meanInSystem, 1e-10)
    near(queue.chances[7]!, QueueMarkov.chanceOf(steady, 7), 1e-11)
  })

  test("a span cut in two is the same span; chances add up to 1", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 6 }),
        (first, second, arrivals, servers, startCount) => {
          const one = (pieces: ReadonlyArray<QueueTransient.Piece>) =>
            trusted({ startCount, pieces, room: Number.POSITIVE_INFINITY })
          const whole = one([piece(first + second, arrivals, servers)])
          const cut = one([piece(first, arrivals, servers), piece(second, arrivals, servers)])
          for (let count = 0; count < 20; count++) {
            near(whole.chances[count]!, cut.chances[count]!, 1e-11)
          }
          near(
            whole.chances.reduce((sum, chance) => sum + chance, 0),
            1,
            1e-12
          )
        }
      ),
      { numRuns: 100 }
    )
  })

  test("wrong numbers, and far too long a span, are refused", () => {
    const problems = (options: QueueTransient.Options) => {
      const made = QueueTransient.make(options)
      return made.ok ? [] : made.problems.map(({ code, subject }) => `${code} ${subject}`)
    }
    const room = Number.POSITIVE_INFINITY
    expect(problems({ startCount: 0, pieces: [], room })).toEqual(["BadNumber pieces.length"])
    expect(problems({ startCount: 5, pieces: [piece(1, 1, 1)], room: 4 })).toEqual([
      "BadNumber startCount"
    ])
    expect(problems({ startCount: 0.5, pieces: [piece(-1, 1, 1)], room: 0 })).toEqual([
      "BadNumber pieces[0].duration",
      "BadNumber room",
      "BadNumber startCount",
      "BadNumber startCount"
    ])
    expect(problems({ startCount: 0, pieces: [piece(1e12, 1, 1)], room })).toEqual([
      "TooLarge steps times states"
    ])
  })
})
