import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  GridTree,
  MapChange,
  type MapEvent,
  MapHistory,
  MapPlan,
  TerritoryMap
} from "../src/index.ts"
import {
  aMap,
  aMerge,
  aName,
  anOpening,
  aSplit,
  type GridId,
  gridId,
  gridIds,
  play,
  randomMaps,
  wishes
} from "./aTerritory.ts"

const after = (
  history: MapHistory.MapHistory,
  ...changes: ReadonlyArray<MapChange.MapChange>
): MapHistory.MapHistory =>
  changes.reduce((at, change) => {
    const planned = MapPlan.plan(at.map, change)
    if (!planned.ok) throw new Error(JSON.stringify(planned.problems))
    return MapHistory.append(at, planned.plan.event)
  }, history)

const aMove = (atSec: number, memberId: string, toId: string): MapChange.Resize => ({
  kind: "Resize",
  atSec,
  memberIds: gridIds(memberId),
  toId: gridId(toId)
})

const start = () => MapHistory.start(aMap())

describe("which grid a building was in", () => {
  it("changes at the effective second, not before", () => {
    const history = after(start(), aMove(100, "g1b1", "g2"), aMove(200, "g1b1", "g4"))
    const answers = [0, 99, 100, 101, 199, 200, 5000].map((atSec) => {
      const answer = MapHistory.gridOf(history, "g1b1", atSec)
      return answer.kind === "In" ? answer.gridId : answer.kind
    })
    expect(answers).toEqual(["g1", "g1", "g2", "g2", "g2", "g4", "g4"])
  })

  it("says why there is none", () => {
    const history = after(
      start(),
      anOpening({ atSec: 50, nodeId: gridId("new"), parentId: gridId("g2") }),
      { kind: "Close", atSec: 90, nodeId: gridId("new") }
    )
    const kindAt = (atSec: number, id = "new") => MapHistory.gridOf(history, id, atSec)
    expect(kindAt(49)).toEqual({ kind: "NotYetOpen", openedSec: 50 })
    expect(kindAt(50)).toEqual({ kind: "In", gridId: "g2" })
    expect(kindAt(89)).toEqual({ kind: "In", gridId: "g2" })
    expect(kindAt(90)).toEqual({ kind: "Closed", closedSec: 90 })
    expect(kindAt(60, "never")).toEqual({ kind: "Unknown" })
    expect(kindAt(60, "c1")).toEqual({ kind: "Outside" })
    expect(kindAt(60, "g1")).toEqual({ kind: "In", gridId: "g1" })
    expect(kindAt(-1, "g1")).toEqual({ kind: "NotYetOpen", openedSec: 0 })
  })

  it("is outside every grid in a town without grids", () => {
    const levels = [
      { id: "county", role: "county", name: aName("county") },
      { id: "community", role: "community", name: aName("community") }
    ] as const
    const nodes = [
      { id: "x", parentId: "", levelId: "county", households: 0 },
      { id: "x/1", parentId: "x", levelId: "community", households: 9 }
    ]
    const built = GridTree.make({ levels, nodes })
    if (!built.ok) throw new Error("no tree")
    const history = MapHistory.start(TerritoryMap.fromTree(built.tree, { startedSec: 0 }))
    expect(MapHistory.gridOf(history, "x/1", 1)).toEqual({ kind: "Outside" })
    const question = { placeId: "x/1", role: "community", atSec: 1 } as const
    expect(MapHistory.placeOf(history, question)).toEqual({ kind: "In", gridId: "x/1" })
  })

  it("knows the grids of other nets", () => {
    const history = after(
      start(),
      anOpening({ atSec: 10, netId: "risk", parentId: "", memberIds: gridIds("g1b1") }),
      aMerge({ atSec: 20, gridIds: gridIds("g1", "g8") })
    )
    const netGridAt = (atSec: number, buildingId = "g1b1") =>
      MapHistory.netGridOf(history, { netId: "risk", buildingId, atSec })
    expect(netGridAt(9)).toEqual({ kind: "Outside" })
    expect(netGridAt(10)).toEqual({ kind: "In", gridId: "g8" })
    expect(netGridAt(20)).toEqual({ kind: "Outside" })
    expect(netGridAt(15, "g1b2")).toEqual({ kind: "Outside" })
    expect(netGridAt(15, "never")).toEqual({ kind: "Unknown" })
    expect(MapHistory.gridOf(history, "g1b1", 20)).toEqual({ kind: "In", gridId: "g9" })
  })

  it("takes the last of several changes at one second", () => {
    const history = after(start(), aMove(100, "g1b1", "g2"), aMove(100, "g1b1", "g3"))
    expect(MapHistory.gridOf(history, "g1b1", 99)).toEqual({ kind: "In", gridId: "g1" })
    expect(MapHistory.gridOf(history, "g1b1", 100)).toEqual({ kind: "In", gridId: "g3" })
  })
})

