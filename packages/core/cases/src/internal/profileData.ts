/**
 * The profiles that come with the package, as data. No report of any locality states a limit, a
 * return limit or an amber point: all such numbers here are assumed and say why.
 */
import { Seconds } from "@wangge/facts"
import type { CaseItem } from "../CaseItem.ts"
import type { CaseProfile, LimitRow, Move, Policy } from "../CaseProfile.ts"
import type { CaseStatus } from "../CaseStatus.ts"

const { daySec, hourSec, minuteSec } = Seconds

/** A row of limits in calendar time, without extension unless the options say so. */
const limitRow = (options: {
  readonly contactSec: number
  readonly resolveSec: number
  readonly extensionSec: number
  readonly extensionCountMax: number
  readonly reason: string
}): LimitRow => ({
  clock: "calendar",
  contactSec: options.contactSec,
  resolveSec: options.resolveSec,
  extensionSec: options.extensionSec,
  extensionCountMax: options.extensionCountMax,
  provenance: { kind: "assumed", reason: options.reason }
})

const hotline = "anchored on the draft standard of the Beijing 12345 hotline (2021)"

/** @source none: the reason stands in each row */
const limits = {
  Emergency: limitRow({
    contactSec: 15 * minuteSec,
    resolveSec: 2 * hourSec,
    extensionSec: 0,
    extensionCountMax: 0,
    reason: `${hotline}: 2 h for danger to life or property; 15 min to the first contact is ours`
  }),
  Urgent: limitRow({
    contactSec: 2 * hourSec,
    resolveSec: 24 * hourSec,
    extensionSec: 0,
    extensionCountMax: 0,
    reason: `${hotline}: 24 h for water, power, gas, heat; 2 h to the first contact is ours`
  }),
  Ordinary: limitRow({
    contactSec: 24 * hourSec,
    resolveSec: 7 * daySec,
    extensionSec: 0,
    extensionCountMax: 0,
    reason: `${hotline}: 7 days for most cases; 24 h to the first contact is ours`
  }),
  Complex: limitRow({
    contactSec: 24 * hourSec,
    resolveSec: 15 * daySec,
    extensionSec: 15 * daySec,
    extensionCountMax: 1,
    reason: `${hotline}: 15 days for several departments; one extension of 15 days is ours`
  }),
  Petition: limitRow({
    contactSec: 15 * daySec,
    resolveSec: 60 * daySec,
    extensionSec: 30 * daySec,
    extensionCountMax: 1,
    reason:
      "national petition rules from general knowledge, not checked against the text: 15 days to " +
      "say accepted or not, 60 days to resolve, 30 days of extension"
  })
} as const satisfies CaseProfile["limits"]

/** @source none: the reason stands beside each number */
const policy: Policy = {
  maxReturns: 2,
  appealSec: 30 * daySec,
  amberShare: 0.75,
  reopensWhenDissatisfied: false,
  provenance: {
    maxReturns: { kind: "assumed", reason: "two refusals, then the level above has to decide" },
    appealSec: { kind: "assumed", reason: "a month leaves time to see whether a repair holds" },
    amberShare: { kind: "assumed", reason: "a quarter of the limit is left to act" },
    reopensWhenDissatisfied: {
      kind: "assumed",
      reason: "only an unresolved matter reopens; satisfaction is counted apart"
    }
  }
}

const beforeHandling: ReadonlyArray<CaseStatus> = ["Triaged", "Assigned", "Accepted"]
const answered: ReadonlyArray<CaseStatus> = ["Triaged", "Assigned", "Accepted", "InProgress"]
const unresolved: ReadonlyArray<CaseStatus> = ["Reported", "Verified", ...answered, "Suspended"]

