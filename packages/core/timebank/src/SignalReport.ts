/**
 * All signals of one window in one report, in a fixed order: what a bank looks through once a month.
 * It reads services and registers and writes nothing; whatever follows is for a person to decide.
 */
import { Zone } from "@wangge/calendar"
import { type BankPolicy, numberOf } from "./BankPolicy.ts"
import * as EarningPattern from "./EarningPattern.ts"
import * as SelfDealing from "./SelfDealing.ts"
import * as ServiceFlow from "./ServiceFlow.ts"
import type { Signal } from "./Signal.ts"

/**
 * What a report is made of: confirmed services, and who lives in which household.
 *
 * @category signals
 * @since 0.1.0
 */
export interface Sources {
  readonly services: ReadonlyArray<ServiceFlow.Service>
  readonly households: ReadonlyArray<SelfDealing.HouseholdMember>
}

/**
 * The signals of the window of the policy that ends with the local day before the one of `atSec`.
 *
 * Circles first, then households, days and months near a cap, orders at the maximum. The order of
 * the sources does not matter.
 *
 * ```ts
 * import { BankPreset, SignalReport } from "@wangge/timebank"
 *
 * const services = [
 *   { orderId: "o-1", providerId: "ann", receiverId: "bob", minutes: 60, maxMinutes: 0, servedSec: 0 }
 * ]
 * const households = ["ann", "bob"].map((personId) => ({ personId, householdId: "h-1" }))
 * const signals = SignalReport.of(BankPreset.base, { services, households }, 86_400)
 * signals.map(({ code, orderIds }) => [code, orderIds]) // => [["SameHousehold", ["o-1"]]]
 * ```
 *
 * @category signals
 * @since 0.1.0
 */
export const of = (policy: BankPolicy, sources: Sources, atSec: number): ReadonlyArray<Signal> => {
  const { caps, signals, zone } = policy
  const flow = ServiceFlow.of(sources.services, windowAt(policy, atSec))
  const minutes = {
    zone,
    dayMinutes: numberOf(caps.hours.day, 0),
    monthMinutes: numberOf(caps.hours.month, 0)
  }
  return [
    ...SelfDealing.circles(signals, flow),
    ...SelfDealing.households(signals, flow, sources.households),
    ...EarningPattern.nearCap(signals, flow, minutes),
    ...EarningPattern.atMaximum(signals, flow)
  ]
}

/**
 * The window that is looked at: so many whole local days, up to the local midnight before `atSec`.
 *
 * @category signals
 * @since 0.1.0
 */
export const windowAt = (policy: BankPolicy, atSec: number): ServiceFlow.Window => {
  const { dayNumber } = Zone.toLocal(policy.zone, atSec)
  const fromDay = Math.max(Zone.dayMin, dayNumber - policy.signals.windowDays.value)
  return {
    fromSec: Zone.toInstantSec(policy.zone, fromDay, 0),
    untilSec: Zone.toInstantSec(policy.zone, dayNumber, 0)
  }
}
