import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Appointment, type Post, StaffChange } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const place: Post.Place = { kind: "GridWorker", gridId: Id.make("town/1/1/1") }
const posts: ReadonlyArray<Post.Post> = [
  { kind: "GridWorker", gridId: place.gridId, seatCount: 2 },
  { kind: "GridLead", gridId: place.gridId, seatCount: 1 }
]

const anAppointment = (
  personId: string,
  fromSec = 0,
  untilSec = 100,
  kind: Post.Kind = "GridWorker"
): Appointment.Appointment => ({
  personId: Id.make(personId),
  kind,
  gridId: place.gridId,
  fromSec,
  untilSec
})

const refusal = (changed: StaffChange.Changed): string => (changed.ok ? "" : changed.problem.code)

describe("appointing", () => {
  it("adds the person at the end of the list, up to the last seat", () => {
    const first = StaffChange.appoint(posts, [], anAppointment("li"))
    expect(first).toEqual({ ok: true, appointments: [anAppointment("li")] })
    const list = [anAppointment("li"), anAppointment("wang", 50, 100)]
    expect(refusal(StaffChange.appoint(posts, list, anAppointment("zhao", 0, 50)))).toBe("")
    expect(refusal(StaffChange.appoint(posts, list, anAppointment("zhao", 0, 51)))).toBe(
      "NoFreeSeat"
    )
    expect(refusal(StaffChange.appoint(posts, list, anAppointment("zhao", 100, 101)))).toBe("")
  })

  it("refuses a post that is not there, an empty spell, and the same post twice at once", () => {
    const list = [anAppointment("li")]
    const appoint = (appointment: Appointment.Appointment) =>
      refusal(StaffChange.appoint(posts, list, appointment))
    expect(appoint(anAppointment("li", 0, 100, "Mediator"))).toBe("NoSuchPost")
    expect(appoint(anAppointment("wang", 7, 7))).toBe("EmptySpell")
    expect(appoint(anAppointment("li", 99, 200))).toBe("AlreadyAppointed")
    expect(appoint(anAppointment("li", 100, 200))).toBe("")
    expect(appoint(anAppointment("li", 0, 100, "GridLead"))).toBe("")
  })
})

describe("ending", () => {
  it("leaves the last second in force and frees the seat at the next", () => {
    const lead = anAppointment("li", 0, 100, "GridLead")
    const ended = StaffChange.end([lead], {
      kind: "GridLead",
      gridId: place.gridId,
      personId: lead.personId,
      atSec: 40
    })
    if (!ended.ok) throw new Error(ended.problem.code)
    expect(Appointment.headcount(ended.appointments, 39).postCount).toBe(1)
    expect(Appointment.headcount(ended.appointments, 40).postCount).toBe(0)
    const next = anAppointment("wang", 40, 100, "GridLead")
    expect(refusal(StaffChange.appoint(posts, [lead], next))).toBe("NoFreeSeat")
    expect(refusal(StaffChange.appoint(posts, ended.appointments, next))).toBe("")
  })

  it("refuses before the first second, after the end, and for somebody else", () => {
    const end = (atSec: number, personId = "li") =>
      refusal(
        StaffChange.end([anAppointment("li", 10, 20)], {
          kind: place.kind,
          gridId: place.gridId,
          personId: Id.make(personId),
          atSec
        })
      )
    expect([10, 11, 20, 21].map((atSec) => end(atSec))).toEqual([
      "NotAppointed",
      "",
      "",
      "NotAppointed"
    ])
    expect(end(15, "wang")).toBe("NotAppointed")
  })
})

describe("any changes", () => {
  const tree = aTree()
  const ids = fc.constantFrom("li", "wang", "zhao")
  const command = fc.oneof(
    fc.record({
      type: fc.constant("appoint" as const),
      personId: ids,
      kind: fc.constantFrom("GridWorker", "GridLead", "Mediator"),
      fromSec: fc.nat({ max: 12 }),
      untilSec: fc.nat({ max: 12 })
    }),
    fc.record({
      type: fc.constant("end" as const),
      personId: ids,
      kind: fc.constantFrom("GridWorker", "GridLead"),
      atSec: fc.nat({ max: 13 })
    })
  )

  it("lead only to lists that check, and a refusal always had its reason", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), (commands) => {
        let list: ReadonlyArray<Appointment.Appointment> = []
        for (const one of commands) {
          const { personId, kind } = one
          if (one.type === "appoint") {
            const wanted = anAppointment(personId, one.fromSec, one.untilSec, kind)
            const changed = StaffChange.appoint(posts, list, wanted)
            const isFine = Appointment.check(tree, posts, [...list, wanted]).length === 0
            expect(changed.ok).toBe(isFine)
            seen.add(refusal(changed))
            if (changed.ok) list = changed.appointments
          } else {
            const { atSec } = one
            const { gridId } = place
            const options = { personId: Id.make<"Person">(personId), kind, gridId, atSec }
            const changed = StaffChange.end(list, options)
            seen.add(refusal(changed))
            if (changed.ok) list = changed.appointments
          }
          expect(Appointment.check(tree, posts, list)).toEqual([])
        }
      }),
      { numRuns: 300 }
    )
    for (const code of [
      "EmptySpell",
      "NoSuchPost",
      "AlreadyAppointed",
      "NoFreeSeat",
      "NotAppointed"
    ])
      expect(seen).toContain(code)
  })
})
