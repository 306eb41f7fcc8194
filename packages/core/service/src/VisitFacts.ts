/**
 * What evaluation needs to know of visit cover: that a visit was due, that it was made, or that the
 * household declined it. They are read from the targets, because no event happens when a visit falls
 * due, by the allotment that `VisitCover` counts with. `VisitFinds` has the facts of the events.
 */
import { type Fact, Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import { type Obligation, obligationsOf, type Standing } from "./internal/visitAllocation.ts"
import { groupOf, type VisitPlan } from "./VisitPlan.ts"
import type { VisitTarget } from "./VisitTarget.ts"

/**
 * The kinds of these facts. Append only.
 *
 * | kind | subject | quantity | when |
 * | --- | --- | --- | --- |
 * | `visitDue` | visitor | 1 `visit` | the last second of the period that the visit is owed in |
 * | `visitDone` | visitor | 1 `visit` | the visit that counts for it: early, in time or late |
 * | `visitDeclined` | visitor | 1 `visit` | the attempt that was refused, and none made instead |
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const kinds = ["visitDue", "visitDone", "visitDeclined"] as const

/**
 * One kind of fact.
 *
 * @category facts
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * Which visits: those that fall due in the spell, as they stand at `atSec`. For an evaluation give
 * its period and the last second before its `asOfSec`.
 *
 * @category facts
 * @since 0.1.0
 */
export interface When extends Spell.Spell {
  readonly atSec: number
}

/**
 * The facts of all visits of a plan that fall due in a spell, in the order of the targets.
 *
 * Every obligation is a matter of its own: its causes are `<target>/<period>/<number>/<what>`, and
 * what stands before the last `/` is the matter. All facts of one are about one visitor: who made the
 * visit or attempt that counts, otherwise who is named now. Over a spell that is one period of a
 * group, they are as many as `VisitCover.of` counts: due, visited and refused. What has lapsed yields
 * none. Read the targets once, at one `atSec`: a visit taken back can make another one count.
 *
 * Targets of groups that the plan does not have are left out. Throws a `RangeError` for ids too long
 * to build upon. Cost: periods since the listing times visits, per target.
 *
 * ```ts
 * import { Id, Seconds } from "@wangge/facts"
 * import { ServiceMove, VisitDecider, VisitFacts, VisitPlan, VisitTarget } from "@wangge/service"
 *
 * const fromSec = Seconds.parseIsoDate("2026-01-01") * Seconds.daySec - 8 * 3600
 * const listing = VisitDecider.decide(VisitPlan.everyHousehold, ServiceMove.none, {
 *   action: "ListTarget", targetId: Id.make("home-1"), groupId: "households",
 *   gridId: Id.make("grid-1"), visitorId: Id.make("li"), atSec: fromSec, byId: "desk-1",
 *   reason: "census"
 * })
 * if (!listing.ok) throw new Error(listing.rejection.code)
 * const target = VisitTarget.evolve(ServiceMove.none, listing.event)
 * const when = { fromSec, untilSec: fromSec + 90 * Seconds.daySec, atSec: fromSec }
 * const facts = VisitFacts.of(VisitPlan.everyHousehold, [target], when)
 * facts.map(({ id }) => `${id}`) // => ["home-1/2026-Q1/1/due/visitDue"]
 * ```
 *
 * @source none: our own rule; cover is that of `VisitCover`
 * @category facts
 * @since 0.1.0
 */
export const of = (
  plan: VisitPlan,
  targets: ReadonlyArray<VisitTarget>,
  when: When
): ReadonlyArray<Fact.Fact> =>
  targets.flatMap((target) => {
    const group = groupOf(plan, target.groupId)
    if (group === undefined) return []
    return obligationsOf(plan, group, target, { untilSec: when.untilSec, atSec: when.atSec })
      .filter((owed) => when.fromSec <= dueSecOf(owed) && dueSecOf(owed) < when.untilSec)
      .flatMap((owed) => factsOf(target, owed))
  })

const dueSecOf = ({ period }: Obligation): number => period.untilSec - 1

const factsOf = (target: VisitTarget, owed: Obligation): ReadonlyArray<Fact.Fact> => {
  if (owed.standing === "Lapsed") return []
  const due = factOf(target, owed, { kind: "visitDue", what: "due", atSec: dueSecOf(owed) })
  const end = ends[owed.standing]
  if (end === "None" || owed.visit === undefined) return [due]
  const { kind, what } = end
  return [due, factOf(target, owed, { kind, what, atSec: owed.visit.visitedSec })]
}

interface End {
  readonly kind: Kind
  readonly what: string
}

const done: End = { kind: "visitDone", what: "done" }

/** What an obligation that stands so yields besides that it was due. */
const ends: Readonly<Record<Exclude<Standing, "Lapsed">, End | "None">> = {
  OnTime: done,
  Early: done,
  Late: done,
  Refused: { kind: "visitDeclined", what: "declined" },
  NobodyThere: "None",
  Missed: "None",
  Open: "None"
}

const factOf = (
  { targetId, gridId, visitorId }: VisitTarget,
  { period, number, visit }: Obligation,
  { kind, what, atSec }: End & { readonly atSec: number }
): Fact.Fact => {
  const causeId = `${targetId}/${period.name}/${number}/${what}`
  return {
    id: Id.make(`${causeId}/${kind}`),
    kind,
    subjectId: visit?.visitorId ?? visitorId,
    gridId,
    atSec,
    quantity: 1,
    unit: "visit",
    causeId
  }
}
