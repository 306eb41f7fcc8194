/**
 * The duty list of a sub-district (权责清单): a task for the grids is on it, or approved, or refused.
 * Every decision is logged, refusals too, and the counts say how much burden came from off the list.
 */
import { type Label, Seconds } from "@wangge/facts"
import * as DutyListProblem from "./DutyListProblem.ts"

/**
 * A duty list: which duties a sub-district may give to its grids. `reference` names the document.
 *
 * @category duty lists
 * @since 0.1.0
 */
export interface DutyList {
  readonly id: string
  readonly reference: string
  readonly duties: ReadonlyArray<{ readonly dutyId: string; readonly label: Label.Label }>
}

/**
 * An approval of a task off the list: who, why, from when, until when (that second excluded).
 *
 * @category approvals
 * @since 0.1.0
 */
export interface Approval {
  readonly approvedById: string
  readonly reason: string
  readonly fromSec: number
  readonly untilSec: number
}

/**
 * A task that somebody wants to give to the grids; `dutyId` is the duty that it is said to be.
 *
 * @category tasks
 * @since 0.1.0
 */
export interface Task {
  readonly taskId: string
  readonly dutyId: string
  readonly assignedById: string
  readonly atSec: number
  readonly approval: Approval | "None"
}

/**
 * One line of the log: the task as it was asked for, with its approval if any, and what became of it;
 * `problem` says why it was refused.
 *
 * @category log
 * @since 0.1.0
 */
export interface Admission {
  readonly task: Task
  readonly listId: string
  readonly outcome: "OnList" | "Approved" | "Refused"
  readonly problem: DutyListProblem.DutyListProblem | "None"
}

/**
 * All decisions on tasks, in order; only added to.
 *
 * @category log
 * @since 0.1.0
 */
export type Log = ReadonlyArray<Admission>

/**
 * Decides on a task and says so in one line for the log.
 *
 * A task on the list is admitted. One off the list is refused with `NotOnDutyList`, unless an approval
 * by somebody who does not assign it, with a reason, is in force. The refusal is logged as well; a
 * line for a task whose id is in the log already is refused with `DuplicateId`.
 *
 * ```ts
 * import { DutyList } from "@wangge/evaluation"
 *
 * const list: DutyList.DutyList = { id: "list-1", reference: "sub-district duty list", duties: [] }
 * const task: DutyList.Task = {
 *   taskId: "task-1", dutyId: "leaflets", assignedById: "office-3", atSec: 100, approval: "None"
 * }
 * DutyList.admit(list, [], task).outcome // => "Refused"
 * const approval = { approvedById: "secretary", reason: "flood", fromSec: 0, untilSec: 200 }
 * DutyList.admit(list, [], { ...task, approval }).outcome // => "Approved"
 * ```
 *
 * @source Helong, article by the city party committee's organisation department: tasks must be on the
 * sub-district duty list (街道权责清单); the form of the approval is ours
 * @category tasks
 * @since 0.1.0
 */
export const admit = (list: DutyList, log: Log, task: Task): Admission => {
  const isOnList = list.duties.some(({ dutyId }) => dutyId === task.dutyId)
  const problem = taskProblem(log, task) ?? (isOnList ? undefined : approvalProblem(list, task))
  const admitted = isOnList ? "OnList" : "Approved"
  return {
    task,
    listId: list.id,
    outcome: problem === undefined ? admitted : "Refused",
    problem: problem ?? "None"
  }
}

/**
 * What a log comes to: tasks asked for, on the list, approved off it and refused. A refused task is a
 * burden that was kept away.
 *
 * @category counts
 * @since 0.1.0
 */
export interface Burden {
  readonly askedCount: number
  readonly onListCount: number
  readonly approvedCount: number
  readonly refusedCount: number
  readonly approvals: ReadonlyArray<{ readonly approvedById: string; readonly count: number }>
}

/**
 * The counts of a log from `fromSec` up to but not including `untilSec`, with the tasks approved off
 * the list by approver, in order of ids.
 *
 * @category counts
 * @since 0.1.0
 */
export const burden = (
  log: Log,
  period: { readonly fromSec: number; readonly untilSec: number }
): Burden => {
  const lines = log.filter(
    ({ task }) => period.fromSec <= task.atSec && task.atSec < period.untilSec
  )
  const countOf = (outcome: Admission["outcome"]): number =>
    lines.filter((line) => line.outcome === outcome).length
  const approvers = new Map<string, number>()
  for (const { task, outcome } of lines) {
    if (outcome !== "Approved" || task.approval === "None") continue
    const { approvedById } = task.approval
    approvers.set(approvedById, (approvers.get(approvedById) ?? 0) + 1)
  }
  return {
    askedCount: lines.length,
    onListCount: countOf("OnList"),
    approvedCount: countOf("Approved"),
    refusedCount: countOf("Refused"),
    approvals: [...approvers]
      .map(([approvedById, count]) => ({ approvedById, count }))
      .sort((left, right) => (left.approvedById < right.approvedById ? -1 : 1))
  }
}

const taskProblem = (
  log: Log,
  { taskId, atSec }: Task
): DutyListProblem.DutyListProblem | undefined => {
  if (!Seconds.isWhole(atSec)) return DutyListProblem.make("TimeNotWhole", taskId, atSec, 0)
  return log.some(({ task }) => task.taskId === taskId)
    ? DutyListProblem.make("DuplicateId", "log", taskId, 1)
    : undefined
}

const approvalProblem = (
  list: DutyList,
  { taskId, dutyId, assignedById, atSec, approval }: Task
): DutyListProblem.DutyListProblem | undefined => {
  if (approval === "None") return DutyListProblem.make("NotOnDutyList", taskId, dutyId, list.id)
  const { approvedById, reason, fromSec, untilSec } = approval
  if (reason.trim() === "") return DutyListProblem.make("ReasonMissing", taskId, "", "")
  if (approvedById.trim() === "") return DutyListProblem.make("ApproverMissing", taskId, "", "")
  if (approvedById === assignedById) {
    return DutyListProblem.make("ApproverAssigns", taskId, approvedById, "")
  }
  return fromSec <= atSec && atSec < untilSec
    ? undefined
    : DutyListProblem.make("ApprovalNotInForce", taskId, atSec, `${fromSec}-${untilSec}`)
}
