/**
 * How often the intervals of runs whose length nobody said cover the exact value, where much varies: a
 * few dozen runs, or as many as WANGGE_RUNS asks for, which prints the shares.
 */
import { expect, test } from "vitest"
import * as Network from "../src/Network.ts"
import * as NetworkResult from "../src/NetworkResult.ts"

const asked = process.env["WANGGE_RUNS"]
const RUNS = asked === undefined ? 12 : Number(asked)

const exponential = (mean: number) => ({ kind: "exponential", mean }) as const

const aDesk = (rate: number, station: object = {}, source: object = {}): Network.Network =>
  Network.make({
    sources: [{ id: "street", arrivals: { kind: "poisson", rate }, to: "desk", ...source }],
    stations: [{ id: "desk", servers: 1, service: exponential(1), ...station }]
  })

/** Runs of one length that say so, and how many of them cover. */
const coverage = (
  network: Network.Network,
  measure: string,
  exact: number,
  length: Partial<NetworkResult.Experiment> = {}
): { readonly covered: number; readonly answered: number } => {
  let covered = 0
  let answered = 0
  for (let seed = 1; seed <= RUNS; seed++) {
    const { judged } = NetworkResult.replicate({
      network,
      seed,
      measures: [measure],
      replications: 1,
      draws: "sequential",
      hash: false,
      ...length
    })
    const outcome = judged[0]?.outcome
    if (outcome?.ok !== true) continue
    answered++
    if (Math.abs(outcome.value.mean - exact) <= (outcome.value.halfWidth ?? 0)) covered++
  }
  if (asked !== undefined) {
    console.log(JSON.stringify({ coverage: measure, exact, covered, answered, runs: RUNS }))
  }
  return { covered, answered }
}

// P(fewer than 9 of 12 cover) is 0.2 % at 95 %.
const LEAST = Math.floor(RUNS * (RUNS < 400 ? 0.75 : 0.91))

test.each([
  // Mean wait of M/G/1 and the first of the batch: (load + (E[B^2]/E[B] - 1) / 2) / (1 - load).
  ["batches of 20", aDesk(0.025, {}, { batch: 20 }), "wait.mean@desk", 20],
  // Mean wait of M/M/1 and the mean rest of a vacation.
  [
    "vacations of 50",
    aDesk(0.5, { vacation: { kind: "multiple", time: exponential(50) } }),
    "wait.mean@desk",
    51
  ],
  // All numbers of M/M/1/K at load 1 are equally likely.
  ["a room of 20 at load 1", aDesk(1, { room: 20 }), "number.mean@desk", 10],
  // In overload as many give up, one in 100 of those who wait per time, as cannot be served.
  [
    "patience of 100 at load 2",
    aDesk(2, { patience: { time: exponential(100) } }),
    "queue.mean@desk",
    100
  ]
] as const)("%s: intervals of the default length cover", (_, network, measure, exact) => {
  expect(coverage(network, measure, exact).covered).toBeGreaterThanOrEqual(LEAST)
})

test("runs that are far too short are mostly refused", () => {
  // 2.5 relaxation times of M/M/1/100 at load 1.
  const short = { warmUp: 7000, horizon: 9600, sectionCount: 20 }
  const { answered } = coverage(aDesk(1, { room: 100 }), "number.mean@desk", 50, short)
  expect(answered).toBeLessThanOrEqual(RUNS / 3)
})
