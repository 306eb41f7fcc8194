/**
 * A profile says how one locality runs its cases: which moves exist, what each needs, which limits
 * run on which clock, which levels there are, and what its people call the steps. It is plain data;
 * `CaseRules.compile` turns it into tables. `ProfileProblem.find` says what is wrong with one.
 */
import type { Label, Provenance } from "@wangge/facts"
import type { CaseAction } from "./CaseAction.ts"
import type { CaseItem } from "./CaseItem.ts"
import type { CaseStatus } from "./CaseStatus.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import * as data from "./internal/profileData.ts"
import type { Urgency } from "./Urgency.ts"

/**
 * The clocks that a limit can name: `calendar` counts every second, `working` only the seconds
 * of a working calendar. Which clock stands behind each name is given when a profile is compiled.
 *
 * @source none: our own names
 * @category limits
 * @since 0.1.0
 */
export const clockIds = ["calendar", "working"] as const

/**
 * One of {@link clockIds}.
 *
 * @category limits
 * @since 0.1.0
 */
export type ClockId = (typeof clockIds)[number]

/**
 * The limits of one urgency, in seconds on the clock it names; `Infinity` means no limit.
 *
 * `contactSec` is the limit to the first acceptance, `resolveSec` to the claim of resolution; one
 * extension adds `extensionSec`, and `extensionCountMax` are allowed per limit.
 *
 * @category limits
 * @since 0.1.0
 */
export interface LimitRow {
  readonly clock: ClockId
  readonly contactSec: number
  readonly resolveSec: number
  readonly extensionSec: number
  readonly extensionCountMax: number
  readonly provenance: Provenance.Provenance
}

/**
 * One permitted move: `action` in any of the statuses `from` leads to `to`.
 *
 * `to: "Same"` keeps the status (extending); `to: "Remembered"` goes back to the status in which
 * the case was suspended. Reporting has no move: it makes the case, in `Reported`.
 *
 * @category moves
 * @since 0.1.0
 */
export interface Move {
  readonly action: CaseAction
  readonly from: ReadonlyArray<CaseStatus>
  readonly to: CaseStatus | "Same" | "Remembered"
}

/**
 * One step in a locality's own words, and the statuses it covers.
 *
 * @category steps
 * @since 0.1.0
 */
export interface Step {
  readonly label: Label.Label
  readonly statuses: ReadonlyArray<CaseStatus>
}

/**
 * The policy numbers of a profile that are not limits; each has its provenance beside it.
 *
 * `maxReturns` is how often one case may be returned; `appealSec` how long after the write-off it
 * may be reopened, in calendar seconds; `amberShare` the share of the limit after which the alert
 * light turns amber; `reopensWhenDissatisfied` whether a dissatisfied reporter reopens the case
 * even when the matter itself is confirmed as resolved.
 *
 * @category policy
 * @since 0.1.0
 */
export interface Policy {
  readonly maxReturns: number
  readonly appealSec: number
  readonly amberShare: number
  readonly reopensWhenDissatisfied: boolean
  readonly provenance: Readonly<
    Record<
      "maxReturns" | "appealSec" | "amberShare" | "reopensWhenDissatisfied",
      Provenance.Provenance
    >
  >
}

/**
 * How one locality runs its cases.
 *
 * `levels` are the levels in use, lowest first; `needs` lists per action what must be given;
 * `steps` are the locality's own words, empty where it has none of its own.
 *
 * @category profiles
 * @since 0.1.0
 */
export interface CaseProfile {
  readonly id: string
  readonly label: Label.Label
  readonly levels: ReadonlyArray<HandlingLevel>
  readonly moves: ReadonlyArray<Move>
  readonly needs: Readonly<Partial<Record<CaseAction, ReadonlyArray<CaseItem>>>>
  readonly limits: Readonly<Record<Urgency, LimitRow>>
  readonly policy: Policy
  readonly steps: ReadonlyArray<Step>
}

/**
 * The base life cycle: every move of the usual chain, four levels, limits in calendar time.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.base.limits.Urgent.resolveSec // => 86400
 * ```
 *
 * @source none: the usual chain of case platforms; every number carries its own provenance
 * @category profiles
 * @since 0.1.0
 */
export const base: CaseProfile = data.base

/**
 * The five-step method of Helong: collect, verify and assess, sort and handle, handle within the
 * limit, follow up. A case that nobody has verified cannot be sorted, and a dissatisfied reporter
 * reopens the case.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.fiveStep.steps.length // => 5
 * ```
 *
 * @source Helong, article by the city party committee's organisation department, undated: 五步工作法
 * names the five steps; limits and policy numbers are assumed and say so
 * @category profiles
 * @since 0.1.0
 */
export const fiveStep: CaseProfile = data.fiveStep

/**
 * The closed loop of Longxian: the grid finds, the community responds, tiers respond in turn,
 * helpers handle jointly. What a grid worker reports was seen on the spot, so a reported case can
 * be triaged without being verified first; what the grid cannot do moves up one tier.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.closedLoop.steps.map((step) => step.label.zh)
 * // => ["网格发现", "社区响应", "分级响应", "联动处置"]
 * ```
 *
 * @source Longxian, news report on "four-quality" communities (四型社区), 2023: names the loop; that
 * triage may skip verification is our reading; limits and policy numbers are assumed and say so
 * @category profiles
 * @since 0.1.0
 */
export const closedLoop: CaseProfile = data.closedLoop

/**
 * The ids of the profiles that come with the package.
 *
 * @source none: our own names
 * @category profiles
 * @since 0.1.0
 */
export const profileIds = ["base", "fiveStep", "closedLoop"] as const

/**
 * One of {@link profileIds}.
 *
 * @category profiles
 * @since 0.1.0
 */
export type ProfileId = (typeof profileIds)[number]

/**
 * The profiles that come with the package, by id.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.all.fiveStep.label.zh // => "五步工作法"
 * ```
 *
 * @category profiles
 * @since 0.1.0
 */
export const all: Readonly<Record<ProfileId, CaseProfile>> = { base, fiveStep, closedLoop }

/**
 * The position of the step that covers a status in the profile's own words, or -1 where the
 * profile has no word for it.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.stepIndexOf(CaseProfile.fiveStep, "Verified") // => 1
 * ```
 *
 * @category steps
 * @since 0.1.0
 */
export const stepIndexOf = (profile: CaseProfile, status: CaseStatus): number =>
  profile.steps.findIndex((step) => step.statuses.includes(status))
