/**
 * One simulated run of a town: from the first day of the warm-up to the last measured day, with
 * every case going through the same tables that services use. Pure: the same task gives the same
 * bytes, on any machine and any thread.
 */
import type { CaseRules } from "@wangge/cases"
import { Kernel, RandomStreams } from "@wangge/des"
import { CaseColumns } from "./CaseColumns.ts"
import type { Recorder } from "./CaseReplay.ts"
import { Arrivals, defect, question, windowBusiness } from "./internal/arrivals.ts"
import { CaseBook } from "./internal/caseBook.ts"
import { CaseTraits } from "./internal/caseTraits.ts"
import { Closing } from "./internal/closing.ts"
import * as dayTable from "./internal/dayTable.ts"
import { Defects } from "./internal/defects.ts"
import { Desks } from "./internal/desks.ts"
import { Duties } from "./internal/duties.ts"
import { Handling } from "./internal/handling.ts"
import { Intake, type Origin } from "./internal/intake.ts"
import { Presence } from "./internal/presence.ts"
import * as results from "./internal/results.ts"
import { rosterOf } from "./internal/roster.ts"
import { type Spell, Timesheet } from "./internal/timesheet.ts"
import * as townOf from "./internal/town.ts"
import * as townRules from "./internal/townRules.ts"
import * as work from "./internal/workTable.ts"
import { World } from "./internal/world.ts"
import type { Replication } from "./Replication.ts"
import type { Scenario } from "./Scenario.ts"

/**
 * One run to be made: a checked scenario, a master seed and the replication's number.
 *
 * @category running
 * @since 0.1.0
 */
export interface Task {
  readonly scenario: Scenario
  /** A safe integer. */
  readonly seed: number
  /** A whole number from 0. */
  readonly replication: number
}

/**
 * Who watches a run: every accepted move of a case, and every spell of work.
 *
 * Watching changes nothing in the run.
 *
 * @category running
 * @since 0.1.0
 */
export interface Watch {
  /** Is told every accepted move of every case. */
  readonly onMove?: Recorder
  /** Is told every spell of work when it ends. */
  readonly onWork?: (spell: WorkSpell) => void
}

/**
 * The kinds of work in a {@link WorkSpell}, by the number of its `kind`.
 *
 * @category running
 * @since 0.1.0
 */
export const workKinds: ReadonlyArray<string> = work.kinds

/**
 * A spell of work by one worker: which desk and seat, on what, from when until when.
 *
 * @category running
 * @since 0.1.0
 */
export interface WorkSpell extends Spell {
  /** Whether shifts bind this worker; the on-call roster works at any hour. */
  readonly keepsShifts: boolean
}

/**
 * Runs one replication.
 *
 * Cost: about half a second for a town of 34,000 households and a year.
 *
 * @category running
 * @since 0.1.0
 */
export const run = (task: Task, watch: Watch = {}): Replication => new Run(task, watch).finish()

/**
 * The rules that hold in a scenario: its profile with its limits, compiled to the tables that
 * services use. With them a recorded run can be replayed through `decide` and `evolve`.
 *
 * @category running
 * @since 0.1.0
 */
export const rules = (scenario: Scenario): CaseRules.CaseRules =>
  townRules.compile(scenario, dayTable.compile(scenario).clocks)

/** A run, built part by part. */
class Run {
  private readonly task: Task
  private readonly world: World
  private readonly intake: Intake
  private readonly handling: Handling
  private readonly closing: Closing
  private readonly defects: Defects
  private readonly presence: Presence
  private readonly arrivalEvent: number
  private nextArrival = 0

  constructor(task: Task, watch: Watch) {
    this.task = task
    const { scenario } = task
    const kernel = Kernel.make({ hash: true, capacity: 8192 })
    const streams = RandomStreams.make({ seed: task.seed, replication: task.replication })
    const days = dayTable.compile(scenario)
    const town = townOf.compile(scenario)
    const roster = rosterOf(scenario, town)
    const timesheet = new Timesheet(days, roster)
    const rules = townRules.compile(scenario, days.clocks)
    const columns = new CaseColumns(rules, hashed(kernel, watch.onMove))
    const desks = new Desks({
      kernel,
      town,
      days,
      timesheet,
      policy: scenario.policy,
      departmentStaff: scenario.staff.departmentStaff,
      onCallPerCommunity: scenario.staff.onCallPerCommunity
    })
    watchWork(timesheet, desks, watch)
    this.world = new World({
      scenario,
      town,
      days,
      kernel,
      streams,
      rules,
      columns,
      traits: new CaseTraits(scenario),
      arrivals: new Arrivals({ scenario, town, days, streams }),
      desks,
      timesheet,
      duties: new Duties({ rules: scenario.duties, town, days, desks }),
      book: new CaseBook(days, town)
    })
    this.handling = new Handling(this.world, {
      resolve: (slot) => this.closing.resolve(slot),
      retriage: (slot) => this.intake.retriage(slot),
      stepOver: (slot) => this.closing.followUpDue(slot)
    })
    this.closing = new Closing(this.world, this.handling)
    this.intake = new Intake(this.world, this.handling, this.closing)
    this.closing.onPetition = (slot) => this.intake.petition(slot)
    this.defects = new Defects(this.world, this.intake)
    this.presence = new Presence({ scenario, town, days, desks, roster, timesheet, streams })
    this.arrivalEvent = kernel.on((row) => this.arrive(row), "arrival")
    desks.listen({
      onStart: (item) => this.started(item),
      onDone: (item) => this.done(item)
    })
    this.schedule()
  }

