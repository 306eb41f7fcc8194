import { existsSync, readFileSync } from "node:fs"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CodeScheme, DivisionCode } from "../src/index.ts"

/** Rows of the state's table (code, parent, level from 1, name) that show each of its shapes. */
const fixture = `code,parent,level,name
11,,1,北京市
1101,11,2,市辖区
110101,1101,3,东城区
110101001,110101,4,东华门街道
110106,1101,3,丰台区
110106101,110106,4,王佐镇
110111,1101,3,房山区
110111208,110111,4,霞云岭乡
110115,1101,3,大兴区
110115403,110115,4,北京经济技术开发区
42,,1,湖北省
4290,42,2,省直辖县级行政区划
429004,4290,3,仙桃市
44,,1,广东省
4420,44,2,中山市
442000,4420,3,中山市
442000001,442000,4,石岐街道
46,,1,海南省
4604,46,2,儋州市
460400,4604,3,儋州市
62,,1,甘肃省
6202,62,2,嘉峪关市
620201,6202,3,嘉峪关市`

interface Row extends CodeScheme.TableRow {
  readonly name: string
}

const rowsOf = (csv: string): ReadonlyArray<Row> =>
  csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code, parent, level, name] = line.split(",")
      return { code: code!, parent: parent!, levelIndex: Number(level) - 1, name: name! }
    })

/** Everything that must hold for a good table of divisions. */
const expectGood = (rows: ReadonlyArray<Row>): void => {
  expect(CodeScheme.checkTable(DivisionCode.scheme, rows)).toEqual([])
  for (const row of rows) {
    const parsed = DivisionCode.parse(row.code)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    expect(parsed.levelIndex, row.code).toBe(row.levelIndex)
    expect(CodeScheme.parentOf(DivisionCode.scheme, parsed.code)).toBe(row.parent)
    expect(CodeScheme.format(DivisionCode.scheme, parsed.parts)).toEqual(parsed)
    for (const length of [6, 12]) {
      if (length < row.code.length) continue
      const padded = CodeScheme.pad(DivisionCode.scheme, parsed.code, length)
      const again = CodeScheme.parseAt(DivisionCode.scheme, padded, row.levelIndex)
      expect(again, padded).toEqual(parsed)
    }
  }
}

const tableFile = new URL("../../../../../shared/data/cn_divisions.csv", import.meta.url)
const isTableThere = existsSync(tableFile)

describe("a division's code", () => {
  it("agrees with rows of the state's table of every shape", () => {
    const rows = rowsOf(fixture)
    expect(rows.length).toBe(23)
    expectGood(rows)
  })

  it("says what the place is", () => {
    const kinds = ["110101001", "110106101", "110111208", "110115403", "110101"].map((text) => {
      const parsed = DivisionCode.parse(text)
      return parsed.ok ? DivisionCode.kindOf(parsed.code) : parsed.problems
    })
    expect(kinds).toEqual(["street", "town", "township", "likeTownship", "unlisted"])
    const village = (number: number) => {
      const made = CodeScheme.format(DivisionCode.scheme, [11, 1, 1, 1, number])
      return made.ok ? DivisionCode.kindOf(made.code) : made.problems
    }
    expect([1, 199, 200, 399].map(village)).toEqual([
      ...["residents", "residents", "villagers", "villagers"]
    ])
    expect([400, 499, 500, 599, 600].map(village)).toEqual([
      ...["likeResidents", "likeResidents", "likeVillagers", "likeVillagers", "unlisted"]
    ])
  })

  it("is refused with the reason", () => {
    const codesOf = (text: string) => {
      const parsed = DivisionCode.parse(text)
      return parsed.ok ? parsed.code : parsed.problems.map((problem) => problem.code)
    }
    expect(codesOf("1101011")).toEqual(["BadLength"])
    expect(codesOf("1101O1")).toEqual(["BadCharacter"])
    expect(codesOf("11０101")).toEqual(["BadCharacter"])
    expect(codesOf("990101")).toEqual(["UnknownPrefix"])
    expect(codesOf("000000")).toEqual(["ReservedZero"])
    expect(codesOf("1100")).toEqual(["ReservedZero"])
    expect(codesOf("110001")).toEqual(["ReservedZero"])
    expect(codesOf("110100001")).toEqual(["ReservedZero"])
    expect(codesOf("110101000")).toEqual(["ReservedZero"])
    expect(codesOf("110101001000")).toBe("110101001")
  })

  it("filled up is shortened, and read by its level where two are possible", () => {
    const at = (text: string, levelIndex: number) =>
      CodeScheme.parseAt(DivisionCode.scheme, text, levelIndex)
    expect(DivisionCode.parse("110000")).toMatchObject({ code: "11", levelId: "province" })
    expect(DivisionCode.parse("110100000000")).toMatchObject({ code: "1101" })
    expect(DivisionCode.parse("442000000000")).toMatchObject({ code: "442000", levelId: "county" })
    expect(at("442000", 1)).toMatchObject({ code: "4420", levelId: "prefecture" })
    expect(at("442000", 2)).toMatchObject({ code: "442000", levelId: "county" })
    expect(at("110100", 2)).toMatchObject({ ok: false, problems: [{ code: "ReservedZero" }] })
  })

  it("takes the next number of its kind and never one used", () => {
    const county = DivisionCode.parse("110106")
    if (!county.ok) throw new Error("a good code")
    const used = rowsOf(fixture).flatMap((row) => {
      const parsed = DivisionCode.parse(row.code)
      return parsed.ok ? [parsed.code] : []
    })
    const { from, until } = DivisionCode.kinds[1]
    const options = { parent: county.code, used, from, until }
    expect(CodeScheme.nextFree(DivisionCode.scheme, options)).toMatchObject({ code: "110106102" })
  })

  it("round-trips whatever its parts", () => {
    const parts = fc
      .tuple(
        fc.constantFrom(...DivisionCode.provinces),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 5 })
      )
      .map((all) => all.slice(0, all[5]))
    fc.assert(
      fc.property(parts, (given) => {
        const made = CodeScheme.format(DivisionCode.scheme, given)
        if (!made.ok) throw new Error(JSON.stringify(made.problems))
        expect(DivisionCode.parse(made.code)).toEqual(made)
        const twelve = CodeScheme.pad(DivisionCode.scheme, made.code, 12)
        const isAmbiguous = DivisionCode.prefecturesWithoutCounties.includes(made.code)
        if (!isAmbiguous) expect(DivisionCode.parse(twelve)).toEqual(made)
        expect(CodeScheme.pathOf(DivisionCode.scheme, made.code).length).toBe(given.length)
      })
    )
  })

  it.skipIf(!isTableThere)(
    "agrees with all 4,316 rows of the state's table (skipped where ../shared/data is absent)",
    () => {
      const rows = rowsOf(readFileSync(tableFile, "utf8"))
      expect(rows.length).toBe(4316)
      expectGood(rows)
      const exceptions = rows.filter((row) => {
        if (row.levelIndex !== 3) return false
        const parsed = DivisionCode.parse(row.code)
        const kind = parsed.ok ? DivisionCode.kindOf(parsed.code) : "unlisted"
        if (row.name.endsWith("街道")) return kind !== "street"
        if (row.name.endsWith("镇")) return kind !== "town"
        return row.name.endsWith("乡") && kind !== "township"
      })
      expect(exceptions.map((row) => row.name)).toEqual(["马祖乡"])
      const wholes = rows.filter((row) => row.levelIndex === 2 && row.code.endsWith("00"))
      expect(wholes.map((row) => row.parent)).toEqual(DivisionCode.prefecturesWithoutCounties)
    }
  )
})
