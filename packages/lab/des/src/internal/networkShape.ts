/**
 * The shape of a declared network in data of any kind: which fields there are, and what each must be
 * before its number can be judged at all. What the numbers must be together is in
 * networkChecks.ts.
 */
import type { Declaration } from "../Network.ts"
import { make, type NetworkProblem } from "../NetworkProblem.ts"
import { shapeProblems } from "./distributionShape.ts"
import { badShape, named } from "./networkWords.ts"

/** What is wrong with a value that should have a certain shape; `at` says where it stands. */
type Shape = (value: unknown, at: string) => ReadonlyArray<NetworkProblem>

type Fields = Readonly<Record<string, Shape>>

/** What is wrong with the shape of data that should be a declaration. */
export const declarationShapeProblems = (data: unknown): ReadonlyArray<NetworkProblem> => {
  const endless = depthProblems(data)
  return endless.length > 0 ? endless : declaration(data, "network")
}

/** Lists and objects inside each other; what has a meaning needs less than half as many. */
const DEPTH_MAX = 64

/** The problem of data that are nested without end, as in a ring; others may then go into them. */
export const depthProblems = (data: unknown): ReadonlyArray<NetworkProblem> => {
  let level = partsOf([data])
  for (let depth = 1; level.size > 0; depth += 1) {
    if (depth > DEPTH_MAX) {
      return [make("TooDeep", "network", `more than ${DEPTH_MAX}`, `at most ${DEPTH_MAX}`)]
    }
    level = partsOf([...level].flatMap((one): ReadonlyArray<unknown> => Object.values(one)))
  }
  return []
}

/** Each part once, however often it is used. */
const partsOf = (values: ReadonlyArray<unknown>): ReadonlySet<object> =>
  new Set(values.filter((value) => typeof value === "object" && value !== null))

/** Whether data have the shape of a declaration; its numbers may still be wrong. */
export const isDeclaration = (data: unknown): data is Declaration =>
  declarationShapeProblems(data).length === 0

const ofType =
  (type: "number" | "string" | "function", expected: string): Shape =>
  (value, at) =>
    typeof value === type ? [] : [badShape(at, value, expected)]

const number = ofType("number", "a number")
const text = ofType("string", "a text")
const code = ofType("function", "a function")

const oneOf =
  (...known: ReadonlyArray<string>): Shape =>
  (value, at) =>
    known.some((word) => word === value) ? [] : [badShape(at, value, `one of ${known.join(", ")}`)]

/** Lists name their items by id where these have one. */
const list =
  (item: Shape, noun?: string): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return [badShape(at, value, "a list")]
    return Array.from(value, (one: unknown, index) =>
      item(one, noun === undefined ? `${at}[${index}]` : placeOf(noun, one, index))
    ).flat()
  }

const placeOf = (noun: string, item: unknown, index: number): string =>
  isRecord(item) && typeof item.id === "string" ? named(noun, item.id) : `${noun} ${index + 1}`

/** An object with these fields and no others. */
const record =
  (needed: Fields, optional: Fields = {}): Shape =>
  (value, at) => {
    if (!isRecord(value)) return [badShape(at, value, "an object")]
    const names = [...Object.keys(needed), ...Object.keys(optional)]
    return [
      ...Object.entries(needed).flatMap(([field, shape]) =>
        value[field] === undefined
          ? [missing(shape, within(at, field))]
          : shape(value[field], within(at, field))
      ),
      ...Object.entries(optional).flatMap(([field, shape]) =>
        value[field] === undefined ? [] : shape(value[field], within(at, field))
      ),
      ...Object.keys(value)
        .filter((field) => !names.includes(field))
        .map((field) => badShape(within(at, field), value[field], `one of ${names.join(", ")}`))
    ]
  }

/** What should stand where nothing does: what its shape says of nothing, or just a value. */
const missing = (shape: Shape, at: string): NetworkProblem =>
  shape(undefined, at).find(({ subject }) => subject === at) ?? badShape(at, undefined, "a value")

/** Fields of an item stand after a colon, fields of fields after a point. */
const within = (at: string, field: string): string =>
  at === "network" ? field : at.endsWith('"') ? `${at}: ${field}` : `${at}.${field}`

const any: Shape = () => []

/** An object whose `kind` says which fields it has. */
const byKind =
  (kinds: Readonly<Record<string, Shape>>, expected = "an object with a kind"): Shape =>
  (value, at) => {
    if (!isRecord(value)) return [badShape(at, value, expected)]
    const kind = value.kind
    return typeof kind === "string" && Object.hasOwn(kinds, kind)
      ? kinds[kind]!(value, at)
      : [badShape(within(at, "kind"), kind, `one of ${Object.keys(kinds).join(", ")}`)]
  }

