import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GridTree, OrganLink } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const made = (answer: OrganLink.Spread): ReadonlyArray<OrganLink.OrganLink> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.links
}

const role = "community"

describe("organs linked to communities (row 8)", () => {
  it("given 21 organs and 42 communities, each organ has 2 and each community 1", () => {
    const tree = aTree([1, 6, 42])
    const links = made(OrganLink.spread(tree, { organCount: 21, role }))
    expect(OrganLink.check(tree, links, role)).toEqual([])
    expect(OrganLink.tally(tree, links, { role, atSec: 0 })).toEqual({
      placeCount: 42,
      organCount: 21,
      linkCount: 42,
      unlinkedIds: [],
      organsPerPlaceMin: 1,
      organsPerPlaceMax: 1,
      placesPerOrganMin: 2,
      placesPerOrganMax: 2
    })
    for (const { organId, gridId } of links) {
      expect(OrganLink.placesOf(links, organId, 0)).toHaveLength(2)
      expect(OrganLink.organsOf(links, gridId, 0)).toEqual([organId])
    }
  })

  it("given 148 units and 16 communities, each unit has 1 and each community 9 or 10", () => {
    const tree = aTree([1, 2, 16])
    const links = made(OrganLink.spread(tree, { organCount: 148, role, idPrefix: "unit" }))
    expect(OrganLink.tally(tree, links, { role, atSec: 0 })).toMatchObject({
      linkCount: 148,
      organsPerPlaceMin: 9,
      organsPerPlaceMax: 10,
      placesPerOrganMax: 1
    })
    expect(links[147]?.organId).toBe("unit-148")
  })

  it("leaves no organ and no place without a link, and shares them evenly, whatever the counts", () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(counts, ([organCount, places]) => {
        const tree = aTree([1, 1, places])
        const links = made(OrganLink.spread(tree, { organCount, role }))
        const tally = OrganLink.tally(tree, links, { role, atSec: 0 })
        expect(OrganLink.check(tree, links, role)).toEqual([])
        expect([tally.organCount, tally.unlinkedIds]).toEqual([organCount, []])
        expect(tally.linkCount).toBe(Math.max(organCount, places))
        expect(tally.organsPerPlaceMax - tally.organsPerPlaceMin).toBeLessThanOrEqual(1)
        expect(tally.placesPerOrganMax - tally.placesPerOrganMin).toBeLessThanOrEqual(1)
      })
    )
  })
})

describe("links with spells", () => {
  const tree = aTree([1, 1, 2])
  const [first, second] = Array.from(GridTree.indicesOfRole(tree, role), (node) => tree.ids[node]!)
  const aLink = (organ: string, gridId = first!, fromSec = 0, untilSec = 10) => ({
    organId: Id.make<"Organ">(organ),
    gridId,
    fromSec,
    untilSec
  })

  it("count only while in force, and name the places without an organ", () => {
    const links = [aLink("bank"), aLink("school"), aLink("bank", second!, 5, 10)]
    const at = (atSec: number) => OrganLink.tally(tree, links, { role, atSec })
    expect(at(4)).toMatchObject({ linkCount: 2, unlinkedIds: [second], organsPerPlaceMin: 0 })
    expect(at(5)).toMatchObject({ linkCount: 3, unlinkedIds: [], placesPerOrganMax: 2 })
    expect(at(10)).toMatchObject({ linkCount: 0, organCount: 0, organsPerPlaceMax: 0 })
    expect(OrganLink.organsOf(links, first!, 9)).toEqual(["bank", "school"])
  })

  it("are refused at unknown places, on other levels, without a spell and twice at once", () => {
    const codes = (links: ReadonlyArray<OrganLink.OrganLink>) =>
      OrganLink.check(tree, links, role).map((problem) => problem.code)
    expect(codes([aLink("bank", Id.make("elsewhere"))])).toEqual(["UnknownNode"])
    expect(codes([aLink("bank", tree.ids[1]!)])).toEqual(["WrongLevel"])
    expect(codes([aLink("bank", first!, 10, 10)])).toEqual(["EmptySpell"])
    expect(codes([aLink("bank"), aLink("bank", first!, 9, 20)])).toEqual(["LinkedTwice"])
    expect(codes([aLink("bank"), aLink("bank", first!, 10, 20)])).toEqual([])
  })

  it("cannot be spread from impossible totals", () => {
    const codes = (changes: Partial<OrganLink.SpreadOptions>) => {
      const answer = OrganLink.spread(tree, { organCount: 1, role, ...changes })
      return answer.ok ? [] : answer.problems.map((problem) => problem.code)
    }
    expect(codes({})).toEqual([])
    expect(codes({ organCount: 0, role: "grid", idPrefix: "" })).toEqual([
      "BadCount",
      "NoTerritoryLevel",
      "BadId"
    ])
  })
})
