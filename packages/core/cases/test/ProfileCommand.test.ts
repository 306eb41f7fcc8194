import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, expectTypeOf, test } from "vitest"
import {
  Case,
  CaseAction,
  type CaseCommand,
  CaseDecider,
  CaseProfile,
  CaseRole,
  CaseRules,
  ProfileCommand
} from "../src/index.ts"
import { calendarClocks, command as commands } from "./aCase.ts"

type Digital = ProfileCommand.CommandOf<typeof CaseProfile.digitalCity>
type FiveStep = ProfileCommand.CommandOf<typeof CaseProfile.fiveStep>

const order = { caseId: Id.make<"Case">("case-1"), atSec: 0, actorId: "worker-7", reason: "why" }

const mine = {
  ...CaseProfile.base,
  id: "mine",
  levels: ["Grid", "Community"],
  moves: [
    { action: "Triage", from: ["Reported"], to: "Triaged", by: ["TriageDesk"], atLevels: [] },
    { action: "Reject", from: ["Triaged"], to: "Rejected", by: [], atLevels: [] }
  ]
} as const satisfies CaseProfile.CaseProfile
type Mine = ProfileCommand.CommandOf<typeof mine>

describe("the commands of a profile, to TypeScript", () => {
  test("are those that it has a move for, and the report", () => {
    expectTypeOf<Mine["action"]>().toEqualTypeOf<"Report" | "Triage" | "Reject">()
    expectTypeOf<FiveStep["action"]>().not.toEqualTypeOf<CaseAction.CaseAction>()
    expectTypeOf<Extract<FiveStep["action"], "Check" | "Assess" | "Appeal">>().toBeNever()
    expectTypeOf<Extract<Digital["action"], "Check" | "Contact">>().toEqualTypeOf<"Check">()
    expectTypeOf<
      ProfileCommand.ActionOf<CaseProfile.CaseProfile>
    >().toEqualTypeOf<CaseAction.CaseAction>()
  })

  test("refuse an action that the profile does not have", () => {
    // @ts-expect-error digital urban management calls nobody back
    const call: Digital = { ...commands.followUp(0), role: "Caller" }
    // @ts-expect-error the five steps know no check
    const check: FiveStep = { ...order, action: "Check", outcome: "Confirmed" }
    expect([call, check].map((one) => one.action)).toEqual(["RecordFollowUp", "Check"])
  })

  test("refuse a role that may not make the move, and a missing one", () => {
    // @ts-expect-error only a checker checks
    const byCaller: Digital = { ...order, action: "Check", outcome: "Confirmed", role: "Caller" }
    // @ts-expect-error the role has to be stated
    const byNobody: Digital = { ...order, action: "Check", outcome: "Confirmed" }
    const right: Digital = { ...order, action: "Check", outcome: "Confirmed", role: "Checker" }
    const anyone: FiveStep = { ...order, action: "Accept" }
    const known = [byCaller, byNobody, right].map((one) =>
      ProfileCommand.has(CaseProfile.digitalCity, one)
    )
    expect(known).toEqual([false, false, true])
    expect(ProfileCommand.has(CaseProfile.fiveStep, anyone)).toBe(true)
  })

  test("refuse a level that the profile does not use", () => {
    const role = "TriageDesk"
    // @ts-expect-error there is no sub-district in this profile
    const high: Mine = { ...commands.triage(0), level: "Subdistrict", role }
    const low: Mine = { ...commands.triage(0), level: "Community", role }
    expect([high, low].map((one) => ProfileCommand.has(mine, one))).toEqual([false, true])
  })
})

describe("a decider of one profile", () => {
  test("says what the common decider says", () => {
    const decider = ProfileCommand.decider(CaseProfile.digitalCity, { clocks: calendarClocks })
    const report = { ...commands.report(0), role: "GridWorker" } as const
    expect(decider.decide(Case.none, report)).toEqual(
      CaseDecider.decide(decider.rules, Case.none, report)
    )
  })

  test("a command that the profile does not have is a typed rejection at run time", () => {
    const plain = CaseAction.list.flatMap((action): ReadonlyArray<CaseCommand.CaseCommand> => {
      switch (action) {
        case "Verify":
        case "Withdraw":
        case "Contact":
        case "Publish":
        case "Appeal":
        case "BeginFollowUp":
          return [{ ...order, action }]
        default:
          return []
      }
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...CaseProfile.profileIds),
        fc.constantFrom(...plain),
        fc.option(fc.constantFrom(...CaseRole.list), { nil: undefined }),
        (id, command, role) => {
          const rules = CaseRules.compile(CaseProfile.all[id], { clocks: calendarClocks })
          const reported = CaseDecider.decide(rules, Case.none, commands.report(0))
          if (!reported.ok) throw new Error(reported.rejection.code)
          const given = role === undefined ? command : { ...command, role }
          const decision = CaseDecider.decide(rules, Case.evolve(Case.none, reported.event), given)
          if (ProfileCommand.has(CaseProfile.all[id], given)) return
          const code = decision.ok ? "" : decision.rejection.code
          expect(["MoveNotAllowed", "RoleNotAllowed"]).toContain(code)
        }
      ),
      { numRuns: 200 }
    )
  })
})
