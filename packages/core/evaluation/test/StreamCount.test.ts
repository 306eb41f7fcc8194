/**
 * Records and columns agree: the same random facts are evaluated as records and counted as a stream,
 * cut into batches anywhere, and every count, score, band and rank is the same.
 */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type CompiledRules,
  Evaluation,
  type EvaluationFact,
  EvaluationPeriod,
  EvaluationPreset,
  type EvaluationResult,
  type EvaluationRules,
  FactColumns,
  ScoreColumns,
  StreamCount,
  StreamTotals
} from "../src/index.ts"
import { rankColumns } from "../src/internal/rankColumns.ts"
import { aFact, compiled, factLists, number, smallRates } from "./aFact.ts"

const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 100, asOfSec: 120 })

const lowered = (rules: EvaluationRules.EvaluationRules): EvaluationRules.EvaluationRules => ({
  ...rules,
  unitKind: "Subject",
  indicators: rules.indicators.map((indicator) => ({ ...indicator, sampleMin: number("1") }))
})

/** Rules of every shape: sums, roots, adjustments, reweighting, quotas, ratios and exclusions. */
const rulesList: ReadonlyArray<readonly [string, EvaluationRules.EvaluationRules]> = [
  ["a sum", smallRates],
  ["a root", { ...smallRates, method: "WeightedGeometric" }],
  [
    "parts left out",
    { ...smallRates, insufficient: { rule: "Reweight", weightMin: number("0.3") } }
  ],
  [
    "quotas",
    {
      ...smallRates,
      bands: {
        ...smallRates.bands,
        quotas: [{ bandId: "excellent", shareMax: number("0.4"), ties: "AllDown" }]
      }
    }
  ],
  ["adjustments", { ...lowered(EvaluationPreset.helong), parts: smallRates.parts }],
  ["closings", lowered(EvaluationPreset.digitalCity)]
]

/** The kinds that give parts a value, drawn more often than the others. */
const busyKinds = [
  "contactOnTime",
  "caseDue",
  "caseOnTime",
  "caseConfirmed",
  "reporterSatisfied",
  "caseChecked"
]

const kinds = [
  "contactOnTime",
  "contactLate",
  "caseDue",
  "caseOnTime",
  "caseLate",
  "caseConfirmed",
  "caseNotResolved",
  "reporterNotReached",
  "reporterSatisfied",
  "reporterDissatisfied",
  "caseChecked",
  "caseReworked",
  "appealUpheld",
  "recordFoundFalse",
  "caseHelped",
  "visitDue",
  "visitDeclined",
  ...busyKinds,
  ...busyKinds,
  "inspectionPointsOpen",
  "inspectionPointsPossibleOpen",
  "unheardOf"
]

/** Any facts, more of them than `factLists` and of all kinds, with repeats, gaps and corrections. */
const manyFacts: fc.Arbitrary<ReadonlyArray<EvaluationFact.EvaluationFact>> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      matter: fc.integer({ min: 1, max: 12 }),
      unit: fc.constantFrom("unit-1", "unit-2", "unit-3", "unit-3", "unit-4", ""),
      version: fc.integer({ min: 1, max: 2 }),
      atSec: fc.integer({ min: -20, max: 140 }),
      quantity: fc.nat(9)
    }),
    { minLength: 60, maxLength: 200 }
  )
  .map((rows) =>
    rows.map(({ kind, matter, unit, version, atSec, quantity }, index) =>
      aFact(kind, `case-${matter}`, {
        unit,
        atSec,
        quantity,
        id: `fact-${index}`,
        causeId: `case-${matter}/${version}`,
        supersedesId: index % 9 === 8 ? `fact-${index - 3}` : ""
      })
    )
  )

/** A part of a batch as a batch of its own. */
const slice = (
  batch: FactColumns.FactBatch,
  from: number,
  until: number
): FactColumns.FactBatch => ({
  count: until - from,
  unit: batch.unit.subarray(from, until),
  matter: batch.matter.subarray(from, until),
  kind: batch.kind.subarray(from, until),
  cause: batch.cause.subarray(from, until),
  atSec: batch.atSec.subarray(from, until),
  quantity: batch.quantity.subarray(from, until)
})

