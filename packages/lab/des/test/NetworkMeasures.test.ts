/**
 * What counts where, on networks whose values are known by hand: classes that change on the way, and
 * busy periods of stations to which customers come back at once.
 */
import { describe, expect, test } from "vitest"
import * as EventTrace from "../src/EventTrace.ts"
import * as Measure from "../src/Measure.ts"
import * as Network from "../src/Network.ts"
import * as NetworkResult from "../src/NetworkResult.ts"
import * as NetworkRun from "../src/NetworkRun.ts"
import { desk, given } from "./aNetworkScript.ts"

/** Values by the text of their measure, of a run without chance. */
const valuesOf = (
  declaration: Network.Declaration,
  measures: ReadonlyArray<string>,
  options: Partial<NetworkRun.Options> = {}
): Record<string, number> => {
  const network = Network.make(declaration)
  const run = NetworkRun.make({ network, seed: 1, measures, ...options }).runToEnd()
  const values = run.values()
  return Object.fromEntries(
    run.settings.measures.map((measure, index) => [Measure.toText(measure), values[index] ?? 0])
  )
}

const toAs = (station: string, as: string): Network.Route => ({
  kind: "chance",
  ways: [{ station, as, probability: 1 }]
})

describe("who changes class on the way to a station and is turned away there", () => {
  const classes = [{ id: "plain" }, { id: "signed" }]
  const network = (other: Partial<Network.Station>): Network.Declaration => ({
    classes,
    sources: [given("c", [0, 2, 4], [1, 1, 1], { class: "plain" })],
    stations: [desk({ to: toAs("other", "signed") }), desk({ id: "other", ...other })]
  })

  test("balks, and counts, in the new class", () => {
    const never = { kind: "length", fromQueue: 0 } as const
    const always = { kind: "length", fromQueue: 9 } as const
    const balking = {
      kind: "perClass",
      classes: { signed: never, plain: always },
      otherwise: always
    } as const
    const measures = ["balked@other/signed", "balked@other/plain", "balked@other"]
    expect(valuesOf(network({ balking }), measures)).toEqual({
      "balked@other/signed": 1,
      "balked@other/plain": Number.NaN,
      "balked@other": 1
    })
  })

  test("is lost in the new class", () => {
    const service = { kind: "deterministic", value: 9 } as const
    const measures = ["lost@other/signed", "lost@other/plain"]
    expect(valuesOf(network({ room: 1, service }), measures)).toEqual({
      "lost@other/signed": 2 / 3,
      "lost@other/plain": Number.NaN
    })
  })

  test("is in the trace with the new class", () => {
    const made = Network.make(network({ balking: { kind: "length", fromQueue: 0 } }))
    const trace = EventTrace.make({ network: made })
    NetworkRun.make({ network: made, seed: 1, measures: [], trace }).runToEnd()
    const seen = [...trace.rows()].filter(({ event }) => event === "left" || event === "balked")
    expect(seen.slice(0, 2).map((row) => `${row.event} ${row.class}`)).toEqual([
      "left plain",
      "balked signed"
    ])
  })

  test("is seen in the new class by a function that decides, and by the route after it", () => {
    const asked: Array<string> = []
    const balking: Network.Balking = {
      kind: "function",
      name: "asking",
      join: (view) => {
        asked.push(`join ${view.class}`)
        return 0
      },
      to: {
        kind: "function",
        name: "asking",
        stations: ["desk"],
        choose: (view) => {
          asked.push(`choose ${view.class}`)
          return null
        }
      }
    }
    valuesOf(network({ balking }), ["balked@other"])
    expect(asked.slice(0, 2)).toEqual(["join signed", "choose signed"])
  })
})

