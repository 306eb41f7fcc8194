/**
 * Service windows: special ones (专项窗口), each for its own kinds of business, and combined ones (综合
 * 窗口), where a full-service worker takes any kind. A window is one place at which one resident is
 * served at a time: a desk, a line, a machine, a worker on the way to homes. `who` says who may take
 * a request now, and for everybody else why not.
 */
import type { Id } from "@wangge/facts"
import { Skill, Spell, Staff } from "@wangge/grid"
import type { Neutral } from "./EligibilityBar.ts"
import * as OpeningHours from "./OpeningHours.ts"
import * as ServiceChannel from "./ServiceChannel.ts"
import * as WindowProblem from "./WindowProblem.ts"

/**
 * One window. `skillIds` are the kinds a special window takes, empty for a combined one; `hoursIds`
 * the lines of opening hours it keeps, all of its channel.
 *
 * @category windows
 * @since 0.1.0
 */
export interface Window {
  readonly windowId: Id.Id<"Window">
  readonly gridId: Id.Id<"Grid">
  readonly model: "Special" | "FullService"
  readonly skillIds: ReadonlyArray<string>
  readonly channel: ServiceChannel.ServiceChannel
  readonly hoursIds: ReadonlyArray<string>
}

/**
 * One person is on duty at a window for a spell. People at one window take turns.
 *
 * @category windows
 * @since 0.1.0
 */
export interface WindowDuty extends Spell.Spell {
  readonly windowId: Id.Id<"Window">
  readonly personId: Id.Id<"Person">
}

/**
 * All that a question about windows needs: the windows, who is on duty when, the opening hours, who
 * may take what, and who holds which post or is away.
 *
 * @category windows
 * @since 0.1.0
 */
export interface Hall {
  readonly windows: ReadonlyArray<Window>
  readonly duties: ReadonlyArray<WindowDuty>
  readonly hours: OpeningHours.OpeningHours
  readonly book: Skill.SkillBook
  readonly staff: Staff.Staff
}

/**
 * A request as a window sees it: the kind, when, over which channels it may be brought, and whether
 * the resident has booked. It says nothing about the resident.
 *
 * @category questions
 * @since 0.1.0
 */
export interface WindowRequest extends Neutral {
  readonly skillId: string
  readonly atSec: number
  readonly channels: ReadonlyArray<ServiceChannel.ServiceChannel>
  readonly isBooked: boolean
}

/**
 * Stands in the place of a person where a channel needs none: the empty text, never an id.
 *
 * @source none: our own mark
 * @category questions
 * @since 0.1.0
 */
export const nobody = "" as const

/**
 * Somebody (or a machine, {@link nobody}) who may take a request now.
 *
 * @category questions
 * @since 0.1.0
 */
export interface Taker {
  readonly windowId: Id.Id<"Window">
  readonly personId: Id.Id<"Person"> | typeof nobody
  readonly as: "fullService" | "special" | "unattended"
}

/**
 * Why a window, or a person on duty there, does not take a request; `personId` is {@link nobody} when
 * it is the window.
 *
 * @category questions
 * @since 0.1.0
 */
export interface Refusal {
  readonly windowId: Id.Id<"Window">
  readonly personId: Id.Id<"Person"> | typeof nobody
  readonly problem: WindowProblem.WindowProblem
}

/**
 * Who may take a request, and why the others do not.
 *
 * @category questions
 * @since 0.1.0
 */
export interface Answer {
  readonly takers: ReadonlyArray<Taker>
  readonly refusals: ReadonlyArray<Refusal>
}

/**
 * Who may take a request now, window by window in the order of the hall, person by person in the
 * order of duty.
 *
 * A window refuses, in this order: `UnknownBusiness`, `KindNotHere`, `ChannelNotHere`,
 * `WindowClosed`, `NobodyOnDuty`; a person: `Away`, then what `Skill.mayTake` says (`NotInPost`,
 * `NotQualified`). Being busy is not asked here (see `WindowQueue` and `WindowDemand`). Cost: windows
 * and duties, times grants for those on duty.
 *
 * @source Helong report: a full-service worker at a combined window handles every kind; at a special
 *   window only its own kinds
 * @category questions
 * @since 0.1.0
 */
export const who = (hall: Hall, request: WindowRequest): Answer => {
  const takers: Array<Taker> = []
  const refusals: Array<Refusal> = []
  for (const window of hall.windows) {
    const { windowId } = window
    const problem = windowProblem(hall, window, request)
    if (problem !== undefined) {
      refusals.push({ windowId, personId: nobody, problem })
      continue
    }
    if (!ServiceChannel.isStaffed(window.channel)) {
      takers.push({ windowId, personId: nobody, as: "unattended" })
      continue
    }
    for (const personId of onDuty(hall, windowId, request.atSec)) {
      const found = personAnswer(hall, personId, windowId, request)
      if (typeof found === "string") takers.push({ windowId, personId, as: found })
      else refusals.push({ windowId, personId, problem: found })
    }
  }
  return { takers, refusals }
}

