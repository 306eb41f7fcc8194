/**
 * What residents and units read of a board at an instant: names by consent only, counts without small
 * counts, disputes marked, nothing after its end. Computed when somebody reads; nothing is kept.
 */
import type { Label } from "@wangge/facts"
import { Suppression } from "@wangge/privacy"
import * as Board from "./Board.ts"
import * as BoardProblem from "./BoardProblem.ts"
import type { BoardTerms } from "./BoardTerms.ts"
import * as Honour from "./Honour.ts"
import type { HonourConsent } from "./HonourConsent.ts"
import { notYet } from "./internal/notYet.ts"
import type { ShortfallEntry } from "./Shortfall.ts"

/**
 * An honour as it is read: the name that the person chose.
 *
 * @category views
 * @since 0.1.0
 */
export interface HonourRow {
  readonly entryId: string
  readonly honour: Label.Label
  readonly shownName: string
  readonly citation: Label.Label
  readonly isDisputed: boolean
}

/**
 * A shortfall as it is read: a count that would be too small is `Suppression.hidden`.
 *
 * @category views
 * @since 0.1.0
 */
export interface ShortfallRow {
  readonly entryId: string
  readonly unit: Label.Label
  readonly indicatorId: string
  readonly missed: Suppression.Cell
  readonly due: Suppression.Cell
  readonly isDisputed: boolean
}

/**
 * A board as it is read.
 *
 * @category views
 * @since 0.1.0
 */
export type Page =
  | {
      readonly kind: "Honours"
      readonly untilSec: number
      readonly rows: ReadonlyArray<HonourRow>
    }
  | {
      readonly kind: "Shortfalls"
      readonly untilSec: number
      readonly rows: ReadonlyArray<ShortfallRow>
    }

/**
 * A page, or why there is none.
 *
 * @category views
 * @since 0.1.0
 */
export type Shown =
  | { readonly ok: true; readonly page: Page }
  | { readonly ok: false; readonly problem: BoardProblem.BoardProblem }

/**
 * The board as it is read at `atSec`.
 *
 * An honour is shown while a consent to it is in force, and gone in the second of its withdrawal. An
 * entry disputed before publication is not shown until the dispute is decided; one disputed later is
 * shown as disputed. Repaired entries and those of an upheld dispute are gone. Small counts are
 * hidden over the whole list as published, so that a removal gives none away. Returns `NotPublished`
 * before, after its end and when taken down.
 *
 * @source Personal Information Protection Law of China (2021), article 25
 * @category views
 * @since 0.1.0
 */
export const read = (
  terms: BoardTerms,
  history: Board.History,
  options: { readonly atSec: number; readonly consents: ReadonlyArray<HonourConsent> }
): Shown => {
  const { atSec, consents } = options
  const board = Board.standing(history, atSec)
  if (board === "None" || !isShown(board, atSec)) {
    const subject = board === "None" ? "board" : board.boardId
    return { ok: false, problem: BoardProblem.make("NotPublished", subject, atSec, "") }
  }
  const { content, untilSec } = board
  const standings = new Map(board.entries.map((entry) => [entry.entryId, entry]))
  const isOpen = (entryId: string): boolean => isListed(board, standings.get(entryId))
  const isDisputed = (entryId: string): boolean => standings.get(entryId)?.openDisputeId !== ""
  if (content.kind === "Honours") {
    const rows = content.entries.flatMap((entry) => {
      const consent = Honour.consentFor(entry, consents, atSec)
      if (consent === "None" || !isOpen(entry.entryId)) return []
      return [honourRow(entry, consent.shownName, isDisputed(entry.entryId))]
    })
    return { ok: true, page: { kind: "Honours", untilSec, rows } }
  }
  const rows = shortfallRows(terms, content.entries, isDisputed).filter(({ entryId }) =>
    isOpen(entryId)
  )
  return { ok: true, page: { kind: "Shortfalls", untilSec, rows } }
}

const isShown = (board: Board.Standing, atSec: number): boolean =>
  board.publishedSec <= atSec && atSec < board.untilSec && atSec < board.takenDownSec

const isListed = (board: Board.Standing, entry: Board.EntryStanding | undefined): boolean => {
  if (entry === undefined || entry.removedSec !== notYet) return false
  return entry.openDisputeId === "" || entry.disputedSec >= board.publishedSec
}

const honourRow = (
  entry: Honour.HonourEntry,
  shownName: string,
  isDisputed: boolean
): HonourRow => ({
  entryId: entry.entryId,
  honour: Honour.labels[entry.honour],
  shownName,
  citation: entry.citation,
  isDisputed
})

const shortfallRows = (
  terms: BoardTerms,
  entries: ReadonlyArray<ShortfallEntry>,
  isDisputed: (entryId: string) => boolean
): ReadonlyArray<ShortfallRow> => {
  const counts = entries.map(({ missedCount, dueCount }) => [missedCount, dueCount - missedCount])
  const made = Suppression.table(counts, terms.countMin)
  return entries.map((entry, place) => ({
    entryId: entry.entryId,
    unit: entry.label,
    indicatorId: entry.indicatorId,
    missed: made.ok ? (made.table.cells[place]?.[0] ?? Suppression.hidden) : Suppression.hidden,
    due: made.ok ? (made.table.rowTotals[place] ?? Suppression.hidden) : Suppression.hidden,
    isDisputed: isDisputed(entry.entryId)
  }))
}
