/**
 * The tickets of one hall on one day: take a number, be called, be served, or leave. This file is the
 * record, how events change it, and what is counted from it: waiting times, who gave up, who is left.
 * `WindowQueueDecider` decides.
 */
import type { Label } from "@wangge/facts"
import { brokenLog } from "./internal/moveFrame.ts"
import { notYet } from "./ServiceMove.ts"
import type { WindowQueueEvent } from "./WindowQueueCommand.ts"

/**
 * Where a ticket can stand. Append only.
 *
 * @source none: our own names
 * @category queue
 * @since 0.1.0
 */
export const statuses = ["Waiting", "Called", "Serving", "Served", "Left", "Missing"] as const

/**
 * One of {@link statuses}.
 *
 * @category queue
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One ticket. Times are whole seconds, `ServiceMove.notYet` where nothing has happened; `endedSec` is when
 * the resident was served, left or was found missing; `windowId` is empty before the call.
 *
 * @category queue
 * @since 0.1.0
 */
export interface Ticket {
  readonly ticketId: string
  readonly number: number
  readonly residentId: string
  readonly skillId: string
  readonly isFirst: boolean
  readonly status: Status
  readonly windowId: string
  readonly takenSec: number
  readonly calledSec: number
  readonly begunSec: number
  readonly endedSec: number
}

/**
 * The queue: all tickets of the day in the order of their numbers.
 *
 * @category queue
 * @since 0.1.0
 */
export interface WindowQueue {
  readonly version: number
  readonly lastSec: number
  readonly tickets: ReadonlyArray<Ticket>
}

/**
 * The queue before the first number.
 *
 * @category queue
 * @since 0.1.0
 */
export const empty: WindowQueue = { version: 0, lastSec: notYet, tickets: [] }

/**
 * The ticket with an id; `undefined` if the queue has none.
 *
 * @category queue
 * @since 0.1.0
 */
export const find = (queue: WindowQueue, ticketId: string): Ticket | undefined =>
  queue.tickets.find((ticket) => ticket.ticketId === ticketId)

/**
 * The ticket that a window calls next: among those waiting for one of its kinds, the one who goes
 * first with the lowest number, otherwise the lowest number; `undefined` if nobody waits for it.
 *
 * @source none: first come, first served, within those who go first and within the others
 * @category queue
 * @since 0.1.0
 */
export const next = (queue: WindowQueue, skillIds: ReadonlyArray<string>): Ticket | undefined => {
  const waiting = queue.tickets.filter(
    ({ status, skillId }) => status === "Waiting" && skillIds.includes(skillId)
  )
  return waiting.find(({ isFirst }) => isFirst) ?? waiting[0]
}

/**
 * The queue after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * copy of the list of tickets.
 *
 * @category queue
 * @since 0.1.0
 */
export const evolve = (queue: WindowQueue, event: WindowQueueEvent): WindowQueue => {
  const { version, tickets } = queue
  const { ticketId, atSec } = event
  const isKnown = tickets.some((ticket) => ticket.ticketId === ticketId)
  if (event.version !== version + 1 || isKnown === (event.kind === "NumberTaken")) {
    throw brokenLog(event.kind, event, { status: "WindowQueue", version })
  }
  return {
    version: event.version,
    lastSec: atSec,
    tickets:
      event.kind === "NumberTaken"
        ? [...tickets, taken(event)]
        : tickets.map((ticket) => (ticket.ticketId === ticketId ? after(ticket, event) : ticket))
  }
}

type Taken = Extract<WindowQueueEvent, { readonly kind: "NumberTaken" }>

const taken = (event: Taken): Ticket => ({
  ticketId: event.ticketId,
  number: event.number,
  residentId: event.residentId,
  skillId: event.skillId,
  isFirst: event.isFirst,
  status: "Waiting",
  windowId: "",
  takenSec: event.atSec,
  calledSec: notYet,
  begunSec: notYet,
  endedSec: notYet
})

const statusAfter: Readonly<Record<Exclude<WindowQueueEvent["kind"], "NumberTaken">, Status>> = {
  TicketCalled: "Called",
  ServiceBegun: "Serving",
  ServiceEnded: "Served",
  QueueLeft: "Left",
  ResidentMissing: "Missing"
}

const after = (ticket: Ticket, event: Exclude<WindowQueueEvent, Taken>): Ticket => {
  const status = statusAfter[event.kind]
  const isOver = status === "Served" || status === "Left" || status === "Missing"
  return {
    ticketId: ticket.ticketId,
    number: ticket.number,
    residentId: ticket.residentId,
    skillId: ticket.skillId,
    isFirst: ticket.isFirst,
    status,
    windowId: event.kind === "TicketCalled" ? event.windowId : ticket.windowId,
    takenSec: ticket.takenSec,
    calledSec: status === "Called" ? event.atSec : ticket.calledSec,
    begunSec: status === "Serving" ? event.atSec : ticket.begunSec,
    endedSec: isOver ? event.atSec : ticket.endedSec
  }
}

/**
 * What is counted of a queue. `takenCount` is the sum of the counts of all statuses. `waitSecOf` are
 * the seconds from number to service of all who were or are served, in ascending order;
 * `givenUpSecOf` those from number to leaving of all who gave up, in ascending order.
 *
 * @category counting
 * @since 0.1.0
 */
export interface Counts {
  readonly takenCount: number
  readonly byStatus: Readonly<Record<Status, number>>
  readonly waitSecOf: ReadonlyArray<number>
  readonly givenUpSecOf: ReadonlyArray<number>
}

/**
 * Counts a queue. Cost: n log n in tickets.
 *
 * @category counting
 * @since 0.1.0
 */
export const count = (queue: WindowQueue): Counts => {
  const of = (status: Status): ReadonlyArray<Ticket> =>
    queue.tickets.filter((ticket) => ticket.status === status)
  return {
    takenCount: queue.tickets.length,
    byStatus: {
      Waiting: of("Waiting").length,
      Called: of("Called").length,
      Serving: of("Serving").length,
      Served: of("Served").length,
      Left: of("Left").length,
      Missing: of("Missing").length
    },
    waitSecOf: queue.tickets
      .filter(({ begunSec }) => begunSec !== notYet)
      .map(({ begunSec, takenSec }) => begunSec - takenSec)
      .toSorted((one, other) => one - other),
    givenUpSecOf: of("Left")
      .map(({ endedSec, takenSec }) => endedSec - takenSec)
      .toSorted((one, other) => one - other)
  }
}

/**
 * What each status is called on a screen, in English and Chinese.
 *
 * @source none: usual words of ticket machines
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Status, Label.Label>> = {
  Waiting: { en: "waiting", zh: "等候中" },
  Called: { en: "called", zh: "已叫号" },
  Serving: { en: "being served", zh: "办理中" },
  Served: { en: "served", zh: "已办理" },
  Left: { en: "gave up", zh: "离开" },
  Missing: { en: "did not come when called", zh: "过号" }
}
