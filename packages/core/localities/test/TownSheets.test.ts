import { Id } from "@wangge/facts"
import { Appointment, GridTree } from "@wangge/grid"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Locality, LocalitySchema, type TownSettings, TownSheets } from "../src/index.ts"
import { aSheet, imported, problemsOf, staff, units, willow, willowUnits } from "./willow.ts"

const idsOf = (locality: Locality.Locality): ReadonlyArray<string> =>
  locality.territory.kind === "listed" ? locality.territory.nodes.map(({ id }) => id) : []

const nodesOf = (locality: Locality.Locality) =>
  locality.territory.kind === "listed" ? locality.territory.nodes : []

const postsOf = (locality: Locality.Locality) =>
  locality.territory.kind === "listed" ? locality.territory.posts : []

describe("places", () => {
  it("numbered grids belong to their community, and every place gets a plain id", () => {
    const locality = imported({ units: willowUnits })
    expect(idsOf(locality)).toEqual([
      "willow",
      "c1",
      "c1/g1",
      "c1/g1/b1",
      "c1/g1/b2",
      "c1/g2",
      "c1/g2/b1",
      "c2",
      "c2/g1",
      "c2/g1/b1"
    ])
    expect(nodesOf(locality)[2]?.name).toBe("第一网格")
    expect(locality.levels.map(({ role, count }) => [role, count])).toMatchObject([
      ["subdistrict", { value: 1 }],
      ["community", { value: 2 }],
      ["grid", { value: 3 }],
      ["building", { value: 4 }]
    ])
  })

  it("ids of the sheet stay, with the names beside them", () => {
    const locality = imported({
      units: units(
        "grid,households,community,grid name,subdistrict",
        "G07,120,C2,Riverside,S1",
        "G08,80,C2,,S1"
      )
    })
    expect(idsOf(locality)).toEqual(["willow", "S1", "C2", "G07", "G08"])
    expect(nodesOf(locality).map(({ name }) => name)).toEqual(["", "", "", "Riverside", ""])
    expect(locality.levels[0]?.role).toBe("county")
  })

  it("a community with a long code and a grid with a name keep to one place in the town", () => {
    const sheet = units("社区,网格,户数", "610327001001,春柳网格,10", "610327001002,春柳网格,20")
    expect(problemsOf({ units: sheet })).toEqual(["PlaceInTwoParents units.csv:3:社区"])
  })

  it("derived ids give way to ids of the sheet", () => {
    const locality = imported({
      units: units("社区,网格,户数", "第一社区,c1,10", "第一社区,第三网格,5", "第一社区,春柳,6")
    })
    expect(idsOf(locality)).toEqual(["willow", "c2", "c1", "c2/g3", "c2/g1"])
  })

  it("numbers keep their ids when lines move", () => {
    const backwards = {
      ...willowUnits,
      rows: willowUnits.rows.map((row, index, rows) => ({
        line: index + 2,
        cells: (rows.at(-1 - index) ?? row).cells
      }))
    }
    const grids = (locality: Locality.Locality) =>
      nodesOf(locality)
        .filter(({ levelId }) => levelId === "grid")
        .map(({ id, name }) => `${id.slice(3)} ${name}`)
        .toSorted()
    expect(grids(imported({ units: backwards }))).toEqual(grids(imported({ units: willowUnits })))
  })

  it("a building may be counted as a whole beside buildings counted by unit", () => {
    const sheet = units(
      "社区,网格,楼栋,单元,户数",
      "柳岸,1,1号楼,1单元,12",
      "柳岸,1,1号楼,2单元,12",
      "柳岸,1,平房,,5"
    )
    const locality = imported({ units: sheet })
    const tree = Locality.treeOrThrow(locality)
    expect(tree.levels.map(({ count }) => count)).toEqual([1, 1, 1, 2, 2])
    expect(tree.householdsOf[GridTree.root]).toBe(29)
  })

  it("a header without ids takes the names, and notes are left alone", () => {
    const sheet = units("社区名称,网格名称,总户数,备注", "柳岸,春柳,1,hello")
    expect(nodesOf(imported({ units: sheet })).map(({ name }) => name)).toEqual([
      "",
      "柳岸",
      "春柳"
    ])
  })
})

