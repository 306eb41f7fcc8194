/**
 * `npm start`: a year of Helong from its published figures, from the sources in this checkout, and
 * where the report is. Further parameters go to the command (`npm start -- --days 30`).
 */
import { spawnSync } from "node:child_process"
import { existsSync, globSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./internal/packages.mjs"

const asked = process.argv.slice(2)
const at = asked.findIndex((word) => word === "--out" || word.startsWith("--out="))
const stated = asked[at]?.startsWith("--out=") ? asked[at].slice("--out=".length) : asked[at + 1]
const folder = resolve(root, at >= 0 && stated !== undefined ? stated : "wangge-out/helong")
const command = [
  "--no-memory-protection-keys",
  "--conditions=@wangge/source",
  "packages/face/cli/src/main.ts",
  "simulate",
  "helong",
  ...(at < 0 ? ["--out", folder] : []),
  ...asked
]

const result = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" })
if (result.status !== 0) process.exit(result.status ?? 1)

const pages = existsSync(folder) ? globSync("*.html", { cwd: folder }) : []
for (const page of pages) {
  console.log(`\nOpen the report in a browser: ${pathToFileURL(resolve(folder, page)).href}`)
}
