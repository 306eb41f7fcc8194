import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Network from "../src/Network.ts"
import * as NetworkLoad from "../src/NetworkLoad.ts"
import * as QueueJackson from "../src/QueueJackson.ts"
import { aDeclaration, arbitraryOpenNetwork, exponential, poisson } from "./aDeclaration.ts"

type Part = Partial<Network.Declaration> & Pick<Network.Declaration, "stations">

/** The loads of a network with one Poisson source to station `a`, unless told otherwise. */
const loadOf = (rate: number, to: Network.Route, part: Part) =>
  NetworkLoad.make(
    Network.make({ sources: [{ id: "street", arrivals: poisson(rate), to }], ...part })
  )

const station = (id: string, servers: Network.Servers, mean: number) => ({
  id,
  servers,
  service: exponential(mean)
})

const codesOf = ({ problems }: NetworkLoad.NetworkLoad) => problems.map(({ code }) => code)

describe("the load of one station", () => {
  test.each([
    [9, 10, 1, 0.9, true],
    [9, 9, 1, 1, false],
    [9, 6, 1, 1.5, false],
    [0.3, 1, 3, 0.9, true]
  ])(
    "at rate %d, %d servers of mean %d is %d: bounded %s",
    (rate, servers, mean, load, isBounded) => {
      const found = loadOf(rate, "a", { stations: [station("a", servers, mean)] })
      expect(found.stations[0]!.load).toBeCloseTo(load, 12)
      expect(found.isBounded).toBe(isBounded)
      expect(found.problems.map(({ subject }) => subject)).toEqual(isBounded ? [] : ['station "a"'])
    }
  )

  test("of 1 is refused even where rounding brings it below", () => {
    const found = loadOf(0.1 + 0.2, "a", { stations: [station("a", 3, 1 / 0.1)] })
    expect(found.problems[0]?.found).toBeCloseTo(1, 12)
  })

  test("at infinitely many servers is the number at work, and bounded", () => {
    const found = loadOf(9, "a", { stations: [station("a", "infinite", 2)] })
    expect(found.stations[0]!.load).toBe(18)
    expect(found.isBounded).toBe(true)
  })

  test("with services of infinite mean is refused even there", () => {
    const pareto = { kind: "pareto", shape: 1, scale: 1 } as const
    const found = loadOf(9, "a", { stations: [{ id: "a", servers: "infinite", service: pareto }] })
    expect(found.problems[0]?.found).toBe(Number.POSITIVE_INFINITY)
  })

  test.each<[string, Partial<Network.Station>]>([
    ["limited room", { room: 5 }],
    ["patience", { patience: { time: exponential(1) } }],
    ["balking from a length on", { balking: { kind: "length", fromQueue: 7 } }],
    ["balking for sure in the end", { balking: { kind: "chances", balk: [0, 1] } }]
  ])("above 1 is bounded by %s", (_, part) => {
    const found = loadOf(9, "a", { stations: [{ ...station("a", 5, 1), ...part }] })
    expect(found.stations[0]!.load).toBeCloseTo(1.8, 12)
    expect(found.isBounded).toBe(true)
  })

  test("counts half where every second one balks at any length", () => {
    const balking = { kind: "chances", balk: [0, 0.5] } as const
    const of = (rate: number) =>
      loadOf(rate, "a", { stations: [{ ...station("a", 1, 1), balking }] })
    expect(of(1.9).isBounded).toBe(true)
    expect(of(2.1).problems[0]?.found).toBeCloseTo(1.05, 12)
  })

  test("with patience of one class alone counts the other class", () => {
    const patience = { kind: "perClass", classes: { x: { time: exponential(1) } } } as const
    const of = (share: number) =>
      loadOf(4, "a", {
        classes: [{ id: "x" }, { id: "y" }],
        sources: [
          { id: "street", arrivals: poisson(4), to: "a", class: { x: 1 - share, y: share } }
        ],
        stations: [{ ...station("a", 1, 1), patience }]
      })
    expect(of(0.2).isBounded).toBe(true)
    expect(of(0.3).problems[0]?.found).toBeCloseTo(1.2, 12)
  })

  test("goes by the servers on duty on average", () => {
    const servers: Network.Servers = {
      kind: "schedule",
      shifts: [
        { from: 0, servers: 4 },
        { from: 6, servers: 1 }
      ],
      period: 24,
      atEnd: { kind: "resume" }
    }
    const found = loadOf(1.75, "a", { stations: [station("a", servers, 0.5)] })
    expect(found.stations[0]).toMatchObject({ servers: 1.75, load: 0.5 })
    const last = loadOf(1, "a", { stations: [station("a", { ...servers, period: 8 }, 1)] })
    expect(last.stations[0]!.servers).toBe(3.25)
  })

  test("is infinite where nobody comes on duty again", () => {
    const servers: Network.Servers = {
      kind: "schedule",
      shifts: [
        { from: 0, servers: 4 },
        { from: 6, servers: 0 }
      ],
      atEnd: { kind: "finish" }
    }
    const found = loadOf(1, "a", { stations: [station("a", servers, 0.1)] })
    expect(found.problems[0]?.found).toBe(Number.POSITIVE_INFINITY)
  })
})

