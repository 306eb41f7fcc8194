/**
 * The bench of the clocks of cases: after holidays are announced, the due seconds of every open case are
 * counted again, in columns (`TimerColumns.recomputeAll`) and on records (`CaseTimes.recounted`), one
 * after the other in the same rounds, and compared. One JSON line per result, then one of ratios; the
 * memory per open case of both shapes beside. With `--smoke` it runs few cases.
 *
 *     npm run bench -- clocks [--rounds N] [--cases N] [--smoke]
 */
import { parseArgs } from "node:util"
import { Clock, Holidays, WeeklyHours, WorkCalendar, WorkDays } from "@wangge/calendar"
import { type CaseEvent, CaseTimes, Category, TimerTerms, Urgency } from "@wangge/cases"
import { Id, Seconds } from "@wangge/facts"
import { TimerColumns } from "@wangge/simulator"
import { cpuSecondsOf, median, print, standingBytes } from "./Measuring.ts"

/** One printed result. */
export interface BenchLine {
  readonly bench: "clocks"
  readonly shape: "columns" | "records"
  readonly round: number
  readonly cases: number
  readonly runningClocks: number
  readonly cpuSeconds: number
  readonly casesPerSecond: number
}

const { daySec, hourSec } = Seconds
const firstDay = Seconds.dayNumber(2025, 1, 6)
const nowSec = firstDay * daySec + 30 * daySec

const row = (
  clock: TimerTerms.Row["clock"],
  countsOn: TimerTerms.Row["countsOn"],
  limitSec: number
): TimerTerms.Row => ({
  clock,
  urgencies: [],
  categories: [],
  unitIds: [],
  countsOn,
  limitSec,
  extensionSec: 0,
  provenance: { kind: "assumed", reason: "a limit of the bench" }
})

/** Terms on office hours with these days off. */
const termsWith = (dates: ReadonlyArray<string>): TimerTerms.TimerTerms => {
  const name = { en: "Fair", zh: "庙会" }
  const calendar = WorkCalendar.makeOrThrow({
    weekly: WeeklyHours.mondayToFriday(WeeklyHours.officeSpells),
    holidays: Holidays.makeOrThrow(
      dates.map((date) => ({ date, kind: "holiday", name })),
      [2025]
    ),
    fromDay: firstDay - 7,
    untilDay: firstDay + 365
  })
  const rows = [
    row("SignIn", "working", 4 * hourSec),
    row("Contact", "calendar", daySec),
    row("Handle", "workingDays", 15 * WorkDays.daySec),
    { ...row("Handle", "working", 40 * hourSec), urgencies: ["Urgent", "Emergency"] as const },
    row("Verify", "workingDays", 3 * WorkDays.daySec),
    row("CallBack", "working", 8 * hourSec)
  ]
  const clocks = {
    calendar: Clock.calendar,
    working: Clock.working(calendar),
    workingDays: Clock.workingDays(calendar)
  }
  return TimerTerms.compile({ triggers: TimerTerms.triggers, rows, amberShare: 0.75 }, { clocks })
}

const terms = [termsWith([]), termsWith(["2025-02-10", "2025-02-11"])] as const

/** What one open case has been through; spread evenly by its number. */
interface Story {
  readonly urgency: number
  readonly category: number
  readonly startSec: number
  readonly isContacted: boolean
  readonly isClaimed: boolean
  readonly pauses: ReadonlyArray<readonly [fromSec: number, untilSec: number]>
}

const storyOf = (number: number): Story => {
  const spread = (number * 2_654_435_761) % 4_294_967_296
  const startSec = nowSec - 20 * daySec + (spread % (10 * daySec))
  const share = spread % 100
  const pauses = share % 5 === 0 ? (share % 3) + 1 : 0
  return {
    urgency: Urgency.codeOf(share < 12 ? "Urgent" : share < 85 ? "Ordinary" : "Complex"),
    category: spread % Category.list.length,
    startSec,
    isContacted: share % 2 === 0,
    isClaimed: share % 7 === 0,
    pauses: Array.from({ length: pauses }, (_, index) => {
      const fromSec = startSec + (index + 1) * 2 * daySec
      return [fromSec, fromSec + daySec] as const
    })
  }
}

const head = <Kind extends CaseEvent.Kind>(kind: Kind, version: number, atSec: number) =>
  ({
    kind,
    caseId: Id.make<"Case">("case"),
    version,
    atSec,
    actorId: "worker",
    reason: "",
    status: "InProgress",
    role: "Unstated",
    actorLevel: "Unstated",
    photoIds: [],
    attachmentIds: []
  }) as const

const due = { signInDueSec: -1, contactDueSec: -1, dueSec: -1 }

