/**
 * A scenario: everything a simulated town needs, as one plain record that can be written to a
 * file, edited and read back. A scenario made from a locality carries that locality's published
 * counts; the rest are assumptions whose reasons `Assumption` holds.
 */
import type { HandlingLevel, Urgency } from "@wangge/cases"
import type { Duties, Resolution, Satisfaction, Timing } from "./internal/scenarioWork.ts"
import type * as Shock from "./Shock.ts"

export type { Duties, Resolution, Satisfaction, Timing } from "./internal/scenarioWork.ts"

/**
 * The name of the file format, as its `format` field says it.
 *
 * @category format
 * @since 0.1.0
 */
export const format = "wangge-scenario"

/**
 * The version of the file format that this package reads and writes.
 *
 * @category format
 * @since 0.1.0
 */
export const version = 1

/**
 * A town, its people, its demand and its rules.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Scenario {
  readonly format: typeof format
  readonly version: typeof version
  /** Id of the locality whose preset this started from; `own` for a town of your own. */
  readonly locality: string
  readonly name: { readonly en: string; readonly zh: string }
  /** Id of the case profile whose moves hold, such as `fiveStep`. */
  readonly profile: string
  readonly calendar: Calendar
  readonly territory: Territory
  readonly staff: Staff
  readonly demand: Demand
  readonly defects: Defects
  readonly timing: Timing
  readonly duties: Duties
  readonly resolution: Resolution
  readonly satisfaction: Satisfaction
  readonly deadlines: Readonly<Record<Urgency.Urgency, DeadlineRow>>
  readonly policy: Policy
  readonly shocks: ReadonlyArray<Shock.Shock>
}

/**
 * When the run takes place and when people work.
 *
 * Days before `startDate` are the warm-up: they fill the desks and are not counted.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Calendar {
  /** IANA time zone. */
  readonly zone: string
  /** First measured day, `YYYY-MM-DD`. */
  readonly startDate: string
  /** Measured days, at least 1. */
  readonly days: number
  /** Days simulated before the first measured one. */
  readonly warmUpDays: number
  /** Shifts of a working day, `HH:MM`, in order and without overlap. */
  readonly shifts: ReadonlyArray<{ readonly from: string; readonly until: string }>
  /** `china` for public holidays and make-up workdays, `none` for plain weeks. */
  readonly holidays: "china" | "none"
}

/**
 * Counts of the territorial tree. Without `listed` they are spread evenly so that every total is
 * exact; with it the town is as the lists say, and the counts are their totals.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Territory {
  readonly subdistricts: number
  readonly communities: number
  readonly grids: number
  readonly buildings: number
  readonly units: number
  readonly households: number
  readonly personsPerHousehold: number
  readonly listed?: ListedTerritory
}

/**
 * A town place by place, uneven as it is. Ids are unique over all three lists.
 *
 * `staff` and `gridWorkers` say how the totals of `Staff` lie over the places: where the totals are
 * changed, they are shared out in these proportions, and evenly where all of them are 0.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface ListedTerritory {
  readonly subdistricts: ReadonlyArray<{ readonly id: string; readonly staff: number }>
  readonly communities: ReadonlyArray<{
    readonly id: string
    /** Id of the sub-district it lies in. */
    readonly subdistrict: string
    readonly staff: number
  }>
  readonly grids: ReadonlyArray<{
    readonly id: string
    /** Id of the community it lies in. */
    readonly community: string
    readonly households: number
    /** At least 1. */
    readonly buildings: number
    readonly gridWorkers: number
  }>
}

/**
 * People who work, by post.
 *
 * Zero workers at a level are allowed: what comes there waits.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Staff {
  readonly gridWorkers: number
  readonly communityStaff: number
  readonly subdistrictStaff: number
  /** Workers at the departments' pooled desk for this town's cases. */
  readonly departmentStaff: number
  /** Workers on call at any hour, per community. */
  readonly onCallPerCommunity: number
  /** Share of the year's working days on which a worker is away (leave, illness, courses). */
  readonly leaveShare: number
}

