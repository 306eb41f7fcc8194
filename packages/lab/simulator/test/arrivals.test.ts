import type { Scenario } from "@wangge/simulator"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { pick, streamNames } from "../src/internal/arrivals.ts"
import { aScenario } from "./aScenario.ts"
import { aTown } from "./aTown.ts"

const flat = (length: number): ReadonlyArray<number> => new Array<number>(length).fill(1)

/** A town without seasons or weekends, so that every day has the same mean. */
const even = (parts: { readonly multiplier: number; readonly days: number }): Scenario.Scenario => {
  const base = aScenario()
  const categories = Object.fromEntries(
    Object.entries(base.demand.categories).map(([name, row]) => [
      name,
      { ...row, monthShape: flat(12) }
    ])
  )
  return {
    ...base,
    calendar: { ...base.calendar, days: parts.days, warmUpDays: 0 },
    demand: {
      ...base.demand,
      multiplier: parts.multiplier,
      categories,
      weekdayShape: flat(7)
    }
  }
}

interface Row {
  readonly atSec: number
  readonly kind: number
  readonly grid: number
  readonly world: number
  readonly purpose: number
}

/** All arrivals of a day in the order they come. */
const dayOf = (arrivals: ReturnType<typeof aTown>["arrivals"], day: number): ReadonlyArray<Row> => {
  const batch = arrivals.fill(day)
  return Array.from(batch.order, (row) => ({
    atSec: batch.atSec[row]!,
    kind: batch.kind[row]!,
    grid: batch.grid[row]!,
    world: batch.world[row]!,
    purpose: batch.purpose[row]!
  }))
}

const everyDay = (scenario: Scenario.Scenario, seed = 1): ReadonlyArray<ReadonlyArray<Row>> => {
  const { arrivals, days } = aTown(scenario, seed)
  return Array.from({ length: days.dayCount }, (_, day) => dayOf(arrivals, day))
}

describe("counts", () => {
  // 2,000 days; the mean of a Poisson mean m has standard deviation sqrt(m / 2000), the variance one
  // of about sqrt((m + 2 m^2) / 2000). Five of them: false alarm below one in a million per stream.
  const dayCount = 2000
  const scenario = even({ multiplier: 40, days: dayCount })
  const residents = scenario.territory.households * scenario.territory.personsPerHousehold
  const counts = streamNames.map(() => new Float64Array(dayCount))
  everyDay(scenario).forEach((rows, day) => {
    for (const row of rows) counts[row.kind]![day]! += 1
  })

  test.each(streamNames.map((name, kind) => ({ name, kind })))(
    "$name is Poisson with the mean of its rate",
    ({ name, kind }) => {
      const perMonth =
        name === "defects"
          ? scenario.defects.perThousandMonth
          : scenario.demand.perThousandMonth[name]
      const mean = ((perMonth * 40 * 12) / 365) * (residents / 1000)
      const sample = Array.from(counts[kind]!)
      const average = sample.reduce((sum, value) => sum + value, 0) / dayCount
      const variance =
        sample.reduce((sum, value) => sum + (value - average) ** 2, 0) / (dayCount - 1)
      expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / dayCount))
      const spread = Math.sqrt((mean + 2 * mean * mean) / dayCount)
      expect(Math.abs(variance - mean)).toBeLessThan(5 * spread)
    }
  )

  test("more demand with the same luck never brings fewer, in any stream, grid and day", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 1e6 }),
        (left, right, seed) => {
          const cells = (multiplier: number): Map<string, number> => {
            const found = new Map<string, number>()
            for (const row of everyDay(even({ multiplier, days: 2 }), seed).flat()) {
              const key = `${row.kind}/${row.grid}`
              found.set(key, (found.get(key) ?? 0) + 1)
            }
            return found
          }
          const more = cells(Math.max(left, right))
          for (const [key, count] of cells(Math.min(left, right))) {
            expect(more.get(key) ?? 0).toBeGreaterThanOrEqual(count)
          }
        }
      ),
      { numRuns: 100, seed: 11 }
    )
  })

  test("a stream at rate 0 brings nothing", () => {
    const base = even({ multiplier: 40, days: 60 })
    const quiet = {
      ...base,
      demand: {
        ...base.demand,
        perThousandMonth: { ...base.demand.perThousandMonth, tickets: 0 }
      }
    }
    const kinds = new Set(everyDay(quiet).flatMap((rows) => rows.map((row) => row.kind)))
    expect([...kinds].sort()).toEqual([1, 2, 3, 4, 5])
  })
})