describe("the rate of a source", () => {
  test.each<[string, Partial<Network.Source>, number]>([
    ["renewal", { arrivals: { kind: "renewal", between: exponential(4) } }, 0.25],
    [
      "stepped",
      {
        arrivals: {
          kind: "stepped",
          steps: [
            { from: 0, rate: 3 },
            { from: 1, rate: 0 }
          ],
          period: 4
        }
      },
      0.75
    ],
    [
      "stepped without a period",
      {
        arrivals: {
          kind: "stepped",
          steps: [
            { from: 0, rate: 3 },
            { from: 1, rate: 0.5 }
          ]
        }
      },
      0.5
    ],
    ["sinusoidal", { arrivals: { kind: "sinusoidal", mean: 0.5, amplitude: 1, period: 24 } }, 0.5],
    ["batches", { batch: { kind: "discrete", values: [1, 3], probabilities: [0.5, 0.5] } }, 0.2]
  ])("%s", (_, part, rate) => {
    const source = { id: "street", arrivals: poisson(0.1), to: "a", ...part }
    const found = loadOf(0, "a", { sources: [source], stations: [station("a", 1, 1)] })
    expect(found.stations[0]!.arrivalRate).toBeCloseTo(rate, 12)
    expect(found.reason).toBe("Below")
  })

  test.each<[string, Partial<Network.Source>]>([
    ["a limit", { limit: 1000 }],
    ["a last time", { until: 1000 }],
    ["given times", { arrivals: { kind: "given", times: [0, 0, 0] } }],
    ["a population", { arrivals: { kind: "population", size: 100, away: exponential(1) } }]
  ])("with %s bounds the network at any load", (_, part) => {
    const source = { id: "street", arrivals: poisson(100), to: "a", ...part }
    const found = loadOf(0, "a", { sources: [source], stations: [station("a", 1, 1)] })
    expect(found).toMatchObject({ isBounded: true, reason: "SourcesEnd", problems: [] })
  })

  test("a population beside an open source comes at most as often as its members can", () => {
    const sources: ReadonlyArray<Network.Source> = [
      { id: "street", arrivals: poisson(1), to: "a" },
      { id: "town", arrivals: { kind: "population", size: 5, away: exponential(10) }, to: "a" }
    ]
    const found = loadOf(0, "a", { sources, stations: [station("a", 1, 0.25)] })
    expect(found.stations[0]).toMatchObject({ leastLoad: 0.25, mostLoad: 0.375 })
    expect(found.isBounded).toBe(true)
  })
})