/**
 * What residents ask for, per 1,000 residents and month of 365/12 days.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Demand {
  /** Multiplies every stream below and the defects. */
  readonly multiplier: number
  readonly perThousandMonth: Readonly<Record<StreamId, number>>
  readonly categories: Readonly<Record<string, CategoryRow>>
  /** Relative demand of the 24 local hours; only proportions count. */
  readonly hourShape: ReadonlyArray<number>
  /** Relative demand from Monday to Sunday; the mean is brought to 1. */
  readonly weekdayShape: ReadonlyArray<number>
  /** Shares of urgency among cases other than petitions; they sum to 1. */
  readonly urgencyMix: {
    readonly Emergency: number
    readonly Urgent: number
    readonly Ordinary: number
    readonly Complex: number
  }
}

/**
 * The streams of demand that arrive by themselves.
 *
 * `tickets`, `disputes` and `petitions` become cases; `windowBusiness` and `questions` are
 * answered at the community desk and take its time.
 *
 * @category scenario
 * @since 0.1.0
 */
export const streamIds = [
  "tickets",
  "disputes",
  "petitions",
  "windowBusiness",
  "questions"
] as const

/**
 * One stream of demand.
 *
 * @category scenario
 * @since 0.1.0
 */
export type StreamId = (typeof streamIds)[number]

/**
 * One category of cases.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface CategoryRow {
  /** Share of the cases; the categories' shares sum to 1. */
  readonly share: number
  /** Share that each level can finish; they sum to 1. */
  readonly levelShares: Readonly<Record<HandlingLevel.HandlingLevel, number>>
  /** Median hands-on work, minutes. */
  readonly workMinMedian: number
  /** Median lead time at the department for an ordinary case, days. */
  readonly leadDaysMedian: number
  /** Whether a patrol or visit can see it before a resident complains. */
  readonly isVisible: boolean
  /** Relative demand from January to December; only proportions count. */
  readonly monthShape: ReadonlyArray<number>
}

/**
 * Visible defects, which residents report or workers find, whichever comes first.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Defects {
  /** Defects per 1,000 residents and month. */
  readonly perThousandMonth: number
  /** Mean days until the next household notices. */
  readonly noticeDaysMean: number
  /** Chance that a household that notices reports. */
  readonly reportShare: number
  /** Chance that a household reports what it sees is already being handled. */
  readonly repeatReportShare: number
  /** Chance that one patrol or visit of the building sees the defect. */
  readonly findShare: number
}

/**
 * Limits of one urgency, in hours of the deadline clock.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface DeadlineRow {
  readonly contactHours: number
  readonly resolveHours: number
  /** Hours one extension adds; 0: none is possible. */
  readonly extensionHours: number
}

/**
 * Rules a town may choose.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Policy {
  /** Whether limits run in calendar time or in working time. */
  readonly deadlineClock: "calendar" | "working"
  /** Share of the limit after which an open case's light turns amber. */
  readonly amberShare: number
  /** Share of the limit after which an open case goes before scheduled duties. */
  readonly oldCaseShare: number
  /** How often an assignee may return a case. */
  readonly maxReturns: number
  /** Days after write-off within which a case can be reopened. */
  readonly appealDays: number
  /** Whether the clock stops while a part or contractor is awaited. */
  readonly suspendForParts: boolean
  /** Whether an overdue case that nobody works on goes up one level. */
  readonly escalateOverdue: boolean
  /** `pause`: work in hand rests until the next shift; `finish`: it is finished as overtime. */
  readonly shiftEnd: "pause" | "finish"
}

/**
 * How many grids a scenario has.
 *
 * @category scenario
 * @since 0.1.0
 */
export const gridCount = (scenario: Scenario): number => scenario.territory.grids
