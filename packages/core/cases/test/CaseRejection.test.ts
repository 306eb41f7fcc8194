import { Clock, WorkCalendar } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import {
  Case,
  type CaseCommand,
  CaseProfile,
  CaseRejection,
  CaseRules,
  type HandlingLevel
} from "../src/index.ts"
import { after, baseRules, caseId, command, path, rejectionOf } from "./aCase.ts"

const day = 86_400

const office = WorkCalendar.officeHoursChina({
  fromDay: Seconds.dayNumber(2025, 1, 1),
  untilDay: Seconds.dayNumber(2025, 2, 1)
})
const workingRules = CaseRules.compile(
  {
    ...CaseProfile.base,
    limits: {
      ...CaseProfile.base.limits,
      Ordinary: { ...CaseProfile.base.limits.Ordinary, clock: "working" }
    }
  },
  { clocks: { calendar: Clock.calendar, working: Clock.working(office) } }
)

const twoLevels: CaseProfile.CaseProfile = {
  ...CaseProfile.base,
  levels: ["Grid", "Department"]
}
const twoLevelRules = CaseRules.compile(twoLevels, {
  clocks: { calendar: Clock.calendar, working: Clock.calendar }
})

const atCommunity: HandlingLevel.HandlingLevel = "Community"
const twiceReturned = [
  ...path.assigned(0),
  command.plain("Return", 1),
  command.assign(2),
  command.plain("Return", 3),
  command.assign(4)
]

/** Rules with gates, levels of matters, and a move that exists at one level only. */
const strictRules = CaseRules.compile(
  {
    ...CaseProfile.base,
    moves: CaseProfile.base.moves.map((move) =>
      move.action === "Withdraw" ? { ...move, atLevels: ["Community"] } : move
    ),
    matterLevels: { Private: ["Grid"] },
    gates: [
      { action: "Accept", matterKinds: ["Big"], process: "Deliberation", rule: "Decided" },
      {
        action: "OpenSideProcess",
        matterKinds: ["Private"],
        process: "Deliberation",
        rule: "Forbidden"
      }
    ]
  },
  { clocks: { calendar: Clock.calendar, working: Clock.calendar } }
)

/** Triage as a big matter. */
const big = (atSec: number): CaseCommand.TriageCase => ({
  ...command.triage(atSec),
  matterKind: "Big"
})

/** One example per code: the state, the command, the rules, and what the rejection says. */
const examples: Readonly<
  Record<
    CaseRejection.Code,
    {
      readonly state: Case.State
      readonly command: CaseCommand.CaseCommand
      readonly rules?: CaseRules.CaseRules
      readonly says: readonly [field: string, found: string | number, expected: string | number]
    }
  >
