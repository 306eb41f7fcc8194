/**
 * Plans a split: which members go to which part, what opens, whether the grid itself goes on.
 */
import { Id, type Label } from "@wangge/facts"
import * as GridSize from "../GridSize.ts"
import type { Split } from "../MapChange.ts"
import * as MapProblem from "../MapProblem.ts"
import {
  type Draft,
  drafted,
  freshIdProblems,
  type GridId,
  openNode,
  refused,
  repeatProblems
} from "./changeDraft.ts"
import * as lookup from "./mapLookup.ts"
import type { MapNode, TerritoryMap } from "./mapShape.ts"

export const splitDraft = (map: TerritoryMap, change: Split): Draft => {
  const problems = [...GridSize.check(change)]
  const grid = openNode(map, change.gridId, problems)
  if (grid === undefined || problems.length > 0) return refused(problems)
  const order = change.order.length > 0 ? change.order : lookup.contentOf(map, grid.id).memberIds
  problems.push(...rootProblems(map, grid), ...orderProblems(map, grid, order))
  if (grid.households > 0) {
    problems.push(MapProblem.make("HouseholdsLost", grid.id, grid.households, 0))
  }
  if (problems.length > 0) return refused(problems)
  const sizes = order.map((id) => lookup.householdsOf(map, id))
  const parts = GridSize.cut(sizes, change)
  if (parts.length < 2) {
    const households = sizes.reduce((sum, size) => sum + size, 0)
    const expected = `> ${change.targetHouseholds}`
    return refused([MapProblem.make("NothingChanges", grid.id, households, expected)])
  }
  const partIds: ReadonlyArray<string> =
    change.partIds.length > 0 ? change.partIds : freshIds(map, grid.id, parts.length)
  const found = [...countProblems(change, parts.length), ...idProblems(map, grid.id, partIds)]
  if (found.length > 0) return refused(found)
  return partsDraft(change, grid, {
    partIds: partIds.map((id) => Id.make<"Grid">(id)),
    memberIds: parts.map(({ from, until }) => order.slice(from, until))
  })
}

/** The parts of a split, one row each. */
interface Parts {
  readonly partIds: ReadonlyArray<GridId>
  readonly memberIds: ReadonlyArray<ReadonlyArray<GridId>>
}

const partsDraft = (change: Split, grid: MapNode, { partIds, memberIds }: Parts): Draft => {
  const kept = partIds.indexOf(grid.id)
  const nameOf = (part: number): Label.Label => change.names[part] ?? numbered(grid.name, part + 1)
  const others = partIds.flatMap((id, part) => (part === kept ? [] : [{ id, part }]))
  const isRenamed = kept >= 0 && change.names.length > 0
  return drafted({
    opened: others.map(({ id, part }) => ({
      id,
      levelId: grid.levelId,
      netId: grid.netId,
      parentId: grid.parentId,
      name: nameOf(part),
      households: 0,
      duties: grid.duties,
      formerIds: [grid.id]
    })),
    moved: others.flatMap(({ id, part }) =>
      memberIds[part]!.map((memberId) => ({
        id: memberId,
        netId: grid.netId,
        fromId: grid.id,
        toId: id
      }))
    ),
    closed: kept < 0 ? [{ id: grid.id, heirId: "" }] : [],
    altered: isRenamed
      ? [{ id: grid.id, name: nameOf(kept), households: grid.households, duties: grid.duties }]
      : [],
    reads: [
      { id: grid.id, withContent: true },
      ...(grid.parentId === "" ? [] : [{ id: grid.parentId, withContent: false }])
    ]
  })
}

/** The root cannot be split: there would be several. */
const rootProblems = (map: TerritoryMap, grid: MapNode): ReadonlyArray<MapProblem.MapProblem> =>
  grid.id === map.rootId ? [MapProblem.make("RootStays", grid.id, grid.id, "-")] : []

/** An order names every member once and nothing else. */
const orderProblems = (
  map: TerritoryMap,
  grid: MapNode,
  order: ReadonlyArray<GridId>
): ReadonlyArray<MapProblem.MapProblem> => {
  const members = new Set(lookup.contentOf(map, grid.id).memberIds)
  const strangers = order.filter((id) => !members.has(id))
  if (strangers.length > 0) {
    return strangers.map((id) => MapProblem.make("NotAMember", grid.id, id, grid.id))
  }
  const repeats = repeatProblems(order)
  if (repeats.length > 0) return repeats
  if (members.size < 2) return [MapProblem.make("NoMembers", grid.id, members.size, ">= 2")]
  return order.length === members.size
    ? []
    : [MapProblem.make("MemberMissing", grid.id, order.length, members.size)]
}

const countProblems = (change: Split, partCount: number): ReadonlyArray<MapProblem.MapProblem> =>
  [
    { subject: `${change.gridId}/partIds`, count: change.partIds.length },
    { subject: `${change.gridId}/names`, count: change.names.length }
  ].flatMap(({ subject, count }) =>
    count === 0 || count === partCount
      ? []
      : [MapProblem.make("WrongPartCount", subject, count, partCount)]
  )

const idProblems = (
  map: TerritoryMap,
  gridId: GridId,
  partIds: ReadonlyArray<string>
): ReadonlyArray<MapProblem.MapProblem> => [
  ...repeatProblems(partIds),
  ...partIds.flatMap((id) => (id === gridId ? [] : freshIdProblems(map, id)))
]

/** `grid.1`, `grid.2`, ...: the grid's own id and the next numbers never used, of equal width. */
const freshIds = (map: TerritoryMap, gridId: string, count: number): ReadonlyArray<string> => {
  const width = String(count).length
  const ids: Array<string> = []
  for (let number = 1; ids.length < count; number++) {
    const id = `${gridId}.${String(number).padStart(width, "0")}`
    if (lookup.find(map, id) === undefined) ids.push(id)
  }
  return ids
}

const numbered = (name: Label.Label, number: number): Label.Label => ({
  en: `${name.en}-${number}`,
  zh: `${name.zh}-${number}`
})
