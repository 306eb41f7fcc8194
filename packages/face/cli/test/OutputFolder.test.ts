import { execFileSync } from "node:child_process"
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
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

const probe = (folder: string, names: ReadonlyArray<string> = []) =>
  Effect.runPromise(OutputFolder.probe(folder, names).pipe(Effect.provide(NodeServices.layer)))
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

describe("what is no regular file is refused by its name and stays what it is", () => {
  const refusals = async (name: string, what: string) => {
    const before = lstatSync(join(base, name)).ino
    for (const trying of [probe(base, [name]), write(base, [{ name, text: "new" }])]) {
      await expect(trying).rejects.toBeInstanceOf(UsageError)
      await expect(trying).rejects.toThrow(`Cannot write ${join(base, name)}: it is ${what}`)
    }
    expect(lstatSync(join(base, name)).ino).toBe(before)
    expect(readdirSync(base).filter((one) => one.startsWith(".wangge"))).toEqual([])
  }

  test("a folder", async () => {
    mkdirSync(join(base, "report.html"))
    await refusals("report.html", "a folder.")
  })

  test("a symbolic link, whether it leads to a file, a device or nowhere", async () => {
    writeFileSync(join(base, "real.csv"), "old")
    for (const [name, target] of [
      ["file.csv", "real.csv"],
      ["device.csv", "/dev/null"],
      ["nowhere.csv", "nothing.csv"]
    ] as const) {
      symlinkSync(target, join(base, name))
      await refusals(name, `a symbolic link to ${target}, and only a regular file is replaced.`)
    }
    expect(readFileSync(join(base, "real.csv"), "utf8")).toBe("old")
  })

  test.skipIf(process.platform === "win32")("a pipe", async () => {
    execFileSync("mkfifo", [join(base, "pipe")])
    await refusals("pipe", "a pipe, and only a regular file is replaced.")
    expect(lstatSync(join(base, "pipe")).isFIFO()).toBe(true)
  })

  test("one of several names: none of the others is written", async () => {
    mkdirSync(join(base, "outcomes.json"))
    await expect(write(base, two)).rejects.toThrow("it is a folder")
    expect(readdirSync(base)).toEqual(["outcomes.json"])
  })

  test.skipIf(process.platform === "win32")("a device, which is only asked", async () => {
    await expect(probe("/dev", ["null"])).rejects.toThrow(
      "Cannot write /dev/null: it is a device, and only a regular file is replaced."
    )
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true)
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
