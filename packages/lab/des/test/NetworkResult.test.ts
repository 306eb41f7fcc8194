import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Estimate from "../src/Estimate.ts"
import * as Measure from "../src/Measure.ts"
import * as Network from "../src/Network.ts"
import * as NetworkResult from "../src/NetworkResult.ts"
import * as NetworkRun from "../src/NetworkRun.ts"
import * as Proportion from "../src/Proportion.ts"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import * as RatioEstimate from "../src/RatioEstimate.ts"

const aDesk = (servers = 1, rate = 0.5): Network.Network =>
  Network.make({
    sources: [{ id: "street", arrivals: { kind: "poisson", rate }, to: "desk" }],
    stations: [{ id: "desk", servers, service: { kind: "exponential", mean: 1 } }]
  })

const measureOf = (text: string): Measure.Measure => {
  const answer = Measure.parse(text)
  if (!answer.ok) throw new Error(text)
  return answer.value
}

/** The estimate of one measure from rows of sum, squares and weight. */
const estimateOf = (text: string, rows: ReadonlyArray<ReadonlyArray<number>>) => {
  const [judged] = NetworkResult.estimates({ measures: [measureOf(text)], rows })
  if (judged === undefined) throw new Error("one measure has one estimate")
  return judged.outcome
}

const wait = fc.double({ min: 0, max: 50, noNaN: true })

