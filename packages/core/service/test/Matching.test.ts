import { Id } from "@wangge/facts"
import { GridTree } from "@wangge/grid"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Matching,
  MatchingDistance,
  MatchingNeed,
  MatchingPolicy,
  MatchingReason,
  MatchingReview,
  ServiceMove,
  Volunteer,
  VolunteerDecider
} from "../src/index.ts"
import {
  candidate,
  grid,
  need,
  onALine,
  person,
  volunteer,
  rules as volunteerRules
} from "./aVolunteer.ts"

const line = onALine(10)
const base: MatchingPolicy.MatchingPolicy = { ...MatchingPolicy.base, distanceMax: 6 }
const at = (place: number) => ({ gridId: grid(`g${place}`) })

const pairs = (plan: Matching.MatchingPlan): ReadonlyArray<string> =>
  plan.matches.map(({ needId, volunteerId }) => `${needId}:${volunteerId}`)

const ask = (
  needs: ReadonlyArray<MatchingNeed.MatchingNeed>,
  candidates: ReadonlyArray<MatchingNeed.Candidate>,
  policy = base
): Matching.MatchingPlan => Matching.plan(policy, { needs, candidates, distance: line })

describe("what rules a volunteer out", () => {
  const wanted = need("n", { skillIds: ["firstAid"], teamIds: ["t1"], declinedIds: ["li"] })
  const good = candidate("zhao", { skillIds: ["firstAid"], teamIds: ["t1"] })
  const codes = (one: MatchingNeed.Candidate): ReadonlyArray<string> => {
    const found = Matching.explain(base, line, wanted, one)
    return found.ok ? [] : found.excluded.map(({ code }) => code)
  }

  test("each exclusion is found alone, and nothing else with it", () => {
    expect(codes(good)).toEqual([])
    const spell = { fromSec: 98_400, untilSec: 98_400 + 1 }
    const cases: Readonly<Record<MatchingReason.Exclusion, MatchingNeed.Candidate>> = {
      NotActive: { ...good, isActive: false },
      IsThePerson: { ...good, volunteerId: person("wang") },
      SameHousehold: { ...good, householdId: "h-wang" },
      DeclinedBefore: { ...good, volunteerId: person("li") },
      MinorNotTaken: { ...good, isMinor: true },
      OtherTeam: { ...good, teamIds: ["t2"] },
      SkillMissing: { ...good, skillIds: [] },
      NotFree: { ...good, free: [{ fromSec: 0, untilSec: 103_599 }] },
      PromisedElsewhere: { ...good, busy: [{ fromSec: 103_599, untilSec: 200_000 }] },
      RestTooShort: { ...good, busy: [spell] },
      TooFar: { ...good, gridId: grid("g7") },
      MonthLimitReached: { ...good, monthMinutes: base.monthMinutesMax - 59 },
      OpenLimitReached: { ...good, openCount: base.openMax }
    }
    expect(Object.keys(cases)).toEqual([...MatchingReason.exclusions])
    for (const [code, one] of Object.entries(cases)) expect(codes(one)).toEqual([code])
  })

  test("borders: just enough rest, time, distance and room", () => {
    const rested = { fromSec: 0, untilSec: 100_000 - base.restSec }
    expect(codes({ ...good, busy: [rested] })).toEqual([])
    expect(codes({ ...good, gridId: grid("g6") })).toEqual([])
    expect(codes({ ...good, gridId: grid("nowhere") })).toEqual(["TooFar"])
    expect(codes({ ...good, monthMinutes: base.monthMinutesMax - 60 })).toEqual([])
    expect(codes({ ...good, openCount: base.openMax - 1 })).toEqual([])
    expect(codes({ ...good, free: [wanted.spell] })).toEqual([])
  })

  test("all exclusions of a pair are told, in their order, in both languages", () => {
    const found = Matching.explain(base, line, wanted, candidate("li", { isMinor: true, ...at(8) }))
    if (found.ok) throw new Error("possible")
    expect(found.excluded.map(({ code }) => code)).toEqual([
      "DeclinedBefore",
      "MinorNotTaken",
      "OtherTeam",
      "SkillMissing",
      "TooFar"
    ])
    for (const code of MatchingReason.exclusions) {
      const { en, zh } = MatchingReason.describe({ code, found: 5, expected: 7 })
      expect(en).toMatch(/^[\x20-\x7e]+$/)
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(en + zh).not.toMatch(/[{}]/)
    }
  })
})

