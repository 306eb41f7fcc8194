import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { CaseProfile, ProfileGraph, ProfileSchema } from "@wangge/cases"
import { Runner } from "@wangge/simulator"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as Cli from "../src/Cli.ts"
import { EventLogs } from "../src/EventLogs.ts"
import { ProfilePage, ProfileTable } from "../src/index.ts"
import { StatusScreen } from "../src/StatusScreen.ts"
import { Threads } from "../src/Threads.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wangge-profile-"))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Runs `wangge profile` on this thread and keeps what it prints. */
const profile = async (...args: ReadonlyArray<string>) => {
  const result: Array<string> = []
  const messages: Array<string> = []
  const kept: Console.Console = Object.assign(Object.create(console), {
    log: (text: string) => result.push(`${text}\n`),
    error: (text: string) => messages.push(`${text}\n`)
  })
  const screen = Layer.succeed(StatusScreen, {
    isTerminal: false,
    columns: () => 80,
    write: (text) => {
      messages.push(text)
    },
    nowMs: () => 0
  })
  const threads = Layer.succeed(Threads, {
    usualCount: 1,
    open: () => Effect.succeed(Runner.thisThread),
    openForNetworks: () => Effect.die("drawing a profile runs no network"),
    openForSelfTest: () => Effect.die("drawing a profile runs no self-test")
  })
  const eventLogs = Layer.succeed(EventLogs, {
    endings: [],
    pieces: () => {
      throw new Error("drawing a profile writes no event log")
    }
  })
  const code = await Effect.runPromise(
    Cli.run(["profile", ...args], { isDebugging: false }).pipe(
      Effect.provide([screen, threads, eventLogs, NodeServices.layer]),
      Effect.provideService(Console.Console, kept)
    )
  )
  return { code, result: result.join(""), messages: messages.join("") }
}

/** A file of the five-step profile with another text in it. */
const fileWith = (name: string, change: (text: string) => string): string => {
  const path = join(folder, name)
  const text = JSON.stringify(ProfileSchema.toData(CaseProfile.fiveStep))
  writeFileSync(path, change(text))
  return path
}

describe("drawing", () => {
  test.each(CaseProfile.profileIds)("%s comes in every format and both languages", async (id) => {
    const of = CaseProfile.all[id]
    for (const lang of ["en", "zh"] as const) {
      const mermaid = await profile(id, "--format", "mermaid", "--lang", lang)
      expect(mermaid).toEqual({ code: 0, result: ProfileGraph.toMermaid(of, lang), messages: "" })
      const table = await profile(id, "--lang", lang)
      expect(table).toEqual({ code: 0, result: ProfileTable.toText(of, lang), messages: "" })
      expect(table.result).toContain(of.label[lang])
    }
    expect((await profile(id, "--format", "scxml")).result).toBe(ProfileGraph.toScxml(of))
    const json = JSON.parse((await profile(id, "--format", "json")).result)
    expect(ProfileSchema.parse(json)).toEqual({ ok: true, profile: of })
  })

  test("the JSON of a profile is drawn as the profile itself", async () => {
    const path = fileWith("same.json", (text) => text)
    expect(await profile(path)).toEqual(await profile("fiveStep"))
  })

  test("a table row says from where, what, to where, who and what it needs", async () => {
    const { result } = await profile("digitalCity")
    expect(result).toMatch(/in follow-up +check the claim +in progress +checker +all +photo/)
    expect(result).toMatch(/claimed resolved +report back +verify the claim 2 d/)
    const gates = (await profile("threeMatter", "--lang", "zh")).result
    expect(gates).toMatch(/开始处置 +大事、小事 +议事协商 已启动/)
  })
})

