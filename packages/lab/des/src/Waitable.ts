/**
 * What a process can wait for: the end of another process, a signal, a timer, a claim on a
 * resource. `Process.wait`, `any` and `all` take them all.
 */

/**
 * Someone who is told when a {@link Waitable} happens; processes and their gatherings are.
 *
 * @category processes
 * @since 0.1.0
 */
export interface Watcher {
  /** Called once for each time that the watched thing happens; it is no longer watched then. */
  readonly noticed: (by: Waitable) => void
}

/**
 * Something that happens, and can be watched until it does.
 *
 * @category processes
 * @since 0.1.0
 */
export interface Waitable {
  /** Whether it has happened, so that nobody has to wait for it any more. */
  readonly isDone: boolean
  /** Adds a watcher behind the others; one that is there already keeps its place. */
  readonly watch: (watcher: Watcher) => void
  /** Takes a watcher out. */
  readonly unwatch: (watcher: Watcher) => void
}

/**
 * A {@link Waitable} with its watchers, to build others on.
 *
 * @category processes
 * @since 0.1.0
 */
export abstract class Happening implements Waitable {
  private hasHappened = false
  private watchers: Set<Watcher> | null = null

  /** Whether it has happened, so that nobody has to wait for it any more. */
  get isDone(): boolean {
    return this.hasHappened
  }

  /** Number of those who wait for it. */
  get watcherCount(): number {
    return this.watchers === null ? 0 : this.watchers.size
  }

  /** Adds a watcher behind the others; one that is there already keeps its place. */
  watch(watcher: Watcher): void {
    this.watchers ??= new Set()
    this.watchers.add(watcher)
  }

  /** Takes a watcher out. */
  unwatch(watcher: Watcher): void {
    if (this.watchers !== null) this.watchers.delete(watcher)
  }

  /** Sets whether it has happened; tells nobody. */
  protected markDone(isDone: boolean): void {
    this.hasHappened = isDone
  }

  /** Tells all watchers, in the order in which they came, and forgets them. */
  protected tell(): void {
    const watchers = this.watchers
    if (watchers === null) return
    this.watchers = null
    for (const watcher of watchers) watcher.noticed(this)
  }
}
