import { Id } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import { CareList, type DataClass, LegalBasis, type Purpose, Sensitive } from "../src/index.ts"
import { duty } from "./aReader.ts"

const gridIds = ["grid-1", "grid-2", "grid-3"].map((id) => Id.make<"Grid">(id))

const entry = (grid: number, person: string, dataClass: DataClass.DataClass = "Health") => ({
  personId: Id.make<"Person">(person),
  gridId: gridIds[grid] ?? Id.make<"Grid">("nowhere"),
  note: Sensitive.make(`why of ${person}`, { field: "note", purposes: ["Care"], dataClass })
})

/** 12, 4 and 30 persons in the three grids. */
const list = [12, 4, 30].flatMap((count, grid) =>
  Array.from({ length: count }, (_, index) => entry(grid, `person-${grid}-${index}`))
)

const reader = (
  purpose: Purpose.Purpose,
  basis: LegalBasis.LegalBasis = duty,
  dutyGridIds: ReadonlyArray<Id.Id<"Grid">> = gridIds
): CareList.Reader => ({ request: { purpose, basis }, dutyGridIds })

const counts = {
  kind: "Counts",
  counts: { cells: ["Suppressed", "Suppressed", 30], total: 46 }
}

describe("a care list", () => {
  test("read with the duty gives the entries of the grids asked for", () => {
    const read = CareList.read(list, gridIds.slice(1, 2), reader("Care"))
    expect(read.kind === "Entries" ? read.entries.length : 0).toBe(4)
    expect(JSON.stringify(read)).not.toContain("why of")
  })

  test("read without the duty gives counts, and small counts not even then", () => {
    expect(CareList.read(list, gridIds, reader("Statistics"))).toEqual(counts)
    expect(CareList.read(list, gridIds, reader("Care", LegalBasis.duty("")))).toEqual(counts)
    expect(CareList.read(list, gridIds, reader("Care", duty, gridIds.slice(0, 2)))).toEqual(counts)
    expect(
      CareList.read(list, gridIds, reader("Care", { ...duty, kind: "AlreadyPublic" }))
    ).toEqual(counts)
    expect(JSON.stringify(counts)).not.toContain("person")
  })

  test("no other purpose reads entries, even where the notes serve it too", () => {
    const purposes = ["Care", "Statistics"] as const
    const both = list.map((one) => ({
      ...one,
      note: Sensitive.make("why", { field: "note", purposes, dataClass: "Ordinary" })
    }))
    expect(CareList.read(both, gridIds, reader("Care")).kind).toBe("Entries")
    expect(CareList.read(both, gridIds, reader("Statistics"))).toEqual(counts)
  })

  test("a sensitive class needs its assessment, an ordinary one does not", () => {
    const withoutAssessment = LegalBasis.duty("city care rules, clause 5")
    const ordinary = [entry(0, "person-1", "Ordinary")]
    expect(CareList.read(list, gridIds, reader("Care", withoutAssessment)).kind).toBe("Counts")
    expect(CareList.read(ordinary, gridIds, reader("Care", withoutAssessment)).kind).toBe("Entries")
  })

  test("a person who is listed twice counts once, a grid asked for twice is an error", () => {
    const twice = Array.from({ length: 20 }, () => entry(0, "person-1"))
    const read = CareList.read(twice, gridIds.slice(0, 1), reader("Statistics"))
    expect(read).toEqual({
      kind: "Counts",
      counts: { cells: ["Suppressed"], total: "Suppressed" }
    })
    const doubled = [...gridIds, ...gridIds]
    expect(() => CareList.read(list, doubled, reader("Statistics"))).toThrow(RangeError)
  })
})
