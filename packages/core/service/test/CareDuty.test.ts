import { GridTree, Spell } from "@wangge/grid"
import { CareList, LegalBasis, Sensitive, Suppression } from "@wangge/privacy"
import { describe, expect, test } from "vitest"
import { CareDuty, CareDutyCounts } from "../src/index.ts"
import { grid, person } from "./aVolunteer.ts"

const level = (id: string, role: "subdistrict" | "community" | "grid") => ({
  id,
  role,
  name: { en: id, zh: id }
})
const node = (id: string, parentId: string, levelId: string) => ({
  id,
  parentId,
  levelId,
  households: 1
})
const built = GridTree.make({
  levels: [level("s", "subdistrict"), level("c", "community"), level("g", "grid")],
  nodes: [
    node("town", "", "s"),
    node("east", "town", "c"),
    node("west", "town", "c"),
    node("e1", "east", "g"),
    node("e2", "east", "g"),
    node("w1", "west", "g")
  ]
})
if (!built.ok) throw new Error("no tree")
const { tree } = built

const entry = (id: string, gridId: string): CareList.Entry => ({
  personId: person(id),
  gridId: grid(gridId),
  note: Sensitive.make(`why of ${id}`, { field: "note", purposes: ["Care"], dataClass: "Health" })
})
const many = (gridId: string, count: number, from = 0): ReadonlyArray<CareList.Entry> =>
  Array.from({ length: count }, (_, index) => entry(`${gridId}-${from + index}`, gridId))

const li = person("li")
const duty = (gridId: string, over: Partial<CareDuty.CareDuty> = {}): CareDuty.CareDuty => ({
  personId: li,
  groupId: "alone",
  gridId: grid(gridId),
  reference: "order 7",
  fromSec: 0,
  untilSec: 100,
  ...over
})
const asking = { personId: li, groupId: "alone", atSec: 50 }

describe("care duties", () => {
  test("a duty holds at its place and below, until its second, for its list alone", () => {
    const duties = [duty("east"), duty("w1", { groupId: "disabled" })]
    expect(CareDuty.placesOf(tree, duties, asking)).toEqual(["east", "e1", "e2"])
    const atEnd = [99, 100].map(
      (atSec) => CareDuty.placesOf(tree, duties, { ...asking, atSec }).length
    )
    expect(atEnd).toEqual([3, 0])
    expect(CareDuty.placesOf(tree, duties, { ...asking, groupId: "disabled" })).toEqual(["w1"])
    expect(CareDuty.placesOf(tree, duties, { ...asking, personId: person("wang") })).toEqual([])
    expect(() => CareDuty.placesOf(tree, [duty("x")], asking)).toThrow("x")
  })

  test("everything wrong with duties is found, and so are the grids that are nobody's", () => {
    const wrong = [
      duty("x"),
      duty("e1", { untilSec: 0 }),
      duty("e2", { reference: " " }),
      duty("e2", { fromSec: 99, untilSec: 200 }),
      duty("e2", { fromSec: 200, untilSec: Spell.openEnd })
    ]
    expect(CareDuty.problems(tree, wrong).map(({ code }) => code)).toEqual([
      "UnknownPlace",
      "EmptySpell",
      "ReferenceMissing",
      "DutyTwice"
    ])
    const grids = ["e1", "e2", "w1"].map(grid)
    const nobody = CareDuty.uncovered(tree, [duty("east")], grids, {
      groupId: "alone",
      atSec: 50
    })
    expect(nobody).toEqual(["w1"])
  })
})

describe("row 36: targeted care lists", () => {
  const list = [...many("e1", 12), ...many("e2", 4), ...many("w1", 30)]
  const request = {
    purpose: "Care",
    basis: LegalBasis.duty("care rules, clause 5", "assessment-1")
  } as const
  const gridIds = ["e1", "e2"].map(grid)

  test("given a care list, when read with the duty, then entries; without it, then only counts, and small counts are suppressed", () => {
    const read = (atSec: number): CareList.Reading =>
      CareList.read(
        list,
        gridIds,
        CareDuty.readerOf(tree, [duty("east")], request, { ...asking, atSec })
      )
    const entries = read(99)
    expect(entries.kind === "Entries" && entries.entries.length).toBe(16)
    expect(read(100)).toEqual({
      kind: "Counts",
      counts: { cells: ["Suppressed", "Suppressed"], total: 16 }
    })
    expect(JSON.stringify([entries, read(100)])).not.toContain("why of")
  })

  test("counts over the tree: no difference of totals gives the four of e2 away", () => {
    const lists = [
      { groupId: "alone", entries: list },
      { groupId: "disabled", entries: [...many("e1", 20, 50), ...many("w1", 25, 50)] }
    ]
    const { rows } = CareDutyCounts.of(tree, { lists, levelIndex: 2 })
    const shown = new Map(rows.map(({ gridId, cells, total }) => [gridId, [...cells, total]]))
    const hidden = Suppression.hidden
    expect(shown.get(grid("e2"))).toEqual([hidden, hidden, hidden])
    // e1 and e2 would give each other away
    expect(shown.get(grid("e1"))!.slice(0, 2)).toEqual([hidden, hidden])
    expect(shown.get(grid("town"))).toEqual([46, 45, 91])
    expect(shown.get(grid("west"))).toEqual([30, 25, 55])
  })

  test("persons count once a list and place, and deeper places count in the level asked for", () => {
    const twice = [...many("e1", 12), ...many("e1", 12), ...many("e2", 11)]
    const lists = [{ groupId: "alone", entries: twice }]
    const { rows } = CareDutyCounts.of(tree, { lists, levelIndex: 1 })
    expect(rows.map(({ gridId, total }) => [gridId, total])).toEqual([
      ["town", 23],
      ["east", Suppression.hidden],
      ["west", Suppression.hidden]
    ])
  })

  test("without lists there is nothing to show, and no total says so either", () => {
    const { groupIds, rows } = CareDutyCounts.of(tree, { lists: [], levelIndex: 2 })
    expect([groupIds, rows.length]).toEqual([[], 6])
    expect(rows.every(({ cells, total }) => cells.length === 0 && total === "Suppressed")).toBe(
      true
    )
  })

  test("impossible questions are refused", () => {
    const lists = [{ groupId: "alone", entries: many("east", 3) }]
    const ask = (over: Partial<CareDutyCounts.Options>) => () =>
      CareDutyCounts.of(tree, { lists, levelIndex: 2, ...over })
    expect(ask({})).toThrow("above the level")
    expect(ask({ lists: [{ groupId: "a", entries: many("x", 1) }] })).toThrow("x")
    expect(ask({ lists: [...lists, ...lists] })).toThrow("twice")
    expect(ask({ lists: [], levelIndex: 3 })).toThrow("level 3")
    expect(ask({ lists: [], threshold: 0 })).toThrow("threshold")
  })
})
