import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BonusProblem, BonusSplit, LargestRemainder, Rational } from "../src/index.ts"
import { exact } from "./aFact.ts"

const byId: LargestRemainder.TieRule = { kind: "ById" }

const claim = (
  id: string,
  weight: string,
  floorFen = 0,
  capFen: number | "None" = "None"
): BonusSplit.Claim => ({ id, weight: exact(weight), floorFen, capFen })

const fenOf = (
  budgetFen: number,
  claims: ReadonlyArray<BonusSplit.Claim>,
  ties: LargestRemainder.TieRule = byId
): ReadonlyArray<number> | string => {
  const divided = BonusSplit.divide(budgetFen, claims, ties)
  if (divided.ok) return divided.split.shares.map(({ fen }) => fen)
  return divided.problems.map(({ code, subject }) => `${code} ${subject}`).join("; ")
}

describe("a budget in fen", () => {
  it("goes by largest remainders, the last fen of a tie by id or by lot", () => {
    const three = [claim("c", "1"), claim("b", "1"), claim("a", "1")]
    expect(fenOf(100, three)).toEqual([33, 33, 34])
    expect(fenOf(101, three)).toEqual([33, 34, 34])
    const lot = { kind: "ByLot", recordId: "lot-7", order: ["c", "a", "b"] } as const
    expect(fenOf(100, three, lot)).toEqual([34, 33, 33])
    const divided = BonusSplit.divide(101, three, lot)
    expect(divided.ok && [divided.split.tiedIds, divided.split.raisedTiedIds]).toEqual([
      ["a", "b", "c"],
      ["a", "c"]
    ])
  })

  it("is no tie where the remainders differ by the smallest fraction", () => {
    // 1/3 + 1/1000 of the weight has the larger remainder
    expect(fenOf(1, [claim("a", "333"), claim("b", "334"), claim("c", "333")])).toEqual([0, 1, 0])
    const divided = BonusSplit.divide(1, [claim("a", "1"), claim("b", "2")], byId)
    expect(divided.ok && divided.split.tiedIds).toEqual([])
  })

  it("of 490,000 yuan for 269 equal workers is 182,156 or 182,157 fen each", () => {
    const claims = Array.from({ length: 269 }, (_, index) => claim(`worker-${index}`, "1"))
    const fen = fenOf(49_000_000, claims)
    const all = typeof fen === "string" ? [] : fen
    // 269 x 182,156 = 48,999,964, so 36 workers get one fen more
    expect(all.filter((one) => one === 182_157)).toHaveLength(36)
    expect(all.filter((one) => one === 182_156)).toHaveLength(233)
  })

  it("fills up to caps and down to floors and gives the rest to the others", () => {
    expect(fenOf(1000, [claim("a", "8", 0, 300), claim("b", "1"), claim("c", "1")])).toEqual([
      300, 350, 350
    ])
    expect(fenOf(1000, [claim("a", "9"), claim("b", "1", 200), claim("c", "0", 50)])).toEqual([
      750, 200, 50
    ])
  })

  it("is used up at the very floors and the very caps, and refused one fen beyond", () => {
    const both = [claim("a", "1", 10, 20), claim("b", "3", 10, 20)]
    expect(fenOf(20, both)).toEqual([10, 10])
    expect(fenOf(40, both)).toEqual([20, 20])
    expect(fenOf(19, both)).toBe("FloorsAboveBudget budget")
    expect(fenOf(41, both)).toBe("CapsBelowBudget budget")
  })

  it("may be 0, may go to one, and needs a claim", () => {
    expect(fenOf(0, [claim("a", "1"), claim("b", "0")])).toEqual([0, 0])
    expect(fenOf(0, [])).toEqual([])
    expect(fenOf(7, [claim("a", "1/3")])).toEqual([7])
    expect(fenOf(7, [])).toBe("NothingToShareBy budget")
    expect(fenOf(7, [claim("a", "0"), claim("b", "0", 3)])).toBe("NothingToShareBy budget")
  })

  it("is refused with bad numbers, each named", () => {
    expect(fenOf(0.5, [claim("a", "1")])).toBe("NotFen budget")
    expect(fenOf(Number.NaN, [claim("a", "1")])).toBe("NotFen budget")
    expect(fenOf(-1, [claim("a", "1")])).toBe("NotFen budget")
    expect(fenOf(9, [claim("a", "-1"), claim("b", "1", 5, 4)])).toBe(
      "NegativeWeight a; FloorAboveCap b"
    )
    expect(fenOf(9, [claim("a", "1", 0.5, Number.NaN)])).toBe("NotFen a floor; NotFen a cap")
    expect(fenOf(9, [claim("a", "1"), claim("a", "1")])).toBe("DuplicateId shares")
    const lot = { kind: "ByLot", recordId: "lot-7", order: ["a", "a"] } as const
    expect(fenOf(9, [claim("a", "1"), claim("b", "1")], lot)).toBe("LotIncomplete lot lot-7")
  })

  it("is refused in both languages", () => {
    const problem = BonusProblem.make("FloorsAboveBudget", "budget", 20, 19)
    expect(BonusProblem.describe(problem)).toEqual({
      en: "budget: the floors alone need 20 fen; the budget is 19 fen.",
      zh: "budget:仅保底就需20分,预算为19分。"
    })
  })
})