/** @source none: the usual chain; a refusal to act ends at verification, a return before work */
const moves: ReadonlyArray<Move> = [
  { action: "Verify", from: ["Reported"], to: "Verified" },
  { action: "Reject", from: ["Reported", "Verified"], to: "Rejected" },
  { action: "Merge", from: unresolved, to: "Merged" },
  { action: "Withdraw", from: unresolved, to: "Withdrawn" },
  { action: "Triage", from: ["Verified"], to: "Triaged" },
  { action: "Assign", from: ["Triaged"], to: "Assigned" },
  { action: "Accept", from: ["Assigned"], to: "Accepted" },
  { action: "Return", from: ["Assigned", "Accepted"], to: "Triaged" },
  { action: "Start", from: ["Accepted"], to: "InProgress" },
  { action: "Escalate", from: answered, to: "Triaged" },
  { action: "Extend", from: answered, to: "Same" },
  { action: "Suspend", from: answered, to: "Suspended" },
  { action: "Resume", from: ["Suspended"], to: "Remembered" },
  { action: "Resolve", from: ["InProgress"], to: "Resolved" },
  { action: "BeginFollowUp", from: ["Resolved"], to: "FollowUp" },
  { action: "RecordFollowUp", from: ["FollowUp"], to: "Same" },
  { action: "Reopen", from: ["FollowUp", "WrittenOff"], to: "Triaged" },
  { action: "WriteOff", from: ["FollowUp"], to: "WrittenOff" }
]

const owner: ReadonlyArray<CaseItem> = ["ResponsibleUnit"]

/** @source none: what a record must hold so that somebody can answer for each move later */
const needs: CaseProfile["needs"] = {
  Report: ["Grid", "ResponsibleUnit"],
  Reject: ["Reason"],
  Merge: ["OriginalCase"],
  Triage: owner,
  Assign: owner,
  Return: ["Reason"],
  Escalate: ["Reason", "ResponsibleUnit"],
  Extend: ["Reason", "Approver"],
  Suspend: ["Reason", "Approver", "EndDate"],
  Reopen: ["Reason"],
  WriteOff: ["ResultNote", "FollowUpOutcome"]
}

export const base: CaseProfile = {
  id: "base",
  label: { en: "base life cycle", zh: "基本流程" },
  levels: ["Grid", "Community", "Subdistrict", "Department"],
  moves,
  needs,
  limits,
  policy,
  steps: []
}

export const fiveStep: CaseProfile = {
  id: "fiveStep",
  label: { en: "five-step method", zh: "五步工作法" },
  levels: ["Grid", "Community", "Subdistrict", "Department"],
  moves,
  needs,
  limits,
  policy: {
    maxReturns: policy.maxReturns,
    appealSec: policy.appealSec,
    amberShare: policy.amberShare,
    reopensWhenDissatisfied: true,
    provenance: {
      maxReturns: policy.provenance.maxReturns,
      appealSec: policy.provenance.appealSec,
      amberShare: policy.provenance.amberShare,
      reopensWhenDissatisfied: {
        kind: "assumed",
        reason: "the report names follow-up as the fifth step; that dissatisfaction reopens is ours"
      }
    }
  },
  steps: [
    { label: { en: "collect", zh: "收集" }, statuses: ["Reported"] },
    { label: { en: "verify and assess", zh: "核实研判" }, statuses: ["Verified"] },
    { label: { en: "sort and handle", zh: "分拣处置" }, statuses: beforeHandling },
    {
      label: { en: "handle within the limit", zh: "限时办理" },
      statuses: ["InProgress", "Suspended", "Resolved"]
    },
    { label: { en: "follow up", zh: "跟踪回访" }, statuses: ["FollowUp", "WrittenOff"] }
  ]
}

export const closedLoop: CaseProfile = {
  id: "closedLoop",
  label: { en: "closed loop", zh: "闭环" },
  levels: ["Grid", "Community", "Subdistrict", "Department"],
  moves: moves.map((move) =>
    move.action === "Triage"
      ? { action: "Triage", from: ["Reported", "Verified"], to: "Triaged" }
      : move
  ),
  needs,
  limits,
  policy,
  steps: [
    { label: { en: "the grid finds", zh: "网格发现" }, statuses: ["Reported", "Verified"] },
    { label: { en: "the community responds", zh: "社区响应" }, statuses: ["Accepted"] },
    { label: { en: "tiers respond in turn", zh: "分级响应" }, statuses: ["Triaged"] },
    {
      label: { en: "joint handling", zh: "联动处置" },
      statuses: ["Assigned", "InProgress", "Suspended", "Resolved", "FollowUp", "WrittenOff"]
    }
  ]
}