> = {
  NotReported: {
    state: Case.none,
    command: command.assign(0),
    says: ["action", "Assign", "Report"]
  },
  AlreadyReported: {
    state: after(path.reported(0)),
    command: command.report(1),
    says: ["caseId", "case-1", "a new caseId"]
  },
  ReportedOtherwise: {
    state: after(path.reported(0)),
    command: command.report(1, "Urgent"),
    says: ["urgency", "Urgent", "Ordinary"]
  },
  TimeInFuture: {
    state: Case.none,
    command: { ...command.report(5), seenSec: 6 },
    says: ["seenSec", 6, 5]
  },
  LevelNotAllowed: {
    state: after(path.inProgress(0), strictRules),
    command: command.plain("Withdraw", 1),
    rules: strictRules,
    says: ["level", "Grid", "Community"]
  },
  RoleNotAllowed: {
    state: after(path.resolved(0)),
    command: { ...command.check(1), role: "Caller" },
    says: ["role", "Caller", "Checker"]
  },
  ActorLevelWrong: {
    state: after(twiceReturned),
    command: { ...command.arbitrate(5), actorLevel: "Grid" },
    says: ["actorLevel", "Grid", "Community"]
  },
  LevelNotForMatter: {
    state: after(path.verified(0), strictRules),
    command: { ...command.triage(1), level: "Community", matterKind: "Private" },
    rules: strictRules,
    says: ["level", "Community", "Grid"]
  },
  SideProcessNeeded: {
    state: after([...path.verified(0), big(0), command.assign(0)], strictRules),
    command: command.plain("Accept", 1),
    rules: strictRules,
    says: ["sideProcesses", "None", "Deliberation Decided"]
  },
  SideProcessForbidden: {
    state: after([...path.verified(0), { ...big(0), matterKind: "Private" }], strictRules),
    command: command.open(1, "Deliberation", "council-1"),
    rules: strictRules,
    says: ["sideProcesses", "Deliberation", "Deliberation Forbidden"]
  },
  SideProcessOpen: {
    state: after([...path.followUp(0), command.open(0), command.followUp(0)]),
    command: command.writeOff(1),
    says: ["sideProcesses", "Whistle whistle-1", "None"]
  },
  SideProcessKnown: {
    state: after([...path.triaged(0), command.open(0)]),
    command: command.open(1),
    says: ["processId", "whistle-1", "a new processId"]
  },
  SideProcessUnknown: {
    state: after([...path.triaged(0), command.open(0)]),
    command: command.close(1, "whistle-2"),
    says: ["processId", "whistle-2", "Whistle whistle-1"]
  },
  NotLateYet: {
    state: after(path.inProgress(0)),
    command: { ...command.escalate(7 * day), cause: "Lateness" },
    says: ["atSec", 7 * day, 7 * day]
  },
  SameUnit: {
    state: after(path.inProgress(0)),
    command: command.handOver(1, "unit-3"),
    says: ["unitId", "unit-3", "another unit"]
  },
  HelperNotApart: {
    state: after(path.triaged(0)),
    command: { ...command.assign(1), helperUnitIds: ["unit-5", "unit-3"] },
    says: ["helperUnitIds", "unit-3", "each unit once"]
  },
  ArbitrationTooEarly: {
    state: after(path.assigned(0)),
    command: command.arbitrate(1),
    says: ["returnCount", 0, 2]
  },
  ArbitratedAlready: {
    state: after([...twiceReturned, command.arbitrate(5)]),
    command: command.plain("Return", 6),
    says: ["ownerUnitId", "unit-9", "work by that unit"]
  },
  DuplicateKnown: {
    state: after([...path.triaged(0), command.take(0)]),
    command: command.take(1),
    says: ["duplicateCaseId", "case-2", "another case"]
  },
  DuplicateUnknown: {
    state: after([...path.triaged(0), command.take(0)]),
    command: command.release(1, "case-3"),
    says: ["duplicateCaseId", "case-3", "case-2"]
  },
  DemandNotCounted: {
    state: after(path.triaged(0)),
    command: command.take(1, "case-2", 0),
    says: ["demandCount", 0, "1, 2, 3 ..."]
  },
  ScoreNotValid: {
    state: after(path.triaged(0)),
    command: command.assess(1, { conflict: 101 }),
    says: ["conflict", 101, "0, 1, ... 100"]
  },
  SplitTooSmall: {
    state: after(path.triaged(0)),
    command: command.split(1, ["case-7"], true),
    says: ["childCaseIds", 1, 2]
  },
  SplitNotApart: {
    state: after(path.triaged(0)),
    command: command.split(1, ["case-7", "case-7"]),
    says: ["childCaseIds", "case-7", "a new caseId"]
  },
  AppealPending: {
    state: after([...path.writtenOff(0), command.plain("Appeal", 1)]),
    command: command.plain("Appeal", 2),
    says: ["appealState", "Pending", "None"]
  },
  NoAppealPending: {
    state: after(path.writtenOff(0)),
    command: command.decideAppeal(1),
    says: ["appealState", "None", "Pending"]
  },
  AppealDecided: {
    state: after([
      ...path.writtenOff(0),
      command.plain("Appeal", 1),
      command.decideAppeal(2, false)
    ]),
    command: command.plain("Appeal", 3),
    says: ["appealState", "Dismissed", "None"]
  },
  WrongCase: {
    state: after(path.triaged(0)),
    command: { ...command.assign(1), caseId: Id.make("case-9") },
    says: ["caseId", "case-9", "case-1"]
  },
  TimeNotWhole: {
    state: after(path.triaged(0)),
    command: command.assign(1.5),
    says: ["atSec", 1.5, 1]
  },
  TimeWentBack: {
    state: after(path.triaged(100)),
    command: command.assign(99),
    says: ["atSec", 99, 100]
  },
  MoveNotAllowed: {
    state: after(path.reported(0)),
    command: command.triage(1),
    says: [
      "action",
      "Triage",
      "Verify, Reject, Merge, Withdraw, SettleOnSpot, TakeDuplicate, ReleaseDuplicate, Contact, " +
        "Publish, ChangeTerms, OpenSideProcess, CloseSideProcess"
    ]
  },
  ItemMissing: {
    state: after(path.inProgress(0)),
    command: { ...command.suspend(1, Case.notYet), reason: "", approverId: "" },
    says: ["items", "", "Reason, Approver, EndDate"]
  },
  LevelNotUsed: {
    state: after(path.verified(0), twoLevelRules),
    command: { ...command.triage(1), level: atCommunity },
    rules: twoLevelRules,
    says: ["level", "Community", "Grid, Department"]
  },
  TopLevelReached: {
    state: after([...path.triaged(0), command.escalate(1)], twoLevelRules),
    command: command.escalate(2),
    rules: twoLevelRules,
    says: ["level", "Department", "Grid, Department"]
  },
  ReturnLimitReached: {
    state: after(twiceReturned),
    command: command.plain("Return", 5),
    says: ["returnCount", 2, 2]
  },
  ExtensionLimitReached: {
    state: after(path.inProgress(0)),
    command: command.extend(1),
    says: ["extensionCount", 0, 0]
  },
  ExtendedTooLate: {
    state: after(path.inProgress(0, "Complex")),
    command: command.extend(15 * day + 1),
    says: ["atSec", 15 * day + 1, 15 * day]
  },
  SuspensionEndNotLater: {
    state: after(path.inProgress(0)),
    command: command.suspend(10, 10),
    says: ["untilSec", 10, 10]
  },
  AppealWindowClosed: {
    state: after(path.writtenOff(0)),
    command: command.plain("Reopen", 31 * day),
    says: ["atSec", 31 * day, 30 * day]
  },
  MergedIntoItself: {
    state: after(path.triaged(0)),
    command: { ...command.merge(1), intoCaseId: caseId },
    says: ["intoCaseId", "case-1", "another case"]
  },
  AnswerWithoutContact: {
    state: after(path.followUp(0)),
    command: command.followUp(1, "NotReached", "Satisfied"),
    says: ["satisfaction", "Satisfied", "Unanswered"]
  },
  OutsideCalendar: {
    state: Case.none,
    command: command.report(office.untilSec - 3600),
    rules: workingRules,
    says: ["atSec", office.untilSec - 3600, "2024-12-31T16:00:00Z/2025-01-31T16:00:00Z"]
  }
}

