/**
 * Whether the entries of a journal follow each other without a gap: their numbers, and what a number
 * out of its order means.
 */
import * as AuditProblem from "../AuditProblem.ts"
import type { LogEntry } from "../LedgerEvent.ts"

/** Numbers from `from` to before `until` that were jumped over. */
interface Gap {
  readonly from: number
  readonly until: number
}

/** Which number comes next, and which were jumped over. Changed in place. */
export interface EntryOrder {
  next: number
  gaps: ReadonlyArray<Gap>
  isLost: boolean
}

export const make = (): EntryOrder => ({ next: 0, gaps: [], isLost: false })

/** Forgets which number comes next: a line that should have it cannot be read. */
export const lose = (order: EntryOrder): void => {
  order.isLost = true
}

/** Numbers that an entry takes: a group that was booked takes one more per member. */
export const rowCount = (entry: LogEntry): number =>
  entry.kind === "GroupPosted" ? 1 + entry.events.length : 1

/**
 * The place of an entry: the next one, one after a gap, one that fills a gap (moved), or one whose
 * number has been there. Changes the order in place.
 */
export const place = (order: EntryOrder, entry: LogEntry): "Next" | "After" | "Moved" | "Again" => {
  const { sequence } = entry
  const end = sequence + rowCount(entry)
  if (sequence === order.next || (order.isLost && sequence > order.next)) {
    const isNext = sequence === order.next && !order.isLost
    order.isLost = false
    order.next = end
    return isNext ? "Next" : "After"
  }
  if (sequence > order.next) {
    order.gaps = [...order.gaps, { from: order.next, until: sequence }]
    order.next = end
    return "After"
  }
  if (!order.gaps.some((gap) => sequence >= gap.from && end <= gap.until)) return "Again"
  order.gaps = order.gaps.flatMap((gap) => without(gap, sequence, end))
  return "Moved"
}

/** Jumps to a number that a head says comes next; false where it is no later one. */
export const jump = (order: EntryOrder, until: number): boolean => {
  if (until <= order.next) return false
  if (!order.isLost) order.gaps = [...order.gaps, { from: order.next, until }]
  order.next = until
  return true
}

const without = (gap: Gap, from: number, until: number): ReadonlyArray<Gap> =>
  from >= gap.from && until <= gap.until
    ? [
        { from: gap.from, until: from },
        { from: until, until: gap.until }
      ].filter((part) => part.until > part.from)
    : [gap]

/** The gaps that nothing filled. */
export const missing = ({ gaps }: EntryOrder): ReadonlyArray<AuditProblem.AuditProblem> =>
  gaps.map(({ from, until }) => {
    const subject = until - from === 1 ? String(from) : `${from}-${until - 1}`
    return AuditProblem.make("EntriesMissing", subject, until, from)
  })

/** An entry by its number and the id of its command. */
export const nameOf = (entry: LogEntry): string => `${entry.sequence} (${entry.command.id})`
