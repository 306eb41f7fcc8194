/**
 * Plans a merge: grids of one net become one, grids of other nets over them are taken in. Every
 * building is moved once, so no household can be lost or counted twice; duties are unioned.
 */
import type { Merge } from "../MapChange.ts"
import type { Moved } from "../MapEvent.ts"
import * as MapProblem from "../MapProblem.ts"
import {
  type Draft,
  drafted,
  freshIdProblems,
  type GridId,
  levelProblems,
  openNode,
  openNodes,
  refused,
  repeatProblems,
  territoryProblems
} from "./changeDraft.ts"
import * as lookup from "./mapLookup.ts"
import type { MapNode, TerritoryMap } from "./mapShape.ts"

/** The grids of a merge: `base` become one, `taken` are the grids of other nets over them. */
interface Parties {
  readonly netId: string
  readonly base: ReadonlyArray<MapNode>
  readonly taken: ReadonlyArray<Taken>
}

/** A grid of another net: its members among the merged ones, and how many are outside. */
interface Taken {
  readonly grid: MapNode
  readonly insideIds: ReadonlyArray<GridId>
  readonly outsideCount: number
}

export const mergeDraft = (map: TerritoryMap, change: Merge): Draft => {
  const problems = [...repeatProblems(change.gridIds)]
  const grids = openNodes(map, change.gridIds, problems)
  if (problems.length === 0 && grids.length < 2) {
    problems.push(MapProblem.make("TooFewGrids", change.intoId, grids.length, ">= 2"))
  }
  if (problems.length > 0) return refused(problems)
  const level = lookup.levelIndexOf(map, grids[0]!.levelId)
  const nets = lookup.inOrder(grids.map(({ netId }) => netId))
  problems.push(...grids.flatMap((grid) => levelProblems(map, grid, level)))
  if (nets.length > 1 && nets[0] !== "") {
    problems.push(MapProblem.make("NoCommonNet", change.intoId, nets.join(", "), ""))
  }
  if (problems.length > 0) return refused(problems)
  const parties = partiesOf(map, grids, nets[0]!)
  const parent = parentOf(map, change, { parties, level })
  const found = [
    ...parent.problems,
    ...intoProblems(map, change, parties),
    ...reachProblems(change, parties)
  ]
  if (found.length > 0) return refused(found)
  return mergedDraft(map, change, { parties, parentId: parent.id })
}

const partiesOf = (map: TerritoryMap, grids: ReadonlyArray<MapNode>, netId: string): Parties => {
  const base = grids.filter((grid) => grid.netId === netId)
  const covered = new Set(base.flatMap((grid) => lookup.contentOf(map, grid.id).memberIds))
  const taken = grids
    .filter((grid) => grid.netId !== netId)
    .map((grid): Taken => {
      const { memberIds } = lookup.contentOf(map, grid.id)
      const insideIds = memberIds.filter((id) => covered.has(id))
      return { grid, insideIds, outsideCount: memberIds.length - insideIds.length }
    })
  return { netId, base, taken }
}

/** The parent of the merged grid: the one asked for, or the one that all have. */
const parentOf = (
  map: TerritoryMap,
  change: Merge,
  { parties, level }: { readonly parties: Parties; readonly level: number }
): { readonly id: GridId | ""; readonly problems: ReadonlyArray<MapProblem.MapProblem> } => {
  const parentIds = Array.from(new Set(parties.base.map(({ parentId }) => parentId)))
  if (change.parentId === "") {
    const problems =
      parentIds.length === 1
        ? []
        : [MapProblem.make("NoCommonParent", change.intoId, parentIds.join(", "), 1)]
    return { id: parentIds[0]!, problems }
  }
  const problems: Array<MapProblem.MapProblem> = []
  const parent = openNode(map, change.parentId, problems)
  if (parent !== undefined) {
    problems.push(...territoryProblems(parent), ...levelProblems(map, parent, level - 1))
  }
  if (parties.netId !== "") {
    problems.push(MapProblem.make("WrongNet", change.parentId, "", parties.netId))
  }
  return { id: change.parentId, problems }
}

/** The merged grid is one of the base or has a new id; the root can only be the one that stays. */
const intoProblems = (
  map: TerritoryMap,
  change: Merge,
  parties: Parties
): ReadonlyArray<MapProblem.MapProblem> => {
  if (parties.base.some(({ id }) => id === change.intoId)) return []
  const isRoot = parties.base.some(({ id }) => id === map.rootId)
  return [
    ...freshIdProblems(map, change.intoId),
    ...(isRoot ? [MapProblem.make("RootStays", map.rootId, change.intoId, map.rootId)] : [])
  ]
}

const reachProblems = (change: Merge, parties: Parties): ReadonlyArray<MapProblem.MapProblem> =>
  parties.taken.flatMap(({ grid, insideIds, outsideCount }) => {
    const isRefused = outsideCount > 0 && (change.rest === "refuse" || insideIds.length === 0)
    return isRefused ? [MapProblem.make("ReachesOut", grid.id, outsideCount, 0)] : []
  })

const mergedDraft = (
  map: TerritoryMap,
  change: Merge,
  { parties, parentId }: { readonly parties: Parties; readonly parentId: GridId | "" }
): Draft => {
  const { netId, base, taken } = parties
  const { intoId, name } = change
  const survivor = base.find(({ id }) => id === intoId)
  const absorbed = base.filter(({ id }) => id !== intoId)
  const households = base.reduce((sum, grid) => sum + grid.households, 0)
  const duties = lookup.inOrder(
    [...base, ...taken.map(({ grid }) => grid)].flatMap((grid) => grid.duties)
  )
  const ended = [...absorbed, ...taken.filter((one) => one.outsideCount === 0).map(gridOf)]
  return drafted({
    opened:
      survivor !== undefined
        ? []
        : [
            {
              id: intoId,
              levelId: base[0]!.levelId,
              netId,
              parentId,
              name,
              households,
              duties,
              formerIds: lookup.inOrder(change.gridIds)
            }
          ],
    moved: [
      ...absorbed.flatMap((grid) => membersOut(map, grid, intoId)),
      ...taken.flatMap((one) => coversOut(one)),
      ...(survivor === undefined || survivor.parentId === parentId
        ? []
        : [{ id: intoId, netId: "", fromId: survivor.parentId, toId: parentId }])
    ],
    closed: ended.map(({ id }) => ({ id, heirId: intoId })),
    altered: survivor === undefined ? [] : [{ id: intoId, name, households, duties }],
    reads: [
      ...change.gridIds.map((id) => ({ id, withContent: true })),
      ...(parentId === "" ? [] : [{ id: parentId, withContent: false }])
    ]
  })
}

const gridOf = (one: Taken): MapNode => one.grid

const membersOut = (map: TerritoryMap, grid: MapNode, toId: GridId): ReadonlyArray<Moved> =>
  lookup
    .contentOf(map, grid.id)
    .memberIds.map((id) => ({ id, netId: grid.netId, fromId: grid.id, toId }))

const coversOut = ({ grid, insideIds }: Taken): ReadonlyArray<Moved> =>
  insideIds.map((id) => ({ id, netId: grid.netId, fromId: grid.id, toId: "" }))
