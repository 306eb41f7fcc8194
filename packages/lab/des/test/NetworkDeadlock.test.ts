import * as fc from "fast-check"
import { expect, test } from "vitest"
import { findDeadlock } from "../src/internal/networkDeadlock.ts"

/** Pairs "from to" in order of blocking; every station is stuck unless it is named. */
const ringOf = (
  pairs: ReadonlyArray<readonly [number, number]>,
  moving: ReadonlyArray<number> = []
) =>
  findDeadlock({
    stationCount: 5,
    blockedFrom: pairs.map(([from]) => from),
    blockedTo: pairs.map(([, to]) => to),
    isStuck: (station) => !moving.includes(station)
  })

test("nobody blocked is no deadlock", () => {
  expect(ringOf([])).toBeNull()
})

test("two stations that wait for each other are one, named from the lowest", () => {
  expect(
    ringOf([
      [3, 1],
      [1, 3]
    ])
  ).toEqual([1, 3])
  expect(ringOf([[2, 2]])).toEqual([2])
})

test("a ring is no deadlock while one of its stations can still move", () => {
  expect(
    ringOf(
      [
        [1, 3],
        [3, 1]
      ],
      [3]
    )
  ).toBeNull()
})

test("a ring is no deadlock while one of its customers waits for a station that can move", () => {
  expect(
    ringOf(
      [
        [1, 3],
        [3, 1],
        [1, 4]
      ],
      [4]
    )
  ).toBeNull()
})

test("those who wait for a ring are no part of it", () => {
  expect(
    ringOf([
      [0, 2],
      [2, 4],
      [4, 2]
    ])
  ).toEqual([2, 4])
})

test("the ring follows whoever is blocked longest", () => {
  expect(
    ringOf([
      [1, 2],
      [1, 3],
      [2, 1],
      [3, 1]
    ])
  ).toEqual([1, 2])
  expect(
    ringOf([
      [1, 3],
      [1, 2],
      [2, 1],
      [3, 1]
    ])
  ).toEqual([1, 3])
})

test("a ring is found exactly if a set of stuck stations waits for nobody outside it", () => {
  const station = fc.nat(4)
  const pairs = fc.array(fc.tuple(station, station), { maxLength: 8 })
  fc.assert(
    fc.property(pairs, fc.subarray([0, 1, 2, 3, 4]), (blocked, moving) => {
      const ring = ringOf(blocked, moving)
      // Every set of stations is tried: stuck, with somebody blocked in each, all within the set.
      const sets = Array.from({ length: 31 }, (_, bits) =>
        [0, 1, 2, 3, 4].filter((one) => ((bits + 1) >> one) & 1)
      )
      const dead = sets.filter((set) =>
        set.every(
          (one) =>
            !moving.includes(one) &&
            blocked.some(([from]) => from === one) &&
            blocked.every(([from, to]) => from !== one || set.includes(to))
        )
      )
      expect(ring !== null).toBe(dead.length > 0)
      if (ring === null) return
      expect(dead.some((set) => ring.every((one) => set.includes(one)))).toBe(true)
      expect(ring[0]).toBe(Math.min(...ring))
      for (const [place, from] of ring.entries()) {
        const to = ring[(place + 1) % ring.length]
        expect(blocked.find(([one]) => one === from)?.[1]).toBe(to)
      }
    }),
    { numRuns: 1000 }
  )
})