describe("cells", () => {
  it.each([
    ["48", 48],
    [" 48 ", 48],
    ["４８", 48],
    ["1,200", 1200],
    ["1,200", 1200],
    ["0", 0]
  ])("%s is %i households", (text, households) => {
    const row = { line: 2, cells: ["A", "B", text] }
    const locality = imported({
      units: { name: "units.csv", header: ["\uFEFFcommunity", "grid", "households"], rows: [row] }
    })
    expect(locality.households).toMatchObject({ value: households })
  })

  it.each(["12o", "-3", "1.5", "12,00", "1,2000", "1200户", "1e3", "２.５", "2147483648"])(
    "%s is no number of households",
    (text) => {
      const row = { line: 2, cells: ["A", "B", text] }
      const sheet = { name: "units.csv", header: ["community", "grid", "households"], rows: [row] }
      expect(problemsOf({ units: sheet })).toEqual(["NotWholeNumber units.csv:2:households"])
    }
  )

  it("empty rows and empty columns that a spreadsheet leaves behind are passed over", () => {
    const sheet = units("community,grid,households,,", "A,B,3,,", ",,,,", "A,C,4,,")
    expect(imported({ units: sheet }).households).toMatchObject({ value: 7 })
  })
})

describe("staff", () => {
  it("counts seats by the English, Chinese or technical name of the post", () => {
    const locality = imported({
      units: willowUnits,
      staff: staff(
        "岗位,社区,网格,人数",
        "网格员,柳岸社区,第一网格,2",
        "Grid worker,东街社区,第一网格,1",
        "CommunityWorker,东街社区,,4",
        "grid lead,c1/g2,,0"
      )
    })
    expect(postsOf(locality)).toEqual([
      { kind: "GridWorker", gridId: "c1/g1", seatCount: 2 },
      { kind: "GridWorker", gridId: "c2/g1", seatCount: 1 },
      { kind: "CommunityWorker", gridId: "c2", seatCount: 4 }
    ])
    expect(Locality.seatCount(locality, "GridWorker")).toBe(3)
    expect(Locality.consistency(locality).problems).toEqual([])
  })

  it("persons hold a post up to the end of their last day", () => {
    const locality = imported({
      units: willowUnits,
      staff: staff(
        "post,place,person,from,until",
        "GridLead,柳岸社区/第一网格,w1,2024-03-01,2024/3/31",
        "GridLead,柳岸社区/第一网格,w2,2024年4月1日,"
      )
    })
    const { territory } = locality
    if (territory.kind !== "listed") throw new Error("imported towns are listed")
    expect(territory.posts).toEqual([{ kind: "GridLead", gridId: "c1/g1", seatCount: 1 }])
    const [first, second] = territory.appointments
    expect(first?.fromSec).toBe(1_709_222_400)
    expect(first?.untilSec).toBe(1_711_900_800)
    expect(second?.fromSec).toBe(first?.untilSec)
    expect(second?.untilSec).toBe(Appointment.openEnd)
    const tree = Locality.treeOrThrow(locality)
    expect(Appointment.check(tree, territory.posts, territory.appointments)).toEqual([])
  })

  it("a count leaves seats vacant, and the town is called by its names", () => {
    const locality = imported({
      units: willowUnits,
      staff: staff(
        "post,place,count,person,from",
        "SubdistrictWorker,柳湾镇,2,,",
        "SubdistrictWorker,willow,,w1,2024-01-01"
      )
    })
    expect(postsOf(locality)).toEqual([
      { kind: "SubdistrictWorker", gridId: "willow", seatCount: 2 }
    ])
  })

  it("leads that are appointed are held against the places", () => {
    const few = staff("岗位,地点,人数", "网格长,柳岸社区/第一网格,1")
    const report = Locality.consistency(imported({ units: willowUnits, staff: few }))
    expect(report.problems).toMatchObject([{ code: "LeadCountMismatch", found: 1, expected: 3 }])
  })
})

describe("names", () => {
  it("are given by a sheet of their own", () => {
    const locality = imported({
      units: units("community,grid,households", "C1,G1,5"),
      names: aSheet("names.csv", "place,name", "G1,春柳网格")
    })
    expect(nodesOf(locality).map(({ name }) => name)).toEqual(["", "", "春柳网格"])
  })
})

