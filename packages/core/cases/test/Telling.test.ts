import { Id } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Case, CaseDecider, Reporter, Telling } from "../src/index.ts"
import { after, baseRules, command } from "./aCase.ts"
import { accepted, anonymous, aReporter } from "./aReporter.ts"

const caseOf = (index: number): Id.Id<"Case"> => Id.make(`case-${index}`)

const record = (index: number, personId = `person-${index}`): Reporter.Reporter =>
  aReporter({
    recordId: Id.make(`record-${index}`),
    caseId: caseOf(index),
    reporterId: Id.make(personId),
    atSec: index
  })

/** Nine of ten reports of one lamp, merged into the first; the case that stays, and its duplicates. */
const lamp = Array.from({ length: 10 }, (_, index) => {
  const report = { ...command.report(index), caseId: caseOf(index) }
  const reported = after([report])
  if (index === 0) return reported
  const merge = { ...command.merge(index), caseId: caseOf(index), intoCaseId: caseOf(0) }
  const decision = CaseDecider.decide(baseRules, reported, merge)
  if (!decision.ok) throw new Error(decision.rejection.code)
  return Case.evolve(reported, decision.event)
})

describe("telling reporters how it ended", () => {
  test("ten reports of one lamp: ten people are told, demand is ten, work one", () => {
    const merges = Telling.mergesOf(lamp)
    const ledger = lamp.map((_, index) => record(index))
    const telling = Telling.of(caseOf(0), merges, [...ledger, record(77)])
    expect(telling.told.map(({ reporterId }) => reporterId)).toEqual(
      ledger.map(({ reporterId }) => reporterId)
    )
    expect(telling).toMatchObject({ demandCount: 10, untoldCount: 0 })
    expect(Telling.loadOf(lamp)).toEqual({ demandCount: 10, workCount: 1 })
  })

  test("who reported twice is told once, under the first report", () => {
    const merges = [{ caseId: caseOf(1), intoCaseId: caseOf(0) }]
    const twice = [record(1, "person-5"), record(0, "person-5")]
    const telling = Telling.of(caseOf(0), merges, twice)
    expect(telling.told.map(({ recordId }) => recordId)).toEqual(["record-0"])
    expect(telling.demandCount).toBe(2)
  })

  test("several people on one report are one report and are all told", () => {
    const both = [record(0), aReporter({ caseId: caseOf(0), reporterId: Id.make("neighbour") })]
    const telling = Telling.of(caseOf(0), [], both)
    expect([telling.told.length, telling.demandCount]).toEqual([2, 1])
  })

  test("anonymous and erased reporters are counted as not told", () => {
    const erasing = { atSec: 9, actorId: "desk-1", cause: "PurposeEnded" } as const
    const ledger = [
      aReporter({ ...anonymous, caseId: caseOf(0) }),
      accepted(Reporter.erase(record(0), erasing)),
      record(0, "person-5")
    ]
    const telling = Telling.of(caseOf(0), [], ledger)
    expect([telling.told.length, telling.untoldCount]).toEqual([1, 2])
  })

  test("whatever the merges, each person of a matter is told once and nobody else", () => {
    const merge = fc.record({ caseId: fc.nat(8).map(caseOf), intoCaseId: fc.nat(8).map(caseOf) })
    const people = fc.array(fc.tuple(fc.nat(8), fc.nat(5)), { maxLength: 20 })
    fc.assert(
      fc.property(fc.array(merge, { maxLength: 10 }), people, (merges, pairs) => {
        const ledger = pairs.map(([index, person]) => record(index, `person-${person}`))
        const telling = Telling.of(caseOf(0), merges, ledger)
        let reached = new Set<string>([caseOf(0)])
        for (let step = 0; step < 10; step += 1) {
          const more = merges.filter(({ intoCaseId }) => reached.has(intoCaseId))
          reached = new Set([...reached, ...more.map(({ caseId }) => caseId)])
        }
        const expected = new Set(
          ledger.filter(({ caseId }) => reached.has(caseId)).map(({ reporterId }) => reporterId)
        )
        const told = telling.told.map(({ reporterId }) => reporterId)
        expect(new Set(told)).toEqual(expected)
        expect(told.length).toBe(expected.size)
        expect(telling.demandCount).toBe(reached.size)
      }),
      { numRuns: 200 }
    )
  })
})
