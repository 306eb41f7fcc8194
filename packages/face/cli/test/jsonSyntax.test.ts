import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { firstMistake } from "../src/internal/jsonSyntax.ts"

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe("firstMistake", () => {
  test("a comma too many is found where it is noticed", () => {
    expect(firstMistake('{\n  "days": 90,\n}')).toEqual({
      line: 3,
      column: 1,
      found: '"}"',
      expected: "a name in double quotes"
    })
  })

  test("a missing comma is found at the next name", () => {
    expect(firstMistake('{"a": 1\n "b": 2}')).toMatchObject({ line: 2, column: 2, found: '"\\""' })
  })

  test("a file cut short names its end", () => {
    expect(firstMistake('{"a": [1, 2')).toMatchObject({
      line: 1,
      column: 12,
      found: "the end of the file",
      expected: '"," or "]"'
    })
    expect(firstMistake("")).toMatchObject({ line: 1, column: 1, found: "the end of the file" })
  })

  test("a comment, a single quote and NaN are found at their first letter", () => {
    expect(firstMistake("{} // note")).toMatchObject({ column: 4, found: '"/"' })
    expect(firstMistake("{'a': 1}")).toMatchObject({ column: 2, found: '"\'"' })
    expect(firstMistake('{"a": NaN}')).toMatchObject({ column: 7, found: '"N"' })
  })

  test("a line break inside a string is found at its place", () => {
    expect(firstMistake('["ab\ncd"]')).toMatchObject({ line: 1, column: 5, found: '"\\n"' })
  })

  test("it finds no mistake exactly where JSON.parse finds none", () => {
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat(2),
      put: fc.constantFrom(...'{}[]",:0-.e \\u\n')
    })
    const options = { seed: 20_25, numRuns: 400 }
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(change, { maxLength: 2 }), (value, changes) => {
        const text = changes.reduce((before, { at, cut, put }) => {
          const place = at % (before.length + 1)
          return before.slice(0, place) + put + before.slice(place + cut)
        }, JSON.stringify(value))
        expect(firstMistake(text) === null).toBe(isJson(text))
      }),
      options
    )
  })
})
