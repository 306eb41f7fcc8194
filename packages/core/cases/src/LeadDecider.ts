/**
 * Decides on a command of a lead-case contract: one event, or one rejection.
 */
import { Deadline } from "@wangge/calendar"
import { notYet } from "./Case.ts"
import * as sideMove from "./internal/sideMove.ts"
import * as LeadAssignment from "./LeadAssignment.ts"
import type * as LeadCommand from "./LeadCommand.ts"
import type { LeadEvent } from "./LeadEvent.ts"
import type { LeadRules } from "./LeadRules.ts"
import type { Decision } from "./SideProcessMove.ts"

type Outcome = LeadEvent | sideMove.Obstacle
type Command = LeadCommand.LeadCommand

const frame: sideMove.Frame<Command["action"]> = {
  process: "LeadAssignment",
  allowed: {
    Active: ["RecordProgress", "ReappointLead", "ExtendLead", "CompleteLead", "CancelLead"],
    Completed: [],
    Cancelled: []
  }
}

/**
 * The decision on a command, for a contract or for `SideProcessMove.none`.
 *
 * An activation that lacks any of the seven items, or any of the three persons, is refused with all
 * that are missing. Apply the event with `LeadAssignment.evolve`.
 *
 * ```ts
 * import { Case, LeadDecider, LeadRules, SideProcessMove } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const decision = LeadDecider.decide(LeadRules.base, SideProcessMove.none, {
 *   action: "ActivateLead", processId: Id.make("lead-1"), caseId: Id.make("case-1"), atSec: 0,
 *   actorId: "desk-2", reason: "", leaderId: "leader-1", officialId: "official-4",
 *   gridWorkerId: "worker-7", measures: "two talks a week", dueSec: Case.notYet,
 *   responsibility: "the official reports every week", investigation: "the official", handling: "",
 *   stability: "the grid worker"
 * })
 * decision.ok ? [] : decision.rejection.missing // => ["Time", "Handling"]
 * ```
 *
 * @source Longxian report: 四定三包
 * @category lead-case contracts
 * @since 0.1.0
 */
export const decide = (
  rules: LeadRules,
  state: LeadAssignment.State,
  command: Command
): Decision<LeadEvent> =>
  sideMove.decisionOf(frame, state, command, outcomeOf(rules, state, command))

const outcomeOf = (rules: LeadRules, state: LeadAssignment.State, command: Command): Outcome => {
  const obstacle = sideMove.frameObstacle(frame, state, command) ?? missing(command)
  if (obstacle !== undefined) return obstacle
  if (command.action === "ActivateLead") return activate(rules, command)
  // frameObstacle has refused everything but the opening where nothing is open
  if (state.status === "None") return sideMove.lacking(["Leader"])
  switch (command.action) {
    case "RecordProgress": {
      const event = sideMove.caseHappening("ProgressRecorded", state, command)
      return {
        ...event,
        note: command.note,
        progressDueSec: command.atSec + rules.progressSec
      }
    }
    case "ReappointLead":
      return reappoint(state, command)
    case "ExtendLead":
      return extend(rules, state, command)
    case "CompleteLead": {
      const { investigationResult, handlingResult, stabilityResult } = command
      const event = sideMove.caseHappening("LeadCompleted", state, command)
      return { ...event, investigationResult, handlingResult, stabilityResult }
    }
    case "CancelLead": {
      const event = sideMove.caseHappening("LeadCancelled", state, command)
      return { ...event, approverId: command.approverId }
    }
  }
}

const missing = (command: Command): sideMove.Obstacle | undefined => {
  const lacking = sideMove.blanks(command, askedOf(command))
  return lacking.length === 0 ? undefined : sideMove.lacking(lacking)
}

const askedOf = (command: Command): Parameters<typeof sideMove.blanks>[1] => {
  switch (command.action) {
    case "ActivateLead":
      return [
        ["Leader", command.leaderId],
        ["Measures", command.measures],
        ["Time", command.dueSec !== notYet],
        ["Responsibility", command.responsibility],
        ["Investigation", command.investigation],
        ["Handling", command.handling],
        ["Stability", command.stability],
        ["Official", command.officialId],
        ["GridWorker", command.gridWorkerId]
      ]
    case "RecordProgress":
      return [["Note", command.note]]
    case "ReappointLead":
      return [
        ["Reason", command.reason],
        [command.post, command.personId]
      ]
    case "ExtendLead":
    case "CancelLead":
      return [
        ["Reason", command.reason],
        ["Approver", command.approverId]
      ]
    case "CompleteLead":
      return [
        ["InvestigationResult", command.investigationResult],
        ["HandlingResult", command.handlingResult],
        ["StabilityResult", command.stabilityResult]
      ]
  }
}

const activate = (rules: LeadRules, command: LeadCommand.ActivateLead): Outcome => {
  const late = sideMove.dateObstacle("dueSec", command.dueSec, command.atSec)
  if (late !== undefined) return late
  const event = sideMove.caseHappening(
    "LeadActivated",
    { caseId: command.caseId, version: 0 },
    command
  )
  return {
    ...event,
    leaderId: command.leaderId,
    officialId: command.officialId,
    gridWorkerId: command.gridWorkerId,
    measures: command.measures,
    dueSec: command.dueSec,
    responsibility: command.responsibility,
    investigation: command.investigation,
    handling: command.handling,
    stability: command.stability,
    progressDueSec: command.atSec + rules.progressSec
  }
}

const reappoint = (
  state: LeadAssignment.LeadAssignment,
  command: LeadCommand.ReappointLead
): Outcome => {
  const fromPersonId = LeadAssignment.holderOf(state, command.post)
  if (fromPersonId === command.personId) {
    return sideMove.obstacle("AlreadySettled", command.post, fromPersonId, "another person")
  }
  const event = sideMove.caseHappening("LeadReappointed", state, command)
  return { ...event, post: command.post, fromPersonId, personId: command.personId }
}

const extend = (
  rules: LeadRules,
  state: LeadAssignment.LeadAssignment,
  command: LeadCommand.ExtendLead
): Outcome => {
  if (state.extensionCount >= rules.extensionCountMax) {
    return sideMove.obstacle(
      "ExtensionLimitReached",
      "extensionCount",
      state.extensionCount,
      rules.extensionCountMax
    )
  }
  if (Deadline.isOverdue(state.dueSec, command.atSec)) {
    return sideMove.obstacle("DateTooLate", "atSec", command.atSec, state.dueSec)
  }
  const early = sideMove.dateObstacle("dueSec", command.dueSec, state.dueSec)
  if (early !== undefined) return early
  const event = sideMove.caseHappening("LeadExtended", state, command)
  return { ...event, dueSec: command.dueSec, approverId: command.approverId }
}
