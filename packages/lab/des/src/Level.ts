/**
 * A level: an amount of something uniform (water, money, vaccine) that processes put in and take
 * out, and wait for room or supply. It may be continuous. On each side those who wait are served in
 * order of asking; nobody overtakes.
 */
import {
  beginWait,
  RUNNING,
  WAIT,
  type Withdrawable,
  waitIn,
  wake
} from "./internal/processCore.ts"
import { amountError, delayError } from "./internal/processErrors.ts"
import type * as Process from "./Process.ts"
import type * as Processes from "./Processes.ts"
import * as Signal from "./Signal.ts"
import type * as TimeWeighted from "./TimeWeighted.ts"

/**
 * What a level is made of.
 *
 * @category processes
 * @since 0.1.0
 */
export interface Options {
  /** The model's processes. */
  readonly processes: Processes.Processes
  /** The most that fits; `Infinity` unless given. */
  readonly capacity?: number
  /** What is there at the start; 0 unless given. */
  readonly initial?: number
  /** Where the amount is noted; must be at `initial` when given. */
  readonly level?: TimeWeighted.TimeWeighted
}

/**
 * An amount, and those who wait to change it.
 *
 * @category processes
 * @since 0.1.0
 */
export class Level {
  /** The most that fits. */
  declare readonly capacity: number
  /** Happens, for the moment, each time that the amount has changed. */
  readonly changed = Signal.make()

  declare private amount: number
  declare private readonly level: TimeWeighted.TimeWeighted | null
  private readonly putters = new Set<Request>()
  private readonly takers = new Set<Request>()

  /** Throws a `RangeError` unless 0 <= initial <= capacity. */
  constructor(options: Options) {
    const { capacity = Number.POSITIVE_INFINITY, initial = 0 } = options
    if (!(initial >= 0 && initial <= capacity && initial < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A level starts between 0 and its capacity, ${capacity}; got ${initial}`)
    }
    this.capacity = capacity
    this.amount = initial
    this.level = options.level ?? null
  }

  /** What is there now. */
  get present(): number {
    return this.amount
  }

  /** Number of those who wait to put in. */
  get putterCount(): number {
    return this.putters.size
  }

  /** Number of those who wait to take out. */
  get takerCount(): number {
    return this.takers.size
  }

  /** Puts an amount in, and waits until there is room for all of it. */
  put(self: Process.Process, amount: number, options: Process.WaitOptions = {}): Process.Wait {
    return this.ask(self, amount, this.putters, options)
  }

  /** Takes an amount out, and waits until all of it is there. */
  take(self: Process.Process, amount: number, options: Process.WaitOptions = {}): Process.Wait {
    return this.ask(self, amount, this.takers, options)
  }

  private ask(
    self: Process.Process,
    amount: number,
    queue: Set<Request>,
    options: Process.WaitOptions
  ): Process.Wait {
    const { patienceSec = Number.POSITIVE_INFINITY } = options
    if (!(patienceSec >= 0)) throw delayError(self.name, patienceSec)
    if (!(amount > 0 && amount <= this.capacity && amount < Number.POSITIVE_INFINITY)) {
      throw amountError(self.name, amount, `an amount above 0 and up to ${this.capacity}`)
    }
    if (!beginWait(self, queue === this.putters ? "put" : "take", patienceSec)) return WAIT
    const request: Request = {
      process: self,
      amount,
      withdraw: () => {
        queue.delete(request)
        this.serve()
      }
    }
    queue.add(request)
    this.serve()
    if (self.state === RUNNING) waitIn(self, request, patienceSec)
    return WAIT
  }

  /** Serves both sides from their heads until neither can go on. */
  private serve(): void {
    let hasChanged = false
    for (;;) {
      const putter = first(this.putters)
      const taker = first(this.takers)
      if (putter !== undefined && this.amount + putter.amount <= this.capacity) {
        this.grant(putter, this.putters, putter.amount)
      } else if (taker !== undefined && taker.amount <= this.amount) {
        this.grant(taker, this.takers, -taker.amount)
      } else break
      hasChanged = true
    }
    if (hasChanged) this.changed.pulse()
  }

  private grant(request: Request, queue: Set<Request>, difference: number): void {
    queue.delete(request)
    this.amount += difference
    if (this.level !== null) this.level.set(this.amount)
    wake(request.process)
  }
}

/** One who waits, with how much. */
interface Request extends Withdrawable {
  readonly process: Process.Process
  readonly amount: number
}

const first = <Item>(items: Set<Item>): Item | undefined => {
  for (const item of items) return item
  return undefined
}

/**
 * A level with its initial amount.
 *
 * ```ts
 * import { Kernel, Level, Processes } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const processes = Processes.make({ kernel })
 * const tank = Level.make({ processes, capacity: 100, initial: 30 })
 * const times: Array<number> = []
 * processes.start(function* (self) {
 *   yield tank.take(self, 40)
 *   times.push(kernel.now)
 * })
 * processes.start(function* (self) {
 *   yield 15
 *   yield tank.put(self, 60.5)
 * })
 * kernel.run()
 * times // => [15]
 * tank.present // => 50.5
 * ```
 *
 * @category processes
 * @since 0.1.0
 */
export const make = (options: Options): Level => new Level(options)
