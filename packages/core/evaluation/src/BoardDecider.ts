/**
 * Decides on a command of a board: one event to be added to its history, or one problem.
 */
import { Seconds } from "@wangge/facts"
import * as Board from "./Board.ts"
import type { BoardCommand } from "./BoardCommand.ts"
import * as BoardProblem from "./BoardProblem.ts"
import type { BoardTerms } from "./BoardTerms.ts"
import * as Honour from "./Honour.ts"
import type { HonourConsent } from "./HonourConsent.ts"
import { notYet } from "./internal/notYet.ts"
import * as Shortfall from "./Shortfall.ts"

/**
 * The event of a command, or why there is none.
 *
 * @category decisions
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly event: Board.BoardEvent }
  | { readonly ok: false; readonly problem: BoardProblem.BoardProblem }

type Outcome = Board.BoardEvent | BoardProblem.BoardProblem
type Order<Action> = Extract<BoardCommand, { readonly action: Action }>

/**
 * The decision on a command, given the history of the board.
 *
 * A board is drafted first and told to those listed, who may dispute it for `terms.correctionDays`;
 * then it is published, at most `terms.daysMax` days. Somebody who neither drafted the board nor filed
 * the dispute decides it. Cost: entries times events.
 *
 * @source Personal Information Protection Law of China (2021), articles 24 and 25; State Council Office
 * 2020 No. 49 for the path of repair; the days are assumed
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  terms: BoardTerms,
  history: Board.History,
  command: BoardCommand
): Decision => {
  const outcome = outcomeOf(terms, Board.standing(history), command)
  return "code" in outcome ? { ok: false, problem: outcome } : { ok: true, event: outcome }
}

const outcomeOf = (
  terms: BoardTerms,
  board: Board.Standing | "None",
  command: BoardCommand
): Outcome => {
  const { boardId, atSec } = command
  if (!Seconds.isWhole(atSec)) return BoardProblem.make("TimeNotWhole", boardId, atSec, 0)
  if ("reason" in command && command.reason.trim() === "") {
    return BoardProblem.make("ReasonMissing", boardId, "", "")
  }
  if (command.action === "DraftBoard") return draft(terms, board, command)
  if (board === "None") return BoardProblem.make("NoBoard", boardId, "", "")
  if (atSec < board.lastSec) return BoardProblem.make("TimeWentBack", boardId, atSec, board.lastSec)
  if (board.takenDownSec !== notYet) {
    return BoardProblem.make("TakenDown", boardId, board.takenDownSec, notYet)
  }
  switch (command.action) {
    case "PublishBoard":
      return publish(terms, board, command)
    case "DisputeEntry":
      return dispute(board, command)
    case "DecideDispute":
      return decideDispute(board, command)
    case "RepairEntry":
      return repair(board, command)
    case "TakeDownBoard":
      return {
        kind: "BoardTakenDown",
        boardId,
        atSec,
        actorId: command.actorId,
        reason: command.reason
      }
  }
}

const draft = (
  terms: BoardTerms,
  board: Board.Standing | "None",
  command: Order<"DraftBoard">
): Outcome => {
  const { boardId, atSec, actorId, basis, content, consents } = command
  if (board !== "None") return BoardProblem.make("AlreadyDrafted", boardId, board.draftedSec, "")
  if (basis.trim() === "") return BoardProblem.make("ReasonMissing", boardId, "", "")
  const ids = content.entries.map(({ entryId }) => entryId)
  if (ids.length === 0) return BoardProblem.make("NothingToList", boardId, 0, 1)
  const repeated = ids.find((id, place) => ids.indexOf(id) < place)
  if (repeated !== undefined) return BoardProblem.make("DuplicateId", boardId, repeated, 1)
  const problem =
    content.kind === "Honours"
      ? honourProblem(content.entries, consents, atSec)
      : content.entries.flatMap((entry) => Shortfall.check(terms, entry))[0]
  if (problem !== undefined) return problem
  const correctionUntilSec = atSec + terms.correctionDays * Seconds.daySec
  return { kind: "BoardDrafted", boardId, atSec, actorId, basis, content, correctionUntilSec }
}

const honourProblem = (
  entries: ReadonlyArray<Honour.HonourEntry>,
  consents: ReadonlyArray<HonourConsent>,
  atSec: number
): BoardProblem.BoardProblem | undefined => {
  const unnamed = entries.find((entry) => Honour.consentFor(entry, consents, atSec) === "None")
  return unnamed && BoardProblem.make("ConsentMissing", unnamed.entryId, atSec, unnamed.honour)
}

const publish = (
  terms: BoardTerms,
  board: Board.Standing,
  command: Order<"PublishBoard">
): Outcome => {
  const { boardId, atSec, actorId, days } = command
  const { publishedSec, correctionUntilSec } = board
  if (publishedSec !== notYet) {
    return BoardProblem.make("AlreadyPublished", boardId, publishedSec, notYet)
  }
  if (atSec < correctionUntilSec) {
    return BoardProblem.make("CorrectionOpen", boardId, atSec, correctionUntilSec)
  }
  if (!Number.isSafeInteger(days) || days < 1 || days > terms.daysMax) {
    return BoardProblem.make("TooLong", `${boardId} days`, days, terms.daysMax)
  }
  const untilSec = atSec + days * Seconds.daySec
  return { kind: "BoardPublished", boardId, atSec, actorId, untilSec }
}

/** The entry while it is still on the board. */
const entryOn = (board: Board.Standing, entryId: string): Board.EntryStanding | undefined =>
  board.entries.find((entry) => entry.entryId === entryId && entry.removedSec === notYet)

