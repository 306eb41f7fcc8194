import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { wangge } from "./wangge.ts"

let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-network-"))
})
afterAll(() => {
  rmSync(base, { recursive: true })
})

const desk = {
  name: "desk",
  timeUnit: "minute",
  sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
  stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
}

/** A network file; `network` and `head` take the place of the desk's fields. */
const file = (
  name: string,
  { network = {}, head = {} }: { readonly network?: object; readonly head?: object } = {}
): string => {
  const content = {
    format: "wangge-network",
    version: 1,
    network: { ...desk, ...network },
    horizon: 50,
    measures: ["wait.mean@desk", "number.mean"],
    ...head
  }
  writeFileSync(join(base, name), JSON.stringify(content))
  return join(base, name)
}

const stations = (change: object) => ({ stations: [{ ...desk.stations[0], ...change }] })

describe("a study", () => {
  test("prints each measure with its interval, and the hash of its runs", async () => {
    const ran = await wangge("network", file("desk.json"), "--replications", "5")
    expect(ran.code).toBe(0)
    expect(ran.result).toMatch(/^desk, 5 runs, measured from 0 to 50 \(minute\), seed 1\n/)
    expect(ran.result).toMatch(
      /wait, mean, desk +[\d.]+ +[\d.-]+ to [\d.]+ +minute +5 +wait.mean@desk/
    )
    expect(ran.result).toMatch(/Run hash: [0-9a-f]{16} \(philox/)
    expect(ran.messages).toContain("5 / 5 (100 %)")
    const chinese = await wangge(
      "network",
      file("desk.json"),
      "--replications",
      "5",
      "--lang",
      "zh"
    )
    expect(chinese.result).toContain("等待时间")
    expect(chinese.result).toContain(/Run hash: (\w+)/.exec(ran.result)?.[1])
  })

  test("as JSON has its numbers in full and its versions", async () => {
    const args = ["--replications", "4", "--seed", "3", "--confidence", "0.99", "--format", "json"]
    const { result } = await wangge("network", file("desk.json"), ...args)
    const content = JSON.parse(result)
    expect(content).toMatchObject({
      format: "wangge-network-result",
      version: 1,
      network: "desk",
      seed: 3,
      replications: 4,
      confidence: 0.99,
      horizon: 50,
      isPrecise: true
    })
    expect(content.versions.streams).toMatch(/^philox4x32-10/)
    expect(content.measures[0]).toMatchObject({ measure: "wait.mean@desk", unit: "time", count: 4 })
    expect(content.measures[0].high - content.measures[0].mean).toBeCloseTo(
      content.measures[0].halfWidth,
      10
    )
  })

  test("takes length and measures from the flags, before those of the file", async () => {
    const flags = [
      "--horizon",
      "30",
      "--warm-up",
      "10",
      "--measure",
      "number.at(20)",
      "--measure",
      "lost"
    ]
    const { result } = await wangge("network", file("desk.json"), "--replications", "2", ...flags)
    expect(result).toContain("measured from 10 to 30")
    expect(result).toContain("number.at(20)")
    expect(result).not.toContain("wait.mean@desk")
  })

  test("without measures takes the usual ones, and says so", async () => {
    const plain = file("plain.json", { head: { measures: [] } })
    const { messages, result } = await wangge("network", plain, "--replications", "2")
    expect(messages).toContain(
      "No measure was asked for, so these are the usual ones: sojourn.mean"
    )
    expect(result).toContain("utilisation@desk")
  })

  test("runs until it is precise, or says that it was not", async () => {
    const flags = ["--measure", "number.mean", "--precision", "0.05", "--format", "json"]
    const { result } = await wangge("network", file("desk.json"), ...flags)
    const { measures, isPrecise } = JSON.parse(result)
    expect(isPrecise).toBe(true)
    expect(measures[0].halfWidth / measures[0].mean).toBeLessThanOrEqual(0.05)
    const few = await wangge(
      "network",
      file("desk.json"),
      "--precision",
      "0.001",
      "--replications",
      "3"
    )
    expect(few.code).toBe(0)
    expect(few.result).toContain("precision was not reached")
  })

  test("in mirrored pairs has other bits and a narrower interval here", async () => {
    const flags = ["--replications", "8", "--measure", "number.mean", "--format", "json"]
    const plain = JSON.parse((await wangge("network", file("desk.json"), ...flags)).result)
    const pairs = JSON.parse(
      (await wangge("network", file("desk.json"), ...flags, "--antithetic")).result
    )
    expect(pairs.replications).toBe(8)
    expect(pairs.runHash).not.toBe(plain.runHash)
    expect(pairs.measures[0].halfWidth).toBeLessThan(plain.measures[0].halfWidth)
  })

  test("a deadlock is told with its stations and code 2", async () => {
    const half = (station: string) => ({ kind: "chance", ways: [{ station, probability: 0.5 }] })
    const full = { servers: 1, room: 1, whenFull: "block" }
    const service = { kind: "exponential", mean: 0.5 }
    const arrivals = { kind: "poisson", rate: 1 }
    const network = {
      sources: [
        { id: "a", arrivals, to: "left" },
        { id: "b", arrivals, to: "right" }
      ],
      stations: [
        { id: "left", ...full, service, to: half("right") },
        { id: "right", ...full, service, to: half("left") }
      ]
    }
    const ring = file("ring.json", { network, head: { measures: ["throughput"], horizon: 500 } })
    const { code, result, messages } = await wangge("network", ring)
    expect({ code, result }).toEqual({ code: 2, result: "" })
    expect(messages).toMatch(
      /ring.json, run 0: stations "left", "right": at [\d.]+ they blocked each other/
    )
  })
})

describe("a comparison", () => {
  test("prints both, their difference and what it says", async () => {
    const quick = file("quick.json", { network: { name: "quick", ...stations({ servers: 14 }) } })
    const args = ["--against", quick, "--replications", "10"]
    const { code, result } = await wangge("network", file("desk.json"), ...args)
    expect(code).toBe(0)
    expect(result).toContain("1: desk; 2: quick; 10 runs under the same luck")
    expect(result).toMatch(/wait, mean, desk .* less +wait.mean@desk/)
    const json = JSON.parse(
      (await wangge("network", file("desk.json"), ...args, "--format", "json")).result
    )
    expect(json).toMatchObject({
      format: "wangge-network-comparison",
      forkAt: null,
      replications: 10
    })
    expect(json.differences[0]).toMatchObject({
      measure: "wait.mean@desk",
      network: 1,
      verdict: "less"
    })
  })

  test("from a date on has the same past", async () => {
    const quick = file("quick.json", {
      network: { name: "quick", ...stations({ service: { kind: "exponential", mean: 0.5 } }) }
    })
    const args = [
      "--against",
      quick,
      "--replications",
      "4",
      "--measure",
      "number.at(19)",
      "--measure",
      "number.at(45)"
    ]
    const forked = await wangge(
      "network",
      file("desk.json"),
      ...args,
      "--at",
      "20",
      "--format",
      "json"
    )
    const { differences, forkAt } = JSON.parse(forked.result)
    expect(forkAt).toBe(20)
    expect(differences[0]).toMatchObject({ mean: 0, halfWidth: 0 })
    expect(differences[1].mean).toBeLessThan(0)
  })

  test("into other stations, or at a time without another network, is refused", async () => {
    const other = file("other.json", {
      network: JSON.parse(JSON.stringify(desk).replaceAll('"desk"', '"booth"'))
    })
    const args = ["--against", other, "--at", "5", "--measure", "number.mean"]
    const refused = await wangge("network", file("desk.json"), ...args)
    expect(refused).toMatchObject({ code: 2, result: "" })
    expect(refused.messages).toContain("other.json")
    const alone = await wangge("network", file("desk.json"), "--at", "5")
    expect(alone).toMatchObject({ code: 2, result: "" })
    expect(alone.messages).toContain("--against")
    const both = await wangge("network", file("desk.json"), "--against", other, "--antithetic")
    expect(both).toMatchObject({ code: 2, result: "" })
  })
})

describe("records", () => {
  test("the trace and the observations are files of comma-separated values", async () => {
    const folder = mkdtempSync(join(base, "records-"))
    const [trace, seen] = [join(folder, "trace.csv"), join(folder, "seen.csv")]
    const args = ["--replications", "3", "--trace", trace, "--observations", seen]
    expect(await wangge("network", file("desk.json"), ...args)).toMatchObject({ code: 0 })
    const events = readFileSync(trace, "utf8").split("\r\n")
    expect(events[0]).toBe("time,event,source,customer,class,station,server,note")
    expect(events[1]).toMatch(/^[\d.]+,arrived,street,0,customer,,,$/)
    const rows = readFileSync(seen, "utf8").trimEnd().split("\r\n")
    expect(rows).toHaveLength(1 + 3 * 2)
    expect(rows[1]).toMatch(/^0,0,"wait.mean@desk",[\d.]+,[0-9a-f]{16}$/)
    expect(readdirSync(folder).sort()).toEqual(["seen.csv", "trace.csv"])
    const pairs = await wangge("network", file("desk.json"), ...args, "--antithetic")
    expect(pairs).toMatchObject({ code: 0 })
  })
})

describe("wrong input ends with code 2, one message and no result", () => {
  const refused = async (args: ReadonlyArray<string>, ...parts: ReadonlyArray<string>) => {
    const { code, result, messages } = await wangge("network", ...args)
    expect({ code, result }).toEqual({ code: 2, result: "" })
    for (const part of parts) expect(messages).toContain(part)
    expect(messages).not.toMatch(/\n\s+at /)
  }

  test("a load of 1 or more without a horizon gives the load and its station", async () => {
    const over = file("over.json", {
      network: stations({ servers: 8 }),
      head: { horizon: undefined }
    })
    await refused([over], 'station "desk"', "1.125", "below 1")
  })

  test("an impossible network names the place, its value and what would be right", async () => {
    const wrong = file("wrong.json", { network: stations({ servers: 2.5, room: 1 }) })
    await refused([wrong], 'station "desk"', "2.5")
  })

  test("a file of other random streams, another version or format is refused", async () => {
    const old = file("old.json", { head: { streams: "philox4x32-10/ziggurat-256/0" } })
    await refused([old], "streams", "philox4x32-10/ziggurat-256/0", "philox4x32-10/ziggurat-256/1")
    await refused([file("newer.json", { head: { version: 2 } })], "version", "2")
    await refused([file("town.json", { head: { format: "town" } })], "format", "wangge-network")
    await refused([join(base, "nothing.json")], "there is no such file")
  })

  test("measures, lengths and flags that make no sense", async () => {
    const good = file("desk.json")
    await refused([good, "--measure", "wiat.mean@desk"], "wiat")
    await refused([good, "--measure", "wait.mean@booth"], "booth")
    await refused([good, "--warm-up", "60"], "warm-up")
    await refused([good, "--precision", "1.5"], "--precision")
    await refused([good, "--confidence", "1"], "--confidence")
    await refused([good, "--replications", "0"], "--replications")
    await refused([good, "--horizon", "-1"], "--horizon")
    await refused([good, "--checkpoint", base], "is a folder")
  })

  test("a checkpoint that is none, or none of this study", async () => {
    const good = file("desk.json")
    await refused([good, "--resume", join(base, "none.bin")], "no such file")
    await refused([good, "--resume", good], "snapshot")
  })
})
