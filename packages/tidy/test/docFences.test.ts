import { resolve } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import * as DocFence from "../src/DocFence.ts"
import * as FenceRun from "../src/FenceRun.ts"
import * as Problem from "../src/Problem.ts"
import * as Workspace from "../src/Workspace.ts"

const root = resolve(import.meta.dirname, "../../..")
const workspace = Workspace.read(root)
const fences = DocFence.all(workspace).map((fence) => ({
  fence,
  place: `${fence.path}:${fence.line}`
}))

describe("the documentation's programs", () => {
  let results: ReadonlyArray<FenceRun.FenceResult> = []

  beforeAll(() => {
    results = FenceRun.check(
      root,
      "docs",
      fences.map(({ fence }) => fence)
    )
  })

  it("there are some", () => {
    expect(fences.length).toBeGreaterThan(0)
  })

  it("none hides under another language", () => {
    expect(DocFence.strays(workspace).map(Problem.print)).toEqual([])
  })

  it.each(fences)("$place compiles, runs and gives what it says", ({ fence }) => {
    const result = results.find((other) => other.fence === fence)
    expect(result?.problems).toEqual([])
  })
})
