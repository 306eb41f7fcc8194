import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Appointment, Deputy, GridTree, type Post, Spell, Staff } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const person = (id: string): Id.Id<"Person"> => Id.make(id)
const place: Post.Place = { kind: "GridLead", gridId: Id.make("town/1/1/1") }

const anAppointment = (
  personId: string,
  fromSec = 0,
  untilSec = 100,
  where: Post.Place = place
): Appointment.Appointment => ({
  personId: person(personId),
  kind: where.kind,
  gridId: where.gridId,
  fromSec,
  untilSec
})

const aDeputy = (personId: string, forPersonId: string, fromSec = 0, untilSec = 100) => ({
  kind: place.kind,
  gridId: place.gridId,
  personId: person(personId),
  forPersonId: forPersonId === "" ? Deputy.emptySeat : person(forPersonId),
  fromSec,
  untilSec
})

describe("who holds what", () => {
  it("given one person as building and unit lead, lists one person and two posts (row 3)", () => {
    const tree = aTree([1, 1, 1, 1, 2, 4])
    const [building] = GridTree.indicesOfRole(tree, "building")
    const [unit] = GridTree.indicesOfRole(tree, "unit")
    const both = [
      anAppointment("li", 0, 100, { kind: "BuildingLead", gridId: tree.ids[building!]! }),
      anAppointment("li", 0, 100, { kind: "UnitLead", gridId: tree.ids[unit!]! })
    ]
    const staff = Staff.make({ appointments: both })
    const listed = Staff.under(staff, tree, GridTree.root, 50)
    expect(listed).toEqual(both)
    const { personCount, postCount } = Appointment.headcount(listed, 50)
    expect([personCount, postCount]).toEqual([1, 2])
    expect(Staff.postsOf(staff, person("li"), 50)).toEqual(both)
    expect(Staff.postsOf(staff, person("li"), 100)).toEqual([])
    expect(Staff.atNode(staff, tree.ids[unit!]!, 50)).toEqual([both[1]])
    expect(Staff.under(staff, tree, building! + 1, 50)).toEqual([])
  })

  it("draws the time line of a post, with its vacancies and joined stretches", () => {
    const staff = Staff.make({
      appointments: [
        anAppointment("li", 0, 50),
        anAppointment("li", 50, 100),
        anAppointment("wang", 120, 130)
      ]
    })
    expect(Staff.timeLineOf(staff, place)).toEqual([
      { fromSec: 0, untilSec: 100, personIds: ["li"] },
      { fromSec: 100, untilSec: 120, personIds: [] },
      { fromSec: 120, untilSec: 130, personIds: ["wang"] }
    ])
    expect(Staff.timeLineOf(staff, { kind: "UnitLead", gridId: place.gridId })).toEqual([])
  })

  it("gives a time line that says the same as asking for every second", () => {
    const any = fc
      .tuple(fc.constantFrom("li", "wang", "zhao"), fc.nat({ max: 12 }), fc.nat({ max: 12 }))
      .map(([id, fromSec, untilSec]) => anAppointment(id, fromSec, untilSec))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (appointments) => {
        const staff = Staff.make({ appointments })
        const line = Staff.timeLineOf(staff, place)
        for (let atSec = -1; atSec <= 12; atSec++) {
          const stretches = line.filter((stretch) => Spell.isInForce(stretch, atSec))
          const holders = Staff.holdersOf(staff, place, atSec).map((holder) => holder.personId)
          if (stretches.length === 0) expect(holders).toEqual([])
          else expect(stretches.map((stretch) => stretch.personIds)).toEqual([holders])
        }
        line.slice(1).forEach((stretch, index) => {
          expect(stretch.fromSec).toBe(line[index]!.untilSec)
          expect(stretch.personIds).not.toEqual(line[index]!.personIds)
        })
      })
    )
  })
})

describe("who acts", () => {
  const absence = (personId: string, fromSec = 10, untilSec = 20): Deputy.Absence => ({
    personId: person(personId),
    fromSec,
    untilSec
  })
  const acting = (options: Staff.MakeOptions, atSec: number) =>
    Staff.actingAt(Staff.make(options), place, atSec)

  it("is the holder, and during an absence the deputy, to the second", () => {
    const options = {
      appointments: [anAppointment("li")],
      absences: [absence("li")],
      deputies: [aDeputy("wang", "li")]
    }
    const holder = { how: "holder", personId: "li" }
    const deputy = { how: "deputy", personId: "wang", forPersonId: "li" }
    expect([9, 10, 19, 20].map((atSec) => acting(options, atSec))).toEqual([
      [holder],
      [deputy],
      [deputy],
      [holder]
    ])
    expect(acting({ ...options, deputies: [aDeputy("wang", "li", 15, 20)] }, 14)).toEqual([])
    expect(acting({ ...options, deputies: [aDeputy("wang", "li", 15, 20)] }, 15)).toEqual([deputy])
  })

  it("is the deputy's deputy while the deputy is away too, and nobody when the chain ends", () => {
    const options = {
      appointments: [anAppointment("li")],
      absences: [absence("li"), absence("wang", 15, 30)],
      deputies: [aDeputy("wang", "li"), aDeputy("zhao", "wang")]
    }
    expect(acting(options, 14)[0]).toMatchObject({ personId: "wang" })
    expect(acting(options, 15)[0]).toMatchObject({ personId: "zhao", forPersonId: "li" })
    const short = { ...options, deputies: options.deputies.slice(0, 1) }
    expect(acting(short, 15)).toEqual([])
  })

  it("is the deputy for the empty seat only while nobody holds the post", () => {
    const options = {
      appointments: [anAppointment("li", 50, 100)],
      deputies: [aDeputy("wang", "")]
    }
    expect(acting(options, 49)).toEqual([{ how: "deputy", personId: "wang", forPersonId: "" }])
    expect(acting(options, 50)).toEqual([{ how: "holder", personId: "li" }])
  })

  it("never is anybody twice, nor more people than hold the post, for lists that check", () => {
    const ids = fc.constantFrom("li", "wang", "zhao", "qian")
    const spell = fc.tuple(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }))
    const rows = <Row>(of: (one: string, from: number, until: number, other: string) => Row) =>
      fc.array(
        fc
          .tuple(ids, spell, fc.constantFrom("li", "wang", "zhao", ""))
          .filter(([, [from, until]]) => from < until)
          .map(([one, [from, until], other]) => of(one, from, until, other)),
        { maxLength: 3 }
      )
    let accepted = 0
    fc.assert(
      fc.property(
        rows((one, from, until) => anAppointment(one, from, until)),
        rows((one, from, until) => absence(one, from, until)),
        rows((one, from, until, other) => aDeputy(one, other, from, until)),
        (appointments, absences, deputies) => {
          fc.pre(Deputy.check(appointments, absences, deputies).length === 0)
          if (deputies.length > 0) accepted += 1
          const staff = Staff.make({ appointments, absences, deputies })
          for (let atSec = -1; atSec <= 9; atSec++) {
            const people = Staff.actingAt(staff, place, atSec).map((one) => one.personId)
            const holders = Staff.holdersOf(staff, place, atSec).map((one) => one.personId)
            expect(people.length).toBeLessThanOrEqual(Math.max(1, holders.length))
            expect(people.some((one) => Staff.isAbsent(staff, one, atSec))).toBe(false)
            if (new Set(holders).size === holders.length) {
              expect(new Set(people).size).toBe(people.length)
            }
          }
        }
      ),
      { numRuns: 300 }
    )
    expect(accepted).toBeGreaterThan(20)
  })
})
