import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import * as fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { Helong, Locality, LocalitySchema } from "../src/index.ts"
import { listedTown } from "./listedTown.ts"

const published = new URL("../../../../docs/schemas/locality.schema.json", import.meta.url)
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  LocalitySchema.jsonSchema()
)

const asFile = (locality: Locality.Locality): unknown =>
  JSON.parse(JSON.stringify(LocalitySchema.toFile(locality)))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

/** The file of Helong with one place changed, or taken out where the value is undefined. */
const changed = (path: string, value: unknown): unknown => {
  const file = asFile(Helong.locality)
  const keys = path.split(".")
  const last = keys.pop() ?? ""
  const holder = keys.reduce((at, key) => (isRecord(at) ? at[key] : undefined), file)
  if (!isRecord(holder)) throw new Error(`the file has no ${path}`)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return file
}

test("the published schema is the one that the code makes (npm run schemas)", () => {
  const text = `${JSON.stringify(LocalitySchema.jsonSchema(), null, 2)}\n`
  expect(readFileSync(published, "utf8")).toBe(text)
})

describe.each(Locality.list.map((locality) => [locality.id, locality] as const))(
  "the file of %s",
  (_, locality) => {
    it("is read back as the same locality", () => {
      expect(LocalitySchema.parse(asFile(locality))).toEqual({ ok: true, locality })
    })

    it("fits the JSON Schema", () => {
      expect(validate(asFile(locality)), JSON.stringify(validate.errors)).toBe(true)
    })
  }
)

test("a listed town with posts, appointments and a map is read back as it was", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 12 }),
      (householdsOfGrids) => {
        const locality = listedTown({ householdsOfGrids })
        const file = asFile(locality)
        expect(LocalitySchema.parse(file)).toEqual({ ok: true, locality })
        expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
      }
    )
  )
})

describe("a file that is wrong", () => {
  test.each([
    [
      "levels.0.count",
      "three",
      'a number with value, unit, precision and provenance, or "notStated"'
    ],
    ["levels.3.count.value", "69", "number"],
    ["levels.3.count.precision", "more", '"exact" | "atLeast" | "about"'],
    ["staff.0.count.provenance", { kind: "known" }, "a provenance of kind reported, public"],
    ["staff.0.count.provenance.phrase", undefined, "a value: the field is missing"],
    ["staff.0.post", "Mayor", '"StreetLead"'],
    ["resources.0.id", "two words", "a letter, then letters, digits and -"],
    ["households", null, 'a number with value, unit, precision and provenance, or "notStated"'],
    ["heatingSeason", { kind: "mild" }, "a heating season of kind season or none"],
    ["profileId", "sixStep", '"fiveStep"'],
    ["links", undefined, "a value: the field is missing"],
    ["link", [], "no field of this name"]
  ])(
    "at %s = %j is refused there, by the reader and by the JSON Schema",
    (path, value, expected) => {
      const file = changed(path, value)
      const parsed = LocalitySchema.parse(file)
      const problems = parsed.ok ? [] : parsed.problems
      expect(problems.map((problem) => problem.path)).toEqual([path])
      expect(problems[0]?.value).toEqual(value)
      expect(problems[0]?.expected).toContain(expected)
      expect(validate(file)).toBe(false)
    }
  )

  it("tells every problem at once", () => {
    const file = changed("levels.3.count.value", "69")
    if (!isRecord(file)) throw new Error("a file is a record")
    const parsed = LocalitySchema.parse({ ...file, zone: 8, cautions: "none" })
    const paths = parsed.ok ? [] : parsed.problems.map((problem) => problem.path)
    expect(paths.sort()).toEqual(["cautions", "levels.3.count.value", "zone"])
  })

  it("in the order of its levels or in its ids says which level", () => {
    const disordered = LocalitySchema.parse(changed("levels.3.role", "county"))
    expect(disordered).toMatchObject({ ok: false })
    const paths = disordered.ok ? [] : disordered.problems.map((problem) => problem.path)
    expect(paths).toEqual(["levels.3"])
    const twice = LocalitySchema.parse(changed("levels.3.id", "level2Grid"))
    expect(twice.ok ? [] : twice.problems).toEqual([
      { path: "levels.3", value: "level2Grid", expected: "an id that no other level has" }
    ])
    const spaced = LocalitySchema.parse(changed("id", "my town"))
    expect(spaced.ok ? [] : spaced.problems.map((problem) => problem.path)).toEqual(["id"])
  })

  it("of another format or version is said to be that and nothing else", () => {
    expect(LocalitySchema.parse([])).toMatchObject({ ok: false, problems: [{ path: "" }] })
    const foreign = LocalitySchema.parse({ format: "wangge-scenario", version: 1 })
    expect(foreign).toEqual({
      ok: false,
      problems: [{ path: "format", value: "wangge-scenario", expected: '"wangge-locality"' }]
    })
    const newer = LocalitySchema.parse(changed("version", 2))
    expect(newer.ok ? [] : newer.problems.map((problem) => problem.path)).toEqual(["version"])
  })
})
