/**
 * The tables by which a town routes its cases: who owns which components, which unit a category
 * falls to, which residential areas have a property firm, what to do where grids overlap. They are
 * checked against the tree once; `CaseRoute` asks them for every case.
 */
import type { Id } from "@wangge/facts"
import type { Datum } from "./Datum.ts"
import type * as GridLocator from "./GridLocator.ts"
import * as GridTree from "./GridTree.ts"
import * as PropertyCover from "./PropertyCover.ts"
import * as RouteProblem from "./RouteProblem.ts"

/**
 * One row of the owners' table: the unit that owns a registered component, all components of a kind,
 * or that cases of a category fall to when neither owner nor place is known.
 *
 * @category routing
 * @since 0.1.0
 */
export interface OwnerRow {
  readonly by: "componentId" | "componentKind" | "category"
  readonly key: string
  readonly ownerId: string
}

/**
 * The tables of a town.
 *
 * `property.categories` are the categories of property cases; `onOverlap` says what happens where
 * the map's grids overlap: `askPerson` names the candidates, `firstId` takes the first id in
 * code-unit order.
 *
 * @category routing
 * @since 0.1.0
 */
export interface Tables<D extends Datum = Datum> {
  readonly locator: GridLocator.GridLocator<D>
  readonly tree: GridTree.GridTree
  readonly owners: ReadonlyArray<OwnerRow>
  readonly property: {
    readonly cover: PropertyCover.PropertyCover
    readonly categories: ReadonlyArray<string>
  }
  readonly onOverlap: "askPerson" | "firstId"
}

/**
 * Tables made ready for `CaseRoute.route`; {@link compile} makes them.
 *
 * `ownerOf` is asked through {@link ownerBy}; `communityOf` has every node of the tree, the empty
 * text for one without a community; in `cover` every residential area also stands at the grid that its
 * buildings lie in and at all places below its own.
 *
 * @category routing
 * @since 0.1.0
 */
export interface RouteRules<D extends Datum = Datum> {
  readonly tables: Tables<D>
  readonly ownerOf: ReadonlyMap<string, string>
  readonly communityOf: ReadonlyMap<Id.Id<"Grid">, Id.Id<"Grid"> | "">
  readonly cover: PropertyCover.PropertyCover
}

/**
 * Rules, or every reason why there are none.
 *
 * @category routing
 * @since 0.1.0
 */
export type Compiled<D extends Datum> =
  | { readonly ok: true; readonly rules: RouteRules<D> }
  | { readonly ok: false; readonly problems: ReadonlyArray<RouteProblem.RouteProblem> }

/**
 * Rules from the tables of a town.
 *
 * Returns `UnknownGrid` for a grid of the map, or a place of a residential area, that the tree does
 * not have; `EmptyId` for an owner row without key or owner; `DuplicateOwner` for a key with two
 * owners. Cost: linear.
 *
 * @category routing
 * @since 0.1.0
 */
export const compile = <D extends Datum>(tables: Tables<D>): Compiled<D> => {
  const { locator, tree, owners, property } = tables
  const problems: Array<RouteProblem.RouteProblem> = []
  const ownerOf = new Map<string, string>()
  owners.forEach(({ by, key, ownerId }, index) => {
    const path = `owners[${index}]`
    const known = ownerOf.get(`${by} ${key}`)
    if (key === "" || ownerId === "") {
      problems.push(RouteProblem.make("EmptyId", path, '""', '"…"'))
    } else if (known !== undefined) {
      problems.push(RouteProblem.make("DuplicateOwner", path, ownerId, known))
    } else ownerOf.set(`${by} ${key}`, ownerId)
  })
  const communityOf = communitiesOf(tree)
  const places = [
    ...locator.gridIds.map((gridId) => ({ path: "locator", gridId })),
    ...property.cover.areas.flatMap(({ areaId, gridIds }) =>
      gridIds.map((gridId) => ({ path: areaId, gridId }))
    )
  ]
  for (const { path, gridId } of places) {
    if (communityOf.has(gridId)) continue
    problems.push(RouteProblem.make("UnknownGrid", path, gridId, `∈ ${tree.ids[GridTree.root]}`))
  }
  if (problems.length > 0) return { ok: false, problems }
  const made = PropertyCover.make(widened(tree, property.cover.areas))
  return made.ok ? { ok: true, rules: { tables, ownerOf, communityOf, cover: made.cover } } : made
}

/**
 * The owner that the table names for a component, a kind or a category; undefined where it names
 * none.
 *
 * @category routing
 * @since 0.1.0
 */
export const ownerBy = (rules: RouteRules, by: OwnerRow["by"], key: string): string | undefined =>
  rules.ownerOf.get(`${by} ${key}`)

const communitiesOf = (tree: GridTree.GridTree) => {
  const level = GridTree.levelIndexOfRole(tree, "community")
  return new Map(
    tree.ids.map((gridId, node) => {
      const community = GridTree.ancestorAt(tree, node, level)
      return [gridId, community < 0 ? "" : tree.ids[community]!] as const
    })
  )
}

/** Residential areas with the places around theirs, up to the grid, and all places below. */
const widened = (
  tree: GridTree.GridTree,
  areas: ReadonlyArray<PropertyCover.ResidentialArea>
): ReadonlyArray<PropertyCover.ResidentialArea> => {
  const nodeOf = new Map(tree.ids.map((gridId, node) => [gridId, node]))
  const gridLevel = GridTree.levelIndexOfRole(tree, "grid")
  return areas.map(({ areaId, firmId, gridIds }) => {
    const nodes = new Set<number>()
    for (const gridId of gridIds) {
      const node = nodeOf.get(gridId)!
      const own = tree.levelOf[node]!
      const top = gridLevel < 0 ? own : Math.min(own, gridLevel)
      for (let level = top; level < own; level++) nodes.add(GridTree.ancestorAt(tree, node, level))
      for (let level = own; level < tree.levels.length; level++) {
        const { from, until } = GridTree.rangeOfDescendants(tree, node, level)
        for (let below = from; below < until; below++) nodes.add(below)
      }
    }
    return { areaId, firmId, gridIds: Array.from(nodes, (node) => tree.ids[node]!) }
  })
}
