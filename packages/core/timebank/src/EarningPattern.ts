/**
 * Signals in how one person earns: credits that end just below a cap period after period, and orders
 * that nearly always last as long as the tariff pays. Both have innocent twins, a fixed shift above
 * all, which is why they are only signals.
 */
import * as LocalPeriod from "./LocalPeriod.ts"
import * as ServiceFlow from "./ServiceFlow.ts"
import type { Code, Signal } from "./Signal.ts"
import type { SignalPolicy } from "./SignalPolicy.ts"

/**
 * The caps that somebody might stay below, in minutes served per local day and month of `zone`; 0
 * where there is none.
 *
 * @category signals
 * @since 0.1.0
 */
export interface Caps {
  readonly zone: string
  readonly dayMinutes: number
  readonly monthMinutes: number
}

/**
 * `NearDayCap` and `NearMonthCap` for everyone who served close to a cap and not above it again and
 * again.
 *
 * Statistic: among a person's days (months) with service, those whose minutes lie from `nearCapShare`
 * of the cap up to the cap. It is a signal from `nearCapPeriods` of them on, when they are at least
 * `nearCapPeriodShare` of all days (months) with service. A fixed shift of that length does the same;
 * there is no chance model. Cost: one local time per service.
 *
 * @source none: our own statistic
 * @category signals
 * @since 0.1.0
 */
export const nearCap = (
  policy: SignalPolicy,
  flow: ServiceFlow.ServiceFlow,
  caps: Caps
): ReadonlyArray<Signal> => {
  const kinds = [
    { code: "NearDayCap", period: "Day", cap: caps.dayMinutes },
    { code: "NearMonthCap", period: "Month", cap: caps.monthMinutes }
  ] as const
  return kinds
    .filter(({ cap }) => cap > 0)
    .flatMap(({ cap, code, period }) =>
      byProvider(flow).flatMap(([personId, services]) => {
        const sums = periodsOf(services, caps.zone, period)
        const near = sums.filter(
          ({ minutes }) => minutes <= cap && minutes >= cap * policy.nearCapShare.value
        )
        const share = near.length / sums.length
        const isSignal =
          near.length >= policy.nearCapPeriods.value && share >= policy.nearCapPeriodShare.value
        if (!isSignal) return []
        const orderIds = near.flatMap((sum) => sum.orderIds)
        const measured = [
          { name: "periods", value: near.length, threshold: policy.nearCapPeriods.value },
          { name: "nearShare", value: share, threshold: policy.nearCapPeriodShare.value }
        ] as const
        return [signal(code, personId, flow, { measured, orderIds })]
      })
    )
}

/**
 * `AlwaysMaximum` for everyone whose orders nearly always last as long as the tariff pays, or longer.
 *
 * Statistic: among a person's orders whose maximum is known, those with at least that many minutes. It
 * is a signal from `maximumOrders` of them on, when they are at least `maximumShare` of these orders.
 * Services of a fixed length do the same; there is no chance model.
 *
 * @source none: our own statistic
 * @category signals
 * @since 0.1.0
 */
export const atMaximum = (
  policy: SignalPolicy,
  flow: ServiceFlow.ServiceFlow
): ReadonlyArray<Signal> =>
  byProvider(flow).flatMap(([personId, services]) => {
    const known = services.filter(({ maxMinutes }) => maxMinutes > 0)
    const full = known.filter(({ maxMinutes, minutes }) => minutes >= maxMinutes)
    const share = full.length / known.length
    const isSignal = full.length >= policy.maximumOrders.value && share >= policy.maximumShare.value
    if (!isSignal) return []
    const orderIds = full.map(({ orderId }) => orderId)
    const measured = [
      { name: "orders", value: full.length, threshold: policy.maximumOrders.value },
      { name: "maximumShare", value: share, threshold: policy.maximumShare.value }
    ] as const
    return [signal("AlwaysMaximum", personId, flow, { measured, orderIds })]
  })

type Services = ReadonlyArray<ServiceFlow.Service>

/** The services of each provider, by id; those of a flow are sorted by provider already. */
const byProvider = (flow: ServiceFlow.ServiceFlow): ReadonlyArray<readonly [string, Services]> => {
  const groups = new Map<string, Array<ServiceFlow.Service>>()
  for (const service of flow.services) {
    const group = groups.get(service.providerId)
    if (group === undefined) groups.set(service.providerId, [service])
    else group.push(service)
  }
  return [...groups]
}

interface PeriodSum {
  minutes: number
  readonly orderIds: Array<string>
}

const periodsOf = (
  services: Services,
  zone: string,
  period: LocalPeriod.LocalPeriod
): ReadonlyArray<PeriodSum> => {
  const sums = new Map<number, PeriodSum>()
  for (const { minutes, orderId, servedSec } of services) {
    const number = LocalPeriod.numberOf(zone, period, servedSec)
    const sum = sums.get(number) ?? { minutes: 0, orderIds: [] }
    sum.minutes += minutes
    sum.orderIds.push(orderId)
    sums.set(number, sum)
  }
  return [...sums.values()]
}

const signal = (
  code: Code,
  personId: string,
  flow: ServiceFlow.ServiceFlow,
  found: {
    readonly measured: ReadonlyArray<Omit<Signal["measured"][number], "side">>
    readonly orderIds: ReadonlyArray<string>
  }
): Signal => ({
  code,
  subjectIds: [personId],
  fromSec: flow.window.fromSec,
  untilSec: flow.window.untilSec,
  measured: found.measured.map(({ name, threshold, value }) => ({
    name,
    value,
    side: "AtLeast",
    threshold
  })),
  orderIds: [...new Set(found.orderIds)].sort(ServiceFlow.compareText)
})
