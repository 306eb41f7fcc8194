import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Coordinates, GeoJson, GeoJsonProblem } from "../src/index.ts"
import {
  aMap,
  anArea,
  box,
  hasMap,
  latticeMap,
  lattices,
  type Ring,
  realJson,
  realMap
} from "./aMap.ts"

const aFile = (...features: ReadonlyArray<unknown>) => ({ type: "FeatureCollection", features })

const aFeature = (id: unknown, geometry: unknown, more: Record<string, unknown> = {}) => ({
  type: "Feature",
  properties: { id, ...more },
  geometry
})

const square = { type: "Polygon", coordinates: [box(0, 0, 1, 1)] }

const problemsOf = (value: unknown, datum: "WGS-84" | "GCJ-02" = "WGS-84") => {
  const result = GeoJson.read(value, { datum })
  return result.ok ? [] : result.problems
}

const linesOf = (value: unknown, datum: "WGS-84" | "GCJ-02" = "WGS-84") =>
  problemsOf(value, datum).map(({ code, subject, found }) => `${code} ${subject} ${found}`)

const polygonOf = (...rings: ReadonlyArray<unknown>) =>
  aFile(aFeature("a", { type: "Polygon", coordinates: rings }))

describe("reading", () => {
  it("gives areas, buildings and what the properties say", () => {
    const result = GeoJson.read(
      aFile(
        aFeature("a", square, { level: "grid", parent: "c", name: "East" }),
        aFeature("b", {
          type: "MultiPolygon",
          coordinates: [square.coordinates, [box(2, 2, 3, 3)]]
        }),
        aFeature(7, { type: "Point", coordinates: [120, 30, 12.5] }, { parent: 12, name: null })
      ),
      { datum: "GCJ-02" }
    )
    expect(result).toEqual({
      ok: true,
      file: {
        datum: "GCJ-02",
        areas: [
          { gridId: "a", polygons: [[box(0, 0, 1, 1)]] },
          { gridId: "b", polygons: [[box(0, 0, 1, 1)], [box(2, 2, 3, 3)]] }
        ],
        buildings: [{ gridId: "7", point: { datum: "GCJ-02", longitude: 120, latitude: 30 } }],
        records: [
          { gridId: "a", levelId: "grid", parentId: "c", name: "East" },
          { gridId: "b", levelId: "", parentId: "", name: "" },
          { gridId: "7", levelId: "", parentId: "12", name: "" }
        ]
      }
    })
  })

  it("takes the feature's own id where the properties have none, and other names", () => {
    const feature = { type: "Feature", id: 5, properties: null, geometry: square }
    const named = { ...aFeature("x", square, { code: "y", up: "z" }) }
    const own = GeoJson.read(aFile(feature), { datum: "WGS-84" })
    const other = GeoJson.read(aFile(named), {
      datum: "WGS-84",
      properties: { id: "code", parent: "up" }
    })
    expect(own.ok && own.file.areas[0]!.gridId).toBe("5")
    expect(other.ok && other.file.records[0]).toMatchObject({ gridId: "y", parentId: "z" })
  })

  it("gives the areas of a level, and parents by id", () => {
    const result = GeoJson.read(
      aFile(
        aFeature("city", square, { level: "city" }),
        aFeature("g", square, { level: "grid", parent: "city" }),
        aFeature("p", { type: "Point", coordinates: [0, 0] }, { level: "grid", parent: "g" })
      ),
      { datum: "WGS-84" }
    )
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    const areas = GeoJson.mapOfLevel(result.file, "grid").areas
    expect(areas.map(({ gridId }) => gridId)).toEqual(["g"])
    expect([...GeoJson.parentIdsOf(result.file)]).toEqual([
      ["g", "city"],
      ["p", "g"]
    ])
  })
})

