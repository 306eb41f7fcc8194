/**
 * Policies as files: a policy of a time bank written as JSON, and unknown data read as a policy with
 * every problem named by its path, its value and what would be right; the JSON Schema of the format
 * is published in `docs/schemas`.
 */
import { FileProblem } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import type { BankPolicy } from "./BankPolicy.ts"
import { excessTargets } from "./BankPolicy.ts"
import { rights, shortfallPolicies } from "./LedgerRules.ts"
import * as LocalPeriod from "./LocalPeriod.ts"
import * as PolicyProblem from "./PolicyProblem.ts"
import * as RedemptionItem from "./RedemptionItem.ts"
import { relations } from "./RelativeRegister.ts"
import { roundings } from "./Tariff.ts"
import * as Unit from "./Unit.ts"

/**
 * What the `format` field of a policy file says.
 *
 * @source none: our own name
 * @category files
 * @since 0.1.0
 */
export const format = "wangge-bank-policy"

/**
 * The version of the format that is read and written.
 *
 * @source none: the first one
 * @category files
 * @since 0.1.0
 */
export const version = 1

/**
 * A policy without problems, or everything that is wrong with the file.
 *
 * @category files
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly policy: BankPolicy }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem.FileProblem> }

/**
 * The content of a policy file: the policy and the fields that say what it is.
 *
 * @category files
 * @since 0.1.0
 */
export interface BankPolicyFile extends BankPolicy {
  readonly $schema: string
  readonly format: typeof format
  readonly version: typeof version
}

const label = Schema.Struct({ en: Schema.String, zh: Schema.String })

const filled = Schema.String.check(Schema.isMinLength(1, { expected: "a text" }))

const provenance = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("reported"), report: filled, phrase: filled }),
  Schema.Struct({ kind: Schema.Literal("public"), source: filled }),
  Schema.Struct({ kind: Schema.Literal("derived"), formula: filled }),
  Schema.Struct({ kind: Schema.Literal("assumed"), reason: filled })
]).annotate({
  expected:
    "a source: kind assumed with a reason, public with a source, derived with a formula, or reported with report and phrase"
})

const sourced = Schema.Struct({
  value: Schema.Finite,
  unit: Schema.String,
  precision: Schema.Literals(["exact", "atLeast", "about"]),
  provenance
}).annotate({ description: "A number with its unit and its source." })

const limit = Schema.Union([Schema.Literal("none"), sourced]).annotate({
  expected: 'a number with unit and source, or "none"'
})

const limits = Schema.Struct({ hours: limit, points: limit })

const accounts = Schema.Struct({
  issuer: Schema.String,
  donations: Schema.String,
  honours: Schema.String,
  expiry: Schema.String,
  suspense: Schema.String
})

const caps = Schema.Struct({ day: limit, month: limit, inAll: limit, balance: limit })

const row = Schema.Struct({
  serviceKind: Schema.String,
  difficulty: Schema.String,
  fromDate: Schema.String,
  isOffered: Schema.Boolean,
  creditMinutes: Schema.Finite,
  perMinutes: Schema.Finite,
  quantumMinutes: Schema.Finite,
  rounding: Schema.Literals(roundings),
  minMinutes: Schema.Finite,
  maxMinutes: Schema.Finite,
  points: Schema.Finite,
  provenance
}).annotate({
  description:
    "creditMinutes are credited for every perMinutes served, rounded to quantumMinutes, then raised to minMinutes and cut to maxMinutes."
})

const grant = Schema.Struct({
  id: Schema.String,
  label,
  unit: Schema.Literals(Unit.list),
  from: Schema.Literals(["Issuer", "Donations"]),
  amount: sourced,
  personPeriod: Schema.Literals(LocalPeriod.list),
  budget: sourced,
  budgetPeriod: Schema.Literals(LocalPeriod.list)
})

const item = Schema.Struct({
  id: Schema.String,
  kind: Schema.Literals(RedemptionItem.kinds),
  label,
  unit: Schema.Literals(Unit.list),
  price: sourced,
  personCount: sourced,
  period: Schema.Literals(LocalPeriod.list),
  reserveHours: sourced,
  merchantId: Schema.String
})

const signals = Schema.Struct({
  windowDays: sourced,
  circleOrders: sourced,
  circleBalanceShare: sourced,
  ringPersons: sourced,
  circleFalseAlarms: sourced,
  householdOrders: sourced,
  nearCapShare: sourced,
  nearCapPeriods: sourced,
  nearCapPeriodShare: sourced,
  maximumOrders: sourced,
  maximumShare: sourced
})

