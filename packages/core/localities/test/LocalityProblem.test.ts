import { GridProblem } from "@wangge/grid"
import { expect, test } from "vitest"
import { LocalityProblem } from "../src/index.ts"

test("every code has words in both languages that show the place and what was found", () => {
  for (const code of LocalityProblem.codes) {
    const words = LocalityProblem.describe(LocalityProblem.make(code, "levels/grid", 3, 4))
    expect(words.en, code).toContain("levels/grid")
    expect(words.zh, code).toContain("levels/grid")
    expect(words.zh, code).toMatch(/\p{Script=Han}/u)
    expect(`${words.en}${words.zh}`, code).not.toMatch(/\{\w+\}/)
  }
})

test("the problems of the tree keep their own words", () => {
  const problem = GridProblem.make("LevelShrinks", "levels/grid", 4, 5)
  expect(LocalityProblem.describe(problem)).toEqual(GridProblem.describe(problem))
})
