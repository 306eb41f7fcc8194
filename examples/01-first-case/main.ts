/**
 * One street lamp, by hand: a resident calls, the case goes through the five steps of Helong's
 * profile, the light turns amber and red, two commands are refused, and the case is written off
 * late. Every rule comes from `@wangge/cases`; every due second from `@wangge/calendar`.
 */
import { Clock, WorkCalendar, Zone } from "@wangge/calendar"
import {
  AlertLight,
  Case,
  CaseAction,
  type CaseCommand,
  CaseDecider,
  CaseProfile,
  CaseRejection,
  CaseRules,
  CaseStatus
} from "@wangge/cases"
import { Id, Seconds } from "@wangge/facts"

const zone = "Asia/Shanghai"

/** Seconds since the epoch at which a clock in Shanghai shows `2025-09-26 10:00`. */
export const at = (text: string): number => {
  const [date = "", time = ""] = text.split(" ")
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  const secOfDay = hour * Seconds.hourSec + minute * Seconds.minuteSec
  return Zone.toInstantSec(zone, Seconds.parseIsoDate(date), secOfDay)
}

/** What the clock in Shanghai shows, to the second only where there are any. */
const clockText = (atSec: number): string => {
  const { dayNumber, secOfDay } = Zone.toLocal(zone, atSec)
  const two = (value: number): string => String(value).padStart(2, "0")
  const [hour, minute] = [Math.floor(secOfDay / 3600), Math.floor(secOfDay / 60) % 60]
  const seconds = secOfDay % 60 === 0 ? "" : `:${two(secOfDay % 60)}`
  return `${Seconds.toIsoDate(dayNumber)} ${two(hour)}:${two(minute)}${seconds}`
}

/** Office hours of the year, with its public holidays and make-up workdays. */
const office = WorkCalendar.officeHoursChina({
  fromDay: Seconds.dayNumber(2025, 1, 1),
  untilDay: Seconds.dayNumber(2026, 1, 1)
})

/**
 * The profile of Helong with one limit changed: an ordinary case has 15 hours of office time.
 *
 * @source none: no report states a limit; two office days show the calendar at work
 */
const profile: CaseProfile.CaseProfile = {
  ...CaseProfile.fiveStep,
  limits: {
    ...CaseProfile.fiveStep.limits,
    Ordinary: {
      ...CaseProfile.fiveStep.limits.Ordinary,
      clock: "working",
      contactSec: 4 * Seconds.hourSec,
      resolveSec: 15 * Seconds.hourSec,
      provenance: { kind: "assumed", reason: "two office days of 7.5 hours, for this example" }
    }
  }
}

const rules = CaseRules.compile(profile, {
  clocks: { calendar: Clock.calendar, working: Clock.working(office) }
})

/** What every command says: which case, who, when, and why where a reason is needed. */
const by = (step: { readonly who: string; readonly when: string; readonly why?: string }) => ({
  caseId: Id.make<"Case">("lamp-1"),
  atSec: at(step.when),
  actorId: step.who,
  reason: step.why ?? ""
})

const toCommunity = { urgency: "Ordinary", level: "Community", unitId: "community-desk" } as const

