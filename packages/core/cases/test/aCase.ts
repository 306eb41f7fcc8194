/**
 * Makers for tests: rules, commands with everything filled in, and cases brought to a status by the
 * moves that lead there.
 */
import { Clock } from "@wangge/calendar"
import { Id } from "@wangge/facts"
import {
  Case,
  type CaseCommand,
  CaseDecider,
  CaseProfile,
  type CaseRejection,
  CaseRules,
  type Urgency
} from "../src/index.ts"

/** The one id of the tests' case. */
export const caseId: Case.Case["caseId"] = Id.make("case-1")

/** Rules in calendar time. */
export const calendarClocks = { calendar: Clock.calendar, working: Clock.calendar }

/** The base profile, compiled. */
export const baseRules = CaseRules.compile(CaseProfile.base, { clocks: calendarClocks })

/** Commands that say no more than every command does. */
type PlainAction =
  | CaseCommand.PlainCommand["action"]
  | "Resume"
  | "Reopen"
  | "Unmerge"
  | "ChangeTerms"
  | "Contact"
  | "Publish"
  | "Appeal"

/** What every command carries, with a reason. */
const order = { caseId, actorId: "worker-7", reason: "because" } as const

/** Commands with every field filled in; tests replace what they are about. */
export const command = {
  report: (atSec: number, urgency: Urgency.Urgency = "Ordinary"): CaseCommand.ReportCase => ({
    ...order,
    action: "Report",
    atSec,
    source: "Hotline",
    category: "Noise",
    urgency,
    gridId: Id.make("grid-5"),
    unitId: "intake"
  }),
  plain: (action: PlainAction, atSec: number): CaseCommand.CaseCommand => {
    if (action === "Resume") return { ...order, action, atSec }
    if (action === "Reopen") return { ...order, action, atSec }
    if (action === "Unmerge") return { ...order, action, atSec }
    if (action === "ChangeTerms") return { ...order, action, atSec }
    if (action === "Contact") return { ...order, action, atSec }
    if (action === "Publish") return { ...order, action, atSec }
    if (action === "Appeal") return { ...order, action, atSec }
    return { ...order, action, atSec }
  },
  triage: (atSec: number, urgency: Urgency.Urgency = "Ordinary"): CaseCommand.TriageCase => ({
    ...order,
    action: "Triage",
    atSec,
    urgency,
    level: "Grid",
    unitId: "grid-desk"
  }),
  assign: (atSec: number): CaseCommand.AssignCase => ({
    ...order,
    action: "Assign",
    atSec,
    unitId: "unit-3"
  }),
  escalate: (atSec: number): CaseCommand.EscalateCase => ({
    ...order,
    action: "Escalate",
    atSec,
    unitId: "upper-desk"
  }),
  extend: (atSec: number): CaseCommand.ExtendCase => ({
    ...order,
    action: "Extend",
    atSec,
    approverId: "chief-1"
  }),
  suspend: (atSec: number, untilSec: number): CaseCommand.SuspendCase => ({
    ...order,
    action: "Suspend",
    atSec,
    approverId: "chief-1",
    untilSec
  }),
  merge: (atSec: number): CaseCommand.MergeCase => ({
    ...order,
    action: "Merge",
    atSec,
    intoCaseId: Id.make("case-2")
  }),
  resolve: (atSec: number): CaseCommand.ResolveCase => ({
    ...order,
    action: "Resolve",
    atSec,
    resultNote: "lamp replaced"
  }),
  followUp: (
    atSec: number,
    outcome: CaseCommand.RecordFollowUp["outcome"] = "Confirmed",
    satisfaction: CaseCommand.RecordFollowUp["satisfaction"] = outcome === "NotReached"
      ? "Unanswered"
      : "Satisfied"
  ): CaseCommand.RecordFollowUp => ({
    ...order,
    action: "RecordFollowUp",
    atSec,
    outcome,
    satisfaction
  }),
  settle: (atSec: number): CaseCommand.SettleOnSpot => ({
    ...order,
    action: "SettleOnSpot",
    atSec,
    role: "GridWorker",
    unitId: "grid-5-team",
    resultNote: "cleared away"
  }),
  assess: (
    atSec: number,
    scores: Partial<Pick<CaseCommand.AssessCase, "cost" | "conflict" | "difficulty">> = {}
  ): CaseCommand.AssessCase => ({
    ...order,
    action: "Assess",
    atSec,
    cost: scores.cost ?? 0,
    conflict: scores.conflict ?? 0,
    difficulty: scores.difficulty ?? 0,
    unitId: "upper-desk"
  }),
  arbitrate: (atSec: number): CaseCommand.ArbitrateCase => ({
    ...order,
    action: "Arbitrate",
    atSec,
    role: "Arbiter",
    actorLevel: "Community",
    unitId: "unit-9"
  }),
  handOver: (atSec: number, unitId = "unit-4"): CaseCommand.HandOverCase => ({
    ...order,
    action: "HandOver",
    atSec,
    unitId
  }),
  check: (
    atSec: number,
    outcome: CaseCommand.CheckCase["outcome"] = "Confirmed"
  ): CaseCommand.CheckCase => ({ ...order, action: "Check", atSec, role: "Checker", outcome }),
  reclassify: (
    atSec: number,
    urgency: Urgency.Urgency = "Ordinary"
  ): CaseCommand.ReclassifyCase => ({
    ...order,
    action: "Reclassify",
    atSec,
    category: "Sanitation",
    urgency,
    matterKind: "Small",
    object: "Event",
    unitId: ""
  }),
  take: (atSec: number, id = "case-2", demandCount = 1): CaseCommand.TakeDuplicate => ({
    ...order,
    action: "TakeDuplicate",
    atSec,
    duplicateCaseId: Id.make(id),
    demandCount
  }),
  release: (atSec: number, id = "case-2"): CaseCommand.ReleaseDuplicate => ({
    ...order,
    action: "ReleaseDuplicate",
    atSec,
    duplicateCaseId: Id.make(id)
  }),
  split: (
    atSec: number,
    ids: ReadonlyArray<string> = ["case-7", "case-8"],
    endsParent = false
  ): CaseCommand.SplitCase => ({
    ...order,
    action: "Split",
    atSec,
    childCaseIds: ids.map((id) => Id.make<"Case">(id)),
    endsParent
  }),
  open: (
    atSec: number,
    process: CaseCommand.OpenSideProcess["process"] = "Whistle",
    id = "whistle-1"
  ): CaseCommand.OpenSideProcess => ({
    ...order,
    action: "OpenSideProcess",
    atSec,
    process,
    processId: Id.make(id)
  }),
  close: (atSec: number, id = "whistle-1", isDecided = true): CaseCommand.CloseSideProcess => ({
    ...order,
    action: "CloseSideProcess",
    atSec,
    processId: Id.make(id),
    isDecided
  }),
  decideAppeal: (atSec: number, isUpheld = true): CaseCommand.DecideAppeal => ({
    ...order,
    action: "DecideAppeal",
    atSec,
    role: "Arbiter",
    isUpheld
  }),
  writeOff: (atSec: number): CaseCommand.WriteOffCase => ({
    ...order,
    action: "WriteOff",
    atSec,
    resultNote: ""
  })
} as const

