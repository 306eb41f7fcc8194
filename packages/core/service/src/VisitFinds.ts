/**
 * What visits yield for others: facts for evaluation, the raw material of cases, and how much of what
 * went wrong was found before anybody complained. This package knows no cases: whoever does turns a
 * find into a report, with the find's id, so that it is reported once.
 */
import { type Fact, Id } from "@wangge/facts"
import type { VisitEvent } from "./VisitCommand.ts"
import type { State, Visit, VisitTarget } from "./VisitTarget.ts"

/**
 * The kinds of facts. Append only.
 *
 * | kind | subject | quantity | when |
 * | --- | --- | --- | --- |
 * | `visitMade` | visitor | 1 `visit` | somebody was spoken to |
 * | `visitAttempted` | visitor | 1 `visit` | nobody was there, or it was refused |
 * | `foundByVisit` | visitor | 1 `find` | for each find |
 * | `visitVoided` | visitor | 1 `visit` | a made visit was taken back |
 * | `attemptVoided` | visitor | 1 `visit` | an attempt was taken back |
 *
 * A find stays a find when the visit is taken back: what is broken is broken.
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const kinds = [
  "visitMade",
  "visitAttempted",
  "foundByVisit",
  "visitVoided",
  "attemptVoided"
] as const

/**
 * One kind of fact.
 *
 * @category facts
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * The facts that an event yields, given the target before it; they bear the second of the visit.
 *
 * The cause is the event by target and version; for a find it is the find, so that one find told at
 * two doors counts once for each visitor. Throws a `RangeError` for ids too long to build upon.
 *
 * @category facts
 * @since 0.1.0
 */
export const of = (before: State, event: VisitEvent): ReadonlyArray<Fact.Fact> => {
  if (before.status === "None") return []
  const causeId = `${event.targetId}/${event.version}`
  if (event.kind === "VisitVoided") {
    const visit = before.visits.find(({ visitId }) => visitId === event.visitId)
    if (visit === undefined) return []
    const kind = visit.outcome === "Visited" ? "visitVoided" : "attemptVoided"
    return [fact(kind, visitFact(before, visit), causeId)]
  }
  if (event.kind !== "VisitRecorded") return []
  const visit = visitFact(before, { visitorId: before.visitorId, visitedSec: event.visitedSec })
  return [
    fact(event.outcome === "Visited" ? "visitMade" : "visitAttempted", visit, causeId),
    ...event.finds.map(({ findId, gridId }) =>
      fact("foundByVisit", { subjectId: visit.subjectId, gridId, atSec: visit.atSec }, findId)
    )
  ]
}

type Place = Pick<Fact.Fact, "subjectId" | "gridId" | "atSec">

const visitFact = (
  { gridId }: VisitTarget,
  { visitorId, visitedSec }: Pick<Visit, "visitorId" | "visitedSec">
): Place => ({ subjectId: visitorId, gridId, atSec: visitedSec })

const fact = (kind: Kind, { subjectId, gridId, atSec }: Place, causeId: string): Fact.Fact => ({
  id: Id.make(`${causeId}/${kind}`),
  kind,
  subjectId,
  gridId,
  atSec,
  quantity: 1,
  unit: kind === "foundByVisit" ? "find" : "visit",
  causeId
})

/**
 * What a case is made from: what kind of thing was found, where, when, by whom, on which visit.
 *
 * @category finds
 * @since 0.1.0
 */
export interface Material {
  readonly findId: Id.Id<"Find">
  readonly category: string
  readonly gridId: Id.Id<"Grid">
  readonly foundSec: number
  readonly finderId: Id.Id<"Person">
  readonly visitId: Id.Id<"Visit">
}

/**
 * The material of an event, one per find. At whose door it was found is not told.
 *
 * @category finds
 * @since 0.1.0
 */
export const materialOf = (before: State, event: VisitEvent): ReadonlyArray<Material> => {
  if (before.status === "None" || event.kind !== "VisitRecorded") return []
  return event.finds.map(({ findId, category, gridId }) => ({
    findId,
    category,
    gridId,
    foundSec: event.visitedSec,
    finderId: before.visitorId,
    visitId: event.visitId
  }))
}

/**
 * How much was found before anybody complained, with both counts; `share` is found / (found +
 * complained), `"None"` where there was neither.
 *
 * @category finds
 * @since 0.1.0
 */
export interface FoundFirst {
  readonly foundCount: number
  readonly complainedCount: number
  readonly share: number | "None"
}

/**
 * The share of matters that a visit or patrol found before anybody complained of them. Each matter is
 * in one of the two counts: the one through which it was first known. Throws a `RangeError` for what
 * is no count.
 *
 * ```ts
 * import { VisitFinds } from "@wangge/service"
 *
 * VisitFinds.foundFirst({ foundCount: 3, complainedCount: 1 }).share // => 0.75
 * VisitFinds.foundFirst({ foundCount: 0, complainedCount: 0 }).share // => "None"
 * ```
 *
 * @source none: our own definition; a share without its two counts says nothing
 * @category finds
 * @since 0.1.0
 */
export const foundFirst = (counts: {
  readonly foundCount: number
  readonly complainedCount: number
}): FoundFirst => {
  const { foundCount, complainedCount } = counts
  for (const count of [foundCount, complainedCount]) {
    if (Number.isSafeInteger(count) && count >= 0) continue
    throw new RangeError(`A count is a whole number from 0; got ${count}`)
  }
  const all = foundCount + complainedCount
  return { foundCount, complainedCount, share: all === 0 ? "None" : foundCount / all }
}
