/**
 * `npm test`: every check of the repository, each step even when an earlier one failed. The last
 * line is `N passed, N failed`. Names of steps as parameters run only those
 * (`npm test -- types lint`).
 */
import { steps } from "./internal/steps.mjs"

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => steps.every((step) => step.name !== name))
if (unknown.length > 0) {
  const known = steps.map((step) => step.name).join(", ")
  console.error(`No step ${unknown.join(", ")}. The steps are: ${known}.`)
  process.exit(2)
}
const chosen = asked.length === 0 ? steps : steps.filter((step) => asked.includes(step.name))

/** @type {string[]} */
const summary = []
let passed = 0
let failed = 0
for (const step of chosen) {
  console.log(`\n== ${step.name}`)
  const startMs = performance.now()
  const result = await step.run().catch((error) => ({
    passed: 0,
    failed: 1,
    failures: [{ name: `step ${step.name} broke off`, ok: false, output: String(error?.stack) }],
    note: undefined
  }))
  for (const failure of result.failures) {
    console.log(`FAILED: ${failure.name}\n${failure.output.trimEnd()}\n`)
  }
  passed += result.passed
  failed += result.failed
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1).padStart(6)
  const note = result.note === undefined ? "" : `, ${result.note}`
  const line = `${step.name.padEnd(7)}${seconds} s  ${result.passed} passed, ${result.failed} failed${note}`
  console.log(line)
  summary.push(line)
}

console.log(`\n${summary.join("\n")}\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
