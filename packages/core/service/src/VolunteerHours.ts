/**
 * The hours of volunteers, counted from facts and from nothing else: what was confirmed, as it was
 * corrected since, less what was declared void, each cause once. No record of a volunteer holds an
 * hour.
 */
import { Fact, Id } from "@wangge/facts"
import { Spell } from "@wangge/grid"

/**
 * Which facts count as service, which state what stands in the place of the service of the same
 * record, and which take service back; all in whole minutes.
 *
 * @category hours
 * @since 0.1.0
 */
export interface HourKinds {
  readonly served: ReadonlyArray<string>
  readonly corrected: ReadonlyArray<string>
  readonly voided: ReadonlyArray<string>
}

/**
 * The facts of activities (`ActivityFacts`) alone.
 *
 * @source none: our own names of facts
 * @category hours
 * @since 0.1.0
 */
export const activityKinds: HourKinds = {
  served: ["volunteerServed"],
  corrected: [],
  voided: ["volunteerServiceVoided"]
}

/**
 * The facts of activities, of service orders (`OrderFacts`) and of shifts at posts (`ServiceFacts`).
 * Whoever gave an order counts, a paid worker too: choose the persons, or leave paid orders out.
 *
 * @source none: our own names of facts
 * @category hours
 * @since 0.1.0
 */
export const allKinds: HourKinds = {
  served: ["volunteerServed", "serviceGiven", "dutyServed"],
  corrected: ["minutesCorrected"],
  voided: ["volunteerServiceVoided", "minutesVoided"]
}

/**
 * The whole minutes of every volunteer in a period, by the second of the service: a correction or a
 * voiding counts where the service did, however late it comes. A fact that comes twice counts once,
 * and the order of the facts does not matter. Volunteers without a fact in the period are not in the
 * map. Cost: n log n.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { VolunteerHours } from "@wangge/service"
 *
 * const fact = {
 *   id: Id.make<"Fact">("a-1/2/volunteerServed/0"), kind: "volunteerServed", subjectId: "li",
 *   gridId: Id.make<"Grid">("grid-1"), atSec: 100, quantity: 90, unit: "minutes", causeId: "a-1/2"
 * }
 * const minutes = VolunteerHours.minutesIn([fact, fact], { fromSec: 0, untilSec: 1000 })
 * minutes.get(Id.make("li")) // => 90
 * ```
 *
 * @category hours
 * @since 0.1.0
 */
export const minutesIn = (
  facts: ReadonlyArray<Fact.Fact>,
  period: Spell.Spell,
  kinds: HourKinds = activityKinds
): ReadonlyMap<Id.Id<"Person">, number> => {
  const all = [...kinds.served, ...kinds.corrected, ...kinds.voided]
  const ordered = Fact.distinct(facts)
    .filter(({ kind }) => all.includes(kind))
    .toSorted((one, other) => causeOf(one).version - causeOf(other).version)
  const bookings = new Map<string, ReadonlyArray<Booking>>()
  for (const fact of ordered) {
    const key = JSON.stringify([fact.subjectId, causeOf(fact).recordId])
    bookings.set(key, bookedAfter(bookings.get(key) ?? [], fact, kinds))
  }
  const minutesOf = new Map<Id.Id<"Person">, number>()
  for (const { subjectId, atSec, minutes } of Array.from(bookings.values()).flat()) {
    if (!Spell.isInForce(period, atSec)) continue
    const volunteerId = Id.make<"Person">(subjectId)
    minutesOf.set(volunteerId, (minutesOf.get(volunteerId) ?? 0) + minutes)
  }
  return minutesOf
}

/** Minutes of somebody at a second, from one record. */
interface Booking {
  readonly subjectId: string
  readonly atSec: number
  readonly minutes: number
}

const bookedAfter = (
  before: ReadonlyArray<Booking>,
  { kind, subjectId, atSec, quantity }: Fact.Fact,
  kinds: HourKinds
): ReadonlyArray<Booking> => {
  if (kinds.served.includes(kind)) return [...before, { subjectId, atSec, minutes: quantity }]
  const servedSec = before[0]?.atSec ?? atSec
  if (kinds.corrected.includes(kind)) return [{ subjectId, atSec: servedSec, minutes: quantity }]
  return [...before, { subjectId, atSec: servedSec, minutes: -quantity }]
}

/** The record and the version of its event that a cause names (`record/version`). */
const causeOf = ({
  causeId
}: Fact.Fact): { readonly recordId: string; readonly version: number } => {
  const cut = causeId.lastIndexOf("/")
  const version = Number(causeId.slice(cut + 1))
  if (cut < 0 || !Number.isSafeInteger(version)) return { recordId: causeId, version: 0 }
  return { recordId: causeId.slice(0, cut), version }
}
