/**
 * A process as an object: `step` is called with a phase number each time that a wait is over, does
 * what comes next, and returns the next wait. Faster than a generator, startable again when it has
 * ended, and its state is plain fields; a generator reads better.
 */
import {
  CANCELLED,
  ENDED,
  finish,
  GRANTED,
  IDLE,
  READY,
  WAIT,
  WAITING
} from "./internal/processCore.ts"
import { processError } from "./internal/processErrors.ts"
import * as Process from "./Process.ts"
import type * as Processes from "./Processes.ts"

/**
 * A process with phases: 0 at the start, and one more after each wait unless `goTo` says
 * otherwise.
 *
 * ```ts
 * import { Kernel, type Process, Processes, Resource, Stepper } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const processes = Processes.make({ kernel })
 * const desk = Resource.make({ processes, capacity: 1 })
 * class Visit extends Stepper.Stepper {
 *   step(phase: number): Process.Wait {
 *     if (phase === 0) return desk.seize(this)
 *     if (phase === 1) return this.hold(60)
 *     desk.release(this)
 *     return this.finished()
 *   }
 * }
 * processes.begin(new Visit(processes))
 * processes.begin(new Visit(processes))
 * kernel.run()
 * kernel.now // => 120
 * ```
 *
 * @category processes
 * @since 0.1.0
 */
export abstract class Stepper<Value = unknown> extends Process.Process<Value> {
  private nextPhase = 0
  private hasFinished = false

  /** A process that has not started; `Processes.begin` starts it. */
  constructor(processes: Processes.Processes) {
    super(processes, IDLE)
  }

  /** How the wait before this step ended. */
  get lastOutcome(): Process.Outcome {
    return this.outcome
  }

  /** What errors call it; the class's name unless overridden. */
  override get name(): string {
    return this.constructor.name
  }

  /** Does what is due in a phase, and returns the next wait, or `this.finished()`. */
  abstract step(phase: number): Process.Wait

  /** Says which phase comes after the next wait, instead of the following one. */
  protected goTo(phase: number): void {
    this.nextPhase = phase
  }

  /** The last thing that a step returns: the process ends, with a value if it has one. */
  protected finished(value?: Value): Process.Wait {
    this.value = value
    this.hasFinished = true
    return WAIT
  }

  /** @internal Called by the scheduler. */
  override advance(): void {
    const wait = this.step(this.nextPhase++)
    const state: number = this.state
    if (this.hasFinished) finish(this)
    else if (wait !== WAIT || (state !== WAITING && state !== GRANTED && state !== READY)) {
      const expected = "return what a verb that waits returned, or this.finished()"
      throw processError("YieldedNothing", this.name, "a wait", expected)
    }
  }

  /** @internal Nothing to tidy up: an object has no finally blocks. */
  override abandon(): void {}

  /** @internal Called when it starts: from the first phase. */
  rewind(): void {
    if (this.state !== ENDED && this.state !== CANCELLED && this.state !== IDLE) {
      const expected = "start it when it is Idle, Ended or Cancelled"
      throw processError("AlreadyStarted", this.name, this.status, expected)
    }
    this.value = undefined
    this.interruption = null
    this.wokenBy = null
    this.nextPhase = 0
    this.hasFinished = false
  }
}
