/**
 * A profile says how one locality runs its cases: which moves exist and who may make them, what
 * each needs, which limits run on which clock and what happens at their end, which levels there
 * are, and what its people call the steps. It is plain data; `CaseRules.compile` turns it into
 * tables. `ProfileProblem.find` says what is wrong with one.
 */
import type { Label, Provenance } from "@wangge/facts"
import type { CaseAction } from "./CaseAction.ts"
import type { CaseClock } from "./CaseClock.ts"
import type { CaseItem } from "./CaseItem.ts"
import type { CaseRole } from "./CaseRole.ts"
import type { CaseSource } from "./CaseSource.ts"
import type { CaseStatus } from "./CaseStatus.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import type { MatterKind } from "./MatterKind.ts"
import type { ActorLevelRule, EndAct, Gate, Threshold } from "./ProfileTerms.ts"
import type { Urgency } from "./Urgency.ts"

export * from "./ProfileCatalog.ts"
export * from "./ProfileTerms.ts"

/**
 * The clocks that a limit can name: `calendar` counts every second, `working` only the seconds
 * of a working calendar, `workingDays` its days (86,400 seconds of the limit are one working day, see
 * `WorkDays`). Which clock stands behind each name is given when a profile is compiled.
 *
 * @source none: our own names
 * @category limits
 * @since 0.1.0
 */
export const clockIds = ["calendar", "working", "workingDays"] as const

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
 * `signInSec` runs from the assignment to the acceptance, `contactSec` from the report to the first
 * contact (the first acceptance at the latest), `resolveSec` from the report to the claim of
 * resolution, `verifySec` and `callBackSec` from the claim to its check and to the first follow-up.
 * One extension adds `extensionSec` to the limit on resolving, and `extensionCountMax` are allowed
 * per limit. `atEnd` says what happens when each clock runs out.
 *
 * @category limits
 * @since 0.1.0
 */
export interface LimitRow {
  readonly clock: ClockId
  readonly signInSec: number
  readonly contactSec: number
  readonly resolveSec: number
  readonly verifySec: number
  readonly callBackSec: number
  readonly extensionSec: number
  readonly extensionCountMax: number
  readonly atEnd: Readonly<Record<CaseClock, EndAct>>
  readonly provenance: Provenance.Provenance
}

/**
 * One permitted move: `action` in any of the statuses `from` leads to `to`, for actors in one of the
 * roles `by` (empty: anyone) and cases that stand at one of the levels `atLevels` (empty: all).
 *
 * `to: "Same"` keeps the status (extending); `to: "Remembered"` goes back to the status in which
 * the case was suspended or merged. Reporting has no move: it makes the case, in `Reported`. For
 * the {@link conditionalActions}, `to` is where the case goes when their condition holds.
 *
 * @category moves
 * @since 0.1.0
 */
export interface Move {
  readonly action: CaseAction
  readonly from: ReadonlyArray<CaseStatus>
  readonly to: CaseStatus | "Same" | "Remembered"
  readonly by: ReadonlyArray<CaseRole>
  readonly atLevels: ReadonlyArray<HandlingLevel>
}

/**
 * The actions whose move leads to its `to` only under a condition; otherwise the case stays in its
 * status: an assessment with a score above its threshold, a split that ends the parent, a check
 * that refutes the claim, an appeal that is upheld. A recorded follow-up that is not answered as
 * resolved goes where `Reopen` leads, see `CaseRules.followUpStatus`.
 *
 * @source none: our own reading of these actions
 * @category moves
 * @since 0.1.0
 */
export const conditionalActions = ["Assess", "Split", "Check", "DecideAppeal"] as const

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
 * `levels` are the levels in use, lowest first; `needs` lists per action what must be given, and
 * `sourceNeeds` what a report from a source needs beside; `clocks` names the clock of a promise
 * where it is not the row's own; `actorLevels` says per action at which level the actor has to
 * stand, `thresholds` per level which scores send a case up, `matterLevels` per kind of matter at
 * which levels it may stand (absent: any); `gates` tie actions to side processes; `steps` are the
 * locality's own words, empty where it has none of its own.
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
  readonly sourceNeeds: Readonly<Partial<Record<CaseSource, ReadonlyArray<CaseItem>>>>
  readonly actorLevels: Readonly<Partial<Record<CaseAction, ActorLevelRule>>>
  readonly limits: Readonly<Record<Urgency, LimitRow>>
  readonly clocks: Readonly<Partial<Record<CaseClock, ClockId>>>
  readonly thresholds: Readonly<Partial<Record<HandlingLevel, Threshold>>>
  readonly matterLevels: Readonly<Partial<Record<MatterKind, ReadonlyArray<HandlingLevel>>>>
  readonly gates: ReadonlyArray<Gate>
  readonly policy: Policy
  readonly steps: ReadonlyArray<Step>
}

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