/** What people did, in order. Nothing here knows whether it is allowed. */
export const commands: ReadonlyArray<CaseCommand.CaseCommand> = [
  {
    ...by({ who: "hotline-1", when: "2025-09-26 10:00" }),
    action: "Report",
    source: "Hotline",
    category: "PublicFacilities",
    urgency: "Ordinary",
    gridId: Id.make<"Grid">("grid-12"),
    unitId: "intake"
  },
  { action: "Triage", ...by({ who: "desk-2", when: "2025-09-26 10:05" }), ...toCommunity },
  { action: "Verify", ...by({ who: "worker-7", when: "2025-09-26 10:30" }) },
  { action: "Triage", ...by({ who: "desk-2", when: "2025-09-26 10:40" }), ...toCommunity },
  {
    ...by({ who: "desk-2", when: "2025-09-26 10:45" }),
    action: "Assign",
    unitId: "lighting-firm"
  },
  { action: "Accept", ...by({ who: "firm-1", when: "2025-09-26 13:40" }) },
  { action: "Start", ...by({ who: "firm-1", when: "2025-09-28 09:00" }) },
  {
    ...by({ who: "firm-1", when: "2025-09-29 11:00" }),
    action: "Resolve",
    resultNote: "lamp replaced"
  },
  { action: "BeginFollowUp", ...by({ who: "hotline-1", when: "2025-09-29 15:00" }) },
  {
    ...by({ who: "hotline-1", when: "2025-09-29 15:01" }),
    action: "WriteOff",
    resultNote: ""
  },
  {
    ...by({ who: "hotline-1", when: "2025-09-30 09:00" }),
    action: "RecordFollowUp",
    outcome: "Confirmed",
    satisfaction: "Satisfied"
  },
  { action: "WriteOff", ...by({ who: "hotline-1", when: "2025-09-30 09:10" }), resultNote: "" }
]

/** The case after all commands, the refusals on the way, and the story as lines of text. */
export interface Story {
  readonly item: Case.Case
  readonly refusals: ReadonlyArray<CaseRejection.Code>
  readonly lines: ReadonlyArray<string>
}

/** Gives the commands to `decide` one after another and tells what happened. */
export const tell = (): Story => {
  const lines: Array<string> = []
  const refusals: Array<CaseRejection.Code> = []
  let state: Case.State = Case.none
  let fromSec = 0
  for (const command of commands) {
    if (state.status !== "None") {
      const spell = { fromSec, untilSec: command.atSec }
      for (const change of AlertLight.changes(rules, state, spell)) {
        const { en, zh } = AlertLight.labels[change.light]
        lines.push(`${clockText(change.atSec)}  the light turns ${en} (${zh})`)
      }
    }
    fromSec = command.atSec
    const decision = CaseDecider.decide(rules, state, command)
    if (decision.ok) {
      state = Case.evolve(state, decision.event)
      lines.push(doneText(state, command))
    } else {
      refusals.push(decision.rejection.code)
      lines.push(...refusedText(decision.rejection, command))
    }
  }
  if (state.status === "None") throw new Error("The first command reports the case")
  return { item: state, refusals, lines: [...lines, ...closingText(state)] }
}

const doneText = (item: Case.Case, command: CaseCommand.CaseCommand): string => {
  const step = profile.steps[CaseProfile.stepIndexOf(profile, item.status)]?.label
  const { en, zh } = CaseAction.labels[command.action]
  const due = item.version === 1 ? `, due ${clockText(item.dueSec)}` : ""
  const status = `now ${CaseStatus.labels[item.status].en} (step “${step?.en}”, ${step?.zh})`
  return `${clockText(command.atSec)}  ${command.actorId}: ${en} (${zh}), ${status}${due}`
}

const refusedText = (
  rejection: CaseRejection.CaseRejection,
  command: CaseCommand.CaseCommand
): ReadonlyArray<string> => {
  const { en, zh } = CaseRejection.describe(rejection)
  const tried = CaseAction.labels[command.action]
  return [
    `${clockText(command.atSec)}  ${command.actorId}: ${tried.en} (${tried.zh}) refused, ${rejection.code}`,
    `                  ${en}`,
    `                  ${zh}`
  ]
}

const closingText = (item: Case.Case): ReadonlyArray<string> => [
  "",
  `claimed resolved:  ${Case.isClaimedResolved(item)}`,
  `verified resolved: ${Case.isVerifiedResolved(item)}`,
  `was overdue:       ${item.wasOverdue}`,
  `events in the log: ${item.version}`
]

/** What the README shows. */
export const outputs: ReadonlyArray<() => string> = [() => tell().lines.join("\n")]

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(outputs[0]?.())