describe("rejections", () => {
  for (const code of CaseRejection.codes) {
    test(`${code} is reached, and names the field, the value and what would be right`, () => {
      const example = examples[code]
      const rejection = rejectionOf(example.state, example.command, example.rules ?? baseRules)
      expect(rejection.code).toBe(code)
      expect(rejection.status).toBe(example.state.status)
      expect(rejection.action).toBe(example.command.action)
      const [field, found, expected] = example.says
      expect([rejection.field, rejection.found, rejection.expected]).toEqual([
        field,
        found,
        expected
      ])
    })

    test(`the words for ${code} are complete in both languages`, () => {
      const example = examples[code]
      const rejection = rejectionOf(example.state, example.command, example.rules ?? baseRules)
      const { en, zh } = CaseRejection.describe(rejection)
      expect(en).not.toMatch(/[{}]|undefined|NaN|[\u4e00-\u9fff]/)
      expect(zh).not.toMatch(/[{}]|undefined|NaN/)
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(en.endsWith(".")).toBe(true)
      expect(zh.endsWith("。")).toBe(true)
    })

    test(`the number of ${code} is its position plus 1, and leads back to it`, () => {
      const number = CaseRejection.numberOf(code)
      expect(CaseRejection.codes[number - 1]).toBe(code)
      expect(CaseRejection.codeAt(number)).toBe(code)
      expect(CaseRejection.kinds).toContain(CaseRejection.kindOf[code])
    })
  }

  test("the positions of the codes are stored, so they never change", () => {
    expect(CaseRejection.codes).toEqual([
      "NotReported",
      "AlreadyReported",
      "WrongCase",
      "TimeNotWhole",
      "TimeWentBack",
      "MoveNotAllowed",
      "ItemMissing",
      "LevelNotUsed",
      "TopLevelReached",
      "ReturnLimitReached",
      "ExtensionLimitReached",
      "ExtendedTooLate",
      "SuspensionEndNotLater",
      "AppealWindowClosed",
      "MergedIntoItself",
      "AnswerWithoutContact",
      "OutsideCalendar",
      "ReportedOtherwise",
      "TimeInFuture",
      "LevelNotAllowed",
      "RoleNotAllowed",
      "ActorLevelWrong",
      "LevelNotForMatter",
      "SideProcessNeeded",
      "SideProcessForbidden",
      "SideProcessOpen",
      "SideProcessKnown",
      "SideProcessUnknown",
      "NotLateYet",
      "SameUnit",
      "HelperNotApart",
      "ArbitrationTooEarly",
      "ArbitratedAlready",
      "DuplicateKnown",
      "DuplicateUnknown",
      "DemandNotCounted",
      "ScoreNotValid",
      "SplitTooSmall",
      "SplitNotApart",
      "AppealPending",
      "NoAppealPending",
      "AppealDecided"
    ])
  })

  test("who may and what has to run first is shown in words of both languages", () => {
    const check = examples.RoleNotAllowed
    expect(CaseRejection.describe(rejectionOf(check.state, check.command))).toEqual({
      en: "“check the claim” is not for the role follow-up caller; it is for: checker.",
      zh: "“回访员”无权“核查”;有权的角色:核查员。"
    })
    const gate = examples.SideProcessNeeded
    expect(CaseRejection.describe(rejectionOf(gate.state, gate.command, strictRules))).toEqual({
      en: "“accept” has to wait for deliberation decided; the case has none.",
      zh: "“受理”之前须有:议事协商 已有决议;目前:无。"
    })
    const open = examples.SideProcessOpen
    expect(CaseRejection.describe(rejectionOf(open.state, open.command)).zh).toBe(
      "尚未办结:吹哨报到 whistle-1;请办结后再“销号”。"
    )
  })

  test("a refusal names the missing items and the possible moves in the reader's language", () => {
    const bare = rejectionOf(after(path.followUp(0)), command.writeOff(1))
    expect(CaseRejection.describe(bare)).toEqual({
      en: "“write off” is missing: follow-up outcome or failed attempt.",
      zh: "“销号”缺少:回访结果或未联系上的记录。"
    })
    const early = rejectionOf(after(path.reported(0)), command.triage(1))
    const words = CaseRejection.describe(early)
    expect(words.en).toMatch(
      /^“triage” is not possible while the case is reported; possible: verify, reject, merge, /
    )
    expect(words.zh).toMatch(/^案件处于“已上报”时不能“分流”;可以:核实、不予受理、并案、/)
    const ended = rejectionOf(after([...path.triaged(0), command.merge(1)]), command.assign(2))
    expect(CaseRejection.describe(ended).en).toContain(
      "possible: undo the merge, close a side process."
    )
  })

  test("levels and times are shown in words, not as codes", () => {
    const top = rejectionOf(examples.TopLevelReached.state, command.escalate(2), twoLevelRules)
    expect(CaseRejection.describe(top).zh).toBe("案件已在最高层级(部门),请在本级派遣。")
    const back = rejectionOf(after(path.triaged(100)), command.assign(99))
    expect(CaseRejection.describe(back).en).toBe(
      "1970-01-01T00:01:39Z is before the last move at 1970-01-01T00:01:40Z; time never goes back."
    )
  })

  test("a half second as the end of a suspension is named as such", () => {
    const rejection = rejectionOf(after(path.inProgress(0)), command.suspend(1, 2.5))
    expect([rejection.code, rejection.field]).toEqual(["TimeNotWhole", "untilSec"])
  })

  test("numbers and texts that are no rejection are programming errors", () => {
    expect(() => CaseRejection.codeAt(0)).toThrow(RangeError)
    expect(() => CaseRejection.codeAt(43)).toThrow("1 to 42")
  })
})
