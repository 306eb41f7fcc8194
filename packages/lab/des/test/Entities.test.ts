import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Entities from "../src/Entities.ts"

describe("Entities", () => {
  test("rows are used again, so the table follows how many are present", () => {
    const entities = Entities.make(2)
    const rows = new Set<number>()
    for (let round = 0; round < 100; round++) {
      const some = [entities.create(), entities.create(), entities.create()]
      for (const row of some) rows.add(row)
      for (const row of some) entities.destroy(row)
    }
    expect([...rows].sort()).toEqual([0, 1, 2])
    expect(entities.count).toBe(0)
  })

  test("columns keep their numbers when the table grows", () => {
    const entities = Entities.make(1)
    const raisedSec = entities.column(Float64Array)
    const level = entities.column(Uint8Array)
    for (let index = 0; index < 100; index++) {
      const row = entities.create()
      raisedSec.values[row] = index / 3
      level.values[row] = index
    }
    const late = entities.column(Int32Array)
    expect(late.values.length).toBeGreaterThanOrEqual(100)
    expect(Array.from(raisedSec.values.subarray(0, 100))).toEqual(
      Array.from({ length: 100 }, (_, index) => index / 3)
    )
    expect(level.values[99]).toBe(99)
  })

  test("lines agree with plain lists under any joining and leaving", () => {
    const steps = fc.array(fc.tuple(fc.nat(11), fc.integer({ min: -1, max: 2 })), {
      maxLength: 200
    })
    fc.assert(
      fc.property(steps, (moves) => {
        const entities = Entities.make(4)
        const first = entities.addLines(3)
        const lists: Array<Array<number>> = [[], [], []]
        for (let index = 0; index < 12; index++) entities.create()
        for (const [entity, line] of moves) {
          const from = entities.lineOf(entity)
          if (from >= 0) {
            entities.unlink(entity)
            lists[from - first]!.splice(lists[from - first]!.indexOf(entity), 1)
          }
          if (line >= 0) {
            entities.join(entity, first + line)
            lists[line]!.push(entity)
          }
        }
        for (const [index, list] of lists.entries()) {
          const walked: Array<number> = []
          let entity = entities.headOf(first + index)
          while (entity >= 0) {
            walked.push(entity)
            entity = entities.nextOf(entity)
          }
          expect(walked).toEqual(list)
        }
      }),
      { numRuns: 150, seed: 1 }
    )
  })

  test("who waits cannot be removed, and who is gone can neither wait nor be removed again", () => {
    const entities = Entities.make()
    const line = entities.addLines(1)
    const entity = entities.create()
    entities.join(entity, line)
    expect(() => entities.destroy(entity)).toThrow(`got ${entity}`)
    expect(() => entities.join(entity, line)).toThrow(RangeError)
    entities.unlink(entity)
    entities.destroy(entity)
    expect(entities.isPresent(entity)).toBe(false)
    expect(() => entities.destroy(entity)).toThrow(RangeError)
    expect(() => entities.join(entity, line)).toThrow(RangeError)
    expect(() => entities.destroy(12345)).toThrow("got 12345")
    expect(entities.isPresent(-1)).toBe(false)
  })

  test("refuses a capacity that is no whole number above 0", () => {
    for (const capacity of [0, -1, 2.5]) expect(() => Entities.make(capacity)).toThrow(RangeError)
  })
})
