/**
 * Declarations of networks for tests: a good one that uses most fields, changes at one place of it,
 * and random ones of which most have something wrong.
 */
import * as fc from "fast-check"
import type * as Network from "../src/Network.ts"

export const exponential = (mean: number) => ({ kind: "exponential", mean }) as const

export const poisson = (rate: number) => ({ kind: "poisson", rate }) as const

/** A front desk that refers some callers to experts, some of whom call back. */
export const aDeclaration = (): Network.Declaration => ({
  classes: [
    { id: "plain" },
    {
      id: "urgent",
      priority: -1,
      deadline: { time: exponential(5), overdue: { kind: "raise", priority: -2 } }
    }
  ],
  sources: [
    { id: "street", arrivals: poisson(2), to: "desk", class: { plain: 0.75, urgent: 0.25 } },
    {
      id: "letters",
      arrivals: { kind: "given", times: [0, 1, 1, 4], services: [1, 1, 2, 1] },
      to: { kind: "shortest", among: ["desk", "experts"], tie: "first" }
    }
  ],
  stations: [
    {
      id: "desk",
      servers: {
        kind: "schedule",
        shifts: [
          { from: 0, servers: 3 },
          { from: 8, servers: 1 }
        ],
        period: 24,
        atEnd: { kind: "resume" }
      },
      service: {
        kind: "perClass",
        classes: { urgent: exponential(0.2) },
        otherwise: exponential(0.3)
      },
      to: {
        kind: "chance",
        ways: [
          { probability: 0.2, station: "experts" },
          { probability: 0.1, station: "desk", as: "urgent" }
        ]
      },
      preemption: "resume",
      room: 50,
      patience: { kind: "perClass", classes: { plain: { time: exponential(10) } } }
    },
    {
      id: "experts",
      servers: {
        kind: "skills",
        groups: [
          { name: "all", servers: 1, serves: ["plain", "urgent"] },
          { name: "senior", servers: 1, serves: ["urgent"], service: exponential(0.5) }
        ]
      },
      service: exponential(1),
      rising: { kind: "steps", steps: [{ after: 1, priority: -1 }] },
      balking: { kind: "chances", balk: [0, 0, 0.5] }
    }
  ]
})

/** The declaration, as data of any kind, with another value at a place such as `stations.0.room`. */
export const changed = (declaration: unknown, path: string, value: unknown): unknown => {
  const [first, ...rest] = path.split(".")
  const next = (part: unknown) => (rest.length === 0 ? value : changed(part, rest.join("."), value))
  if (Array.isArray(declaration)) {
    return declaration.map((part, index) => (String(index) === first ? next(part) : part))
  }
  const entries = Object.entries(Object(declaration))
  const others = entries.filter(([field]) => field !== first)
  const old = entries.find(([field]) => field === first)?.[1]
  return Object.fromEntries([...others, [first, next(old)]])
}

/** One of the good values, and now and then one of the bad ones. */
const mostly = (good: ReadonlyArray<unknown>, bad: ReadonlyArray<unknown>) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) }
  )

/** A record of needed fields, and of others that are there now and then. */
const optional = (
  needed: Record<string, fc.Arbitrary<unknown>>,
  others: Record<string, fc.Arbitrary<unknown>>
) =>
  fc.record({
    ...needed,
    ...Object.fromEntries(
      Object.entries(others).map(([field, value]) => [
        field,
        fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
      ])
    )
  })

const ofKind = (kind: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ kind: fc.constant(kind), ...fields })

const number = mostly([0.25, 0.5, 1, 2, 3], [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
const id = mostly(["a", "b"], ["c", "", "a@b"])
const distribution = fc.oneof(
  ofKind("exponential", { mean: number }),
  ofKind("deterministic", { value: number }),
  ofKind("mixture", {
    parts: fc.constant([exponential(1), exponential(2)]),
    probabilities: mostly([[0.5, 0.5]], [[1, 1], []])
  })
)

const perClass = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 4, arbitrary: value },
    {
      weight: 1,
      arbitrary: optional(
        {
          kind: fc.constant("perClass"),
          classes: fc.record({ x: value, y: value })
        },
        { otherwise: value }
      )
    },
    { weight: 1, arbitrary: ofKind("perClass", { classes: fc.record({ z: value }) }) }
  )

