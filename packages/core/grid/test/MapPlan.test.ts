import { Id } from "@wangge/facts"
import { describe, expect, it } from "vitest"
import { type MapChange, MapPlan, TerritoryMap } from "../src/index.ts"
import {
  after,
  aMap,
  aMerge,
  aName,
  anOpening,
  aSplit,
  codesOf,
  eventOf,
  gridId,
  gridIds,
  treeOf
} from "./aTerritory.ts"

type Change = MapChange.MapChange

const sizesOf = (map: TerritoryMap.TerritoryMap, ...ids: ReadonlyArray<string>) =>
  ids.map((id) => TerritoryMap.householdsOf(map, id))

describe("a split", () => {
  it("cuts a grid into new grids under the cap and closes it", () => {
    const map = after(aMap(undefined, { duties: new Map([["g1", ["risk"]]]) }), aSplit())
    expect(TerritoryMap.isOpen(map, "g1")).toBe(false)
    expect(sizesOf(map, "g1.1", "g1.2")).toEqual([200, 200])
    expect(TerritoryMap.find(map, "g1.1")).toMatchObject({
      parentId: "c1",
      formerIds: ["g1"],
      duties: ["risk"],
      name: { en: "grid g1-1", zh: "gridg1-1" }
    })
  })

  it("follows the order given and keeps the grid itself if its id is among the parts", () => {
    const order = gridIds("g1b4", "g1b2", "g1b3", "g1b1")
    const partIds = gridIds("g1", "east")
    const map = after(aMap(), aSplit({ order, partIds }))
    expect(TerritoryMap.membersOf(map, "g1")).toEqual(["g1b2", "g1b4"])
    expect(TerritoryMap.membersOf(map, "east")).toEqual(["g1b1", "g1b3"])
    expect(TerritoryMap.find(map, "g1")).toMatchObject({ version: 1, name: { en: "grid g1" } })
    const names = [aName("West"), aName("East")]
    const named = after(aMap(), aSplit({ order, partIds, names }))
    expect(TerritoryMap.find(named, "g1")).toMatchObject({ version: 2, name: { en: "West" } })
    expect(TerritoryMap.find(named, "east")).toMatchObject({ name: { en: "East" } })
  })

  it("leaves a building above the cap alone in its grid", () => {
    const map = after(aMap({ c1: { g1: [50, 900, 60] } }), aSplit())
    expect(sizesOf(map, "g1.1", "g1.2", "g1.3")).toEqual([50, 900, 60])
  })

  it("skips ids that were ever used", () => {
    const name = aName("one again")
    const once = after(aMap(), aSplit(), aMerge({ gridIds: gridIds("g1.1", "g1.2"), name }))
    const taken = after(aMap(), anOpening({ nodeId: gridId("g1.1") }), aSplit())
    expect(sizesOf(taken, "g1.2", "g1.3")).toEqual([200, 200])
    expect(codesOf(once, aSplit({ gridId: gridId("g9"), partIds: gridIds("g1", "a") }))).toEqual([
      "IdUsed"
    ])
  })

  it("works for a community: its grids are what moves", () => {
    const bounds = { targetHouseholds: 450, capHouseholds: 460 }
    const map = after(aMap(), aSplit({ gridId: gridId("c1"), ...bounds }))
    expect(sizesOf(map, "c1.1", "c1.2", "t")).toEqual([400, 410, 980])
  })

  it("is refused with a reason", () => {
    const map = aMap({ c1: { g1: [100, 100], g2: [7] } })
    const codes = (parts: Parameters<typeof aSplit>[0]) => codesOf(map, aSplit(parts))
    expect(codes({ targetHouseholds: 100, capHouseholds: 100 })).toEqual([])
    expect(codes({})).toEqual(["NothingChanges"])
    expect(codes({ targetHouseholds: 0 })).toEqual(["BadTarget"])
    expect(codes({ capHouseholds: 199 })).toEqual(["CapBelowTarget"])
    expect(codes({ gridId: gridId("g2") })).toEqual(["NoMembers"])
    expect(codes({ gridId: gridId("g7") })).toEqual(["UnknownNode"])
    expect(codes({ gridId: gridId("t") })).toEqual(["RootStays", "NoMembers"])
    expect(codes({ order: gridIds("g1b1", "g2b1") })).toEqual(["NotAMember"])
    expect(codes({ order: gridIds("g1b1", "g1b1") })).toEqual(["NamedTwice"])
    expect(codes({ order: gridIds("g1b1") })).toEqual(["MemberMissing"])
    const two = { targetHouseholds: 100, capHouseholds: 100 }
    expect(codes({ ...two, partIds: gridIds("a", "b", "c") })).toEqual(["WrongPartCount"])
    expect(codes({ ...two, names: [aName("a")] })).toEqual(["WrongPartCount"])
    expect(codes({ ...two, partIds: gridIds("a", "a") })).toEqual(["NamedTwice"])
    expect(codes({ ...two, partIds: gridIds("a", "g2") })).toEqual(["IdUsed"])
    const held = after(map, { kind: "Recount", atSec: 1, nodeId: gridId("g1"), households: 3 })
    expect(codesOf(held, aSplit(two))).toEqual(["HouseholdsLost"])
    const long = gridId("x".repeat(Id.lengthMax))
    const longMap = aMap({ c1: { g1: [1] } })
    const named = after(longMap, anOpening({ nodeId: long, memberIds: [] }))
    const filled = after(
      named,
      anOpening({ nodeId: gridId("b8"), parentId: long, households: 100 }),
      anOpening({ nodeId: gridId("b9"), parentId: long, households: 100 })
    )
    expect(codesOf(filled, aSplit({ ...two, gridId: long }))).toEqual(["BadId", "BadId"])
  })
})

