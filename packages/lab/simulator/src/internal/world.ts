/**
 * What all parts of a run share: the clock, the town, the desks, the cases and their state. Times
 * inside the kernel count from the start of the run; rules and columns get whole epoch seconds.
 */
import { type CaseRules, CaseStatus, Urgency } from "@wangge/cases"
import type { Kernel, RandomStreams } from "@wangge/des"
import type { CaseColumns } from "../CaseColumns.ts"
import type { Scenario } from "../Scenario.ts"
import type { Arrivals } from "./arrivals.ts"
import type { CaseBook } from "./caseBook.ts"
import { type CaseState, nothing } from "./caseState.ts"
import type { CaseTraits } from "./caseTraits.ts"
import type { DayTable } from "./dayTable.ts"
import type { Desks } from "./desks.ts"
import type { Duties } from "./duties.ts"
import type { Timesheet } from "./timesheet.ts"
import type { Town } from "./town.ts"

const writtenOff = CaseStatus.codeOf("WrittenOff")
const emergency = Urgency.codeOf("Emergency")
const urgent = Urgency.codeOf("Urgent")

/** The parts of a run. */
export interface Parts {
  readonly scenario: Scenario
  readonly town: Town
  readonly days: DayTable
  readonly kernel: Kernel.Kernel
  readonly streams: RandomStreams.RandomStreams
  readonly rules: CaseRules.CaseRules
  readonly columns: CaseColumns
  readonly traits: CaseTraits
  readonly arrivals: Arrivals
  readonly desks: Desks
  readonly timesheet: Timesheet
  readonly duties: Duties
  readonly book: CaseBook
}

/** A run in progress. */
export class World {
  readonly parts: Parts
  /** State of the case in each slot of the columns. */
  readonly states: Array<CaseState> = []
  /** The day it is. */
  day = 0
  /** Cases open now, those of the warm-up included. */
  openCount = 0
  private caseCount = 0
  private openAreaSec = 0
  private openSinceSec = 0

  constructor(parts: Parts) {
    this.parts = parts
    this.openSinceSec = parts.days.measureSec
  }

  /** The present as an epoch second with its fraction. */
  get atSec(): number {
    return this.parts.days.startSec[0]! + this.parts.kernel.now
  }

  /** The present as the rules see it: the whole second that has begun. */
  get wholeSec(): number {
    return Math.floor(this.atSec)
  }

  /** Schedules an event at an epoch second (now, if that is past); returns its handle. */
  at(atSec: number, event: number, argument: number): number {
    const { kernel, days } = this.parts
    return kernel.at(Math.max(kernel.now, atSec - days.startSec[0]!), event, argument)
  }

  /** Takes a timer back if there is one. */
  cancel(timer: number): number {
    if (timer !== nothing) this.parts.kernel.cancel(timer)
    return nothing
  }

  /** The number of the next case. */
  nextNumber(): number {
    this.caseCount += 1
    return this.caseCount
  }

  /** Whether an item of work is the one that a case waits for. */
  isAbout(item: number, state: CaseState): boolean {
    return state.caseNumber !== nothing && this.parts.desks.serial.values[item] === state.itemSerial
  }

  /** The rules refused a move that the simulator made: a defect, never an ordinary answer. */
  expect(verdict: number, slot: number, move: string): void {
    if (verdict === 0) return
    const status = CaseStatus.list[this.parts.columns.status[slot]!]
    throw new Error(
      `The rules refused the simulator's move ${move} of case ${this.states[slot]?.caseNumber} in ${status}: rejection ${verdict}`
    )
  }

  /** The number of open cases changes by one; its average over time is kept. */
  changeOpen(difference: 1 | -1): void {
    const nowSec = this.atSec
    if (nowSec > this.openSinceSec) {
      this.openAreaSec += this.openCount * (nowSec - this.openSinceSec)
      this.openSinceSec = nowSec
    }
    this.openCount += difference
  }

  /** Average number of open cases over the measured period; to be asked at its end. */
  meanOpen(): number {
    const { measureSec, endSec } = this.parts.days
    const rest = this.openCount * (endSec - this.openSinceSec)
    return (this.openAreaSec + rest) / (endSec - measureSec)
  }

  /** Whether a case is in an end state. */
  isClosed(slot: number): boolean {
    return CaseStatus.isEnd(this.parts.columns.status[slot]!)
  }

  /** Whether a case was written off (and might be reopened). */
  isWrittenOff(slot: number): boolean {
    return this.parts.columns.status[slot] === writtenOff
  }

  /** Whether a case goes to the on-call roster. */
  isOnCall(slot: number): boolean {
    const { columns, scenario } = this.parts
    const urgency = columns.urgency[slot]!
    return scenario.staff.onCallPerCommunity > 0 && (urgency === emergency || urgency === urgent)
  }

  /** The desk that handles cases of a grid at a level. */
  deskOf(grid: number, level: number): number {
    const { desks, town } = this.parts
    const community = town.communityOfGrid[grid]!
    if (level === 0) return grid
    if (level === 1) return desks.firstCommunity + community
    if (level === 2) return desks.firstSubdistrict + town.subdistrictOfCommunity[community]!
    return desks.department
  }

  /** Takes the waiting item of a case away, if there is one. */
  dropItem(state: CaseState): void {
    const { desks } = this.parts
    if (state.item !== nothing && desks.isWaiting(state.item, state.itemSerial)) {
      desks.withdraw(state.item)
    }
    state.item = nothing
  }
}
