/**
 * Whose matter a case is: everybody's, a small public benefit, or a household's own. The three-matter
 * triage sends each another way; a case that nobody has sorted in this way is unsorted.
 */
import type { Label } from "@wangge/facts"

/**
 * All kinds, after `Unsorted` for a case that was not sorted by matter. The position in the list is the number used in tables and
 * columns: append only, never reorder or reuse a position.
 *
 * @source Bagongshan report: 三事分流 (大事、小事、私事); `Unsorted` is ours
 * @category triage
 * @since 0.1.0
 */
export const list = ["Unsorted", "Big", "Small", "Private"] as const

/**
 * One kind of matter.
 *
 * @category triage
 * @since 0.1.0
 */
export type MatterKind = (typeof list)[number]

/**
 * The number of a kind of matter: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * @category triage
 * @since 0.1.0
 */
export const codeOf = (value: MatterKind): number => {
  const code = list.indexOf(value)
  if (code < 0) throw new RangeError(`Expected one of ${list.join(", ")}; got ${value}`)
  return code
}

/**
 * What each is called on a screen, in English and Chinese.
 *
 * @source none: usual words of case platforms
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<MatterKind, Label.Label>> = {
  Unsorted: { en: "not sorted by matter", zh: "未分" },
  Big: { en: "big matter (public affair)", zh: "大事" },
  Small: { en: "small matter (public benefit)", zh: "小事" },
  Private: { en: "private matter", zh: "私事" }
}
