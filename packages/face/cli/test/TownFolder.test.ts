import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { LocalitySchema } from "@wangge/localities"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as BlankTown from "../src/BlankTown.ts"
import { wangge } from "./wangge.ts"

let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-town-"))
})
afterAll(() => {
  rmSync(base, { recursive: true })
})

let folderCount = 0

/** A folder with the blank town, some of its files replaced. */
const aTown = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
  folderCount += 1
  const folder = join(base, `town-${folderCount}`)
  mkdirSync(folder)
  for (const { name, text } of BlankTown.files("en")) writeFileSync(join(folder, name), text)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const localityOf = (folder: string) => {
  const file: unknown = JSON.parse(readFileSync(join(folder, "town.locality.json"), "utf8"))
  const parsed = LocalitySchema.parse(file)
  if (parsed.ok) return parsed.locality
  throw new Error(JSON.stringify(parsed.problems))
}

/** The import is refused with these words, and nothing is written. */
const refused = async (folder: string, ...parts: ReadonlyArray<string>) => {
  const before = readdirSync(folder)
  const { code, result, messages } = await wangge("import", folder)
  expect({ code, result }).toEqual({ code: 2, result: "" })
  for (const part of parts) expect(messages).toContain(part)
  expect(messages).not.toMatch(/\n\s+at /)
  expect(readdirSync(folder)).toEqual(before)
  return messages
}

const square = (x: number) => [
  [
    [x, 30],
    [x + 1, 30],
    [x + 1, 31],
    [x, 31],
    [x, 30]
  ]
]

const areas = (...names: ReadonlyArray<string>) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: names.map((name, index) => ({
      type: "Feature",
      properties: { name, colour: "green" },
      geometry: { type: "Polygon", coordinates: square(100 + index) }
    }))
  })

const grids = [
  "Willow Bank/Grid 1",
  "Willow Bank/Grid 2",
  "c1/g3",
  "East Street/Grid 1",
  "East Street/Grid 2"
]

describe("init --blank", () => {
  test.each(["en", "zh"])(
    "a town in %s is written, imported and checked as it stands",
    async (lang) => {
      const folder = join(base, `blank-${lang}`)
      const begun = await wangge("init", "--blank", folder, "--lang", lang)
      expect(begun).toMatchObject({ code: 0, messages: "" })
      expect(readdirSync(folder).sort()).toEqual([
        "README.txt",
        "staff.csv",
        "town.json",
        "units.csv"
      ])
      const done = await wangge("import", folder, "--lang", lang)
      expect(done).toMatchObject({ code: 0 })
      expect(done.result).toMatch(/930/)
      const locality = localityOf(folder)
      expect(locality.levels.map(({ count }) => count)).toMatchObject(
        [1, 2, 5, 14].map((value) => ({ value }))
      )
      const checked = await wangge("check", join(folder, "town.locality.json"))
      expect(checked).toMatchObject({ code: 0 })
    }
  )

  test("both languages give the same town but for the names", async () => {
    const [en, zh] = ["en", "zh"].map((lang) => localityOf(join(base, `blank-${lang}`)))
    const placesOf = (locality: typeof en) =>
      locality?.territory.kind === "listed"
        ? [
            locality.territory.nodes.map(({ id, households }) => [id, households]),
            locality.territory.posts,
            locality.territory.appointments
          ]
        : []
    expect(placesOf(en)).toEqual(placesOf(zh))
  })

  test("files that are there are not overwritten", async () => {
    const folder = aTown({ "units.csv": "mine" })
    const { code, messages } = await wangge("init", "--blank", folder)
    expect(code).toBe(2)
    expect(messages).toContain("README.txt: already there, and not overwritten")
    expect(readFileSync(join(folder, "units.csv"), "utf8")).toBe("mine")
  })

  test("without a locality and without --blank both are named", async () => {
    const { code, messages } = await wangge("init")
    expect(code).toBe(2)
    expect(messages).toContain("Missing required argument: locality")
    expect(messages).toContain("wangge init --blank")
  })
})

