/**
 * The numbers of whistles, each with its denominator: how many of those called came, how many came
 * late. A rate of whistles can be too low or too high, so it is shown and never a target.
 */
import * as DeadlineEntry from "./DeadlineEntry.ts"
import type { Whistle } from "./Whistle.ts"
import * as WhistleModule from "./Whistle.ts"
import type * as WhistleRules from "./WhistleRules.ts"

/**
 * A share with its two counts; `share` is from 0 to 1, `"None"` where `ofCount` is 0.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface Share {
  readonly count: number
  readonly ofCount: number
  readonly share: number | "None"
}

/**
 * The numbers of some whistles at one instant.
 *
 * `namedCount` counts all who were ever called. Due are those who came or whose limit has run out;
 * whoever was excused before that is not. `response` is how many of those due have come at all,
 * `onTime` how many came within the limit, `late` all others. `countOf` counts whistles by kind.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface WhistleNumbers {
  readonly whistleCount: number
  readonly countOf: Readonly<Record<WhistleRules.Kind, number>>
  readonly namedCount: number
  readonly excusedCount: number
  readonly response: Share
  readonly onTime: Share
  readonly late: Share
}

/**
 * Counts some whistles at `atSec`, which is at or after their last events.
 *
 * Targets without a limit are named, and never due. Cost: one pass over all targets.
 *
 * @source Beijing government Q&A and press, 2018: response of departments is counted; the
 * denominators are ours
 * @category whistles
 * @since 0.1.0
 */
export const count = (whistles: ReadonlyArray<Whistle>, atSec: number): WhistleNumbers => {
  const entries = whistles.flatMap((whistle) => WhistleModule.standing(whistle).deadlines)
  const { dueCount, onTimeCount, lateCount } = DeadlineEntry.count(entries, atSec)
  const came = entries.filter(({ doneSec }) => doneSec >= 0 && doneSec <= atSec)
  const targets = whistles.flatMap((whistle) => whistle.targets)
  const ofKind = (kind: WhistleRules.Kind): number =>
    whistles.filter((whistle) => whistle.whistleKind === kind).length
  return {
    whistleCount: whistles.length,
    countOf: {
      Outcry: ofKind("Outcry"),
      JointEnforcement: ofKind("JointEnforcement"),
      Emergency: ofKind("Emergency")
    },
    namedCount: targets.length,
    excusedCount: targets.filter(({ status }) => status === "Excused").length,
    response: shareOf(came.length, dueCount),
    onTime: shareOf(onTimeCount, dueCount),
    late: shareOf(lateCount, dueCount)
  }
}

/**
 * Whistles per case, to be shown and not to be minimised: with too few, the small ones are left
 * alone with what they cannot solve, with too many, everybody is called for everything.
 *
 * ```ts
 * import { WhistleNumbers } from "@wangge/cases"
 *
 * WhistleNumbers.perCase([], 0) // => { count: 0, ofCount: 0, share: "None" }
 * ```
 *
 * @source Beijing government Q&A and press, 2018: a whistle rate may be too low or too high
 * @category whistles
 * @since 0.1.0
 */
export const perCase = (whistles: ReadonlyArray<Whistle>, caseCount: number): Share =>
  shareOf(new Set(whistles.map(({ caseId }) => caseId)).size, caseCount)

const shareOf = (countValue: number, ofCount: number): Share => ({
  count: countValue,
  ofCount,
  share: ofCount === 0 ? "None" : countValue / ofCount
})
