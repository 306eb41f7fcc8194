import { describe, expect, test } from "vitest"
import {
  CaseAction,
  CaseItem,
  CaseProfile,
  CaseRole,
  CaseStatus,
  ProfileCheck,
  ProfileFinding,
  ProfilePath,
  ProfileProblem
} from "../src/index.ts"
import { carriedBits } from "../src/internal/carriedItems.ts"
import * as profileModel from "../src/internal/profileModel.ts"
import * as profileSearch from "../src/internal/profileSearch.ts"
import { small } from "./aProfile.ts"
import { carriedBy, explore, play } from "./profileExplorer.ts"

const { base, threeMatter } = CaseProfile

const lose = (
  profile: CaseProfile.CaseProfile,
  action: CaseAction.CaseAction
): CaseProfile.CaseProfile => ({
  ...profile,
  moves: profile.moves.filter((move) => move.action !== action)
})
const codesOf = (profile: CaseProfile.CaseProfile) =>
  new Set(ProfileCheck.check(profile).map((finding) => finding.code))
const first = (profile: CaseProfile.CaseProfile, code: ProfileFinding.Code) => {
  const finding = ProfileCheck.check(profile).find((one) => one.code === code)
  if (finding === undefined) throw new Error(`no ${code}`)
  return finding
}

describe("the profiles of the package", () => {
  test.each(CaseProfile.profileIds)("%s is proved, every value of it possible", (id) => {
    expect(ProfileProblem.find(CaseProfile.all[id])).toEqual([])
    expect(ProfileCheck.check(CaseProfile.all[id])).toEqual([])
  })

  test.each(CaseProfile.profileIds)("the shortest ways in %s can be gone with commands", (id) => {
    const profile = CaseProfile.all[id]
    const model = profileModel.make(profile, CaseRole.list)
    const found = profileSearch.search(model, () => {})
    const seen = new Set<number>()
    found.spots.forEach((spot, at) => {
      if (seen.has(spot.status)) return
      seen.add(spot.status)
      const path = profileSearch.pathTo(found, at)
      expect(["Reported", ...play(profile, path)]).toEqual(path.map((step) => step.status))
    })
    expect(seen.size).toBeGreaterThan(11)
  })

  test("the explorer, who plays every command, finds nothing in one with every clock", () => {
    expect(explore(CaseProfile.digitalCity, CaseRole.list, "Complex")).toEqual([])
  })

  test("a locality without anybody in a role that only some moves have is told so", () => {
    const roles = CaseRole.list.filter((role) => role !== "Checker")
    const findings = ProfileCheck.check(CaseProfile.digitalCity, { roles })
    expect(findings.map((finding) => [finding.code, finding.subject])).toContainEqual([
      "EndUnreachable",
      "FollowUp"
    ])
    expect(ProfileCheck.check(CaseProfile.fiveStep, { roles })).toEqual([])
  })
})

