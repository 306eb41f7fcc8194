/**
 * Decides on a command about a due task: one event, or one refusal. The notice of lateness goes out
 * once, after the last second on time and never before.
 */
import { Clock, Deadline } from "@wangge/calendar"
import type * as DueTask from "./DueTask.ts"
import type * as Command from "./DueTaskCommand.ts"
import * as DueTaskProblem from "./DueTaskProblem.ts"
import { notWhole } from "./internal/clockOrder.ts"
import * as moveFrame from "./internal/moveFrame.ts"
import { type Decision, notYet } from "./ServiceMove.ts"
import * as TriggerRule from "./TriggerRule.ts"

type Found = DueTaskProblem.DueTaskProblem | undefined
type Outcome = Command.DueTaskEvent | DueTaskProblem.DueTaskProblem

const frame: moveFrame.Frame<Command.DueTaskCommand["action"]> = {
  opening: "RaiseTask",
  allowed: {
    Due: ["AssignTask", "CompleteTask", "WaiveTask", "CancelTask", "NoticeOverdue"],
    Done: [],
    Waived: [],
    Cancelled: []
  }
}

/**
 * The decision on a command, for a task or for `ServiceMove.none`.
 *
 * Refusals come in the order of `DueTaskProblem.codes`; a task raised again is `AlreadyOpened`, and one
 * under another id than `TriggerRule.taskIdOf` gives (which may throw) is `OtherTask`, so that one event
 * never makes two. Apply the event with `DueTask.evolve`.
 *
 * @source Xixian, 社区城市基层党建创新案例, 1 November 2018, for the form; the rules are ours
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  rules: TriggerRule.TriggerRules,
  state: DueTask.State,
  command: Command.DueTaskCommand
): Decision<Command.DueTaskEvent, DueTaskProblem.DueTaskProblem> => {
  const standing = moveFrame.standingOf(state, (open) => open.taskId)
  const outcome: Outcome =
    moveFrame.obstacle(frame, standing, command, command.taskId) ?? outcomeOf(rules, state, command)
  return "code" in outcome ? { ok: false, rejection: outcome } : { ok: true, event: outcome }
}

const happens = <Kind extends string>(
  kind: Kind,
  state: DueTask.State,
  command: Command.DueTaskCommand
): Command.TaskHappening<Kind> => ({
  ...moveFrame.happening(kind, state, command),
  taskId: command.taskId
})

const outcomeOf = (
  rules: TriggerRule.TriggerRules,
  state: DueTask.State,
  command: Command.DueTaskCommand
): Outcome => {
  if (command.action === "RaiseTask") return raise(rules, state, command)
  // the frame has refused everything but the raising where nothing was raised
  if (state.status === "None") {
    return DueTaskProblem.make("NotOpened", command.taskId, command.action, frame.opening)
  }
  switch (command.action) {
    case "AssignTask": {
      const { personId } = command
      return { ...happens("TaskAssigned", state, command), personId }
    }
    case "CompleteTask": {
      const { doneSec } = command
      const isLate = Deadline.isOverdue(state.dueSec, doneSec)
      const event = { ...happens("TaskCompleted", state, command), doneSec, isLate }
      return doneProblem(state, command) ?? event
    }
    case "WaiveTask":
      return reasonProblem(command) ?? happens("TaskWaived", state, command)
    case "CancelTask":
      return reasonProblem(command) ?? happens("TaskCancelled", state, command)
    case "NoticeOverdue":
      return noticeProblem(state, command) ?? happens("TaskOverdueNoticed", state, command)
  }
}

const raise = (
  rules: TriggerRule.TriggerRules,
  state: DueTask.State,
  command: Command.RaiseTask
): Outcome => {
  const { happenedSec, atSec, ruleId, eventId, subjectId, gridId, dutyId } = command
  const rule = rules.rules.find((one) => one.ruleId === ruleId)
  const fraction = notWhole("happenedSec", happenedSec)
  if (fraction !== undefined) return fraction
  if (rule === undefined) {
    const known = rules.rules.map((one) => one.ruleId).join(", ")
    return DueTaskProblem.make("UnknownRule", "ruleId", ruleId, known)
  }
  const taskId = TriggerRule.taskIdOf(rule, eventId)
  if (command.taskId !== taskId) {
    return DueTaskProblem.make("OtherTask", "taskId", command.taskId, taskId)
  }
  if (happenedSec > atSec) {
    return DueTaskProblem.make("TimeInFuture", "happenedSec", happenedSec, atSec)
  }
  if (!Clock.reaches(rules.clocks[rule.clock], happenedSec, TriggerRule.limitSec(rule))) {
    return DueTaskProblem.make("OutsideCalendar", "happenedSec", happenedSec, rule.limitDays)
  }
  return {
    ...happens("TaskRaised", state, command),
    ruleId,
    eventId,
    subjectId,
    gridId,
    dutyId,
    happenedSec,
    dueSec: TriggerRule.dueSec(rules, rule, happenedSec)
  }
}

const doneProblem = (state: DueTask.DueTask, command: Command.CompleteTask): Found => {
  const { doneSec, atSec } = command
  const fraction = notWhole("doneSec", doneSec)
  if (fraction !== undefined) return fraction
  if (doneSec > atSec) return DueTaskProblem.make("TimeInFuture", "doneSec", doneSec, atSec)
  return doneSec < state.happenedSec
    ? DueTaskProblem.make("DoneTooEarly", "doneSec", doneSec, state.happenedSec)
    : undefined
}

const reasonProblem = ({ reason, action }: Command.DueTaskCommand): Found =>
  reason.trim() === ""
    ? DueTaskProblem.make("ReasonMissing", "reason", action, "reason")
    : undefined

const noticeProblem = (state: DueTask.DueTask, { atSec, taskId }: Command.PlainStep): Found => {
  if (!Deadline.isOverdue(state.dueSec, atSec)) {
    return DueTaskProblem.make("NotOverdue", taskId, atSec, state.dueSec)
  }
  return state.noticedSec === notYet
    ? undefined
    : DueTaskProblem.make("NoticedAlready", taskId, state.noticedSec, "once")
}
