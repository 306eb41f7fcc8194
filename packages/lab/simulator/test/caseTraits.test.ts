import { Category, HandlingLevel, Urgency } from "@wangge/cases"
import { RandomStreams } from "@wangge/des"
import type { Scenario } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { type Birth, CaseTraits } from "../src/internal/caseTraits.ts"
import { aScenario } from "./aScenario.ts"

const count = 20_000
const stream = RandomStreams.make({ seed: 1, replication: 0 }).stream("traits")
const birthOf = (entity: number): Birth => ({ stream, entity, purpose: 0 })
const noise = Category.codeOf("Noise")
const base = aScenario()

const traitsOf = (scenario: Scenario.Scenario, isPetition: boolean, category = noise) => {
  const traits = new CaseTraits(scenario)
  return Array.from({ length: count }, (_, entity) =>
    traits.traits(birthOf(entity), () => category, isPetition)
  )
}

/** A share of 20,000 independent draws lies within 5 standard deviations of its probability. */
const expectShare = (found: number, probability: number): void => {
  const deviation = Math.sqrt((probability * (1 - probability)) / count)
  expect(Math.abs(found / count - probability)).toBeLessThanOrEqual(5 * deviation)
}

describe("traits", () => {
  const sample = traitsOf(base, false)
  const shareOf = (is: (one: (typeof sample)[number]) => boolean): number =>
    sample.filter(is).length

  test("urgency has the shares of the mix, and no petition among them", () => {
    for (const urgency of ["Emergency", "Urgent", "Ordinary", "Complex"] as const) {
      const found = shareOf((one) => one.urgency === Urgency.codeOf(urgency))
      expectShare(found, base.demand.urgencyMix[urgency])
    }
    expect(shareOf((one) => one.urgency === Urgency.codeOf("Petition"))).toBe(0)
  })

  test("the level that can finish has the category's shares", () => {
    for (const level of HandlingLevel.list) {
      const found = shareOf((one) => one.neededLevel === HandlingLevel.codeOf(level))
      expectShare(found, base.demand.categories.Noise?.levelShares[level] ?? Number.NaN)
    }
  })

  test("refusals, returns, withdrawals and direct triage have their shares", () => {
    const { resolution } = base
    expectShare(
      shareOf((one) => one.isRejected),
      resolution.rejectShare
    )
    expectShare(
      shareOf((one) => one.isReturned),
      resolution.returnShare
    )
    expectShare(
      shareOf((one) => Number.isFinite(one.withdrawAfterSec)),
      resolution.withdrawShare
    )
    expectShare(
      shareOf((one) => one.isDirect),
      resolution.directTriageShare
    )
  })

  test("a share of 0 never happens, one of 1 always", () => {
    const resolution = { ...base.resolution, rejectShare: 0, returnShare: 1 }
    const all = traitsOf({ ...base, resolution }, false)
    expect(all.some((one) => one.isRejected)).toBe(false)
    expect(all.every((one) => one.isReturned)).toBe(true)
  })
})

describe("a petition", () => {
  const sample = traitsOf(base, true)

  test("is handled at the sub-district or above, in the proportion of the two levels", () => {
    expect(new Set(sample.map((one) => one.neededLevel))).toEqual(new Set([2, 3]))
    // Noise: 10 % sub-district, 30 % department.
    expectShare(sample.filter((one) => one.neededLevel === 2).length, 0.25)
  })

  test("has its own urgency and is never refused", () => {
    expect(sample.every((one) => one.urgency === Urgency.codeOf("Petition"))).toBe(true)
    expect(sample.some((one) => one.isRejected)).toBe(false)
  })
})

describe("a round of handling", () => {
  const traits = new CaseTraits(base)
  const ordinary = Urgency.codeOf("Ordinary")
  const rounds = Array.from({ length: count }, (_, entity) =>
    traits.round(birthOf(entity), 0, noise, ordinary)
  )

  test("takes the category's median of work, and the department its median of lead time", () => {
    const row = base.demand.categories.Noise
    const below = rounds.filter((one) => one.workSec < (row?.workMinMedian ?? 0) * 60).length
    expectShare(below, 0.5)
    const quick = rounds.filter((one) => one.leadSec < (row?.leadDaysMedian ?? 0) * 86_400).length
    expectShare(quick, 0.5)
  })

  test("needs appointments and parts in their shares", () => {
    expectShare(rounds.filter((one) => one.appointmentSec > 0).length, base.timing.appointmentShare)
    expectShare(rounds.filter((one) => one.partSec > 0).length, base.timing.partShare)
  })

  test("an urgent case has the same luck, with the lead time of its urgency", () => {
    const urgent = traits.round(birthOf(7), 0, noise, Urgency.codeOf("Urgent"))
    const first = traits.round(birthOf(7), 0, noise, ordinary)
    expect(urgent.workSec).toBe(first.workSec)
    const factor = base.timing.leadFactor.Urgent / base.timing.leadFactor.Ordinary
    expect(urgent.leadSec / first.leadSec).toBeCloseTo(factor, 9)
  })

  test("luck does not depend on how the town judges it", () => {
    const other = new CaseTraits({ ...base, resolution: { ...base.resolution, trueShare: 0.1 } })
    expect(other.round(birthOf(3), 1, noise, ordinary)).toEqual(
      traits.round(birthOf(3), 1, noise, ordinary)
    )
    expect(traits.round(birthOf(3), 1, noise, ordinary)).not.toEqual(
      traits.round(birthOf(3), 0, noise, ordinary)
    )
  })
})
