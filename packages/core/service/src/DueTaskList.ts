/**
 * Due tasks for those who have them: a person sees the tasks given to him or her, for the purpose of
 * the rule and on a basis that fits what the task gives away (that somebody is ill). Everybody else
 * gets counts by grid, small ones not even then.
 */
import type { Id } from "@wangge/facts"
import { LegalBasis, PrivacyProblem, type Sensitive, Suppression } from "@wangge/privacy"
import type { DueTask } from "./DueTask.ts"
import type { TriggerRules } from "./TriggerRule.ts"

/**
 * The tasks, or why there are none to see.
 *
 * @category due tasks
 * @since 0.1.0
 */
export type Listed =
  | { readonly ok: true; readonly tasks: ReadonlyArray<DueTask> }
  | { readonly ok: false; readonly problems: ReadonlyArray<PrivacyProblem.PrivacyProblem> }

/**
 * The open tasks given to a person, soonest due first, of the rules with the purpose of the request.
 *
 * Refuses with `PurposeNotAllowed` when no rule has that purpose, and with what `LegalBasis.problems`
 * finds for the classes of those rules.
 *
 * @source Personal Information Protection Law of China (2021), articles 6, 28 and 29
 * @category due tasks
 * @since 0.1.0
 */
export const of = (
  { rules }: TriggerRules,
  tasks: ReadonlyArray<DueTask>,
  asking: { readonly personId: Id.Id<"Person">; readonly request: Sensitive.Request }
): Listed => {
  const { purpose, basis } = asking.request
  const asked = rules.filter((rule) => rule.purpose === purpose)
  const purposes = Array.from(new Set(rules.map((rule) => rule.purpose))).join(", ")
  const problems = [
    ...(asked.length > 0
      ? []
      : [PrivacyProblem.make("PurposeNotAllowed", "tasks", purpose, purposes)]),
    ...Array.from(new Set(asked.map(({ dataClass }) => dataClass))).flatMap((dataClass) =>
      LegalBasis.problems(basis, dataClass, "tasks")
    )
  ]
  if (problems.length > 0) return { ok: false, problems }
  const ruleIds = asked.map(({ ruleId }) => ruleId)
  const own = tasks
    .filter(({ status, personId }) => status === "Due" && personId === asking.personId)
    .filter(({ ruleId }) => ruleIds.includes(ruleId))
    .toSorted((one, other) => one.dueSec - other.dueSec || (one.taskId < other.taskId ? -1 : 1))
  return { ok: true, tasks: own }
}

/**
 * How many tasks are open in each grid, for everybody else: one cell per grid asked for, small counts
 * suppressed. Throws a `RangeError` for a grid that is asked for twice.
 *
 * @category due tasks
 * @since 0.1.0
 */
export const countsOf = (
  tasks: ReadonlyArray<DueTask>,
  gridIds: ReadonlyArray<Id.Id<"Grid">>
): Suppression.List => {
  if (new Set(gridIds).size < gridIds.length) throw new RangeError("A grid is asked for twice")
  const open = tasks.filter(({ status }) => status === "Due")
  const counts = gridIds.map((gridId) => open.filter((task) => task.gridId === gridId).length)
  const made = Suppression.list(counts)
  if (!made.ok) throw new RangeError("Tasks are counted in whole numbers")
  return made.table
}