describe("areas", () => {
  const square = [
    [120, 30],
    [121, 30],
    [121, 31],
    [120, 30]
  ] as const
  const mapOf = (...ids: ReadonlyArray<string>) => ({
    name: "areas.geojson",
    map: {
      datum: "WGS-84" as const,
      areas: ids.map((id) => ({ gridId: Id.make<"Grid">(id), polygons: [[square]] }))
    }
  })

  it("become the map of the town", () => {
    const map = mapOf("c1/g1", "c1/g2", "c2/g1")
    const { territory } = imported({ units: willowUnits }, map)
    expect(territory.kind === "listed" && territory.map).toBe(map.map)
  })

  it("name places, and all grids or none", () => {
    expect(problemsOf({ units: willowUnits }, mapOf("c1"))).toEqual([])
    expect(problemsOf({ units: willowUnits }, mapOf("c1/g1", "c1/g9"))).toEqual([
      "AreaWithoutPlace areas.geojson",
      "PlaceWithoutArea units.csv:4:网格",
      "PlaceWithoutArea units.csv:5:网格"
    ])
  })

  it("places are found by id, name or path of names", () => {
    const find = TownSheets.findPlace(nodesOf(imported({ units: willowUnits })))
    expect(find("c1/g2")).toEqual(["c1/g2"])
    expect(find("东街社区/第一网格")).toEqual(["c2/g1"])
    expect(find("第一网格")).toEqual(["c1/g1", "c2/g1"])
    expect(find("第九网格")).toEqual([])
  })
})

describe("provenance", () => {
  const sourcesWith = (source: TownSettings.Source) => {
    const result = TownSheets.toLocality({ units: willowUnits }, { town: { ...willow, source } })
    if (!result.ok) throw new Error("the sheets are right")
    return Locality.sourcedNumbers(result.locality)
      .filter(({ path }) => !["levels/town", "personsPerHousehold"].includes(path))
      .map(({ number }) => number.provenance)
  }

  it.each<TownSettings.Source>([
    { kind: "assumed", reason: "a guess" },
    { kind: "public", source: "Household registry of Willow, 2024" },
    { kind: "reported", report: "Report of Willow", phrase: "共280户" }
  ])("is the source that the settings name: $kind", (source) => {
    const sources = sourcesWith(source)
    expect(sources.length).toBe(4)
    for (const one of sources) expect(one).toEqual(source)
  })
})

describe("every town", () => {
  const place = fc.constantFrom("1", "2", "第三", "G", "春柳", "East Street", "Ａ座")
  const row = fc.record({
    community: fc.constantFrom("柳岸", "2", "C3"),
    grid: fc.constantFrom("1", "第二网格", "3号网格"),
    building: place,
    unit: fc.constantFrom("1单元", "2", "三单元"),
    households: fc.nat(300)
  })
  const towns = fc
    .uniqueArray(row, {
      minLength: 1,
      maxLength: 40,
      selector: ({ community, grid, building, unit }) => `${community}/${grid}/${building}/${unit}`
    })
    .chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        shuffled: fc.shuffledSubarray(rows, { minLength: rows.length })
      })
    )
  const sheetOf = (rows: ReadonlyArray<Record<string, string | number>>) =>
    units(
      "社区,网格,楼栋,单元,户数",
      ...rows.map(
        (one) => `${one.community},${one.grid},${one.building},${one.unit},${one.households}`
      )
    )

  it("keeps every household, building and unit, whatever the order of the lines", () => {
    fc.assert(
      fc.property(towns, ({ rows, shuffled }) => {
        const total = rows.reduce((sum, one) => sum + one.households, 0)
        const buildings = new Set(rows.map((one) => `${one.community}/${one.grid}/${one.building}`))
        const totals = [rows, shuffled].map((lines) => {
          const tree = Locality.treeOrThrow(imported({ units: sheetOf(lines) }))
          expect(tree.householdsOf[GridTree.root]).toBe(total)
          expect(GridTree.indicesOfRole(tree, "building").length).toBe(buildings.size)
          expect(GridTree.indicesOfRole(tree, "unit").length).toBe(rows.length)
          return tree.levels.map(({ count }) => count)
        })
        expect(totals[1]).toEqual(totals[0])
      }),
      { numRuns: 150 }
    )
  })

  it("agrees with itself and is read back from its file as it was", () => {
    fc.assert(
      fc.property(towns, ({ rows }) => {
        const locality = imported({ units: sheetOf(rows) })
        expect(Locality.consistency(locality).problems).toEqual([])
        const file: unknown = JSON.parse(JSON.stringify(LocalitySchema.toFile(locality)))
        expect(LocalitySchema.parse(file)).toEqual({ ok: true, locality })
      }),
      { numRuns: 100 }
    )
  })
})
