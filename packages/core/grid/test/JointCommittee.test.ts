import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type GridTree, JointCommittee, type OrganLink } from "../src/index.ts"
import { aTree } from "./aTree.ts"

/** Jiyang: one district, 2 sub-districts, 16 communities, 123 grids. */
const tree = aTree([1, 2, 16, 123])

const made = (answer: JointCommittee.Spread): ReadonlyArray<JointCommittee.JointCommittee> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.committees
}

const community = made(
  JointCommittee.spread(tree, { kind: "CommunityJointCommittee", seatCount: 66 })
)
const subdistrict = made(
  JointCommittee.spread(tree, { kind: "SubdistrictJointCommittee", seatCount: 8 })
)

const aMember = (
  personId: string,
  committee: JointCommittee.JointCommittee,
  changes: Partial<JointCommittee.PartTimeMember> = {}
): JointCommittee.PartTimeMember => ({
  personId: Id.make(personId),
  committeeId: committee.id,
  origin: "organ",
  originId: "bank",
  fromSec: 0,
  untilSec: 100,
  ...changes
})

const bank = (gridId: Id.Id<"Grid">, fromSec = 0, untilSec = 100): OrganLink.OrganLink => ({
  organId: Id.make("bank"),
  gridId,
  fromSec,
  untilSec
})

const codes = (changes: Partial<JointCommittee.Committees>) =>
  JointCommittee.check(tree, {
    committees: [...subdistrict, ...community],
    members: [],
    organLinks: [],
    ...changes
  }).map((problem) => problem.code)

describe("joint committees", () => {
  it("hold 66 part-time members over 16 communities, 4 or 5 seats each", () => {
    expect(community.reduce((sum, one) => sum + one.seatCount, 0)).toBe(66)
    expect(new Set(community.map((one) => one.seatCount))).toEqual(new Set([4, 5]))
    expect(codes({})).toEqual([])
  })

  it("count a member of two committees once in persons and twice in seats", () => {
    const members = [
      aMember("li", community[0]!),
      aMember("li", subdistrict[0]!),
      aMember("wang", community[0]!)
    ]
    const committees = { committees: [...subdistrict, ...community], members, organLinks: [] }
    expect(JointCommittee.headcount(committees, 99)).toEqual({
      personCount: 2,
      seatCount: 74,
      filledCount: 3,
      vacantCount: 71
    })
    const only = JointCommittee.headcount(committees, 99, ["SubdistrictJointCommittee"])
    expect(only).toMatchObject({ personCount: 1, seatCount: 8, filledCount: 1 })
    expect(JointCommittee.headcount(committees, 100)).toMatchObject({ filledCount: 0 })
  })

  it("are refused on another level, twice at a place, and with seats that are no count", () => {
    const [first] = community
    const at = (gridId: string) => ({ ...first!, id: Id.make<"JointCommittee">("x"), gridId })
    expect(codes({ committees: [{ ...first!, gridId: tree.ids[1]! }] })).toEqual(["WrongLevel"])
    const elsewhere = { ...first!, gridId: Id.make<"Grid">("elsewhere") }
    expect(codes({ committees: [elsewhere] })).toEqual(["UnknownNode"])
    const twin = { ...at(first!.gridId), gridId: first!.gridId }
    expect(codes({ committees: [first!, twin] })).toEqual(["TwoCommittees"])
    expect(codes({ committees: [first!, { ...community[1]!, id: first!.id }] })).toEqual([
      "DuplicateId"
    ])
    expect(codes({ committees: [{ ...first!, seatCount: 1.5 }] })).toEqual(["BadCount"])
  })

  it("are refused a member twice at once, more members than seats, and an unknown committee", () => {
    const [first] = community
    const four = ["a", "b", "c", "d", "e"].slice(0, first!.seatCount)
    const origin = "propertyFirm" as const
    const members = four.map((id) => aMember(id, first!, { origin }))
    expect(codes({ members })).toEqual([])
    const oneMore = aMember("zhao", first!, { origin, fromSec: 99, untilSec: 200 })
    expect(codes({ members: [...members, oneMore] })).toEqual(["CommitteeOverfilled"])
    expect(codes({ members: [...members, { ...oneMore, fromSec: 100 }] })).toEqual([])
    const twice = aMember("a", first!, { origin, fromSec: 50, untilSec: 60 })
    expect(codes({ members: [members[0]!, twice] })).toEqual(["SeatedTwice"])
    const lost = aMember("a", { ...first!, id: Id.make("nowhere") }, { origin })
    expect(codes({ members: [lost] })).toEqual(["UnknownCommittee"])
    const never = aMember("a", first!, { origin, fromSec: 5, untilSec: 5 })
    expect(codes({ members: [never] })).toEqual(["EmptySpell"])
  })

  it("are refused a member from an organ not linked to their ground for the whole spell", () => {
    const [first, second] = community
    const members = [aMember("li", first!)]
    const linked = (organLinks: ReadonlyArray<OrganLink.OrganLink>) =>
      codes({ members, organLinks })
    expect(linked([])).toEqual(["OrganNotLinked"])
    expect(linked([bank(second!.gridId)])).toEqual(["OrganNotLinked"])
    expect(linked([bank(first!.gridId, 0, 99)])).toEqual(["OrganNotLinked"])
    expect(linked([bank(first!.gridId, 0, 50), bank(first!.gridId, 50, 100)])).toEqual([])
  })

  it("take a sub-district's members from organs linked to any community below", () => {
    const members = [aMember("li", subdistrict[0]!)]
    expect(codes({ members, organLinks: [bank(community[0]!.gridId)] })).toEqual([])
    expect(codes({ members, organLinks: [bank(community[15]!.gridId)] })).toEqual([
      "OrganNotLinked"
    ])
  })

  it("fill all seats with nobody counted twice, however the seats are shared out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 200 }), (seatCount) => {
        const committees = made(
          JointCommittee.spread(tree, { kind: "CommunityJointCommittee", seatCount })
        )
        const members = committees.flatMap((one) =>
          Array.from({ length: one.seatCount }, (_, seat) => aMember(`p${seat}`, one))
        )
        const organLinks = committees.map((one) => bank(one.gridId))
        const all = { committees, members, organLinks }
        expect(JointCommittee.check(tree, all)).toEqual([])
        expect(JointCommittee.headcount(all, 0)).toEqual({
          personCount: Math.ceil(seatCount / 16),
          seatCount,
          filledCount: seatCount,
          vacantCount: 0
        })
      })
    )
  })

  it("cannot be spread over a level the tree lacks, nor with fewer seats than places", () => {
    const code = (on: GridTree.GridTree, seatCount: number) => {
      const answer = JointCommittee.spread(on, { kind: "CommunityJointCommittee", seatCount })
      return answer.ok ? "" : answer.problems[0]?.code
    }
    expect([code(tree, 15), code(tree, 16), code(aTree([1, 2]), 66)]).toEqual([
      "BadCount",
      "",
      "NoTerritoryLevel"
    ])
  })
})
