import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Measure from "../src/Measure.ts"
import * as MeasureProblem from "../src/MeasureProblem.ts"
import * as Network from "../src/Network.ts"

const network = Network.make({
  classes: [
    {
      id: "vip",
      deadline: { time: { kind: "deterministic", value: 5 }, overdue: { kind: "note" } }
    },
    { id: "guest" }
  ],
  sources: [
    {
      id: "street",
      arrivals: { kind: "poisson", rate: 1 },
      to: "desk",
      class: { vip: 0.5, guest: 0.5 }
    }
  ],
  stations: [
    { id: "desk", servers: 2, service: { kind: "exponential", mean: 1 }, to: "lounge", room: 9 },
    {
      id: "lounge",
      servers: "infinite",
      service: { kind: "exponential", mean: 1 },
      to: "computer"
    },
    {
      id: "computer",
      servers: 1,
      service: { kind: "exponential", mean: 0.5 },
      discipline: "sharing"
    }
  ]
})

const anId = fc.stringMatching(/^[a-z][a-z0-9 .-]{0,8}[a-z0-9]$/)
const aNumber = fc.double({ min: 0, max: 1e6, noNaN: true }).map((number) => number + 0)
const timeStatistic: fc.Arbitrary<Measure.Statistic> = fc.oneof(
  fc.constantFrom({ kind: "mean" } as const, { kind: "sd" } as const),
  fc
    .double({ min: 0.001, max: 0.999, noNaN: true })
    .map((probability) => ({ kind: "q", probability }) as const),
  aNumber.map((limit) => ({ kind: "upTo", limit }) as const)
)
const aMeasure: fc.Arbitrary<Measure.Measure> = fc.oneof(
  fc.record({
    quantity: fc.constantFrom("wait", "sojourn", "service"),
    statistic: timeStatistic,
    at: fc.constant(null),
    station: fc.option(anId),
    class: fc.option(anId)
  }),
  fc.record({
    quantity: fc.constantFrom("number", "queue", "busy", "blocked"),
    statistic: fc.oneof(
      fc.constant({ kind: "mean" } as const),
      fc.nat(50).map((level) => ({ kind: "is", level }) as const)
    ),
    at: fc.option(aNumber),
    station: fc.option(anId),
    class: fc.option(anId)
  }),
  fc.record({
    quantity: fc.constantFrom("waited", "lost", "balked", "abandoned", "throughput"),
    statistic: fc.constant({ kind: "mean" } as const),
    at: fc.constant(null),
    station: fc.option(anId),
    class: fc.option(anId)
  })
)

describe("text", () => {
  test("what is written is read back", () => {
    fc.assert(
      fc.property(aMeasure, (measure) => {
        expect(Measure.parse(Measure.toText(measure))).toEqual({ ok: true, value: measure })
      }),
      { numRuns: 300 }
    )
  })

  test("the mean is meant where nothing is said, and is not written for shares", () => {
    const texts = [
      "wait",
      "number.at(5)",
      "lost@desk",
      "utilisation@desk",
      "number.is(3).at(5)@desk"
    ]
    const written = texts.map((text) => {
      const answer = Measure.parse(text)
      return answer.ok ? Measure.toText(answer.value) : answer.problem.code
    })
    expect(written).toEqual([
      "wait.mean",
      "number.at(5)",
      "lost@desk",
      "utilisation@desk",
      "number.is(3).at(5)@desk"
    ])
  })

  test.each([
    ["", "NotAMeasure", "quantity[.statistic][@station][/class]"],
    ["wait.mean@desk@two", "NotAMeasure", "quantity[.statistic][@station][/class]"],
    ["wiat.mean", "UnknownQuantity", '"wait"'],
    ["wait.maen", "UnknownStatistic", '"mean"'],
    ["wait.quantile", "UnknownStatistic", "one of mean, sd, q, upTo"],
    ["number.sd", "WrongStatistic", "one of mean, is(3), q(0.95), at(5), is(3).at(5)"],
    ["wait.mean.sd", "WrongStatistic", "one of mean, sd, q(0.95), upTo(1.5)"],
    ["number.q(0.9).at(5)", "WrongStatistic", "one of mean, is(3), q(0.95), at(5), is(3).at(5)"],
    ["number.at(5).is(3)", "WrongStatistic", "one of mean, is(3), q(0.95), at(5), is(3).at(5)"],
    ["lost.sd", "WrongStatistic", "one of mean"],
    ["wait.q(1)", "BadStatistic", "a probability such as q(0.95)"],
    ["wait.q(0)", "BadStatistic", "a probability such as q(0.95)"],
    ["wait.q", "BadStatistic", "a probability such as q(0.95)"],
    ["wait.q()", "BadStatistic", "a probability such as q(0.95)"],
    ["wait.mean(3)", "BadStatistic", "without a number"],
    ["wait.upTo(-1)", "BadStatistic", "a time from 0 as in upTo(1.5)"],
    ["wait.upTo(x)", "BadStatistic", "a time from 0 as in upTo(1.5)"],
    ["queue.is(2.5)", "BadStatistic", "a whole number as in is(3)"],
    ["number.at(Infinity)", "BadStatistic", "a time from 0 as in at(1.5)"],
    ["utilisation", "StationMissing", "followed by @station"],
    ["inTime@desk", "StationUnwanted", "without @station"],
    ["utilisation@desk/vip", "ClassUnwanted", "without /class"]
  ])("%j is refused: %s", (text, code, expected) => {
    const answer = Measure.parse(text)
    expect(answer.ok ? answer : [answer.problem.code, answer.problem.expected]).toEqual([
      code,
      expected
    ])
  })
})

