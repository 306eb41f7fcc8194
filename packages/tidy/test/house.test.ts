import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import * as Exceptions from "../src/Exceptions.ts"
import * as Problem from "../src/Problem.ts"
import * as Rules from "../src/Rules.ts"
import * as Workspace from "../src/Workspace.ts"

const workspace = Workspace.read(resolve(import.meta.dirname, "../../.."))

describe("the house rules hold in this repository", () => {
  it("it has packages, sources and tests to look at", () => {
    expect(workspace.packages.length).toBeGreaterThan(0)
    expect(workspace.packages.flatMap(({ src }) => src).length).toBeGreaterThan(0)
    expect(workspace.packages.flatMap(({ test }) => test).length).toBeGreaterThan(0)
  })

  it.each(Rules.all)("$name: $statement", (rule) => {
    const problems = Rules.unexcused(rule, workspace, Exceptions.list)
    expect(problems.map(Problem.print)).toEqual([])
  })

  it("every exception still excuses something", () => {
    expect(Rules.stale(workspace, Exceptions.list)).toEqual([])
  })
})
