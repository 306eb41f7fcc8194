/**
 * Why a case goes one level up by command. Scores that pass a threshold are the third way up; they
 * come with an assessment and need no cause of their own.
 */
import type { Label } from "@wangge/facts"

/**
 * Both causes. `Lateness` is accepted only once the due second has passed. The position in the list
 * is the number used in recorded runs: append only, never reorder or reuse a position.
 *
 * @source none: our own names
 * @category escalation
 * @since 0.1.0
 */
export const list = ["Judgement", "Lateness"] as const

/**
 * One cause.
 *
 * @category escalation
 * @since 0.1.0
 */
export type EscalationCause = (typeof list)[number]

/**
 * The number of a cause: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { EscalationCause } from "@wangge/cases"
 *
 * EscalationCause.codeOf("Lateness") // => 1
 * ```
 *
 * @category escalation
 * @since 0.1.0
 */
export const codeOf = (cause: EscalationCause): number => {
  const code = list.indexOf(cause)
  if (code < 0) throw new RangeError(`A cause is one of ${list.join(", ")}; got ${cause}`)
  return code
}

/**
 * What each cause is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<EscalationCause, Label.Label>> = {
  Judgement: { en: "beyond the level, in its own judgement", zh: "本级认为超出能力" },
  Lateness: { en: "late", zh: "超期" }
}
