/**
 * Whether residents can be served in their free time: a slot at a window that is open, staffed by
 * somebody who may take the kind, and not taken by another. As many residents as possible are placed,
 * exactly; who is left is unmet demand, counted by reason. More hours, windows or staff never make
 * more of it.
 */
import type { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import type { Neutral } from "./EligibilityBar.ts"
import { maximum, unpaired } from "./internal/matching.ts"
import { holds, union } from "./internal/spellSet.ts"
import * as OpeningHours from "./OpeningHours.ts"
import type * as ServiceChannel from "./ServiceChannel.ts"
import type * as Window from "./Window.ts"
import { takesKind } from "./Window.ts"
import * as WindowCover from "./WindowCover.ts"

/**
 * One resident's wish to be served once: the kind, the channels that will do, whether booked, and
 * when the resident is free. Nothing else about the resident belongs here.
 *
 * @category demand
 * @since 0.1.0
 */
export interface Want extends Neutral {
  readonly wantId: string
  readonly skillId: string
  readonly channels: ReadonlyArray<ServiceChannel.ServiceChannel>
  readonly isBooked: boolean
  readonly free: ReadonlyArray<Spell.Spell>
}

/**
 * Why a want is unmet, from the first that applies: no window takes the kind over such a channel; none
 * of those is open in a free slot; nobody there may take it; all slots are taken by others.
 *
 * @source none: our own names
 * @category demand
 * @since 0.1.0
 */
export const reasons = ["NotOffered", "Closed", "NoQualifiedStaff", "Full"] as const

/**
 * One of {@link reasons}.
 *
 * @category demand
 * @since 0.1.0
 */
export type Reason = (typeof reasons)[number]

/**
 * A slot of one window.
 *
 * @category demand
 * @since 0.1.0
 */
export interface WindowSlot extends Spell.Spell {
  readonly windowId: Id.Id<"Window">
}

/**
 * What became of a want: where and when it is served, or why not.
 *
 * @category demand
 * @since 0.1.0
 */
export type Placement =
  | { readonly wantId: string; readonly isMet: true; readonly slot: WindowSlot }
  | { readonly wantId: string; readonly isMet: false; readonly reason: Reason }

/**
 * The wants placed, in the order given, and counted: `metCount` and the counts of `unmet` add up to
 * the wants.
 *
 * @category demand
 * @since 0.1.0
 */
export interface Assessment {
  readonly placements: ReadonlyArray<Placement>
  readonly metCount: number
  readonly unmetCount: number
  readonly unmet: Readonly<Record<Reason, number>>
}

/**
 * The range that is looked at, cut into slots of `slotSec` from its first second on; every service
 * takes one slot.
 *
 * @category demand
 * @since 0.1.0
 */
export interface Slots extends Spell.Spell {
  readonly slotSec: number
}

/**
 * Places as many wants as possible, one to a slot of a window, the earlier in the list before the
 * later where not all fit.
 *
 * Throws a `RangeError` for slots that are no whole seconds. Cost: windows x kinds for cover, then
 * wants x slots for the edges, and at worst wants times edges for the placing.
 *
 * @source none: a largest matching of wants and slots, so that no unlucky order makes demand look
 *   unmet
 * @category demand
 * @since 0.1.0
 */
export const assess = (hall: Window.Hall, wants: ReadonlyArray<Want>, slots: Slots): Assessment => {
  const grid = slotsOf(hall, slots)
  const open = remember((want: Want, window: Window.Window) =>
    OpeningHours.spellsOf(hall.hours, { hoursIds: window.hoursIds, isBooked: want.isBooked })
  )
  const cover = remember((want: Want, window: Window.Window) =>
    WindowCover.spellsAt(hall, window, {
      skillId: want.skillId,
      channels: [window.channel],
      isBooked: want.isBooked,
      fromSec: slots.fromSec,
      untilSec: slots.untilSec
    })
  )
  const frees = wants.map((want) => union(want.free))
  const edges = wants.map((want, index) =>
    grid.flatMap(({ window, slot }, number) =>
      offers(window, want) &&
      holds(frees[index]!, slot) &&
      holds(open(want, window), slot) &&
      holds(cover(want, window), slot)
        ? [number]
        : []
    )
  )
  const placed = maximum(edges, grid.length)
  const placements = wants.map((want, index): Placement => {
    const { wantId } = want
    const number = placed[index]!
    if (number !== unpaired) return { wantId, isMet: true, slot: grid[number]!.slot }
    if (edges[index]!.length > 0) return { wantId, isMet: false, reason: "Full" }
    const isOpen = grid.some(
      ({ window, slot }) =>
        offers(window, want) && holds(frees[index]!, slot) && holds(open(want, window), slot)
    )
    if (isOpen) return { wantId, isMet: false, reason: "NoQualifiedStaff" }
    const isOffered = hall.windows.some((window) => offers(window, want))
    return { wantId, isMet: false, reason: isOffered ? "Closed" : "NotOffered" }
  })
  return count(placements)
}

/**
 * Where and when one resident who comes alone can be served first: the earliest slot, at equal times
 * that of the earlier window in the hall; or why not.
 *
 * @category demand
 * @since 0.1.0
 */
export const first = (hall: Window.Hall, want: Want, slots: Slots): Placement =>
  assess(hall, [want], slots).placements[0]!

interface Place {
  readonly window: Window.Window
  readonly slot: WindowSlot
}

/** All slots of all windows, in the order of time, then of windows. */
const slotsOf = (
  hall: Window.Hall,
  { fromSec, untilSec, slotSec }: Slots
): ReadonlyArray<Place> => {
  const isWhole = [fromSec, untilSec, slotSec].every(Number.isSafeInteger)
  if (!isWhole || slotSec < 1) {
    throw new RangeError(`Expected slots of whole seconds, at least one; got ${slotSec}`)
  }
  const found: Array<Place> = []
  for (let atSec = fromSec; atSec + slotSec <= untilSec; atSec += slotSec) {
    for (const window of hall.windows) {
      const slot = { windowId: window.windowId, fromSec: atSec, untilSec: atSec + slotSec }
      const asked = { hoursIds: window.hoursIds, isBooked: true }
      if (OpeningHours.isOpen(hall.hours, asked, atSec)) found.push({ window, slot })
    }
  }
  return found
}

const offers = (window: Window.Window, want: Want): boolean =>
  want.channels.includes(window.channel) && takesKind(window, want.skillId)

/** Computes the spells of a window for a kind of want once. */
const remember = (
  spells: (want: Want, window: Window.Window) => ReadonlyArray<Spell.Spell>
): typeof spells => {
  const known = new Map<string, ReadonlyArray<Spell.Spell>>()
  return (want, window) => {
    const key = `${window.windowId} ${want.isBooked} ${want.skillId}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = spells(want, window)
    known.set(key, found)
    return found
  }
}

const count = (placements: ReadonlyArray<Placement>): Assessment => {
  const withReason = (reason: Reason): number =>
    placements.filter((one) => !one.isMet && one.reason === reason).length
  const metCount = placements.filter((one) => one.isMet).length
  return {
    placements,
    metCount,
    unmetCount: placements.length - metCount,
    unmet: {
      NotOffered: withReason("NotOffered"),
      Closed: withReason("Closed"),
      NoQualifiedStaff: withReason("NoQualifiedStaff"),
      Full: withReason("Full")
    }
  }
}
