import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as EventTrace from "../src/EventTrace.ts"
import * as Measure from "../src/Measure.ts"
import * as MeasureProblem from "../src/MeasureProblem.ts"
import * as Network from "../src/Network.ts"
import * as NetworkProblem from "../src/NetworkProblem.ts"
import * as NetworkRun from "../src/NetworkRun.ts"
import * as NetworkRunProblem from "../src/NetworkRunProblem.ts"
import * as ObservationTable from "../src/ObservationTable.ts"
import { aSmallNetwork } from "./aSmallNetwork.ts"

const service = (value: number) => ({ kind: "deterministic", value }) as const

/** One desk where somebody comes at 0, 1, 2, 10 and is served for 3. */
const aDesk = (more: object = {}): Network.Network =>
  Network.make({
    sources: [{ id: "door", arrivals: { kind: "given", times: [0, 1, 2, 10] }, to: "desk" }],
    stations: [{ id: "desk", servers: 1, service: service(3), ...more }]
  })

const aBusyDesk = (servers = 1): Network.Network =>
  Network.make({
    sources: [{ id: "street", arrivals: { kind: "poisson", rate: 0.5 }, to: "desk" }],
    stations: [{ id: "desk", servers, service: { kind: "exponential", mean: 1 } }]
  })

/** Values by the text of their measure. */
const valuesOf = (run: NetworkRun.NetworkRun): Record<string, number> => {
  const values = run.values()
  return Object.fromEntries(
    run.settings.measures.map((measure, index) => [Measure.toText(measure), values[index] ?? 0])
  )
}

const runOf = (
  network: Network.Network,
  measures: ReadonlyArray<string>,
  more: Partial<NetworkRun.Options> = {}
): NetworkRun.NetworkRun => NetworkRun.make({ network, seed: 1, measures, ...more })

