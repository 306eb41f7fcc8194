/**
 * Checks doc fences: writes each as a module into one folder of the checkout, type-checks all of
 * them in one run of the compiler and runs them in one process of Node, both against the sources.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { DocFence } from "./DocFence.ts"
import * as FenceModule from "./FenceModule.ts"

/** What was wrong with one fence, in lines to read; nothing when it holds. */
export interface FenceResult {
  readonly fence: DocFence
  readonly problems: ReadonlyArray<string>
}

const assertionText = `import { inspect, isDeepStrictEqual } from "node:util"
export const ${FenceModule.assertion} = (actual: unknown, expected: unknown, literal: string): void => {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(\`the docs say \${literal}; it is \${inspect(actual, { depth: 8 })}\`)
}
`

const compilerText = JSON.stringify({
  extends: "../../tsconfig.base.json",
  compilerOptions: {
    composite: false,
    declaration: false,
    declarationMap: false,
    noEmit: true,
    rootDir: "../.."
  },
  include: ["*.ts"]
})

/** Checks all fences; `name` is the folder inside `.fences` that is made, used and removed. */
export const check = (
  root: string,
  name: string,
  fences: ReadonlyArray<DocFence>
): ReadonlyArray<FenceResult> => {
  const folder = join(root, ".fences", name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(join(folder, "equalsLiteral.ts"), assertionText)
    writeFileSync(join(folder, "tsconfig.json"), compilerText)
    const strays = fences.map((fence, index) => {
      const made = FenceModule.make(fence.code, "./equalsLiteral.ts")
      writeFileSync(join(folder, fileName(index)), made.text)
      return made.strayLines.map(
        (line) => `${place(fence, line)} "// =>" follows nothing that can be asserted`
      )
    })
    const typeErrors = typeCheck(root, folder, fences)
    const failures = runAll(root, folder, fences)
    return fences.map((fence, index) => ({
      fence,
      problems: [
        ...(strays[index] ?? []),
        ...typeErrors.filter((error) => error.index === index).map(({ text }) => text),
        ...(failures[index] ?? [])
      ]
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const fileName = (index: number): string => `fence${index}.ts`

const place = (fence: DocFence, line: number): string => `${fence.path}:${fence.line + line - 1}`

interface TypeError {
  readonly index: number
  readonly text: string
}

/** The compiler's errors in fences; errors in sources are another check's. */
const typeCheck = (
  root: string,
  folder: string,
  fences: ReadonlyArray<DocFence>
): ReadonlyArray<TypeError> => {
  const compiler = join(root, "node_modules/ts7/bin/tsc")
  const run = spawnSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26
  })
  if (run.error !== undefined || run.status === null) {
    throw new Error(`The compiler did not run: ${run.error?.message ?? run.signal}`)
  }
  const errors = run.stdout.split("\n").flatMap((line): ReadonlyArray<TypeError> => {
    const match = /^fence(\d+)\.ts\((\d+),\d+\): error (.*)$/.exec(line)
    if (match === null) return []
    const index = Number(match[1])
    const fence = fences[index]
    return fence === undefined
      ? []
      : [{ index, text: `${place(fence, Number(match[2]))} ${match[3]}` }]
  })
  const other = /^error .*$/m.exec(run.stdout)?.[0]
  if (other !== undefined) throw new Error(`The compiler stopped: ${other}`)
  return errors
}

/** Runs every fence that is to be run; what went wrong in each. */
const runAll = (
  root: string,
  folder: string,
  fences: ReadonlyArray<DocFence>
): ReadonlyArray<ReadonlyArray<string>> => {
  const results = join(folder, "results.json")
  const runner = join(root, "packages/tidy/src/internal/fenceRunner.ts")
  const files = fences.flatMap(({ isRun }, index) => (isRun ? [fileName(index)] : []))
  writeFileSync(join(folder, "files.json"), JSON.stringify(files))
  const run = spawnSync(process.execPath, ["--conditions=@wangge/source", runner, folder], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    timeout: 100_000
  })
  const done: Readonly<Record<string, string | null>> = Object.fromEntries(
    existsSync(results)
      ? readFileSync(results, "utf8")
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line))
      : []
  )
  return fences.map((fence, index) => {
    if (!fence.isRun) return []
    const failure = done[fileName(index)]
    if (failure === undefined) {
      const last = run.stderr.trim().split("\n").slice(-3).join(" ")
      return [`${place(fence, 1)} did not come to its end. ${last}`]
    }
    return failure === null ? [] : [inDocs(fence, index, failure)]
  })
}

/** A failure's text with the line in the docs, where the stack names the fence. */
const inDocs = (fence: DocFence, index: number, failure: string): string => {
  const line = new RegExp(`fence${index}\\.ts:(\\d+)`).exec(failure)?.[1]
  const message = failure.split(/\n\s+at /)[0] ?? failure
  return `${place(fence, line === undefined ? 1 : Number(line))} ${message}`
}
