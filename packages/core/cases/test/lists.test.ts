import { describe, expect, test } from "vitest"
import {
  AlertLight,
  CaseAction,
  CaseEvent,
  CaseItem,
  CaseSource,
  CaseStatus,
  Category,
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
        "Suspend Resume Resolve BeginFollowUp RecordFollowUp Reopen WriteOff"
    )
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
    for (let bits = 0; bits <= CaseItem.everything; bits++) {
      expect(CaseItem.toBits(CaseItem.fromBits(bits))).toBe(bits)
    }
  })
})
