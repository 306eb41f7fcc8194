/**
 * A store: things of which each is itself (parcels, tools, messages), put in and taken out by
 * processes, in order or by a filter. Its room may be limited.
 */
import {
  beginWait,
  RUNNING,
  WAIT,
  type Withdrawable,
  waitIn,
  wake
} from "./internal/processCore.ts"
import { delayError } from "./internal/processErrors.ts"
import type * as Process from "./Process.ts"
import type * as Processes from "./Processes.ts"
import * as Signal from "./Signal.ts"

/**
 * What a store is made of.
 *
 * @category processes
 * @since 0.1.0
 */
export interface Options<Item> {
  /** The model's processes. */
  readonly processes: Processes.Processes
  /** How many items fit; `Infinity` unless given. */
  readonly capacity?: number
  /** What is there at the start, oldest first; nothing unless given. */
  readonly items?: ReadonlyArray<Item>
}

/**
 * What may be said of a take.
 *
 * @category processes
 * @since 0.1.0
 */
export interface TakeOptions<Item> extends Process.WaitOptions {
  /** Which items will do; all unless given. */
  readonly filter?: (item: Item) => boolean
}

/** One who waits to take, and which items will do. */
interface Taker<Item> extends Withdrawable {
  readonly process: Process.Process
  readonly filter: (item: Item) => boolean
}

/** One who waits to put something in. */
interface Putter<Item> extends Withdrawable {
  readonly process: Process.Process
  readonly item: Item
}

/**
 * Items, and those who wait for one or for room.
 *
 * Takers are served in order of asking, each with the oldest item that will do; one for whom
 * nothing will do does not hold up those behind. A take that finds its item scans the items: O(n).
 *
 * @category processes
 * @since 0.1.0
 */
export class Store<Item> {
  /** How many items fit. */
  declare readonly capacity: number
  /** Happens, for the moment, each time that items came or went. */
  readonly changed = Signal.make()

  private stored: Array<Item>
  private readonly takers = new Set<Taker<Item>>()
  private readonly putters = new Set<Putter<Item>>()
  private readonly takenBy = new WeakMap<Process.Process, { readonly item: Item }>()

  /** Throws a `RangeError` if the capacity is no whole number or `Infinity`, or too small. */
  constructor(options: Options<Item>) {
    const { capacity = Number.POSITIVE_INFINITY, items = [] } = options
    const isCount = Number.isSafeInteger(capacity) || capacity === Number.POSITIVE_INFINITY
    if (!(isCount && capacity >= 1 && capacity >= items.length)) {
      throw new RangeError(
        `A capacity is a whole number from 1 that holds the first items; got ${capacity}`
      )
    }
    this.capacity = capacity
    this.stored = [...items]
  }

  /** What is there now, oldest first. */
  get items(): ReadonlyArray<Item> {
    return this.stored
  }

  /** Number of those who wait to take. */
  get takerCount(): number {
    return this.takers.size
  }

  /** Number of those who wait to put in. */
  get putterCount(): number {
    return this.putters.size
  }

  /** Puts an item in, and waits until there is room for it. */
  put(self: Process.Process, item: Item, options: Process.WaitOptions = {}): Process.Wait {
    const { patienceSec = Number.POSITIVE_INFINITY } = options
    if (!(patienceSec >= 0)) throw delayError(self.name, patienceSec)
    if (!beginWait(self, "put", patienceSec)) return WAIT
    const putter: Putter<Item> = {
      process: self,
      item,
      withdraw: () => {
        this.putters.delete(putter)
      }
    }
    this.putters.add(putter)
    this.serve()
    if (self.state === RUNNING) waitIn(self, putter, patienceSec)
    return WAIT
  }

  /** Puts an item in at once, from anywhere; false if there is no room. */
  offer(item: Item): boolean {
    if (this.putters.size > 0 || this.stored.length >= this.capacity) return false
    this.stored.push(item)
    this.serve()
    this.changed.pulse()
    return true
  }

  /** Takes an item out, and waits until there is one that will do; then ask {@link taken}. */
  take(self: Process.Process, options: TakeOptions<Item> = {}): Process.Wait {
    const { patienceSec = Number.POSITIVE_INFINITY, filter = acceptAll } = options
    if (!(patienceSec >= 0)) throw delayError(self.name, patienceSec)
    if (!beginWait(self, "take", patienceSec)) return WAIT
    const taker: Taker<Item> = {
      process: self,
      filter,
      withdraw: () => {
        this.takers.delete(taker)
      }
    }
    this.takers.add(taker)
    this.serve()
    if (self.state === RUNNING) waitIn(self, taker, patienceSec)
    return WAIT
  }

  /** The item that a process took last; throws a `RangeError` if it never took one here. */
  taken(self: Process.Process): Item {
    const taken = this.takenBy.get(self)
    if (taken === undefined) {
      throw new RangeError(`A process that took something from this store; got ${self.name}`)
    }
    return taken.item
  }

  /** Lets items in while there is room, and gives them out while someone wants them. */
  private serve(): void {
    let hasChanged = false
    while (this.admit() || this.giveOut()) hasChanged = true
    if (hasChanged) this.changed.pulse()
  }

  private admit(): boolean {
    if (this.stored.length >= this.capacity) return false
    for (const putter of this.putters) {
      this.putters.delete(putter)
      this.stored.push(putter.item)
      wake(putter.process)
      return true
    }
    return false
  }

  private giveOut(): boolean {
    if (this.stored.length === 0) return false
    for (const taker of this.takers) {
      const index = this.stored.findIndex(taker.filter)
      if (index < 0) continue
      for (const item of this.stored.splice(index, 1)) this.takenBy.set(taker.process, { item })
      this.takers.delete(taker)
      wake(taker.process)
      return true
    }
    return false
  }
}

const acceptAll = (): boolean => true

/**
 * A store with its first items.
 *
 * ```ts
 * import { Kernel, Processes, Store } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const processes = Processes.make({ kernel })
 * const parcels = Store.make<{ readonly kg: number }>({ processes, capacity: 10 })
 * const carried: Array<number> = []
 * processes.start(function* (self) {
 *   yield parcels.take(self, { filter: ({ kg }) => kg < 5 })
 *   carried.push(parcels.taken(self).kg, kernel.now)
 * })
 * processes.start(function* (self) {
 *   for (const kg of [9, 3]) {
 *     yield 60
 *     yield parcels.put(self, { kg })
 *   }
 * })
 * kernel.run()
 * carried // => [3, 120]
 * parcels.items.length // => 1
 * ```
 *
 * @category processes
 * @since 0.1.0
 */
export const make = <Item>(options: Options<Item>): Store<Item> => new Store(options)