describe("estimates from rows", () => {
  test("a mean is the jackknife ratio of sums and counts", () => {
    const aRow = fc.tuple(wait, fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 2, maxLength: 12 }), (pairs) => {
        const sums = pairs.map(([mean, count]) => mean * count)
        const counts = pairs.map(([, count]) => count)
        const rows = pairs.map((_, index) => [sums[index] ?? 0, 0, counts[index] ?? 0])
        const [found, wanted] = [estimateOf("wait.mean", rows), RatioEstimate.of(sums, counts)]
        if (!found.ok || !wanted.ok) throw new Error("both can be judged")
        expect(found.value.mean).toBeCloseTo(wanted.value.mean, 8)
        expect(found.value.halfWidth ?? 0).toBeCloseTo(wanted.value.halfWidth ?? 0, 7)
      })
    )
  })

  test("where all rows weigh the same it is the mean of the rows, to the bit", () => {
    fc.assert(
      fc.property(fc.array(wait, { minLength: 2, maxLength: 12 }), (means) => {
        const rows = means.map((mean) => [mean * 8, 0, 8])
        expect(estimateOf("number.mean", rows)).toEqual({ ok: true, value: Estimate.of(means) })
      })
    )
  })

  test("a standard deviation is that of all observations together", () => {
    const rows = [
      [1 + 2, 1 + 4, 2],
      [3 + 4, 9 + 16, 2],
      [5 + 9 + 2, 25 + 81 + 4, 3]
    ]
    const answer = estimateOf("wait.sd", rows)
    // 1 2 3 4 5 9 2: mean 26/7, squares 140; the jackknife moves it by its bias.
    const whole = Math.sqrt((140 - (26 * 26) / 7) / 6)
    const without = rows.map(([sum = 0, squares = 0, count = 0]) =>
      Math.sqrt((140 - squares - (26 - sum) ** 2 / (7 - count)) / (6 - count))
    )
    const mean = without.reduce((total, one) => total + (3 * whole - 2 * one) / 3, 0)
    expect(answer.ok && answer.value.mean).toBeCloseTo(mean, 10)
  })

  test.each([
    ["wait.mean", [], "TooFewObservations"],
    [
      "wait.mean",
      [
        [0, 0, 0],
        [0, 0, 0]
      ],
      "NothingSeen"
    ],
    [
      "wait.mean",
      [
        [6, 0, 2],
        [0, 0, 0]
      ],
      "NothingSeen"
    ],
    [
      "wait.q(0.9)",
      [
        [1, 0, 1],
        [Number.NaN, 0, 1]
      ],
      "NothingSeen"
    ],
    [
      "deadlockTime",
      [
        [3, 0, 1],
        [Number.NaN, 0, 1]
      ],
      "NothingSeen"
    ]
  ])("%s of %j has no estimate: %s", (text, rows, code) => {
    const answer = estimateOf(text, rows)
    expect(answer.ok ? answer.value : answer.problem.code).toBe(code)
  })

  test("a run without a customer does not spoil the others", () => {
    const answer = estimateOf("wait.mean", [
      [6, 0, 2],
      [0, 0, 0],
      [3, 0, 1],
      [4, 0, 2]
    ])
    expect(answer.ok && Math.abs(answer.value.mean - 2.6) < 0.1).toBe(true)
  })

  test("a share stays within 0 to 1, and leans away from its border", () => {
    const aCount = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 30, max: 60 }))
    fc.assert(
      fc.property(fc.array(aCount, { minLength: 2, maxLength: 12 }), (pairs) => {
        const rows = pairs.map(([hits, count]) => [hits, 0, count])
        const mirrored = pairs.map(([hits, count]) => [count - hits, 0, count])
        const [answer, other] = [estimateOf("lost", rows), estimateOf("lost", mirrored)]
        expect(other.ok).toBe(answer.ok)
        if (!answer.ok || !other.ok || answer.value.halfWidth === 0) return
        const { low = 0, high = 1, mean, halfWidth } = answer.value
        expect(0 < low && low < mean && mean < high && high < 1).toBe(true)
        if (Math.abs(mean - 0.5) > 1e-9) expect(high - mean > mean - low).toBe(mean < 0.5)
        expect(halfWidth).toBeCloseTo((high - low) / 2, 12)
        expect(other.value.low).toBeCloseTo(1 - high, 9)
      })
    )
  })

  test("a share of many is about that of equal halves", () => {
    const rows = [490, 505, 512, 480, 500].map((hits) => [hits, 0, 1000])
    const plain = Estimate.of(rows.map(([hits = 0]) => hits / 1000))
    const answer = estimateOf("waited", rows)
    if (!answer.ok) throw new Error("it can be judged")
    expect(answer.value.mean).toBe(plain.mean)
    expect(answer.value.halfWidth).toBeCloseTo(plain.halfWidth ?? 0, 4)
  })

  test.each([
    ["lost", [0, 0, 0], "NoVariation"],
    ["inTime", [50, 50, 50], "NoVariation"],
    ["lost", [0, 0, 7], "TooFewEvents"],
    ["inTime", [50, 50, 43], "TooFewEvents"],
    ["lost", [0, 7, 8], "ok"]
  ])("%s of %j of 50 each: %s", (text, counts, code) => {
    const answer = estimateOf(
      text,
      counts.map((hits) => [hits, 0, 50])
    )
    expect(answer.ok ? "ok" : answer.problem.code).toBe(code)
  })

  test("a share at one moment has the exact interval, one-sided where it was never so", () => {
    const rows = Array.from({ length: 10 }, () => [0, 0, 1])
    const answer = estimateOf("number.is(0).at(5)", rows)
    const exact = Proportion.ofIndependent({ hits: 0, count: 10 })
    expect(answer.ok && answer.value).toMatchObject({ mean: 0, low: 0, high: exact.high })
  })

  test("a standard deviation stays above 0", () => {
    const answer = estimateOf("wait.sd", [
      [10, 20, 10],
      [10, 400, 10],
      [10, 15, 10]
    ])
    if (!answer.ok) throw new Error("it can be judged")
    const { low = 0, high = 0, mean } = answer.value
    expect(low).toBeGreaterThan(0)
    expect(low * high).toBeCloseTo(mean * mean, 8)
  })

  test("rows of other measures are refused", () => {
    expect(() => estimateOf("wait.mean", [[1, 2]])).toThrow(RangeError)
  })
})

