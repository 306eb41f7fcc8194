/**
 * Makers for tests: random commands of every action, decided by the real rules, so that a log has
 * every kind of event that cases can have.
 */
import { Clock } from "@wangge/calendar"
import {
  Case,
  type CaseAction,
  type CaseCommand,
  CaseDecider,
  type CaseEvent,
  CaseObject,
  CaseProfile,
  CaseRole,
  CaseRules,
  CaseSource,
  CaseStatus,
  Category,
  CheckOutcome,
  EscalationCause,
  FollowUpOutcome,
  HandlingLevel,
  MatterKind,
  Satisfaction,
  SideProcess,
  Urgency
} from "@wangge/cases"
import { Id } from "@wangge/facts"
import fc from "fast-check"
import type { CaseImport } from "../src/index.ts"

export const rules = CaseRules.compile(CaseProfile.base, {
  clocks: { calendar: Clock.calendar, working: Clock.calendar }
})

/** Numbers and a text that decide one command. */
export interface Step {
  readonly action: number
  readonly leapSec: number
  readonly pick: number
  readonly text: string
}

/** Texts that try every format: quotes, separators, formulas, line ends, Chinese, markup. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "=1+1",
    "@a",
    "-1",
    "'x",
    '"',
    'a"b',
    "a,b;c",
    "a\r\nb",
    "\t",
    "<&>",
    "]]>",
    "路灯"
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 })
)

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.nat(999),
  leapSec: fc.oneof(fc.constant(0), fc.nat(90_000), fc.nat(3_000_000)),
  pick: fc.nat(59),
  text: anyText
})

/** The events of some cases, decided one after the other; the text of a step is in its reason. */
export const someEvents: fc.Arbitrary<ReadonlyArray<CaseEvent.CaseEvent>> = fc
  .array(fc.array(step, { minLength: 1, maxLength: 30 }), { maxLength: 3 })
  .map((cases) => cases.flatMap((steps, index) => eventsOf(`case-${index + 1}`, steps)))

const eventsOf = (id: string, steps: ReadonlyArray<Step>): ReadonlyArray<CaseEvent.CaseEvent> => {
  const events: Array<CaseEvent.CaseEvent> = []
  let state: Case.State = Case.none
  for (const one of steps) {
    const decision = CaseDecider.decide(rules, state, commandOf(id, state, one))
    if (!decision.ok) continue
    events.push(decision.event)
    state = Case.evolve(state, decision.event)
  }
  return events
}

const usual: ReadonlyArray<CaseAction.CaseAction> = [
  "Verify",
  "Triage",
  "Assign",
  "Accept",
  "Start",
  "Resolve",
  "BeginFollowUp",
  "RecordFollowUp",
  "WriteOff"
]

const commandOf = (id: string, state: Case.State, at: Step): CaseCommand.CaseCommand => {
  const caseId = Id.make<"Case">(id)
  if (state.status === "None") return make("Report", 1_700_000_000 + at.leapSec, caseId, at)
  const allowed = CaseRules.allowedActions(rules, CaseStatus.codeOf(state.status))
  const chain = usual.filter((action) => allowed.includes(action))
  const list = at.action % 3 === 0 && chain.length > 0 ? chain : allowed
  const action = list[at.action % list.length] ?? "Report"
  return make(action, state.lastSec + at.leapSec, caseId, at)
}

const of = <One>(list: ReadonlyArray<One>, pick: number): One => list[pick % list.length]!

