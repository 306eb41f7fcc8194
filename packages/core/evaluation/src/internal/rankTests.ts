/**
 * From the tests of all ordered pairs of units to the ranks that they leave open.
 */

import type { RankRange, RankSets, UnitRanks } from "../RankSet.ts"
import * as Rational from "../Rational.ts"
import { stepDown, type Test } from "./stepDown.ts"

/** The tests of all ordered pairs, row by row; the place of (one, other) is one * n + other. */
export const pairs = (
  count: number,
  test: (one: number, other: number) => Test
): ReadonlyArray<Test | "None"> =>
  Array.from({ length: count * count }, (_, place) => {
    const [one, other] = [Math.floor(place / count), place % count]
    return one === other ? "None" : test(one, other)
  })

/** The sets that the tests leave open; `order` is above 0 where the first unit is the better one. */
export const setsOf = (
  method: RankSets["method"],
  units: ReadonlyArray<{ readonly unitId: string }>,
  confidence: Rational.Rational,
  tests: ReadonlyArray<Test | "None">,
  order: (one: number, other: number) => number
): RankSets => {
  const count = units.length
  const all = refusedAmong(
    tests,
    tests.map((_, place) => place),
    confidence
  )
  const ranks = units.map(({ unitId }, unit): UnitRanks => {
    const mine = units.flatMap((_, other) => [unit * count + other, other * count + unit])
    const own = refusedAmong(tests, mine, confidence)
    return {
      unitId,
      ...spanOf(unit, count, order),
      marginal: rangeOf(unit, count, (one, other) => own.has(one * count + other)),
      simultaneous: rangeOf(unit, count, (one, other) => all.has(one * count + other))
    }
  })
  return { method, confidence, units: ranks }
}

/** Which of the tests at these places refuse, as places in the list of all tests. */
const refusedAmong = (
  tests: ReadonlyArray<Test | "None">,
  places: ReadonlyArray<number>,
  confidence: Rational.Rational
): ReadonlySet<number> => {
  const family = places.flatMap((place) => {
    const test = tests[place]
    return test === undefined || test === "None" ? [] : [{ test, place }]
  })
  const level = Rational.subtract(Rational.one, confidence)
  const refused = stepDown(
    family.map(({ test }) => test),
    level
  )
  return new Set(family.flatMap(({ place }, at) => (refused.has(at) ? [place] : [])))
}

/** The ranks that are left to a unit by who is surely better than whom. */
export const rangeOf = (
  unit: number,
  count: number,
  isBetter: (one: number, other: number) => boolean
): RankRange => {
  let [best, worst] = [1, count]
  for (let other = 0; other < count; other += 1) {
    if (other === unit) continue
    if (isBetter(other, unit)) best += 1
    if (isBetter(unit, other)) worst -= 1
  }
  return { best, worst }
}

/** The ranks of a unit by the estimates alone, ties sharing theirs. */
export const spanOf = (
  unit: number,
  count: number,
  order: (one: number, other: number) => number
) => {
  let [first, last] = [1, count]
  for (let other = 0; other < count; other += 1) {
    const sign = order(other, unit)
    if (sign > 0) first += 1
    if (sign < 0) last -= 1
  }
  return { first, last }
}
