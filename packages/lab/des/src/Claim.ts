/**
 * A claim: what a process asks of a resource, and then holds until it lets go. A `seize` makes and
 * keeps its claim out of sight; `Resource.request` hands it out.
 */
import type { InLine, Line } from "./internal/claimLines.ts"
import type { Withdrawable } from "./internal/processCore.ts"
import { amountError } from "./internal/processErrors.ts"
import type * as Process from "./Process.ts"
import type * as Resource from "./Resource.ts"
import { Happening } from "./Waitable.ts"

/**
 * How units are asked for.
 *
 * @category processes
 * @since 0.1.0
 */
export interface Options {
  /** Units, a whole number from 1; 1 unless given. */
  readonly amount?: number
  /** Importance; the lowest number goes first. 0 unless given. */
  readonly priority?: number
  /** Seconds after which the wait is given up; never unless given. */
  readonly patienceSec?: number
  /** Whether it may take units from less important claims, where that is possible; true unless given. */
  readonly isPreempting?: boolean
}

/**
 * A claim of a process on units of a resource: asked for, held, or gone.
 *
 * @category processes
 * @since 0.1.0
 */
export class Claim extends Happening implements InLine<Claim>, Withdrawable {
  /** @internal Links of its line. */
  line: Line<Claim> | null = null
  /** @internal */
  before: Claim | null = null
  /** @internal */
  behind: Claim | null = null
  /** @internal The next claim of the same process, or the next that can be used again. */
  nextHolding: Claim | null = null
  /** Importance; the lowest number goes first. */
  priority = 0
  /** Units. */
  amount = 1
  /** Whether the units are held now. */
  isHeld = false
  /** @internal Whether it may take units from others. */
  isPreempting = true
  /** @internal Whether the process has the claim in hand, apart from its wait. */
  isExplicit = false
  /** When it was asked for, and once held, when it was granted, in seconds. */
  sinceSec = 0
  /** Whose it is. */
  declare process: Process.Process
  /** What it is a claim on. */
  declare resource: Resource.Resource

  /** Use `Resource.request`. */
  constructor(resource: Resource.Resource, process: Process.Process) {
    super()
    this.resource = resource
    this.process = process
  }

  /** @internal Becomes the claim that a process makes at a time. */
  ask(process: Process.Process, options: Options, nowSec: number): void {
    const { amount = 1, priority = 0, isPreempting = true } = options
    const { capacity } = this.resource
    if (!(amount >= 1 && amount <= capacity && Number.isInteger(amount))) {
      throw amountError(process.name, amount, `a whole number from 1 to ${capacity} units`)
    }
    if (Number.isNaN(priority)) throw amountError(process.name, priority, "a priority")
    this.process = process
    this.amount = amount
    this.priority = priority
    this.isPreempting = isPreempting
    this.sinceSec = nowSec
  }

  /** Releases the units if they are held, and stops asking for them otherwise. */
  letGo(): void {
    this.resource.letGo(this)
  }

  /** @internal The process stops waiting in its line. */
  withdraw(): void {
    this.resource.letGo(this)
  }

  /** @internal */
  happen(): void {
    this.markDone(true)
    this.tell()
  }
}
