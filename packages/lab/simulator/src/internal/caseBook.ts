/**
 * The count of the cases: what was raised, what became of it, how long it took. Only cases raised
 * in the measured period count; those of the warm-up keep the desks busy and are left out.
 */
import { CaseSource, Category, HandlingLevel } from "@wangge/cases"
import type { DayTable } from "./dayTable.ts"
import { Durations } from "./durations.ts"
import type { Town } from "./town.ts"

const hourSec = 3600
const daysPerWeek = 7

/** How a case ended. */
export type Ending = "writtenOff" | "rejected" | "merged" | "withdrawn"

/** What a closing or a final count says of one case. */
export interface Account {
  readonly grid: number
  readonly category: number
  readonly dueSec: number
  readonly wasOverdue: boolean
  readonly isClaimed: boolean
}

/** Counts of the measured cases. */
export class CaseBook {
  readonly byGrid: Record<"raised" | Ending, Int32Array>
  readonly openByGrid: Int32Array
  readonly dueByGrid: Int32Array
  readonly inTimeByGrid: Int32Array
  readonly raisedByCategory = new Int32Array(Category.list.length)
  readonly dueByCategory = new Int32Array(Category.list.length)
  readonly inTimeByCategory = new Int32Array(Category.list.length)
  readonly raisedBySource = new Int32Array(CaseSource.list.length)
  readonly raisedByWeek: Int32Array
  readonly closedByWeek: Int32Array
  readonly openByWeek: Int32Array
  readonly hoursByLevel: ReadonlyArray<Array<number>> = HandlingLevel.list.map(() => [])
  readonly hoursToResolve = new Durations()
  readonly hoursToClose = new Durations()
  due = 0
  inTime = 0
  claimedOfDue = 0
  overdueAtEnd = 0
  claimedOnce = 0
  reopenedOnce = 0
  trulyResolved = 0
  followUps = 0
  reached = 0
  confirmed = 0
  answered = 0
  satisfied = 0
  residentCases = 0
  repeats = 0
  foundDefects = 0
  reportedDefects = 0
  petitions = 0
  private readonly days: DayTable

  constructor(days: DayTable, town: Town) {
    const weeks = Math.ceil((days.dayCount - days.firstMeasured) / daysPerWeek)
    this.days = days
    this.byGrid = {
      raised: new Int32Array(town.gridCount),
      writtenOff: new Int32Array(town.gridCount),
      rejected: new Int32Array(town.gridCount),
      merged: new Int32Array(town.gridCount),
      withdrawn: new Int32Array(town.gridCount)
    }
    this.openByGrid = new Int32Array(town.gridCount)
    this.dueByGrid = new Int32Array(town.gridCount)
    this.inTimeByGrid = new Int32Array(town.gridCount)
    this.raisedByWeek = new Int32Array(weeks)
    this.closedByWeek = new Int32Array(weeks)
    this.openByWeek = new Int32Array(weeks)
  }

  /** Counts a new case. */
  raise(entry: {
    readonly grid: number
    readonly category: number
    readonly source: number
    readonly day: number
    readonly isResident: boolean
    readonly isRepeat: boolean
    readonly isPetition: boolean
  }): void {
    this.byGrid.raised[entry.grid]! += 1
    this.raisedByCategory[entry.category]! += 1
    this.raisedBySource[entry.source]! += 1
    this.raisedByWeek[this.weekOf(entry.day)]! += 1
    if (entry.isResident) this.residentCases += 1
    if (entry.isRepeat) this.repeats += 1
    if (entry.isPetition) this.petitions += 1
  }

  /** Counts the end of a case. */
  end(ending: Ending, day: number, grid: number): void {
    this.byGrid[ending][grid]! += 1
    this.closedByWeek[this.weekOf(day)]! += 1
  }

  /** A case that was written off is open again; its closing stays in the weekly flow. */
  reopen(grid: number): void {
    this.byGrid.writtenOff[grid]! -= 1
  }

  /** Counts a written-off case once nobody can reopen it any more, or at the end of the run. */
  writeOff(
    account: Account,
    times: {
      readonly level: number
      readonly reportedSec: number
      readonly resolvedSec: number
      readonly closedSec: number
      readonly isTrue: boolean
    }
  ): void {
    this.countDue(account)
    this.hoursByLevel[times.level]!.push((times.closedSec - times.reportedSec) / hourSec)
    this.hoursToClose.end((times.closedSec - times.reportedSec) / hourSec)
    this.hoursToResolve.end((times.resolvedSec - times.reportedSec) / hourSec)
    if (times.isTrue) this.trulyResolved += 1
  }

  /** Counts a case that is still open at the end. */
  leaveOpen(account: Account, reportedSec: number, resolvedSec: number): void {
    const ageHours = (this.days.endSec - reportedSec) / hourSec
    this.hoursToClose.run(ageHours)
    if (account.isClaimed) this.hoursToResolve.end((resolvedSec - reportedSec) / hourSec)
    else this.hoursToResolve.run(ageHours)
    this.openByGrid[account.grid]! += 1
    this.countDue(account)
    if (account.dueSec <= this.days.endSec && !account.isClaimed) this.overdueAtEnd += 1
  }

  private countDue(account: Account): void {
    if (account.dueSec > this.days.endSec) return
    this.due += 1
    this.dueByGrid[account.grid]! += 1
    this.dueByCategory[account.category]! += 1
    if (account.isClaimed) this.claimedOfDue += 1
    if (account.wasOverdue) return
    this.inTime += 1
    this.inTimeByGrid[account.grid]! += 1
    this.inTimeByCategory[account.category]! += 1
  }

  private weekOf(day: number): number {
    return Math.floor((day - this.days.firstMeasured) / daysPerWeek)
  }
}
