import {
  Outcome,
  Preset,
  Probe,
  type Runner,
  Runner as Runners,
  Simulation,
  Study
} from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { aReplication } from "./aReplication.ts"
import { aScenario } from "./aScenario.ts"

const scenario = aScenario()

/** A runner that answers in order but starts from the end, as threads might. */
const backwards: Runner.Runner = {
  run: async (tasks, options) => {
    const results = [...tasks].reverse().map((task) => {
      const one = Simulation.run(task)
      options?.onDone?.()
      return one
    })
    return results.reverse()
  }
}

const study = (parts: Partial<Study.Options> = {}): Promise<Study.Study> =>
  Study.run({
    scenario,
    seed: 5,
    replications: 3,
    runner: Runners.thisThread,
    probe: false,
    ...parts
  })

describe("a study", () => {
  test("gives every outcome in order, each with its interval", async () => {
    const { outcomes, runs } = await study()
    expect(outcomes.map((one) => one.id)).toEqual([...Outcome.ids])
    const raised = outcomes.find((one) => one.id === "casesRaised")
    const values = runs.map((run) => run.outcomes.casesRaised)
    expect(raised?.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 3, 9)
    expect(raised?.halfWidth).toBeGreaterThan(0)
    expect(raised).toMatchObject({ unit: "cases", confidence: 0.95, replications: 3 })
  })

  test("of one replication has no half-width", async () => {
    const { outcomes } = await study({ replications: 1 })
    const raised = outcomes.find((one) => one.id === "casesRaised")
    expect(raised?.mean).toBeGreaterThan(0)
    expect(raised?.halfWidth).toBeNull()
  })

  test("of a town without demand has no on-time share, and says 0 replications", async () => {
    const quiet = { ...scenario, demand: { ...scenario.demand, multiplier: 0 } }
    const { outcomes } = await study({ scenario: quiet })
    const onTime = outcomes.find((one) => one.id === "onTimeShare")
    expect(onTime).toMatchObject({ mean: null, halfWidth: null, replications: 0 })
    expect(outcomes.find((one) => one.id === "casesRaised")?.mean).toBe(0)
  })

  test("does not depend on the runner", async () => {
    const one = await study({ probe: true })
    const other = await study({ probe: true, runner: backwards })
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
  })

  test("has the runs in the order of their numbers and a hash over them", async () => {
    const { runs, runHash } = await study()
    expect(runs.map((run) => run.replication)).toEqual([0, 1, 2])
    expect(runHash).toBe(Study.runHash(runs))
    expect(runHash).toMatch(/^[0-9a-f]{16}$/)
    expect(Study.runHash([...runs].reverse())).not.toBe(runHash)
  })

  test("another seed gives other runs, fewer replications the same first ones", async () => {
    const [first, other, fewer] = await Promise.all([
      study(),
      study({ seed: 6 }),
      study({ replications: 2 })
    ])
    expect(other.runHash).not.toBe(first.runHash)
    expect(fewer.runs).toEqual(first.runs.slice(0, 2))
  })

  test("a higher confidence gives wider intervals around the same means", async () => {
    const [usual, sure] = await Promise.all([study(), study({ confidence: 0.99 })])
    const width = (from: Study.Study): number =>
      from.outcomes.find((one) => one.id === "casesRaised")?.halfWidth ?? Number.NaN
    expect(width(sure)).toBeGreaterThan(width(usual))
    expect(sure.runHash).toBe(usual.runHash)
  })

  test("lists the assumptions of its scenario", async () => {
    const { assumptions } = await study({ replications: 1 })
    const workers = assumptions.find((row) => row.path === "staff.gridWorkers")
    expect(workers).toMatchObject({ value: 3, changedFrom: 269 })
  })
})

