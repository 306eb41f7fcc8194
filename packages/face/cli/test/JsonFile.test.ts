import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeServices from "@effect/platform-node/NodeServices"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, test } from "vitest"
import { UsageError } from "../src/Ending.ts"
import * as JsonFile from "../src/JsonFile.ts"
import * as JsonLines from "../src/JsonLines.ts"

let base = ""
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-json-"))
})
afterEach(() => {
  rmSync(base, { recursive: true })
})

const read = (file: string) =>
  Effect.runPromise(JsonFile.read(file).pipe(Effect.provide(NodeServices.layer)))

test("a file is read, with or without a byte order mark", async () => {
  writeFileSync(join(base, "plain.json"), '{"days": 90}')
  writeFileSync(join(base, "marked.json"), '\uFEFF{"days": 90}')
  expect(await read(join(base, "plain.json"))).toEqual({ days: 90 })
  expect(await read(join(base, "marked.json"))).toEqual({ days: 90 })
})

test("a missing file and a folder are named with the reason", async () => {
  const missing = join(base, "missing.json")
  await expect(read(missing)).rejects.toThrow(
    `Cannot read ${missing}: there is no such file or folder.`
  )
  await expect(read(base)).rejects.toThrow(`Cannot read ${base}: it is a folder`)
  await expect(read(base)).rejects.toBeInstanceOf(UsageError)
})

test("broken JSON is named with line and column", async () => {
  const file = join(base, "broken.json")
  writeFileSync(file, '{\n  "days": 90,,\n}')
  await expect(read(file)).rejects.toThrow(
    `${file} is not JSON at line 2, column 14: found ",", expected a name in double quotes.`
  )
})

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`

test("lists inside each other up to 100 are read; more are refused, however many", async () => {
  const file = join(base, "deep.json")
  writeFileSync(file, nested(100))
  expect(await read(file)).toBeInstanceOf(Array)
  writeFileSync(file, ` {"a":${nested(100)}}`)
  const refusal = `${file} is nested too deep at line 1, column 106: found "[", expected at most 100 lists and objects inside each other.`
  await expect(read(file)).rejects.toThrow(refusal)
  writeFileSync(file, nested(200_000))
  await expect(read(file)).rejects.toThrow(`${file} is nested too deep at line 1, column 101`)
  await expect(read(file)).rejects.toBeInstanceOf(UsageError)
})

test("so are lines of JSON, by their number", async () => {
  const lines = JsonLines.parse(`{}\n${nested(200_000)}\n`, "facts.jsonl")
  await expect(Effect.runPromise(lines)).rejects.toThrow("facts.jsonl line 2 is nested too deep")
})

test("a name that an object gives twice is refused where that is asked for", async () => {
  const parse = (text: string, hasNamesOnce: boolean) =>
    Effect.runPromise(JsonFile.parse(text, "a.json", { hasNamesOnce }))
  const twice = '{"a": {"b": 1, "c": ["b", {"b": "c"}]},\n "\\u0061": 2}'
  expect(await parse(twice, false)).toEqual({ a: 2 })
  await expect(parse(twice, true)).rejects.toThrow(
    'a.json gives a name twice at line 2, column 2: found "\\u0061" a second time, expected each name once.'
  )
  const once = '{"a": {"b": ",{\\"b", "c": ["c", "c", {}, {"c": "c"}]}, "b": [], "": 1}'
  expect(await parse(once, true)).toEqual(JSON.parse(once))
})
