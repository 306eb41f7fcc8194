/**
 * A run of the simulator written down as numbers, and replayed through the records: every accepted
 * move becomes a command, and `CaseDecider` has to accept all of them. This is how a run proves
 * that the columns did nothing that a service would refuse.
 */
import {
  Case,
  CaseAction,
  type CaseCommand,
  CaseDecider,
  type CaseRejection,
  type CaseRules,
  CaseSource,
  Category,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  Urgency
} from "@wangge/cases"
import { Id } from "@wangge/facts"

/**
 * Is told every accepted move, so that a run can be written down and replayed through records.
 *
 * `action` is a position in `CaseAction.list`. The other numbers, zero where not named here:
 * Report source, category, urgency, grid, unit; Merge the other case; Triage urgency, level, unit;
 * Assign and Escalate unit; Suspend the end second; Resolve and WriteOff 1 with a result note;
 * RecordFollowUp outcome, satisfaction.
 *
 * @category recording
 * @since 0.1.0
 */
export type Recorder = (
  caseNumber: number,
  action: number,
  atSec: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number
) => void

/**
 * One accepted move as numbers, as a {@link Recorder} is told it.
 *
 * @category recording
 * @since 0.1.0
 */
export interface RecordedMove {
  readonly caseNumber: number
  readonly action: number
  readonly atSec: number
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
}

/** Numbers per move in the log's one array. */
const width = 8

/**
 * A growing list of accepted moves: eight numbers each, in one typed array.
 *
 * @category recording
 * @since 0.1.0
 */
export class CaseLog {
  #numbers: Float64Array = new Float64Array(width * 1024)
  #count = 0

  /** How many moves are written down. */
  get count(): number {
    return this.#count
  }

  /** The recorder to give to `CaseColumns`; it writes into this log. */
  readonly recorder: Recorder = (caseNumber, action, atSec, a, b, c, d, e) => {
    const start = this.#count * width
    if (start === this.#numbers.length) {
      const grown = new Float64Array(start * 2)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    const numbers = this.#numbers
    numbers[start] = caseNumber
    numbers[start + 1] = action
    numbers[start + 2] = atSec
    numbers[start + 3] = a
    numbers[start + 4] = b
    numbers[start + 5] = c
    numbers[start + 6] = d
    numbers[start + 7] = e
    this.#count += 1
  }

  /**
   * The move at a position, from 0.
   *
   * Throws a `RangeError` for a position outside the log.
   */
  at(index: number): RecordedMove {
    if (!(index >= 0 && index < this.#count)) {
      throw new RangeError(`The log has the moves 0 to ${this.#count - 1}; got ${index}`)
    }
    const start = index * width
    const numbers = this.#numbers
    return {
      caseNumber: numbers[start]!,
      action: numbers[start + 1]!,
      atSec: numbers[start + 2]!,
      a: numbers[start + 3]!,
      b: numbers[start + 4]!,
      c: numbers[start + 5]!,
      d: numbers[start + 6]!,
      e: numbers[start + 7]!
    }
  }
}

/**
 * The id of a unit in a replay, from its number in the columns; empty for -1, which is none.
 *
 * @category replay
 * @since 0.1.0
 */
export const unitIdOf = (unit: number): string => (unit < 0 ? "" : `unit-${unit}`)

/**
 * The id of a case in a replay, from its number in the columns.
 *
 * @category replay
 * @since 0.1.0
 */
export const caseIdOf = (caseNumber: number): Id.Id<"Case"> => Id.make(`case-${caseNumber}`)

/**
 * The id of a grid in a replay, from its number in the columns; empty for -1, which is none.
 *
 * @category replay
 * @since 0.1.0
 */
export const gridIdOf = (grid: number): Id.Id<"Grid"> | "" =>
  grid < 0 ? "" : Id.make<"Grid">(`grid-${grid}`)

/** Position to word, for lists whose positions stand in a log. */
const word = <Word extends string>(list: ReadonlyArray<Word>, position: number): Word => {
  const found = list[position]
  if (found === undefined) {
    throw new RangeError(
      `A position is 0 to ${list.length - 1} (${list.join(", ")}); got ${position}`
    )
  }
  return found
}

/** Who acts and why, where a simulated run has neither persons nor texts. */
const actor = "simulator"
const recorded = "recorded"

/**
 * The command of a recorded move. Actors, approvers, reasons and result notes of a simulated run
 * are placeholders; a result note is empty where the run gave none.
 *
 * Throws a `RangeError` for a number that stands for nothing.
 *
 * @category replay
 * @since 0.1.0
 */
export const toCommand = (move: RecordedMove): CaseCommand.CaseCommand => {
  const { a, atSec, b, c } = move
  const action = word(CaseAction.list, move.action)
  const order = { caseId: caseIdOf(move.caseNumber), atSec, actorId: actor, reason: recorded }
  switch (action) {
    case "Report":
      return {
        ...order,
        action,
        source: word(CaseSource.list, a),
        category: word(Category.list, b),
        urgency: word(Urgency.list, c),
        gridId: gridIdOf(move.d),
        unitId: unitIdOf(move.e)
      }
    case "Merge":
      return { ...order, action, intoCaseId: a < 0 ? "" : caseIdOf(a) }
    case "Triage": {
      const level = word(HandlingLevel.list, b)
      return { ...order, action, urgency: word(Urgency.list, a), level, unitId: unitIdOf(c) }
    }
    case "Assign":
      return { ...order, action, unitId: unitIdOf(a) }
    case "Escalate":
      return { ...order, action, unitId: unitIdOf(a) }
    case "Extend":
      return { ...order, action, approverId: actor }
    case "Suspend":
      return { ...order, action, approverId: actor, untilSec: a }
    case "Resolve":
      return { ...order, action, resultNote: a === 1 ? recorded : "" }
    case "RecordFollowUp": {
      const satisfaction = word(Satisfaction.list, b)
      return { ...order, action, outcome: word(FollowUpOutcome.list, a), satisfaction }
    }
    case "WriteOff":
      return { ...order, action, resultNote: a === 1 ? recorded : "" }
    case "Resume":
      return { ...order, action }
    case "Reopen":
      return { ...order, action }
    default:
      return { ...order, action }
  }
}

/**
 * What a replay says: the last state of every case by its number, or the first move that the
 * records refuse, with its position in the log.
 *
 * @category replay
 * @since 0.1.0
 */
export type Replayed =
  | { readonly ok: true; readonly cases: ReadonlyMap<number, Case.Case> }
  | {
      readonly ok: false
      readonly index: number
      readonly move: RecordedMove
      readonly rejection: CaseRejection.CaseRejection
    }

/**
 * Replays a log through `decide` and `evolve`.
 *
 * Cost: linear in the moves; one record per case is kept.
 *
 * @category replay
 * @since 0.1.0
 */
export const replay = (
  rules: CaseRules.CaseRules,
  log: { readonly count: number; readonly at: (index: number) => RecordedMove }
): Replayed => {
  const cases = new Map<number, Case.Case>()
  for (let index = 0; index < log.count; index++) {
    const move = log.at(index)
    const state = cases.get(move.caseNumber) ?? Case.none
    const decision = CaseDecider.decide(rules, state, toCommand(move))
    if (!decision.ok) return { ok: false, index, move, rejection: decision.rejection }
    cases.set(move.caseNumber, Case.evolve(state, decision.event))
  }
  return { ok: true, cases }
}