const begun = (
  rules: CompiledRules.CompiledRules,
  unitIds: ReadonlyArray<string>
): StreamCount.StreamCount => {
  const beginning = StreamCount.begin(rules, period, unitIds)
  if (!beginning.ok) throw new Error(JSON.stringify(beginning.problems))
  return beginning.stream
}

const columnsOf = (
  rules: CompiledRules.CompiledRules,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>
): { readonly batch: FactColumns.FactBatch; readonly unitIds: ReadonlyArray<string> } => {
  const found = FactColumns.of(rules, facts, period)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found
}

const streamOf = (
  rules: CompiledRules.CompiledRules,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  size: number
): StreamCount.StreamCount => {
  const { batch, unitIds } = columnsOf(rules, facts)
  const stream = begun(rules, unitIds)
  for (let from = 0; from < batch.count; from += size) {
    StreamCount.add(stream, slice(batch, from, Math.min(batch.count, from + size)))
  }
  StreamCount.end(stream)
  return stream
}

/** What columns say of a unit, in the words of a result. */
const rowOf = (
  rules: CompiledRules.CompiledRules,
  columns: ScoreColumns.ScoreColumns,
  unit: number
): unknown => {
  const score = ScoreColumns.scoreOf(columns, unit)
  if (score === "None") return "Insufficient"
  const [first, last] = [columns.firsts[unit], columns.lasts[unit]]
  return {
    score,
    band: rules.bands.ids[columns.bands[unit]!],
    first,
    last,
    of: columns.scoredCount
  }
}

const expectedRow = (unit: EvaluationResult.UnitResult): unknown => {
  if (unit.status !== "Scored") return unit.status
  const { score, band, rank } = unit
  return { score, band: band.bandId, first: rank.first, last: rank.last, of: rank.of }
}

describe.each(rulesList)("rules with %s", (_, rules) => {
  const known = compiled(rules)

  test("columns count, tally, score, band and rank as records do", () => {
    let scoredCount = 0
    fc.assert(
      fc.property(
        fc.oneof(factLists, manyFacts, manyFacts, manyFacts),
        fc.integer({ min: 1, max: 30 }),
        (facts, size) => {
          const evaluated = Evaluation.evaluate(rules, facts, period)
          if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.problems))
          const { result } = evaluated
          const stream = streamOf(known, facts, size)
          const counting = StreamTotals.toCounted(stream)
          if (!counting.ok) throw new Error(JSON.stringify(counting.problems))
          expect(Evaluation.ofCounts(known, counting.counted, period)).toEqual(result)
          const columns = ScoreColumns.of(stream)
          const rows = stream.unitIds.map((_, unit) => rowOf(known, columns, unit))
          expect(rows).toEqual(result.units.map(expectedRow))
          scoredCount += columns.scoredCount
        }
      )
    )
    expect(scoredCount).toBeGreaterThan(20)
  })

  test("two streams over other matters add up to one over all", () => {
    fc.assert(
      fc.property(manyFacts, (given) => {
        const facts = given.map((fact) => ({ ...fact, supersedesId: "" }))
        const whole = streamOf(known, facts, 7)
        const isOdd = (fact: EvaluationFact.EvaluationFact): boolean =>
          Number(fact.matterId.slice("case-".length)) % 2 === 1
        const halves = [facts.filter(isOdd), facts.filter((fact) => !isOdd(fact))].map((half) => {
          const stream = begun(known, whole.unitIds)
          const { batch, unitIds } = columnsOf(known, half)
          const numbers = unitIds.map((id) => whole.unitIds.indexOf(id))
          const unit = batch.unit.map((number) => numbers[number] ?? number)
          StreamCount.add(stream, { ...batch, unit })
          StreamCount.end(stream)
          return stream
        })
        const [left, right] = halves
        StreamTotals.merge(left!, right!)
        expect(StreamTotals.toCounted(left!)).toEqual(StreamTotals.toCounted(whole))
      })
    )
  })
})