describe("replications on this thread", () => {
  const measures = ["wait.mean@desk", "number.mean", "waited"]
  const base = { network: aDesk(), seed: 5, measures, customers: 400, warmUp: 40 }

  test("are those that are made one by one, in any other place", () => {
    const result = NetworkResult.replicate({ ...base, replications: 6 })
    const records = [0, 1, 2, 3, 4, 5].map((replication) =>
      NetworkResult.recordOf(NetworkRun.make({ ...base, replication }).runToEnd())
    )
    const { settings } = result
    expect(NetworkResult.make({ settings, records })).toEqual(result)
    expect(new Set(records.map(({ hash }) => hash)).size).toBe(6)
    expect(result.hash).toMatch(/^[0-9a-f]{16}$/)
  })

  test("stop when all measures are as precise as wanted", () => {
    const goal = { relativeMax: 0.2 }
    const enough = NetworkResult.replicate({ ...base, replications: { goal, countMax: 200 } })
    const few = NetworkResult.replicate({ ...base, replications: { goal: 1e-6, countMax: 12 } })
    expect(enough.isPrecise).toBe(true)
    expect(enough.records.length).toBeGreaterThanOrEqual(10)
    expect(enough.records.length).toBeLessThan(200)
    for (const { outcome } of enough.judged) {
      const isNear = outcome.ok && (outcome.value.halfWidth ?? 1) <= 0.2 * outcome.value.mean
      expect(isNear).toBe(true)
    }
    expect([few.isPrecise, few.records.length]).toEqual([false, 12])
  })

  test("are judged together where that is asked for", () => {
    const result = NetworkResult.replicate({ ...base, replications: 3, isSimultaneous: true })
    expect(result.confidence).toBeCloseTo(1 - 0.05 / 3, 12)
    const [first] = result.judged
    expect(first?.outcome.ok && first.outcome.value.confidence).toBe(result.confidence)
  })

  test("in antithetic pairs are sharper than as many single runs", () => {
    const network = Network.make({
      sources: [{ id: "street", arrivals: { kind: "poisson", rate: 0.5 }, to: "desk" }],
      stations: [{ id: "desk", servers: 1, service: { kind: "uniform", low: 0, high: 2 } }]
    })
    const options = { ...base, network, measures: ["wait.mean@desk"] }
    const pairs = NetworkResult.replicate({ ...options, replications: 40, isAntithetic: true })
    const singles = NetworkResult.replicate({ ...options, replications: 80 })
    const widths = [pairs, singles].map(({ judged: [one] }) => {
      if (one?.outcome.ok !== true) throw new Error("both can be judged")
      return one.outcome.value.halfWidth ?? Number.NaN
    })
    expect(widths[0]).toBeLessThan(widths[1] ?? 0)
    expect(pairs.records.length).toBe(40)
  })

  test("as a table have a row for each value that was seen", () => {
    const options = {
      network: aDesk(),
      seed: 5,
      horizon: 0.5,
      measures: ["wait.mean@desk", "number.at(0.5)"]
    }
    const result = NetworkResult.replicate({ ...options, replications: 20 })
    const columns = NetworkResult.table(result).columns()
    const seen = result.records.filter(({ parts }) => (parts[2] ?? 0) > 0)
    expect(seen.length).toBeLessThan(20)
    expect(columns.value.length).toBe(20 + seen.length)
    expect([...columns.names].sort()).toEqual(["", "number.at(0.5)", "wait.mean", "desk"].sort())
  })

  test("as lines say each value with the digits that mean something, or why there is none", () => {
    const judgedOf = (texts: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<number>>) =>
      NetworkResult.make({
        settings: {
          measures: texts.map(measureOf),
          horizon: 9,
          warmUp: 0,
          customers: Number.POSITIVE_INFINITY,
          drain: false
        },
        records: rows.map((row, replication) => ({
          replication,
          parts: Float64Array.from(row),
          hash: null,
          ending: "horizon",
          endedAt: 9,
          executedCount: 1,
          problem: null
        }))
      })
    const texts = ["number.mean@desk", "wait.mean@desk"]
    const rows = [
      [12.34, 0, 1, 0, 0, 0],
      [12.4, 0, 1, 0, 0, 0],
      [12.5, 0, 1, 0, 0, 0]
    ]
    expect(NetworkResult.toLines(judgedOf(texts, rows))).toEqual([
      "number of customers, mean, desk: 12.41 ± 0.20 (95 %, 3 runs)",
      "wait, mean, desk: wait.mean@desk: it was seen in 0 runs or batches; at least 1 are needed."
    ])
    expect(NetworkResult.toLines(judgedOf(texts, rows.slice(0, 1)), "zh")[0]).toBe(
      "顾客数,平均,desk:12.34(置信度95%,运行1次)"
    )
  })

  test("refuse what a run refuses", () => {
    const options = { network: aDesk(1, 2), seed: 1, measures: [], replications: 2 }
    expect(() => NetworkResult.replicate(options)).toThrow(NetworkRun.NetworkRunError)
  })
})