describe("import", () => {
  test("writes the file that --out names, and says so apart from the result", async () => {
    const folder = aTown()
    const out = join(base, "made", "willow.json")
    const { code, result, messages } = await wangge("import", folder, "--out", out)
    expect(code).toBe(0)
    expect(result).toContain("Nothing to note.")
    expect(messages).toBe(`Locality: ${out}\n`)
    expect(LocalitySchema.parse(JSON.parse(readFileSync(out, "utf8"))).ok).toBe(true)
    expect(readdirSync(folder)).not.toContain("town.locality.json")
  })

  test("names.csv gives places the names that people use", async () => {
    const folder = aTown({ "names.csv": "place,name\nc1/g3,River Side\n" })
    expect((await wangge("import", folder)).code).toBe(0)
    const { territory } = localityOf(folder)
    const names = territory.kind === "listed" ? territory.nodes.map(({ name }) => name) : []
    expect(names).toContain("River Side")
  })

  test("areas.geojson of the folder becomes the map, its features named as people name them", async () => {
    const folder = aTown({ "areas.geojson": areas(...grids) })
    expect((await wangge("import", folder)).result).toMatch(/Areas +5/)
    const { territory } = localityOf(folder)
    const map = territory.kind === "listed" ? territory.map : "notStated"
    if (map === "notStated") throw new Error("the town has a map")
    expect(map.datum).toBe("WGS-84")
    expect(map.areas.map(({ gridId }) => gridId)).toEqual([
      "c1/g1",
      "c1/g2",
      "c1/g3",
      "c2/g1",
      "c2/g2"
    ])
  })

  test("--areas names another file, and its datum is kept", async () => {
    const other = join(base, "other.geojson")
    writeFileSync(other, areas(...grids).replace("{", '{"datum":"GCJ-02",'))
    const folder = aTown()
    expect((await wangge("import", folder, "--areas", other)).code).toBe(0)
    const { territory } = localityOf(folder)
    expect(territory.kind === "listed" && territory.map).toMatchObject({ datum: "GCJ-02" })
  })

  test("overlapping areas, empty grids and missing leads are noted, not refused", async () => {
    const overlapping = JSON.parse(areas(...grids))
    overlapping.features[1].geometry = overlapping.features[0].geometry
    const folder = aTown({
      "areas.geojson": JSON.stringify(overlapping),
      "staff.csv": "post,place,count\nGrid lead,c1/g1,1\n",
      "units.csv": [
        "community,grid,building,households",
        ...["c1,1", "c1,2", "c1,3", "c2,1"].map((grid) => `${grid},1,10`),
        "c2,2,1,0"
      ].join("\n")
    })
    writeFileSync(
      join(folder, "areas.geojson"),
      JSON.stringify(overlapping)
        .replaceAll("Willow Bank/Grid ", "c1/g")
        .replaceAll("East Street/Grid ", "c2/g")
    )
    const { code, result } = await wangge("import", folder)
    expect(code).toBe(0)
    expect(result).toContain("Note: a grid without households: c2/g2")
    expect(result).toContain("overlap")
    expect(result).toContain("1 leads for 5 places")
  })
})

