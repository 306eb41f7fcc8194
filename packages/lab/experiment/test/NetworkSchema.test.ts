import { readdirSync, readFileSync } from "node:fs"
import { NetworkFile, NetworkSchema } from "@wangge/experiment"
import { Ajv2020 } from "ajv/dist/2020.js"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

const published = new URL("../../../../docs/schemas/network.schema.json", import.meta.url)
const folder = new URL("./networks/", import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name): [string, unknown] => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8"))])
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  NetworkSchema.jsonSchema()
)

test("the published schema is the one that the code makes (npm run schemas)", () => {
  const text = `${JSON.stringify(NetworkSchema.jsonSchema(), null, 2)}\n`
  expect(readFileSync(published, "utf8")).toBe(text)
})

describe("the schema", () => {
  test.each(files)("accepts %s, as the reader does", (_, file) => {
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
    expect(NetworkFile.parse(file).ok).toBe(true)
  })

  test("rejects nothing that the reader accepts, wherever a file is changed", () => {
    const places = placesOf(files)
    const values = fc.constantFrom<unknown>(0, 1, 2.5, -1, "x", "desk", [], {}, null, true, 1e12)
    let accepted = 0
    fc.assert(
      fc.property(fc.constantFrom(...places), values, ([file, path], value) => {
        const other = changed(file, path, value)
        if (!NetworkFile.parse(other).ok) return
        accepted++
        expect(validate(other), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true)
      }),
      { numRuns: 500, seed: 41 }
    )
    expect(accepted).toBeGreaterThan(30)
  })

  test("and the reader reject the same structures", () => {
    const places = placesOf(files)
    const junk = fc.constantFrom<unknown>(null, true, [[]], { kind: "none" }, -1)
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, ([file, path], value) => {
        const other = changed(file, path, value)
        if (!validate(other)) expect(NetworkFile.parse(other).ok).toBe(false)
      }),
      { numRuns: 300, seed: 42 }
    )
  })

  test("has words for its numbers", () => {
    expect(JSON.stringify(NetworkSchema.jsonSchema())).toContain(
      "Places, those in service included"
    )
  })
})

/** Every place of a file but its `$schema`, which is for editors. */
const placesOf = (files: ReadonlyArray<readonly [string, unknown]>) =>
  files.flatMap(([, file]) =>
    pathsOf(file)
      .filter((path) => path !== "$schema")
      .map((path): [unknown, string] => [file, path])
  )

const pathsOf = (value: unknown, before = ""): ReadonlyArray<string> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([field, part]) => [
        `${before}${field}`,
        ...pathsOf(part, `${before}${field}/`)
      ])
    : []

/** The data with another value at a place such as `network/stations/0/room`. */
const changed = (data: unknown, path: string, value: unknown): unknown => {
  const [first, ...rest] = path.split("/")
  const next = (part: unknown) => (rest.length === 0 ? value : changed(part, rest.join("/"), value))
  if (Array.isArray(data)) {
    return data.map((part, index) => (String(index) === first ? next(part) : part))
  }
  return Object.fromEntries(
    Object.entries(Object(data)).map(([field, part]) => [
      field,
      field === first ? next(part) : part
    ])
  )
}
