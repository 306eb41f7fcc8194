import { Spell } from "@wangge/grid"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  BookingProblem,
  BusinessCatalog,
  BusinessProblem,
  BusinessTraining,
  EligibilityProblem,
  HelpedFilingProblem,
  OpeningHoursRule,
  RotationProblem,
  ServiceChannel,
  SitInDayProblem,
  WindowProblem,
  WindowQueue,
  WindowQueueProblem
} from "../src/index.ts"
import { person } from "./aWindow.ts"

const catalog = BusinessCatalog.unnamed(3).map((business) => ({
  ...business,
  trainingValidSec: 100
}))
const trained = (name: string, trainedSec: number, skillId = "business-1") => ({
  personId: person(name),
  skillId,
  trainedSec
})

describe("kinds of business", () => {
  test("fifty-two kinds have numbers in the place of names nobody published", () => {
    const helong = BusinessCatalog.unnamed(52)
    expect(BusinessCatalog.check(helong)).toEqual([])
    expect(helong.every(({ provenance }) => provenance.kind === "assumed")).toBe(true)
    expect(BusinessCatalog.find(helong, "business-53")).toBeUndefined()
  })

  test("a catalogue with mistakes says them", () => {
    const [first] = catalog
    const bad = { ...first!, channels: [], serviceSec: 0, trainingValidSec: 0.5 }
    expect(BusinessCatalog.check([bad, bad]).map(({ code }) => code)).toEqual([
      "DuplicateBusiness",
      ...["ChannelMissing", "BadDuration", "BadDuration"],
      ...["ChannelMissing", "BadDuration", "BadDuration"]
    ])
  })
})

describe("training", () => {
  test("is good from its second to the end of its term, and repeated in time leaves no gap", () => {
    const grants = BusinessTraining.grantsOf(catalog, [
      trained("li", 0),
      trained("li", 100),
      trained("li", 201)
    ])
    expect(grants.map(({ fromSec, untilSec }) => [fromSec, untilSec])).toEqual([
      [0, 200],
      [201, 301]
    ])
    const forever = BusinessTraining.grantsOf(BusinessCatalog.unnamed(1), [trained("li", 50)])
    expect(forever[0]?.untilSec).toBe(Spell.openEnd)
    expect(BusinessTraining.grantsOf(catalog, [trained("li", 0, "x")])).toEqual([])
  })

  test("whoever lapses within the notice is due, whoever has lapsed is lapsed", () => {
    const trainings = [
      trained("li", 0),
      trained("wang", 10),
      trained("zhao", 11),
      trained("li", 0, "business-2")
    ]
    const due = (atSec: number) =>
      BusinessTraining.retrainingDue(catalog, trainings, { atSec, noticeSec: 10 }).map(
        ({ personId, skillId, isLapsed }) => `${personId} ${skillId} ${isLapsed}`
      )
    expect(due(89)).toEqual([])
    expect(due(90)).toEqual(["li business-1 false", "li business-2 false"])
    expect(due(100)).toEqual(["li business-1 true", "li business-2 true", "wang business-1 false"])
  })

  test("grants of one person and kind never overlap, and cover exactly the terms", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600), { maxLength: 8 }), fc.nat(700), (starts, atSec) => {
        const grants = BusinessTraining.grantsOf(
          catalog,
          starts.map((start) => trained("li", start))
        )
        expect(Spell.mostAtOnce(grants)).toBeLessThanOrEqual(1)
        const isGood = starts.some((start) => start <= atSec && atSec < start + 100)
        expect(grants.some((grant) => Spell.isInForce(grant, atSec))).toBe(isGood)
      }),
      { numRuns: 200 }
    )
  })

  test("records with mistakes are named", () => {
    const problems = BusinessTraining.check(catalog, [
      trained("li", 0, "x"),
      trained("li", 0.5),
      trained("wang", 1),
      trained("wang", 1)
    ])
    expect(problems.map(({ code }) => code)).toEqual([
      "UnknownBusiness",
      "TimeNotWhole",
      "TrainedTwice"
    ])
  })
})

test("every code has words in both languages, and no brace is left open", () => {
  const tables = [
    [BusinessProblem.codes, BusinessProblem.words],
    [WindowProblem.codes, WindowProblem.words],
    [WindowQueueProblem.codes, WindowQueueProblem.words],
    [BookingProblem.codes, BookingProblem.words],
    [SitInDayProblem.codes, SitInDayProblem.words],
    [HelpedFilingProblem.codes, HelpedFilingProblem.words],
    [EligibilityProblem.codes, EligibilityProblem.words],
    [RotationProblem.codes, RotationProblem.words],
    [ServiceChannel.list, ServiceChannel.labels],
    [OpeningHoursRule.kinds, OpeningHoursRule.labels],
    [WindowQueue.statuses, WindowQueue.labels]
  ] as const
  for (const [codes, words] of tables) {
    expect(Object.keys(words).toSorted()).toEqual([...codes].toSorted())
    for (const { en, zh } of Object.values(words)) {
      const filled = [en, zh].map((text) => text.replace(/\{(subject|found|expected)\}/g, ""))
      expect(filled.join("")).not.toMatch(/[{}]/)
      expect(zh).toMatch(/\p{Script=Han}/u)
    }
  }
})
