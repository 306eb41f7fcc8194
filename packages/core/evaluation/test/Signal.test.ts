import { readdirSync, readFileSync } from "node:fs"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type EvaluationFact,
  EvaluationPeriod,
  Rational,
  Signal,
  SignalRules,
  SourcedDecimal
} from "../src/index.ts"
import { chanceOf, factsOf, honest, periodSec, type Story, sheet } from "./signalTown.ts"

const period = EvaluationPeriod.make({ fromSec: 0, untilSec: periodSec })
const rules: SignalRules.SignalRules = {
  ...SignalRules.usual,
  easyTypeIds: ["litter"],
  announced: [{ fromSec: 600_000, untilSec: 1_200_000 }]
}

const unitCount = 8

/** An honest town, with inspections whose points do not depend on their kind. */
const townOf = (
  seed: number,
  matterCount = 480,
  change: (story: Story) => Story = (story) => story
): ReadonlyArray<EvaluationFact.EvaluationFact> => {
  const chance = chanceOf(seed)
  const stories = Array.from({ length: matterCount }, (_, place) =>
    change(honest(chance, place, unitCount))
  )
  const sheets = Array.from({ length: unitCount * 8 }, (_, place) =>
    sheet(`unit-${place % unitCount}`, place, {
      isOpen: place >= unitCount * 4,
      points: 60 + Math.floor(chance() * 30)
    })
  )
  return [...stories.flatMap(factsOf), ...sheets.flat()]
}

const reportOf = (
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  given: Partial<SignalRules.SignalRules> = {}
): Signal.SignalReport => {
  const search = Signal.find({ ...rules, ...given }, facts, period)
  if (!search.ok) throw new Error(JSON.stringify(search.problems))
  return search.report
}

/** Which units ring for which kind. */
const ringing = (report: Signal.SignalReport): ReadonlyArray<string> =>
  report.signals.map(({ kind, unitId }) => `${kind} ${unitId}`)

describe("an honest town", () => {
  const searches = 120
  const reports = Array.from({ length: searches }, (_, seed) => reportOf(townOf(seed)))
  const tested = reports.flatMap(({ signals, quiet }) => [...signals, ...quiet])

  test("rings in at most the stated share of searches", () => {
    const alarms = reports.filter(({ signals }) => signals.length > 0).length
    // At 5 % six searches of 120 would ring; 14 are more than three standard deviations above.
    expect(alarms).toBeLessThanOrEqual(13)
  })

  test.each(SignalRules.kinds)("%s alone rings as often as it says, and no more", (kind) => {
    const own = tested.filter((signal) => signal.kind === kind)
    expect(own.length).toBeGreaterThan(searches * unitCount * 0.7)
    const level = Rational.make(1, 20)
    const alarms = own.filter(({ pValue }) => Rational.compare(pValue, level) <= 0).length
    const stated = own.reduce(
      (sum, { falseAlarmShare }) => sum + Rational.toNumber(falseAlarmShare),
      0
    )
    for (const { falseAlarmShare } of own) {
      expect(Rational.compare(falseAlarmShare, level)).toBeLessThanOrEqual(0)
    }
    // Tests of one town depend on each other, so four standard deviations of a Poisson count.
    const tolerance = 4 * Math.sqrt(stated)
    expect(Math.abs(alarms - stated)).toBeLessThanOrEqual(tolerance)
  })
})

