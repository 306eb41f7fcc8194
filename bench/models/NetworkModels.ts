/**
 * The two benchmark models as declarations: what somebody writes who describes a network and asks for
 * measures, and programs nothing. `yardsticks/README.md` defines them; the unit of time is the hour.
 *
 * One thing differs in M2: an overdue case that waits is served in order of joining the station among
 * the overdue ones there, not in order of falling due. The reference values hold for both.
 */
import { Distribution, Network, NetworkRun } from "@wangge/des"
import type { ModelResult } from "./DesModels.ts"

/** How random numbers are drawn: see `NetworkRun.make`. */
export type Draws = "addressed" | "sequential"

/** M1: Poisson arrivals at 9 an hour, 10 servers, exponential service with mean 1, one queue. */
export const m1 = (
  customerCount: number,
  seed: number,
  draws: Draws = "addressed"
): ModelResult => {
  const network = Network.make({
    sources: [
      {
        id: "street",
        arrivals: { kind: "poisson", rate: 9 },
        limit: customerCount,
        to: "desk"
      }
    ],
    stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
  })
  const run = NetworkRun.make({ network, seed, measures: ["wait.mean@desk"], draws }).runToEnd()
  return {
    size: customerCount,
    events: run.executedCount,
    values: { meanWait: run.values()[0]! }
  }
}

const GRID_COUNT = 1000
const COMMUNITY_COUNT = 100
const SUBDISTRICT_COUNT = 10

const M2_MEASURES = [
  "inTime",
  "sojourn.mean",
  "busy.mean/grid",
  "busy.mean/community",
  "busy.mean/subdistrict"
]

/** M2: cases rise through grids, communities and subdistricts against a deadline of 8 hours. */
export const m2 = (horizonHours: number, seed: number, draws: Draws = "addressed"): ModelResult => {
  const run = NetworkRun.make({
    network: cascade(),
    seed,
    measures: M2_MEASURES,
    horizon: horizonHours,
    drain: true,
    draws
  }).runToEnd()
  const [inTime, meanClose, grid, community, subdistrict] = run.values()
  return {
    size: run.parts()[3 * M2_MEASURES.indexOf("sojourn.mean") + 2]!,
    events: run.executedCount,
    values: {
      inTime: inTime!,
      meanClose: meanClose!,
      useGrid: grid! / (2 * GRID_COUNT),
      useCommunity: community! / (5 * COMMUNITY_COUNT),
      useSubdistrict: subdistrict! / (10 * SUBDISTRICT_COUNT)
    }
  }
}

/** A case is of the class of the level at which it is. */
const cascade = (): Network.Network =>
  Network.make({
    timeUnit: "hour",
    classes: [
      {
        id: "grid",
        priority: 1,
        deadline: {
          time: { kind: "deterministic", value: 8 },
          overdue: { kind: "raise", priority: 0 }
        }
      },
      { id: "community", priority: 1 },
      { id: "subdistrict", priority: 1 }
    ],
    sources: Array.from({ length: GRID_COUNT }, (_, grid) => ({
      id: `street ${grid}`,
      arrivals: { kind: "poisson" as const, rate: 1.6 },
      class: "grid",
      to: `grid ${grid}`
    })),
    stations: [
      ...stationsOf("grid", { count: GRID_COUNT, servers: 2, mean: 1 }, (grid) =>
        rising("community", Math.floor(grid / 10), 0.2)
      ),
      ...stationsOf("community", { count: COMMUNITY_COUNT, servers: 5, mean: 1.25 }, (community) =>
        rising("subdistrict", Math.floor(community / 10), 0.1)
      ),
      ...stationsOf(
        "subdistrict",
        { count: SUBDISTRICT_COUNT, servers: 10, mean: 2.5 },
        () => "leave"
      )
    ]
  })

const stationsOf = (
  level: string,
  {
    count,
    mean,
    servers
  }: { readonly count: number; readonly servers: number; readonly mean: number },
  to: (place: number) => Network.Route
): ReadonlyArray<Network.Station> => {
  const service = Distribution.lognormalByMean({ mean, sigma: 0.8 })
  return Array.from({ length: count }, (_, place) => ({
    id: `${level} ${place}`,
    servers,
    service,
    to: to(place)
  }))
}

const rising = (level: string, place: number, probability: number): Network.Route => ({
  kind: "chance",
  ways: [{ station: `${level} ${place}`, as: level, probability }, { probability: 1 - probability }]
})
