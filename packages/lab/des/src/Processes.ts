/**
 * The processes of one model on one kernel: starts them, wakes them in an exact order, and keeps
 * their timers. Within one event of the kernel a process runs until it waits; then those that it
 * woke run, in the order in which they were woken; then the kernel goes on.
 */

import type * as Claim from "./Claim.ts"
import type * as Interruption from "./Interruption.ts"
import { isCourse, noCourse } from "./internal/course.ts"
import { deliver, GRANTED, NEW, READY, RUNNING, withdraw } from "./internal/processCore.ts"
import { delayError } from "./internal/processErrors.ts"
import { ProcessTable } from "./internal/processTable.ts"
import { ReadyRing } from "./internal/readyRing.ts"
import * as Kernel from "./Kernel.ts"
import * as Process from "./Process.ts"
import type * as Stepper from "./Stepper.ts"
import * as Timer from "./Timer.ts"

/**
 * What processes can be told when they are made.
 *
 * @category processes
 * @since 0.1.0
 */
export interface Options {
  /** The clock. */
  readonly kernel: Kernel.Kernel
  /**
   * Whether a process that is granted, signalled or joined takes its turn behind the events that
   * are pending at that instant already, as in SimPy, rather than going next; false unless given.
   * Costs one event of the kernel for each wake.
   */
  readonly areWakesInTurn?: boolean
  /**
   * Steps that processes may make at one instant before the run is stopped as endless; one less
   * than the kernel's default unless given, so that the error names the process.
   */
  readonly instantLimit?: number
}

/**
 * When and under which name a process starts.
 *
 * @category processes
 * @since 0.1.0
 */
export interface StartOptions {
  /** Seconds from now; 0, and so in its turn at this instant, unless given. */
  readonly delaySec?: number
  /** What errors call it; the generator's name and a number unless given. */
  readonly name?: string
}

const AT_ONCE: StartOptions = {}
/**
 * A model's processes.
 *
 * @category processes
 * @since 0.1.0
 */
export class Processes {
  /** What a stepper without a name of its own is called in errors. */
  readonly name = "process"
  /** The clock. */
  declare readonly kernel: Kernel.Kernel
  /** Whether wakes wait for their turn at the kernel, as in SimPy. */
  declare readonly areWakesInTurn: boolean
  /** The process that is running; null between processes. */
  current: Process.Process | null = null
  /** @internal Rows, timers and alarms of those under way. */
  declare readonly table: ProcessTable
  /** @internal A claim that can be used again, and behind it the others. */
  spareClaim: Claim.Claim | null = null
  /** Number of processes started so far. */
  startedCount = 0

  declare private readonly timers: Timer.Table
  declare private readonly instantLimit: number
  private spare: Process.Process | null = null
  private readonly ring = new ReadyRing()
  private isStepping = false
  private instantSec = -1
  private instantSteps = 0

  /** Registers its event types with the kernel. Throws a `RangeError` for a limit below 1. */
  constructor(options: Options) {
    const { kernel, instantLimit = Kernel.instantLimitDefault - 1 } = options
    if (!(instantLimit >= 1)) {
      throw new RangeError(`An instant limit is at least 1; got ${instantLimit}`)
    }
    this.kernel = kernel
    this.areWakesInTurn = options.areWakesInTurn ?? false
    this.instantLimit = instantLimit
    this.table = new ProcessTable(kernel, {
      wake: (process) => this.runFrom(process),
      giveUp: (process) => this.giveUp(process),
      alarm: (process) => this.ringAlarm(process)
    })
    this.timers = new Timer.Table(kernel)
  }

  /** Number of processes that have started and not ended. */
  get liveCount(): number {
    return this.table.count
  }

  /** Starts a generator as a process, and returns the process. */
  start<Value>(
    body: (self: Process.Process<Value>) => Process.Body<Value>,
    options: StartOptions = AT_ONCE
  ): Process.Process<Value> {
    const process = new Process.Process<Value>(this, NEW)
    this.begun(process, body, options)
    return process
  }

  /**
   * Starts a generator as a process that nobody outside refers to: faster than {@link start},
   * because the object is used again when the process has ended.
   *
   * So the body must not hand its `self` to anything that outlives it.
   */
  spawn(
    body: (self: Process.Process) => Process.Body<unknown>,
    options: StartOptions = AT_ONCE
  ): void {
    let process = this.spare
    if (process === null) {
      process = new Process.Process(this, NEW)
      process.isReused = true
    } else this.spare = process.nextSpare
    this.begun(process, body, options)
  }