describe("values that are known by hand", () => {
  // Waits 0, 2, 4, 0; services end at 3, 6, 9, 13.
  test("waits, sojourns and services of a desk", () => {
    const texts = ["wait.mean@desk", "wait.sd@desk", "wait.q(0.5)@desk", "wait.upTo(2)@desk"]
    const more = [
      "sojourn.mean",
      "service.mean@desk",
      "service.mean",
      "waited",
      "busyPeriod.mean@desk"
    ]
    const run = runOf(aDesk(), [...texts, ...more]).runToEnd()
    expect(run.ending).toBe("dry")
    expect(run.now).toBe(13)
    expect(valuesOf(run)).toEqual({
      "wait.mean@desk": 1.5,
      "wait.sd@desk": Math.sqrt(11 / 3),
      "wait.q(0.5)@desk": 1,
      "wait.upTo(2)@desk": 0.75,
      "sojourn.mean": 4.5,
      "service.mean@desk": 3,
      "service.mean": 3,
      waited: 0.5,
      "busyPeriod.mean@desk": 6
    })
  })

  test("levels over time, and at moments with the events of that moment", () => {
    const texts = [
      "number.mean@desk",
      "queue.is(1)@desk",
      "queue.q(0.9)",
      "busy.mean",
      "utilisation@desk"
    ]
    const moments = [
      "number.at(2)",
      "number.at(3)",
      "number.at(2.9)@desk",
      "queue.is(1).at(3)@desk"
    ]
    const run = runOf(aDesk(), [...texts, ...moments, "throughput@desk"], {
      horizon: 20
    }).runToEnd()
    expect(run.ending).toBe("horizon")
    // In the system: 1 for 1, 2 for 1, 3 for 1, 2 for 3, 1 for 3, then from 10 to 13.
    expect(valuesOf(run)).toEqual({
      "number.mean@desk": 18 / 20,
      "queue.is(1)@desk": 4 / 20,
      "queue.q(0.9)": 1,
      "busy.mean": 12 / 20,
      "utilisation@desk": 12 / 20,
      "number.at(2)": 3,
      "number.at(3)": 2,
      "number.at(2.9)@desk": 3,
      "queue.is(1).at(3)@desk": 1,
      "throughput@desk": 4 / 20
    })
  })

  test("a warm-up leaves out who came before it, and the areas before it", () => {
    const texts = [
      "wait.mean@desk",
      "sojourn.mean",
      "queue.mean@desk",
      "throughput@desk",
      "waited@desk"
    ]
    const run = runOf(aDesk(), texts, { horizon: 20, warmUp: 2 }).runToEnd()
    // Who comes at 2 counts; from 2 on the queue is 2 for 1, then 1 for 3.
    expect(valuesOf(run)).toEqual({
      "wait.mean@desk": 2,
      "sojourn.mean": 5,
      "queue.mean@desk": 5 / 18,
      "throughput@desk": 4 / 18,
      "waited@desk": 0.5
    })
  })

  test("who is inside at the horizon has no sojourn yet", () => {
    const run = runOf(aDesk(), ["wait.mean@desk", "sojourn.mean"], { horizon: 7 }).runToEnd()
    expect(valuesOf(run)).toEqual({ "wait.mean@desk": 2, "sojourn.mean": 4 })
  })

  test("losses, blocking, overtime and punctuality", () => {
    const network = Network.make({
      classes: [{ id: "customer", deadline: { time: service(4.5), overdue: { kind: "note" } } }],
      sources: [{ id: "door", arrivals: { kind: "given", times: [0, 1, 2, 10] }, to: "desk" }],
      stations: [
        { id: "desk", servers: 1, service: service(1), room: 2, to: "counter" },
        { id: "counter", servers: 1, service: service(3), room: 1, whenFull: "block" }
      ]
    })
    const texts = [
      "blocked.mean@desk",
      "occupation@desk",
      "utilisation@desk",
      "inTime",
      "lost@desk"
    ]
    const run = runOf(network, [...texts, "lost"], { horizon: 20 }).runToEnd()
    // The second is done at the desk at 2 and blocked to 4, the third from 5 to 7; in time are the first
    // (4 after it came) and the last.
    expect(valuesOf(run)).toEqual({
      "blocked.mean@desk": 4 / 20,
      "occupation@desk": 8 / 20,
      "utilisation@desk": 4 / 20,
      inTime: 0.5,
      "lost@desk": 0,
      lost: 0
    })
  })

  test("a shift that ends leaves overtime, which utilisation does not count", () => {
    const servers = {
      kind: "schedule",
      shifts: [
        { from: 0, servers: 1 },
        { from: 2, servers: 0 }
      ],
      atEnd: { kind: "finish" }
    } as const
    const texts = ["utilisation@desk", "overtime.mean@desk", "onDuty.mean@desk", "busy.mean@desk"]
    const run = runOf(aDesk({ servers }), texts, { horizon: 10 }).runToEnd()
    expect(valuesOf(run)).toEqual({
      "utilisation@desk": 1,
      "overtime.mean@desk": 0.1,
      "onDuty.mean@desk": 0.2,
      "busy.mean@desk": 0.3
    })
  })

  test("a run that drains lets nobody in after the horizon and waits for those inside", () => {
    const texts = ["wait.mean@desk", "sojourn.mean", "number.mean", "throughput", "number.q(0.9)"]
    const run = runOf(aDesk(), texts, { horizon: 7, drain: true }).runToEnd()
    expect([run.ending, run.now]).toEqual(["dry", 9])
    // Sojourns 3, 5, 7; up to 7 there are 1, 2, 3, 2 and 1 inside for 1, 1, 1, 3 and 1.
    expect(valuesOf(run)).toEqual({
      "wait.mean@desk": 2,
      "sojourn.mean": 5,
      "number.mean": 13 / 7,
      throughput: 2 / 7,
      "number.q(0.9)": 3
    })
    const late = runOf(aDesk(), texts, { horizon: 15, drain: true })
    while (!late.isOver) late.step(1)
    expect([late.now, valuesOf(late)["number.mean"]]).toEqual([15, 18 / 15])
  })

  test("what nobody has seen is not a number", () => {
    const run = runOf(aDesk(), ["wait.mean@desk", "wait.q(0.5)@desk", "lost"])
    expect(Array.from(run.values())).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })
})

