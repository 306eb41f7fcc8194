/**
 * What one simulated run leaves behind: plain numbers and typed arrays that can cross a thread
 * boundary unchanged. A study is made of these, reduced in the order of their numbers.
 */
import type * as Outcome from "./Outcome.ts"

/**
 * The kinds of worker whose time is accounted for.
 *
 * @category results
 * @since 0.1.0
 */
export const workerKinds = [
  "gridWorker",
  "communityStaff",
  "subdistrictStaff",
  "departmentStaff",
  "onCall"
] as const

/**
 * One kind of worker.
 *
 * @category results
 * @since 0.1.0
 */
export type WorkerKind = (typeof workerKinds)[number]

/**
 * The result of one replication.
 *
 * Arrays "by hour of week" have 168 cells from Monday 00:00 local time; "by week" has one cell
 * per week of the measured period (the last may be shorter); "by level" has the four handling
 * levels grid, community, sub-district, department.
 *
 * @category results
 * @since 0.1.0
 */
export interface Replication {
  readonly replication: number
  /** Hash of every executed event and every move of every case, in order. */
  readonly hash: string
  readonly eventCount: number
  /** One value per outcome; NaN where the run gives none (nothing was due, for example). */
  readonly outcomes: Readonly<Record<Outcome.Id, number>>
  /** Cases of the measured period by end state and still open; they add up to casesRaised. */
  readonly conservation: Conservation
  readonly raisedByWeek: ReadonlyArray<number>
  readonly closedByWeek: ReadonlyArray<number>
  /** Cases open at the end of each week, those of the warm-up included. */
  readonly openByWeek: ReadonlyArray<number>
  /** Hours from report to closing of every closed case, by the level that finished it, sorted. */
  readonly hoursToCloseByLevel: ReadonlyArray<ReadonlyArray<number>>
  /** Busy share of the grid workers present, 168 cells; NaN where nobody is ever on shift. */
  readonly useByHourOfWeek: ReadonlyArray<number>
  readonly useByWorkerKind: Readonly<Record<WorkerKind, UseOfTime>>
  /** One row per community in tree order. */
  readonly communities: ReadonlyArray<CommunityResult>
  /** One row per category in list order: raised, and closed in time of due. */
  readonly categories: ReadonlyArray<CategoryResult>
  readonly raisedBySource: ReadonlyArray<number>
  /** Cases that wait for a level without any worker, at the end. */
  readonly waitingForNobody: number
}

/**
 * Opened cases by what became of them.
 *
 * @category results
 * @since 0.1.0
 */
export interface Conservation {
  readonly raised: number
  readonly writtenOff: number
  readonly rejected: number
  readonly merged: number
  readonly withdrawn: number
  readonly open: number
  /** The same six numbers for each grid, in tree order, row after row. */
  readonly byGrid: ReadonlyArray<number>
}

/**
 * Hours of one kind of worker over the measured period.
 *
 * @category results
 * @since 0.1.0
 */
export interface UseOfTime {
  readonly workerCount: number
  readonly availableHours: number
  readonly caseHours: number
  readonly dutyHours: number
  readonly overtimeHours: number
  /** Gini coefficient of the workers' shares of busy time, 0 = all alike; NaN without workers. */
  readonly gini: number
}

/**
 * One community's cases.
 *
 * @category results
 * @since 0.1.0
 */
export interface CommunityResult {
  readonly id: string
  readonly raised: number
  readonly due: number
  readonly closedInTime: number
}

/**
 * One category's cases.
 *
 * @category results
 * @since 0.1.0
 */
export interface CategoryResult {
  readonly category: string
  readonly raised: number
  readonly due: number
  readonly closedInTime: number
}
