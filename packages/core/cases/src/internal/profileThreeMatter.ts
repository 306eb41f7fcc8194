/**
 * The three-matter triage of Bagongshan, as data. The report says which matters pass through the
 * council and who leads; roles and levels are our reading of it, limits are assumed.
 */
import type { CaseProfile, Move } from "../CaseProfile.ts"
import { base } from "./profileData.ts"
import { limitsWith } from "./profileLimits.ts"
import {
  assignment,
  escalation,
  intakeByDesks,
  reclassification,
  reopening,
  resolution,
  termsAndContact,
  withdrawal
} from "./profileMovesOfRoles.ts"
import { answered } from "./profileStatuses.ts"

const moves = [
  ...intakeByDesks,
  ...withdrawal,
  {
    action: "SettleOnSpot",
    from: ["Reported", "Verified"],
    to: "Resolved",
    by: ["GridWorker"],
    atLevels: ["Grid"]
  },
  { action: "Triage", from: ["Verified"], to: "Triaged", by: ["TriageDesk"], atLevels: [] },
  ...assignment,
  ...escalation,
  ...reclassification,
  {
    action: "Extend",
    from: answered,
    to: "Same",
    by: ["TriageDesk", "HandlingUnit", "GridWorker"],
    atLevels: []
  },
  {
    action: "Suspend",
    from: answered,
    to: "Suspended",
    by: ["TriageDesk", "HandlingUnit", "GridWorker"],
    atLevels: []
  },
  {
    action: "Resume",
    from: ["Suspended"],
    to: "Remembered",
    by: ["TriageDesk", "HandlingUnit", "GridWorker", "System"],
    atLevels: []
  },
  ...termsAndContact,
  {
    action: "OpenSideProcess",
    from: [...answered, "Resolved", "FollowUp"],
    to: "Same",
    by: ["TriageDesk", "HandlingUnit", "GridWorker"],
    atLevels: []
  },
  {
    action: "CloseSideProcess",
    from: [...answered, "Suspended", "Resolved", "FollowUp", "Merged", "Withdrawn"],
    to: "Same",
    by: ["TriageDesk", "HandlingUnit", "GridWorker"],
    atLevels: []
  },
  ...resolution,
  {
    action: "BeginFollowUp",
    from: ["Resolved"],
    to: "FollowUp",
    by: ["Caller", "IntakeDesk"],
    atLevels: []
  },
  {
    action: "RecordFollowUp",
    from: ["FollowUp"],
    to: "Same",
    by: ["Caller", "IntakeDesk"],
    atLevels: []
  },
  {
    action: "Publish",
    from: ["InProgress", "Resolved", "FollowUp", "WrittenOff"],
    to: "Same",
    by: ["TriageDesk", "IntakeDesk"],
    atLevels: []
  },
  ...reopening,
  {
    action: "WriteOff",
    from: ["FollowUp"],
    to: "WrittenOff",
    by: ["TriageDesk", "IntakeDesk"],
    atLevels: []
  },
  {
    action: "Appeal",
    from: ["WrittenOff", "Rejected"],
    to: "Same",
    by: ["Reporter"],
    atLevels: []
  },
  {
    action: "DecideAppeal",
    from: ["WrittenOff", "Rejected"],
    to: "Triaged",
    by: ["Arbiter"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/** @source none: what a report from outside has to show, so that it finds its grid */
const sourceNeeds: CaseProfile["sourceNeeds"] = { PhotoReport: ["Photo", "Point"] }

const { needs } = base

/**
 * A private matter has no council item; a big or a small one has one before it is handled, and the
 * council has decided, shown and rated it before it is struck off.
 *
 * @source Bagongshan, 深化党建带群建 创新治理聚合力: 大事 and 小事 pass through the council, 私事 does not;
 * that handling waits for the item, and the write-off for its end, is our reading
 */
const gates: CaseProfile["gates"] = [
  {
    action: "OpenSideProcess",
    matterKinds: ["Private"],
    process: "Deliberation",
    rule: "Forbidden"
  },
  { action: "Reclassify", matterKinds: ["Private"], process: "Deliberation", rule: "Forbidden" },
  { action: "Start", matterKinds: ["Big", "Small"], process: "Deliberation", rule: "Opened" },
  { action: "WriteOff", matterKinds: ["Big", "Small"], process: "Deliberation", rule: "Decided" }
]

export const threeMatter: CaseProfile & { readonly moves: typeof moves } = {
  id: "threeMatter",
  label: { en: "three-matter triage", zh: "三事分流" },
  levels: base.levels,
  moves,
  needs: {
    ...needs,
    Triage: ["ResponsibleUnit", "MatterKind"],
    Reclassify: ["Reason", "MatterKind"]
  },
  sourceNeeds,
  actorLevels: base.actorLevels,
  limits: limitsWith({
    limited: ["callBackSec"],
    atEnd: {
      SignIn: "Light",
      Contact: "Notice",
      Handle: "Notice",
      Verify: "Light",
      CallBack: "Notice"
    }
  }),
  clocks: base.clocks,
  thresholds: {},
  // Private: members of the grid help; small: the branch leads with property, police, enforcement;
  // big: departments help by urgency and difficulty.
  matterLevels: {
    Private: ["Grid"],
    Small: ["Grid", "Community"],
    Big: ["Community", "Subdistrict", "Department"]
  },
  gates,
  policy: base.policy,
  steps: [
    { label: { en: "say", zh: "说事" }, statuses: ["Reported", "Verified"] },
    { label: { en: "sort the three matters", zh: "三事分流" }, statuses: ["Triaged", "Assigned"] },
    { label: { en: "discuss", zh: "议事" }, statuses: ["Accepted"] },
    { label: { en: "handle", zh: "理事" }, statuses: ["InProgress", "Suspended"] },
    { label: { en: "show", zh: "晒事" }, statuses: ["Resolved"] },
    { label: { en: "rate", zh: "评事" }, statuses: ["FollowUp", "WrittenOff"] }
  ]
}
