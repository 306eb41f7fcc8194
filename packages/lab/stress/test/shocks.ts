/** Makers of ranges and shocks for the tests of this package. */
import type { Shock } from "@wangge/simulator"
import * as fc from "fast-check"
import { ShockOrder, ShockRange } from "../src/index.ts"

/** Ranges of a town with few days, grids and sizes, so that all its shocks can be listed. */
export const aRange = (changes?: Partial<ShockRange.ShockRange>): ShockRange.ShockRange => ({
  kinds: ShockRange.kinds,
  sizeSteps: { demand: { min: 1, max: 4 }, absence: { min: 1, max: 3 } },
  days: { min: 1, max: 5 },
  grids: { min: 1, max: 4 },
  fromDay: { min: 0, max: 4 },
  horizonDays: 5,
  gridCount: 4,
  ...changes
})

/** Every shock of a range. */
export const everyShock = (range: ShockRange.ShockRange): ReadonlyArray<Shock.Shock> => {
  const found: Array<Shock.Shock> = []
  for (const kind of range.kinds) {
    for (let sizeSteps = 1; sizeSteps <= range.sizeSteps[kind].max; sizeSteps += 1) {
      for (let days = 1; days <= range.horizonDays; days += 1) {
        for (let fromDay = 0; fromDay + days <= range.horizonDays; fromDay += 1) {
          for (let grids = 1; grids <= range.gridCount; grids += 1) {
            for (let firstGrid = 0; firstGrid + grids <= range.gridCount; firstGrid += 1) {
              const steps = { kind, sizeSteps, days, grids, firstGrid, fromDay }
              found.push(ShockOrder.toShock(steps))
            }
          }
        }
      }
    }
  }
  return found.filter((shock) => ShockOrder.isWithin(shock, range))
}

/** Steps of the default ranges of a year and 69 grids. */
export const someSteps: fc.Arbitrary<ShockOrder.Steps> = fc
  .record({
    kind: fc.constantFrom(...ShockRange.kinds),
    size: fc.integer({ min: 1, max: 40 }),
    days: fc.integer({ min: 1, max: 60 }),
    grids: fc.integer({ min: 1, max: 69 }),
    firstGrid: fc.integer({ min: 0, max: 68 }),
    fromDay: fc.integer({ min: 0, max: 305 })
  })
  .map(({ kind, size, days, grids, firstGrid, fromDay }) => ({
    kind,
    sizeSteps: kind === "absence" ? Math.ceil(size / 2) : size,
    days,
    grids,
    firstGrid: Math.min(firstGrid, 69 - grids),
    fromDay
  }))

/** Shocks of the default ranges of a year and 69 grids. */
export const someShock: fc.Arbitrary<Shock.Shock> = someSteps.map((one) => ShockOrder.toShock(one))
