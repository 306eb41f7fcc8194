import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  AlertLight,
  AppealState,
  Case,
  CaseAction,
  CaseEvent,
  CaseItem,
  CaseProfile,
  CaseSource,
  CaseStatus,
  Category,
  CheckOutcome,
  EscalationCause,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  Urgency
} from "../src/index.ts"

const lists = {
  AlertLight,
  CaseAction,
  CaseItem,
  CaseSource,
  CaseStatus,
  Category,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  Urgency
}

const position = (_: string, index: number): number => index

describe("lists", () => {
  for (const [name, module] of Object.entries(lists)) {
    test(`every word of ${name} has a label in English and in Chinese`, () => {
      const labels = Object.entries(module.labels)
      expect(labels.map(([word]) => word)).toEqual([...module.list])
      for (const [, label] of labels) {
        expect(label.en).toMatch(/^[\x20-\x7e]+$/)
        expect(label.zh).toMatch(/[\u4e00-\u9fff]/)
      }
      expect(new Set(labels.map(([, label]) => label.zh)).size).toBe(labels.length)
    })
  }

  test("a code is the position, and a word that is not in the list is a programming error", () => {
    expect(CaseStatus.list.map(CaseStatus.codeOf)).toEqual(CaseStatus.list.map(position))
    expect(CaseAction.list.map(CaseAction.codeOf)).toEqual(CaseAction.list.map(position))
    expect(Urgency.list.map(Urgency.codeOf)).toEqual(Urgency.list.map(position))
    expect(HandlingLevel.list.map(HandlingLevel.codeOf)).toEqual(HandlingLevel.list.map(position))
    expect(Category.list.map(Category.codeOf)).toEqual(Category.list.map(position))
    expect(CaseSource.list.map(CaseSource.codeOf)).toEqual(CaseSource.list.map(position))
    const outcomes = FollowUpOutcome.list
    expect(outcomes.map(FollowUpOutcome.codeOf)).toEqual(outcomes.map(position))
    expect(Satisfaction.list.map(Satisfaction.codeOf)).toEqual(Satisfaction.list.map(position))
    const unknown: CaseStatus.CaseStatus = JSON.parse('"Filed"')
    expect(() => CaseStatus.codeOf(unknown)).toThrow("Filed")
  })

  test("the positions are stored, so they never change", () => {
    expect(CaseStatus.list.join(" ")).toBe(
      "Reported Verified Triaged Assigned Accepted InProgress Resolved FollowUp WrittenOff " +
        "Suspended Rejected Merged Withdrawn"
    )
    expect(CaseAction.list.join(" ")).toBe(
      "Report Verify Reject Merge Withdraw Triage Assign Accept Return Start Escalate Extend " +
        "Suspend Resume Resolve BeginFollowUp RecordFollowUp Reopen WriteOff " +
        "SettleOnSpot Assess Split Unmerge TakeDuplicate ReleaseDuplicate Arbitrate HandOver " +
        "Contact Check Publish Reclassify ChangeTerms OpenSideProcess CloseSideProcess Appeal " +
        "DecideAppeal"
    )
    expect(CaseItem.list.join(" ")).toBe(
      "Reason Approver EndDate ResultNote FollowUpOutcome ResponsibleUnit OriginalCase Grid " +
        "Photo Point Attachment Checker MatterKind Scores Contact Publication"
    )
    expect(CheckOutcome.list.join(" ")).toBe("Confirmed Refuted")
    expect(AppealState.list.join(" ")).toBe("None Pending Dismissed")
    expect(EscalationCause.list.join(" ")).toBe("Judgement Lateness")
    expect(Case.linkStates.join(" ")).toBe("Open Closed Decided")
    expect(CaseProfile.gateRules.join(" ")).toBe("Opened Closed Decided Forbidden")
    expect(CaseProfile.actorLevelRules.join(" ")).toBe("Own Above")
    expect(CaseProfile.endActs.join(" ")).toBe("Light Notice Escalate Finding")
    expect(Urgency.list.join(" ")).toBe("Emergency Urgent Ordinary Complex Petition")
    expect(HandlingLevel.list.join(" ")).toBe("Grid Community Subdistrict Department")
    expect(FollowUpOutcome.list.join(" ")).toBe("NotReached Confirmed NotResolved")
    expect(Satisfaction.list.join(" ")).toBe("Satisfied Dissatisfied Unanswered")
    expect(CaseSource.list.join(" ")).toBe(
      "Hotline PhotoReport GridWorker Resident PetitionOffice HigherLevel"
    )
    expect(Category.list.join(" ")).toBe(
      "Utilities PropertyManagement Sanitation Noise PublicFacilities CityOrder TrafficParking " +
        "NeighbourDispute SocialCare SafetyHazard ConsumerWages Other"
    )
  })

  test("every action has its event at the same position", () => {
    expect(CaseEvent.kinds.length).toBe(CaseAction.count)
  })

  test("four statuses are ends, and a claim stops the limit", () => {
    const codes = CaseStatus.list.map((_, code) => code)
    expect(codes.filter(CaseStatus.isEnd).map((code) => CaseStatus.list[code])).toEqual([
      "WrittenOff",
      "Rejected",
      "Merged",
      "Withdrawn"
    ])
    expect(codes.filter(CaseStatus.canRunLate).map((code) => CaseStatus.list[code])).toEqual([
      "Reported",
      "Verified",
      "Triaged",
      "Assigned",
      "Accepted",
      "InProgress",
      "Suspended"
    ])
  })

  test("sets of items go to bits and back", () => {
    fc.assert(
      fc.property(fc.nat(CaseItem.everything), (bits) => {
        expect(CaseItem.toBits(CaseItem.fromBits(bits))).toBe(bits)
      }),
      { numRuns: 500 }
    )
    expect(CaseItem.everything).toBe(2 ** CaseItem.list.length - 1)
    expect(CaseItem.list.length).toBeLessThanOrEqual(16)
  })
})
