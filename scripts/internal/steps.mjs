/**
 * The steps of `npm test`, in order. A step gives back its checks; the step "tests" has one check
 * per test. The later steps read what the step "types" has written to each package's `dist`.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { validateApiDocs } from "./apiDocs.mjs"
import { smokeBenches } from "./benches.mjs"
import { buildBundles, buildTypes } from "./buildPackages.mjs"
import { checkPackages } from "./packageHealth.mjs"
import { programs, runNode } from "./run.mjs"
import { countTests } from "./testCounts.mjs"

/**
 * @typedef {import("./buildPackages.mjs").Check} Check
 *
 * @typedef {object} StepResult
 * @property {number} passed
 * @property {number} failed
 * @property {ReadonlyArray<Check>} failures
 * @property {string} [note] one more thing to say in the summary
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<StepResult>} run
 */

/**
 * @param {ReadonlyArray<Check>} checks
 * @returns {StepResult}
 */
const counted = (checks) => {
  const failures = checks.filter((check) => !check.ok)
  return { passed: checks.length - failures.length, failed: failures.length, failures }
}

/**
 * @param {string} name
 * @param {ReadonlyArray<string>} parameters
 * @returns {Promise<Check>}
 */
const program = async (name, parameters) => ({ name, ...(await runNode(parameters)) })

const types = async () =>
  counted([
    await buildTypes(),
    await program("types of tests, examples, benches and scripts", [
      programs.tsc,
      "-p",
      "tsconfig.test.json",
      "--pretty",
      "false"
    ])
  ])

const lint = async () =>
  counted([
    await program("lint and format (biome)", [
      programs.biome,
      "check",
      "--error-on-warnings",
      "--max-diagnostics=50",
      "."
    ]),
    await program("dead code and dependencies (knip)", [
      programs.knip,
      "--no-progress",
      "--no-config-hints"
    ])
  ])

/** @returns {Promise<StepResult>} */
const tests = async () => {
  const folder = mkdtempSync(join(tmpdir(), "wangge-test-"))
  const report = join(folder, "report.json")
  const { ok } = await runNode(
    [
      programs.vitest,
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`
    ],
    { show: true }
  )
  try {
    const counts = countTests(JSON.parse(readFileSync(report, "utf8")), ok)
    const note = counts.skipped === 0 ? {} : { note: `${counts.skipped} skipped` }
    return { passed: counts.passed, failed: counts.failed, failures: [], ...note }
  } catch {
    return { passed: 0, failed: 1, failures: [{ name: "vitest wrote no report", ok, output: "" }] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @type {ReadonlyArray<Step>} */
export const steps = [
  { name: "types", run: types },
  { name: "lint", run: lint },
  { name: "tests", run: tests },
  {
    name: "health",
    run: async () => counted([...(await buildBundles()), ...(await checkPackages())])
  },
  { name: "docs", run: async () => counted([await validateApiDocs()]) },
  { name: "bench", run: async () => counted(await smokeBenches()) }
]
