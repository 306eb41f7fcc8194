/**
 * Makers of territory maps and of random changes for the tests of maps.
 */
import { Id, type Label } from "@wangge/facts"
import * as fc from "fast-check"
import {
  GridTree,
  type Level,
  type MapChange,
  type MapEvent,
  MapPlan,
  TerritoryMap
} from "../src/index.ts"

export type GridId = Id.Id<"Grid">

export const gridId = (text: string): GridId => Id.make(text)

export const gridIds = (...texts: ReadonlyArray<string>): ReadonlyArray<GridId> => texts.map(gridId)

export const aName = (text: string): Label.Label => ({ en: text, zh: text })

export const mapLevels: ReadonlyArray<Omit<Level.Level, "count">> = (
  ["subdistrict", "community", "grid", "building", "unit"] as const
).map((role) => ({ id: role, role, name: aName(role) }))

/** One community `c` per key, with its grids and the households of their buildings. */
export const aMap = (
  communities: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<number>>>>> = {
    c1: { g1: [100, 100, 100, 100], g2: [50, 60], g3: [300] },
    c2: { g4: [80, 90] }
  },
  options: Partial<TerritoryMap.StartOptions> = {}
): TerritoryMap.TerritoryMap => {
  const nodes: Array<GridTree.GridNode> = [
    { id: "t", parentId: "", levelId: "subdistrict", households: 0 }
  ]
  for (const [community, grids] of Object.entries(communities)) {
    nodes.push({ id: community, parentId: "t", levelId: "community", households: 0 })
    for (const [grid, buildings] of Object.entries(grids)) {
      nodes.push({ id: grid, parentId: community, levelId: "grid", households: 0 })
      buildings.forEach((households, index) => {
        const id = `${grid}b${index + 1}`
        nodes.push({ id, parentId: grid, levelId: "building", households })
      })
    }
  }
  const built = GridTree.make({ levels: mapLevels.slice(0, 4), nodes })
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  return TerritoryMap.fromTree(built.tree, { startedSec: 0, ...options })
}

/** The event of a change that is good. */
export const eventOf = (
  map: TerritoryMap.TerritoryMap,
  change: MapChange.MapChange
): MapEvent.MapEvent => {
  const planned = MapPlan.plan(map, change)
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems))
  const applied = MapPlan.apply(map, planned.plan)
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.event
}

/** The map after changes that are all good. */
export const after = (
  map: TerritoryMap.TerritoryMap,
  ...changes: ReadonlyArray<MapChange.MapChange>
): TerritoryMap.TerritoryMap =>
  changes.reduce((at, change) => TerritoryMap.evolve(at, eventOf(at, change)), map)

/** The codes of what stands against a change; empty if it is good. */
export const codesOf = (
  map: TerritoryMap.TerritoryMap,
  change: MapChange.MapChange
): ReadonlyArray<string> => {
  const planned = MapPlan.plan(map, change)
  return planned.ok ? [] : planned.problems.map(({ code }) => code)
}

export const treeOf = (map: TerritoryMap.TerritoryMap): GridTree.GridTree => {
  const built = TerritoryMap.toTree(map)
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  return built.tree
}

export const aSplit = (parts: Partial<MapChange.Split> = {}): MapChange.Split => ({
  kind: "Split",
  atSec: 100,
  gridId: gridId("g1"),
  targetHouseholds: 200,
  capHouseholds: 200,
  order: [],
  partIds: [],
  names: [],
  ...parts
})

export const aMerge = (parts: Partial<MapChange.Merge> = {}): MapChange.Merge => ({
  kind: "Merge",
  atSec: 100,
  gridIds: gridIds("g1", "g2"),
  intoId: gridId("g9"),
  name: aName("nine"),
  parentId: "",
  rest: "refuse",
  ...parts
})

export const anOpening = (parts: Partial<MapChange.Open> = {}): MapChange.Open => ({
  kind: "Open",
  atSec: 100,
  nodeId: gridId("g8"),
  parentId: gridId("c1"),
  netId: "",
  name: aName("eight"),
  households: 0,
  duties: [],
  memberIds: [],
  ...parts
})

/** A random town of five levels with uneven places, households at the lowest level. */
export const randomMaps: fc.Arbitrary<TerritoryMap.TerritoryMap> = fc
  .array(
    fc.array(
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 40 })), { minLength: 1, maxLength: 3 }),
        {
          minLength: 1,
          maxLength: 5
        }
      ),
      { minLength: 1, maxLength: 3 }
    ),
    { minLength: 1, maxLength: 3 }
  )
  .map((communities) => {
    const nodes: Array<GridTree.GridNode> = [
      { id: "t", parentId: "", levelId: "subdistrict", households: 0 }
    ]
    const put = (parentId: string, levelIndex: number, households = 0): string => {
      const id = `n${nodes.length}`
      nodes.push({ id, parentId, levelId: mapLevels[levelIndex]!.id, households })
      return id
    }
    for (const grids of communities) {
      const community = put("t", 1)
      for (const buildings of grids) {
        const grid = put(community, 2)
        for (const units of buildings) {
          const building = put(grid, 3)
          for (const households of units) put(building, 4, households)
        }
      }
    }
    const built = GridTree.make({ levels: mapLevels, nodes })
    if (!built.ok) throw new Error(JSON.stringify(built.problems))
    const grids = Array.from(GridTree.indicesOf(built.tree, "grid"), (row) => built.tree.ids[row]!)
    const duties = new Map(grids.map((id, index) => [id, [`d${index % 3}`]]))
    return TerritoryMap.fromTree(built.tree, { startedSec: 0, duties })
  })

