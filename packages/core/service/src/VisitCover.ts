/**
 * Cover of visits (走访覆盖率): visited / due, with every visit that was due in exactly one count, and
 * the load of those who visit. A refused visit is an attempt, neither cover nor fault.
 */
import type { Id } from "@wangge/facts"
import { type Obligation, obligationsOf, type Standing } from "./internal/visitAllocation.ts"
import * as VisitCadence from "./VisitCadence.ts"
import { groupOf, type VisitGroup, type VisitPlan } from "./VisitPlan.ts"
import type { VisitTarget } from "./VisitTarget.ts"

/**
 * The cover of one group in one period.
 *
 * `dueCount` is the sum of the next seven: visited in the period, early or late; refused; tried in
 * vain, or not tried at all, until the time was over; and open, as long as it is not over. Apart from
 * them `lapsedCount` were no longer due since the target had left the list. Visited are the first
 * three together, and `share` is visited / due, `"None"` where nothing was due.
 *
 * @category cover
 * @since 0.1.0
 */
export interface Cover {
  readonly groupId: string
  readonly period: VisitCadence.Period
  readonly dueCount: number
  readonly onTimeCount: number
  readonly earlyCount: number
  readonly lateCount: number
  readonly refusedCount: number
  readonly nobodyThereCount: number
  readonly missedCount: number
  readonly openCount: number
  readonly lapsedCount: number
  readonly visitedCount: number
  readonly share: number | "None"
}

/**
 * When to look: the period that holds `inSec`, as it stands at `atSec`.
 *
 * @category cover
 * @since 0.1.0
 */
export interface When {
  readonly inSec: number
  readonly atSec: number
}

/**
 * The cover of every group of a plan, in its own period that holds `when.inSec`.
 *
 * A target owes its visits in every period that finds it on the list at its first second; in the
 * period in which it comes onto the list it owes nothing yet. A visit counts once, for the period that
 * ends first among those whose time it falls into. Targets of groups that the plan does not have are
 * left out: give the targets of one visitor, or of one grid, for the cover of those. Cost: periods
 * since the listing times visits, per target.
 *
 * @source Longxian, Jiyang, Helong and Bagongshan reports name regular visits; visited / due is ours
 * @category cover
 * @since 0.1.0
 */
export const of = (
  plan: VisitPlan,
  targets: ReadonlyArray<VisitTarget>,
  when: When
): ReadonlyArray<Cover> =>
  plan.groups.map((group) => {
    const period = VisitCadence.periodOf(plan.zone, group.cadence.unit, when.inSec)
    const standings = targets
      .filter(({ groupId }) => groupId === group.groupId)
      .flatMap((target) => inPeriod(plan, group, target, period, when.atSec))
    return coverOf(group.groupId, period, standings)
  })

const inPeriod = (
  plan: VisitPlan,
  group: VisitGroup,
  target: VisitTarget,
  period: VisitCadence.Period,
  atSec: number
): ReadonlyArray<Standing> =>
  obligationsOf(plan, group, target, { untilSec: period.untilSec, atSec })
    .filter((one) => one.period.fromSec === period.fromSec)
    .map(({ standing }) => standing)

const coverOf = (
  groupId: string,
  period: VisitCadence.Period,
  standings: ReadonlyArray<Standing>
): Cover => {
  const count = (standing: Standing): number => standings.filter((one) => one === standing).length
  const visitedCount = count("OnTime") + count("Early") + count("Late")
  const dueCount = standings.length - count("Lapsed")
  return {
    groupId,
    period,
    dueCount,
    onTimeCount: count("OnTime"),
    earlyCount: count("Early"),
    lateCount: count("Late"),
    refusedCount: count("Refused"),
    nobodyThereCount: count("NobodyThere"),
    missedCount: count("Missed"),
    openCount: count("Open"),
    lapsedCount: count("Lapsed"),
    visitedCount,
    share: dueCount === 0 ? "None" : visitedCount / dueCount
  }
}

/**
 * One visit that is due now: at whom, where, and until when (the first second at which it is too
 * late).
 *
 * @category cover
 * @since 0.1.0
 */
export interface DueVisit {
  readonly targetId: Id.Id<"VisitTarget">
  readonly groupId: string
  readonly gridId: Id.Id<"Grid">
  readonly visitorId: Id.Id<"Person">
  readonly periodName: string
  readonly untilSec: number
}

/**
 * What is due at `atSec`: the visits still owed in the running periods, and late ones that can still
 * be made, soonest end first, then by target.
 *
 * @category cover
 * @since 0.1.0
 */
export const dueAt = (
  plan: VisitPlan,
  targets: ReadonlyArray<VisitTarget>,
  atSec: number
): ReadonlyArray<DueVisit> =>
  targets
    .flatMap((target) => {
      const group = groupOf(plan, target.groupId)
      if (group === undefined || target.status === "Delisted") return []
      return obligationsOf(plan, group, target, { untilSec: atSec, atSec })
        .filter(({ standing }) => standing === "Open")
        .map((owed) => dueVisit(plan, target, owed))
    })
    .toSorted(
      (one, other) => one.untilSec - other.untilSec || (one.targetId < other.targetId ? -1 : 1)
    )

const dueVisit = (plan: VisitPlan, target: VisitTarget, { period }: Obligation): DueVisit => ({
  targetId: target.targetId,
  groupId: target.groupId,
  gridId: target.gridId,
  visitorId: target.visitorId,
  periodName: period.name,
  untilSec: period.untilSec + plan.lateSec
})

/**
 * What a plan asks of one visitor in a whole year: visits and planned minutes, ways not counted.
 *
 * @category load
 * @since 0.1.0
 */
export interface Load {
  readonly targetCount: number
  readonly visitsPerYear: number
  readonly minutesPerYear: number
}

/**
 * The load of a visitor from the targets on the list. A year has whole numbers of every period, so
 * nothing is rounded; divide by 12 for a month.
 *
 * @source none: a sum of the plan
 * @category load
 * @since 0.1.0
 */
export const loadOf = (
  plan: VisitPlan,
  targets: ReadonlyArray<VisitTarget>,
  visitorId: string
): Load => {
  const groups = targets
    .filter((target) => target.status === "Listed" && target.visitorId === visitorId)
    .map(({ groupId }) => groupOf(plan, groupId))
    .filter((group) => group !== undefined)
  const visits = groups.map(({ cadence }) => perYear[cadence.unit] * cadence.times)
  return {
    targetCount: groups.length,
    visitsPerYear: visits.reduce((sum, one) => sum + one, 0),
    minutesPerYear: visits.reduce((sum, one, index) => sum + one * groups[index]!.minutes, 0)
  }
}

const perYear: Readonly<Record<VisitCadence.Unit, number>> = {
  Month: 12,
  Quarter: 4,
  HalfYear: 2,
  Year: 1
}
