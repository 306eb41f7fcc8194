import { readFileSync } from "node:fs"
import { Locality } from "@wangge/localities"
import { describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { load, outputs, where, willowBend } from "./main.ts"

describe("a town from a spreadsheet", () => {
  it("prints what the README shows", async () => {
    const page = readFileSync(new URL("README.md", import.meta.url), "utf8")
    const texts = await Promise.all(outputs.map((output) => output()))
    expect(texts).toEqual(blocksOf(page))
  })

  it("keeps the households and seats of its sheets, and agrees with itself", () => {
    const locality = willowBend()
    expect(locality.households).toMatchObject({ value: 930, provenance: { kind: "assumed" } })
    expect(Locality.seatCount(locality, "GridWorker")).toBe(10)
    expect(Locality.consistency(locality).problems).toEqual([])
  })

  it("finds the grid of a point inside, on a border and outside", () => {
    const [inside, border, outside] = where(willowBend())
    expect(inside).toContain("c1/g2")
    expect(border).toContain("c1/g1 第一网格, on the border of c1/g1 and c2/g1")
    expect(outside).toContain("Outside")
  })

  it("names five slips of the pen by sheet, line and column", () => {
    const { locality, lines } = load("with-mistakes/")
    expect(locality).toBe(null)
    expect(lines.map((line) => line.split(":")[0])).toEqual([
      "with-mistakes/units.csv line 6, column 户数",
      "with-mistakes/units.csv line 9, column 楼栋",
      "with-mistakes/staff.csv line 6, column 岗位",
      "with-mistakes/staff.csv line 8, column 地点",
      "with-mistakes/staff.csv line 14, column 开始日期"
    ])
  })
})
