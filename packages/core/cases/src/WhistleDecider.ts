/**
 * Decides on a command of a whistle: one event, or one rejection.
 */
import { Deadline } from "@wangge/calendar"
import * as sideMove from "./internal/sideMove.ts"
import type { Decision } from "./SideProcessMove.ts"
import type { State, Whistle } from "./Whistle.ts"
import * as WhistleState from "./Whistle.ts"
import type * as WhistleCommand from "./WhistleCommand.ts"
import type { WhistleEvent } from "./WhistleEvent.ts"
import * as WhistleRules from "./WhistleRules.ts"
import type { Status, WhistleTarget } from "./WhistleTarget.ts"

type Outcome = WhistleEvent | sideMove.Obstacle
type Command = WhistleCommand.WhistleCommand
type OnTarget = Extract<Command, { readonly unitId: string }>

const running = [
  "NameTarget",
  "ReportIn",
  "RecordMiss",
  "ExcuseTarget",
  "ReplaceTarget",
  "ExplainMiss",
  "ReleaseTarget",
  "CloseWhistle"
] as const

const frame: sideMove.Frame<Command["action"]> = {
  process: "Whistle",
  allowed: { Blown: [...running, "FinishWork"], WorkDone: running, Closed: [] }
}

/**
 * The decision on a command, for a whistle or for `SideProcessMove.none`.
 *
 * A false alarm ends like every whistle: those called are excused, and the result says so. Apply
 * the event with `Whistle.evolve`. Cost: one pass over the targets.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { SideProcessMove, WhistleDecider, WhistleRules } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const { calendar } = Clock
 * const clocks = { calendar, working: calendar, workingDays: calendar }
 * const rules = WhistleRules.compile(WhistleRules.base, { clocks })
 * const decision = WhistleDecider.decide(rules, SideProcessMove.none, {
 *   action: "BlowWhistle", processId: Id.make("whistle-1"), caseId: Id.make("case-1"), atSec: 0,
 *   actorId: "desk-2", reason: "a gas pipe is broken", whistleKind: "Emergency", calls: []
 * })
 * decision.ok ? [] : decision.rejection.missing // => ["Target"]
 * ```
 *
 * @source Beijing government Q&A and press, 2018: every department named comes and stays until done
 * @category whistles
 * @since 0.1.0
 */
export const decide = (
  rules: WhistleRules.WhistleRules,
  state: State,
  command: Command
): Decision<WhistleEvent> =>
  sideMove.decisionOf(frame, state, command, outcomeOf(rules, state, command))

const outcomeOf = (rules: WhistleRules.WhistleRules, state: State, command: Command): Outcome => {
  const obstacle = sideMove.frameObstacle(frame, state, command) ?? missing(command)
  if (obstacle !== undefined) return obstacle
  if (command.action === "BlowWhistle") return blow(rules, command)
  // frameObstacle has refused everything but the opening where nothing is open
  if (state.status === "None") return sideMove.lacking(["Target"])
  switch (command.action) {
    case "NameTarget":
      return name(rules, state, command)
    case "FinishWork": {
      const event = sideMove.caseHappening("WorkFinished", state, command)
      return { ...event, result: command.result }
    }
    case "CloseWhistle":
      return close(state, command)
    default:
      return onTarget(rules, state, command)
  }
}

const missing = (command: Command): sideMove.Obstacle | undefined => {
  const lacking = sideMove.blanks(command, askedOf(command))
  return lacking.length === 0 ? undefined : sideMove.lacking(lacking)
}

const askedOf = (command: Command): Parameters<typeof sideMove.blanks>[1] => {
  switch (command.action) {
    case "BlowWhistle":
      return [
        ["Reason", command.reason],
        ["Target", command.calls.length > 0 && command.calls.every((call) => isNamed(call.unitId))]
      ]
    case "NameTarget":
      return [["Target", command.unitId]]
    case "ExcuseTarget":
      return [
        ["Reason", command.reason],
        ["Approver", command.approverId]
      ]
    case "ReplaceTarget":
      return [
        ["Reason", command.reason],
        ["Target", command.byUnitId]
      ]
    case "ExplainMiss":
      return [["Reason", command.reason]]
    case "FinishWork":
      return [["Result", command.result]]
    default:
      return []
  }
}

const isNamed = (unitId: string): boolean => unitId.trim() !== ""

const blow = (rules: WhistleRules.WhistleRules, command: WhistleCommand.BlowWhistle): Outcome => {
  const { policy } = rules
  if (!policy.kinds.includes(command.whistleKind)) {
    return sideMove.obstacle(
      "KindNotUsed",
      "whistleKind",
      command.whistleKind,
      policy.kinds.join(", ")
    )
  }
  const twice = sideMove.firstTwice(command.calls.map((call) => call.unitId))
  if (twice !== undefined) return sideMove.obstacle("NamedTwice", "calls", twice, 1)
  for (const call of command.calls) {
    const unused = targetKindObstacle(rules, call.targetKind)
    if (unused !== undefined) return unused
  }
  const dueSec = dueOf(rules, command.whistleKind, command.atSec)
  if (typeof dueSec !== "number") return dueSec
  const event = sideMove.caseHappening(
    "WhistleBlown",
    { caseId: command.caseId, version: 0 },
    command
  )
  return { ...event, whistleKind: command.whistleKind, calls: command.calls, dueSec }
}

