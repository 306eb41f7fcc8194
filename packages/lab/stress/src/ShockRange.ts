/**
 * The declared ranges in which a search looks for shocks. "Nothing broke the promise" means
 * nothing without saying where one looked, so every verdict carries the ranges it is about.
 */
import type { Provenance } from "@wangge/facts"
import { Scenario, type Shock } from "@wangge/simulator"

/**
 * A kind of shock.
 *
 * @category ranges
 * @since 0.1.0
 */
export type Kind = Shock.Shock["kind"]

/**
 * The kinds of shocks a search can make, in the order that breaks ties.
 *
 * @category ranges
 * @source none: the two kinds the simulator knows
 * @since 0.1.0
 */
export const kinds: ReadonlyArray<Kind> = ["demand", "absence"]

/**
 * How far apart two neighbouring sizes of a shock are.
 *
 * `demand`: tenths of the usual demand, so that one step is a multiplier of 1.1. `absence`:
 * twentieths of the grid workers, so that one step is 5 %. `perUnit` steps make 1.
 *
 * @category ranges
 * @source none: finer than a town could tell apart, coarse enough to search
 * @since 0.1.0
 */
export const stepsPerUnit: Readonly<Record<Kind, number>> = { demand: 10, absence: 20 }

/**
 * Ranges of shocks for one scenario; both ends belong to a range.
 *
 * `sizeSteps` are counted as in {@link stepsPerUnit}: 40 demand steps are a multiplier of 5, 20
 * absence steps are everyone. `days` is the length of a shock, `fromDay` its first day (0 is the
 * first measured day), `grids` the number of grids it hits; it may start at any grid. A shock
 * always ends within the measured days and within the town.
 *
 * @category ranges
 * @since 0.1.0
 */
export interface ShockRange {
  readonly kinds: ReadonlyArray<Kind>
  readonly sizeSteps: Readonly<Record<Kind, Span>>
  readonly days: Span
  readonly grids: Span
  readonly fromDay: Span
  /** Measured days of the scenario. */
  readonly horizonDays: number
  /** Grids of the scenario. */
  readonly gridCount: number
}

/**
 * A range of whole numbers, both ends included.
 *
 * @category ranges
 * @since 0.1.0
 */
export interface Span {
  readonly min: number
  readonly max: number
}

/**
 * The ranges' defaults and why they are what they are.
 *
 * @category ranges
 * @source none: ours, each with its reason in the value itself
 * @since 0.1.0
 */
export const defaults: {
  readonly multiplierMax: { readonly value: number; readonly provenance: Provenance.Provenance }
  readonly absenceShareMax: { readonly value: number; readonly provenance: Provenance.Provenance }
  readonly daysMax: { readonly value: number; readonly provenance: Provenance.Provenance }
} = {
  multiplierMax: {
    value: 5,
    provenance: {
      kind: "assumed",
      reason:
        "single categories have risen far more for a day (water tickets 16.7 times in one typhoon), but all of a town's demand five times over for weeks is beyond any event known to us"
    }
  },
  absenceShareMax: {
    value: 1,
    provenance: { kind: "assumed", reason: "nobody at work is the worst that absence can be" }
  },
  daysMax: {
    value: 60,
    provenance: {
      kind: "assumed",
      reason: "two months: what lasts longer is no shock but a new normal, to be planned for"
    }
  }
}

/**
 * The default ranges of a scenario: both kinds, every size, 1 to 60 days, any part of the town.
 *
 * @category ranges
 * @source none: see {@link defaults}
 * @since 0.1.0
 */
export const of = (scenario: Scenario.Scenario): ShockRange => {
  const horizonDays = scenario.calendar.days
  const gridCount = Scenario.gridCount(scenario)
  return {
    kinds,
    sizeSteps: {
      demand: { min: 1, max: (defaults.multiplierMax.value - 1) * stepsPerUnit.demand },
      absence: { min: 1, max: defaults.absenceShareMax.value * stepsPerUnit.absence }
    },
    days: { min: 1, max: Math.min(defaults.daysMax.value, horizonDays) },
    grids: { min: 1, max: gridCount },
    fromDay: { min: 0, max: horizonDays - 1 },
    horizonDays,
    gridCount
  }
}