/**
 * The structure of a policy. What the values must be together is for `PolicyProblem`.
 *
 * @category files
 * @since 0.1.0
 */
export const schema: Schema.Codec<BankPolicy, unknown> = Schema.Struct({
  id: Schema.String,
  revision: Schema.Finite,
  label,
  zone: Schema.String,
  operators: Schema.Array(
    Schema.Struct({
      partyId: Schema.String,
      rights: Schema.Array(Schema.Literals(rights))
    })
  ),
  accounts: Schema.Struct({ hours: accounts, points: accounts }),
  tariff: Schema.Array(row),
  caps: Schema.Struct({ hours: caps, points: caps }),
  excessTo: Schema.Literals(excessTargets),
  groupsOnlyDonate: Schema.Boolean,
  gifts: Schema.Struct({
    relations: Schema.Array(Schema.Literals(relations)),
    receiverAgeYears: limit,
    yearAmount: limits
  }),
  ownUseAgeYears: limit,
  creditLine: limits,
  expiry: Schema.Struct({
    months: limits,
    endOf: Schema.Literals(["Day", "Month"]),
    donated: Schema.Literals(["KeepDate", "NoDate"])
  }),
  heirs: Schema.Array(Schema.Literals(relations)),
  grants: Schema.Array(grant),
  redemption: Schema.Array(item),
  shortfall: Schema.Literals(shortfallPolicies),
  signals
})

/**
 * Reads unknown data as a policy: format and version, then structure, then what `PolicyProblem` finds.
 * A `$schema` field at the top is allowed and left out. Returns every problem found.
 *
 * ```ts
 * import { BankPolicySchema, BankPreset } from "@wangge/timebank"
 *
 * const file = { ...BankPolicySchema.toFile(BankPreset.base), zone: "Asia/Nowhere" }
 * const parsed = BankPolicySchema.parse(file)
 * parsed.ok ? [] : parsed.problems
 * // => [{ path: "zone", value: "Asia/Nowhere", expected: "the IANA name of a known time zone" }]
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const early = FileProblem.ofHead(input, { noun: "a policy of a time bank", format, version })
  if (early.length > 0) return { ok: false, problems: early }
  const given = FileProblem.without(input, ["$schema", "format", "version"])
  const decoded = Schema.decodeUnknownResult(schema)(given, {
    errors: "all",
    onExcessProperty: "error"
  })
  if (decoded._tag === "Failure") {
    const { issues } = SchemaIssue.makeFormatterStandardSchemaV1()(decoded.failure.issue)
    return { ok: false, problems: FileProblem.ofIssues(issues, given) }
  }
  const problems = PolicyProblem.find(decoded.success).map(({ expected, found, subject }) => ({
    path: subject,
    value: found,
    expected: String(expected)
  }))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy: decoded.success }
}

/**
 * A policy as the content of a file, ready for `JSON.stringify`; {@link parse} reads it back.
 *
 * ```ts
 * import { BankPolicySchema, BankPreset } from "@wangge/timebank"
 *
 * const parsed = BankPolicySchema.parse(BankPolicySchema.toFile(BankPreset.nanjing))
 * parsed.ok && parsed.policy.id // => "nanjing"
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const toFile = (policy: BankPolicy): BankPolicyFile => ({
  $schema: address,
  format,
  version,
  ...policy
})

const address = "https://example.invalid/wangge/schemas/bank-policy.schema.json"

/**
 * The JSON Schema of the format (draft 2020-12), as published in `docs/schemas`.
 *
 * ```ts
 * import { BankPolicySchema } from "@wangge/timebank"
 *
 * BankPolicySchema.jsonSchema().title // => "Wangge time bank policy, version 1"
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> => {
  const { schema: structure, definitions } = Schema.toJsonSchemaDocument(schema, {
    onExcessProperty: "error"
  })
  const { properties, required } = structure
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: address,
    title: `Wangge time bank policy, version ${version}`,
    description: "Tariff, caps, gifts, expiry, grants, redemption and signals of a time bank",
    ...structure,
    required: ["format", "version", ...(Array.isArray(required) ? required : [])],
    properties: {
      $schema: { type: "string" },
      format: { const: format },
      version: { const: version },
      ...(FileProblem.isRecord(properties) ? properties : {})
    },
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {})
  }
}