describe("what a match costs", () => {
  const costOf = (one: MatchingNeed.Candidate, policy = base): number => {
    const found = Matching.explain(policy, line, need("n"), one)
    if (!found.ok) throw new Error("excluded")
    const sum = found.weighed.reduce((all, { value, weight }) => all + value * weight, 0)
    expect(found.cost).toBe(sum)
    return sum
  }

  test("every part makes dearer what it should", () => {
    const plain = costOf(candidate("a"))
    for (const dearer of [
      at(3),
      { skillIds: ["x"] },
      { monthMinutes: 60 },
      { lastServedSec: 90_000 },
      { openCount: 1 }
    ]) {
      expect(costOf(candidate("a", dearer))).toBeGreaterThan(plain)
    }
  })

  test("an acquaintance is dearer or cheaper, as the policy says", () => {
    const known = candidate("a", { servedPersonIds: ["wang"] })
    const difference = (continuity: "Same" | "Rotate" | "None"): number =>
      costOf(known, { ...base, continuity }) - costOf(candidate("a"), { ...base, continuity })
    const weight = 1000 * base.weights.Continuity
    expect([difference("Same"), difference("Rotate"), difference("None")]).toEqual([
      -weight,
      weight,
      0
    ])
  })

  test("the match says in words what speaks for it", () => {
    const [match] = ask([need("n")], [candidate("a", at(3))]).matches
    const { en, zh } = MatchingReason.describeMatch(match!.weighed)
    expect(en).toContain("distance 500 of 1000 (weight 4)")
    expect(zh).toContain("距离500/1000")
  })
})

describe("a plan", () => {
  test("fills as many places as can be before it looks at the cost", () => {
    // a is nearest to both; only a can do the second
    const needs = [need("n1"), need("n2", { skillIds: ["boat"] })]
    const people = [candidate("a", { skillIds: ["boat"] }), candidate("b", at(6))]
    expect(pairs(ask(needs, people))).toEqual(["n1:b", "n2:a"])
    const greedy = ask(needs, people, { ...base, method: "Greedy" })
    expect(pairs(greedy)).toEqual(["n1:a"])
    expect(greedy.gaps).toEqual([
      {
        needId: "n2",
        missingCount: 1,
        possibleCount: 1,
        excluded: [{ code: "SkillMissing", count: 1 }]
      }
    ])
  })

  test("equals go by id, the first need first", () => {
    const people = ["c", "a", "b"].map((id) => candidate(id))
    expect(pairs(ask([need("n2"), need("n1", { count: 2 })], people))).toEqual([
      "n1:a",
      "n1:b",
      "n2:c"
    ])
  })

  test("the smaller rank goes first, whatever it costs the later one", () => {
    const needs = [need("n1", { rank: 1 }), need("n2", { rank: 0, ...at(6) })]
    expect(pairs(ask(needs, [candidate("a")]))).toEqual(["n2:a"])
  })

  test("a volunteer gets one need a round, and in the next one only what fits beside it", () => {
    const later = { fromSec: 110_000, untilSec: 113_600 }
    const clash = { fromSec: 103_000, untilSec: 104_000 }
    const needs = [need("n1"), need("n2", { spell: later }), need("n3", { spell: clash })]
    const one = ask(needs, [candidate("a")])
    expect(pairs(one)).toEqual(["n1:a"])
    const two = ask(needs, [candidate("a")], { ...base, rounds: 3 })
    expect(pairs(two)).toEqual(["n1:a", "n2:a"])
    expect(two.gaps.map(({ needId }) => needId)).toEqual(["n3"])
  })

  test("no one, nothing, and impossible questions", () => {
    expect(ask([], []).matches).toEqual([])
    expect(ask([need("n")], []).gaps.map(({ missingCount }) => missingCount)).toEqual([1])
    expect(ask([need("n", { count: 0 })], [candidate("a")])).toEqual({
      matches: [],
      gaps: [],
      cost: 0
    })
    expect(() => ask([need("n"), need("n")], [])).toThrow("twice")
    expect(() => ask([], [candidate("a"), candidate("a")])).toThrow("twice")
    expect(() => ask([need("n", { count: 1.5 })], [])).toThrow(RangeError)
    expect(() => ask([], [], { ...base, rounds: 0 })).toThrow(RangeError)
    expect(() => ask([], [], { ...base, weights: { ...base.weights, Load: -1 } })).toThrow(
      RangeError
    )
  })

  const questions = fc.record({
    needs: fc.array(
      fc.record({ place: fc.nat(9), count: fc.nat(2), skill: fc.nat(2), rank: fc.nat(1) }),
      { maxLength: 4 }
    ),
    people: fc.array(
      fc.record({ place: fc.nat(9), skill: fc.nat(2), minutes: fc.nat(3), isActive: fc.boolean() }),
      { maxLength: 6 }
    ),
    seed: fc.nat(1000)
  })
  const build = (given: typeof questions extends fc.Arbitrary<infer T> ? T : never) => ({
    needs: given.needs.map(({ place, count, skill, rank }, index) =>
      need(`n${index}`, { ...at(place), count, rank, skillIds: skill === 0 ? [] : [`s${skill}`] })
    ),
    people: given.people.map(({ place, skill, minutes, isActive }, index) =>
      candidate(`p${index}`, {
        ...at(place),
        isActive,
        skillIds: [`s${skill}`],
        monthMinutes: minutes * 60
      })
    )
  })

  test("the order of the input never matters", () => {
    fc.assert(
      fc.property(questions, (given) => {
        const { needs, people } = build(given)
        const shuffle = <Item>(items: ReadonlyArray<Item>): ReadonlyArray<Item> =>
          items
            .map((item, index) => ({ item, key: (index * 7919 + given.seed * 104_729) % 1009 }))
            .sort((one, other) => one.key - other.key)
            .map(({ item }) => item)
        for (const method of ["Optimal", "Greedy"] as const) {
          const policy = { ...base, method }
          expect(ask(shuffle(needs), shuffle(people), policy)).toEqual(ask(needs, people, policy))
        }
      }),
      { numRuns: 200 }
    )
  })

  test("nobody is matched who is ruled out or twice, places and gaps add up, and greedy never beats it", () => {
    fc.assert(
      fc.property(questions, (given) => {
        const { needs, people } = build(given)
        const oneRank = needs.map((one) => ({ ...one, rank: 0 }))
        const best = ask(oneRank, people)
        const greedy = ask(oneRank, people, { ...base, method: "Greedy" })
        expect(best.matches.length).toBeGreaterThanOrEqual(greedy.matches.length)
        if (best.matches.length === greedy.matches.length) {
          expect(best.cost).toBeLessThanOrEqual(greedy.cost)
        }
        for (const plan of [best, greedy, ask(needs, people)]) {
          const ids = plan.matches.map(({ volunteerId }) => volunteerId)
          expect(new Set(ids).size).toBe(ids.length)
          const places = needs.reduce((sum, { count }) => sum + count, 0)
          const missing = plan.gaps.reduce((sum, { missingCount }) => sum + missingCount, 0)
          expect(plan.matches.length + missing).toBe(places)
          for (const { needId, volunteerId, cost } of plan.matches) {
            const wanted = needs.find((one) => one.needId === needId)!
            const who = people.find((one) => one.volunteerId === volunteerId)!
            const found = Matching.explain(base, line, wanted, who)
            expect(found.ok && found.cost).toBe(cost)
          }
        }
      }),
      { numRuns: 300 }
    )
  })
})