/**
 * One thing wrong with ranges: where, what stands there and what would be right.
 *
 * @category ranges
 * @since 0.1.0
 */
export interface Problem {
  readonly path: string
  readonly value: unknown
  readonly expected: string
}

/**
 * What is wrong with ranges for a scenario: an empty list if nothing is.
 *
 * @category ranges
 * @since 0.1.0
 */
export const problems = (
  range: ShockRange,
  scenario: Scenario.Scenario
): ReadonlyArray<Problem> => {
  const widest = of(scenario)
  const found: Array<Problem> = []
  const isKnown = range.kinds.every((kind) => kinds.includes(kind))
  if (range.kinds.length === 0 || !isKnown || new Set(range.kinds).size < range.kinds.length) {
    found.push({ path: "kinds", value: range.kinds, expected: `some of ${kinds.join(", ")}` })
  }
  const isSame = range.horizonDays === widest.horizonDays && range.gridCount === widest.gridCount
  if (!isSame) {
    found.push({
      path: "horizonDays, gridCount",
      value: [range.horizonDays, range.gridCount],
      expected: `those of the scenario: ${widest.horizonDays}, ${widest.gridCount}`
    })
  }
  const lastDay = widest.horizonDays - 1
  checkSpan(found, "sizeSteps.demand", range.sizeSteps.demand, { min: 1, max: 1000 })
  checkSpan(found, "sizeSteps.absence", range.sizeSteps.absence, widest.sizeSteps.absence)
  checkSpan(found, "days", range.days, { min: 1, max: widest.horizonDays })
  checkSpan(found, "grids", range.grids, widest.grids)
  checkSpan(found, "fromDay", range.fromDay, { min: 0, max: lastDay })
  if (found.length === 0 && range.fromDay.min + range.days.min > widest.horizonDays) {
    found.push({
      path: "fromDay.min",
      value: range.fromDay.min,
      expected: `at most ${widest.horizonDays - range.days.min}, so that the shortest shock ends in time`
    })
  }
  return found
}

const checkSpan = (found: Array<Problem>, path: string, span: Span, within: Span): void => {
  const isWhole = Number.isSafeInteger(span.min) && Number.isSafeInteger(span.max)
  if (!isWhole || span.min < within.min || span.max > within.max || span.min > span.max) {
    found.push({
      path,
      value: span,
      expected: `whole numbers min <= max from ${within.min} to ${within.max}`
    })
  }
}

/**
 * The ranges in one sentence, as a verdict prints them.
 *
 * @category ranges
 * @since 0.1.0
 */
export const toText = (range: ShockRange, lang: "en" | "zh"): string => {
  const { days, grids, fromDay, gridCount } = range
  const sizes = range.kinds.map((kind) => sizeText(kind, range.sizeSteps[kind])[lang])
  return lang === "en"
    ? `${sizes.join(" or ")}; ${days.min} to ${days.max} days, starting on day ${fromDay.min} to ${fromDay.max}; ${grids.min} to ${grids.max} of ${gridCount} grids; one shock at a time`
    : `${sizes.join("或")};持续${days.min}至${days.max}天,始于第${fromDay.min}至${fromDay.max}天;${gridCount}个网格中的${grids.min}至${grids.max}个;每次一个冲击`
}

const sizeText = (kind: Kind, span: Span): { readonly en: string; readonly zh: string } => {
  if (kind === "demand") {
    const from = (stepsPerUnit.demand + span.min) / stepsPerUnit.demand
    const to = (stepsPerUnit.demand + span.max) / stepsPerUnit.demand
    return { en: `demand x ${from} to x ${to}`, zh: `诉求量为${from}至${to}倍` }
  }
  const from = (span.min * 100) / stepsPerUnit.absence
  const to = (span.max * 100) / stepsPerUnit.absence
  return {
    en: `${from} % to ${to} % of the grid workers away`,
    zh: `${from}%至${to}%的网格员缺勤`
  }
}
