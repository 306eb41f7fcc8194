/**
 * Fixed duties of the grid workers, released each working morning and done between cases. They
 * scale with what they serve: visits with households, patrols with buildings, data entry with
 * visits and cases, meetings with workers, campaigns with communities. A task that nobody begins in
 * time is dropped and counted as missed.
 */
import type { Duties as DutyRules } from "../Scenario.ts"
import type { DayTable } from "./dayTable.ts"
import type { Desks } from "./desks.ts"
import type { Town } from "./town.ts"
import * as work from "./workTable.ts"

/** Shortest chunk of data entry and of campaign work, in minutes. @source none: assumed, half an hour and two hours */
const entryChunkMin = 30
const campaignChunkMin = 120

/** How many tasks of one kind were done and missed, of those released in the measured period. */
export interface Cover {
  done: number
  missed: number
}

/** Items released on one day that are dropped together. */
interface Release {
  readonly items: Array<number>
  readonly serials: Array<number>
}

const emptyRelease = (): Release => ({ items: [], serials: [] })

/** A task before it stands at a desk. */
interface Task {
  readonly kind: number
  readonly about: number
  readonly minutes: number
}

/**
 * The tasks of one kind, spaced evenly over the day's order: when time is short, all kinds lose
 * the same share.
 */
const spaced = (
  tasks: ReadonlyArray<Task>
): ReadonlyArray<{ readonly task: Task; readonly place: number }> =>
  tasks.map((task, index) => ({ task, place: (index + 0.5) / tasks.length }))

/** Whole chunks of the minutes that have come together in a grid. */
const chunks = (
  minutesOf: Float64Array,
  grid: number,
  kind: number,
  minutes: number
): ReadonlyArray<Task> => {
  const count = Math.floor(minutesOf[grid]! / minutes)
  minutesOf[grid]! -= count * minutes
  return Array.from({ length: count }, () => ({ kind, about: grid, minutes }))
}

/** Releases, follows and drops the duties. */
export class Duties {
  readonly visits: Cover = { done: 0, missed: 0 }
  readonly patrols: Cover = { done: 0, missed: 0 }
  /** Minutes of all duties, of those released in the measured period. */
  readonly allMin: Cover = { done: 0, missed: 0 }
  private readonly rules: DutyRules
  private readonly town: Town
  private readonly days: DayTable
  private readonly desks: Desks
  private readonly entryMin: Float64Array
  private readonly visitCarry: Float64Array
  private readonly campaignCarry: Float64Array
  private readonly patrolCarry: Float64Array
  private readonly nextHousehold: Float64Array
  private readonly gridsOfCommunity: Float64Array
  /** By day, what is dropped on the morning of that day. */
  private readonly dropped: Array<Array<Release>>
  /** Yesterday's tasks that can wait. */
  private fresh: Release = emptyRelease()
  private isMeasured = false

  constructor(options: {
    readonly rules: DutyRules
    readonly town: Town
    readonly days: DayTable
    readonly desks: Desks
  }) {
    const { town, days } = options
    this.rules = options.rules
    this.town = town
    this.days = days
    this.desks = options.desks
    this.entryMin = new Float64Array(town.gridCount)
    this.visitCarry = new Float64Array(town.gridCount)
    this.campaignCarry = new Float64Array(town.gridCount)
    this.patrolCarry = new Float64Array(town.gridCount)
    this.nextHousehold = new Float64Array(town.gridCount)
    this.gridsOfCommunity = new Float64Array(town.communityCount)
    town.communityOfGrid.forEach((community) => {
      this.gridsOfCommunity[community]! += 1
    })
    this.dropped = Array.from({ length: days.dayCount }, () => [])
  }

  /** Drops what is too old and releases the day's tasks; on the morning of a working day. */
  morning(day: number): void {
    this.drop(day)
    this.putBack()
    const tomorrow = this.nextWorkday(day)
    const meetings = emptyRelease()
    const patrols = emptyRelease()
    const others = emptyRelease()
    for (let grid = 0; grid < this.town.gridCount; grid++) {
      for (const task of this.meetingsOf(grid)) this.put(grid, task, work.classMeeting, meetings)
      const tasks = [
        ...spaced(this.patrolsOf(grid, day)),
        ...spaced(this.visitsOf(grid)),
        ...spaced(this.campaignsOf(grid)),
        ...spaced(this.entriesOf(grid))
      ].sort((left, right) => left.place - right.place)
      for (const { task } of tasks) {
        this.put(grid, task, work.classDuty, task.kind === work.patrol ? patrols : others)
      }
    }
    this.keepUntil(tomorrow, meetings)
    this.keepUntil(tomorrow, patrols)
    this.keepUntil(day + this.rules.graceDays, others)
    this.fresh = others
  }

  /** Books a duty that was done; data entry follows a visit. */
  done(item: number): void {
    const kind = this.desks.kind.values[item]!
    if (kind === work.visit) {
      this.addEntry(this.desks.desk.values[item]!, this.rules.dataEntryMinPerVisit)
    }
    this.count(item, "done")
  }

