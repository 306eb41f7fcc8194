/**
 * How satisfied the reporter says to be when followed up. Apart from whether the matter is
 * resolved: a resolved case can leave somebody dissatisfied, and the other way round.
 */
import type { Label } from "@wangge/facts"

/**
 * All answers; `Unanswered` where nobody was reached or the question was not answered. The position
 * is the number used in columns and in the database: append only, never reorder or reuse a
 * position.
 *
 * @source none: our own names
 * @category follow-up
 * @since 0.1.0
 */
export const list = ["Satisfied", "Dissatisfied", "Unanswered"] as const

/**
 * What one reporter answered when asked for satisfaction.
 *
 * @category follow-up
 * @since 0.1.0
 */
export type Satisfaction = (typeof list)[number]

/**
 * The number of an answer: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list: a schema at the edge has let it pass.
 *
 * ```ts
 * import { Satisfaction } from "@wangge/cases"
 *
 * Satisfaction.codeOf("Unanswered") // => 2
 * ```
 *
 * @category follow-up
 * @since 0.1.0
 */
export const codeOf = (satisfaction: Satisfaction): number => {
  const code = list.indexOf(satisfaction)
  if (code < 0) {
    throw new RangeError(`A satisfaction is one of ${list.join(", ")}; got ${satisfaction}`)
  }
  return code
}

/**
 * What each answer is called on a screen, in English and Chinese.
 *
 * @source none: usual words of follow-up calls
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Satisfaction, Label.Label>> = {
  Satisfied: { en: "satisfied", zh: "满意" },
  Dissatisfied: { en: "dissatisfied", zh: "不满意" },
  Unanswered: { en: "no answer", zh: "未评价" }
}