describe("flows between stations", () => {
  test("are those of a Jackson network, which is refused for the same loads", () => {
    fc.assert(
      fc.property(arbitraryOpenNetwork, ({ declaration, jackson }) => {
        const found = NetworkLoad.make(Network.make(declaration))
        const exact = QueueJackson.make(jackson)
        expect(found.isBounded).toBe(exact.ok)
        if (exact.ok) {
          for (const [index, queue] of exact.queue.stations.entries()) {
            const { arrivalRate, load } = found.stations[index]!
            expect(arrivalRate).toBeCloseTo(queue.arrivalRate, 9)
            expect(load).toBeCloseTo(queue.utilisation, 9)
          }
        } else {
          const refused = exact.problems.map(({ subject }) => `station "${subject}"`)
          expect(found.problems.map(({ subject }) => subject)).toEqual(refused)
          for (const [index, { found: load }] of exact.problems.entries()) {
            expect(found.problems[index]!.found).toBeCloseTo(Number(load), 9)
          }
        }
      }),
      { numRuns: 150, seed: 21 }
    )
  })

  test("follow customers who become of another class", () => {
    const found = loadOf(1, "a", {
      classes: [{ id: "x" }, { id: "y" }],
      stations: [
        {
          id: "a",
          servers: 1,
          service: { kind: "perClass", classes: { x: exponential(0.2), y: exponential(0.4) } },
          to: {
            kind: "perClass",
            classes: {
              x: { kind: "chance", ways: [{ probability: 0.5, station: "a", as: "y" }] },
              y: "leave"
            }
          }
        }
      ]
    })
    expect(found.stations[0]).toMatchObject({ arrivalRate: 1.5, classRates: [1, 0.5], load: 0.4 })
  })

  test("go round in turn", () => {
    const found = loadOf(
      1.5,
      { kind: "cycle", among: ["a", "a", "b"] },
      {
        stations: [station("a", 1, 0.5), station("b", 1, 0.5)]
      }
    )
    expect(found.stations.map(({ arrivalRate }) => arrivalRate)).toEqual([1, 0.5])
  })
})

describe("the shortest queue", () => {
  const both = [station("a", 1, 1), station("b", 1, 1)]
  const shortest = { kind: "shortest", among: ["a", "b"], tie: "first" } as const

  test("of two is bounded while both together can do it", () => {
    const found = loadOf(1.8, shortest, { stations: both })
    expect(found).toMatchObject({ isBounded: true, reason: "Shortest" })
    expect(found.stations.map(({ load }) => load)).toEqual([0.9, 0.9])
    expect(found.stations[0]).toMatchObject({ leastLoad: 0, mostLoad: 1.8 })
  })

  test("of two is refused where they cannot, naming both", () => {
    const found = loadOf(2, shortest, { stations: both })
    expect(found.problems.map(({ subject, found: load }) => [subject, load])).toEqual([
      ['station "a"', 1],
      ['station "b"', 1]
    ])
  })

  test("is below any load where each alone can do it", () => {
    expect(loadOf(0.9, shortest, { stations: both }).reason).toBe("Below")
  })

  test("is balanced at each place by itself", () => {
    const stations = [...both, station("c", 1, 0.1), station("d", 1, 0.1)].map((one, index) =>
      index < 2 ? { ...one, to: { ...shortest, among: ["c", "d"] } } : one
    )
    const found = loadOf(1.8, shortest, { stations })
    const loads = found.stations.map(({ load }) => load)
    for (const [index, load] of [0.9, 0.9, 0.09, 0.09].entries()) {
      expect(loads[index]).toBeCloseTo(load, 9)
    }
  })
})

describe("skills", () => {
  const groups = (one: number, two: number): Network.SkilledServers => ({
    kind: "skills",
    groups: [
      { name: "one", servers: one, serves: ["x"] },
      { name: "two", servers: two, serves: ["x", "y"] }
    ]
  })
  const of = (servers: Network.SkilledServers, x: number, y: number) =>
    loadOf(2, "a", {
      classes: [{ id: "x" }, { id: "y" }],
      sources: [{ id: "street", arrivals: poisson(2), to: "a", class: { x: 0.5, y: 0.5 } }],
      stations: [
        {
          id: "a",
          servers,
          service: { kind: "perClass", classes: { x: exponential(x), y: exponential(y) } }
        }
      ]
    })

  test("share the work as evenly as they allow", () => {
    expect(of(groups(1, 1), 1.2, 0.6).stations[0]!.load).toBeCloseTo(0.9, 12)
  })

  test("leave a class to those who can serve it, however idle the others are", () => {
    const found = of(groups(5, 1), 0.3, 1.2)
    expect(found.problems[0]).toMatchObject({ subject: 'station "a"' })
    expect(found.problems[0]?.found).toBeCloseTo(1.2, 12)
  })

  test("with services of their own: the slow group gets what the fast one cannot do", () => {
    const servers: Network.SkilledServers = {
      kind: "skills",
      groups: [
        { name: "fast", servers: 1, serves: ["x"] },
        { name: "slow", servers: 1, serves: ["x", "y"], service: exponential(3) }
      ]
    }
    // y needs all of 3 for its rate 1: the least load is 3 there, whatever x does.
    expect(of(servers, 0.5, 1).stations[0]!.load).toBeCloseTo(3, 9)
  })
})

