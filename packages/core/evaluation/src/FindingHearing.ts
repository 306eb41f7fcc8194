/**
 * The hearing of an overdue finding: the unit answers, somebody decides after both sides were heard,
 * and an upheld appeal ends it. A hearing is its history, to which events are only added.
 */
import { Seconds } from "@wangge/facts"
import * as Appeal from "./Appeal.ts"
import * as HearingProblem from "./HearingProblem.ts"
import type { OverdueFinding } from "./OverdueFinding.ts"

/**
 * What can happen to a finding. `isHeard` says that the unit answered before the decision; otherwise
 * its time to answer had passed.
 *
 * @category events
 * @since 0.1.0
 */
export type HearingEvent =
  | {
      readonly kind: "FindingAnswered"
      readonly findingId: string
      readonly atSec: number
      readonly actorId: string
      readonly statement: string
    }
  | {
      readonly kind: "FindingDecided"
      readonly findingId: string
      readonly atSec: number
      readonly actorId: string
      readonly stands: boolean
      readonly isHeard: boolean
      readonly reason: string
    }
  | {
      readonly kind: "FindingReversed"
      readonly findingId: string
      readonly atSec: number
      readonly actorId: string
      readonly appealId: string
      readonly reason: string
    }

/**
 * Everything that happened to one finding, in order.
 *
 * @category hearings
 * @since 0.1.0
 */
export type History = ReadonlyArray<HearingEvent>

/**
 * What anybody may want of a finding: `unitId` is the unit that answers, `appeal` the history of an
 * appeal against the finding that was upheld.
 *
 * @category commands
 * @since 0.1.0
 */
export type HearingCommand =
  | {
      readonly action: "AnswerFinding"
      readonly atSec: number
      readonly actorId: string
      readonly unitId: string
      readonly statement: string
    }
  | {
      readonly action: "DecideFinding"
      readonly atSec: number
      readonly actorId: string
      readonly stands: boolean
      readonly reason: string
    }
  | {
      readonly action: "ReverseFinding"
      readonly atSec: number
      readonly actorId: string
      readonly appeal: Appeal.History
    }

/**
 * How a finding stands: as it was made (`Open`, `Lapsed`), after the decision (`Stands`, `Dropped`) or
 * after an appeal (`Reversed`).
 *
 * @category hearings
 * @since 0.1.0
 */
export type Status = "Open" | "Lapsed" | "Stands" | "Dropped" | "Reversed"

/**
 * The event of a command, or why there is none.
 *
 * @category decisions
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly event: HearingEvent }
  | { readonly ok: false; readonly problem: HearingProblem.HearingProblem }

/**
 * How a finding stands after its history.
 *
 * @category hearings
 * @since 0.1.0
 */
export const statusOf = (finding: OverdueFinding, history: History): Status => {
  if (history.some(({ kind }) => kind === "FindingReversed")) return "Reversed"
  const decided = history.find((event) => event.kind === "FindingDecided")
  if (decided === undefined) return finding.status
  return decided.stands ? "Stands" : "Dropped"
}

type Outcome = HearingEvent | HearingProblem.HearingProblem
type Order<Action> = Extract<HearingCommand, { readonly action: Action }>

/**
 * The decision on a command, given the finding and what happened to it.
 *
 * The unit answers once, until `answerUntilSec` excluded. Nobody decides before it answered or that
 * time passed (`OtherSideNotHeard`), nor who answered. A lapsed finding is over. A reversal needs an
 * appeal against this very finding that was upheld, wholly or partly.
 *
 * @source none: that both sides are heard is the field's; steps and days are ours
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  finding: OverdueFinding,
  history: History,
  command: HearingCommand
): Decision => {
  const outcome = outcomeOf(finding, history, command)
  return "code" in outcome ? { ok: false, problem: outcome } : { ok: true, event: outcome }
}

const outcomeOf = (finding: OverdueFinding, history: History, command: HearingCommand): Outcome => {
  const { findingId } = finding
  const { atSec } = command
  if (!Seconds.isWhole(atSec)) return HearingProblem.make("TimeNotWhole", findingId, atSec, 0)
  const lastSec = history.at(-1)?.atSec ?? finding.madeSec
  if (atSec < lastSec) return HearingProblem.make("TimeWentBack", findingId, atSec, lastSec)
  const status = statusOf(finding, history)
  switch (command.action) {
    case "AnswerFinding":
      return status === "Open"
        ? answer(finding, history, command)
        : HearingProblem.make("AlreadyEnded", findingId, status, "Open")
    case "DecideFinding":
      return status === "Open"
        ? settle(finding, history, command)
        : HearingProblem.make("AlreadyEnded", findingId, status, "Open")
    case "ReverseFinding":
      return status === "Stands"
        ? reverse(finding, command)
        : HearingProblem.make("AlreadyEnded", findingId, status, "Stands")
  }
}

const answer = (
  finding: OverdueFinding,
  history: History,
  command: Order<"AnswerFinding">
): Outcome => {
  const { findingId, answerUntilSec } = finding
  const { atSec, actorId, unitId, statement } = command
  if (unitId !== finding.unitId) return HearingProblem.make("UnknownUnit", findingId, unitId, "")
  if (statement.trim() === "") return HearingProblem.make("ReasonMissing", findingId, "", "")
  const before = history.find(({ kind }) => kind === "FindingAnswered")
  if (before !== undefined) {
    return HearingProblem.make("AlreadyAnswered", findingId, before.atSec, "")
  }
  if (atSec >= answerUntilSec) {
    return HearingProblem.make("TooLate", findingId, atSec, answerUntilSec)
  }
  return { kind: "FindingAnswered", findingId, atSec, actorId, statement }
}

const settle = (
  finding: OverdueFinding,
  history: History,
  command: Order<"DecideFinding">
): Outcome => {
  const { findingId, answerUntilSec } = finding
  const { atSec, actorId, stands, reason } = command
  if (reason.trim() === "") return HearingProblem.make("ReasonMissing", findingId, "", "")
  const answered = history.find(({ kind }) => kind === "FindingAnswered")
  if (answered === undefined && atSec < answerUntilSec) {
    return HearingProblem.make("OtherSideNotHeard", findingId, atSec, answerUntilSec)
  }
  if (answered?.actorId === actorId) {
    return HearingProblem.make("JudgeInOwnCause", findingId, actorId, "")
  }
  const isHeard = answered !== undefined
  return { kind: "FindingDecided", findingId, atSec, actorId, stands, isHeard, reason }
}

const reverse = (finding: OverdueFinding, command: Order<"ReverseFinding">): Outcome => {
  const { findingId } = finding
  const { atSec, actorId } = command
  const appeal = Appeal.standing(command.appeal)
  const isOfThis = appeal !== "None" && appeal.findingId === findingId
  if (!isOfThis) return HearingProblem.make("NotFiled", findingId, "", "")
  if (appeal.outcome !== "Upheld" && appeal.outcome !== "PartlyUpheld") {
    return HearingProblem.make("NotUpheld", findingId, appeal.outcome, "Upheld")
  }
  const { appealId, reason } = appeal
  return { kind: "FindingReversed", findingId, atSec, actorId, appealId, reason }
}
