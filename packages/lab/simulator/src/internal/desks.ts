/**
 * The desks of a town: one station per grid, community and sub-district, one for the departments,
 * one on-call roster per community. Work begins only on shift; what is in hand at the end of a shift
 * rests and goes on with the next one (or is finished as overtime, if the policy says so). The
 * on-call roster works at any hour. Desks say who began what and when it is done; what follows is
 * the business of those who put the work there.
 */
import { WorkCalendar } from "@wangge/calendar"
import { Entities, type Kernel, Station } from "@wangge/des"
import type { Policy } from "../Scenario.ts"
import type { DayTable } from "./dayTable.ts"
import type { Timesheet } from "./timesheet.ts"
import type { Town } from "./town.ts"
import * as work from "./workTable.ts"

/** What happens when somebody begins an item, and when it is done. */
export interface Listener {
  readonly onStart: (item: number) => void
  readonly onDone: (item: number) => void
}

/** The desks, numbered: grids, communities, sub-districts, the departments, on-call rosters. */
export class Desks {
  readonly items: Entities.Entities
  readonly stations: ReadonlyArray<Station.Station>
  /** Columns of the items: kind of work, what it is about, seconds of work, who does it. */
  readonly kind: Entities.Column<Uint8Array>
  readonly about: Entities.Column<Int32Array>
  readonly stage: Entities.Column<Uint8Array>
  readonly workSec: Entities.Column<Float64Array>
  readonly server: Entities.Column<Int32Array>
  readonly desk: Entities.Column<Int32Array>
  readonly startedSec: Entities.Column<Float64Array>
  readonly endSec: Entities.Column<Float64Array>
  /** Tells items apart that used the same row one after the other. */
  readonly serial: Entities.Column<Int32Array>
  readonly firstCommunity: number
  readonly firstSubdistrict: number
  readonly department: number
  readonly firstOnCall: number
  private readonly kernel: Kernel.Kernel
  private readonly days: DayTable
  private readonly timesheet: Timesheet
  private readonly canFinishLate: boolean
  private readonly doneEvent: number
  private listener: Listener
  private serialCount = 0
  /** End of the running shift; 0 off shift. */
  private closeSec = 0

  constructor(options: {
    readonly kernel: Kernel.Kernel
    readonly town: Town
    readonly days: DayTable
    readonly timesheet: Timesheet
    readonly policy: Policy
    readonly departmentStaff: number
    readonly onCallPerCommunity: number
  }) {
    const { kernel, town, days } = options
    this.kernel = kernel
    this.days = days
    this.timesheet = options.timesheet
    this.canFinishLate = options.policy.shiftEnd === "finish"
    this.items = Entities.make(4096)
    this.kind = this.items.column(Uint8Array)
    this.about = this.items.column(Int32Array)
    this.stage = this.items.column(Uint8Array)
    this.workSec = this.items.column(Float64Array)
    this.server = this.items.column(Int32Array)
    this.desk = this.items.column(Int32Array)
    this.startedSec = this.items.column(Float64Array)
    this.endSec = this.items.column(Float64Array)
    this.serial = this.items.column(Int32Array)
    this.firstCommunity = town.gridCount
    this.firstSubdistrict = this.firstCommunity + town.communityCount
    this.department = this.firstSubdistrict + town.subdistrictCount
    this.firstOnCall = this.department + 1
    const serverCounts = [
      ...town.workersOfGrid,
      ...town.staffOfCommunity,
      ...town.staffOfSubdistrict,
      options.departmentStaff,
      ...new Array<number>(town.communityCount).fill(options.onCallPerCommunity)
    ]
    this.doneEvent = kernel.on((item) => this.finish(item), "work done")
    this.listener = { onStart: () => undefined, onDone: () => undefined }
    const onStart = (item: number, server: number, station: Station.Station): void =>
      this.begin(item, server, station.tag)
    this.stations = serverCounts.map((serverCount, tag) =>
      Station.make({
        kernel,
        entities: this.items,
        serverCount,
        classCount: work.classCount,
        onStart,
        tag,
        isOpen: tag >= this.firstOnCall
      })
    )
  }

  /** Says who hears of starts and ends; must be called once before the run. */
  listen(listener: Listener): void {
    this.listener = listener
  }

