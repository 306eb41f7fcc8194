/**
 * How often the intervals of network experiments cover the exact value (`aCoverage.ts`): replications
 * whose customers differ in number, replications from an empty start, and one long run.
 */
import { describe, test } from "vitest"
import * as Network from "../src/Network.ts"
import * as NetworkResult from "../src/NetworkResult.ts"
import * as Real from "../src/Real.ts"
import { covers, coversIf, expectCoverage } from "./aCoverage.ts"

const aDesk = (servers: number | "infinite", rate: number): Network.Network =>
  Network.make({
    sources: [{ id: "street", arrivals: { kind: "poisson", rate }, to: "desk" }],
    stations: [{ id: "desk", servers, service: { kind: "exponential", mean: 1 } }]
  })

/** Whether the interval of the only measure covers. */
const coversOnly = (result: NetworkResult.NetworkResult, exact: number): boolean =>
  result.judged.every(({ outcome }) => coversIf(outcome, (estimate) => covers(estimate, exact)))

const fast = { draws: "sequential", hash: false } as const

describe("intervals of network experiments", () => {
  test("replications by time cover a mean over customers, whose number varies", () => {
    const network = aDesk(1, 0.5)
    expectCoverage("network, M/M/1 at 0.5, mean sojourn, 10 x 600 of time", (seed) =>
      coversOnly(
        NetworkResult.replicate({
          ...fast,
          network,
          seed,
          measures: ["sojourn.mean"],
          horizon: 630,
          warmUp: 30,
          replications: 10
        }),
        2
      )
    )
  })

  test("replications from empty cover the number at a time and up to it, together", () => {
    const network = aDesk("infinite", 3)
    // At t the mean is 3 (1 - exp(-t)); on average up to 2, the area of that over 2.
    const exact = [3 * (1 - Real.exp(-2)), 3 * (1 - (1 - Real.exp(-2)) / 2)]
    expectCoverage(
      "network, M/M/infinity from empty, at 2 and up to 2, 12 runs, jointly",
      (seed) => {
        const { judged } = NetworkResult.replicate({
          ...fast,
          network,
          seed,
          measures: ["number.at(2)", "number.mean"],
          horizon: 2,
          replications: 12,
          isSimultaneous: true
        })
        return judged.every(({ outcome }, index) =>
          coversIf(outcome, (estimate) => covers(estimate, exact[index] ?? Number.NaN))
        )
      }
    )
  })

  test("sections of one long run cover a mean over customers", () => {
    const network = aDesk(1, 0.3)
    expectCoverage("network, M/M/1 at 0.3, mean sojourn, one run of 5,000", (seed) =>
      coversOnly(
        NetworkResult.replicate({
          ...fast,
          network,
          seed,
          measures: ["sojourn.mean"],
          customers: 5000,
          warmUp: 30,
          replications: 1
        }),
        1 / 0.7
      )
    )
  })

  // Lost of M/M/1/9 at load 0.5: about 20 in all of 10 runs, in half as many bursts.
  const room = 9
  const narrow = Network.make({
    sources: [{ id: "street", arrivals: { kind: "poisson", rate: 0.5 }, to: "desk" }],
    stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 }, room }]
  })
  const loss = Real.power(0.5, room + 1) / (1 - Real.power(0.5, room + 1))
  const rare = { ...fast, network: narrow, measures: ["lost@desk"] }

  test("replications cover a share of 1 in 1,000", () => {
    expectCoverage("network, M/M/1/9 at 0.5, lost, 10 x 4,000 of time", (seed) =>
      coversOnly(
        NetworkResult.replicate({ ...rare, seed, horizon: 4050, warmUp: 50, replications: 10 }),
        loss
      )
    )
  })

  test("sections of one long run cover a share of 1 in 1,000", () => {
    expectCoverage("network, M/M/1/9 at 0.5, lost, one run of 40,000", (seed) =>
      coversOnly(
        NetworkResult.replicate({ ...rare, seed, customers: 40_000, warmUp: 170, replications: 1 }),
        loss
      )
    )
  })
})