const ofKind = (needed: Fields, optional: Fields = {}): Shape =>
  record({ kind: any, ...needed }, optional)

/** Values under names of the reader's own choice. */
const underNames =
  (item: Shape): Shape =>
  (value, at) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, one]) => item(one, within(at, name)))
      : [badShape(at, value, "an object")]

/** A text or number of its own, or something larger. */
const either =
  (is: (value: unknown) => boolean, simple: Shape, other: Shape): Shape =>
  (value, at) =>
    is(value) ? simple(value, at) : other(value, at)

const isText = (value: unknown): boolean => typeof value === "string"
const isNumber = (value: unknown): boolean => typeof value === "number"

const perClass = (item: Shape): Shape =>
  either(
    (value) => isRecord(value) && value.kind === "perClass",
    ofKind({ classes: underNames(item) }, { otherwise: item }),
    item
  )

const distribution: Shape = (value, at) =>
  isRecord(value)
    ? shapeProblems(value).map((problem) =>
        badShape(within(at, problem.field), problem.value, problem.expected)
      )
    : [badShape(at, value, "an object with a kind")]

const route = either(
  isText,
  text,
  byKind(
    {
      chance: ofKind({ ways: list(record({ probability: number }, { station: text, as: text })) }),
      shortest: ofKind({ among: list(text), tie: oneOf("first", "random") }),
      cycle: ofKind({ among: list(text) }),
      function: ofKind({ name: text, stations: list(text), choose: code })
    },
    "the id of a station, leave, or an object with a kind"
  )
)

const arrivals = byKind({
  poisson: ofKind({ rate: number }),
  renewal: ofKind({ between: distribution }, { first: distribution }),
  stepped: ofKind({ steps: list(record({ from: number, rate: number })) }, { period: number }),
  sinusoidal: ofKind({ mean: number, amplitude: number, period: number }, { shift: number }),
  population: ofKind({ size: number, away: distribution }),
  given: ofKind({ times: list(number) }, { classes: list(text), services: list(number) })
})

const source = record(
  { id: text, arrivals, to: route },
  {
    class: either(isText, text, underNames(number)),
    batch: either(isNumber, number, distribution),
    from: number,
    until: number,
    limit: number
  }
)

const atEnd = byKind({
  finish: ofKind({}),
  resume: ofKind({}),
  elsewhere: ofKind({ station: text, work: oneOf("remaining", "fresh") })
})

const group = record(
  { name: text, servers: number, serves: list(text) },
  { service: perClass(distribution) }
)

const SERVERS = "a number, infinite, or an object with a kind"

const servers = either(
  isNumber,
  number,
  either(
    isText,
    (value, at) => (value === "infinite" ? [] : [badShape(at, value, SERVERS)]),
    byKind(
      {
        schedule: ofKind(
          { shifts: list(record({ from: number, servers: number })), atEnd },
          { period: number }
        ),
        skills: ofKind({ groups: list(group) })
      },
      SERVERS
    )
  )
)

const rising = byKind({
  steps: ofKind({ steps: list(record({ after: number, priority: number })) }),
  accumulating: ofKind({ rate: number })
})

const balking = byKind({
  length: ofKind({ fromQueue: number }, { to: route }),
  chances: ofKind({ balk: list(number) }, { to: route }),
  function: ofKind({ name: text, join: code }, { to: route })
})

const vacation = byKind({
  single: ofKind({ time: distribution }),
  multiple: ofKind({ time: distribution })
})

const station = record(
  { id: text, servers, service: perClass(distribution) },
  {
    to: perClass(route),
    discipline: oneOf("first-come", "last-come", "random", "shortest", "sharing"),
    priority: perClass(number),
    preemption: oneOf("none", "resume", "restart", "resample"),
    rising: perClass(rising),
    room: number,
    whenFull: oneOf("lose", "block"),
    patience: perClass(record({ time: distribution }, { to: route })),
    balking: perClass(balking),
    vacation
  }
)

const overdue = byKind({
  note: ofKind({}),
  raise: ofKind({ priority: number }),
  leave: ofKind({})
})

const customerClass = record(
  { id: text },
  { priority: number, deadline: record({ time: distribution, overdue }) }
)

const declaration = record(
  { sources: list(source, "source"), stations: list(station, "station") },
  {
    name: text,
    timeUnit: text,
    classes: list(customerClass, "class"),
    deadlock: oneOf("stop", "exchange")
  }
)

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null && !Array.isArray(data)
