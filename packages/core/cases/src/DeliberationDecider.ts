/**
 * Decides on a command of a deliberation: one event, or one rejection. The quorum and the count of
 * a vote are here too.
 */
import { Seconds } from "@wangge/facts"
import { notYet } from "./Case.ts"
import * as Deliberation from "./Deliberation.ts"
import type * as DeliberationCommand from "./DeliberationCommand.ts"
import type { DeliberationEvent } from "./DeliberationEvent.ts"
import * as DeliberationModel from "./DeliberationModel.ts"
import * as DeliberationRules from "./DeliberationRules.ts"
import * as sideMove from "./internal/sideMove.ts"
import type { Decision } from "./SideProcessMove.ts"

type Outcome = DeliberationEvent | sideMove.Obstacle
type Command = DeliberationCommand.DeliberationCommand
type Obstacle = sideMove.Obstacle | undefined

const frame: sideMove.Frame<Command["action"]> = {
  process: "Deliberation",
  allowed: {
    Open: ["HoldStage", "WithdrawDeliberation", "CloseDeliberation"],
    Closed: [],
    Withdrawn: []
  }
}

/**
 * The decision on a command, for a deliberation or for `SideProcessMove.none`.
 *
 * No stage is skipped: a refusal lists the stages that have to come first. A decision closes
 * nothing before it is published. Apply the event with `Deliberation.evolve`. Cost: one pass over
 * the stages.
 *
 * ```ts
 * import { DeliberationDecider, DeliberationModel, DeliberationRules } from "@wangge/cases"
 * import { SideProcessMove } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const rules = DeliberationRules.compile([DeliberationModel.all.RedCouncil])
 * const decision = DeliberationDecider.decide(rules, SideProcessMove.none, {
 *   action: "OpenDeliberation", processId: Id.make("item-1"), caseId: Id.make("case-1"), atSec: 0,
 *   actorId: "branch-2", reason: "", modelId: "FivePeople", subject: "lamps", isImportant: false
 * })
 * decision.ok ? "opened" : decision.rejection.expected // => "RedCouncil"
 * ```
 *
 * @source none: no stage skipped and publication before the end are common to all four models
 * @category deliberation
 * @since 0.1.0
 */
export const decide = (
  rules: DeliberationRules.DeliberationRules,
  state: Deliberation.State,
  command: Command
): Decision<DeliberationEvent> =>
  sideMove.decisionOf(frame, state, command, outcomeOf(rules, state, command))

const outcomeOf = (
  rules: DeliberationRules.DeliberationRules,
  state: Deliberation.State,
  command: Command
): Outcome => {
  const obstacle = sideMove.frameObstacle(frame, state, command) ?? missing(command)
  if (obstacle !== undefined) return obstacle
  const opens = command.action === "OpenDeliberation"
  const modelId = opens ? command.modelId : state.status === "None" ? undefined : state.modelId
  const model = modelId === undefined ? undefined : DeliberationRules.modelOf(rules, modelId)
  if (model === undefined) {
    const known = rules.models.map(({ id }) => id).join(", ")
    return sideMove.obstacle("KindNotUsed", "modelId", modelId ?? "", known)
  }
  if (opens) return open(command)
  // frameObstacle has refused everything but the opening where nothing is open
  if (state.status === "None") return sideMove.lacking(["Subject"])
  switch (command.action) {
    case "HoldStage":
      return hold(model, state, command)
    case "WithdrawDeliberation":
      return state.decidedSec === notYet
        ? sideMove.caseHappening("DeliberationWithdrawn", state, command)
        : sideMove.obstacle("AlreadyDecided", "decidedSec", state.decidedSec, "CloseDeliberation")
    case "CloseDeliberation":
      return close(model, state, command)
  }
}

const missing = (command: Command): Obstacle => {
  const lacking = sideMove.blanks(command, askedOf(command))
  return lacking.length === 0 ? undefined : sideMove.lacking(lacking)
}

const askedOf = (command: Command): Parameters<typeof sideMove.blanks>[1] => {
  switch (command.action) {
    case "OpenDeliberation":
      return [["Subject", command.subject]]
    case "WithdrawDeliberation":
      return [["Reason", command.reason]]
    default:
      return []
  }
}

const open = (command: DeliberationCommand.OpenDeliberation): Outcome => {
  const { modelId, subject, isImportant } = command
  const event = sideMove.caseHappening(
    "DeliberationOpened",
    { caseId: command.caseId, version: 0 },
    command
  )
  return { ...event, modelId, subject, isImportant }
}

const hold = (
  model: DeliberationModel.DeliberationModel,
  state: Deliberation.Deliberation,
  command: DeliberationCommand.HoldStage
): Outcome => {
  const index = model.stages.findIndex(({ stage }) => stage === command.stage)
  const stage = model.stages[index]
  if (stage === undefined) {
    const known = model.stages.map((one) => one.stage).join(", ")
    return sideMove.obstacle("KindNotUsed", "stage", command.stage, known)
  }
  const obstacle =
    orderObstacle(model, state, index) ??
    countObstacle(stage, command) ??
    quorumObstacle(stage, command)
  if (obstacle !== undefined) return obstacle
  const { attendance, note } = command
  if (stage.kind === "Decision") return decideItem(state, command)
  const event = sideMove.caseHappening("StageHeld", state, command)
  return { ...event, stage: command.stage, stageKind: stage.kind, attendance, note }
}

