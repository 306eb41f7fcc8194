import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GridTree, MapChange, type MapEvent, MapPlan, TerritoryMap } from "../src/index.ts"
import {
  after,
  aMerge,
  aSplit,
  changeFrom,
  eventOf,
  type GridId,
  gridId,
  play,
  randomMaps,
  treeOf,
  wishes
} from "./aTerritory.ts"

const anyWish = wishes(MapChange.kinds)

const buildingsOf = (map: TerritoryMap.TerritoryMap): ReadonlyArray<GridId> => {
  const tree = treeOf(map)
  return Array.from(GridTree.indicesOf(tree, "building"), (row) => tree.ids[row]!)
}

const gridsOf = (map: TerritoryMap.TerritoryMap): ReadonlyArray<GridId> => {
  const tree = treeOf(map)
  return Array.from(GridTree.indicesOf(tree, "grid"), (row) => tree.ids[row]!)
}

const recordOf = (map: TerritoryMap.TerritoryMap, id: string): TerritoryMap.MapNode => {
  const node = TerritoryMap.find(map, id)
  if (node === undefined) throw new Error(`no ${id}`)
  return node
}

/** Everything that the workers of all nets answer for at a building. */
const dutiesAt = (map: TerritoryMap.TerritoryMap, buildingId: string): ReadonlySet<string> => {
  const building = recordOf(map, buildingId)
  return new Set(
    [building.parentId, ...building.netGridIds].flatMap((id) => recordOf(map, id).duties)
  )
}

const netIdsIn = (events: ReadonlyArray<MapEvent.MapEvent>): ReadonlyArray<GridId> =>
  events.flatMap(({ opened }) => opened.filter(({ netId }) => netId !== "").map(({ id }) => id))

/** Every building in one grid of the territory and at most one of each other net. */
const expectPartition = (
  map: TerritoryMap.TerritoryMap,
  netGridIds: ReadonlyArray<GridId>
): void => {
  const grids = gridsOf(map)
  const inGrids = grids.flatMap((id) => TerritoryMap.membersOf(map, id))
  expect(inGrids.slice().sort()).toEqual(buildingsOf(map).slice().sort())
  const sum = grids.reduce((total, id) => total + TerritoryMap.householdsOf(map, id), 0)
  expect(sum).toBe(TerritoryMap.householdsOf(map, map.rootId))
  const covers = new Map<string, Array<string>>()
  for (const id of netGridIds) {
    const { netId, closedSec } = recordOf(map, id)
    const members = TerritoryMap.membersOf(map, id)
    if (closedSec !== TerritoryMap.stillOpen) expect(members).toEqual([])
    covers.set(netId, [...(covers.get(netId) ?? []), ...members])
    for (const member of members) expect(recordOf(map, member).netGridIds).toContain(id)
  }
  const covered = Array.from(covers.values()).flat().sort()
  for (const members of covers.values()) expect(new Set(members).size).toBe(members.length)
  expect(covered).toEqual(
    buildingsOf(map)
      .flatMap((id) => recordOf(map, id).netGridIds.map(() => id))
      .sort()
  )
}

/** What two maps must share when the order of changes does not matter. */
const meaningOf = (map: TerritoryMap.TerritoryMap, ids: ReadonlyArray<string>) =>
  ids.map((id) => ({
    record: TerritoryMap.find(map, id),
    members: TerritoryMap.membersOf(map, id)
  }))