describe("probing", () => {
  test("runs each suspect on at most two of the replications, and reports progress", async () => {
    const seen: Array<string> = []
    const result = await study({
      probe: true,
      onProgress: (done, total) => seen.push(`${done}/${total}`)
    })
    const total = 3 + Probe.suspects.length * 2
    expect(seen.length).toBe(total)
    expect(seen[0]).toBe(`1/${total}`)
    expect(seen.at(-1)).toBe(`${total}/${total}`)
    expect(result.runs.length).toBe(3)
  })

  test("marks the outcomes that repeat an assumption, and only those", async () => {
    // Enough cases (about a thousand) that a tenth of the demand is a tenth of the cases.
    const busy = { ...scenario, demand: { ...scenario.demand, multiplier: 100 } }
    const { probes, outcomes } = await study({ scenario: busy, probe: true, replications: 2 })
    const marked = outcomes.filter((one) => one.inputDetermined).map((one) => one.id)
    expect(marked).toContain("casesRaised")
    expect(new Set(marked)).toEqual(new Set(probes.map((one) => one.outcome)))
    expect((await study()).outcomes.some((one) => one.inputDetermined)).toBe(false)
  })
})

describe("what a reader must know", () => {
  test("a level with fewer workers than places is named, and what waits there", async () => {
    const nobody = { ...scenario, staff: { ...scenario.staff, gridWorkers: 0 } }
    const { notes } = await study({ scenario: nobody })
    expect(notes.map((one) => one.code)).toEqual(["DeskWithoutWorkers", "WaitingForNobody"])
    expect(notes[0]?.en).toBe(
      "0 workers for 2 grids: where there is nobody, cases wait and duties are missed."
    )
    expect(notes[0]?.zh).toMatch(/\p{Script=Han}/u)
  })

  test("a shock and unknown holidays are named; a plain town has no notes", async () => {
    const shock = {
      kind: "absence",
      share: 1,
      fromDay: 1,
      days: 1,
      firstGrid: 0,
      grids: 1
    } as const
    const calendar = { ...scenario.calendar, startDate: "2098-03-03" }
    const odd = await study({ scenario: { ...scenario, calendar, shocks: [shock] } })
    expect(odd.notes.map((one) => one.code)).toEqual(["HolidaysUnknown", "ShockInScenario"])
    expect((await study()).notes).toEqual([])
  })
})

describe("bad options and stopping", () => {
  test.each([0, -1, 1.5, Number.NaN])("replications = %d is refused", async (replications) => {
    await expect(study({ replications })).rejects.toThrow(
      `replications is a whole number from 1; got ${replications}`
    )
  })

  test.each([0.5, Number.NaN, 2 ** 53])("seed = %d is refused", async (seed) => {
    await expect(study({ seed })).rejects.toThrow(`seed is a safe integer; got ${seed}`)
  })

  test("an abort is answered with the signal's reason, and no further run starts", async () => {
    const controller = new AbortController()
    let done = 0
    const running = study({
      replications: 5,
      signal: controller.signal,
      onProgress: () => {
        done += 1
        if (done === 2) controller.abort(new Error("enough"))
      }
    })
    await expect(running).rejects.toThrow("enough")
    expect(done).toBe(2)
  })

  test("what was aborted before it began does not begin", async () => {
    const signal = AbortSignal.abort(new Error("never"))
    await expect(study({ signal, onProgress: () => expect.unreachable() })).rejects.toThrow("never")
  })
})

describe("an estimate over some runs", () => {
  const runs = [0.5, Number.NaN, 0.7].map((onTimeShare) => aReplication({ onTimeShare }))

  test("leaves out the runs that have no value", () => {
    const { mean, halfWidth, count } = Study.estimate(runs, "onTimeShare")
    expect(mean).toBeCloseTo(0.6, 12)
    // Student's t with one degree of freedom at 95 %: 12.706, times 0.1.
    expect(halfWidth).toBeCloseTo(1.2706, 4)
    expect(count).toBe(2)
  })

  test("of one value has no half-width, of none no mean", () => {
    expect(Study.estimate(runs.slice(0, 2), "onTimeShare")).toEqual({
      mean: 0.5,
      halfWidth: null,
      count: 1
    })
    expect(Study.estimate(runs.slice(1, 2), "onTimeShare")).toEqual({
      mean: null,
      halfWidth: null,
      count: 0
    })
  })
})

test("the versions name the model and the random streams", () => {
  expect(Study.versions.simulator).toBe(Study.modelVersion)
  expect(Study.modelVersion).toMatch(/^town-\d+\/statuses-\d+$/)
  expect(Preset.find("helong")).toBeDefined()
})
