/**
 * A resource: a number of equal units (clerks, pumps, beds) that processes seize, hold and release.
 * Those who must wait stand in order of priority, and within a priority in order of asking. Where
 * it is pre-emptive, a more important claim takes the units of less important ones.
 */
import * as Claim from "./Claim.ts"
import { ClaimLines } from "./internal/claimLines.ts"
import * as holdings from "./internal/holdings.ts"
import {
  beginWait,
  deliver,
  forgetPreemption,
  misuse,
  RUNNING,
  WAIT,
  waitIn,
  wake
} from "./internal/processCore.ts"
import { amountError, checkProcesses, delayError, processError } from "./internal/processErrors.ts"
import { victimsOf } from "./internal/victims.ts"
import type * as Process from "./Process.ts"
import type * as Processes from "./Processes.ts"
import type * as Tally from "./Tally.ts"
import type * as TimeWeighted from "./TimeWeighted.ts"

/**
 * What a resource is made of.
 *
 * @category processes
 * @since 0.1.0
 */
export interface Options {
  /** The model's processes. */
  readonly processes: Processes.Processes
  /** Number of units, a whole number from 0. */
  readonly capacity: number
  /** What errors call it; "resource" unless given. */
  readonly name?: string
  /** Whether a claim takes units from less important ones; false unless given. */
  readonly isPreemptive?: boolean
  /** Where the wait of everyone who is granted units is noted, in seconds. */
  readonly waits?: Tally.Tally
  /** Where the number of units in use is noted; must be at 0 when given. */
  readonly use?: TimeWeighted.TimeWeighted
  /** Where the number of waiting claims is noted; must be at 0 when given. */
  readonly queue?: TimeWeighted.TimeWeighted
}

const USUAL: Claim.Options = {}

/**
 * Units and those who want them.
 *
 * A claim is granted as soon as it is the first of those waiting and its units are free: a large
 * claim at the head is not overtaken by a small one of its own or lower importance behind it.
 *
 * @category processes
 * @since 0.1.0
 */
export class Resource {
  /** What errors call it. */
  declare readonly name: string
  /** Number of units. */
  declare readonly capacity: number
  /** Units that are free. */
  declare freeCount: number
  /** Number of claims granted so far. */
  grantedCount = 0

  declare private readonly processes: Processes.Processes
  declare private readonly waits: Tally.Tally | null
  declare private readonly use: TimeWeighted.TimeWeighted | null
  declare private readonly queue: TimeWeighted.TimeWeighted | null
  private readonly lines = new ClaimLines<Claim.Claim>()
  // Held claims in order of granting, where somebody might take their units.
  declare private readonly holders: Set<Claim.Claim> | null

  /** Throws a `RangeError` if the capacity is no whole number from 0. */
  constructor(options: Options) {
    const { capacity } = options
    if (!(Number.isSafeInteger(capacity) && capacity >= 0)) {
      throw new RangeError(`A capacity is a whole number from 0; got ${capacity}`)
    }
    this.name = options.name ?? "resource"
    this.capacity = capacity
    this.freeCount = capacity
    checkProcesses("resource", options.processes)
    this.processes = options.processes
    this.holders = options.isPreemptive === true ? new Set() : null
    this.waits = options.waits ?? null
    this.use = options.use ?? null
    this.queue = options.queue ?? null
  }

  /** Units in use. */
  get inUse(): number {
    return this.capacity - this.freeCount
  }

  /** Number of claims that wait. */
  get queueLength(): number {
    return this.lines.count
  }

  /**
   * Asks for units and waits until they are granted, or patience ends (outcome `GaveUp`).
   *
   * Takes no time if they are free. An interruption while waiting gives the claim up.
   */
  seize(self: Process.Process, options: Claim.Options = USUAL): Process.Wait {
    const { patienceSec = Number.POSITIVE_INFINITY } = options
    if (!(patienceSec >= 0)) throw delayError(self.name, patienceSec)
    if (self?.state !== RUNNING || self.unseen !== null) {
      if (!beginWait(self, "seize", patienceSec)) return WAIT
    }
    self.outcome = "Done"
    const claim = this.claimFor(self, options)
    this.ask(claim)
    if (!claim.isHeld) waitIn(self, claim, patienceSec)
    else wake(self)
    return WAIT
  }

  /** Seizes units if that takes no time; false otherwise, and nothing is asked for. */
  seizeNow(self: Process.Process, options: Claim.Options = USUAL): boolean {
    const { amount = 1 } = options
    if (self?.state !== RUNNING) throw misuse(self, "seizeNow")
    if (amount > this.freeCount || this.lines.count > 0) return false
    this.ask(this.claimFor(self, options))
    return true
  }

  /**
   * Asks for units without waiting: the claim can be waited for together with other things, and is
   * given up or released with `letGo`. At the end of the process a claim that is not held is given
   * up.
   */
  request(self: Process.Process, options: Claim.Options = USUAL): Claim.Claim {
    if (self?.state !== RUNNING) throw misuse(self, "request")
    const claim = new Claim.Claim(this, self)
    claim.ask(self, options, this.processes.kernel.now)
    claim.isExplicit = true
    holdings.add(self, claim)
    this.ask(claim)
    return claim
  }

