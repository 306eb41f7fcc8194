import { Category } from "@wangge/cases"
import { Outcome, Preset, Probe, ScenarioSchema } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { aReplication } from "./aReplication.ts"
import { aScenario } from "./aScenario.ts"

const scenario = aScenario()

/** An assumption of 10 that is switched to 9. */
const suspect: Probe.Suspect = {
  assumption: "fake",
  label: { en: "fake", zh: "假设" },
  read: (one) => one.demand.multiplier,
  switch: (one) => ({ ...one, demand: { ...one.demand, multiplier: one.demand.multiplier * 0.9 } })
}

const found = (after: Parameters<typeof aReplication>[0]): ReadonlyArray<string> =>
  Probe.findings(
    suspect,
    scenario,
    [aReplication(), aReplication()],
    [aReplication(after), aReplication(after)]
  ).map((one) => `${one.outcome} ${one.elasticity.toFixed(2)}`)

describe("an outcome under a switch of a tenth", () => {
  test("that follows in proportion is found", () => {
    expect(found({ casesRaised: 0.9 })).toEqual(["casesRaised 1.00"])
  })

  test("that goes the other way in proportion is found", () => {
    expect(found({ onTimeShare: 1.1 })).toEqual(["onTimeShare -1.00"])
  })

  test("that does not move, or moves by less than four fifths, is not found", () => {
    expect(found({})).toEqual([])
    expect(found({ backlog: 0.921 })).toEqual([])
    expect(found({ backlog: 0.919 })).toEqual(["backlog 0.81"])
  })

  test("that moves by more than half as much again is no mere repetition", () => {
    expect(found({ backlog: 0.8501 })).toEqual(["backlog 1.50"])
    expect(found({ backlog: 0.8499 })).toEqual([])
  })

  test("that no run gives, or that was 0, is not found", () => {
    expect(found({ satisfaction: Number.NaN })).toEqual([])
    const zero = Probe.findings(
      suspect,
      scenario,
      [aReplication({ petitions: 0 })],
      [aReplication({ petitions: 0.1 })]
    )
    expect(zero).toEqual([])
  })

  test("that one replication moves and the other does not is noise", () => {
    const before = [aReplication(), aReplication()]
    const after = [aReplication({ overdueShare: 0.8 }), aReplication()]
    expect(Probe.findings(suspect, scenario, before, after)).toEqual([])
  })

  test("names the assumption before and after", () => {
    const [one] = Probe.findings(
      suspect,
      scenario,
      [aReplication()],
      [aReplication({ casesRaised: 0.9 })]
    )
    expect(one).toMatchObject({ assumption: "fake", from: 10, to: 9, outcome: "casesRaised" })
  })
})

test("an assumption of 0 cannot be switched by a tenth: nothing is found", () => {
  const quiet = { ...scenario, demand: { ...scenario.demand, multiplier: 0 } }
  const after = [aReplication({ casesRaised: 0 })]
  expect(Probe.findings(suspect, quiet, [aReplication()], after)).toEqual([])
})

describe("the suspects", () => {
  const helong = Preset.find("helong") ?? scenario

  test.each(Probe.suspects.map((one) => ({ name: one.assumption, one })))(
    "$name is switched by a tenth, and the scenario stays a right one",
    ({ one }) => {
      const switched = one.switch(helong)
      expect(one.read(switched) / one.read(helong)).toBeCloseTo(0.9, 9)
      expect(ScenarioSchema.parse(switched)).toEqual({ ok: true, scenario: switched })
      expect(one.label.zh).toMatch(/\p{Script=Han}/u)
    }
  )

  test("each has a name of its own", () => {
    const names = Probe.suspects.map((one) => one.assumption)
    expect(new Set(names).size).toBe(names.length)
  })

  test("shares of a level go to its neighbour, in every category", () => {
    const grid = Probe.suspects.find((one) => one.assumption.endsWith("levelShares.Grid"))
    const after = grid?.switch(helong)
    for (const category of Category.list) {
      const old = helong.demand.categories[category]?.levelShares
      const fresh = after?.demand.categories[category]?.levelShares
      expect(fresh?.Grid).toBeCloseTo(0.9 * (old?.Grid ?? Number.NaN), 12)
      expect(fresh?.Community).toBeCloseTo((old?.Community ?? 0) + 0.1 * (old?.Grid ?? 0), 12)
      expect(fresh?.Department).toBe(old?.Department)
    }
  })
})

test("a hand-made replication has every outcome", () => {
  expect(Object.keys(aReplication().outcomes).sort()).toEqual([...Outcome.ids].sort())
})
