/**
 * The case commands of a scenario row, and the fields of a case that its last column can name.
 */
import { Id } from "@wangge/facts"
import {
  Case,
  type CaseAction,
  type CaseCommand,
  CaseObject,
  CaseSource,
  Category,
  CheckOutcome,
  EscalationCause,
  FollowUpOutcome,
  HandlingLevel,
  MatterKind,
  Satisfaction,
  SideProcess,
  Urgency
} from "../src/index.ts"
import { oneOf, type Words } from "./scenarioPage.ts"

/** What every command of a row carries. */
export type Head = Omit<CaseCommand.Order<CaseAction.CaseAction>, "action">

const caseIdOf = (text: string): Id.Id<"Case"> => Id.make<"Case">(text)

/** A key that is left out where the cell does not have it. */
const optional = <Key extends string, Value>(
  key: Key,
  text: string | undefined,
  of: (text: string) => Value
): { readonly [K in Key]?: Value } =>
  text === undefined ? {} : ({ [key]: of(text) } as { readonly [K in Key]: Value })

const pointOf = (text: string): CaseCommand.Point => {
  const [longitude = Number.NaN, latitude = Number.NaN] = text.split("/").map(Number)
  return [longitude, latitude]
}

/** Words of kinds, where the cell gives them. */
const sortedBy = (words: Words) => ({
  ...optional("matterKind", words.maybe("matter"), (text) => oneOf(MatterKind.list, text)),
  ...optional("object", words.maybe("object"), (text) => oneOf(CaseObject.list, text))
})

const reportOf = (head: Head, words: Words): CaseCommand.ReportCase => ({
  ...head,
  action: "Report",
  source: oneOf(CaseSource.list, words.maybe("source")),
  category: oneOf(Category.list, words.maybe("category")),
  urgency: oneOf(Urgency.list, words.maybe("urgency")),
  gridId: words.maybe("grid") === "" ? "" : Id.make(words.maybe("grid") ?? "grid-12"),
  unitId: words.text("unit"),
  ...optional("point", words.maybe("point"), pointOf),
  ...optional("isAnonymous", words.maybe("anonymous"), (text) => text === "yes"),
  ...(words.maybe("seen") === undefined ? {} : { seenSec: words.instant("seen", 0) })
})

const linkOf = (
  head: Head,
  action: CaseAction.CaseAction,
  words: Words
): CaseCommand.CaseCommand | undefined => {
  switch (action) {
    case "Merge":
      return {
        ...head,
        action,
        intoCaseId: words.text("into") === "" ? "" : caseIdOf(words.text("into"))
      }
    case "TakeDuplicate":
      return {
        ...head,
        action,
        duplicateCaseId: caseIdOf(words.text("duplicate")),
        demandCount: words.count("demand")
      }
    case "ReleaseDuplicate":
      return { ...head, action, duplicateCaseId: caseIdOf(words.text("duplicate")) }
    case "Split":
      return {
        ...head,
        action,
        childCaseIds: words.names("children").map(caseIdOf),
        endsParent: words.text("ends") === "yes"
      }
    case "OpenSideProcess":
      return {
        ...head,
        action,
        process: oneOf(SideProcess.list, words.maybe("process")),
        processId: Id.make(words.text("id"))
      }
    case "CloseSideProcess":
      return {
        ...head,
        action,
        processId: Id.make(words.text("id")),
        isDecided: words.text("decided") === "yes"
      }
    default:
      return undefined
  }
}

const reviewOf = (
  head: Head,
  action: CaseAction.CaseAction,
  words: Words
): CaseCommand.CaseCommand | undefined => {
  switch (action) {
    case "SettleOnSpot":
      return { ...head, action, unitId: words.text("unit"), resultNote: words.text("note") }
    case "Assess":
      return {
        ...head,
        action,
        cost: words.count("cost"),
        conflict: words.count("conflict"),
        difficulty: words.count("difficulty"),
        unitId: words.text("unit")
      }
    case "Arbitrate":
    case "HandOver":
      return { ...head, action, unitId: words.text("unit") }
    case "Check":
      return { ...head, action, outcome: oneOf(CheckOutcome.list, words.maybe("outcome")) }
    case "Reclassify":
      return {
        ...head,
        action,
        category: oneOf(Category.list, words.maybe("category")),
        urgency: oneOf(Urgency.list, words.maybe("urgency")),
        matterKind: oneOf(MatterKind.list, words.maybe("matter")),
        object: oneOf(CaseObject.list, words.maybe("object")),
        unitId: words.text("unit")
      }
    case "DecideAppeal":
      return { ...head, action, isUpheld: words.text("upheld") === "yes" }
    case "Contact":
      return { ...head, action }
    case "Publish":
      return { ...head, action }
    case "Appeal":
      return { ...head, action }
    case "Unmerge":
      return { ...head, action }
    case "ChangeTerms":
      return { ...head, action }
    default:
      return undefined
  }
}

