/**
 * Makers for the tests of the clocks: calendars of named weeks, terms with the limits of the tests, and
 * logs of events, each with everything filled in.
 */
import { Clock, Holidays, WeeklyHours, WorkCalendar, Zone } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { type CaseEvent, CaseProfile, CaseTimes, TimerTerms, type Urgency } from "../src/index.ts"

/** The instant at which the wall in Shanghai shows `2025-03-07 17:00:00`. */
export const instant = (text: string): number => {
  const [date = "", time = "00:00:00"] = text.split(" ")
  const [hour = "0", minute = "0", second = "0"] = time.split(":")
  const secOfDay = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return Zone.toInstantSec("Asia/Shanghai", Seconds.parseIsoDate(date), secOfDay)
}

/** What the wall in Shanghai shows, as `2025-03-07 17:00:00`. */
export const wall = (atSec: number): string =>
  Seconds.toIsoInstant(atSec + 28_800)
    .replace("T", " ")
    .replace("Z", "")

/** Office hours of the spring of 2025 with the special days that are announced by then. */
export const office = (
  days: ReadonlyArray<Holidays.SpecialDay> = [],
  untilDay = Seconds.dayNumber(2025, 7, 1)
): WorkCalendar.WorkCalendar =>
  WorkCalendar.makeOrThrow({
    weekly: WeeklyHours.mondayToFriday(WeeklyHours.officeSpells),
    holidays: Holidays.makeOrThrow(days, [2025]),
    fromDay: Seconds.dayNumber(2025, 1, 1),
    untilDay
  })

/** One announced day. */
export const special = (date: string, kind: Holidays.SpecialDay["kind"]): Holidays.SpecialDay => ({
  date,
  kind,
  name: { en: "Fair", zh: "庙会" }
})

/** Clocks on one calendar. */
export const clocksOn = (calendar: WorkCalendar.WorkCalendar = office()) => ({
  calendar: Clock.calendar,
  working: Clock.working(calendar),
  workingDays: Clock.workingDays(calendar)
})

/** A row for every class, of tests only. */
export const row = (
  clock: TimerTerms.Row["clock"],
  countsOn: TimerTerms.Row["countsOn"],
  limitSec: number,
  fields: Partial<TimerTerms.Row> = {}
): TimerTerms.Row => ({
  clock,
  countsOn,
  limitSec,
  urgencies: [],
  categories: [],
  unitIds: [],
  extensionSec: 0,
  provenance: { kind: "assumed", reason: "a number of the tests" },
  ...fields
})

/** Terms of round numbers in calendar time, with further rows over them. */
export const dataWith = (
  rows: ReadonlyArray<TimerTerms.Row>,
  amberShare = 0.75
): TimerTerms.TermsData => ({
  triggers: TimerTerms.triggers,
  rows: [
    row("SignIn", "calendar", 100),
    row("Contact", "calendar", 200),
    row("Handle", "calendar", 1000, { extensionSec: 500 }),
    row("Verify", "calendar", 300),
    row("CallBack", "calendar", 400),
    ...rows
  ],
  amberShare
})

/** The same compiled. */
export const termsWith = (
  rows: ReadonlyArray<TimerTerms.Row> = [],
  clocks: ReturnType<typeof clocksOn> = clocksOn()
): TimerTerms.TimerTerms => TimerTerms.compile(dataWith(rows), { clocks })

/** The base profile's terms. */
export const baseTerms = TimerTerms.compile(TimerTerms.dataOf(CaseProfile.base), {
  clocks: clocksOn()
})

const due = { signInDueSec: -1, contactDueSec: -1, dueSec: -1 }
const paused = { pausedContactDueSec: -1, pausedDueSec: -1 }
const claim = { verifyDueSec: -1, callBackDueSec: -1 }

/** One step of a test's story; the version is given by {@link log}. */
export type Step = (version: number) => CaseEvent.CaseEvent

