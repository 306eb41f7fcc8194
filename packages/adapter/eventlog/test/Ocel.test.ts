import { Ajv } from "ajv"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { EventLog, Ocel } from "../src/index.ts"
import { aLog } from "./aLog.ts"
import { isThere, textOf } from "./sharedData.ts"
import { someEvents } from "./someCases.ts"

interface Attribute {
  readonly name: string
  readonly value: string
  readonly time?: string
}
interface Relationship {
  readonly objectId: string
  readonly qualifier: string
}
interface Thing {
  readonly id: string
  readonly type: string
  readonly time: string
  readonly attributes: ReadonlyArray<Attribute>
  readonly relationships: ReadonlyArray<Relationship>
}
interface Type {
  readonly name: string
  readonly attributes: ReadonlyArray<{ readonly name: string; readonly type: string }>
}
interface Log {
  readonly objectTypes: ReadonlyArray<Type>
  readonly eventTypes: ReadonlyArray<Type>
  readonly objects: ReadonlyArray<Thing>
  readonly events: ReadonlyArray<Thing>
}

const written = (log: EventLog.EventLog): Log => JSON.parse([...Ocel.pieces(log)].join(""))

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

describe("any cases", () => {
  const check = (look: (log: Log, eventCount: number) => void) =>
    fc.assert(
      fc.property(someEvents, (events) =>
        look(written(EventLog.ofCases(events, { content: "Everything" })), events.length)
      ),
      { numRuns: 100 }
    )

  test("every event is there once, related to its case, and every relation leads to an object", () => {
    check(({ objects, events }, eventCount) => {
      const ids = new Set(objects.map(({ id }) => id))
      expect(ids.size).toBe(objects.length)
      expect(new Set(events.map(({ id }) => id)).size).toBe(eventCount)
      for (const { relationships } of events) {
        expect(relationships[0]?.qualifier).toBe("case")
        expect(relationships[0]?.objectId).toMatch(/^case:/)
      }
      for (const { relationships } of [...objects, ...events]) {
        for (const { objectId } of relationships) expect(ids).toContain(objectId)
      }
    })
  })

  test("every type is declared with the attributes that are used, under ASCII names", () => {
    check((log) => {
      for (const [types, things] of [
        [log.objectTypes, log.objects],
        [log.eventTypes, log.events]
      ] as const) {
        const declared = new Map(
          types.map(({ name, attributes }) => [name, attributes.map((one) => one.name)])
        )
        for (const { type, attributes } of things) {
          for (const { name } of attributes) {
            expect(declared.get(type)).toContain(name)
            expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/)
          }
        }
      }
    })
  })

  test("all times are UTC with Z, all values are texts", () => {
    check(({ objects, events }) => {
      for (const { time } of events) expect(time).toMatch(instant)
      for (const { attributes } of objects)
        for (const { time } of attributes) expect(time).toMatch(instant)
      for (const { attributes } of [...objects, ...events]) {
        for (const { value } of attributes) expect(typeof value).toBe("string")
      }
    })
  })
})

test("a case changes over time and names what it was merged into", () => {
  const { objects, events } = written(aLog)
  expect(objects.find(({ id }) => id === "case:C1")).toEqual({
    id: "case:C1",
    type: "case",
    attributes: [
      { name: "status", time: "2026-03-02T01:10:00Z", value: "Reported" },
      { name: "level", time: "2026-03-02T01:10:00Z", value: "Grid" },
      { name: "urgency", time: "2026-03-02T01:10:00Z", value: "Ordinary" },
      { name: "category", time: "2026-03-02T01:10:00Z", value: "Noise" },
      { name: "status", time: "2026-03-02T01:11:00Z", value: "Assigned" },
      { name: "status", time: "2026-03-02T01:11:00Z", value: "Merged" }
    ],
    relationships: [
      { objectId: "grid:grid-1", qualifier: "located in" },
      { objectId: "case:C2", qualifier: "merged into" }
    ]
  })
  expect(events.map(({ id }) => id)).toEqual(["C1/1", "C1/2", "C1/3", "C2/1"])
  expect(events[1]?.relationships).toEqual([
    { objectId: "case:C1", qualifier: "case" },
    { objectId: "grid:grid-1", qualifier: "located in" },
    { objectId: "unit:unit-3", qualifier: "answers" },
    { objectId: "worker:worker-7", qualifier: "performed by" },
    { objectId: "unit:unit-4", qualifier: "helps" },
    { objectId: "unit:unit-5", qualifier: "helps" }
  ])
})

const schema = "schemas/ocel2/ocel20-schema-json.json"

test.skipIf(!isThere(schema))(
  "the log is valid by the JSON schema of the specification (skipped without ../shared/data)",
  () => {
    const ajv = new Ajv({ strict: false, formats: { "date-time": instant } })
    const isValid = ajv.compile(JSON.parse(textOf(schema)))
    fc.assert(
      fc.property(someEvents, (events) => {
        expect(isValid(written(EventLog.ofCases(events))), JSON.stringify(isValid.errors)).toBe(
          true
        )
      }),
      { numRuns: 100 }
    )
    expect(isValid({ ...written(aLog), events: [{ id: "e1", type: "a", time: "today" }] })).toBe(
      false
    )
  }
)
