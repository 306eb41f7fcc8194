/**
 * A simulated run evaluated by the function that evaluates a real town: the moves of a run are replayed
 * through the records, give the facts that cases give in production, and go to `Evaluation`. A rule can
 * so be tried on a town that does not exist before anybody is paid by it.
 */
import { Case, CaseDecider, CaseFacts, type CaseRules, RegisterFacts } from "@wangge/cases"
import {
  type CompiledRules,
  Evaluation,
  EvaluationFact,
  EvaluationPeriod,
  EvaluationRules,
  FactColumns,
  StreamCount,
  StreamTotals
} from "@wangge/evaluation"
import type { Fact } from "@wangge/facts"
import { CaseLog, type RecordedMove, toCommand } from "./CaseReplay.ts"
import * as dayTable from "./internal/dayTable.ts"
import type { Scenario } from "./Scenario.ts"
import * as Simulation from "./Simulation.ts"

/**
 * The facts of a log of moves, as of its last move: those of every event in order, and for every case
 * that it was due. The type of each matter is the category of its case as it was then.
 *
 * Throws a `RangeError` for a move that the records refuse: the log is not of these rules. Visits and
 * inspections leave no facts: a run of cases knows none. Cost: linear in the moves.
 *
 * @category facts
 * @since 0.1.0
 */
export const factsOf = (
  rules: CaseRules.CaseRules,
  log: { readonly count: number; readonly at: (index: number) => RecordedMove }
): ReadonlyArray<EvaluationFact.EvaluationFact> => {
  const cases = new Map<number, Case.Case>()
  const facts: Array<EvaluationFact.EvaluationFact> = []
  const keep = (given: ReadonlyArray<Fact.Fact>, typeId: string): void => {
    for (const fact of given) facts.push(EvaluationFact.of(fact, { typeId }))
  }
  for (let index = 0; index < log.count; index += 1) {
    const move = log.at(index)
    const before: Case.State = cases.get(move.caseNumber) ?? Case.none
    const decision = CaseDecider.decide(rules, before, toCommand(move, rules))
    if (!decision.ok) {
      throw new RangeError(`The records refuse move ${index}: ${decision.rejection.code}`)
    }
    const after = Case.evolve(before, decision.event)
    keep(CaseFacts.of(before, decision.event), after.category)
    keep(RegisterFacts.of(before, decision.event), after.category)
    cases.set(move.caseNumber, after)
  }
  for (const item of cases.values()) keep(RegisterFacts.due(item), item.category)
  return facts
}

/**
 * The measured days of a scenario as a period; units are those that facts name.
 *
 * @category periods
 * @since 0.1.0
 */
export const periodOf = (scenario: Scenario): EvaluationPeriod.EvaluationPeriod => {
  const { startSec, firstMeasured, endSec } = dayTable.compile(scenario)
  return EvaluationPeriod.make({ fromSec: startSec[firstMeasured]!, untilSec: endSec })
}

/**
 * Runs a town and evaluates its units over the measured days by some rules.
 *
 * The same task and rules give the same result, on any machine. A part that only visits or inspections
 * could measure is absent, as in a town that does not record them.
 *
 * @category evaluation
 * @since 0.1.0
 */
export const evaluate = (
  task: Simulation.Task,
  rules: EvaluationRules.EvaluationRules
): Evaluation.Evaluated => {
  const compilation = EvaluationRules.compile(rules)
  if (!compilation.ok) return compilation
  const log = new CaseLog()
  Simulation.run(task, { onMove: log.recorder })
  const facts = factsOf(Simulation.rules(task.scenario), log)
  return ofColumns(compilation.compiled, facts, periodOf(task.scenario))
}

/** The columns are what a run of many towns would be counted with; they agree with the records. */
const ofColumns = (
  compiled: CompiledRules.CompiledRules,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  period: EvaluationPeriod.EvaluationPeriod
): Evaluation.Evaluated => {
  const columns = FactColumns.of(compiled, facts, period)
  if (!columns.ok) return columns
  const beginning = StreamCount.begin(compiled, period, columns.unitIds)
  if (!beginning.ok) return beginning
  const { stream } = beginning
  StreamCount.add(stream, columns.batch)
  StreamCount.end(stream)
  const counting = StreamTotals.toCounted(stream)
  if (!counting.ok) return counting
  return { ok: true, result: Evaluation.ofCounts(compiled, counting.counted, period) }
}