const recordOf = (story: Story): CaseTimes.CaseTimes => {
  const { startSec } = story
  let version = 1
  const events: Array<CaseEvent.CaseEvent> = [
    {
      ...head("CaseReported", version, startSec),
      ...due,
      source: "Hotline",
      category: Category.list[story.category]!,
      urgency: Urgency.list[story.urgency]!,
      level: "Grid",
      gridId: Id.make("grid"),
      unitId: "intake",
      point: [],
      isAnonymous: false,
      seenSec: startSec,
      startSec,
      parentCaseId: ""
    }
  ]
  const add = (make: (version: number) => CaseEvent.CaseEvent): void => {
    version += 1
    events.push(make(version))
  }
  if (story.isContacted) add((at) => head("FirstContactMade", at, startSec + 60))
  for (const [fromSec, untilSec] of story.pauses) {
    add((at) => ({ ...head("CaseSuspended", at, fromSec), ...due, approverId: "chief", untilSec }))
    add((at) => ({ ...head("CaseResumed", at, untilSec), ...due }))
  }
  if (story.isClaimed) {
    add((at) => ({
      ...head("CaseResolved", at, nowSec - 60),
      verifyDueSec: -1,
      callBackDueSec: -1,
      resultNote: "mended"
    }))
  }
  return CaseTimes.ofLog(terms[0], events)
}

const contacted = TimerTerms.momentCodeOf("Contacted")
const claimed = TimerTerms.momentCodeOf("Claimed")

const addTo = (columns: TimerColumns.TimerColumns, story: Story): void => {
  const { startSec } = story
  const slot = columns.report(story.urgency, story.category, 0, startSec, startSec)
  if (story.isContacted) columns.tell(slot, contacted, startSec + 60)
  for (const [fromSec, untilSec] of story.pauses) {
    columns.pause(slot, fromSec, untilSec)
    columns.resume(slot, untilSec)
  }
  if (story.isClaimed) columns.tell(slot, claimed, nowSec - 60)
}

/** Where the two shapes say different things, as sentences. */
const differences = (
  columns: TimerColumns.TimerColumns,
  records: ReadonlyArray<CaseTimes.CaseTimes>
): ReadonlyArray<string> =>
  records.flatMap((record, slot) => {
    const at = slot * TimerColumns.timerCount
    const { Contact, Handle, Verify } = record.timers
    const isSame =
      columns.dueSec[at + 1] === Contact.dueSec &&
      columns.dueSec[at + 2] === Handle.dueSec &&
      columns.amberSec[at + 2] === Handle.amberSec &&
      columns.dueSec[at + 3] === Verify.dueSec &&
      (columns.wasLate[at + 2] === 1) === Handle.wasLate
    return isSame ? [] : [`Case ${slot} differs between columns and records`]
  })

const compare = (cases: number, rounds: number): ReadonlyArray<string> => {
  const stories = Array.from({ length: cases }, (_, number) => storyOf(number))
  const emptyBytes = standingBytes()
  const columns = new TimerColumns.TimerColumns(terms[0], ["intake"])
  for (const story of stories) addTo(columns, story)
  const columnBytes = standingBytes() - emptyBytes
  let records: ReadonlyArray<CaseTimes.CaseTimes> = stories.map(recordOf)
  const recordBytes = standingBytes() - emptyBytes - columnBytes
  const runningClocks = columns.state.reduce((sum, state) => sum + (state === 1 ? 1 : 0), 0)
  const ratios: Array<number> = []
  const wrong: Array<string> = []
  for (let round = 1; round <= rounds; round++) {
    const present = terms[round % 2]!
    const atSec = nowSec + round
    const seconds = {
      columns: cpuSecondsOf(() => columns.recomputeAll(present, atSec)),
      records: cpuSecondsOf(() => {
        records = records.map((record) => CaseTimes.recounted(present, record, atSec))
      })
    }
    for (const shape of ["columns", "records"] as const) {
      const line: BenchLine = {
        bench: "clocks",
        shape,
        round,
        cases,
        runningClocks,
        cpuSeconds: Number(seconds[shape].toFixed(4)),
        casesPerSecond: Math.round(cases / seconds[shape])
      }
      print(line)
    }
    ratios.push(seconds.records / seconds.columns)
    wrong.push(...differences(columns, records).slice(0, 3))
  }
  print({
    bench: "clocks",
    result: "ratio of CPU seconds, records to columns",
    cases,
    medianRatio: Number(median(ratios).toFixed(2)),
    ratios: ratios.map((ratio) => Number(ratio.toFixed(2)))
  })
  print({
    bench: "clocks",
    result: "bytes per open case, five clocks each",
    columns: Math.round(columnBytes / cases),
    records: Math.round(recordBytes / cases)
  })
  return wrong
}

const main = (): void => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "7" },
      cases: { type: "string", default: "100000" },
      smoke: { type: "boolean", default: false }
    }
  })
  const rounds = values.smoke ? 2 : Number(values.rounds)
  const cases = values.smoke ? 2000 : Number(values.cases)
  if (!(Number.isSafeInteger(rounds) && rounds >= 1 && Number.isSafeInteger(cases) && cases >= 1)) {
    console.error(
      `--rounds and --cases are whole numbers from 1; got ${values.rounds}, ${values.cases}`
    )
    process.exit(2)
  }
  const wrong = compare(cases, rounds)
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) process.exit(1)
}

main()
