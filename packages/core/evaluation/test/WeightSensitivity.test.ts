/**
 * How far weights may move: exact crossings, checked on both sides by scoring again, and the least
 * weight that carries a unit across a cut, checked against every way to move that much.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Rational from "../src/Rational.ts"
import * as WeightSensitivity from "../src/WeightSensitivity.ts"
import { weightedCases as cases, half, scaledWeights, weighted } from "./aWeighted.ts"
import { codeOf } from "./close.ts"

const sixty = Rational.make(60)

const reachesOf = (
  given: WeightSensitivity.Weighted,
  edges: ReadonlyArray<Rational.Rational> = []
): ReadonlyArray<WeightSensitivity.WeightReach> => {
  const answer = WeightSensitivity.reach(given, edges)
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.reaches
}

const at = (reach: WeightSensitivity.Reach | undefined): string =>
  reach?.kind === "Changes"
    ? `${Rational.toText(reach.at)} ${reach.unitIds.join(" ")}`
    : "no change"

/** All weights once one of them is `value` and the others are rescaled in proportion. */
const moved = (
  weights: ReadonlyArray<Rational.Rational>,
  index: number,
  value: Rational.Rational
): ReadonlyArray<Rational.Rational> => {
  const own = weights[index] ?? Rational.zero
  const factor = Rational.divide(
    Rational.subtract(Rational.one, value),
    Rational.subtract(Rational.one, own)
  )
  return weights.map((weight, at) => (at === index ? value : Rational.multiply(weight, factor)))
}

/** The order of every pair, and the band of every unit. */
const standing = (
  weights: ReadonlyArray<Rational.Rational>,
  given: WeightSensitivity.Weighted
): { readonly order: string; readonly bands: string } => {
  const scores = given.units.map(({ points }) => WeightSensitivity.scoreOf(weights, points))
  const order = scores.map((one) => scores.map((other) => Rational.compare(one, other)))
  return {
    order: order.join(";"),
    bands: scores.map((score) => (Rational.compare(score, sixty) >= 0 ? "up" : "down")).join(";")
  }
}

describe("how far a weight may move", () => {
  test("two units cross where their lines cross, and one leaves its band at its edge", () => {
    const given = weighted(
      [half, half],
      [
        [90, 60],
        [60, 80]
      ]
    )
    const [first, second] = reachesOf(given, [Rational.make(72)])
    expect(at(first?.rank.down)).toBe("2/5 u0 u1")
    expect(at(first?.rank.up)).toBe("no change")
    expect(at(second?.rank.up)).toBe("3/5 u0 u1")
    expect(at(first?.band.down)).toBe("2/5 u0")
    expect(at(first?.band.up)).toBe("no change")
  })

  test("nothing changes strictly inside, and something does at or just beyond", () => {
    fc.assert(
      fc.property(cases, ({ parts, rows }) => {
        const weights = scaledWeights(parts)
        const given = weighted(weights, rows)
        const here = standing(weights, given)
        for (const { index, weight, rank, band } of reachesOf(given, [sixty])) {
          for (const [side, end] of [
            ["down", Rational.zero],
            ["up", Rational.one]
          ] as const) {
            const checks = [
              ["order", rank[side]],
              ["bands", band[side]]
            ] as const
            for (const [what, reach] of checks) {
              const limit = reach.kind === "Changes" ? reach.at : end
              const inside = Rational.divide(Rational.add(weight, limit), Rational.make(2))
              const there = standing(moved(weights, index, inside), given)
              if (!Rational.equals(limit, weight)) expect(there[what]).toBe(here[what])
              if (reach.kind === "NoChange" || Rational.equals(limit, end)) continue
              const step = Rational.divide(Rational.subtract(end, limit), Rational.make(10 ** 9))
              const beyond = moved(weights, index, Rational.add(limit, step))
              expect(standing(beyond, given)[what]).not.toBe(here[what])
            }
          }
        }
      }),
      { numRuns: 150 }
    )
  })

  test("a unit exactly at its edge falls only on the way on which its score falls", () => {
    const [first, second] = reachesOf(weighted([half, half], [[80, 40]]), [sixty])
    expect(at(first?.band.down)).toBe("1/2 u0")
    expect(at(first?.band.up)).toBe("no change")
    expect(at(second?.band.up)).toBe("1/2 u0")
    expect(at(second?.band.down)).toBe("no change")
  })

  test("a tie changes at once, a tie in every part never, a weight of 1 cannot be rescaled", () => {
    const [tied] = reachesOf(
      weighted(
        [half, half],
        [
          [80, 60],
          [60, 80]
        ]
      )
    )
    expect(at(tied?.rank.down)).toBe("1/2 u0 u1")
    expect(at(tied?.rank.up)).toBe("1/2 u0 u1")
    const [same] = reachesOf(
      weighted(
        [half, half],
        [
          [80, 60],
          [80, 60]
        ]
      )
    )
    expect(at(same?.rank.up)).toBe("no change")
    expect(reachesOf(weighted([Rational.one, Rational.zero], [[1, 2]]))).toHaveLength(1)
  })

  test("ragged points, weights that do not sum to 1 and doubled ids are refused", () => {
    const code = (given: WeightSensitivity.Weighted) => codeOf(WeightSensitivity.reach(given, []))
    expect(code(weighted([half], [[1]]))).toBe("OutOfRange")
    expect(code(weighted([Rational.make(3, 2), Rational.make(-1, 2)], [[1, 1]]))).toBe("OutOfRange")
    expect(code(weighted([half, half], [[1]]))).toBe("RaggedMatrix")
    expect(code(weighted([half, half], []))).toBe("TooFewUnits")
    const unit = { unitId: "a", points: [sixty] }
    expect(code({ weights: [Rational.one], units: [unit, unit] })).toBe("DuplicateId")
  })
})

