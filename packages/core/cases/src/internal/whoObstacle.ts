/**
 * What stands in the way of a move that exists, but not for this actor, at this level, or before a
 * side process has run.
 */
import { type Case, linkStates } from "../Case.ts"
import * as CaseAction from "../CaseAction.ts"
import type { CaseCommand } from "../CaseCommand.ts"
import type { Code } from "../CaseRejection.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import { gateRules } from "../ProfileTerms.ts"
import * as SideProcess from "../SideProcess.ts"
import { processesOf } from "./caseLinks.ts"
import { matterOf } from "./givenBits.ts"
import type { Obstacle } from "./reviewObstacle.ts"

type Rules = CaseRules.CaseRules

/** The field, the value found and what would be right. */
export const whoObstacle = (
  rules: Rules,
  state: Case,
  command: CaseCommand,
  code: Code
): Obstacle => {
  const action = CaseAction.codeOf(command.action)
  const status = CaseStatus.codeOf(state.status)
  const level = HandlingLevel.codeOf(state.level)
  switch (code) {
    case "LevelNotAllowed":
      return ["level", state.level, levelsWith(rules, status, action).join(", ")]
    case "RoleNotAllowed": {
      const roles = CaseRules.rolesOf(rules, status, action, level)
      return ["role", command.role ?? "Unstated", roles.join(", ")]
    }
    case "ActorLevelWrong": {
      const asked = CaseRules.actorLevelOf(rules, rules.actorLevels[action]!, level)
      return ["actorLevel", command.actorLevel ?? "Unstated", HandlingLevel.list[asked]!]
    }
    case "LevelNotForMatter":
      return ["level", askedLevel(rules, state, command), levelsFor(rules, state, command)]
    default:
      return gateObstacle(rules, state, command)
  }
}

/** The levels at which somebody may do it. */
const levelsWith = (
  rules: Rules,
  status: number,
  action: number
): ReadonlyArray<HandlingLevel.HandlingLevel> =>
  HandlingLevel.list.filter(
    (_, level) => CaseRules.usesLevel(rules, level) && mayAt(rules, status, action, level)
  )

const mayAt = (rules: Rules, status: number, action: number, level: number): boolean =>
  rules.next[CaseRules.actionBase(CaseRules.someone, level, status) + action] !== -1

/** The level at which the command would have the case stand. */
const askedLevel = (rules: Rules, state: Case, command: CaseCommand): string => {
  if (command.action === "Triage") return command.level
  if (command.action === "Reclassify") return state.level
  return HandlingLevel.list[rules.levelAbove[HandlingLevel.codeOf(state.level)]!] ?? state.level
}

const levelsFor = (rules: Rules, state: Case, command: CaseCommand): string =>
  HandlingLevel.list
    .filter((_, level) => CaseRules.fitsMatter(rules, matterOf(state, command), level))
    .join(", ")

/** The side processes that a shut gate asks for, and those that the case has. */
const gateObstacle = (rules: Rules, state: Case, command: CaseCommand): Obstacle => {
  const action = CaseAction.codeOf(command.action)
  const opens = command.action === "OpenSideProcess" ? SideProcess.codeOf(command.process) : -1
  const matter = matterOf(state, command)
  const shut = CaseRules.shutGate(rules, action, matter, processesOf(state), opens)
  const gate = rules.gates[action]![shut]
  if (gate === undefined) return ["sideProcesses", "", ""]
  const kind = SideProcess.list[gate.process]!
  const has = state.sideProcesses
    .filter((link) => link.process === kind)
    .map((link) => `${link.process} ${linkStates[linkStates.indexOf(link.state)]}`)
  const found = opens < 0 ? has.join(", ") : kind
  return ["sideProcesses", found === "" ? "None" : found, `${kind} ${gateRules[gate.rule]}`]
}
