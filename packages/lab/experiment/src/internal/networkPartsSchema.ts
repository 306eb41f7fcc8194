/**
 * The structure of the parts of a network file, each field with the words that an editor shows. What
 * they must be together is checked by `Network.check`. Functions are not for files, so the kinds that
 * are code are missing here.
 */
import type { Network } from "@wangge/des"
import { Schema } from "effect"
import { schema as distribution } from "../DistributionSchema.ts"

const described = <S extends Schema.Top>(schema: S, description: string) =>
  schema.annotate({ description })

export const from0 = (description: string) =>
  described(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)), description)
export const above0 = (description: string) =>
  described(Schema.Finite.check(Schema.isGreaterThan(0)), description)
const any = (description: string) => described(Schema.Finite, description)
const share = (description: string) =>
  described(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 })), description)
const count = (minimum: number, description: string) =>
  described(Schema.Int.check(Schema.isBetween({ minimum, maximum: 0x7fffffff })), description)
const text = (description: string) => described(Schema.String, description)
const line = (pattern: RegExp, description: string) =>
  described(Schema.String.check(Schema.isPattern(pattern)), description)
const id = (description: string) => line(/^[^@/"\p{Cc}\p{Zl}\p{Zp}]{1,60}$/u, description)
const optional = Schema.optionalKey
const some = <S extends Schema.Top>(item: S, description: string) =>
  described(Schema.Array(item).check(Schema.isMinLength(1)), description)

/** A value for all, or one per class. */
const perClass = <S extends Schema.Top>(value: S) =>
  Schema.Union([
    value,
    Schema.Struct({
      kind: Schema.Literal("perClass"),
      classes: Schema.Record(Schema.String, value),
      otherwise: optional(value)
    })
  ])

const route = Schema.Union([
  text("Id of a station, or leave"),
  Schema.Struct({
    kind: Schema.Literal("chance"),
    ways: described(
      Schema.Array(
        Schema.Struct({
          probability: share("Its probability"),
          station: optional(text("Id of a station; out of the network without it")),
          as: optional(text("Id of the class that they are of from there on"))
        })
      ),
      "What the probabilities leave of 1 leaves the network"
    )
  }),
  Schema.Struct({
    kind: Schema.Literal("shortest"),
    among: some(text("Id of a station"), "To the one with the fewest customers"),
    tie: Schema.Literals(["first", "random"])
  }),
  Schema.Struct({
    kind: Schema.Literal("cycle"),
    among: some(text("Id of a station"), "To each in turn")
  })
]).annotate({ identifier: "Route" })

const arrivals = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("poisson"), rate: above0("Arrivals per time") }),
  Schema.Struct({
    kind: Schema.Literal("renewal"),
    between: distribution,
    first: optional(distribution)
  }),
  Schema.Struct({
    kind: Schema.Literal("stepped"),
    steps: some(
      Schema.Struct({ from: from0("From this time on"), rate: from0("Arrivals per time") }),
      "In order of time, the first from 0"
    ),
    period: optional(above0("The steps begin anew after it"))
  }),
  Schema.Struct({
    kind: Schema.Literal("sinusoidal"),
    mean: above0("Mean arrivals per time"),
    amplitude: share("Share of the mean by which the rate swings"),
    period: above0("Time of one swing"),
    shift: optional(any("Time by which the swing is ahead"))
  }),
  Schema.Struct({
    kind: Schema.Literal("population"),
    size: count(1, "Members"),
    away: distribution
  }),
  Schema.Struct({
    kind: Schema.Literal("given"),
    times: some(from0("Time of an arrival"), "Not falling"),
    classes: optional(Schema.Array(text("Id of a class"))),
    services: optional(Schema.Array(from0("Service time at the first station")))
  })
])

const source = Schema.Struct({
  id: id("Name of the source"),
  arrivals,
  to: route,
  class: optional(
    Schema.Union([
      text("Id of a class"),
      Schema.Record(Schema.String, share("Chance of the class"))
    ])
  ),
  batch: optional(Schema.Union([count(1, "So many at once"), distribution])),
  from: optional(from0("No arrival before")),
  until: optional(above0("No arrival after")),
  limit: optional(count(1, "Customers after which the source is dry"))
})

const servers = Schema.Union([
  count(1, "Equal servers"),
  Schema.Literal("infinite"),
  Schema.Struct({
    kind: Schema.Literal("schedule"),
    shifts: some(
      Schema.Struct({ from: from0("From this time on"), servers: count(0, "On duty") }),
      "In order of time, the first from 0"
    ),
    period: optional(above0("The shifts begin anew after it")),
    atEnd: Schema.Union([
      Schema.Struct({ kind: Schema.Literal("finish") }),
      Schema.Struct({ kind: Schema.Literal("resume") }),
      Schema.Struct({
        kind: Schema.Literal("elsewhere"),
        station: text("Id of the station where a case in hand goes on"),
        work: Schema.Literals(["remaining", "fresh"])
      })
    ])
  }),
  Schema.Struct({
    kind: Schema.Literal("skills"),
    groups: some(
      Schema.Struct({
        name: id("Name of the group"),
        servers: count(1, "Servers in it"),
        serves: some(text("Id of a class"), "Classes that they may serve"),
        service: optional(perClass(distribution))
      }),
      "Who may serve whom"
    )
  })
])

const rising = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("steps"),
    steps: some(
      Schema.Struct({ after: from0("Time since joining"), priority: any("From then on") }),
      "In order of time"
    )
  }),
  Schema.Struct({ kind: Schema.Literal("accumulating"), rate: from0("Priority per time waited") })
])

const patience = Schema.Struct({ time: distribution, to: optional(route) })

const balking = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("length"),
    fromQueue: count(0, "From so many waiting on nobody joins"),
    to: optional(route)
  }),
  Schema.Struct({
    kind: Schema.Literal("chances"),
    balk: some(share("Chance not to join"), "By the number waiting; the last one for all above"),
    to: optional(route)
  })
])

const station = Schema.Struct({
  id: id("Name of the station"),
  servers,
  service: perClass(distribution),
  to: optional(perClass(route)),
  discipline: optional(
    Schema.Literals(["first-come", "last-come", "random", "shortest", "sharing"])
  ),
  priority: optional(perClass(any("Lower numbers first"))),
  preemption: optional(Schema.Literals(["none", "resume", "restart", "resample"])),
  rising: optional(perClass(rising)),
  room: optional(count(1, "Places, those in service included")),
  whenFull: optional(Schema.Literals(["lose", "block"])),
  patience: optional(perClass(patience)),
  balking: optional(perClass(balking)),
  vacation: optional(
    Schema.Struct({ kind: Schema.Literals(["single", "multiple"]), time: distribution })
  )
})

const customerClass = Schema.Struct({
  id: id("Name of the class"),
  priority: optional(any("Lower numbers first")),
  deadline: optional(
    Schema.Struct({
      time: distribution,
      overdue: Schema.Union([
        Schema.Struct({ kind: Schema.Literal("note") }),
        Schema.Struct({ kind: Schema.Literal("raise"), priority: any("Its priority then") }),
        Schema.Struct({ kind: Schema.Literal("leave") })
      ])
    })
  )
})

export const declaration: Schema.Codec<Network.Declaration> = Schema.Struct({
  name: optional(line(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u, "Name of the network")),
  timeUnit: optional(line(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,60}$/u, "Unit of all times, in words")),
  classes: optional(some(customerClass, "Classes of customers")),
  sources: some(source, "Where customers come from"),
  stations: some(station, "Who serves them"),
  deadlock: optional(Schema.Literals(["stop", "exchange"]))
})