describe("what hangs on a hair", () => {
  test("the dearest weight goes first, exactly", () => {
    const points = [100, 80, 40].map((value) => Rational.make(value))
    const weights = [Rational.make(1, 5), half, Rational.make(3, 10)]
    const share = (cut: number) => {
      const found = WeightSensitivity.hair(weights, points, Rational.make(cut))
      return found.kind === "Moves" ? Rational.toText(found.share) : "never"
    }
    // The score is 72; all 0.2 of the first part are worth 12 points, then 40 points a part.
    expect([72, 66, 60, 50, 40, 39].map(share)).toEqual([
      "0",
      "1/10",
      "1/5",
      "9/20",
      "7/10",
      "never"
    ])
    expect([78, 100, 101].map(share)).toEqual(["1/10", "4/5", "never"])
  })

  test("what whole parts give is added up before the next one is touched", () => {
    const points = [100, 80, 60, 40].map((value) => Rational.make(value))
    const weights = [1, 2, 3, 4].map((tenths) => Rational.make(tenths, 10))
    // From 60 to 42: 6 points from the first part, 8 from the second, 4 from 0.2 of the third.
    const found = WeightSensitivity.hair(weights, points, Rational.make(42))
    expect(found).toEqual({ kind: "Moves", share: half })
  })

  test("no way of moving that share, or less, carries the unit beyond the cut", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 100 }), ({ parts, rows }, cut) => {
        const weights = scaledWeights(parts)
        const points = (rows[0] ?? []).map((value) => Rational.make(value))
        const score = WeightSensitivity.scoreOf(weights, points)
        const found = WeightSensitivity.hair(weights, points, Rational.make(cut))
        const ends = points.map((point) => Rational.compare(point, Rational.make(cut)))
        const side = Rational.compare(score, Rational.make(cut))
        expect(found.kind === "Never").toBe(side !== 0 && ends.every((end) => end === side))
        if (found.kind === "Never") return
        for (const [from, weight] of weights.entries()) {
          for (const to of points.keys()) {
            const share = Rational.min(weight, found.share)
            const shift = Rational.multiply(
              share,
              Rational.subtract(points[to] ?? Rational.zero, points[from] ?? Rational.zero)
            )
            const after = Rational.compare(Rational.add(score, shift), Rational.make(cut))
            expect(after === 0 || after === side || side === 0).toBe(true)
          }
        }
      }),
      { numRuns: 200 }
    )
  })

  test("the closest pair across a cut is named for every unit ahead of it", () => {
    const given = weighted(
      [half, half],
      [
        [90, 60],
        [60, 80],
        [10, 10]
      ]
    )
    const answer = WeightSensitivity.atCut(given, 2)
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.ahead).toEqual([
      { unitId: "u0", behindId: "u2", hair: { kind: "Never" } },
      { unitId: "u1", behindId: "u2", hair: { kind: "Never" } }
    ])
    const first = WeightSensitivity.atCut(given, 1)
    const [hair] = first.ok ? first.ahead : []
    expect(hair).toEqual({
      unitId: "u0",
      behindId: "u1",
      hair: { kind: "Moves", share: Rational.make(1, 10) }
    })
    expect([0, 3, 1.5].map((places) => codeOf(WeightSensitivity.atCut(given, places)))).toEqual([
      "OutOfRange",
      "OutOfRange",
      "OutOfRange"
    ])
  })
})