const head = <Kind extends CaseEvent.Kind>(kind: Kind, version: number, atSec: number) =>
  ({
    kind,
    caseId: Id.make<"Case">("case-1"),
    version,
    atSec,
    actorId: "worker-7",
    reason: "",
    status: "InProgress",
    role: "Unstated",
    actorLevel: "Unstated",
    photoIds: [],
    attachmentIds: []
  }) as const

/** Steps of a story; due seconds in the events are left out, the clocks do not read them. */
export const step = {
  reported:
    (atSec: number, urgency: Urgency.Urgency = "Ordinary", startSec = atSec): Step =>
    (version) => ({
      ...head("CaseReported", version, atSec),
      ...due,
      source: "Hotline",
      category: "Noise",
      urgency,
      level: "Grid",
      gridId: Id.make("grid-5"),
      unitId: "intake",
      point: [],
      isAnonymous: false,
      seenSec: atSec,
      startSec,
      parentCaseId: ""
    }),
  plain:
    (kind: CaseEvent.PlainEvent["kind"], atSec: number): Step =>
    (version) =>
      head(kind, version, atSec),
  contacted:
    (atSec: number): Step =>
    (version) =>
      head("FirstContactMade", version, atSec),
  triaged:
    (atSec: number, urgency: Urgency.Urgency = "Ordinary"): Step =>
    (version) => ({
      ...head("CaseTriaged", version, atSec),
      ...due,
      urgency,
      level: "Grid",
      unitId: "grid-desk",
      matterKind: "Unsorted",
      object: "Unstated"
    }),
  assigned:
    (atSec: number, unitId = "unit-3"): Step =>
    (version) => ({
      ...head("CaseAssigned", version, atSec),
      unitId,
      helperUnitIds: [],
      signInDueSec: -1
    }),
  handedOver:
    (atSec: number, unitId: string): Step =>
    (version) => ({ ...head("CaseHandedOver", version, atSec), unitId }),
  extended:
    (atSec: number): Step =>
    (version) => ({ ...head("CaseExtended", version, atSec), approverId: "chief-1", dueSec: -1 }),
  suspended:
    (atSec: number, untilSec: number): Step =>
    (version) => ({
      ...head("CaseSuspended", version, atSec),
      ...due,
      approverId: "chief-1",
      untilSec
    }),
  resumed:
    (atSec: number): Step =>
    (version) => ({ ...head("CaseResumed", version, atSec), ...due }),
  merged:
    (atSec: number): Step =>
    (version) => ({
      ...head("CaseMerged", version, atSec),
      ...due,
      intoCaseId: Id.make("case-2")
    }),
  unmerged:
    (atSec: number): Step =>
    (version) => ({ ...head("CaseUnmerged", version, atSec), ...due }),
  resolved:
    (atSec: number): Step =>
    (version) => ({ ...head("CaseResolved", version, atSec), ...claim, resultNote: "mended" }),
  checked:
    (atSec: number, outcome: CaseEvent.CaseChecked["outcome"]): Step =>
    (version) => ({ ...head("CaseChecked", version, atSec), outcome }),
  followedUp:
    (atSec: number, isReopened = false): Step =>
    (version) => ({
      ...head("FollowUpRecorded", version, atSec),
      ...due,
      outcome: isReopened ? "NotResolved" : "Confirmed",
      satisfaction: "Satisfied",
      isReopened
    }),
  reclassified:
    (
      atSec: number,
      urgency: Urgency.Urgency,
      category: CaseEvent.CaseReclassified["category"] = "Noise"
    ): Step =>
    (version) => ({
      ...head("CaseReclassified", version, atSec),
      ...due,
      ...paused,
      urgency,
      category,
      matterKind: "Unsorted",
      object: "Unstated",
      unitId: "other-desk"
    })
}

/** A story as a log. */
export const log = (...steps: ReadonlyArray<Step>): ReadonlyArray<CaseEvent.CaseEvent> =>
  steps.map((make, index) => make(index + 1))

/** The clocks after a story. */
export const times = (
  terms: TimerTerms.TimerTerms,
  ...steps: ReadonlyArray<Step>
): CaseTimes.CaseTimes => CaseTimes.ofLog(terms, log(...steps))
