import { describe, expect, test } from "vitest"
import {
  ActivityProblem,
  AvailabilityProblem,
  BrigadeProblem,
  CareDutyProblem,
  DueTaskProblem,
  MatchingPolicy,
  MatchingReason,
  MatchingReviewProblem,
  SurgeProblem,
  VisitProblem,
  VolunteerProblem
} from "../src/index.ts"

const modules = {
  ActivityProblem,
  AvailabilityProblem,
  BrigadeProblem,
  CareDutyProblem,
  DueTaskProblem,
  MatchingReviewProblem,
  SurgeProblem,
  VisitProblem,
  VolunteerProblem
}

describe("every code can be said in English and in Chinese", () => {
  for (const [name, module] of Object.entries(modules)) {
    test(name, () => {
      const { codes, words } = module
      expect(Object.keys(words).sort()).toEqual([...codes].sort())
      expect(new Set<string>(codes).size).toBe(codes.length)
      for (const label of Object.values(words)) {
        expect(label.en).toMatch(/^[\x20-\x7e“”]+$/)
        expect(label.zh).toMatch(/[\u4e00-\u9fff]/)
        const places = (text: string): ReadonlyArray<string> => text.match(/\{\w+\}/g) ?? []
        for (const place of [...places(label.en), ...places(label.zh)]) {
          expect(["{subject}", "{found}", "{expected}"]).toContain(place)
        }
      }
    })
  }

  test("no instant is shown as a bare number of seconds", () => {
    const said = [
      VolunteerProblem.describe(VolunteerProblem.make("TimeWentBack", "li", 60, 120)),
      ActivityProblem.describe(ActivityProblem.make("NotOverYet", "untilSec", 120, 60)),
      SurgeProblem.describe(SurgeProblem.make("TooEarly", "li", 60, 120)),
      VisitProblem.describe(VisitProblem.make("VisitInFuture", "visitedSec", 120, 60)),
      DueTaskProblem.describe(DueTaskProblem.make("NotOverdue", "t", 60, 120)),
      CareDutyProblem.describe(CareDutyProblem.make("EmptySpell", "li", 60, 120))
    ]
    for (const { en, zh } of said) {
      for (const text of [en, zh]) {
        expect(text).toContain("1970-01-01T00:01:00Z")
        expect(text).toContain("1970-01-01T00:02:00Z")
      }
    }
    const review = MatchingReviewProblem.make("HumanNeeded", "byId", "matcher", "a person")
    expect(MatchingReviewProblem.describe(review).en).toContain("matcher")
  })
})

test("the lists are stored by position, so they never change", () => {
  expect(MatchingPolicy.parts.join(" ")).toBe("Skill Distance Fairness Recency Load Continuity")
  expect(MatchingReason.exclusions.join(" ")).toBe(
    "NotActive IsThePerson SameHousehold DeclinedBefore MinorNotTaken OtherTeam SkillMissing " +
      "NotFree PromisedElsewhere RestTooShort TooFar MonthLimitReached OpenLimitReached"
  )
})
