import { describe, expect, test } from "vitest"
import type * as Distribution from "../src/Distribution.ts"
import * as QueueBatch from "../src/QueueBatch.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import * as QueueSingle from "../src/QueueSingle.ts"
import { meanOf, near, steadyState } from "./aChain.ts"

const sizes: ReadonlyArray<QueueBatch.Options["batchSize"]> = [
  { kind: "deterministic", value: 3 },
  { kind: "discrete", values: [1, 4], probabilities: [0.5, 0.5] },
  { kind: "empirical", values: [1, 2, 2, 6] }
]

const chanceOf = (
  size: QueueBatch.Options["batchSize"]
): ReadonlyArray<readonly [number, number]> => {
  if (size.kind === "deterministic") return [[size.value, 1]]
  if (size.kind === "empirical") return size.values.map((value) => [value, 1 / size.values.length])
  return size.values.map((value, index) => [value, size.probabilities[index]!])
}

describe("QueueBatch", () => {
  test.each(sizes)("%o, exponential service: as the chain that jumps up", (batchSize) => {
    const batchRate = 0.2
    const chain = steadyState([0], ([count = 0]) => [
      ...chanceOf(batchSize).map(([size, chance]) => {
        return [count + size <= 350 ? batchRate * chance : 0, [count + size]] as const
      }),
      [count > 0 ? 1 : 0, [count - 1]] as const
    ])
    const queue = QueueProblem.trust(
      QueueBatch.make({ batchRate, batchSize, service: { kind: "exponential", mean: 1 } })
    )
    near(
      queue.meanInSystem,
      meanOf(chain, ([count = 0]) => count),
      1e-8
    )
    near(
      queue.utilisation,
      meanOf(chain, ([count = 0]) => (count > 0 ? 1 : 0)),
      1e-9
    )
    // Who comes first in a batch finds what anybody finds, a service each.
    near(queue.meanFirstWait, queue.meanInSystem, 1e-12)
  })

  test("batches of one are no batches; a batch is a customer for its first", () => {
    const service = { kind: "uniform", low: 0, high: 2 } as const
    const alone = QueueProblem.trust(
      QueueBatch.make({ batchRate: 0.6, batchSize: { kind: "deterministic", value: 1 }, service })
    )
    const single = QueueProblem.trust(QueueSingle.make({ arrivalRate: 0.6, service }))
    near(alone.meanWait, single.meanWait, 1e-14)
    near(alone.meanFirstWait, single.meanWait, 1e-14)
    const erlang = QueueProblem.trust(
      QueueSingle.make({ arrivalRate: 0.2, service: { kind: "erlang", phases: 3, mean: 3 } })
    )
    const batches = QueueProblem.trust(
      QueueBatch.make({
        batchRate: 0.2,
        batchSize: { kind: "deterministic", value: 3 },
        service: { kind: "exponential", mean: 1 }
      })
    )
    near(batches.meanFirstWait, erlang.meanWait, 1e-14)
    near(batches.meanWait, erlang.meanWait + 1, 1e-14)
  })

  test("sizes that are no counts, and a load of 1, are refused", () => {
    const codes = (batchSize: QueueBatch.Options["batchSize"], batchRate = 0.1) => {
      const service: Distribution.Distribution = { kind: "exponential", mean: 1 }
      const made = QueueBatch.make({ batchRate, batchSize, service })
      return made.ok ? [] : made.problems.map(({ code, found }) => [code, found])
    }
    expect(codes({ kind: "deterministic", value: 0 })).toEqual([["BadNumber", 0]])
    expect(codes({ kind: "empirical", values: [1, 1.5] })).toEqual([["BadNumber", 1.5]])
    expect(codes({ kind: "empirical", values: [-1] })[0]?.[0]).toBe("BadDistribution")
    expect(codes({ kind: "deterministic", value: 4 }, 0.25)).toEqual([["Unstable", 1]])
  })
})