describe("checking", () => {
  test.each(CaseProfile.profileIds)("%s ends with code 0", async (id) => {
    const { code, result } = await profile("--check", id)
    expect({ code, lines: result.split("\n").length }).toEqual({ code: 0, lines: 2 })
  })

  test("a profile with a dead end ends with code 1 and the shortest way there", async () => {
    const path = fileWith("dead.json", (text) =>
      text.replace('"action":"BeginFollowUp","from":["Resolved"]', '"action":"Verify","from":[]')
    )
    const { code, result } = await profile("--check", path)
    expect(code).toBe(1)
    expect(result).toContain(
      "comes to no end at all. Shortest way there: report → reported; verify"
    )
    const zh = await profile("--check", path, "--lang", "zh")
    expect(zh.result).toContain("后无法以任何方式结束。最短路径:上报 → 已上报;核实 → 已核实;")
    const json = JSON.parse((await profile("--check", path, "--format", "json")).result)
    expect(json.findings[0]).toMatchObject({ code: "StatusUnreachable", subject: "FollowUp" })
  })

  test("a value that is none of its kind is told before the life cycle is looked at", async () => {
    const path = fileWith("value.json", (text) => text.replace('"maxReturns":2', '"maxReturns":-2'))
    const { code, result } = await profile("--check", path)
    expect({ code, result: result.split("\n")[1] }).toEqual({
      code: 1,
      result: "policy.maxReturns is -2; expected a whole number of 0 or more."
    })
  })
})

describe("wrong input ends with code 2, one message and no result", () => {
  const refused = async (args: ReadonlyArray<string>, ...parts: ReadonlyArray<string>) => {
    const { code, result, messages } = await profile(...args)
    expect({ code, result }).toEqual({ code: 2, result: "" })
    expect(messages.match(/^wangge: /gm)).toHaveLength(1)
    for (const part of parts) expect(messages).toContain(part)
  }

  test("an unknown id, with the known ones and a guess", async () => {
    const known = "Known profiles: base, fiveStep, closedLoop"
    await refused(["fivestep"], 'Unknown profile "fivestep"', 'mean "fiveStep"?', known)
    await refused(["--check", "lunar"], 'Unknown profile "lunar"', known)
  })

  test("an unknown format or language", async () => {
    await refused(["base", "--format", "dot"], "mermaid", "scxml")
    await refused(["base", "--lang", "fr"], '"en"')
  })

  test("nothing named, two named, a check that should be drawn", async () => {
    await refused([], "Name a profile")
    await refused(["base", "--check", "base"], "Name one profile")
    await refused(["--check", "base", "--format", "scxml"], "not scxml")
  })

  test("a file that is none, is no profile, or holds a wrong value", async () => {
    await refused([join(folder, "nowhere.json")], "there is no such file")
    const other = join(folder, "other.json")
    writeFileSync(other, '{"format":"wangge-scenario"}')
    await refused([other], "not a case profile", "wangge profile base --format json")
    const lunar = fileWith("lunar.json", (text) => text.replace('"calendar"', '"lunar"'))
    await refused(["--check", lunar], "limits.Emergency.clock", "lunar")
    const shrunk = fileWith("shrunk.json", (text) =>
      text.replace('"amberShare":0.75', '"amberShare":2')
    )
    await refused([shrunk, "--format", "mermaid"], "policy.amberShare", "a share from 0 to 1")
  })
})

describe("the pages of the docs", () => {
  const pages = new URL("../../../../docs/profiles/", import.meta.url)

  test("are one per profile and say what the profiles are (run npm run profiles)", () => {
    const files = CaseProfile.profileIds.map((id) => `${id}.md`).sort()
    expect(readdirSync(pages).sort()).toEqual(files)
    for (const id of CaseProfile.profileIds) {
      const text = readFileSync(new URL(`${id}.md`, pages), "utf8")
      expect(text).toBe(ProfilePage.toMarkdown(CaseProfile.all[id]))
    }
  })

  test("show the pictures that the command makes", async () => {
    const text = readFileSync(new URL("fiveStep.md", pages), "utf8")
    const pictures = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map((match) => match[1])
    const drawn = await Promise.all(
      ["en", "zh"].map((lang) => profile("fiveStep", "--format", "mermaid", "--lang", lang))
    )
    expect(pictures).toEqual(drawn.map(({ result }) => result))
  })
})
