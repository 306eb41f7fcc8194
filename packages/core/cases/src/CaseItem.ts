/**
 * The items that a move can need: a reason, an approver, a result note and so on. A profile says
 * per action which are needed; a refusal names those that are missing. In tables a set of items is
 * one number with a bit per item, so that checking a move costs one bitwise operation. Some items
 * come with the command, others stand in the record ({@link recordItems}).
 */
import type { Label } from "@wangge/facts"

/**
 * All items. The position is the number of the bit: append only, never reorder or reuse a
 * position.
 *
 * @source none: our own names
 * @category items
 * @since 0.1.0
 */
export const list = [
  "Reason",
  "Approver",
  "EndDate",
  "ResultNote",
  "FollowUpOutcome",
  "ResponsibleUnit",
  "OriginalCase",
  "Grid",
  "Photo",
  "Point",
  "Attachment",
  "Checker",
  "MatterKind",
  "Scores",
  "Contact",
  "Publication"
] as const

/**
 * One item that a move can need.
 *
 * @category items
 * @since 0.1.0
 */
export type CaseItem = (typeof list)[number]

/**
 * The bit of an item: 2 to the power of its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { CaseItem } from "@wangge/cases"
 *
 * CaseItem.bitOf("EndDate") // => 4
 * ```
 *
 * @category items
 * @since 0.1.0
 */
export const bitOf = (item: CaseItem): number => {
  const position = list.indexOf(item)
  if (position < 0) throw new RangeError(`An item is one of ${list.join(", ")}; got ${item}`)
  return 1 << position
}

/**
 * The set of all items as one number: what a caller gives who has everything at hand.
 *
 * ```ts
 * import { CaseItem } from "@wangge/cases"
 *
 * CaseItem.everything // => 65535
 * ```
 *
 * @category items
 * @source none: follows from the list
 * @since 0.1.0
 */
export const everything = (1 << list.length) - 1

/**
 * The items that the record of a case holds, whoever gives the command: that a checker confirmed
 * the claim, that the matter was sorted, that the scores are there, that the first contact was
 * made, that residents were told. Triage, reclassifying and assessing bring theirs with them.
 *
 * @category items
 * @source none: our own choice of what a record can prove
 * @since 0.1.0
 */
export const recordItems = ["Checker", "MatterKind", "Scores", "Contact", "Publication"] as const

/**
 * The set of some items as one number.
 *
 * ```ts
 * import { CaseItem } from "@wangge/cases"
 *
 * CaseItem.toBits(["Reason", "EndDate"]) // => 5
 * ```
 *
 * @category items
 * @since 0.1.0
 */
export const toBits = (items: ReadonlyArray<CaseItem>): number =>
  items.reduce((bits, item) => bits | bitOf(item), 0)

/**
 * The items in a set given as one number, in the order of {@link list}.
 *
 * ```ts
 * import { CaseItem } from "@wangge/cases"
 *
 * CaseItem.fromBits(5) // => ["Reason", "EndDate"]
 * ```
 *
 * @category items
 * @since 0.1.0
 */
export const fromBits = (bits: number): ReadonlyArray<CaseItem> =>
  list.filter((item) => (bits & bitOf(item)) !== 0)

/**
 * What each item is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<CaseItem, Label.Label>> = {
  Reason: { en: "reason", zh: "理由" },
  Approver: { en: "approver", zh: "审批人" },
  EndDate: { en: "end date", zh: "截止日期" },
  ResultNote: { en: "result note", zh: "处置结果说明" },
  FollowUpOutcome: { en: "follow-up outcome or failed attempt", zh: "回访结果或未联系上的记录" },
  ResponsibleUnit: { en: "responsible unit", zh: "责任单位" },
  OriginalCase: { en: "original case", zh: "原案件" },
  Grid: { en: "grid", zh: "网格" },
  Photo: { en: "photo", zh: "照片" },
  Point: { en: "point on the map", zh: "定位" },
  Attachment: { en: "attachment", zh: "附件" },
  Checker: { en: "a checker's confirmation", zh: "核查员的确认" },
  MatterKind: { en: "kind of matter", zh: "事项类别(大事、小事、私事)" },
  Scores: { en: "scores of cost, conflict and difficulty", zh: "成本、矛盾、难度评分" },
  Contact: { en: "first contact", zh: "首次联系" },
  Publication: { en: "publication to residents", zh: "向居民公示" }
}
