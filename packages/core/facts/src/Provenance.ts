/**
 * Where a number comes from. Every number that a Wangge package ships or prints carries one of
 * four kinds of provenance, so that a reader can tell a published count from our own assumption.
 * Localities, the simulator's assumptions and the report all use this one type.
 */

/**
 * The four kinds, from the strongest to the weakest.
 *
 * @category provenance
 * @since 0.1.0
 */
export const kinds = ["reported", "public", "derived", "assumed"] as const

/**
 * One of the four kinds of provenance.
 *
 * @category provenance
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * A locality's own report states the number: `report` is its title, `phrase` the words it uses.
 *
 * @category provenance
 * @since 0.1.0
 */
export interface Reported {
  readonly kind: "reported"
  readonly report: string
  readonly phrase: string
}

/**
 * A published statistic from elsewhere: `source` names document, year and place.
 *
 * @category provenance
 * @since 0.1.0
 */
export interface Public {
  readonly kind: "public"
  readonly source: string
}

/**
 * Computed from other numbers: `formula` says how.
 *
 * @category provenance
 * @since 0.1.0
 */
export interface Derived {
  readonly kind: "derived"
  readonly formula: string
}

/**
 * Our own choice: `reason` says why it is plausible.
 *
 * @category provenance
 * @since 0.1.0
 */
export interface Assumed {
  readonly kind: "assumed"
  readonly reason: string
}

/**
 * Where a number comes from.
 *
 * @category provenance
 * @since 0.1.0
 */
export type Provenance = Reported | Public | Derived | Assumed

/**
 * How exact a source is: "110 余名" (110 and more) is `atLeast`, "约" (about) is `about`.
 *
 * @category provenance
 * @since 0.1.0
 */
export type Precision = "exact" | "atLeast" | "about"

/**
 * A number with its unit and where it comes from.
 *
 * @category provenance
 * @since 0.1.0
 */
export interface SourcedNumber {
  readonly value: number
  readonly unit: string
  readonly precision: Precision
  readonly provenance: Provenance
}

/**
 * What every builder below takes beside the source: the number, its unit, and how exact it is
 * (exact unless given).
 *
 * @category builders
 * @since 0.1.0
 */
export interface Measure {
  readonly value: number
  readonly unit: string
  readonly precision?: Precision
}

const sourced = (measure: Measure, provenance: Provenance): SourcedNumber => ({
  value: measure.value,
  unit: measure.unit,
  precision: measure.precision ?? "exact",
  provenance
})

/**
 * A number that a locality's own report states.
 *
 * ```ts
 * import { Provenance } from "@wangge/facts"
 *
 * const grids = Provenance.reported(
 *   { value: 69, unit: "grids", report: "Helong, organisation department", phrase: "三級網格69個" }
 * )
 * grids.provenance.kind // => "reported"
 * ```
 *
 * @category builders
 * @since 0.1.0
 */
export const reported = (
  options: Measure & { readonly report: string; readonly phrase: string }
): SourcedNumber =>
  sourced(options, { kind: "reported", report: options.report, phrase: options.phrase })

/**
 * A published statistic from elsewhere.
 *
 * @category builders
 * @since 0.1.0
 */
export const published = (options: Measure & { readonly source: string }): SourcedNumber =>
  sourced(options, { kind: "public", source: options.source })

/**
 * A number computed from others by a stated formula.
 *
 * @category builders
 * @since 0.1.0
 */
export const derived = (options: Measure & { readonly formula: string }): SourcedNumber =>
  sourced(options, { kind: "derived", formula: options.formula })

/**
 * A number of our own choosing, with the reason for it.
 *
 * @category builders
 * @since 0.1.0
 */
export const assumed = (options: Measure & { readonly reason: string }): SourcedNumber =>
  sourced(options, { kind: "assumed", reason: options.reason })

/**
 * The provenance in one English line, as tables print it.
 *
 * ```ts
 * import { Provenance } from "@wangge/facts"
 *
 * Provenance.describe({ kind: "derived", formula: "12 x 2,828" }) // => "12 x 2,828"
 * ```
 *
 * @category display
 * @since 0.1.0
 */
export const describe = (provenance: Provenance): string => {
  switch (provenance.kind) {
    case "reported":
      return `${provenance.report}: “${provenance.phrase}”`
    case "public":
      return provenance.source
    case "derived":
      return provenance.formula
    case "assumed":
      return provenance.reason
  }
}
