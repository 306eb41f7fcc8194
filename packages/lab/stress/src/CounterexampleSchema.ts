/**
 * Reads a counter-example file: first its shape, then whether its parts fit each other. The
 * scenario in it is read by the simulator's own schema. Used at the edge only; what comes out of
 * `parse` can be replayed.
 */
import { ScenarioSchema } from "@wangge/simulator"
import { Schema } from "effect"
import * as Counterexample from "./Counterexample.ts"
import * as Judgement from "./Judgement.ts"
import * as Objective from "./Objective.ts"
import * as ShockOrder from "./ShockOrder.ts"
import * as ShockRange from "./ShockRange.ts"

/**
 * One thing wrong with a file: where, what stands there and what would be right.
 *
 * `path` is the way from the top, such as `shock.days`; empty for the whole file.
 *
 * @category reading
 * @since 0.1.0
 */
export interface Problem {
  readonly path: string
  readonly value: unknown
  readonly expected: string
}

/**
 * A counter-example, or everything found wrong with the file.
 *
 * @category reading
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly counterexample: Counterexample.Counterexample }
  | { readonly ok: false; readonly problems: ReadonlyArray<Problem> }

/**
 * Reads what JSON gave for a counter-example file.
 *
 * A file of another format or version gives that one problem. Otherwise all problems of shape are
 * told, and where there are none, those of sense: a promise that cannot be read, a scenario that
 * the simulator refuses, a shock outside its ranges, a number of replications that the plan does
 * not have.
 *
 * ```ts
 * import { CounterexampleSchema } from "@wangge/stress"
 *
 * CounterexampleSchema.parse({ format: "wangge-scenario", version: 1 })
 * // => { ok: false, problems: [{ path: "format", value: "wangge-scenario", expected: "wangge-counterexample" }] }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const foreign = foreignProblem(input)
  if (foreign !== null) return { ok: false, problems: [foreign] }
  const read = standard["~standard"].validate(input)
  if (read instanceof Promise) throw new Error("This schema has no asynchronous part")
  if (read.issues !== undefined) {
    return { ok: false, problems: read.issues.map((issue) => shapeProblem(input, issue)) }
  }
  const { scenario: scenarioInput, ...rest } = read.value
  const scenario = ScenarioSchema.parse(scenarioInput)
  if (!scenario.ok) {
    const problems = scenario.problems.map((one) => ({
      path: one.path === "" ? "scenario" : `scenario.${one.path}`,
      value: one.value,
      expected: one.expected
    }))
    return { ok: false, problems }
  }
  const counterexample = { ...rest, scenario: scenario.scenario }
  const problems = senseProblems(counterexample)
  return problems.length === 0 ? { ok: true, counterexample } : { ok: false, problems }
}

/**
 * The JSON Schema (draft 2020-12) of the file: what `docs/schemas/counterexample.schema.json` holds.
 * Its scenario is that of the neighbouring `scenario.schema.json`.
 *
 * @category reading
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> => {
  const { schema } = Schema.toJsonSchemaDocument(Shape, { onExcessProperty: "error" })
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://example.invalid/wangge/schemas/counterexample.schema.json",
    title: `Wangge counter-example, version ${Counterexample.version}`,
    description: "The smallest shock found that breaks a promise, with all that its replay needs",
    ...schema,
    properties: { ...propertiesOf(schema), scenario: { $ref: "scenario.schema.json" } }
  }
}

const propertiesOf = (schema: { readonly [key: string]: unknown }): object => {
  const { properties } = schema
  return typeof properties === "object" && properties !== null ? properties : {}
}

const WholeFrom = (min: number) => Schema.Int.check(Schema.isGreaterThanOrEqualTo(min))

const Place = {
  fromDay: WholeFrom(0),
  days: WholeFrom(1),
  firstGrid: WholeFrom(0),
  grids: WholeFrom(1)
}

const Shock = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("demand"),
    multiplier: Schema.Finite.check(Schema.isGreaterThanOrEqualTo(1)),
    ...Place
  }),
  Schema.Struct({
    kind: Schema.Literal("absence"),
    share: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 })),
    ...Place
  })
])

const Confidence = Schema.Finite.check(
  Schema.isBetween({ minimum: 0, maximum: 1, exclusiveMinimum: true, exclusiveMaximum: true })
)

const Interval = Schema.Struct({
  mean: Schema.NullOr(Schema.Finite),
  halfWidth: Schema.NullOr(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))),
  confidence: Confidence,
  replications: WholeFrom(1)
})

const Minimality = Schema.Struct({
  isComplete: Schema.Boolean,
  neighbours: Schema.Array(
    Schema.Struct({
      shock: Shock,
      state: Schema.Literals(Counterexample.neighbourStates),
      reason: Schema.Literals([...Judgement.reasons, "notConfirmed", "budgetSpent"]),
      interval: Schema.NullOr(Interval)
    })
  )
})

const Effort = Schema.Struct({
  budget: WholeFrom(1),
  judged: WholeFrom(1),
  held: WholeFrom(0),
  violated: WholeFrom(0),
  undecided: WholeFrom(0),
  notConfirmed: WholeFrom(0),
  confirmations: WholeFrom(0),
  replications: WholeFrom(1)
})

const Plan = Schema.Struct({
  looks: Schema.Array(WholeFrom(2)),
  confidence: Confidence,
  confirmReplications: WholeFrom(2)
})

const Span = Schema.Struct({ min: WholeFrom(0), max: WholeFrom(0) })

const Ranges = Schema.Struct({
  kinds: Schema.Array(Schema.Literals(["demand", "absence"])),
  sizeSteps: Schema.Struct({ demand: Span, absence: Span }),
  days: Span,
  grids: Span,
  fromDay: Span,
  horizonDays: WholeFrom(1),
  gridCount: WholeFrom(1)
})

const Shape = Schema.Struct({
  format: Schema.Literal(Counterexample.format),
  version: Schema.Literal(Counterexample.version),
  promise: Schema.String,
  verdict: Schema.Literal("broken"),
  shock: Schema.NullOr(Shock),
  seed: Schema.Int,
  replications: WholeFrom(2),
  interval: Interval,
  runHash: Schema.String,
  confirmSeed: Schema.Int,
  confirmed: Interval,
  confirmRunHash: Schema.String,
  versions: Schema.Struct({ simulator: Schema.String, streams: Schema.String }),
  order: Schema.String,
  minimality: Minimality,
  tried: Effort,
  plan: Plan,
  ranges: Ranges,
  scenario: Schema.Unknown
})

const standard = Schema.toStandardSchemaV1(Shape, {
  parseOptions: { errors: "all", onExcessProperty: "error" }
})

/** Whether this is a file of ours at all: one problem says more than fifty missing keys. */
const foreignProblem = (input: unknown): Problem | null => {
  const format = at(input, ["format"])
  if (format !== Counterexample.format) {
    return { path: "format", value: format, expected: Counterexample.format }
  }
  const version = at(input, ["version"])
  return version === Counterexample.version
    ? null
    : { path: "version", value: version, expected: `${Counterexample.version}` }
}

