/**
 * Builds a parallel organisation from published totals. `ParallelOrganisation` re-exports it.
 */
import { Id } from "@wangge/facts"
import * as Apportionment from "../Apportionment.ts"
import * as CoverLink from "../CoverLink.ts"
import * as GridTree from "../GridTree.ts"
import type { Role } from "../Level.ts"
import * as OrganisationProblem from "../OrganisationProblem.ts"
import type { SideList } from "../SideList.ts"
import * as Spell from "../Spell.ts"
import { make } from "./organisationBuilding.ts"
import type { Made, OrganisationLevel, OrganisationUnit } from "./organisationShape.ts"

/**
 * A level with its published count of units and the role of the territorial level they cover; a
 * `role` may come again or stand lower than that of the level above, never higher.
 *
 * @category organisations
 * @since 0.1.0
 */
export interface SpreadLevel extends OrganisationLevel {
  readonly count: number
  readonly role: Role
}

/**
 * What {@link spread} needs: levels from top to bottom, what happens to places without a unit of
 * their own, and, where they differ from none, from the epoch on and without an end, the side
 * lists and the spell of all links.
 *
 * @category organisations
 * @since 0.1.0
 */
export interface SpreadOptions {
  readonly levels: ReadonlyArray<SpreadLevel>
  readonly rest: CoverLink.Rest
  readonly sideLists?: ReadonlyArray<SideList>
  readonly fromSec?: number
  readonly untilSec?: number
}

/**
 * An organisation from published totals, such as 52 branches over 69 grids: every count is met
 * exactly, and no unit reaches across two units of the level above.
 *
 * A report gives totals, not places, so this is a stated reading: units go to the units above in
 * proportion to the places below these (largest remainder), then evenly (see `CoverLink.evenly`
 * for `rest`). Unit ids count from 1 behind the level's id. Returns `BadCount`, `TooManyUnits`,
 * `NoTerritoryLevel`, and the problems of `make` (`UncoveredGround` when the first level does not
 * reach every place). Cost: nodes times levels.
 *
 * @source none: our reading of totals; counts are the caller's
 * @category organisations
 * @since 0.1.0
 */
export const spread = (tree: GridTree.GridTree, options: SpreadOptions): Made => {
  const { levels, rest } = options
  const problems = levels.flatMap((level) => levelProblems(tree, level))
  if (problems.length > 0) return { ok: false, problems }
  const spell = { fromSec: options.fromSec ?? 0, untilSec: options.untilSec ?? Spell.openEnd }
  const units: Array<OrganisationUnit> = []
  const links: Array<CoverLink.CoverLink> = []
  const coverOf = new Int32Array(tree.ids.length).fill(-1)
  for (const level of levels) {
    const first = units.length
    const { from, until } = GridTree.rangeOfLevel(tree, GridTree.levelIndexOfRole(tree, level.role))
    const groups = placesByParent(tree, coverOf, from, until)
    const shares = Apportionment.byWeight(
      level.count,
      groups.map((group) => group.places.length)
    )
    groups.forEach(({ parent, places }, group) => {
      const unitCount = shares[group]!
      const start = units.length
      const parentId = units[parent]?.id ?? ""
      for (let unit = 0; unit < unitCount; unit++) {
        units.push(numbered(level, parentId, units.length - first + 1))
      }
      CoverLink.evenly({ placeCount: places.length, unitCount, rest }).forEach((unit, place) => {
        if (unit < 0) return
        const node = places[place]!
        coverOf[node] = start + unit
        const { id: unitId } = units[start + unit]!
        links.push({ unitId, gridId: tree.ids[node]!, ...spell })
      })
    })
  }
  const { sideLists = [] } = options
  return make(tree, {
    levels: levels.map(({ id, name }) => ({ id, name })),
    units,
    links,
    sideLists
  })
}

/** Neighbouring places under one unit of the levels above, −1 where there is none. */
interface PlaceGroup {
  readonly parent: number
  readonly places: Array<number>
}

const placesByParent = (
  tree: GridTree.GridTree,
  coverOf: Int32Array,
  from: number,
  until: number
): ReadonlyArray<PlaceGroup> => {
  const groups = new Map<number, PlaceGroup>()
  for (let node = from; node < until; node++) {
    let at = node
    while (at >= 0 && coverOf[at]! < 0) at = tree.parentOf[at]!
    const parent = at < 0 ? -1 : coverOf[at]!
    const group = groups.get(parent)
    if (group === undefined) groups.set(parent, { parent, places: [node] })
    else group.places.push(node)
  }
  return Array.from(groups.values())
}

const numbered = (level: SpreadLevel, parentId: string, number: number): OrganisationUnit => ({
  id: Id.make(`${level.id}-${number}`),
  parentId,
  levelId: level.id,
  name: { en: `${level.name.en} ${number}`, zh: `${level.name.zh}${number}` }
})

const levelProblems = (
  tree: GridTree.GridTree,
  level: SpreadLevel
): ReadonlyArray<OrganisationProblem.OrganisationProblem> => {
  const { id, count, role } = level
  if (!(Id.isValid(id) && id.length <= idLengthMax)) {
    return [OrganisationProblem.make("BadId", "levels", id, `0x21-0x7e, 1-${idLengthMax}`)]
  }
  const index = GridTree.levelIndexOfRole(tree, role)
  if (index < 0) {
    const known = tree.levels.map((other) => other.role).join(", ")
    return [OrganisationProblem.make("NoTerritoryLevel", id, role, known)]
  }
  const places = tree.levels[index]!.count
  if (!Number.isSafeInteger(count) || count < 1) {
    return [OrganisationProblem.make("BadCount", id, count, `1-${places}`)]
  }
  return count > places ? [OrganisationProblem.make("TooManyUnits", id, count, places)] : []
}

/** Leaves room for the number of a unit behind the level's id. */
const idLengthMax = 100
