/**
 * A run of the simulator written down as numbers, and replayed through the records: every accepted
 * move becomes a command, and `CaseDecider` has to accept all of them. This is how a run proves
 * that the columns did nothing that a service would refuse.
 */
import { Case, CaseDecider, type CaseRejection, type CaseRules } from "@wangge/cases"
import { toCommand } from "./internal/caseCommands.ts"

export { caseIdOf, gridIdOf, processIdOf, toCommand, unitIdOf } from "./internal/caseCommands.ts"

/**
 * Is told every accepted move, so that a run can be written down and replayed through records.
 *
 * `action` is a position in `CaseAction.list`. The other numbers, zero where not named here:
 * Report source, category, urgency, grid, unit, and as `f`, `g`, `h` the second at which it was
 * written down, the start of the limit, and (parent + 1) x 2 + 1 if anonymous; Merge and
 * ReleaseDuplicate the other case, TakeDuplicate that and its demand; Triage urgency, level, unit,
 * kind of matter, object; Reclassify category, urgency, kind of matter, object, unit; Assign unit
 * and up to four helping units plus 1; Escalate unit and cause; Arbitrate and HandOver unit;
 * SettleOnSpot unit and note; Assess three scores and unit; Split up to four cases plus 1, and 1 if
 * it ends the parent; Suspend the end second; Resolve and WriteOff 1 with a result note; Check the
 * outcome; RecordFollowUp outcome, satisfaction; OpenSideProcess number and kind, CloseSideProcess
 * number and 1 if decided; DecideAppeal 1 if upheld. `actor` is who acts: 0 if unstated, else the
 * position of the role plus 1, plus 16 x the position of the level plus 1.
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
  e: number,
  actor: number,
  f: number,
  g: number,
  h: number
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
  readonly actor: number
  readonly f: number
  readonly g: number
  readonly h: number
}

/** Numbers per move in the log's one array. */
const width = 12

/**
 * A growing list of accepted moves: twelve numbers each, in one typed array.
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
  readonly recorder: Recorder = (caseNumber, action, atSec, a, b, c, d, e, actor, f, g, h) => {
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
    numbers[start + 8] = actor
    numbers[start + 9] = f
    numbers[start + 10] = g
    numbers[start + 11] = h
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
      e: numbers[start + 7]!,
      actor: numbers[start + 8]!,
      f: numbers[start + 9]!,
      g: numbers[start + 10]!,
      h: numbers[start + 11]!
    }
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
    const decision = CaseDecider.decide(rules, state, toCommand(move, rules))
    if (!decision.ok) return { ok: false, index, move, rejection: decision.rejection }
    cases.set(move.caseNumber, Case.evolve(state, decision.event))
  }
  return { ok: true, cases }
}