describe("distances", () => {
  const level = (id: string, role: "community" | "grid") => ({
    id,
    role,
    name: { en: id, zh: id }
  })
  const node = (id: string, parentId: string, levelId: string) => ({
    id,
    parentId,
    levelId,
    households: 1
  })

  test("tree steps go up to the common place and down again", () => {
    const built = GridTree.make({
      levels: [
        { id: "town", role: "subdistrict", name: { en: "Town", zh: "镇" } },
        level("c", "community"),
        level("g", "grid")
      ],
      nodes: [
        node("t", "", "town"),
        node("c1", "t", "c"),
        node("c2", "t", "c"),
        node("a", "c1", "g"),
        node("b", "c1", "g"),
        node("d", "c2", "g")
      ]
    })
    if (!built.ok) throw new Error("no tree")
    const ids = ["a", "b", "d"].map((id) => Id.make<"Grid">(id))
    const steps = MatchingDistance.byTree(built.tree, ids)
    expect(Array.from(steps.table)).toEqual([0, 2, 4, 2, 0, 4, 4, 4, 0])
    expect(MatchingDistance.between(steps, "a", "x")).toBe(MatchingDistance.unreachable)
    expect(() => MatchingDistance.byTree(built.tree, [Id.make("x")])).toThrow("x")
  })

  test("border steps cross borders, not corners; what is cut off is not reached", () => {
    const gridIds = ["a", "b", "c", "d"].map((id) => Id.make<"Grid">(id))
    const steps = MatchingDistance.byBorders({
      gridIds,
      pairs: [
        { first: 0, second: 1, borderM: 10 },
        { first: 1, second: 2, borderM: 5 },
        { first: 0, second: 2, borderM: 0 }
      ]
    })
    expect(MatchingDistance.between(steps, "a", "c")).toBe(2)
    expect(MatchingDistance.between(steps, "a", "d")).toBe(MatchingDistance.unreachable)
  })

  test("metres between centroids are whole and symmetric", () => {
    const square = (id: string, west: number) => ({
      gridId: Id.make<"Grid">(id),
      polygons: [
        [
          [
            [west, 0],
            [west + 0.01, 0],
            [west + 0.01, 0.01],
            [west, 0.01],
            [west, 0]
          ] as const
        ]
      ]
    })
    const metres = MatchingDistance.byMetres({
      datum: "WGS-84",
      areas: [square("a", 0), square("b", 0.01)]
    })
    const far = MatchingDistance.between(metres, "a", "b")
    expect([far, MatchingDistance.between(metres, "b", "a")]).toEqual([1112, 1112])
  })
})

