/**
 * Purpose-bound views: one record is entered once and used many times (一口采集、多口适用), and each
 * use sees only the fields that were collected for its purpose. A view is made before any record is
 * read, so a wrong field is refused when the program starts, not when a resident is looked at.
 */
import type * as DataClass from "./DataClass.ts"
import * as PrivacyProblem from "./PrivacyProblem.ts"
import type { Purpose } from "./Purpose.ts"

/**
 * What a field was collected for, and how delicate it is.
 *
 * @category views
 * @since 0.1.0
 */
export interface Field {
  readonly purposes: ReadonlyArray<Purpose>
  readonly dataClass: DataClass.DataClass
}

/**
 * The fields of a record by name: a locality's own list of what it collects and why.
 *
 * @category views
 * @since 0.1.0
 */
export type Fields<Name extends string> = Readonly<Record<Name, Field>>

/**
 * The right to see some fields for one purpose.
 *
 * @category views
 * @since 0.1.0
 */
export interface View<Name extends string> {
  readonly purpose: Purpose
  readonly names: ReadonlyArray<Name>
}

/**
 * A view, or every field that stands in its way.
 *
 * @category views
 * @since 0.1.0
 */
export type Made<Name extends string> =
  | { readonly ok: true; readonly view: View<Name> }
  | { readonly ok: false; readonly problems: ReadonlyArray<PrivacyProblem.PrivacyProblem> }

/**
 * A view of some fields for a purpose.
 *
 * Returns one `PurposeNotAllowed` per field that was not collected for the purpose, naming field,
 * purpose and allowed purposes, and one `UnknownField` per name that is not in the list.
 *
 * ```ts
 * import { View } from "@wangge/privacy"
 *
 * const intake = {
 *   category: { purposes: ["Handling", "Statistics"], dataClass: "Ordinary" },
 *   phone: { purposes: ["FollowUp"], dataClass: "Ordinary" }
 * } as const
 * View.of(intake, "Statistics", ["category", "phone"])
 * // => { ok: false, problems: [{ code: "PurposeNotAllowed", subject: "phone", found: "Statistics", expected: "FollowUp" }] }
 * ```
 *
 * @source Bagongshan, 深化党建带群建 创新治理聚合力: 一口采集、多口适用; Personal Information Protection
 * Law of China (2021), article 6
 * @category views
 * @since 0.1.0
 */
export const of = <Known extends string, Name extends Known>(
  fields: Fields<Known>,
  purpose: Purpose,
  names: ReadonlyArray<Name>
): Made<Name> => {
  const problems = names.flatMap((name) => {
    if (!Object.hasOwn(fields, name)) {
      const known = Object.keys(fields).join(", ")
      return [PrivacyProblem.make("UnknownField", name, name, known)]
    }
    const { purposes } = fields[name]
    if (purposes.includes(purpose)) return []
    return [PrivacyProblem.make("PurposeNotAllowed", name, purpose, purposes.join(", "))]
  })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, view: { purpose, names: [...names] } }
}

/**
 * The widest view for a purpose: every field that was collected for it, in the order of the list.
 *
 * ```ts
 * import { View } from "@wangge/privacy"
 *
 * const intake = {
 *   category: { purposes: ["Handling", "Statistics"], dataClass: "Ordinary" },
 *   phone: { purposes: ["FollowUp"], dataClass: "Ordinary" }
 * } as const
 * View.namesFor(intake, "Statistics") // => ["category"]
 * ```
 *
 * @category views
 * @since 0.1.0
 */
export const namesFor = (fields: Fields<string>, purpose: Purpose): ReadonlyArray<string> =>
  Object.entries(fields)
    .filter(([, field]) => field.purposes.includes(purpose))
    .map(([name]) => name)

/**
 * A record through a view: a new record with the fields of the view and no others.
 *
 * Hidden values stay hidden: reveal them one by one, each with its basis.
 *
 * ```ts
 * import { View } from "@wangge/privacy"
 *
 * const view: View.View<"category"> = { purpose: "Statistics", names: ["category"] }
 * View.read(view, { category: "Noise", phone: "13800000000" }) // => { category: "Noise" }
 * ```
 *
 * @category views
 * @since 0.1.0
 */
export const read = <Name extends string, Full extends Readonly<Record<Name, unknown>>>(
  view: View<Name>,
  record: Full
): Pick<Full, Name> => {
  const kept: ReadonlyArray<ReadonlyArray<unknown>> = view.names.map((name) => [name, record[name]])
  return Object.fromEntries(kept)
}
