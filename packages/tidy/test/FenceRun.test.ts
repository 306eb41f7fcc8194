import { resolve } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import type { DocFence } from "../src/DocFence.ts"
import * as FenceRun from "../src/FenceRun.ts"

const root = resolve(import.meta.dirname, "../../..")

const fence = (code: string, isRun = true): DocFence => ({ path: "a.md", line: 10, code, isRun })

const good = fence('import { Id } from "@wangge/facts"\nId.isValid("a") // => true')
const wrongLiteral = fence("const a = 1\na + 1 // => 3")
const wrongType = fence('const a: number = "1"\na')
const throwing = fence('\n\nthrow new Error("broken")')
const rejecting = fence('void Promise.reject(new Error("late"))')
const onlyChecked = fence('throw new Error("never run")', false)
const unfinished = fence("process.exit(0)")
const all = [good, wrongLiteral, wrongType, throwing, rejecting, onlyChecked, unfinished]

describe("FenceRun", () => {
  let results: ReadonlyArray<FenceRun.FenceResult> = []
  const problemsOf = (wanted: DocFence): string =>
    results.find((result) => result.fence === wanted)?.problems.join("\n") ?? "no result"

  beforeAll(() => {
    results = FenceRun.check(root, "fixture", all)
  })

  it("accepts a fence that compiles, runs and gives what it says", () => {
    expect(problemsOf(good)).toBe("")
  })

  it("refuses a wrong literal, at its line in the page", () => {
    expect(problemsOf(wrongLiteral)).toBe("a.md:11 Error: the docs say 3; it is 2")
  })

  it("refuses a type error, at its line in the page", () => {
    expect(problemsOf(wrongType)).toMatch(/^a\.md:10 TS2322: /)
  })

  it("refuses what throws, at once or later", () => {
    expect(problemsOf(throwing)).toBe("a.md:12 Error: broken")
    expect(problemsOf(rejecting)).toBe("a.md:10 Error: late")
  })

  it("does not run what is marked no-run", () => {
    expect(problemsOf(onlyChecked)).toBe("")
  })

  it("refuses what ends the process", () => {
    expect(problemsOf(unfinished)).toContain("did not come to its end")
  })
})
