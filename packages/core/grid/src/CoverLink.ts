/**
 * Cover links: which unit of a parallel organisation covers which node of the territory, from when
 * until when. The two trees are not one-to-one (52 branches over 69 grids), so the links between
 * them are data of their own; `ParallelOrganisation` reads them.
 */
import type { Id } from "@wangge/facts"
import * as Apportionment from "./Apportionment.ts"
import type { Spell } from "./Spell.ts"

/**
 * One unit covers one node, and all ground below it that no lower link covers, for a spell.
 *
 * @category links
 * @since 0.1.0
 */
export interface CoverLink extends Spell {
  readonly unitId: Id.Id<"OrganisationUnit">
  readonly gridId: Id.Id<"Grid">
}

/**
 * What happens to places when there are fewer units than places: neighbours share a unit, or the
 * places left over have none of their own and fall to the unit above.
 *
 * @source none: the reports give totals (52 branches over 69 grids), not which of the two is meant
 * @category sharing out
 * @since 0.1.0
 */
export const rests = ["shared", "parent"] as const

/**
 * One of {@link rests}.
 *
 * @category sharing out
 * @since 0.1.0
 */
export type Rest = (typeof rests)[number]

/**
 * What {@link evenly} needs.
 *
 * @category sharing out
 * @since 0.1.0
 */
export interface EvenlyOptions {
  readonly placeCount: number
  readonly unitCount: number
  readonly rest: Rest
}

/**
 * The unit of each place in order, numbered from 0, or −1 for a place without one; every unit
 * covers at least one place.
 *
 * With rest `shared`, neighbouring places share so that all units cover equally many, give or take
 * one. With rest `parent`, each unit covers one place and the places without a unit are spread
 * evenly. Throws a `RangeError` for counts that are not whole, and for more units than places.
 *
 * ```ts
 * import { CoverLink } from "@wangge/grid"
 *
 * const few = { placeCount: 5, unitCount: 3 }
 * Array.from(CoverLink.evenly({ ...few, rest: "shared" })) // => [0, 1, 1, 2, 2]
 * Array.from(CoverLink.evenly({ ...few, rest: "parent" })) // => [-1, 0, -1, 1, 2]
 * ```
 *
 * @source none: even spread by largest remainder (see Apportionment)
 * @category sharing out
 * @since 0.1.0
 */
export const evenly = (options: EvenlyOptions): Int32Array => {
  const { placeCount, unitCount, rest } = options
  if (!Number.isSafeInteger(placeCount) || placeCount < 0) {
    throw new RangeError(`placeCount is a whole number from 0; got ${placeCount}`)
  }
  if (!Number.isSafeInteger(unitCount) || unitCount < 0 || unitCount > placeCount) {
    throw new RangeError(`unitCount is a whole number from 0 to ${placeCount}; got ${unitCount}`)
  }
  const units = new Int32Array(placeCount).fill(-1)
  if (unitCount === 0) return units
  if (rest === "shared") {
    let place = 0
    Apportionment.evenly(placeCount, unitCount).forEach((size, unit) => {
      units.fill(unit, place, place + size)
      place += size
    })
    return units
  }
  let unit = 0
  Apportionment.evenly(unitCount, placeCount).forEach((isCovered, place) => {
    if (isCovered === 0) return
    units[place] = unit
    unit += 1
  })
  return units
}
