import { describe, expect, test } from "vitest"
import * as Entities from "../src/Entities.ts"
import * as Kernel from "../src/Kernel.ts"
import * as ShiftPlan from "../src/ShiftPlan.ts"
import * as Station from "../src/Station.ts"

/** A desk with one server and service of 30 s, on a plan; and the times of its starts. */
const aDesk = (spells: ReadonlyArray<ShiftPlan.Spell>, startSec = 0) => {
  const kernel = Kernel.make()
  kernel.run(startSec)
  const entities = Entities.make()
  const startsSec: Array<number> = []
  const changes: Array<readonly [number, boolean]> = []
  const done = kernel.on((server) => station.release(server))
  const station: Station.Station = Station.make({
    kernel,
    entities,
    serverCount: 1,
    onStart: (_entity, server) => {
      startsSec.push(kernel.now)
      kernel.in(30, done, server)
    }
  })
  ShiftPlan.apply({
    kernel,
    stations: [station],
    spells,
    onChange: (isOpen) => changes.push([kernel.now, isOpen])
  })
  const come = kernel.on(() => station.request(entities.create()))
  return { kernel, station, startsSec, changes, come }
}

describe("ShiftPlan", () => {
  test("work starts within spells only, and what is in hand is finished", () => {
    const { kernel, station, startsSec, come } = aDesk([
      { startSec: 100, endSec: 200 },
      { startSec: 300, endSec: 400 }
    ])
    for (const time of [0, 0, 190, 195, 390]) kernel.at(time, come, 0)
    kernel.run()
    // The one of 190 s ends at 220 s; that of 195 s waits for 300 s.
    expect(startsSec).toEqual([100, 130, 190, 300, 390])
    expect(station.isOpen).toBe(false)
  })

  test("the first second is open and the last is not", () => {
    const { kernel, startsSec, come } = aDesk([{ startSec: 100, endSec: 200 }])
    for (const time of [99, 100, 199, 200]) {
      kernel.at(time, come, 0)
    }
    kernel.run()
    expect(startsSec).toEqual([100, 130, 199])
  })

  test("touching spells are one spell", () => {
    const { kernel, changes } = aDesk([
      { startSec: 0, endSec: 10 },
      { startSec: 10, endSec: 20 },
      { startSec: 30, endSec: 31 }
    ])
    kernel.run()
    expect(changes).toEqual([
      [20, false],
      [30, true],
      [31, false]
    ])
  })

  test("a plan that began earlier is joined where it stands", () => {
    const spells = [
      { startSec: 0, endSec: 10 },
      { startSec: 20, endSec: 30 }
    ]
    expect(aDesk(spells, 5).station.isOpen).toBe(true)
    expect(aDesk(spells, 10).station.isOpen).toBe(false)
    expect(aDesk(spells, 20).station.isOpen).toBe(true)
    expect(aDesk(spells, 99).station.isOpen).toBe(false)
    expect(aDesk(spells, 99).kernel.pendingCount).toBe(0)
    expect(aDesk([]).station.isOpen).toBe(false)
  })

  test("one event at a time is pending, however long the plan", () => {
    const spells = Array.from({ length: 365 }, (_, day) => ({
      startSec: day * 86_400,
      endSec: day * 86_400 + 30_000
    }))
    const { kernel, changes } = aDesk(spells)
    expect(kernel.pendingCount).toBe(1)
    kernel.run()
    expect(changes).toHaveLength(729)
  })

  test("spells that overlap, run backwards or never end are refused by number", () => {
    for (const spells of [
      [{ startSec: 5, endSec: 5 }],
      [{ startSec: 5, endSec: 4 }],
      [{ startSec: 0, endSec: Number.POSITIVE_INFINITY }],
      [{ startSec: Number.NaN, endSec: 4 }]
    ]) {
      expect(() => aDesk(spells)).toThrow("Spell 0")
    }
    expect(() =>
      aDesk([
        { startSec: 0, endSec: 10 },
        { startSec: 9, endSec: 12 }
      ])
    ).toThrow("Spell 1")
  })
})
