/**
 * What anybody may want of a board.
 */
import type * as Board from "./Board.ts"
import type { HonourConsent } from "./HonourConsent.ts"

/**
 * The commands of a board. `actorId` is who gives the command; `subjectId`, the unit or person that an
 * entry is about and that speaks here for itself. `consents` are those to the honours drafted.
 *
 * @category commands
 * @since 0.1.0
 */
export type BoardCommand =
  | {
      readonly action: "DraftBoard"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly basis: string
      readonly content: Board.Content
      readonly consents: ReadonlyArray<HonourConsent>
    }
  | {
      readonly action: "PublishBoard"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly days: number
    }
  | {
      readonly action: "DisputeEntry"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly disputeId: string
      readonly entryId: string
      readonly subjectId: string
      readonly reason: string
    }
  | {
      readonly action: "DecideDispute"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly disputeId: string
      readonly isUpheld: boolean
      readonly reason: string
    }
  | {
      readonly action: "RepairEntry"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly entryId: string
      readonly reason: string
    }
  | {
      readonly action: "TakeDownBoard"
      readonly boardId: string
      readonly atSec: number
      readonly actorId: string
      readonly reason: string
    }
