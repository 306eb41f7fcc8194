import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { RandomStreams, Real, Snapshot } from "../src/index.ts"
import { type ArrivalProcess, makeArrivals } from "../src/internal/networkArrivals.ts"
import { type DrawMode, NetworkDraws } from "../src/internal/networkDraws.ts"
import { filled } from "../src/internal/networkFilled.ts"
import type { Arrivals, PopulationArrivals, Source } from "../src/Network.ts"

type Open = Exclude<Arrivals, PopulationArrivals>

const drawsOf = (seed: number, mode: DrawMode = "addressed"): NetworkDraws =>
  new NetworkDraws(RandomStreams.make({ seed, replication: 0 }), mode)

const aProcess = (
  arrivals: Arrivals,
  rest: Partial<Source> = {},
  draws: NetworkDraws = drawsOf(1)
): ArrivalProcess => {
  const declaration = filled({
    classes: [{ id: "a" }, { id: "b" }, { id: "c" }],
    sources: [{ id: "door", to: "desk", ...rest, arrivals }],
    stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 } }]
  })
  return makeArrivals({ declaration, source: 0, draws })
}

/** Times of epochs up to `until`, at most `count`, with the size of each. */
const epochsOf = (process: ArrivalProcess, until: number, count = 100_000) => {
  const epochs: Array<{ at: number; size: number }> = []
  for (let at = process.next(); at <= until && epochs.length < count; at = process.next()) {
    epochs.push({ at, size: process.batchSize() })
    if (epochs.length === count) break
  }
  return epochs
}

const timesOf = (process: ArrivalProcess, until: number, count = 100_000): ReadonlyArray<number> =>
  epochsOf(process, until, count).map(({ at }) => at)

/** What a rate adds up to from 0 to `time`, in 2,000 pieces: slow and plain. */
const addedUp = (rateAt: (time: number) => number, from: number, to: number): number => {
  const pieceCount = 2000
  const width = (to - from) / pieceCount
  let sum = 0
  for (let piece = 0; piece < pieceCount; piece++)
    sum += rateAt(from + (piece + 0.5) * width) * width
  return sum
}

/** Kolmogorov's distance between values and the unit exponential distribution. */
const distanceFromExponential = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted.reduce((most, value, index) => {
    const chance = 1 - Real.exp(-value)
    const over = (index + 1) / sorted.length - chance
    return Math.max(most, over, chance - index / sorted.length)
  }, 0)
}

const stepped: Open = {
  kind: "stepped",
  steps: [
    { from: 0, rate: 2 },
    { from: 1, rate: 0 },
    { from: 3, rate: 5 },
    { from: 4.5, rate: 0.25 }
  ],
  period: 7
}
const steppedRate = (time: number): number => {
  const phase = time - Math.floor(time / 7) * 7
  if (phase < 1) return 2
  if (phase < 3) return 0
  return phase < 4.5 ? 5 : 0.25
}
const sinusoidal: Open = { kind: "sinusoidal", mean: 1.5, amplitude: 0.9, period: 24, shift: 6 }
const sinusoidalRate = (time: number): number =>
  1.5 * (1 + 0.9 * Math.sin((2 * Math.PI * (time + 6)) / 24))

/** Chance below 1 in 10,000 to be passed by a right process, asymptotically (Kolmogorov). */
const KOLMOGOROV_BOUND = 2.23

