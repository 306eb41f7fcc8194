/**
 * The events of looking at a case again: assessing, checking, arbitrating, handing over,
 * reclassifying, appealing. They are read as part of `CaseEvent`.
 */

import type { ClaimDue, Due, Happening, PausedDue } from "./CaseEvent.ts"
import type { CaseObject } from "./CaseObject.ts"
import type { Category } from "./Category.ts"
import type { CheckOutcome } from "./CheckOutcome.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import type { MatterKind } from "./MatterKind.ts"
import type { Urgency } from "./Urgency.ts"

/**
 * A grid worker of `unitId` settled the case where it was found.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseSettledOnSpot extends Happening<"CaseSettledOnSpot">, ClaimDue {
  readonly unitId: string
  readonly resultNote: string
}

/**
 * A case was scored. With `isEscalated` it went up to `level`, and the desk `unitId` answers for
 * it; otherwise both are as before.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseAssessed extends Happening<"CaseAssessed"> {
  readonly cost: number
  readonly conflict: number
  readonly difficulty: number
  readonly isEscalated: boolean
  readonly level: HandlingLevel
  readonly unitId: string
}

/**
 * The level above decided that `unitId` owns the case.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseArbitrated extends Happening<"CaseArbitrated"> {
  readonly unitId: string
  readonly signInDueSec: number
}

/**
 * The open work went to another unit.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseHandedOver extends Happening<"CaseHandedOver"> {
  readonly unitId: string
}

/**
 * Somebody reached the reporter for the first time, or again.
 *
 * @category events
 * @since 0.1.0
 */
export interface FirstContactMade extends Happening<"FirstContactMade"> {}

/**
 * Residents were told how the case stands.
 *
 * @category events
 * @since 0.1.0
 */
export interface CasePublished extends Happening<"CasePublished"> {}

/**
 * Somebody appealed against the end of a case.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseAppealed extends Happening<"CaseAppealed"> {}

/**
 * A checker confirmed or refuted the claim of resolution.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseChecked extends Happening<"CaseChecked"> {
  readonly outcome: CheckOutcome
}

/**
 * A case is of another class; `unitId` is the desk that answers for it while nobody is assigned.
 *
 * The paused due seconds are those without the running suspension, as in a case that is not
 * suspended the due seconds themselves.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseReclassified extends Happening<"CaseReclassified">, Due, PausedDue {
  readonly category: Category
  readonly urgency: Urgency
  readonly matterKind: MatterKind
  readonly object: CaseObject
  readonly unitId: string
}

/**
 * The due seconds were counted again under changed limits or a changed calendar.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseTermsChanged extends Happening<"CaseTermsChanged">, Due, PausedDue {}

/**
 * An appeal was decided: upheld, the due seconds are those of the new limit, otherwise the old ones.
 *
 * @category events
 * @since 0.1.0
 */
export interface AppealDecided extends Happening<"AppealDecided">, Due {
  readonly isUpheld: boolean
}
