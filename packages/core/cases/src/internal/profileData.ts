/**
 * The base profile, as data; the other profiles take parts of it. No report of any locality states a
 * limit, a return limit or an amber point: all such numbers here are assumed and say why.
 */
import { Seconds } from "@wangge/facts"
import type { CaseAction } from "../CaseAction.ts"
import type { CaseItem } from "../CaseItem.ts"
import type { CaseProfile, LimitRow, Move, Policy } from "../CaseProfile.ts"
import type { CaseRole } from "../CaseRole.ts"
import type { CaseStatus } from "../CaseStatus.ts"

const { daySec, hourSec, minuteSec } = Seconds

const never = Number.POSITIVE_INFINITY

/** @source none: the light is the least that can happen; profiles choose more */
const lightAtEnd: LimitRow["atEnd"] = {
  SignIn: "Light",
  Contact: "Light",
  Handle: "Light",
  Verify: "Light",
  CallBack: "Light"
}

/** A row of limits in calendar time; nothing limits signing in and checking. */
const limitRow = (options: {
  readonly contactSec: number
  readonly resolveSec: number
  readonly callBackSec: number
  readonly extensionSec: number
  readonly extensionCountMax: number
  readonly reason: string
}): LimitRow => ({
  clock: "calendar",
  signInSec: never,
  contactSec: options.contactSec,
  resolveSec: options.resolveSec,
  verifySec: never,
  callBackSec: options.callBackSec,
  extensionSec: options.extensionSec,
  extensionCountMax: options.extensionCountMax,
  atEnd: lightAtEnd,
  provenance: { kind: "assumed", reason: options.reason }
})

const hotline = "anchored on the draft standard of the Beijing 12345 hotline (2021)"

/**
 * @source none: the reason stands in each row; the limit on calling back is ours in all of them, a day
 * where the matter was urgent, three days otherwise, a week for a petition
 */