describe("rates that change with time", () => {
  const processes = [
    { name: "stepped", arrivals: stepped, rateAt: steppedRate, until: 1400 },
    { name: "sinusoidal", arrivals: sinusoidal, rateAt: sinusoidalRate, until: 1440 }
  ]
  for (const { arrivals, name, rateAt, until } of processes) {
    test(`on the clock of the cumulative rate, ${name} arrivals are a unit Poisson process`, () => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const times = timesOf(aProcess(arrivals, {}, drawsOf(seed)), until)
        const gaps: Array<number> = []
        let last = 0
        for (const at of times.slice(0, 400)) {
          // Exact for steps up to the width of a slice; far below what the test can see.
          gaps.push(addedUp(rateAt, last, at))
          last = at
        }
        expect(distanceFromExponential(gaps) * Real.sqrt(gaps.length)).toBeLessThan(
          KOLMOGOROV_BOUND
        )
      }
    })

    test(`counts of ${name} arrivals per bin fit the integral of the rate`, () => {
      const period = name === "stepped" ? 7 : 24
      const binCount = 12
      const counts = new Float64Array(binCount)
      for (const at of timesOf(aProcess(arrivals, {}, drawsOf(9)), until)) {
        counts[Math.min(binCount - 1, Math.floor(((at % period) / period) * binCount))]! += 1
      }
      let chiSquare = 0
      for (let bin = 0; bin < binCount; bin++) {
        const from = (bin * period) / binCount
        const expected = (addedUp(rateAt, from, from + period / binCount) * until) / period
        if (expected < 1e-9) expect(counts[bin]).toBe(0)
        else chiSquare += (counts[bin]! - expected) ** 2 / expected
      }
      // The 1 - 1e-4 quantile of chi-square with 12 degrees of freedom.
      expect(chiSquare).toBeLessThan(39.13)
    })
  }

  test("nobody comes while the rate is 0, and none ever after a last rate of 0", () => {
    const times = timesOf(aProcess(stepped, {}, drawsOf(4)), 700)
    expect(times.filter((at) => at % 7 > 1 && at % 7 < 3)).toEqual([])
    const ending = aProcess({
      kind: "stepped",
      steps: [
        { from: 0, rate: 3 },
        { from: 2, rate: 0 }
      ]
    })
    const all = timesOf(ending, Number.MAX_VALUE)
    expect(all.length).toBeGreaterThan(0)
    expect(all.every((at) => at <= 2)).toBe(true)
    expect(ending.next()).toBe(Number.POSITIVE_INFINITY)
  })

  test("a source that opens in the middle of a step goes by the rate of that time", () => {
    const times = timesOf(aProcess(stepped, { from: 15.5 }, drawsOf(5)), 700)
    expect(times[0]).toBeGreaterThan(17)
    expect(times.filter((at) => steppedRate(at) === 0)).toEqual([])
  })

  test("a rate that is nearly always 0 skips empty periods at once", () => {
    const rare: Open = { kind: "stepped", steps: [{ from: 0, rate: 1e-9 }], period: 1 }
    const [first] = timesOf(aProcess(rare), Number.MAX_VALUE, 1)
    expect(first).toBeGreaterThan(1e5)
  })

  test("rates of 0 alone bring nobody", () => {
    for (const arrivals of [
      { kind: "poisson", rate: 0 },
      { kind: "stepped", steps: [{ from: 0, rate: 0 }], period: 3 },
      { kind: "sinusoidal", mean: 0, amplitude: 1, period: 3 }
    ] as const) {
      expect(aProcess(arrivals).next()).toBe(Number.POSITIVE_INFINITY)
    }
  })

  test("one step is a Poisson process: the same times to rounding", () => {
    const constant = timesOf(aProcess({ kind: "poisson", rate: 2 }), 50)
    const one = timesOf(aProcess({ kind: "stepped", steps: [{ from: 0, rate: 2 }] }), 50)
    expect(one).toEqual(constant)
  })
})

describe("windows, limits and batches", () => {
  const everyTwo: Open = { kind: "renewal", between: { kind: "deterministic", value: 2 } }

  test("a renewal source begins when it opens, by the first time where that is given", () => {
    expect(timesOf(aProcess(everyTwo, { from: 1 }), 8)).toEqual([3, 5, 7])
    const first = { kind: "deterministic", value: 0 } as const
    expect(timesOf(aProcess({ ...everyTwo, first }, { from: 1 }), 8)).toEqual([1, 3, 5, 7])
  })

  test("the last moment of a source is still open, the next is not", () => {
    expect(timesOf(aProcess(everyTwo, { until: 6 }), 99)).toEqual([2, 4, 6])
    expect(timesOf(aProcess(everyTwo, { until: 5.999 }), 99)).toEqual([2, 4])
  })

  test("the limit counts customers and cuts the last batch", () => {
    const epochs = epochsOf(aProcess(everyTwo, { batch: 3, limit: 7 }), 99)
    expect(epochs).toEqual([
      { at: 2, size: 3 },
      { at: 4, size: 3 },
      { at: 6, size: 1 }
    ])
  })

  test("random batches come in their shares, and do not move the times", () => {
    const batch = { kind: "discrete", values: [1, 4], probabilities: [0.25, 0.75] } as const
    const epochs = epochsOf(aProcess({ kind: "poisson", rate: 1 }, { batch }), 4000)
    const fours = epochs.filter(({ size }) => size === 4).length
    expect(epochs.every(({ size }) => size === 1 || size === 4)).toBe(true)
    expect(Math.abs(fours / epochs.length - 0.75)).toBeLessThan(0.03)
    expect(epochs.map(({ at }) => at)).toEqual(
      timesOf(aProcess({ kind: "poisson", rate: 1 }), 4000)
    )
  })

  test("given times outside the window are left out, with their classes and services", () => {
    const process = aProcess(
      {
        kind: "given",
        times: [0, 1, 1, 2, 5],
        classes: ["a", "b", "c", "a", "b"],
        services: [9, 8, 7, 6, 5]
      },
      { from: 1, until: 2 }
    )
    expect(timesOf(process, 99)).toEqual([1, 1, 2])
    const draw = drawsOf(1).place("customer door").at(0, 0)
    expect([0, 1, 2].map((serial) => process.classIndex(serial, draw))).toEqual([1, 2, 0])
    expect([0, 1, 2].map((serial) => process.givenService(serial))).toEqual([8, 7, 6])
  })
})

