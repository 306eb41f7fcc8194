/**
 * Where an appeal against the end of a case stands. An appeal is no status: the case stays written
 * off or rejected until somebody decides that it was wrong to end it.
 */
import type { Label } from "@wangge/facts"

/**
 * All states of an appeal. An upheld one is not among them: it opens the case again, and the next
 * end can be appealed anew. The position in the list is the number used in columns: append only,
 * never reorder or reuse a position.
 *
 * @source none: our own names
 * @category appeals
 * @since 0.1.0
 */
export const list = ["None", "Pending", "Dismissed"] as const

/**
 * The state of the appeal against the present end.
 *
 * @category appeals
 * @since 0.1.0
 */
export type AppealState = (typeof list)[number]

/**
 * The number of a state: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { AppealState } from "@wangge/cases"
 *
 * AppealState.codeOf("Pending") // => 1
 * ```
 *
 * @category appeals
 * @since 0.1.0
 */
export const codeOf = (state: AppealState): number => {
  const code = list.indexOf(state)
  if (code < 0) throw new RangeError(`A state is one of ${list.join(", ")}; got ${state}`)
  return code
}

/**
 * What each state is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<AppealState, Label.Label>> = {
  None: { en: "no appeal", zh: "无申诉" },
  Pending: { en: "appeal pending", zh: "申诉待裁定" },
  Dismissed: { en: "appeal dismissed", zh: "申诉被驳回" }
}
