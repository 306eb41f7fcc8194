/**
 * Spells of time: from an instant up to but not including another, in seconds since the epoch,
 * UTC. Appointments, links, seats on committees and absences are all in force for a spell; that
 * question, and "how many at once", are answered here only.
 */

/**
 * A spell from `fromSec` up to but not including `untilSec`; {@link openEnd} when no end is set.
 *
 * @category spells
 * @since 0.1.0
 */
export interface Spell {
  readonly fromSec: number
  readonly untilSec: number
}

/**
 * The `untilSec` of a spell without an end.
 *
 * @source none: the largest safe integer, later than every instant
 * @category spells
 * @since 0.1.0
 */
export const openEnd = Number.MAX_SAFE_INTEGER

/**
 * Whether a spell is in force at an instant: from its first second on, no longer at its end.
 *
 * ```ts
 * import { Spell } from "@wangge/grid"
 *
 * const spell = { fromSec: 10, untilSec: 20 }
 * const inForce = [9, 10, 19, 20].map((atSec) => Spell.isInForce(spell, atSec))
 * inForce // => [false, true, true, false]
 * ```
 *
 * @category spells
 * @since 0.1.0
 */
export const isInForce = (spell: Spell, atSec: number): boolean =>
  spell.fromSec <= atSec && atSec < spell.untilSec

/**
 * Whether a spell holds no second at all: it ends before or when it begins.
 *
 * @category spells
 * @since 0.1.0
 */
export const isEmpty = (spell: Spell): boolean => !(spell.fromSec < spell.untilSec)

/**
 * Whether two spells have a second in common; an empty spell has none with any.
 *
 * ```ts
 * import { Spell } from "@wangge/grid"
 *
 * const morning = { fromSec: 0, untilSec: 100 }
 * Spell.overlap(morning, { fromSec: 99, untilSec: 200 }) // => true
 * Spell.overlap(morning, { fromSec: 100, untilSec: 200 }) // => false
 * ```
 *
 * @category spells
 * @since 0.1.0
 */
export const overlap = (one: Spell, other: Spell): boolean =>
  !isEmpty(one) && !isEmpty(other) && one.fromSec < other.untilSec && other.fromSec < one.untilSec

/**
 * The largest number of spells in force at one instant; ends count before beginnings, so a
 * hand-over at one second is never two at once. Cost: n log n.
 *
 * @category spells
 * @since 0.1.0
 */
export const mostAtOnce = (spells: ReadonlyArray<Spell>): number => {
  const changes = spells
    .filter((spell) => !isEmpty(spell))
    .flatMap((spell) => [
      { atSec: spell.fromSec, step: 1 },
      { atSec: spell.untilSec, step: -1 }
    ])
    .sort((one, other) => one.atSec - other.atSec || one.step - other.step)
  let count = 0
  let most = 0
  for (const change of changes) {
    count += change.step
    most = Math.max(most, count)
  }
  return most
}

/**
 * The instants at which some spell begins or ends, in order, each once: between two of them
 * nothing changes. Cost: n log n.
 *
 * @category spells
 * @since 0.1.0
 */
export const changesOf = (spells: ReadonlyArray<Spell>): ReadonlyArray<number> =>
  Array.from(
    new Set(
      spells.filter((spell) => !isEmpty(spell)).flatMap((spell) => [spell.fromSec, spell.untilSec])
    )
  ).sort((one, other) => one - other)

/**
 * The first instant of a spell at which none of the covering spells is in force; the spell's own
 * `untilSec` when they cover it throughout. Cost: the square of the covering spells.
 *
 * ```ts
 * import { Spell } from "@wangge/grid"
 *
 * const year = { fromSec: 0, untilSec: 100 }
 * const covers = [{ fromSec: 0, untilSec: 40 }, { fromSec: 50, untilSec: 100 }]
 * Spell.firstGap(year, covers) // => 40
 * Spell.firstGap(year, [...covers, { fromSec: 40, untilSec: 50 }]) // => 100
 * ```
 *
 * @category spells
 * @since 0.1.0
 */
export const firstGap = (spell: Spell, covers: ReadonlyArray<Spell>): number =>
  [spell.fromSec, ...covers.map((cover) => cover.untilSec)]
    .filter((atSec) => isInForce(spell, atSec))
    .filter((atSec) => !covers.some((cover) => isInForce(cover, atSec)))
    .reduce((first, atSec) => Math.min(first, atSec), spell.untilSec)
