/**
 * A number of a rule file: an exact decimal as text, and where it comes from. Text, because JSON
 * would read 0.35 as the nearest binary fraction; provenance, because nobody may take a number of
 * ours for an official one.
 */
import type { Provenance } from "@wangge/facts"

/**
 * An exact decimal or fraction as {@link Rational.parse} reads it, with its provenance.
 *
 * @category numbers
 * @since 0.1.0
 */
export interface SourcedDecimal {
  readonly value: string
  readonly provenance: Provenance.Provenance
}

/**
 * A number of our own choosing, with the reason for it.
 *
 * ```ts
 * import { SourcedDecimal } from "@wangge/evaluation"
 *
 * SourcedDecimal.assumed("0.30", "a third of the weight, less rounding").value // => "0.30"
 * ```
 *
 * @category builders
 * @since 0.1.0
 */
export const assumed = (value: string, reason: string): SourcedDecimal => ({
  value,
  provenance: { kind: "assumed", reason }
})

/**
 * A published number from elsewhere: `source` names document, year and place.
 *
 * @category builders
 * @since 0.1.0
 */
export const published = (value: string, source: string): SourcedDecimal => ({
  value,
  provenance: { kind: "public", source }
})

/**
 * A number computed from others by a stated formula.
 *
 * @category builders
 * @since 0.1.0
 */
export const derived = (value: string, formula: string): SourcedDecimal => ({
  value,
  provenance: { kind: "derived", formula }
})
