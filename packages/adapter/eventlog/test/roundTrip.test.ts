import type { CaseEvent } from "@wangge/cases"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  CaseImport,
  Csv,
  CsvReader,
  EventLog,
  LogAttribute,
  LogMapping,
  LogReader,
  Ocel,
  Xes,
  XesReader
} from "../src/index.ts"
import { anyText, complaints, rules, someEvents } from "./someCases.ts"

const runs = { numRuns: 100 }

const columns: ReadonlyArray<LogAttribute.Column> = LogAttribute.kinds.map((kind) => ({
  name: `${kind}1`,
  kind
}))

const values: Readonly<Record<LogAttribute.Kind, fc.Arbitrary<LogAttribute.Value>>> = {
  text: anyText,
  whole: fc.maxSafeInteger().map((value) => value + 0),
  decimal: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  flag: fc.boolean(),
  time: fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }),
  ids: fc.array(anyText, { minLength: 1, maxLength: 3 })
}

const attributes: fc.Arbitrary<Readonly<Record<string, LogAttribute.Value>>> = fc
  .tuple(...columns.map(({ kind }) => fc.option(values[kind], { nil: undefined })))
  .map((found) => {
    const record: Record<string, LogAttribute.Value> = {}
    for (const [index, { name }] of columns.entries()) {
      const value = found[index]
      if (value !== undefined) record[name] = value
    }
    return record
  })

const orNothing = fc.oneof(fc.constant(""), anyText)

const someLog: fc.Arbitrary<EventLog.EventLog> = fc
  .uniqueArray(anyText, { maxLength: 4 })
  .chain((ids) =>
    fc.tuple(...ids.map((caseId) => fc.array(eventOf(caseId), { minLength: 1, maxLength: 5 })))
  )
  .map((traces) =>
    EventLog.make(columns, () => traces.map((events) => ({ caseId: events[0]!.caseId, events })))
  )

const eventOf = (caseId: string): fc.Arbitrary<EventLog.LogEvent> =>
  fc.record({
    caseId: fc.constant(caseId),
    activity: anyText,
    atSec: fc.integer({ min: 0, max: 4_000_000_000 }),
    status: orNothing,
    level: orNothing,
    urgency: orNothing,
    category: orNothing,
    gridId: orNothing,
    unitId: orNothing,
    actorId: orNothing,
    role: orNothing,
    attributes
  })

const csvOf = (log: EventLog.EventLog, options: Csv.Options = {}) =>
  CsvReader.read([...Csv.pieces(log, options)].join(""))

const xesOf = (log: EventLog.EventLog) => XesReader.read([...Xes.pieces(log)].join(""))

const rowsOf = (log: EventLog.EventLog): ReadonlyArray<EventLog.Trace> => [...log.traces()]

/** What XML can hold of a text. */
const asXml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML lacks
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")

describe("a log that was written is read back as it was", () => {
  test("CSV, guarded and not", () => {
    fc.assert(
      fc.property(someLog, fc.boolean(), (log, isGuarded) => {
        const { table, problems } = csvOf(log, { isGuarded })
        const back = LogReader.ofTable(table, { format: "csv", columns, isGuarded })
        expect([...problems, ...back.problems]).toEqual([])
        expect(rowsOf(back.log)).toEqual(rowsOf(log))
      }),
      runs
    )
  })

  test("XES", () => {
    fc.assert(
      fc.property(someLog, (log) => {
        const { table, problems } = xesOf(log)
        const back = LogReader.ofTable(table, { format: "xes", columns })
        expect([...problems, ...back.problems]).toEqual([])
        const speakable = JSON.parse(JSON.stringify(rowsOf(log)), (_, value) =>
          typeof value === "string" ? asXml(value) : value
        )
        expect(rowsOf(back.log)).toEqual(speakable)
      }),
      runs
    )
  })
})

describe("cases that were written become the same cases again", () => {
  const same = (read: (events: ReadonlyArray<CaseEvent.CaseEvent>) => CaseImport.Imported) =>
    fc.assert(
      fc.property(someEvents, (events) => {
        const found = read(events)
        expect(complaints(found)).toEqual([])
        expect(found.events).toEqual(events)
      }),
      runs
    )

  test("through CSV", () => {
    same((events) => {
      const { table } = csvOf(EventLog.ofCases(events, { content: "Everything" }))
      return CaseImport.read(table, { mapping: LogMapping.own("csv"), rules, mode: "Strict" })
    })
  })

  test("through XES", () => {
    same((events) => {
      const { table } = xesOf(EventLog.ofCases(events, { content: "Everything" }))
      return CaseImport.read(table, { mapping: LogMapping.own("xes"), rules, mode: "Strict" })
    })
  })

  test("without texts, persons and points the same kinds of events at the same times", () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const { table } = csvOf(EventLog.ofCases(events))
        const mapping = LogMapping.own("csv")
        const found = CaseImport.read(table, { mapping, rules, mode: "Strict" })
        expect(complaints(found)).toEqual([])
        const brief = (event: CaseEvent.CaseEvent) =>
          [event.caseId, event.kind, event.atSec, event.status].join(" ")
        expect(found.events.map(brief)).toEqual(events.map(brief))
      }),
      runs
    )
  })
})

test("every kind of event is met, so that the round trips say something about all of them", () => {
  const met = new Set(
    fc
      .sample(someEvents, { numRuns: 300, seed: 4 })
      .flatMap((events) => events.map(({ kind }) => kind))
  )
  expect(met.size).toBeGreaterThanOrEqual(33)
})

test("XES, OCEL and CSV agree in cases, events, activities and times", () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const log = EventLog.ofCases(events)
      const brief = (lines: ReadonlyArray<string>) => [...lines].sort()
      const csv = csvOf(log).table.rows.map(({ values }) => values.slice(0, 3).join(" "))
      const xes = xesOf(log).table
      const at = ["case:concept:name", "concept:name", "time:timestamp"].map((name) =>
        xes.columns.indexOf(name)
      )
      const fromXes = xes.rows.map(({ values }) => at.map((index) => values[index]).join(" "))
      const ocel: {
        readonly events: ReadonlyArray<{
          readonly id: string
          readonly type: string
          readonly time: string
        }>
      } = JSON.parse([...Ocel.pieces(log)].join(""))
      const fromOcel = ocel.events.map(({ id, type, time }) =>
        [id.replace(/\/\d+$/, ""), type, time].join(" ")
      )
      expect(brief(fromXes)).toEqual(brief(csv))
      expect(brief(fromOcel)).toEqual(brief(csv))
      expect(csv.length).toBe(events.length)
    }),
    runs
  )
})
