/**
 * Boards: honours for people who consented, shortfalls for units. A board is its history, to which
 * events are only added: drafted, corrected, published, disputed, repaired, taken down. What anybody
 * reads at an instant is computed from it (`BoardView`), so that nothing outlives its end.
 */
import type { HonourEntry } from "./Honour.ts"
import { notYet } from "./internal/notYet.ts"
import type { ShortfallEntry } from "./Shortfall.ts"

export { notYet } from "./internal/notYet.ts"

/**
 * What a board lists: persons as honours, or units as shortfalls. There is no third kind.
 *
 * @category boards
 * @since 0.1.0
 */
export type Content =
  | { readonly kind: "Honours"; readonly entries: ReadonlyArray<HonourEntry> }
  | { readonly kind: "Shortfalls"; readonly entries: ReadonlyArray<ShortfallEntry> }

/**
 * Why an entry left a board: a dispute was upheld, or the unit put right what was short.
 *
 * @category boards
 * @since 0.1.0
 */
export type RemovalCause = "DisputeUpheld" | "Repaired"

/**
 * What can happen to a board. `basis` names the result or decision that it rests on;
 * `correctionUntilSec` ends the time in which those listed may correct it before others read it.
 *
 * @category events
 * @since 0.1.0
 */
export type BoardEvent =
  | {
      readonly kind: "BoardDrafted"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly basis: string
      readonly content: Content
      readonly correctionUntilSec: number
    }
  | {
      readonly kind: "BoardPublished"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly untilSec: number
    }
  | {
      readonly kind: "EntryDisputed"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly disputeId: string
      readonly entryId: string
      readonly reason: string
    }
  | {
      readonly kind: "DisputeDecided"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly disputeId: string
      readonly entryId: string
      readonly isUpheld: boolean
      readonly reason: string
    }
  | {
      readonly kind: "EntryRepaired"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly entryId: string
      readonly reason: string
    }
  | {
      readonly kind: "BoardTakenDown"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly reason: string
    }

/**
 * Everything that happened to one board, in order.
 *
 * @category boards
 * @since 0.1.0
 */
export type History = ReadonlyArray<BoardEvent>

/**
 * How one entry stands: the dispute that waits for a decision (`""` for none), and why it left.
 *
 * @category boards
 * @since 0.1.0
 */
export interface EntryStanding {
  readonly entryId: string
  readonly openDisputeId: string
  readonly disputedSec: number
  readonly disputedById: string
  readonly removedSec: number
  readonly removalCause: RemovalCause | "None"
}

/**
 * How a board stands after its history; a time of what has not happened is {@link notYet}.
 *
 * @category boards
 * @since 0.1.0
 */
export interface Standing {
  readonly boardId: string
  readonly draftedSec: number
  readonly draftedById: string
  readonly basis: string
  readonly content: Content
  readonly correctionUntilSec: number
  readonly publishedSec: number
  readonly untilSec: number
  readonly takenDownSec: number
  readonly lastSec: number
  readonly entries: ReadonlyArray<EntryStanding>
}

/**
 * How a board stands after what happened up to and including `untilSec`; `"None"` before its draft.
 *
 * Cost: entries times events.
 *
 * @category boards
 * @since 0.1.0
 */
export const standing = (history: History, untilSec: number = notYet): Standing | "None" => {
  const events = history.filter(({ atSec }) => atSec <= untilSec)
  const drafted = events.find(({ kind }) => kind === "BoardDrafted")
  if (drafted?.kind !== "BoardDrafted") return "None"
  const published = events.find(({ kind }) => kind === "BoardPublished")
  const takenDown = events.find(({ kind }) => kind === "BoardTakenDown")
  return {
    boardId: drafted.boardId,
    draftedSec: drafted.atSec,
    draftedById: drafted.actorId,
    basis: drafted.basis,
    content: drafted.content,
    correctionUntilSec: drafted.correctionUntilSec,
    publishedSec: published?.atSec ?? notYet,
    untilSec: published?.kind === "BoardPublished" ? published.untilSec : notYet,
    takenDownSec: takenDown?.atSec ?? notYet,
    lastSec: events.at(-1)?.atSec ?? drafted.atSec,
    entries: drafted.content.entries.map(({ entryId }) => entryStanding(events, entryId))
  }
}

/** The last dispute counts if nobody has decided it; the first removal stays. */
const entryStanding = (events: History, entryId: string): EntryStanding => {
  let [openDisputeId, disputedById, disputedSec, removedSec] = ["", "", notYet, notYet]
  let removalCause: RemovalCause | "None" = "None"
  for (const event of events) {
    if (!("entryId" in event) || event.entryId !== entryId) continue
    if (event.kind === "EntryDisputed") {
      openDisputeId = event.disputeId
      disputedById = event.actorId
      disputedSec = event.atSec
      continue
    }
    openDisputeId = ""
    disputedById = ""
    disputedSec = notYet
    const isRemoved = event.kind === "EntryRepaired" || event.isUpheld
    if (!isRemoved || removedSec !== notYet) continue
    removedSec = event.atSec
    removalCause = event.kind === "EntryRepaired" ? "Repaired" : "DisputeUpheld"
  }
  return { entryId, openDisputeId, disputedSec, disputedById, removedSec, removalCause }
}