  /** Runs to the end and reads the results. */
  finish(): Replication {
    const { kernel, days, desks } = this.world.parts
    kernel.run(days.endSec - days.startSec[0]!)
    desks.bookWorkInHand()
    this.closing.countTheRest()
    return results.read(this.world, this.task.replication)
  }

  /** All mornings, shifts and midnights are scheduled first, so that they precede what else happens then. */
  private schedule(): void {
    const { kernel, days } = this.world.parts
    const midnight = kernel.on((day) => this.midnight(day), "midnight")
    const morning = kernel.on((day) => this.morning(day), "morning")
    const { desks } = this.world.parts
    const open = kernel.on((spell) => desks.setOpen(true, days.work.endSec[spell]!), "shift begins")
    const close = kernel.on(() => desks.setOpen(false, 0), "shift ends")
    const originSec = days.startSec[0]!
    for (let day = 0; day < days.dayCount; day++) {
      kernel.at(days.startSec[day]! - originSec, midnight, day)
      const firstSpell = days.firstSpell[day]!
      for (let spell = firstSpell; spell < days.firstSpell[day + 1]!; spell++) {
        const openSec = days.work.startSec[spell]! - originSec
        if (spell === firstSpell) kernel.at(openSec, morning, day)
        kernel.at(openSec, open, spell)
        kernel.at(days.work.endSec[spell]! - originSec, close, spell)
      }
    }
  }

  private midnight(day: number): void {
    const { days, book, arrivals } = this.world.parts
    const measuredDay = day - days.firstMeasured
    if (measuredDay > 0 && measuredDay % 7 === 0) {
      book.openByWeek[measuredDay / 7 - 1] = this.world.openCount
    }
    this.world.day = day
    const batch = arrivals.fill(day)
    this.nextArrival = 0
    if (batch.count > 0) this.scheduleArrival()
  }

  private scheduleArrival(): void {
    const batch = this.world.parts.arrivals.today
    const row = batch.order[this.nextArrival]!
    this.nextArrival += 1
    this.world.at(batch.atSec[row]!, this.arrivalEvent, row)
  }

  private morning(day: number): void {
    this.presence.morning(day)
    this.world.parts.duties.morning(day)
  }

  private arrive(row: number): void {
    const batch = this.world.parts.arrivals.today
    const origin: Origin = {
      kind: batch.kind[row]!,
      world: batch.world[row]!,
      grid: batch.grid[row]!,
      day: this.world.day,
      purpose: batch.purpose[row]!
    }
    if (this.nextArrival < batch.count) this.scheduleArrival()
    if (origin.kind === windowBusiness || origin.kind === question) this.contact(origin)
    else if (origin.kind === defect) this.defects.arise(origin)
    else this.intake.arrive(origin)
  }

  /** Somebody comes to the window or asks a question: the community desk is busy for a while. */
  private contact(origin: Origin): void {
    const { desks, scenario } = this.world.parts
    const isWindow = origin.kind === windowBusiness
    desks.put({
      desk: this.world.deskOf(origin.grid, 1),
      priorityClass: work.classPresent,
      kind: isWindow ? work.window : work.question,
      about: origin.grid,
      stage: 0,
      workSec: (isWindow ? scenario.timing.windowMin : scenario.timing.questionMin) * 60
    })
  }

  private started(item: number): void {
    const kind = this.world.parts.desks.kind.values[item]!
    if (kind === work.handle) this.handling.start(item)
    else if (kind === work.followUp) this.closing.beginFollowUp(item)
    else if (kind === work.intake) this.intake.begin(item)
  }

  private done(item: number): void {
    const { desks, duties } = this.world.parts
    const kind = desks.kind.values[item]!
    if (kind === work.handle) this.handling.done(item)
    else if (kind === work.followUp) this.closing.followUpDone(item)
    else if (kind === work.intake) this.intake.done(item)
    else {
      duties.done(item)
      if (kind === work.visit || kind === work.patrol) {
        this.defects.inspect(desks.about.values[item]!)
      }
    }
  }
}

/** A recorder that puts every move into the kernel's hash, and tells whoever watches. */
const hashed =
  (kernel: Kernel.Kernel, onMove: Recorder | undefined): Recorder =>
  (caseNumber, action, atSec, a, b, c, d, e, actor, f, g, h) => {
    kernel.mix(caseNumber * 32 + action)
    kernel.mix(atSec)
    if (onMove !== undefined) onMove(caseNumber, action, atSec, a, b, c, d, e, actor, f, g, h)
  }

const watchWork = (timesheet: Timesheet, desks: Desks, watch: Watch): void => {
  const { onWork } = watch
  if (onWork === undefined) return
  timesheet.onSpell = (spell) => onWork({ ...spell, keepsShifts: spell.desk < desks.firstOnCall })
}
