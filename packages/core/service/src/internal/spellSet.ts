/**
 * Sets of seconds as lists of spells that are in order, not empty, and neither touch nor overlap:
 * union, common part and difference. Opening hours, cover and free times are such sets.
 */
import { Spell } from "@wangge/grid"

type Spells = ReadonlyArray<Spell.Spell>

/** The seconds that are in at least one of the spells. Cost: n log n. */
export const union = (spells: Spells): Spells => {
  const found: Array<Spell.Spell> = []
  const ordered = spells
    .filter((spell) => !Spell.isEmpty(spell))
    .toSorted((one, other) => one.fromSec - other.fromSec)
  for (const { fromSec, untilSec } of ordered) {
    const last = found.at(-1)
    if (last === undefined || last.untilSec < fromSec) found.push({ fromSec, untilSec })
    else if (last.untilSec < untilSec) {
      found[found.length - 1] = { fromSec: last.fromSec, untilSec }
    }
  }
  return found
}

/** The seconds that are in both sets. Cost: linear. */
export const common = (one: Spells, other: Spells): Spells => {
  const found: Array<Spell.Spell> = []
  let at = 0
  let beside = 0
  while (at < one.length && beside < other.length) {
    const left = one[at]!
    const right = other[beside]!
    const fromSec = Math.max(left.fromSec, right.fromSec)
    const untilSec = Math.min(left.untilSec, right.untilSec)
    if (fromSec < untilSec) found.push({ fromSec, untilSec })
    if (left.untilSec < right.untilSec) at++
    else beside++
  }
  return found
}

/** The seconds of the first set that are not in the second. Cost: linear. */
export const without = (one: Spells, other: Spells): Spells => {
  const found: Array<Spell.Spell> = []
  let beside = 0
  for (const { fromSec, untilSec } of one) {
    let leftSec = fromSec
    while (beside < other.length && other[beside]!.untilSec <= leftSec) beside++
    for (let at = beside; at < other.length && other[at]!.fromSec < untilSec; at++) {
      const gap = other[at]!
      if (leftSec < gap.fromSec) found.push({ fromSec: leftSec, untilSec: gap.fromSec })
      leftSec = Math.max(leftSec, gap.untilSec)
    }
    if (leftSec < untilSec) found.push({ fromSec: leftSec, untilSec })
  }
  return found
}

/** Whether one spell of the set holds the whole of a spell. Cost: log n. */
export const holds = (spells: Spells, { fromSec, untilSec }: Spell.Spell): boolean => {
  let low = 0
  let high = spells.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spells[middle]!.fromSec <= fromSec) low = middle + 1
    else high = middle
  }
  const last = spells[low - 1]
  return last !== undefined && untilSec <= last.untilSec
}

/** The seconds that a set holds. */
export const lengthSec = (spells: Spells): number =>
  spells.reduce((sum, { fromSec, untilSec }) => sum + (untilSec - fromSec), 0)
