import { describe, expect, it } from "vitest"
import { PayGrade } from "../src/index.ts"

const paid = (pays: ReadonlyArray<number | "NotStated">): PayGrade.PayGradeScheme => ({
  ...PayGrade.longxian,
  grades: PayGrade.longxian.grades.map((grade, index) => ({
    ...grade,
    payFen: pays[index] ?? "NotStated"
  }))
})

const codes = (scheme: PayGrade.PayGradeScheme): ReadonlyArray<string> =>
  PayGrade.check(scheme).map(({ code, subject }) => `${code} ${subject}`)

describe("three tracks, eighteen grades", () => {
  it("are Longxian's, with no pay that nobody published", () => {
    expect(PayGrade.longxian.tracks).toHaveLength(3)
    expect(PayGrade.longxian.grades).toHaveLength(18)
    expect(PayGrade.longxian.grades.every(({ payFen }) => payFen === "NotStated")).toBe(true)
    expect(codes(PayGrade.longxian)).toEqual([])
  })

  it("may not pay less for a higher grade, gaps left out", () => {
    expect(codes(paid([300_000, "NotStated", 300_000, 310_000]))).toEqual([])
    expect(codes(paid([300_000, "NotStated", 299_999]))).toEqual(["GradePaysLess grade-3"])
    expect(codes(paid([0.5, -1]))).toEqual(["NotFen grade-1", "NotFen grade-2"])
  })

  it("know every grade of a track, each once", () => {
    const track = { id: "t", label: { en: "t", zh: "t" }, gradeIds: ["grade-1", "grade-1", "x"] }
    const scheme = { ...PayGrade.longxian, tracks: [track, track] }
    expect(codes(scheme)).toEqual([
      "DuplicateId tracks",
      "DuplicateId t",
      "UnknownGrade t",
      "DuplicateId t",
      "UnknownGrade t"
    ])
  })

  it("go up one by one and end at the top", () => {
    const from = (gradeId: string, trackId = "track-1"): string =>
      PayGrade.next(PayGrade.longxian, { trackId, gradeId })
    expect([from("grade-1"), from("grade-18"), from("grade-19"), from("grade-1", "x")]).toEqual([
      "grade-2",
      "Top",
      "Unknown",
      "Unknown"
    ])
  })
})
