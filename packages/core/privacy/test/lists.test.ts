import { describe, expect, test } from "vitest"
import { DataClass, LegalBasis, Purpose } from "../src/index.ts"

const lists = [
  { name: "purposes", list: Purpose.list, labels: Purpose.labels },
  { name: "data classes", list: DataClass.list, labels: DataClass.labels },
  { name: "legal bases", list: LegalBasis.kinds, labels: LegalBasis.labels }
]

describe.each(lists)("$name", ({ list, labels }) => {
  test("has no word twice, and a label in both languages for each", () => {
    expect(new Set(list).size).toBe(list.length)
    expect(Object.keys(labels)).toEqual([...list])
    const words = Object.values(labels)
    for (const { en, zh } of words) {
      expect(en).not.toMatch(/[\u4e00-\u9fff]/)
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
    }
    expect(new Set(words.map(({ zh }) => zh)).size).toBe(list.length)
  })
})

test("a purpose has a number for life, and a foreign text has none", () => {
  expect(Purpose.list.map(Purpose.codeOf)).toEqual([...Purpose.list.keys()])
  // @ts-expect-error a text that is no purpose
  expect(() => Purpose.codeOf("李13800000000")).toThrow(RangeError)
  // @ts-expect-error a text that is no purpose
  expect(() => Purpose.codeOf("李13800000000")).not.toThrow(/李/)
})
