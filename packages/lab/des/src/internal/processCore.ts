/**
 * How the wait of a process begins and ends, and how a process comes to its end: what resources,
 * stores and the scheduler do to it. `Process` holds the data and the verbs that a model uses.
 */

import type * as Interruption from "../Interruption.ts"
import type * as Process from "../Process.ts"
import * as ProcessStatus from "../ProcessStatus.ts"
import { nobodyError, processError } from "./processErrors.ts"

type Any = Process.Process

/** Started, not yet run. */
export const NEW = 0
/** Woken, its turn is still to come. */
export const READY = 1
/** Running. */
export const RUNNING = 2
/** Running; the wait that it asked for is over already. */
export const GRANTED = 3
// The states below GRANTED have the numbers of their statuses, those above one more.
/** Waiting. */
export const WAITING = 4
/** Came to its end. */
export const ENDED = 5
/** Was cancelled. */
export const CANCELLED = 6
/** Not started; so far only a stepper can be. */
export const IDLE = 7

/** The word for a state: its place among the statuses, with `GRANTED` counted as running. */
export const statusOf = (state: number): ProcessStatus.ProcessStatus =>
  ProcessStatus.statuses[state < GRANTED ? state : state - 1]!

/** The one value that a process yields to wait; its private field keeps look-alikes out. */
export class WaitToken {
  private readonly isWait = true

  /** What it is, for error messages. */
  toString(): string {
    return this.isWait ? "a wait" : ""
  }
}

/** The token. */
export const WAIT = new WaitToken()

/** What a process waits in, and can be taken out of. */
export interface Withdrawable {
  /** Takes the waiting process out. */
  readonly withdraw: () => void
}

/**
 * Begins a wait that `verb` asks for; false if an unseen interruption ends it at once.
 *
 * `limitSec` is how long the wait would last at most, for the interruption to tell.
 */
export const beginWait = (process: Any, verb: string, limitSec: number): boolean => {
  if (process?.state !== RUNNING) throw misuse(process, verb)
  process.outcome = "Done"
  return process.unseen === null || !seeUnseen(process, limitSec)
}

/** Waits in something; gives up after `patienceSec`, which may be `Infinity`. */
export const waitIn = (process: Any, place: Withdrawable, patienceSec: number): void => {
  process.state = WAITING
  process.waitingOn = place
  if (patienceSec !== Number.POSITIVE_INFINITY)
    process.processes.table.limitWait(process.row, patienceSec)
}

/** Ends a wait as wanted, in its turn; or at once, if it has only just been asked for. */
export const wake = (process: Any): void => {
  process.outcome = "Done"
  process.waitingOn = null
  const processes = process.processes
  if (process.state === RUNNING && !processes.areWakesInTurn) process.state = GRANTED
  else {
    if (process.state === WAITING) processes.table.stopTimer(process.row)
    process.state = READY
    processes.ready(process)
  }
}

/** Interrupts a wait, or the next one if the process is not waiting. */
export const deliver = (process: Any, interruption: Interruption.Interruption): void => {
  if (process.state !== WAITING) {
    process.unseen ??= []
    process.unseen.push(interruption)
    return
  }
  const { processes, row } = process
  process.interruption = withRemaining(interruption, processes.table.remainingSec(row))
  withdraw(process)
  processes.table.stopTimer(row)
  process.outcome = "Interrupted"
  process.state = READY
  processes.readyAtOnce(process)
}

/** Takes a process out of what it waits in. */
export const withdraw = (process: Any): void => {
  const place = process.waitingOn
  process.waitingOn = null
  if (place !== null) place.withdraw()
}

/** Forgets an unseen pre-emption from a resource; false if there is none. */
export const forgetPreemption = (process: Any, resource: object): boolean => {
  const unseen = process.unseen
  if (unseen === null) return false
  const index = unseen.findIndex((interruption) => interruption.resource === resource)
  if (index >= 0) unseen.splice(index, 1)
  return index >= 0
}

/** A process comes to its end by itself: it must wait for nothing and hold nothing. */
export const finish = (process: Any): void => {
  if (process.state !== RUNNING) {
    throw processError("EndedWaiting", process.name, "a wait that was not yielded", "yield each")
  }
  while (process.holdings !== null) {
    const holding = process.holdings
    if (holding.isHeld) {
      const expected = "release it first (a process that is cancelled lets go by itself)"
      throw processError("EndedHolding", process.name, holding.resource.name, expected)
    }
    holding.letGo()
  }
  close(process, ENDED)
}

/** A process leaves the tables, and those who watch it are told. */
export const close = (process: Any, state: number): void => {
  process.state = state
  process.unseen = null
  process.processes.remove(process)
  const watchers = process.watchers
  if (watchers === null) return
  process.watchers = null
  for (const watcher of watchers) watcher.noticed(process)
}

/** The error for a verb at the wrong moment, or without a process. */
export const misuse = (process: Any | undefined, verb: string): Error =>
  !process
    ? nobodyError(verb)
    : process.state === WAITING || process.state === GRANTED
      ? processError(
          "WaitNotYielded",
          process.name,
          verb,
          "yield each wait as soon as it is asked for"
        )
      : processError(
          "NotRunning",
          process.name,
          verb,
          "a process asks for its own waits while it runs"
        )

const seeUnseen = (process: Any, limitSec: number): boolean => {
  const next = process.unseen?.shift()
  if (next === undefined) {
    process.unseen = null
    return false
  }
  process.interruption = withRemaining(next, limitSec)
  process.outcome = "Interrupted"
  process.state = GRANTED
  return true
}

const withRemaining = (
  { kind, reason, by, resource }: Interruption.Interruption,
  remainingSec: number
): Interruption.Interruption => ({ kind, reason, by, resource, remainingSec })
