/**
 * Claims that wait for a resource: one line per priority, the lowest number first, and within a
 * line in order of joining. Joining the line of a known priority costs O(log lines), leaving O(1).
 */

/** What stands in a line. */
export interface InLine<Item> {
  priority: number
  line: Line<Item> | null
  before: Item | null
  behind: Item | null
}

/** The claims of one priority. */
export class Line<Item> {
  declare readonly priority: number
  head: Item | null = null
  tail: Item | null = null

  constructor(priority: number) {
    this.priority = priority
  }
}

/** Lines that may stand empty before they are cleared away. */
const EMPTY_MAX = 32

/** All lines of a resource. */
export class ClaimLines<Item extends InLine<Item>> {
  /** Number of those who wait. */
  count = 0
  private lines: Array<Line<Item>> = []
  // The line that was joined last, which is often the next one too.
  private latest: Line<Item> | null = null

  /** The first of all, or null. */
  first(): Item | null {
    if (this.count === 0) return null
    const lines = this.lines
    let place = 0
    while (lines[place]!.head === null) place++
    return lines[place]!.head
  }

  /** Joins the line of its priority at the end. */
  join(item: Item): void {
    let line = this.latest
    if (line === null || line.priority !== item.priority) {
      line = this.lineOf(item.priority)
      this.latest = line
    }
    item.line = line
    item.before = line.tail
    item.behind = null
    if (line.tail === null) line.head = item
    else line.tail.behind = item
    line.tail = item
    this.count++
  }

  /** Leaves its line; it must stand in one. */
  leave(item: Item): void {
    const line = item.line
    if (line === null) return
    if (item.before === null) line.head = item.behind
    else item.before.behind = item.behind
    if (item.behind === null) line.tail = item.before
    else item.behind.before = item.before
    item.line = null
    item.before = null
    item.behind = null
    this.count--
  }

  private lineOf(priority: number): Line<Item> {
    let low = 0
    let high = this.lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.lines[middle]!.priority < priority) low = middle + 1
      else high = middle
    }
    const found = this.lines[low]
    if (found !== undefined && found.priority === priority) return found
    const line = new Line<Item>(priority)
    if (this.lines.length > EMPTY_MAX && this.lines.length > 2 * this.count) {
      this.latest = null
      this.lines = this.lines.filter(({ head }) => head !== null)
      return this.insert(line)
    }
    this.lines.splice(low, 0, line)
    return line
  }

  private insert(line: Line<Item>): Line<Item> {
    const place = this.lines.findIndex(({ priority }) => priority > line.priority)
    this.lines.splice(place < 0 ? this.lines.length : place, 0, line)
    return line
  }
}
