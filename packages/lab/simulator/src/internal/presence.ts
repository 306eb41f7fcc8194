/**
 * Who is at work on a day: leave drawn per worker and day, and the workers that an absence shock
 * takes away. Both are found by worker, so that the same people are away under every policy, and a
 * larger share of absence takes the same people and more.
 */
import type { RandomStreams } from "@wangge/des"
import type { Scenario } from "../Scenario.ts"
import type * as Shock from "../Shock.ts"
import type { DayTable } from "./dayTable.ts"
import type { Desks } from "./desks.ts"
import type { Roster, Timesheet } from "./timesheet.ts"
import type { Town } from "./town.ts"

/** An absence shock and the workers it takes, by worker number. */
interface Absence {
  readonly shock: Shock.AbsenceShock
  readonly isAway: Uint8Array
}

/** Decides each working morning who is there. */
export class Presence {
  private readonly desks: Desks
  private readonly days: DayTable
  private readonly roster: Roster
  private readonly timesheet: Timesheet
  private readonly leaveShare: number
  private readonly leave: RandomStreams.RandomStream
  private readonly absences: ReadonlyArray<Absence>

  constructor(options: {
    readonly scenario: Scenario
    readonly town: Town
    readonly days: DayTable
    readonly desks: Desks
    readonly roster: Roster
    readonly timesheet: Timesheet
    readonly streams: RandomStreams.RandomStreams
  }) {
    this.desks = options.desks
    this.days = options.days
    this.roster = options.roster
    this.timesheet = options.timesheet
    this.leaveShare = options.scenario.staff.leaveShare
    this.leave = options.streams.stream("leave")
    const order = options.streams.stream("absence")
    this.absences = options.scenario.shocks
      .filter((shock) => shock.kind === "absence")
      .map((shock) => ({ shock, isAway: takenBy(shock, options.roster, order) }))
  }

  /** Sets who is there on a working day and books their hours. */
  morning(day: number): void {
    const measuredDay = day - this.days.firstMeasured
    const running = this.absences.filter(
      ({ shock }) => measuredDay >= shock.fromDay && measuredDay < shock.fromDay + shock.days
    )
    const dayEndSec = this.days.startSec[day + 1]!
    for (let desk = 0; desk < this.desks.firstOnCall; desk++) {
      const kind = this.roster.kindOfDesk[desk]!
      const first = this.roster.firstWorker[desk]!
      const count = this.roster.firstWorker[desk + 1]! - first
      for (let server = 0; server < count; server++) {
        const worker = first + server
        const isThere =
          kind === "departmentStaff" ||
          (!running.some(({ isAway }) => isAway[worker] === 1) && !this.isOnLeave(worker, day))
        this.desks.stations[desk]!.setAvailable(server, isThere)
        // Who is away finishes the work in hand first, and is there until then.
        const untilSec = isThere ? dayEndSec : this.desks.inHandUntilSec(desk, server)
        this.timesheet.present(desk, server, day, untilSec)
      }
    }
  }

  private isOnLeave(worker: number, day: number): boolean {
    return this.leaveShare > 0 && this.leave.uniform(worker, day) < this.leaveShare
  }
}

/** The workers of the grids hit, the share of them with the smallest numbers drawn. */
const takenBy = (
  shock: Shock.AbsenceShock,
  roster: Roster,
  order: RandomStreams.RandomStream
): Uint8Array => {
  const isAway = new Uint8Array(roster.firstWorker[roster.kindOfDesk.length]!)
  const from = roster.firstWorker[shock.firstGrid]!
  const until = roster.firstWorker[shock.firstGrid + shock.grids]!
  const workers = Array.from({ length: until - from }, (_, index) => from + index)
  const luck = workers.map((worker) => order.uniform(worker, 0))
  workers
    .sort((left, right) => luck[left - from]! - luck[right - from]! || left - right)
    .slice(0, Math.round(shock.share * workers.length))
    .forEach((worker) => {
      isAway[worker] = 1
    })
  return isAway
}
