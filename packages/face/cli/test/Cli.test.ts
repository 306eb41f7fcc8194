import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Preset } from "@wangge/simulator"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as ScenarioSource from "../src/ScenarioSource.ts"
import { hamlet } from "./hamlet.ts"
import { wangge } from "./wangge.ts"

let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-cli-"))
})
afterAll(() => {
  rmSync(base, { recursive: true })
})

const file = (name: string, text: string): string => {
  writeFileSync(join(base, name), text)
  return join(base, name)
}

const hamletFile = (): string => file("hamlet.json", JSON.stringify(hamlet))

const brief = ["--days", "10", "--replications", "2"]

describe("simulate", () => {
  test("the table goes to the result, the progress does not", async () => {
    const { code, result, messages } = await wangge("simulate", hamletFile(), ...brief)
    expect(code).toBe(0)
    expect(result).toContain("onTimeShare")
    expect(messages).toContain("(100 %)")
    expect(messages).not.toContain("onTimeShare")
  })

  test("--lang zh prints the table in Chinese", async () => {
    const { result } = await wangge("simulate", hamletFile(), ...brief, "--lang", "zh")
    expect(result).toContain("小村")
  })

  test("--out leaves the report, the outcomes as printed and a scenario that gives the same", async () => {
    const out = join(base, "new/report")
    const options = [...brief, "--seed", "7", "--format", "json"]
    const first = await wangge("simulate", hamletFile(), ...options, "--out", out)
    expect(readdirSync(out).sort()).toEqual(["outcomes.json", "report.html", "scenario.json"])
    expect(readdirSync(join(base, "new"))).toEqual(["report"])
    expect(readFileSync(join(out, "outcomes.json"), "utf8")).toBe(first.result)
    expect(readFileSync(join(out, "report.html"), "utf8")).toMatch(/<\/html>\s*$/)
    const again = await wangge("simulate", join(out, "scenario.json"), ...options.slice(2))
    expect(again.result).toBe(first.result)
  })
})

describe("simulate --log", () => {
  test("the first replication's cases, in the format of the name, the same in all three", async () => {
    const folder = join(base, "logs/of the hamlet")
    const counts = new Set<number>()
    for (const name of ["a.xes", "B.OCEL.JSON", "c.csv"]) {
      const log = join(folder, name)
      const { code, result, messages } = await wangge(
        "simulate",
        hamletFile(),
        ...brief,
        "--log",
        log
      )
      expect(code).toBe(0)
      expect(result).toContain("onTimeShare")
      expect(messages).toContain(`Event log: ${log}\n`)
      const text = readFileSync(log, "utf8")
      if (name === "a.xes") counts.add(text.split("<event>").length - 1)
      else if (name === "c.csv") counts.add(text.split("\r\n").length - 2)
      else counts.add(JSON.parse(text).events.length)
    }
    expect(readdirSync(folder).sort()).toEqual(["B.OCEL.JSON", "a.xes", "c.csv"])
    expect(counts.size).toBe(1)
    expect([...counts][0]).toBeGreaterThan(50)
  })

  test("a log takes the place of an old one, and the folder keeps its other files", async () => {
    const old = file("old.csv", "old")
    const kept = file("kept.csv", "kept")
    await wangge("simulate", hamletFile(), ...brief, "--log", old)
    expect(readFileSync(old, "utf8")).toMatch(/^caseId,activity,time/)
    expect(readFileSync(kept, "utf8")).toBe("kept")
    expect(readdirSync(base).filter((name) => name.startsWith(".wangge"))).toEqual([])
  })

  test("a name without a format and a folder are refused before anything is simulated", async () => {
    const refusal = await wangge("simulate", "helong", "--log", join(base, "log.json"))
    expect(refusal).toEqual({
      code: 2,
      result: "",
      messages: `wangge: Cannot tell the format of the log "${join(base, "log.json")}" from its name; expected a name that ends with .xes or .ocel.json or .csv.\n`
    })
    const folder = join(base, "folder.xes")
    mkdirSync(folder)
    expect(await wangge("simulate", "helong", "--log", folder)).toMatchObject({
      code: 2,
      messages: `wangge: Cannot write ${folder}: it is a folder.\n`
    })
    const blocked = join(file("blocked log", ""), "a.xes")
    expect(await wangge("simulate", "helong", "--log", blocked)).toMatchObject({
      code: 2,
      result: ""
    })
    expect(await wangge("simulate", "helong", "--log", "")).toMatchObject({ code: 2, result: "" })
  })
})

