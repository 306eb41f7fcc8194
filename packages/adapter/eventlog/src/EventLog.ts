/**
 * An event log: what happened to a set of cases, one row per event, case after case. This is the one
 * shape between cases (real or simulated) and the formats that process-mining tools read. A log is
 * not a list but a source of traces that can be asked again and again, so that a year of a town is
 * written without ever standing in memory.
 */
import { Case, type CaseEvent } from "@wangge/cases"
import { eventOf } from "./internal/caseRow.ts"
import * as LogAttribute from "./LogAttribute.ts"

/**
 * One event. All texts but `caseId` and `activity` are empty where there is nothing to say.
 *
 * `activity` is the kind of the event; `status`, `level`, `urgency`, `category`, `gridId` and
 * `unitId` (who answers for the case) are as they stand after it; `actorId` is opaque. Attributes
 * that have nothing to say are absent; no text among them is empty.
 *
 * @category logs
 * @since 0.1.0
 */
export interface LogEvent {
  readonly caseId: string
  readonly activity: string
  /** Whole seconds since the Unix epoch. */
  readonly atSec: number
  readonly status: string
  readonly level: string
  readonly urgency: string
  readonly category: string
  readonly gridId: string
  readonly unitId: string
  readonly actorId: string
  readonly role: string
  readonly attributes: Readonly<Record<string, LogAttribute.Value>>
}

/**
 * The events of one case, in order; times never fall.
 *
 * @category logs
 * @since 0.1.0
 */
export interface Trace {
  readonly caseId: string
  readonly events: ReadonlyArray<LogEvent>
}

/**
 * A log: its attributes, and its traces, from the first one each time they are asked for.
 *
 * @category logs
 * @since 0.1.0
 */
export interface EventLog {
  readonly columns: ReadonlyArray<LogAttribute.Column>
  /** The traces, made while they are read. */
  readonly traces: () => Iterable<Trace>
}

/**
 * How much of a case goes into a log.
 *
 * `Coded` leaves out what a person could be known by: reasons and result notes (only that there
 * were some), the point of a report, photos and attachments, and the actor of every event that the
 * reporter causes. `Everything` leaves out nothing; such a log is as confidential as the cases.
 *
 * @source none: our own names; a log is made to be handed on
 * @category logs
 * @since 0.1.0
 */
export const contents = ["Coded", "Everything"] as const

/**
 * One of {@link contents}.
 *
 * @category logs
 * @since 0.1.0
 */
export type Content = (typeof contents)[number]

/**
 * A log of given traces.
 *
 * Throws a `RangeError` for a column whose name is not ASCII (see `LogAttribute.isName`), that comes
 * twice or that has the name of a field of every event.
 *
 * @category logs
 * @since 0.1.0
 */
export const make = (
  columns: ReadonlyArray<LogAttribute.Column>,
  traces: () => Iterable<Trace>
): EventLog => {
  const names = new Set(fields)
  for (const { name } of columns) {
    if (!LogAttribute.isName(name) || names.has(name)) {
      throw new RangeError(
        `A column has a name of its own, an ASCII letter and then ASCII letters and digits; got ${JSON.stringify(name)}`
      )
    }
    names.add(name)
  }
  return { columns, traces }
}

/**
 * The fields that every event has, in the order of a CSV file.
 *
 * @source none: our own names
 * @category logs
 * @since 0.1.0
 */
export const fields: ReadonlyArray<string> = [
  "caseId",
  "activity",
  "time",
  "status",
  "level",
  "urgency",
  "category",
  "gridId",
  "unitId",
  "actorId",
  "role"
]

/**
 * The log of some cases, from their events; `content` is `Coded` unless given.
 *
 * The events of different cases may come in any mixture; those of one case are put in the order of
 * their versions. Reading the traces throws what `Case.evolve` throws for a log with gaps. Cost:
 * one record per event while a trace is read.
 *
 * ```ts
 * import { EventLog } from "@wangge/eventlog"
 *
 * EventLog.counts(EventLog.ofCases([])) // => { traceCount: 0, eventCount: 0 }
 * ```
 *
 * @category logs
 * @since 0.1.0
 */
export const ofCases = (
  events: ReadonlyArray<CaseEvent.CaseEvent>,
  options: { readonly content?: Content } = {}
): EventLog => {
  const { content = "Coded" } = options
  const byCase = new Map<string, Array<CaseEvent.CaseEvent>>()
  for (const event of events) {
    const known = byCase.get(event.caseId)
    if (known === undefined) byCase.set(event.caseId, [event])
    else known.push(event)
  }
  for (const one of byCase.values()) one.sort((a, b) => a.version - b.version)
  return make(LogAttribute.ownColumns, function* () {
    for (const [caseId, one] of byCase) yield { caseId, events: rowsOf(one, content) }
  })
}

const rowsOf = (
  events: ReadonlyArray<CaseEvent.CaseEvent>,
  content: Content
): ReadonlyArray<LogEvent> => {
  let state = Case.none
  return events.map((event) => {
    const after = Case.evolve(state, event)
    state = after
    return eventOf(event, after, content)
  })
}

/**
 * How many traces and events a log has. Cost: reads the whole log.
 *
 * @category logs
 * @since 0.1.0
 */
export const counts = (
  log: EventLog
): { readonly traceCount: number; readonly eventCount: number } => {
  let traceCount = 0
  let eventCount = 0
  for (const trace of log.traces()) {
    traceCount += 1
    eventCount += trace.events.length
  }
  return { traceCount, eventCount }
}
