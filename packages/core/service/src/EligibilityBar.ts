/**
 * What must not decide who is served: where somebody is registered (三同三通: the same in the whole
 * city), and how many points somebody has. Records that lead to a service forbid such fields by type,
 * and an edge that reads records from outside can ask whether one slipped in.
 */
import { FileProblem } from "@wangge/facts"

/**
 * The names of fields that no record on the way to a service may have.
 *
 * @source Longxian, news report on "four-quality" communities, 2023: “三同三通”(同城通办、同城同帮、同城
 *   通享); that points never gate a public service is our rule. The spellings are ours
 * @category neutrality
 * @since 0.1.0
 */
export const fields = [
  "hukou",
  "registration",
  "registrationKind",
  "registeredGridId",
  "registeredPlace",
  "householdRegistration",
  "points",
  "hourCredits",
  "credits",
  "score",
  "stars"
] as const

/**
 * A record without any of {@link fields}: an object that has one does not fit, not even through a
 * variable.
 *
 * @category neutrality
 * @since 0.1.0
 */
export interface Neutral extends Barred {
  /** Never: where somebody is registered, under its Chinese name. */
  readonly hukou?: never
  /** Never: a household registration. */
  readonly registration?: never
  /** Never: urban, rural or another kind of registration. */
  readonly registrationKind?: never
  /** Never: the grid of registration. */
  readonly registeredGridId?: never
  /** Never: the place of registration. */
  readonly registeredPlace?: never
  /** Never: a household registration, spelt out. */
  readonly householdRegistration?: never
  /** Never: points of a time bank. */
  readonly points?: never
  /** Never: hour credits of a time bank. */
  readonly hourCredits?: never
  /** Never: credits of any kind. */
  readonly credits?: never
  /** Never: a score of a person. */
  readonly score?: never
  /** Never: stars of a household. */
  readonly stars?: never
}

/** Keeps {@link Neutral} complete: a field of the list is barred even where it is not written out. */
type Barred = { readonly [Field in (typeof fields)[number]]?: never }

/**
 * The places of barred fields in something that was read, however deep; empty for a neutral record.
 *
 * ```ts
 * import { EligibilityBar } from "@wangge/service"
 *
 * EligibilityBar.barredIn({ residentId: "r-1", person: { hukou: "elsewhere" } }) // => ["person.hukou"]
 * ```
 *
 * @category neutrality
 * @since 0.1.0
 */
export const barredIn = (input: unknown): ReadonlyArray<string> => {
  if (Array.isArray(input)) {
    return input.flatMap((item, index) => barredIn(item).map((path) => `${index}.${path}`))
  }
  if (!FileProblem.isRecord(input)) return []
  const barred: ReadonlyArray<string> = fields
  return Object.entries(input).flatMap(([name, value]) => [
    ...(barred.includes(name) ? [name] : []),
    ...barredIn(value).map((path) => `${name}.${path}`)
  ])
}