describe("one long run", () => {
  test("has intervals that cover what is exactly known", () => {
    const measures = [
      "wait.mean@desk",
      "number.mean",
      "waited",
      "utilisation@desk",
      "wait.upTo(1)@desk",
      "wait.q(0.9)@desk",
      "number.is(0)",
      "throughput"
    ]
    const options = { network: aDesk(2, 1.2), seed: 2, measures, confidence: 0.999 }
    const exact = QueueProblem.trust(
      QueueMarkov.make({ arrivalRate: 1.2, serviceRate: 1, serverCount: 2 })
    )
    const result = NetworkResult.replicate({ ...options, replications: 1 })
    const known = [
      exact.meanWait,
      1.2 * (exact.meanWait + 1),
      1 - QueueMarkov.waitUpTo(exact, 0),
      0.6,
      QueueMarkov.waitUpTo(exact, 1),
      QueueMarkov.waitQuantile(exact, 0.9),
      QueueMarkov.chanceOf(exact, 0),
      1.2
    ]
    for (const [index, { measure, outcome }] of result.judged.entries()) {
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
      const { halfWidth, mean } = outcome.value
      const off = Math.abs(mean - (known[index] ?? Number.NaN))
      expect([Measure.toText(measure), off <= (halfWidth ?? 0)]).toEqual([
        Measure.toText(measure),
        true
      ])
      expect((halfWidth ?? 1) / mean).toBeLessThan(0.3)
    }
  })

  test("judges what is rare by the batches that saw it", () => {
    const network = Network.make({
      classes: [{ id: "usual" }, { id: "rare" }],
      sources: [
        {
          id: "street",
          arrivals: { kind: "poisson", rate: 0.5 },
          to: "desk",
          class: { usual: 0.98, rare: 0.02 }
        }
      ],
      stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 } }]
    })
    const measures = ["sojourn.mean@desk/rare", "sojourn.q(0.9)@desk/rare"]
    const run = NetworkRun.make({ network, seed: 5, measures, customers: 2000, warmUp: 20 })
    const [mean, quantile] = NetworkResult.longRun(run.runToEnd(), 0.999).judged
    if (mean?.outcome.ok !== true) throw new Error("it can be judged")
    expect(Math.abs(mean.outcome.value.mean - 2)).toBeLessThan(mean.outcome.value.halfWidth ?? 0)
    expect(quantile?.outcome.ok === false && quantile.outcome.problem.code).toBe("NothingSeen")
  })

  test("with a horizon is judged if that is far enough", () => {
    const codeOf = (options: Partial<NetworkResult.Experiment>): string => {
      const { judged } = NetworkResult.replicate({
        network: aDesk(),
        seed: 1,
        measures: ["wait.mean@desk"],
        replications: 1,
        ...options
      })
      const [one] = judged
      return one === undefined || one.outcome.ok ? "ok" : one.outcome.problem.code
    }
    expect(codeOf({ horizon: 100_000 })).toBe("ok")
    expect(codeOf({ horizon: 500 })).toBe("TooFewBatches")
    expect(codeOf({ horizon: 100_000, network: aDesk(1, 1.2) })).toBe("TooFewBatches")
  })

  test("says why it has none", () => {
    const reason = (text: string, more: Partial<NetworkRun.Options>): string => {
      const run = NetworkRun.make({ network: aDesk(), seed: 1, measures: [text], ...more })
      const [judged] = NetworkResult.longRun(run.runToEnd()).judged
      return judged === undefined || judged.outcome.ok ? "" : judged.outcome.problem.code
    }
    expect(reason("number.at(5)", {})).toBe("TooFewObservations")
    expect(reason("wait.mean", { horizon: 1000 })).toBe("TooFewBatches")
    expect(reason("busyPeriod.sd@desk", { customers: 30, warmUp: 0 })).toBe("NothingSeen")
    expect(reason("onDuty.mean@desk", {})).toBe("NoVariation")
    // From empty under too high a load the number grows as long as the run lasts.
    expect(reason("number.mean", { network: aDesk(1, 2), horizon: 2000, sectionCount: 100 })).toBe(
      "BatchesCorrelated"
    )
  })
})

