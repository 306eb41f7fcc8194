/**
 * What the deciders of volunteers, activities, surges, visits and due tasks check in the same order
 * before anything of their own: the actor, the time, whether the record is open and the one that is
 * named, that time does not go back, and that the status allows the action.
 */
import { type Label, Problem, Seconds } from "@wangge/facts"
import type { Happening, Move, None } from "../ServiceMove.ts"
import { unclear, wentBack } from "./clockOrder.ts"

/** The codes that every such decider can answer with, in the order of the checks. */
export const codes = [
  "ActorMissing",
  "TimeNotWhole",
  "NotOpened",
  "WrongRecord",
  "AlreadyOpened",
  "TimeWentBack",
  "MoveNotAllowed"
] as const

/** One of {@link codes}. */
export type Code = (typeof codes)[number]

/** The words of {@link codes}. */
export const words: Readonly<Record<Code, Label.Label>> = {
  ActorMissing: { en: "{subject}: it is not said who acts.", zh: "{subject}:未注明经办人。" },
  TimeNotWhole: {
    en: "{subject} is {found}; a time is a whole number of seconds since 1970.",
    zh: "{subject}为{found};时间应为自1970年起的整秒数。"
  },
  NotOpened: {
    en: "There is no such record yet, so “{found}” is not possible; first comes “{expected}”.",
    zh: "尚无此记录,不能“{found}”;应先“{expected}”。"
  },
  AlreadyOpened: {
    en: "{subject} is there already; “{found}” needs {expected}.",
    zh: "{subject}已经存在;“{found}”应使用新的编号。"
  },
  WrongRecord: {
    en: "The command names {found}, but this is {expected}.",
    zh: "指令针对{found},而此处为{expected}。"
  },
  TimeWentBack: {
    en: "{found} is before the last move at {expected}; time never goes back.",
    zh: "{found}早于上一步的时间{expected};时间不能倒退。"
  },
  MoveNotAllowed: {
    en: "{subject}: “{found}” is not possible now; possible: {expected}.",
    zh: "{subject}:当前不能“{found}”;可以:{expected}。"
  }
}

/** Which action opens a record, which may open it again, and what each status allows. */
export interface Frame<Action extends string> {
  readonly opening: Action
  readonly allowed: Readonly<Record<string, ReadonlyArray<Action>>>
}

/** Where an open record stands. */
export interface Standing {
  readonly recordId: string
  readonly status: string
  readonly lastSec: number
}

/** Where a record stands; `undefined` for one that nobody has opened yet. */
export const standingOf = <Open extends { readonly status: string; readonly lastSec: number }>(
  state: Open | None,
  idOf: (open: Open) => string
): Standing | undefined =>
  "lastSec" in state
    ? { recordId: idOf(state), status: state.status, lastSec: state.lastSec }
    : undefined

/** The first thing that stands in the way of any command; `undefined` if nothing does. */
export const obstacle = <Action extends string>(
  frame: Frame<Action>,
  standing: Standing | undefined,
  command: Move<Action>,
  recordId: string
): Problem.Problem<Code> | undefined => {
  const { action } = command
  const first = unclear(command, recordId)
  if (first !== undefined) return first
  if (standing === undefined) {
    return action === frame.opening
      ? undefined
      : problem("NotOpened", recordId, action, frame.opening)
  }
  if (recordId !== standing.recordId) {
    return problem("WrongRecord", recordId, recordId, standing.recordId)
  }
  const allowed = frame.allowed[standing.status] ?? []
  if (action === frame.opening && !allowed.includes(action)) {
    return problem("AlreadyOpened", recordId, action, "a new id")
  }
  const late = wentBack(command, standing.lastSec, recordId)
  if (late !== undefined) return late
  if (!allowed.includes(action)) {
    return problem("MoveNotAllowed", recordId, action, allowed.join(", "))
  }
  return undefined
}

const problem = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): Problem.Problem<Code> => ({ code, subject, found, expected })

/** The codes of {@link words} whose values are instants. */
const inTime: ReadonlyArray<string> = ["TimeWentBack"]

/** A problem in words; the instants of `timeCodes` and of `TimeWentBack` are written as dates. */
export const describe = <Own extends string>(
  table: Readonly<Record<Own, Label.Label>>,
  timeCodes: ReadonlyArray<Own>,
  found: Problem.Problem<Own>
): Label.Label => {
  const isTime = inTime.includes(found.code) || timeCodes.includes(found.code)
  const show = (value: string | number): string | number =>
    isTime && typeof value === "number" && Seconds.isWhole(value)
      ? Seconds.toIsoInstant(value)
      : value
  return Problem.describe(table, {
    code: found.code,
    subject: found.subject,
    found: show(found.found),
    expected: show(found.expected)
  })
}

/** What every event has that follows from the command and the version before it. */
export const happening = <Kind extends string>(
  kind: Kind,
  state: { readonly status: string; readonly version?: number },
  command: Move<string>
): Happening<Kind> => ({
  kind,
  version: (state.version ?? 0) + 1,
  atSec: command.atSec,
  byId: command.byId,
  reason: command.reason
})

/** The first thing that stands twice in a list; `undefined` if none does. */
export const firstTwice = (names: ReadonlyArray<string>): string | undefined => {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}

/** The error of an event that does not follow the state: the log is broken. */
export const brokenLog = (
  kind: string,
  event: { readonly version: number },
  state: { readonly status: string; readonly version?: number }
): Error =>
  new Error(
    `The event ${kind}/${event.version} does not follow ${state.status}/${state.version ?? 0}`
  )