describe("classes", () => {
  const poisson: Open = { kind: "poisson", rate: 1 }
  const choose = (process: ArrivalProcess, serial: number): number =>
    process.classIndex(serial, drawsOf(1).place("customer door").at(serial, 0))

  test("are the one that is named, or the first of the network", () => {
    expect(choose(aProcess(poisson, { class: "c" }), 7)).toBe(2)
    expect(choose(aProcess(poisson), 7)).toBe(0)
    expect(aProcess(poisson).givenService(7)).toBeNaN()
  })

  test("by chance come in their shares, each customer's by its own number", () => {
    const process = aProcess(poisson, { class: { b: 0.3, c: 0.7 } })
    const place = drawsOf(1).place("customer door")
    const at = (serial: number): number => process.classIndex(serial, place.at(serial, 0))
    const backward = Array.from({ length: 4000 }, (_, index) => at(3999 - index)).reverse()
    const forward = Array.from({ length: 4000 }, (_, index) => at(index))
    expect(forward).toEqual(backward)
    expect(Math.abs(forward.filter((code) => code === 1).length / 4000 - 0.3)).toBeLessThan(0.03)
    expect(forward).not.toContain(0)
  })
})

describe("a population", () => {
  const machines: Arrivals = {
    kind: "population",
    size: 3,
    away: { kind: "exponential", mean: 10 }
  }

  test("sends each member at its own times, whatever the others do", () => {
    const [one, other] = [aProcess(machines), aProcess(machines)]
    const first = [0, 1, 2].map((member) => one.returnTime(member, 0, Number.NaN))
    const backward = [2, 1, 0].map((member) => other.returnTime(member, 0, Number.NaN))
    expect(backward.reverse()).toEqual(first)
    const away = one.returnTime(1, 1, 100) - 100
    expect(one.returnTime(1, 1, 200) - 200).toBeCloseTo(away, 9)
    expect(one.populationSize).toBe(3)
  })

  test("starts when the source opens, ends when it closes, and stops at the limit", () => {
    const window = aProcess(machines, { from: 50, until: 60, limit: 1 })
    const first = [0, 1, 2].map((member) => window.returnTime(member, 0, Number.NaN))
    expect(Math.min(...first)).toBeGreaterThan(50)
    expect(window.returnTime(0, 1, 60)).toBe(Number.POSITIVE_INFINITY)
    expect([window.admits(), window.admits()]).toEqual([true, false])
    expect(window.returnTime(1, 0, Number.NaN)).toBe(Number.POSITIVE_INFINITY)
    expect(window.next()).toBe(Number.POSITIVE_INFINITY)
  })
})

const someArrivals: fc.Arbitrary<Open> = fc.oneof(
  fc.constant(stepped),
  fc.constant(sinusoidal),
  fc.constant<Open>({ kind: "poisson", rate: 2 }),
  fc.constant<Open>({
    kind: "renewal",
    between: { kind: "gamma", shape: 0.5, scale: 1 },
    first: { kind: "deterministic", value: 0.5 }
  }),
  fc.constant<Open>({ kind: "given", times: [0, 1, 1, 4, 9, 16, 25] })
)

test("a source that is saved and restored anywhere goes on as if nothing had happened", () => {
  fc.assert(
    fc.property(
      someArrivals,
      fc.constantFrom<DrawMode>("addressed", "sequential"),
      fc.nat(12),
      (arrivals, mode, cut) => {
        const make = () => {
          const draws = drawsOf(3, mode)
          const batch = { kind: "discrete", values: [1, 2], probabilities: [0.5, 0.5] } as const
          const process = aProcess(arrivals, { batch, limit: 30 }, draws)
          const step = () => [process.next(), process.batchSize()]
          return { draws, process, step }
        }
        const [whole, before, after] = [make(), make(), make()]
        const all = Array.from({ length: 24 }, whole.step)
        const first = Array.from({ length: cut }, before.step)
        const bytes = Snapshot.write({
          kind: "source",
          version: 1,
          body: (writer) => {
            before.draws.save(writer)
            before.process.save(writer)
          }
        })
        const read = Snapshot.read(bytes, {
          kind: "source",
          version: 1,
          body: (reader) => {
            after.draws.restore(reader)
            after.process.restore(reader)
          }
        })
        expect(read.ok).toBe(true)
        expect([...first, ...Array.from({ length: 24 - cut }, after.step)]).toEqual(all)
      }
    ),
    { numRuns: 100 }
  )
})