const shapeProblem = (
  input: unknown,
  issue: { readonly message: string; readonly path?: ReadonlyArray<unknown> | undefined }
): Problem => {
  const keys = (issue.path ?? []).map((part) => String(part))
  const expected = issue.message.replace(/^Expected /, "")
  return { path: keys.join("."), value: at(input, keys), expected }
}

const at = (input: unknown, keys: ReadonlyArray<string>): unknown => {
  let value = input
  for (const key of keys) {
    if (typeof value !== "object" || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, key)?.value
  }
  return value
}

const senseProblems = (file: Counterexample.Counterexample): ReadonlyArray<Problem> => {
  const found: Array<Problem> = []
  const promise = Objective.parse(file.promise)
  if (!promise.ok) {
    found.push({ path: "promise", value: file.promise, expected: promise.problem.expected.en })
  }
  for (const one of ShockRange.problems(file.ranges, file.scenario)) {
    found.push({ ...one, path: `ranges.${one.path}` })
  }
  for (const expected of Judgement.planProblems(file.plan)) {
    found.push({ path: "plan", value: file.plan, expected })
  }
  if (file.shock !== null && !ShockOrder.isWithin(file.shock, file.ranges)) {
    found.push({ path: "shock", value: file.shock, expected: "a shock within `ranges`" })
  }
  if (!file.plan.looks.includes(file.replications)) {
    const expected = `one of the plan's looks: ${file.plan.looks.join(", ")}`
    found.push({ path: "replications", value: file.replications, expected })
  }
  if (file.interval.replications !== file.replications) {
    const value = file.interval.replications
    found.push({ path: "interval.replications", value, expected: `${file.replications}` })
  }
  return found
}