/** Why a stage cannot be held now: it was, its turn has passed, or others come first. */
const orderObstacle = (
  model: DeliberationModel.DeliberationModel,
  state: Deliberation.Deliberation,
  index: number
): Obstacle => {
  const stage = model.stages[index]!.stage
  const held = Deliberation.heldStages(state)
  const next = Deliberation.missingStages(model, state)[0] ?? "CloseDeliberation"
  if (held.includes(stage)) return sideMove.obstacle("StageAlreadyHeld", "stage", stage, next)
  const isPassed = model.stages.some((one, at) => at > index && held.includes(one.stage))
  const isDropped = state.outcome === "TurnedDown" && model.stages[index]!.onlyIfCarried
  if (isPassed || isDropped) return sideMove.obstacle("StagePassed", "stage", stage, next)
  const skipped = DeliberationModel.missingStages(model, state, held, index).map((one) => one.stage)
  return skipped.length === 0
    ? undefined
    : sideMove.obstacle("StageSkipped", "stage", stage, skipped.join(", "), skipped)
}

const isCount = (value: number): boolean => Seconds.isWhole(value) && value >= 0

const countObstacle = (
  stage: DeliberationModel.ModelStage,
  command: DeliberationCommand.HoldStage
): Obstacle => {
  const twice = sideMove.firstTwice(command.attendance.map(({ party }) => party))
  if (twice !== undefined) return sideMove.obstacle("NamedTwice", "attendance", twice, 1)
  for (const { party, memberCount, presentCount } of command.attendance) {
    if (!stage.parties.includes(party)) {
      return sideMove.obstacle("NotNamed", "attendance", party, stage.parties.join(", "))
    }
    if (!isCount(memberCount) || !isCount(presentCount) || presentCount > memberCount) {
      const bound = `0 to ${memberCount}`
      return sideMove.obstacle("CountImpossible", `presentCount ${party}`, presentCount, bound)
    }
  }
  if (stage.kind !== "Decision") return undefined
  const { forCount, againstCount } = command.vote
  const present = presentOf(command)
  return isCount(forCount) && isCount(againstCount) && forCount + againstCount <= present
    ? undefined
    : sideMove.obstacle("CountImpossible", "vote", forCount + againstCount, `0 to ${present}`)
}

const presentOf = (command: DeliberationCommand.HoldStage): number =>
  command.attendance.reduce((sum, { presentCount }) => sum + presentCount, 0)

/** Enough sides, each with more than the share of its members that the quorum asks for. */
const quorumObstacle = (
  stage: DeliberationModel.ModelStage,
  command: DeliberationCommand.HoldStage
): Obstacle => {
  const { partyCountMin, presentCount, ofCount } = stage.quorum
  const isThere = (party: string): boolean =>
    command.attendance.some(
      (one) => one.party === party && one.presentCount * ofCount > one.memberCount * presentCount
    )
  const absent = stage.parties.filter((party) => !isThere(party))
  const count = stage.parties.length - absent.length
  return count >= partyCountMin
    ? undefined
    : sideMove.obstacle("QuorumNotReached", "attendance", count, partyCountMin, absent)
}

/** The deciding stage; carried if more than half of those present are for it. */
const decideItem = (
  state: Deliberation.Deliberation,
  command: DeliberationCommand.HoldStage
): Outcome => {
  const isCarried = command.vote.forCount * 2 > presentOf(command)
  const needs: Parameters<typeof sideMove.blanks>[1] = [
    ["DecisionRecord", command.note],
    ["ResponsibleUnit", !isCarried || command.ownerUnitId],
    ["ImplementationDate", !isCarried || command.dueSec !== notYet]
  ]
  const lacking = sideMove.blanks(command, needs)
  if (lacking.length > 0) return sideMove.lacking(lacking)
  const early = isCarried
    ? sideMove.dateObstacle("dueSec", command.dueSec, command.atSec)
    : undefined
  if (early !== undefined) return early
  const { stage, attendance, note, vote } = command
  return {
    ...sideMove.caseHappening("ItemDecided", state, command),
    stage,
    attendance,
    note,
    vote,
    isCarried,
    ownerUnitId: isCarried ? command.ownerUnitId : "",
    dueSec: isCarried ? command.dueSec : notYet
  }
}

const close = (
  model: DeliberationModel.DeliberationModel,
  state: Deliberation.Deliberation,
  command: DeliberationCommand.CloseDeliberation
): Outcome => {
  const missingNow = Deliberation.missingStages(model, state)
  if (missingNow.length > 0) {
    const code = Deliberation.awaitsPublication(state) ? "NotPublished" : "StageSkipped"
    return sideMove.obstacle(code, "stages", missingNow.length, missingNow.join(", "), missingNow)
  }
  const isCarried = state.outcome === "Carried"
  return { ...sideMove.caseHappening("DeliberationClosed", state, command), isCarried }
}
