import type { CaseAction } from "@wangge/cases"
import { Seconds } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import {
  CaseImport,
  CsvReader,
  type LogMapping,
  LogProblem,
  LogTable,
  XesReader
} from "../src/index.ts"
import { isThere, textOf } from "./sharedData.ts"
import { rules } from "./someCases.ts"

const chain: ReadonlyArray<CaseAction.CaseAction> = [
  "Verify",
  "Triage",
  "Assign",
  "Accept",
  "Start"
]
const finish: ReadonlyArray<CaseAction.CaseAction> = [
  "Resolve",
  "BeginFollowUp",
  "RecordFollowUp",
  "WriteOff"
]

const hotline: LogMapping.LogMapping = {
  caseId: "nr",
  activity: "step",
  time: "when",
  zone: "Asia/Shanghai",
  isGuarded: false,
  activities: {
    登记: ["Report"],
    派遣: chain,
    退回: ["Return"],
    办结: finish,
    备注: []
  },
  fields: {
    source: { usual: "Hotline" },
    category: {
      column: "kind",
      words: { 噪声: "Noise", 路灯: "PublicFacilities" },
      otherwise: "Other",
      usual: "Other"
    },
    urgency: { column: "urgent", words: { 是: "Urgent", 否: "Ordinary" }, usual: "Ordinary" },
    level: { usual: "Community" },
    gridId: { usual: "grid-1" },
    unitId: { column: "unit", usual: "desk-1" },
    actorId: { column: "who" },
    outcome: { usual: "Confirmed" },
    satisfaction: { usual: "Satisfied" },
    resultNote: { usual: "as logged" }
  }
}

const header = "nr,step,when,kind,urgent,unit,who\n"

const read = (body: string, mode: CaseImport.Mode = "Strict", mapping = hotline) => {
  const { table, problems } = CsvReader.read(`${header}${body}`)
  expect(problems).toEqual([])
  return CaseImport.read(table, { mapping, rules, mode })
}

const english = ({ problems }: CaseImport.Imported) =>
  problems.map((one) => LogProblem.describe(one).en)

test("a log of a hotline becomes cases with deadlines of our own", () => {
  const found = read(`7,登记,2026-03-02 08:00:00,路灯,是,,h-1
7,派遣,2026-03-02 09:00:00,,,unit-9,d-1
8,登记,2026-03-02 08:30:00,噪声,否,,h-2
7,办结,2026-03-02 17:30:00,,,,d-1
7,备注,2026-03-03 17:30:00,,,,d-1
`)
  expect([...found.problems, ...found.refusals]).toEqual([])
  expect(found.cases).toMatchObject([
    {
      caseId: "7",
      status: "WrittenOff",
      category: "PublicFacilities",
      urgency: "Ordinary",
      wasOverdue: false
    },
    { caseId: "8", status: "Reported", category: "Noise" }
  ])
  const [first] = found.events
  expect(first).toMatchObject({ kind: "CaseReported", urgency: "Urgent", actorId: "h-1" })
  expect(Seconds.toIsoInstant(first?.atSec ?? 0)).toBe("2026-03-02T00:00:00Z")
  expect(found.events.filter(({ caseId }) => caseId === "7")).toHaveLength(10)
})

test("rows come in any order of time, and rows of one second in the order of the file", () => {
  const found = read(`7,办结,2026-03-02 17:30:00,,,,
7,派遣,2026-03-02 08:00:00,,,,
7,登记,2026-03-02 08:00:00,,,,
`)
  // The file puts the dispatch before the report of the same second, so all five moves are refused.
  expect(found.refusals.slice(0, 5).map(({ line, rejection }) => [line, rejection.code])).toEqual(
    chain.map(() => [3, "NotReported"])
  )
  const sorted = read(`7,办结,2026-03-02 17:30:00,,,,
7,登记,2026-03-02 08:00:00,,,,
7,派遣,2026-03-02 08:00:00,,,,
`)
  expect(sorted.refusals).toEqual([])
  expect(sorted.cases[0]?.status).toBe("WrittenOff")
})

