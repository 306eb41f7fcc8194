/**
 * The processes that are under way, by row, with the events of the kernel that end their waits and
 * ring their alarms. Rows of those that ended are used again.
 */
import type * as Kernel from "../Kernel.ts"
import type * as Process from "../Process.ts"

const NO_EVENT = -1
// Each process has four numbers side by side: the event that ends its wait, when that is, the event
// of its alarm, and one that is not used.
const STRIDE = 2
const WAIT_END = 1
const ALARM = 2

/** Rows, timers and alarms. */
export class ProcessTable {
  /** Number of processes under way. */
  count = 0

  declare private readonly kernel: Kernel.Kernel
  declare private readonly wakeType: number
  declare private readonly patienceType: number
  declare private readonly alarmType: number
  private readonly processes: Array<Process.Process | null> = []
  private timing = new Float64Array(64 << STRIDE).fill(NO_EVENT)
  private nextFree = new Int32Array(64)
  private freeRow = -1

  /** Registers three event types with the kernel; their events are cleared before the call. */
  constructor(
    kernel: Kernel.Kernel,
    handlers: {
      readonly wake: (process: Process.Process) => void
      readonly giveUp: (process: Process.Process) => void
      readonly alarm: (process: Process.Process) => void
    }
  ) {
    this.kernel = kernel
    this.wakeType = kernel.on((row) => {
      this.timing[row << STRIDE] = NO_EVENT
      handlers.wake(this.processes[row]!)
    }, "wake of a process")
    this.patienceType = kernel.on((row) => {
      this.timing[row << STRIDE] = NO_EVENT
      handlers.giveUp(this.processes[row]!)
    }, "end of patience")
    this.alarmType = kernel.on((row) => {
      this.timing[(row << STRIDE) + ALARM] = NO_EVENT
      handlers.alarm(this.processes[row]!)
    }, "alarm of a process")
  }

  /** Gives a process a row. */
  add(process: Process.Process): void {
    let row = this.freeRow
    if (row >= 0) {
      this.freeRow = this.nextFree[row]!
      this.processes[row] = process
    } else {
      row = this.processes.length
      if (row === this.nextFree.length) this.grow()
      this.processes.push(process)
    }
    this.count++
    process.row = row
  }

  /** Takes the row back; no wait is under way. */
  remove(process: Process.Process): void {
    const row = process.row
    this.stopAlarm(row)
    this.processes[row] = null
    this.nextFree[row] = this.freeRow
    this.freeRow = row
    this.count--
    process.row = -1
  }

  /** Wakes after a delay. */
  sleep(row: number, delaySec: number): void {
    this.timing[(row << STRIDE) + WAIT_END] = this.kernel.now + delaySec
    this.timing[row << STRIDE] = this.kernel.in(delaySec, this.wakeType, row)
  }

  /** Ends a wait by giving it up. */
  limitWait(row: number, patienceSec: number): void {
    this.timing[(row << STRIDE) + WAIT_END] = this.kernel.now + patienceSec
    this.timing[row << STRIDE] = this.kernel.in(patienceSec, this.patienceType, row)
  }

  /** Takes back the event that would end a wait. */
  stopTimer(row: number): void {
    const event = this.timing[row << STRIDE]!
    if (event === NO_EVENT) return
    this.timing[row << STRIDE] = NO_EVENT
    this.kernel.cancel(event)
  }

  /** What is left of a wait; `Infinity` if it has no limit. */
  remainingSec(row: number): number {
    return this.timing[row << STRIDE] === NO_EVENT
      ? Number.POSITIVE_INFINITY
      : this.timing[(row << STRIDE) + WAIT_END]! - this.kernel.now
  }

  /** Sets the alarm, in place of an earlier one. */
  setAlarm(row: number, delaySec: number): void {
    this.stopAlarm(row)
    this.timing[(row << STRIDE) + ALARM] = this.kernel.in(delaySec, this.alarmType, row)
  }

  /** Takes the alarm back; false if there is none. */
  stopAlarm(row: number): boolean {
    const event = this.timing[(row << STRIDE) + ALARM]!
    if (event === NO_EVENT) return false
    this.timing[(row << STRIDE) + ALARM] = NO_EVENT
    return this.kernel.cancel(event)
  }

  private grow(): void {
    const length = this.nextFree.length * 2
    const timing = new Float64Array(length << STRIDE).fill(NO_EVENT)
    timing.set(this.timing)
    this.timing = timing
    const nextFree = new Int32Array(length)
    nextFree.set(this.nextFree)
    this.nextFree = nextFree
  }
}
