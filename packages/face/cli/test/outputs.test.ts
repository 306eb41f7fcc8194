import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { hamlet } from "./hamlet.ts"
import { wangge } from "./wangge.ts"

let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-outputs-"))
})
afterAll(() => {
  rmSync(base, { recursive: true })
})

const network = {
  format: "wangge-network",
  version: 1,
  network: {
    sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
    stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
  },
  horizon: 20,
  measures: ["number.mean"]
}

/** A folder with a network, a scenario, a file and a link to it under each of these names. */
const aPlace = (...links: ReadonlyArray<string>) => {
  const folder = mkdtempSync(join(base, "place-"))
  writeFileSync(join(folder, "net.json"), JSON.stringify(network))
  writeFileSync(join(folder, "town.json"), JSON.stringify(hamlet))
  writeFileSync(join(folder, "precious"), "precious")
  for (const link of links) symlinkSync("precious", join(folder, link))
  return { folder, net: join(folder, "net.json"), town: join(folder, "town.json") }
}

describe("a link where a verb writes is refused before any work, and stays a link", () => {
  test.each<[string, string, (place: ReturnType<typeof aPlace>, file: string) => Array<string>]>([
    [
      "network --observations",
      "out.csv",
      ({ net }, file) => ["network", net, "--observations", file]
    ],
    ["network --trace", "out.csv", ({ net }, file) => ["network", net, "--trace", file]],
    ["network --checkpoint", "out.bin", ({ net }, file) => ["network", net, "--checkpoint", file]],
    ["simulate --log", "out.xes", ({ town }, file) => ["simulate", town, "--log", file]],
    ["simulate --out", "report.html", ({ folder, town }) => ["simulate", town, "--out", folder]],
    [
      "stress --out",
      "counterexample.json",
      ({ folder, town }) => ["stress", town, "--promise", "onTimeShare >= 0.9", "--out", folder]
    ],
    [
      "evaluate --out",
      "facts.jsonl",
      (_, file) => ["evaluate", "--sample", "helong", "--out", file]
    ],
    ["timebank demo", "journal.jsonl", (_, file) => ["timebank", "demo", file]],
    ["init --blank", "units.csv", ({ folder }) => ["init", "--blank", folder]]
  ])("%s", async (_, name, args) => {
    const place = aPlace(name)
    const file = join(place.folder, name)
    rmSync(place.town, { force: name === "units.csv" })
    if (name !== "units.csv") writeFileSync(place.town, JSON.stringify(hamlet))
    const before = readdirSync(place.folder)
    const { code, result, messages } = await wangge(...args(place, file))
    expect({ code, result }).toEqual({ code: 2, result: "" })
    expect(messages).toContain(file)
    expect(readlinkSync(file)).toBe("precious")
    expect(readFileSync(file, "utf8")).toBe("precious")
    expect(readdirSync(place.folder)).toEqual(before)
  })

  test("import --out", async () => {
    const folder = join(base, "my-town")
    expect(await wangge("init", "--blank", folder)).toMatchObject({ code: 0 })
    const file = join(folder, "town.locality.json")
    symlinkSync("units.csv", file)
    const { code, messages } = await wangge("import", folder)
    expect({ code, messages }).toEqual({
      code: 2,
      messages: `wangge: Cannot write ${file}: it is a symbolic link to units.csv, and only a regular file is replaced.\n`
    })
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
  })

  test("a folder is refused by its name too", async () => {
    const { folder, net } = aPlace()
    mkdirSync(join(folder, "out.csv"))
    const refusal = await wangge("network", net, "--trace", join(folder, "out.csv"))
    expect(refusal).toMatchObject({
      code: 2,
      messages: `wangge: Cannot write ${join(folder, "out.csv")}: it is a folder.\n`
    })
  })
})

describe("files of one command that are the same", () => {
  test("are refused, however their names are written", async () => {
    const { folder, net } = aPlace()
    const text = readFileSync(net, "utf8")
    const out = join(folder, "out.csv")
    const other = `${folder}/./out.csv`
    const both = await wangge("network", net, "--observations", out, "--trace", other)
    expect(both).toMatchObject({
      code: 2,
      messages: `wangge: ${other} is named twice, as --observations and as --trace: name another file.\n`
    })
    expect(await wangge("network", net, "--trace", net)).toMatchObject({ code: 2 })
    expect(readFileSync(net, "utf8")).toBe(text)
    expect(readdirSync(folder)).not.toContain("out.csv")
  })
})
