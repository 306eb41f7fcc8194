import { spawnSync } from "node:child_process"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { contentProblems } from "../../../scripts/internal/packageHealth.mjs"
import { countTests } from "../../../scripts/internal/testCounts.mjs"
import { closure } from "../../../scripts/internal/thirdParties.mjs"

const root = resolve(import.meta.dirname, "../../..")
const script = (...parameters: ReadonlyArray<string>) =>
  spawnSync(process.execPath, parameters, { cwd: root, encoding: "utf8" })

describe("counting tests", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [{ status: "failed", assertionResults: [{ status: "failed" }] }]
  }

  it("takes the report's counts", () => {
    expect(countTests(report, false)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it("counts a file that could not be loaded", () => {
    const broken = { status: "failed", assertionResults: [] }
    const testResults = [...report.testResults, broken]
    expect(countTests({ ...report, testResults }, false).failed).toBe(2)
  })

  it("counts a run that failed without a failed test", () => {
    const clean = { ...report, numFailedTests: 0, testResults: [] }
    expect(countTests(clean, false).failed).toBe(1)
    expect(countTests(clean, true).failed).toBe(0)
  })
})

describe("third parties", () => {
  const lock = {
    "packages/core/a": {},
    "node_modules/@ours/a": { link: true },
    "node_modules/x": { dependencies: { y: "1" }, peerDependencies: { p: "1", q: "1" } },
    "node_modules/x/node_modules/y": { dependencies: { z: "1" } },
    "node_modules/y": {},
    "node_modules/z": { dependencies: { x: "1", "@ours/a": "1" } },
    "node_modules/p": {},
    "node_modules/dev": {}
  }

  it("are what our packages reach, through the nearest copy, once", () => {
    const roots = [{ folder: "packages/core/a", entry: { dependencies: { x: "1" } } }]
    expect(closure(lock, roots)).toEqual([
      "node_modules/p",
      "node_modules/x",
      "node_modules/x/node_modules/y",
      "node_modules/z"
    ])
  })

  it("are listed in THIRD-PARTY-LICENSES.md", () => {
    const { status, stderr } = script("scripts/licenses.mjs", "--check")
    expect(stderr).toBe("")
    expect(status).toBe(0)
  })
})

describe("what a packed package holds", () => {
  const good = ["LICENSE", "README.md", "dist/index.d.ts", "dist/index.js", "package.json"]

  it("is fine with licence, README and a build", () => {
    expect(contentProblems([...good, "src/Fact.ts"])).toBe("")
  })

  it("is refused without the licence, or with what only we need", () => {
    expect(contentProblems(good.slice(1))).toBe("It lacks LICENSE.")
    expect(contentProblems([...good, "dist/.tsbuildinfo", "test/Fact.test.ts"])).toBe(
      "It carries dist/.tsbuildinfo.\nIt carries test/Fact.test.ts."
    )
  })
})

describe("npm test", () => {
  it("refuses a step that does not exist", () => {
    const { status, stderr } = script("scripts/test.mjs", "typos")
    expect(status).toBe(2)
    expect(stderr).toContain("No step typos. The steps are: types, lint, tests")
  })
})