describe("a merge", () => {
  /** Three nets over the buildings of g1 and g2: the territory, city management, risks. */
  const threeNets = () =>
    after(
      aMap(undefined, { duties: new Map([["g1", ["visits"]]]) }),
      anOpening({
        atSec: 1,
        nodeId: gridId("city-1"),
        parentId: "",
        netId: "city",
        duties: ["street order", "bins"].map((duty) => duty.replace(" ", "-")),
        memberIds: gridIds("g1b1", "g1b2", "g1b3", "g1b4", "g2b1", "g2b2")
      }),
      anOpening({
        atSec: 1,
        nodeId: gridId("risk-1"),
        parentId: "",
        netId: "risk",
        duties: ["fire", "visits"],
        memberIds: gridIds("g1b1", "g2b2")
      })
    )

  it("makes one grid of three nets over one area: households once, duties unioned", () => {
    const map = threeNets()
    expect(sizesOf(map, "city-1", "risk-1", "g1", "g2")).toEqual([510, 160, 400, 110])
    const one = after(map, aMerge({ gridIds: gridIds("g1", "g2", "city-1", "risk-1") }))
    expect(sizesOf(one, "g9", "c1", "t")).toEqual([510, 810, 980])
    expect(TerritoryMap.find(one, "g9")).toMatchObject({
      duties: ["bins", "fire", "street-order", "visits"],
      formerIds: ["city-1", "g1", "g2", "risk-1"]
    })
    for (const id of ["g1", "g2", "city-1", "risk-1"]) {
      expect(TerritoryMap.find(one, id)).toMatchObject({ heirId: "g9", closedSec: 100 })
    }
    expect(TerritoryMap.find(one, "g1b1")).toMatchObject({ parentId: "g9", netGridIds: [] })
    expect(treeOf(one).ids.filter((id) => id.includes("b"))).toHaveLength(9)
  })

  it("keeps a grid of another net for what lies outside, if asked to", () => {
    const gridIdList = gridIds("g1", "city-1")
    expect(codesOf(threeNets(), aMerge({ gridIds: gridIdList }))).toEqual(["ReachesOut"])
    const map = after(threeNets(), aMerge({ gridIds: gridIdList, rest: "keep" }))
    expect(TerritoryMap.membersOf(map, "city-1")).toEqual(["g2b1", "g2b2"])
    expect(TerritoryMap.find(map, "g9")?.duties).toEqual(["bins", "street-order", "visits"])
    const far = aMerge({ gridIds: gridIds("g3", "city-1"), rest: "keep" })
    expect(codesOf(threeNets(), far)).toEqual(["ReachesOut"])
  })

  it("lets one of the grids take the others in, or a grid of one net another of that net", () => {
    const map = after(aMap(), aMerge({ gridIds: gridIds("g1", "g2"), intoId: gridId("g1") }))
    expect(TerritoryMap.membersOf(map, "g1")).toHaveLength(6)
    const net = { parentId: "" as const, netId: "risk" }
    const nets = after(
      aMap(),
      anOpening({ nodeId: gridId("r1"), memberIds: gridIds("g1b1"), ...net }),
      anOpening({ nodeId: gridId("r2"), memberIds: gridIds("g1b2", "g4b1"), ...net }),
      aMerge({ gridIds: gridIds("r1", "r2"), intoId: gridId("r3") })
    )
    expect(TerritoryMap.membersOf(nets, "r3")).toEqual(["g1b1", "g1b2", "g4b1"])
    expect(sizesOf(nets, "r3", "t")).toEqual([280, 980])
  })

  it("takes grids of two communities only when told the parent", () => {
    const across = { gridIds: gridIds("g1", "g4") }
    expect(codesOf(aMap(), aMerge(across))).toEqual(["NoCommonParent"])
    expect(codesOf(aMap(), aMerge({ ...across, parentId: gridId("g2") }))).toEqual(["WrongLevel"])
    const map = after(aMap(), aMerge({ ...across, parentId: gridId("c2") }))
    expect(sizesOf(map, "c1", "c2", "t")).toEqual([410, 570, 980])
    const intoId = gridId("g1")
    const kept = after(aMap(), aMerge({ ...across, intoId, parentId: gridId("c2") }))
    expect(TerritoryMap.membersOf(kept, "c2")).toEqual(["g1"])
    expect(sizesOf(kept, "c1", "c2", "g1")).toEqual([410, 570, 570])
  })

  it("is refused with a reason", () => {
    const codes = (parts: Parameters<typeof aMerge>[0]) => codesOf(threeNets(), aMerge(parts))
    expect(codes({ gridIds: gridIds("g1") })).toEqual(["TooFewGrids"])
    expect(codes({ gridIds: gridIds("g1", "g1") })).toEqual(["NamedTwice"])
    expect(codes({ gridIds: gridIds("g1", "c1") })).toEqual(["WrongLevel"])
    expect(codes({ gridIds: gridIds("g1", "g7") })).toEqual(["UnknownNode"])
    expect(codes({ gridIds: gridIds("city-1", "risk-1") })).toEqual(["NoCommonNet"])
    expect(codes({ intoId: gridId("g3") })).toEqual(["IdUsed"])
    expect(codes({ parentId: gridId("city-1") })).toEqual(["WrongNet", "WrongLevel"])
    const map = after(threeNets(), aMerge())
    expect(codesOf(map, aMerge({ atSec: 101 }))).toEqual(["ClosedNode", "ClosedNode"])
    const rootNet = anOpening({
      nodeId: gridId("r"),
      parentId: "",
      netId: "risk",
      memberIds: gridIds("c1", "c2")
    })
    const roots = aMerge({ gridIds: gridIds("t", "r") })
    expect(codesOf(after(aMap(), rootNet), roots)).toEqual(["RootStays"])
    expect(codesOf(after(aMap(), rootNet), aMerge({ ...roots, intoId: gridId("t") }))).toEqual([])
  })
})

