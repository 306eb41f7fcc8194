/**
 * Fills a rejection with the field, the value found and the value that would be right.
 */
import { Seconds } from "@wangge/facts"
import type { Case, State } from "../Case.ts"
import * as CaseAction from "../CaseAction.ts"
import type { CaseCommand, ReportCase } from "../CaseCommand.ts"
import * as CaseItem from "../CaseItem.ts"
import type { CaseRejection, Code } from "../CaseRejection.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseSource from "../CaseSource.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import * as Urgency from "../Urgency.ts"
import { givenBits } from "./givenBits.ts"
import { type Obstacle, reviewObstacle } from "./reviewObstacle.ts"
import { whoObstacle } from "./whoObstacle.ts"

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
): ReadonlyArray<CaseItem.CaseItem> => {
  const given = givenBits(state, command)
  if (command.action === "Report") {
    const source = CaseSource.codeOf(command.source)
    return CaseItem.fromBits(CaseRules.missingToReport(rules, source, given))
  }
  const missing = CaseRules.missingBits(rules, CaseAction.codeOf(command.action), given)
  return missing === 0 && command.action === "Assess"
    ? ["ResponsibleUnit"]
    : CaseItem.fromBits(missing)
}

/** The actions that the status allows, in the order of their list. */
const allowedActions = (
  rules: CaseRules.CaseRules,
  state: State
): ReadonlyArray<CaseAction.CaseAction> =>
  state.status === "None"
    ? ["Report"]
    : CaseRules.allowedActions(
        rules,
        CaseStatus.codeOf(state.status),
        HandlingLevel.codeOf(state.level)
      )

/** Codes of moves that exist, but not for this actor, at this level, or not yet. */
const asksForOthers: ReadonlyArray<Code> = [
  "LevelNotAllowed",
  "RoleNotAllowed",
  "ActorLevelWrong",
  "LevelNotForMatter",
  "SideProcessNeeded",
  "SideProcessForbidden"
]

const obstacle = (
  rules: CaseRules.CaseRules,
  state: State,
  command: CaseCommand,
  code: Code
): Obstacle => {
  const levels = rules.profile.levels.join(", ")
  if (code === "TimeNotWhole") return notWhole(command)
  if (code === "OutsideCalendar") return ["atSec", command.atSec, reach(rules, state, command)]
  if (code === "TimeInFuture") return inFuture(command)
  if (state.status === "None") return ["action", command.action, "Report"]
  switch (code) {
    case "AlreadyReported":
      return ["caseId", command.caseId, "a new caseId"]
    case "ReportedOtherwise":
      return command.action === "Report" ? otherwise(state, command) : ["", "", ""]
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
      return [
        command.action === "Merge" ? "intoCaseId" : "duplicateCaseId",
        command.caseId,
        "another case"
      ]
    case "AnswerWithoutContact":
      return [
        "satisfaction",
        command.action === "RecordFollowUp" ? command.satisfaction : "",
        "Unanswered"
      ]
    case "MoveNotAllowed":
    case "NotReported":
    case "ItemMissing":
      return ["action", command.action, allowedActions(rules, state).join(", ")]
    default:
      return asksForOthers.includes(code)
        ? whoObstacle(rules, state, command, code)
        : reviewObstacle(rules, state, command, code)
  }
}

/** The first field in which a repeated report differs from the first, empty for none. */
export const otherField = (state: Case, command: ReportCase): string =>
  differences(state, command).find(([, found, expected]) => found !== expected)?.[0] ?? ""

const otherwise = (state: Case, command: ReportCase): Obstacle =>
  differences(state, command).find(([, found, expected]) => found !== expected) ?? ["", "", ""]

/** The contents of two reports, field by field. */
const differences = (state: Case, command: ReportCase): ReadonlyArray<Obstacle> => {
  const { report } = state
  const { isAnonymous = false, parentCaseId = "", seenSec = report.seenSec } = command
  return [
    ["source", command.source, report.source],
    ["category", command.category, report.category],
    ["urgency", command.urgency, report.urgency],
    ["gridId", command.gridId, report.gridId],
    ["unitId", command.unitId, report.unitId],
    ["seenSec", seenSec, report.seenSec],
    ["isAnonymous", String(isAnonymous), String(report.isAnonymous)],
    ["parentCaseId", parentCaseId, report.parentCaseId]
  ]
}

/** Which time of a report lies after it. */
const inFuture = (command: CaseCommand): Obstacle => {
  if (command.action !== "Report") return ["atSec", command.atSec, command.atSec]
  const { atSec, seenSec = atSec, startSec = atSec } = command
  return seenSec > atSec ? ["seenSec", seenSec, atSec] : ["startSec", startSec, atSec]
}

/** Which time of the command is no whole second. */
const notWhole = (command: CaseCommand): Obstacle => {
  const { atSec } = command
  if (!Number.isSafeInteger(atSec)) return ["atSec", atSec, Math.floor(atSec)]
  if (command.action === "Suspend") {
    return ["untilSec", command.untilSec, Math.floor(command.untilSec)]
  }
  if (command.action !== "Report") return ["atSec", atSec, Math.floor(atSec)]
  const { seenSec = atSec, startSec = atSec } = command
  return Number.isSafeInteger(seenSec)
    ? ["startSec", startSec, Math.floor(startSec)]
    : ["seenSec", seenSec, Math.floor(seenSec)]
}

/** What the clock of the case covers, as an ISO 8601 interval. */
const reach = (rules: CaseRules.CaseRules, state: State, command: CaseCommand): string => {
  const named =
    command.action === "Report" || command.action === "Triage" || command.action === "Reclassify"
  const urgency = named ? command.urgency : state.status === "None" ? "Ordinary" : state.urgency
  const clock = rules.clocks[Urgency.codeOf(urgency)]!
  if (clock.kind === "calendar") return "calendar time"
  const { fromSec, untilSec } = clock.calendar
  return `${Seconds.toIsoInstant(fromSec)}/${Seconds.toIsoInstant(untilSec)}`
}
