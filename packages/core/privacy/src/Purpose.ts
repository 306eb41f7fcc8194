/**
 * What personal data are used for. Every field of a record is tagged with the purposes that it was
 * collected for; a view, a hidden value and a list of persons each ask for the purpose before they
 * answer.
 */
import type { Label } from "@wangge/facts"

/**
 * All purposes. The position is the number used in databases: append only, never reorder or reuse a
 * position. Which field serves which purpose is configured per record, see `View.Fields`.
 *
 * @source Personal Information Protection Law of China (2021), articles 5 and 6: a clear and
 * reasonable purpose, and no more data than it needs; the list itself is ours
 * @category purposes
 * @since 0.1.0
 */
export const list = [
  "Intake",
  "Routing",
  "Handling",
  "FollowUp",
  "Appeal",
  "Care",
  "Evaluation",
  "Statistics",
  "Publication"
] as const

/**
 * One purpose.
 *
 * @category purposes
 * @since 0.1.0
 */
export type Purpose = (typeof list)[number]

/**
 * The number of a purpose: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list: a schema at the edge has let it pass.
 *
 * ```ts
 * import { Purpose } from "@wangge/privacy"
 *
 * Purpose.codeOf("Handling") // => 2
 * ```
 *
 * @category purposes
 * @since 0.1.0
 */
export const codeOf = (purpose: Purpose): number => {
  const code = list.indexOf(purpose)
  if (code < 0) throw new RangeError(`A purpose is one of ${list.join(", ")}`)
  return code
}

/**
 * What each purpose is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Purpose, Label.Label>> = {
  Intake: { en: "intake", zh: "受理登记" },
  Routing: { en: "routing", zh: "分拨派单" },
  Handling: { en: "handling", zh: "处置" },
  FollowUp: { en: "follow-up", zh: "回访" },
  Appeal: { en: "appeal", zh: "申诉" },
  Care: { en: "care", zh: "帮扶关爱" },
  Evaluation: { en: "evaluation", zh: "考核评价" },
  Statistics: { en: "statistics", zh: "统计" },
  Publication: { en: "publication", zh: "公开公示" }
}
