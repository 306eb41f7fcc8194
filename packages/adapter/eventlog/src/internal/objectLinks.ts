/**
 * Which objects an event touches beside its own case: the fields and attributes that name another
 * thing, and what they say about it.
 */
import type { LogEvent } from "../EventLog.ts"

/** The types of objects in an object-centric log of cases. */
export const objectTypes = ["case", "grid", "unit", "worker", "sideProcess"] as const

export type ObjectType = (typeof objectTypes)[number]

/** One object that an event touches, and in which part it plays. */
export interface Link {
  readonly type: ObjectType
  readonly id: string
  readonly qualifier: string
}

/** Attributes that name other things. */
const named: Readonly<Record<string, Omit<Link, "id">>> = {
  namedUnitId: { type: "unit", qualifier: "named" },
  helperUnitIds: { type: "unit", qualifier: "helps" },
  approverId: { type: "worker", qualifier: "approved by" },
  intoCaseId: { type: "case", qualifier: "merged into" },
  duplicateCaseId: { type: "case", qualifier: "duplicate" },
  parentCaseId: { type: "case", qualifier: "split from" },
  childCaseIds: { type: "case", qualifier: "split into" },
  processId: { type: "sideProcess", qualifier: "side process" }
}

/** The names of those attributes. */
export const linkNames: ReadonlySet<string> = new Set(Object.keys(named))

/** The id of an object in the log: its type comes first, for ids of two types may be equal. */
export const objectIdOf = (type: ObjectType, id: string): string => `${type}:${id}`

/** The objects that an event touches beside its own case. */
export const linksOf = (event: LogEvent): ReadonlyArray<Link> => {
  const links: Array<Link> = []
  const add = (type: ObjectType, id: string, qualifier: string): void => {
    if (id !== "") links.push({ type, id, qualifier })
  }
  add("grid", event.gridId, "located in")
  add("unit", event.unitId, "answers")
  add("worker", event.actorId, "performed by")
  for (const [name, value] of Object.entries(event.attributes)) {
    const link = named[name]
    if (link === undefined) continue
    if (typeof value === "string") add(link.type, value, link.qualifier)
    else if (typeof value === "object") for (const id of value) add(link.type, id, link.qualifier)
  }
  return links
}
