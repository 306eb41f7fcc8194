/**
 * The side processes of a scenario as machines of one shape, and the fields of each that the last column
 * of a row can name.
 */
import {
  type CaseRules,
  Deliberation,
  DeliberationDecider,
  DeliberationModel,
  DeliberationRules,
  JointMeeting,
  JointMeetingDecider,
  LeadAssignment,
  LeadDecider,
  LeadRules,
  Mediation,
  MediationDecider,
  MediationRoute,
  SideProcess,
  SideProcessAction,
  SideProcessMove,
  type SideProcessRejection,
  type SideProcessStanding,
  StuckCase,
  Whistle,
  WhistleDecider,
  WhistleRules
} from "../src/index.ts"
import type { Words } from "./scenarioPage.ts"
import {
  deliberationCommand,
  type Head,
  leadCommand,
  mediationCommand,
  meetingCommand,
  whistleCommand
} from "./scenarioSide.ts"

/** What a command on a process comes to: `store` keeps it once its moves on cases are accepted too. */
export type Attempt =
  | { readonly ok: false; readonly rejection: SideProcessRejection.SideProcessRejection }
  | {
      readonly ok: true
      readonly kind: string
      readonly moves: ReadonlyArray<SideProcessMove.CaseMove>
      readonly store: () => void
    }

/** One process of a scenario, whatever its kind. */
export interface Running {
  readonly attempt: (head: Head, action: string, words: Words) => Attempt
  readonly fields: () => Readonly<Record<string, string>>
}

interface Machine<
  State extends { readonly status: string },
  Command,
  Event extends { kind: string }
> {
  readonly commandOf: (head: Head, action: string, words: Words) => Command
  readonly decide: (
    state: State | SideProcessMove.None,
    command: Command
  ) => SideProcessMove.Decision<Event>
  readonly evolve: (state: State | SideProcessMove.None, event: Event) => State
  readonly caseMoves: (event: Event) => ReadonlyArray<SideProcessMove.CaseMove>
  readonly standing: (state: State) => SideProcessStanding.SideProcessStanding
  readonly fields: (state: State) => Readonly<Record<string, string>>
}

const listed = (names: ReadonlyArray<string>): string =>
  names.length === 0 ? "none" : names.join(",")

const run = <State extends { readonly status: string }, Command, Event extends { kind: string }>(
  machine: Machine<State, Command, Event>
): Running => {
  let state: State | undefined
  return {
    attempt: (head, action, words) => {
      const before = state ?? SideProcessMove.none
      const decision = machine.decide(before, machine.commandOf(head, action, words))
      if (!decision.ok) return decision
      const { event } = decision
      const store = (): void => {
        state = machine.evolve(before, event)
      }
      return { ok: true, kind: event.kind, moves: machine.caseMoves(event), store }
    },
    fields: () => {
      if (state === undefined) return { status: "None" }
      const { isOpen, unaccounted } = machine.standing(state)
      const open = isOpen ? "yes" : "no"
      const common = { status: state.status, open, unaccounted: listed(unaccounted) }
      return { ...common, ...machine.fields(state) }
    }
  }
}

const whistle = (clocks: CaseRules.Clocks): Running => {
  const rules = WhistleRules.compile(WhistleRules.base, { clocks })
  return run({
    commandOf: whistleCommand,
    decide: (state, command) => WhistleDecider.decide(rules, state, command),
    evolve: Whistle.evolve,
    caseMoves: Whistle.caseMoves,
    standing: Whistle.standing,
    fields: (state: Whistle.Whistle) => ({
      targets: listed(state.targets.map((target) => `${target.unitId}:${target.status}`)),
      late: listed(state.targets.filter((target) => target.wasLate).map(({ unitId }) => unitId)),
      due: listed([...new Set(state.targets.map((target) => String(target.dueSec)))]),
      result: state.result === "" ? "none" : state.result
    })
  })
}

const lead = (): Running =>
  run({
    commandOf: leadCommand,
    decide: (state, command) => LeadDecider.decide(LeadRules.base, state, command),
    evolve: LeadAssignment.evolve,
    caseMoves: LeadAssignment.caseMoves,
    standing: LeadAssignment.standing,
    fields: (state: LeadAssignment.LeadAssignment) => ({
      leader: state.leaderId,
      official: state.officialId,
      worker: state.gridWorkerId,
      due: String(state.dueSec),
      next: String(state.progressDueSec),
      notes: String(state.progressCount),
      late: state.wasOverdue ? "yes" : "no"
    })
  })

const meeting = (): Running =>
  run({
    commandOf: meetingCommand,
    decide: (state, command) => JointMeetingDecider.decide(StuckCase.base, state, command),
    evolve: JointMeeting.evolve,
    caseMoves: JointMeeting.caseMoves,
    standing: JointMeeting.standing,
    fields: (state: JointMeeting.JointMeeting) => ({
      agenda: listed(state.agenda.map((item) => `${item.caseId}:${item.status}`)),
      next: String(state.nextMeetingSec)
    })
  })

const deliberation = (): Running => {
  const rules = DeliberationRules.compile(Object.values(DeliberationModel.all))
  return run({
    commandOf: deliberationCommand,
    decide: (state, command) => DeliberationDecider.decide(rules, state, command),
    evolve: Deliberation.evolve,
    caseMoves: Deliberation.caseMoves,
    standing: (state: Deliberation.Deliberation) =>
      Deliberation.standing(DeliberationModel.all[state.modelId], state),
    fields: (state: Deliberation.Deliberation) => ({
      held: listed(Deliberation.heldStages(state)),
      outcome: state.outcome,
      owner: state.ownerUnitId === "" ? "none" : state.ownerUnitId,
      implementBy: String(state.dueSec),
      published: String(state.publishedSec)
    })
  })
}

const mediation = (): Running =>
  run({
    commandOf: mediationCommand,
    decide: (state, command) => MediationDecider.decide(MediationRoute.base, state, command),
    evolve: Mediation.evolve,
    caseMoves: Mediation.caseMoves,
    standing: Mediation.standing,
    fields: (state: Mediation.Mediation) => ({
      sessions: String(state.sessionCount),
      promises: listed(state.promises.map((one) => `${one.what}:${one.outcome}`)),
      refusedBy: state.refusedByPartyId === "" ? "none" : state.refusedByPartyId,
      routes: listed(state.offeredRoutes)
    })
  })

const machines: Readonly<Record<SideProcess.SideProcess, (clocks: CaseRules.Clocks) => Running>> = {
  Whistle: whistle,
  Deliberation: deliberation,
  LeadAssignment: lead,
  Mediation: mediation,
  JointMeeting: meeting
}

/** The kind of side process that an action belongs to; `undefined` for an action on a case. */
export const processOf = (action: string): SideProcess.SideProcess | undefined =>
  SideProcess.list.find((process) => SideProcessAction.lists[process].some((one) => one === action))

/** A process that nobody has opened yet. */
export const start = (process: SideProcess.SideProcess, clocks: CaseRules.Clocks): Running =>
  machines[process](clocks)
