import { describe, expect, test } from "vitest"
import { Provenance } from "../src/index.ts"

const measure = { value: 69, unit: "grids" }

/** One number of each kind, with the line that tables print for it. */
const examples = [
  {
    made: Provenance.reported({ ...measure, report: "Helong", phrase: "69 grids" }),
    line: "Helong: “69 grids”"
  },
  { made: Provenance.published({ ...measure, source: "Census 2020" }), line: "Census 2020" },
  { made: Provenance.derived({ ...measure, formula: "3 x 23" }), line: "3 x 23" },
  { made: Provenance.assumed({ ...measure, reason: "our guess" }), line: "our guess" }
]

describe("provenance", () => {
  test("the builders make the four kinds, from the strongest to the weakest", () => {
    expect(examples.map(({ made }) => made.provenance.kind)).toEqual([...Provenance.kinds])
  })

  test("each kind is described by its own words", () => {
    expect(examples.map(({ made }) => Provenance.describe(made.provenance))).toEqual(
      examples.map(({ line }) => line)
    )
  })

  test("a number is exact unless its builder is told otherwise", () => {
    expect(examples.map(({ made }) => made.precision)).toEqual(examples.map(() => "exact"))
    const atLeast = Provenance.assumed({ ...measure, precision: "atLeast", reason: "110 余名" })
    expect(atLeast).toEqual({
      value: 69,
      unit: "grids",
      precision: "atLeast",
      provenance: { kind: "assumed", reason: "110 余名" }
    })
  })
})