describe("a move of buildings", () => {
  const aMove = (toId: string, ...memberIds: ReadonlyArray<string>) => ({
    kind: "Resize" as const,
    atSec: 100,
    memberIds: gridIds(...memberIds),
    toId: gridId(toId)
  })

  it("shrinks one grid and grows its neighbour", () => {
    const map = after(aMap(), aMove("g2", "g1b4", "g1b1"))
    expect(sizesOf(map, "g1", "g2", "t")).toEqual([200, 310, 980])
    expect(TerritoryMap.membersOf(map, "g2")).toEqual(["g1b1", "g1b4", "g2b1", "g2b2"])
  })

  it("is refused with a reason", () => {
    const map = aMap()
    expect(codesOf(map, aMove("g1", "g3b1"))).toEqual(["EmptyLeft"])
    expect(codesOf(map, aMove("g1", "g1b1"))).toEqual(["NothingChanges"])
    expect(codesOf(map, aMove("g1"))).toEqual(["NoMembers"])
    expect(codesOf(map, aMove("g1", "g2"))).toEqual(["WrongLevel"])
    expect(codesOf(map, aMove("c1", "g4b1"))).toEqual(["WrongLevel"])
    expect(codesOf(map, aMove("g9", "g1b1"))).toEqual(["UnknownNode"])
    expect(codesOf(map, aMove("g2", "g1b1", "g1b1"))).toEqual(["NamedTwice"])
  })

  it("re-parents a grid with all inside it, and never into itself", () => {
    const move = (nodeId: string, parentId: string) => ({
      kind: "Reparent" as const,
      atSec: 100,
      nodeId: gridId(nodeId),
      parentId: gridId(parentId)
    })
    const map = after(aMap(), move("g4", "c1"))
    expect(sizesOf(map, "c1", "c2", "t")).toEqual([980, 0, 980])
    expect(codesOf(aMap(), move("g4", "c2"))).toEqual(["NothingChanges"])
    expect(codesOf(aMap(), move("g4", "g1"))).toEqual(["WrongLevel"])
    expect(codesOf(aMap(), move("c1", "g1"))).toEqual(["WouldCycle"])
    expect(codesOf(aMap(), move("c1", "c1"))).toEqual(["WouldCycle"])
    expect(codesOf(aMap(), move("t", "c1"))).toEqual(["RootStays", "WouldCycle"])
    expect(codesOf(aMap(), move("g3b1", "g1"))).toEqual(["EmptyLeft"])
  })
})

