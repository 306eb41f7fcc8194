import { Outcome, Simulation } from "@wangge/simulator"
import { expect, test } from "vitest"
import { aScenario } from "./aScenario.ts"

test("there is one definition for every id, in the order of the ids", () => {
  expect(Outcome.definitions.map((one) => one.id)).toEqual([...Outcome.ids])
  expect(new Set(Outcome.ids).size).toBe(Outcome.ids.length)
})

test("every outcome has its words in English and Chinese", () => {
  for (const { id, label, definition } of Outcome.definitions) {
    for (const words of [label, definition]) {
      expect(words.en, id).toMatch(/^[A-Z][ -~]+$/)
      expect(words.zh, id).toMatch(/\p{Script=Han}/u)
    }
  }
})

test("a run gives every outcome, and shares lie between 0 and 1", () => {
  const busy = aScenario()
  const scenario = { ...busy, calendar: { ...busy.calendar, days: 120 } }
  const { outcomes } = Simulation.run({ scenario, seed: 1, replication: 0 })
  expect(Object.keys(outcomes).sort()).toEqual([...Outcome.ids].sort())
  for (const { id, unit } of Outcome.definitions) {
    const value = outcomes[id]
    expect(value, id).toBeGreaterThanOrEqual(0)
    if (unit === "share") expect(value, id).toBeLessThanOrEqual(1)
  }
})

test("an id that is none has no definition", () => {
  expect(Outcome.find("happiness")).toBeUndefined()
  expect(Outcome.find("petitions")?.unit).toBe("perThousandMonth")
})
