/**
 * One case as plain fields, read from a record and read from the columns, so that the two compare.
 */
import {
  type Case,
  CaseSource,
  CaseStatus,
  Category,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  Urgency
} from "@wangge/cases"
import type { CaseColumns } from "../src/CaseColumns.ts"
import { caseIdOf, gridIdOf, unitIdOf } from "../src/CaseReplay.ts"

/** A case as the columns hold it: every field by the number that stands in its column. */
export const ofRecord = (of: Case.Case) => ({
  version: of.version,
  status: CaseStatus.codeOf(of.status),
  resumeStatus: of.resumeStatus === "None" ? -1 : CaseStatus.codeOf(of.resumeStatus),
  level: HandlingLevel.codeOf(of.level),
  urgency: Urgency.codeOf(of.urgency),
  category: Category.codeOf(of.category),
  source: CaseSource.codeOf(of.source),
  grid: String(of.gridId),
  unit: of.ownerUnitId,
  desk: of.deskUnitId,
  reportedSec: of.reportedSec,
  startSec: of.startSec,
  contactDueSec: of.contactDueSec,
  dueSec: of.dueSec,
  acceptedSec: of.acceptedSec,
  suspendedSec: of.suspendedSec,
  suspendedUntilSec: of.suspendedUntilSec,
  pausedContactDueSec: of.pausedContactDueSec,
  pausedDueSec: of.pausedDueSec,
  resolvedSec: of.claimedResolvedSec,
  closedSec: of.closedSec,
  hasResultNote: of.hasResultNote ? 1 : 0,
  followUpOutcome: of.followUpOutcome === "None" ? -1 : FollowUpOutcome.codeOf(of.followUpOutcome),
  satisfaction: Satisfaction.codeOf(of.satisfaction),
  followUpCount: of.followUpCount,
  mergedInto: String(of.mergedIntoCaseId),
  returnCount: of.returnCount,
  escalationCount: of.escalationCount,
  extensionCount: of.extensionCount,
  reopenCount: of.reopenCount,
  wasOverdue: of.wasOverdue ? 1 : 0,
  lastSec: of.lastSec
})

export const ofColumns = (of: CaseColumns, slot: number): ReturnType<typeof ofRecord> => ({
  version: of.version[slot]!,
  status: of.status[slot]!,
  resumeStatus: of.resumeStatus[slot]!,
  level: of.level[slot]!,
  urgency: of.urgency[slot]!,
  category: of.category[slot]!,
  source: of.source[slot]!,
  grid: String(gridIdOf(of.grid[slot]!)),
  unit: unitIdOf(of.unit[slot]!),
  desk: unitIdOf(of.desk[slot]!),
  reportedSec: of.reportedSec[slot]!,
  startSec: of.startSec[slot]!,
  contactDueSec: of.contactDueSec[slot]!,
  dueSec: of.dueSec[slot]!,
  acceptedSec: of.acceptedSec[slot]!,
  suspendedSec: of.suspendedSec[slot]!,
  suspendedUntilSec: of.suspendedUntilSec[slot]!,
  pausedContactDueSec: of.pausedContactDueSec[slot]!,
  pausedDueSec: of.pausedDueSec[slot]!,
  resolvedSec: of.resolvedSec[slot]!,
  closedSec: of.closedSec[slot]!,
  hasResultNote: of.hasResultNote[slot]!,
  followUpOutcome: of.followUpOutcome[slot]!,
  satisfaction: of.satisfaction[slot]!,
  followUpCount: of.followUpCount[slot]!,
  mergedInto: of.mergedInto[slot]! < 0 ? "" : String(caseIdOf(of.mergedInto[slot]!)),
  returnCount: of.returnCount[slot]!,
  escalationCount: of.escalationCount[slot]!,
  extensionCount: of.extensionCount[slot]!,
  reopenCount: of.reopenCount[slot]!,
  wasOverdue: of.wasOverdue[slot]!,
  lastSec: of.lastSec[slot]!
})
