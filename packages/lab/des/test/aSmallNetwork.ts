/**
 * Random small networks that meet most features, for laws about what is measured.
 */
import fc from "fast-check"
import * as Network from "../src/Network.ts"

const aTime = fc.constantFrom(
  { kind: "exponential", mean: 0.8 } as const,
  { kind: "deterministic", value: 1 } as const,
  { kind: "uniform", low: 0, high: 2 } as const
)

const servers = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 1, arbitrary: fc.constant("infinite" as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("finish", "resume").map(
      (kind) =>
        ({
          kind: "schedule",
          shifts: [
            { from: 0, servers: 2 },
            { from: 3, servers: 0 },
            { from: 4, servers: 1 }
          ],
          period: 7,
          atEnd: { kind }
        }) as const
    )
  }
)

const someTimes = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 })

const aStation = (id: string) =>
  fc.record({
    id: fc.constant(id),
    servers,
    service: aTime,
    to: fc.constantFrom(
      undefined,
      {
        kind: "chance",
        ways: [
          { station: "a", probability: 0.3 },
          { station: "b", probability: 0.4, as: "two" }
        ]
      } as const,
      { kind: "chance", ways: [{ station: "b", probability: 0.6 }] } as const
    ),
    discipline: someTimes(
      fc.constantFrom("first-come", "last-come", "random", "shortest", "sharing")
    ),
    preemption: someTimes(fc.constantFrom("resume", "restart", "resample")),
    room: someTimes(fc.integer({ min: 3, max: 5 })),
    whenFull: someTimes(fc.constantFrom("lose", "block")),
    patience: someTimes(aTime.map((time) => ({ time }))),
    balking: someTimes(
      fc.constantFrom(
        { kind: "length", fromQueue: 2 } as const,
        {
          kind: "chances",
          balk: [0, 0.3, 0.6]
        } as const
      )
    ),
    vacation: someTimes(aTime.map((time) => ({ kind: "single", time }) as const))
  })

const aClass = (id: string, priority: number) =>
  fc.record({
    id: fc.constant(id),
    priority: fc.constant(priority),
    deadline: someTimes(
      fc.record({
        time: aTime,
        overdue: fc.constantFrom(
          { kind: "note" } as const,
          { kind: "raise", priority: -1 } as const,
          { kind: "leave" } as const
        )
      })
    )
  })

const aSource = fc.record({
  id: fc.constant("door"),
  arrivals: fc.constantFrom(
    { kind: "poisson", rate: 2 } as const,
    { kind: "renewal", between: { kind: "deterministic", value: 0.5 } } as const,
    { kind: "population", size: 4, away: { kind: "exponential", mean: 1 } } as const
  ),
  to: fc.constantFrom("a", {
    kind: "chance",
    ways: [
      { station: "a", probability: 0.5 },
      { station: "b", probability: 0.5 }
    ]
  } as const),
  class: fc.constant({ one: 0.5, two: 0.5 })
})

/** What is not there is left out, so that features of one station need not fit one another's absence. */
const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(without)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([field, part]) => [field, without(part)])
  )
}

/** A declaration that is a network. */
export const aSmallNetwork: fc.Arbitrary<Network.Declaration> = fc
  .record({
    classes: fc.tuple(aClass("one", 0), aClass("two", 1)),
    sources: fc.tuple(aSource),
    stations: fc.tuple(aStation("a"), aStation("b")),
    deadlock: fc.constantFrom("stop", "exchange")
  })
  .map(without)
  .filter(
    (declaration): declaration is Network.Declaration => Network.check(declaration).length === 0
  )
