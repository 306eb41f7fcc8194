/**
 * Random small networks in which all features meet, for the engine and the slow simulator to agree
 * on. Half of them keep to a lattice of half time units, so that many things happen at once; the
 * others have continuous times.
 */
import * as fc from "fast-check"
import type {
  CustomerClass,
  Declaration,
  Patience,
  Preemption,
  Source,
  Station
} from "../src/Network.ts"
import { repaired } from "./repairedNetwork.ts"
import {
  classIds,
  perClass,
  type Style,
  someAccumulating,
  someBalking,
  someRising,
  someRoute,
  someSchedule,
  someServers,
  someTime,
  stationIds
} from "./someNetworkParts.ts"

/**
 * What every station has: anything; a limited room where others wait; a fight for servers; priority
 * that accumulates; shifts and a limited room.
 */
type Accent = "none" | "tight" | "contested" | "ageing" | "shifting"

const accents = ["none", "none", "tight", "contested", "ageing", "shifting"] as const

const alwaysGiven = {
  none: ["id", "servers", "service"],
  tight: ["id", "servers", "service", "to", "room", "whenFull"],
  contested: ["id", "servers", "service", "priority", "preemption"],
  ageing: ["id", "servers", "service", "rising"],
  shifting: ["id", "servers", "service", "to", "room", "whenFull"]
} as const

const someStation = (
  style: Style,
  accent: Accent,
  place: { readonly index: number; readonly count: number }
): fc.Arbitrary<Station> => {
  const { index, count } = place
  const all = stationIds.slice(0, count)
  const later = stationIds.slice(index + 1, count)
  const patience: fc.Arbitrary<Patience> = fc.record(
    { time: someTime(style, 1, 0), to: someRoute(later, all) },
    { requiredKeys: ["time"] }
  )
  return fc.record(
    {
      id: fc.constant(stationIds[index]!),
      servers: accent === "shifting" ? someSchedule : someServers(style),
      service: perClass(someTime(style, 1.5, 0)),
      to: perClass(someRoute(later, all)),
      discipline: fc.constantFrom(
        "first-come" as const,
        "last-come" as const,
        "random" as const,
        "shortest" as const,
        ...(style === "continuous" ? (["sharing"] as const) : [])
      ),
      priority: perClass(fc.integer({ min: 0, max: 2 })),
      preemption:
        accent === "contested"
          ? fc.constantFrom<Preemption>("resume", "restart", "resample")
          : fc.constantFrom<Preemption>("none", "resume", "restart", "resample"),
      rising: accent === "ageing" ? someAccumulating : someRising(style),
      room: fc.integer({ min: 1, max: accent === "tight" ? 3 : 5 }),
      whenFull:
        accent === "tight"
          ? fc.constant("block" as const)
          : fc.constantFrom("lose" as const, "block" as const),
      patience: perClass(patience),
      balking: perClass(someBalking(later)),
      vacation: fc.record({
        kind: fc.constantFrom("single" as const, "multiple" as const),
        time: someTime(style, 1)
      })
    },
    { requiredKeys: [...alwaysGiven[accent]] }
  )
}

const someClass = (style: Style, accent: Accent, id: string): fc.Arbitrary<CustomerClass> =>
  fc.record(
    {
      id: fc.constant(id),
      priority: fc.integer({ min: 0, max: 2 }),
      deadline: fc.record({
        time: someTime(style, 3),
        overdue: fc.oneof(
          fc.constantFrom({ kind: "note" } as const, { kind: "leave" } as const),
          accent === "ageing"
            ? fc.constant({ kind: "note" } as const)
            : fc.record({
                kind: fc.constant("raise" as const),
                priority: fc.integer({ min: -1, max: 1 })
              })
        )
      })
    },
    { requiredKeys: ["id"] }
  )

const someArrivals = (style: Style): fc.Arbitrary<Source["arrivals"]> => {
  const renewal = fc.record(
    {
      kind: fc.constant("renewal" as const),
      between: someTime(style, 1),
      first: someTime(style, 1)
    },
    { requiredKeys: ["kind", "between"] }
  )
  const population = fc.record({
    kind: fc.constant("population" as const),
    size: fc.integer({ min: 1, max: 6 }),
    away: someTime(style, 3)
  })
  const times = fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 })
    .map((halves) => halves.map((half) => half / 2).sort((one, other) => one - other))
  const given = fc
    .tuple(times, fc.boolean(), fc.boolean())
    .map(([list, hasClasses, hasServices]): Source["arrivals"] => ({
      kind: "given",
      times: list,
      ...(hasClasses ? { classes: list.map((_, index) => classIds[index % 3]!) } : {}),
      ...(hasServices ? { services: list.map((_, index) => 0.5 + (index % 4) / 2) } : {})
    }))
  const continuous = fc.constantFrom<Source["arrivals"]>(
    { kind: "poisson", rate: 1.5 },
    { kind: "sinusoidal", mean: 1.2, amplitude: 1, period: 10, shift: 3 },
    {
      kind: "stepped",
      steps: [
        { from: 0, rate: 3 },
        { from: 2, rate: 0 },
        { from: 5, rate: 1 }
      ],
      period: 8
    },
    {
      kind: "stepped",
      steps: [
        { from: 0, rate: 2 },
        { from: 15, rate: 0.5 }
      ]
    }
  )
  return style === "lattice"
    ? fc.oneof(given, renewal, population)
    : fc.oneof(renewal, population, continuous, continuous, given)
}

const someSource = (style: Style, id: string, count: number): fc.Arbitrary<Source> => {
  const all = stationIds.slice(0, count)
  const batch = fc.oneof(
    fc.integer({ min: 1, max: 4 }),
    fc.constant({ kind: "discrete", values: [1, 3], probabilities: [0.5, 0.5] } as const)
  )
  return fc.record(
    {
      id: fc.constant(id),
      arrivals: someArrivals(style),
      to: someRoute(all, all),
      class: fc.constantFrom<NonNullable<Source["class"]>>(
        ...classIds,
        { plain: 0.5, urgent: 0.5 },
        { plain: 0.25, urgent: 0.25, slow: 0.5 }
      ),
      batch,
      from: fc.integer({ min: 0, max: 6 }),
      until: fc.integer({ min: 10, max: 30 }),
      limit: fc.integer({ min: 1, max: 40 })
    },
    { requiredKeys: ["id", "arrivals", "to"] }
  )
}

const ofStyle = (style: Style, accent: Accent): fc.Arbitrary<Declaration> =>
  fc
    .integer({ min: 1, max: 3 })
    .chain((count) =>
      fc.record(
        {
          classes: fc.tuple(...classIds.map((id) => someClass(style, accent, id))),
          sources: fc.oneof(
            fc.tuple(someSource(style, "door", count)),
            fc.tuple(someSource(style, "door", count), someSource(style, "phone", count))
          ),
          stations: fc.tuple(
            ...Array.from({ length: count }, (_, index) =>
              someStation(style, accent, { index, count })
            )
          ),
          deadlock: fc.constantFrom("stop" as const, "exchange" as const)
        },
        { requiredKeys: ["classes", "sources", "stations"] }
      )
    )
    .map(repaired)

/** A network that the checks let through. */
export const someNetwork: fc.Arbitrary<Declaration> = fc.oneof(
  ...accents.flatMap((accent) => [ofStyle("lattice", accent), ofStyle("continuous", accent)])
)
