/**
 * What somebody wants to do with a due task, and what has happened to one.
 */
import type { Id } from "@wangge/facts"
import type { Happening, Move } from "./ServiceMove.ts"

/**
 * What every command on a due task carries.
 *
 * @category due tasks
 * @since 0.1.0
 */
export interface TaskMove<Action extends string> extends Move<Action> {
  readonly taskId: Id.Id<"DueTask">
}

/**
 * Raises a task: usually made by `TriggerRule.tasksOf`. The limit counts from `happenedSec`, when the
 * event happened, not from when it was told.
 *
 * @category due tasks
 * @since 0.1.0
 */
export interface RaiseTask extends TaskMove<"RaiseTask"> {
  readonly ruleId: string
  readonly eventId: Id.Id<"TriggerEvent">
  readonly subjectId: Id.Id<"Person">
  readonly gridId: Id.Id<"Grid">
  readonly dutyId: string
  readonly happenedSec: number
}

/**
 * Gives the task to a person.
 *
 * @category due tasks
 * @since 0.1.0
 */
export interface AssignTask extends TaskMove<"AssignTask"> {
  readonly personId: Id.Id<"Person">
}

/**
 * Says that the task was done at `doneSec`.
 *
 * @category due tasks
 * @since 0.1.0
 */
export interface CompleteTask extends TaskMove<"CompleteTask"> {
  readonly doneSec: number
}

/**
 * Gives the task up for a reason (the person does not want it), takes it back because its cause has
 * gone, or gives notice that it is overdue: the first two need a reason, the notice goes out once.
 *
 * @category due tasks
 * @since 0.1.0
 */
export interface PlainStep extends TaskMove<"WaiveTask" | "CancelTask" | "NoticeOverdue"> {}

/**
 * A command on one due task.
 *
 * @category due tasks
 * @since 0.1.0
 */
export type DueTaskCommand = RaiseTask | AssignTask | CompleteTask | PlainStep

/**
 * What every event of a due task carries.
 *
 * @category due tasks
 * @since 0.1.0
 */
export interface TaskHappening<Kind extends string> extends Happening<Kind> {
  readonly taskId: Id.Id<"DueTask">
}

/**
 * Something that has happened to one due task; `dueSec` is its last second on time.
 *
 * @category due tasks
 * @since 0.1.0
 */
export type DueTaskEvent =
  | (TaskHappening<"TaskRaised"> &
      Pick<RaiseTask, "ruleId" | "eventId" | "subjectId" | "gridId" | "dutyId" | "happenedSec"> & {
        readonly dueSec: number
      })
  | (TaskHappening<"TaskAssigned"> & Pick<AssignTask, "personId">)
  | (TaskHappening<"TaskCompleted"> & Pick<CompleteTask, "doneSec"> & { readonly isLate: boolean })
  | TaskHappening<"TaskWaived" | "TaskCancelled" | "TaskOverdueNoticed">
