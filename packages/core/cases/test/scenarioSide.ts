/**
 * The commands of a scenario row on the side processes of a case.
 */
import { Id } from "@wangge/facts"
import {
  Case,
  type DeliberationCommand,
  DeliberationModel,
  DeliberationStage,
  type JointMeetingCommand,
  type LeadCommand,
  LeadRules,
  type MediationCommand,
  SideProcessAction,
  type SideProcessMove,
  type WhistleCommand,
  WhistleRules
} from "../src/index.ts"
import { instantOf, oneOf, type Words } from "./scenarioPage.ts"

/** What every command of a row carries. */
export type Head = Omit<SideProcessMove.Order<SideProcessAction.SideProcessAction>, "action"> & {
  readonly caseId: Id.Id<"Case">
}

const callsOf = (words: Words, kind: string): ReadonlyArray<WhistleCommand.Call> =>
  words.names("calls").map((unitId) => ({
    unitId,
    targetKind: oneOf(WhistleRules.targetKinds, kind)
  }))

export const whistleCommand = (
  head: Head,
  action: string,
  words: Words
): WhistleCommand.WhistleCommand => {
  const { caseId, ...order } = head
  const unitId = words.text("unit")
  const targetKind = oneOf(WhistleRules.targetKinds, words.maybe("target") ?? "Department")
  const known = oneOf(SideProcessAction.lists.Whistle, action)
  switch (known) {
    case "BlowWhistle": {
      const whistleKind = oneOf(WhistleRules.kinds, words.maybe("kind"))
      return { ...order, action: known, caseId, whistleKind, calls: callsOf(words, targetKind) }
    }
    case "NameTarget":
      return { ...order, action: known, unitId, targetKind }
    case "ExcuseTarget":
      return { ...order, action: known, unitId, approverId: words.text("approver") }
    case "ReplaceTarget":
      return {
        ...order,
        action: known,
        unitId,
        byUnitId: words.text("by"),
        byTargetKind: targetKind
      }
    case "FinishWork":
      return { ...order, action: known, result: words.text("result") }
    case "CloseWhistle":
      return { ...order, action: known }
    default:
      return { ...order, action: known, unitId }
  }
}

export const leadCommand = (head: Head, action: string, words: Words): LeadCommand.LeadCommand => {
  const { caseId, ...order } = head
  const known = oneOf(SideProcessAction.lists.LeadAssignment, action)
  switch (known) {
    case "ActivateLead":
      return {
        ...order,
        action: known,
        caseId,
        leaderId: words.text("leader"),
        officialId: words.text("official"),
        gridWorkerId: words.text("worker"),
        measures: words.text("measures"),
        dueSec: words.instant("due", Case.notYet),
        responsibility: words.text("responsibility"),
        investigation: words.text("investigation"),
        handling: words.text("handling"),
        stability: words.text("stability")
      }
    case "RecordProgress":
      return { ...order, action: known, note: words.text("note") }
    case "ReappointLead": {
      const post = oneOf(LeadRules.posts, words.maybe("post"))
      return { ...order, action: known, post, personId: words.text("person") }
    }
    case "ExtendLead": {
      const dueSec = words.instant("due", Case.notYet)
      return { ...order, action: known, dueSec, approverId: words.text("approver") }
    }
    case "CompleteLead":
      return {
        ...order,
        action: known,
        investigationResult: words.text("investigation"),
        handlingResult: words.text("handling"),
        stabilityResult: words.text("stability")
      }
    case "CancelLead":
      return { ...order, action: known, approverId: words.text("approver") }
  }
}

export const meetingCommand = (
  head: Head,
  action: string,
  words: Words
): JointMeetingCommand.JointMeetingCommand => {
  const { caseId: _, ...order } = head
  const known = oneOf(SideProcessAction.lists.JointMeeting, action)
  const caseId = Id.make<"Case">(words.maybe("case") ?? "no-case")
  switch (known) {
    case "ConveneMeeting": {
      const caseIds = words.names("cases").map((name) => Id.make<"Case">(name))
      return { ...order, action: known, caseIds }
    }
    case "AddToAgenda":
      return { ...order, action: known, caseId }
    case "DecideStuckCase":
      return {
        ...order,
        action: known,
        caseId,
        ownerUnitId: words.text("owner"),
        measures: words.text("measures"),
        dueSec: words.instant("due", Case.notYet)
      }
    case "PostponeStuckCase":
      return { ...order, action: known, caseId, nextSec: words.instant("next", Case.notYet) }
    case "CloseMeeting":
      return { ...order, action: known, nextMeetingSec: words.instant("next", Case.notYet) }
  }
}

/** Who was there: `Residents:9/12` is nine of twelve. */
const attendanceOf = (words: Words): ReadonlyArray<DeliberationCommand.Attendance> =>
  words.names("present").map((text) => {
    const [party = "", present = "", members = ""] = text.split(/[:/]/)
    return {
      party: oneOf(DeliberationStage.parties, party),
      presentCount: Number(present),
      memberCount: Number(members)
    }
  })

export const deliberationCommand = (
  head: Head,
  action: string,
  words: Words
): DeliberationCommand.DeliberationCommand => {
  const { caseId, ...order } = head
  const known = oneOf(SideProcessAction.lists.Deliberation, action)
  switch (known) {
    case "OpenDeliberation":
      return {
        ...order,
        action: known,
        caseId,
        modelId: oneOf(DeliberationModel.ids, words.maybe("model")),
        subject: words.text("subject"),
        isImportant: words.text("important") === "yes"
      }
    case "HoldStage":
      return {
        ...order,
        action: known,
        stage: oneOf(DeliberationStage.list, words.maybe("stage")),
        attendance: attendanceOf(words),
        note: words.text("note"),
        vote: { forCount: words.count("for"), againstCount: words.count("against") },
        ownerUnitId: words.text("owner"),
        dueSec: words.instant("due", Case.notYet)
      }
    default:
      return { ...order, action: known }
  }
}

/** What is promised: `mend-the-pipe/party-1/2025-05-01T09:00`. */
const promisesOf = (words: Words): ReadonlyArray<MediationCommand.Promised> =>
  words.names("promises").map((text) => {
    const [what = "", partyId = "", due = ""] = text.split("/")
    return { what, partyId, dueSec: instantOf(due) }
  })

export const mediationCommand = (
  head: Head,
  action: string,
  words: Words
): MediationCommand.MediationCommand => {
  const { caseId, ...order } = head
  const known = oneOf(SideProcessAction.lists.Mediation, action)
  switch (known) {
    case "OpenMediation": {
      const partyIds = words.names("parties")
      return { ...order, action: known, caseId, mediatorId: words.text("mediator"), partyIds }
    }
    case "RefuseMediation":
      return { ...order, action: known, partyId: words.text("party") }
    case "AgreeMediation": {
      const agreedPartyIds = words.names("agreed")
      return { ...order, action: known, agreedPartyIds, promises: promisesOf(words) }
    }
    case "FollowUpPromise": {
      const isKept = words.text("kept") === "yes"
      return { ...order, action: known, promiseIndex: words.count("promise") - 1, isKept }
    }
    default:
      return { ...order, action: known }
  }
}
