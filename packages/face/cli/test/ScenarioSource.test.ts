import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Id, type Provenance } from "@wangge/facts"
import { Locality, type LocalityRecord, LocalitySchema, Xixian } from "@wangge/localities"
import { Preset } from "@wangge/simulator"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as ScenarioSource from "../src/ScenarioSource.ts"
import { wangge } from "./wangge.ts"

let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-source-"))
})
afterAll(() => {
  rmSync(base, { recursive: true })
})

const file = (name: string, content: unknown): string => {
  writeFileSync(join(base, name), JSON.stringify(content))
  return join(base, name)
}

const localityFile = (name: string, locality: LocalityRecord.LocalityRecord): string =>
  file(name, LocalitySchema.toFile(locality))

const brief = ["--days", "5", "--replications", "2", "--format", "json"]

const survey: Provenance.Provenance = { kind: "public", source: "household survey of this test" }

/** A hamlet of its own, three grids listed one by one. */
const hamlet: LocalityRecord.LocalityRecord = {
  ...Xixian.withGrids,
  id: "hamlet",
  variant: { kind: "original" },
  name: { en: "Hamlet", zh: "小村" },
  levels: Xixian.withGrids.levels
    .filter((level) => level.role === "community" || level.role === "grid")
    .map((level) => ({ ...level, count: "notStated" })),
  households: "notStated",
  personsPerHousehold: { value: 3, unit: "persons", precision: "exact", provenance: survey },
  territory: {
    kind: "listed",
    nodes: [
      { id: "c1", parentId: "", levelId: "community", households: 0, name: "" },
      ...[40, 70, 110].map((households, row) => ({
        id: `g${row}`,
        parentId: "c1",
        levelId: "grid",
        households,
        name: ""
      }))
    ],
    posts: [
      ...["g0", "g1", "g2"].map((gridId) => ({
        kind: "GridWorker" as const,
        gridId: Id.make<"Grid">(gridId),
        seatCount: 1
      })),
      { kind: "CommunityWorker", gridId: Id.make("c1"), seatCount: 2 },
      { kind: "SubdistrictWorker", gridId: Id.make("c1"), seatCount: 1 }
    ],
    appointments: [],
    map: "notStated"
  },
  staff: [],
  checks: []
}

describe("a locality file", () => {
  test("is the same scenario as the locality itself", async () => {
    for (const locality of Locality.list.filter((one) => Preset.lacks(one).length === 0)) {
      const source = localityFile("shipped.json", locality)
      const loaded = await Effect.runPromise(
        ScenarioSource.load(source).pipe(Effect.provide(NodeServices.layer))
      )
      expect(loaded).toEqual({ scenario: Preset.find(locality.id), locality })
    }
  })

  test("gives its places one by one, and its numbers keep their sources", async () => {
    const out = join(base, "out")
    const town = localityFile("hamlet.json", hamlet)
    const { code } = await wangge("simulate", town, ...brief, "--out", out)
    expect(code).toBe(0)
    const { territory } = JSON.parse(readFileSync(join(out, "scenario.json"), "utf8"))
    expect(territory).toMatchObject({ households: 220, communities: 1, grids: 3 })
    expect(territory.listed.grids.map((grid: { id: string }) => grid.id)).toEqual([
      "g0",
      "g1",
      "g2"
    ])
    const page = readFileSync(join(out, "report.html"), "utf8")
    expect(page).toContain("household survey of this test")
    expect(page).toContain("counted over the listed places")
    expect(page).toMatch(/1 numbers? differ/)
  })

  test("is stressed, and printed by init as a scenario to edit", async () => {
    const town = localityFile("hamlet.json", hamlet)
    const printed = await wangge("init", town)
    expect(printed).toMatchObject({ code: 0, messages: "" })
    const { $schema, ...scenario } = JSON.parse(printed.result)
    expect($schema).toContain("scenario.schema.json")
    expect(scenario).toEqual(Preset.ofLocality(hamlet))
    const stressed = await wangge(
      ...["stress", town, "--promise", "satisfaction >= 0.01", "--budget", "1", "--days", "3"],
      ...["--out", join(base, "stress")]
    )
    expect([0, 3]).toContain(stressed.code)
  })
})

describe("a locality that cannot be simulated", () => {
  const refused = async (args: ReadonlyArray<string>, ...parts: ReadonlyArray<string>) => {
    const { code, result, messages } = await wangge(...args)
    expect({ code, result }).toEqual({ code: 2, result: "" })
    for (const part of parts) expect(messages).toContain(part)
    expect(messages.match(/^wangge: /gm)).toHaveLength(1)
  }

  test("is refused in one message with all it lacks, and with the overlay that has it", async () => {
    for (const verb of ["simulate", "init"]) {
      await refused(
        [verb, "xixian"],
        "xixian cannot be simulated as it stands:",
        "levels/grid: the locality has no level of this role",
        "levels/community",
        "households",
        "staff/GridWorker: no seats are stated",
        "wangge simulate xixian.overlay"
      )
    }
    await refused(["stress", "xixian", "--promise", "satisfaction > 0"], "levels/grid")
  })

  test("is refused as a file for the same reasons, and for a file that is no locality", async () => {
    await refused(
      ["simulate", localityFile("x.json", Xixian.locality)],
      "x.json cannot",
      "levels/grid"
    )
    const newer = file("newer.json", { format: "wangge-locality", version: 7 })
    await refused(["simulate", newer], "newer.json is a locality of version 7")
    const broken = file("broken.json", { ...LocalitySchema.toFile(hamlet), zone: 8 })
    await refused(["simulate", broken], "broken.json has a problem:", "zone is 8; expected")
  })

  test("is refused where its numbers fit no scenario, by their path there", async () => {
    const odd = localityFile("odd.json", { ...hamlet, zone: "Asia/Atlantis" })
    await refused(["simulate", odd], "calendar.zone would be Asia/Atlantis")
  })
})

test("every shipped locality but Xixian as reported begins a scenario", async () => {
  for (const { id } of Locality.list) {
    expect({ id, code: (await wangge("init", id)).code }).toEqual({
      id,
      code: id === "xixian" ? 2 : 0
    })
  }
})
