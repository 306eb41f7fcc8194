import { describe, expect, test } from "vitest"
import { CaseProfile, ProfileSchema } from "../src/index.ts"

const textOf = (profile: CaseProfile.CaseProfile): string =>
  JSON.stringify(ProfileSchema.toData(profile))
const problemsOf = (text: string) => {
  const parsed = ProfileSchema.parse(JSON.parse(text))
  return parsed.ok ? [] : parsed.problems
}

describe("the file of a profile", () => {
  test.each(CaseProfile.profileIds)("%s is read back as it was, endless limits included", (id) => {
    const profile = CaseProfile.all[id]
    expect(ProfileSchema.parse(JSON.parse(textOf(profile)))).toEqual({ ok: true, profile })
    expect(textOf(profile)).toContain("null")
  })

  test("names every value that has the wrong type, by its path", () => {
    const text = textOf(CaseProfile.fiveStep)
      .replace('"Verify","from"', '"Fly","from"')
      .replace('"maxReturns":2', '"maxReturns":"two"')
      .replace('"clock":"calendar"', '"clock":"lunar"')
    const paths = problemsOf(text).map((problem) => [problem.path, problem.value])
    expect(paths).toContainEqual(["moves.0.action", "Fly"])
    expect(paths).toContainEqual(["policy.maxReturns", "two"])
    expect(paths).toContainEqual(["limits.Emergency.clock", "lunar"])
  })

  test("knows no other fields, and misses none", () => {
    const data = ProfileSchema.toData(CaseProfile.base)
    expect(problemsOf(JSON.stringify({ ...data, color: "red" }))).toEqual([
      { path: "color", value: "red", expected: "no field of this name" }
    ])
    const { gates: _gates, ...rest } = data
    expect(problemsOf(JSON.stringify(rest))).toEqual([
      { path: "gates", value: undefined, expected: "a value: the field is missing" }
    ])
    expect(
      problemsOf(JSON.stringify({ ...data, needs: { Fly: [] } })).map((problem) => problem.path)
    ).toContain("needs.Fly")
  })

  test("of another format or version is said to be that, and may name its schema", () => {
    const data = ProfileSchema.toData(CaseProfile.base)
    expect(problemsOf(JSON.stringify({ ...data, version: 9 }))).toEqual([
      { path: "version", value: 9, expected: "1 (the version that this program reads)" }
    ])
    expect(problemsOf("{}")).toEqual([
      { path: "format", value: undefined, expected: '"wangge-profile"' }
    ])
    expect(problemsOf(JSON.stringify({ ...data, $schema: "profile.schema.json" }))).toEqual([])
  })

  test("anything else is refused without an exception", () => {
    for (const text of ["null", "[]", "3", '"base"', "{}"]) {
      expect(problemsOf(text).length).toBeGreaterThan(0)
    }
  })
})
