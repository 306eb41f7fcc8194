/**
 * A process: something with a course of its own (a customer, a machine, a case), written as a
 * generator that yields whenever time passes for it, or as an object with a `step` (see
 * `Stepper`). Processes hold for a time, wait for each other, interrupt and cancel each other;
 * `Resource`, `Store`, `Level` and `Signal` are the places where they meet.
 */

import type * as Claim from "./Claim.ts"
import type * as Interruption from "./Interruption.ts"
import { advance, cutShort } from "./internal/course.ts"
import { Gathering } from "./internal/gathering.ts"
import {
  beginWait,
  CANCELLED,
  close,
  deliver,
  ENDED,
  GRANTED,
  misuse,
  NEW,
  RUNNING,
  statusOf,
  WAIT,
  WAITING,
  type WaitToken,
  type Withdrawable,
  withdraw
} from "./internal/processCore.ts"
import { delayError, processError } from "./internal/processErrors.ts"
import type * as Processes from "./Processes.ts"
import type * as ProcessStatus from "./ProcessStatus.ts"
import type { Waitable, Watcher } from "./Waitable.ts"

/**
 * How a wait can end: as wanted, by the end of patience, or by an interruption.
 *
 * @source none: our own names
 * @category processes
 * @since 0.1.0
 */
export const outcomes = ["Done", "GaveUp", "Interrupted"] as const

/**
 * One of {@link outcomes}; every `yield` returns one.
 *
 * @category processes
 * @since 0.1.0
 */
export type Outcome = (typeof outcomes)[number]

/**
 * What verbs that wait return; to be yielded (or returned from a step) at once.
 *
 * @category processes
 * @since 0.1.0
 */
export type Wait = WaitToken

/**
 * The course of a process as a generator; `yield 5` is short for `yield self.hold(5)`.
 *
 * @category processes
 * @since 0.1.0
 */
export type Body<Value = void> = Generator<Wait | number, Value, Outcome>

/**
 * What may be said of a wait.
 *
 * @category processes
 * @since 0.1.0
 */
export interface WaitOptions {
  /** Seconds after which the wait is given up; never unless given. */
  readonly patienceSec?: number
}

const WITHOUT_LIMIT: WaitOptions = {}
/**
 * A process; `Value` is what it returns at its end. `Processes.start` makes and starts one.
 *
 * Verbs that wait ({@link hold}, {@link wait}, {@link any}, {@link all}, and those of resources)
 * are called by the process itself while it runs, and what they return is yielded at once. Verbs
 * that act on it ({@link interrupt}, {@link cancel}) are called by others. Each misuse throws a
 * `ProcessProblem.ProcessError` that names the process.
 *
 * @category processes
 * @since 0.1.0
 */
export class Process<Value = unknown> implements Waitable {
  // One constructor writes all fields, without inherited ones: processes come and go by the
  // million, and the engine makes such an object several times faster than a derived one.
  /** Those to which it belongs. */
  declare readonly processes: Processes.Processes
  /** @internal Row in the tables of the scheduler; -1 before the start and after the end. */
  declare row: number
  /** @internal One of the states of `processCore`. */
  declare state: number
  /** @internal How the last wait ended. */
  declare outcome: Outcome
  /** @internal What it waits in; null while it holds for a time. */
  declare waitingOn: Withdrawable | null
  /** @internal What it holds or has asked for, latest first. */
  declare holdings: Claim.Claim | null
  /** The interruption that ended the last wait whose outcome was `Interrupted`; null before. */
  declare interruption: Interruption.Interruption | null
  /** @internal Interruptions that came while it was not waiting. */
  declare unseen: Array<Interruption.Interruption> | null
  /** What ended its last `wait`, `any` or `all`; null before, and after giving up. */
  declare wokenBy: Waitable | null
  /** @internal Those who wait for its end. */
  declare watchers: Set<Watcher> | null
  /** What the process returned; undefined before its end and after a cancel. */
  declare value: Value | undefined
  /** @internal The generator; null for a stepper. */
  declare body: Body<Value> | null
  /** @internal The next process object that can be used again. */
  declare nextSpare: Process | null
  /** @internal Whether its object may be used again when it has ended. */
  declare isReused: boolean
  // Who gives it its name, and the number behind the name; -1 if the name says it all.
  declare private named: { readonly name: string }
  declare private number: number

  /** @internal Use `Processes.start`, or extend `Stepper`. */
  constructor(processes: Processes.Processes, state: number) {
    this.processes = processes
    this.row = -1
    this.state = state
    this.outcome = "Done"
    this.waitingOn = null
    this.holdings = null
    this.interruption = null
    this.unseen = null
    this.wokenBy = null
    this.watchers = null
    this.value = undefined
    this.body = null
    this.nextSpare = null
    this.isReused = false
    this.named = processes
    this.number = -1
  }

  /** What errors call it: the given name, or that of its generator function and a number. */
  get name(): string {
    const { name } = this.named
    if (this.number < 0) return name
    return `${name === "" ? "process" : name} ${this.number}`
  }

  /** Where the process stands. */
  get status(): ProcessStatus.ProcessStatus {
    return statusOf(this.state)
  }