describe("an import that is wrong ends with code 2 and names every place to look at", () => {
  test("lines and columns of all sheets, with a near miss", async () => {
    const messages = await refused(
      aTown({
        "units.csv":
          'community,grid,building,households\r\n"East,\nStreet",1,1,12o\r\nA,2,1,-4\r\n',
        "staff.csv": "post,place,count\nGrid worcer,A/2,1\n"
      }),
      " has 3 problems:\n",
      "  units.csv line 2, column households: got “12o”; right: a whole number >= 0\n",
      "  units.csv line 4, column households: got “-4”; right: a whole number >= 0\n",
      "  staff.csv line 2, column post: got the post “Grid worcer”; right: one of StreetLead 街长,",
      "Did you mean “Grid worker”?"
    )
    expect(messages.split("\n").length).toBe(5)
  })

  test("in Chinese when asked", async () => {
    const folder = aTown({
      "units.csv": "社区,网格,户数\n柳岸,1,两百\n",
      "staff.csv": "岗位,地点,人数\n网格员,c1,1\n"
    })
    const { code, messages } = await wangge("import", folder, "--lang", "zh")
    expect(code).toBe(2)
    expect(messages).toContain("units.csv第2行“户数”列:“两百”不是整数,应为>= 0的整数")
    expect(messages).toContain("staff.csv第2行“地点”列:")
  })

  test("more problems than anyone reads are counted", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `A,G${index},x`)
    await refused(
      aTown({
        "units.csv": ["community,grid,households", ...lines].join("\n"),
        "staff.csv": "post,place,count\nGrid lead,G1,1"
      }),
      "60 problems",
      "and 10 more"
    )
  })

  test("a sheet in another encoding, with another separator or a stray quote", async () => {
    const gbk = Uint8Array.from([0xc9, 0xe7, 0xc7, 0xf8, 0x2c, 0x31, 0x0a])
    await refused(aTown({ "units.csv": gbk }), "units.csv is not UTF-8", "CSV UTF-8")
    const semicolons = "community;grid;households\nA;B;1\n"
    await refused(aTown({ "units.csv": semicolons }), "units.csv line 1", "semicolons", "commas")
    const tabs = "community\tgrid\thouseholds\nA\tB\t1\n"
    await refused(aTown({ "units.csv": tabs }), "units.csv line 1", "tabs", "commas")
    const quotes = 'community,grid,households\nA,"B,1\n'
    await refused(aTown({ "units.csv": quotes }), "units.csv line 2", "double quote")
  })

  test("an empty sheet, a sheet that is missing, a folder that is none", async () => {
    await refused(aTown({ "units.csv": "" }), "no column", "got no rows")
    const folder = aTown()
    rmSync(join(folder, "units.csv"))
    await refused(folder, "Cannot read", "units.csv", "there is no such file or folder")
    const { code, messages } = await wangge("import", join(base, "nowhere"))
    expect(code).toBe(2)
    expect(messages).toContain("there is no such file or folder")
  })

  test("settings that are wrong name path, value and what is right", async () => {
    const [settings] = BlankTown.files("en")
    const change = (from: string, to: string) =>
      aTown({ "town.json": (settings?.text ?? "").replace(from, to) })
    await refused(change('"my-town"', '"My Town"'), "id is", "a small letter")
    await refused(change('"my-town"', '"helong"'), 'id is "helong"', "no locality of Wangge")
    await refused(change("Asia/Shanghai", "Asia/Nowhere"), "zone is", "a known time zone")
    await refused(change("2.62", "0"), "personsPerHousehold.value is 0", "above 0")
    await refused(
      change("wangge-town", "wangge-scenario"),
      "is not a town's settings",
      "init --blank"
    )
    await refused(
      change('"kind": "assumed"', '"kind": "reported"'),
      "source.report is missing",
      "source.phrase is missing"
    )
    await refused(aTown({ "town.json": "{" }), "is not JSON")
  })

  test("a map that does not fit the places, or is none", async () => {
    const unknown = areas(...grids.slice(1), "Willow Bank/Grid 9")
    await refused(
      aTown({ "areas.geojson": unknown }),
      "areas.geojson features[4]: got",
      "Grid 9",
      "Did you mean"
    )
    const few = areas(...grids.slice(1))
    await refused(aTown({ "areas.geojson": few }), "units.csv line 2, column grid: got no area")
    await refused(aTown({ "areas.geojson": areas("Grid 1") }), "several places", "c1/g1, c2/g1")
    const line = areas(...grids).replace('"Polygon"', '"LineString"')
    await refused(
      aTown({ "areas.geojson": line }),
      "areas.geojson features[0].geometry",
      "LineString"
    )
    const nameless = areas(...grids.slice(1), "")
    await refused(aTown({ "areas.geojson": nameless }), "features[4].properties.id")
    await refused(aTown({ "areas.geojson": "[]" }), "FeatureCollection")
  })
})
