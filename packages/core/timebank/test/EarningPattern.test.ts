import { Seconds } from "@wangge/facts"
import { EarningPattern, ServiceFlow, SignalPolicy } from "@wangge/timebank"
import { describe, expect, it } from "vitest"

const policy = SignalPolicy.base
const midnight = Seconds.parseIsoDate("2025-03-01") * Seconds.daySec - 8 * Seconds.hourSec
const window = { fromSec: midnight, untilSec: midnight + 100 * Seconds.daySec }
const caps = { zone: "Asia/Shanghai", dayMinutes: 480, monthMinutes: 0 }

const service = (day: number, minutes: number, rest: Partial<ServiceFlow.Service> = {}) => ({
  orderId: `o-${day}-${minutes}`,
  providerId: "ann",
  receiverId: "bob",
  minutes,
  maxMinutes: 0,
  servedSec: midnight + day * Seconds.daySec,
  ...rest
})

const days = (minutes: ReadonlyArray<number>) =>
  ServiceFlow.of(
    minutes.map((each, day) => service(day, each)),
    window
  )

describe("earning just below a cap", () => {
  it("is shown from six days on that are half of the days with service", () => {
    const signals = EarningPattern.nearCap(policy, days([470, 470, 470, 470, 470, 470, 60]), caps)
    expect(signals).toHaveLength(1)
    expect(signals[0]).toMatchObject({ code: "NearDayCap", subjectIds: ["ann"] })
    expect(signals[0]?.orderIds).toHaveLength(6)
    expect(EarningPattern.nearCap(policy, days([470, 470, 470, 470, 470, 60]), caps)).toEqual([])
    const rare = [...Array.from({ length: 6 }, () => 470), ...Array.from({ length: 7 }, () => 60)]
    expect(EarningPattern.nearCap(policy, days(rare), caps)).toEqual([])
    expect(EarningPattern.nearCap(policy, days(rare.slice(0, 12)), caps)).toHaveLength(1)
  })

  it("counts a day from nine tenths of the cap up to the cap, and none above it", () => {
    const six = (minutes: number) =>
      EarningPattern.nearCap(policy, days(Array.from({ length: 6 }, () => minutes)), caps).length
    expect([431, 432, 480, 481].map(six)).toEqual([0, 1, 1, 0])
  })

  it("adds the orders of one local day and of one local month", () => {
    const halves = Array.from({ length: 6 }, (_, day) => [
      service(day, 230, { orderId: `a-${day}` }),
      service(day, 230, { orderId: `b-${day}`, servedSec: midnight + day * 86_400 + 86_399 })
    ]).flat()
    expect(EarningPattern.nearCap(policy, ServiceFlow.of(halves, window), caps)).toHaveLength(1)
    const months = { zone: caps.zone, dayMinutes: 0, monthMinutes: 470 }
    const own = { ...policy, nearCapPeriods: { ...policy.nearCapPeriods, value: 2 } }
    const monthly = ServiceFlow.of([service(3, 450), service(40, 450)], window)
    const [signal] = EarningPattern.nearCap(own, monthly, months)
    expect(signal?.code).toBe("NearMonthCap")
  })

  it("says nothing where there is no cap", () => {
    const none = { zone: caps.zone, dayMinutes: 0, monthMinutes: 0 }
    expect(EarningPattern.nearCap(policy, days([480, 480, 480, 480, 480, 480]), none)).toEqual([])
  })
})

describe("orders that always last as long as the tariff pays", () => {
  const full = (count: number, others: number) =>
    ServiceFlow.of(
      [
        ...Array.from({ length: count }, (_, day) => service(day, 120, { maxMinutes: 120 })),
        ...Array.from({ length: others }, (_, day) => service(day, 119, { maxMinutes: 120 })),
        service(50, 60)
      ],
      window
    )

  it("are shown from ten on that are nine tenths of those with a known maximum", () => {
    const shown = [
      [9, 0],
      [10, 0],
      [10, 1],
      [10, 2],
      [18, 2]
    ].map(
      ([count, others]) => EarningPattern.atMaximum(policy, full(count ?? 0, others ?? 0)).length
    )
    expect(shown).toEqual([0, 1, 1, 0, 1])
  })

  it("names exactly the full orders", () => {
    const [signal] = EarningPattern.atMaximum(policy, full(10, 1))
    expect(signal?.code).toBe("AlwaysMaximum")
    expect(signal?.orderIds.every((id) => id.endsWith("-120"))).toBe(true)
    expect(signal?.measured).toContainEqual({
      name: "maximumShare",
      value: 10 / 11,
      side: "AtLeast",
      threshold: 0.9
    })
  })
})