describe("the end of a run", () => {
  test("comes after as many customers as asked, however it is stepped", () => {
    const whole = runOf(aBusyDesk(), ["wait.mean"], { customers: 1000, warmUp: 20 }).runToEnd()
    expect(whole.ending).toBe("customers")
    const stepped = runOf(aBusyDesk(), ["wait.mean"], { customers: 1000, warmUp: 20 })
    while (!stepped.isOver) stepped.step(7)
    expect(stepped.hash()).toBe(whole.hash())
    expect(stepped.parts()).toEqual(whole.parts())
    expect(stepped.sections).toEqual(whole.sections)
    expect(whole.parts()[2]).toBe(1000)
  })

  test("is found by a rule where nobody says it, and refused with the load where there is none", () => {
    const answer = NetworkRun.prepare({ network: aBusyDesk(), measures: [] })
    expect(answer.ok && answer.value.warmUp > 200 && answer.value.warmUp < 300).toBe(true)
    expect(answer.ok && answer.value.horizon - answer.value.warmUp).toBe(40_000)
    const overloaded = Network.make({
      sources: [{ id: "street", arrivals: { kind: "poisson", rate: 2 }, to: "desk" }],
      stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 } }]
    })
    const refused = NetworkRun.prepare({ network: overloaded, measures: [] })
    expect(refused.ok ? [] : refused.problems).toEqual([
      { code: "LoadTooHigh", subject: 'station "desk"', found: 2, expected: "below 1" }
    ])
    expect(() => runOf(overloaded, [])).toThrow(NetworkRun.NetworkRunError)
    expect(runOf(overloaded, [], { horizon: 10 }).runToEnd().ending).toBe("horizon")
  })

  test("is in whole periods of what repeats", () => {
    const network = Network.make({
      sources: [
        {
          id: "street",
          arrivals: { kind: "sinusoidal", mean: 0.5, amplitude: 0.9, period: 24 },
          to: "desk"
        }
      ],
      stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 } }]
    })
    const answer = NetworkRun.prepare({ network, measures: [] })
    expect(answer.ok && [answer.value.warmUp % 24, answer.value.horizon % 24]).toEqual([0, 0])
  })

  test("does not depend on how a run that dries up is driven", () => {
    const stepped = runOf(aDesk(), ["number.mean@desk"])
    while (!stepped.isOver) stepped.runUntil(stepped.now + 4)
    expect(stepped.now).toBe(13)
    expect(Array.from(stepped.values())).toEqual([18 / 13])
  })

  test("comes where those inside can never be served", () => {
    const servers = {
      kind: "schedule",
      shifts: [
        { from: 0, servers: 1 },
        { from: 4, servers: 0 }
      ],
      atEnd: { kind: "finish" }
    } as const
    const run = runOf(aDesk({ servers }), ["wait.mean@desk", "queue.mean@desk"])
    while (!run.isOver) run.step(5)
    expect([run.ending, run.now]).toEqual(["dry", 10])
  })

  test("may be a deadlock, which is named and is a time to be measured", () => {
    const two = (id: string, to: string) =>
      ({ id, servers: 1, service: service(1), room: 1, whenFull: "block", to }) as const
    const network = Network.make({
      sources: ["a", "b"].map((id) => ({
        id,
        arrivals: { kind: "given", times: [0] } as const,
        to: id
      })),
      stations: [
        {
          ...two("a", "b"),
          to: { kind: "chance", ways: [{ station: "b", probability: 0.999999 }] }
        },
        {
          ...two("b", "a"),
          to: { kind: "chance", ways: [{ station: "a", probability: 0.999999 }] }
        }
      ]
    })
    const run = runOf(network, ["deadlockTime"], { horizon: 10 }).runToEnd()
    expect(run.ending).toBe("deadlock")
    expect(Array.from(run.values())).toEqual([1])
    expect(run.problem).toEqual({
      code: "Deadlocked",
      subject: 'stations "a", "b"',
      found: 1,
      expected: "a way out"
    })
    expect(run.progress).toBe(1)
  })
})