  /** Adds data entry that a case or visit causes in a grid. */
  addEntry(grid: number, minutes: number): void {
    this.entryMin[grid]! += minutes
  }

  /** Adds the data entry of a case. */
  addCaseEntry(grid: number): void {
    this.addEntry(grid, this.rules.dataEntryMinPerCase)
  }

  /** Each building in turn; the first of the day changes, so that none is always the last. */
  private patrolsOf(grid: number, day: number): ReadonlyArray<Task> {
    const minutes = this.rules.patrolMinPerBuilding
    if (minutes <= 0) return []
    this.patrolCarry[grid]! += this.rules.patrolPassesPerDay
    const passes = Math.floor(this.patrolCarry[grid]!)
    this.patrolCarry[grid]! -= passes
    const first = this.town.firstBuilding[grid]!
    const count = this.town.firstBuilding[grid + 1]! - first
    return Array.from({ length: passes * count }, (_, index) => ({
      kind: work.patrol,
      about: first + ((day + index) % count),
      minutes
    }))
  }

  /** Visits go from household to household, so that each has its turn before any has a second. */
  private visitsOf(grid: number): ReadonlyArray<Task> {
    const minutes = this.rules.visitMin
    if (minutes <= 0) return []
    const households = this.town.householdsOfGrid[grid]!
    this.visitCarry[grid]! +=
      (households * this.rules.visitsPerHouseholdYear) / this.days.workdaysPerYear
    const first = this.town.firstBuilding[grid]!
    const buildings = this.town.firstBuilding[grid + 1]! - first
    const count = Math.floor(this.visitCarry[grid]!)
    this.visitCarry[grid]! -= count
    const next = this.nextHousehold[grid]!
    if (count > 0) this.nextHousehold[grid] = (next + count) % households
    return Array.from({ length: count }, (_, index) => {
      const household = (next + index) % households
      const about = first + Math.floor((household * buildings) / households)
      return { kind: work.visit, about, minutes }
    })
  }

  /** One meeting a working day for each worker of the grid: the monthly hours spread evenly. */
  private meetingsOf(grid: number): ReadonlyArray<Task> {
    const perYearMin = this.rules.meetingHoursPerWorkerMonth * 60 * 12
    const minutes = perYearMin / this.days.workdaysPerYear
    const count = minutes > 0 ? this.town.workersOfGrid[grid]! : 0
    return Array.from({ length: count }, () => ({ kind: work.meeting, about: grid, minutes }))
  }

  private campaignsOf(grid: number): ReadonlyArray<Task> {
    const perYear = this.rules.campaignHoursPerCommunityMonth * 60 * 12
    const grids = this.gridsOfCommunity[this.town.communityOfGrid[grid]!]!
    this.campaignCarry[grid]! += perYear / this.days.workdaysPerYear / grids
    return chunks(this.campaignCarry, grid, work.campaign, campaignChunkMin)
  }

  private entriesOf(grid: number): ReadonlyArray<Task> {
    return chunks(this.entryMin, grid, work.entry, entryChunkMin)
  }

  private put(grid: number, task: Task, priorityClass: number, release: Release): void {
    const item = this.desks.put({
      desk: grid,
      priorityClass,
      kind: task.kind,
      about: task.about,
      stage: this.isMeasured ? 1 : 0,
      workSec: task.minutes * 60
    })
    release.items.push(item)
    release.serials.push(this.desks.serial.values[item]!)
  }

  /** What was left over from the day before stands behind the tasks of the new day. */
  private putBack(): void {
    this.fresh.items.forEach((item, index) => {
      if (this.desks.isWaiting(item, this.fresh.serials[index]!)) {
        this.desks.reclass(item, work.classLeftOver)
      }
    })
  }

  /** Keeps tasks until the morning of a day, then drops those that nobody began. */
  private keepUntil(day: number, release: Release): void {
    if (release.items.length > 0 && day < this.days.dayCount) this.dropped[day]!.push(release)
  }

  private nextWorkday(day: number): number {
    let next = day + 1
    while (next < this.days.dayCount && this.days.workdayOfWeek[next]! < 0) next += 1
    return next
  }

  /** Drops what was kept until this day, and until the days off before it. */
  private drop(day: number): void {
    this.isMeasured = day >= this.days.firstMeasured
    let from = day
    while (from > 0 && this.days.workdayOfWeek[from - 1]! < 0) from -= 1
    for (let at = from; at <= day; at++) {
      for (const release of this.dropped[at]!) {
        release.items.forEach((item, index) => {
          if (this.desks.isWaiting(item, release.serials[index]!)) this.miss(item)
        })
      }
      this.dropped[at] = []
    }
  }

  private miss(item: number): void {
    this.count(item, "missed")
    this.desks.withdraw(item)
  }

  /** Counts a task of the measured period. */
  private count(item: number, what: keyof Cover): void {
    if (this.desks.stage.values[item] !== 1) return
    const kind = this.desks.kind.values[item]!
    this.allMin[what] += this.desks.workSec.values[item]! / 60
    if (kind === work.visit) this.visits[what] += 1
    if (kind === work.patrol) this.patrols[what] += 1
  }
}