describe("opening, closing and altering", () => {
  it("opens a grid with buildings from its neighbours, and a new building", () => {
    const memberIds = gridIds("g1b1", "g2b2")
    const map = after(
      aMap(),
      anOpening({ memberIds, duties: ["b", "a", "b"] }),
      anOpening({ atSec: 200, nodeId: gridId("new"), parentId: gridId("g8"), households: 40 })
    )
    expect(sizesOf(map, "g8", "g1", "t")).toEqual([200, 300, 1020])
    expect(TerritoryMap.find(map, "new")).toMatchObject({ levelId: "building", openedSec: 200 })
    expect(TerritoryMap.find(map, "g8")?.duties).toEqual(["a", "b"])
  })

  it("refuses to open with a reason", () => {
    const codes = (parts: Parameters<typeof anOpening>[0]) => codesOf(aMap(), anOpening(parts))
    expect(codes({ nodeId: gridId("g1") })).toEqual(["IdUsed"])
    expect(codes({ parentId: gridId("nowhere") })).toEqual(["UnknownNode"])
    expect(codes({ parentId: "" })).toEqual(["UnknownNode"])
    expect(codes({ parentId: gridId("g1b1") })).toEqual(["WrongLevel"])
    expect(codes({ households: -1 })).toEqual(["BadHouseholds"])
    expect(codes({ duties: ["two words"] })).toEqual(["BadId"])
    expect(codes({ memberIds: gridIds("g3b1") })).toEqual(["EmptyLeft"])
    expect(codes({ memberIds: gridIds("g3") })).toEqual(["WrongLevel"])
    const net = { netId: "risk", parentId: "" as const, memberIds: gridIds("g3b1") }
    expect(codes(net)).toEqual([])
    expect(codes({ ...net, netId: "two words" })).toEqual(["BadId"])
    expect(codes({ ...net, parentId: gridId("c1") })).toEqual(["WrongNet"])
    expect(codes({ ...net, households: 5 })).toEqual(["HouseholdsDoubled"])
    expect(codes({ ...net, memberIds: [] })).toEqual(["NoMembers"])
    expect(codes({ ...net, memberIds: gridIds("g3b1", "g4") })).toEqual(["WrongLevel"])
    expect(codes({ ...net, memberIds: gridIds("t") })[0]).toBe("WrongLevel")
  })

  it("closes a building only after its households are recounted to none", () => {
    const close = { kind: "Close" as const, atSec: 100, nodeId: gridId("g2b2") }
    expect(codesOf(aMap(), close)).toEqual(["HouseholdsLost"])
    const recount = { kind: "Recount" as const, atSec: 90, nodeId: close.nodeId, households: 0 }
    const map = after(aMap(), recount, close)
    expect(TerritoryMap.membersOf(map, "g2")).toEqual(["g2b1"])
    expect(sizesOf(map, "g2", "t")).toEqual([50, 920])
    const grid = { kind: "Close" as const, atSec: 100, nodeId: gridId("g1") }
    expect(codesOf(aMap(), grid)).toEqual(["OrphansLeft"])
    const root = { kind: "Close" as const, atSec: 100, nodeId: gridId("t") }
    expect(codesOf(aMap(), root)).toEqual(["RootStays", "OrphansLeft"])
  })

  it("closes a building in every net that covers it", () => {
    const nodeId = gridId("g2b2")
    const memberIds = gridIds("g1b1", "g2b2")
    const map = after(
      aMap(),
      anOpening({ atSec: 1, netId: "risk", parentId: "", memberIds }),
      { kind: "Recount", atSec: 2, nodeId, households: 0 },
      { kind: "Close", atSec: 3, nodeId }
    )
    expect(TerritoryMap.membersOf(map, "g8")).toEqual(["g1b1"])
    expect(TerritoryMap.find(map, nodeId)).toMatchObject({ netGridIds: [], closedSec: 3 })
  })

  it("closes a grid of another net without touching its buildings' households", () => {
    const memberIds = gridIds("g1b1", "g2b2")
    const net = anOpening({ netId: "risk", parentId: "", memberIds })
    const map = after(aMap(), net, { kind: "Close", atSec: 101, nodeId: gridId("g8") })
    expect(TerritoryMap.find(map, "g1b1")).toMatchObject({ netGridIds: [], parentId: "g1" })
    expect(sizesOf(map, "g8", "t")).toEqual([0, 980])
  })

  it("refuses to alter a place into what it is or cannot be", () => {
    const map = after(aMap(), {
      kind: "SetDuties",
      atSec: 1,
      nodeId: gridId("g1"),
      duties: ["b", "a"]
    })
    const nodeId = gridId("g1")
    const codes = (change: Parameters<typeof codesOf>[1]) => codesOf(map, change)
    expect(codes({ kind: "SetDuties", atSec: 2, nodeId, duties: ["a", "b"] })).toEqual([
      "NothingChanges"
    ])
    expect(
      codes({ kind: "Rename", atSec: 2, nodeId, name: { en: "grid g1", zh: "gridg1" } })
    ).toEqual(["NothingChanges"])
    expect(codes({ kind: "Rename", atSec: 2, nodeId, name: { en: "grid g1", zh: "x" } })).toEqual(
      []
    )
    const building = gridId("g1b1")
    expect(codes({ kind: "Recount", atSec: 2, nodeId: building, households: 100 })).toEqual([
      "NothingChanges"
    ])
    expect(codes({ kind: "Recount", atSec: 2, nodeId: building, households: 0.5 })).toEqual([
      "BadHouseholds"
    ])
    const net = after(map, anOpening({ netId: "risk", parentId: "", memberIds: gridIds("g1b1") }))
    const doubled = { kind: "Recount" as const, atSec: 100, nodeId: gridId("g8"), households: 1 }
    expect(codesOf(net, doubled)).toEqual(["HouseholdsDoubled"])
    const split = {
      kind: "Reparent" as const,
      atSec: 100,
      nodeId: gridId("g8"),
      parentId: gridId("c1")
    }
    expect(codesOf(net, split)).toEqual(["WrongNet"])
  })
})

