import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Network from "../src/Network.ts"
import * as NetworkResult from "../src/NetworkResult.ts"
import * as NetworkRun from "../src/NetworkRun.ts"

const exponential = (mean: number) => ({ kind: "exponential", mean }) as const
const deterministic = (value: number) => ({ kind: "deterministic", value }) as const

/** One server with services of mean 1, and who comes. */
const aDesk = (rate: number, station: object = {}, source: object = {}): Network.Network =>
  Network.make({
    sources: [{ id: "street", arrivals: { kind: "poisson", rate }, to: "desk", ...source }],
    stations: [{ id: "desk", servers: 1, service: exponential(1), ...station }]
  })

const aPopulation = (size: number, away: number, ids = ["desk"]): Network.Network =>
  Network.make({
    sources: [
      {
        id: "town",
        arrivals: { kind: "population", size, away: exponential(away) },
        to: ids[0] ?? "desk"
      }
    ],
    stations: ids.map((id, index) => ({
      id,
      servers: 1,
      service: exponential(1),
      to: ids[index + 1] ?? "leave"
    }))
  })

/** Warm-up and what counts. */
const lengthOf = (
  network: Network.Network,
  measure = "sojourn.mean"
): readonly [number, number] => {
  const answer = NetworkRun.prepare({ network, measures: [measure] })
  if (!answer.ok) throw new Error(answer.problems.map(({ code }) => code).join(" "))
  const { horizon, warmUp } = answer.value
  return [warmUp, horizon - warmUp]
}

/** Relaxation time of M/M/1 without and with a room for so many, and the mean service. */
const relaxation = (load: number, room?: number): number => {
  const turn = room === undefined ? 1 : Math.cos(Math.PI / (room + 1))
  return 1 + 1 / (1 + load - 2 * Math.sqrt(load) * turn)
}

describe("the length of a run that nobody said", () => {
  test.each([0.3, 0.5, 0.8, 0.9])("at load %d is 5,000 / (1 - load)^2 customers", (load) => {
    const [warmUp, length] = lengthOf(aDesk(load))
    expect(warmUp).toBeCloseTo(20 * relaxation(load), 6)
    expect(length).toBeCloseTo(Math.max(20_000, 5000 / (1 - load) ** 2) / load, 4)
  })

  test.each([
    [1, 300],
    [1, 2000],
    [0.97, 50],
    [1.3, 40]
  ])("at load %d with room for %i is by the relaxation time of M/M/1/K", (load, room) => {
    const [warmUp, length] = lengthOf(aDesk(load, { room }))
    // Two sums: 1 / capacity for those whom nothing keeps away, who are none.
    const exact = relaxation(load, room)
    expect(warmUp / (20 * (exact + 1))).toBeCloseTo(1, 3)
    expect(length).toBeGreaterThanOrEqual(200 * exact)
  })

  test("with limits by balking is that of a room", () => {
    const balking = { kind: "length", fromQueue: 299 } as const
    const [byRoom] = lengthOf(aDesk(1, { room: 300 }))
    const [byBalking] = lengthOf(aDesk(1, { balking }))
    expect(byBalking / byRoom).toBeCloseTo(1, 1)
  })

  test("in overload is by the mean patience, and by the room that equal patience makes", () => {
    const [warmUp, length] = lengthOf(aDesk(1.2, { patience: { time: exponential(10_000) } }))
    expect(warmUp / (20 * 10_000)).toBeCloseTo(1, 2)
    expect(length).toBeGreaterThanOrEqual(200 * 10_000)
    const [equal] = lengthOf(aDesk(1, { patience: { time: deterministic(300) } }))
    expect(equal / (20 * (relaxation(1, 302) + 300))).toBeCloseTo(1, 1)
  })

  test("grows with the variability of services and the size of batches", () => {
    // Squared variation 7 and mean 1: V is 4.
    const service = {
      kind: "hyperexponential",
      means: [0.5, 4.5],
      probabilities: [0.875, 0.125]
    } as const
    const variability = 2 * (0.875 * 0.25 + 0.125 * 20.25) - 1
    const [, length] = lengthOf(aDesk(0.5, { service }))
    expect(length).toBeCloseTo((((1 + variability) / 2) * 20_000) / 0.5, 4)
    const [, batches] = lengthOf(aDesk(0.01, {}, { batch: 50 }))
    expect(batches).toBeCloseTo((25.5 * 20_000) / 0.5, 4)
  })

  test("has two thousand vacations and more", () => {
    const vacation = { kind: "multiple", time: exponential(200) } as const
    const [warmUp, length] = lengthOf(aDesk(0.5, { vacation }))
    expect(length).toBe(2000 * 200 * 2)
    expect(warmUp).toBeCloseTo(20 * (relaxation(0.5) + 400), 6)
  })

  test("of a population is by the time away, and by all members where they crowd two stations", () => {
    const [warmUp, length] = lengthOf(aPopulation(20, 10_000))
    expect(warmUp / (20 * 10_000)).toBeCloseTo(1, 3)
    expect(length).toBeLessThan(1.1e7)
    const [alone] = lengthOf(aPopulation(100, 0.1))
    const [both] = lengthOf(aPopulation(100, 0.1, ["a", "b"]))
    expect((both - alone) / (20 * relaxation(1, 101))).toBeCloseTo(1, 1)
  })

  test("is in twenty times whole periods after whole periods", () => {
    const arrivals = { kind: "sinusoidal", mean: 0.5, amplitude: 0.9, period: 5000 }
    const [warmUp, length] = lengthOf(aDesk(1, {}, { arrivals }))
    expect([warmUp, length]).toEqual([5000, 100_000])
  })

  test("begins when plans without a period have become as they stay", () => {
    const steps = [
      { from: 0, rate: 0.1 },
      { from: 7000, rate: 0.5 }
    ]
    const [warmUp] = lengthOf(aDesk(1, {}, { arrivals: { kind: "stepped", steps } }))
    expect(warmUp).toBeCloseTo(7000 + 20 * relaxation(0.5), 6)
  })

  test("goes by the station that is slowest, however few come there", () => {
    const network = Network.make({
      sources: [{ id: "street", arrivals: { kind: "poisson", rate: 10 }, to: "door" }],
      stations: [
        {
          id: "door",
          servers: 100,
          service: exponential(1),
          to: { kind: "chance", ways: [{ station: "desk", probability: 0.05 }] }
        },
        { id: "desk", servers: 1, service: exponential(1.8) }
      ]
    })
    expect(lengthOf(network)[1]).toBeCloseTo(500_000 / 0.5, 3)
  })

  test("has 4,000 customers of a rare class that is measured, and of those who wait", () => {
    const network = (share: number) =>
      Network.make({
        classes: [{ id: "many" }, { id: "few" }],
        sources: [
          {
            id: "street",
            arrivals: { kind: "poisson", rate: 0.5 },
            class: { many: 1 - share, few: share },
            to: "desk"
          }
        ],
        stations: [{ id: "desk", servers: 1, service: exponential(1) }]
      })
    expect(lengthOf(network(0.001), "sojourn.mean@desk/few")[1]).toBeCloseTo(8e6, 3)
    expect(lengthOf(network(0.001), "sojourn.mean/few")[1]).toBeCloseTo(8e6, 3)
    expect(lengthOf(network(0.001), "sojourn.mean/many")[1]).toBeCloseTo(40_000, 3)
    expect(lengthOf(network(1e-7), "sojourn.mean/few")[1]).toBeCloseTo(2e7, 3)
    expect(lengthOf(aDesk(0.01), "wait.mean@desk")[1]).toBeCloseTo(4000 / 0.01 / 0.01, 3)
  })

  test("never gets shorter as the load of one server grows", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.98, noNaN: true }),
        fc.double({ min: 1, max: 1.01, noNaN: true }),
        (load, by) => {
          const customers = (one: number) => (lengthOf(aDesk(one))[1] ?? 0) * one
          expect(customers(load * by)).toBeGreaterThanOrEqual(customers(load) * (1 - 1e-12))
        }
      )
    )
  })
})