const make = (
  action: CaseAction.CaseAction,
  atSec: number,
  caseId: Id.Id<"Case">,
  { pick, text }: Step
): CaseCommand.CaseCommand => {
  const unitId = `unit ${pick % 5}`
  const order = {
    caseId,
    atSec,
    actorId: `worker-${pick % 7}`,
    reason: text,
    photoIds: pick % 4 === 0 ? [`photo ${pick}`, "photo%20"] : [],
    attachmentIds: pick % 9 === 0 ? ["paper-1"] : [],
    ...roleOf(action, pick)
  }
  switch (action) {
    case "Report":
      return {
        ...order,
        action,
        source: of(CaseSource.list, pick),
        category: of(Category.list, pick),
        urgency: of(Urgency.list, pick),
        gridId: Id.make(`grid-${pick % 3}`),
        unitId,
        isAnonymous: pick % 2 === 0,
        seenSec: atSec - pick,
        ...(pick % 3 === 0 ? { point: [129.01 + pick / 7, 42.5] as const } : {}),
        ...(pick % 11 === 0 ? { parentCaseId: Id.make<"Case">("case-0") } : {})
      }
    case "Merge":
      return { ...order, action, intoCaseId: Id.make("case-99") }
    case "Triage": {
      const about = { matterKind: of(MatterKind.list, pick), object: of(CaseObject.list, pick) }
      const level = of(HandlingLevel.list, pick)
      return { ...order, action, unitId, urgency: of(Urgency.list, pick), level, ...about }
    }
    case "Assign":
      return { ...order, action, unitId, helperUnitIds: pick % 2 === 0 ? ["unit 8", "50%"] : [] }
    case "Escalate":
      return { ...order, action, unitId, cause: of(EscalationCause.list, pick) }
    case "Extend":
      return { ...order, action, approverId: "chief-1" }
    case "Suspend":
      return { ...order, action, approverId: "chief-1", untilSec: atSec + 1 + pick * 9000 }
    case "Resolve":
    case "WriteOff":
      return { ...order, action, resultNote: pick % 5 === 0 ? "" : text }
    case "RecordFollowUp": {
      const outcome = of(FollowUpOutcome.list, pick)
      const satisfaction = outcome === "NotReached" ? "Unanswered" : of(Satisfaction.list, pick)
      return { ...order, action, outcome, satisfaction }
    }
    case "SettleOnSpot":
      return { ...order, action, unitId, resultNote: text }
    case "Arbitrate":
    case "HandOver":
      return { ...order, action, unitId }
    case "Check":
      return { ...order, action, outcome: of(CheckOutcome.list, pick) }
    case "Assess":
      return { ...order, action, unitId, cost: pick, conflict: 1, difficulty: pick % 40 }
    case "Reclassify": {
      const about = { matterKind: of(MatterKind.list, pick), object: of(CaseObject.list, pick) }
      const category = of(Category.list, pick)
      return { ...order, action, unitId, category, urgency: of(Urgency.list, pick), ...about }
    }
    case "DecideAppeal":
      return { ...order, action, isUpheld: pick % 2 === 0 }
    case "Split": {
      const childCaseIds = [Id.make<"Case">("case-31"), Id.make<"Case">(`case-4${pick}`)]
      return { ...order, action, childCaseIds, endsParent: pick % 2 === 0 }
    }
    case "TakeDuplicate":
      return { ...order, action, duplicateCaseId: Id.make(`case-5${pick % 2}`), demandCount: 2 }
    case "ReleaseDuplicate":
      return { ...order, action, duplicateCaseId: Id.make(`case-5${pick % 2}`) }
    case "OpenSideProcess": {
      const processId = Id.make<"SideProcess">(`process-${pick % 2}`)
      return { ...order, action, process: of(SideProcess.list, pick), processId }
    }
    case "CloseSideProcess": {
      const processId = Id.make<"SideProcess">(`process-${pick % 2}`)
      return { ...order, action, processId, isDecided: pick % 3 === 0 }
    }
    case "Resume":
    case "Reopen":
    case "Unmerge":
    case "ChangeTerms":
      return { ...order, action }
    default:
      return { ...order, action }
  }
}

/** The roles that the base profile asks for, and now and then one that nobody asks for. */
const roleOf = (action: CaseAction.CaseAction, pick: number) => {
  if (action === "SettleOnSpot") return { role: "GridWorker" } as const
  if (action === "Check") return { role: "Checker" } as const
  if (action === "Arbitrate" || action === "DecideAppeal") {
    return { role: "Arbiter", actorLevel: of(HandlingLevel.list, pick) } as const
  }
  return pick % 6 === 0 ? { role: of(CaseRole.list, pick) } : {}
}

/** Everything that an import says to be wrong, for a test that expects nothing. */
export const complaints = ({ problems, refusals }: CaseImport.Imported): ReadonlyArray<unknown> => [
  ...problems,
  ...refusals
]
