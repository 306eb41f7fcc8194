/**
 * The structure of the parts of a locality file, each field with the words that an editor shows.
 * What the parts must be together is checked in `LocalitySchema`.
 */
import { Id } from "@wangge/facts"
import { Datum, Level, Post } from "@wangge/grid"
import { Schema } from "effect"

const described = <S extends Schema.Top>(schema: S, description: string) =>
  schema.annotate({ description })

export const text = (description: string) => described(Schema.String, description)

const nonEmpty = (description: string) =>
  described(Schema.String.check(Schema.isMinLength(1, { expected: "a text" })), description)

const name = (description: string) =>
  described(
    Schema.String.check(
      Schema.isPattern(/^[a-zA-Z][a-zA-Z0-9-]*$/u, {
        expected: "a letter, then letters, digits and -"
      })
    ),
    description
  )

export const words = Schema.Struct({
  en: nonEmpty("In English"),
  zh: nonEmpty("In simplified Chinese")
})

const provenance = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("reported"),
    report: nonEmpty("Title of the report that states the number"),
    phrase: nonEmpty("The words in which it states the number")
  }),
  Schema.Struct({
    kind: Schema.Literal("public"),
    source: nonEmpty("Document, year and place of a published statistic")
  }),
  Schema.Struct({
    kind: Schema.Literal("derived"),
    formula: nonEmpty("How it is computed from other numbers")
  }),
  Schema.Struct({
    kind: Schema.Literal("assumed"),
    reason: nonEmpty("Why the assumption is plausible")
  })
]).annotate({ expected: "a provenance of kind reported, public, derived or assumed" })

export const sourced = Schema.Struct({
  value: described(Schema.Finite, "The number itself, in its unit"),
  unit: nonEmpty("Unit, such as households; share for a part of 1"),
  precision: described(
    Schema.Literals(["exact", "atLeast", "about"]),
    "atLeast for “110 and more”, about for “about 110”"
  ),
  provenance: described(provenance, "Where the number comes from")
})

/** A number or the word that there is none. */
export const stated = Schema.Union([sourced, Schema.Literal("notStated")]).annotate({
  expected: 'a number with value, unit, precision and provenance, or "notStated"'
})

export const report = Schema.Struct({
  title: nonEmpty("Title that reported numbers cite"),
  year: Schema.Union([Schema.Int, Schema.Literal("undated")]).annotate({
    expected: 'a year or "undated"'
  }),
  isYearInferred: Schema.Boolean
})

export const variant = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("original") }),
  Schema.Struct({ kind: Schema.Literal("before"), of: nonEmpty("Id of the later state") }),
  Schema.Struct({
    kind: Schema.Literal("overlay"),
    of: nonEmpty("Id of the locality without the overlay"),
    addedPaths: Schema.Array(nonEmpty("Path of a number that the overlay adds"))
  })
]).annotate({ expected: "a variant of kind original, before or overlay" })

export const namedRows = Schema.Array(
  Schema.Struct({ id: name("Unique in its list"), label: words, number: sourced })
)

const role = described(Schema.Literals(Level.roles), "What the level is for")

export const levels = Schema.Array(
  Schema.Struct({ id: name("Short name of the level"), role, name: words, count: stated })
).check(Schema.isMinLength(1, { expected: "at least one level" }))

const post = described(Schema.Literals(Post.kinds), "Kind of post")

export const staff = Schema.Array(
  Schema.Struct({
    id: name("Unique in the list"),
    label: words,
    post,
    levelRole: role,
    count: sourced
  })
)

const isGridId = (given: string): given is Id.Id<"Grid"> => Id.isValid(given)
const isPersonId = (given: string): given is Id.Id<"Person"> => Id.isValid(given)
const idWords = { expected: `1 to ${Id.lengthMax} printable ASCII characters without spaces` }
const gridId = Schema.String.pipe(Schema.refine(isGridId, idWords))
const personId = Schema.String.pipe(Schema.refine(isPersonId, idWords))

const position = Schema.Tuple([Schema.Finite, Schema.Finite])

const areaMap = Schema.Struct({
  datum: Schema.Literals(Datum.list),
  areas: Schema.Array(
    Schema.Struct({
      gridId,
      polygons: Schema.Array(Schema.Array(Schema.Array(position)))
    })
  )
})

export const territory = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("spread") }),
  Schema.Struct({
    kind: Schema.Literal("listed"),
    nodes: Schema.Array(
      Schema.Struct({
        id: nonEmpty("Unique among the nodes"),
        parentId: text("Id of the parent, empty for the root"),
        levelId: nonEmpty("Id of one of the levels"),
        households: described(Schema.Int, "The node's own, without those of its children"),
        name: text("What people call it, empty for none")
      })
    ),
    posts: Schema.Array(
      Schema.Struct({ kind: post, gridId, seatCount: described(Schema.Int, "Seats at the node") })
    ),
    appointments: Schema.Array(
      Schema.Struct({
        personId,
        kind: post,
        gridId,
        fromSec: described(Schema.Int, "In force from, seconds since the epoch, UTC"),
        untilSec: described(Schema.Int, "Up to but not including, seconds since the epoch, UTC")
      })
    ),
    map: Schema.Union([areaMap, Schema.Literal("notStated")]).annotate({
      expected: 'a map with datum and areas, or "notStated"'
    })
  })
]).annotate({ expected: "a territory of kind spread or listed" })

const organisationRows = Schema.Array(
  Schema.Struct({ id: name("Unique in the chain"), label: words, besideRole: role, count: stated })
)

export const organisation = Schema.Struct({
  label: words,
  levels: organisationRows,
  sideLists: organisationRows
})

export const funds = Schema.Array(
  Schema.Struct({ id: name("Unique in the list"), label: words, total: sourced, parts: namedRows })
)

export const venues = Schema.Array(
  Schema.Struct({
    id: name("Unique in the list"),
    label: words,
    covered: sourced,
    needed: sourced,
    bands: Schema.Array(
      Schema.Struct({
        id: name("Unique among the bands"),
        label: words,
        least: stated,
        most: stated,
        count: sourced
      })
    )
  })
)

export const heatingSeason = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("season"),
    fromMonth: sourced,
    fromDay: sourced,
    untilMonth: sourced,
    untilDay: sourced
  }),
  Schema.Struct({ kind: Schema.Literal("none"), reason: nonEmpty("How this is known") })
]).annotate({ expected: "a heating season of kind season or none" })

const side = described(
  Schema.Array(Schema.Array(nonEmpty("Path of a number"))),
  "A sum of products: [[a], [b, c]] is a + b × c"
)
const checkBase = { id: name("Unique among the checks"), label: words, left: side, right: side }

export const checks = Schema.Array(
  Schema.Union([
    Schema.Struct({
      kind: Schema.Literal("equal"),
      ...checkBase,
      mismatch: Schema.Literals(["LeadCountMismatch", "TotalMismatch"])
    }),
    Schema.Struct({ kind: Schema.Literal("atMost"), ...checkBase }),
    Schema.Struct({
      kind: Schema.Literal("ratio"),
      ...checkBase,
      least: Schema.Finite,
      most: Schema.Finite,
      reason: nonEmpty("Where the bounds come from")
    }),
    Schema.Struct({ kind: Schema.Literal("conflict"), ...checkBase })
  ]).annotate({ expected: "a check of kind equal, atMost, ratio or conflict" })
)

export const cautions = Schema.Array(words)