  /** Puts an item of work at a desk; it begins at once if somebody is free. */
  put(options: {
    readonly desk: number
    readonly priorityClass: number
    readonly kind: number
    readonly about: number
    readonly stage: number
    readonly workSec: number
  }): number {
    const item = this.items.create()
    this.kind.values[item] = options.kind
    this.about.values[item] = options.about
    this.stage.values[item] = options.stage
    this.workSec.values[item] = options.workSec
    this.desk.values[item] = options.desk
    this.serial.values[item] = ++this.serialCount
    this.stations[options.desk]!.request(item, options.priorityClass)
    return item
  }

  /** Whether the row still holds the item of that serial number and it waits. */
  isWaiting(item: number, serial: number): boolean {
    return (
      this.serial.values[item] === serial && this.stations[this.desk.values[item]!]!.isWaiting(item)
    )
  }

  /** Takes a waiting item away. */
  withdraw(item: number): void {
    this.stations[this.desk.values[item]!]!.leave(item)
    this.items.destroy(item)
  }

  /** Moves a waiting item to the end of another class of its desk. */
  reclass(item: number, priorityClass: number): void {
    this.stations[this.desk.values[item]!]!.reclass(item, priorityClass)
  }

  /** Opens all desks that keep hours until `closeSec`, an epoch second, or closes them. */
  setOpen(isOpen: boolean, closeSec: number): void {
    this.closeSec = isOpen ? closeSec : 0
    for (let desk = 0; desk < this.firstOnCall; desk++) {
      if (isOpen) this.stations[desk]!.open()
      else this.stations[desk]!.close()
    }
  }

  /** Items that wait at desks without any worker. */
  waitingForNobody(): number {
    return this.stations.reduce(
      (sum, station) => (station.serverCount === 0 ? sum + station.queueLength : sum),
      0
    )
  }

  /** When the work that somebody has in hand will be done, or 0 for nobody at work. */
  inHandUntilSec(desk: number, server: number): number {
    const item = this.stations[desk]!.servedBy(server)
    return item < 0 ? 0 : this.endSec.values[item]!
  }

  /** Books the work in hand up to now: at the end of the run. */
  bookWorkInHand(): void {
    const nowSec = this.days.startSec[0]! + this.kernel.now
    for (const station of this.stations) {
      for (let server = 0; server < station.serverCount; server++) {
        const item = station.servedBy(server)
        if (item >= 0) this.book(item, nowSec)
      }
    }
  }

  private begin(item: number, server: number, desk: number): void {
    this.server.values[item] = server
    this.desk.values[item] = desk
    this.startedSec.values[item] = this.days.startSec[0]! + this.kernel.now
    this.listener.onStart(item)
    const startedSec = this.startedSec.values[item]!
    const workSec = this.workSec.values[item]!
    const endSec =
      this.keepsOnWorking(item) || startedSec + workSec <= this.closeSec
        ? startedSec + workSec
        : this.endAcrossShifts(startedSec, workSec)
    this.endSec.values[item] = endSec
    if (endSec < Number.POSITIVE_INFINITY) {
      this.kernel.at(endSec - this.days.startSec[0]!, this.doneEvent, item)
    }
  }

  /** Work that outlasts the calendar ends after the run: nobody waits for it. */
  private endAcrossShifts(startedSec: number, workSec: number): number {
    const calendar = this.days.work
    return WorkCalendar.reaches(calendar, startedSec, workSec)
      ? WorkCalendar.addWorkSec(calendar, startedSec, workSec)
      : Number.POSITIVE_INFINITY
  }

  /** Whether the item is worked on without regard to shifts once begun. */
  private keepsOnWorking(item: number): boolean {
    return (
      this.desk.values[item]! >= this.firstOnCall ||
      (this.canFinishLate && work.isCaseWork(this.kind.values[item]!))
    )
  }

  private finish(item: number): void {
    const station = this.stations[this.desk.values[item]!]!
    this.book(item, this.days.startSec[0]! + this.kernel.now)
    this.listener.onDone(item)
    this.items.destroy(item)
    station.release(this.server.values[item]!)
  }

  private book(item: number, untilSec: number): void {
    this.timesheet.book({
      desk: this.desk.values[item]!,
      server: this.server.values[item]!,
      kind: this.kind.values[item]!,
      fromSec: this.startedSec.values[item]!,
      untilSec,
      isThrough: this.keepsOnWorking(item)
    })
  }
}
