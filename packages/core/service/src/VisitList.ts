/**
 * The list that a visitor takes along: only the visits that are due, only his or her own, and only
 * for the purpose that the group is visited for. Everybody else gets counts by grid, small ones not
 * even then.
 */
import type { Id } from "@wangge/facts"
import { LegalBasis, PrivacyProblem, type Sensitive, Suppression } from "@wangge/privacy"
import * as VisitCover from "./VisitCover.ts"
import { groupOf, type VisitPlan } from "./VisitPlan.ts"
import type { VisitTarget } from "./VisitTarget.ts"

/**
 * Who asks for a list, for what, and by what right.
 *
 * @category visit lists
 * @since 0.1.0
 */
export interface Asking {
  readonly visitorId: Id.Id<"Person">
  readonly request: Sensitive.Request
  readonly atSec: number
}

/**
 * The list, or why there is none.
 *
 * @category visit lists
 * @since 0.1.0
 */
export type Listed =
  | { readonly ok: true; readonly visits: ReadonlyArray<VisitCover.DueVisit> }
  | { readonly ok: false; readonly problems: ReadonlyArray<PrivacyProblem.PrivacyProblem> }

/**
 * The due visits of the one who asks, of the groups that are visited for the purpose of the request.
 *
 * Refuses with `PurposeNotAllowed` when no group of the plan has that purpose, and with what
 * `LegalBasis.problems` finds for the classes of those groups. The targets of others are never on it.
 *
 * @source Personal Information Protection Law of China (2021), articles 5 and 6: purpose and least
 * data
 * @category visit lists
 * @since 0.1.0
 */
export const of = (
  plan: VisitPlan,
  targets: ReadonlyArray<VisitTarget>,
  { visitorId, request, atSec }: Asking
): Listed => {
  const purposes = plan.groups.map((group) => group.purpose)
  const { purpose, basis } = request
  const classes = plan.groups
    .filter((group) => group.purpose === purpose)
    .map(({ dataClass }) => dataClass)
  const problems = [
    ...(purposes.includes(purpose)
      ? []
      : [PrivacyProblem.make("PurposeNotAllowed", "visits", purpose, purposes.join(", "))]),
    ...Array.from(new Set(classes)).flatMap((dataClass) =>
      LegalBasis.problems(basis, dataClass, "visits")
    )
  ]
  if (problems.length > 0) return { ok: false, problems }
  const own = targets.filter(
    (target) => target.visitorId === visitorId && groupOf(plan, target.groupId)?.purpose === purpose
  )
  return { ok: true, visits: VisitCover.dueAt(plan, own, atSec) }
}

/**
 * How many visits are due in each grid, for everybody else: one cell per grid asked for, small counts
 * suppressed. Throws a `RangeError` for a grid that is asked for twice.
 *
 * @category visit lists
 * @since 0.1.0
 */
export const countsOf = (
  plan: VisitPlan,
  targets: ReadonlyArray<VisitTarget>,
  gridIds: ReadonlyArray<Id.Id<"Grid">>,
  atSec: number
): Suppression.List => {
  if (new Set(gridIds).size < gridIds.length) throw new RangeError("A grid is asked for twice")
  const due = VisitCover.dueAt(plan, targets, atSec)
  const counts = gridIds.map((gridId) => due.filter((one) => one.gridId === gridId).length)
  const made = Suppression.list(counts)
  if (!made.ok) throw new RangeError("Visits are counted in whole numbers")
  return made.table
}
