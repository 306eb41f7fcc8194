/**
 * What came out of an attempt to follow up a case with its reporter or a checker. Whether the
 * matter is truly resolved is kept apart from how satisfied the reporter is (see `Satisfaction`).
 */
import type { Label } from "@wangge/facts"

/**
 * All outcomes. `NotReached` is a logged failed attempt; `Confirmed` makes the resolution verified;
 * `NotResolved` reopens the case. The position is the number used in columns and in the database:
 * append only, never reorder or reuse a position.
 *
 * @source none: our own names
 * @category follow-up
 * @since 0.1.0
 */
export const list = ["NotReached", "Confirmed", "NotResolved"] as const

/**
 * What one attempt to follow up a case brought.
 *
 * @category follow-up
 * @since 0.1.0
 */
export type FollowUpOutcome = (typeof list)[number]

/**
 * The number of an outcome: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list: a schema at the edge has let it pass.
 *
 * ```ts
 * import { FollowUpOutcome } from "@wangge/cases"
 *
 * FollowUpOutcome.codeOf("NotResolved") // => 2
 * ```
 *
 * @category follow-up
 * @since 0.1.0
 */
export const codeOf = (outcome: FollowUpOutcome): number => {
  const code = list.indexOf(outcome)
  if (code < 0) {
    throw new RangeError(`A follow-up outcome is one of ${list.join(", ")}; got ${outcome}`)
  }
  return code
}

/**
 * What each outcome is called on a screen, in English and Chinese.
 *
 * @source none: usual words of follow-up calls
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<FollowUpOutcome, Label.Label>> = {
  NotReached: { en: "not reached", zh: "未联系上" },
  Confirmed: { en: "confirmed resolved", zh: "核实解决" },
  NotResolved: { en: "not resolved", zh: "未解决" }
}
