/**
 * The shape of a case record: the one place where it is written, and what a report puts into it.
 */
import type { Case, ReportContent, Scores } from "../Case.ts"
import type { CaseReported } from "../CaseEvent.ts"

/** A time that has not come yet. */
export const notYet = -1

/** A case that is being written. */
export type Draft = { -readonly [Field in keyof Case]: Case[Field] }

/** The one empty list that all cases share. */
const nothing: readonly [] = []

/** The scores of a case that nobody has assessed. */
const notScored: Scores = { cost: notYet, conflict: notYet, difficulty: notYet }

/** What a report makes; the fields of {@link copy}, which alone writes the record. */
export const reported = (event: CaseReported): Draft =>
  copy({
    caseId: event.caseId,
    version: event.version,
    status: event.status,
    resumeStatus: "None",
    level: event.level,
    urgency: event.urgency,
    category: event.category,
    matterKind: "Unsorted",
    object: "Unstated",
    source: event.source,
    gridId: event.gridId,
    report: contentOf(event),
    ownerUnitId: event.unitId,
    deskUnitId: event.unitId,
    helperUnitIds: nothing,
    refusedUnitIds: nothing,
    isArbitrated: false,
    reportedSec: event.atSec,
    startSec: event.startSec,
    signInDueSec: event.signInDueSec,
    contactDueSec: event.contactDueSec,
    dueSec: event.dueSec,
    verifyDueSec: notYet,
    callBackDueSec: notYet,
    assignedSec: notYet,
    contactedSec: notYet,
    acceptedSec: notYet,
    suspendedSec: notYet,
    suspendedUntilSec: notYet,
    pausedContactDueSec: notYet,
    pausedDueSec: notYet,
    pauses: nothing,
    claimedResolvedSec: notYet,
    hasResultNote: false,
    checkOutcome: "None",
    reworkCount: 0,
    followUpOutcome: "None",
    satisfaction: "Unanswered",
    followUpCount: 0,
    closedSec: notYet,
    mergedIntoCaseId: "",
    duplicates: nothing,
    demandCount: 1,
    childCaseIds: nothing,
    sideProcesses: nothing,
    scores: notScored,
    publishedSec: notYet,
    appealState: "None",
    appealCount: 0,
    upheldCount: 0,
    returnCount: 0,
    escalationCount: 0,
    handOverCount: 0,
    extensionCount: 0,
    reopenCount: 0,
    wasOverdue: false,
    lastSec: event.atSec
  })

const contentOf = (event: CaseReported): ReportContent => ({
  source: event.source,
  category: event.category,
  urgency: event.urgency,
  gridId: event.gridId,
  unitId: event.unitId,
  seenSec: event.seenSec,
  isAnonymous: event.isAnonymous,
  parentCaseId: event.parentCaseId
})

/** The one place where a case is written, so that all cases have one shape. */
export const copy = (of: Case): Draft => ({
  caseId: of.caseId,
  version: of.version,
  status: of.status,
  resumeStatus: of.resumeStatus,
  level: of.level,
  urgency: of.urgency,
  category: of.category,
  matterKind: of.matterKind,
  object: of.object,
  source: of.source,
  gridId: of.gridId,
  report: of.report,
  ownerUnitId: of.ownerUnitId,
  deskUnitId: of.deskUnitId,
  helperUnitIds: of.helperUnitIds,
  refusedUnitIds: of.refusedUnitIds,
  isArbitrated: of.isArbitrated,
  reportedSec: of.reportedSec,
  startSec: of.startSec,
  signInDueSec: of.signInDueSec,
  contactDueSec: of.contactDueSec,
  dueSec: of.dueSec,
  verifyDueSec: of.verifyDueSec,
  callBackDueSec: of.callBackDueSec,
  assignedSec: of.assignedSec,
  contactedSec: of.contactedSec,
  acceptedSec: of.acceptedSec,
  suspendedSec: of.suspendedSec,
  suspendedUntilSec: of.suspendedUntilSec,
  pausedContactDueSec: of.pausedContactDueSec,
  pausedDueSec: of.pausedDueSec,
  pauses: of.pauses,
  claimedResolvedSec: of.claimedResolvedSec,
  hasResultNote: of.hasResultNote,
  checkOutcome: of.checkOutcome,
  reworkCount: of.reworkCount,
  followUpOutcome: of.followUpOutcome,
  satisfaction: of.satisfaction,
  followUpCount: of.followUpCount,
  closedSec: of.closedSec,
  mergedIntoCaseId: of.mergedIntoCaseId,
  duplicates: of.duplicates,
  demandCount: of.demandCount,
  childCaseIds: of.childCaseIds,
  sideProcesses: of.sideProcesses,
  scores: of.scores,
  publishedSec: of.publishedSec,
  appealState: of.appealState,
  appealCount: of.appealCount,
  upheldCount: of.upheldCount,
  returnCount: of.returnCount,
  escalationCount: of.escalationCount,
  handOverCount: of.handOverCount,
  extensionCount: of.extensionCount,
  reopenCount: of.reopenCount,
  wasOverdue: of.wasOverdue,
  lastSec: of.lastSec
})
