import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Appointment, Deputy, FiveLeads, GridTree, Staff, StaffChange } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const helong = aTree([1, 3, 10, 69, 686, 2828])

/** @source Helong report: 3 街長, 10 路(巷)長, 69 網格長, 686 樓棟長, 2142 單元長 */
const counts: FiveLeads.Counts = {
  StreetLead: 3,
  RoadLead: 10,
  GridLead: 69,
  BuildingLead: 686,
  UnitLead: 2142
}

type Made = Extract<FiveLeads.Spread, { readonly ok: true }>

const spread = (tree: GridTree.GridTree, changes: Partial<FiveLeads.Counts> = {}, keeps = true) =>
  FiveLeads.spread(tree, { counts: { ...counts, ...changes }, doesBuildingLeadKeepUnit: keeps })

const made = (answer: FiveLeads.Spread): Made => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer
}

const full = made(spread(helong))
const fullStaff = Staff.make({ appointments: full.appointments })

describe("Helong's five leads", () => {
  it("given any of 2,828 units, meets one unit, building, grid, road and street lead (row 4)", () => {
    const units = GridTree.indicesOfRole(helong, "unit")
    expect(units).toHaveLength(2828)
    for (const node of units) {
      const leads = FiveLeads.of(helong, fullStaff, node, 0)
      expect(leads.map((lead) => lead.kind)).toEqual(FiveLeads.kinds)
      expect(leads.every((lead) => lead.how === "holder")).toBe(true)
      const places = leads.map((lead) => ("gridId" in lead ? lead.gridId : ""))
      places.reduce((below, above) => {
        expect(below.startsWith(`${above}/`)).toBe(true)
        return above
      })
    }
    const tally = FiveLeads.tally(helong, fullStaff, 0)
    for (const kind of FiveLeads.kinds) {
      const all = { holder: 2828, deputy: 0, above: 0, several: 0, nobody: 0, noLevel: 0 }
      expect(tally[kind]).toEqual(all)
    }
  })

  it("counts the 686 building leads who keep a unit once in persons and twice in posts", () => {
    const count = Appointment.headcount(full.appointments, 0)
    expect(count.personCount).toBe(3 + 10 + 69 + 686 + 2142)
    expect(count.postCount).toBe(3 + 10 + 69 + 686 + 2828)
    expect(Appointment.check(helong, full.posts, full.appointments)).toEqual([])
    const keepers = full.appointments.filter((one) => one.kind === "BuildingLead")
    for (const { personId } of keepers) {
      const kinds = Staff.postsOf(fullStaff, personId, 0).map((one) => one.kind)
      expect(kinds).toEqual(["BuildingLead", "UnitLead"])
    }
  })

  it("refuses totals that miss their places: 70 grids, 2,828 unit leads beside the keepers", () => {
    const problems = (answer: FiveLeads.Spread) => (answer.ok ? [] : answer.problems)
    expect(problems(spread(aTree([1, 3, 10, 70, 686, 2828])))).toEqual([
      { code: "LeadCountMismatch", subject: "GridLead", found: 69, expected: 70 }
    ])
    expect(problems(spread(helong, { UnitLead: 2828 }))).toEqual([
      { code: "LeadCountMismatch", subject: "UnitLead", found: 2828, expected: 2142 }
    ])
    expect(problems(spread(helong, { UnitLead: 2828 }, false))).toEqual([])
    expect(problems(spread(aTree()))).toMatchObject([
      { code: "UnknownLevel", subject: "BuildingLead", found: "building" },
      { code: "UnknownLevel", subject: "UnitLead", found: "unit" }
    ])
    expect(problems(spread(helong, { RoadLead: -1 }))).toMatchObject([{ code: "BadCount" }])
  })
})