/** The state after commands that all have to be accepted. */
export const after = (
  commands: ReadonlyArray<CaseCommand.CaseCommand>,
  rules: CaseRules.CaseRules = baseRules
): Case.Case => {
  let state = Case.none
  for (const one of commands) {
    const decision = CaseDecider.decide(rules, state, one)
    if (!decision.ok) throw new Error(`${one.action}: ${decision.rejection.code}`)
    state = Case.evolve(state, decision.event)
  }
  if (state.status === "None") throw new Error("no command given")
  return state
}

/** The rejection of a command that has to be refused. */
export const rejectionOf = (
  state: Case.State,
  one: CaseCommand.CaseCommand,
  rules: CaseRules.CaseRules = baseRules
): CaseRejection.CaseRejection => {
  const decision = CaseDecider.decide(rules, state, one)
  if (decision.ok) throw new Error(`${one.action} was accepted as ${decision.event.kind}`)
  return decision.rejection
}

/** The commands that bring a case to a status, all at one second. */
export const path = {
  reported: (atSec: number) => [command.report(atSec)],
  verified: (atSec: number) => [...path.reported(atSec), command.plain("Verify", atSec)],
  triaged: (atSec: number, urgency: Urgency.Urgency = "Ordinary") => [
    ...path.verified(atSec),
    command.triage(atSec, urgency)
  ],
  assigned: (atSec: number, urgency: Urgency.Urgency = "Ordinary") => [
    ...path.triaged(atSec, urgency),
    command.assign(atSec)
  ],
  accepted: (atSec: number, urgency: Urgency.Urgency = "Ordinary") => [
    ...path.assigned(atSec, urgency),
    command.plain("Accept", atSec)
  ],
  inProgress: (atSec: number, urgency: Urgency.Urgency = "Ordinary") => [
    ...path.accepted(atSec, urgency),
    command.plain("Start", atSec)
  ],
  resolved: (atSec: number) => [...path.inProgress(atSec), command.resolve(atSec)],
  followUp: (atSec: number) => [...path.resolved(atSec), command.plain("BeginFollowUp", atSec)],
  writtenOff: (atSec: number) => [
    ...path.followUp(atSec),
    command.followUp(atSec),
    command.writeOff(atSec)
  ]
}