describe("a demand shock", () => {
  const base = even({ multiplier: 20, days: 10 })
  const shock = {
    kind: "demand",
    multiplier: 4,
    fromDay: 3,
    days: 2,
    firstGrid: 1,
    grids: 1
  } as const
  const quiet = everyDay(base)
  const hit = everyDay({ ...base, shocks: [shock] })

  test("leaves every arrival of the quiet world as it was", () => {
    expect(hit.map((rows) => rows.filter((row) => row.world === 0))).toEqual(quiet)
  })

  test("adds cases on its days and in its grids only, about as many as it says", () => {
    const extra = hit.flatMap((rows, day) =>
      rows.filter((row) => row.world > 0).map((row) => ({ ...row, day }))
    )
    expect([...new Set(extra.map((row) => row.day))]).toEqual([3, 4])
    expect([...new Set(extra.map((row) => row.grid))]).toEqual([1])
    const expected = base.territory.households * 0.5 * 2.5 * 45 * ((20 * 12) / 365 / 1000) * 3 * 2
    // Poisson: within 6 standard deviations.
    expect(Math.abs(extra.length - expected)).toBeLessThan(6 * Math.sqrt(expected))
  })

  test("of multiplier 1 adds nothing", () => {
    expect(everyDay({ ...base, shocks: [{ ...shock, multiplier: 1 }] })).toEqual(quiet)
  })
})

describe("the shape of time", () => {
  const base = even({ multiplier: 200, days: 28 })
  const noon = flat(24).map((_, hour) => (hour === 12 ? 3 : hour === 13 ? 1 : 0))
  const weekend = [0, 0, 0, 0, 0, 1, 3]
  const shaped = {
    ...base,
    demand: { ...base.demand, hourShape: noon, weekdayShape: weekend }
  }
  const days = everyDay(shaped)
  const { days: table } = aTown(shaped)

  test("hours of weight 0 are never picked, and the others by their weights", () => {
    const hours = days.flatMap((rows, day) =>
      rows.map((row) => Math.floor((row.atSec - table.startSec[day]!) / 3600))
    )
    expect([...new Set(hours)].sort()).toEqual([12, 13])
    const share = hours.filter((hour) => hour === 12).length / hours.length
    // Five standard deviations of a share of 3/4.
    expect(Math.abs(share - 0.75)).toBeLessThan(5 * Math.sqrt(0.1875 / hours.length))
  })

  test("weekdays of weight 0 bring nothing, and the week's total stays what it was", () => {
    const byDay = days.map((rows, day) => ({ weekday: table.weekday[day]!, count: rows.length }))
    const on = (weekday: number): number =>
      byDay.filter((one) => one.weekday === weekday).reduce((sum, one) => sum + one.count, 0)
    expect([0, 1, 2, 3, 4].map(on)).toEqual([0, 0, 0, 0, 0])
    expect(Math.abs(on(6) - 3 * on(5))).toBeLessThan(6 * Math.sqrt(on(6) + 9 * on(5)))
    const total = everyDay(base).flat().length
    expect(Math.abs(days.flat().length - total)).toBeLessThan(6 * Math.sqrt(2 * total))
  })

  test("arrivals of a day lie in it and come in order", () => {
    for (const [day, rows] of everyDay(aScenario()).entries()) {
      const { days: calendar } = aTown(aScenario())
      rows.forEach((row, index) => {
        expect(row.atSec).toBeGreaterThanOrEqual(calendar.startSec[day]!)
        expect(row.atSec).toBeLessThan(calendar.startSec[day + 1]!)
        expect(row.atSec).toBeGreaterThanOrEqual(rows[index - 1]?.atSec ?? 0)
      })
    }
  })
})

describe("picking by weight", () => {
  test("a category of weight 0 is never picked, wherever it stands", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(0, 0, 0.1, 0.3, 1), { minLength: 12, maxLength: 12 })
          .map((shares): ReadonlyArray<number> => shares)
          .filter((shares) => shares.some((share) => share > 0)),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (weights, uniform) => {
          const base = aScenario()
          const total = weights.reduce((sum, value) => sum + value, 0)
          const names = Object.keys(base.demand.categories)
          const categories = Object.fromEntries(
            Object.entries(base.demand.categories).map(([name, row]) => [
              name,
              { ...row, share: weights[names.indexOf(name)]! / total }
            ])
          )
          const { arrivals } = aTown({ ...base, demand: { ...base.demand, categories } })
          for (const month of [0, 6]) {
            const picked = arrivals.categoryOf(0, month, uniform)
            expect(weights[picked]).toBeGreaterThan(0)
          }
        }
      ),
      { numRuns: 200, seed: 3 }
    )
  })

  test("the first share above the number is picked", () => {
    const shares = Float64Array.of(0.25, 0.25, 1)
    expect([0, 0.2499, 0.25, 0.9999].map((uniform) => pick(shares, uniform))).toEqual([0, 0, 2, 2])
  })
})
