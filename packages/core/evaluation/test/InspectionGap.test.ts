import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Inspection, InspectionGap, Rational } from "../src/index.ts"
import { exact } from "./aFact.ts"

const inspection = (
  kind: Inspection.InspectionKind,
  points: number,
  given: Partial<Inspection.Inspection> = {}
): Inspection.Inspection => ({
  inspectionId: "i",
  unitId: "grid-1",
  kind,
  method: "Look",
  atSec: 0,
  points,
  possible: 100,
  ...given
})

const lists = (
  open: ReadonlyArray<number>,
  covert: ReadonlyArray<number>
): ReadonlyArray<Inspection.Inspection> =>
  [
    ...open.map((points) => inspection("Open", points)),
    ...covert.map((points) => inspection("Covert", points))
  ].map((one, index) => ({ ...one, inspectionId: `i${index}` }))

const terms: InspectionGap.GapTerms = { ...InspectionGap.defaults, sampleMin: 2 }

const compare = (
  inspections: ReadonlyArray<Inspection.Inspection>,
  given: InspectionGap.GapTerms = terms
): InspectionGap.InspectionGap => {
  const compared = InspectionGap.compare(inspections, given)
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems))
  return compared.gap
}

const known = (
  open: ReadonlyArray<number>,
  covert: ReadonlyArray<number>,
  given: InspectionGap.GapTerms = terms
) => {
  const found = compare(lists(open, covert), given)
  if (found.status !== "Known") throw new Error(found.status)
  return found
}

const choices = (count: number, size: number): ReadonlyArray<ReadonlyArray<number>> => {
  if (size === 0) return [[]]
  return Array.from({ length: count }, (_, last) => last)
    .filter((last) => last >= size - 1)
    .flatMap((last) => choices(last, size - 1).map((rest) => [...rest, last]))
}

/** Twice the sum of the middle ranks of some of the values. */
const rankSum = (values: ReadonlyArray<number>, places: ReadonlyArray<number>): number =>
  places
    .map((place) => values[place] ?? 0)
    .reduce(
      (sum, value) =>
        sum +
        1 +
        values.filter((other) => other < value).length +
        values.filter((other) => other <= value).length,
      0
    )

