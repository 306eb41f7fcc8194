import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Network from "../src/Network.ts"
import * as NetworkProblem from "../src/NetworkProblem.ts"
import {
  aDeclaration,
  arbitraryDeclaration,
  changed,
  exponential,
  poisson
} from "./aDeclaration.ts"

describe("a network", () => {
  test("has every default filled in, and the rest as it was declared", () => {
    const { declaration } = Network.make({
      sources: [{ id: "street", arrivals: poisson(1), to: "desk" }],
      stations: [{ id: "desk", servers: 1, service: exponential(0.5) }]
    })
    expect(declaration).toEqual({
      name: "network",
      timeUnit: "second",
      classes: [{ id: "customer", priority: 0 }],
      sources: [
        { id: "street", arrivals: poisson(1), to: "desk", class: "customer", batch: 1, from: 0 }
      ],
      stations: [
        {
          id: "desk",
          servers: 1,
          service: exponential(0.5),
          to: "leave",
          discipline: "first-come",
          preemption: "none",
          whenFull: "lose"
        }
      ],
      deadlock: "stop"
    })
  })

  test("does not change with the declaration that it was made from, nor by itself", () => {
    const given = { kind: "empirical" as const, values: [1, 2] }
    const network = Network.make({
      sources: [{ id: "street", arrivals: poisson(1), to: "desk" }],
      stations: [{ id: "desk", servers: 1, service: given }]
    })
    given.values.push(1000)
    const { service } = network.declaration.stations[0]!
    expect(service).toEqual({ kind: "empirical", values: [1, 2] })
    expect(Object.isFrozen(service)).toBe(true)
    expect(Object.isFrozen(Object(service).values)).toBe(true)
  })

  test("made of its own declaration is the same network", () => {
    const network = Network.make(aDeclaration())
    const again = Network.make(JSON.parse(JSON.stringify(network.declaration)))
    expect(Network.toText(again)).toBe(Network.toText(network))
  })

  test("has another text when anything differs", () => {
    const one = Network.make(aDeclaration())
    const other = changed(aDeclaration(), "stations.0.room", 51)
    expect(Network.check(other)).toEqual([])
    expect(JSON.stringify(other)).not.toBe(Network.toText(one))
  })

  test("with problems throws them all, in words", () => {
    const wrong = {
      sources: [{ id: "street", arrivals: poisson(-1), to: "dsek" }],
      stations: [{ id: "desk", servers: 0, service: exponential(0.5) }]
    }
    const problems = Network.check(wrong)
    expect(problems.map(({ code }) => code)).toEqual(["BadNumber", "UnknownName", "BadNumber"])
    const thrown = (() => {
      try {
        return Network.make(wrong)
      } catch (error) {
        return error
      }
    })()
    expect(thrown).toBeInstanceOf(Network.NetworkError)
    expect(thrown).toBeInstanceOf(RangeError)
    expect(thrown).toMatchObject({ problems })
    expect(String(thrown)).toContain('source "street": to: there is no station "dsek"')
    expect(String(thrown)).toContain('station "desk": servers: 0 cannot be')
  })

  test("is made exactly if the check finds nothing; nothing else is ever thrown", () => {
    let good = 0
    fc.assert(
      fc.property(arbitraryDeclaration, (declared) => {
        const problems = Network.check(declared)
        for (const problem of problems) {
          expect(NetworkProblem.describe(problem).en).toContain(problem.subject)
        }
        try {
          const network = Network.make(declared as never)
          expect(problems).toEqual([])
          expect(Network.load(network).stations).toHaveLength(2)
          good++
        } catch (error) {
          expect(error).toBeInstanceOf(Network.NetworkError)
          expect(problems.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400, seed: 11 }
    )
    expect(good).toBeGreaterThan(3)
  })

  test("is refused, never a crash, for data of any kind", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.json().map((text) => JSON.parse(text))
        ),
        (data) => {
          expect(Network.check(data).length).toBeGreaterThan(0)
        }
      ),
      { numRuns: 200, seed: 12 }
    )
  })

  test("with a value of the wrong kind anywhere is refused, never a crash", () => {
    const places = pathsOf(aDeclaration())
    const junk = fc.constantFrom(null, "", -1, Number.NaN, [], {}, true, { kind: "perClass" })
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (path, value) => {
        const declared = changed(aDeclaration(), path, value)
        const problems = Network.check(declared)
        if (problems.length > 0) {
          expect(() => Network.make(declared as never)).toThrow(Network.NetworkError)
        } else {
          expect(Network.make(declared as never).declaration.stations).toHaveLength(2)
        }
      }),
      { numRuns: 400, seed: 13 }
    )
  })
})

const pathsOf = (value: unknown, before = ""): ReadonlyArray<string> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([field, part]) => [
        `${before}${field}`,
        ...pathsOf(part, `${before}${field}.`)
      ])
    : []
