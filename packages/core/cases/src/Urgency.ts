/**
 * How urgent a case is. The urgency picks the row of limits that a case runs under; the limits are
 * data of a `CaseProfile`.
 */
import type { Label } from "@wangge/facts"

/**
 * All urgencies, most urgent first, petitions last. The position is the number used in columns and
 * in the database: append only, never reorder or reuse a position.
 *
 * @source none: our own names; the steps 2 h, 24 h, 7 days, 15 days follow the draft standard of
 * the Beijing 12345 hotline (2021)
 * @category urgency
 * @since 0.1.0
 */
export const list = ["Emergency", "Urgent", "Ordinary", "Complex", "Petition"] as const

/**
 * How urgent one case is.
 *
 * @category urgency
 * @since 0.1.0
 */
export type Urgency = (typeof list)[number]

/**
 * The number of an urgency: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list: a schema at the edge has let it pass.
 *
 * ```ts
 * import { Urgency } from "@wangge/cases"
 *
 * Urgency.codeOf("Petition") // => 4
 * ```
 *
 * @category urgency
 * @since 0.1.0
 */
export const codeOf = (urgency: Urgency): number => {
  const code = list.indexOf(urgency)
  if (code < 0) {
    throw new RangeError(`An urgency is one of ${list.join(", ")}; got ${urgency}`)
  }
  return code
}

/**
 * What each urgency is called on a screen, in English and Chinese.
 *
 * @source none: usual words of hotline platforms
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Urgency, Label.Label>> = {
  Emergency: { en: "emergency", zh: "突发" },
  Urgent: { en: "urgent", zh: "紧急" },
  Ordinary: { en: "ordinary", zh: "一般" },
  Complex: { en: "complex", zh: "复杂" },
  Petition: { en: "petition", zh: "信访" }
}
