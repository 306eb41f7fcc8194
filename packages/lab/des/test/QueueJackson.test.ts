import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as QueueJackson from "../src/QueueJackson.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import { meanOf, near, steadyState } from "./aChain.ts"

const station = (name: string, arrivalRate: number, serviceRate: number, serverCount: number) => ({
  name,
  arrivalRate,
  serviceRate,
  serverCount
})

describe("QueueJackson", () => {
  test("two stations that send customers to and fro: as the chain of both", () => {
    const stations = [station("a", 0.5, 2, 1), station("b", 0.2, 1, 2)]
    const routing = [
      [0.1, 0.6],
      [0.3, 0]
    ]
    const last = 45
    const chain = steadyState([0, 0], ([a = 0, b = 0]) => {
      const [fromA, fromB] = [a > 0 ? 2 : 0, Math.min(b, 2)]
      return [
        [a < last ? 0.5 : 0, [a + 1, b]],
        [b < last ? 0.2 : 0, [a, b + 1]],
        [b < last ? fromA * 0.6 : 0, [a - 1, b + 1]],
        [fromA * 0.3, [a - 1, b]],
        [a < last ? fromB * 0.3 : 0, [a + 1, b - 1]],
        [fromB * 0.7, [a, b - 1]]
      ]
    })
    const network = QueueProblem.trust(QueueJackson.make({ stations, routing }))
    near(
      network.stations[0]!.meanInSystem,
      meanOf(chain, ([a = 0]) => a),
      1e-8
    )
    near(
      network.stations[1]!.meanInSystem,
      meanOf(chain, ([, b = 0]) => b),
      1e-8
    )
    near(network.meanSojourn, meanOf(chain, ([a = 0, b = 0]) => a + b) / 0.7, 1e-8)
  })

  test("flows balance: what comes in at a station is what goes to it", () => {
    const row = fc.array(fc.double({ min: 0, max: 0.24, noNaN: true }), {
      minLength: 4,
      maxLength: 4
    })
    const rates = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: 4,
      maxLength: 4
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), rates, (routing, outside) => {
        const stations = outside.map((rate, index) => station(`s${index}`, rate, 1, 200))
        const network = QueueProblem.trust(QueueJackson.make({ stations, routing }))
        const flows = network.stations.map(({ arrivalRate }) => arrivalRate)
        for (const [to, flow] of flows.entries()) {
          const inside = flows.reduce((sum, from, index) => sum + from * routing[index]![to]!, 0)
          near(flow, outside[to]! + inside, 1e-12)
        }
        const leaving = flows.reduce((sum, flow, from) => {
          return sum + flow * (1 - routing[from]!.reduce((total, chance) => total + chance, 0))
        }, 0)
        near(leaving, network.arrivalRate, 1e-12)
      }),
      { numRuns: 150 }
    )
  })

  test("a tandem adds its stations; visits count every pass", () => {
    const stations = [station("a", 1, 2, 1), station("b", 0, 4, 1), station("c", 0, 3, 1)]
    const routing = [
      [0, 1, 0],
      [0, 0.5, 0.5],
      [0, 0, 0]
    ]
    const network = QueueProblem.trust(QueueJackson.make({ stations, routing }))
    expect(network.visits).toEqual([1, 2, 1])
    near(network.meanSojourn, 1 / (2 - 1) + 2 / (4 - 2) + 1 / (3 - 1), 1e-14)
  })

  test("what cannot be is refused, and the station named", () => {
    const problems = (
      stations: ReadonlyArray<QueueJackson.Station>,
      routing: ReadonlyArray<ReadonlyArray<number>>
    ) => {
      const made = QueueJackson.make({ stations, routing })
      return made.ok ? [] : made.problems.map(({ code, subject, found }) => [code, subject, found])
    }
    const desk = station("desk", 1, 2, 1)
    expect(problems([desk], [[0.5]])).toEqual([["Unstable", "desk", 1]])
    expect(problems([desk], [[0.5 - 1e-9]])).toEqual([])
    expect(problems([desk], [[1]])).toEqual([["NoWayOut", "desk", "no way out"]])
    expect(problems([desk], [[1.1]])).toEqual([["BadNumber", "desk.routing[0]", 1.1]])
    expect(problems([desk], [])).toEqual([["BadLength", "routing", 0]])
    expect(problems([desk], [[0, 0]])).toEqual([["BadLength", "routing[0]", 2]])
    expect(problems([], [])).toEqual([["BadNumber", "stations.length", 0]])
    const trap = [desk, station("trap", 0, 5, 1)]
    expect(
      problems(trap, [
        [0, 0.5],
        [0, 1]
      ])
    ).toEqual([["NoWayOut", "trap", "no way out"]])
    expect(
      problems(trap, [
        [0.7, 0.7],
        [0, 0]
      ])[0]
    ).toEqual(["BadSum", "desk.routing", 1.4])
    expect(
      problems(trap, [
        [0, 0],
        [0, 0]
      ])
    ).toEqual([["BadNumber", "trap.flow", 0]])
    expect(problems([station("desk", -1, 2, 1)], [[0]])).toEqual([
      ["BadNumber", "desk.arrivalRate", -1]
    ])
  })
})
