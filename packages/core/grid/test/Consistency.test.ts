import { Provenance } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Consistency } from "../src/index.ts"

const number = (value: number, precision: Provenance.Precision = "exact") =>
  Provenance.reported({ value, unit: "count", precision, report: "a report", phrase: "…" })
const label = { en: "a check", zh: "核对" }
const run = (numbers: Consistency.Numbers, check: Consistency.Check) => {
  const report = Consistency.check(numbers, [check])
  return { row: report.rows[0]!, problems: report.problems }
}
const equal: Consistency.Check = {
  id: "units",
  label,
  kind: "equal",
  left: [["buildingLeads"], ["unitLeads"]],
  right: [["units"]],
  mismatch: "TotalMismatch"
}
const ratio: Consistency.Check = {
  id: "perWorker",
  label,
  kind: "ratio",
  left: [["households"]],
  right: [["workers"]],
  least: 50,
  most: 600,
  reason: "a test"
}

describe("an equality", () => {
  it("holds exactly or gives the mismatch with both amounts", () => {
    const numbers = { buildingLeads: number(686), unitLeads: number(2142), units: number(2828) }
    const good = run(numbers, equal)
    expect(good.row.verdict).toBe("holds")
    expect(good.row.formula).toBe("buildingLeads 686 + unitLeads 2142 = units 2828")
    expect(good.problems).toEqual([])
    const bad = run({ ...numbers, units: number(2829) }, equal)
    expect(bad.row).toMatchObject({ verdict: "broken", value: -1 })
    expect(bad.problems).toEqual([
      { code: "TotalMismatch", subject: "units", found: 2828, expected: 2829 }
    ])
  })

  it("multiplies the factors of a term and adds the terms", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), fc.nat(999), (a, b, c) => {
        const check: Consistency.Check = { ...equal, left: [["a"], ["b", "c"]], right: [["sum"]] }
        const numbers = { a: number(a), b: number(b), c: number(c), sum: number(a + b * c) }
        expect(run(numbers, check).row.verdict).toBe("holds")
        expect(run({ ...numbers, sum: number(a + b * c + 1) }, check).row.verdict).toBe("broken")
      })
    )
  })
})

describe("a ratio", () => {
  it("over a number “and more” is an upper bound, of one a lower bound", () => {
    const over = run({ households: number(23_000), workers: number(110, "atLeast") }, ratio)
    expect(over.row).toMatchObject({ verdict: "holds", certainty: "atMost", reason: "a test" })
    expect(over.row.value).toBeCloseTo(209.09, 2)
    const of = run({ households: number(23_000, "atLeast"), workers: number(110) }, ratio)
    expect(of.row.certainty).toBe("atLeast")
    const both = run({ households: number(1, "atLeast"), workers: number(1, "atLeast") }, ratio)
    expect(both.row.certainty).toBe("about")
    expect(run({ households: number(1), workers: number(1) }, ratio).row.certainty).toBe("exact")
  })

  it("may lie on its bounds but not beyond", () => {
    const verdictAt = (households: number) =>
      run({ households: number(households), workers: number(1) }, ratio).row.verdict
    expect([49, 50, 600, 601].map(verdictAt)).toEqual(["broken", "holds", "holds", "broken"])
  })

  it("by zero is unanswerable, not infinite", () => {
    const zero = run({ households: number(5), workers: number(0) }, ratio)
    expect(zero.row).toMatchObject({ verdict: "unanswerable", value: Number.NaN })
    expect(zero.problems.map((problem) => problem.code)).toEqual(["DivisionByZero"])
  })
})

describe("bounds, conflicts and missing numbers", () => {
  it("an upper bound may be reached", () => {
    const check: Consistency.Check = {
      id: "b",
      label,
      kind: "atMost",
      left: [["a"]],
      right: [["b"]]
    }
    const at = (a: number) => run({ a: number(a), b: number(10) }, check)
    expect([9, 10, 11].map((a) => at(a).row.verdict)).toEqual(["holds", "holds", "broken"])
    expect(at(11).problems.map((problem) => problem.code)).toEqual(["BoundExceeded"])
  })

  it("a conflict is shown with both numbers and changes neither", () => {
    const numbers = { items: number(361), total: number(100, "atLeast") }
    const check: Consistency.Check = {
      id: "activities",
      label,
      kind: "conflict",
      left: [["items"]],
      right: [["total"]]
    }
    const { row, problems } = run(numbers, check)
    expect(row).toMatchObject({ verdict: "conflict", left: 361, right: 100 })
    expect(problems[0]).toMatchObject({ code: "ConflictInSource", found: 361, expected: 100 })
    expect(numbers.items.value).toBe(361)
    expect(run({ ...numbers, total: number(361) }, check).row.verdict).toBe("holds")
  })

  it("a check of a number that is not there is unanswerable and says which", () => {
    const { row, problems } = run({ units: number(1), unitLeads: number(1) }, equal)
    expect(row.verdict).toBe("unanswerable")
    expect(problems).toEqual([
      {
        code: "UnknownNumber",
        subject: "units",
        found: "buildingLeads",
        expected: "units, unitLeads"
      }
    ])
  })
})
