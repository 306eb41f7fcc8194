/**
 * The processes that were woken within the present event, in order: a ring that grows by doubling.
 */
import type * as Process from "../Process.ts"

/** First in, first out; an entry can be taken out of the middle, which is rare and slow. */
export class ReadyRing {
  /** Number of entries. */
  count = 0
  private entries: Array<Process.Process | null> = new Array<Process.Process | null>(64).fill(null)
  private head = 0

  /** Adds behind the others. */
  push(process: Process.Process): void {
    if (this.count === this.entries.length) this.grow()
    this.entries[(this.head + this.count) & (this.entries.length - 1)] = process
    this.count++
  }

  /** Takes the first out; there must be one. */
  shift(): Process.Process {
    const process = this.entries[this.head]!
    this.entries[this.head] = null
    this.head = (this.head + 1) & (this.entries.length - 1)
    this.count--
    return process
  }

  /** Takes one out, wherever it is. */
  remove(process: Process.Process): void {
    const mask = this.entries.length - 1
    let place = 0
    while (place < this.count && this.entries[(this.head + place) & mask] !== process) place++
    if (place === this.count) return
    for (; place < this.count - 1; place++) {
      this.entries[(this.head + place) & mask] = this.entries[(this.head + place + 1) & mask]!
    }
    this.entries[(this.head + place) & mask] = null
    this.count--
  }

  private grow(): void {
    const { entries, head } = this
    const empty = new Array<Process.Process | null>(entries.length).fill(null)
    this.entries = [...entries.slice(head), ...entries.slice(0, head), ...empty]
    this.head = 0
  }
}
