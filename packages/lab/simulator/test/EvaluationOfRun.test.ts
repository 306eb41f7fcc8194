/**
 * A run and a real town are evaluated alike: the facts of records and the columns of a run give the same
 * result, and what is counted agrees with what the run itself and the rates of cases count.
 */
import { CaseRates, RateRow } from "@wangge/cases"
import { Evaluation, EvaluationPreset, type EvaluationRules } from "@wangge/evaluation"
import { CaseReplay, EvaluationOfRun, Simulation } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { aScenario } from "./aScenario.ts"

const base = aScenario()
const scenario = { ...base, demand: { ...base.demand, multiplier: 40 } }

const presets: ReadonlyArray<readonly [string, EvaluationRules.EvaluationRules]> = [
  ["three rates", EvaluationPreset.threeRates],
  ["digital city", EvaluationPreset.digitalCity],
  ["grids", { ...EvaluationPreset.digitalCity, unitKind: "Grid" }]
]

/** What a run writes down, replayed. */
const runOf = (seed: number) => {
  const log = new CaseReplay.CaseLog()
  const replication = Simulation.run({ scenario, seed, replication: 0 }, { onMove: log.recorder })
  const rules = Simulation.rules(scenario)
  const replayed = CaseReplay.replay(rules, log)
  if (!replayed.ok) throw new Error(replayed.rejection.code)
  const items = [...replayed.cases.values()]
  return { replication, items, facts: EvaluationOfRun.factsOf(rules, log) }
}

const period = EvaluationOfRun.periodOf(scenario)

describe.each(presets)("by the rules of %s", (_, rules) => {
  test.each([1, 2, 3, 4, 5])("records and columns of the run with seed %i agree", (seed) => {
    const { facts } = runOf(seed)
    const ofRun = EvaluationOfRun.evaluate({ scenario, seed, replication: 0 }, rules)
    expect(ofRun).toEqual(Evaluation.evaluate(rules, facts, period))
    expect(ofRun.ok && ofRun.result.facts.counted).toBeGreaterThan(100)
  })
})

describe("what is counted", () => {
  const { replication, items, facts } = runOf(7)
  const once = items.filter((item) => item.reopenCount === 0)
  const onceIds = new Set<string>(once.map(({ caseId }) => caseId))
  const sumsOf = (given: typeof facts) => {
    const evaluated = Evaluation.evaluate(presets[2]![1], given, period)
    if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.problems))
    return (id: string, part: "numerator" | "denominator"): number =>
      evaluated.result.units.reduce((sum, { indicators }) => {
        const found = indicators.find(({ indicatorId }) => indicatorId === id)
        return sum + (found?.count[part] ?? 0)
      }, 0)
  }
  const rates = CaseRates.of(
    once.map((item) => RateRow.of(item, period.untilSec)),
    period
  )
  const sums = sumsOf(facts.filter(({ matterId }) => onceIds.has(matterId)))

  test("is what the run itself counts", () => {
    expect(sumsOf(facts)("filed", "denominator")).toBe(replication.outcomes.casesRaised)
  })

  test("is what the rates of cases count, for cases that were never reopened", () => {
    expect(rates.closing.denominatorCount).toBeGreaterThan(50)
    expect(sums("closed", "denominator")).toBe(rates.closing.denominatorCount)
    expect(sums("closed", "numerator")).toBe(rates.closing.numeratorCount)
    expect(sums("onTime", "numerator")).toBe(rates.onTime.numeratorCount)
    expect(rates.onTime.numeratorCount).toBeGreaterThan(30)
  })
})

test("watching for an evaluation changes nothing in the run", () => {
  const task = { scenario, seed: 7, replication: 0 }
  const log = new CaseReplay.CaseLog()
  expect(Simulation.run(task, { onMove: log.recorder }).hash).toBe(Simulation.run(task).hash)
})

test("a log of other rules is refused", () => {
  const log = new CaseReplay.CaseLog()
  Simulation.run({ scenario, seed: 7, replication: 0 }, { onMove: log.recorder })
  const rules = Simulation.rules(scenario)
  const later = { count: log.count - 5, at: (index: number) => log.at(index + 5) }
  expect(() => EvaluationOfRun.factsOf(rules, later)).toThrow(RangeError)
})
