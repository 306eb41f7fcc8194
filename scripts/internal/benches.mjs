/**
 * The bench programs `bench/<name>.bench.ts`, and their smoke runs: small sizes that only show that
 * each still works and still agrees with its reference values.
 */
import { globSync } from "node:fs"
import { basename, join } from "node:path"
import { root } from "./packages.mjs"
import { inParallel, runNode } from "./run.mjs"

/** Names of all benches, sorted. */
const benchNames = () =>
  globSync("bench/*.bench.ts", { cwd: root })
    .map((file) => basename(file, ".bench.ts"))
    .sort()

/**
 * One check that there are benches, and one per bench: with `--smoke` it ends with exit code 0 and
 * prints at least one JSON line.
 *
 * @returns {Promise<import("./buildPackages.mjs").Check[]>}
 */
export const smokeBenches = async () => {
  const names = benchNames()
  const some = { name: "benches", ok: names.length > 0, output: "There is no bench/*.bench.ts." }
  return [some, ...(await inParallel(names, 1, smoke))]
}

/**
 * @param {string} name
 * @returns {Promise<import("./buildPackages.mjs").Check>}
 */
const smoke = async (name) => {
  const { ok, output } = await runNode([
    "--conditions=@wangge/source",
    join(root, "bench", `${name}.bench.ts`),
    "--smoke"
  ])
  const hasResult = output.split("\n").some(isJsonLine)
  return {
    name: `smoke run of bench ${name}`,
    ok: ok && hasResult,
    output: hasResult ? output : `${output}\nIt printed no JSON line.`
  }
}

/** @param {string} line */
const isJsonLine = (line) => {
  if (!line.startsWith("{")) return false
  try {
    return typeof JSON.parse(line).bench === "string"
  } catch {
    return false
  }
}