describe("time and versions", () => {
  const rename = (atSec: number, text: string) => ({
    kind: "Rename" as const,
    atSec,
    nodeId: gridId("g1"),
    name: aName(text)
  })

  it("lets nothing take effect before the last change of a place it relies on", () => {
    const map = after(aMap(), rename(50, "x"))
    expect(codesOf(map, rename(49, "y"))).toEqual(["BeforeLastChange"])
    expect(codesOf(map, rename(50, "y"))).toEqual([])
    expect(codesOf(aMap(), rename(-1, "y"))).toEqual(["BeforeLastChange"])
    expect(codesOf(aMap(), rename(0.5, "y"))).toEqual(["BadInstant"])
    const moved = after(aMap(), {
      kind: "Resize",
      atSec: 50,
      memberIds: gridIds("g1b1"),
      toId: gridId("g2")
    })
    const early = { targetHouseholds: 100, capHouseholds: 100 }
    expect(codesOf(moved, aSplit({ atSec: 49, ...early }))).toEqual(["BeforeLastChange"])
    expect(codesOf(moved, aSplit({ atSec: 50, ...early }))).toEqual([])
    const other = { gridId: gridId("g3"), atSec: 1 }
    expect(codesOf(moved, aSplit({ ...other, ...early }))).toEqual(["NoMembers"])
  })

  it("refuses a plan once a place it relied on has changed", () => {
    const map = aMap()
    const planned = MapPlan.plan(map, aSplit())
    if (!planned.ok) throw new Error("no plan")
    const stale = (change: Parameters<typeof codesOf>[1]) => {
      const applied = MapPlan.apply(after(map, change), planned.plan)
      return applied.ok ? [] : applied.problems.map(({ code, subject }) => `${code} ${subject}`)
    }
    expect(stale(rename(1, "x"))).toEqual(["StalePlan g1"])
    const recount = { kind: "Recount" as const, atSec: 1, nodeId: gridId("g1b1"), households: 9 }
    expect(stale(recount)).toEqual(["StalePlan g1/members", "StalePlan g1b1"])
    expect(stale(anOpening({ atSec: 1, parentId: gridId("g1") }))).toEqual(["StalePlan g1/members"])
    expect(stale(anOpening({ atSec: 1, nodeId: gridId("g1.1") }))).toEqual(["IdUsed g1.1"])
    expect(stale({ ...rename(1, "x"), nodeId: gridId("g2") })).toEqual([])
    expect(stale({ ...rename(1, "x"), nodeId: gridId("c1") })).toEqual(["StalePlan c1"])
  })

  it("refuses a plan once the size or the content that it counted on is another", () => {
    const town = after(
      aMap(),
      anOpening({ atSec: 1, nodeId: gridId("g8"), memberIds: [] }),
      anOpening({
        atSec: 1,
        nodeId: gridId("r1"),
        netId: "risk",
        parentId: "",
        memberIds: gridIds("g1b1", "g4b1")
      })
    )
    const staleAfter = (change: Change, between: Change) => {
      const planned = MapPlan.plan(town, change)
      if (!planned.ok) throw new Error(JSON.stringify(planned.problems))
      const applied = MapPlan.apply(after(town, between), planned.plan)
      return applied.ok ? [] : applied.problems.map(({ code, subject }) => `${code} ${subject}`)
    }
    const move = (memberId: string, toId: string): Change => ({
      kind: "Resize",
      atSec: 100,
      memberIds: gridIds(memberId),
      toId: gridId(toId)
    })
    const recount = (id: string): Change => ({
      kind: "Recount",
      atSec: 50,
      nodeId: gridId(id),
      households: 1
    })
    const close: Change = { kind: "Close", atSec: 100, nodeId: gridId("g8") }
    const cut = { targetHouseholds: 90, capHouseholds: 100 }
    const splitNet = aSplit({ gridId: gridId("r1"), ...cut })
    const splitTown = aSplit({ gridId: gridId("c1"), targetHouseholds: 400, capHouseholds: 410 })
    expect(staleAfter(move("g2b1", "g1"), move("g2b2", "g1"))).toEqual(["StalePlan g2/members"])
    expect(staleAfter(close, move("g2b2", "g8"))).toEqual(["StalePlan g8/members"])
    expect(staleAfter(splitNet, recount("g4b1"))).toContain("StalePlan r1/members")
    expect(staleAfter(splitNet, move("g1b1", "g2"))).toEqual(["StalePlan g1b1"])
    expect(staleAfter(splitTown, move("g1b1", "g2"))).toEqual(["StalePlan c1/members"])
    expect(staleAfter(splitTown, move("g4b1", "g2"))).toEqual(["StalePlan c1/members"])
    expect(staleAfter(splitTown, move("g1b1", "g4"))).toEqual(["StalePlan c1/members"])
    expect(staleAfter(splitTown, recount("g2b1"))).toEqual(["StalePlan c1/members"])
    expect(staleAfter(splitTown, recount("g4b1"))).toEqual([])
  })

  it("carries the versions it found and those it leaves behind", () => {
    const event = eventOf(aMap(), aMerge({ intoId: gridId("g2") }))
    expect(event.versions).toEqual(
      ["g1", "g1b1", "g1b2", "g1b3", "g1b4", "g2"].map((id) => ({ id, version: 2 }))
    )
    const planned = MapPlan.plan(aMap(), aMerge({ intoId: gridId("g2") }))
    const expected = planned.ok ? planned.plan.expected : []
    expect(expected.find(({ id }) => id === "c1")).toEqual({
      id: "c1",
      version: 1,
      contentVersion: MapPlan.anyContent
    })
  })
})
