import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Appointment, GridTree, type Post, Skill, Staff } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const tree = aTree([1, 1, 2])
const [east, west] = Array.from(GridTree.indicesOfRole(tree, "community"))
const skills = Skill.unnamed(52)

const anAppointment = (
  personId: string,
  kind: Post.Kind,
  node = east!
): Appointment.Appointment => ({
  personId: Id.make(personId),
  kind,
  gridId: tree.ids[node]!,
  fromSec: 0,
  untilSec: 100
})

const aGrant = (personId: string, skillId: string, fromSec = 0, untilSec = 100) => ({
  personId: Id.make<"Person">(personId),
  skillId,
  fromSec,
  untilSec
})

const aBook = (grants: ReadonlyArray<Skill.SkillGrant> = []): Skill.SkillBook => ({
  skills,
  fullServiceKinds: Skill.fullServiceKindsDefault,
  grants
})

const answer = (permission: Skill.Permission) =>
  permission.ok ? permission.as : permission.problem.code

describe("who may take what", () => {
  const staff = Staff.make({
    appointments: [
      anAppointment("li", "FullServiceWorker"),
      anAppointment("wang", "CommunityWorker")
    ]
  })
  const take = (personId: string, skillId: string, atSec = 0) =>
    answer(
      Skill.mayTake(aBook([aGrant("wang", "business-07")]), staff, {
        personId: Id.make(personId),
        skillId,
        atSec
      })
    )

  it("is any of 52 kinds for a full-service worker, only the own kinds for a special one", () => {
    for (const { id } of skills) {
      expect(take("li", id)).toBe("fullService")
      expect(take("wang", id)).toBe(id === "business-07" ? "special" : "NotQualified")
    }
  })

  it("ends with the post and with the grant, and unknown kinds are refused", () => {
    expect([99, 100].map((atSec) => take("li", "business-01", atSec))).toEqual([
      "fullService",
      "NotInPost"
    ])
    const book = aBook([aGrant("wang", "business-07", 0, 50)])
    const own = (atSec: number) =>
      answer(
        Skill.mayTake(book, staff, { personId: Id.make("wang"), skillId: "business-07", atSec })
      )
    expect([own(49), own(50)]).toEqual(["special", "NotQualified"])
    expect(take("li", "business-53")).toBe("UnknownSkill")
    expect(take("zhao", "business-01")).toBe("NotInPost")
  })

  it("is checked as a list: kinds once, grants of known kinds, once at a time", () => {
    const codes = (book: Skill.SkillBook) => Skill.check(book).map((problem) => problem.code)
    expect(
      codes(aBook([aGrant("wang", "business-07", 0, 5), aGrant("wang", "business-07", 5, 9)]))
    ).toEqual([])
    expect(
      codes(aBook([aGrant("wang", "business-07", 0, 6), aGrant("wang", "business-07", 5, 9)]))
    ).toEqual(["SkillGrantedTwice"])
    expect(codes(aBook([aGrant("wang", "other", 3, 3)]))).toEqual(["UnknownSkill", "EmptySpell"])
    expect(codes({ ...aBook(), skills: [...skills, skills[0]!] })).toEqual(["DuplicateSkill"])
  })
})

describe("gaps", () => {
  const gaps = (options: Staff.MakeOptions, grants: ReadonlyArray<Skill.SkillGrant> = []) =>
    Skill.gapsAt(aBook(grants), Staff.make(options), { tree, nodes: [east!, west!], atSec: 0 })

  it("are closed by one full-service worker, and open again while that worker is away", () => {
    const appointments = [
      anAppointment("li", "FullServiceWorker"),
      anAppointment("wang", "FullServiceWorker", west!)
    ]
    expect(gaps({ appointments })).toEqual([])
    const absences = [{ personId: Id.make<"Person">("li"), fromSec: 0, untilSec: 10 }]
    const open = gaps({ appointments, absences })
    expect(open).toHaveLength(52)
    expect(open[0]).toEqual({ gridId: tree.ids[east!], skillId: "business-01" })
  })

  it("are exactly the kinds that nobody of a place was granted, for special staff", () => {
    const owners = fc.array(
      fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(...skills.map((skill) => skill.id))),
      { maxLength: 60 }
    )
    const appointments = [
      anAppointment("a", "CommunityWorker"),
      anAppointment("b", "CommunityWorker"),
      anAppointment("c", "CommunityWorker", west!)
    ]
    fc.assert(
      fc.property(owners, (rows) => {
        const open = gaps(
          { appointments },
          rows.map(([personId, skillId]) => aGrant(personId, skillId))
        )
        for (const { id } of skills) {
          const holders = rows.filter(([, skillId]) => skillId === id).map(([person]) => person)
          const isOpen = (node: number) =>
            open.some((gap) => gap.gridId === tree.ids[node] && gap.skillId === id)
          expect(isOpen(east!)).toBe(!holders.includes("a") && !holders.includes("b"))
          expect(isOpen(west!)).toBe(!holders.includes("c"))
        }
      })
    )
  })

  it("throw for a node that is not there, as an impossible number of kinds does", () => {
    const staff = Staff.make({ appointments: [] })
    expect(() => Skill.gapsAt(aBook(), staff, { tree, nodes: [9], atSec: 0 })).toThrow("got 9")
    expect(() => Skill.unnamed(-1)).toThrow("got -1")
  })
})
