import { CaseProfile, CaseRules, Urgency } from "@wangge/cases"
import { Simulation } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import * as townRules from "../src/internal/townRules.ts"
import { aScenario } from "./aScenario.ts"

const base = aScenario()

describe("the rules of a town", () => {
  test("are its profile with the scenario's limits in place of the profile's own", () => {
    const scenario = {
      ...base,
      deadlines: {
        ...base.deadlines,
        Urgent: { contactHours: 1.5, resolveHours: 10, extensionHours: 0 }
      }
    }
    const { limits } = townRules.profileOf(scenario)
    expect(limits.Urgent).toMatchObject({
      clock: "calendar",
      contactSec: 5400,
      resolveSec: 36_000,
      extensionSec: 0,
      extensionCountMax: 0
    })
    expect(CaseRules.dueSec(Simulation.rules(scenario), Urgency.codeOf("Urgent"), 1000)).toBe(
      37_000
    )
  })

  test("an extension is possible where its hours are above 0", () => {
    const { Complex } = townRules.profileOf(base).limits
    expect(Complex.extensionSec).toBe(base.deadlines.Complex.extensionHours * 3600)
    expect(Complex.extensionCountMax).toBe(CaseProfile.base.limits.Complex.extensionCountMax)
  })

  test("take returns, appeal and the amber light from the policy", () => {
    const scenario = {
      ...base,
      policy: { ...base.policy, maxReturns: 7, appealDays: 2, amberShare: 0.6 }
    }
    expect(townRules.profileOf(scenario).policy).toMatchObject({
      maxReturns: 7,
      appealSec: 172_800,
      amberShare: 0.6
    })
  })

  test.each(CaseProfile.profileIds)("keep the moves of the profile %s", (profile) => {
    expect(townRules.profileOf({ ...base, profile }).moves).toBe(CaseProfile.all[profile].moves)
  })

  test("count working time where the policy says so", () => {
    const scenario = { ...base, policy: { ...base.policy, deadlineClock: "working" as const } }
    expect(townRules.profileOf(scenario).limits.Ordinary.clock).toBe("working")
    // Monday 3 March 2025, 17:00 in Shanghai; half an hour is left of the shift.
    const fromSec = Date.UTC(2025, 2, 3, 9) / 1000
    const limits = { contactHours: 1, resolveHours: 1, extensionHours: 0 }
    const short = { ...scenario, deadlines: { ...scenario.deadlines, Ordinary: limits } }
    const dueSec = CaseRules.dueSec(Simulation.rules(short), Urgency.codeOf("Ordinary"), fromSec)
    expect(dueSec).toBe(Date.UTC(2025, 2, 4, 0, 30) / 1000)
  })
})