describe("open against unannounced inspections", () => {
  it("show both means, the gap, its interval and the exact chance", () => {
    const found = known([90, 92, 94, 96, 98], [70, 75, 80, 85, 93])
    expect(
      [found.open.mean, found.covert.mean, found.gap].map((value) =>
        value === "None" ? value : Rational.toText(value)
      )
    ).toEqual(["47/50", "403/500", "67/500"])
    // 4 of the 252 choices of five have a rank sum of at least 10 + 9 + 8 + 6 + 5 (twice 38 = 76)
    expect(Rational.toText(found.pValue)).toBe("1/63")
    // the middle of 25 differences; U <= 2 in 4 of 252 choices, twice: 1 - 8/252
    expect(Rational.toText(found.typical)).toBe("7/50")
    const { interval } = found
    if (interval === "None") throw new Error("five of each have an interval")
    expect([interval.lower, interval.upper, interval.attained].map(Rational.toText)).toEqual([
      "1/100",
      "6/25",
      "61/63"
    ])
  })

  it("are insufficient below the minimum of either kind, and never a number", () => {
    const few = compare(lists([90, 92, 94, 96], [70, 75, 80, 85, 93]), InspectionGap.defaults)
    expect(few.status).toBe("Insufficient")
    expect(few.open.count).toBe(4)
    expect("gap" in few).toBe(false)
    expect(compare([]).open).toEqual({ count: 0, mean: "None" })
    const enough = compare(lists([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]), InspectionGap.defaults)
    expect(enough.status).toBe("Known")
  })

  it("have no interval where none of this confidence exists", () => {
    expect(known([1, 2, 3], [4, 5, 6]).interval).toBe("None")
    expect(known([1, 2, 3, 4], [4, 5, 6, 7]).interval).not.toBe("None")
    const weak = { ...terms, confidence: exact("0.9") }
    const { interval } = known([1, 2, 3], [4, 5, 6], weak)
    expect(interval === "None" ? "" : Rational.toText(interval.attained)).toBe("9/10")
  })

  it("all alike have no gap and no evidence of one", () => {
    const found = known([80, 80, 80, 80], [80, 80, 80, 80])
    expect([found.gap, found.typical, found.pValue].map(Rational.toText)).toEqual(["0", "0", "1"])
  })

  it("are compared in exact shares of different sheets", () => {
    const inspections = [
      inspection("Open", 1, { inspectionId: "a", possible: 3 }),
      inspection("Open", 2, { inspectionId: "b", possible: 6 }),
      inspection("Covert", 3, { inspectionId: "c", possible: 9 }),
      inspection("Covert", 0, { inspectionId: "d", possible: 7 })
    ]
    const found = compare(inspections)
    expect(found.status === "Known" && Rational.toText(found.gap)).toBe("1/6")
  })

  it("are refused with bad points, terms, doubled ids and too many at once", () => {
    const codes = (inspections: ReadonlyArray<Inspection.Inspection>, given = terms) => {
      const compared = InspectionGap.compare(inspections, given)
      return compared.ok ? [] : compared.problems.map(({ code }) => code)
    }
    expect(codes([inspection("Open", 101), inspection("Open", 5)])).toEqual([
      "OutOfRange",
      "DuplicateId"
    ])
    expect(codes([inspection("Open", 0.5)])).toEqual(["NotWhole"])
    expect(codes([inspection("Open", -1)])).toEqual(["OutOfRange"])
    expect(codes([inspection("Open", 0, { possible: 0 })])).toEqual(["OutOfRange"])
    expect(codes([], { ...terms, sampleMin: 0, confidence: Rational.one })).toEqual([
      "OutOfRange",
      "OutOfRange"
    ])
    const many = Array.from({ length: InspectionGap.inspectionCountMax + 1 }, () => 5)
    expect(codes(lists(many, []))).toEqual(["OutOfRange"])
  })

  it("are kept apart by unit", () => {
    const rows = Inspection.byUnit([
      inspection("Open", 1, { unitId: "b" }),
      inspection("Open", 2, { unitId: "a" }),
      inspection("Covert", 3, { unitId: "b" })
    ])
    expect(rows.map(([unitId, own]) => `${unitId} ${own.length}`)).toEqual(["a 1", "b 2"])
  })

  it("have the chance that counting every choice gives, ties included", () => {
    const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(values, values, (open, covert) => {
        const all = [...open, ...covert]
        const every = choices(all.length, open.length)
        const observed = rankSum(
          all,
          open.map((_, place) => place)
        )
        const asHigh = every.filter((places) => rankSum(all, places) >= observed)
        const chance = Rational.make(asHigh.length, every.length)
        const found = known(open, covert)
        expect(Rational.toText(found.pValue)).toBe(Rational.toText(chance))
        expect(compare([...lists(open, covert)].reverse())).toEqual(found)
      }),
      { numRuns: 100 }
    )
  })

  it("have an interval that holds as often as it says, over every order of distinct values", () => {
    // open and covert from one distribution: the shift is 0; every choice of ranks is as likely
    for (const [openCount, covertCount] of [
      [4, 4],
      [5, 4],
      [3, 6]
    ] as const) {
      const every = choices(openCount + covertCount, openCount)
      let held = 0
      let attained = Rational.zero
      for (const places of every) {
        const ranks = every[0] === undefined ? [] : [...Array(openCount + covertCount).keys()]
        const open = ranks.filter((rank) => places.includes(rank))
        const covert = ranks.filter((rank) => !places.includes(rank))
        const { interval } = known(open, covert)
        if (interval === "None") throw new Error("these have an interval")
        attained = interval.attained
        const isIn = interval.lower.numerator <= 0n && interval.upper.numerator >= 0n
        held += isIn ? 1 : 0
      }
      expect(Rational.toText(Rational.make(held, every.length))).toBe(Rational.toText(attained))
    }
  })
})
