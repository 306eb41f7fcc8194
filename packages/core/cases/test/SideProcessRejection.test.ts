import { Clock, WorkCalendar } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import {
  DeliberationModel,
  SideProcess,
  SideProcessAction,
  SideProcessItem,
  SideProcessMove,
  SideProcessRejection,
  WhistleDecider,
  WhistleRules
} from "../src/index.ts"
import {
  caseIds,
  deliberation,
  deliberationMachine,
  lead,
  leadMachine,
  mediation,
  mediationMachine,
  meeting,
  meetingMachine,
  refused,
  whistle,
  whistleMachine
} from "./aSideProcess.ts"

const red = DeliberationModel.all.RedCouncil.stages
const [says, discusses] = [red[0]!, red[1]!]
const opened = [deliberation.open(0, "RedCouncil")]
const decided = [...opened, deliberation.hold(1, says), deliberation.hold(2, discusses)]
const nobody = { ...deliberation.hold(1, says), attendance: [] }
const tooMany = {
  ...deliberation.hold(1, says),
  attendance: [{ party: "Grid", memberCount: 1, presentCount: 2 } as const]
}

const outsideCalendar = (): SideProcessRejection.SideProcessRejection => {
  const calendar = WorkCalendar.officeHoursChina({
    fromDay: Seconds.dayNumber(2025, 6, 1),
    untilDay: Seconds.dayNumber(2025, 7, 1)
  })
  const workingDays = Clock.workingDays(calendar)
  const clocks = { calendar: Clock.calendar, working: workingDays, workingDays }
  const rules = WhistleRules.compile(WhistleRules.base, { clocks })
  const command = whistle.blow(calendar.untilSec - 3600, ["water"], "Outcry")
  const decision = WhistleDecider.decide(rules, SideProcessMove.none, command)
  if (decision.ok) throw new Error("expected a rejection")
  return decision.rejection
}

/** One way to reach each code. */
const examples: Readonly<
  Record<SideProcessRejection.Code, () => SideProcessRejection.SideProcessRejection>
> = {
  NotOpened: () => refused(whistleMachine, [], whistle.finish(1)),
  AlreadyOpened: () => refused(whistleMachine, [whistle.blow(0)], whistle.blow(1)),
  WrongProcess: () =>
    refused(leadMachine, [lead.activate(0)], {
      ...lead.progress(1),
      processId: Id.make<"SideProcess">("process-9")
    }),
  TimeNotWhole: () => refused(leadMachine, [lead.activate(0)], lead.progress(0.5)),
  TimeWentBack: () => refused(leadMachine, [lead.activate(10)], lead.progress(9)),
  MoveNotAllowed: () => refused(mediationMachine, [mediation.open(0)], mediation.close(1)),
  ItemMissing: () => refused(leadMachine, [], { ...lead.activate(0), measures: "" }),
  DateNotLater: () => refused(leadMachine, [], lead.activate(10, 10)),
  DateTooLate: () =>
    refused(meetingMachine, [meeting.convene(0, [])], meeting.close(0, Seconds.weekSec + 1)),
  OutsideCalendar: outsideCalendar,
  KindNotUsed: () =>
    refused(
      deliberationMachine,
      opened,
      deliberation.hold(1, DeliberationModel.all.FivePeople.stages[0]!)
    ),
  NamedTwice: () => refused(whistleMachine, [], whistle.blow(0, ["water", "water"])),
  NotNamed: () => refused(whistleMachine, [whistle.blow(0)], whistle.reportIn(1, "heat")),
  AlreadySettled: () =>
    refused(
      whistleMachine,
      [whistle.blow(0), whistle.reportIn(1, "water")],
      whistle.reportIn(2, "water")
    ),
  NotDueYet: () => refused(whistleMachine, [whistle.blow(0)], whistle.miss(1, "water")),
  WorkNotDone: () =>
    refused(
      whistleMachine,
      [whistle.blow(0), whistle.reportIn(1, "water")],
      whistle.release(2, "water")
    ),
  NotAccountedFor: () => refused(whistleMachine, [whistle.blow(0)], whistle.close(1)),
  ExtensionLimitReached: () =>
    refused(leadMachine, [lead.activate(0), lead.extend(1, 5000)], lead.extend(2, 6000)),
  CaseNotSettled: () => refused(meetingMachine, [meeting.convene(0)], meeting.close(1)),
  StageSkipped: () => refused(deliberationMachine, opened, deliberation.hold(1, discusses)),
  StageAlreadyHeld: () =>
    refused(
      deliberationMachine,
      [...opened, deliberation.hold(1, says)],
      deliberation.hold(2, says)
    ),
  StagePassed: () =>
    refused(
      deliberationMachine,
      [...opened, deliberation.hold(1, says), deliberation.hold(2, discusses, false)],
      deliberation.hold(3, red[2]!)
    ),
  QuorumNotReached: () => refused(deliberationMachine, opened, nobody),
  CountImpossible: () => refused(deliberationMachine, opened, tooMany),
  NotPublished: () => refused(deliberationMachine, decided, deliberation.close(3)),
  AlreadyDecided: () => refused(deliberationMachine, decided, deliberation.withdraw(3)),
  TooFewParties: () => refused(mediationMachine, [], mediation.open(0, ["party-1"])),
  PartyMissing: () =>
    refused(mediationMachine, [mediation.open(0)], mediation.agree(1, ["party-1"])),
  PromiseNotFollowedUp: () =>
    refused(mediationMachine, [mediation.open(0), mediation.agree(1)], mediation.close(2))
}

describe("rejections of side processes", () => {
  for (const code of SideProcessRejection.codes) {
    test(`${code} is reached, and its words are complete in both languages`, () => {
      const rejection = examples[code]()
      expect(rejection.code).toBe(code)
      expect(rejection.field).not.toBe("")
      const { en, zh } = SideProcessRejection.describe(rejection)
      expect(en).not.toMatch(/[{}]|undefined|NaN|[\u4e00-\u9fff]/)
      expect(zh).not.toMatch(/[{}]|undefined|NaN/)
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect([en.endsWith("."), zh.endsWith("。")]).toEqual([true, true])
    })
  }

  test("what is missing is named in the reader's language, ids as they are", () => {
    expect(SideProcessRejection.describe(examples.NotPublished())).toEqual({
      en: "A decision was made and not published; the item stays open until: handle, show, rate.",
      zh: "决议尚未公开,议题不能办结;尚缺:理事、晒事、评事。"
    })
    expect(SideProcessRejection.describe(examples.CaseNotSettled()).en).toContain(
      caseIds.slice(0, 2).join(", ")
    )
    expect(SideProcessRejection.describe(examples.MoveNotAllowed()).zh).toBe(
      "当前不能“调解办结”;可以:开展调解、拒绝调解、终止调解、达成协议。"
    )
  })

  test("times are shown as instants", () => {
    expect(SideProcessRejection.describe(examples.TimeWentBack()).en).toBe(
      "1970-01-01T00:00:09Z is before the last move at 1970-01-01T00:00:10Z; time never goes back."
    )
  })
})

describe("lists", () => {
  test("every action belongs to one side process and has words", () => {
    const actions = SideProcess.list.flatMap((process) => SideProcessAction.lists[process])
    expect(new Set(actions).size).toBe(actions.length)
    expect(Object.keys(SideProcessAction.labels).sort()).toEqual([...actions].sort())
  })

  test("every item has words", () => {
    expect(Object.keys(SideProcessItem.labels)).toEqual([...SideProcessItem.list])
  })
})