/** A wish without places yet: {@link changeFrom} finds some on the map as it then is. */
export interface Wish {
  readonly kind: MapChange.Kind
  readonly one: number
  readonly other: number
  readonly size: number
  readonly stepSec: number
  readonly isNet: boolean
}

export const wishes = (kinds: ReadonlyArray<MapChange.Kind>): fc.Arbitrary<Wish> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    one: fc.nat({ max: 997 }),
    other: fc.nat({ max: 997 }),
    size: fc.integer({ min: 1, max: 90 }),
    stepSec: fc.constantFrom(-3, 0, 1, 2, 50),
    isNet: fc.boolean()
  })

/** Where a wish may look: open places by level, grids of other nets, and a number for new ids. */
export interface Scene {
  readonly map: TerritoryMap.TerritoryMap
  readonly netIds: ReadonlyArray<GridId>
  readonly nextSec: number
  readonly number: number
}

/** A change that is likely, not certain, to be good. */
export const changeFrom = (scene: Scene, wish: Wish): MapChange.MapChange => {
  const { map, number } = scene
  const tree = treeOf(map)
  const atLevel = (levelId: string, pick: number): GridId => {
    const rows = GridTree.indicesOf(tree, levelId)
    return tree.ids[rows[pick % rows.length]!]!
  }
  const netGrid = scene.netIds.filter((id) => TerritoryMap.isOpen(map, id))[wish.one % 3]
  const grid = wish.isNet && netGrid !== undefined ? netGrid : atLevel("grid", wish.one)
  const building = atLevel("building", wish.one)
  const atSec = scene.nextSec + wish.stepSec
  const fresh = gridId(`x${number}`)
  switch (wish.kind) {
    case "Split": {
      const bounds = { targetHouseholds: wish.size, capHouseholds: wish.size + (wish.other % 30) }
      return aSplit({ atSec, gridId: grid, ...bounds })
    }
    case "Merge": {
      const among = gridIds(grid, atLevel("grid", wish.other))
      const parentId = atLevel("community", wish.size)
      const intoId = wish.isNet ? fresh : among[1]!
      const name = aName(`merged ${number}`)
      return aMerge({ atSec, gridIds: among, intoId, name, parentId, rest: "keep" })
    }
    case "Resize":
      return { kind: "Resize", atSec, memberIds: [atLevel("building", wish.other)], toId: grid }
    case "Rename":
      return { kind: "Rename", atSec, nodeId: grid, name: aName(`name ${wish.size % 4}`) }
    case "Reparent": {
      const parentId = atLevel("community", wish.other)
      return { kind: "Reparent", atSec, nodeId: atLevel("grid", wish.one), parentId }
    }
    case "Open":
      return wish.isNet
        ? anOpening({
            atSec,
            nodeId: fresh,
            parentId: "",
            netId: `net${wish.size % 2}`,
            duties: [`net${wish.size % 2}`],
            memberIds: gridIds(...new Set([building, atLevel("building", wish.other)]))
          })
        : anOpening({
            atSec,
            nodeId: fresh,
            parentId: atLevel("grid", wish.other),
            households: wish.size
          })
    case "Close": {
      const place = wish.size % 2 === 0 ? building : atLevel("unit", wish.one)
      return { kind: "Close", atSec, nodeId: wish.isNet ? grid : place }
    }
    case "Recount": {
      const households = wish.isNet ? 0 : wish.size
      return { kind: "Recount", atSec, nodeId: atLevel("unit", wish.other), households }
    }
    case "SetDuties":
      return { kind: "SetDuties", atSec, nodeId: grid, duties: [`d${wish.size % 4}`, "patrol"] }
  }
}

/**
 * Carries out wishes one after another, leaving out those that are refused and those after which a
 * level is empty: nothing else may keep a map from being a tree.
 */
export const play = (
  start: TerritoryMap.TerritoryMap,
  list: ReadonlyArray<Wish>
): {
  readonly map: TerritoryMap.TerritoryMap
  readonly events: ReadonlyArray<MapEvent.MapEvent>
} => {
  let map = start
  let nextSec = 10
  const events: Array<MapEvent.MapEvent> = []
  list.forEach((wish, number) => {
    const netIds = events.flatMap(({ opened }) =>
      opened.filter(({ netId }) => netId !== "").map(({ id }) => id)
    )
    const planned = MapPlan.plan(map, changeFrom({ map, netIds, nextSec, number }, wish))
    if (!planned.ok) return
    const next = TerritoryMap.evolve(map, planned.plan.event)
    const built = TerritoryMap.toTree(next)
    if (!built.ok) {
      if (built.problems.every(({ code }) => code === "EmptyLevel")) return
      throw new Error(JSON.stringify(built.problems))
    }
    map = next
    nextSec = Math.max(nextSec, planned.plan.event.atSec)
    events.push(planned.plan.event)
  })
  return { map, events }
}