  /** Whether it has ended or was cancelled. */
  get isDone(): boolean {
    return this.state === ENDED || this.state === CANCELLED
  }

  /** Lets a finite time pass, in seconds from 0. */
  hold(delaySec: number): Wait {
    if (this.state !== RUNNING || this.unseen !== null) {
      if (!beginWait(this, "hold", delaySec)) return WAIT
    }
    // What is no number may compare like one; to the engine, the test of the type is free here.
    const isTime = delaySec >= 0 && delaySec < Number.POSITIVE_INFINITY
    if (!isTime || typeof delaySec !== "number") throw delayError(this.name, delaySec)
    this.outcome = "Done"
    this.state = WAITING
    if (delaySec === 0) this.processes.countStep(this)
    this.processes.table.sleep(this.row, delaySec)
    return WAIT
  }

  /** Waits until something has happened: a process ended, a signal fired, a timer ran out. */
  wait(target: Waitable, options: WaitOptions = WITHOUT_LIMIT): Wait {
    return this.gather([target], 1, options)
  }

  /** Waits until the first of several has happened; {@link wokenBy} is then that one. */
  any(targets: ReadonlyArray<Waitable>, options: WaitOptions = WITHOUT_LIMIT): Wait {
    return this.gather(targets, 1, options)
  }

  /** Waits until all of several have happened; {@link wokenBy} is then the last one. */
  all(targets: ReadonlyArray<Waitable>, options: WaitOptions = WITHOUT_LIMIT): Wait {
    return this.gather(targets, targets.length, options)
  }

  /**
   * Interrupts itself after a delay in seconds, with kind `Alarm`, until {@link stopAlarm} or the
   * end.
   *
   * A process has one alarm: setting it again replaces it. One that rings while the process does
   * not wait is seen at its next wait.
   */
  alarm(delaySec: number): void {
    if (!(delaySec >= 0 && delaySec < Number.POSITIVE_INFINITY)) {
      throw delayError(this.name, delaySec)
    }
    if (this.row < 0) throw misuse(this, "alarm")
    this.processes.table.setAlarm(this.row, delaySec)
  }

  /** Takes the alarm back; false if there was none, or it has rung. */
  stopAlarm(): boolean {
    return this.row >= 0 && this.processes.table.stopAlarm(this.row)
  }

  /**
   * Ends the present wait of the process with an interruption.
   *
   * One that is not waiting (not yet run, or woken at this very instant) sees it at its next wait.
   * Throws if the process has ended or was never started, or interrupts itself.
   */
  interrupt(reason = ""): void {
    const by = this.processes.current
    if (by === this) throw processError("ActsOnItself", this.name, "interrupt", "another process")
    if (this.row < 0) throw processError("AlreadyEnded", this.name, "interrupt", "check isDone")
    deliver(this, { kind: "Interrupt", reason, by, resource: null, remainingSec: 0 })
  }

  /**
   * Ends the process from outside: it leaves what it waits in and lets go what it holds.
   *
   * A generator that has begun runs its `finally` blocks, which must not wait. Those who wait for
   * the process go on. False if it was not under way; throws if it cancels itself.
   */
  cancel(): boolean {
    if (this.row < 0) return false
    if (this.state === RUNNING || this.state === GRANTED) {
      throw processError("ActsOnItself", this.name, "cancel", "return from its body")
    }
    withdraw(this)
    this.processes.withdraw(this)
    this.state = CANCELLED
    this.abandon()
    while (this.holdings !== null) this.holdings.letGo()
    close(this, CANCELLED)
    return true
  }

  /** Adds one who waits for its end. */
  watch(watcher: Watcher): void {
    this.watchers ??= new Set()
    this.watchers.add(watcher)
  }

  /** Takes one who waits for its end out. */
  unwatch(watcher: Watcher): void {
    if (this.watchers !== null) this.watchers.delete(watcher)
  }

  /** @internal Goes on until the next wait or the end; called by the scheduler. */
  advance(): void {
    advance(this)
  }

  /** @internal Gives the body the chance to tidy up when the process is cancelled. */
  abandon(): void {
    cutShort(this)
  }

  /** @internal Takes a course and a name, for the first time or another one. */
  takeCourse(body: Body<Value>, named: { readonly name: string }, number: number): void {
    this.state = NEW
    this.value = undefined
    this.interruption = null
    this.wokenBy = null
    this.body = body
    this.named = named
    this.number = number
  }

  private gather(targets: ReadonlyArray<Waitable>, needed: number, options: WaitOptions): Wait {
    const { patienceSec = Number.POSITIVE_INFINITY } = options
    if (!(patienceSec >= 0)) throw delayError(this.name, patienceSec)
    if (targets.includes(this)) {
      throw processError("ActsOnItself", this.name, "wait for", "another process")
    }
    for (const target of targets) if (typeof target?.watch !== "function") throw lost(this, target)
    if (!beginWait(this, "wait", patienceSec)) return WAIT
    this.wokenBy = null
    Gathering.begin(this, targets, needed, patienceSec)
    return WAIT
  }
}

const lost = (process: Process, target: unknown): Error => {
  const expected = "a process, a signal, a timer, a claim or another thing that happens"
  return processError("NotWaitable", process.name, String(target), expected)
}
