import { CaseClock, CaseTimes, Category, TimerRules, TimerTerms, Urgency } from "@wangge/cases"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { TimerColumns } from "../src/index.ts"
import { type Actor, act, allTerms, beginSec, report, stories, unitIds } from "./timerStory.ts"

const [terms = allTerms[0]!] = allTerms
const ordinary = Urgency.codeOf("Ordinary")
const noise = Category.codeOf("Noise")

/** What the columns say of one case, in the shape of a record's clocks. */
const timersOf = (columns: TimerColumns.TimerColumns, slot: number) =>
  Object.fromEntries(
    CaseClock.list.map((clock, timer) => {
      const at = slot * TimerColumns.timerCount + timer
      return [
        clock,
        {
          state: TimerRules.states[columns.state[at]!],
          startSec: columns.startSec[at],
          dueSec: columns.dueSec[at],
          isDueKnown: columns.isDueKnown[at] === 1,
          amberSec: columns.amberSec[at],
          doneSec: columns.doneSec[at],
          amberOnSec: columns.amberOnSec[at],
          redOnSec: columns.redOnSec[at],
          wasLate: columns.wasLate[at] === 1
        }
      ]
    })
  )

/** The pauses of a case, in order. */
const pausesOf = (columns: TimerColumns.TimerColumns, slot: number) => {
  const pauses = []
  for (let at = columns.firstPause[slot]!; at >= 0; at = columns.pauseNext[at]!) {
    pauses.push({ fromSec: columns.pauseFromSec[at], untilSec: columns.pauseUntilSec[at] })
  }
  return pauses
}

/** Equal in everything that both shapes hold. */
const expectEqual = (columns: TimerColumns.TimerColumns, { record, slot }: Actor): void => {
  expect(timersOf(columns, slot)).toEqual(record.timers)
  expect(pausesOf(columns, slot)).toEqual(record.pauses)
  expect({
    countedSec: columns.countedSec[slot],
    urgency: Urgency.list[columns.urgency[slot]!],
    category: Category.list[columns.category[slot]!],
    unitId: unitIds[columns.unit[slot]!],
    extensionCount: columns.extensionCount[slot],
    isPaused: columns.isPaused[slot] === 1
  }).toEqual({
    countedSec: record.countedSec,
    urgency: record.urgency,
    category: record.category,
    unitId: record.unitId,
    extensionCount: record.extensionCount,
    isPaused: record.isPaused
  })
}

describe("clocks in columns", () => {
  test("are those of the records, step by step", () => {
    fc.assert(
      fc.property(stories, (steps) => {
        const columns = new TimerColumns.TimerColumns(terms, unitIds)
        const actors = new Map<number, Actor>()
        let present = terms
        let atSec = beginSec
        for (const step of steps) {
          atSec += step.gapSec
          const actor = actors.get(step.of)
          if (step.name === "change terms") {
            present = allTerms[step.first % allTerms.length]!
            columns.recomputeAll(present, atSec)
            for (const [of, { record, slot }] of actors) {
              actors.set(of, { record: CaseTimes.recounted(present, record, atSec), slot })
            }
          } else if (actor === undefined) {
            actors.set(step.of, report(columns, present, step, atSec))
          } else if (step.name === "release") {
            columns.release(actor.slot)
            actors.delete(step.of)
          } else actors.set(step.of, act(columns, present, actor, step, atSec))
          for (const each of actors.values()) expectEqual(columns, each)
        }
        expect(columns.caseCount).toBe(actors.size)
      }),
      { numRuns: 250 }
    )
  })

  test("grow, and use slots and pauses of released cases again", () => {
    const columns = new TimerColumns.TimerColumns(terms, unitIds)
    for (let round = 0; round < 3; round++) {
      const slots = Array.from({ length: 500 }, () =>
        columns.report(ordinary, noise, 0, beginSec, beginSec)
      )
      for (const slot of slots) {
        columns.pause(slot, beginSec + 10, beginSec + 20)
        columns.pause(slot, beginSec + 30, TimerRules.never)
      }
      expect(columns.slotCount).toBe(500)
      expect(columns.pauseNext.length).toBe(1024)
      for (const slot of slots) columns.release(slot)
      expect(columns.caseCount).toBe(0)
    }
    expect(() => columns.release(3)).toThrow("Slot 3 holds no case")
  })

  test("are counted again at once when terms change, lateness kept", () => {
    const columns = new TimerColumns.TimerColumns(terms, unitIds)
    const handle = CaseClock.codeOf("Handle")
    const slot = columns.report(ordinary, noise, 0, beginSec, beginSec)
    const gone = columns.report(ordinary, noise, 0, beginSec, beginSec)
    columns.release(gone)
    const before = columns.dueSec[handle]!
    columns.recomputeAll(allTerms[1]!, before + 1)
    expect(columns.dueSec[handle]).toBeGreaterThan(before)
    expect(columns.wasLate[handle]).toBe(1)
    expect(columns.redOnSec[handle]).toBe(before + 1)
    expect(columns.isUsed[slot]).toBe(1)
    expect(TimerTerms.unitNumberOf(allTerms[1]!, "gasworks")).toBe(1)
  })
})
