/**
 * Measures as text: `quantity[.statistic][@station][/class]`, read and written.
 */
import type { Measure, Quantity, Statistic } from "../Measure.ts"
import * as MeasureProblem from "../MeasureProblem.ts"
import {
  type QuantityFacts,
  quantities,
  type StatisticKind,
  statisticKinds,
  statisticsOf
} from "./measureQuantities.ts"
import { nearest } from "./nearest.ts"

type Outcome<Value> = MeasureProblem.Outcome<Value>

const FORM = "quantity[.statistic][@station][/class]"
const MEAN: Statistic = { kind: "mean" }

/** The names of all quantities. */
export const names: ReadonlyArray<string> = Object.keys(quantities)

/** Whether a text names a quantity. */
export const isQuantity = (name: string): name is Quantity => Object.hasOwn(quantities, name)

const isKind = (name: string): name is StatisticKind => statisticKinds.some((kind) => kind === name)

/** A measure from its text. */
export const parse = (text: string): Outcome<Measure> => {
  const parts = /^([^.@/()]+)((?:\.[^.@/()]*(?:\([^()@]*\))?)*)(?:@([^@/]+))?(?:\/([^@/]+))?$/.exec(
    text.trim()
  )
  const quantity = parts?.[1]
  if (parts === null || quantity === undefined) return refuse("NotAMeasure", text, text, FORM)
  if (!isQuantity(quantity)) {
    return refuse("UnknownQuantity", text, quantity, nearest(quantity, names))
  }
  const known = quantities[quantity]
  const statistics = statisticsFrom(text, parts[2] ?? "", known)
  if (!statistics.ok) return statistics
  const [station, name] = [parts[3] ?? null, parts[4] ?? null]
  const measure = { quantity, ...statistics.value, station, class: name }
  const problem = placeProblem(text, measure)
  return problem === null ? { ok: true, value: measure } : { ok: false, problem }
}

/** What is wrong with where a measure is to be taken. */
export const placeProblem = (
  text: string,
  measure: Measure
): MeasureProblem.MeasureProblem | null => {
  const { hasClasses, where } = quantities[measure.quantity]
  if (where === "station" && measure.station === null) {
    return MeasureProblem.make("StationMissing", text, measure.quantity, "followed by @station")
  }
  if (where === "network" && measure.station !== null) {
    return MeasureProblem.make("StationUnwanted", text, measure.station, "without @station")
  }
  if (!hasClasses && measure.class !== null) {
    return MeasureProblem.make("ClassUnwanted", text, measure.class, "without /class")
  }
  return null
}

/** The statistic and the time of a text such as `.is(3).at(5)`. */
const statisticsFrom = (
  text: string,
  written: string,
  known: QuantityFacts
): Outcome<{ readonly statistic: Statistic; readonly at: number | null }> => {
  let statistic: Statistic | null = null
  let at: number | null = null
  for (const [whole, name = "", , number] of written.matchAll(/\.([^.()]*)(\(([^()]*)\))?/g)) {
    const said = whole.slice(1)
    if (!isKind(name)) {
      return refuse("UnknownStatistic", text, said, nearest(name, statisticsOf[known.kind]))
    }
    const isSecond = name === "at" ? at !== null : statistic !== null || at !== null
    if (!statisticsOf[known.kind].includes(name) || isSecond) {
      return refuse("WrongStatistic", text, said, allowed(known))
    }
    const value = number === undefined || number.trim() === "" ? Number.NaN : Number(number)
    const wanted =
      name === "mean" || name === "sd" ? wantedNothing(number) : wantedNumber(name, value)
    if (wanted !== null) return refuse("BadStatistic", text, said, wanted)
    if (name === "at") at = value
    else statistic = statisticOf(name, value)
  }
  if (at !== null && statistic?.kind === "q") {
    return refuse("WrongStatistic", text, written.slice(1), allowed(known))
  }
  return { ok: true, value: { statistic: statistic ?? MEAN, at } }
}

const statisticOf = (kind: Exclude<StatisticKind, "at">, value: number): Statistic => {
  switch (kind) {
    case "mean":
    case "sd":
      return { kind }
    case "q":
      return { kind, probability: value }
    case "upTo":
      return { kind, limit: value }
    case "is":
      return { kind, level: value }
  }
}

const wantedNothing = (number: string | undefined): string | null =>
  number === undefined ? null : "without a number"

/** What the number of a statistic should be; null if it is. */
export const wantedNumber = (kind: "q" | "upTo" | "is" | "at", value: number): string | null => {
  if (kind === "q") return value > 0 && value < 1 ? null : "a probability such as q(0.95)"
  if (kind === "is")
    return Number.isSafeInteger(value) && value >= 0 ? null : "a whole number as in is(3)"
  return Number.isFinite(value) && value >= 0 ? null : `a time from 0 as in ${kind}(1.5)`
}

const allowed = (known: QuantityFacts): string => {
  const forms = {
    mean: "mean",
    sd: "sd",
    q: "q(0.95)",
    upTo: "upTo(1.5)",
    is: "is(3)",
    at: "at(5)"
  }
  const list = statisticsOf[known.kind].map((kind) => forms[kind])
  return known.kind === "level"
    ? `one of ${list.join(", ")}, is(3).at(5)`
    : `one of ${list.join(", ")}`
}

/** The text of a measure. */
export const toText = (measure: Measure): string => {
  const known = quantities[measure.quantity]
  const at = measure.at === null ? "" : `.at(${measure.at})`
  const isSilent = measure.statistic.kind === "mean" && (at !== "" || known.kind === "count")
  const statistic = isSilent ? "" : `.${statisticText(measure.statistic)}`
  const station = measure.station === null ? "" : `@${measure.station}`
  return `${measure.quantity}${statistic}${at}${station}${measure.class === null ? "" : `/${measure.class}`}`
}

const statisticText = (statistic: Statistic): string => {
  switch (statistic.kind) {
    case "mean":
    case "sd":
      return statistic.kind
    case "q":
      return `q(${statistic.probability})`
    case "upTo":
      return `upTo(${statistic.limit})`
    case "is":
      return `is(${statistic.level})`
  }
}

const refuse = (
  code: MeasureProblem.Code,
  text: string,
  found: string,
  expected: string
): Outcome<never> => ({ ok: false, problem: MeasureProblem.make(code, text, found, expected) })
