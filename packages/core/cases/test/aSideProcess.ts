import { Clock } from "@wangge/calendar"
import { Id } from "@wangge/facts"
import {
  Case,
  Deliberation,
  type DeliberationCommand,
  DeliberationDecider,
  DeliberationModel,
  DeliberationRules,
  JointMeeting,
  type JointMeetingCommand,
  JointMeetingDecider,
  LeadAssignment,
  type LeadCommand,
  LeadDecider,
  LeadRules,
  Mediation,
  type MediationCommand,
  MediationDecider,
  MediationRoute,
  SideProcessMove,
  type SideProcessRejection,
  StuckCase,
  Whistle,
  type WhistleCommand,
  WhistleDecider,
  WhistleRules
} from "../src/index.ts"

export const processId = Id.make<"SideProcess">("process-1")
export const caseId = Id.make<"Case">("case-1")
export const caseIds = ["case-1", "case-2", "case-3"].map((text) => Id.make<"Case">(text))

export const whistleRules = WhistleRules.compile(WhistleRules.base, {
  clocks: { calendar: Clock.calendar, working: Clock.calendar, workingDays: Clock.calendar }
})
export const deliberationRules = DeliberationRules.compile(Object.values(DeliberationModel.all))

/** What a command has that nobody cares about in a test. */
const order = (atSec: number, reason = "because") => ({
  processId,
  atSec,
  actorId: "desk-2",
  reason
})

/** A machine under test: how it decides, and how it changes. */
export interface Machine<State extends { readonly status: string }, Command, Event> {
  readonly decide: (
    state: State | SideProcessMove.None,
    command: Command
  ) => SideProcessMove.Decision<Event>
  readonly evolve: (state: State | SideProcessMove.None, event: Event) => State
}

export const whistleMachine: Machine<
  Whistle.Whistle,
  WhistleCommand.WhistleCommand,
  Parameters<typeof Whistle.evolve>[1]
> = {
  decide: (state, command) => WhistleDecider.decide(whistleRules, state, command),
  evolve: Whistle.evolve
}
export const leadMachine: Machine<
  LeadAssignment.LeadAssignment,
  LeadCommand.LeadCommand,
  Parameters<typeof LeadAssignment.evolve>[1]
> = {
  decide: (state, command) => LeadDecider.decide(LeadRules.base, state, command),
  evolve: LeadAssignment.evolve
}
export const meetingMachine: Machine<
  JointMeeting.JointMeeting,
  JointMeetingCommand.JointMeetingCommand,
  Parameters<typeof JointMeeting.evolve>[1]
> = {
  decide: (state, command) => JointMeetingDecider.decide(StuckCase.base, state, command),
  evolve: JointMeeting.evolve
}
export const deliberationMachine: Machine<
  Deliberation.Deliberation,
  DeliberationCommand.DeliberationCommand,
  Parameters<typeof Deliberation.evolve>[1]
> = {
  decide: (state, command) => DeliberationDecider.decide(deliberationRules, state, command),
  evolve: Deliberation.evolve
}
export const mediationMachine: Machine<
  Mediation.Mediation,
  MediationCommand.MediationCommand,
  Parameters<typeof Mediation.evolve>[1]
> = {
  decide: (state, command) => MediationDecider.decide(MediationRoute.base, state, command),
  evolve: Mediation.evolve
}

