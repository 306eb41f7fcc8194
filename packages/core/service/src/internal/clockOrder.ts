/**
 * What every decider asks of actor and time, in one place: is the actor named, is the time a whole
 * second, and not before the last event?
 */
import { type Problem, Seconds } from "@wangge/facts"

/** A command as far as actor and time go. */
interface Clocked {
  readonly atSec: number
  readonly byId: string
}

/** The problem of a time that is no whole second; `undefined` if it is one. */
export const notWhole = (
  field: string,
  value: number
): Problem.Problem<"TimeNotWhole"> | undefined =>
  Seconds.isWhole(value)
    ? undefined
    : { code: "TimeNotWhole", subject: field, found: value, expected: Math.floor(value) }

/** The first thing unclear about who acts and when; `subject` is what the command is about. */
export const unclear = (
  { atSec, byId }: Clocked,
  subject: string
): Problem.Problem<"ActorMissing" | "TimeNotWhole"> | undefined =>
  byId.trim() === ""
    ? { code: "ActorMissing", subject, found: "", expected: "byId" }
    : notWhole("atSec", atSec)

/** Time never goes back: the problem of a command before the last event. */
export const wentBack = (
  { atSec }: Clocked,
  lastSec: number,
  subject: string
): Problem.Problem<"TimeWentBack"> | undefined =>
  atSec < lastSec ? { code: "TimeWentBack", subject, found: atSec, expected: lastSec } : undefined

/** All of it, for deciders that have nothing to ask in between; `undefined` if nothing is wrong. */
export const clockObstacle = (
  command: Clocked,
  lastSec: number,
  subject: string
): Problem.Problem<"ActorMissing" | "TimeNotWhole" | "TimeWentBack"> | undefined =>
  unclear(command, subject) ?? wentBack(command, lastSec, subject)
