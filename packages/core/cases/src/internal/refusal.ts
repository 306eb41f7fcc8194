/**
 * Fills a rejection with the field, the value found and the value that would be right.
 */
import { Seconds } from "@wangge/facts"
import type { State } from "../Case.ts"
import * as CaseAction from "../CaseAction.ts"
import type { CaseCommand } from "../CaseCommand.ts"
import * as CaseItem from "../CaseItem.ts"
import type { CaseRejection, Code } from "../CaseRejection.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as Urgency from "../Urgency.ts"
import { givenBits } from "./givenBits.ts"

/** What stands in the way, and what would be right. */
type Obstacle = readonly [field: string, found: string | number, expected: string | number]

/** The rejection of a command with a code. */
export const refusal = (
  rules: CaseRules.CaseRules,
  state: State,
  command: CaseCommand,
  code: Code
): CaseRejection => {
  const missing = code === "ItemMissing" ? missingItems(rules, state, command) : []
  const [field, found, expected] =
    code === "ItemMissing"
      ? (["items", "", missing.join(", ")] as const)
      : obstacle(rules, state, command, code)
  return {
    code,
    caseId: command.caseId,
    action: command.action,
    status: state.status,
    field,
    found,
    expected,
    missing,
    allowed: code === "MoveNotAllowed" ? allowedActions(rules, state) : []
  }
}

const missingItems = (
  rules: CaseRules.CaseRules,
  state: State,
  command: CaseCommand
): ReadonlyArray<CaseItem.CaseItem> =>
  CaseItem.fromBits(
    CaseRules.missingBits(rules, CaseAction.codeOf(command.action), givenBits(state, command))
  )

/** The actions that the status allows, in the order of their list. */
const allowedActions = (
  rules: CaseRules.CaseRules,
  state: State
): ReadonlyArray<CaseAction.CaseAction> =>
  state.status === "None"
    ? ["Report"]
    : CaseRules.allowedActions(rules, CaseStatus.codeOf(state.status))

const obstacle = (
  rules: CaseRules.CaseRules,
  state: State,
  command: CaseCommand,
  code: Code
): Obstacle => {
  const levels = rules.profile.levels.join(", ")
  if (code === "TimeNotWhole") return notWhole(command)
  if (code === "OutsideCalendar") return ["atSec", command.atSec, reach(rules, state, command)]
  if (state.status === "None") return ["action", command.action, "Report"]
  switch (code) {
    case "AlreadyReported":
      return ["caseId", command.caseId, "a new caseId"]
    case "WrongCase":
      return ["caseId", command.caseId, state.caseId]
    case "TimeWentBack":
      return ["atSec", command.atSec, state.lastSec]
    case "LevelNotUsed":
      return ["level", command.action === "Triage" ? command.level : state.level, levels]
    case "TopLevelReached":
      return ["level", state.level, levels]
    case "ReturnLimitReached":
      return ["returnCount", state.returnCount, rules.maxReturns]
    case "ExtensionLimitReached":
      return [
        "extensionCount",
        state.extensionCount,
        rules.extensionCountMax[Urgency.codeOf(state.urgency)]!
      ]
    case "ExtendedTooLate":
      return ["atSec", command.atSec, state.dueSec]
    case "SuspensionEndNotLater":
      return ["untilSec", command.action === "Suspend" ? command.untilSec : "", command.atSec]
    case "AppealWindowClosed":
      return ["atSec", command.atSec, state.closedSec + rules.appealSec]
    case "MergedIntoItself":
      return ["intoCaseId", command.caseId, "another case"]
    case "AnswerWithoutContact":
      return [
        "satisfaction",
        command.action === "RecordFollowUp" ? command.satisfaction : "",
        "Unanswered"
      ]
    default:
      return [
        "action",
        command.action,
        CaseRules.allowedActions(rules, CaseStatus.codeOf(state.status)).join(", ")
      ]
  }
}

/** Which time of the command is no whole second. */
const notWhole = (command: CaseCommand): Obstacle =>
  command.action === "Suspend" && Number.isSafeInteger(command.atSec)
    ? ["untilSec", command.untilSec, Math.floor(command.untilSec)]
    : ["atSec", command.atSec, Math.floor(command.atSec)]

/** What the clock of the case covers, as an ISO 8601 interval. */
const reach = (rules: CaseRules.CaseRules, state: State, command: CaseCommand): string => {
  const named = command.action === "Report" || command.action === "Triage"
  const urgency = named ? command.urgency : state.status === "None" ? "Ordinary" : state.urgency
  const clock = rules.clocks[Urgency.codeOf(urgency)]!
  if (clock.kind === "calendar") return "calendar time"
  const { fromSec, untilSec } = clock.calendar
  return `${Seconds.toIsoInstant(fromSec)}/${Seconds.toIsoInstant(untilSec)}`
}