test("each bad row is told with line, column, value and what is right; the others go on", () => {
  const found = read(`7,登记,2026-03-02 08:00:00,,,,
7,转办,2026-03-02 08:10:00,,,,
7,派遣,02.03.2026,,,,
路灯 1,登记,2026-03-02 08:00:00,,,,
,登记,2026-03-02 08:00:00,,,,
9,登记,2026-03-02 08:00:00,,也许,,
7,派遣,2026-03-02 09:00:00,,,,
`)
  expect(english(found)).toEqual([
    "line 3, step: the activity “转办” is not mapped; expected one of 登记, 派遣, 退回, 办结, 备注",
    "line 4, when: “02.03.2026” is no time; expected a time like 2026-03-02T08:30:00+08:00",
    "line 5, nr: “路灯 1” cannot be an id; expected 1 to 120 printable ASCII characters without spaces",
    "line 6, nr: a value is missing; expected 1 to 120 printable ASCII characters without spaces",
    "line 7, urgent: “也许” does not fit; expected 是, 否"
  ])
  expect(LogProblem.describe(found.problems[0]!).zh).toContain("第3行,step:活动“转办”")
  expect(found.cases).toMatchObject([{ caseId: "7", status: "InProgress" }])
})

test("a time without an offset is refused where the log names no zone", () => {
  const mapping = { ...hotline, zone: "" }
  const found = read(
    "7,登记,2026-03-02 08:00:00,,,,\n8,登记,2026-03-02T08:00:00+08:00,,,,\n",
    "Strict",
    mapping
  )
  expect(english(found)).toEqual([
    "line 2, when: “2026-03-02 08:00:00” does not say its offset from UTC; expected an offset like Z or +08:00, or a zone for the whole log"
  ])
  expect(found.cases.map(({ caseId }) => caseId)).toEqual(["8"])
})

test("a column that the mapping names and the log lacks is told once", () => {
  const { table } = CsvReader.read("nr,step\n7,登记\n")
  const found = CaseImport.read(table, { mapping: hotline, rules, mode: "Strict" })
  expect(found.problems.map(({ code, subject }) => `${code} ${subject}`)).toEqual(
    ["when", "kind", "urgent", "unit", "who"].map((column) => `ColumnMissing ${column}`)
  )
  expect(found.cases).toEqual([])
})

describe("moves that the profile does not allow", () => {
  const body = `7,登记,2026-03-02 08:00:00,,,,
7,办结,2026-03-02 09:00:00,,,,
8,办结,2026-03-02 09:00:00,,,,
`

  test("strict: they are told with the typed rejection and left out", () => {
    const found = read(body)
    expect(
      found.refusals.map(({ line, rejection, isRecorded }) => [
        line,
        rejection.action,
        rejection.code,
        isRecorded
      ])
    ).toEqual([
      ...finish.map((action) => [3, action, "MoveNotAllowed", false]),
      ...finish.map((action) => [4, action, "NotReported", false])
    ])
    expect(found.cases).toMatchObject([{ caseId: "7", status: "Reported" }])
  })

  test("as found: they are told and recorded, unless there is no case yet", () => {
    const found = read(body, "AsFound")
    expect(found.refusals.map(({ line, isRecorded }) => [line, isRecorded])).toEqual([
      [3, true],
      ...finish.map(() => [4, false])
    ])
    expect(found.cases).toMatchObject([
      { caseId: "7", status: "WrittenOff", followUpOutcome: "Confirmed" }
    ])
    expect(found.events.map(({ kind }) => kind)).toEqual([
      "CaseReported",
      "CaseResolved",
      "FollowUpBegun",
      "FollowUpRecorded",
      "CaseWrittenOff"
    ])
  })

  test("as found: an ended case stays ended, and what was allowed is as in strict mode", () => {
    const whole =
      "7,登记,2026-03-02 08:00:00,,,,\n7,派遣,2026-03-02 09:00:00,,,,\n7,办结,2026-03-02 17:30:00,,,,\n"
    expect(read(whole, "AsFound")).toEqual(read(whole))
    const more = read(`${whole}7,退回,2026-03-03 17:30:00,,,,\n`, "AsFound")
    expect(more.cases[0]).toMatchObject({ status: "WrittenOff", returnCount: 1 })
    expect(more.refusals).toMatchObject([
      { line: 5, isRecorded: true, rejection: { code: "MoveNotAllowed" } }
    ])
  })

  test("as found: what contradicts itself stays refused", () => {
    const mapping = { ...hotline, fields: { ...hotline.fields, outcome: { usual: "NotReached" } } }
    const found = read(body, "AsFound", mapping)
    const refused = found.refusals.filter(({ isRecorded }) => !isRecorded)
    expect(refused[0]?.rejection.code).toBe("AnswerWithoutContact")
  })
})