const way = optional(
  { probability: mostly([0, 0.25, 0.5], [1, -0.5, Number.NaN]), station: id },
  { as: fc.constantFrom("x", "y") }
)
const route = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(id, fc.constant("leave")) },
  { weight: 4, arbitrary: ofKind("chance", { ways: fc.array(way, { maxLength: 2 }) }) },
  {
    weight: 1,
    arbitrary: ofKind("shortest", {
      among: mostly([["a", "b"], ["b"]], [[], ["a", "a"]]),
      tie: fc.constantFrom("first", "random")
    })
  },
  {
    weight: 1,
    arbitrary: ofKind("cycle", { among: fc.array(id, { minLength: 1, maxLength: 3 }) })
  }
)

const source = (name: string) =>
  optional(
    {
      id: mostly([name], ["s"]),
      arrivals: fc.oneof(
        ofKind("poisson", { rate: number }),
        ofKind("renewal", { between: distribution }),
        ofKind("population", { size: mostly([1, 5], [0.5]), away: distribution }),
        ofKind("given", { times: mostly([[0, 1, 1]], [[], [2, 1]]) }),
        ofKind("stepped", {
          steps: mostly(
            [
              [
                { from: 0, rate: 1 },
                { from: 2, rate: 0 }
              ]
            ],
            [[]]
          ),
          period: fc.constantFrom(3, 4)
        })
      ),
      to: route,
      class: mostly(["x", "y", { x: 0.5, y: 0.5 }], [{ x: 1, y: 1 }])
    },
    { batch: fc.oneof(fc.constant(2), distribution), limit: mostly([1, 5], [0.5]) }
  )

const servers = fc.oneof(
  { weight: 4, arbitrary: mostly([1, 2, 3], [0, 1.5]) },
  { weight: 1, arbitrary: fc.constant("infinite") },
  {
    weight: 1,
    arbitrary: ofKind("schedule", {
      shifts: fc.constantFrom(
        [{ from: 0, servers: 1 }],
        [
          { from: 0, servers: 2 },
          { from: 1, servers: 0 }
        ]
      ),
      period: fc.constantFrom(4, 8),
      atEnd: fc.constantFrom(
        { kind: "finish" },
        { kind: "resume" },
        { kind: "elsewhere", station: "b", work: "fresh" }
      )
    })
  },
  {
    weight: 1,
    arbitrary: ofKind("skills", {
      groups: fc.constantFrom(
        [
          { name: "one", servers: 1, serves: ["x"] },
          { name: "two", servers: 2, serves: ["x", "y"] }
        ],
        [{ name: "one", servers: 1, serves: ["y"] }]
      )
    })
  }
)

const station = (name: string) =>
  optional(
    { id: fc.constant(name), servers, service: perClass(distribution) },
    {
      to: perClass(route),
      discipline: fc.constantFrom("first-come", "last-come", "random", "shortest", "sharing"),
      preemption: fc.constantFrom("none", "resume", "restart", "resample"),
      room: mostly([3, 5], [1, 0]),
      whenFull: fc.constantFrom("lose", "block"),
      patience: perClass(fc.record({ time: distribution }))
    }
  )

/** Declarations of which most have something wrong. */
export const arbitraryDeclaration = optional(
  {
    classes: fc.constant([{ id: "x" }, { id: "y", priority: 1 }]),
    sources: fc.tuple(source("s"), source("t")),
    stations: fc.tuple(station("a"), station("b"))
  },
  { deadlock: fc.constantFrom("stop", "exchange") }
)

/** Declarations of which most are good: a chain of stations, some with feedback. */
export const arbitraryOpenNetwork = fc
  .array(
    fc.record({
      rate: fc.double({ min: 0.01, max: 2, noNaN: true }),
      mean: fc.double({ min: 0.01, max: 2, noNaN: true }),
      servers: fc.integer({ min: 1, max: 20 }),
      row: fc.array(fc.double({ min: 0, max: 0.24, noNaN: true }), { minLength: 4, maxLength: 4 })
    }),
    { minLength: 1, maxLength: 4 }
  )
  .map((parts) => ({
    declaration: {
      sources: parts.map(({ rate }, index) => ({
        id: `from${index}`,
        arrivals: poisson(rate),
        to: `s${index}`
      })),
      stations: parts.map(({ mean, servers: count, row }, index) => ({
        id: `s${index}`,
        servers: count,
        service: exponential(mean),
        to: {
          kind: "chance" as const,
          ways: parts.map((_, to) => ({ probability: row[to]!, station: `s${to}` }))
        }
      }))
    },
    jackson: {
      stations: parts.map(({ rate, mean, servers: count }, index) => ({
        name: `s${index}`,
        arrivalRate: rate,
        serviceRate: 1 / mean,
        serverCount: count
      })),
      routing: parts.map(({ row }) => row.slice(0, parts.length))
    }
  }))
