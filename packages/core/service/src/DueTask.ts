/**
 * A due task: raised by an event, to be done within its days, done, waived, or cancelled when its
 * cause has gone. Whether it is overdue is computed; that somebody was told so is recorded, once.
 */
import { Deadline } from "@wangge/calendar"
import type { Id } from "@wangge/facts"
import type { DueTaskEvent, PlainStep } from "./DueTaskCommand.ts"
import { brokenLog } from "./internal/moveFrame.ts"
import { type None, notYet } from "./ServiceMove.ts"

/**
 * Where a task can stand. Append only.
 *
 * @source none: our own names
 * @category due tasks
 * @since 0.1.0
 */
export const statuses = ["Due", "Done", "Waived", "Cancelled"] as const

/**
 * One of {@link statuses}.
 *
 * @category due tasks
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One task. `personId` is empty until it is given to somebody; `doneSec` and `noticedSec` (when its
 * lateness was told) are `ServiceMove.notYet` until then. `wasLate` is true from the notice on, and
 * tells in the end whether the task was done late, which a late entry of a timely visit is not.
 *
 * @category due tasks
 * @since 0.1.0
 */
export interface DueTask {
  readonly taskId: Id.Id<"DueTask">
  readonly version: number
  readonly status: Status
  readonly ruleId: string
  readonly eventId: Id.Id<"TriggerEvent">
  readonly subjectId: Id.Id<"Person">
  readonly gridId: Id.Id<"Grid">
  readonly dutyId: string
  readonly personId: Id.Id<"Person"> | ""
  readonly happenedSec: number
  readonly dueSec: number
  readonly doneSec: number
  readonly noticedSec: number
  readonly wasLate: boolean
  readonly endReason: string
  readonly lastSec: number
}

/**
 * A task, or none yet.
 *
 * @category due tasks
 * @since 0.1.0
 */
export type State = DueTask | None

/**
 * The task after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then.
 *
 * @category due tasks
 * @since 0.1.0
 */
export const evolve = (state: State, event: DueTaskEvent): DueTask => {
  if (state.status === "None") {
    if (event.kind !== "TaskRaised" || event.version !== 1) {
      throw brokenLog(event.kind, event, state)
    }
    return {
      taskId: event.taskId,
      version: event.version,
      status: "Due",
      ruleId: event.ruleId,
      eventId: event.eventId,
      subjectId: event.subjectId,
      gridId: event.gridId,
      dutyId: event.dutyId,
      personId: "",
      happenedSec: event.happenedSec,
      dueSec: event.dueSec,
      doneSec: notYet,
      noticedSec: notYet,
      wasLate: false,
      endReason: "",
      lastSec: event.atSec
    }
  }
  const isNext = event.taskId === state.taskId && event.version === state.version + 1
  if (!isNext || event.kind === "TaskRaised") throw brokenLog(event.kind, event, state)
  const isNotice = event.kind === "TaskOverdueNoticed"
  const isEnded = event.kind === "TaskWaived" || event.kind === "TaskCancelled"
  const wasLate = event.kind === "TaskCompleted" ? event.isLate : state.wasLate || isNotice
  return {
    taskId: state.taskId,
    version: event.version,
    status: statusAfter[event.kind],
    ruleId: state.ruleId,
    eventId: state.eventId,
    subjectId: state.subjectId,
    gridId: state.gridId,
    dutyId: state.dutyId,
    personId: event.kind === "TaskAssigned" ? event.personId : state.personId,
    happenedSec: state.happenedSec,
    dueSec: state.dueSec,
    doneSec: event.kind === "TaskCompleted" ? event.doneSec : state.doneSec,
    noticedSec: isNotice ? event.atSec : state.noticedSec,
    wasLate,
    endReason: isEnded ? event.reason : state.endReason,
    lastSec: event.atSec
  }
}

const statusAfter = {
  TaskAssigned: "Due",
  TaskCompleted: "Done",
  TaskWaived: "Waived",
  TaskCancelled: "Cancelled",
  TaskOverdueNoticed: "Due"
} as const

/**
 * Whether a task is overdue at an instant: still due, and its last second on time has passed.
 *
 * @category due tasks
 * @since 0.1.0
 */
export const isOverdue = (task: DueTask, atSec: number): boolean =>
  task.status === "Due" && Deadline.isOverdue(task.dueSec, atSec)

/**
 * The notices that have to go out at `atSec`: one for each overdue task that was not told of yet.
 * When they have been applied, the same question has no answer any more.
 *
 * @source none: our own rule; once, so that nobody is told the same thing every night
 * @category due tasks
 * @since 0.1.0
 */
export const noticesAt = (
  tasks: ReadonlyArray<DueTask>,
  atSec: number,
  byId: string
): ReadonlyArray<PlainStep> =>
  tasks
    .filter((task) => isOverdue(task, atSec) && task.noticedSec === notYet)
    .map(({ taskId }) => ({ action: "NoticeOverdue", taskId, atSec, byId, reason: "" }))

/**
 * How the tasks of a list stand: every task is in exactly one of the first five counts. `onTimeCount`
 * and `lateCount` are those done; open ones are due or overdue at the instant asked for.
 *
 * @category due tasks
 * @since 0.1.0
 */
export interface TaskCounts {
  readonly onTimeCount: number
  readonly lateCount: number
  readonly waivedCount: number
  readonly cancelledCount: number
  readonly openCount: number
  readonly overdueCount: number
}

/**
 * Counts tasks at an instant; `overdueCount` is a part of `openCount`.
 *
 * @category due tasks
 * @since 0.1.0
 */
export const count = (tasks: ReadonlyArray<DueTask>, atSec: number): TaskCounts => {
  const done = tasks.filter(({ status }) => status === "Done")
  const lateCount = done.filter(({ doneSec, dueSec }) => Deadline.isOverdue(dueSec, doneSec)).length
  return {
    onTimeCount: done.length - lateCount,
    lateCount,
    waivedCount: tasks.filter(({ status }) => status === "Waived").length,
    cancelledCount: tasks.filter(({ status }) => status === "Cancelled").length,
    openCount: tasks.filter(({ status }) => status === "Due").length,
    overdueCount: tasks.filter((task) => isOverdue(task, atSec)).length
  }
}