describe("problems of a file", () => {
  it("name what is no FeatureCollection", () => {
    for (const value of [null, 7, "text", [], {}, { type: "Feature" }]) {
      expect(problemsOf(value).map(({ code }) => code)).toEqual(["NotAFeatureCollection"])
    }
    expect(linesOf({ type: "FeatureCollection" })).toEqual(["NotAList features nothing"])
    expect(linesOf(aFile(square))).toEqual(['NotAFeature features[0] "Polygon"'])
  })

  it("name a geometry that is neither area nor building, and one that is not there", () => {
    const line = {
      type: "LineString",
      coordinates: [
        [0, 0],
        [1, 1]
      ]
    }
    expect(linesOf(aFile(aFeature("a", line)))).toEqual([
      "UnsupportedGeometry features[0].geometry.type LineString"
    ])
    expect(linesOf(aFile(aFeature("a", null)))).toEqual(["NoGeometry features[0].geometry null"])
  })

  it("name rings that are short, not closed, empty or no rings", () => {
    const at = "features[0].geometry.coordinates"
    expect(
      linesOf(
        polygonOf([
          [0, 0],
          [1, 1],
          [0, 0]
        ])
      )
    ).toEqual([`ShortRing ${at}[0] 3`])
    expect(linesOf(polygonOf(box(0, 0, 1, 1).slice(1)))).toEqual([`UnclosedRing ${at}[0][3] [0,0]`])
    expect(linesOf(polygonOf(box(0, 0, 1, 1), []))).toEqual([`NotAList ${at}[1] []`])
    expect(linesOf(polygonOf())).toEqual([`NotAList ${at} []`])
    expect(linesOf(polygonOf("ring"))).toEqual([`NotAList ${at}[0] "ring"`])
  })

  it("name the first bad position of a ring, and one that looks swapped", () => {
    const at = "features[0].geometry.coordinates[0]"
    const swapped = box(39, 116, 40, 117)
    expect(problemsOf(polygonOf(swapped))).toEqual([
      { code: "SwappedPosition", subject: `${at}[0]`, found: "[39,116]", expected: "[116,39]" }
    ])
    const off = [
      [0, 0],
      [181, 1],
      [0, 91],
      [0, 0]
    ]
    expect(linesOf(polygonOf(off))).toEqual([`BadPosition ${at}[1] [181,1]`])
    for (const position of [[0], [0, "1"], [0, null], 0, [Number.NaN, 0]]) {
      const [problem] = problemsOf(polygonOf([[0, 0], position, [1, 1], [0, 0]]))
      expect(problem).toMatchObject({ code: "BadPosition", subject: `${at}[1]` })
    }
    expect(linesOf(polygonOf(box(-180, -90, 180, 90)))).toEqual([])
  })

  it("name ids that miss, cannot be or stand twice, and properties that are no texts", () => {
    const at = "features[0].properties"
    expect(linesOf(aFile(aFeature(undefined, square)))).toEqual([`MissingId ${at}.id nothing`])
    expect(linesOf(aFile(aFeature("two words", square)))).toEqual([`BadId ${at}.id two words`])
    expect(linesOf(aFile(aFeature(1.5, square)))).toEqual([`BadId ${at}.id 1.5`])
    expect(problemsOf(aFile(aFeature("a", square), aFeature("a", square)))).toMatchObject([
      { code: "DuplicateId", subject: "features[1]", found: "a", expected: "features[0]" }
    ])
    expect(linesOf(aFile(aFeature("a", square, { name: ["x"] })))).toEqual([
      `BadProperty ${at}.name ["x"]`
    ])
    expect(linesOf(aFile({ type: "Feature", properties: 7, geometry: square }))).toEqual([
      `BadProperty ${at} 7`
    ])
  })

  it("are told all at once, whatever the feature", () => {
    const file = aFile(aFeature(undefined, null), aFeature("a", null), aFeature("b", square))
    expect(problemsOf(file).map(({ code }) => code)).toEqual([
      "MissingId",
      "NoGeometry",
      "NoGeometry"
    ])
  })

  it("say their place, value and what would be right in both languages", () => {
    for (const code of GeoJsonProblem.codes) {
      const text = GeoJsonProblem.describe(
        GeoJsonProblem.make(code, "SUBJECT", "FOUND", "EXPECTED")
      )
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      for (const part of ["SUBJECT", "FOUND", "EXPECTED"]) {
        expect(text.en, code).toContain(part)
        expect(text.zh, code).toContain(part)
      }
    }
    expect(new Set(GeoJsonProblem.codes).size).toBe(GeoJsonProblem.codes.length)
  })
})