describe("problems", () => {
  test.each([
    [{ horizon: 0 }, "BadRunLength", "horizon"],
    [{ horizon: Number.NaN }, "BadRunLength", "horizon"],
    [{ horizon: 5, warmUp: 5 }, "BadRunLength", "warm-up"],
    [{ horizon: 5, warmUp: -1 }, "BadRunLength", "warm-up"],
    [{ customers: 1.5 }, "BadRunLength", "customers"],
    [{ drain: true }, "BadRunLength", "horizon"],
    [{ measures: ["number.at(6)"], horizon: 5 }, "LookTooLate", "number.at(6)"],
    [{ measures: ["wait.mean@dsek"], horizon: 5 }, "UnknownStation", "wait.mean@dsek"]
  ])("%j is refused: %s", (more, code, subject) => {
    const answer = NetworkRun.prepare({ network: aDesk(), measures: [], ...more })
    expect(answer.ok ? [] : answer.problems.map((one) => [one.code, one.subject])).toEqual([
      [code, subject]
    ])
  })

  test("no code stands in two lists, so that each problem finds its words", () => {
    const all = [...NetworkRunProblem.codes, ...MeasureProblem.codes, ...NetworkProblem.codes]
    expect(new Set(all).size).toBe(all.length)
    const other = NetworkProblem.make("LoadTooHigh", "here", 2, "below 1")
    expect(NetworkRunProblem.describe(other)).toEqual(NetworkProblem.describe(other))
    const third = MeasureProblem.make("UnknownStation", "wait@x", "x", "desk")
    expect(NetworkRunProblem.describe(third)).toEqual(MeasureProblem.describe(third))
  })

  test("all are told at once, in both languages", () => {
    const request = { network: aDesk(), measures: ["wiat", "lost@x"], horizon: -1 }
    const answer = NetworkRun.prepare(request)
    expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual([
      "BadRunLength",
      "UnknownQuantity",
      "UnknownStation"
    ])
    for (const code of NetworkRunProblem.codes) {
      const words = NetworkRunProblem.describe(NetworkRunProblem.make(code, "here", "$&1", "right"))
      for (const text of [words.en, words.zh]) {
        for (const part of ["here", "$&1", "right"]) expect(text).toContain(part)
      }
    }
  })
})