describe("two networks under the same luck", () => {
  const measures = ["wait.mean@desk", "sojourn.q(0.9)", "throughput"]
  const base = { seed: 3, measures, customers: 300, warmUp: 30, replications: 20 }
  const one = NetworkResult.replicate({ ...base, network: aDesk(1) })
  const two = NetworkResult.replicate({ ...base, network: aDesk(2) })

  test("differ by less noise than each has", () => {
    const compared = NetworkResult.compare(one, two)
    const verdicts = compared.map(({ outcome }) => (outcome.ok ? outcome.value.verdict : outcome))
    expect(verdicts.slice(0, 2)).toEqual(["less", "less"])
    const [wait] = compared
    if (wait?.outcome.ok !== true) throw new Error("it can be judged")
    const [left, right] = [one, two].map(({ judged: [each] }) =>
      each?.outcome.ok ? each.outcome.value.mean : Number.NaN
    )
    expect(wait.outcome.value.estimate.mean).toBeCloseTo((right ?? 0) - (left ?? 0), 10)
    expect(wait.outcome.value.varianceRatio ?? 1).toBeLessThan(1)
    expect(wait.outcome.value.estimate.confidence).toBeCloseTo(1 - 0.05 / 3, 12)
  })

  test("do not differ from themselves", () => {
    for (const { outcome } of NetworkResult.compare(one, one)) {
      expect(outcome.ok && outcome.value.estimate.mean).toBe(0)
    }
  })

  test("need the same measures and lengths of both", () => {
    const [wait, work] = [["wait.mean@desk"], ["throughput"]].map((only) =>
      NetworkResult.replicate({ ...base, measures: only, network: aDesk(1), replications: 2 })
    )
    if (wait === undefined || work === undefined) throw new Error("both are made")
    expect(() => NetworkResult.compare(wait, work)).toThrow(/measures/)
    const longer = NetworkResult.replicate({ ...base, network: aDesk(2), customers: 301 })
    expect(() => NetworkResult.compare(one, longer)).toThrow(RangeError)
  })

  test("need equally many runs of both", () => {
    const fewer = NetworkResult.replicate({ ...base, network: aDesk(1), replications: 3 })
    expect(() => NetworkResult.compare(one, fewer)).toThrow(RangeError)
    const single = NetworkResult.replicate({ ...base, network: aDesk(1), replications: 1 })
    const [first] = NetworkResult.compare(single, single)
    expect(first?.outcome.ok === false && first.outcome.problem.code).toBe("TooFewObservations")
  })
})