describe("init and localities", () => {
  test("init prints a scenario that is read back as the preset", async () => {
    const { code, result } = await wangge("init", "longxian")
    expect(code).toBe(0)
    expect(JSON.parse(result)).toMatchObject({ format: "wangge-scenario", locality: "longxian" })
    expect(JSON.parse(result).$schema).toContain("scenario.schema.json")
    const read = await Effect.runPromise(
      ScenarioSource.load(file("town.json", result)).pipe(Effect.provide(NodeServices.layer))
    )
    expect(read.scenario).toEqual(Preset.find("longxian"))
  })

  test("localities are listed in both languages and as JSON", async () => {
    expect((await wangge("localities")).result).toMatch(/helong\s+Helong\s+Jilin\s+69\s+reported/)
    expect((await wangge("localities", "--lang", "zh")).result).toContain("和龙市")
    const { result } = await wangge("localities", "--format", "json")
    expect(JSON.parse(result).localities[1]).toMatchObject({
      id: "longxian",
      gridWorkers: { value: 110, unit: "seats", precision: "atLeast", provenance: "reported" }
    })
  })
})

describe("help and version", () => {
  test("every verb has both, on the result", async () => {
    for (const verb of [
      [],
      ["simulate"],
      ["init"],
      ["localities"],
      ["check"],
      ["profile"],
      ["stress"],
      ["replay"]
    ]) {
      const help = await wangge(...verb, "--help")
      expect(help).toMatchObject({ code: 0, messages: "" })
      expect(help.result).toContain(["wangge", ...verb].join(" "))
      const version = await wangge(...verb, "--version")
      expect(version).toMatchObject({ code: 0, messages: "" })
      expect(version.result).toMatch(/^wangge v\d+\.\d+\.\d+\n$/)
    }
  })
})

