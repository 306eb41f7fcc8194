/**
 * The facts that activities yield, for evaluation, for the time bank and for the hours of
 * volunteers: only a confirmed activity yields any, and one that is declared void later takes its
 * own back by facts of the opposite kind.
 */
import type { Fact } from "@wangge/facts"
import { counted, type State } from "./Activity.ts"
import type { Content } from "./ActivityCommand.ts"
import type { ActivityEvent } from "./ActivityEvent.ts"
import * as oneFact from "./internal/oneFact.ts"

/**
 * The kinds of facts. Append only.
 *
 * | kind | subject | quantity | when |
 * | --- | --- | --- | --- |
 * | `activityHeld` | brigade | 1 `activity` | confirmed |
 * | `servicesGiven` | brigade | single services, `instance` | confirmed, none for 0 |
 * | `volunteerServed` | volunteer | `minutes` | confirmed |
 * | `activityVoided` | brigade | 1 `activity` | void after it was confirmed |
 * | `servicesVoided` | brigade | single services, `instance` | void after it was confirmed |
 * | `volunteerServiceVoided` | volunteer | `minutes` | void after it was confirmed |
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const kinds = [
  "activityHeld",
  "servicesGiven",
  "volunteerServed",
  "activityVoided",
  "servicesVoided",
  "volunteerServiceVoided"
] as const

/**
 * One kind of fact.
 *
 * @category facts
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

const confirmedKinds = ["activityHeld", "servicesGiven", "volunteerServed"] as const
const voidedKinds = ["activityVoided", "servicesVoided", "volunteerServiceVoided"] as const

/**
 * The facts that an event yields, given the activity before it.
 *
 * All of them, those of a voiding too, bear the second at which the activity ended: so the hours of
 * a period come out right however late a mistake is found. Who was flagged as elsewhere at the same
 * time gets none (`Activity.counted`), so that no minute counts twice. The cause is the event by activity and
 * version. Throws a `RangeError` for an activity id of more than 80 characters.
 *
 * @category facts
 * @since 0.1.0
 */
export const of = (before: State, event: ActivityEvent): ReadonlyArray<Fact.Fact> => {
  if (before.status === "None") return []
  const { content, status, overlappingIds } = before
  if (event.kind === "ActivityConfirmed") {
    return factsOf(content, event.overlappingIds, event, confirmedKinds)
  }
  return event.kind === "ActivityVoided" && status === "Confirmed"
    ? factsOf(content, overlappingIds, event, voidedKinds)
    : []
}

const factsOf = (
  content: Content,
  overlappingIds: ReadonlyArray<string>,
  event: ActivityEvent,
  [held, given, served]: typeof confirmedKinds | typeof voidedKinds
): ReadonlyArray<Fact.Fact> => {
  const { gridId, untilSec, brigadeId, instanceCount } = content
  const cause = { recordId: event.activityId, version: event.version, gridId, atSec: untilSec }
  const fact = (kind: Kind, subjectId: string, quantity: number, unit: string, which = "") =>
    oneFact.make(cause, { kind, subjectId, quantity, unit, which })
  return [
    fact(held, brigadeId, 1, "activity"),
    ...(instanceCount === 0 ? [] : [fact(given, brigadeId, instanceCount, "instance")]),
    ...counted(content, overlappingIds).map(({ volunteerId, minutes }, index) =>
      fact(served, volunteerId, minutes, "minutes", `/${index}`)
    )
  ]
}
