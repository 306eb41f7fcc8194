/**
 * The rules of the case life cycle as a scenario sets them: its profile with the scenario's limits
 * and policy numbers, compiled to the same tables that services use.
 */
import { CaseProfile, CaseRules, Urgency } from "@wangge/cases"
import type { Scenario } from "../Scenario.ts"

const hourSec = 3600
const daySec = 86_400

/** The profile with the scenario's numbers in place of its own. */
export const profileOf = (scenario: Scenario): CaseProfile.CaseProfile => {
  const base = CaseProfile.all[profileIdOf(scenario.profile)]
  const clock: CaseProfile.ClockId = scenario.policy.deadlineClock
  const reason = "set by the scenario"
  const limits = Object.fromEntries(
    Urgency.list.map((urgency) => {
      const row = scenario.deadlines[urgency]
      return [
        urgency,
        {
          clock,
          signInSec: Number.POSITIVE_INFINITY,
          verifySec: Number.POSITIVE_INFINITY,
          callBackSec: Number.POSITIVE_INFINITY,
          atEnd: base.limits[urgency].atEnd,
          contactSec: Math.round(row.contactHours * hourSec),
          resolveSec: Math.round(row.resolveHours * hourSec),
          extensionSec: Math.round(row.extensionHours * hourSec),
          extensionCountMax: row.extensionHours > 0 ? base.limits[urgency].extensionCountMax : 0,
          provenance: { kind: "assumed" as const, reason }
        }
      ]
    })
  )
  return {
    ...base,
    limits: {
      Emergency: limits.Emergency!,
      Urgent: limits.Urgent!,
      Ordinary: limits.Ordinary!,
      Complex: limits.Complex!,
      Petition: limits.Petition!
    },
    policy: {
      ...base.policy,
      maxReturns: scenario.policy.maxReturns,
      appealSec: Math.round(scenario.policy.appealDays * daySec),
      amberShare: scenario.policy.amberShare
    }
  }
}

const profileIdOf = (id: string): CaseProfile.ProfileId =>
  CaseProfile.profileIds.find((known) => known === id) ?? "base"

/** The compiled tables. */
export const compile = (scenario: Scenario, clocks: CaseRules.Clocks): CaseRules.CaseRules =>
  CaseRules.compile(profileOf(scenario), { clocks })
