import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeServices from "@effect/platform-node/NodeServices"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, test } from "vitest"
import { UsageError } from "../src/Ending.ts"
import * as JsonFile from "../src/JsonFile.ts"

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