const targetKindObstacle = (
  rules: WhistleRules.WhistleRules,
  kind: WhistleRules.TargetKind
): sideMove.Obstacle | undefined =>
  rules.policy.targetKinds.includes(kind)
    ? undefined
    : sideMove.obstacle("KindNotUsed", "targetKind", kind, rules.policy.targetKinds.join(", "))

const dueOf = (
  rules: WhistleRules.WhistleRules,
  kind: WhistleRules.Kind,
  atSec: number
): number | sideMove.Obstacle => {
  const dueSec = WhistleRules.dueSec(rules, kind, atSec)
  return Number.isNaN(dueSec)
    ? sideMove.obstacle("OutsideCalendar", "atSec", atSec, rules.policy.limits[kind].limitSec)
    : dueSec
}

const name = (
  rules: WhistleRules.WhistleRules,
  state: Whistle,
  command: WhistleCommand.NameTarget
): Outcome => {
  const dueSec = newTargetDue(rules, state, command, command.targetKind, command.atSec)
  if (typeof dueSec !== "number") return dueSec
  const event = sideMove.caseHappening("TargetNamed", state, command)
  return { ...event, unitId: command.unitId, targetKind: command.targetKind, dueSec }
}

/** The due second of a target that is called later, or why it cannot be called. */
const newTargetDue = (
  rules: WhistleRules.WhistleRules,
  state: Whistle,
  who: { readonly unitId: string },
  kind: WhistleRules.TargetKind,
  atSec: number
): number | sideMove.Obstacle => {
  if (state.targets.some(({ unitId }) => unitId === who.unitId)) {
    return sideMove.obstacle("NamedTwice", "unitId", who.unitId, 1)
  }
  return targetKindObstacle(rules, kind) ?? dueOf(rules, state.whistleKind, atSec)
}

const close = (state: Whistle, command: WhistleCommand.CloseWhistle): Outcome => {
  const waiting = WhistleState.unaccounted(state)
  if (waiting.length > 0) {
    return sideMove.obstacle("NotAccountedFor", "targets", waiting.length, 0, waiting)
  }
  if (state.status === "Blown") return sideMove.lacking(["Result"])
  return sideMove.caseHappening("WhistleClosed", state, command)
}

/** What status a target has to have for an action on it. */
const needed: Readonly<Record<Exclude<OnTarget["action"], "NameTarget">, ReadonlyArray<Status>>> = {
  ReportIn: ["Awaited", "Missed"],
  RecordMiss: ["Awaited"],
  ExcuseTarget: ["Awaited", "Missed"],
  ReplaceTarget: ["Missed"],
  ExplainMiss: ["Missed"],
  ReleaseTarget: ["ReportedIn"]
}

const onTarget = (
  rules: WhistleRules.WhistleRules,
  state: Whistle,
  command: Exclude<OnTarget, WhistleCommand.NameTarget>
): Outcome => {
  const target = state.targets.find(({ unitId }) => unitId === command.unitId)
  if (target === undefined) {
    const named = state.targets.map(({ unitId }) => unitId).join(", ")
    return sideMove.obstacle("NotNamed", "unitId", command.unitId, named)
  }
  const fitting = needed[command.action]
  if (!fitting.includes(target.status)) {
    return sideMove.obstacle("AlreadySettled", command.unitId, target.status, fitting.join(", "))
  }
  return targetEvent(rules, state, target, command)
}

const targetEvent = (
  rules: WhistleRules.WhistleRules,
  state: Whistle,
  target: WhistleTarget,
  command: Exclude<OnTarget, WhistleCommand.NameTarget>
): Outcome => {
  const { unitId } = command
  const isLate = Deadline.isOverdue(target.dueSec, command.atSec)
  switch (command.action) {
    case "ReportIn":
      return { ...sideMove.caseHappening("TargetReportedIn", state, command), unitId, isLate }
    case "RecordMiss":
      return isLate
        ? { ...sideMove.caseHappening("TargetMissed", state, command), unitId }
        : sideMove.obstacle("NotDueYet", "atSec", command.atSec, target.dueSec)
    case "ExcuseTarget": {
      const { approverId } = command
      return { ...sideMove.caseHappening("TargetExcused", state, command), unitId, approverId }
    }
    case "ExplainMiss":
      return { ...sideMove.caseHappening("MissExplained", state, command), unitId }
    case "ReleaseTarget":
      if (state.status === "Blown") {
        return sideMove.obstacle("WorkNotDone", "unitId", unitId, "WorkDone")
      }
      return target.leftSec >= 0
        ? sideMove.obstacle("AlreadySettled", unitId, "Released", "ReportedIn")
        : { ...sideMove.caseHappening("TargetReleased", state, command), unitId }
    case "ReplaceTarget": {
      const { byUnitId, byTargetKind } = command
      const by = { unitId: byUnitId }
      const dueSec = newTargetDue(rules, state, by, byTargetKind, command.atSec)
      if (typeof dueSec !== "number") return dueSec
      const event = sideMove.caseHappening("TargetReplaced", state, command)
      return { ...event, unitId, byUnitId, byTargetKind, dueSec }
    }
  }
}
