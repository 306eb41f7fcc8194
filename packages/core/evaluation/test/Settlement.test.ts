import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Bonus, BonusPreset, BonusRules, Rational, Settlement } from "../src/index.ts"
import { aResult, type Given, sureRanks } from "./aResult.ts"

const compilation = BonusRules.compile(BonusPreset.helong)
if (!compilation.ok) throw new Error("the preset compiles")
const { compiled } = compilation

const plan = (given: ReadonlyArray<Given>, budgetFen = 10_000): Bonus.BonusPlan => {
  const result = aResult(given)
  const planned = Bonus.plan(compiled, {
    result,
    level: "",
    evidence: sureRanks(result),
    budgetFen,
    members: given.map(([unitId]) => ({
      personId: `w-${unitId}`,
      unitId,
      workedShare: Rational.one
    })),
    leads: [],
    ties: { kind: "ById" }
  })
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems))
  return planned.plan
}

const paid = plan([
  ["a", 9, 10],
  ["b", 7, 10]
])
const due = plan([
  ["a", 8, 10],
  ["b", 8, 10]
])

const settled = (policy: Settlement.Policy): Settlement.Settlement => {
  const found = Settlement.of(policy, paid, due)
  if (!found.ok) throw new Error(found.problem.code)
  return found.settlement
}

describe("money already paid", () => {
  it("stays, is topped up, or is settled in the next period, as the policy says", () => {
    const rows = Settlement.policies.map((policy) => {
      const { lines, topUpFen, recoverFen } = settled(policy)
      const shown = lines.map((line) =>
        [line.topUpFen, line.recoverFen, line.forgoneFen, line.keptFen].join("/")
      )
      return [policy, ...shown, topUpFen, recoverFen]
    })
    // paid 7500 and 2500, due 5000 each
    expect(rows).toEqual([
      ["Keep", "0/0/0/2500", "0/0/2500/0", 0, 0],
      ["TopUpOnly", "0/0/0/2500", "2500/0/0/0", 2500, 0],
      ["RecoverNextPeriod", "0/2500/0/0", "2500/0/0/0", 2500, 2500]
    ])
    expect(Settlement.moved(settled("Keep"))).toHaveLength(2)
    expect(Settlement.labels.TopUpOnly.zh).toBe("只补不退")
  })

  it("is not settled between plans that do not belong together", () => {
    const codeOf = (other: Bonus.BonusPlan): string => {
      const found = Settlement.of("Keep", paid, other)
      return found.ok ? "ok" : `${found.problem.code} ${found.problem.subject}`
    }
    expect(codeOf(paid)).toBe("ok")
    expect(codeOf({ ...due, budgetFen: 9 })).toBe("PlanDiffers budget")
    expect(codeOf({ ...due, level: "town" })).toBe("PlanDiffers level")
    expect(codeOf({ ...due, rules: { id: "x", version: "1" } })).toBe("PlanDiffers rules")
    expect(codeOf({ ...due, basedOn: { ...due.basedOn, untilSec: 9 } })).toBe("PlanDiffers period")
    expect(codeOf({ ...due, basedOn: { ...due.basedOn, digest: "x" } })).toBe("PlanDiffers scoring")
  })

  it("balances for every person and, when recovered, in all", () => {
    const lists = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(lists, lists, fc.constantFrom(...Settlement.policies), (old, now, policy) => {
        // one unit above the threshold always, so that there is something to share by
        const units = (parts: ReadonlyArray<number>): ReadonlyArray<Given> => [
          ["z", 9, 10],
          ...parts.map((part, index): Given => [`u${index}`, part, 10])
        ]
        const found = Settlement.of(policy, plan(units(old)), plan(units(now)))
        if (!found.ok) throw new Error(found.problem.code)
        const { lines, topUpFen, recoverFen } = found.settlement
        for (const line of lines) {
          const moves = [line.topUpFen, -line.recoverFen, line.forgoneFen, -line.keptFen]
          expect(moves.reduce((sum, fen) => sum + fen, 0)).toBe(line.dueFen - line.paidFen)
          expect(moves.filter((fen) => fen !== 0).length).toBeLessThanOrEqual(1)
        }
        if (policy === "RecoverNextPeriod") expect(topUpFen).toBe(recoverFen)
        else expect(recoverFen).toBe(0)
      }),
      { numRuns: 100 }
    )
  })

  it("is recovered from a next payment down to 0, the rest carried on", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (nextFen, owedFen) => {
        const found = Settlement.recover({ nextFen, owedFen })
        expect(found.payFen + found.recoveredFen).toBe(nextFen)
        expect(found.recoveredFen + found.owedFen).toBe(owedFen)
        expect(Math.min(found.payFen, found.owedFen)).toBe(0)
      }),
      { numRuns: 100 }
    )
  })
})