describe("any sequence of changes", () => {
  it("keeps every building in exactly one grid, and every household", () => {
    const done = new Map<string, number>()
    fc.assert(
      fc.property(randomMaps, fc.array(anyWish, { minLength: 5, maxLength: 25 }), (start, list) => {
        const { events } = play(start, list)
        let map = start
        let households = TerritoryMap.householdsOf(start, start.rootId)
        events.forEach((event, index) => {
          const next = TerritoryMap.evolve(map, event)
          for (const { households: added } of event.opened) {
            if (event.cause === "Open") households += added
          }
          for (const { id, households: counted } of event.altered) {
            if (event.cause === "Recount") households += counted - recordOf(map, id).households
          }
          expectPartition(next, netIdsIn(events.slice(0, index + 1)))
          expect(TerritoryMap.householdsOf(next, next.rootId)).toBe(households)
          if (event.cause === "Merge") {
            for (const id of buildingsOf(next)) {
              const duties = dutiesAt(next, id)
              for (const duty of dutiesAt(map, id)) expect(duties).toContain(duty)
            }
          }
          map = next
          done.set(event.cause, (done.get(event.cause) ?? 0) + 1)
        })
      }),
      { numRuns: 150 }
    )
    for (const kind of MapChange.kinds) expect(done.get(kind) ?? 0).toBeGreaterThan(3)
  })

  it("keeps split grids under the cap unless a single building exceeds it", () => {
    let count = 0
    fc.assert(
      fc.property(randomMaps, fc.array(wishes(["Split"]), { maxLength: 10 }), (start, list) => {
        let map = start
        for (const [number, wish] of list.entries()) {
          const change = changeFrom({ map, netIds: [], nextSec: 10 * (number + 1), number }, wish)
          const planned = MapPlan.plan(map, change)
          if (!planned.ok || change.kind !== "Split") continue
          map = TerritoryMap.evolve(map, planned.plan.event)
          for (const { id } of planned.plan.event.opened) {
            const sizes = TerritoryMap.membersOf(map, id).map((member) =>
              TerritoryMap.householdsOf(map, member)
            )
            const total = sizes.reduce((sum, size) => sum + size, 0)
            const isSingle = sizes.filter((size) => size > 0).length === 1
            expect(total <= change.capHouseholds || isSingle).toBe(true)
            count += 1
          }
        }
      }),
      { numRuns: 100 }
    )
    expect(count).toBeGreaterThan(100)
  })
})

describe("a split and the merge of its parts", () => {
  const splits = fc.record({
    map: randomMaps,
    wish: wishes(["Split"]),
    isKept: fc.boolean()
  })

  it("leave the map as it was, but for the log", () => {
    let count = 0
    fc.assert(
      fc.property(splits, ({ map, wish, isKept }) => {
        const grids = gridsOf(map)
        const id = grids[wish.one % grids.length]!
        const bounds = { targetHouseholds: wish.size, capHouseholds: wish.size }
        const free = MapPlan.plan(map, aSplit({ gridId: id, ...bounds }))
        if (!free.ok) return
        const fresh = free.plan.event.opened.map((opened) => opened.id)
        const partIds = isKept ? [id, ...fresh.slice(1)] : fresh
        const intoId = isKept ? id : gridId("whole")
        const { name } = recordOf(map, id)
        const back = after(
          map,
          aSplit({ gridId: id, ...bounds, partIds }),
          aMerge({ gridIds: partIds, intoId, name, atSec: 200 })
        )
        const renamed = GridTree.toNodes(treeOf(map)).map((node) => ({
          id: node.id === id ? intoId : node.id,
          parentId: node.parentId === id ? intoId : node.parentId,
          levelId: node.levelId,
          households: node.households
        }))
        const byId = (nodes: ReadonlyArray<GridTree.GridNode>) =>
          nodes.slice().sort((one, other) => (one.id < other.id ? -1 : 1))
        expect(byId(GridTree.toNodes(treeOf(back)))).toEqual(byId(renamed))
        if (isKept) expect(treeOf(back)).toEqual(treeOf(map))
        expect(recordOf(back, intoId).duties).toEqual(recordOf(map, id).duties)
        expect(recordOf(back, intoId).name).toEqual(name)
        expect(TerritoryMap.membersOf(back, intoId)).toEqual(TerritoryMap.membersOf(map, id))
        count += 1
      }),
      { numRuns: 200 }
    )
    expect(count).toBeGreaterThan(30)
  })
})

