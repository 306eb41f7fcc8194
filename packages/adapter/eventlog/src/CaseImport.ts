/**
 * Logs of other programs as cases. Every row becomes commands, and every command is decided by the
 * same rules as in a service: what a profile refuses is told with its typed rejection, and either
 * left out or recorded as it was found. Nothing is invented between the rows.
 */
import {
  Case,
  type CaseCommand,
  CaseDecider,
  type CaseEvent,
  type CaseRejection,
  type CaseRules
} from "@wangge/cases"
import { asFoundRules } from "./internal/asFoundRules.ts"
import { Cells } from "./internal/cells.ts"
import { commandOf, type Place } from "./internal/commandOf.ts"
import type { LogMapping } from "./LogMapping.ts"
import type { LogProblem } from "./LogProblem.ts"
import * as LogTable from "./LogTable.ts"

/**
 * What becomes of a move that the profile does not allow: `Strict` leaves it out, `AsFound` records it
 * all the same, as long as it can be told at all.
 *
 * @source none: our own names
 * @category import
 * @since 0.1.0
 */
export const modes = ["Strict", "AsFound"] as const

/**
 * One of {@link modes}.
 *
 * @category import
 * @since 0.1.0
 */
export type Mode = (typeof modes)[number]

/**
 * A move of the log that the rules refuse, with the line it stands on, and whether it was recorded
 * nevertheless.
 *
 * @category import
 * @since 0.1.0
 */
export interface Refusal {
  readonly line: number
  readonly rejection: CaseRejection.CaseRejection
  readonly isRecorded: boolean
}

/**
 * What a log gives: the cases in the order in which they first appear, their events case after case,
 * and what is wrong, by line.
 *
 * @category import
 * @since 0.1.0
 */
export interface Imported {
  readonly cases: ReadonlyArray<Case.Case>
  readonly events: ReadonlyArray<CaseEvent.CaseEvent>
  readonly problems: ReadonlyArray<LogProblem>
  readonly refusals: ReadonlyArray<Refusal>
}

/**
 * The cases in a table, under a mapping and the rules of a profile.
 *
 * The rows of a case are put in the order of their times, rows of one second in the order of the
 * file. A row with a problem is left out, the others go on. A case whose report is missing has no
 * move that can be recorded, in either mode. Throws a `RangeError` if the zone of the mapping is
 * unknown. Cost: linear in the rows but for sorting; about two decisions per refused move.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { CaseProfile, CaseRules } from "@wangge/cases"
 * import { CaseImport, CsvReader, LogMapping } from "@wangge/eventlog"
 *
 * const { table } = CsvReader.read("nr,step,when\n7,in,2026-03-02 08:00\n7,done,2026-03-03 17:00\n")
 * const mapping: LogMapping.LogMapping = {
 *   caseId: "nr", activity: "step", time: "when", zone: "Asia/Shanghai", isGuarded: false,
 *   activities: { in: ["Report"], done: ["WriteOff"] },
 *   fields: {
 *     source: { usual: "Hotline" }, category: { usual: "Other" }, urgency: { usual: "Ordinary" },
 *     gridId: { usual: "grid-1" }, unitId: { usual: "desk-1" }
 *   }
 * }
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const rules = CaseRules.compile(CaseProfile.base, { clocks })
 * const strict = CaseImport.read(table, { mapping, rules, mode: "Strict" })
 * strict.refusals.map(({ line, rejection }) => `${line} ${rejection.code}`) // => ["3 MoveNotAllowed"]
 * strict.cases.map((one) => one.status) // => ["Reported"]
 * const found = CaseImport.read(table, { mapping, rules, mode: "AsFound" })
 * found.cases.map((one) => one.status) // => ["WrittenOff"]
 * ```
 *
 * @category import
 * @since 0.1.0
 */
export const read = (
  table: LogTable.LogTable,
  options: {
    readonly mapping: LogMapping
    readonly rules: CaseRules.CaseRules
    readonly mode: Mode
  }
): Imported => {
  const { mapping, rules, mode } = options
  const missing = missingColumns(table, mapping)
  if (missing.length > 0 && table.rows.length > 0) {
    const problems = missing.map((column) => LogTable.columnMissing(table, column))
    return { cases: [], events: [], problems, refusals: [] }
  }
  const cells = new Cells(table, mapping)
  const desk = new Desk(rules, mode)
  for (const moves of movesByCase(table, mapping, cells)) {
    desk.take(moves.sort((a, b) => a.command.atSec - b.command.atSec))
  }
  const { cases, events, refusals } = desk
  return { cases, events, problems: cells.problems, refusals }
}

const missingColumns = (table: LogTable.LogTable, mapping: LogMapping): ReadonlyArray<string> => {
  const fields = Object.values(mapping.fields).flatMap(({ column, isOptional = false }) =>
    column === undefined || isOptional ? [] : [column]
  )
  const wanted = new Set([mapping.caseId, mapping.activity, mapping.time, ...fields])
  return [...wanted].filter((column) => !table.columns.includes(column))
}

/** A command with the line it comes from. */
interface Move {
  readonly line: number
  readonly command: CaseCommand.CaseCommand
}

/** The commands of every case, in the order of the file. */
const movesByCase = (
  table: LogTable.LogTable,
  mapping: LogMapping,
  cells: Cells
): Iterable<Array<Move>> => {
  const byCase = new Map<string, Array<Move>>()
  for (const row of table.rows) {
    cells.turnTo(row)
    const before = cells.problems.length
    const place: Place = {
      caseId: cells.asId(mapping.caseId, cells.cell(mapping.caseId)),
      atSec: cells.time(mapping.time, cells.cell(mapping.time))
    }
    const commands = actionsOf(mapping, cells).map((action) => commandOf(action, place, cells))
    if (cells.problems.length > before) continue
    const moves = byCase.get(place.caseId) ?? []
    byCase.set(place.caseId, moves)
    for (const command of commands) moves.push({ line: row.line, command })
  }
  return byCase.values()
}

const actionsOf = ({ activity, activities }: LogMapping, cells: Cells) => {
  const found = cells.cell(activity)
  if (Object.hasOwn(activities, found)) return activities[found] ?? []
  cells.wrong("ActivityUnknown", activity, found, Object.keys(activities).join(", "))
  return []
}

/** Decides the moves of case after case and keeps what comes of them. */
class Desk {
  readonly cases: Array<Case.Case> = []
  readonly events: Array<CaseEvent.CaseEvent> = []
  readonly refusals: Array<Refusal> = []
  readonly #rules: CaseRules.CaseRules
  readonly #asFound: CaseRules.CaseRules | undefined

  constructor(rules: CaseRules.CaseRules, mode: Mode) {
    this.#rules = rules
    this.#asFound = mode === "AsFound" ? asFoundRules(rules) : undefined
  }

  take(moves: ReadonlyArray<Move>): void {
    let state: Case.State = Case.none
    for (const { line, command } of moves) {
      const event = this.#decide(state, line, command)
      if (event === undefined) continue
      state = Case.evolve(state, event)
      this.events.push(event)
    }
    if (state.status !== "None") this.cases.push(state)
  }

  #decide(
    state: Case.State,
    line: number,
    command: CaseCommand.CaseCommand
  ): CaseEvent.CaseEvent | undefined {
    const decision = CaseDecider.decide(this.#rules, state, command)
    if (decision.ok) return decision.event
    const found =
      this.#asFound === undefined ? decision : CaseDecider.decide(this.#asFound, state, command)
    this.refusals.push({ line, rejection: decision.rejection, isRecorded: found.ok })
    return found.ok ? found.event : undefined
  }
}
