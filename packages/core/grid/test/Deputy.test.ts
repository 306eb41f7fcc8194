import { Id } from "@wangge/facts"
import { describe, expect, it } from "vitest"
import { type Appointment, Deputy, type Post } from "../src/index.ts"

const person = (id: string): Id.Id<"Person"> => Id.make(id)
const kind: Post.Kind = "BuildingLead"
const gridId = Id.make<"Grid">("b1")

const aDeputy = (
  personId: string,
  forPersonId: string,
  fromSec = 0,
  untilSec = 100
): Deputy.Deputy => ({
  kind,
  gridId,
  personId: person(personId),
  forPersonId: forPersonId === "" ? Deputy.emptySeat : person(forPersonId),
  fromSec,
  untilSec
})

const li: Appointment.Appointment = {
  personId: person("li"),
  kind,
  gridId,
  fromSec: 0,
  untilSec: 100
}

const codes = (
  deputies: ReadonlyArray<Deputy.Deputy>,
  absences: ReadonlyArray<Deputy.Absence> = []
) => Deputy.check([li], absences, deputies).map((problem) => problem.code)

describe("checking deputies", () => {
  it("accepts a deputy, a deputy's deputy, successors, and one for an empty seat", () => {
    expect(codes([aDeputy("wang", "li"), aDeputy("zhao", "wang")])).toEqual([])
    expect(codes([aDeputy("wang", "li", 0, 50), aDeputy("zhao", "li", 50, 100)])).toEqual([])
    expect(codes([aDeputy("wang", "", 100, 200)])).toEqual([])
  })

  it("refuses two deputies for one person at once", () => {
    expect(codes([aDeputy("wang", "li", 0, 51), aDeputy("zhao", "li", 50, 100)])).toEqual([
      "DeputyTwice"
    ])
  })

  it("refuses a deputy who would act in two seats, or holds the post", () => {
    const wang: Appointment.Appointment = { ...li, personId: person("wang") }
    const both = [aDeputy("zhao", "li"), aDeputy("zhao", "wang")]
    const found = Deputy.check([li, wang], [], both)
    expect(found.map((problem) => problem.code)).toEqual(["DeputyInTwoSeats"])
    const held = Deputy.check([li, wang], [], [aDeputy("wang", "li")])
    expect(held.map((problem) => problem.code)).toEqual(["DeputyInTwoSeats"])
  })

  it("refuses loops, whoever is in them, while the spells meet", () => {
    expect(codes([aDeputy("wang", "li"), aDeputy("li", "wang")])).toEqual(["DeputyLoop"])
    const three = [aDeputy("wang", "li"), aDeputy("zhao", "wang"), aDeputy("wang", "zhao")]
    expect(codes(three)).toEqual(["DeputyLoop"])
    const [loop] = Deputy.check([li], [], three)
    expect(loop).toMatchObject({ subject: "BuildingLead@b1", found: "wang > zhao > wang" })
  })

  it("refuses standing in for oneself and for somebody who is not in the post", () => {
    expect(codes([aDeputy("li", "li")])).toEqual(["SelfDeputy"])
    expect(codes([aDeputy("wang", "qian")])).toEqual(["NotAppointed"])
    expect(codes([aDeputy("wang", "li", 50, 101)])).toEqual(["NotAppointed"])
    expect(codes([aDeputy("wang", "li", 50, 100)])).toEqual([])
  })

  it("refuses empty spells and two absences of one person at once", () => {
    expect(codes([aDeputy("wang", "li", 5, 5)])).toEqual(["EmptySpell"])
    const away = (fromSec: number, untilSec: number) => ({
      personId: person("li"),
      fromSec,
      untilSec
    })
    expect(codes([], [away(0, 10), away(10, 20)])).toEqual([])
    expect(codes([], [away(0, 11), away(10, 20)])).toEqual(["AbsentTwice"])
    expect(codes([], [away(10, 10)])).toEqual(["EmptySpell"])
  })
})
