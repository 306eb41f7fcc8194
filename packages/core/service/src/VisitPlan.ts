/**
 * A plan of visits: which groups are visited, how often, for how long, and for what purpose. The
 * groups are the town's own (every household, old people living alone, hardship); who is in one is
 * known by opaque ids, and why is not told here.
 */
import { Zone } from "@wangge/calendar"
import { Id, type Label, Seconds } from "@wangge/facts"
import type { DataClass, Purpose } from "@wangge/privacy"
import { firstTwice } from "./internal/moveFrame.ts"
import * as VisitCadence from "./VisitCadence.ts"
import * as VisitProblem from "./VisitProblem.ts"

/**
 * One group: how often, `minutes` planned for a visit, and the purpose of the visits. `dataClass` is
 * how delicate it is to know that somebody is in the group.
 *
 * @category visit plans
 * @since 0.1.0
 */
export interface VisitGroup {
  readonly groupId: string
  readonly label: Label.Label
  readonly cadence: VisitCadence.VisitCadence
  readonly minutes: number
  readonly purpose: Purpose.Purpose
  readonly dataClass: DataClass.DataClass
}

/**
 * A plan. `zone` is where months begin. A visit counts for a period from `earlySec` seconds before it
 * begins (then it is early) until `lateSec` seconds after it has ended (then it is late).
 *
 * @category visit plans
 * @since 0.1.0
 */
export interface VisitPlan {
  readonly planId: string
  readonly label: Label.Label
  readonly zone: string
  readonly groups: ReadonlyArray<VisitGroup>
  readonly earlySec: number
  readonly lateSec: number
}

/**
 * Each household once a quarter for half an hour, neither early nor late: the fixed duty that makes a
 * grid worker's month.
 *
 * A worker for 209 households then has 34.8 hours of visits a month. Where a report asks for other
 * groups, a town adds them.
 *
 * @source none: assumed (209 households, one visit each a quarter, 30 min, about 35 hours a month)
 * @category visit plans
 * @since 0.1.0
 */
export const everyHousehold: VisitPlan = {
  planId: "everyHousehold",
  label: { en: "Every household once a quarter", zh: "每季度入户走访一次" },
  zone: "Asia/Shanghai",
  groups: [
    {
      groupId: "households",
      label: { en: "All households", zh: "全部住户" },
      cadence: { unit: "Quarter", times: 1 },
      minutes: 30,
      purpose: "Intake",
      dataClass: "Ordinary"
    }
  ],
  earlySec: 0,
  lateSec: 0
}

/**
 * Everything that is wrong with a plan: `UnknownZone`, `NoGroup`, `BadId`, `GroupTwice`,
 * `CadenceImpossible`, `MinutesImpossible` (not 1 to 1,440) and `MarginImpossible` (not whole seconds
 * from 0, or so long that one visit could count for two periods that do not touch: more than 28 days).
 *
 * @category checks
 * @since 0.1.0
 */
export const problems = (plan: VisitPlan): ReadonlyArray<VisitProblem.VisitProblem> => {
  const found: Array<VisitProblem.VisitProblem> = []
  if (!Zone.isKnown(plan.zone)) {
    found.push(VisitProblem.make("UnknownZone", "zone", plan.zone, "IANA"))
  }
  if (plan.groups.length === 0) found.push(VisitProblem.make("NoGroup", "groups", 0, ">= 1"))
  const twice = firstTwice(plan.groups.map(({ groupId }) => groupId))
  for (const { groupId } of plan.groups) {
    if (!Id.isValid(groupId)) found.push(VisitProblem.make("BadId", "groupId", groupId, "Id"))
  }
  if (twice !== undefined) found.push(VisitProblem.make("GroupTwice", "groups", twice, 1))
  for (const { groupId, cadence, minutes } of plan.groups) {
    if (!VisitCadence.isGood(cadence)) {
      found.push(VisitProblem.make("CadenceImpossible", groupId, cadence.times, ">= 1"))
    }
    if (!(Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= minutesMax)) {
      found.push(VisitProblem.make("MinutesImpossible", groupId, minutes, `1 to ${minutesMax}`))
    }
  }
  for (const name of ["earlySec", "lateSec"] as const) {
    const margin = plan[name]
    if (Number.isSafeInteger(margin) && margin >= 0 && margin <= marginMax) continue
    found.push(VisitProblem.make("MarginImpossible", name, margin, `0 to ${marginMax}`))
  }
  return found
}

/**
 * The longest visit that a plan or a record may state, in minutes: a day.
 *
 * @source none: a guard against slips of units
 * @category checks
 * @since 0.1.0
 */
export const minutesMax = 1440

/** @source none: no month is shorter than 28 days */
const marginMax = 28 * Seconds.daySec

/**
 * The group of an id, or `undefined`.
 *
 * @category visit plans
 * @since 0.1.0
 */
export const groupOf = (plan: VisitPlan, groupId: string): VisitGroup | undefined =>
  plan.groups.find((group) => group.groupId === groupId)
