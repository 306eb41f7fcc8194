/**
 * The channel through which a case came in. The intake desk keeps it for good:
 * found-before-complaint shares compare cases that grid workers found with those that residents
 * brought.
 */
import type { Label } from "@wangge/facts"

/**
 * All sources. The position is the number used in columns and in the database: append only, never
 * reorder or reuse a position.
 *
 * @source none: our own names; photo report is 随手拍 (Longxian, Helong), the hotline is 12345, and
 * the others are the usual channels of intake desks
 * @category sources
 * @since 0.1.0
 */
export const list = [
  "Hotline",
  "PhotoReport",
  "GridWorker",
  "Resident",
  "PetitionOffice",
  "HigherLevel"
] as const

/**
 * The channel through which one case came in.
 *
 * @category sources
 * @since 0.1.0
 */
export type CaseSource = (typeof list)[number]

/**
 * The number of a source: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list: a schema at the edge has let it pass.
 *
 * ```ts
 * import { CaseSource } from "@wangge/cases"
 *
 * CaseSource.codeOf("HigherLevel") // => 5
 * ```
 *
 * @category sources
 * @since 0.1.0
 */
export const codeOf = (source: CaseSource): number => {
  const code = list.indexOf(source)
  if (code < 0) {
    throw new RangeError(`A source is one of ${list.join(", ")}; got ${source}`)
  }
  return code
}

/**
 * What each source is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<CaseSource, Label.Label>> = {
  Hotline: { en: "hotline 12345", zh: "12345热线" },
  PhotoReport: { en: "photo report", zh: "随手拍" },
  GridWorker: { en: "found by a grid worker", zh: "网格员发现" },
  Resident: { en: "resident in person", zh: "居民来访" },
  PetitionOffice: { en: "petition office", zh: "信访转办" },
  HigherLevel: { en: "handed down from above", zh: "上级交办" }
}