describe("a unit that cheats rings, and only it, for what it does", () => {
  const cheat = (change: (story: Story, chance: () => number) => Story) => {
    const chance = chanceOf(77)
    return (story: Story): Story => (story.unitId === "unit-3" ? change(story, chance) : story)
  }
  const cases: ReadonlyArray<readonly [SignalRules.Kind, (story: Story) => Story]> = [
    ["EarlyClosing", cheat((story, chance) => ({ ...story, isUnsolved: chance() < 0.6 }))],
    [
      "CherryPicking",
      (story) =>
        story.unitId === "unit-3" && story.typeId === "pipe"
          ? { ...story, unitId: "unit-5" }
          : story
    ],
    [
      "SelfMadeCases",
      cheat((story) => ({
        ...story,
        isSelfFound: true,
        closedSec: story.openedSec + 300,
        isOnTime: true
      }))
    ],
    [
      "DeadlineBunching",
      cheat((story, chance) => ({
        ...story,
        isOnTime: true,
        closedSec: story.dueSec - Math.floor(chance() * (chance() < 0.9 ? 3600 : 14_000))
      }))
    ],
    [
      "RatingSelection",
      cheat((story) => ({ ...story, isReached: story.isOnTime && !story.isUnsolved }))
    ]
  ]
  test.each(cases)("%s", (kind, change) => {
    const report = reportOf(townOf(5, 480, change))
    expect(ringing(report)).toContain(`${kind} unit-3`)
    expect(new Set(report.signals.map(({ unitId }) => unitId))).toEqual(new Set(["unit-3"]))
    const signal = report.signals.find((found) => found.kind === kind)
    expect(signal?.evidenceIds.length).toBe(signal?.observed)
    expect(signal?.evidenceIds).toEqual([...(signal?.evidenceIds ?? [])].sort())
    expect(Rational.toNumber(signal?.expected ?? Rational.zero)).toBeLessThan(signal?.observed ?? 0)
  })

  test("Splitting: each of its matters cut into three", () => {
    const stories = townOf(6, 320).filter(({ matterId }) => matterId.startsWith("case"))
    const pieces = stories
      .filter(({ subjectId, atSec }) => subjectId === "unit-3" && atSec > 0)
      .map(({ matterId }) => matterId)
    const cut = stories
      .filter(({ matterId }) => pieces.includes(matterId))
      .flatMap((fact) =>
        [1, 2].map((piece) => ({
          ...fact,
          id: `${fact.id}/${piece}` as typeof fact.id,
          causeId: `${fact.causeId}/${piece}`,
          matterId: `${fact.matterId}-${piece}`,
          atSec: fact.atSec + piece * 60
        }))
      )
    const report = reportOf([...stories, ...cut])
    expect(ringing(report)).toContain("Splitting unit-3")
    const signal = report.signals.find(({ kind }) => kind === "Splitting")
    expect(signal?.evidenceIds).toEqual(expect.arrayContaining(cut.map((fact) => fact.matterId)))
  })

  test("OpenCheckEffect and OpenCheckMatters: good only while announced", () => {
    const facts = townOf(7, 640, (story) => {
      if (story.unitId !== "unit-3") return story
      const isWatched = story.closedSec >= 600_000 && story.closedSec < 1_200_000
      return { ...story, isOnTime: isWatched || story.isOnTime, isUnsolved: !isWatched }
    }).filter(({ matterId }) => !matterId.startsWith("inspection-unit-3"))
    const sheets = Array.from({ length: 14 }, (_, number) =>
      sheet("unit-3", number, { isOpen: number % 2 === 0, points: number % 2 === 0 ? 95 : 70 })
    )
    const found = ringing(reportOf([...facts, ...sheets.flat()]))
    expect(found).toContain("OpenCheckEffect unit-3")
    expect(found).toContain("OpenCheckMatters unit-3")
  })

  test("a unit with few matters is neither suspected nor cleared", () => {
    const bad = cheat((story) => ({ ...story, isUnsolved: true }))
    const facts = townOf(8, 120, bad)
    const report = reportOf(facts, { kinds: ["EarlyClosing"] })
    const found = report.tooFew.find(({ unitId }) => unitId === "unit-3")
    expect(found?.sample).toBeLessThan(20)
    expect(ringing(report)).not.toContain("EarlyClosing unit-3")
    const sampleMin = SourcedDecimal.assumed("5", "for a test")
    const braver = reportOf(facts, { kinds: ["EarlyClosing"], sampleMin })
    expect(ringing(braver)).toContain("EarlyClosing unit-3")
  })
})

test("the order of the facts is irrelevant, and a repeated fact changes nothing", () => {
  const facts = townOf(3, 120)
  const expected = reportOf(facts)
  fc.assert(
    fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (shuffled) => {
      expect(reportOf([...shuffled, ...shuffled.slice(0, 9)])).toEqual(expected)
    }),
    { numRuns: 100 }
  )
})

test("smoothness is another measure of bunching than the others are", () => {
  const everybody = townOf(9, 480, (story) => ({
    ...story,
    isOnTime: true,
    closedSec: story.dueSec - (story.openedSec % 5 === 0 ? 9000 : 1800)
  }))
  const kinds = ["DeadlineBunching"] as const
  expect(reportOf(everybody, { kinds, bunchAgainst: "Others" }).signals).toEqual([])
  const smooth = reportOf(everybody, { kinds, bunchAgainst: "Smooth" })
  expect(smooth.signals.length).toBe(unitCount)
})

