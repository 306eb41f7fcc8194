/**
 * A signal: something that a model announces and that any number of processes wait for, once for
 * all (`fire`) or again and again (`pulse`); and a wait for a condition that is looked at anew at
 * each announcement.
 */
import { beginWait, WAIT, type Withdrawable, waitIn, wake } from "./internal/processCore.ts"
import { delayError } from "./internal/processErrors.ts"
import type * as Process from "./Process.ts"
import { Happening, type Waitable, type Watcher } from "./Waitable.ts"

/**
 * A signal; `Value` is what is announced with it.
 *
 * @category processes
 * @since 0.1.0
 */
export class Signal<Value = void> extends Happening {
  private announced: Value | undefined = undefined

  /** What was announced last; undefined before. */
  get value(): Value | undefined {
    return this.announced
  }

  /** Happens for good: all who wait go on, and nobody waits for it any more until {@link reset}. */
  fire(value: Value): void {
    this.announced = value
    this.markDone(true)
    this.tell()
  }

  /** Happens for this moment only: those who wait now go on, later ones wait for the next time. */
  pulse(value: Value): void {
    this.announced = value
    this.tell()
  }

  /** Undoes {@link fire}, so that it can be waited for again. */
  reset(): void {
    this.markDone(false)
  }

  /**
   * Waits until a condition holds: it is looked at now, and each time that the signal happens.
   *
   * A condition on a `Level` or `Store` is waited for with their `changed`.
   */
  until(
    self: Process.Process,
    condition: () => boolean,
    options: Process.WaitOptions = {}
  ): Process.Wait {
    const { patienceSec = Number.POSITIVE_INFINITY } = options
    if (!(patienceSec >= 0)) throw delayError(self.name, patienceSec)
    if (!beginWait(self, "until", patienceSec)) return WAIT
    if (condition()) wake(self)
    else {
      const wait = new ConditionWait(self, this, condition)
      this.watch(wait)
      waitIn(self, wait, patienceSec)
    }
    return WAIT
  }
}

/** A process that looks at a condition each time that a signal happens. */
class ConditionWait implements Watcher, Withdrawable {
  declare private readonly process: Process.Process
  declare private readonly signal: Waitable
  declare private readonly condition: () => boolean

  constructor(process: Process.Process, signal: Waitable, condition: () => boolean) {
    this.process = process
    this.signal = signal
    this.condition = condition
  }

  noticed(by: Waitable): void {
    if (!this.condition()) {
      this.signal.watch(this)
      return
    }
    this.process.wokenBy = by
    wake(this.process)
  }

  withdraw(): void {
    this.signal.unwatch(this)
  }
}

/**
 * A signal that has not happened.
 *
 * ```ts
 * import { Kernel, Processes, Signal } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const processes = Processes.make({ kernel })
 * const bell = Signal.make<number>()
 * const heard: Array<number> = []
 * processes.start(function* (self) {
 *   yield self.wait(bell)
 *   heard.push(kernel.now, bell.value ?? -1)
 * })
 * processes.start(function* (self) {
 *   yield self.hold(45)
 *   bell.pulse(3)
 * })
 * kernel.run()
 * heard // => [45, 3]
 * ```
 *
 * @category processes
 * @since 0.1.0
 */
export const make = <Value = void>(): Signal<Value> => new Signal<Value>()
