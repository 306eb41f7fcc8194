import { describe, expect, it } from "vitest"
import * as FenceModule from "../src/FenceModule.ts"

const bodyOf = (code: string): string =>
  FenceModule.make(code, "./equal.ts").text.split("\nimport { __equalsLiteral }")[0] ?? ""

describe("FenceModule", () => {
  it("asserts an expression with an arrow behind it", () => {
    expect(bodyOf("1 + 1 // => 2")).toBe('__equalsLiteral((1 + 1), (2), "2");')
  })

  it("keeps the line of what follows, with the arrow on the next line too", () => {
    const lines = bodyOf("f(\n  1\n)\n// => [2]\ng()").split("\n")
    expect(lines).toHaveLength(5)
    expect(lines[3]).toBe('([2]), "[2]");')
    expect(lines[4]).toBe("g()")
  })

  it("asserts the name of a declaration", () => {
    expect(bodyOf("const a = 1 + 1 // => 2")).toBe('const a = 1 + 1; __equalsLiteral(a, (2), "2");')
  })

  it("awaits what the expression awaits", () => {
    expect(bodyOf("await f() // => 1")).toBe('__equalsLiteral((await f()), (1), "1");')
  })

  it("counts assertions and leaves other comments alone", () => {
    const made = FenceModule.make("f() // why\ng() // => 1\n", "./equal.ts")
    expect(made.assertionCount).toBe(1)
    expect(made.strayLines).toEqual([])
    expect(made.text).toContain("f() // why")
  })

  it("names the lines of arrows that would assert nothing", () => {
    const code = "if (yes) {\n  f() // => 1\n}\n// => 2\n\nlet a, b = 1 // => 3"
    expect(FenceModule.make(code, "./equal.ts").strayLines).toEqual([2, 4, 6])
  })
})
