/**
 * Logs as XES, the XML format of process mining, and back to tables. Written with the extensions
 * concept, time, lifecycle and organizational, two classifiers and the globals that every event
 * really has; times in UTC with `Z`. Written trace by trace, so that a log of any length needs the
 * memory of one case.
 */
import type { EventLog, LogEvent, Trace } from "./EventLog.ts"
import { escapeXml } from "./internal/xmlText.ts"
import * as LogAttribute from "./LogAttribute.ts"

/**
 * The text of a log as XES, in pieces: the head, one piece per trace, the end.
 *
 * Every event is an instant, so its lifecycle transition is always `complete`. The actor is
 * `org:resource`, the unit `org:group`, the role `org:role`; what has nothing to say is absent.
 * Characters that XML cannot hold become U+FFFD.
 *
 * ```ts
 * import { EventLog, Xes } from "@wangge/eventlog"
 *
 * const text = [...Xes.pieces(EventLog.ofCases([]))].join("")
 * text.startsWith('<?xml version="1.0" encoding="UTF-8"?>') // => true
 * ```
 *
 * @source IEEE 1849-2016, clauses 4 (log, trace, event), 7 (standard extensions)
 * @category xes
 * @since 0.1.0
 */
export function* pieces(log: EventLog): Iterable<string> {
  yield head
  for (const trace of log.traces()) yield traceText(trace, log)
  yield "</log>\n"
}

/**
 * The keys of the fields of an event in XES, `case:` standing for attributes of the trace. Other
 * fields and all attributes have their own names as keys.
 *
 * @source IEEE 1849-2016: the keys of the concept, time and organizational extensions
 * @category xes
 * @since 0.1.0
 */
export const keys: Readonly<Record<string, string>> = {
  caseId: "case:concept:name",
  activity: "concept:name",
  time: "time:timestamp",
  unitId: "org:group",
  actorId: "org:resource",
  role: "org:role"
}

const extension = (name: string, prefix: string): string =>
  `  <extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>\n`

const head = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="">
${extension("Concept", "concept")}${extension("Time", "time")}${extension("Lifecycle", "lifecycle")}${extension("Organizational", "org")}  <global scope="trace">
    <string key="concept:name" value="UNKNOWN"/>
  </global>
  <global scope="event">
    <string key="concept:name" value="UNKNOWN"/>
    <date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
    <string key="lifecycle:transition" value="complete"/>
  </global>
  <classifier name="Activity" scope="event" keys="concept:name"/>
  <classifier name="ActivityLifecycle" scope="event" keys="concept:name lifecycle:transition"/>
  <string key="lifecycle:model" value="standard"/>
`

/** The element of each kind of value. */
const tags: Readonly<Record<LogAttribute.Kind, string>> = {
  text: "string",
  whole: "int",
  decimal: "float",
  flag: "boolean",
  time: "date",
  ids: "string"
}

const traceText = (trace: Trace, log: EventLog): string => {
  const lines = ["  <trace>", line(4, "string", "concept:name", trace.caseId)]
  for (const event of trace.events) {
    lines.push("    <event>", ...eventLines(event, log), "    </event>")
  }
  lines.push("  </trace>\n")
  return lines.join("\n")
}

const eventLines = (event: LogEvent, log: EventLog): ReadonlyArray<string> => {
  const lines = [
    line(6, "string", "concept:name", event.activity),
    line(6, "date", "time:timestamp", LogAttribute.toText("time", event.atSec)),
    line(6, "string", "lifecycle:transition", "complete")
  ]
  const say = (key: string, value: string): void => {
    if (value !== "") lines.push(line(6, "string", key, value))
  }
  say("org:resource", event.actorId)
  say("org:group", event.unitId)
  say("org:role", event.role)
  say("status", event.status)
  say("level", event.level)
  say("urgency", event.urgency)
  say("category", event.category)
  say("gridId", event.gridId)
  for (const { name, kind } of log.columns) {
    const value = event.attributes[name]
    if (value !== undefined) {
      lines.push(line(6, tags[kind], name, LogAttribute.toText(kind, value)))
    }
  }
  return lines
}

const line = (indent: number, tag: string, key: string, value: string): string =>
  `${" ".repeat(indent)}<${tag} key="${key}" value="${escapeXml(value)}"/>`
