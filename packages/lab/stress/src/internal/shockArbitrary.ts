/**
 * Shocks as a fast-check arbitrary: how they are drawn, and how fast-check shrinks them along the
 * printed order. Shrinking needs no memory of earlier attempts, because the search remembers what
 * it has judged.
 */
import type { Shock } from "@wangge/simulator"
import * as fc from "fast-check"
import * as ShockOrder from "../ShockOrder.ts"
import type * as ShockRange from "../ShockRange.ts"
import * as Shrink from "../Shrink.ts"

/**
 * Shocks within `range` that cost less than `below` (`Infinity`: any), where one exists.
 *
 * Without a bound, every second shock has the largest size, length and share of the town: if any
 * shock breaks a promise, these most likely do. With a bound, days and grids are drawn so that
 * the cost stays under it, near it rather than far below.
 */
export class ShockArbitrary extends fc.Arbitrary<Shock.Shock> {
  readonly #range: ShockRange.ShockRange
  readonly #below: number

  constructor(range: ShockRange.ShockRange, below: number) {
    super()
    this.#range = range
    this.#below = below
  }

  generate(random: fc.Random): fc.Value<Shock.Shock> {
    const range = this.#range
    const kind = range.kinds[random.nextInt(0, range.kinds.length - 1)]!
    const size = range.sizeSteps[kind]
    const fromDay = random.nextInt(
      range.fromDay.min,
      Math.min(range.fromDay.max, range.horizonDays - range.days.min)
    )
    const daysMax = Math.min(range.days.max, range.horizonDays - fromDay)
    const days = { min: range.days.min, max: daysMax }
    const isLargest = this.#below === Infinity && random.nextInt(0, 1) === 0
    const factors = isLargest
      ? { sizeSteps: size.max, days: days.max, grids: range.grids.max }
      : this.#factors(random, size, days)
    const firstGrid = random.nextInt(0, range.gridCount - factors.grids)
    return new fc.Value(ShockOrder.toShock({ kind, ...factors, firstGrid, fromDay }), undefined)
  }

  /** Size first, then days and grids in either order, each leaving room for what comes after. */
  #factors(random: fc.Random, size: ShockRange.Span, days: ShockRange.Span) {
    const grids = this.#range.grids
    const most = this.#below === Infinity ? Infinity : this.#below - 1
    const sizeSteps = draw(random, size, most / (days.min * grids.min))
    const rest = most / sizeSteps
    if (random.nextInt(0, 1) === 0) {
      const dayCount = draw(random, days, rest / grids.min)
      return { sizeSteps, days: dayCount, grids: drawHigh(random, grids, rest / dayCount) }
    }
    const gridCount = draw(random, grids, rest / days.min)
    return { sizeSteps, days: drawHigh(random, days, rest / gridCount), grids: gridCount }
  }

  canShrinkWithoutContext(value: unknown): value is Shock.Shock {
    // Only this arbitrary's own values and the examples of the search ever come here.
    return value !== null && typeof value === "object" && "kind" in value
  }

  shrink(value: Shock.Shock): fc.Stream<fc.Value<Shock.Shock>> {
    const smaller = Shrink.candidates(value, this.#range)
    return fc.stream(smaller.map((one) => new fc.Value(one, undefined)).values())
  }
}

/** A whole number of the span, not above `most`; the span's low end where `most` lies below it. */
const draw = (random: fc.Random, span: ShockRange.Span, most: number): number =>
  random.nextInt(span.min, Math.max(span.min, Math.min(span.max, Math.floor(most))))

/** As {@link draw}, from the upper half. */
const drawHigh = (random: fc.Random, span: ShockRange.Span, most: number): number => {
  const max = Math.max(span.min, Math.min(span.max, Math.floor(most)))
  return random.nextInt(Math.max(span.min, Math.ceil(max / 2)), max)
}

/**
 * The largest shocks of every kind, on as many starting days as cover the horizon: what the
 * search tries first.
 */
export const largest = (range: ShockRange.ShockRange): ReadonlyArray<Shock.Shock> => {
  const shocks: Array<Shock.Shock> = []
  const days = Math.min(range.days.max, range.horizonDays - range.fromDay.min)
  const lastStart = Math.min(range.fromDay.max, range.horizonDays - days)
  const starts = new Set<number>()
  for (let day = range.fromDay.min; day < lastStart; day += days) starts.add(day)
  starts.add(lastStart)
  for (const fromDay of starts) {
    for (const kind of range.kinds) {
      const sizeSteps = range.sizeSteps[kind].max
      shocks.push(
        ShockOrder.toShock({ kind, sizeSteps, days, grids: range.grids.max, firstGrid: 0, fromDay })
      )
    }
  }
  return shocks
}

/**
 * Shocks of every kind that cost less than `below`, at full size and on the days of a known one:
 * the whole town for as long as that leaves, and the longest for as many grids as that leaves.
 */
export const strongest = (
  range: ShockRange.ShockRange,
  { below, near }: { readonly below: number; readonly near: Shock.Shock }
): ReadonlyArray<Shock.Shock> =>
  range.kinds
    .flatMap((kind) => {
      const sizeSteps = range.sizeSteps[kind].max
      const rest = (below - 1) / sizeSteps
      const few = Math.floor(rest / range.grids.max)
      const daysMax = Math.min(range.days.max, range.horizonDays - near.fromDay)
      const narrow = Math.min(range.grids.max, Math.floor(rest / daysMax))
      const firstGrid = Math.min(near.firstGrid, range.gridCount - narrow)
      const place = { kind, sizeSteps, fromDay: near.fromDay }
      return [
        { ...place, days: Math.min(few, daysMax), grids: range.grids.max, firstGrid: 0 },
        { ...place, days: daysMax, grids: narrow, firstGrid }
      ].map((one) => ShockOrder.toShock(one))
    })
    .filter((shock) => ShockOrder.isWithin(shock, range) && ShockOrder.cost(shock) < below)
