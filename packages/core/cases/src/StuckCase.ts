/**
 * Which cases are stuck: overdue, returned again and again, or waiting for several departments. The
 * weekly joint meeting takes them up. The rule reads a few plain facts of a case, whoever keeps
 * them.
 */
import { Deadline } from "@wangge/calendar"
import { type Id, type Label, type Provenance, Seconds } from "@wangge/facts"

/**
 * Why a case is stuck. Append only.
 *
 * @source Longxian and Jiyang name the meeting (联席会议) and not which cases come to it: ours
 * @category joint meetings
 * @since 0.1.0
 */
export const grounds = ["Overdue", "ReturnedTooOften", "WaitsForSeveral"] as const

/**
 * One of {@link grounds}.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export type Ground = (typeof grounds)[number]

/**
 * What each ground is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Ground, Label.Label>> = {
  Overdue: { en: "overdue", zh: "超期" },
  ReturnedTooOften: { en: "returned too often", zh: "多次退回" },
  WaitsForSeveral: { en: "waits for several departments", zh: "等待多个部门" }
}

/**
 * What the rule has to know of a case. `dueSec` is `Infinity` without a limit; `waitingUnitIds` are
 * the units of which something is still awaited.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface CaseStanding {
  readonly caseId: Id.Id<"Case">
  readonly isOpen: boolean
  readonly dueSec: number
  readonly returnCount: number
  readonly waitingUnitIds: ReadonlyArray<string>
}

/**
 * The numbers of a locality. A case is stuck when it is more than `overdueSec` late, was returned
 * `returnCountMin` times, or waits for `waitingUnitCountMin` different units. The next meeting is
 * at most `intervalSecMax` after the present one is closed.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface MeetingRules {
  readonly overdueSec: number
  readonly returnCountMin: number
  readonly waitingUnitCountMin: number
  readonly intervalSecMax: number
  readonly provenance: Readonly<
    Record<
      "overdueSec" | "returnCountMin" | "waitingUnitCountMin" | "intervalSecMax",
      Provenance.Provenance
    >
  >
}

/**
 * Late at all, returned twice, or waiting for two departments; a meeting every week.
 *
 * @source weekly: Longxian report (six ones: 六个一, 一周例会协调); the other numbers are assumed
 * @category joint meetings
 * @since 0.1.0
 */
export const base: MeetingRules = {
  overdueSec: 0,
  returnCountMin: 2,
  waitingUnitCountMin: 2,
  intervalSecMax: Seconds.weekSec,
  provenance: {
    overdueSec: { kind: "assumed", reason: "whatever is late is looked at in the same week" },
    returnCountMin: { kind: "assumed", reason: "one return can be a slip, two are a dispute" },
    waitingUnitCountMin: { kind: "assumed", reason: "two units can wait for each other" },
    intervalSecMax: {
      kind: "reported",
      report: "Longxian, news report on four-quality communities, 2023",
      phrase: "一周例会协调"
    }
  }
}

/**
 * A stuck case with its grounds, in the order of {@link grounds}.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface StuckCase {
  readonly caseId: Id.Id<"Case">
  readonly grounds: ReadonlyArray<Ground>
}

/**
 * The cases that are stuck at `atSec`, in the order given; closed ones never are.
 *
 * ```ts
 * import { StuckCase } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const lamp: StuckCase.CaseStanding = {
 *   caseId: Id.make("lamp"), isOpen: true, dueSec: 100, returnCount: 2, waitingUnitIds: ["water"]
 * }
 * const found = StuckCase.stuck([lamp], StuckCase.base, 100)
 * found // => [{ caseId: "lamp", grounds: ["ReturnedTooOften"] }]
 * ```
 *
 * @source none: Longxian and Jiyang name the meeting, the grounds are ours
 * @category joint meetings
 * @since 0.1.0
 */
export const stuck = (
  cases: ReadonlyArray<CaseStanding>,
  rules: MeetingRules,
  atSec: number
): ReadonlyArray<StuckCase> =>
  cases.flatMap((one) => {
    const found = one.isOpen ? groundsOf(one, rules, atSec) : []
    return found.length === 0 ? [] : [{ caseId: one.caseId, grounds: found }]
  })

const groundsOf = (
  one: CaseStanding,
  rules: MeetingRules,
  atSec: number
): ReadonlyArray<Ground> => {
  const holds: Readonly<Record<Ground, boolean>> = {
    Overdue: Deadline.isOverdue(one.dueSec + rules.overdueSec, atSec),
    ReturnedTooOften: one.returnCount >= rules.returnCountMin,
    WaitsForSeveral: new Set(one.waitingUnitIds).size >= rules.waitingUnitCountMin
  }
  return grounds.filter((ground) => holds[ground])
}
