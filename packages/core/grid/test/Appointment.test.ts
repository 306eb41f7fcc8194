import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Appointment, Post } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const anAppointment = (
  changes: Partial<Appointment.Appointment> = {}
): Appointment.Appointment => ({
  personId: Id.make("li"),
  kind: "GridWorker",
  gridId: Id.make("town/1/1/1"),
  fromSec: 0,
  untilSec: 100,
  ...changes
})

const tree = aTree()
const twoSeats: Post.Post = { kind: "GridWorker", gridId: Id.make("town/1/1/1"), seatCount: 2 }
const codesOf = (
  posts: ReadonlyArray<Post.Post>,
  appointments: ReadonlyArray<Appointment.Appointment>
) => Appointment.check(tree, posts, appointments).map((problem) => problem.code)

describe("counting people", () => {
  it("counts a building lead who is also a unit lead once in people and twice in posts", () => {
    const both = [anAppointment({ kind: "BuildingLead" }), anAppointment({ kind: "UnitLead" })]
    const count = Appointment.headcount(both, 50)
    expect([count.personCount, count.postCount]).toEqual([1, 2])
    expect(count.byKind.filter((row) => row.count > 0)).toEqual([
      { kind: "BuildingLead", count: 1 },
      { kind: "UnitLead", count: 1 }
    ])
    expect(Appointment.headcount(both, 100).personCount).toBe(0)
  })

  it("counts posts by kind so that they add up, and never more persons than posts", () => {
    const any = fc.record({
      personId: fc.constantFrom("li", "wang", "zhao").map((id) => Id.make<"Person">(id)),
      kind: fc.constantFrom(...Post.kinds),
      gridId: fc.constantFrom("a", "b").map((id) => Id.make<"Grid">(id)),
      fromSec: fc.nat({ max: 20 }),
      untilSec: fc.nat({ max: 20 })
    })
    fc.assert(
      fc.property(fc.array(any), fc.nat({ max: 20 }), (appointments, atSec) => {
        const count = Appointment.headcount(appointments, atSec)
        expect(count.byKind.reduce((sum, row) => sum + row.count, 0)).toBe(count.postCount)
        expect(count.personCount).toBeLessThanOrEqual(count.postCount)
      })
    )
  })

  it("shows vacancies, and a handover at one instant leaves none and none twice", () => {
    const handover = [
      anAppointment(),
      anAppointment({ personId: Id.make("wang"), fromSec: 100, untilSec: Appointment.openEnd })
    ]
    const filledAt = (atSec: number) => Appointment.occupancy([twoSeats], handover, atSec)[0]!
    expect(filledAt(99)).toEqual({ post: twoSeats, filledCount: 1, vacantCount: 1 })
    expect(filledAt(100).filledCount).toBe(1)
    expect(filledAt(-1).vacantCount).toBe(2)
  })
})

describe("checking appointments", () => {
  const wang = Id.make<"Person">("wang")
  const zhao = Id.make<"Person">("zhao")

  it("accepts as many people as seats, and their successors at the same second", () => {
    const full = [anAppointment(), anAppointment({ personId: wang })]
    const next = anAppointment({ personId: zhao, fromSec: 100, untilSec: 200 })
    expect(codesOf([twoSeats], [...full, next])).toEqual([])
    expect(codesOf([twoSeats], [...full, { ...next, fromSec: 99 }])).toEqual(["PostOverfilled"])
  })

  it("refuses one person twice in one post at once, but not one after the other", () => {
    expect(codesOf([twoSeats], [anAppointment(), anAppointment({ fromSec: 99 })])).toEqual([
      "AppointedTwice"
    ])
    const later = anAppointment({ fromSec: 100, untilSec: 101 })
    expect(codesOf([twoSeats], [anAppointment(), later])).toEqual([])
  })

  it("refuses an empty spell, a post that is not there and a node that is not there", () => {
    expect(codesOf([twoSeats], [anAppointment({ untilSec: 0 })])).toEqual(["EmptySpell"])
    expect(codesOf([twoSeats], [anAppointment({ untilSec: 1 })])).toEqual([])
    expect(codesOf([twoSeats], [anAppointment({ kind: "GridLead" })])).toEqual(["NoSuchPost"])
    expect(codesOf([{ ...twoSeats, gridId: Id.make("elsewhere") }], [])).toEqual(["UnknownNode"])
  })

  it("refuses a post without a seat and the same post twice", () => {
    expect(codesOf([{ ...twoSeats, seatCount: 0 }], [])).toEqual(["BadCount"])
    expect(codesOf([twoSeats, twoSeats], [])).toEqual(["DuplicateId"])
  })
})
