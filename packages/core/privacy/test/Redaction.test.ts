import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Redaction } from "../src/index.ts"

const examples: ReadonlyArray<readonly [string, Redaction.Kind]> = [
  ["13812345678", "Mobile"],
  ["138-1234-5678", "Mobile"],
  ["+86 138 1234 5678", "Mobile"],
  ["008613812345678", "Mobile"],
  ["１３８１２３４５６７８", "Mobile"],
  ["11010519491231002X", "IdentityCard"],
  ["110105194912310021", "IdentityCard"],
  ["110105 19491231 0021", "IdentityCard"],
  ["110105491231002", "IdentityCard"],
  ["6222 0211 2345 6789 012", "BankCard"],
  ["6222021123456789", "BankCard"],
  ["010-12345678", "Landline"],
  ["(0931)1234567", "Landline"],
  ["li.si+x@mail.example.org", "Email"]
]

describe("redaction", () => {
  test.each(examples)("%s is found as %s, alone and inside a Chinese sentence", (text, kind) => {
    expect(Redaction.find(text)).toEqual([{ kind, startIndex: 0, endIndex: text.length }])
    expect(Redaction.redact(`电话是${text}请回复`)).toBe("电话是■■■请回复")
    expect(Redaction.redact(`电话是${text},谢谢。`)).toBe("电话是■■■,谢谢。")
  })

  test.each([
    "3号楼2单元501室",
    "路灯编号20250307",
    "2025-03-07 10:30",
    "12345热线",
    "共1054件,结案911件",
    "案件1741000000",
    "a@b"
  ])("%s stays", (text) => {
    expect(Redaction.redact(text)).toBe(text)
  })

  test("a name passes: it is a help, not a guarantee", () => {
    expect(Redaction.redact("李四,3号楼")).toBe("李四,3号楼")
  })

  test("no number of a person is left, and doing it twice changes nothing", () => {
    const digits = (count: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    const mobile = digits(9).map((rest) => `1${3 + ((rest[0] ?? 0) % 7)}${rest.join("")}`)
    const words = fc.constantFrom("路灯坏了", ",请回", "。", " ", "3号楼", "x")
    fc.assert(
      fc.property(fc.array(fc.tuple(words, mobile, words), { maxLength: 5 }), (parts) => {
        const text = parts.map(([before, number, after]) => `${before},${number},${after}`).join("")
        const done = Redaction.redact(text)
        for (const [, number] of parts) expect(done).not.toContain(number)
        expect(Redaction.redact(done)).toBe(done)
      }),
      { numRuns: 200 }
    )
  })

  test("places never overlap and lie in order, whatever the text", () => {
    const unit = fc.constantFrom("1", "3", "8", "0", "-", " ", "@", "a", ".", "X", "李", "+86")
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const text = units.join("")
        let from = 0
        for (const { startIndex, endIndex } of Redaction.find(text)) {
          expect(startIndex).toBeGreaterThanOrEqual(from)
          expect(endIndex).toBeGreaterThan(startIndex)
          from = endIndex
        }
        expect(from).toBeLessThanOrEqual(text.length)
        const done = Redaction.redact(text)
        expect(Redaction.redact(done)).toBe(done)
      }),
      { numRuns: 300 }
    )
  })
})
