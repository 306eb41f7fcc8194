import { describe, expect, test } from "vitest"
import { FileProblem } from "../src/index.ts"

describe("problems that a schema found", () => {
  test("say in words what a missing and an unknown field are", () => {
    const issues = [
      { message: "Missing key", path: ["a"] },
      { message: "Expected no excess property", path: [{ key: "b" }] },
      { message: "Expected a number" }
    ]
    expect(FileProblem.ofIssues(issues, { b: 2 })).toEqual([
      { path: "a", value: undefined, expected: "a value: the field is missing" },
      { path: "b", value: 2, expected: "no field of this name" },
      { path: "", value: { b: 2 }, expected: "a number" }
    ])
  })

  test("know no value behind a place that is not there", () => {
    const issues = [{ message: "Expected text", path: ["rows", 3, "name"] }]
    expect(FileProblem.ofIssues(issues, { rows: [] })[0]?.value).toBeUndefined()
    expect(FileProblem.ofIssues(issues, null)[0]?.value).toBeUndefined()
  })
})

describe("the head of a file", () => {
  const kind = { noun: "a town", format: "town", version: 2 }

  test("is right only with its format and its version", () => {
    expect(FileProblem.ofHead({ format: "town", version: 2 }, kind)).toEqual([])
    expect(FileProblem.ofHead({ format: "city", version: 2 }, kind)).toEqual([
      { path: "format", value: "city", expected: '"town"' }
    ])
    expect(FileProblem.ofHead({ format: "town" }, kind)[0]?.path).toBe("version")
    expect(FileProblem.ofHead([], kind)).toEqual([
      { path: "", value: [], expected: "a JSON object: a town" }
    ])
  })

  test("may carry fields that are then left out", () => {
    expect(FileProblem.without({ $schema: "x", a: 1 }, ["$schema"])).toEqual({ a: 1 })
    expect(FileProblem.without("text", ["$schema"])).toBe("text")
  })
})
