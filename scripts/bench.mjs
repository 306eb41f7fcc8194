/**
 * `npm run bench -- <name> [flags]`: runs `bench/<name>.bench.ts` from the sources in this
 * checkout. An unknown name gets the list of names and exit code 2.
 */
import { spawnSync } from "node:child_process"
import { globSync } from "node:fs"
import { basename, join } from "node:path"
import { root } from "./internal/packages.mjs"

const [name, ...flags] = process.argv.slice(2)
const names = globSync("bench/*.bench.ts", { cwd: root })
  .map((file) => basename(file, ".bench.ts"))
  .sort()

if (name === undefined || !names.includes(name)) {
  const got = name === undefined ? "none was given" : `got ${JSON.stringify(name)}`
  console.error(`npm run bench -- <name>, where <name> is one of: ${names.join(", ")}; ${got}`)
  process.exit(2)
}

const program = join(root, "bench", `${name}.bench.ts`)
const result = spawnSync(process.execPath, ["--conditions=@wangge/source", program, ...flags], {
  cwd: root,
  stdio: "inherit"
})
process.exit(result.status ?? 1)