describe("each finding", () => {
  test("an unreachable status names what would lead there", () => {
    const findings = ProfileCheck.check(lose(base, "BeginFollowUp"))
    const missed = findings.filter((finding) => finding.code === "StatusUnreachable")
    expect(missed.map(({ subject, found, path }) => [subject, found, path])).toEqual([
      ["FollowUp", "", []],
      ["WrittenOff", "WriteOff", []]
    ])
  })

  test("a status without a way to any end comes with the shortest way there", () => {
    const { path, subject } = first(lose(small, "BeginFollowUp"), "WriteOffUnreachable")
    expect([subject, path.length]).toEqual(["Reported", 1])
    const end = first(lose(lose(small, "WriteOff"), "Reopen"), "EndUnreachable")
    expect(end.subject).toBe("FollowUp")
    expect(ProfilePath.describe(end.path)).toEqual({
      en:
        "report → reported; settle on the spot by grid worker → claimed resolved; " +
        "begin follow-up by follow-up caller → in follow-up",
      zh: "上报 → 已上报;由网格员现场办结 → 已办结;由回访员开始回访 → 回访中"
    })
  })

  test("a status that only the reporter can leave is answered for by nobody", () => {
    const profile = lose(lose(small, "Assign"), "Arbitrate")
    expect(first(profile, "NobodyMoves").subject).toBe("Triaged")
  })

  test("a case without a unit is owned by nobody", () => {
    const profile = { ...small, needs: { ...small.needs, Assign: [] } }
    const findings = ProfileCheck.check(profile).filter((one) => one.code === "NobodyOwns")
    expect(findings.map((finding) => finding.subject)).toContain("Assigned")
    const said = findings.map((finding) => ProfileFinding.describe(finding).en)
    for (const text of said) expect(text).toContain("triage desk (no responsible unit) → assigned")
  })

  test("a claim that nothing limits runs no clock, whatever ran before", () => {
    const Urgent = { ...small.limits.Urgent, verifySec: Number.POSITIVE_INFINITY }
    const profile = { ...small, limits: { ...small.limits, Urgent } }
    expect(ProfileCheck.check(profile)).toEqual([])
    const none = { ...Urgent, callBackSec: Number.POSITIVE_INFINITY }
    const both = { ...small, limits: { ...small.limits, Urgent: none } }
    const found = ProfileCheck.check(both).map((one) => [one.code, one.subject, one.found])
    expect(found).toEqual([
      ["NoClockRuns", "Resolved", "Urgent"],
      ["NoClockRuns", "FollowUp", "Urgent"]
    ])
  })

  test("moves are ambiguous where role and level overlap, and only there", () => {
    const [move] = small.moves.filter((one) => one.action === "Assign")
    if (move === undefined) throw new Error("no move")
    const more = (other: Partial<CaseProfile.Move>) =>
      codesOf({ ...small, moves: [...small.moves, { ...move, to: "Accepted", ...other }] })
    expect(more({})).toContain("AmbiguousMoves")
    expect(more({ by: [] })).toContain("AmbiguousMoves")
    expect(more({ by: ["Arbiter", "TriageDesk"] })).toContain("AmbiguousMoves")
    expect(more({ by: ["Arbiter"] })).not.toContain("AmbiguousMoves")
  })

  test("a reopening is one for all roles, because the answer of a follow-up makes it", () => {
    const other: CaseProfile.Move = {
      action: "Reopen",
      from: ["FollowUp"],
      to: "Assigned",
      by: ["Reporter"],
      atLevels: []
    }
    expect(codesOf({ ...small, moves: [...small.moves, other] })).toContain("AmbiguousMoves")
  })

  test("a need that no command can carry and no record can hold is never given", () => {
    const profile = { ...small, needs: { ...small.needs, Accept: ["EndDate"] as const } }
    const { found, path, subject } = first(profile, "NeedNeverGiven")
    expect([subject, found, path.length]).toEqual(["Accept", "EndDate", 4])
    const unscored = { ...small, needs: { ...small.needs, Resolve: ["Scores"] as const } }
    expect(first(unscored, "NeedNeverGiven").found).toBe("Scores")
    const report = { ...small, needs: { ...small.needs, Report: ["Scores"] as const } }
    expect(first(report, "NeedNeverGiven").subject).toBe("Report")
  })

  test("a gate that waits for what cannot be opened never opens, per kind of matter", () => {
    const profile = lose(threeMatter, "OpenSideProcess")
    const found = ProfileCheck.check(profile).map((one) => [one.code, one.subject, one.expected])
    expect(found).toContainEqual(["GateNeverOpens", "Start", "Big"])
    expect(found).toContainEqual(["GateNeverOpens", "Start", "Small"])
    expect(found).not.toContainEqual(["GateNeverOpens", "Start", "Private"])
  })

  test("a gate on a kind of matter that stands nowhere guards nothing", () => {
    const matterLevels = { ...threeMatter.matterLevels, Big: [] }
    const found = ProfileCheck.check({ ...threeMatter, matterLevels })
    expect(found.map((one) => [one.code, one.subject, one.expected])).toContainEqual([
      "GateUnused",
      "Start",
      "Big"
    ])
  })

  test("a side process that nobody closes is stuck", () => {
    const finding = first(lose(small, "CloseSideProcess"), "SideProcessStuck")
    expect([finding.subject, finding.found]).toEqual(["Deliberation", "Accepted"])
  })

  test("a move that nobody can make is told, with the way to where it would be made", () => {
    const dead: CaseProfile.Move = {
      action: "CloseSideProcess",
      from: ["FollowUp", "WrittenOff"],
      to: "Same",
      by: [],
      atLevels: []
    }
    const found = ProfileCheck.check({ ...small, moves: [...small.moves, dead] })
    expect(found.map((one) => [one.code, one.found])).toEqual([["MoveNeverPossible", "WrittenOff"]])
  })
})

describe("words", () => {
  test("are complete in both languages", () => {
    for (const code of ProfileFinding.codes) {
      const finding = { code, subject: "Triage", found: "", expected: "", path: [] }
      const { en, zh } = ProfileFinding.describe(finding)
      expect(en).not.toMatch(/[{}\u4e00-\u9fff]/)
      expect(zh).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*$/)
    }
  })

  test("values of a finding are said in the reader's words", () => {
    const finding = first(lose(small, "Check"), "NeedNeverGiven")
    const { en, zh } = ProfileFinding.describe(finding)
    expect(en).toContain("“write off” needs what nobody can give there: a checker's confirmation.")
    expect(zh).toContain("“销号”所需的内容无法给出:核查员的确认。最短路径:上报 → 已上报;")
  })
})

describe("what commands carry", () => {
  test("is what the decider takes from commands with every field filled in", () => {
    for (const action of CaseAction.list) {
      const carried = carriedBy(action)
      const listed = carriedBits(CaseAction.codeOf(action)) & ~CaseItem.toBits(CaseItem.recordItems)
      expect([action, CaseItem.fromBits(listed)]).toEqual([action, CaseItem.fromBits(carried)])
    }
    expect(CaseStatus.count).toBe(13)
  })
})
