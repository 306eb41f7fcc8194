/**
 * The log of a simulated run. The simulator writes its accepted moves down as numbers; here they go
 * case by case through `decide` and `evolve`, so that the log holds the same events that a service
 * would have stored, and no more than one case stands in memory at a time.
 */
import { Case, CaseDecider, type CaseEvent, CaseRejection, type CaseRules } from "@wangge/cases"
import { CaseReplay } from "@wangge/simulator"
import * as EventLog from "./EventLog.ts"
import { eventOf } from "./internal/caseRow.ts"
import * as LogAttribute from "./LogAttribute.ts"

/**
 * The log of the moves that a run wrote down, under the rules that it ran under.
 *
 * A simulated run has no persons and no texts: actors, approvers and reasons stay empty. Reading
 * the traces throws an `Error` if the records refuse a move of the run, which is a mistake of the
 * simulator. Cost: one small array of positions for the whole run; per reading one decision and one
 * record per move.
 *
 * @category logs
 * @since 0.1.0
 */
export const make = (
  rules: CaseRules.CaseRules,
  log: Pick<CaseReplay.CaseLog, "count" | "at">
): EventLog.EventLog => {
  const chains = chain(log)
  return EventLog.make(LogAttribute.ownColumns, function* () {
    for (const first of chains.first) {
      yield traceOf(rules, log, chains.next, first)
    }
  })
}

interface Chains {
  /** Per case, in the order of the first moves, the position of that move. */
  readonly first: ReadonlyArray<number>
  /** Per move the position of the next one of the same case, -1 after the last. */
  readonly next: Int32Array
}

const chain = (log: Pick<CaseReplay.CaseLog, "count" | "at">): Chains => {
  const next = new Int32Array(log.count).fill(-1)
  const last = new Map<number, number>()
  const first: Array<number> = []
  for (let index = 0; index < log.count; index++) {
    const { caseNumber } = log.at(index)
    const before = last.get(caseNumber)
    if (before === undefined) first.push(index)
    else next[before] = index
    last.set(caseNumber, index)
  }
  return { first, next }
}

const traceOf = (
  rules: CaseRules.CaseRules,
  log: Pick<CaseReplay.CaseLog, "at">,
  next: Int32Array,
  first: number
): EventLog.Trace => {
  const events: Array<EventLog.LogEvent> = []
  let state: Case.State = Case.none
  for (let index = first; index >= 0; index = next[index]!) {
    const event = decided(rules, state, log.at(index))
    const after = Case.evolve(state, event)
    events.push(eventOf(event, after, "Simulated"))
    state = after
  }
  return { caseId: events[0]?.caseId ?? "", events }
}

const decided = (
  rules: CaseRules.CaseRules,
  state: Case.State,
  move: CaseReplay.RecordedMove
): CaseEvent.CaseEvent => {
  const decision = CaseDecider.decide(rules, state, CaseReplay.toCommand(move, rules))
  if (!decision.ok) {
    const words = CaseRejection.describe(decision.rejection).en
    throw new Error(`The records refuse a move of the run: ${words}`)
  }
  return decision.event
}
