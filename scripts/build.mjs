/** `npm run build`: declarations and bundles of every package, into `packages/<layer>/<name>/dist`. */
import { buildBundles, buildTypes } from "./internal/buildPackages.mjs"

const checks = [await buildTypes(), ...(await buildBundles())]
for (const check of checks) {
  console.log(`${check.ok ? "built " : "FAILED"}  ${check.name}`)
  if (!check.ok) console.log(check.output)
}
process.exitCode = checks.every((check) => check.ok) ? 0 : 1