describe("the tree of a day", () => {
  it("is none before the map began", () => {
    const built = MapHistory.treeAt(start(), -1)
    expect(built.ok ? [] : built.problems.map(({ code }) => code)).toContain("NoRoot")
  })
})

describe("the old grid of a case", () => {
  it("keeps its name and its ancestors after it closed", () => {
    const history = after(
      start(),
      { kind: "Rename", atSec: 50, nodeId: gridId("g1"), name: aName("Garden") },
      { kind: "Reparent", atSec: 60, nodeId: gridId("g1"), parentId: gridId("c2") },
      aSplit({ atSec: 100 })
    )
    expect(MapHistory.ancestorsThen(history, "g1", 59)).toEqual(["t", "c1", "g1"])
    expect(MapHistory.ancestorsThen(history, "g1", 60)).toEqual(["t", "c2", "g1"])
    expect(MapHistory.ancestorsThen(history, "g1", 100)).toEqual([])
    expect(MapHistory.recordThen(history, "g1", 49)?.name.en).toBe("grid g1")
    expect(MapHistory.recordThen(history, "g1", 99)?.name.en).toBe("Garden")
    expect(MapHistory.recordThen(history, "g1", 100)).toBeUndefined()
  })

  it("is followed to the grids that its households are in now", () => {
    const history = after(
      start(),
      aSplit({ atSec: 100 }),
      aMove(200, "g1b1", "g2"),
      { kind: "Recount", atSec: 300, nodeId: gridId("g1b2"), households: 0 },
      { kind: "Close", atSec: 300, nodeId: gridId("g1b2") }
    )
    const asked = (untilSec: number) =>
      MapHistory.successorsOf(history, { gridId: "g1", atSec: 99, untilSec })
    const whole = { buildingCount: 4, households: 400, share: 1 }
    const none = { buildingCount: 0, households: 0, share: 0 }
    const quarter = { buildingCount: 1, households: 100, share: 0.25 }
    const half = { buildingCount: 2, households: 200, share: 0.5 }
    expect(asked(99)).toEqual({ ok: true, rows: [{ gridId: "g1", ...whole }], gone: none })
    expect(asked(100)).toEqual({
      ok: true,
      rows: [
        { gridId: "g1.1", ...half },
        { gridId: "g1.2", ...half }
      ],
      gone: none
    })
    expect(asked(300)).toEqual({
      ok: true,
      rows: [
        { gridId: "g1.2", ...half },
        { gridId: "g2", ...quarter }
      ],
      gone: quarter
    })
  })

  it("is followed through mergers even where it has no buildings", () => {
    const nodes = [
      { id: "c", parentId: "", levelId: "community", households: 0 },
      ...["a", "b", "d"].map((id) => ({ id, parentId: "c", levelId: "grid", households: 7 }))
    ]
    const levels = [
      { id: "community", role: "community", name: aName("community") },
      { id: "grid", role: "grid", name: aName("grid") }
    ] as const
    const built = GridTree.make({ levels, nodes })
    if (!built.ok) throw new Error("no tree")
    const begun = MapHistory.start(TerritoryMap.fromTree(built.tree, { startedSec: 0 }))
    const history = after(
      begun,
      aMerge({ atSec: 10, gridIds: gridIds("a", "b"), intoId: gridId("ab") }),
      aMerge({ atSec: 20, gridIds: gridIds("ab", "d"), intoId: gridId("d") })
    )
    expect(TerritoryMap.householdsOf(history.map, "d")).toBe(21)
    const row = { buildingCount: 0, households: 7, share: 1 }
    const asked = { gridId: "a", atSec: 5 }
    expect(MapHistory.successorsOf(history, { ...asked, untilSec: 10 })).toMatchObject({
      rows: [{ gridId: "ab", ...row }]
    })
    expect(MapHistory.successorsOf(history, { ...asked, untilSec: 20 })).toMatchObject({
      rows: [{ gridId: "d", ...row }]
    })
  })

  it("has no successors where it did not exist", () => {
    const history = after(start(), aSplit({ atSec: 100 }))
    const codeOf = (id: string, atSec: number) => {
      const found = MapHistory.successorsOf(history, { gridId: id, atSec, untilSec: 500 })
      return found.ok ? "" : found.problem.code
    }
    expect(codeOf("g1", 99)).toBe("")
    expect(codeOf("g1", 100)).toBe("NotOpenThen")
    expect(codeOf("g1.1", 99)).toBe("NotOpenThen")
    expect(codeOf("nowhere", 99)).toBe("UnknownNode")
    const backwards = { gridId: "g1", atSec: 99, untilSec: 98 }
    expect(() => MapHistory.successorsOf(history, backwards)).toThrow(RangeError)
  })

  it("of another net is followed into the territory once the net is merged", () => {
    const history = after(
      start(),
      anOpening({
        atSec: 10,
        netId: "risk",
        parentId: "",
        memberIds: gridIds("g1b1", "g2b1")
      }),
      aMerge({ atSec: 20, gridIds: gridIds("g1", "g8"), rest: "keep" })
    )
    const asked = { gridId: "g8", atSec: 15, untilSec: 20 }
    expect(MapHistory.successorsOf(history, asked)).toMatchObject({
      rows: [
        { gridId: "g8", buildingCount: 1, households: 50 },
        { gridId: "g9", buildingCount: 1, households: 100 }
      ]
    })
  })
})

