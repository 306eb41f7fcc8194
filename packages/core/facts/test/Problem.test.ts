import { describe, expect, test } from "vitest"
import { Label, Problem } from "../src/index.ts"

const words = {
  TooMany: { en: "{subject}: {found}, not {expected}", zh: "{subject}:{found},应为{expected}" }
}

describe("Problem.describe", () => {
  test("puts the values of the problem into the words of its code", () => {
    const problem = { code: "TooMany", subject: "a", found: 0, expected: "" } as const
    expect(Problem.describe(words, problem)).toEqual({ en: "a: 0, not ", zh: "a:0,应为" })
  })
})

describe("Label.fill", () => {
  test("leaves a name alone that has no value, also one that every object inherits", () => {
    expect(Label.fill({ en: "{a} {toString}", zh: "{a}{b}" }, { a: 1 })).toEqual({
      en: "1 {toString}",
      zh: "1{b}"
    })
  })
})
