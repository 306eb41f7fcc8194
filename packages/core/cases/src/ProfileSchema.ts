/**
 * Profiles as files: a profile of the package written as JSON, and unknown data read as a profile with
 * every problem named by its path. JSON knows no infinity, so that a clock without a limit is `null`.
 */
import { FileProblem } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import * as CaseAction from "./CaseAction.ts"
import * as CaseClock from "./CaseClock.ts"
import * as CaseItem from "./CaseItem.ts"
import * as CaseProfile from "./CaseProfile.ts"
import * as CaseRole from "./CaseRole.ts"
import * as CaseSource from "./CaseSource.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as HandlingLevel from "./HandlingLevel.ts"
import * as MatterKind from "./MatterKind.ts"
import * as SideProcess from "./SideProcess.ts"
import * as Urgency from "./Urgency.ts"

/**
 * What a file of a profile says that it is.
 *
 * @source none: our own name
 * @category files
 * @since 0.1.0
 */
export const format = "wangge-profile"

/**
 * The version of the format that this package writes and reads.
 *
 * @source none: our own number
 * @category files
 * @since 0.1.0
 */
export const version = 1

/**
 * Something wrong in a file of a profile: where, what stands there (undefined where something is
 * missing), what would be right.
 *
 * @category files
 * @since 0.1.0
 */
export type Problem = FileProblem.FileProblem

/**
 * A profile whose every value has its right type, or everything that has not. What the values must be
 * together is for `ProfileProblem` and `ProfileCheck`.
 *
 * @category files
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly profile: CaseProfile.CaseProfile }
  | { readonly ok: false; readonly problems: ReadonlyArray<Problem> }

const label = Schema.Struct({ en: Schema.String, zh: Schema.String })

const provenance = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("reported"),
    report: Schema.String,
    phrase: Schema.String
  }),
  Schema.Struct({ kind: Schema.Literal("public"), source: Schema.String }),
  Schema.Struct({ kind: Schema.Literal("derived"), formula: Schema.String }),
  Schema.Struct({ kind: Schema.Literal("assumed"), reason: Schema.String })
])

const levels = Schema.Array(Schema.Literals(HandlingLevel.list))
const items = Schema.Array(Schema.Literals(CaseItem.list))
const statuses = Schema.Array(Schema.Literals(CaseStatus.list))
/** A number of seconds, null for no limit. */
const limit = Schema.NullOr(Schema.Finite)

const move = Schema.Struct({
  action: Schema.Literals(CaseAction.list),
  from: statuses,
  to: Schema.Literals([...CaseStatus.list, "Same", "Remembered"]),
  by: Schema.Array(Schema.Literals(CaseRole.list)),
  atLevels: levels
})

const limitRow = Schema.Struct({
  clock: Schema.Literals(CaseProfile.clockIds),
  signInSec: limit,
  contactSec: limit,
  resolveSec: limit,
  verifySec: limit,
  callBackSec: limit,
  extensionSec: Schema.Finite,
  extensionCountMax: Schema.Finite,
  atEnd: Schema.Record(Schema.Literals(CaseClock.list), Schema.Literals(CaseProfile.endActs)),
  provenance
})

const gate = Schema.Struct({
  action: Schema.Literals(CaseAction.list),
  matterKinds: Schema.Array(Schema.Literals(MatterKind.list)),
  process: Schema.Literals(SideProcess.list),
  rule: Schema.Literals(CaseProfile.gateRules)
})

const threshold = Schema.Struct({
  cost: Schema.Finite,
  conflict: Schema.Finite,
  difficulty: Schema.Finite,
  provenance
})

const policy = Schema.Struct({
  maxReturns: Schema.Finite,
  appealSec: Schema.Finite,
  amberShare: Schema.Finite,
  reopensWhenDissatisfied: Schema.Boolean,
  provenance: Schema.Struct({
    maxReturns: provenance,
    appealSec: provenance,
    amberShare: provenance,
    reopensWhenDissatisfied: provenance
  })
})

