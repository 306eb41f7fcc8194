/**
 * What a checker says about a claim of resolution. A confirmed claim is verified; a refuted one
 * sends the case back to work under the same limit.
 */
import type { Label } from "@wangge/facts"

/**
 * All outcomes. The position in the list is the number used in columns: append only, never reorder
 * or reuse a position.
 *
 * @source digital urban management: 核查结案 checks a handled case on the spot; the names are ours
 * @category checks
 * @since 0.1.0
 */
export const list = ["Confirmed", "Refuted"] as const

/**
 * One outcome of a check.
 *
 * @category checks
 * @since 0.1.0
 */
export type CheckOutcome = (typeof list)[number]

/**
 * The number of an outcome: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { CheckOutcome } from "@wangge/cases"
 *
 * CheckOutcome.codeOf("Refuted") // => 1
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const codeOf = (outcome: CheckOutcome): number => {
  const code = list.indexOf(outcome)
  if (code < 0) throw new RangeError(`An outcome is one of ${list.join(", ")}; got ${outcome}`)
  return code
}

/**
 * What each outcome is called on a screen, in English and Chinese.
 *
 * @source none: usual words of case platforms
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<CheckOutcome, Label.Label>> = {
  Confirmed: { en: "confirmed by the checker", zh: "核查通过" },
  Refuted: { en: "sent back to rework", zh: "核查不通过,退回返工" }
}
