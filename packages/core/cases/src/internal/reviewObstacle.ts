/**
 * What stands in the way of looking at a case again and of tying it to others: the field, the value
 * found and the value that would be right.
 */
import type { Case } from "../Case.ts"
import type { CaseCommand } from "../CaseCommand.ts"
import type { Code } from "../CaseRejection.ts"
import * as CaseRules from "../CaseRules.ts"
import { firstNotApart, notNew } from "./caseLinks.ts"

/** What stands in the way, and what would be right. */
export type Obstacle = readonly [field: string, found: string | number, expected: string | number]

/** The obstacle of a rejection that only some actions can meet. */
export const reviewObstacle = (
  rules: CaseRules.CaseRules,
  state: Case,
  command: CaseCommand,
  code: Code
): Obstacle => {
  switch (code) {
    case "NotLateYet":
      return ["atSec", command.atSec, state.dueSec]
    case "SameUnit":
      return ["unitId", state.ownerUnitId, "another unit"]
    case "ArbitrationTooEarly":
      return ["returnCount", state.returnCount, rules.maxReturns]
    case "ArbitratedAlready":
      return ["ownerUnitId", state.ownerUnitId, "work by that unit"]
    case "AppealPending":
      return ["appealState", state.appealState, "None"]
    case "NoAppealPending":
      return ["appealState", state.appealState, "Pending"]
    case "AppealDecided":
      return ["appealState", state.appealState, "None"]
    case "SideProcessOpen":
      return ["sideProcesses", openProcesses(state), "None"]
    default:
      return commandObstacle(state, command)
  }
}

/** The open side processes of a case, by kind and id. */
const openProcesses = (state: Case): string =>
  state.sideProcesses
    .filter((link) => link.state === "Open")
    .map((link) => `${link.process} ${link.processId}`)
    .join(", ")

/** What is wrong with the numbers and ids that a command names. */
const commandObstacle = (state: Case, command: CaseCommand): Obstacle => {
  const known = state.duplicates.map((one) => one.caseId)
  switch (command.action) {
    case "Assign": {
      const helpers = command.helperUnitIds ?? []
      return ["helperUnitIds", firstNotApart(helpers, [command.unitId]), "each unit once"]
    }
    case "Assess": {
      const { conflict, cost, difficulty } = command
      const scores = { cost, conflict, difficulty }
      const wrong = Object.entries(scores).find(([, score]) => !CaseRules.isScore(score))
      return [wrong?.[0] ?? "", wrong?.[1] ?? "", "0, 1, ... 100"]
    }
    case "TakeDuplicate":
      return known.includes(command.duplicateCaseId)
        ? ["duplicateCaseId", command.duplicateCaseId, "another case"]
        : ["demandCount", command.demandCount, "1, 2, 3 ..."]
    case "ReleaseDuplicate":
      return ["duplicateCaseId", command.duplicateCaseId, known.join(", ")]
    case "Split": {
      const { childCaseIds, endsParent } = command
      const least = endsParent ? 2 : 1
      if (childCaseIds.length < least) return ["childCaseIds", childCaseIds.length, least]
      return ["childCaseIds", firstNotApart(childCaseIds, notNew(state)), "a new caseId"]
    }
    case "OpenSideProcess":
      return ["processId", command.processId, "a new processId"]
    case "CloseSideProcess":
      return ["processId", command.processId, openProcesses(state)]
    default:
      return ["action", command.action, ""]
  }
}
