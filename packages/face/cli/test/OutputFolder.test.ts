import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeServices from "@effect/platform-node/NodeServices"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { UsageError } from "../src/Ending.ts"
import * as OutputFolder from "../src/OutputFolder.ts"

let base = ""
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-output-"))
})
afterEach(() => {
  rmSync(base, { recursive: true })
})

const probe = (folder: string) =>
  Effect.runPromise(OutputFolder.probe(folder).pipe(Effect.provide(NodeServices.layer)))
const write = (folder: string, files: ReadonlyArray<OutputFolder.OutputFile>) =>
  Effect.runPromise(OutputFolder.write(folder, files).pipe(Effect.provide(NodeServices.layer)))

const two = [
  { name: "report.html", text: "<p>new</p>" },
  { name: "outcomes.json", text: "{}" }
]

describe("probe", () => {
  test("a folder that does not exist can be written to and still does not exist", async () => {
    await probe(join(base, "a/b/c"))
    expect(readdirSync(base)).toEqual([])
  })

  test("a folder that exists stays as it is", async () => {
    writeFileSync(join(base, "mine.txt"), "mine")
    await probe(base)
    expect(readdirSync(base)).toEqual(["mine.txt"])
  })

  test("a file where a folder should be is refused with its name", async () => {
    writeFileSync(join(base, "file"), "")
    for (const folder of [join(base, "file"), join(base, "file/below")]) {
      await expect(probe(folder)).rejects.toBeInstanceOf(UsageError)
      await expect(probe(folder)).rejects.toThrow(`Cannot write into ${folder}`)
    }
    expect(readdirSync(base)).toEqual(["file"])
  })
})

describe("write", () => {
  test("a new folder appears with its files and nothing else, open to others", async () => {
    await write(join(base, "a/b"), two)
    expect(readdirSync(base)).toEqual(["a"])
    expect(readdirSync(join(base, "a"))).toEqual(["b"])
    expect(readdirSync(join(base, "a/b")).sort()).toEqual(["outcomes.json", "report.html"])
    expect(readFileSync(join(base, "a/b/report.html"), "utf8")).toBe("<p>new</p>")
    expect(statSync(join(base, "a/b")).mode & 0o777).toBe(0o777 & ~process.umask())
  })

  test("an old folder keeps what is not ours and gets the new files", async () => {
    writeFileSync(join(base, "mine.txt"), "mine")
    writeFileSync(join(base, "report.html"), "<p>old</p>")
    await write(base, two)
    expect(readdirSync(base).sort()).toEqual(["mine.txt", "outcomes.json", "report.html"])
    expect(readFileSync(join(base, "report.html"), "utf8")).toBe("<p>new</p>")
    expect(readFileSync(join(base, "mine.txt"), "utf8")).toBe("mine")
  })

  test("a file that cannot be written leaves no new folder behind", async () => {
    const impossible = [...two, { name: "no/such/place.txt", text: "" }]
    await expect(write(join(base, "new"), impossible)).rejects.toBeInstanceOf(UsageError)
    expect(readdirSync(base)).toEqual([])
  })

  test("a file that cannot be written leaves an old folder unchanged", async () => {
    mkdirSync(join(base, "old"))
    writeFileSync(join(base, "old/report.html"), "<p>old</p>")
    const impossible = [...two, { name: "no/such/place.txt", text: "" }]
    await expect(write(join(base, "old"), impossible)).rejects.toBeInstanceOf(UsageError)
    expect(readdirSync(join(base, "old"))).toEqual(["report.html"])
    expect(readFileSync(join(base, "old/report.html"), "utf8")).toBe("<p>old</p>")
  })
})

describe("a file in pieces", () => {
  test("is written whole, in their order, however many they are", async () => {
    const pieces = Array.from({ length: 20_000 }, (_, index) => `${index} 第${index}行\n`)
    await write(base, [{ name: "log.csv", text: pieces }])
    expect(readFileSync(join(base, "log.csv"), "utf8")).toBe(pieces.join(""))
    await write(base, [{ name: "log.csv", text: [] }])
    expect(readFileSync(join(base, "log.csv"), "utf8")).toBe("")
  })

  test("that cannot be made to the end leaves the old file and no trace", async () => {
    writeFileSync(join(base, "log.csv"), "old")
    function* broken() {
      yield "x".repeat(1_000_000)
      throw new Error("the run is wrong")
    }
    const writing = write(base, [{ name: "log.csv", text: broken() }])
    await expect(writing).rejects.toThrow("the run is wrong")
    expect(readFileSync(join(base, "log.csv"), "utf8")).toBe("old")
    expect(readdirSync(base)).toEqual(["log.csv"])
  })
})
