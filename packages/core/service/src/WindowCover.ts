/**
 * When a kind of business can be brought: the spells in which some window is open and somebody on
 * duty there may take it. It asks `Window.who` at every change and nowhere else, so that the rule who
 * may take what stands in one place.
 */
import type { Id } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import { union } from "./internal/spellSet.ts"
import * as OpeningHours from "./OpeningHours.ts"
import type * as ServiceChannel from "./ServiceChannel.ts"
import * as Window from "./Window.ts"

/**
 * What cover is asked for: a kind, over which channels, for residents who booked or not, in a range.
 *
 * @category cover
 * @since 0.1.0
 */
export interface Asked extends Spell.Spell {
  readonly skillId: string
  readonly channels: ReadonlyArray<ServiceChannel.ServiceChannel>
  readonly isBooked: boolean
}

/**
 * The spells in which a kind can be brought somewhere in the hall: in order, neither touching nor
 * overlapping. Cost: per window, changes in the range times `Window.who`.
 *
 * @category cover
 * @since 0.1.0
 */
export const spellsOf = (hall: Window.Hall, asked: Asked): ReadonlyArray<Spell.Spell> =>
  union(hall.windows.flatMap((window) => spellsAt(hall, window, asked)))

/**
 * The spells in which a kind can be brought at one window.
 *
 * @category cover
 * @since 0.1.0
 */
export const spellsAt = (
  hall: Window.Hall,
  window: Window.Window,
  asked: Asked
): ReadonlyArray<Spell.Spell> => {
  const { skillId, channels, isBooked } = asked
  if (!channels.includes(window.channel) || !Window.takesKind(window, skillId)) return []
  const duties = hall.duties.filter((duty) => duty.windowId === window.windowId)
  const alone = {
    windows: [window],
    duties,
    hours: hall.hours,
    book: hall.book,
    staff: hall.staff
  }
  const instants = changes(alone, window, asked)
  const covered = instants.slice(0, -1).flatMap((fromSec, index) => {
    const request = { skillId, atSec: fromSec, channels, isBooked }
    const untilSec = instants[index + 1]!
    return Window.who(alone, request).takers.length > 0 ? [{ fromSec, untilSec }] : []
  })
  return union(covered)
}

/** The instants of the range at which anything about a window may change, its ends included. */
const changes = (
  hall: Window.Hall,
  window: Window.Window,
  { fromSec, untilSec, isBooked }: Asked
): ReadonlyArray<number> => {
  if (fromSec >= untilSec) return []
  const persons = new Set<Id.Id<"Person">>(hall.duties.map(({ personId }) => personId))
  const spells = [
    ...OpeningHours.spellsOf(hall.hours, { hoursIds: window.hoursIds, isBooked }),
    ...hall.duties,
    ...hall.book.grants.filter(({ personId }) => persons.has(personId)),
    ...Array.from(persons).flatMap((personId) => [
      ...(hall.staff.byPerson.get(personId) ?? []),
      ...(hall.staff.absencesOf.get(personId) ?? [])
    ])
  ]
  const inside = Spell.changesOf(spells).filter((atSec) => fromSec < atSec && atSec < untilSec)
  return [fromSec, ...inside, untilSec]
}
