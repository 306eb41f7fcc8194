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
    says: ["action", "Triage", "Verify, Reject, Merge, Withdraw"]
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
      "OutsideCalendar"
    ])
  })

  test("a refusal names the missing items and the possible moves in the reader's language", () => {
    const bare = rejectionOf(after(path.followUp(0)), command.writeOff(1))
    expect(CaseRejection.describe(bare)).toEqual({
      en: "“write off” is missing: follow-up outcome or failed attempt.",
      zh: "“销号”缺少:回访结果或未联系上的记录。"
    })
    const early = rejectionOf(after(path.reported(0)), command.triage(1))
    expect(CaseRejection.describe(early)).toEqual({
      en: "“triage” is not possible while the case is reported; possible: verify, reject, merge, withdraw.",
      zh: "案件处于“已上报”时不能“分流”;可以:核实、不予受理、并案、撤回。"
    })
    const ended = rejectionOf(after([...path.triaged(0), command.merge(1)]), command.assign(2))
    expect(CaseRejection.describe(ended).en).toContain("possible: nothing")
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
    expect(() => CaseRejection.codeAt(18)).toThrow("1 to 17")
  })
})
