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
/** A move without the words for anyone at every level, and with them. */
type Bare = Omit<CaseProfile.Move, "by" | "atLevels">
const anyone = (move: Bare): CaseProfile.Move => ({ ...move, by: [], atLevels: [] })
/** Where {@link withMove} puts its move. */
const last = `moves[${base.moves.length}]`
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
        ...Object.values(profile.thresholds).map((row) => row.provenance),
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
    expect(found(withRow({ signInSec: -1, verifySec: 0.5, callBackSec: 0 }))).toEqual([
      ["BadLimit", "limits.Complex.signInSec"],
      ["BadLimit", "limits.Complex.verifySec"],
      ["BadLimit", "limits.Complex.callBackSec"]
    ])
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
    const clock: CaseProfile.ClockId = JSON.parse(JSON.stringify(text))
    expect(found(withRow({ clock }))).toEqual([["UnknownClock", "limits.Complex.clock"]])
    expect(found({ ...base, clocks: { Verify: clock } })).toEqual([
      ["UnknownClock", "clocks.Verify"]
    ])
  })

  test("scores are whole numbers from 0 to 100, and every matter has a level", () => {
    const threshold = base.thresholds.Grid
    if (threshold === undefined) throw new Error("the base profile has thresholds")
    for (const cost of [-1, 100.5, 101, Number.NaN]) {
      const thresholds = { ...base.thresholds, Grid: { ...threshold, cost } }
      expect(found({ ...base, thresholds })).toEqual([["BadScore", "thresholds.Grid.cost"]])
    }
    expect(found({ ...base, levels: ["Grid"], matterLevels: { Big: ["Department"] } })).toEqual([
      ["MatterNowhere", "matterLevels.Big"]
    ])
    expect(found({ ...base, matterLevels: { Big: ["Department"] } })).toEqual([])
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

  test("two moves for one action and status are ambiguous where somebody could make both", () => {
    const start: CaseProfile.Move = anyone({ action: "Start", from: ["Accepted"], to: "Assigned" })
    expect(found(withMove(start))).toEqual([["AmbiguousMove", last]])
    const atGrid: CaseProfile.Move = { ...start, atLevels: ["Grid"] }
    expect(found(withMove(atGrid))).toEqual([["AmbiguousMove", last]])
    const others = { ...base, moves: base.moves.filter((move) => move.action !== "Start") }
    const byWorker: CaseProfile.Move = { ...start, by: ["GridWorker"] }
    const byUnit: CaseProfile.Move = { ...start, by: ["HandlingUnit"], to: "InProgress" }
    const above: CaseProfile.Move = { ...start, atLevels: ["Community"] }
    expect(found({ ...others, moves: [...others.moves, byWorker, byUnit] })).toEqual([])
    expect(found({ ...others, moves: [...others.moves, atGrid, above] })).toEqual([])
    expect(found({ ...others, moves: [...others.moves, byWorker, atGrid] })).toEqual([
      ["AmbiguousMove", `moves[${others.moves.length + 1}]`]
    ])
  })

  test("a status never says what was not done", () => {
    const untrue: ReadonlyArray<Bare> = [
      { action: "Assign", from: ["WrittenOff"], to: "Assigned" },
      { action: "Start", from: ["Assigned"], to: "Resolved" },
      { action: "Accept", from: ["Triaged"], to: "Remembered" },
      { action: "Resolve", from: ["Accepted"], to: "FollowUp" },
      { action: "Suspend", from: ["Verified"], to: "Same" },
      { action: "Resume", from: ["Triaged"], to: "Remembered" },
      { action: "Unmerge", from: ["Suspended"], to: "Remembered" },
      { action: "Assign", from: ["Suspended"], to: "Assigned" },
      { action: "Contact", from: ["Rejected"], to: "Same" },
      { action: "Assess", from: ["Verified"], to: "Same" },
      { action: "Split", from: ["Reported"], to: "WrittenOff" }
    ]
    for (const move of untrue) {
      expect([move, found(withMove(anyone(move)))]).toEqual([move, [["MoveUntrue", last]]])
    }
    for (const move of [
      { action: "Resolve", from: ["Accepted"], to: "Resolved" },
      { action: "Split", from: ["Reported"], to: "Same" },
      { action: "Publish", from: ["Rejected"], to: "Same" }
    ] as const) {
      expect(found(withMove(anyone(move)))).toEqual([])
    }
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
