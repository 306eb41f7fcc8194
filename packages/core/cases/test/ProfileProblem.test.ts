import { Clock } from "@wangge/calendar"
import { describe, expect, test } from "vitest"
import { CaseProfile, CaseRules, CaseStatus, ProfileProblem } from "../src/index.ts"

const { base } = CaseProfile
const row = base.limits.Complex
const withRow = (changed: Partial<CaseProfile.LimitRow>): CaseProfile.CaseProfile => ({
  ...base,
  limits: { ...base.limits, Complex: { ...row, ...changed } }
})
const withPolicy = (changed: Partial<CaseProfile.Policy>): CaseProfile.CaseProfile => ({
  ...base,
  policy: { ...base.policy, ...changed }
})
const withMove = (move: CaseProfile.Move): CaseProfile.CaseProfile => ({
  ...base,
  moves: [...base.moves, move]
})
const found = (profile: CaseProfile.CaseProfile) =>
  ProfileProblem.find(profile).map((problem) => [problem.code, problem.path])

describe("profiles", () => {
  test("those that come with the package have no problem and compile", () => {
    const clocks = { calendar: Clock.calendar, working: Clock.calendar }
    for (const id of CaseProfile.profileIds) {
      const profile = CaseProfile.all[id]
      expect(profile.id).toBe(id)
      expect(ProfileProblem.find(profile)).toEqual([])
      expect(CaseRules.compile(profile, { clocks }).profile).toBe(profile)
    }
  })

  test("every step of a locality's own words covers statuses, and no status twice", () => {
    for (const profile of Object.values(CaseProfile.all)) {
      const covered = profile.steps.flatMap((step) => step.statuses)
      expect(new Set(covered).size).toBe(covered.length)
      for (const step of profile.steps) expect(step.statuses.length).toBeGreaterThan(0)
    }
    const { fiveStep } = CaseProfile
    expect(CaseStatus.list.map((status) => CaseProfile.stepIndexOf(fiveStep, status))).toEqual([
      0, 1, 2, 2, 2, 3, 3, 4, 4, 3, -1, -1, -1
    ])
  })

  test("every number of ours says that it is assumed, and why", () => {
    for (const profile of Object.values(CaseProfile.all)) {
      const all = [
        ...Object.values(profile.limits).map((limit) => limit.provenance),
        ...Object.values(profile.policy.provenance)
      ]
      for (const provenance of all) {
        expect(provenance.kind).toBe("assumed")
        expect(provenance.kind === "assumed" && provenance.reason.length > 10).toBe(true)
      }
    }
  })
})

describe("problems of a profile", () => {
  test("levels are there, in order, each once", () => {
    expect(found({ ...base, levels: [] })).toEqual([["NoLevel", "levels"]])
    expect(found({ ...base, levels: ["Community", "Grid"] })).toEqual([
      ["LevelsOutOfOrder", "levels"]
    ])
    expect(found({ ...base, levels: ["Grid", "Grid"] })).toEqual([["LevelsOutOfOrder", "levels"]])
  })

  test("limits are whole, positive or infinite, and extensions have a length", () => {
    expect(found(withRow({ contactSec: 0 }))).toEqual([["BadLimit", "limits.Complex.contactSec"]])
    expect(found(withRow({ resolveSec: Number.NaN }))).toEqual([
      ["BadLimit", "limits.Complex.resolveSec"]
    ])
    expect(found(withRow({ resolveSec: Number.POSITIVE_INFINITY }))).toEqual([])
    expect(found(withRow({ extensionSec: 0 }))).toEqual([
      ["BadLimit", "limits.Complex.extensionSec"]
    ])
    expect(found(withRow({ extensionSec: 0, extensionCountMax: 0 }))).toEqual([])
    expect(found(withRow({ extensionCountMax: 0.5 }))).toEqual([
      ["BadCount", "limits.Complex.extensionCountMax"]
    ])
  })

  test("a clock that nobody knows is refused", () => {
    const text: string = "lunar"
    const profile: CaseProfile.CaseProfile = JSON.parse(
      JSON.stringify(base).replace('"calendar"', JSON.stringify(text))
    )
    expect(found(profile)).toEqual([["UnknownClock", "limits.Emergency.clock"]])
  })

  test("policy numbers are counts and shares", () => {
    expect(found(withPolicy({ maxReturns: -1 }))).toEqual([["BadCount", "policy.maxReturns"]])
    expect(found(withPolicy({ appealSec: 0.5 }))).toEqual([["BadCount", "policy.appealSec"]])
    expect(found(withPolicy({ amberShare: 1.01 }))).toEqual([["BadShare", "policy.amberShare"]])
    expect(found(withPolicy({ amberShare: Number.NaN }))).toEqual([
      ["BadShare", "policy.amberShare"]
    ])
    expect(found(withPolicy({ amberShare: 1 }))).toEqual([])
  })

  test("two moves for one action and status are ambiguous", () => {
    const profile = withMove({ action: "Start", from: ["Accepted"], to: "Assigned" })
    expect(found(profile)).toEqual([["AmbiguousMove", "moves[18]"]])
  })

  test("a status never says what was not done", () => {
    const untrue: ReadonlyArray<CaseProfile.Move> = [
      { action: "Assign", from: ["WrittenOff"], to: "Assigned" },
      { action: "Start", from: ["Assigned"], to: "Resolved" },
      { action: "Accept", from: ["Triaged"], to: "Remembered" },
      { action: "Resolve", from: ["Accepted"], to: "FollowUp" },
      { action: "Suspend", from: ["Verified"], to: "Same" },
      { action: "Resume", from: ["Triaged"], to: "Remembered" }
    ]
    for (const move of untrue) expect(found(withMove(move))).toEqual([["MoveUntrue", "moves[18]"]])
    expect(found(withMove({ action: "Resolve", from: ["Accepted"], to: "Resolved" }))).toEqual([])
  })

  test("what every record needs cannot be dropped", () => {
    for (const [action, item] of ProfileProblem.alwaysNeeded) {
      const left = (base.needs[action] ?? []).filter((needed) => needed !== item)
      const profile = { ...base, needs: { ...base.needs, [action]: left } }
      expect(found(profile)).toEqual([["NeedDropped", `needs.${action}`]])
    }
  })

  test("compiling refuses a bad profile and says everything that is wrong with it", () => {
    const profile = { ...withPolicy({ amberShare: 2 }), levels: [] }
    const clocks = { calendar: Clock.calendar, working: Clock.calendar }
    expect(() => CaseRules.compile(profile, { clocks })).toThrow(
      "levels is []; expected at least one level. policy.amberShare is 2; expected a share from 0 to 1."
    )
  })

  test("the words are complete in both languages", () => {
    for (const code of ProfileProblem.codes) {
      const { en, zh } = ProfileProblem.describe({ code, path: "p", found: "f", expected: "e" })
      expect(en).not.toMatch(/[{}\u4e00-\u9fff]/)
      expect(zh).not.toMatch(/[{}]/)
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
    }
  })
})
