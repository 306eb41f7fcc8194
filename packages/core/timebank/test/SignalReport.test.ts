import { BankPreset, type ServiceFlow, SignalReport } from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { at } from "./aBank.ts"

const service = (index: number, rest: Partial<ServiceFlow.Service> = {}): ServiceFlow.Service => ({
  orderId: `o-${index}`,
  providerId: "ann",
  receiverId: `p-${index % 20}`,
  minutes: 470,
  maxMinutes: 480,
  servedSec: at("2025-05-01") + index * 86_400,
  ...rest
})

describe("the report of signals", () => {
  const { windowDays } = BankPreset.base.signals
  const now = at("2025-06-30 15:00")

  it("looks at whole local days up to the midnight before", () => {
    const window = SignalReport.windowAt(BankPreset.base, now)
    expect(window).toEqual({
      fromSec: at("2025-06-30") - windowDays.value * 86_400,
      untilSec: at("2025-06-30")
    })
    const inWindow = (servedSec: number) =>
      SignalReport.of(
        BankPreset.base,
        {
          services: [service(0, { receiverId: "bob", servedSec })],
          households: ["ann", "bob"].map((personId) => ({ personId, householdId: "h-1" }))
        },
        now
      ).length
    const { fromSec, untilSec } = window
    expect([fromSec - 1, fromSec, untilSec - 1, untilSec].map(inWindow)).toEqual([0, 1, 1, 0])
  })

  it("brings all kinds together in one order, whatever order the services come in", () => {
    const both = Array.from({ length: 6 }, (_, index) => [
      service(index, { orderId: `x-${index}`, providerId: "cem", receiverId: "dai", minutes: 60 }),
      service(index, { orderId: `y-${index}`, providerId: "dai", receiverId: "cem", minutes: 60 })
    ]).flat()
    const full = Array.from({ length: 12 }, (_, index) =>
      service(index, { orderId: `z-${index}`, providerId: "eva", minutes: 480 })
    )
    const near = Array.from({ length: 30 }, (_, index) => service(index))
    const services = [...both, ...full, ...near]
    const households = ["cem", "dai"].map((personId) => ({ personId, householdId: "h-1" }))
    const expected = SignalReport.of(BankPreset.base, { services, households }, now)
    expect(expected.map(({ code, subjectIds }) => [code, subjectIds.join(" ")])).toEqual([
      ["MutualPair", "cem dai"],
      ["SameHousehold", "cem dai"],
      ["NearDayCap", "ann"],
      ["NearDayCap", "eva"],
      ["AlwaysMaximum", "eva"]
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray(services, { minLength: services.length }), (shuffled) => {
        const sources = { services: shuffled, households: [...households].reverse() }
        expect(SignalReport.of(BankPreset.base, sources, now)).toEqual(expected)
      }),
      { numRuns: 100 }
    )
  })
})
