/**
 * Decides on a command of an appeal: one event to be added to its history, or one problem.
 */
import { Clock, Deadline } from "@wangge/calendar"
import { type Provenance, Seconds } from "@wangge/facts"
import * as Appeal from "./Appeal.ts"
import type { EvaluationFact } from "./EvaluationFact.ts"
import type { EvaluationResult } from "./EvaluationResult.ts"
import * as HearingProblem from "./HearingProblem.ts"
import { correctionProblem } from "./internal/corrections.ts"

/**
 * Within how many seconds of a clock an appeal should be decided.
 *
 * @category terms
 * @since 0.1.0
 */
export interface AppealTerms {
  readonly clock: Clock.Clock
  readonly decideLimitSec: number
  readonly provenance: Provenance.Provenance
}

/**
 * Decided within fifteen calendar days.
 *
 * @source none: assumed; as long as the time to file one
 * @category terms
 * @since 0.1.0
 */
export const defaults: AppealTerms = {
  clock: Clock.calendar,
  decideLimitSec: 15 * Seconds.daySec,
  provenance: { kind: "assumed", reason: "as long as the time to file an appeal" }
}

/**
 * What an appeal is about: the result, who scored it (nobody of them hears an appeal), and the facts
 * that it rests on.
 *
 * @category appeals
 * @since 0.1.0
 */
export interface Occasion {
  readonly result: EvaluationResult
  readonly scorerIds: ReadonlyArray<string>
  readonly facts: ReadonlyArray<EvaluationFact>
}

/**
 * The event of a command, or why there is none.
 *
 * @category decisions
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly event: Appeal.AppealEvent }
  | { readonly ok: false; readonly problem: HearingProblem.HearingProblem }

type Outcome = Appeal.AppealEvent | HearingProblem.HearingProblem
type Order<Action> = Extract<Appeal.AppealCommand, { readonly action: Action }>

/**
 * The decision on a command, given the history of the appeal.
 *
 * A unit of the result files until `result.appeal.untilSec`, that second excluded. The hearer is
 * neither among the scorers nor the one who filed. An appeal against a result that is upheld, wholly
 * or partly, corrects at least one fact; a dismissed one none, nor does one against a finding, which
 * the decision itself ends. A correction names an existing fact that none has corrected yet and keeps
 * its time and matter. A late decision is taken all the same, and says so.
 *
 * @source Personal Information Protection Law of China (2021), article 24: a decision by machine can be
 * refused and explained; the steps are ours
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  terms: AppealTerms,
  occasion: Occasion,
  history: Appeal.History,
  command: Appeal.AppealCommand
): Decision => {
  const outcome = outcomeOf(terms, occasion, history, command)
  return "code" in outcome ? { ok: false, problem: outcome } : { ok: true, event: outcome }
}

const outcomeOf = (
  terms: AppealTerms,
  occasion: Occasion,
  history: Appeal.History,
  command: Appeal.AppealCommand
): Outcome => {
  const { appealId, atSec } = command
  if (!Seconds.isWhole(atSec)) return HearingProblem.make("TimeNotWhole", appealId, atSec, 0)
  if ("reason" in command && command.reason.trim() === "") {
    return HearingProblem.make("ReasonMissing", appealId, "", "")
  }
  const appeal = Appeal.standing(history)
  if (command.action === "FileAppeal") return file(terms, occasion, appeal, command)
  if (appeal === "None") return HearingProblem.make("NotFiled", appealId, "", "")
  if (atSec < appeal.lastSec) {
    return HearingProblem.make("TimeWentBack", appealId, atSec, appeal.lastSec)
  }
  if (appeal.status === "Decided" || appeal.status === "Withdrawn") {
    return HearingProblem.make("AlreadyDecided", appealId, appeal.endedSec, "")
  }
  switch (command.action) {
    case "NameHearer":
      return nameHearer(occasion, appeal, command)
    case "DecideAppeal":
      return settle(occasion, appeal, command)
    case "WithdrawAppeal":
      return {
        kind: "AppealWithdrawn",
        appealId,
        atSec,
        actorId: command.actorId,
        reason: command.reason
      }
  }
}

const file = (
  terms: AppealTerms,
  { result }: Occasion,
  appeal: Appeal.Standing | "None",
  command: Order<"FileAppeal">
): Outcome => {
  const { appealId, atSec, actorId, unitId, findingId, reason } = command
  if (appeal !== "None") return HearingProblem.make("AlreadyFiled", appealId, appeal.filedSec, "")
  if (!result.units.some((unit) => unit.unitId === unitId)) {
    return HearingProblem.make("UnknownUnit", appealId, unitId, "")
  }
  const { untilSec } = result.appeal
  if (atSec >= untilSec) return HearingProblem.make("TooLate", appealId, atSec, untilSec)
  const dueSec = Deadline.dueSec(terms.clock, atSec, terms.decideLimitSec)
  return { kind: "AppealFiled", appealId, atSec, actorId, unitId, findingId, reason, dueSec }
}

const nameHearer = (
  { scorerIds }: Occasion,
  appeal: Appeal.Standing,
  command: Order<"NameHearer">
): Outcome => {
  const { appealId, atSec, actorId, hearerId } = command
  if (hearerId.trim() === "") return HearingProblem.make("HearerMissing", appealId, "", "")
  if (scorerIds.includes(hearerId) || hearerId === appeal.filedById) {
    return HearingProblem.make("JudgeInOwnCause", appealId, hearerId, "")
  }
  return { kind: "HearerNamed", appealId, atSec, actorId, hearerId }
}

const settle = (
  { facts }: Occasion,
  appeal: Appeal.Standing,
  command: Order<"DecideAppeal">
): Outcome => {
  const { appealId, atSec, actorId, outcome, reason, corrections } = command
  if (appeal.hearerId === "") return HearingProblem.make("HearerMissing", appealId, "", "")
  if (actorId !== appeal.hearerId) {
    return HearingProblem.make("OtherHearer", appealId, actorId, appeal.hearerId)
  }
  const isChanging = outcome !== "Dismissed" && appeal.findingId === ""
  if (isChanging && corrections.length === 0) {
    return HearingProblem.make("CorrectionMissing", appealId, outcome, 1)
  }
  if (!isChanging && corrections.length > 0) {
    return HearingProblem.make("CorrectionNotAllowed", appealId, outcome, 0)
  }
  const problem = correctionProblem(facts, corrections)
  if (problem !== undefined) return problem
  const isLate = Deadline.isOverdue(appeal.dueSec, atSec)
  return { kind: "AppealDecided", appealId, atSec, actorId, outcome, reason, corrections, isLate }
}
