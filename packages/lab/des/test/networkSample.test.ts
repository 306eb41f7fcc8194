import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { KEPT_MAX, Sample } from "../src/internal/networkSample.ts"
import * as Quantile from "../src/Quantile.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import * as Snapshot from "../src/Snapshot.ts"

/** Waits of a busy desk: a third of them 0, the rest from tiny to long. */
const waits = (count: number, seed: number): Float64Array => {
  const draw = RandomStreams.make({ seed, replication: 0 }).stream("waits").sequential()
  return Float64Array.from({ length: count }, () =>
    draw.uniform() < 1 / 3 ? 0 : 300 * draw.exponential()
  )
}

const aSample = (values: Iterable<number>, markEvery = Number.POSITIVE_INFINITY): Sample => {
  const sample = new Sample()
  sample.keepValues()
  for (const value of values) {
    sample.add(value)
    if (sample.count % markEvery === 0) sample.mark()
  }
  return sample
}

const exactly = (values: Float64Array, probability: number): number =>
  Quantile.ofSorted(values.slice().sort(), probability)

const bytesOf = (sample: Sample): Uint8Array =>
  Snapshot.write({ kind: "sample", version: 1, body: (writer) => sample.save(writer) })

/** Much faster than what tests have for arrays. */
const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place])

const copied = (sample: Sample): Sample => {
  const copy = aSample([])
  const body = (reader: Snapshot.Reader): void => copy.restore(reader)
  expect(Snapshot.read(bytesOf(sample), { kind: "sample", version: 1, body }).ok).toBe(true)
  return copy
}

const probabilities = [0, 0.2, 0.3334, 0.5, 0.9, 0.95, 0.999, 0.99999, 1]
const LAST = Number.MAX_SAFE_INTEGER
const large = waits(KEPT_MAX + 50_001, 3)

describe("quantiles of a sample", () => {
  test("are exact up to the bound, and on its other side off by less than 1/4096", () => {
    const border = large.subarray(0, KEPT_MAX)
    const sample = aSample(border)
    for (const probability of probabilities) {
      expect(sample.quantile(probability, -1, LAST)).toBe(exactly(border, probability))
    }
    sample.add(large[KEPT_MAX]!)
    const beyond = large.subarray(0, KEPT_MAX + 1)
    let isDifferent = false
    for (const probability of probabilities) {
      const exact = exactly(beyond, probability)
      const found = sample.quantile(probability, -1, LAST)
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact / 4096)
      isDifferent ||= found !== exact
    }
    expect(isDifferent).toBe(true)
  })

  test("of sections that began before the bound are those of their values", () => {
    const sample = aSample(large, 40_000)
    for (const [from, to] of [
      [-1, 0],
      [0, 1],
      [2, 5],
      [4, 6],
      [5, 7],
      [-1, 7],
      [6, LAST]
    ] as const) {
      const part = large.subarray(40_000 * (from + 1), Math.min(40_000 * (to + 1), large.length))
      for (const probability of probabilities) {
        const exact = exactly(part, probability)
        expect(
          Math.abs(sample.quantile(probability, from, to) - exact),
          `${probability} from ${from} to ${to}`
        ).toBeLessThanOrEqual(exact / 4096)
      }
    }
  })

  test("of values that are all the same stay that value", () => {
    const sample = aSample(new Float64Array(KEPT_MAX + 10).fill(0.1))
    expect(probabilities.map((probability) => sample.quantile(probability, -1, LAST))).toEqual(
      probabilities.map(() => 0.1)
    )
  })

  test("are off by less than 1/4096 of the values beside them, whatever these are", () => {
    const anyValue = fc.double({ noNaN: true, min: -1e150, max: 1e150 })
    const sample = aSample(new Float64Array(KEPT_MAX + 1), KEPT_MAX + 1)
    let section = 0
    fc.assert(
      fc.property(
        fc.array(anyValue, { minLength: 1, maxLength: 50 }),
        fc.double({ noNaN: true, min: 0, max: 1 }),
        (values, probability) => {
          for (const value of values) sample.add(value)
          sample.mark()
          section++
          const sorted = Float64Array.from(values).sort()
          const place = probability * (sorted.length - 1)
          const beside = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!].map(Math.abs)
          const error =
            sample.quantile(probability, section - 1, section) - exactly(sorted, probability)
          expect(Math.abs(error)).toBeLessThanOrEqual(Math.max(...beside) / 4096 + 1e-300)
        }
      )
    )
  })

  test("go on the same from bytes, with equal bytes", () => {
    for (const cut of [KEPT_MAX, KEPT_MAX + 20_000]) {
      const whole = aSample(large.subarray(0, cut), 60_000)
      const copy = copied(whole)
      expect(isSame(bytesOf(copy), bytesOf(whole))).toBe(true)
      for (const value of large.subarray(cut, cut + 10_000)) {
        whole.add(value)
        copy.add(value)
      }
      expect(isSame(bytesOf(copy), bytesOf(whole))).toBe(true)
      expect(copy.quantile(0.95, -1, LAST)).toBe(whole.quantile(0.95, -1, LAST))
    }
  })

  test("take no more room for more values", () => {
    const values = waits(100_000, 5)
    const sample = aSample(large)
    const room: Array<number> = []
    for (let round = 0; round < 4; round++) {
      for (const value of values) sample.add(value)
      room.push(bytesOf(sample).length)
    }
    expect(new Set(room.slice(1)).size).toBe(1)
    expect(room[0]).toBeLessThan(8 * large.length)
  })
})
