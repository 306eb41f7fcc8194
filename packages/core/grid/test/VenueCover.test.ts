import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type GridTree, VenueCover } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const tree = aTree([1, 2, 16])
const bands = VenueCover.jiyangBands
const role = "community"

/** @source Jiyang report: 5, 4, 4 and 2 venues, 15 of 16 communities */
const counts = [5, 4, 4, 2]

const made = (answer: VenueCover.Spread): VenueCover.VenueCover => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.cover
}

const codes = (changes: Partial<VenueCover.VenueCover>, on: GridTree.GridTree = tree) =>
  VenueCover.check(on, { bands, role, venues: [], ...changes }).map((problem) => problem.code)

describe("Jiyang's venues (row 52)", () => {
  it("given 15 venues for 16 communities, the one without shows as not covered", () => {
    const cover = made(VenueCover.spread(tree, { bands, counts, role }))
    expect(VenueCover.check(tree, cover)).toEqual([])
    const rows = VenueCover.rowsOf(tree, cover)
    expect(rows).toHaveLength(16)
    const bare = rows.filter((row) => row.kind === "notCovered")
    expect(bare).toHaveLength(1)
    expect(tree.ids).toContain(bare[0]!.gridId)
    expect(VenueCover.tally(tree, cover)).toEqual({
      coveredCount: 15,
      notCoveredCount: 1,
      byBand: [
        { bandId: "under300", count: 5 },
        { bandId: "from300", count: 4 },
        { bandId: "from500", count: 4 },
        { bandId: "from1000", count: 2 }
      ]
    })
  })

  it("meets every count by band, and covers as many places as there are venues", () => {
    const some = fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(some, (any) => {
        const cover = made(VenueCover.spread(tree, { bands, counts: any, role }))
        const tally = VenueCover.tally(tree, cover)
        expect(tally.byBand.map((row) => row.count)).toEqual(any)
        expect(tally.coveredCount).toBe(any.reduce((sum, count) => sum + count, 0))
        expect(tally.coveredCount + tally.notCoveredCount).toBe(16)
        expect(VenueCover.check(tree, cover)).toEqual([])
      })
    )
  })

  it("refuses more venues than places, counts that are none, and bands without a count", () => {
    const refused = (changes: Partial<VenueCover.SpreadOptions>) => {
      const answer = VenueCover.spread(tree, { bands, counts, role, ...changes })
      return answer.ok ? [] : answer.problems.map((problem) => problem.code)
    }
    expect(refused({ counts: [5, 4, 4, 3] })).toEqual([])
    expect(refused({ counts: [5, 4, 4, 4] })).toEqual(["TooManyVenues"])
    expect(refused({ counts: [5, 4, 4, -1] })).toEqual(["BadCount"])
    expect(refused({ counts: [5, 4, 4] })).toEqual(["BadCount"])
    expect(refused({ role: "unit" })).toEqual(["NoTerritoryLevel"])
  })
})

describe("venues as they are", () => {
  const aVenue = (id: string, gridId: string, bandId = "under300"): VenueCover.Venue => ({
    id: Id.make(id),
    gridId: Id.make(gridId),
    bandId
  })

  it("may be two at one place, which is covered once", () => {
    const place = tree.ids[3]!
    const venues = [aVenue("a", place), aVenue("b", place, "from1000")]
    expect(codes({ venues })).toEqual([])
    const cover = { bands, role, venues } as const
    expect(VenueCover.tally(tree, cover)).toMatchObject({ coveredCount: 1, notCoveredCount: 15 })
    expect(VenueCover.rowsOf(tree, cover)[0]).toEqual({ kind: "covered", gridId: place, venues })
  })

  it("are refused at unknown places, on another level, in unknown bands and twice", () => {
    const place = tree.ids[3]!
    expect(codes({ venues: [aVenue("a", "elsewhere")] })).toEqual(["UnknownNode"])
    expect(codes({ venues: [aVenue("a", tree.ids[1]!)] })).toEqual(["WrongLevel"])
    expect(codes({ venues: [aVenue("a", place, "huge")] })).toEqual(["UnknownBand"])
    expect(codes({ venues: [aVenue("a", place), aVenue("a", place)] })).toEqual(["DuplicateId"])
    expect(codes({ venues: [aVenue("a", place)] }, aTree([1, 16]))).toEqual([
      "NoTerritoryLevel",
      "UnknownNode"
    ])
  })

  it("are measured into bands that hold their lower border", () => {
    const areas = [0, 299.9, 300, 499, 500, 999, 1000, 1e6]
    expect(areas.map((areaM2) => VenueCover.bandOf(bands, areaM2))).toEqual([
      "under300",
      "under300",
      "from300",
      "from300",
      "from500",
      "from500",
      "from1000",
      "from1000"
    ])
    expect(VenueCover.bandOf(bands, -1)).toBe("")
  })

  it("need bands that adjoin from 0 on, each with some width and its own id", () => {
    const [first, second] = bands
    expect(codes({ bands: [] })).toEqual(["NoBands"])
    expect(codes({ bands: [first!, { ...second!, fromM2: 301 }] })).toEqual(["BandsNotAdjoining"])
    expect(codes({ bands: [first!, { ...second!, fromM2: 299 }] })).toEqual(["BandsNotAdjoining"])
    expect(codes({ bands: [first!, { ...second!, untilM2: 300 }] })).toEqual(["EmptyBand"])
    expect(codes({ bands: [second!] })).toEqual(["BandsNotAdjoining"])
    expect(codes({ bands: [first!, { ...second!, id: first!.id }] })).toEqual(["DuplicateId"])
  })
})
