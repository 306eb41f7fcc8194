/**
 * Stories of many cases for the test of the clock columns: random steps, each turned into an event for
 * the record and into calls for the columns.
 */
import { Clock, Holidays, WeeklyHours, WorkCalendar, WorkDays } from "@wangge/calendar"
import { type CaseEvent, CaseTimes, Category, TimerRules, TimerTerms, Urgency } from "@wangge/cases"
import { Id, Seconds } from "@wangge/facts"
import fc from "fast-check"
import type { TimerColumns } from "../src/index.ts"

const { daySec, hourSec } = Seconds
const firstDay = Seconds.dayNumber(2025, 3, 3)

/** Monday 2025-03-03, 9:00 in Shanghai. */
export const beginSec = firstDay * daySec + hourSec

/** The units of the stories; the terms have rows for two of them. */
export const unitIds = ["intake", "desk", "unit-1", "waterworks", "gasworks"] as const

const unitNames: ReadonlyArray<string> = unitIds

const row = (
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

/** Terms on a calendar with these special days, until a day so many days after the first. */
const terms = (
  special: ReadonlyArray<readonly [date: string, kind: Holidays.SpecialDay["kind"]]>,
  dayCount: number,
  more: ReadonlyArray<TimerTerms.Row>
): TimerTerms.TimerTerms => {
  const name = { en: "Fair", zh: "庙会" }
  const calendar = WorkCalendar.makeOrThrow({
    weekly: WeeklyHours.mondayToFriday(WeeklyHours.officeSpells),
    holidays: Holidays.makeOrThrow(
      special.map(([date, kind]) => ({ date, kind, name })),
      [2025]
    ),
    fromDay: firstDay - 1,
    untilDay: firstDay + dayCount
  })
  const rows = [
    row("SignIn", "working", 2 * hourSec),
    row("Contact", "calendar", 5 * hourSec),
    row("Handle", "workingDays", 3 * WorkDays.daySec, { extensionSec: WorkDays.daySec }),
    row("Handle", "working", 9 * hourSec, { urgencies: ["Urgent"], extensionSec: hourSec }),
    row("Verify", "working", 5 * hourSec),
    row("CallBack", "workingDays", WorkDays.daySec),
    ...more
  ]
  const clocks = {
    calendar: Clock.calendar,
    working: Clock.working(calendar),
    workingDays: Clock.workingDays(calendar)
  }
  return TimerTerms.compile({ triggers: TimerTerms.triggers, rows, amberShare: 0.75 }, { clocks })
}

/** Terms that come into force one after the other, in any order. */
export const allTerms: ReadonlyArray<TimerTerms.TimerTerms> = [
  terms([], 120, [row("Handle", "calendar", daySec, { unitIds: ["waterworks"] })]),
  terms([["2025-03-05", "holiday"]], 120, [
    row("Handle", "working", 3 * hourSec, { unitIds: ["gasworks"], categories: ["Noise"] }),
    row("Verify", "calendar", Number.POSITIVE_INFINITY, { unitIds: ["waterworks"] })
  ]),
  terms([["2025-03-08", "makeUpWorkday"]], 9, [])
]

/** One step: of which case, after how long, what, and two numbers to choose by. */
export interface StoryStep {
  readonly of: number
  readonly gapSec: number
  readonly name: (typeof names)[number]
  readonly first: number
  readonly second: number
}

const names = [
  "triage",
  "assign",
  "accept",
  "return",
  "contact",
  "resolve",
  "check",
  "follow up",
  "reclassify",
  "hand over",
  "extend",
  "suspend",
  "merge",
  "resume",
  "withdraw",
  "change terms",
  "release"
] as const

/** Random steps of up to four cases. */
export const stories: fc.Arbitrary<ReadonlyArray<StoryStep>> = fc.array(
  fc.record({
    of: fc.integer({ min: 0, max: 3 }),
    gapSec: fc.integer({ min: 0, max: 4 * hourSec }),
    name: fc.constantFrom(...names),
    first: fc.nat(99),
    second: fc.nat(99)
  }),
  { minLength: 10, maxLength: 60 }
)

/** A case of a story: its record, and its slot in the columns. */
export interface Actor {
  readonly record: CaseTimes.CaseTimes
  readonly slot: number
}

/** What every event carries. */
const head = <Kind extends CaseEvent.Kind>(kind: Kind, version: number, atSec: number) =>
  ({
    kind,
    caseId: Id.make<"Case">("case"),
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

const due = { signInDueSec: -1, contactDueSec: -1, dueSec: -1 }
const claim = { verifyDueSec: -1, callBackDueSec: -1 }
const sorted = { matterKind: "Unsorted", object: "Unstated" } as const

/** The event of a step for a case at a version. */
const eventOf = (step: StoryStep, version: number, atSec: number): CaseEvent.CaseEvent => {
  const unitId = unitIds[step.first % unitIds.length]!
  const urgency = Urgency.list[step.first % Urgency.list.length]!
  const category = Category.list[step.second % Category.list.length]!
  switch (step.name) {
    case "triage":
      return {
        ...head("CaseTriaged", version, atSec),
        ...due,
        ...sorted,
        urgency,
        level: "Grid",
        unitId
      }
    case "assign":
      return {
        ...head("CaseAssigned", version, atSec),
        unitId,
        helperUnitIds: [],
        signInDueSec: -1
      }
    case "accept":
      return head("CaseAccepted", version, atSec)
    case "return":
      return head("CaseReturned", version, atSec)
    case "contact":
      return head("FirstContactMade", version, atSec)
    case "resolve":
      return { ...head("CaseResolved", version, atSec), ...claim, resultNote: "" }
    case "check":
      return {
        ...head("CaseChecked", version, atSec),
        outcome: step.first % 2 === 0 ? "Confirmed" : "Refuted"
      }
    case "follow up":
      return {
        ...head("FollowUpRecorded", version, atSec),
        ...due,
        outcome: "Confirmed",
        satisfaction: "Unanswered",
        isReopened: step.first % 2 === 0
      }
    case "reclassify":
      return {
        ...head("CaseReclassified", version, atSec),
        ...due,
        ...sorted,
        pausedContactDueSec: -1,
        pausedDueSec: -1,
        urgency,
        category,
        unitId
      }
    case "hand over":
      return { ...head("CaseHandedOver", version, atSec), unitId }
    case "extend":
      return { ...head("CaseExtended", version, atSec), approverId: "chief-1", dueSec: -1 }
    case "suspend":
      return {
        ...head("CaseSuspended", version, atSec),
        ...due,
        approverId: "chief-1",
        untilSec: atSec + step.first * 3000
      }
    case "merge":
      return { ...head("CaseMerged", version, atSec), ...due, intoCaseId: Id.make("other") }
    case "resume":
      return { ...head("CaseResumed", version, atSec), ...due }
    default:
      return head("CaseWithdrawn", version, atSec)
  }
}

/** The moments that a step means, for the columns. */
const momentsOf = (step: StoryStep): ReadonlyArray<TimerTerms.Moment> => {
  switch (step.name) {
    case "assign":
      return ["Assigned"]
    case "accept":
      return ["SignedIn"]
    case "return":
      return ["Returned"]
    case "contact":
      return ["Contacted"]
    case "resolve":
      return ["Claimed"]
    case "check":
      return step.first % 2 === 0 ? ["Checked"] : ["Checked", "ClaimRefuted"]
    case "follow up":
      return step.first % 2 === 0 ? ["FollowedUp", "Reopened"] : ["FollowedUp"]
    case "withdraw":
      return ["Ended"]
    default:
      return []
  }
}

/** Whether a step makes sense for a record: pauses neither overlap nor end before they begin. */
const isPossible = (step: StoryStep, record: CaseTimes.CaseTimes): boolean => {
  if (step.name === "suspend") return !record.isPaused
  return step.name !== "resume" || record.isPaused
}

/** A new case, in both shapes. */
export const report = (
  columns: TimerColumns.TimerColumns,
  terms: TimerTerms.TimerTerms,
  step: StoryStep,
  atSec: number
): Actor => {
  const urgency = step.first % Urgency.list.length
  const category = step.second % Category.list.length
  const startSec = atSec - step.second * 60
  const record = CaseTimes.ofLog(terms, [
    {
      ...head("CaseReported", 1, atSec),
      ...due,
      source: "Hotline",
      category: Category.list[category]!,
      urgency: Urgency.list[urgency]!,
      level: "Grid",
      gridId: Id.make("grid-5"),
      unitId: unitIds[0],
      point: [],
      isAnonymous: false,
      seenSec: atSec,
      startSec,
      parentCaseId: ""
    }
  ])
  return { record, slot: columns.report(urgency, category, 0, startSec, atSec) }
}

/** One step of a case, in both shapes; the case as it was where the step makes no sense. */
export const act = (
  columns: TimerColumns.TimerColumns,
  terms: TimerTerms.TimerTerms,
  actor: Actor,
  step: StoryStep,
  atSec: number
): Actor => {
  const { record, slot } = actor
  if (!isPossible(step, record)) return actor
  const event = eventOf(step, record.version + 1, atSec)
  const next = CaseTimes.evolve(terms, record, event)
  for (const moment of momentsOf(step)) {
    columns.tell(slot, TimerTerms.momentCodeOf(moment), atSec, moment === "Reopened")
  }
  const unit = unitNames.indexOf(next.unitId)
  const urgency = Urgency.codeOf(next.urgency)
  const category = Category.codeOf(next.category)
  const isMoved =
    next.unitId !== record.unitId ||
    next.urgency !== record.urgency ||
    next.category !== record.category
  if (isMoved || momentsOf(step).length === 0) {
    columns.classify(slot, urgency, category, unit, atSec)
  }
  if (event.kind === "CaseSuspended") columns.pause(slot, atSec, event.untilSec)
  if (event.kind === "CaseMerged") columns.pause(slot, atSec, TimerRules.never)
  if (step.name === "resume") columns.resume(slot, atSec)
  if (step.name === "extend") columns.extend(slot, atSec)
  return { record: next, slot }
}
