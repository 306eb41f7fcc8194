/**
 * Decides on a command of a mediation: one event, or one rejection.
 */
import { Deadline } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import * as sideMove from "./internal/sideMove.ts"
import * as Mediation from "./Mediation.ts"
import type * as MediationCommand from "./MediationCommand.ts"
import type { MediationEvent } from "./MediationEvent.ts"
import type { MediationRules } from "./MediationRoute.ts"
import type { Decision } from "./SideProcessMove.ts"

type Outcome = MediationEvent | sideMove.Obstacle
type Command = MediationCommand.MediationCommand

/** @source none: a dispute with oneself is none */
const partyCountMin = 2

const frame: sideMove.Frame<Command["action"]> = {
  process: "Mediation",
  allowed: {
    Talking: ["HoldSession", "RefuseMediation", "EndMediation", "AgreeMediation"],
    Agreed: ["FollowUpPromise", "CloseMediation"],
    Refused: [],
    Ended: [],
    Kept: [],
    Broken: []
  }
}

/**
 * The decision on a command, for a mediation or for `SideProcessMove.none`.
 *
 * Whichever party refuses, the event that ends the mediation offers the routes of the rules. Apply
 * the event with `Mediation.evolve`.
 *
 * ```ts
 * import { MediationDecider, MediationRoute, SideProcessMove } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const decision = MediationDecider.decide(MediationRoute.base, SideProcessMove.none, {
 *   action: "OpenMediation", processId: Id.make("mediation-1"), caseId: Id.make("case-1"),
 *   atSec: 0, actorId: "desk-2", reason: "", mediatorId: "mediator-3", partyIds: ["party-1"]
 * })
 * decision.ok ? "opened" : decision.rejection.code // => "TooFewParties"
 * ```
 *
 * @source People's Mediation Law of the People's Republic of China, 2010, articles 23 and 26: a
 * party may refuse or end mediation, and is told of the other routes
 * @category mediation
 * @since 0.1.0
 */
export const decide = (
  rules: MediationRules,
  state: Mediation.State,
  command: Command
): Decision<MediationEvent> =>
  sideMove.decisionOf(frame, state, command, outcomeOf(rules, state, command))

const outcomeOf = (rules: MediationRules, state: Mediation.State, command: Command): Outcome => {
  const obstacle = sideMove.frameObstacle(frame, state, command) ?? missing(command)
  if (obstacle !== undefined) return obstacle
  if (command.action === "OpenMediation") return open(command)
  // frameObstacle has refused everything but the opening where nothing is open
  if (state.status === "None") return sideMove.lacking(["Mediator"])
  const { routes } = rules
  switch (command.action) {
    case "HoldSession":
      return sideMove.caseHappening("SessionHeld", state, command)
    case "RefuseMediation": {
      const { partyId } = command
      const event = sideMove.caseHappening("MediationRefused", state, command)
      return partyObstacle(state, partyId) ?? { ...event, partyId, routes }
    }
    case "EndMediation":
      return { ...sideMove.caseHappening("MediationEnded", state, command), routes }
    case "AgreeMediation":
      return agree(state, command)
    case "FollowUpPromise":
      return followUp(state, command)
    case "CloseMediation":
      return close(rules, state, command)
  }
}

const missing = (command: Command): sideMove.Obstacle | undefined => {
  const lacking = sideMove.blanks(command, askedOf(command))
  return lacking.length === 0 ? undefined : sideMove.lacking(lacking)
}

const askedOf = (command: Command): Parameters<typeof sideMove.blanks>[1] => {
  switch (command.action) {
    case "OpenMediation":
      return [["Mediator", command.mediatorId]]
    case "EndMediation":
      return [["Reason", command.reason]]
    case "AgreeMediation": {
      const { promises } = command
      const isSaid = promises.every(({ what }) => what.trim() !== "")
      return [["Promise", promises.length > 0 && isSaid]]
    }
    default:
      return []
  }
}

const open = (command: MediationCommand.OpenMediation): Outcome => {
  const partyIds = command.partyIds.filter((partyId) => partyId.trim() !== "")
  if (partyIds.length < partyCountMin) {
    return sideMove.obstacle("TooFewParties", "partyIds", partyIds.length, partyCountMin)
  }
  const twice = sideMove.firstTwice(partyIds)
  if (twice !== undefined) return sideMove.obstacle("NamedTwice", "partyIds", twice, 1)
  const event = sideMove.caseHappening(
    "MediationOpened",
    { caseId: command.caseId, version: 0 },
    command
  )
  return { ...event, mediatorId: command.mediatorId, partyIds }
}

const partyObstacle = (
  state: Mediation.Mediation,
  partyId: string
): sideMove.Obstacle | undefined =>
  state.partyIds.includes(partyId)
    ? undefined
    : sideMove.obstacle("NotNamed", "partyId", partyId, state.partyIds.join(", "))

const agree = (state: Mediation.Mediation, command: MediationCommand.AgreeMediation): Outcome => {
  for (const partyId of command.agreedPartyIds) {
    const stranger = partyObstacle(state, partyId)
    if (stranger !== undefined) return stranger
  }
  const silent = state.partyIds.filter((partyId) => !command.agreedPartyIds.includes(partyId))
  if (silent.length > 0) {
    const { partyIds } = state
    const yes = partyIds.length - silent.length
    return sideMove.obstacle("PartyMissing", "agreedPartyIds", yes, partyIds.length, silent)
  }
  for (const promise of command.promises) {
    const wrong =
      partyObstacle(state, promise.partyId) ??
      sideMove.dateObstacle("dueSec", promise.dueSec, command.atSec)
    if (wrong !== undefined) return wrong
  }
  const event = sideMove.caseHappening("MediationAgreed", state, command)
  return { ...event, promises: command.promises }
}

const followUp = (
  state: Mediation.Mediation,
  command: MediationCommand.FollowUpPromise
): Outcome => {
  const { promiseIndex, isKept } = command
  const promise = Seconds.isWhole(promiseIndex) ? state.promises[promiseIndex] : undefined
  if (promise === undefined) {
    const bound = `0 to ${state.promises.length - 1}`
    return sideMove.obstacle("CountImpossible", "promiseIndex", promiseIndex, bound)
  }
  if (promise.outcome !== "Unknown") {
    return sideMove.obstacle("AlreadySettled", "promise", promise.outcome, "Unknown")
  }
  if (!isKept && !Deadline.isOverdue(promise.dueSec, command.atSec)) {
    return sideMove.obstacle("NotDueYet", "atSec", command.atSec, promise.dueSec)
  }
  const event = sideMove.caseHappening("PromiseFollowedUp", state, command)
  return { ...event, promiseIndex, isKept }
}

const close = (
  rules: MediationRules,
  state: Mediation.Mediation,
  command: MediationCommand.CloseMediation
): Outcome => {
  const unknown = Mediation.unknownPromises(state)
  if (unknown.length > 0) {
    return sideMove.obstacle("PromiseNotFollowedUp", "promises", unknown.length, 0, unknown)
  }
  const isKept = state.promises.every((promise) => promise.outcome === "Kept")
  const event = sideMove.caseHappening("MediationClosed", state, command)
  return { ...event, isKept, routes: isKept ? [] : rules.routes }
}