test("a window before the limit has its last second, and not the one where the window before ends", () => {
  const kinds = ["DeadlineBunching"] as const
  const at = (leftSec: number): number => {
    const facts = townOf(9, 480, (story) => ({
      ...story,
      isOnTime: leftSec >= 0,
      closedSec: story.dueSec - leftSec
    }))
    const { signals, quiet } = reportOf(facts, { kinds, bunchAgainst: "Smooth" })
    const found = [...signals, ...quiet]
    return found.length === 0 ? -1 : found[0]!.observed / found[0]!.sample
  }
  expect([-1, 0, 7199, 7200, 14_399, 14_400].map(at)).toEqual([-1, 1, 1, 0, 0, -1])
})

test("corrections are followed and contradictions refused", () => {
  const [fact] = townOf(1, 4)
  const later = { ...fact!, atSec: fact!.atSec + 1 }
  const search = Signal.find(rules, [fact!, later], period)
  expect(search.ok ? [] : search.problems.map(({ code }) => code)).toEqual(["FactIdConflict"])
})

test("rules that do not hold together are refused with every problem", () => {
  const bad = {
    ...rules,
    level: SourcedDecimal.assumed("0", "none at all"),
    sampleMin: SourcedDecimal.assumed("1.5", "a half"),
    announced: [{ fromSec: 5, untilSec: 5 }],
    factKinds: { ...rules.factKinds, poor: Array.from({ length: 30 }, (_, kind) => `kind-${kind}`) }
  }
  const found = SignalRules.compile(bad)
  expect(found.ok ? [] : found.problems.map(({ code, subject }) => [code, subject])).toEqual([
    ["OutOfRange", "level"],
    ["NotWhole", "sampleMin"],
    ["TooManyFactKinds", "factKinds"],
    ["EmptyPeriod", "announced.0"]
  ])
})

test("every kind has words in both languages, and they say what a signal is not", () => {
  const cheat = (story: Story): Story => ({ ...story, isUnsolved: story.unitId === "unit-3" })
  const [signal] = reportOf(townOf(5, 480, cheat)).signals
  expect(signal?.kind).toBe("EarlyClosing")
  const { en, zh } = Signal.describe(signal!)
  expect(en).toMatch(/^\d+ of \d+ closings .* A reason to inspect, not a finding\.$/)
  expect(zh).toMatch(/^结案\d+件中有\d+件.*不是结论。$/)
  for (const kind of SignalRules.kinds) {
    expect(Signal.words[kind].en).toContain("{observed}")
    expect(Signal.words[kind].zh).toContain("{observed}")
  }
})

test("a chance too small for six decimals is told as below the last of them", () => {
  const cheat = (story: Story): Story => ({ ...story, isUnsolved: story.unitId === "unit-3" })
  const [signal] = reportOf(townOf(5, 480, cheat)).signals
  const said = (adjusted: Rational.Rational): ReadonlyArray<string> => {
    const { en, zh } = Signal.describe({ ...signal!, adjusted })
    return [en.match(/chance (.*?)\. A/)?.[1] ?? "", zh.match(/概率(.*?)。/)?.[1] ?? ""]
  }
  const below = ["below 0.000001", "低于0.000001"]
  expect(said(Rational.make(1, 2_000_001))).toEqual(below)
  expect(said(Rational.make(1, 10n ** 300n))).toEqual(below)
  expect(said(Rational.make(1, 2_000_000))).toEqual(["0.000001", "0.000001"])
  expect(said(Rational.make(1, 20))).toEqual(["0.050000", "0.050000"])
})

test("nothing that scores, ranks or pays can see a signal", () => {
  const ofSignals =
    /^(Signal|EarlyClosing|CherryPicking|Splitting|SelfMade|DeadlineB|RatingSel|OpenCheck)/
  const folder = new URL("../src/", import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts")
  )
  const readers = files.filter((file) => {
    const imports = readFileSync(new URL(file, folder), "utf8").matchAll(/from "([^"]+)"/g)
    return [...imports].some(([, path]) => ofSignals.test(path!.split("/").at(-1)!))
  })
  const others = readers.filter((file) => !ofSignals.test(file))
  expect(others.sort()).toEqual(["index.ts", "internal/markedMatters.ts"])
  expect(readers.length).toBeGreaterThan(8)
})