describe("a length that nobody waits for", () => {
  const problemsOf = (network: Network.Network, more: object = {}) => {
    const answer = NetworkRun.prepare({ network, measures: [], ...more })
    return answer.ok ? [] : answer.problems.map(({ code, found }) => `${code} ${found}`)
  }

  test("is refused with its events, but for what was said", () => {
    expect(problemsOf(aDesk(0.998))).toEqual([])
    expect(problemsOf(aDesk(0.999))).toEqual(["TooLong 1800000000"])
    expect(problemsOf(aDesk(0.99999999))).toEqual(["TooLong 18000000000000000000"])
    expect(problemsOf(aDesk(0.99999999), { horizon: 100 })).toEqual([])
    expect(problemsOf(aDesk(0.99999999), { customers: 100 })).toHaveLength(1)
    expect(problemsOf(aDesk(0.99999999), { customers: 100, warmUp: 10 })).toEqual([])
  })

  test("is refused as a horizon that no run would come to", () => {
    expect(problemsOf(aDesk(0.5), { horizon: 1e308 })).toEqual(["BadRunLength 1e+308"])
    expect(problemsOf(aDesk(0.5), { horizon: 2.1e12 })).toHaveLength(1)
    expect(problemsOf(aDesk(0.5), { horizon: 1.9e12 })).toEqual([])
    const few = { arrivals: { kind: "given", times: [1] } }
    expect(problemsOf(aDesk(1, {}, few), { horizon: 1e308 })).toEqual([])
  })
})

describe("means whose error has no variance", () => {
  const outcomesOf = (shape: number, measures: ReadonlyArray<string>, more: object = {}) => {
    const service = { kind: "pareto", shape, scale: (shape - 1) / shape } as const
    const network = aDesk(0.5, { service, ...more })
    const { judged } = NetworkResult.replicate({ network, seed: 3, measures, replications: 1 })
    return judged.map(({ outcome }) => (outcome.ok ? "ok" : outcome.problem.code))
  }

  test("have a reason instead of an interval, and quantiles and shares have one", () => {
    const measures = ["wait.mean@desk", "sojourn.mean", "number.mean@desk", "service.mean@desk"]
    expect(outcomesOf(2.5, measures)).toEqual([
      ...Array.from({ length: 3 }, () => "InfiniteVariance"),
      "ok"
    ])
    expect(outcomesOf(3.1, measures)).toEqual(["ok", "ok", "ok", "ok"])
    expect(outcomesOf(2.5, ["wait.q(0.5)@desk", "waited@desk", "number.is(0)@desk"])).toEqual([
      "ok",
      "ok",
      "ok"
    ])
  })

  test("are judged where the queue is limited or everybody is served at once", () => {
    expect(outcomesOf(2.5, ["wait.mean@desk", "number.mean@desk"], { room: 5 })).toEqual([
      "ok",
      "ok"
    ])
    const all = outcomesOf(1.9, ["sojourn.mean@desk", "number.mean@desk"], { servers: "infinite" })
    expect(all).toEqual(["InfiniteVariance", "ok"])
  })
})
