import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Distribution from "../src/Distribution.ts"

const fieldsOf = (data: unknown): ReadonlyArray<string> => {
  const read = Distribution.parse(data)
  return read.ok ? [] : read.problems.map(({ field }) => field)
}

describe("Distribution.parse", () => {
  test("reads what was written", () => {
    const data = {
      kind: "mixture",
      parts: [
        { kind: "normal", mean: 1, deviation: 2, low: 0 },
        { kind: "phaseType", start: [1], generator: [[-1]] }
      ],
      probabilities: [0.5, 0.5]
    }
    const read = Distribution.parse(JSON.parse(JSON.stringify(data)))
    expect(read).toEqual({ ok: true, distribution: data })
  })

  test.each<readonly [string, unknown, ReadonlyArray<string>]>([
    ["nothing", null, ["kind"]],
    ["a number", 3, ["kind"]],
    ["a list", [], ["kind"]],
    ["no kind", { mean: 1 }, ["kind"]],
    ["an unknown kind", { kind: "cauchy" }, ["kind"]],
    ["a kind of every object", { kind: "constructor" }, ["kind"]],
    ["a missing field", { kind: "exponential" }, ["mean"]],
    ["a text for a number", { kind: "exponential", mean: "3" }, ["mean"]],
    ["null for infinity", { kind: "exponential", mean: null }, ["mean"]],
    ["an unknown field", { kind: "exponential", mean: 1, rate: 1 }, ["rate"]],
    ["a wrong number", { kind: "exponential", mean: -1 }, ["mean"]],
    ["a number for a list", { kind: "empirical", values: 3 }, ["values"]],
    ["a text in a list", { kind: "empirical", values: [1, "2"] }, ["values[1]"]],
    ["a wrong bound", { kind: "normal", mean: 1, deviation: 1, low: "0" }, ["low"]],
    ["a flat generator", { kind: "phaseType", start: [1], generator: [-1] }, ["generator[0]"]],
    [
      "a wrong part",
      { kind: "mixture", parts: [{ kind: "gamma", shape: 1 }], probabilities: [1] },
      ["parts[0].scale"]
    ]
  ])("refuses %s", (_, data, fields) => {
    expect(fieldsOf(data)).toEqual(fields)
  })

  test("a problem tells the value and what would be right", () => {
    const read = Distribution.parse({ kind: "erlang", phases: 2.5, mean: 1 })
    expect(read).toEqual({
      ok: false,
      problems: [{ field: "phases", value: 2.5, expected: "a whole number from 1" }]
    })
  })

  test("mixtures in mixtures without end are refused, some are not", () => {
    const nested = (depth: number): unknown =>
      depth === 0
        ? { kind: "exponential", mean: 1 }
        : { kind: "mixture", parts: [nested(depth - 1)], probabilities: [1] }
    expect(Distribution.parse(nested(8)).ok).toBe(true)
    expect(fieldsOf(nested(9))[0]).toMatch(/parts$/)
    expect(Distribution.parse(nested(200)).ok).toBe(false)
  })

  test("never throws, whatever it is given, and what it reads has no problems", () => {
    const kinds = fc.constantFrom("exponential", "uniform", "mixture", "phaseType", "discrete")
    const record = fc.record(
      { kind: kinds, mean: fc.anything(), parts: fc.anything(), values: fc.anything() },
      { requiredKeys: ["kind"] }
    )
    fc.assert(
      fc.property(fc.oneof(fc.anything(), record), (data) => {
        const read = Distribution.parse(data)
        if (read.ok) expect(Distribution.check(read.distribution)).toEqual([])
        else expect(read.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 }
    )
  })
})

test("check answers for data of any kind", () => {
  for (const data of [null, undefined, 5, {}, { kind: "x" }, { kind: "mixture" }]) {
    expect(Reflect.apply(Distribution.check, null, [data])).not.toEqual([])
  }
  for (const kind of ["mixture", "hyperexponential", "phaseType", "empirical", "discrete"]) {
    const problems: ReadonlyArray<Distribution.Problem> = Reflect.apply(Distribution.check, null, [
      { kind }
    ])
    expect(problems[0]).toMatchObject({ value: undefined, expected: "a list" })
    expect(() => Reflect.apply(Distribution.make, null, [{ kind }])).toThrow(RangeError)
  }
  expect(() => Reflect.apply(Distribution.make, null, [null])).toThrow(RangeError)
})