describe("a stream", () => {
  const rules = compiled(smallRates)
  const batchOf = (rows: ReadonlyArray<Partial<Record<keyof FactColumns.FactBatch, number>>>) => {
    const batch = FactColumns.empty(rows.length)
    rows.forEach((row, place) => {
      batch.unit[place] = row.unit ?? 0
      batch.matter[place] = row.matter ?? 0
      batch.kind[place] = row.kind ?? 0
      batch.cause[place] = row.cause ?? 0
      batch.atSec[place] = row.atSec ?? 0
    })
    return batch
  }

  test.each([
    ["a matter", [{ matter: 1 }, { matter: 0 }]],
    ["a kind", [{ kind: 1 }, { kind: 0 }]],
    ["a cause", [{ cause: 1 }, { cause: 0 }]],
    ["a second", [{ atSec: 1 }, { atSec: 0 }]]
  ])("that goes back by %s is refused, within a batch and between two", (_, rows) => {
    expect(() => StreamCount.add(begun(rules, ["a", "b"]), batchOf(rows))).toThrow(RangeError)
    const stream = begun(rules, ["a", "b"])
    StreamCount.add(stream, batchOf(rows.slice(0, 1)))
    expect(() => StreamCount.add(stream, batchOf(rows.slice(1)))).toThrow(RangeError)
  })

  test("with two units for one matter is refused", () => {
    const rows = [{ unit: 0 }, { unit: 1, kind: 1 }, { matter: 1 }]
    expect(() => StreamCount.add(begun(rules, ["a", "b"]), batchOf(rows))).toThrow(RangeError)
  })

  test("with a unit or a kind that it does not know is refused", () => {
    expect(() => StreamCount.add(begun(rules, ["a"]), batchOf([{ unit: 1 }]))).toThrow(RangeError)
    expect(() => StreamCount.add(begun(rules, ["a"]), batchOf([{ kind: 31 }]))).toThrow(RangeError)
  })

  test("ended twice counts its last matter once", () => {
    const facts = [aFact("contactOnTime", "case-1")]
    const stream = streamOf(rules, facts, 9)
    StreamCount.end(stream)
    expect(StreamTotals.countsOf(stream, 0).indicators[0]?.denominator).toBe(1)
  })

  test("adds only to one of the same rules and units", () => {
    const other = begun(rules, ["b"])
    expect(() => StreamTotals.merge(begun(rules, ["a"]), other)).toThrow(RangeError)
  })
})

test("a score that no longer fits whole numbers of a double is still exact", () => {
  const primes = [101, 103, 107]
  const wide: EvaluationRules.EvaluationRules = {
    ...smallRates,
    parts: smallRates.parts.map((part, index) => ({
      ...part,
      weight: number(
        ["0.333333333333333333", "0.333333333333333333", "0.333333333333333334"][index] ?? ""
      )
    }))
  }
  const pairs = [
    ["contactOnTime", "contactLate"],
    ["caseConfirmed", "caseNotResolved"],
    ["reporterSatisfied", "reporterDissatisfied"]
  ] as const
  const facts = pairs.flatMap(([good, bad], part) =>
    Array.from({ length: primes[part]! }, (_, place) =>
      aFact(place % 3 === 0 ? bad : good, `case-${place}`)
    )
  )
  const known = compiled(wide)
  const columns = ScoreColumns.of(streamOf(known, facts, 50))
  const evaluated = Evaluation.evaluate(wide, facts, period)
  const unit = evaluated.ok ? evaluated.result.units[0] : undefined
  expect(columns.large.size).toBe(1)
  expect(unit?.status === "Scored" && unit.score).toEqual(ScoreColumns.scoreOf(columns, 0))
})

test("scores a hair apart are ranked apart, though their quotients are one number", () => {
  const numerators = new Float64Array([9_007_199_254_740_989, 1, 9_007_199_254_740_990, 2, 0])
  const denominators = new Float64Array([9_007_199_254_740_988, 2, 9_007_199_254_740_989, 4, 0])
  expect(numerators[0]! / denominators[0]!).toBe(numerators[2]! / denominators[2]!)
  const { firsts, lasts, scoredCount } = rankColumns(numerators, denominators, new Map())
  expect([...firsts]).toEqual([1, 3, 2, 3, 0])
  expect([...lasts]).toEqual([1, 4, 2, 4, 0])
  expect(scoredCount).toBe(4)
})