  /**
   * Starts an object as a process, and returns it; an ended one starts afresh.
   *
   * Throws a `ProcessProblem.ProcessError` if it is under way.
   */
  begin<Object extends Stepper.Stepper>(stepper: Object, delaySec = 0): Object {
    stepper.rewind()
    this.admit(stepper, delaySec)
    return stepper
  }

  /** A timer that runs out after a delay in seconds, for `Process.wait`, `any` and `all`. */
  timer(delaySec: number): Timer.Timer {
    return this.timers.start(delaySec)
  }

  /** @internal Gives a woken process its turn. */
  ready(process: Process.Process): void {
    if (this.isStepping && !this.areWakesInTurn) this.ring.push(process)
    else this.table.sleep(process.row, 0)
  }

  /** @internal Gives a process its turn before all that is pending at this instant. */
  readyAtOnce(process: Process.Process): void {
    if (this.isStepping) this.ring.push(process)
    else this.table.sleep(process.row, 0)
  }

  /** @internal Takes back a turn or a timer, when a process is cancelled. */
  withdraw(process: Process.Process): void {
    this.table.stopTimer(process.row)
    if (process.state <= READY) this.ring.remove(process)
  }

  /** @internal Forgets a process that has come to its end. */
  remove(process: Process.Process): void {
    this.table.remove(process)
    if (process.isReused) {
      process.nextSpare = this.spare
      this.spare = process
    }
  }

  /** @internal Counts a step that took no time; steps without end at one instant are stopped. */
  countStep(process: Process.Process): void {
    if (this.kernel.now !== this.instantSec) {
      this.instantSec = this.kernel.now
      this.instantSteps = 0
    }
    if (++this.instantSteps > this.instantLimit) {
      throw new Kernel.RunawayInstantError(this.instantSec, process.name, this.instantLimit)
    }
  }

  private begun<Value>(
    process: Process.Process<Value>,
    body: (self: Process.Process<Value>) => Process.Body<Value>,
    { delaySec = 0, name }: StartOptions
  ): void {
    const course = body(process)
    if (!isCourse(course)) throw noCourse(name ?? body.name, course)
    if (name === undefined) process.takeCourse(course, body, this.startedCount)
    else process.takeCourse(course, { name }, -1)
    this.admit(process, delaySec)
  }

  private admit(process: Process.Process, delaySec: number): void {
    if (!(delaySec >= 0 && delaySec < Number.POSITIVE_INFINITY)) {
      throw delayError(process.name, delaySec)
    }
    this.startedCount++
    process.state = NEW
    this.table.add(process)
    if (delaySec > 0) this.table.sleep(process.row, delaySec)
    else this.readyAtOnce(process)
  }

  /** Runs a process and then, in order, all that are woken by it and by each other. */
  private runFrom(process: Process.Process): void {
    this.isStepping = true
    this.step(process)
    this.settle()
  }

  private settle(): void {
    const ring = this.ring
    while (ring.count > 0) {
      const process = ring.shift()
      this.countStep(process)
      this.step(process)
    }
    this.current = null
    this.isStepping = false
  }

  private step(process: Process.Process): void {
    this.current = process
    this.kernel.mix(process.row)
    process.state = RUNNING
    process.advance()
    while (process.state === GRANTED) {
      this.countStep(process)
      process.state = RUNNING
      process.advance()
    }
  }

  private giveUp(process: Process.Process): void {
    this.isStepping = true
    withdraw(process)
    process.outcome = "GaveUp"
    this.runFrom(process)
  }

  private ringAlarm(process: Process.Process): void {
    this.isStepping = true
    deliver(process, ALARM)
    this.settle()
  }
}

const ALARM: Interruption.Interruption = {
  kind: "Alarm",
  reason: "",
  by: null,
  resource: null,
  remainingSec: 0
}

/**
 * No processes yet, on a kernel.
 *
 * ```ts
 * import { Kernel, Processes } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const processes = Processes.make({ kernel })
 * const seen: Array<number> = []
 * const charging = processes.start(function* (self) {
 *   yield self.hold(40)
 *   return "full"
 * })
 * processes.start(function* (self) {
 *   yield self.wait(charging)
 *   seen.push(kernel.now)
 * })
 * kernel.run()
 * charging.value // => "full"
 * seen // => [40]
 * ```
 *
 * @category processes
 * @since 0.1.0
 */
export const make = (options: Options): Processes => new Processes(options)
