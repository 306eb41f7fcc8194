/**
 * External blocks: what kept a unit from a matter and lay outside its power. A block counts when it
 * was logged before the matter was late and approved by somebody else; an excuse written afterwards
 * is shown and counts for nothing.
 */
import type { Label } from "@wangge/facts"

/**
 * Causes of a block. Append only.
 *
 * @source none: our own list
 * @category blocks
 * @since 0.1.0
 */
export const causes = ["OtherAuthority", "Disaster", "Supply", "ResidentAbsent", "Court"] as const

/**
 * One of {@link causes}.
 *
 * @category blocks
 * @since 0.1.0
 */
export type Cause = (typeof causes)[number]

/**
 * What the causes are called on a screen, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Cause, Label.Label>> = {
  OtherAuthority: { en: "another authority has to act first", zh: "须由其他部门先行办理" },
  Disaster: { en: "disaster or weather", zh: "灾害或天气" },
  Supply: { en: "supply of power, water, gas, heat or parts", zh: "水电气热或配件供应" },
  ResidentAbsent: { en: "the resident could not be reached", zh: "当事居民无法联系" },
  Court: { en: "before a court or arbitration", zh: "诉讼或仲裁中" }
}

/**
 * One block of one matter, from `fromSec` up to but not including `untilSec`.
 *
 * @category blocks
 * @since 0.1.0
 */
export interface ExternalBlock {
  readonly blockId: string
  readonly matterId: string
  readonly cause: Cause
  readonly fromSec: number
  readonly untilSec: number
  readonly loggedSec: number
  readonly loggedById: string
  readonly approvedById: string
}

/**
 * Whether a block counts for a matter due at `dueSec`, or why not.
 *
 * `Empty` when it ends before or when it begins or its times are not whole seconds, `NotApproved`
 * without an approver other than who logged it, `LoggedLate` when it was logged after the due second.
 *
 * ```ts
 * import { ExternalBlock } from "@wangge/evaluation"
 *
 * const block: ExternalBlock.ExternalBlock = {
 *   blockId: "b-1", matterId: "case-1", cause: "Supply", fromSec: 0, untilSec: 50, loggedSec: 100,
 *   loggedById: "unit-3", approvedById: "desk-1"
 * }
 * const found = [99, 100].map((dueSec) => ExternalBlock.standing(block, dueSec))
 * found // => ["LoggedLate", "Counts"]
 * ```
 *
 * @source none: our own rule; a log written after the fact proves nothing
 * @category blocks
 * @since 0.1.0
 */
export const standing = (
  block: ExternalBlock,
  dueSec: number
): "Counts" | "Empty" | "NotApproved" | "LoggedLate" => {
  const { fromSec, untilSec, loggedSec, loggedById, approvedById } = block
  const areWhole = [fromSec, untilSec, loggedSec].every((sec) => Number.isSafeInteger(sec))
  if (!areWhole || untilSec <= fromSec) return "Empty"
  if (approvedById.trim() === "" || approvedById === loggedById) return "NotApproved"
  return loggedSec <= dueSec ? "Counts" : "LoggedLate"
}
