/**
 * A surge in numbers: how many were called, answered, came and did not, and how long the answers and
 * the ways took. Everybody on the list is in exactly one of the counts.
 */
import { notYet } from "./ServiceMove.ts"
import type * as Surge from "./Surge.ts"

/**
 * A median over whole seconds: the middle value, of two the earlier; `"None"` of nothing.
 *
 * @category numbers
 * @since 0.1.0
 */
export type MedianSec = number | "None"

/**
 * The numbers of one surge.
 *
 * `statusCount` counts the members by where they stand, and adds up to `listedCount`. `calledCount`
 * are those listed who were called; of them `onTimeCount` answered within the time of the plan,
 * `lateCount` later, `silentCount` not at all. `cameCount` have arrived at some time. `dutySec` are
 * the seconds on duty of all together, duties that have ended.
 *
 * @category numbers
 * @since 0.1.0
 */
export interface SurgeNumbers {
  readonly listedCount: number
  readonly statusCount: Readonly<Record<Surge.MemberStatus, number>>
  readonly calledCount: number
  readonly onTimeCount: number
  readonly lateCount: number
  readonly silentCount: number
  readonly cameCount: number
  readonly medianAnswerSec: MedianSec
  readonly medianArrivalSec: MedianSec
  readonly dutySec: number
}

/**
 * Counts a surge. Cost: linear, and sorting the times.
 *
 * @source none: our own counters
 * @category numbers
 * @since 0.1.0
 */
export const of = (surge: Surge.Surge): SurgeNumbers => {
  const { members, plan } = surge
  const countOf = (status: Surge.MemberStatus): number =>
    members.filter((one) => one.status === status).length
  const called = members.filter(({ calledSec }) => calledSec !== notYet)
  const answers = called
    .filter(({ answeredSec }) => answeredSec !== notYet)
    .map(({ answeredSec, calledSec }) => answeredSec - calledSec)
  const ways = called
    .filter(({ arrivedSec }) => arrivedSec !== notYet)
    .map(({ arrivedSec, calledSec }) => arrivedSec - calledSec)
  const onTimeCount = answers.filter((sec) => sec <= plan.respondWithinSec).length
  return {
    listedCount: members.length,
    statusCount: {
      StandBy: countOf("StandBy"),
      Called: countOf("Called"),
      Coming: countOf("Coming"),
      Declined: countOf("Declined"),
      Missing: countOf("Missing"),
      There: countOf("There"),
      OnDuty: countOf("OnDuty"),
      Released: countOf("Released")
    },
    calledCount: called.length,
    onTimeCount,
    lateCount: answers.length - onTimeCount,
    silentCount: called.length - answers.length,
    cameCount: ways.length,
    medianAnswerSec: median(answers),
    medianArrivalSec: median(ways),
    dutySec: members.reduce((sum, { dutySec }) => sum + dutySec, 0)
  }
}

const median = (values: ReadonlyArray<number>): MedianSec =>
  values.toSorted((one, other) => one - other)[(values.length - 1) >> 1] ?? "None"
