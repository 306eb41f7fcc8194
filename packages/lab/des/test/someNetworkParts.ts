/**
 * Random parts of networks: times, routes, servers, rising priorities and balking.
 */
import * as fc from "fast-check"
import type { Distribution } from "../src/Distribution.ts"
import type { Balking, PerClass, Rising, Route, Servers, ShiftEnd, View } from "../src/Network.ts"

export const stationIds = ["desk", "back", "lab"] as const
export const classIds = ["plain", "urgent", "slow"] as const

export type Style = "lattice" | "continuous"

/** A time of about `size` on average; on the lattice from so many halves on. */
export const someTime = (
  style: Style,
  size: number,
  leastHalves = 1
): fc.Arbitrary<Distribution> =>
  style === "lattice"
    ? fc.oneof(
        fc
          .integer({ min: leastHalves, max: Math.floor(3 * size) })
          .map((halves): Distribution => ({ kind: "deterministic", value: halves / 2 })),
        fc.constant<Distribution>({
          kind: "discrete",
          values: [size / 2, size, size * 3],
          probabilities: [0.5, 0.25, 0.25]
        })
      )
    : fc.constantFrom<Distribution>(
        { kind: "exponential", mean: size },
        { kind: "uniform", low: size / 4, high: size * 2 },
        { kind: "gamma", shape: 2, scale: size / 2 },
        { kind: "hyperexponential", means: [size / 4, size * 3], probabilities: [0.7, 0.3] },
        { kind: "lognormal", median: size, sigma: 0.5 }
      )

export const perClass = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<PerClass<Value>> =>
  fc.oneof(
    { arbitrary: value, weight: 3 },
    {
      arbitrary: fc.tuple(value, value).map(
        ([otherwise, urgent]): PerClass<Value> => ({
          kind: "perClass",
          classes: { urgent },
          otherwise
        })
      ),
      weight: 1
    }
  )

/** Answers one of the stations with some chance, by who asks and what is there. */
const wandering = (stations: ReadonlyArray<string>): Route => ({
  kind: "function",
  name: "wandering",
  stations,
  choose: (view: View) => {
    const index = Math.floor(view.uniform() * 2 * stations.length)
    const station = stations[index]
    if (station === undefined) return null
    const most = view.class === "slow" ? 4 : 6
    return view.numberAt(station) + view.visits + view.queueAt(station) > most ? null : station
  }
})

/** A way on from a station: on to later ones for sure, to any by chance. */
export const someRoute = (
  later: ReadonlyArray<string>,
  all: ReadonlyArray<string>
): fc.Arbitrary<Route> => {
  const some = fc.subarray([...all], { minLength: 1 })
  const ahead = fc.subarray([...later], { minLength: Math.min(1, later.length) })
  const simple = fc.constantFrom<Route>("leave", ...later)
  const byChance = fc
    .tuple(
      fc.constantFrom(...all),
      fc.constantFrom(0.2, 0.5),
      fc.constantFrom(undefined, ...classIds)
    )
    .map(
      ([station, probability, as]): Route => ({
        kind: "chance",
        ways: [as === undefined ? { station, probability } : { station, probability, as }]
      })
    )
  const wander = some.map((stations) => wandering(stations))
  if (later.length === 0) return fc.oneof(simple, byChance, wander)
  const shortest = fc
    .tuple(ahead, fc.constantFrom("first" as const, "random" as const))
    .map(([among, tie]): Route => ({ kind: "shortest", among, tie }))
  const cycle = ahead.map((among): Route => ({ kind: "cycle", among }))
  return fc.oneof(simple, byChance, shortest, cycle, wander)
}

const someShiftEnd: fc.Arbitrary<ShiftEnd> = fc.oneof(
  fc.constantFrom({ kind: "finish" } as const, { kind: "resume" } as const),
  fc.record({
    kind: fc.constant("elsewhere" as const),
    station: fc.constantFrom(...stationIds),
    work: fc.constantFrom("remaining" as const, "fresh" as const)
  })
)

/** Servers by a plan of two to five shifts, long or short ones, once or again and again. */
export const someSchedule: fc.Arbitrary<Servers> = fc
  .record({
    counts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 5 }),
    length: fc.constantFrom(4, 1),
    isOnce: fc.boolean(),
    atEnd: someShiftEnd
  })
  .map(({ counts, length, isOnce, atEnd }): Servers => {
    const isNobody = counts.every((count) => count === 0)
    const shifts = counts.map((count, index) => ({
      from: index * length,
      servers: index === 1 && isNobody ? 1 : count
    }))
    const plan = { kind: "schedule", shifts, atEnd } as const
    return isOnce ? plan : { ...plan, period: 5 * length }
  })

export const someServers = (style: Style): fc.Arbitrary<Servers> => {
  const count = fc.integer({ min: 1, max: 3 })
  const group = fc.record(
    {
      name: fc.constantFrom("first", "second"),
      servers: fc.integer({ min: 1, max: 2 }),
      serves: fc.subarray([...classIds], { minLength: 1 }),
      service: someTime(style, 1)
    },
    { requiredKeys: ["name", "servers", "serves"] }
  )
  const skills = fc.tuple(group, group).map(
    ([one, other]): Servers => ({
      kind: "skills",
      groups: [
        { ...one, name: "first" },
        { ...other, name: "second" }
      ]
    })
  )
  return fc.oneof(
    { arbitrary: count, weight: 5 },
    { arbitrary: fc.constant<Servers>("infinite"), weight: 1 },
    { arbitrary: someSchedule, weight: 3 },
    { arbitrary: skills, weight: 3 }
  )
}

/** Priority that accumulates at one rate or another. */
export const someAccumulating: fc.Arbitrary<PerClass<Rising>> = perClass(
  fc.integer({ min: 0, max: 3 }).map((rate): Rising => ({ kind: "accumulating", rate }))
)

/** Priority that changes by steps, or accumulates. */
export const someRising = (style: Style): fc.Arbitrary<PerClass<Rising>> => {
  const steps = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -1, max: 2 })).map(
    ([after, priority]): Rising => ({
      kind: "steps",
      steps: [
        { after: style === "lattice" ? after / 2 : after * 0.37, priority: 1 },
        { after: 2.5, priority }
      ]
    })
  )
  return fc.oneof(perClass(steps), someAccumulating)
}

export const someBalking = (later: ReadonlyArray<string>): fc.Arbitrary<Balking> => {
  const to = fc.constantFrom<Route>(
    "leave",
    ...later,
    ...later.map(
      (station): Route => ({ kind: "chance", ways: [{ station, as: "urgent", probability: 0.5 }] })
    )
  )
  const length = fc.record(
    { kind: fc.constant("length" as const), fromQueue: fc.integer({ min: 0, max: 3 }), to },
    { requiredKeys: ["kind", "fromQueue"] }
  )
  const chances = fc.record(
    { kind: fc.constant("chances" as const), balk: fc.constant([0, 0.3, 0.8]), to },
    { requiredKeys: ["kind", "balk"] }
  )
  const byFunction = fc.record(
    {
      kind: fc.constant("function" as const),
      name: fc.constant("doubting"),
      join: fc.constant(
        (view: View) =>
          (view.uniform() + (view.class === "urgent" ? 1 : 2)) /
          (2 + view.visits + view.numberAt("desk"))
      ),
      to
    },
    { requiredKeys: ["kind", "name", "join"] }
  )
  return fc.oneof(length, chances, byFunction)
}