describe("vacancies and absences", () => {
  const tree = aTree([1, 1, 2, 4, 8, 24])
  const own = {
    StreetLead: 1,
    RoadLead: 2,
    GridLead: 4,
    BuildingLead: 8,
    UnitLead: 16
  }
  const { appointments } = made(spread(tree, own))
  const [unit] = GridTree.indicesOfRole(tree, "unit").slice(1)
  const leadsOf = (options: Staff.MakeOptions) => FiveLeads.of(tree, Staff.make(options), unit!, 0)
  const grid = tree.ids[GridTree.ancestorAt(tree, unit!, 3)]!
  const isGridLead = (one: Appointment.Appointment) =>
    one.kind === "GridLead" && one.gridId === grid
  const gridLead = appointments.find(isGridLead)!

  it("resolve to the deputy of an absent holder, and say for whom", () => {
    const { personId, kind, gridId } = gridLead
    const spell = { fromSec: 0, untilSec: 10 }
    const deputy = { kind, gridId, personId: Id.make<"Person">("wang"), ...spell }
    const absences = [{ personId, ...spell }]
    const deputies = [{ ...deputy, forPersonId: personId }]
    expect(Deputy.check(appointments, absences, deputies)).toEqual([])
    const lead = leadsOf({ appointments, absences, deputies })[2]
    expect(lead).toEqual({ how: "deputy", kind, gridId, personId: "wang", forPersonId: personId })
    expect(leadsOf({ appointments, absences })[2]).toMatchObject({
      how: "above",
      fromKind: "RoadLead"
    })
  })

  it("resolve to the lead above, through several vacancies, and say from where", () => {
    const rest = appointments.filter((one) => one.kind === "StreetLead")
    const leads = leadsOf({ appointments: rest })
    expect(leads.map((lead) => lead.how)).toEqual(["above", "above", "above", "above", "holder"])
    for (const lead of leads.slice(0, 4)) {
      expect(lead).toMatchObject({ fromKind: "StreetLead", personId: rest[0]!.personId })
    }
    const noStreet = leadsOf({ appointments: [] })
    expect(noStreet.map((lead) => lead.how)).toEqual(Array.from({ length: 5 }, () => "nobody"))
  })

  it("resolve upwards from the second in which an appointment ends", () => {
    const ended = StaffChange.end(appointments, {
      kind: "GridLead",
      gridId: grid,
      personId: gridLead.personId,
      atSec: 100
    })
    if (!ended.ok) throw new Error(ended.problem.code)
    const staff = Staff.make({ appointments: ended.appointments })
    const how = (atSec: number) => FiveLeads.of(tree, staff, unit!, atSec)[2]!.how
    expect([99, 100].map(how)).toEqual(["holder", "above"])
  })

  it("name several people in one post instead of choosing", () => {
    const second = { ...gridLead, personId: Id.make<"Person">("wang") }
    const lead = leadsOf({ appointments: [...appointments, second] })[2]
    expect(lead).toMatchObject({ how: "several", personIds: [gridLead.personId, "wang"] })
    const bare = [...appointments.filter((one) => one.kind !== "BuildingLead"), second]
    expect(leadsOf({ appointments: bare })[1]).toMatchObject({
      how: "several",
      kind: "BuildingLead",
      personIds: [gridLead.personId, "wang"]
    })
  })

  it("say which level is missing, in a tree without roads or asked for a building", () => {
    const levels = tree.levels.filter((level) => level.role !== "community")
    const built = GridTree.spread({ rootId: "town", levels, households: 100 })
    if (!built.ok) throw new Error(JSON.stringify(built.problems))
    const roadless = made(spread(built.tree, { ...own, RoadLead: 0 }))
    const staff = Staff.make({ appointments: roadless.appointments })
    const [lowest] = GridTree.indicesOfRole(built.tree, "unit")
    const leads = FiveLeads.of(built.tree, staff, lowest!, 0)
    expect(leads[3]).toEqual({ how: "noLevel", kind: "RoadLead", role: "community" })
    expect(leads.filter((lead) => lead.how === "holder")).toHaveLength(4)
    const [building] = GridTree.indicesOfRole(tree, "building")
    const above = FiveLeads.of(tree, Staff.make({ appointments }), building!, 0)
    expect(above[0]).toMatchObject({ how: "noLevel", kind: "UnitLead" })
    expect(() => FiveLeads.of(tree, staff, tree.ids.length, 0)).toThrow("node is 0 to")
  })

  it("reach the same person over a missing level as over a vacant one", () => {
    const levels = tree.levels.filter((level) => level.role !== "community")
    const built = GridTree.spread({ rootId: "town", levels, households: 100 })
    if (!built.ok) throw new Error(JSON.stringify(built.problems))
    const { appointments: all } = made(spread(built.tree, { ...own, RoadLead: 0 }))
    const [lowest] = GridTree.indicesOfRole(built.tree, "unit")
    const leads = FiveLeads.of(
      built.tree,
      Staff.make({ appointments: all.filter((one) => one.kind !== "GridLead") }),
      lowest!,
      0
    )
    expect(leads[2]).toMatchObject({ how: "above", fromKind: "StreetLead" })
  })
})

describe("any town of six levels", () => {
  const plans = fc
    .record({
      steps: fc.array(fc.nat({ max: 6 }), { minLength: 5, maxLength: 5 }),
      keeps: fc.boolean(),
      gone: fc.array(fc.nat({ max: 999 }), { maxLength: 12 })
    })
    .map(({ steps, keeps, gone }) => {
      const sizes = [1]
      for (const step of steps) sizes.push(sizes.at(-1)! + step)
      return { tree: aTree(sizes, 1000), sizes, keeps, gone }
    })

  it("has exactly one row per kind for each unit, by holders if full, from above if not", () => {
    fc.assert(
      fc.property(plans, ({ tree, sizes, keeps, gone }) => {
        const [, streets, roads, grids, buildings, units] = sizes
        const own = {
          StreetLead: streets!,
          RoadLead: roads!,
          GridLead: grids!,
          BuildingLead: buildings!,
          UnitLead: keeps ? units! - buildings! : units!
        }
        const spreadAnswer = FiveLeads.spread(tree, {
          counts: own,
          doesBuildingLeadKeepUnit: keeps
        })
        const { posts, appointments } = made(spreadAnswer)
        expect(Appointment.check(tree, posts, appointments)).toEqual([])
        const persons = streets! + roads! + grids! + buildings! + own.UnitLead
        expect(Appointment.headcount(appointments, 0).personCount).toBe(persons)
        const left = appointments.filter((_, row) => !gone.includes(row))
        const staff = Staff.make({ appointments: left })
        for (const node of GridTree.indicesOfRole(tree, "unit")) {
          const leads = FiveLeads.of(tree, staff, node, 0)
          expect(leads.map((lead) => lead.kind)).toEqual(FiveLeads.kinds)
          leads.forEach((lead, index) => {
            if (!("gridId" in lead)) throw new Error(lead.how)
            const holders = left.filter(
              (one) => one.kind === lead.kind && one.gridId === lead.gridId
            )
            expect(lead.how === "holder").toBe(holders.length === 1)
            if (lead.how !== "above") return
            const next = leads.slice(index + 1).find((other) => other.how === "holder")
            expect(next).toMatchObject({ kind: lead.fromKind, personId: lead.personId })
          })
        }
      })
    )
  })
})
