import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as Cli from "../src/Cli.ts"
import { machine } from "./wangge.ts"

const root = new URL("../../../../", import.meta.url)
const page = readFileSync(new URL("docs/guides/model-your-own-town.md", root), "utf8")

/** The commands of the guide with what it says they print, in the guide's order. */
const steps = Array.from(page.matchAll(/^```sh\n([^`]*?)```\n(?:\n```text\n([^`]*?)\n?```$)?/gm))
  .map(([, command = "", shown]) => ({ command: command.trim(), shown }))
  .filter(({ command }) => command.startsWith("npm run -s wangge -- "))

let base = ""
const home = process.cwd()
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-guide-"))
  cpSync(
    new URL("examples/14-town-from-a-spreadsheet", root),
    join(base, "examples/14-town-from-a-spreadsheet"),
    {
      recursive: true
    }
  )
  process.chdir(base)
})
afterAll(() => {
  process.chdir(home)
  rmSync(base, { recursive: true })
})

/** Runs a command as a person would read it: its result, then its messages, without progress. */
const run = async (args: ReadonlyArray<string>): Promise<string> => {
  const result: Array<string> = []
  const messages: Array<string> = []
  const kept: Console.Console = Object.assign(Object.create(console), {
    log: (text: string) => result.push(text),
    error: (text: string) => messages.push(text)
  })
  await Effect.runPromise(
    Cli.run(args, { isDebugging: false }).pipe(
      Effect.provide(machine(() => {})),
      Effect.provideService(Console.Console, kept)
    )
  )
  return [...result, ...messages].join("\n")
}

test("the guide shows what its commands print, one after the other", async () => {
  expect(steps.map(({ command }) => command.split(" ")[5])).toEqual([
    "init",
    "import",
    "import",
    "check",
    "import",
    "simulate",
    "init"
  ])
  for (const { command, shown } of steps) {
    const [words = ""] = command.replace("npm run -s wangge -- ", "").split(" > ")
    const printed = await run(words.split(" "))
    if (shown === undefined) expect(printed, command).toContain('"format": "wangge-scenario"')
    else expect(printed, command).toBe(shown)
  }
})
