import { expect, test } from "vitest"
import * as Network from "../src/Network.ts"
import * as NetworkResult from "../src/NetworkResult.ts"
import * as NetworkRun from "../src/NetworkRun.ts"
import * as NetworkRunProblem from "../src/NetworkRunProblem.ts"

const declaration: Network.Declaration = {
  sources: [{ id: "street", arrivals: { kind: "poisson", rate: 0.5 }, to: "desk" }],
  stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 } }]
}
const network = Network.make(declaration)
const good = { network, seed: 1, measures: ["wait.mean@desk"], horizon: 10 }

/** What is thrown, as subject and value; JavaScript knows no types. */
const thrownBy = (called: (options: never) => unknown, options: unknown): ReadonlyArray<string> => {
  let thrown: unknown = null
  try {
    Reflect.apply(called, null, [options])
  } catch (error) {
    thrown = error
  }
  if (!(thrown instanceof NetworkRun.NetworkRunError)) throw new Error(`threw ${thrown}`)
  for (const problem of thrown.problems) {
    const { en, zh } = NetworkRunProblem.describe(problem)
    expect(en).toContain(problem.subject)
    expect(zh).not.toMatch(/\b(?:a|an|the|of|from|or|that) /)
  }
  return thrown.problems.map(({ code, found, subject }) => `${code} ${subject}: ${found}`)
}

test("a run is made of what it should be", () => {
  expect(NetworkRun.prepare(good).ok).toBe(true)
  for (const [options, ...problems] of [
    [undefined, "BadOption options: nothing"],
    [[], "BadOption options: []"],
    [{}, "BadOption network: nothing", "BadOption measures: nothing"],
    [{ ...good, network: declaration }, /^BadOption network: \{"sources"/],
    [{ ...good, measures: "wait.mean@desk" }, 'BadOption measures: "wait.mean@desk"'],
    [
      { ...good, measures: [1, null, {}, "wait.mean"] },
      "BadOption measures[0]: 1",
      "BadOption measures[1]: null",
      "BadOption measures[2]: {}"
    ],
    [{ ...good, draws: "foo" }, 'BadOption draws: "foo"'],
    [{ ...good, hash: "x" }, 'BadOption hash: "x"'],
    [{ ...good, isAntithetic: 1 }, "BadOption isAntithetic: 1"],
    [{ ...good, drain: "yes" }, 'BadOption drain: "yes"'],
    [
      { ...good, trace: true, observations: null },
      "BadOption observations: null",
      "BadOption trace: true"
    ]
  ] as const) {
    for (const called of [NetworkRun.make, NetworkRun.prepare]) {
      if (called === NetworkRun.prepare) {
        const prepared: unknown = Reflect.apply(called, null, [options])
        expect(prepared).toMatchObject({ ok: false })
        continue
      }
      expect(thrownBy(called, options)).toEqual(
        problems.map((one) => (typeof one === "string" ? one : expect.stringMatching(one)))
      )
    }
  }
})

test("a measure as data is as good as text", () => {
  const measure = {
    quantity: "wait",
    statistic: { kind: "mean" },
    at: null,
    station: "desk",
    class: null
  } as const
  expect(NetworkRun.prepare({ ...good, measures: [measure] })).toEqual(NetworkRun.prepare(good))
})

test("a run is taken up from bytes of a network", () => {
  const bytes = NetworkRun.make(good).checkpoint()
  expect(NetworkRun.resume({ network, bytes }).ok).toBe(true)
  for (const [options, ...problems] of [
    [undefined, "BadOption options: nothing"],
    [{ network }, "BadOption bytes: nothing"],
    [{ network, bytes: "abc" }, 'BadOption bytes: "abc"'],
    [{ network, bytes: [1, 2] }, "BadOption bytes: [1,2]"],
    [{ bytes }, "BadOption network: nothing"],
    [{ network, bytes, as: 7 }, "BadOption as: 7"]
  ] as const) {
    expect(thrownBy(NetworkRun.resume, options)).toEqual(problems)
  }
})

test("an experiment says how often, or how precisely", () => {
  for (const [replications, ...problems] of [
    ["3", 'BadOption replications: "3"'],
    [0, "BadOption replications: 0"],
    [{ countMax: 10 }, "BadOption replications.goal: nothing"],
    [{ goal: { relativeMax: 0 }, countMax: 10 }, 'BadOption replications.goal: {"relativeMax":0}'],
    [{ goal: [], countMax: 10 }, "BadOption replications.goal: []"],
    [{ goal: 0.1 }, "BadOption replications.countMax: nothing"],
    [{ goal: 0.1, countMax: 1 }, "BadOption replications.countMax: 1"],
    [{ goal: 0.1, countMin: 1, countMax: 5 }, "BadOption replications.countMin: 1"]
  ] as const) {
    expect(thrownBy(NetworkResult.replicate, { ...good, replications })).toEqual(problems)
  }
  const goals = [0.5, [{ relativeMax: Number.POSITIVE_INFINITY }]]
  for (const goal of goals) {
    const replications = { goal, countMin: 2, countMax: 2 }
    const result = Reflect.apply(NetworkResult.replicate, null, [{ ...good, replications }])
    expect(result.records).toHaveLength(2)
  }
})
