/**
 * Small makers for the tests: facts, rules, exact numbers, and random ones of each.
 */
import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import {
  type CompiledRules,
  EvaluationFact,
  EvaluationPreset,
  EvaluationRules,
  Rational,
  SourcedDecimal
} from "../src/index.ts"

/** An exact number from its text. */
export const exact = (text: string): Rational.Rational => {
  const value = Rational.parse(text)
  if (value === "NotANumber") throw new Error(`${text} is no exact number`)
  return value
}

/** A number of a rule, assumed. */
export const number = (value: string): SourcedDecimal.SourcedDecimal =>
  SourcedDecimal.assumed(value, "for a test")

/** A fact about case `matter` of unit `unit`; one cause for each kind and matter unless given. */
export const aFact = (
  kind: string,
  matter: string,
  given: {
    readonly unit?: string
    readonly atSec?: number
    readonly quantity?: number
    readonly id?: string
    readonly causeId?: string
    readonly supersedesId?: string
  } = {}
): EvaluationFact.EvaluationFact => {
  const unit = given.unit ?? "unit-1"
  const causeId = given.causeId ?? `${matter}/${kind}`
  return EvaluationFact.of(
    {
      id: Id.make(given.id ?? `${unit}/${causeId}/${given.atSec ?? 10}`),
      kind,
      subjectId: unit,
      gridId: Id.make("grid-1"),
      atSec: given.atSec ?? 10,
      quantity: given.quantity ?? 1,
      unit: "case",
      causeId
    },
    { matterId: matter, supersedesId: given.supersedesId ?? "" }
  )
}

/** So many facts of one kind about as many matters. */
export const manyFacts = (
  kind: string,
  count: number,
  given: { readonly unit?: string; readonly from?: number } = {}
): ReadonlyArray<EvaluationFact.EvaluationFact> =>
  Array.from({ length: count }, (_, index) =>
    aFact(kind, `case-${index + (given.from ?? 0)}`, { unit: given.unit ?? "unit-1" })
  )

/** The preset of three rates with a minimum sample of 1, so that small examples have a score. */
export const smallRates: EvaluationRules.EvaluationRules = {
  ...EvaluationPreset.threeRates,
  indicators: EvaluationPreset.threeRates.indicators.map((indicator) => ({
    ...indicator,
    sampleMin: number("1")
  }))
}

/** Rules that are known to hold together. */
export const compiled = (rules: EvaluationRules.EvaluationRules): CompiledRules.CompiledRules => {
  const compilation = EvaluationRules.compile(rules)
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  return compilation.compiled
}

/** Any share from 0 to 1 with a small denominator. */
export const shares = fc
  .record({ below: fc.integer({ min: 1, max: 40 }), part: fc.integer({ min: 0, max: 40 }) })
  .map(({ below, part }) => Rational.make(part % (below + 1), below))

/** Any points from 0 to 100. */
export const points = shares.map((share) => Rational.multiply(share, Rational.hundred))

const kinds = [
  "contactOnTime",
  "contactLate",
  "caseDue",
  "caseClaimed",
  "caseConfirmed",
  "caseNotResolved",
  "reporterNotReached",
  "reporterSatisfied",
  "reporterDissatisfied",
  "caseReturned"
]

/** Any list of facts with distinct ids, some of them repeats of a cause, around a period of 0 to 100. */
export const factLists: fc.Arbitrary<ReadonlyArray<EvaluationFact.EvaluationFact>> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      matter: fc.integer({ min: 1, max: 6 }),
      unit: fc.constantFrom("unit-1", "unit-2", "unit-3"),
      version: fc.integer({ min: 1, max: 3 }),
      atSec: fc.integer({ min: -20, max: 140 })
    }),
    { maxLength: 80 }
  )
  .map((rows) =>
    rows.map(({ kind, matter, unit, version, atSec }, index) =>
      aFact(kind, `case-${matter}`, {
        unit,
        atSec,
        id: `fact-${index}`,
        causeId: `case-${matter}/${version}`
      })
    )
  )