/** The command of a row on a case. */
export const commandOf = (
  head: Head,
  action: CaseAction.CaseAction,
  words: Words
): CaseCommand.CaseCommand => {
  const special = linkOf(head, action, words) ?? reviewOf(head, action, words)
  return special ?? chainOf(head, action, words)
}

/** The moves of the usual chain. */
const chainOf = (
  head: Head,
  action: CaseAction.CaseAction,
  words: Words
): CaseCommand.CaseCommand => {
  switch (action) {
    case "Report":
      return reportOf(head, words)
    case "Triage": {
      const level = oneOf(HandlingLevel.list, words.maybe("level"))
      const urgency = oneOf(Urgency.list, words.maybe("urgency"))
      return { ...head, action, urgency, level, unitId: words.text("unit"), ...sortedBy(words) }
    }
    case "Assign": {
      const helperUnitIds = words.names("helpers")
      return { ...head, action, unitId: words.text("unit"), helperUnitIds }
    }
    case "Escalate":
      return {
        ...head,
        action,
        unitId: words.text("unit"),
        ...optional("cause", words.maybe("cause"), (text) => oneOf(EscalationCause.list, text))
      }
    case "Extend":
      return { ...head, action, approverId: words.text("approver") }
    case "Suspend": {
      const untilSec = words.instant("until", Case.notYet)
      return { ...head, action, approverId: words.text("approver"), untilSec }
    }
    case "Resolve":
    case "WriteOff":
      return { ...head, action, resultNote: words.text("note") }
    case "RecordFollowUp": {
      const outcome = oneOf(FollowUpOutcome.list, words.maybe("outcome"))
      const satisfaction = oneOf(Satisfaction.list, words.maybe("satisfaction"))
      return { ...head, action, outcome, satisfaction }
    }
    case "Resume":
      return { ...head, action }
    case "Reopen":
      return { ...head, action }
    case "Verify":
    case "Reject":
    case "Withdraw":
    case "Accept":
    case "Return":
    case "Start":
    case "BeginFollowUp":
      return { ...head, action }
    default:
      throw new Error(`the tables do not know ${action}`)
  }
}

const listed = (names: ReadonlyArray<string>): string =>
  names.length === 0 ? "none" : names.join(",")

const yes = (holds: boolean): string => (holds ? "yes" : "no")

/** The fields of a case that the last column can name; times are whole seconds. */
export const fieldsOf = (state: Case.Case): Readonly<Record<string, string>> => ({
  status: state.status,
  owner: state.ownerUnitId,
  helpers: listed(state.helperUnitIds),
  refused: listed(state.refusedUnitIds),
  level: state.level,
  urgency: state.urgency,
  category: state.category,
  matter: state.matterKind,
  source: state.source,
  due: String(state.dueSec),
  contactDue: String(state.contactDueSec),
  signInDue: String(state.signInDueSec),
  checkDue: String(state.verifyDueSec),
  callBackDue: String(state.callBackDueSec),
  contacted: String(state.contactedSec),
  published: String(state.publishedSec),
  started: String(state.startSec),
  seen: String(state.report.seenSec),
  parent: state.report.parentCaseId === "" ? "none" : state.report.parentCaseId,
  anonymous: yes(state.report.isAnonymous),
  returns: String(state.returnCount),
  escalations: String(state.escalationCount),
  handOvers: String(state.handOverCount),
  extensions: String(state.extensionCount),
  reopens: String(state.reopenCount),
  reworks: String(state.reworkCount),
  attempts: String(state.followUpCount),
  outcome: state.followUpOutcome,
  satisfaction: state.satisfaction,
  checked: state.checkOutcome,
  demand: String(state.demandCount),
  duplicates: listed(state.duplicates.map((one) => one.caseId)),
  into: state.mergedIntoCaseId === "" ? "none" : state.mergedIntoCaseId,
  children: listed(state.childCaseIds),
  processes: listed(state.sideProcesses.map((one) => `${one.processId}:${one.state}`)),
  cost: String(state.scores.cost),
  appeal: state.appealState,
  arbitrated: yes(state.isArbitrated),
  late: yes(state.wasOverdue),
  claimed: yes(Case.isClaimedResolved(state)),
  verified: yes(Case.isVerifiedResolved(state)),
  events: String(state.version)
})

/** The fields that are instants. */
export const instants: ReadonlyArray<string> = [
  "due",
  "contactDue",
  "signInDue",
  "checkDue",
  "callBackDue",
  "contacted",
  "published",
  "started",
  "seen",
  "implementBy",
  "next"
]