describe("two changes planned on one map", () => {
  /** Half of the pairs are about the same places. */
  const pairs = fc
    .record({
      start: randomMaps,
      before: fc.array(anyWish, { maxLength: 8 }),
      one: anyWish,
      far: anyWish,
      isNear: fc.boolean()
    })
    .map(({ start, before, one, far, isNear }) => ({
      start,
      before,
      one,
      other: isNear
        ? {
            kind: far.kind,
            one: one.one,
            other: one.other,
            size: far.size,
            stepSec: 1,
            isNet: one.isNet
          }
        : far
    }))

  it("can be carried out in either order, with one result, when neither relies on the other", () => {
    let count = 0
    fc.assert(
      fc.property(pairs, ({ start, before, one, other }) => {
        const { map, events } = play(start, before)
        const netIds = netIdsIn(events)
        const scene = { map, netIds, nextSec: 2000 }
        const first = MapPlan.plan(map, changeFrom({ ...scene, number: 901 }, one))
        const second = MapPlan.plan(map, changeFrom({ ...scene, number: 902 }, other))
        if (!first.ok || !second.ok) return
        const afterFirst = TerritoryMap.evolve(map, first.plan.event)
        const afterSecond = TerritoryMap.evolve(map, second.plan.event)
        const isFree = MapPlan.apply(afterFirst, second.plan).ok
        if (!isFree || !MapPlan.apply(afterSecond, first.plan).ok) return
        const together = TerritoryMap.evolve(afterFirst, second.plan.event)
        const reversed = TerritoryMap.evolve(afterSecond, first.plan.event)
        const known = [...events, first.plan.event, second.plan.event].flatMap(({ opened }) =>
          opened.map(({ id }) => id)
        )
        const ids = [...treeOf(start).ids, ...known]
        expect(meaningOf(reversed, ids)).toEqual(meaningOf(together, ids))
        count += 1
      }),
      { numRuns: 400 }
    )
    expect(count).toBeGreaterThan(30)
  })

  it("stay good plans when applied after one another: planning anew gives the same event", () => {
    const seen = { fresh: 0, stale: 0 }
    fc.assert(
      fc.property(pairs, ({ start, before, one, other }) => {
        const { map, events } = play(start, before)
        const scene = { map, netIds: netIdsIn(events), nextSec: 2000 }
        const first = MapPlan.plan(map, changeFrom({ ...scene, number: 901 }, one))
        const change = changeFrom({ ...scene, number: 902 }, other)
        const second = MapPlan.plan(map, change)
        if (!first.ok || !second.ok) return
        const next = TerritoryMap.evolve(map, first.plan.event)
        const applied = MapPlan.apply(next, second.plan)
        seen[applied.ok ? "fresh" : "stale"] += 1
        if (!applied.ok) {
          expect(["StalePlan", "IdUsed"]).toContain(applied.problems[0]?.code)
          return
        }
        const again = MapPlan.plan(next, change)
        expect(again.ok && again.plan.event).toEqual(applied.event)
      }),
      { numRuns: 400 }
    )
    expect(seen.fresh).toBeGreaterThan(40)
    expect(seen.stale).toBeGreaterThan(10)
  })
})

describe("a change that cannot be", () => {
  it("is refused with its reason, and the map stays as it was", () => {
    fc.assert(
      fc.property(randomMaps, anyWish, (map, wish) => {
        const before = JSON.stringify(map)
        const change = changeFrom({ map, netIds: [], nextSec: 0, number: 1 }, wish)
        const text = JSON.stringify(change)
        const known = treeOf(map).ids.filter((id) => text.includes(`"${id}"`))
        const lost: MapChange.MapChange = JSON.parse(text.replaceAll(`"${known.at(-1)}"`, '"lost"'))
        const unknown = MapPlan.plan(map, lost)
        expect(unknown.ok ? [] : unknown.problems.map(({ code }) => code)).toContain(
          lost.kind === "Merge" && lost.intoId === "lost" && !lost.gridIds.includes(gridId("lost"))
            ? "IdUsed"
            : "UnknownNode"
        )
        const early: MapChange.MapChange = JSON.parse(
          text.replace(`"atSec":${change.atSec}`, '"atSec":-1')
        )
        const refused = MapPlan.plan(map, early)
        expect(refused.ok).toBe(false)
        const isGood = MapPlan.plan(map, JSON.parse(text.replace(/"atSec":-?\d+/, '"atSec":9'))).ok
        if (isGood && !refused.ok) {
          expect(new Set(refused.problems.map(({ code }) => code))).toEqual(
            new Set(["BeforeLastChange"])
          )
        }
        expect(JSON.stringify(map)).toBe(before)
      }),
      { numRuns: 150 }
    )
  })

  it("is refused at a closed grid", () => {
    fc.assert(
      fc.property(randomMaps, fc.nat({ max: 50 }), (map, pick) => {
        const grids = gridsOf(map)
        if (grids.length < 2) return
        const id = grids[pick % (grids.length - 1)]!
        const heir = grids[grids.length - 1]!
        const parentId = recordOf(map, heir).parentId
        const merged = TerritoryMap.evolve(
          map,
          eventOf(map, aMerge({ gridIds: [id, heir], intoId: heir, parentId }))
        )
        const again = MapPlan.plan(merged, { kind: "Close", atSec: 300, nodeId: id })
        expect(again.ok ? [] : again.problems.map(({ code }) => code)).toEqual(["ClosedNode"])
      })
    )
  })
})