describe("going on", () => {
  const texts = [
    "wait.q(0.9)",
    "number.is(1)@a",
    "busyPeriod.sd@b",
    "waited",
    "number.at(9)",
    "inTime"
  ]

  test("a run that was cut anywhere, written and read again ends with the same bits", () => {
    fc.assert(
      fc.property(
        aSmallNetwork,
        fc.nat(1000),
        fc.constantFrom("addressed", "sequential"),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (declaration, seed, draws, steps, drain) => {
          const network = Network.make(declaration)
          const measures = texts.filter((text) => Measure.of(network, text).ok)
          const options = {
            network,
            seed,
            measures,
            draws,
            horizon: 12,
            warmUp: 2,
            sectionCount: 5,
            drain
          }
          const whole = NetworkRun.make(options).runToEnd()
          let run = NetworkRun.make(options)
          for (const count of steps) {
            const bytes = run.step(count).checkpoint()
            const resumed = NetworkRun.resume({ network, bytes })
            if (!resumed.ok) throw new Error(JSON.stringify(resumed.problem))
            run = resumed.value
            expect(run.checkpoint()).toEqual(bytes)
          }
          run.runToEnd()
          expect(run.hash()).toBe(whole.hash())
          expect(run.values()).toEqual(whole.values())
          expect(run.sections).toEqual(whole.sections)
          expect(run.ending).toBe(whole.ending)
        }
      ),
      { numRuns: 150 }
    )
  })

  test("looking at the values on the way changes no bit of them", () => {
    const measures = [
      "number.mean",
      "queue.q(0.9)@desk",
      "number.is(1)",
      "wait.q(0.5)",
      "utilisation@desk"
    ]
    const [quiet, watched] = [0, 1].map(() =>
      runOf(aBusyDesk(), measures, { customers: 500, warmUp: 9 })
    )
    if (quiet === undefined || watched === undefined) throw new Error("there are two")
    while (!watched.isOver) watched.step(3).values()
    expect(watched.values()).toEqual(quiet.runToEnd().values())
    expect(watched.sections).toEqual(quiet.sections)
    expect(watched.checkpoint()).toEqual(quiet.checkpoint())
  })

  test("a fork goes on with another policy from the same past", () => {
    const [one, two] = [aBusyDesk(1), aBusyDesk(2)]
    const measures = ["wait.mean", "onDuty.mean@desk", "number.at(200)", "number.at(250)"]
    const past = runOf(one, measures, { horizon: 500 }).runUntil(250)
    const bytes = past.checkpoint()
    const same = NetworkRun.resume({ network: one, bytes, as: aBusyDesk(1) })
    expect(same.ok && same.value.runToEnd().hash()).toBe(past.runToEnd().hash())
    const fork = NetworkRun.resume({ network: one, bytes, as: two })
    if (!fork.ok) throw new Error(JSON.stringify(fork.problem))
    const [before, after] = [past.values(), fork.value.runToEnd().values()]
    expect(after[0]).toBeLessThan(before[0] ?? 0)
    expect([before[1], after[1]]).toEqual([1, 1.5])
    expect(after.subarray(2)).toEqual(before.subarray(2))
  })

  test("a run goes on in no other network than its own, and is forked into none of other names", () => {
    const [one, two] = [aBusyDesk(1), aBusyDesk(2)]
    const bytes = runOf(one, [], { horizon: 500 }).runUntil(250).checkpoint()
    const renamed = Network.make({
      sources: one.declaration.sources.map((source) => ({ ...source, to: "counter" })),
      stations: one.declaration.stations.map((station) => ({ ...station, id: "counter" }))
    })
    const endless = Network.make({
      ...one.declaration,
      stations: one.declaration.stations.map(({ service, id }) => ({
        id,
        service,
        servers: "infinite"
      }))
    })
    const wrong = [{ network: two }, { network: one, as: renamed }, { network: one, as: endless }]
    for (const options of wrong) {
      const answer = NetworkRun.resume({ ...options, bytes })
      expect(answer.ok ? "" : answer.problem.code).toBe("DifferentModel")
    }
  })

  test("bytes of something else are refused", () => {
    const answer = NetworkRun.resume({ network: aDesk(), bytes: Uint8Array.of(1, 2, 3) })
    expect(answer.ok ? "" : answer.problem.code).toBe("NotASnapshot")
  })

  test("progress never falls and ends at 1", () => {
    const runs = [
      runOf(aBusyDesk(), [], { horizon: 100 }),
      runOf(aBusyDesk(), [], { customers: 60, warmUp: 5 }),
      runOf(aDesk(), [])
    ]
    for (const run of runs) {
      let last = run.progress
      expect(last).toBe(0)
      while (!run.isOver) {
        const next = run.step(1).progress
        expect(next).toBeGreaterThanOrEqual(last)
        last = next
      }
      expect(last).toBe(1)
    }
  })
})

describe("what a run writes", () => {
  test("one row per observation that counts, of what is measured", () => {
    const observations = ObservationTable.make()
    runOf(aDesk(), ["wait.mean@desk", "wait.q(0.9)@desk", "sojourn.mean"], {
      observations,
      replication: 3,
      warmUp: 1
    }).runToEnd()
    const pieces = Array.from(observations.csvPieces())
    expect(pieces.join("").split("\r\n")).toEqual([
      "replication,measure,class,station,value",
      "3,wait,,desk,2",
      "3,wait,,desk,4",
      "3,sojourn,,,5",
      "3,sojourn,,,7",
      "3,wait,,desk,0",
      "3,sojourn,,,3",
      ""
    ])
  })

  test("a trace changes nothing else", () => {
    const trace = EventTrace.make({ network: aBusyDesk() })
    const options = { horizon: 50 }
    const traced = runOf(aBusyDesk(), ["wait.mean"], { ...options, trace }).runToEnd()
    const plain = runOf(aBusyDesk(), ["wait.mean"], options).runToEnd()
    expect(traced.hash()).toBe(plain.hash())
    expect(traced.values()).toEqual(plain.values())
    expect(trace.count).toBeGreaterThan(50)
  })

  test("a run without a hash has none", () => {
    const run = runOf(aDesk(), [], { hash: false })
    expect(run.hasHash).toBe(false)
    expect(() => run.hash()).toThrow(Error)
  })
})
