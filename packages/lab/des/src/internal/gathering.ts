/**
 * A process's wait for one or several things: it watches those that have not happened, and wakes
 * the process when enough of them have.
 */
import type * as Process from "../Process.ts"
import type { Waitable, Watcher } from "../Waitable.ts"
import { type Withdrawable, waitIn, wake } from "./processCore.ts"

/** Who waits, for what, and how many of them are still missing. */
export class Gathering implements Watcher, Withdrawable {
  declare private readonly process: Process.Process
  declare private readonly watched: ReadonlyArray<Waitable>
  declare private missing: number

  private constructor(process: Process.Process, watched: ReadonlyArray<Waitable>, missing: number) {
    this.process = process
    this.watched = watched
    this.missing = missing
  }

  /**
   * Waits until `needed` of the targets have happened; each counts once. Those that have happened
   * already count at once, in order. Waiting for none of nothing is over at once.
   */
  static begin(
    process: Process.Process,
    targets: ReadonlyArray<Waitable>,
    needed: number,
    patienceSec: number
  ): void {
    const different = [...new Set(targets)]
    const missing = Math.min(needed, different.length)
    const done = different.filter(({ isDone }) => isDone)
    if (done.length >= missing) {
      process.wokenBy = done[missing - 1] ?? null
      wake(process)
      return
    }
    const open = different.filter(({ isDone }) => !isDone)
    const gathering = new Gathering(process, open, missing - done.length)
    for (const target of open) target.watch(gathering)
    waitIn(process, gathering, patienceSec)
  }

  noticed(by: Waitable): void {
    this.missing--
    if (this.missing > 0) return
    this.withdraw()
    this.process.wokenBy = by
    wake(this.process)
  }

  withdraw(): void {
    for (const target of this.watched) target.unwatch(this)
  }
}
