/**
 * Logs as OCEL 2.0 in JSON: events related to the objects that they touch. A case is an object whose
 * status, level, urgency and category change over time; grids, units, workers, side processes and
 * other cases are objects as well, so that a tool sees the hand-over between units and the cases that
 * were merged. Written in pieces; the log is read three times, once for what has to stand first.
 */
import type { EventLog, LogEvent, Trace } from "./EventLog.ts"
import { type Link, linkNames, linksOf, objectIdOf, objectTypes } from "./internal/objectLinks.ts"
import * as LogAttribute from "./LogAttribute.ts"

/**
 * The text of a log as OCEL 2.0 JSON, in pieces.
 *
 * Ids of objects carry their type before a colon (`grid:grid-7`), since one id may name a grid and a
 * unit. Every event is related to its case. All names are ASCII, all values of attributes are texts
 * and all times are UTC with `Z`, as the JSON schema of the specification asks. Cost: reads the log
 * three times; the ids of grids, units and workers stand in memory, those of cases do while others
 * refer to them.
 *
 * ```ts
 * import { EventLog, Ocel } from "@wangge/eventlog"
 *
 * const log = JSON.parse([...Ocel.pieces(EventLog.ofCases([]))].join(""))
 * log.events // => []
 * ```
 *
 * @source OCEL (Object-Centric Event Log) 2.0 Specification, 2024, section 8 (JSON)
 * @category ocel
 * @since 0.1.0
 */
export function* pieces(log: EventLog): Iterable<string> {
  const head = headOf(log)
  yield `{\n"objectTypes": ${listOf(objectTypes.map(typeText))},\n`
  yield `"eventTypes": ${listOf(eventTypesOf(log, head))},\n"objects": [`
  let separator = "\n"
  for (const trace of log.traces()) {
    yield `${separator}${JSON.stringify(caseObject(trace))}`
    separator = ",\n"
  }
  for (const { type, id } of head.objects.values()) {
    yield `${separator}${JSON.stringify({ id: objectIdOf(type, id), type, attributes: [], relationships: [] })}`
    separator = ",\n"
  }
  yield `\n],\n"events": [`
  separator = "\n"
  for (const trace of log.traces()) {
    for (const [index, event] of trace.events.entries()) {
      yield `${separator}${JSON.stringify(eventObject(event, index, log))}`
      separator = ",\n"
    }
  }
  yield "\n]\n}\n"
}

/** What the whole log has to be read for before its first line can be written. */
interface Head {
  /** Per activity, the attributes that its events have. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>
  /** Every object that is no case of the log, by its written id. */
  readonly objects: ReadonlyMap<string, Link>
}

const headOf = (log: EventLog): Head => {
  const attributes = new Map<string, Set<string>>()
  const objects = new Map<string, Link>()
  const ownCases = new Set<string>()
  for (const trace of log.traces()) {
    ownCases.add(objectIdOf("case", trace.caseId))
    for (const event of trace.events) {
      const known = attributes.get(event.activity) ?? new Set()
      attributes.set(event.activity, known)
      for (const name of Object.keys(event.attributes)) known.add(name)
      for (const link of linksOf(event)) objects.set(objectIdOf(link.type, link.id), link)
    }
  }
  for (const id of ownCases) objects.delete(id)
  return { attributes, objects }
}

/** @source OCEL 2.0 Specification, section 8: string, time, integer, float, boolean */
const typeNames: Readonly<Record<LogAttribute.Kind, string>> = {
  text: "string",
  whole: "integer",
  decimal: "float",
  flag: "boolean",
  time: "time",
  ids: "string"
}

/** What changes about a case, in the order in which it is written. */
const caseAttributes = ["status", "level", "urgency", "category"] as const

const typeText = (type: (typeof objectTypes)[number]): string =>
  JSON.stringify({
    name: type,
    attributes: type === "case" ? caseAttributes.map((name) => ({ name, type: "string" })) : []
  })

const eventTypesOf = (log: EventLog, head: Head): ReadonlyArray<string> =>
  [...head.attributes].map(([name, used]) =>
    JSON.stringify({
      name,
      attributes: [
        { name: "role", type: "string" },
        ...log.columns
          .filter((column) => used.has(column.name) && !linkNames.has(column.name))
          .map((column) => ({ name: column.name, type: typeNames[column.kind] }))
      ]
    })
  )

const caseObject = (trace: Trace): object => {
  const attributes: Array<object> = []
  const relationships = new Map<string, object>()
  const last = new Map<string, string>()
  for (const event of trace.events) {
    const time = LogAttribute.toText("time", event.atSec)
    for (const name of caseAttributes) {
      const value = event[name]
      if (value === (last.get(name) ?? "")) continue
      attributes.push({ name, time, value })
      last.set(name, value)
    }
    for (const { type, id, qualifier } of linksOf(event)) {
      if (type !== "grid" && type !== "case") continue
      const objectId = objectIdOf(type, id)
      relationships.set(`${qualifier} ${objectId}`, { objectId, qualifier })
    }
  }
  const id = objectIdOf("case", trace.caseId)
  return { id, type: "case", attributes, relationships: [...relationships.values()] }
}

const eventObject = (event: LogEvent, index: number, log: EventLog): object => {
  const attributes = event.role === "" ? [] : [{ name: "role", value: event.role }]
  for (const { name, kind } of log.columns) {
    const value = event.attributes[name]
    if (value === undefined || linkNames.has(name)) continue
    attributes.push({ name, value: LogAttribute.toText(kind, value) })
  }
  const own = { objectId: objectIdOf("case", event.caseId), qualifier: "case" }
  return {
    id: `${event.caseId}/${index + 1}`,
    type: event.activity,
    time: LogAttribute.toText("time", event.atSec),
    attributes,
    relationships: [
      own,
      ...linksOf(event).map(({ type, id, qualifier }) => ({
        objectId: objectIdOf(type, id),
        qualifier
      }))
    ]
  }
}

const listOf = (texts: ReadonlyArray<string>): string =>
  texts.length === 0 ? "[]" : `[\n${texts.join(",\n")}\n]`