const dispute = (board: Board.Standing, command: Order<"DisputeEntry">): Outcome => {
  const { boardId, atSec, actorId, disputeId, entryId, subjectId, reason } = command
  const entry = entryOn(board, entryId)
  if (entry === undefined) return BoardProblem.make("NoSuchEntry", boardId, entryId, "")
  const aboutId = subjectOf(board.content, entryId)
  if (aboutId !== subjectId) return BoardProblem.make("NotItsEntry", entryId, subjectId, aboutId)
  if (entry.openDisputeId !== "") {
    return BoardProblem.make("AlreadyDisputed", entryId, entry.disputedSec, "")
  }
  return { kind: "EntryDisputed", boardId, atSec, actorId, disputeId, entryId, reason }
}

const subjectOf = (content: Board.Content, entryId: string): string => {
  if (content.kind === "Honours") {
    return content.entries.find((entry) => entry.entryId === entryId)?.personId ?? ""
  }
  return content.entries.find((entry) => entry.entryId === entryId)?.unitId ?? ""
}

const decideDispute = (board: Board.Standing, command: Order<"DecideDispute">): Outcome => {
  const { boardId, atSec, actorId, disputeId, isUpheld, reason } = command
  const entry = board.entries.find(
    ({ openDisputeId }) => openDisputeId === disputeId && disputeId !== ""
  )
  if (entry === undefined) return BoardProblem.make("NotDisputed", boardId, disputeId, "")
  if (actorId === board.draftedById || actorId === entry.disputedById) {
    return BoardProblem.make("JudgeInOwnCause", disputeId, actorId, "")
  }
  const { entryId } = entry
  return { kind: "DisputeDecided", boardId, atSec, actorId, disputeId, entryId, isUpheld, reason }
}

const repair = (board: Board.Standing, command: Order<"RepairEntry">): Outcome => {
  const { boardId, atSec, actorId, entryId, reason } = command
  if (board.content.kind === "Honours") {
    return BoardProblem.make("NotAShortfall", entryId, "Honour", "Shortfall")
  }
  if (entryOn(board, entryId) === undefined) {
    return BoardProblem.make("NoSuchEntry", boardId, entryId, "")
  }
  return { kind: "EntryRepaired", boardId, atSec, actorId, entryId, reason }
}
