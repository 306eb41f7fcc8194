import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"

/** Those that run; none may outlive a test that failed. */
const children = new Set<ChildProcess>()
let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-network-main-"))
  const network = {
    sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
    stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
  }
  const head = { format: "wangge-network", version: 1, horizon: 12_000 }
  const content = { ...head, measures: ["wait.mean@desk"], network }
  writeFileSync(join(base, "desk.json"), JSON.stringify(content))
})
afterAll(() => {
  for (const child of children) child.kill("SIGKILL")
  rmSync(base, { recursive: true })
})

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))

/** Runs the program as a process; Ctrl-C comes with its first message, if asked for. */
const wangge = (
  args: ReadonlyArray<string>,
  { isInterrupted = false }: { readonly isInterrupted?: boolean } = {}
): Promise<{ readonly code: number | null; readonly result: string; readonly messages: string }> =>
  new Promise((resolve) => {
    const nodeArgs = ["--conditions=@wangge/source", main, "network", "desk.json", ...args]
    const child = spawn(process.execPath, nodeArgs, { cwd: base, timeout: 50_000 })
    children.add(child)
    let [result, messages] = ["", ""]
    child.stdout.on("data", (part) => {
      result += part
    })
    child.stderr.on("data", (part) => {
      if (isInterrupted && messages === "") child.kill("SIGINT")
      messages += part
    })
    child.on("close", (code) => {
      children.delete(child)
      resolve({ code, result, messages })
    })
  })

const asked = ["--replications", "4", "--format", "json"]

test("Ctrl-C leaves a checkpoint, from which the study goes on to the same bytes", async () => {
  const checkpoint = ["--checkpoint", "study.bin"]
  const ended = await wangge([...asked, ...checkpoint, "--threads", "2"], { isInterrupted: true })
  expect(ended).toMatchObject({ code: 130, result: "" })
  expect(ended.messages).toContain("--resume study.bin")
  expect(existsSync(join(base, "study.bin"))).toBe(true)
  const whole = await wangge([...asked, "--threads", "2"])
  const resumed = await wangge([...asked, "--threads", "1", "--resume", "study.bin"])
  expect(whole.code).toBe(0)
  expect(resumed.result).toBe(whole.result)
})

test("Ctrl-C without a checkpoint ends at once and leaves nothing", async () => {
  const before = readdirSync(base)
  const ended = await wangge(["--horizon", "60000", "--threads", "2"], { isInterrupted: true })
  expect(ended).toMatchObject({ code: 130, result: "" })
  expect(ended.messages).toContain("interrupted")
  expect(readdirSync(base)).toEqual(before)
})
