/**
 * `npm run example -- NN`: runs the example whose folder begins with NN (`all`: every one) and prints
 * what its README shows first. Without a number it lists the examples. With `--write` it runs every
 * output of the example instead and writes them into the `text` fences of the README: do that with
 * `all` whenever the model changes.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./internal/packages.mjs"
import { blocksOf, withBlocks } from "./internal/readmeBlocks.mjs"

const folders = globSync("examples/*/main.ts", { cwd: root }).map(dirname).sort()
const [asked, ...marks] = process.argv.slice(2)

/** @param {string} folder */
const titleOf = (folder) =>
  (readFileSync(join(root, folder, "README.md"), "utf8").split("\n")[0] ?? "").replace(/^# /, "")

const list = () => folders.map((folder) => `  ${basename(folder).padEnd(24)}${titleOf(folder)}`)

/** @param {string} folder */
const run = async (folder) => {
  /** @type {{ outputs: ReadonlyArray<() => string | Promise<string>> }} */
  const { outputs } = await import(pathToFileURL(join(root, folder, "main.ts")).href)
  if (!marks.includes("--write")) {
    console.log(await outputs[0]?.())
    return
  }
  const page = join(root, folder, "README.md")
  const text = readFileSync(page, "utf8")
  /** @type {string[]} */
  const texts = []
  for (const output of outputs) texts.push(await output())
  const written = withBlocks(text, texts)
  writeFileSync(page, written)
  const isSame = written === text
  console.log(
    `${folder}/README.md: ${blocksOf(written).length} outputs ${isSame ? "unchanged" : "written"}`
  )
}

const found = folders.filter(
  (folder) => asked === "all" || (asked !== undefined && basename(folder).startsWith(asked))
)
const isClear = found.length === 1 || asked === "all"
if (asked === undefined) {
  console.log(["npm run example -- NN runs one of these:", ...list()].join("\n"))
} else if (!isClear || marks.some((mark) => mark !== "--write")) {
  console.error(
    ["npm run example -- NN [--write], where NN is all or begins one of:", ...list()].join("\n")
  )
  process.exitCode = 2
} else {
  for (const folder of found) await run(folder)
}
