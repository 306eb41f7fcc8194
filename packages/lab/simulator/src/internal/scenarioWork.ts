/**
 * The parts of a scenario that say what work takes and what comes of it: times, duties, resolution,
 * satisfaction. `Scenario` exports them; they stand here so that both files stay readable.
 */
import type { Urgency } from "@wangge/cases"

/**
 * What takes time in a case.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Timing {
  /** Sigma of the lognormal hands-on work. */
  readonly workSigma: number
  /** Work of taking in a resident's case: verify, triage, assign. Minutes. */
  readonly intakeMin: number
  /** Work of finding out that a case must go up, or of a first look before an appointment. */
  readonly assessMin: number
  readonly appointmentShare: number
  readonly appointmentDaysMean: number
  readonly partShare: number
  readonly partDaysMedian: number
  readonly partSigma: number
  readonly leadSigma: number
  /** Factor on the department's lead time by urgency. */
  readonly leadFactor: Readonly<Record<Urgency.Urgency, number>>
  /** Longest hand-up of a case on the on-call roster, minutes. */
  readonly handUpMinMax: { readonly Emergency: number; readonly Urgent: number }
  readonly followUpMin: number
  /** Hours from claimed resolution until the follow-up call falls due. */
  readonly followUpDelayHours: number
  readonly windowMin: number
  readonly questionMin: number
}

/**
 * Fixed duties of grid workers; zero switches one off. They scale with what they serve.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Duties {
  readonly visitsPerHouseholdYear: number
  readonly visitMin: number
  /** Patrol passes of each building and working day. */
  readonly patrolPassesPerDay: number
  readonly patrolMinPerBuilding: number
  readonly dataEntryMinPerVisit: number
  readonly dataEntryMinPerCase: number
  readonly meetingHoursPerWorkerMonth: number
  readonly campaignHoursPerCommunityMonth: number
  /** Days after which a visit, entry or campaign task that nobody began counts as missed. */
  readonly graceDays: number
}

/**
 * Whether a claimed resolution is true, and what happens after it.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Resolution {
  readonly trueShare: number
  /** Taken off when claimed in the last tenth of the limit. */
  readonly lateClaimPenalty: number
  /** Taken off when the case was handed over between units on the way. */
  readonly handOverPenalty: number
  /** Chance that the follow-up reaches the reporter. */
  readonly reachShare: number
  /** Chance that a resident's case is not actionable. */
  readonly rejectShare: number
  /** Chance that the reporter withdraws a case before handling starts. */
  readonly withdrawShare: number
  /** Chance that the first assignment is wrong and comes back. */
  readonly returnShare: number
  /** Chance that triage sends a resident's case at once to the level that can finish it. */
  readonly directTriageShare: number
  /** Chance per week that the reporter of an unresolved matter contacts again. */
  readonly repeatPerWeek: number
  /** Chance that a case reopened twice or more becomes a petition. */
  readonly petitionShare: number
}

/**
 * Log-odds of a satisfied answer.
 *
 * @category scenario
 * @since 0.1.0
 */
export interface Satisfaction {
  readonly intercept: number
  readonly late: number
  readonly notResolved: number
  readonly repeatContact: number
}
