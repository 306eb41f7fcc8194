/**
 * Where each open case of a run stands beyond its record: its luck, its timers, the item of work
 * that waits for it. One row per slot of the case columns; rows are used again.
 */
import type { Birth, Round } from "./caseTraits.ts"

/** No timer, no item, no case. */
export const nothing = -1

/** The state of one slot; every field is written anew by {@link freshState}. */
export interface CaseState {
  caseNumber: number
  birth: Birth
  kind: number
  building: number
  isMeasured: boolean
  hasReporter: boolean
  isVisible: boolean
  neededLevel: number
  isRejected: boolean
  isReturned: boolean
  isDirect: boolean
  round: number
  luck: Round
  /** Waiting item of work and its serial number. */
  item: number
  itemSerial: number
  /** What the step timer is for, see `steps`. */
  step: number
  stepTimer: number
  contactTimer: number
  neighbourTimer: number
  withdrawTimer: number
  oldTimer: number
  dueTimer: number
  contacts: number
  wasHandedOver: boolean
  isTrue: boolean
  wasClaimed: boolean
  wasReopened: boolean
  wasRepeated: boolean
  finishedLevel: number
  /** The case that this one is a repeated contact about: its slot and number. */
  aboutSlot: number
  aboutNumber: number
}

/** What the step timer of a case waits for. */
export const steps = {
  none: 0,
  appointment: 1,
  part: 2,
  lead: 3,
  handUpToSubdistrict: 4,
  workAtSubdistrict: 5,
  handUpToDepartment: 6,
  followUp: 7
} as const

/** The state of a case that was just reported. */
export const freshState = (options: {
  readonly caseNumber: number
  readonly birth: Birth
  readonly kind: number
  readonly building: number
  readonly isMeasured: boolean
  readonly hasReporter: boolean
  readonly isVisible: boolean
  readonly neededLevel: number
  readonly isRejected: boolean
  readonly isReturned: boolean
  readonly isDirect: boolean
  readonly luck: Round
}): CaseState => ({
  ...options,
  round: 0,
  item: nothing,
  itemSerial: nothing,
  step: steps.none,
  stepTimer: nothing,
  contactTimer: nothing,
  neighbourTimer: nothing,
  withdrawTimer: nothing,
  oldTimer: nothing,
  dueTimer: nothing,
  contacts: 0,
  wasHandedOver: false,
  isTrue: false,
  wasClaimed: false,
  wasReopened: false,
  wasRepeated: false,
  finishedLevel: nothing,
  aboutSlot: nothing,
  aboutNumber: nothing
})
