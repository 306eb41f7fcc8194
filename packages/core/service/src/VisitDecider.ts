/**
 * Decides on a command about the visits to one target: one event, or one refusal. Only the one named
 * to visit records a visit, once, after it was made, and while the target is on the list.
 */
import { notWhole } from "./internal/clockOrder.ts"
import * as moveFrame from "./internal/moveFrame.ts"
import type { Decision } from "./ServiceMove.ts"
import type * as Command from "./VisitCommand.ts"
import * as VisitPlan from "./VisitPlan.ts"
import * as VisitProblem from "./VisitProblem.ts"
import type * as VisitTarget from "./VisitTarget.ts"

type Found = VisitProblem.VisitProblem | undefined
type Outcome = Command.VisitEvent | VisitProblem.VisitProblem

const frame: moveFrame.Frame<Command.VisitCommand["action"]> = {
  opening: "ListTarget",
  allowed: {
    Listed: ["NameVisitor", "RecordVisit", "VoidVisit", "DelistTarget"],
    // what was done before the target left the list may still be written down or taken back
    Delisted: ["RecordVisit", "VoidVisit"]
  }
}

/**
 * The decision on a command, for a target or for `ServiceMove.none`.
 *
 * Refusals come in the order of `VisitProblem.codes`. Apply the event with `VisitTarget.evolve`.
 *
 * @source none: our own rules
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  plan: VisitPlan.VisitPlan,
  state: VisitTarget.State,
  command: Command.VisitCommand
): Decision<Command.VisitEvent, VisitProblem.VisitProblem> => {
  const standing = moveFrame.standingOf(state, (open) => open.targetId)
  const outcome: Outcome =
    moveFrame.obstacle(frame, standing, command, command.targetId) ??
    outcomeOf(plan, state, command)
  return "code" in outcome ? { ok: false, rejection: outcome } : { ok: true, event: outcome }
}

const happens = <Kind extends string>(
  kind: Kind,
  state: VisitTarget.State,
  command: Command.VisitCommand
): Command.VisitHappening<Kind> => ({
  ...moveFrame.happening(kind, state, command),
  targetId: command.targetId
})

const outcomeOf = (
  plan: VisitPlan.VisitPlan,
  state: VisitTarget.State,
  command: Command.VisitCommand
): Outcome => {
  if (command.action === "ListTarget") return list(plan, state, command)
  // the frame has refused everything but the listing where nothing is listed
  if (state.status === "None") {
    return VisitProblem.make("NotOpened", command.targetId, command.action, frame.opening)
  }
  switch (command.action) {
    case "NameVisitor": {
      const { visitorId } = command
      return { ...happens("VisitorNamed", state, command), visitorId }
    }
    case "RecordVisit":
      return record(state, command)
    case "VoidVisit": {
      const { visitId } = command
      const isThere = state.visits.some((visit) => visit.visitId === visitId && !visit.isVoid)
      if (!isThere) return VisitProblem.make("UnknownVisit", "visitId", visitId, "a visit")
      return reasonProblem(command) ?? { ...happens("VisitVoided", state, command), visitId }
    }
    case "DelistTarget":
      return reasonProblem(command) ?? happens("TargetDelisted", state, command)
  }
}

const list = (
  plan: VisitPlan.VisitPlan,
  state: VisitTarget.State,
  command: Command.ListTarget
): Outcome => {
  const { groupId, gridId, visitorId } = command
  if (VisitPlan.groupOf(plan, groupId) === undefined) {
    const known = plan.groups.map((group) => group.groupId).join(", ")
    return VisitProblem.make("UnknownGroup", "groupId", groupId, known)
  }
  return { ...happens("TargetListed", state, command), groupId, gridId, visitorId }
}

const reasonProblem = ({ reason, action }: Command.VisitCommand): Found =>
  reason.trim() === "" ? VisitProblem.make("ReasonMissing", "reason", action, "reason") : undefined

const record = (state: VisitTarget.VisitTarget, command: Command.RecordVisit): Outcome => {
  const { visitId, visitedSec, minutes, outcome, finds } = command
  return (
    notWhole("visitedSec", visitedSec) ??
    minutesProblem(command) ??
    dateProblem(state, command) ??
    findProblem(state, command) ?? {
      ...happens("VisitRecorded", state, command),
      visitId,
      visitedSec,
      minutes,
      outcome,
      finds
    }
  )
}

const minutesProblem = ({ minutes, outcome }: Command.RecordVisit): Found => {
  const least = outcome === "Visited" ? 1 : 0
  const isGood =
    Number.isSafeInteger(minutes) && minutes >= least && minutes <= VisitPlan.minutesMax
  if (isGood) return undefined
  const expected = `${least} to ${VisitPlan.minutesMax}`
  return VisitProblem.make("MinutesImpossible", "minutes", minutes, expected)
}

const dateProblem = (state: VisitTarget.VisitTarget, command: Command.RecordVisit): Found => {
  const { visitId, visitedSec, atSec, byId } = command
  if (state.visits.some((visit) => visit.visitId === visitId)) {
    return VisitProblem.make("VisitKnown", "visitId", visitId, "a new visitId")
  }
  const same = state.visits.find((visit) => visit.visitedSec === visitedSec && !visit.isVoid)
  if (same !== undefined) {
    return VisitProblem.make("VisitKnown", "visitedSec", same.visitId, "another second")
  }
  if (visitedSec > atSec) {
    return VisitProblem.make("VisitInFuture", "visitedSec", visitedSec, atSec)
  }
  if (visitedSec < state.fromSec || visitedSec >= state.untilSec) {
    return VisitProblem.make("VisitOutsideList", "visitedSec", visitedSec, state.fromSec)
  }
  return byId === state.visitorId
    ? undefined
    : VisitProblem.make("NotTheVisitor", "byId", byId, state.visitorId)
}

const findProblem = (state: VisitTarget.VisitTarget, { finds }: Command.RecordVisit): Found => {
  const known = state.visits.filter(({ isVoid }) => !isVoid).flatMap((visit) => visit.finds)
  const twice = moveFrame.firstTwice([...known, ...finds].map(({ findId }) => findId))
  return twice === undefined ? undefined : VisitProblem.make("FindTwice", "finds", twice, 1)
}
