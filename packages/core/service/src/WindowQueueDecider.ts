/**
 * Decides on a command of a window queue: one event, or one refusal.
 */
import { clockObstacle } from "./internal/clockOrder.ts"
import * as WindowQueue from "./WindowQueue.ts"
import type {
  CallNext,
  Happening,
  TakeNumber,
  WindowQueueCommand,
  WindowQueueEvent
} from "./WindowQueueCommand.ts"
import * as WindowQueueProblem from "./WindowQueueProblem.ts"

/**
 * The rules of a queue: whether one resident may hold several numbers at once.
 *
 * @category decisions
 * @since 0.1.0
 */
export interface QueueRules {
  readonly isOneNumberEach: boolean
}

/**
 * One number at a time for each resident.
 *
 * @source none: assumed; several numbers in one hand make others wait for nobody
 * @category decisions
 * @since 0.1.0
 */
export const base: QueueRules = { isOneNumberEach: true }

/**
 * What a decision says: the one event that happens, or why nothing does.
 *
 * @category decisions
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly event: WindowQueueEvent }
  | { readonly ok: false; readonly rejection: WindowQueueProblem.WindowQueueProblem }

type Found = WindowQueueProblem.WindowQueueProblem | undefined
type OnTicket = Exclude<WindowQueueCommand, TakeNumber | CallNext>

/**
 * From which statuses a ticket can go where.
 *
 * @source none: our own table; whoever was called may still leave, whoever is served is served
 * @category decisions
 * @since 0.1.0
 */
export const allowed: Readonly<Record<OnTicket["action"], ReadonlyArray<WindowQueue.Status>>> = {
  BeginService: ["Called"],
  EndService: ["Serving"],
  LeaveQueue: ["Waiting", "Called"],
  MarkMissing: ["Called"]
}

const kinds = {
  BeginService: "ServiceBegun",
  EndService: "ServiceEnded",
  LeaveQueue: "QueueLeft",
  MarkMissing: "ResidentMissing"
} as const

/**
 * The decision on a command. Apply the event with `WindowQueue.evolve`.
 *
 * Refusals come in the order of `WindowQueueProblem.codes`. A number taken again with the same ticket
 * id is `TicketKnown`: nothing happens twice. A window calls one ticket at a time (`WindowBusy`).
 *
 * ```ts
 * import { WindowQueue, WindowQueueDecider } from "@wangge/service"
 *
 * const decision = WindowQueueDecider.decide(WindowQueueDecider.base, WindowQueue.empty, {
 *   action: "TakeNumber", atSec: 0, byId: "machine-1", ticketId: "t-1", residentId: "r-1",
 *   skillId: "business-07", isFirst: false
 * })
 * decision.ok && decision.event.kind // => "NumberTaken"
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  rules: QueueRules,
  queue: WindowQueue.WindowQueue,
  command: WindowQueueCommand
): Decision => {
  const obstacle = clockObstacle(command, queue.lastSec, command.action)
  if (obstacle !== undefined) return refused(obstacle)
  switch (command.action) {
    case "TakeNumber":
      return takeNumber(rules, queue, command)
    case "CallNext":
      return callNext(queue, command)
    default:
      return onTicket(queue, command)
  }
}

const refused = (rejection: WindowQueueProblem.WindowQueueProblem): Decision => ({
  ok: false,
  rejection
})

const happening = <Kind extends string>(
  kind: Kind,
  queue: WindowQueue.WindowQueue,
  { atSec, byId }: WindowQueueCommand,
  ticketId: string
): Happening<Kind> => ({ kind, version: queue.version + 1, atSec, byId, ticketId })

const takeNumber = (
  rules: QueueRules,
  queue: WindowQueue.WindowQueue,
  command: TakeNumber
): Decision => {
  const { ticketId, residentId, skillId, isFirst } = command
  const known = WindowQueue.find(queue, ticketId)
  if (known !== undefined) {
    return refused(WindowQueueProblem.make("TicketKnown", ticketId, known.number, "a new ticketId"))
  }
  const waits = queue.tickets.find(
    (ticket) => ticket.residentId === residentId && isInHall(ticket.status)
  )
  if (rules.isOneNumberEach && waits !== undefined) {
    return refused(WindowQueueProblem.make("ResidentWaits", residentId, waits.number, ""))
  }
  const event = happening("NumberTaken", queue, command, ticketId)
  const number = queue.tickets.length + 1
  return { ok: true, event: { ...event, number, residentId, skillId, isFirst } }
}

const isInHall = (status: WindowQueue.Status): boolean =>
  status === "Waiting" || status === "Called" || status === "Serving"

const callNext = (queue: WindowQueue.WindowQueue, command: CallNext): Decision => {
  const { windowId, skillIds } = command
  const held = queue.tickets.find(
    (ticket) =>
      ticket.windowId === windowId && (ticket.status === "Called" || ticket.status === "Serving")
  )
  if (held !== undefined) {
    return refused(WindowQueueProblem.make("WindowBusy", windowId, held.number, ""))
  }
  const ticket = WindowQueue.next(queue, skillIds)
  if (ticket === undefined) {
    return refused(WindowQueueProblem.make("NobodyWaits", windowId, 0, skillIds.join(", ")))
  }
  const event = happening("TicketCalled", queue, command, ticket.ticketId)
  return { ok: true, event: { ...event, windowId } }
}

const onTicket = (queue: WindowQueue.WindowQueue, command: OnTicket): Decision => {
  const problem = ticketProblem(WindowQueue.find(queue, command.ticketId), command)
  if (problem !== undefined) return refused(problem)
  return { ok: true, event: happening(kinds[command.action], queue, command, command.ticketId) }
}

const ticketProblem = (ticket: WindowQueue.Ticket | undefined, command: OnTicket): Found => {
  const { ticketId, action } = command
  if (ticket === undefined) return WindowQueueProblem.make("TicketUnknown", ticketId, "", "")
  const from = allowed[action]
  if (!from.includes(ticket.status)) {
    return WindowQueueProblem.make("MoveNotAllowed", ticketId, ticket.status, from.join(", "))
  }
  if ("windowId" in command && command.windowId !== ticket.windowId) {
    return WindowQueueProblem.make("WrongWindow", ticketId, ticket.windowId, command.windowId)
  }
  return undefined
}
