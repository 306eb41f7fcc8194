/**
 * Who worked how long on what: seconds of each worker on cases and on duties within the measured
 * period, overtime apart, and how busy the grid workers are by hour of the week.
 */
import type { UseOfTime, WorkerKind } from "../Replication.ts"
import type { DayTable } from "./dayTable.ts"
import * as work from "./workTable.ts"

/** A spell of work by one worker. */
export interface Spell {
  readonly desk: number
  readonly server: number
  readonly kind: number
  readonly fromSec: number
  readonly untilSec: number
  /** Whether the work went on through the end of shifts (on call, or overtime). */
  readonly isThrough: boolean
}

const hoursPerWeek = 168
const hourSec = 3600

/** The first worker of each desk, and one more; and what kind each desk's workers are. */
export interface Roster {
  readonly firstWorker: Int32Array
  readonly kindOfDesk: ReadonlyArray<WorkerKind>
}

/** Books of all workers; workers are numbered desk by desk. */
export class Timesheet {
  private readonly days: DayTable
  private readonly roster: Roster
  private readonly caseSec: Float64Array
  private readonly dutySec: Float64Array
  private readonly overtimeSec: Float64Array
  private readonly presentSec: Float64Array
  private readonly busyByHour = new Float64Array(hoursPerWeek)
  private readonly presentByHour = new Float64Array(hoursPerWeek)
  /** The spell that was asked for last: the next one is mostly the same. */
  private spellNear = 0
  /** Called with every booked spell when somebody watches. */
  onSpell: ((spell: Spell) => void) | null = null

  constructor(days: DayTable, roster: Roster) {
    const workerCount = roster.firstWorker[roster.kindOfDesk.length]!
    this.days = days
    this.roster = roster
    this.caseSec = new Float64Array(workerCount)
    this.dutySec = new Float64Array(workerCount)
    this.overtimeSec = new Float64Array(workerCount)
    this.presentSec = new Float64Array(workerCount)
    roster.kindOfDesk.forEach((kind, desk) => {
      if (kind !== "onCall") return
      const spanSec = days.endSec - days.measureSec
      this.presentSec.fill(spanSec, roster.firstWorker[desk]!, roster.firstWorker[desk + 1]!)
    })
  }

  /** Books a spell of work, as far as it lies in the measured period. */
  book(spell: Spell): void {
    if (this.onSpell !== null) this.onSpell(spell)
    const fromSec = Math.max(spell.fromSec, this.days.measureSec)
    const untilSec = Math.min(spell.untilSec, this.days.endSec)
    if (untilSec <= fromSec) return
    const worker = this.roster.firstWorker[spell.desk]! + spell.server
    const isGridWorker = this.roster.kindOfDesk[spell.desk] === "gridWorker"
    const openSec = this.openSec(fromSec, untilSec, isGridWorker)
    const workedSec = spell.isThrough ? untilSec - fromSec : openSec
    if (work.isCaseWork(spell.kind)) this.caseSec[worker]! += workedSec
    else this.dutySec[worker]! += workedSec
    const isOnCall = this.roster.kindOfDesk[spell.desk] === "onCall"
    if (spell.isThrough && !isOnCall) this.overtimeSec[worker]! += workedSec - openSec
  }

  /** Open seconds between two instants; those of grid workers are spread over the week as well. */
  private openSec(fromSec: number, untilSec: number, isGridWorker: boolean): number {
    const { startSec, endSec } = this.days.work
    let at = this.spellNear
    if (fromSec >= endSec[at]! || fromSec < startSec[at]!) {
      at = this.spellFrom(fromSec)
      this.spellNear = at
    }
    let sum = 0
    for (; at < startSec.length && startSec[at]! < untilSec; at++) {
      const partFrom = Math.max(fromSec, startSec[at]!)
      const partUntil = Math.min(untilSec, endSec[at]!)
      if (partUntil <= partFrom) continue
      sum += partUntil - partFrom
      if (isGridWorker) this.spread(this.busyByHour, at, partFrom, partUntil)
    }
    return sum
  }

  /** The spell in which an instant lies, or the one after it. */
  private spellFrom(atSec: number): number {
    const { startSec, endSec } = this.days.work
    let low = 0
    let high = startSec.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (endSec[middle]! <= atSec) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Notes that a worker is there on a day until an instant: those shifts are time available. */
  present(desk: number, server: number, day: number, untilSec: number): void {
    if (day < this.days.firstMeasured) return
    const { work: calendar, firstSpell } = this.days
    const worker = this.roster.firstWorker[desk]! + server
    const isGridWorker = this.roster.kindOfDesk[desk] === "gridWorker"
    for (let spell = firstSpell[day]!; spell < firstSpell[day + 1]!; spell++) {
      const fromSec = calendar.startSec[spell]!
      const endSec = Math.min(untilSec, calendar.endSec[spell]!)
      if (endSec <= fromSec) return
      this.presentSec[worker]! += endSec - fromSec
      if (isGridWorker) this.spread(this.presentByHour, spell, fromSec, endSec)
    }
  }

  /** Busy share of the grid workers present, by hour of the week; NaN where nobody is on shift. */
  useByHourOfWeek(): ReadonlyArray<number> {
    return Array.from(this.busyByHour, (busy, hour) => {
      const present = this.presentByHour[hour]!
      return present > 0 ? busy / present : Number.NaN
    })
  }

  /** The sums of one kind of worker. */
  use(kind: WorkerKind): UseOfTime {
    const shares: Array<number> = []
    let caseSec = 0
    let dutySec = 0
    let overtimeSec = 0
    let availableSec = 0
    let workerCount = 0
    this.roster.kindOfDesk.forEach((deskKind, desk) => {
      if (deskKind !== kind) return
      for (
        let worker = this.roster.firstWorker[desk]!;
        worker < this.roster.firstWorker[desk + 1]!;
        worker++
      ) {
        workerCount += 1
        caseSec += this.caseSec[worker]!
        dutySec += this.dutySec[worker]!
        overtimeSec += this.overtimeSec[worker]!
        availableSec += this.presentSec[worker]!
        if (this.presentSec[worker]! > 0) {
          shares.push((this.caseSec[worker]! + this.dutySec[worker]!) / this.presentSec[worker]!)
        }
      }
    })
    return {
      workerCount,
      availableHours: availableSec / hourSec,
      caseHours: caseSec / hourSec,
      dutyHours: dutySec / hourSec,
      overtimeHours: overtimeSec / hourSec,
      gini: giniOf(shares)
    }
  }

  /** Adds the seconds of a part of one spell to the hours of the week they fall in. */
  private spread(cells: Float64Array, spell: number, fromSec: number, untilSec: number): void {
    const day = this.days.dayOfSpell[spell]!
    const dayStartSec = this.days.startSec[day]!
    const firstCell = this.days.weekday[day]! * 24
    let at = fromSec
    while (at < untilSec) {
      const hour = Math.min(23, Math.floor((at - dayStartSec) / hourSec))
      const next = hour === 23 ? untilSec : Math.min(untilSec, dayStartSec + (hour + 1) * hourSec)
      cells[firstCell + hour]! += next - at
      at = next
    }
  }
}

/**
 * The Gini coefficient of some shares: half the mean absolute difference over the mean; 0 when all
 * are alike, NaN for none, 0 when all are 0.
 */
export const giniOf = (shares: ReadonlyArray<number>): number => {
  if (shares.length === 0) return Number.NaN
  const sorted = [...shares].sort((left, right) => left - right)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  if (total === 0) return 0
  const weighted = sorted.reduce((sum, value, index) => sum + (index + 1) * value, 0)
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length
}