  /**
   * Releases the units of the latest claim that the process holds here.
   *
   * Throws a `ProcessProblem.ProcessError` if it holds none, unless they were taken from it at this
   * very instant, of which it is told no more.
   */
  release(self: Process.Process): void {
    const claim = holdings.latestOf(self, this)
    if (claim !== null) this.letGo(claim)
    else if (!forgetPreemption(self, this)) {
      throw processError("NotHeld", self.name, this.name, "release what was seized, once")
    }
  }

  /** Units that a process holds. */
  amountHeldBy(process: Process.Process): number {
    return holdings.amountOf(process, this)
  }

  /**
   * Gives a waiting process another priority: it goes to the end of that line; false if it does not
   * wait here in a `seize`. Its wait counts from when it first asked.
   */
  setPriority(process: Process.Process, priority: number): boolean {
    const claim = process.waitingOn
    if (!(claim instanceof Claim.Claim) || claim.resource !== this) return false
    if (Number.isNaN(priority)) throw amountError(process.name, priority, "a priority")
    this.lines.leave(claim)
    claim.priority = priority
    this.enter(claim)
    return true
  }

  /** @internal Releases a claim, or gives it up. */
  letGo(claim: Claim.Claim): void {
    if (claim.isHeld) {
      holdings.remove(claim.process, claim)
      this.takeBack(claim)
      holdings.recycle(claim)
      if (this.lines.count > 0) this.serve()
      return
    }
    if (claim.line === null) return
    this.lines.leave(claim)
    if (this.queue !== null) this.queue.set(this.lines.count)
    if (claim.isExplicit) holdings.remove(claim.process, claim)
    holdings.recycle(claim)
    this.serve()
  }

  private claimFor(self: Process.Process, options: Claim.Options): Claim.Claim {
    const claim = holdings.claimOf(self, this)
    claim.ask(self, options, this.processes.kernel.now)
    return claim
  }

  /** Grants a claim at once if it can be, and lets it wait otherwise. */
  private ask(claim: Claim.Claim): void {
    if (this.lines.count === 0 && claim.amount <= this.freeCount) {
      this.grant(claim)
      return
    }
    this.enter(claim)
  }

  /** Joins the line, takes units from others if it may, and is served if it can be. */
  private enter(claim: Claim.Claim): void {
    this.lines.join(claim)
    if (this.holders !== null && claim.isPreempting && this.lines.first() === claim) {
      this.makeRoom(claim, this.holders)
    }
    if (this.freeCount > 0) this.serve()
    if (this.queue !== null) this.queue.set(this.lines.count)
  }

  /** Grants claims from the head of the lines, as long as their units are free. */
  private serve(): void {
    while (this.freeCount > 0 && this.lines.count > 0) {
      const claim = this.lines.first()
      if (claim === null || claim.amount > this.freeCount) return
      this.lines.leave(claim)
      if (this.queue !== null) this.queue.set(this.lines.count)
      this.grant(claim)
      if (claim.process.waitingOn === claim) wake(claim.process)
    }
  }

  private grant(claim: Claim.Claim): void {
    this.freeCount -= claim.amount
    this.grantedCount++
    claim.isHeld = true
    const nowSec = this.processes.kernel.now
    if (this.waits !== null) this.waits.add(nowSec - claim.sinceSec)
    if (this.use !== null) this.use.set(this.inUse)
    claim.sinceSec = nowSec
    if (this.holders !== null) this.holders.add(claim)
    if (claim.isExplicit) claim.happen()
    else holdings.add(claim.process, claim)
  }

  /** Takes the units of a held claim back. */
  private takeBack(claim: Claim.Claim): void {
    claim.isHeld = false
    this.freeCount += claim.amount
    if (this.use !== null) this.use.set(this.inUse)
    if (this.holders !== null) this.holders.delete(claim)
  }

  /** Takes units from less important claims, if that makes enough of them free. */
  private makeRoom(claim: Claim.Claim, holders: ReadonlySet<Claim.Claim>): void {
    for (const victim of victimsOf(claim, holders, this.freeCount)) {
      const { process } = victim
      holdings.remove(process, victim)
      this.takeBack(victim)
      holdings.recycle(victim)
      const by = claim.process
      deliver(process, { kind: "Preemption", reason: "", by, resource: this, remainingSec: 0 })
    }
  }
}

/**
 * A resource with all units free.
 *
 * ```ts
 * import { Kernel, Processes, Resource, Tally } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const processes = Processes.make({ kernel })
 * const waits = Tally.make()
 * const desk = Resource.make({ processes, capacity: 1, waits })
 * const outcomes: Array<string> = []
 * for (const patienceSec of [0, 100, 60]) {
 *   processes.start(function* (self) {
 *     const outcome = yield desk.seize(self, { patienceSec })
 *     outcomes.push(outcome)
 *     if (outcome !== "Done") return
 *     yield 90
 *     desk.release(self)
 *   })
 * }
 * kernel.run()
 * outcomes // => ["Done", "GaveUp", "Done"]
 * waits.mean // => 45
 * ```
 *
 * @category processes
 * @since 0.1.0
 */
export const make = (options: Options): Resource => new Resource(options)
