/**
 * Every exact value of the self-test, checked by a second method: numerical where the first is a
 * formula, a formula or a direct elimination where the first is a chain.
 */
import { Network } from "@wangge/des"
import { describe, expect, test } from "vitest"
import * as SelfTest from "../src/SelfTest.ts"
import { secondMethods, tolerances } from "./second/secondMethods.ts"

const right = SelfTest.cases.filter((one) => !one.isControl)

describe("exact values of the self-test", () => {
  for (const one of right) {
    test(`${one.id} by a second method`, () => {
      const second = secondMethods[one.id]?.()
      expect(second).toBeDefined()
      const truths = one.truths()
      expect(Object.keys(second ?? {}).sort()).toEqual(Object.keys(truths).sort())
      const tolerance = tolerances[one.id] ?? 1e-8
      for (const [measure, exact] of Object.entries(truths)) {
        const off = Math.abs((second?.[measure] ?? Number.NaN) / exact - 1)
        expect(off, `${measure}: ${exact} and ${second?.[measure]}`).toBeLessThan(tolerance)
      }
    })
  }

  test("the number of estimates is the one that confidence is shared out among", () => {
    const count = right.reduce((sum, one) => sum + Object.keys(one.truths()).length, 0)
    expect(count).toBe(SelfTest.estimateCount)
  })

  test("every case is a network that can be, and no id comes twice", () => {
    for (const { network } of SelfTest.cases) expect(Network.check(network)).toEqual([])
    const ids = SelfTest.cases.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(right.length).toBeGreaterThanOrEqual(60)
  })
})
