import { Id } from "@wangge/facts"
import { describe, expect, it } from "vitest"
import { SheetProblem, TownSheets } from "../src/index.ts"
import { aSheet, problemsOf, staff, units, willow, willowUnits } from "./willow.ts"

const inUnits = (...lines: ReadonlyArray<string>) => problemsOf({ units: units(...lines) })

const inStaff = (...lines: ReadonlyArray<string>) =>
  problemsOf({ units: willowUnits, staff: staff(...lines) })

const inNames = (...lines: ReadonlyArray<string>) =>
  problemsOf({ units: willowUnits, names: aSheet("names.csv", ...lines) })

const head = "community,grid,building,households"
const posts = "post,place,count,person,from,until"

/** One example of each code, with its line and its column. */
const examples: ReadonlyArray<readonly [SheetProblem.Code, ReadonlyArray<string>, string]> = [
  ["MissingColumn", inUnits("community,grid,building", "A,B,C"), "units.csv:1"],
  ["UnknownColumn", inUnits(`${head},housholds`, "A,B,C,1,2"), "units.csv:1"],
  ["RepeatedColumn", inUnits(`${head},户数`, "A,B,C,1,2"), "units.csv:1"],
  ["NoRows", inUnits(head), "units.csv"],
  ["CellBeyondHeader", inUnits(head, "A,B,C,1", "A,B,D,1,200"), "units.csv:3"],
  ["EmptyCell", inUnits(head, "A,B,C,1", ",,D,1"), "units.csv:3:community"],
  ["BadPlaceName", inUnits(head, "A,B/C,D,1"), "units.csv:2:grid"],
  ["RoundedCode", inUnits(head, "A,6.10327E+14,C,1"), "units.csv:2:grid"],
  ["NotWholeNumber", inUnits(head, "A,B,C,12o"), "units.csv:2:households"],
  ["TotalTooLarge", inUnits(head, "A,B,C,2147483647", "A,B,D,1"), "units.csv"],
  ["RepeatedRow", inUnits(head, "A,B,C,1", "A,B,C,1"), "units.csv:3:building"],
  ["PlaceInTwoParents", inUnits(head, "A,G1,C,1", "B,G1,D,1"), "units.csv:3:community"],
  ["TwoSpellings", inUnits(head, "A,B,1,1", "A,B,1号楼,1"), "units.csv:3:building"],
  ["SameIdTwice", inUnits(head, "A,A,C,1"), "units.csv:2:grid"],
  [
    "TwoNames",
    inUnits(`${head},grid name`, "A,B,C,1,East", "A,B,D,1,West"),
    "units.csv:3:grid name"
  ],
  ["UnknownPlace", inStaff("post,place,count", "网格员,南街,1"), "staff.csv:2:place"],
  ["AmbiguousPlace", inStaff("post,place,count", "网格员,第一网格,1"), "staff.csv:2:place"],
  ["WrongLevel", inStaff("post,place,count", "网格员,东街社区,1"), "staff.csv:2:place"],
  ["UnknownPost", inStaff("post,place,count", "Grid boss,c1/g1,1"), "staff.csv:2:post"],
  ["BadPersonId", inStaff(posts, "GridLead,c1/g1,,王伟,2024-01-01,"), "staff.csv:2:person"],
  ["BadDate", inStaff(posts, "GridLead,c1/g1,,w1,2024-02-30,"), "staff.csv:2:from"],
  [
    "UntilBeforeFrom",
    inStaff(posts, "GridLead,c1/g1,,w1,2024-02-02,2024-02-01"),
    "staff.csv:2:until"
  ],
  ["CountOrPerson", inStaff(posts, "GridLead,c1/g1,1,w1,2024-02-02,"), "staff.csv:2:count"],
  [
    "RepeatedSeats",
    inStaff("post,place,count", "GridLead,c1/g1,1", "GridLead,c1/g1,1"),
    "staff.csv:3:count"
  ],
  [
    "TooManyPersons",
    inStaff(
      posts,
      "GridLead,c1/g1,1,,,",
      "GridLead,c1/g1,,w1,2024-01-01,",
      "GridLead,c1/g1,,w2,2024-01-01,"
    ),
    "staff.csv:4:person"
  ],
  [
    "AppointedTwice",
    inStaff(posts, "GridLead,c1/g1,,w1,2024-01-01,", "GridLead,c1/g1,,w1,2024-06-01,"),
    "staff.csv:3:person"
  ],
  [
    "AreaWithoutPlace",
    problemsOf(
      { units: willowUnits },
      {
        name: "areas.geojson",
        map: { datum: "GCJ-02", areas: [{ gridId: Id.make("c9"), polygons: [] }] }
      }
    ),
    "areas.geojson"
  ],
  [
    "PlaceWithoutArea",
    problemsOf(
      { units: units(head, "A,B,C,1", "A,D,C,1") },
      {
        name: "areas.geojson",
        map: { datum: "GCJ-02", areas: [{ gridId: Id.make("B"), polygons: [] }] }
      }
    ),
    "units.csv:3:grid"
  ]
]

