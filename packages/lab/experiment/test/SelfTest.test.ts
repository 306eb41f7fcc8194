import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import * as SelfTest from "../src/SelfTest.ts"
import * as SelfTestCase from "../src/SelfTestCase.ts"
import * as SelfTestReport from "../src/SelfTestReport.ts"

const each = SelfTest.confidenceEach

/** The case with a small part of its length. */
const shortened = (one: SelfTestCase.SelfTestCase, share: number): SelfTestCase.SelfTestCase => {
  const { length } = one
  const isTimed = length.warmUp === 0
  return SelfTestCase.make({
    ...one,
    length: isTimed
      ? { ...length, replications: Math.ceil(length.replications * share) }
      : { ...length, horizon: length.horizon * share, warmUp: length.warmUp * share }
  })
}

const resultsOf = (options: Parameters<typeof SelfTest.run>[0]) =>
  Effect.runPromise(Stream.runCollect(SelfTest.run(options))).then((results) => [...results])

/** Runs a fifth of each case. */
const brief: SelfTest.Runner = {
  parallelCount: 1,
  run: (id, { seed }) =>
    Effect.sync(() =>
      SelfTest.runCase(shortened(SelfTest.caseOf(id), 0.2), { seed, confidenceEach: each })
    )
}

describe("the self-test", () => {
  test("no case disagrees in a two-hundredth of its length", () => {
    for (const one of SelfTest.cases) {
      if (one.isControl) continue
      const { judgements } = SelfTest.runCase(shortened(one, 0.005), {
        seed: 5,
        confidenceEach: each
      })
      // Deviations and quantiles of few customers lean to one side.
      const wrong = judgements.filter(
        ({ verdict, measure }) => verdict === "disagrees" && !/\.(sd|q\()/.test(measure)
      )
      expect(wrong, one.id).toEqual([])
      expect(judgements.every(({ estimate }) => estimate !== null)).toBe(true)
    }
  }, 30_000)

  test("passes where everything agrees and every wrong value is found out", async () => {
    const only = ["erlang-b-constant", "control-servers"].map(SelfTest.caseOf)
    const report = SelfTestReport.make(await resultsOf({ only, seed: 3, runner: brief }), 3)
    expect(report.isPassed).toBe(true)
    expect(report.agreeCount).toBe(3)
    expect([report.wrongCount, report.wrongFoundCount]).toEqual([1, 1])
  }, 30_000)

  test("fails without its controls, with a right value off by 2 %, and with a control that agrees", () => {
    const results = ["erlang-b-constant", "control-servers"].map((id) =>
      SelfTest.runCase(shortened(SelfTest.caseOf(id), 0.2), { seed: 3, confidenceEach: each })
    )
    const [right, wrong] = results
    expect(SelfTestReport.make(results, 3).isPassed).toBe(true)
    expect(SelfTestReport.make([right!], 3).isPassed).toBe(false)
    expect(SelfTestReport.make([wrong!], 3).isPassed).toBe(false)
    expect(SelfTestReport.make([], 3).isPassed).toBe(false)
    expect(SelfTestReport.make([right!, { ...right!, isControl: true }], 3).isPassed).toBe(false)
    const spoiled = SelfTestCase.make({
      ...SelfTest.caseOf("erlang-b-constant"),
      truths: () => ({
        "busy.mean@desk": SelfTest.caseOf("erlang-b").truths()["busy.mean@desk"]! * 1.02
      })
    })
    const found = SelfTest.runCase(shortened(spoiled, 0.2), { seed: 3, confidenceEach: each })
    expect(found.judgements.map(({ verdict }) => verdict)).toEqual(["disagrees"])
    expect(SelfTestReport.make([found, wrong!], 3).isPassed).toBe(false)
  }, 30_000)

  test("gives the same numbers for the same seed, and others for another", () => {
    const one = shortened(SelfTest.caseOf("mm1k"), 0.05)
    const run = (seed: number) => SelfTest.runCase(one, { seed, confidenceEach: each })
    expect(run(1)).toEqual(run(1))
    expect(run(1)).not.toEqual(run(2))
  })

  test("cases that are alike but for their ids have other luck", () => {
    const one = shortened(SelfTest.caseOf("mm1k"), 0.05)
    const run = (id: string) =>
      SelfTest.runCase({ ...one, id }, { seed: 1, confidenceEach: each }).judgements
    expect(run("mm1k")).toEqual(run("mm1k"))
    expect(run("mm1k")).not.toEqual(run("mm1k-again"))
  })

  test("shares one thousandth of error among all estimates, however many are run", () => {
    expect((1 - each) * SelfTest.estimateCount).toBeCloseTo(0.001, 12)
  })

  test("a case that cannot be run is an error with its id", async () => {
    const failing: SelfTest.Runner = {
      parallelCount: 1,
      run: (id) => Effect.fail(new SelfTest.SelfTestError({ id, message: "no memory" }))
    }
    const only = [SelfTest.caseOf("mm1")]
    const error = await Effect.runPromise(
      Effect.flip(Stream.runDrain(SelfTest.run({ only, runner: failing })))
    )
    expect([error._tag, error.id, error.message]).toEqual(["SelfTestError", "mm1", "no memory"])
    const unknown = await Effect.runPromise(
      Effect.flip(SelfTest.thisThread.run("nothing", { seed: 1, confidenceEach: each }))
    )
    expect(unknown.message).toBe('No case of the self-test has the id "nothing"')
  })

  test("selects by id and title, and keeps the controls", () => {
    const ids = SelfTest.select("PARETO").map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual(["erlang-b-pareto", "mg1-pareto"])
    expect(ids.slice(2)).toEqual(SelfTest.cases.filter((one) => one.isControl).map(({ id }) => id))
    expect(SelfTest.select("no such case").every((one) => one.isControl)).toBe(true)
  })

  test("results come in the order of the cases, whoever runs them", async () => {
    const only = ["mm1k", "mm1k-overloaded", "mm3k"].map(SelfTest.caseOf)
    const late: SelfTest.Runner = {
      parallelCount: 3,
      run: (id, { seed }) => {
        const result = SelfTest.runCase(shortened(SelfTest.caseOf(id), 0.02), {
          seed,
          confidenceEach: each
        })
        // The first is the last to be done.
        const turns = id === "mm1k" ? 50 : 0
        return Effect.as(
          Effect.forEach(Array.from({ length: turns }), () => Effect.yieldNow),
          result
        )
      }
    }
    const results = await resultsOf({ only, runner: late })
    expect(results.map(({ id }) => id)).toEqual(["mm1k", "mm1k-overloaded", "mm3k"])
  })
})

describe("a case", () => {
  test("needs two replications and time after its warm-up", () => {
    const one = SelfTest.caseOf("mm1")
    const make = (length: Partial<SelfTestCase.Length>) => () =>
      SelfTestCase.make({ ...one, length: { ...one.length, ...length } })
    expect(make({ replications: 1 })).toThrow(RangeError)
    expect(make({ warmUp: one.length.horizon })).toThrow(RangeError)
    expect(make({ horizon: Number.NaN })).toThrow(RangeError)
    expect(make({ replications: 2 })().length.replications).toBe(2)
  })

  test("about steady states leaves out far more than the time in which a queue relaxes", () => {
    for (const [id, rate, servers] of [
      ["mm1", 0.5, 1],
      ["mm1-busy", 0.8, 1],
      ["mm2", 1.2, 2],
      ["mm5", 3.5, 5],
      ["mm20", 17, 20]
    ] as const) {
      const relaxation = 1 / (Math.sqrt(servers) - Math.sqrt(rate)) ** 2
      expect(SelfTest.caseOf(id).length.warmUp, id).toBeGreaterThan(10 * relaxation)
    }
  })
})
