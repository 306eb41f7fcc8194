/**
 * The structure of the parts of an evaluation file, each field with the words that an editor shows.
 * What the parts must be together is checked by `EvaluationRules.compile`.
 */
import { FileProblem } from "@wangge/facts"
import { Schema } from "effect"
import * as Adjustment from "../Adjustment.ts"
import * as Indicator from "../Indicator.ts"

const described = <S extends Schema.Top>(schema: S, description: string) =>
  schema.annotate({ description })

export const text = (description: string) =>
  described(Schema.String.check(Schema.isMinLength(1, { expected: "a text" })), description)

export const words = Schema.Struct({
  en: text("In English"),
  zh: text("In simplified Chinese")
})

export const decimal = Schema.String.check(
  Schema.isPattern(/^-?[0-9]+(\.[0-9]+|\/[0-9]+)?$/u, {
    expected: "an exact number as text, such as 0.35 or 1/3"
  })
)

const provenance = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("reported"),
    report: text("Title of the report that states the number"),
    phrase: text("The words in which it states the number")
  }),
  Schema.Struct({
    kind: Schema.Literal("public"),
    source: text("Document, year and place of a published statistic")
  }),
  Schema.Struct({
    kind: Schema.Literal("derived"),
    formula: text("How it is computed from other numbers")
  }),
  Schema.Struct({
    kind: Schema.Literal("assumed"),
    reason: text("Why the assumption is plausible")
  })
]).annotate({ expected: "a provenance of kind reported, public, derived or assumed" })

/** An exact number with its provenance. */
export const sourced = (description: string) =>
  described(
    Schema.Struct({
      value: described(decimal, "The exact number as text"),
      provenance: described(provenance, "Where the number comes from")
    }),
    description
  )

const kinds = (description: string) => described(Schema.Array(text("Kind of fact")), description)

const better = described(Schema.Literals(["Higher", "Lower"]), "Which direction is good")

export const indicator = Schema.Struct({
  id: text("Id of the indicator"),
  label: words,
  measure: described(
    Schema.Literals(Indicator.measures),
    "Share counts matters once each; Ratio adds quantities"
  ),
  better,
  numeratorKinds: kinds("Facts that put a matter above the line"),
  denominatorKinds: kinds("Facts in the period that put a matter below the line"),
  againstKinds: kinds("Facts that keep a matter out of the numerator"),
  askedKinds: kinds("Facts by which a matter without an answer counts as unanswered"),
  exclusions: Schema.Array(
    Schema.Struct({
      reason: text("Code of the reason"),
      label: words,
      factKinds: kinds("Facts that leave a matter out for this reason")
    })
  ),
  sampleMin: sourced("Smallest denominator that gives a number")
})

const scale = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("Goalposts"),
    zero: sourced("Value of 0 points"),
    full: sourced("Value of 100 points")
  }),
  Schema.Struct({
    kind: Schema.Literal("Target"),
    target: sourced("Value of 100 points"),
    better
  })
]).annotate({ expected: "a scale of kind Goalposts or Target" })

export const part = Schema.Struct({
  indicatorId: text("Indicator that is scored"),
  scale: described(scale, "How a value becomes points"),
  weight: sourced("Weight; all weights sum to exactly 1 unless weighting is Scaled")
})

const adjusted = {
  id: text("Id of the adjustment"),
  label: words,
  factKinds: kinds("Facts in the period whose matters count")
}

export const adjustment = Schema.Union([
  Schema.Struct({
    kind: Schema.Literals([Adjustment.kinds[0], Adjustment.kinds[1]]),
    ...adjusted,
    pointsEach: sourced("Points for each matter"),
    pointsMax: sourced("Most points together")
  }),
  Schema.Struct({
    kind: Schema.Literal(Adjustment.kinds[2]),
    ...adjusted,
    matterMin: sourced("From so many matters on"),
    scoreMax: sourced("The score is at most this")
  })
]).annotate({ expected: "an adjustment of kind Extra, Deduction or Veto" })

const margins = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("None") }),
  Schema.Struct({
    kind: Schema.Literal("Margins"),
    fall: sourced("Points below an edge before a unit falls"),
    rise: sourced("Points above an edge before a unit rises")
  })
]).annotate({ expected: "margins of kind None or Margins" })

export const bands = Schema.Struct({
  bands: described(
    Schema.Array(
      Schema.Struct({
        id: text("Id of the band"),
        label: words,
        from: sourced("Scores from this one on")
      })
    ),
    "Best first; the last from 0 on"
  ),
  excellentId: text("Band that is reported as excellent"),
  hysteresis: margins,
  quotas: Schema.Array(
    Schema.Struct({
      bandId: text("Band with a quota"),
      shareMax: sourced("At most this share of the scored units"),
      ties: Schema.Literals(["AllDown", "AllStay"])
    })
  )
})

/** A structure as a JSON Schema to publish: draft, address and words first, `$schema` allowed. */
export const publishedSchema = (
  structure: Schema.Top,
  words: { readonly $id: string; readonly title: string; readonly description: string }
): Readonly<Record<string, unknown>> => {
  const { schema, definitions } = Schema.toJsonSchemaDocument(structure, {
    onExcessProperty: "error"
  })
  const { properties } = schema
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...words,
    ...schema,
    properties: {
      $schema: { type: "string" },
      ...(FileProblem.isRecord(properties) ? properties : {})
    },
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {})
  }
}
