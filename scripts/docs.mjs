/** `npm run docs`: the API docs of all packages, as pages in `docs-html`. */
import { buildTypes } from "./internal/buildPackages.mjs"
import { programs, runNode } from "./internal/run.mjs"

const built = await buildTypes()
if (!built.ok) {
  console.log(built.output)
  process.exit(1)
}
const docs = await runNode([programs.typedoc], { show: true })
process.exitCode = docs.ok ? 0 : 1