/** The slow and obvious history: one row per place, read off the events of a day. */
interface Row {
  parentId: string
  levelId: string
  households: number
  readonly nets: Map<string, string>
}

const rowsAt = (
  map: TerritoryMap.TerritoryMap,
  events: ReadonlyArray<MapEvent.MapEvent>,
  atSec: number
): Map<string, Row> => {
  const rows = new Map<string, Row>()
  const built = TerritoryMap.toTree(map)
  if (!built.ok) throw new Error("no tree")
  for (const { id, parentId, levelId, households } of GridTree.toNodes(built.tree)) {
    rows.set(id, { parentId, levelId, households, nets: new Map() })
  }
  for (const event of events) {
    if (event.atSec > atSec) continue
    for (const { id, parentId, levelId, households, netId } of event.opened) {
      if (netId === "") rows.set(id, { parentId, levelId, households, nets: new Map() })
    }
    for (const { id, netId, toId } of event.moved) {
      if (netId === "") rows.get(id)!.parentId = toId
      else if (toId === "") rows.get(id)!.nets.delete(netId)
      else rows.get(id)!.nets.set(netId, toId)
    }
    for (const { id, households } of event.altered) {
      const row = rows.get(id)
      if (row !== undefined) row.households = households
    }
    for (const { id } of event.closed) rows.delete(id)
  }
  return rows
}

