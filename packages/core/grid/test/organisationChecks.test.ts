import { describe, expect, it } from "vitest"
import { ParallelOrganisation } from "../src/index.ts"
import { aLink, aPlan, aUnit, codesOf, label, small } from "./anOrganisation.ts"
import { aTree } from "./aTree.ts"

const generalBranch: ParallelOrganisation.SpreadLevel = {
  id: "generalBranch",
  name: label("General branch"),
  count: 10,
  role: "community"
}

describe("checking an organisation", () => {
  const codes = (changes: Partial<ParallelOrganisation.OrganisationPlan>) =>
    codesOf(ParallelOrganisation.make(small, aPlan(changes)))
  const { units, links } = aPlan()

  it("accepts a good plan and refuses broken levels, units and parents", () => {
    expect(codes({})).toEqual([])
    expect(codes({ levels: [], links: [], units: [aUnit("north", "top")] })).toEqual([
      "NoOrganisationLevels",
      "UnknownLevel"
    ])
    const { levels } = aPlan()
    expect(codes({ levels: [...levels, levels[0]!] })).toEqual(["DuplicateLevel"])
    expect(codes({ units: [...units, units[0]!] })).toEqual(["DuplicateUnit"])
    expect(codes({ units: [...units, aUnit("x", "other")] })).toEqual(["UnknownLevel"])
    expect(codes({ units: [...units, aUnit("x", "branch", "nobody")] })).toEqual(["UnknownParent"])
    expect(codes({ units: [...units, aUnit("x", "branch")] })).toEqual(["TopUnitBelowTop"])
  })

  it("refuses a parent that does not stand above, so no unit is above itself", () => {
    const round = [aUnit("a", "branch", "b"), aUnit("b", "branch", "a")]
    expect(codes({ units: [...units, ...round] })).toEqual(["ParentNotAbove", "ParentNotAbove"])
  })

  it("refuses links to nodes and units that are not there, and empty spells", () => {
    expect(codes({ links: [...links, aLink("n1", "elsewhere")] })).toEqual(["UnknownNode"])
    expect(codes({ links: [...links, aLink("x", "town/1/2")] })).toEqual(["UnknownUnit"])
    expect(codes({ links: [...links, aLink("s1", "town/2/1", 5, 5)] })).toEqual(["EmptySpell"])
    expect(codes({ links: [...links, aLink("s1", "town/2/1", 5, 6)] })).toEqual([])
  })

  it("refuses two units of one level on one node at once, but not one after the other", () => {
    const two = [...units, aUnit("n2", "branch", "north")]
    const second = (fromSec: number) => [
      ...links.slice(0, 2),
      aLink("n1", "town/1/1", 0, 50),
      aLink("n2", "town/1/1", fromSec, 100)
    ]
    expect(codes({ units: two, links: second(49) })).toEqual(["TwoUnitsOfOneLevel"])
    expect(codes({ units: two, links: second(50) })).toEqual([])
    expect(codes({ links: [...links, links[2]!] })).toEqual(["LinkedTwice"])
  })

  it("refuses a unit linked to a node and to ground above it at once", () => {
    expect(codes({ links: [...links, aLink("north", "town/1/2")] })).toEqual(["NestedCover"])
  })

  it("refuses a branch on ground that its parent unit does not cover", () => {
    expect(codes({ links: [...links, aLink("n1", "town/2/1")] })).toEqual(["CrossedChains"])
    const swapped = [
      aLink("north", "town/1", 0, 50),
      aLink("south", "town/1", 50, 100),
      aLink("south", "town/2", 0, 50),
      aLink("north", "town/2", 50, 100)
    ]
    expect(codes({ links: [...swapped, aLink("n1", "town/1/1", 0, 50)] })).toEqual([])
    expect(codes({ links: [...swapped, aLink("n1", "town/1/1", 0, 51)] })).toEqual([
      "CrossedChains"
    ])
  })

  it("refuses ground without a unit, naming the highest bare place and the instant", () => {
    const answer = ParallelOrganisation.make(small, aPlan({ links: links.slice(1) }))
    expect(answer.ok ? [] : answer.problems).toEqual([
      { code: "UncoveredGround", subject: "town/1/2", found: 0, expected: 0 }
    ])
    const early = [aLink("north", "town/1"), aLink("south", "town/2", 0, 99), links[2]!]
    const ended = ParallelOrganisation.make(small, aPlan({ links: early }))
    expect(ended.ok ? [] : ended.problems).toEqual([
      { code: "UncoveredGround", subject: "town/2", found: 0, expected: 99 }
    ])
    expect(codes({ links: [] })).toEqual(["UncoveredGround"])
  })

  it("refuses totals that no tree can hold", () => {
    const spread = (changes: Partial<ParallelOrganisation.SpreadLevel>) =>
      codesOf(
        ParallelOrganisation.spread(aTree(), {
          levels: [{ ...generalBranch, ...changes }],
          rest: "parent"
        })
      )
    expect(spread({})).toEqual([])
    expect(spread({ count: 11 })).toEqual(["TooManyUnits"])
    expect(spread({ count: 0 })).toEqual(["BadCount"])
    expect(spread({ role: "unit" })).toEqual(["NoTerritoryLevel"])
    expect(spread({ id: "" })).toEqual(["BadId"])
    expect(spread({ count: 9 })).toEqual(["UncoveredGround"])
  })
})
