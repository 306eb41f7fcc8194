/**
 * The same life cycle as an XState v5 chart: the base profile's statuses and moves, one guard per move
 * for the items that it needs and for time, one `assign` for what the record keeps. It is written the way
 * its documentation writes charts, with the shared parts in `setup`.
 */
import { type CaseAction, type CaseCommand, CaseProfile, CaseStatus } from "@wangge/cases"
import { Seconds } from "@wangge/facts"
import { assign, initialTransition, setup, transition } from "xstate"

/** What a command says, as an event of the chart. */
export interface ChartEvent {
  readonly type: CaseAction.CaseAction
  readonly command: CaseCommand.CaseCommand
}

/** What the chart remembers beside its state; about half of what a record holds. */
interface Context {
  readonly version: number
  readonly ownerUnitId: string
  readonly deskUnitId: string
  readonly level: string
  readonly urgency: string
  readonly startSec: number
  readonly contactDueSec: number
  readonly dueSec: number
  readonly assignedSec: number
  readonly acceptedSec: number
  readonly claimedResolvedSec: number
  readonly closedSec: number
  readonly hasResultNote: boolean
  readonly followUpOutcome: string
  readonly satisfaction: string
  readonly followUpCount: number
  readonly returnCount: number
  readonly refusedUnitIds: ReadonlyArray<string>
  readonly wasOverdue: boolean
  readonly lastSec: number
}

const unborn: Context = {
  version: 0,
  ownerUnitId: "",
  deskUnitId: "",
  level: "Grid",
  urgency: "Ordinary",
  startSec: -1,
  contactDueSec: -1,
  dueSec: -1,
  assignedSec: -1,
  acceptedSec: -1,
  claimedResolvedSec: -1,
  closedSec: -1,
  hasResultNote: false,
  followUpOutcome: "None",
  satisfaction: "Unanswered",
  followUpCount: 0,
  returnCount: 0,
  refusedUnitIds: [],
  wasOverdue: false,
  lastSec: -1
}

const { limits, policy } = CaseProfile.base

/** Whether everything is given that the move needs, and its counted limits are kept. */
const holds = (context: Context, command: CaseCommand.CaseCommand): boolean => {
  if (!Number.isSafeInteger(command.atSec) || command.atSec < context.lastSec) return false
  switch (command.action) {
    case "Report":
      return command.gridId !== "" && command.unitId !== ""
    case "Triage":
    case "Assign":
      return command.unitId !== ""
    case "Return":
      return command.reason !== "" && context.returnCount < policy.maxReturns
    case "Reject":
      return command.reason !== ""
    case "RecordFollowUp":
      return command.outcome !== "NotReached" || command.satisfaction === "Unanswered"
    case "WriteOff":
      return (
        (context.hasResultNote || command.resultNote !== "") && context.followUpOutcome !== "None"
      )
    default:
      return true
  }
}

/** What the record keeps after a move. */
const kept = (context: Context, command: CaseCommand.CaseCommand): Partial<Context> => {
  const { atSec } = command
  const common = {
    version: context.version + 1,
    lastSec: atSec,
    wasOverdue:
      context.wasOverdue ||
      (context.claimedResolvedSec < 0 && context.version > 0 && atSec > context.dueSec)
  }
  switch (command.action) {
    case "Report":
      return {
        ...common,
        ownerUnitId: command.unitId,
        deskUnitId: command.unitId,
        urgency: command.urgency,
        startSec: atSec,
        contactDueSec: atSec + limits[command.urgency].contactSec,
        dueSec: atSec + limits[command.urgency].resolveSec
      }
    case "Triage":
      return {
        ...common,
        ownerUnitId: command.unitId,
        deskUnitId: command.unitId,
        urgency: command.urgency,
        level: command.level,
        contactDueSec: context.startSec + limits[command.urgency].contactSec,
        dueSec: context.startSec + limits[command.urgency].resolveSec
      }
    case "Assign":
      return { ...common, ownerUnitId: command.unitId, assignedSec: atSec }
    case "Accept":
      return { ...common, acceptedSec: context.acceptedSec < 0 ? atSec : context.acceptedSec }
    case "Return":
      return {
        ...common,
        ownerUnitId: context.deskUnitId,
        returnCount: context.returnCount + 1,
        refusedUnitIds: [...context.refusedUnitIds, context.ownerUnitId]
      }
    case "Resolve":
      return { ...common, claimedResolvedSec: atSec, hasResultNote: command.resultNote !== "" }
    case "RecordFollowUp":
      return {
        ...common,
        followUpOutcome: command.outcome,
        satisfaction: command.satisfaction,
        followUpCount: context.followUpCount + 1
      }
    case "WriteOff":
      return { ...common, closedSec: atSec }
    default:
      return common
  }
}

const chart = setup({
  types: { context: {} as Context, events: {} as ChartEvent },
  guards: { holds: ({ context, event }) => holds(context, event.command) },
  actions: { keep: assign(({ context, event }) => kept(context, event.command)) }
})

/** The moves from a status. A move back to what was remembered stays where it is; none is benched. */
const movesFrom = (status: CaseStatus.CaseStatus) =>
  Object.fromEntries(
    CaseProfile.base.moves
      .filter((move) => move.from.includes(status))
      .map(({ action, to }) => {
        const target = to === "Same" || to === "Remembered" ? status : to
        return [action, { target, guard: "holds", actions: "keep" }] as const
      })
  )

/** The chart: `None` before the report. */
export const caseChart = chart.createMachine({
  id: "case",
  initial: "None",
  context: unborn,
  states: {
    None: { on: { Report: { target: "Reported", guard: "holds", actions: "keep" } } },
    ...Object.fromEntries(CaseStatus.list.map((status) => [status, { on: movesFrom(status) }]))
  }
})

/** A snapshot of the chart. */
export type ChartState = ReturnType<typeof initialTransition<typeof caseChart>>[0]

/** The chart before the report. */
export const start = (): ChartState => initialTransition(caseChart)[0]

/** One step of the chart. */
export const step = (state: ChartState, event: ChartEvent): ChartState =>
  transition(caseChart, state, event)[0]

/** How long a step of the bench lies after the one before. */
export const stepSec = 10 * Seconds.minuteSec
