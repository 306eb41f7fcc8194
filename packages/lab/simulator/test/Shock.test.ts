import { Shock } from "@wangge/simulator"
import { describe, expect, test } from "vitest"

const flood = {
  kind: "demand",
  multiplier: 3,
  fromDay: 10,
  days: 2,
  firstGrid: 4,
  grids: 3
} as const
const leave = {
  kind: "absence",
  share: 0.125,
  fromDay: 0,
  days: 1,
  firstGrid: 0,
  grids: 1
} as const

describe("where a shock hits", () => {
  test.each([
    [9, 4, false],
    [10, 4, true],
    [11, 4, true],
    [12, 4, false],
    [10, 3, false],
    [10, 6, true],
    [10, 7, false]
  ])("day %i, grid %i: %s", (day, grid, expected) => {
    expect(Shock.hits(flood, { day, grid })).toBe(expected)
  })
})

describe("a shock in words", () => {
  test("says size, days and grids in both languages", () => {
    expect(Shock.toText(flood, "en")).toBe(
      "demand x 3 on days 10 to 11 in grids 4 to 6 (2 days, 3 grids)"
    )
    expect(Shock.toText(flood, "zh")).toBe("第10至11天、第4至6号网格，诉求量为3倍（2天、3个网格）")
  })

  test("gives a share of people as percent with one decimal", () => {
    expect(Shock.toText(leave, "en")).toBe(
      "12.5 % of the grid workers away on days 0 to 0 in grids 0 to 0 (1 days, 1 grids)"
    )
    expect(Shock.toText(leave, "zh")).toContain("12.5%的网格员缺勤")
  })
})
