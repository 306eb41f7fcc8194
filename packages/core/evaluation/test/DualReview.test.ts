import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { DualReview, Rational, SupervisionScheme } from "../src/index.ts"
import { exact, number, points } from "./aFact.ts"

const bothReports = DualReview.audiences.map((audience) => ({ audience, atSec: 10 }))

const ratings = (
  audience: DualReview.Audience,
  texts: ReadonlyArray<string>,
  atSec = 10
): ReadonlyArray<DualReview.Rating> =>
  texts.map((text, index) => ({ audience, raterId: `r${index}`, points: exact(text), atSec }))

const small: DualReview.DualReviewRules = {
  weights: { Above: number("0.4"), Residents: number("0.6") },
  sampleMin: { Above: number("1"), Residents: number("2") }
}

const review = (
  given: ReadonlyArray<DualReview.Rating>,
  reports: ReadonlyArray<DualReview.Report> = bothReports
): DualReview.DualReview => {
  const reviewed = DualReview.of(small, { subjectId: "grid-1", reports, ratings: given })
  if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.problems))
  return reviewed.review
}

const text = (value: Rational.Rational | "Insufficient"): string =>
  value === "Insufficient" ? value : Rational.toText(value)

const refusals = (
  rules: DualReview.DualReviewRules,
  given: ReadonlyArray<DualReview.Rating> = []
): string => {
  const reviewed = DualReview.of(rules, { subjectId: "g", reports: bothReports, ratings: given })
  return reviewed.ok ? "" : reviewed.problems.map(({ code }) => code).join(" ")
}

describe("a dual review", () => {
  it("shows both parts, the gap and the blend, exactly", () => {
    const found = review([
      ...ratings("Above", ["90"]),
      ...ratings("Residents", ["80", "70", "75.5"])
    ])
    expect([found.above, found.residents].map(({ mean, count }) => [text(mean), count])).toEqual([
      ["90", 1],
      ["451/6", 3]
    ])
    // 0.4 x 90 + 0.6 x 451/6
    expect([text(found.gap), text(found.blend)]).toEqual(["89/6", "811/10"])
  })

  it("has no blend where a part has too few ratings, and still shows the other part", () => {
    const found = review([...ratings("Above", ["90"]), ...ratings("Residents", ["80"])])
    expect([found.above.mean, found.residents.mean, found.gap, found.blend].map(text)).toEqual([
      "90",
      "Insufficient",
      "Insufficient",
      "Insufficient"
    ])
    expect(found.residents.count).toBe(1)
  })

  it("counts a rating only after the report, and each rater once by the last", () => {
    const given = [
      ...ratings("Residents", ["10", "20"], 9),
      ...ratings("Residents", ["80", "90"], 10),
      ...ratings("Residents", ["60"], 11)
    ]
    const { residents } = review(given)
    expect([residents.count, residents.earlyCount, residents.replacedCount]).toEqual([2, 2, 1])
    expect(text(residents.mean)).toBe("75")
    const unreported = review(ratings("Residents", ["80", "90"]), [{ audience: "Above", atSec: 0 }])
    expect([unreported.residents.count, unreported.residents.earlyCount]).toEqual([0, 2])
    expect(unreported.residents.reportedSec).toBe(DualReview.notYet)
  })

  it("is refused with weights that do not sum to 1, bad samples, points or doubled ratings", () => {
    const weights = { Above: number("0.4"), Residents: number("0.5") }
    expect(refusals({ ...small, weights })).toBe("WeightsNotOne")
    const sampleMin = { Above: number("0"), Residents: number("1.5") }
    expect(refusals({ ...small, sampleMin })).toBe("OutOfRange NotWhole")
    expect(refusals(small, ratings("Above", ["100.1", "-1"]))).toBe("OutOfRange OutOfRange")
    const twice = [...ratings("Above", ["80"]), ...ratings("Above", ["90"])]
    expect(refusals(small, twice)).toBe("DuplicateId")
    expect(refusals(DualReview.defaults)).toBe("")
  })

  it("has a blend between both parts that ignores the order of ratings", () => {
    const lists = fc.array(points, { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(lists, lists, (above, residents) => {
        const given = [
          ...ratings("Above", above.map(Rational.toText)),
          ...ratings("Residents", residents.map(Rational.toText))
        ]
        const found = review(given)
        expect(review([...given].reverse())).toEqual(found)
        if (found.above.mean === "Insufficient" || found.residents.mean === "Insufficient") return
        if (found.blend === "Insufficient") throw new Error("both parts are there")
        const { above: one, residents: other } = found
        if (one.mean === "Insufficient" || other.mean === "Insufficient") return
        expect(Rational.compare(found.blend, Rational.min(one.mean, other.mean))).not.toBe(-1)
        expect(Rational.compare(found.blend, Rational.max(one.mean, other.mean))).not.toBe(1)
      }),
      { numRuns: 100 }
    )
  })
})

describe("three supervisions, two reviews", () => {
  it("are three and two of one's own, each once and in both languages", () => {
    const item = (id: string) => ({ id, label: { en: id, zh: id } })
    const scheme = {
      id: "s",
      supervisions: ["a", "b", "c"].map(item),
      reviews: ["d", "e"].map(item)
    }
    const codes = (given: SupervisionScheme.SupervisionScheme) =>
      SupervisionScheme.check(given).map(({ code, subject }) => `${code} ${subject}`)
    expect(codes(scheme)).toEqual([])
    expect(codes({ ...scheme, reviews: [item("d"), item("a")] })).toEqual(["DuplicateId s"])
    expect(codes({ ...scheme, supervisions: [] })).toEqual(["OutOfRange supervisions"])
    const mute = { id: "e", label: { en: " ", zh: "评" } }
    expect(codes({ ...scheme, reviews: [item("d"), mute] })).toEqual(["EmptyText s.e"])
    expect(SupervisionScheme.label.zh).toBe("三督两评")
  })
})
