import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as RandomStreams from "../src/RandomStreams.ts"

const stream = (seed = 1, replication = 0, name = "arrivals") =>
  RandomStreams.make({ seed, replication }).stream(name)

const word32 = fc.integer({ min: 0, max: 0xfffffffe })

describe("RandomStreams", () => {
  test("a number depends on its address and not on what was drawn before", () => {
    const addresses = fc.array(fc.tuple(fc.nat(50), fc.nat(5), fc.nat(7)), { minLength: 1 })
    fc.assert(
      fc.property(addresses, (all) => {
        const one = stream()
        const forward = all.map(([entity, purpose, index]) => one.uniform(entity, purpose, index))
        const other = stream()
        const backward = [...all]
          .reverse()
          .map(([entity, purpose, index]) => other.uniform(entity, purpose, index))
        expect(backward.reverse()).toEqual(forward)
      }),
      { numRuns: 100, seed: 1 }
    )
  })

  test("a cursor yields the uniform numbers of its address in order", () => {
    fc.assert(
      fc.property(word32, word32, (entity, purpose) => {
        const one = stream()
        const cursor = one.at(entity, purpose)
        for (let index = 0; index < 9; index++) {
          expect(cursor.uniform()).toBe(one.uniform(entity, purpose, index))
        }
        expect(one.at(entity, purpose).uniform()).toBe(one.uniform(entity, purpose))
      }),
      { numRuns: 100, seed: 2 }
    )
  })

  test("two cursors of one stream do not disturb each other", () => {
    const one = stream()
    const left = one.cursor().moveTo(1, 1)
    const right = one.cursor().moveTo(2, 1)
    const mixed = [left.normal(), right.normal(), left.normal(), right.normal()]
    const again = one.cursor().moveTo(1, 1)
    expect([again.normal(), again.normal()]).toEqual([mixed[0], mixed[2]])
  })

  test("seed, replication, name, entity, purpose and index each change the number", () => {
    const numbers = [
      stream().uniform(0, 0),
      stream(2).uniform(0, 0),
      stream(-1).uniform(0, 0),
      stream(1, 1).uniform(0, 0),
      stream(1, 0, "Arrivals").uniform(0, 0),
      stream(1, 0, "").uniform(0, 0),
      stream().uniform(1, 0),
      stream().uniform(0, 1),
      stream().uniform(0, 0, 1),
      stream().uniform(0, 0, 2)
    ]
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test("sequential generators repeat, and differ by stream and replication", () => {
    const first = (source: ReturnType<typeof stream>) => source.sequential().uniform()
    expect(first(stream())).toBe(first(stream()))
    const numbers = [
      first(stream()),
      first(stream(2)),
      first(stream(1, 1)),
      first(stream(1, 0, "x"))
    ]
    expect(new Set(numbers).size).toBe(4)
  })

  test("the same stream of two replications is uncorrelated", () => {
    const left = stream(1, 0)
    const right = stream(1, 1)
    let sum = 0
    const count = 20_000
    for (let entity = 0; entity < count; entity++) {
      sum += (left.uniform(entity, 0) - 0.5) * (right.uniform(entity, 0) - 0.5)
    }
    // The product has standard deviation 1/12; 5 standard errors.
    expect(Math.abs(sum / count)).toBeLessThan(5 / 12 / Math.sqrt(count))
  })

  test("seeds, replications and addresses outside their range are refused with the value", () => {
    for (const seed of [0.5, Number.NaN, 2 ** 53]) {
      expect(() => RandomStreams.make({ seed, replication: 0 })).toThrow(`got ${seed}`)
    }
    for (const replication of [-1, 0.5, 2 ** 32]) {
      expect(() => RandomStreams.make({ seed: 1, replication })).toThrow(`got ${replication}`)
    }
    for (const [entity, purpose] of [
      [-1, 0],
      [0, 0xffffffff],
      [2 ** 32, 0],
      [0.5, 0],
      [0, Number.NaN]
    ] as const) {
      expect(() => stream().at(entity, purpose)).toThrow(`entity ${entity}, purpose ${purpose}`)
      expect(() => stream().uniform(entity, purpose)).toThrow(RangeError)
    }
    expect(() => stream().uniform(0, 0, -1)).toThrow("got -1")
    expect(() => stream().at(0xffffffff, 0xfffffffe)).not.toThrow()
  })
})
