import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { hamlet } from "./hamlet.ts"

let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-main-"))
  writeFileSync(join(base, "hamlet.json"), JSON.stringify(hamlet))
})
afterAll(() => {
  rmSync(base, { recursive: true })
})

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))
const bin = fileURLToPath(new URL("../bin/wangge.mjs", import.meta.url))

/** Starts the program as a process; `onMessage` sees what it writes to standard error. */
const start = (
  nodeArgs: ReadonlyArray<string>,
  onMessage: (text: string, stop: (signal: NodeJS.Signals) => void) => void = () => {}
): Promise<{ readonly code: number | null; readonly result: string; readonly messages: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, nodeArgs, { cwd: base, timeout: 50_000 })
    const result: Array<string> = []
    const messages: Array<string> = []
    child.stdout.on("data", (part) => result.push(String(part)))
    child.stderr.on("data", (part) => {
      messages.push(String(part))
      onMessage(messages.join(""), (signal) => child.kill(signal))
    })
    child.on("close", (code) =>
      resolve({ code, result: result.join(""), messages: messages.join("") })
    )
  })

const wangge = (...args: ReadonlyArray<string>) => ["--conditions=@wangge/source", main, ...args]

test("the same arguments give the same bytes at 1 and 2 threads", async () => {
  const brief = ["simulate", "hamlet.json", "--replications", "5", "--format", "json"]
  const results = []
  for (const threads of ["1", "2"]) {
    const { code, result } = await start(wangge(...brief, "--threads", threads))
    expect(code).toBe(0)
    results.push(result)
  }
  expect(JSON.parse(results[0] ?? "")).toMatchObject({ format: "wangge-outcomes", seed: 1 })
  expect(new Set(results).size).toBe(1)
})

test("Ctrl-C ends with code 130 and leaves no report and no result", async () => {
  let isStopped = false
  const args = wangge("simulate", "hamlet.json", "--replications", "150", "--out", "report")
  const ended = await start(args, (messages, stop) => {
    if (isStopped || messages.length === 0) return
    isStopped = true
    stop("SIGINT")
  })
  expect(ended).toMatchObject({ code: 130, result: "" })
  expect(ended.messages).toContain("interrupted")
  expect(readdirSync(base)).toEqual(["hamlet.json"])
})

test("an older Node gets one sentence and code 2", async () => {
  const older = 'Object.defineProperty(process, "versions", { value: { node: "20.20.2" } })'
  const ended = await start(["--import", `data:text/javascript,${older}`, bin, "--version"])
  expect(ended).toEqual({
    code: 2,
    result: "",
    messages:
      "wangge needs Node 22.19 or newer; this is Node 20.20.2. " +
      "Please install a newer one from https://nodejs.org.\n"
  })
})
