/**
 * `npm run pack:try`: builds and packs every public package, installs the tarballs into an empty
 * project, compiles a program that uses all of them with every declaration checked, compiles the
 * repository's examples there too, and runs the program and the `wangge` command. Third parties come
 * from npm's cache or registry. `--keep` leaves the project for a look.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, delimiter, dirname, join } from "node:path"
import { buildBundles, buildTypes } from "./internal/buildPackages.mjs"
import { packAll, tarballOf } from "./internal/packageHealth.mjs"
import { publicPackages, root } from "./internal/packages.mjs"
import { programs, run, runNode } from "./internal/run.mjs"

/**
 * Says how one stage went; a failed stage shows its output and ends everything.
 *
 * @param {string} stage
 * @param {{ ok: boolean, output: string }} outcome
 */
const report = (stage, { ok, output }) => {
  console.log(`${ok ? "ok    " : "FAILED"} ${stage}`)
  if (ok) return
  console.log(output)
  throw new Error(stage)
}

/** A program that imports everything that is exported, and uses a little of it. */
const consumerText = () => {
  const names = publicPackages().map(({ name }) => name)
  return `${names.map((name, index) => `import * as package${index} from "${name}"`).join("\n")}
import { Seconds } from "@wangge/facts"

const day: number = Seconds.dayNumber(1970, 1, 2)
if (day !== 1) throw new Error(\`@wangge/facts counts \${day} days\`)
const packages: Record<string, object> = {
${names.map((name, index) => `  "${name}": package${index}`).join(",\n")}
}
for (const [name, exported] of Object.entries(packages)) {
  if (Object.keys(exported).length === 0) throw new Error(\`\${name} exports nothing\`)
  console.log(\`\${name}: \${Object.keys(exported).join(", ")}\`)
}
`
}

/** @param {string} project */
const writeProject = (project) => {
  mkdirSync(project, { recursive: true })
  const compilerOptions = {
    target: "ES2023",
    lib: ["ES2023", "DOM"],
    module: "NodeNext",
    strict: true,
    skipLibCheck: false,
    allowImportingTsExtensions: true,
    noEmit: true
  }
  const files = {
    "package.json": JSON.stringify({ name: "packed-consumer", private: true, type: "module" }),
    // The packages' own declarations need no types of Node; an example may read a file.
    "tsconfig.json": JSON.stringify({
      compilerOptions: { ...compilerOptions, types: [] },
      include: ["consumer.ts"]
    }),
    "tsconfig.examples.json": JSON.stringify({
      compilerOptions: { ...compilerOptions, types: ["node"] },
      include: ["examples/*.ts"]
    }),
    "consumer.ts": consumerText()
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text)
  mkdirSync(join(project, "examples"))
  for (const example of globSync("examples/*/main.ts", { cwd: root })) {
    const copy = `${basename(dirname(example))}.ts`
    writeFileSync(join(project, "examples", copy), readFileSync(join(root, example)))
  }
}

/** A Node on the search path that is too old for the packages, if there is one. */
const oldNode = async () => {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const program = join(folder, "node")
    const { ok, output } = await run(program, ["--version"])
    const [major = 0, minor = 0] = output.replace("v", "").split(".").map(Number)
    if (ok && (major < 22 || (major === 22 && minor < 19))) return program
  }
  return undefined
}

/** @param {string} project */
const tryCommand = async (project) => {
  const found = publicPackages().find(({ name }) => name === "wangge")
  if (found === undefined) return
  const command = join(project, "node_modules/.bin/wangge")
  report("wangge --version", await runNode([command, "--version"], { cwd: project }))
  report("wangge localities", await runNode([command, "localities"], { cwd: project }))
  const old = await oldNode()
  if (old === undefined) {
    console.log("skipped: no Node older than 22.19 on the search path")
    return
  }
  const { ok, output } = await run("sh", ["-c", `"${old}" "${command}" --version; test $? -eq 2`])
  const isSaid = output.includes("22.19") && output.trim().split("\n").length === 1
  report(`an older Node (${old}) gets one sentence and exit code 2`, { ok: ok && isSaid, output })
}

const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const folder = mkdtempSync(join(tmpdir(), "wangge-packed-"))
const project = join(folder, "project")
try {
  report("declarations", await buildTypes())
  for (const bundle of await buildBundles()) report(bundle.name, bundle)
  report("npm pack", await packAll(folder))
  writeProject(project)
  const tarballs = publicPackages().map((found) => join(folder, tarballOf(found)))
  const flags = ["--no-fund", "--no-audit", "--prefer-offline", "--loglevel=error"]
  report("npm install", await run("npm", ["install", ...flags, ...tarballs], { cwd: project }))
  const nodeTypes = `@types/node@${devDependencies["@types/node"]}`
  report(
    "types of Node for the examples",
    await run("npm", ["install", "--save-dev", ...flags, nodeTypes], { cwd: project })
  )
  const compiled = await runNode([programs.tsc, "-p", project], { cwd: project })
  report("types, with skipLibCheck off", compiled)
  const examples = join(project, "tsconfig.examples.json")
  const compiledExamples = await runNode([programs.tsc, "-p", examples], { cwd: project })
  report("types of the examples", compiledExamples)
  const consumed = await runNode([join(project, "consumer.ts")], { cwd: project })
  report("the program runs", consumed)
  console.log(consumed.output.trimEnd().replaceAll(/^/gm, "         "))
  await tryCommand(project)
  console.log("\nThe packed packages work in a project of their own.")
} catch (error) {
  console.error(`\npack:try failed: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  if (process.argv.includes("--keep")) console.log(`The project is in ${project}.`)
  else rmSync(folder, { recursive: true, force: true })
}
