import { readFileSync } from "node:fs"
import { Bonus, Rational, Rescore } from "@wangge/evaluation"
import { describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { corrections, facts, outputs, planOf, ranksOf, rescoring } from "./main.ts"

describe("evaluate and pay", () => {
  const paidTo = (plan: Bonus.BonusPlan): ReadonlyArray<string> =>
    Bonus.payByUnit(plan).flatMap(({ unitId, fen }) => (fen > 0 ? [unitId] : []))

  it("gives no score for six cases and the expected ones for the others, exactly", () => {
    const scores = rescoring.before.units.map((unit) =>
      unit.status === "Scored" ? Rational.toText(unit.score.value) : unit.status
    )
    // 0.30 x 392/400 + 0.35 x 384/400 + 0.35 x 380/400 = 77/80, in points 385/4.
    expect(scores[0]).toBe("385/4")
    expect(scores[5]).toBe("Insufficient")
  })

  it("tells only the last unit apart", () => {
    const alone = ranksOf(rescoring.before).units.filter(
      ({ simultaneous }) => simultaneous.best === simultaneous.worst
    )
    expect(alone.map(({ unitId }) => unitId)).toEqual(["river"])
  })

  it("pays the whole budget to the fen by either rule, before and after", () => {
    for (const result of [rescoring.before, rescoring.after]) {
      for (const rule of ["PayByScoreAllTheSame", "ShareEqually", "PayBoth"] as const) {
        const { lines } = planOf(result, rule)
        expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(10_000_000)
      }
    }
  })

  it("moves half of the money by an outage where the cut ignores the overlap, and nothing else", () => {
    expect(paidTo(planOf(rescoring.before, "PayByScoreAllTheSame"))).toEqual(["east", "north"])
    expect(paidTo(planOf(rescoring.after, "PayByScoreAllTheSame"))).toEqual(["east", "south"])
    expect(Bonus.payByUnit(planOf(rescoring.after, "ShareEqually"))).toEqual(
      Bonus.payByUnit(planOf(rescoring.before, "ShareEqually"))
    )
  })

  it("changes no fact: the corrections stand beside them", () => {
    expect(
      corrections.every(({ supersedesId }) => facts.some(({ id }) => id === supersedesId))
    ).toBe(true)
    expect(rescoring.after.facts.given).toBe(facts.length + corrections.length)
    expect(Rescore.moved(rescoring).map(({ unitId }) => unitId)).toEqual(["north", "park", "south"])
  })

  it("prints what the README shows", () => {
    const page = readFileSync(new URL("README.md", import.meta.url), "utf8")
    expect(outputs.map((output) => output())).toEqual(blocksOf(page))
  })
})