describe("a history", () => {
  const plays = fc.record({
    map: randomMaps,
    list: fc.array(wishes(MapChange.kinds), { minLength: 3, maxLength: 20 })
  })

  /** Every second at which something changed, with the one before and the one after. */
  const borders = (events: ReadonlyArray<MapEvent.MapEvent>): ReadonlyArray<number> =>
    Array.from(
      new Set(events.flatMap(({ atSec }) => [atSec - 1, atSec, atSec + 1]).concat(0, 100_000))
    )

  it("answers as a replay of the log does, at every border and beside it", () => {
    let outOfOrder = 0
    fc.assert(
      fc.property(plays, ({ map, list }) => {
        const { events } = play(map, list)
        outOfOrder += events.filter(
          (one, index) => one.atSec < (events[index - 1]?.atSec ?? 0)
        ).length
        const history = MapHistory.fold(map, events)
        const everIds = new Set<string>(rowsAt(map, [], 0).keys())
        for (const { opened } of events) {
          for (const { id, netId } of opened) if (netId === "") everIds.add(id)
        }
        for (const atSec of borders(events)) {
          const rows = rowsAt(map, events, atSec)
          const gridOf = (id: string): string => {
            const row = rows.get(id)
            if (row === undefined) return ""
            return row.levelId === "grid" ? id : gridOf(row.parentId)
          }
          const ids = [...everIds]
          const answers = ids.map((id) => MapHistory.gridOf(history, id, atSec))
          const isIn = answers.map(({ kind }) => kind === "In" || kind === "Outside")
          expect(isIn).toEqual(ids.map((id) => rows.has(id)))
          const inGrids = answers.map((answer) => (answer.kind === "In" ? answer.gridId : ""))
          expect(inGrids).toEqual(ids.map(gridOf))
          const inNets = ids.map((buildingId) => {
            const net = MapHistory.netGridOf(history, { netId: "net1", buildingId, atSec })
            return net.kind === "In" ? net.gridId : ""
          })
          expect(inNets).toEqual(ids.map((id) => rows.get(id)?.nets.get("net1") ?? ""))
          const built = MapHistory.treeAt(history, atSec)
          if (!built.ok) {
            for (const { code } of built.problems) expect(code).toBe("EmptyLevel")
            continue
          }
          const nodes = GridTree.toNodes(built.tree).map((node) => [node.id, node] as const)
          expect(new Map(nodes)).toEqual(
            new Map(
              Array.from(rows, ([id, { parentId, levelId, households }]) => [
                id,
                { id, parentId, levelId, households }
              ])
            )
          )
        }
      }),
      { numRuns: 120 }
    )
    expect(outOfOrder).toBeGreaterThan(3)
  })

  it("ends at the map that the events lead to", () => {
    fc.assert(
      fc.property(plays, ({ map, list }) => {
        const played = play(map, list)
        const history = MapHistory.fold(map, played.events)
        expect(history.map).toEqual(played.map)
        expect(MapHistory.treeAt(history, 100_000)).toEqual(TerritoryMap.toTree(played.map))
        expect(MapHistory.treeAt(history, 0)).toEqual(TerritoryMap.toTree(map))
      })
    )
  })

  it("carries all land of a grid forward: its households, none lost and none twice", () => {
    let moved = 0
    fc.assert(
      fc.property(plays, ({ map, list }) => {
        const { events } = play(map, list)
        const history = MapHistory.fold(map, events)
        const untilSec = 100_000
        for (const atSec of [0, events.at(-2)?.atSec ?? 0]) {
          const built = MapHistory.treeAt(history, atSec)
          if (!built.ok) throw new Error("no tree")
          for (const row of GridTree.indicesOf(built.tree, "grid")) {
            const id: GridId = built.tree.ids[row]!
            const found = MapHistory.successorsOf(history, { gridId: id, atSec, untilSec })
            if (!found.ok) throw new Error(JSON.stringify(found.problem))
            const all = [...found.rows, found.gone]
            const sum = (pick: (share: MapHistory.Share) => number) =>
              all.reduce((total, one) => total + pick(one), 0)
            expect(sum(({ households }) => households)).toBe(built.tree.householdsOf[row])
            expect(sum(({ buildingCount }) => buildingCount)).toBe(
              GridTree.childrenOf(built.tree, row).length
            )
            expect(sum(({ share }) => share)).toBeCloseTo(1, 9)
            for (const { gridId: toId } of found.rows) {
              expect(TerritoryMap.isOpen(history.map, toId)).toBe(true)
              if (toId !== id) moved += 1
            }
          }
        }
      }),
      { numRuns: 120 }
    )
    expect(moved).toBeGreaterThan(20)
  })
})