test("a volunteer becomes a candidate by his record, confirmed skills only where that is asked", () => {
  const commands = [
    volunteer.register(0, { skillIds: ["firstAid", "driving"] }),
    volunteer.confirm(1, "driving"),
    volunteer.team(2, "JoinTeam", "red-1")
  ]
  const state = commands.reduce<Volunteer.State>((before, command) => {
    const decision = VolunteerDecider.decide(volunteerRules, before, command)
    if (!decision.ok) throw new Error(decision.rejection.code)
    return Volunteer.evolve(before, decision.event)
  }, ServiceMove.none)
  if (state.status === "None") throw new Error("nobody")
  const situation = MatchingNeed.fresh(10, { fromSec: 0, untilSec: 86_400 })
  const all = MatchingNeed.candidateOf(state, situation)
  expect([all.skillIds, all.teamIds, all.isActive]).toEqual([
    ["firstAid", "driving"],
    ["red-1"],
    true
  ])
  expect(all.free).toEqual([{ fromSec: 64_800, untilSec: 75_600 }])
  const strict = MatchingNeed.candidateOf(state, { ...situation, onlyConfirmedSkills: true })
  expect(strict.skillIds).toEqual(["driving"])
})

describe("a person decides", () => {
  const reviewId = Id.make<"MatchingReview">("r-1")
  const [match] = ask([need("n")], [candidate("a")]).matches
  const order = (byId: string, reason = "") => ({ reviewId, atSec: 5, byId, reason })
  const rules = { programIds: ["matcher"] }
  const proposed = MatchingReview.evolve(ServiceMove.none, {
    kind: "MatchProposed",
    reviewId,
    version: 1,
    atSec: 0,
    byId: "matcher",
    reason: "",
    match: match!
  })
  const decide = (command: MatchingReview.Command, state: MatchingReview.State = proposed) =>
    MatchingReview.decide(rules, state, command)
  const codeOf = (command: MatchingReview.Command): string => {
    const decision = decide(command)
    return decision.ok ? decision.event.kind : decision.rejection.code
  }
  const override = (who: MatchingNeed.Candidate, reason = "knows her"): MatchingReview.Command => ({
    action: "OverrideMatch",
    ...order("desk-1", reason),
    volunteerId: who.volunteerId,
    explanation: Matching.explain(base, line, need("n"), who)
  })

  test("a program proposes and never decides", () => {
    const decision = decide(
      { action: "ProposeMatch", ...order("matcher"), match: match! },
      ServiceMove.none
    )
    expect(decision.ok).toBe(true)
    expect(codeOf({ action: "AcceptMatch", ...order("matcher") })).toBe("HumanNeeded")
    expect(codeOf({ action: "AcceptMatch", ...order("desk-1") })).toBe("MatchAccepted")
    expect(codeOf({ action: "DropMatch", ...order("desk-1") })).toBe("ReasonMissing")
  })

  test("a judgement may be set aside with a reason, and is recorded; a firm exclusion may not", () => {
    expect(codeOf(override(candidate("a")))).toBe("SameVolunteer")
    expect(codeOf(override(candidate("b", { isMinor: true })))).toBe("FirmlyExcluded")
    expect(codeOf(override(candidate("b", at(9)), ""))).toBe("ReasonMissing")
    const decision = decide(override(candidate("b", at(9))))
    if (!decision.ok) throw new Error(decision.rejection.code)
    const after = MatchingReview.evolve(proposed, decision.event)
    expect([after.status, after.chosenId, after.setAside, after.decidedById, after.reason]).toEqual(
      ["Overridden", "b", ["TooFar"], "desk-1", "knows her"]
    )
    const again = decide({ action: "AcceptMatch", ...order("desk-1") }, after)
    expect(again.ok ? "" : again.rejection.code).toBe("MoveNotAllowed")
  })

  test("accepted, the proposed one goes; dropped, nobody does", () => {
    const end = (command: MatchingReview.Command): MatchingReview.MatchingReview => {
      const decision = decide(command)
      if (!decision.ok) throw new Error(decision.rejection.code)
      return MatchingReview.evolve(proposed, decision.event)
    }
    expect(end({ action: "AcceptMatch", ...order("desk-1") }).chosenId).toBe("a")
    expect(end({ action: "DropMatch", ...order("desk-1", "not needed") }).chosenId).toBe("")
  })
})