test("words of the log that look like parts of JavaScript are words", () => {
  const found = read(
    "7,constructor,2026-03-02 08:00:00,,,,\n7,登记,2026-03-02 08:00:00,__proto__,toString,,\n"
  )
  expect(found.problems.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
    "ActivityUnknown step",
    "ValueUnfit urgent"
  ])
})

const losAngeles = "la311_2020jan.csv"

test.skipIf(!isThere(losAngeles))(
  "10,000 real requests, created and closed by the local clock (skipped without ../shared/data)",
  () => {
    const wide = CsvReader.read(textOf(losAngeles))
    expect(wide.problems).toEqual([])
    expect(wide.table.rows).toHaveLength(10_000)
    const moments = [
      { column: "created", activity: "created" },
      { column: "closed", activity: "closed" }
    ]
    const { table } = LogTable.ofMoments(wide.table, moments)
    const found = CaseImport.read(table, { mapping: cityOfLosAngeles, rules, mode: "Strict" })
    expect([...found.problems, ...found.refusals].slice(0, 3)).toEqual([])
    expect(found.cases).toHaveLength(10_000)
    const closed = wide.table.rows.filter(({ values }) => values[2] !== "").length
    expect(found.cases.filter(({ status }) => status === "WrittenOff")).toHaveLength(closed)
    const first = found.events[0]
    expect(Seconds.toIsoInstant(first?.atSec ?? 0)).toBe("2020-01-01T08:05:00Z")
  }
)

const cityOfLosAngeles: LogMapping.LogMapping = {
  caseId: "id",
  activity: "activity",
  time: "time",
  zone: "America/Los_Angeles",
  isGuarded: false,
  activities: { created: ["Report"], closed: [...chain, ...finish] },
  fields: {
    source: { column: "source", words: { "Mobile App": "PhotoReport" }, otherwise: "Hotline" },
    category: {
      column: "type",
      words: { "Illegal Dumping Pickup": "Sanitation" },
      otherwise: "Other"
    },
    urgency: { usual: "Ordinary" },
    level: { usual: "Community" },
    gridId: { column: "nc", usual: "no-council" },
    unitId: { column: "assigned_to", usual: "desk" },
    isAnonymous: { column: "anonymous", words: { Y: "true", N: "false" } },
    outcome: { usual: "NotReached" },
    resultNote: { usual: "closed in the source" }
  }
}

const road = "roadtraffic100traces.xes"

test.skipIf(!isThere(road))(
  "a real log of traffic fines as found: no row is lost (skipped without ../shared/data)",
  () => {
    const { table } = XesReader.read(textOf(road))
    const found = CaseImport.read(table, { mapping: trafficFines, rules, mode: "AsFound" })
    expect(found.problems).toEqual([])
    expect(found.cases).toHaveLength(100)
    expect(found.events).toHaveLength(390)
    expect(found.refusals.length).toBeGreaterThan(0)
    expect(found.refusals.every(({ isRecorded }) => isRecorded)).toBe(true)
  }
)

const trafficFines: LogMapping.LogMapping = {
  caseId: "case:concept:name",
  activity: "concept:name",
  time: "time:timestamp",
  zone: "",
  isGuarded: false,
  activities: {
    "Create Fine": ["Report"],
    "Send Fine": ["Triage"],
    "Insert Fine Notification": ["Contact"],
    "Add penalty": ["Escalate"],
    Payment: ["Resolve"],
    "Send for Credit Collection": ["WriteOff"],
    "Insert Date Appeal to Prefecture": ["Appeal"],
    "Send Appeal to Prefecture": ["Assign"],
    "Receive Result Appeal from Prefecture": ["Check"],
    "Notify Result Appeal to Offender": ["Publish"],
    "Appeal to Judge": ["Reopen"]
  },
  fields: {
    source: { usual: "HigherLevel" },
    category: { usual: "TrafficParking" },
    urgency: { usual: "Ordinary" },
    level: { usual: "Grid" },
    gridId: { usual: "police" },
    unitId: { usual: "police" },
    outcome: { usual: "Confirmed" },
    actorId: { column: "org:resource", isOptional: true }
  }
}
