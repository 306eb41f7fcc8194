/**
 * A timer: something that happens after a delay, for a process to wait for together with other
 * things. A process that only lets time pass holds; a process that limits a wait says how long it
 * is patient.
 */
import type * as Kernel from "./Kernel.ts"
import { Happening } from "./Waitable.ts"

/**
 * A timer; made by `Processes.timer`.
 *
 * @category processes
 * @since 0.1.0
 */
export class Timer extends Happening {
  declare private readonly table: Table
  declare private readonly row: number
  private isPending = true

  /** Use `Processes.timer`. */
  constructor(table: Table, row: number) {
    super()
    this.table = table
    this.row = row
  }

  /** Takes the timer back, so that it never runs out; false if it has run out or was taken back. */
  cancel(): boolean {
    if (!this.isPending) return false
    this.isPending = false
    this.table.remove(this.row)
    return true
  }

  /** @internal Happens. */
  runOut(): void {
    this.isPending = false
    this.markDone(true)
    this.tell()
  }
}

/**
 * The timers that are pending on a kernel.
 *
 * @category processes
 * @since 0.1.0
 */
export class Table {
  declare private readonly kernel: Kernel.Kernel
  declare private readonly type: number
  private readonly timers: Array<Timer | null> = []
  private readonly events: Array<number> = []
  private readonly free: Array<number> = []

  /** Registers its event type with the kernel. */
  constructor(kernel: Kernel.Kernel) {
    this.kernel = kernel
    this.type = kernel.on((row) => {
      const timer = this.timers[row]!
      this.forget(row)
      if (timer !== null) timer.runOut()
    }, "timer")
  }

  /** A timer that runs out after a delay; refuses one that the kernel refuses. */
  start(delaySec: number): Timer {
    const row = this.free.pop() ?? this.timers.length
    const timer = new Timer(this, row)
    this.events[row] = this.kernel.in(delaySec, this.type, row)
    this.timers[row] = timer
    return timer
  }

  /** @internal Takes a timer back. */
  remove(row: number): void {
    this.kernel.cancel(this.events[row]!)
    this.forget(row)
  }

  private forget(row: number): void {
    this.timers[row] = null
    this.free.push(row)
  }
}