describe("the datum of a file", () => {
  const withCrs = (name: string) => ({
    ...aFile(),
    crs: { type: "name", properties: { name } }
  })

  it("is what the caller says, unless the file says another", () => {
    for (const name of [
      "urn:ogc:def:crs:OGC:1.3:CRS84",
      "EPSG:4326",
      "urn:ogc:def:crs:EPSG::4490"
    ]) {
      expect(linesOf(withCrs(name))).toEqual([])
      expect(linesOf(withCrs(name), "GCJ-02")).toEqual([`DatumContradicted crs ${name}`])
    }
    expect(linesOf(withCrs("EPSG:3857"))).toEqual(["DatumContradicted crs EPSG:3857"])
    expect(linesOf({ ...aFile(), crs: null })).toEqual([])
    expect(linesOf({ ...aFile(), crs: { type: "link" } })).toEqual([
      'DatumContradicted crs {"type":"link"}'
    ])
  })

  it("is written, and held against what the reader is told", () => {
    const written = GeoJson.write(
      Coordinates.convertMap(aMap(anArea("a", [box(0, 0, 1, 1)])), "GCJ-02")
    )
    expect(written.datum).toBe("GCJ-02")
    expect(linesOf(written, "GCJ-02")).toEqual([])
    expect(linesOf(written)).toEqual(['DatumContradicted datum "GCJ-02"'])
  })
})

describe("writing", () => {
  it("turns outer rings counter-clockwise and holes clockwise", () => {
    const outer = box(0, 0, 4, 4)
    const hole = box(1, 1, 2, 2)
    const map = aMap(
      anArea("a", [outer.toReversed(), hole]),
      anArea("b", [outer, hole.toReversed()])
    )
    for (const { geometry } of GeoJson.write(map).features) {
      expect(geometry).toEqual({ type: "Polygon", coordinates: [outer, hole.toReversed()] })
    }
  })

  it("gives a file that reads back the same, up to the direction of rings", () => {
    const text = fc.constantFrom("", "东区", "two words", "x")
    const records = fc.array(fc.tuple(text, text, text), { minLength: 25, maxLength: 25 })
    fc.assert(
      fc.property(lattices, records, fc.boolean(), (lattice, texts, isTurned) => {
        const { areas } = latticeMap(lattice)
        const turn = (ring: Ring): Ring => (isTurned ? ring.toReversed() : ring)
        const file = {
          datum: "WGS-84",
          areas: areas.map(({ gridId, polygons }) =>
            anArea(gridId, ...polygons.map((polygon) => polygon.map(turn)))
          ),
          buildings: areas.slice(0, 3).map(({ gridId }) => ({
            gridId: anArea(`building-${gridId}`).gridId,
            point: Coordinates.point("WGS-84", [120, 30])
          })),
          records: areas.map(({ gridId }, at) => {
            const [levelId, parentId, name] = texts[at]!
            return { gridId, levelId, parentId, name }
          })
        } as const
        const json: unknown = JSON.parse(JSON.stringify(GeoJson.write(file)))
        const result = GeoJson.read(json, { datum: "WGS-84" })
        if (!result.ok) throw new Error(JSON.stringify(result.problems))
        expect(result.file.areas).toEqual(areas)
        expect(result.file.buildings).toEqual(file.buildings)
        expect(result.file.records.slice(0, areas.length)).toEqual(file.records)
        expect(GeoJson.write(result.file)).toEqual(GeoJson.write(file))
      })
    )
  })
})

const chicago = "chicago_police_nested.geojson"

describe("a real file", () => {
  it.skipIf(!hasMap(chicago))(
    "of Chicago's police has 367 areas in four levels and reads back as written (skipped without it)",
    () => {
      const file = realMap(chicago)
      const counts = ["city", "district", "sector", "beat"].map(
        (level) => GeoJson.mapOfLevel(file, level).areas.length
      )
      expect(counts).toEqual([1, 23, 68, 275])
      const again = GeoJson.read(GeoJson.write(file), { datum: "WGS-84" })
      expect(again.ok && again.file.records).toEqual(file.records)
    }
  )

  it.skipIf(!hasMap("la_nc_nested.geojson"))(
    "of Los Angeles has holes that are no rings, each told (skipped without it)",
    () => {
      const result = GeoJson.read(realJson("la_nc_nested.geojson"), {
        datum: "WGS-84",
        properties: { id: "code" }
      })
      const codes = new Set(result.ok ? [] : result.problems.map(({ code }) => code))
      expect(codes).toEqual(new Set(["ShortRing"]))
    }
  )
})