/** What keeps a whole window from taking a request; `undefined` if nothing does. */
const windowProblem = (
  hall: Hall,
  window: Window,
  { skillId, channels, atSec, isBooked }: WindowRequest
): WindowProblem.WindowProblem | undefined => {
  const { windowId, channel, hoursIds } = window
  const known = hall.book.skills.map((skill) => skill.id)
  if (!known.includes(skillId)) {
    return WindowProblem.make("UnknownBusiness", windowId, skillId, known.join(", "))
  }
  if (!takesKind(window, skillId)) {
    return WindowProblem.make("KindNotHere", windowId, skillId, window.skillIds.join(", "))
  }
  if (!channels.includes(channel)) {
    return WindowProblem.make("ChannelNotHere", windowId, channel, channels.join(", "))
  }
  if (!OpeningHours.isOpen(hall.hours, { hoursIds, isBooked }, atSec)) {
    return WindowProblem.make("WindowClosed", windowId, atSec, hoursIds.join(", "))
  }
  const isStaffed = ServiceChannel.isStaffed(channel)
  return isStaffed && onDuty(hall, windowId, atSec).length === 0
    ? WindowProblem.make("NobodyOnDuty", windowId, 0, 1)
    : undefined
}

const onDuty = (
  hall: Hall,
  windowId: Id.Id<"Window">,
  atSec: number
): ReadonlyArray<Id.Id<"Person">> =>
  hall.duties
    .filter((duty) => duty.windowId === windowId && Spell.isInForce(duty, atSec))
    .map((duty) => duty.personId)

const personAnswer = (
  hall: Hall,
  personId: Id.Id<"Person">,
  windowId: Id.Id<"Window">,
  { skillId, atSec }: WindowRequest
): "fullService" | "special" | WindowProblem.WindowProblem => {
  if (Staff.isAbsent(hall.staff, personId, atSec)) {
    return WindowProblem.make("Away", personId, "", windowId)
  }
  const permission = Skill.mayTake(hall.book, hall.staff, { personId, skillId, atSec })
  if (permission.ok) return permission.as
  const { code, found, expected } = permission.problem
  return WindowProblem.make(
    code === "NotInPost" ? "NotInPost" : "NotQualified",
    personId,
    found,
    expected
  )
}

/**
 * Whether a window takes a kind of business at all: a combined one any kind, a special one its own.
 *
 * @source Helong report: three combined windows in the place of more than ten special ones
 * @category windows
 * @since 0.1.0
 */
export const takesKind = (window: Window, skillId: string): boolean =>
  window.model === "FullService" || window.skillIds.includes(skillId)

/**
 * What is wrong with a hall: `DuplicateWindow`, `KindsMissing` (a special window without kinds),
 * `UnknownBusiness`, `UnknownHours`, `ChannelOfHours` (hours of another channel), `UnknownWindow` (a
 * duty), `EmptySpell`, `AtTwoWindows` (one person on duty twice at once).
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (hall: Hall): ReadonlyArray<WindowProblem.WindowProblem> => {
  const ids: ReadonlyArray<string> = hall.windows.map(({ windowId }) => windowId)
  const persons = new Set(hall.duties.map(({ personId }) => personId))
  return [
    ...Array.from(new Set(ids)).flatMap((id) => {
      const times = ids.filter((other) => other === id).length
      return times > 1 ? [WindowProblem.make("DuplicateWindow", id, times, 1)] : []
    }),
    ...hall.windows.flatMap((window) => oneWindow(hall, window)),
    ...hall.duties.flatMap((duty) => [
      ...(ids.includes(duty.windowId)
        ? []
        : [WindowProblem.make("UnknownWindow", duty.personId, duty.windowId, ids.join(", "))]),
      ...(Spell.isEmpty(duty)
        ? [WindowProblem.make("EmptySpell", duty.personId, duty.untilSec, `> ${duty.fromSec}`)]
        : [])
    ]),
    ...Array.from(persons).flatMap((personId) => {
      const times = Spell.mostAtOnce(hall.duties.filter((duty) => duty.personId === personId))
      return times > 1 ? [WindowProblem.make("AtTwoWindows", personId, times, 1)] : []
    })
  ]
}

const oneWindow = (hall: Hall, window: Window): ReadonlyArray<WindowProblem.WindowProblem> => {
  const { windowId, model, skillIds, hoursIds, channel } = window
  const known = hall.book.skills.map((skill) => skill.id)
  const lines = hall.hours.lines
  return [
    ...(model === "Special" && skillIds.length === 0
      ? [WindowProblem.make("KindsMissing", windowId, 0, ">= 1")]
      : []),
    ...skillIds
      .filter((skillId) => !known.includes(skillId))
      .map((id) => WindowProblem.make("UnknownBusiness", windowId, id, known.join(", "))),
    ...hoursIds.flatMap((hoursId) => {
      const line = lines.find((one) => one.hoursId === hoursId)
      if (line === undefined) {
        const ids = lines.map((one) => one.hoursId).join(", ")
        return [WindowProblem.make("UnknownHours", windowId, hoursId, ids)]
      }
      if (line.channel === channel) return []
      return [WindowProblem.make("ChannelOfHours", windowId, line.channel, channel)]
    })
  ]
}
