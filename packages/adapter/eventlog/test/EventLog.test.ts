import { Case, CaseDecider, type CaseEvent } from "@wangge/cases"
import { Id } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Csv, EventLog, LogAttribute, LogFormat } from "../src/index.ts"
import { rules, someEvents } from "./someCases.ts"

const rowsOf = (log: EventLog.EventLog) => [...log.traces()].flatMap(({ events }) => events)

test("events of several cases in any mixture become one trace each, in the order of versions", () => {
  fc.assert(
    fc.property(someEvents, fc.infiniteStream(fc.nat()), (events, order) => {
      const mixed = events
        .map((event) => ({ event, key: order.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event)
      const traces = [...EventLog.ofCases(mixed).traces()]
      const byId = traces.sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
      expect(byId).toEqual([...EventLog.ofCases(events).traces()])
      for (const trace of traces) {
        const times = trace.events.map(({ atSec }) => atSec)
        expect(times).toEqual([...times].sort((a, b) => a - b))
      }
    }),
    { numRuns: 100 }
  )
})

test("a row says how the case stands after its event", () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      let state: Case.State = Case.none
      for (const [index, row] of rowsOf(EventLog.ofCases(events)).entries()) {
        const event = events[index]!
        const after = Case.evolve(event.version === 1 ? Case.none : state, event)
        state = after
        expect(row).toMatchObject({
          status: after.status,
          level: after.level,
          urgency: after.urgency,
          unitId: after.ownerUnitId
        })
      }
    }),
    { numRuns: 100 }
  )
})

test("a log with a gap is told when its traces are read", () => {
  const events =
    fc.sample(someEvents, { numRuns: 50, seed: 1 }).find((found) => found.length > 2) ?? []
  const broken = EventLog.ofCases([events[0]!, events[2]!])
  expect(() => EventLog.counts(broken)).toThrow("does not follow")
})

describe("what a log may be handed on with", () => {
  const secret = "张三13800000000"

  /** A case with a secret in every place that can hold a person's own words, name or home. */
  const plantedEvents = (): ReadonlyArray<CaseEvent.CaseEvent> => {
    const order = { caseId: Id.make<"Case">("case-1"), reason: secret, photoIds: [secret] }
    const reported = CaseDecider.decide(rules, Case.none, {
      ...order,
      action: "Report",
      atSec: 0,
      actorId: secret,
      attachmentIds: [secret],
      source: "Resident",
      category: "Noise",
      urgency: "Ordinary",
      gridId: Id.make("grid-1"),
      unitId: "desk-1",
      point: [113.138, 22.138]
    })
    if (!reported.ok) throw new Error(reported.rejection.code)
    const state = Case.evolve(Case.none, reported.event)
    const role = "Reporter"
    const withdrawn = CaseDecider.decide(rules, state, {
      ...order,
      action: "Withdraw",
      atSec: 5,
      actorId: secret,
      role
    })
    if (!withdrawn.ok) throw new Error(withdrawn.rejection.code)
    return [reported.event, withdrawn.event]
  }

  test.each(LogFormat.endings)("%s: no text, person, photo or point unless asked for", (ending) => {
    const text = (content: EventLog.Content) =>
      [...LogFormat.pieces(ending, EventLog.ofCases(plantedEvents(), { content }))].join("")
    expect(text("Coded")).not.toMatch(/张三|138/)
    expect(text("Coded")).toContain("hasReason")
    expect(text("Everything")).toContain(secret)
    expect(text("Everything")).toContain("113.138")
  })

  test("whoever works on the case stays, by an opaque id", () => {
    const state = Case.evolve(Case.none, plantedEvents()[0]!)
    const order = { caseId: state.caseId, atSec: 9, actorId: "worker-7", reason: "" }
    const verified = CaseDecider.decide(rules, state, { ...order, action: "Verify" })
    if (!verified.ok) throw new Error(verified.rejection.code)
    const rows = rowsOf(EventLog.ofCases([plantedEvents()[0]!, verified.event]))
    expect(rows.map(({ actorId }) => actorId)).toEqual(["", "worker-7"])
  })
})

test("names of columns are ASCII, once, and not those of fields", () => {
  const kind = "text"
  for (const name of ["期限", "a b", "1a", "", "status", "time"]) {
    expect(() => EventLog.make([{ name, kind }], () => [])).toThrow(RangeError)
  }
  const twice = [
    { name: "a", kind },
    { name: "a", kind }
  ] as const
  expect(() => EventLog.make(twice, () => [])).toThrow('got "a"')
})

test("a log can be read again and again", () => {
  const log = EventLog.ofCases(aFewEvents())
  expect(EventLog.counts(log)).toEqual(EventLog.counts(log))
  expect([...Csv.pieces(log)]).toEqual([...Csv.pieces(log)])
})

const aFewEvents = () =>
  fc.sample(someEvents, { numRuns: 20, seed: 3 }).find(({ length }) => length > 5) ?? []

test("values and texts of attributes are each other's inverse, and nothing else is read", () => {
  const refused: ReadonlyArray<readonly [LogAttribute.Kind, string]> = [
    ["whole", "1.5"],
    ["whole", "9007199254740993"],
    ["whole", ""],
    ["decimal", "1e999"],
    ["decimal", "0x10"],
    ["flag", "yes"],
    ["time", "2026-02-30T00:00:00Z"],
    ["time", "2026-02-03T24:00:00Z"],
    ["time", "2026-02-03 10:00:00"]
  ]
  for (const [kind, text] of refused) expect(LogAttribute.parse(kind, text)).toBeUndefined()
  expect(LogAttribute.parse("ids", LogAttribute.toText("ids", ["a b", "%20", "%"]))).toEqual([
    "a b",
    "%20",
    "%"
  ])
})

test.each([".xes", ".csv"] as const)("%s is written while the log is read, not after", (ending) => {
  const event = [...EventLog.ofCases(aFewEvents()).traces()][0]!.events[0]!
  let readCount = 0
  const endless = EventLog.make(LogAttribute.ownColumns, function* () {
    for (;;) {
      readCount += 1
      yield { caseId: `case-${readCount}`, events: [event] }
    }
  })
  let pieceCount = 0
  for (const piece of LogFormat.pieces(`endless${ending}`, endless)) {
    expect(piece.length).toBeLessThan(5000)
    pieceCount += 1
    if (pieceCount === 1000) break
  }
  expect(readCount).toBeLessThanOrEqual(1000)
})

test("a name that tells no format is the caller's mistake", () => {
  expect(() => LogFormat.pieces("log.json", EventLog.ofCases([]))).toThrow("got log.json")
})
