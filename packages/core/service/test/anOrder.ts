import { Id } from "@wangge/facts"
import { Sensitive } from "@wangge/privacy"
import {
  type OrderCommand,
  OrderDecider,
  type OrderEvent,
  OrderPrice,
  OrderRules,
  ServiceMove,
  ServiceOrder
} from "../src/index.ts"

export const rules = OrderRules.compile(OrderRules.base)
export const orderId = Id.make<"Order">("order-1")
export const requesterId = Id.make<"Person">("p-ask")
export const mandatedId = Id.make<"Person">("p-niece")
export const giverId = Id.make<"Person">("p-give")

/** The wanted window: from the second day 08:00 to 12:00, counted from 0. */
export const day = 86_400
export const window = { fromSec: 2 * day, untilSec: 2 * day + 4 * 3600 }

export const note = Sensitive.make("third floor, the bell is broken", {
  field: "note",
  purposes: ["Handling"],
  dataClass: "Ordinary"
})

type Of<Action extends OrderCommand.OrderCommand["action"]> = Extract<
  OrderCommand.OrderCommand,
  { readonly action: Action }
>

const head = (
  byId: string,
  role: OrderCommand.OrderCommand["role"],
  atSec: number,
  reason = ""
) => ({ orderId, byId, role, atSec, reason })

/** Makers of one command each; `rest` changes what a test is about. */
export const command = {
  request: (rest: Partial<Of<"Request">> = {}): Of<"Request"> => ({
    ...head(requesterId, "Requester", 0),
    action: "Request",
    requesterId,
    requesterHouseholdId: "h-ask",
    kindId: "Company",
    mode: "Paid",
    gridId: Id.make("grid-5"),
    window,
    plannedMinutes: 60,
    skillIds: [],
    note,
    price: { unit: "minutes", amount: 60, basis: "ByMinute" },
    mandatedIds: [mandatedId],
    requesterConfirms: true,
    ...rest
  }),
  dispatch: (rest: Partial<Of<"Dispatch">> = {}): Of<"Dispatch"> => ({
    ...head("desk-1", "Staff", 600),
    action: "Dispatch",
    providerId: giverId,
    providerKind: "Volunteer",
    crew: [{ personId: giverId, householdId: "h-give" }],
    crewSkillIds: [],
    ...rest
  }),
  accept: (rest: Partial<OrderCommand.PlainStep> = {}): OrderCommand.PlainStep => ({
    ...head(giverId, "Provider", 1200),
    action: "Accept",
    ...rest
  }),
  plain: (
    action: OrderCommand.PlainStep["action"],
    rest: Partial<OrderCommand.PlainStep> = {}
  ): OrderCommand.PlainStep => ({
    ...head(giverId, "Provider", window.fromSec, "because"),
    action,
    ...rest
  }),
  cancel: (rest: Partial<OrderCommand.PlainStep> = {}): OrderCommand.PlainStep => ({
    ...head(requesterId, "Requester", 1800),
    action: "Cancel",
    ...rest
  }),
  reschedule: (rest: Partial<Of<"Reschedule">> = {}): Of<"Reschedule"> => ({
    ...head(requesterId, "Requester", 1800),
    action: "Reschedule",
    window: { fromSec: window.fromSec + day, untilSec: window.untilSec + day },
    isAgreed: true,
    ...rest
  }),
  finish: (rest: Partial<Of<"Finish">> = {}): Of<"Finish"> => ({
    ...head(giverId, "Provider", window.fromSec + 3600),
    action: "Finish",
    shares: [{ personId: giverId, minutes: 60 }],
    ...rest
  }),
  confirm: (rest: Partial<Of<"Confirm">> = {}): Of<"Confirm"> => ({
    ...head(requesterId, "Requester", window.fromSec + 7200),
    action: "Confirm",
    confirmationId: "phone-1",
    minutes: 60,
    witnessId: "",
    ...rest
  }),
  rate: (rest: Partial<Of<"Rate">> = {}): Of<"Rate"> => ({
    ...head(requesterId, "Requester", window.fromSec + 7300),
    action: "Rate",
    rating: 5,
    ...rest
  }),
  dispute: (rest: Partial<Of<"Dispute">> = {}): Of<"Dispute"> => ({
    ...head(requesterId, "Requester", window.fromSec + 7400, "it was half an hour"),
    action: "Dispute",
    ...rest
  }),
  settle: (rest: Partial<Of<"Settle">> = {}): Of<"Settle"> => ({
    ...head("desk-2", "Staff", window.fromSec + 7500, "both were heard"),
    action: "Settle",
    outcome: "Upheld",
    shares: [],
    ...rest
  }),
  noShow: (rest: Partial<Of<"ReportNoShow">> = {}): Of<"ReportNoShow"> => ({
    ...head(requesterId, "Requester", window.fromSec + 1800),
    action: "ReportNoShow",
    missing: "Provider",
    ...rest
  })
}

/** The commands that lead to each status from nothing, by the shortest way. */
const toAccepted = [command.request(), command.dispatch(), command.accept()]
const toDone = [...toAccepted, command.plain("Begin"), command.finish()]
const toConfirmed = [...toDone, command.confirm()]

export const ways = {
  Requested: [command.request()],
  Dispatched: [command.request(), command.dispatch()],
  Accepted: toAccepted,
  InProgress: [...toAccepted, command.plain("Begin")],
  Done: toDone,
  Confirmed: toConfirmed,
  Rated: [...toConfirmed, command.rate()],
  Disputed: [...toConfirmed, command.dispute()],
  Unfilled: [
    command.request(),
    command.plain("CloseUnfilled", { byId: "desk-1", role: "Staff", atSec: window.untilSec })
  ],
  Failed: [...toAccepted, command.plain("Fail")],
  Cancelled: [command.request(), command.cancel()],
  Voided: [...toDone, command.dispute(), command.settle({ outcome: "Voided" })]
} as const satisfies Readonly<
  Record<ServiceOrder.ServiceOrder["status"], ReadonlyArray<OrderCommand.OrderCommand>>
>

export interface Told {
  readonly state: ServiceOrder.ServiceOrder
  readonly events: ReadonlyArray<OrderEvent.OrderEvent>
}

/** Runs commands that must all be accepted. */
export const tell = (
  commands: ReadonlyArray<OrderCommand.OrderCommand>,
  from: ServiceOrder.State = ServiceMove.none
): Told => {
  let state = from
  const events: Array<OrderEvent.OrderEvent> = []
  for (const one of commands) {
    const decision = OrderDecider.decide(rules, state, one)
    if (!decision.ok) throw new Error(`${one.action}: ${JSON.stringify(decision.rejection)}`)
    if (decision.isRepeat) continue
    state = ServiceOrder.evolve(state, decision.event)
    events.push(decision.event)
  }
  if (state.status === "None") throw new Error("nothing was told")
  return { state, events }
}

export const stateAt = (status: keyof typeof ways): ServiceOrder.ServiceOrder =>
  tell(ways[status]).state

/** The code of a refusal, "" where the command is accepted, "repeat" where it was before. */
export const codeOf = (
  state: ServiceOrder.State,
  one: OrderCommand.OrderCommand,
  by: OrderRules.OrderRules = rules
): string => {
  const decision = OrderDecider.decide(by, state, one)
  if (!decision.ok) return decision.rejection.code
  return decision.isRepeat ? "repeat" : ""
}

export const free = { mode: "Free", price: OrderPrice.free } as const
