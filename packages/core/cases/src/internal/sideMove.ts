/**
 * What the deciders of all side processes check in the same order: the actor, the time, the process
 * itself, and whether its status allows the action. An outcome is the event or the obstacle in its
 * way; an obstacle becomes a rejection with the names of process and action.
 */
import { type Id, Seconds } from "@wangge/facts"
import type { SideProcess } from "../SideProcess.ts"
import { lists, type SideProcessAction } from "../SideProcessAction.ts"
import type { SideProcessItem } from "../SideProcessItem.ts"
import type { CaseHappening, CaseMove, Decision, Happening, Order } from "../SideProcessMove.ts"
import type { Code } from "../SideProcessRejection.ts"

/** What stands in the way of a move, and what would be right. */
export interface Obstacle {
  readonly code: Code
  readonly field: string
  readonly found: string | number
  readonly expected: string | number
  readonly missing: ReadonlyArray<string>
}

/** An obstacle from its parts. */
export const obstacle = (
  code: Code,
  field: string,
  found: string | number,
  expected: string | number,
  missing: ReadonlyArray<string> = []
): Obstacle => ({ code, field, found, expected, missing })

/** The obstacle of missing items. */
export const lacking = (missing: ReadonlyArray<string>): Obstacle =>
  obstacle("ItemMissing", "items", "", missing.join(", "), missing)

/** What every side process that is open has. */
export interface Opened {
  readonly status: string
  readonly processId: Id.Id<"SideProcess">
  readonly version: number
  readonly lastSec: number
}

/** The rules of a decision that are the same in every side process. */
export interface Frame<Action extends SideProcessAction> {
  readonly process: SideProcess
  readonly allowed: Readonly<Record<string, ReadonlyArray<Action>>>
}

/** The actions that a status allows; the opening one where nothing is open yet. */
export const allowedIn = <Action extends SideProcessAction>(
  frame: Frame<Action>,
  status: string
): ReadonlyArray<SideProcessAction> =>
  status === "None" ? lists[frame.process].slice(0, 1) : (frame.allowed[status] ?? [])

/** What stands in the way of any command, whatever it is about; `undefined` if nothing does. */
export const frameObstacle = <Action extends SideProcessAction>(
  frame: Frame<Action>,
  state: Opened | { readonly status: "None" },
  command: Order<Action>
): Obstacle | undefined => {
  if (!Seconds.isWhole(command.atSec)) return notWhole("atSec", command.atSec)
  const opening = lists[frame.process][0]
  if (!("lastSec" in state)) {
    if (command.action !== opening) {
      return obstacle("NotOpened", "action", command.action, opening)
    }
  } else {
    if (command.processId !== state.processId) {
      return obstacle("WrongProcess", "processId", command.processId, state.processId)
    }
    if (command.action === opening) {
      return obstacle("AlreadyOpened", "processId", command.processId, "a new processId")
    }
    if (command.atSec < state.lastSec) {
      return obstacle("TimeWentBack", "atSec", command.atSec, state.lastSec)
    }
    const allowed = allowedIn(frame, state.status)
    if (!allowed.includes(command.action)) {
      return obstacle("MoveNotAllowed", "action", command.action, allowed.join(", "))
    }
  }
  return undefined
}

/** The obstacle of a time that is no whole second. */
export const notWhole = (field: string, value: number): Obstacle =>
  obstacle("TimeNotWhole", field, value, Math.floor(value))

/** The obstacle of a date that is no whole second, or not later than `afterSec`; else none. */
export const dateObstacle = (
  field: string,
  value: number,
  afterSec: number
): Obstacle | undefined => {
  if (!Seconds.isWhole(value)) return notWhole(field, value)
  return value > afterSec ? undefined : obstacle("DateNotLater", field, value, afterSec)
}

/** The items whose text is blank, with the actor of the command always among the asked. */
export const blanks = (
  command: { readonly actorId: string },
  asked: ReadonlyArray<readonly [SideProcessItem, string | boolean]>
): ReadonlyArray<SideProcessItem> => {
  const all: ReadonlyArray<readonly [SideProcessItem, string | boolean]> = [
    ["Actor", command.actorId],
    ...asked
  ]
  return all.filter(([, given]) => !isGiven(given)).map(([item]) => item)
}

/** Whether something was given: true, or a text with more than blanks. */
const isGiven = (given: string | boolean): boolean =>
  typeof given === "string" ? given.trim() !== "" : given

/** The first text that stands twice in a list; `undefined` if none does. */
export const firstTwice = <Text extends string>(texts: ReadonlyArray<Text>): Text | undefined =>
  texts.find((text, index) => texts.indexOf(text) !== index)

/** The decision that an outcome means. */
export const decisionOf = <Action extends SideProcessAction, Event extends Happening<string>>(
  frame: Frame<Action>,
  state: { readonly status: string },
  command: Order<Action>,
  outcome: Event | Obstacle
): Decision<Event> => {
  if (!("code" in outcome)) return { ok: true, event: outcome }
  const allowed = outcome.code === "MoveNotAllowed" ? allowedIn(frame, state.status) : []
  const rejection = {
    code: outcome.code,
    process: frame.process,
    processId: command.processId,
    action: command.action,
    status: state.status,
    field: outcome.field,
    found: outcome.found,
    expected: outcome.expected,
    missing: outcome.missing,
    allowed
  }
  return { ok: false, rejection }
}

/** What every event has that follows from the command and the version before it. */
export const happening = <Kind extends string>(
  kind: Kind,
  version: number,
  command: Order<SideProcessAction>
): Happening<Kind> => ({
  kind,
  processId: command.processId,
  version: version + 1,
  atSec: command.atSec,
  actorId: command.actorId,
  reason: command.reason
})

/** The same of a process that belongs to one case. */
export const caseHappening = <Kind extends string>(
  kind: Kind,
  of: { readonly caseId: Id.Id<"Case">; readonly version: number },
  command: Order<SideProcessAction>
): CaseHappening<Kind> => ({
  kind,
  processId: command.processId,
  caseId: of.caseId,
  version: of.version + 1,
  atSec: command.atSec,
  actorId: command.actorId,
  reason: command.reason
})

/** The error of an event that does not follow the state: the log is broken. */
export const brokenLog = (
  event: Happening<string>,
  state: { readonly processId: string; readonly version: number } | { readonly status: "None" }
): Error => {
  const place = "version" in state ? `${state.processId}/${state.version}` : "none"
  return new Error(
    `The event ${event.kind} ${event.processId}/${event.version} does not follow ${place}`
  )
}

/** Whether an event is the next one of a process. */
export const follows = (
  event: Happening<string>,
  state: { readonly processId: string; readonly version: number }
): boolean => event.processId === state.processId && event.version === state.version + 1

/** The command that opens a side process on one case. */
export const opensOn = (
  process: SideProcess,
  caseId: Id.Id<"Case">,
  event: Happening<string>
): CaseMove => ({
  action: "OpenSideProcess",
  caseId,
  process,
  processId: event.processId,
  atSec: event.atSec,
  actorId: event.actorId,
  reason: event.reason
})

/** The command that ends a side process on one case. */
export const closesOn = (
  caseId: Id.Id<"Case">,
  event: Happening<string>,
  isDecided: boolean
): CaseMove => ({
  action: "CloseSideProcess",
  caseId,
  processId: event.processId,
  isDecided,
  atSec: event.atSec,
  actorId: event.actorId,
  reason: event.reason
})
