/**
 * What an event of a log says beside the fields that every event has: named values of six kinds.
 * The kind decides how a value is written in each format and read back, so that a log survives the
 * way out and in again. A log declares its attributes as columns; those of our own logs are the
 * fields of `CaseEvent`, and the compiler refuses this file when one of them is missing here.
 */
import type { CaseEvent } from "@wangge/cases"
import { Seconds } from "@wangge/facts"

/**
 * The kinds of values: texts, whole numbers, other numbers, yes or no, instants as whole seconds
 * since the Unix epoch, and lists of ids.
 *
 * @source none: what the attributes of XES and of OCEL 2.0 have in common, and lists of ids
 * @category attributes
 * @since 0.1.0
 */
export const kinds = ["text", "whole", "decimal", "flag", "time", "ids"] as const

/**
 * One of {@link kinds}.
 *
 * @category attributes
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * The value of an attribute: a number for `whole`, `decimal` and `time`, a list for `ids`.
 *
 * @category attributes
 * @since 0.1.0
 */
export type Value = string | number | boolean | ReadonlyArray<string>

/**
 * One attribute that the events of a log can have. The name is ASCII: a letter, then letters and
 * digits.
 *
 * @category attributes
 * @since 0.1.0
 */
export interface Column {
  readonly name: string
  readonly kind: Kind
}

/** The fields of all events; a union's `keyof` would only give those that all have. */
type FieldOf<Event> = Event extends unknown ? keyof Event : never

/** Fields that a log says in a way of its own: see `EventLog.LogEvent`, and `point` below. */
type SaidElsewhere =
  | "kind"
  | "caseId"
  | "version"
  | "atSec"
  | "actorId"
  | "role"
  | "status"
  | "level"
  | "urgency"
  | "category"
  | "gridId"
  | "unitId"
  | "point"

type OwnName =
  | Exclude<FieldOf<CaseEvent.CaseEvent>, SaidElsewhere>
  | "namedUnitId"
  | "longitude"
  | "latitude"
  | "hasReason"
  | "hasResultNote"

/** In the order in which a CSV file has them. */
const own: Readonly<Record<OwnName, Kind>> = {
  source: "text",
  matterKind: "text",
  object: "text",
  actorLevel: "text",
  namedUnitId: "text",
  helperUnitIds: "ids",
  approverId: "text",
  cause: "text",
  outcome: "text",
  satisfaction: "text",
  cost: "whole",
  conflict: "whole",
  difficulty: "whole",
  isEscalated: "flag",
  isReopened: "flag",
  isAnonymous: "flag",
  isUpheld: "flag",
  seenSec: "time",
  startSec: "time",
  signInDueSec: "time",
  contactDueSec: "time",
  dueSec: "time",
  verifyDueSec: "time",
  callBackDueSec: "time",
  pausedContactDueSec: "time",
  pausedDueSec: "time",
  untilSec: "time",
  intoCaseId: "text",
  duplicateCaseId: "text",
  parentCaseId: "text",
  childCaseIds: "ids",
  endsParent: "flag",
  demandCount: "whole",
  process: "text",
  processId: "text",
  isDecided: "flag",
  hasReason: "flag",
  hasResultNote: "flag",
  reason: "text",
  resultNote: "text",
  longitude: "decimal",
  latitude: "decimal",
  photoIds: "ids",
  attachmentIds: "ids"
}

/**
 * The attributes of the logs that Wangge writes: the fields of `CaseEvent`. `namedUnitId` is the
 * unit that the event names where it is not the one that answers for the case; `hasReason` and
 * `hasResultNote` stand for texts that were left out.
 *
 * @source none: the fields of `CaseEvent`, under their own names
 * @category attributes
 * @since 0.1.0
 */
export const ownColumns: ReadonlyArray<Column> = Object.entries(own).map(([name, kind]) => ({
  name,
  kind
}))

/**
 * Whether a text can be the name of an attribute: an ASCII letter, then ASCII letters and digits.
 *
 * ```ts
 * import { LogAttribute } from "@wangge/eventlog"
 *
 * LogAttribute.isName("dueSec") // => true
 * LogAttribute.isName("期限") // => false
 * ```
 *
 * @category attributes
 * @since 0.1.0
 */
export const isName = (text: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(text)

/**
 * A value as text: instants in UTC with `Z`, lists separated by spaces.
 *
 * A space or `%` inside an id of a list becomes `%20` or `%25`.
 *
 * ```ts
 * import { LogAttribute } from "@wangge/eventlog"
 *
 * LogAttribute.toText("time", 86_400) // => "1970-01-02T00:00:00Z"
 * LogAttribute.toText("ids", ["unit 1", "unit-2"]) // => "unit%201 unit-2"
 * ```
 *
 * @category attributes
 * @since 0.1.0
 */
export const toText = (kind: Kind, value: Value): string => {
  if (typeof value === "object") return value.map(escapeId).join(" ")
  if (kind === "time" && typeof value === "number") return Seconds.toIsoInstant(value)
  return String(value)
}

/**
 * The value that a text stands for, the inverse of {@link toText}; `undefined` for a text that is
 * no value of the kind. Instants are read only as they are written, in UTC with `Z`.
 *
 * ```ts
 * import { LogAttribute } from "@wangge/eventlog"
 *
 * LogAttribute.parse("whole", "12") // => 12
 * LogAttribute.parse("whole", "twelve") // => undefined
 * ```
 *
 * @category attributes
 * @since 0.1.0
 */
export const parse = (kind: Kind, text: string): Value | undefined => {
  switch (kind) {
    case "text":
      return text
    case "whole":
      return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined
    case "decimal":
      return decimalPattern.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined
    case "flag":
      return text === "true" || text === "1" ? true : falseOrNothing(text)
    case "time":
      return parseInstant(text)
    case "ids":
      return text.split(" ").map(unescapeId)
  }
}

const decimalPattern = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

const falseOrNothing = (text: string): false | undefined =>
  text === "false" || text === "0" ? false : undefined

const parseInstant = (text: string): number | undefined => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.0+)?(?:Z|\+00:00)$/.exec(text)
  if (match === null) return undefined
  const atSec =
    Seconds.parseIsoDate(match[1] ?? "") * Seconds.daySec +
    Number(match[2]) * Seconds.hourSec +
    Number(match[3]) * Seconds.minuteSec +
    Number(match[4])
  const isTrue =
    Seconds.isWhole(atSec) && Seconds.toIsoInstant(atSec).slice(0, 19) === text.slice(0, 19)
  return isTrue ? atSec : undefined
}

const escapeId = (id: string): string =>
  id.replace(/[% ]/g, (found) => (found === " " ? "%20" : "%25"))

const unescapeId = (text: string): string =>
  text.replace(/%20|%25/g, (found) => (found === "%20" ? " " : "%"))
