/**
 * What a simulated run is judged by: the list of outcomes with their units, bounds and words.
 * A promise names one of these ids; the report and the JSON output print them in this order.
 */
import { table } from "./internal/outcomeTable.ts"

/**
 * What an outcome is counted in.
 *
 * `share` runs from 0 to 1, `perThousandMonth` is per 1,000 residents and month of 365/12 days.
 *
 * @category outcomes
 * @since 0.1.0
 */
export type Unit = "cases" | "share" | "hours" | "perThousandMonth" | "hoursPerWorkerMonth"

/**
 * One outcome's id, unit and words.
 *
 * `definition` says numerator and denominator: without both a share means nothing.
 *
 * @category outcomes
 * @since 0.1.0
 */
export interface Definition {
  readonly id: Id
  readonly unit: Unit
  readonly label: { readonly en: string; readonly zh: string }
  readonly definition: { readonly en: string; readonly zh: string }
  /** Whether a larger value is better (1), worse (-1) or neither (0). */
  readonly direction: -1 | 0 | 1
}

/**
 * The ids of all outcomes, in the order they are printed.
 *
 * @category outcomes
 * @since 0.1.0
 */
export const ids = [
  "casesRaised",
  "casesClosed",
  "casesOpen",
  "claimedResolution",
  "verifiedResolution",
  "trueResolution",
  "followUpReach",
  "onTimeShare",
  "onTimeShareWorstTenth",
  "satisfaction",
  "hoursToResolveMedian",
  "hoursToCloseMedian",
  "hoursToCloseP90",
  "backlog",
  "overdueShare",
  "reopenShare",
  "repeatShare",
  "finishedAtGrid",
  "finishedAtCommunity",
  "finishedAtSubdistrict",
  "finishedAtDepartment",
  "useOfTime",
  "useOfTimeCases",
  "useOfTimeDuties",
  "useOfTimeGini",
  "useOfTimeCommunity",
  "useOfTimeSubdistrict",
  "useOfTimeDepartment",
  "overtimeHours",
  "foundBeforeComplaint",
  "visitCover",
  "patrolCover",
  "dutyCover",
  "petitions"
] as const

/**
 * The id of an outcome.
 *
 * @category outcomes
 * @since 0.1.0
 */
export type Id = (typeof ids)[number]

/**
 * An outcome over several replications.
 *
 * `mean` is null when no replication could compute it (nothing was due, for example);
 * `halfWidth` is null when fewer than two replications could. `inputDetermined` says that the
 * outcome mostly repeats one assumption: see `Probe`.
 *
 * @category outcomes
 * @since 0.1.0
 */
export interface Outcome {
  readonly id: Id
  readonly unit: Unit
  readonly mean: number | null
  readonly halfWidth: number | null
  readonly confidence: number
  readonly replications: number
  readonly inputDetermined: boolean
}

/**
 * Every outcome with its words, in the order of {@link ids}.
 *
 * @source none: our own definitions; on-time counts on cases due, as the published bulletin of
 *   Tianmen's digital city management (December 2016) does
 * @category outcomes
 * @since 0.1.0
 */
export const definitions: ReadonlyArray<Definition> = table

/**
 * The definition of an outcome, or undefined for an id that is none.
 *
 * ```ts
 * import { Outcome } from "@wangge/simulator"
 *
 * Outcome.find("onTimeShare")?.unit // => "share"
 * ```
 *
 * @category outcomes
 * @since 0.1.0
 */
export const find = (id: string): Definition | undefined =>
  definitions.find((definition) => definition.id === id)