describe("every kind of problem", () => {
  it.each(examples)(
    "%s has an example that names its place and stands alone",
    (code, found, at) => {
      expect(found).toEqual([`${code} ${at}`])
    }
  )

  it("has its example here", () => {
    expect(examples.map(([code]) => code)).toEqual(Array.from(SheetProblem.codes))
  })

  it("has words in both languages that use what was found", () => {
    const at = { sheet: "units.csv", line: 7, column: "户数" }
    for (const code of SheetProblem.codes) {
      const { en, zh } = SheetProblem.describe(SheetProblem.make(code, at, "ABC", "XYZ"))
      expect(en).toMatch(/^units\.csv line 7, column 户数: /)
      expect(zh).toMatch(/^units\.csv第7行“户数”列:/)
      expect(`${en}${zh}`).not.toContain("{")
      expect(zh).toMatch(/[\u4e00-\u9fff]{3}/)
    }
  })
})

describe("all problems of all sheets", () => {
  const sheets = {
    units: units(head, "A,B,C,x", "A,B,D,-1", "A,,E,1"),
    names: aSheet("names.csv", "place,name", "B,"),
    staff: staff("post,place,count", "Grid lead,B,two", "Nobody,B,1")
  }

  it("come at once, in the order of the sheets and of their lines", () => {
    expect(problemsOf(sheets)).toEqual([
      "NotWholeNumber units.csv:2:households",
      "NotWholeNumber units.csv:3:households",
      "EmptyCell units.csv:4:grid",
      "EmptyCell names.csv:2:name",
      "NotWholeNumber staff.csv:2:count",
      "UnknownPost staff.csv:3:post"
    ])
  })

  it("are said for the reader of the file", () => {
    const result = TownSheets.toLocality(sheets, { town: willow })
    const [first] = result.ok ? [] : result.problems
    if (first === undefined) throw new Error("the sheets are wrong")
    expect(SheetProblem.describe(first)).toEqual({
      en: "units.csv line 2, column households: got “x”; right: a whole number >= 0",
      zh: "units.csv第2行“households”列:“x”不是整数,应为>= 0的整数"
    })
  })
})

describe("columns", () => {
  it("that a sheet lacks are all named, with what they may be called", () => {
    expect(inUnits("grid,unit", "B,1")).toEqual([
      "MissingColumn units.csv:1",
      "MissingColumn units.csv:1",
      "MissingColumn units.csv:1"
    ])
    expect(inStaff("note", "x").filter((one) => one.startsWith("MissingColumn")).length).toBe(3)
    expect(inStaff("post,place,person", "GridLead,c1/g1,w1")).toEqual(["MissingColumn staff.csv:1"])
    expect(inNames("备注", "x").length).toBe(2)
  })

  it("that are unknown come with every word that is known", () => {
    const result = TownSheets.toLocality(
      { units: units(`${head},housholds`, "A,B,C,1,") },
      { town: willow }
    )
    expect(result.ok ? [] : result.problems[0]?.known).toContain("households")
  })
})

describe("a unit that is left empty", () => {
  it("is missing where the building has units, before or after", () => {
    const unitHead = "community,grid,building,unit,households"
    for (const lines of [
      ["A,B,C,1,5", "A,B,C,,9"],
      ["A,B,C,,9", "A,B,C,1,5"]
    ]) {
      const line = lines.findIndex((one) => one.includes(",,")) + 2
      expect(inUnits(unitHead, ...lines)).toEqual([`EmptyCell units.csv:${line}:unit`])
    }
  })
})

describe("places that could not be read", () => {
  it("are not said to be unknown where the staff sheet speaks of them", () => {
    const sheets = {
      units: units(head, "A,B/1,C,1"),
      staff: staff("post,place,count", "Grid lead,B/1,1")
    }
    expect(problemsOf(sheets)).toEqual(["BadPlaceName units.csv:2:grid"])
  })
})