describe("a measure of a network", () => {
  test.each([
    ["wait@dsek", "UnknownStation", '"desk"'],
    ["wait@nowhere", "UnknownStation", "one of desk, lounge, computer"],
    ["wait/gest", "UnknownClass", '"guest"'],
    ["utilisation@lounge", "NotAtThisStation", "it has as many servers as are needed"],
    ["onDuty@lounge", "NotAtThisStation", "it has as many servers as are needed"],
    ["busy@computer/vip", "NotAtThisStation", "its servers are shared by all classes"],
    ["busy/vip", "NotAtThisStation", "its servers are shared by all classes"],
    ["inTime/guest", "NoDeadline", "a class with a deadline"]
  ])("%j is refused: %s", (text, code, expected) => {
    const answer = Measure.of(network, text)
    expect(answer.ok ? answer : [answer.problem.code, answer.problem.expected]).toEqual([
      code,
      expected
    ])
  })

  test.each(["wait@desk/vip", "inTime/vip", "inTime", "busy@computer", "utilisation@desk"])(
    "%j is taken",
    (text) => {
      expect(Measure.of(network, text).ok).toBe(true)
    }
  )

  test("a deadline that nobody has is told in both languages", () => {
    const sources = [{ id: "street", arrivals: { kind: "poisson", rate: 1 }, to: "desk" }] as const
    const service = { kind: "exponential", mean: 0.1 } as const
    const plain = Network.make({ sources, stations: [{ id: "desk", servers: 1, service }] })
    const answer = Measure.of(plain, "inTime")
    expect(answer.ok ? answer : MeasureProblem.describe(answer.problem)).toEqual({
      en: 'measure "inTime": no deadline is set for any class; there should be a class with a deadline.',
      zh: "指标“inTime”:任何类别均未设时限,应有设有时限的类别。"
    })
  })

  test("data meet the same checks as text", () => {
    const measure = Measure.parse("wait.mean@desk")
    if (!measure.ok) throw new Error("it can be read")
    expect(Measure.of(network, { ...measure.value, station: null }).ok).toBe(true)
    const wrong = { ...measure.value, statistic: { kind: "q", probability: 2 } } as const
    const answer = Measure.of(network, wrong)
    expect(answer.ok ? "" : answer.problem.code).toBe("BadStatistic")
  })

  test("the usual ones fit the network, each of them", () => {
    const texts = Measure.usual(network).map(Measure.toText)
    expect(texts).toEqual([
      "sojourn.mean",
      "throughput",
      "inTime",
      "wait.mean@desk",
      "wait.q(0.95)@desk",
      "waited@desk",
      "queue.mean@desk",
      "utilisation@desk",
      "lost@desk",
      "number.mean@lounge",
      "utilisation@computer"
    ])
  })
})

test("every measure has a unit and words in both languages", () => {
  fc.assert(
    fc.property(aMeasure, (measure) => {
      const { en, zh } = Measure.label(measure)
      expect(en).not.toBe("")
      expect(zh).toMatch(/[一-鿿]/)
      expect(["time", "share", "number", "rate"]).toContain(Measure.unit(measure))
    })
  )
  const units = [
    "wait.sd",
    "wait.upTo(2)",
    "queue.mean@desk",
    "queue.is(2)@desk",
    "throughput"
  ].map((text) => {
    const answer = Measure.parse(text)
    return answer.ok ? Measure.unit(answer.value) : ""
  })
  expect(units).toEqual(["time", "share", "number", "share", "rate"])
})

test("every problem has words in both languages, with its values in them", () => {
  for (const code of MeasureProblem.codes) {
    const words = MeasureProblem.describe(MeasureProblem.make(code, "subject", "$&found", "right"))
    for (const text of [words.en, words.zh]) {
      expect(text).toContain("subject")
      expect(text).toContain("$&found")
      expect(text).toContain("right")
    }
  }
})