/** The state after commands that are all accepted. */
export const after = <State extends { readonly status: string }, Command, Event>(
  machine: Machine<State, Command, Event>,
  commands: ReadonlyArray<Command>
): State => {
  let state: State | SideProcessMove.None = SideProcessMove.none
  for (const command of commands) {
    const decision: SideProcessMove.Decision<Event> = machine.decide(state, command)
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`)
    state = machine.evolve(state, decision.event)
  }
  if (state === SideProcessMove.none) throw new Error("no commands")
  return state as State
}

/** The rejection of the last command after others that are all accepted. */
export const refused = <State extends { readonly status: string }, Command, Event>(
  machine: Machine<State, Command, Event>,
  commands: ReadonlyArray<Command>,
  last: Command
): SideProcessRejection.SideProcessRejection => {
  const state = commands.length === 0 ? SideProcessMove.none : after(machine, commands)
  const decision = machine.decide(state, last)
  if (decision.ok) throw new Error(`accepted: ${JSON.stringify(decision.event)}`)
  return decision.rejection
}

const department = (unitId: string): WhistleCommand.Call => ({ unitId, targetKind: "Department" })

export const whistle = {
  blow: (
    atSec: number,
    units: ReadonlyArray<string> = ["water", "power", "police"],
    whistleKind: WhistleRules.Kind = "Emergency"
  ): WhistleCommand.BlowWhistle => ({
    ...order(atSec),
    action: "BlowWhistle",
    caseId,
    whistleKind,
    calls: units.map(department)
  }),
  name: (atSec: number, unitId: string): WhistleCommand.NameTarget => ({
    ...order(atSec, ""),
    ...department(unitId),
    action: "NameTarget"
  }),
  reportIn: (atSec: number, unitId: string): WhistleCommand.ReportIn => ({
    ...order(atSec, ""),
    action: "ReportIn",
    unitId
  }),
  miss: (atSec: number, unitId: string): WhistleCommand.RecordMiss => ({
    ...order(atSec, ""),
    action: "RecordMiss",
    unitId
  }),
  excuse: (atSec: number, unitId: string, approverId = "chief-1"): WhistleCommand.ExcuseTarget => ({
    ...order(atSec),
    action: "ExcuseTarget",
    unitId,
    approverId
  }),
  replace: (atSec: number, unitId: string, byUnitId: string): WhistleCommand.ReplaceTarget => ({
    ...order(atSec),
    action: "ReplaceTarget",
    unitId,
    byUnitId,
    byTargetKind: "Department"
  }),
  explain: (atSec: number, unitId: string): WhistleCommand.ExplainMiss => ({
    ...order(atSec),
    action: "ExplainMiss",
    unitId
  }),
  finish: (atSec: number, result = "repaired"): WhistleCommand.FinishWork => ({
    ...order(atSec, ""),
    action: "FinishWork",
    result
  }),
  release: (atSec: number, unitId: string): WhistleCommand.ReleaseTarget => ({
    ...order(atSec, ""),
    action: "ReleaseTarget",
    unitId
  }),
  close: (atSec: number): WhistleCommand.CloseWhistle => ({
    ...order(atSec, ""),
    action: "CloseWhistle"
  })
}

export const lead = {
  activate: (atSec: number, dueSec = atSec + 1000): LeadCommand.ActivateLead => ({
    ...order(atSec, ""),
    action: "ActivateLead",
    caseId,
    leaderId: "leader-1",
    officialId: "official-4",
    gridWorkerId: "worker-7",
    measures: "two talks a week",
    dueSec,
    responsibility: "the official reports",
    investigation: "by the official",
    handling: "by the leader",
    stability: "a visit after a month"
  }),
  progress: (atSec: number, note = "talked"): LeadCommand.RecordProgress => ({
    ...order(atSec, ""),
    action: "RecordProgress",
    note
  }),
  reappoint: (
    atSec: number,
    post: LeadRules.Post,
    personId: string
  ): LeadCommand.ReappointLead => ({ ...order(atSec), action: "ReappointLead", post, personId }),
  extend: (atSec: number, dueSec: number): LeadCommand.ExtendLead => ({
    ...order(atSec),
    action: "ExtendLead",
    dueSec,
    approverId: "chief-1"
  }),
  complete: (atSec: number): LeadCommand.CompleteLead => ({
    ...order(atSec, ""),
    action: "CompleteLead",
    investigationResult: "the wall leaks",
    handlingResult: "the wall is repaired",
    stabilityResult: "no new complaint in a month"
  }),
  cancel: (atSec: number): LeadCommand.CancelLead => ({
    ...order(atSec),
    action: "CancelLead",
    approverId: "chief-1"
  })
}

export const meeting = {
  convene: (atSec: number, ids = caseIds.slice(0, 2)): JointMeetingCommand.ConveneMeeting => ({
    ...order(atSec, ""),
    action: "ConveneMeeting",
    caseIds: ids
  }),
  add: (atSec: number, id: (typeof caseIds)[number]): JointMeetingCommand.AddToAgenda => ({
    ...order(atSec),
    action: "AddToAgenda",
    caseId: id
  }),
  decide: (
    atSec: number,
    id: (typeof caseIds)[number],
    dueSec = atSec + 100
  ): JointMeetingCommand.DecideStuckCase => ({
    ...order(atSec, ""),
    action: "DecideStuckCase",
    caseId: id,
    ownerUnitId: "water",
    measures: "a new pipe",
    dueSec
  }),
  postpone: (
    atSec: number,
    id: (typeof caseIds)[number],
    nextSec = atSec + 100
  ): JointMeetingCommand.PostponeStuckCase => ({
    ...order(atSec),
    action: "PostponeStuckCase",
    caseId: id,
    nextSec
  }),
  close: (atSec: number, nextMeetingSec = atSec + 100): JointMeetingCommand.CloseMeeting => ({
    ...order(atSec, ""),
    action: "CloseMeeting",
    nextMeetingSec
  })
}

export const mediation = {
  open: (atSec: number, partyIds = ["party-1", "party-2"]): MediationCommand.OpenMediation => ({
    ...order(atSec, ""),
    action: "OpenMediation",
    caseId,
    mediatorId: "mediator-3",
    partyIds
  }),
  session: (atSec: number): MediationCommand.HoldSession => ({
    ...order(atSec, ""),
    action: "HoldSession"
  }),
  refuse: (atSec: number, partyId: string): MediationCommand.RefuseMediation => ({
    ...order(atSec, ""),
    action: "RefuseMediation",
    partyId
  }),
  end: (atSec: number): MediationCommand.EndMediation => ({
    ...order(atSec),
    action: "EndMediation"
  }),
  agree: (
    atSec: number,
    agreedPartyIds = ["party-1", "party-2"]
  ): MediationCommand.AgreeMediation => ({
    ...order(atSec, ""),
    action: "AgreeMediation",
    agreedPartyIds,
    promises: [
      { what: "no noise after ten", partyId: "party-1", dueSec: atSec + 100 },
      { what: "a carpet", partyId: "party-2", dueSec: atSec + 200 }
    ]
  }),
  followUp: (
    atSec: number,
    promiseIndex: number,
    isKept = true
  ): MediationCommand.FollowUpPromise => ({
    ...order(atSec, ""),
    action: "FollowUpPromise",
    promiseIndex,
    isKept
  }),
  close: (atSec: number): MediationCommand.CloseMediation => ({
    ...order(atSec, ""),
    action: "CloseMediation"
  })
}

export const deliberation = {
  open: (
    atSec: number,
    modelId: DeliberationModel.ModelId,
    isImportant = false
  ): DeliberationCommand.OpenDeliberation => ({
    ...order(atSec, ""),
    action: "OpenDeliberation",
    caseId,
    modelId,
    subject: "lamps in the yard",
    isImportant
  }),
  /** Everybody of the stage is there, and all are for it unless the vote says otherwise. */
  hold: (
    atSec: number,
    stage: DeliberationModel.ModelStage,
    isFor = true
  ): DeliberationCommand.HoldStage => ({
    ...order(atSec, ""),
    action: "HoldStage",
    stage: stage.stage,
    attendance: stage.parties.map((party) => ({ party, memberCount: 3, presentCount: 3 })),
    note: "done",
    vote: {
      forCount: isFor ? 3 * stage.parties.length : 0,
      againstCount: isFor ? 0 : 3 * stage.parties.length
    },
    ownerUnitId: isFor ? "property-1" : "",
    dueSec: isFor ? atSec + 100 : Case.notYet
  }),
  withdraw: (atSec: number): DeliberationCommand.WithdrawDeliberation => ({
    ...order(atSec),
    action: "WithdrawDeliberation"
  }),
  close: (atSec: number): DeliberationCommand.CloseDeliberation => ({
    ...order(atSec, ""),
    action: "CloseDeliberation"
  })
}
