import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Locality, LocalitySchema } from "@wangge/localities"
import { Table } from "@wangge/report"
import * as fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { cut, lines } from "../src/internal/wrapped.ts"
import { wangge } from "./wangge.ts"

let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-localities-"))
})
afterAll(() => {
  rmSync(base, { recursive: true })
})

const file = (name: string, content: unknown): string => {
  const path = join(base, name)
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content))
  return path
}

/** The file of Helong with another count of level-3 grids. */
const helongOf = async (grids: number): Promise<string> => {
  const { result } = await wangge("localities", "helong", "--format", "json")
  const parsed = LocalitySchema.parse(JSON.parse(result))
  if (!parsed.ok) throw new Error("what the command prints is read back")
  const levels = parsed.locality.levels.map((level) =>
    level.id === "level3Grid" && level.count !== "notStated"
      ? { ...level, count: { ...level.count, value: grids } }
      : level
  )
  return file(`helong-${grids}.json`, LocalitySchema.toFile({ ...parsed.locality, levels }))
}

const ids = Locality.list.map((locality) => locality.id)

describe("localities", () => {
  test("lists all, in both languages, with what stands in place of grids and what is not stated", async () => {
    const { code, result } = await wangge("localities")
    expect(code).toBe(0)
    const shown = result.split("\n").map((line) => line.split(/\s/)[0])
    for (const id of ids) expect(shown).toContain(id)
    expect(result).toMatch(/jiyang\.before\s.*59 \*\s+reported/)
    expect(result).toContain("Registered residential area, in place of grids")
    expect(result).toMatch(/xixian\s+Xixian\s+Shanxi\s+not stated/)
    expect((await wangge("localities", "--lang", "zh")).result).toContain("未载")
  })

  test.each(ids)("%s as JSON is its locality file, read back as it was", async (id) => {
    const { code, result } = await wangge("localities", id, "--format", "json")
    expect(code).toBe(0)
    const found = Locality.find(id)
    const locality = found.ok ? found.locality : undefined
    expect(LocalitySchema.parse(JSON.parse(result))).toEqual({ ok: true, locality })
  })

  test.each(ids)("%s as a table shows every number's path, and fits 140 columns", async (id) => {
    const { result } = await wangge("localities", id)
    const found = Locality.find(id)
    const numbers = found.ok ? Locality.sourcedNumbers(found.locality) : []
    const shown = new Set(result.split("\n").map((line) => line.split(/\s/)[0]))
    for (const { path } of numbers) expect(shown, path).toContain(path)
    for (const line of result.split("\n"))
      expect(Table.widthOf(line), line).toBeLessThanOrEqual(140)
  })

  test("a number shows its precision, the kind of its provenance and its phrase", async () => {
    const { result } = await wangge("localities", "longxian")
    expect(result).toMatch(
      /staff\/GridWorker\s+Grid worker\s+≥ 110\s+seats\s+reported\s+配备网格员110余名/
    )
    const chinese = await wangge("localities", "longxian", "--lang", "zh")
    expect(chinese.result).toMatch(/staff\/GridWorker\s+网格员\s+≥ 110\s+seats\s+报告/)
    expect((await wangge("localities", "xixian")).result).toContain(
      "Not stated in the report: levels"
    )
    const overlay = (await wangge("localities", "xixian.overlay")).result
    expect(overlay).toContain("Assumptions put over xixian")
    expect((await wangge("localities", "bagongshan")).result).toContain("No heating season")
  })

  test("an unknown id is one message with the nearest id; code 2", async () => {
    const { code, result, messages } = await wangge("localities", "jinyang")
    expect({ code, result }).toEqual({ code: 2, result: "" })
    expect(messages).toContain('Unknown locality "jinyang". Did you mean "jiyang"?')
    expect(messages.trimEnd().split("\n").length).toBe(1)
  })
})

describe("check", () => {
  test.each(ids)("%s ends with code 0: whatever can hold holds", async (id) => {
    const { code, result, messages } = await wangge("check", id)
    expect({ code, messages }).toEqual({ code: 0, messages: "" })
    expect(result).not.toContain("BROKEN")
    for (const line of result.split("\n")) expect(Table.widthOf(line)).toBeLessThanOrEqual(140)
  })

  test("a contradiction of the source is shown and not repaired", async () => {
    const { result } = await wangge("check", "xixian")
    expect(result).toMatch(/conflict\s+Itemised activities and the total\s+361 ≠ 100/)
    expect(result).toContain("Conflict in the source: activityTotal")
    expect((await wangge("check", "xixian", "--lang", "zh")).result).toContain("来源矛盾")
  })

  test("Helong of 70 grids has a lead too few; code 1, in words and as JSON", async () => {
    const town = await helongOf(70)
    const { code, result } = await wangge("check", town)
    expect(code).toBe(1)
    expect(result).toMatch(/BROKEN\s+One grid lead per level-3 grid\s+69 ≠ 70/)
    expect(result).toContain("Problem: gridLeads: 69 leads for 70 places")
    const json = await wangge("check", town, "--format", "json")
    expect(json.code).toBe(1)
    const { isBroken, problems } = JSON.parse(json.result)
    expect(isBroken).toBe(true)
    expect(problems).toMatchObject([
      { code: "LeadCountMismatch", subject: "gridLeads", found: 69, expected: 70 }
    ])
  })

  test("the same file with 69 grids holds; code 0", async () => {
    expect(await wangge("check", await helongOf(69))).toMatchObject({ code: 0, messages: "" })
  })

  test("a file that cannot be read is one message with the place; code 2", async () => {
    const refused = async (source: string, ...parts: ReadonlyArray<string>) => {
      const { code, result, messages } = await wangge("check", source)
      expect({ code, result }).toEqual({ code: 2, result: "" })
      expect(messages).toMatch(/^wangge: /)
      for (const part of parts) expect(messages).toContain(part)
    }
    await refused("helnog", 'Unknown locality "helnog"', 'mean "helong"?', "./town.json")
    await refused(join(base, "none.json"), "there is no such file or folder")
    await refused(file("slip.json", '{"a" 1}'), "line 1, column 6")
    await refused(file("list.json", []), '"format" is missing', "wangge-locality")
    await refused(file("newer.json", { format: "wangge-locality", version: 7 }), "of version 7")
    const found = Locality.find("helong")
    const wrong = found.ok ? { ...LocalitySchema.toFile(found.locality), zone: 8 } : {}
    await refused(file("zone.json", wrong), "a problem", "zone is 8; expected string")
  })
})

describe("a wrapped text", () => {
  test("keeps every character but the spaces at its breaks, and its width", () => {
    const words = fc.array(
      fc.constantFrom("grid", "网格", "a", "管理、服务2828個", "x".repeat(40), "—")
    )
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 60 }), (parts, width) => {
        const text = parts.join(" ")
        const wrapped = lines(text, width)
        expect(wrapped.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""))
        for (const line of wrapped) expect(Table.widthOf(line)).toBeLessThanOrEqual(width)
      })
    )
  })

  test("that is cut ends in … and is never wider than asked for", () => {
    expect(cut("grid", 4)).toBe("grid")
    expect(cut("grids", 4)).toBe("gri…")
    expect(cut("网格员", 5)).toBe("网格…")
    expect(cut("网格员", 4)).toBe("网…")
  })
})
