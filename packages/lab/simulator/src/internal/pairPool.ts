/**
 * Lists of pairs of numbers for cases in columns, in one pool: a case holds the position of the
 * first pair of its list, a pair that of the next. Pairs that a case gives back are used again.
 */

/** The end of a list, and the list without a pair. */
export const noPair = -1

const longer = (old: Float64Array, length: number): Float64Array => {
  const grown = new Float64Array(length)
  grown.set(old)
  return grown
}

/** A pool of pairs; every list keeps the order in which its pairs were added. */
export class PairPool {
  /** First number of each pair. */
  first: Float64Array = new Float64Array(0)
  /** Second number of each pair. */
  second: Float64Array = new Float64Array(0)
  /** Position of the next pair of the same list, {@link noPair} at its end. */
  next: Int32Array = new Int32Array(0)
  #used = 0
  #free = noPair

  /** Adds a pair at the end of a list and returns where the list now begins. Cost: its length. */
  add(head: number, first: number, second: number): number {
    const at = this.#take()
    this.first[at] = first
    this.second[at] = second
    this.next[at] = noPair
    if (head === noPair) return at
    let last = head
    while (this.next[last] !== noPair) last = this.next[last]!
    this.next[last] = at
    return head
  }

  /** Where in a list the pair with a first number stands, {@link noPair} if nowhere. */
  find(head: number, first: number): number {
    let at = head
    while (at !== noPair && this.first[at] !== first) at = this.next[at]!
    return at
  }

  /** Takes one pair out of a list and returns where the list now begins. */
  remove(head: number, pair: number): number {
    if (head === pair) {
      const after = this.next[pair]!
      this.#give(pair)
      return after
    }
    let before = head
    while (this.next[before] !== pair) before = this.next[before]!
    this.next[before] = this.next[pair]!
    this.#give(pair)
    return head
  }

  /** Gives all pairs of a list back; returns {@link noPair}, the empty list. */
  clear(head: number): number {
    let at = head
    while (at !== noPair) {
      const after = this.next[at]!
      this.#give(at)
      at = after
    }
    return noPair
  }

  /** The pairs of a list in order; for words and tests, not for hot loops. */
  list(head: number): ReadonlyArray<readonly [number, number]> {
    const pairs: Array<readonly [number, number]> = []
    for (let at = head; at !== noPair; at = this.next[at]!) {
      pairs.push([this.first[at]!, this.second[at]!])
    }
    return pairs
  }

  #give(pair: number): void {
    this.next[pair] = this.#free
    this.#free = pair
  }

  #take(): number {
    if (this.#free !== noPair) {
      const at = this.#free
      this.#free = this.next[at]!
      return at
    }
    if (this.#used === this.next.length) this.#grow(Math.max(16, this.#used * 2))
    this.#used += 1
    return this.#used - 1
  }

  #grow(length: number): void {
    this.first = longer(this.first, length)
    this.second = longer(this.second, length)
    const next = new Int32Array(length)
    next.set(this.next)
    this.next = next
  }
}
