/**
 * One event of a case as a row of a log: what every row says, and the event's own fields as
 * attributes. What has nothing to say (no limit, not yet, none) is left out.
 */
import { Case, type CaseEvent } from "@wangge/cases"
import type { LogEvent } from "../EventLog.ts"
import * as LogAttribute from "../LogAttribute.ts"

/** As `EventLog.Content`; a simulated run has neither persons nor texts of its own. */
export type RowContent = "Coded" | "Everything" | "Simulated"

type Attributes = Record<string, LogAttribute.Value>

/** The row of an event; `after` is the case after it. */
export const eventOf = (
  event: CaseEvent.CaseEvent,
  after: Case.Case,
  content: RowContent
): LogEvent => ({
  caseId: event.caseId,
  activity: event.kind,
  atSec: event.atSec,
  status: after.status,
  level: after.level,
  urgency: after.urgency,
  category: after.category,
  gridId: after.gridId,
  unitId: after.ownerUnitId,
  actorId: actorOf(event, content),
  role: event.role === "Unstated" ? "" : event.role,
  attributes: attributesOf(event, after, content)
})

/** Events that the reporter may cause; the role says who did, where it is stated. */
const reporterKinds: ReadonlyArray<CaseEvent.Kind> = [
  "CaseReported",
  "CaseWithdrawn",
  "CaseReopened",
  "CaseAppealed"
]

const actorOf = (event: CaseEvent.CaseEvent, content: RowContent): string => {
  if (content === "Everything") return event.actorId
  if (content === "Simulated" || event.role === "Reporter") return ""
  return event.role === "Unstated" && reporterKinds.includes(event.kind) ? "" : event.actorId
}

const attributesOf = (
  event: CaseEvent.CaseEvent,
  after: Case.Case,
  content: RowContent
): Attributes => {
  const found: Attributes = {}
  const fields = new Map<string, unknown>(Object.entries(event))
  for (const { name, kind } of LogAttribute.ownColumns) {
    const value = fields.get(name)
    if (value === undefined || !isSaid(name, content)) continue
    if (name === "actorLevel" && value === "Unstated") continue
    if (kind === "time") {
      if (isInstant(value)) found[name] = value
    } else if (isValue(value)) found[name] = value
  }
  const unitId = fields.get("unitId")
  if (typeof unitId === "string" && unitId !== "" && unitId !== after.ownerUnitId) {
    found.namedUnitId = unitId
  }
  if (content === "Everything") addPoint(found, fields.get("point"))
  else addFlags(found, fields, content)
  return found
}

/** What a person could be known by, and what a simulated run has only as a placeholder. */
const isSaid = (name: string, content: RowContent): boolean => {
  if (content === "Everything") return true
  if (name === "approverId") return content === "Coded"
  return !["reason", "resultNote", "photoIds", "attachmentIds"].includes(name)
}

/** No limit is infinite, not yet is `Case.notYet`: neither is an instant. */
const isInstant = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value !== Case.notYet

const isValue = (value: unknown): value is LogAttribute.Value =>
  typeof value === "number"
    ? value !== Case.notYet
    : typeof value === "boolean" ||
      (typeof value === "string" && value !== "") ||
      (Array.isArray(value) && value.length > 0)

const addPoint = (found: Attributes, point: unknown): void => {
  if (!Array.isArray(point)) return
  const [longitude, latitude] = point
  if (typeof longitude !== "number" || typeof latitude !== "number") return
  found.longitude = longitude
  found.latitude = latitude
}

const addFlags = (
  found: Attributes,
  fields: ReadonlyMap<string, unknown>,
  content: RowContent
): void => {
  if (content === "Coded" && fields.get("reason") !== "") found.hasReason = true
  const note = fields.get("resultNote")
  if (note !== undefined) found.hasResultNote = note !== ""
}
