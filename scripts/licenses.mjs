/**
 * `npm run licenses` writes THIRD-PARTY-LICENSES.md; with `--check` it only compares, and ends with 1
 * when the file is not what it would write. A package without a stated licence is an error.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./internal/packages.mjs"
import { thirdParties } from "./internal/thirdParties.mjs"

const file = "THIRD-PARTY-LICENSES.md"
const rows = thirdParties()

const counts = new Map()
for (const { licence } of rows) counts.set(licence, (counts.get(licence) ?? 0) + 1)
const summary = [...counts].sort().map(([licence, count]) => `${licence} ${count}`)

const text = `# Third-party licences

Installing the packages of this repository also installs these ${rows.length} packages of others; our
bundles contain none of their code. Made from the lockfile by \`npm run licenses\`; a test fails when
this page is out of date.

By licence: ${summary.join(", ")}.

| package | version | licence | homepage |
| --- | --- | --- | --- |
${rows
  .map(
    ({ name, version, licence, homepage }) =>
      `| ${name} | ${version} | ${licence} | <${homepage}> |`
  )
  .join("\n")}
`

const unknown = rows.filter(({ licence }) => licence === "UNKNOWN")
if (unknown.length > 0) {
  console.error(`No licence is stated by: ${unknown.map(({ name }) => name).join(", ")}.`)
  process.exit(1)
}

const path = join(root, file)
if (!process.argv.includes("--check")) {
  writeFileSync(path, text)
  console.log(`${file}: ${rows.length} packages`)
} else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
  console.error(`${file} is out of date: run npm run licenses.`)
  process.exit(1)
}