describe("busy periods", () => {
  const back = (rest: Partial<Network.Station> = {}): Network.Declaration => ({
    sources: [given("c", [0, 6], [2, 3])],
    stations: [desk({ to: "other", service: { kind: "deterministic", value: 1 } }), other(rest)]
  })
  const other = (rest: Partial<Network.Station>): Network.Station =>
    desk({
      id: "other",
      service: { kind: "deterministic", value: 0 },
      to: { kind: "function", name: "once", stations: ["desk"], choose: oneReturn },
      ...rest
    })
  const oneReturn = (view: Network.View): string | null => (view.visits < 4 ? "desk" : null)

  test("go on where the only customer comes back at once, through a station that takes no time", () => {
    // At the desk from 0 for 2, then, back at once, for 1; from 6 for 3 and 1.
    expect(valuesOf(back(), ["busyPeriod.mean@desk", "busyPeriod.upTo(3)@desk"])).toEqual({
      "busyPeriod.mean@desk": 3.5,
      "busyPeriod.upTo(3)@desk": 0.5
    })
  })

  test("end where it comes back later", () => {
    const service = { kind: "deterministic", value: 0.5 } as const
    expect(
      valuesOf(back({ service }), ["busyPeriod.mean@desk", "busyPeriod.upTo(1)@desk"])
    ).toEqual({
      "busyPeriod.mean@desk": 7 / 4,
      "busyPeriod.upTo(1)@desk": 0.5
    })
  })

  test("that are over count wherever a run is read", () => {
    const network = Network.make(back())
    const measures = ["busyPeriod.mean@desk"]
    const run = NetworkRun.make({ network, seed: 1, measures })
    expect(Array.from(run.runUntil(2).values())).toEqual([Number.NaN])
    expect(Array.from(run.runUntil(3).values())).toEqual([3])
    expect(Array.from(run.runUntil(6).values())).toEqual([3])
    expect(Array.from(run.runToEnd().values())).toEqual([3.5])
  })

  test("of M/M/1 with feedback are those of its whole service", () => {
    const network = Network.make({
      sources: [{ id: "s", arrivals: { kind: "poisson", rate: 0.3 }, to: "desk" }],
      stations: [
        {
          id: "desk",
          servers: 1,
          service: { kind: "exponential", mean: 1 },
          to: { kind: "chance", ways: [{ station: "desk", probability: 0.4 }] }
        }
      ]
    })
    const result = NetworkResult.replicate({
      network,
      seed: 4,
      measures: ["busyPeriod.mean@desk"],
      customers: 5000,
      replications: 10
    })
    // Served at rate 1 - 0.4, so 1 / (0.6 - 0.3).
    const [outcome] = result.judged.map((one) => one.outcome)
    if (outcome?.ok !== true) throw new Error("it can be judged")
    const { halfWidth, mean } = outcome.value
    expect(halfWidth).toBeLessThan(0.2)
    expect(Math.abs(mean - 1 / 0.3)).toBeLessThan(2 * (halfWidth ?? 0))
  })
})

describe("servers who are off duty and still at work", () => {
  test("are in overtime, and not part of those on duty, though another one is idle", () => {
    const servers = {
      kind: "schedule",
      shifts: [
        { from: 0, servers: 2 },
        { from: 1, servers: 1 }
      ],
      atEnd: { kind: "finish" }
    } as const
    // The second server goes off duty at 1 and works until 3; the first is idle from 1.2 on.
    const network = { sources: [given("c", [0, 0], [1.2, 3])], stations: [desk({ servers })] }
    const measures = ["overtime.mean@desk", "overtime.at(2)@desk", "utilisation@desk"]
    const found = valuesOf(network, measures, { horizon: 3 })
    expect(found["overtime.at(2)@desk"]).toBe(1)
    expect(found["overtime.mean@desk"]).toBeCloseTo(2 / 3, 12)
    expect(found["utilisation@desk"]).toBeCloseTo(2.2 / 4, 12)
  })

  test("and are held there, count as held off duty", () => {
    const servers = {
      kind: "schedule",
      shifts: [
        { from: 0, servers: 1 },
        { from: 1, servers: 0 }
      ],
      atEnd: { kind: "finish" }
    } as const
    // Served until 2 and blocked until 4, when the other station lets go who is there from 0 on.
    const network = {
      sources: [given("c", [0], [2]), given("o", [0], [4], { to: "other" })],
      stations: [
        desk({ servers, to: "other" }),
        desk({ id: "other", room: 1, whenFull: "block" as const })
      ]
    }
    const found = valuesOf(network, ["occupation@desk", "blocked.mean@desk"], { horizon: 5 })
    expect(found).toEqual({ "occupation@desk": 1, "blocked.mean@desk": 2 / 5 })
  })
})

test("who gave up and went elsewhere has waited that long, end to end", () => {
  const patience = { time: { kind: "deterministic", value: 2 }, to: "other" } as const
  const network = {
    sources: [given("c", [0, 1], [5, 5])],
    stations: [desk({ patience }), desk({ id: "other" })]
  }
  expect(valuesOf(network, ["wait.mean", "wait.mean@desk", "sojourn.mean"])).toEqual({
    "wait.mean": 1,
    "wait.mean@desk": 0,
    "sojourn.mean": 4
  })
})