const file = Schema.Struct({
  format: Schema.Literal(format),
  version: Schema.Literal(version),
  id: Schema.String,
  label,
  levels,
  moves: Schema.Array(move),
  needs: Schema.Record(Schema.Literals(CaseAction.list), Schema.optionalKey(items)),
  sourceNeeds: Schema.Record(Schema.Literals(CaseSource.list), Schema.optionalKey(items)),
  actorLevels: Schema.Record(
    Schema.Literals(CaseAction.list),
    Schema.optionalKey(Schema.Literals(CaseProfile.actorLevelRules))
  ),
  limits: Schema.Record(Schema.Literals(Urgency.list), limitRow),
  clocks: Schema.Record(
    Schema.Literals(CaseClock.list),
    Schema.optionalKey(Schema.Literals(CaseProfile.clockIds))
  ),
  thresholds: Schema.Record(Schema.Literals(HandlingLevel.list), Schema.optionalKey(threshold)),
  matterLevels: Schema.Record(Schema.Literals(MatterKind.list), Schema.optionalKey(levels)),
  gates: Schema.Array(gate),
  policy,
  steps: Schema.Array(Schema.Struct({ label, statuses }))
})

/**
 * A profile as plain data for a file of JSON: the profile's own fields after `format` and `version`,
 * `null` where a clock has no limit. {@link parse} reads it back.
 *
 * ```ts
 * import { CaseProfile, ProfileSchema } from "@wangge/cases"
 *
 * const text = JSON.stringify(ProfileSchema.toData(CaseProfile.digitalCity))
 * const parsed = ProfileSchema.parse(JSON.parse(text))
 * parsed.ok ? parsed.profile.label.zh : "" // => "数字化城市管理"
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const toData = (profile: CaseProfile.CaseProfile): Readonly<Record<string, unknown>> => ({
  format,
  version,
  ...profile,
  limits: eachUrgency((urgency) => mapLimits(profile.limits[urgency], toFinite))
})

/**
 * Reads unknown data as a profile: format and version, then every value of the wrong type is a
 * problem. A `$schema` field at the top is allowed and left out.
 *
 * ```ts
 * import { ProfileSchema } from "@wangge/cases"
 *
 * const parsed = ProfileSchema.parse({ format: "wangge-profile", version: 1 })
 * parsed.ok ? "" : parsed.problems[0]?.path // => "id"
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const early = FileProblem.ofHead(input, { noun: "a profile", format, version })
  if (early.length > 0) return { ok: false, problems: early }
  const given = FileProblem.without(input, ["$schema"])
  const decoded = Schema.decodeUnknownResult(file)(given, {
    errors: "all",
    onExcessProperty: "error"
  })
  if (decoded._tag === "Failure") {
    const { issues } = SchemaIssue.makeFormatterStandardSchemaV1()(decoded.failure.issue)
    return { ok: false, problems: FileProblem.ofIssues(issues, given) }
  }
  const { format: _format, version: _version, limits, ...rest } = decoded.success
  const read = eachUrgency((urgency) => mapLimits(limits[urgency], toEndless))
  return { ok: true, profile: { ...rest, limits: read } }
}

const toFinite = (seconds: number): number | null =>
  seconds === Number.POSITIVE_INFINITY ? null : seconds

const toEndless = (seconds: number | null): number => seconds ?? Number.POSITIVE_INFINITY

const eachUrgency = <A>(of: (urgency: Urgency.Urgency) => A): Record<Urgency.Urgency, A> => ({
  Emergency: of("Emergency"),
  Urgent: of("Urgent"),
  Ordinary: of("Ordinary"),
  Complex: of("Complex"),
  Petition: of("Petition")
})

/** The fields of a row that a clock limits. */
type LimitField = "signInSec" | "contactSec" | "resolveSec" | "verifySec" | "callBackSec"

const mapLimits = <From, To, Row extends Readonly<Record<LimitField, From>>>(
  row: Row,
  to: (seconds: From) => To
): Omit<Row, LimitField> & Record<LimitField, To> => ({
  ...row,
  signInSec: to(row.signInSec),
  contactSec: to(row.contactSec),
  resolveSec: to(row.resolveSec),
  verifySec: to(row.verifySec),
  callBackSec: to(row.callBackSec)
})