const claims = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 0, max: 99 }),
      weight: fc.integer({ min: 0, max: 40 }),
      below: fc.integer({ min: 1, max: 12 }),
      floor: fc.integer({ min: 0, max: 50 }),
      room: fc.option(fc.integer({ min: 0, max: 300 }), { nil: "None" as const })
    })
    .map(({ id, weight, below, floor, room }) => ({
      id: `p${id}`,
      weight: Rational.make(weight, below),
      floorFen: floor,
      capFen: room === "None" ? room : floor + room
    })),
  { selector: ({ id }) => id, maxLength: 12 }
)

const budgets = fc.integer({ min: 0, max: 2000 })

describe("every split", () => {
  it("sums to the budget, keeps floors and caps, and is within a fen of its share", () => {
    fc.assert(
      fc.property(budgets, claims, (budgetFen, given) => {
        const divided = BonusSplit.divide(budgetFen, given, byId)
        if (!divided.ok) return
        const { shares } = divided.split
        expect(shares.reduce((sum, { fen }) => sum + fen, 0)).toBe(budgetFen)
        shares.forEach(({ fen, exactFen }, place) => {
          const { floorFen, capFen } = given[place]!
          expect(fen).toBeGreaterThanOrEqual(floorFen)
          if (capFen !== "None") expect(fen).toBeLessThanOrEqual(capFen)
          const off = Rational.subtract(Rational.make(fen), exactFen)
          expect(Rational.compare(off, Rational.one)).toBe(-1)
          expect(Rational.compare(off, Rational.make(-1))).toBe(1)
        })
      }),
      { numRuns: 400 }
    )
  })

  it("is refused only where floors and caps leave no room", () => {
    fc.assert(
      fc.property(budgets, claims, (budgetFen, given) => {
        const least = given.reduce((sum, { floorFen }) => sum + floorFen, 0)
        const most = given.reduce((sum, { weight, floorFen, capFen }) => {
          if (weight.numerator === 0n) return sum + floorFen
          return sum + (capFen === "None" ? Number.POSITIVE_INFINITY : capFen)
        }, 0)
        const isPossible = least <= budgetFen && budgetFen <= most
        expect(BonusSplit.divide(budgetFen, given, byId).ok).toBe(isPossible)
      }),
      { numRuns: 400 }
    )
  })

  it("does not depend on the order of claims, nor on the scale of weights", () => {
    fc.assert(
      fc.property(budgets, claims, fc.integer({ min: 1, max: 9 }), (budgetFen, given, factor) => {
        const fen = (list: ReadonlyArray<BonusSplit.Claim>): unknown => {
          const divided = BonusSplit.divide(budgetFen, list, byId)
          if (!divided.ok) return divided.problems.map(({ code }) => code)
          return Object.fromEntries(divided.split.shares.map(({ id, fen }) => [id, fen]))
        }
        const scaled = given.map((one) => ({
          ...one,
          weight: Rational.multiply(one.weight, Rational.make(factor, 7))
        }))
        expect(fen([...given].reverse())).toEqual(fen(given))
        expect(fen(scaled)).toEqual(fen(given))
      }),
      { numRuns: 200 }
    )
  })

  it("gives a larger weight no less, a larger budget nobody less before rounding", () => {
    fc.assert(
      fc.property(budgets, claims, (budgetFen, given) => {
        const same = given.map((one) => ({ ...one, floorFen: 0, capFen: "None" as const }))
        const [one, more] = [budgetFen, budgetFen + 1].map((fen) =>
          BonusSplit.divide(fen, same, byId)
        )
        if (one?.ok !== true || more?.ok !== true) return
        const rows = one.split.shares.map(({ exactFen, fen }, place) => ({
          exactFen,
          fen,
          weight: same[place]!.weight,
          later: more.split.shares[place]!.exactFen
        }))
        for (const row of rows) {
          expect(Rational.compare(row.later, row.exactFen)).toBeGreaterThanOrEqual(0)
          for (const other of rows) {
            if (Rational.compare(row.weight, other.weight) > 0) {
              expect(row.fen).toBeGreaterThanOrEqual(other.fen)
            }
          }
        }
      }),
      { numRuns: 200 }
    )
  })
})

describe("LargestRemainder", () => {
  it("throws for shares that are no whole sum or negative", () => {
    const share = (text: string) => ({ id: text, exactFen: exact(text) })
    expect(() => LargestRemainder.round([share("1/2")], byId)).toThrow(RangeError)
    expect(() => LargestRemainder.round([share("-1"), share("2")], byId)).toThrow(RangeError)
    expect(LargestRemainder.round([], byId)).toEqual({
      ok: true,
      rounding: { shares: [], tiedIds: [], raisedTiedIds: [] }
    })
  })
})
