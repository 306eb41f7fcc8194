/**
 * Decides on a command about an activity: one event, or one refusal. A record is true (somebody else
 * confirms it), accurate (nobody is at two places or works longer than the activity lasted),
 * complete (brigade, duty, place, time and people are all there) and timely.
 */
import { type Provenance, Seconds } from "@wangge/facts"
import type * as Activity from "./Activity.ts"
import type * as Command from "./ActivityCommand.ts"
import type { ActivityEvent, ActivityHappening } from "./ActivityEvent.ts"
import * as ActivityOverlap from "./ActivityOverlap.ts"
import * as ActivityProblem from "./ActivityProblem.ts"
import type * as BrigadeScheme from "./BrigadeScheme.ts"
import * as checks from "./internal/activityChecks.ts"
import * as moveFrame from "./internal/moveFrame.ts"
import type { Decision } from "./ServiceMove.ts"

/**
 * The rules of a town. `recordWithinSec` is how long after its end an activity can be recorded;
 * `onOverlap` says whether somebody at two places at once is refused, or flagged for a human to
 * look at.
 *
 * @category decisions
 * @since 0.1.0
 */
export interface ActivityRules {
  readonly scheme: BrigadeScheme.BrigadeScheme
  readonly recordWithinSec: number
  readonly onOverlap: "Refuse" | "Flag"
}

/**
 * How long after its end an activity can be recorded unless a town says otherwise: 30 days.
 *
 * @source Measures on volunteer service records (志愿服务记录与证明出具办法(试行), Civil Affairs Order
 * 67, 2021), article 3: records are timely; the number of days is assumed
 * @category decisions
 * @since 0.1.0
 */
export const recordWithinDefault: Provenance.SourcedNumber = {
  value: 30 * Seconds.daySec,
  unit: "seconds",
  precision: "exact",
  provenance: {
    kind: "assumed",
    reason: "a month: long enough for a paper list, short enough for people to remember"
  }
}

type Outcome = ActivityEvent | ActivityProblem.ActivityProblem

/**
 * Which commands each status allows.
 *
 * @source none: our own table; a confirmed record is not changed but replaced
 * @category decisions
 * @since 0.1.0
 */
export const allowed: Readonly<
  Record<Activity.Status, ReadonlyArray<Command.ActivityCommand["action"]>>
> = {
  Recorded: ["AmendActivity", "ConfirmActivity", "VoidActivity"],
  Confirmed: ["VoidActivity"],
  Void: []
}

const frame: moveFrame.Frame<Command.ActivityCommand["action"]> = {
  opening: "RecordActivity",
  allowed
}

/**
 * The decision on a command, for an activity or for `ServiceMove.none`.
 *
 * Refusals come in the order of `ActivityProblem.codes`. Apply the event with `Activity.evolve`.
 *
 * @source Measures on volunteer service records (志愿服务记录与证明出具办法(试行), Civil Affairs Order
 * 67, 2021), article 3: true, accurate, complete, free of charge, timely
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  rules: ActivityRules,
  state: Activity.State,
  command: Command.ActivityCommand
): Decision<ActivityEvent, ActivityProblem.ActivityProblem> => {
  const standing = moveFrame.standingOf(state, (open) => open.activityId)
  const outcome: Outcome =
    moveFrame.obstacle(frame, standing, command, command.activityId) ??
    outcomeOf(rules, state, command)
  return "code" in outcome ? { ok: false, rejection: outcome } : { ok: true, event: outcome }
}

const outcomeOf = (
  rules: ActivityRules,
  state: Activity.State,
  command: Command.ActivityCommand
): Outcome => {
  switch (command.action) {
    case "RecordActivity":
    case "AmendActivity":
      return write(rules, state, command)
    case "ConfirmActivity":
      return confirm(rules, state, command)
    case "VoidActivity":
      return command.reason.trim() === ""
        ? ActivityProblem.make("ReasonMissing", "reason", command.action, "reason")
        : happens("ActivityVoided", state, command)
  }
}

const happens = <Kind extends string>(
  kind: Kind,
  state: Activity.State,
  command: Command.ActivityCommand
): ActivityHappening<Kind> => ({
  ...moveFrame.happening(kind, state, command),
  activityId: command.activityId
})

const write = (
  rules: ActivityRules,
  state: Activity.State,
  command: Command.WriteActivity
): Outcome => {
  const { content, elsewhere, activityId, atSec } = command
  const kind = command.action === "RecordActivity" ? "ActivityRecorded" : "ActivityAmended"
  const clashes = ActivityOverlap.within(activityId, content, elsewhere)
  return (
    checks.wholeProblem(content) ??
    checks.namesProblem(rules.scheme, content) ??
    checks.spellProblem(content, atSec, rules.recordWithinSec) ??
    checks.participantsProblem(content) ??
    checks.countsProblem(content) ??
    clashProblem(rules, clashes) ?? {
      ...happens(kind, state, command),
      content,
      overlappingIds: clashes.map(({ volunteerId }) => volunteerId)
    }
  )
}

const confirm = (
  rules: ActivityRules,
  state: Activity.State,
  command: Command.ConfirmActivity
): Outcome => {
  const { byId, activityId, elsewhere } = command
  // the frame has refused a confirmation of nothing
  if (state.status === "None") {
    return ActivityProblem.make("NotOpened", activityId, command.action, frame.opening)
  }
  const { content, recordedById } = state
  if (byId === recordedById) {
    return ActivityProblem.make("ConfirmedByRecorder", "byId", byId, "somebody else")
  }
  if (content.participants.some(({ volunteerId }) => volunteerId === byId)) {
    return ActivityProblem.make("ConfirmedByParticipant", "byId", byId, "somebody else")
  }
  const clashes = ActivityOverlap.within(activityId, content, elsewhere)
  const overlappingIds = clashes.map(({ volunteerId }) => volunteerId)
  return (
    clashProblem(rules, clashes) ?? {
      ...happens("ActivityConfirmed", state, command),
      overlappingIds
    }
  )
}

const clashProblem = (
  rules: ActivityRules,
  clashes: ReadonlyArray<Command.Elsewhere>
): ActivityProblem.ActivityProblem | undefined => {
  const [first] = clashes
  return first === undefined || rules.onOverlap === "Flag"
    ? undefined
    : ActivityProblem.make("ElsewhereAtOnce", first.volunteerId, first.activityId, "no other place")
}
