/**
 * The structure of a distribution in a file. What its numbers must be together (probabilities that
 * sum to 1, phases with a way to the end) is checked by `Distribution` itself.
 */
import type { Distribution } from "@wangge/des"
import { Schema } from "effect"

const above0 = (description: string) =>
  Schema.Finite.check(Schema.isGreaterThan(0)).annotate({ description })
const from0 = (description: string) =>
  Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)).annotate({ description })
const any = (description: string) => Schema.Finite.annotate({ description })
const listOf = <S extends Schema.Top>(item: S, description: string) =>
  Schema.Array(item).check(Schema.isMinLength(1)).annotate({ description })
const chance = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const chances = listOf(chance, "One probability each; they sum to 1")

/**
 * The structure of a distribution.
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema: Schema.Codec<Distribution.Distribution> = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("exponential"), mean: above0("Mean") }),
  Schema.Struct({ kind: Schema.Literal("deterministic"), value: any("Always this") }),
  Schema.Struct({ kind: Schema.Literal("uniform"), low: any("Least"), high: any("Most") }),
  Schema.Struct({
    kind: Schema.Literal("normal"),
    mean: any("Mean before it is cut"),
    deviation: above0("Standard deviation before it is cut"),
    low: Schema.optionalKey(any("Drawn again below this")),
    high: Schema.optionalKey(any("Drawn again above this"))
  }),
  Schema.Struct({
    kind: Schema.Literal("lognormal"),
    median: above0("Half of the values are below it"),
    sigma: from0("Standard deviation of the logarithm")
  }),
  Schema.Struct({
    kind: Schema.Literal("gamma"),
    shape: above0("Shape"),
    scale: above0("Scale; the mean is shape times scale")
  }),
  Schema.Struct({
    kind: Schema.Literal("erlang"),
    phases: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
    mean: above0("Mean of the sum of the phases")
  }),
  Schema.Struct({
    kind: Schema.Literal("weibull"),
    shape: above0("Shape"),
    scale: above0("Scale")
  }),
  Schema.Struct({
    kind: Schema.Literal("pareto"),
    shape: above0("Shape; the mean is infinite up to 1"),
    scale: above0("Least value")
  }),
  Schema.Struct({
    kind: Schema.Literal("hyperexponential"),
    means: listOf(above0("Mean of one exponential"), "One of these, by chance"),
    probabilities: chances
  }),
  Schema.Struct({
    kind: Schema.Literal("hypoexponential"),
    means: listOf(above0("Mean of one exponential"), "All of these, one after the other")
  }),
  Schema.Struct({
    kind: Schema.Literal("phaseType"),
    start: listOf(chance, "Chance to start in each phase"),
    generator: listOf(Schema.Array(Schema.Finite), "Rates from phase to phase")
  }),
  Schema.Struct({
    kind: Schema.Literal("mixture"),
    parts: listOf(
      Schema.suspend((): Schema.Codec<Distribution.Distribution> => schema),
      "One of these, by chance"
    ),
    probabilities: chances
  }),
  Schema.Struct({
    kind: Schema.Literal("empirical"),
    values: listOf(Schema.Finite, "Observed values, each with equal chance")
  }),
  Schema.Struct({
    kind: Schema.Literal("discrete"),
    values: listOf(Schema.Finite, "Values"),
    probabilities: chances
  })
]).annotate({ identifier: "Distribution" })