const limits = {
  Emergency: limitRow({
    contactSec: 15 * minuteSec,
    resolveSec: 2 * hourSec,
    callBackSec: daySec,
    extensionSec: 0,
    extensionCountMax: 0,
    reason: `${hotline}: 2 h for danger to life or property; 15 min to the first contact is ours`
  }),
  Urgent: limitRow({
    contactSec: 2 * hourSec,
    resolveSec: 24 * hourSec,
    callBackSec: daySec,
    extensionSec: 0,
    extensionCountMax: 0,
    reason: `${hotline}: 24 h for water, power, gas, heat; 2 h to the first contact is ours`
  }),
  Ordinary: limitRow({
    contactSec: 24 * hourSec,
    resolveSec: 7 * daySec,
    callBackSec: 3 * daySec,
    extensionSec: 0,
    extensionCountMax: 0,
    reason: `${hotline}: 7 days for most cases; 24 h to the first contact is ours`
  }),
  Complex: limitRow({
    contactSec: 24 * hourSec,
    resolveSec: 15 * daySec,
    callBackSec: 3 * daySec,
    extensionSec: 15 * daySec,
    extensionCountMax: 1,
    reason: `${hotline}: 15 days for several departments; one extension of 15 days is ours`
  }),
  Petition: limitRow({
    contactSec: 15 * daySec,
    resolveSec: 60 * daySec,
    callBackSec: 7 * daySec,
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

/** A move that anyone may make, at every level. */
const anyone = (
  action: CaseAction,
  from: ReadonlyArray<CaseStatus>,
  to: Move["to"] = "Same"
): Move => ({ action, from, to, by: [], atLevels: [] })

/** A move that only the roles may make. */
const only = (by: ReadonlyArray<CaseRole>, move: Move): Move => ({
  action: move.action,
  from: move.from,
  to: move.to,
  by,
  atLevels: move.atLevels
})

/** @source none: the usual chain; a refusal to act ends at verification, a return before work */
const chain: ReadonlyArray<Move> = [
  anyone("Verify", ["Reported"], "Verified"),
  anyone("Reject", ["Reported", "Verified"], "Rejected"),
  anyone("Merge", unresolved, "Merged"),
  anyone("Withdraw", unresolved, "Withdrawn"),
  anyone("Triage", ["Verified"], "Triaged"),
  anyone("Assign", ["Triaged"], "Assigned"),
  anyone("Accept", ["Assigned"], "Accepted"),
  anyone("Return", ["Assigned", "Accepted"], "Triaged"),
  anyone("Start", ["Accepted"], "InProgress"),
  anyone("Escalate", answered, "Triaged"),
  anyone("Extend", answered),
  anyone("Suspend", answered, "Suspended"),
  anyone("Resume", ["Suspended"], "Remembered"),
  anyone("Resolve", ["InProgress"], "Resolved"),
  anyone("BeginFollowUp", ["Resolved"], "FollowUp"),
  anyone("RecordFollowUp", ["FollowUp"]),
  anyone("Reopen", ["FollowUp", "WrittenOff"], "Triaged"),
  anyone("WriteOff", ["FollowUp"], "WrittenOff")
]

const open: ReadonlyArray<CaseStatus> = [...unresolved, "Resolved", "FollowUp"]

/** @source none: who looks at a case again, and what ties it to others; the roles are ours */
const around: ReadonlyArray<Move> = [
  only(["GridWorker"], anyone("SettleOnSpot", ["Reported", "Verified"], "Resolved")),
  anyone("Assess", answered, "Triaged"),
  anyone("Split", ["Verified", ...answered], "Merged"),
  anyone("Unmerge", ["Merged"], "Remembered"),
  anyone("TakeDuplicate", open),
  anyone("ReleaseDuplicate", [...open, "WrittenOff"]),
  only(["Arbiter"], anyone("Arbitrate", beforeHandling, "Assigned")),
  anyone("HandOver", ["Assigned", "Accepted", "InProgress", "Resolved", "FollowUp", "Suspended"]),
  anyone("Contact", unresolved),
  only(["Checker"], anyone("Check", ["Resolved", "FollowUp"], "InProgress")),
  anyone("Publish", [...open, "WrittenOff"]),
  anyone("Reclassify", [...answered, "Suspended"]),
  anyone("ChangeTerms", open),
  anyone("OpenSideProcess", open),
  anyone("CloseSideProcess", [...open, "Rejected", "Merged", "Withdrawn"]),
  anyone("Appeal", ["WrittenOff", "Rejected"]),
  only(["Arbiter", "Approver"], anyone("DecideAppeal", ["WrittenOff", "Rejected"], "Triaged"))
]

const moves: ReadonlyArray<Move> = [...chain, ...around]

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
  WriteOff: ["ResultNote", "FollowUpOutcome"],
  SettleOnSpot: ["ResultNote", "ResponsibleUnit"],
  Unmerge: ["Reason"],
  Arbitrate: ["Reason", "ResponsibleUnit"],
  HandOver: ["Reason", "ResponsibleUnit"],
  Reclassify: ["Reason"],
  ChangeTerms: ["Reason"],
  Appeal: ["Reason"],
  DecideAppeal: ["Reason"]
}

/** What all profiles here have in common beside their moves and words. */
const terms = {
  levels: ["Grid", "Community", "Subdistrict", "Department"],
  needs,
  sourceNeeds: {},
  actorLevels: { Arbitrate: "Above" },
  limits,
  clocks: {},
  matterLevels: {},
  gates: []
} as const satisfies Partial<CaseProfile>

/** @source none: the reason stands in each row */
const thresholds: CaseProfile["thresholds"] = {
  Grid: {
    cost: 30,
    conflict: 30,
    difficulty: 30,
    provenance: { kind: "assumed", reason: "a grid has neither money nor powers of its own" }
  },
  Community: {
    cost: 50,
    conflict: 50,
    difficulty: 50,
    provenance: { kind: "assumed", reason: "a community has some money and a mediator" }
  },
  Subdistrict: {
    cost: 80,
    conflict: 80,
    difficulty: 80,
    provenance: { kind: "assumed", reason: "beyond this a department has to act" }
  }
}

export const base: CaseProfile = {
  id: "base",
  label: { en: "base life cycle", zh: "基本流程" },
  ...terms,
  moves,
  thresholds,
  policy,
  steps: []
}
