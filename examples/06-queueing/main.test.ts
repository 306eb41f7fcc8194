import { readFileSync } from "node:fs"
import { NetworkResult } from "@wangge/des"
import { beforeAll, describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import {
  callsPerHour,
  checksOf,
  daysOf,
  exactQueueAt,
  flat,
  following,
  moments,
  networkOf,
  outputs
} from "./main.ts"

describe("a hotline's day", () => {
  let before: NetworkResult.NetworkResult
  let after: NetworkResult.NetworkResult
  beforeAll(() => {
    before = daysOf(flat)
    after = daysOf(following)
  })

  const meanOf = (result: NetworkResult.NetworkResult, index: number): number => {
    const outcome = result.judged[index]?.outcome
    return outcome?.ok === true ? outcome.value.mean : Number.NaN
  }

  it("gives both rosters 36 hours of work, and the same callers", () => {
    for (const { clerks } of [flat, following]) {
      expect(clerks.length).toBe(callsPerHour.length)
      expect(2 * clerks.reduce((sum, count) => sum + count, 0)).toBe(36)
    }
    const [one, other] = [flat, following].map((roster) => networkOf(roster).declaration.sources)
    expect(one).toEqual(other)
  })

  it("has the exact queue near the simulated one, at every moment of either roster", () => {
    const checks = [...checksOf(flat, before), ...checksOf(following, after)]
    expect(checks.length).toBe(2 * moments.length)
    for (const { exact, halfWidth, mean } of checks) {
      // Twice the half-width of 95 %: once in some ten thousand seeds it is further off.
      expect(Math.abs(mean - exact)).toBeLessThan(2 * halfWidth)
      expect(halfWidth).toBeLessThan(0.25 * exact + 0.1)
    }
  })

  it("knows the queue of a moment so short that nobody has come yet", () => {
    expect(exactQueueAt(flat, 1e-9)).toBeLessThan(1e-9)
  })

  it("has every measure better where the roster follows the calls", () => {
    const verdicts = NetworkResult.compare(before, after).map(({ outcome }) =>
      outcome.ok ? outcome.value.verdict : outcome.problem.code
    )
    expect(verdicts).toEqual(["less", "less", "less", "less", "greater"])
    expect(meanOf(after, 2)).toBeLessThan(meanOf(before, 2) / 2)
  })

  it("needs fewer days for the difference than days of their own luck would", () => {
    const [, , wait] = NetworkResult.compare(before, after)
    const ratio = wait?.outcome.ok === true ? wait.outcome.value.varianceRatio : null
    expect(ratio ?? 1).toBeLessThan(0.8)
  })

  it("hides the queue behind those who hang up", () => {
    for (const roster of [flat, following]) {
      const impatient = daysOf(roster, 0.05)
      expect(meanOf(impatient, 0)).toBeGreaterThan(0.1)
      expect(meanOf(impatient, 1)).toBeLessThan(0.01)
    }
  })

  it("prints what the README shows", () => {
    const page = readFileSync(new URL("README.md", import.meta.url), "utf8")
    expect(outputs.map((output) => output())).toEqual(blocksOf(page))
  })
})
