import { Case } from "@wangge/cases"
import { CaseReplay, Preset, type Scenario, Simulation } from "@wangge/simulator"
import { expect, test } from "vitest"
import {
  CaseImport,
  Csv,
  CsvReader,
  EventLog,
  LogMapping,
  Ocel,
  SimulatedLog,
  Xes
} from "../src/index.ts"

const preset = Preset.find("helong")
if (preset === undefined) throw new Error("helong ships with the simulator")

/** A hamlet of three grids and three weeks. */
const hamlet: Scenario.Scenario = {
  ...preset,
  calendar: { ...preset.calendar, days: 21, warmUpDays: 7 },
  territory: {
    subdistricts: 1,
    communities: 1,
    grids: 3,
    buildings: 6,
    units: 12,
    households: 300,
    personsPerHousehold: 2.2
  },
  staff: {
    ...preset.staff,
    gridWorkers: 4,
    communityStaff: 2,
    subdistrictStaff: 1,
    departmentStaff: 1
  }
}

const recorded = new CaseReplay.CaseLog()
Simulation.run({ scenario: hamlet, seed: 7, replication: 0 }, { onMove: recorded.recorder })
const rules = Simulation.rules(hamlet)
const log = SimulatedLog.make(rules, recorded)

test("every move of the run is an event, and ends where the records end", () => {
  const replayed = CaseReplay.replay(rules, recorded)
  if (!replayed.ok) throw new Error(replayed.rejection.code)
  const counts = EventLog.counts(log)
  expect(counts).toEqual({ traceCount: replayed.cases.size, eventCount: recorded.count })
  expect(counts.eventCount).toBeGreaterThan(100)
  const cases = new Map([...replayed.cases.values()].map((one) => [String(one.caseId), one]))
  for (const { caseId, events } of log.traces()) {
    const last = events.at(-1)
    const one = cases.get(caseId)
    expect(last).toMatchObject({
      status: one?.status,
      level: one?.level,
      unitId: one?.ownerUnitId,
      atSec: one?.lastSec
    })
    const times = events.map(({ atSec }) => atSec)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  }
})

test("a simulated run has no persons and no texts, not even placeholders", () => {
  for (const { events } of log.traces()) {
    for (const { actorId, attributes } of events) {
      expect(actorId).toBe("")
      for (const name of ["approverId", "reason", "resultNote", "hasReason"]) {
        expect(attributes).not.toHaveProperty(name)
      }
    }
  }
  const text = [...Csv.pieces(log), ...Xes.pieces(log), ...Ocel.pieces(log)].join("")
  expect(text).not.toMatch(/simulator|recorded/)
})

test("the log is read back as the cases of the run", () => {
  const { table } = CsvReader.read([...Csv.pieces(log)].join(""))
  const own = LogMapping.own("csv")
  const words = { reason: { usual: "simulated" }, approverId: { usual: "simulated" } }
  const mapping = { ...own, fields: { ...own.fields, ...words } }
  const found = CaseImport.read(table, { mapping, rules, mode: "Strict" })
  expect([...found.problems, ...found.refusals]).toEqual([])
  expect(found.events).toHaveLength(recorded.count)
  const closed = found.cases.filter(Case.isClosed).length
  expect(closed).toBeGreaterThan(0)
})

test("a run that the records refuse is a mistake that is told", () => {
  const swapped = { count: 1, at: () => ({ ...recorded.at(0), action: 1 }) }
  expect(() => EventLog.counts(SimulatedLog.make(rules, swapped))).toThrow("records refuse")
})