describe("wrong input ends with code 2, one message and no result", () => {
  const edited = async (change: (scenario: Record<string, unknown>) => void) => {
    const scenario = JSON.parse((await wangge("init", "helong")).result)
    change(scenario)
    return JSON.stringify(scenario)
  }
  const refused = async (args: ReadonlyArray<string>, ...parts: ReadonlyArray<string>) => {
    const { code, result, messages } = await wangge(...args)
    expect({ code, result }).toEqual({ code: 2, result: "" })
    for (const part of parts) expect(messages).toContain(part)
    expect(messages).toMatch(/^wangge: /)
    expect(messages).not.toMatch(/\n\s+at /)
  }

  test("an unknown locality, with the known ones and a guess", async () => {
    const known = "Known localities: helong, longxian"
    await refused(["simulate", "helnog"], 'Unknown locality "helnog"', 'mean "helong"?', known)
    await refused(["init", "atlantis"], 'Unknown locality "atlantis"', known)
  })

  test("a file that cannot be read or is not JSON", async () => {
    await refused(["simulate", join(base, "no.json")], "there is no such file or folder")
    await refused(["simulate", base], "it is a folder")
    await refused(["simulate", file("bad.json", '{"a" 1}')], "line 1, column 6", 'expected ":"')
  })

  test("a file of another format or version", async () => {
    await refused(["simulate", file("list.json", "[]")], '"format" is missing', "wangge init")
    const newer = file("newer.json", '{"format": "wangge-scenario", "version": 2}')
    await refused(["simulate", newer], "version 2", "understands version 1")
    const foreign = file("foreign.json", '{"format": "wangge-scenario", "version": 1}')
    await refused(["replay", foreign], "not a counter-example", "wangge-counterexample")
    const next = file("next.json", '{"format": "wangge-counterexample", "version": 9}')
    await refused(["replay", next], "version 9", "understands version 1")
    const hollow = file("hollow.json", '{"format": "wangge-counterexample", "version": 1}')
    await refused(["replay", hollow], "problems:", "promise is missing")
  })

  test("a scenario with problems names each path, value and what is expected", async () => {
    const text = await edited((scenario) => {
      Object.assign(scenario.staff ?? {}, { gridWorkers: -1 })
      Object.assign(scenario.calendar ?? {}, { days: 0 })
    })
    await refused(
      ["simulate", file("wrong.json", text)],
      "2 problems:",
      "staff.gridWorkers is -1; expected",
      "calendar.days is 0; expected"
    )
  })

  test("numbers that make no sense", async () => {
    await refused(["simulate", "helong", "--seed", "1.5"], "--seed", '"1.5"', "whole number")
    await refused(["simulate", "helong", "--seed", "9007199254740992"], "--seed")
    await refused(["simulate", "helong", "--days", "0"], "--days", '"0"', "at least 1")
    await refused(["simulate", "helong", "--days", "-3"], "--days", '"-3"')
    await refused(["simulate", "helong", "--replications", "0"], "--replications", "from 1 to")
    await refused(["simulate", "helong", "--threads", "0"], "--threads", "from 1 to 64")
    await refused(
      ["stress", "helong", "--promise", "satisfaction > 0", "--budget", "0"],
      "--budget"
    )
  })

  test("unknown flags and verbs, missing and superfluous arguments", async () => {
    await refused(["simulate", "helong", "--sed", "1"], "--sed", "Did you mean --seed?")
    await refused(["simulat", "helong"], 'Unknown subcommand "simulat"', "Did you mean simulate?")
    await refused(["simulate"], "Missing required argument")
    await refused(["simulate", "helong", "longxian"], '"longxian"')
    await refused(["stress", "helong"], "Missing required flag: --promise")
    await refused(["simulate", "helong", "--format", "xml"], '"xml"', "json")
  })

  test("a promise that cannot be read, with the grammar and the outcomes", async () => {
    await refused(["stress", "helong", "--promise", "on time"], "<outcome> <relation>", "backlog")
    await refused(
      ["stress", "helong", "--promise", "onTime >= 0.9"],
      '"onTime"',
      "Grammar: <outcome>",
      "onTimeShare"
    )
  })

  test("a folder that cannot be written is refused before anything is simulated", async () => {
    const blocked = join(file("blocked", ""), "report")
    const refusal = await wangge("simulate", "helong", "--out", blocked)
    expect(refusal).toEqual({
      code: 2,
      result: "",
      messages: `wangge: Cannot write into ${blocked}: it is a folder where a file should be, or a file where a folder should be.\n`
    })
    await refused(["simulate", "helong", "--out", ""], "--out")
    expect(existsSync(blocked)).toBe(false)
  })
})

describe("stress and replay", () => {
  const brokenPromise = ["--promise", "casesRaised >= 100000"]

  test("a promise broken without a shock is kept as a file that replays; code 1", async () => {
    const out = join(base, "stress")
    const { code, result } = await wangge("stress", hamletFile(), ...brokenPromise, "--out", out)
    expect(code).toBe(1)
    expect(result).toContain("is broken without any shock")
    const kept = join(out, "counterexample.json")
    expect(result).toContain(`wangge replay ${kept}`)
    const replay = await wangge("replay", kept)
    expect(replay).toMatchObject({ code: 0 })
    expect(replay.result).toContain("The replay is the same.")
  })

  test("a replay that differs says so; code 4", async () => {
    const out = join(base, "changed")
    await wangge("stress", hamletFile(), ...brokenPromise, "--out", out)
    const kept = join(out, "counterexample.json")
    const content = JSON.parse(readFileSync(kept, "utf8"))
    writeFileSync(kept, JSON.stringify({ ...content, runHash: "another" }))
    const replay = await wangge("replay", kept, "--format", "json")
    expect(replay.code).toBe(4)
    expect(JSON.parse(replay.result)).toMatchObject({ sameHash: false, sameVerdict: true })
    expect((await wangge("replay", kept, "--lang", "zh")).result).toContain("重放结果不一致")
  })

  test("a promise that nothing breaks leaves no file; code 0", async () => {
    const out = join(base, "kept")
    mkdirSync(out)
    const options = ["--promise", "casesRaised >= 1", "--budget", "2"]
    const { code, result } = await wangge("stress", hamletFile(), ...options, "--out", out)
    expect(code).toBe(0)
    expect(result).toContain("none of 1 shocks judged within the budget broke it")
    expect(readdirSync(out)).toEqual([])
  })
})
