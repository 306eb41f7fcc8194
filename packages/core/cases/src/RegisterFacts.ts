/**
 * What evaluation needs beyond `CaseFacts`: that a case was filed, assigned and claimed, who raised it
 * first, and that it was due. The first come from events, the last from the register, because no event
 * happens when a case falls due. Together with `CaseFacts` these are all facts that a case yields.
 */
import type { Fact, Id } from "@wangge/facts"
import { type Case, notYet, type State } from "./Case.ts"
import type { CaseEvent } from "./CaseEvent.ts"
import type { CaseSource } from "./CaseSource.ts"
import type { CaseStatus } from "./CaseStatus.ts"
import { caseFact } from "./internal/caseFact.ts"

/**
 * The kinds of these facts.
 *
 * - `caseFoundByWorker`, `caseFoundByResident`: at the report, by its channel; a case handed down from
 *   above is neither. The subject is the unit that took the report, as of `caseReported`.
 * - `caseFiled`: intake sent the case on; of the unit that had it until then.
 * - `caseAssigned`: of the unit that it was assigned to.
 * - `caseClaimed`: somebody claims it resolved, or settled it on the spot; of that unit.
 * - `caseDue`: the last second of its present limit; of the unit that answers for it.
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const kinds = [
  "caseFoundByWorker",
  "caseFoundByResident",
  "caseFiled",
  "caseAssigned",
  "caseClaimed",
  "caseDue"
] as const

/**
 * One kind of fact.
 *
 * @category facts
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * The facts of these kinds that an event yields, given the case before it; causes are named as those
 * of `CaseFacts`.
 *
 * @category facts
 * @since 0.1.0
 */
export const of = (before: State, event: CaseEvent): ReadonlyArray<Fact.Fact> => {
  if (before.status === "None") {
    if (event.kind !== "CaseReported") return []
    const found = finders[event.source]
    return found === "None" ? [] : [factOf(found, event, event.unitId, event.gridId)]
  }
  const { gridId, ownerUnitId } = before
  const facts =
    isAtIntake(before.status) && isSentOn(event.status)
      ? [factOf("caseFiled", event, ownerUnitId, gridId)]
      : []
  switch (event.kind) {
    case "CaseAssigned":
      return [...facts, factOf("caseAssigned", event, event.unitId, gridId)]
    case "CaseResolved":
      return [...facts, factOf("caseClaimed", event, ownerUnitId, gridId)]
    case "CaseSettledOnSpot":
      return [...facts, factOf("caseClaimed", event, event.unitId, gridId)]
    default:
      return facts
  }
}

/**
 * That a case was due, as the register says now: one fact at the last second of its present limit, or
 * none for a case without a limit and for one that ended as no handling (rejected, merged, withdrawn).
 *
 * A limit that was extended or began anew moves the fact: its cause is the case, so that of several
 * only one counts, and a register is read once, at the `asOfSec` of an evaluation. A case is due once,
 * as `CaseRates` counts it.
 *
 * @source Tianmen digital-city bulletin, December 2016: closing rates count on cases due; which second
 * decides is that of `CaseRates`
 * @category facts
 * @since 0.1.0
 */
export const due = (item: Case): ReadonlyArray<Fact.Fact> => {
  const isHandled = !notHandled.includes(item.status)
  if (!isHandled || !Number.isFinite(item.dueSec) || item.dueSec === notYet) return []
  const { gridId, ownerUnitId: subjectId, dueSec: atSec } = item
  return [caseFact("caseDue", { subjectId, gridId, atSec, causeId: `${item.caseId}/due` })]
}

const notHandled: ReadonlyArray<CaseStatus> = ["Rejected", "Merged", "Withdrawn"]

/** Who raised a case that came in by a channel. */
const finders: Readonly<Record<CaseSource, Kind | "None">> = {
  Hotline: "caseFoundByResident",
  PhotoReport: "caseFoundByResident",
  GridWorker: "caseFoundByWorker",
  Resident: "caseFoundByResident",
  PetitionOffice: "caseFoundByResident",
  HigherLevel: "None"
}

const isAtIntake = (status: CaseStatus): boolean => status === "Reported" || status === "Verified"

const isSentOn = (status: CaseStatus): boolean =>
  !isAtIntake(status) && status !== "Suspended" && !notHandled.includes(status)

const factOf = (
  kind: Kind,
  event: CaseEvent,
  subjectId: string,
  gridId: Id.Id<"Grid">
): Fact.Fact => {
  const causeId = `${event.caseId}/${event.version}`
  return caseFact(kind, { subjectId, gridId, atSec: event.atSec, causeId })
}
