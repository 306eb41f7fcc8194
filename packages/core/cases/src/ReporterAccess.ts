/**
 * Who may know who reported a case, stated once: views, call lists and exports all ask here. Whom a
 * complaint is about never learns its reporter, in whatever role; a hidden reporter is known only to
 * those who cannot do without.
 */
import { type PrivacyProblem, Sensitive } from "@wangge/privacy"
import type { CaseRole } from "./CaseRole.ts"
import * as Reporter from "./Reporter.ts"
import * as ReporterProblem from "./ReporterProblem.ts"

/**
 * Somebody who looks: an opaque id, the role, and every unit that the person belongs to, the units
 * above those included. So a team of the department complained of is recognised by its department.
 *
 * @category reporters
 * @since 0.1.0
 */
export interface Viewer {
  readonly personId: string
  readonly unitIds: ReadonlyArray<string>
  readonly role: CaseRole
}

/**
 * The roles that may know a reporter because their work is with the reporter.
 *
 * @source none: our reading of least data: checkers look at the place, approvers and triage desks
 * at the matter
 * @category reporters
 * @since 0.1.0
 */
export const knowingRoles: ReadonlyArray<CaseRole> = [
  "GridWorker",
  "IntakeDesk",
  "HandlingUnit",
  "Caller",
  "Arbiter"
]

/**
 * The roles that may know a reporter who is hidden.
 *
 * @source none: whoever took the report knows it, whoever calls back or hears an appeal has to
 * @category reporters
 * @since 0.1.0
 */
export const hiddenKnowingRoles: ReadonlyArray<CaseRole> = ["IntakeDesk", "Caller", "Arbiter"]

/**
 * Whether a viewer may know who the reporter is.
 *
 * Reporters know themselves. Nobody else knows one who is anonymous or erased; no viewer does who
 * is, or belongs to, whom the reporter is hidden from; of the rest, those whose role is in
 * {@link knowingRoles}, or in {@link hiddenKnowingRoles} for a hidden reporter.
 *
 * ```ts
 * import { Reporter, ReporterAccess } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const decision = Reporter.register({
 *   recordId: Id.make("record-1"), caseId: Id.make("case-1"), reporterId: Id.make("person-9"),
 *   contact: "None", isAnonymous: false, atSec: 0, actorId: "intake-2",
 *   complainedUnitIds: ["property-firm-3"], complainedPersonIds: []
 * })
 * if (!decision.ok) throw new Error(decision.problem.code)
 * const worker = { personId: "worker-7", role: "HandlingUnit" } as const
 * ReporterAccess.mayKnow({ ...worker, unitIds: ["unit-3"] }, decision.reporter) // => true
 * ReporterAccess.mayKnow({ ...worker, unitIds: ["property-firm-3"] }, decision.reporter) // => false
 * ```
 *
 * @source national petition rules, from general knowledge and not checked against the text: a complaint
 * is not passed to whom it complains of
 * @category reporters
 * @since 0.1.0
 */
export const mayKnow = (viewer: Viewer, of: Reporter.Reporter): boolean => {
  if (of.isAnonymous || Reporter.isErased(of)) return false
  if (viewer.personId === of.reporterId) return true
  if (isComplainedOf(viewer, of)) return false
  return (of.isHidden ? hiddenKnowingRoles : knowingRoles).includes(viewer.role)
}

/**
 * Whether a viewer is, or belongs to, someone from whom the reporter is hidden by name.
 *
 * @category reporters
 * @since 0.1.0
 */
export const isComplainedOf = (viewer: Viewer, of: Reporter.Reporter): boolean =>
  of.hiddenFromPersonIds.includes(viewer.personId) ||
  viewer.unitIds.some((unitId) => of.hiddenFromUnitIds.includes(unitId))

/**
 * How to reach a reporter, for a viewer who may know and a purpose and basis that hold.
 *
 * Returns `ReporterNotShown` (one code whatever the reason), `NoContact`, or what
 * `Sensitive.reveal` finds.
 *
 * @category reporters
 * @since 0.1.0
 */
export const contactOf = (
  viewer: Viewer,
  of: Reporter.Reporter,
  request: Sensitive.Request
):
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false
      readonly problems: ReadonlyArray<
        ReporterProblem.ReporterProblem | PrivacyProblem.PrivacyProblem
      >
    } => {
  if (!mayKnow(viewer, of) || of.contact === "Erased") {
    return {
      ok: false,
      problems: [ReporterProblem.make("ReporterNotShown", "reporter", "None", "None")]
    }
  }
  if (of.contact === "None") {
    return { ok: false, problems: [ReporterProblem.make("NoContact", "contact", "None", "None")] }
  }
  return Sensitive.reveal(of.contact, request)
}