describe("what the state decides", () => {
  test("a function may send everybody to either station: unknown, unless both can do it", () => {
    const to: Network.Route = {
      kind: "function",
      name: "by hand",
      stations: ["a", "b"],
      choose: () => "a"
    }
    const stations = [station("a", 1, 0.9), station("b", 1, 1.5)]
    expect(loadOf(1, to, { stations })).toMatchObject({ isBounded: null, problems: [] })
    expect(loadOf(0.5, to, { stations }).isBounded).toBe(true)
  })

  test("who gives up goes on: at least nobody, at most all of them", () => {
    const stations = [
      { ...station("a", 5, 1), patience: { time: exponential(1), to: "b" } },
      station("b", 3, 1)
    ]
    const found = loadOf(9, "a", { stations })
    expect(found.stations[1]).toMatchObject({ load: 0, leastLoad: 0, mostLoad: 3 })
    expect(found.isBounded).toBe(null)
    expect(loadOf(2.5, "a", { stations }).isBounded).toBe(true)
  })

  test("a station behind one that it blocks is refused at 1, and else unknown", () => {
    const of = (mean: number) =>
      loadOf(1, "a", {
        stations: [
          { ...station("a", 1, 0.25), to: "b" },
          { ...station("b", 1, mean), room: 3, whenFull: "block" }
        ]
      })
    expect(of(0.5)).toMatchObject({ isBounded: null, reason: "Unknown" })
    expect(of(1.5).problems[0]).toMatchObject({ subject: 'station "b"', found: 1.5 })
  })

  test("services that begin anew may take longer, but exponential ones drawn again do not", () => {
    const of = (preemption: Network.Preemption) =>
      loadOf(1, "a", {
        classes: [{ id: "x" }, { id: "y", priority: 1 }],
        sources: [{ id: "street", arrivals: poisson(1), to: "a", class: { x: 0.5, y: 0.5 } }],
        stations: [{ ...station("a", 1, 0.5), preemption }]
      })
    expect(of("resume").isBounded).toBe(true)
    expect(of("resample").isBounded).toBe(true)
    expect(of("restart").isBounded).toBe(null)
  })

  test("at most one case per server and shift goes on elsewhere", () => {
    const servers: Network.Servers = {
      kind: "schedule",
      shifts: [
        { from: 0, servers: 2 },
        { from: 8, servers: 0 }
      ],
      period: 24,
      atEnd: { kind: "elsewhere", station: "b", work: "fresh" }
    }
    const found = loadOf(3, "a", { stations: [station("a", servers, 0.25), station("b", 1, 1)] })
    // 2 cases of 0.25 in 24: (3 - 1/12) * 0.25 / (2/3) servers.
    expect(found.stations[0]!.load).toBeCloseTo(1.125, 12)
    expect(found.stations[0]!.leastLoad).toBeCloseTo(1.09375, 12)
    expect(codesOf(found)).toEqual(["LoadTooHigh"])
  })
})

test("the loads of a network with most fields lie between their bounds", () => {
  const { stations } = Network.load(Network.make(aDeclaration()))
  for (const { leastLoad, mostLoad } of stations) expect(leastLoad).toBeLessThanOrEqual(mostLoad)
  expect(stations[0]!.servers).toBeCloseTo((3 * 8 + 16) / 24, 12)
})

test("every reason has its words", () => {
  for (const reason of NetworkLoad.reasons) {
    expect(NetworkLoad.words[reason].en).toMatch(/\.$/)
    expect(NetworkLoad.words[reason].zh).toMatch(/。$/)
  }
})
