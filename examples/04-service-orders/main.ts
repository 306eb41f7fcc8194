/**
 * Request, dispatch, accept, rate (点、派、接、评): two service orders from the first call to the last
 * word, one free and one with a price. The orders know nothing of a time bank; their facts go
 * through `@wangge/reactions`, and hours are issued, held, paid and corrected by themselves.
 */
import { Zone } from "@wangge/calendar"
import { type Fact, Id, Seconds } from "@wangge/facts"
import { Sensitive } from "@wangge/privacy"
import { Inbox, OrderTerms, ReactionPolicy, type Reactions } from "@wangge/reactions"
import {
  OrderAction,
  type OrderCommand,
  OrderDecider,
  type OrderEvent,
  OrderFacts,
  OrderPrice,
  OrderRejection,
  OrderRules,
  ServiceMove,
  ServiceOrder
} from "@wangge/service"
import {
  Balance,
  BankOpening,
  type BankPlan,
  BankPreset,
  BankRules,
  Directory,
  GrantPlan,
  Ledger
} from "@wangge/timebank"

const zone = "Asia/Shanghai"

/** Seconds since the epoch at which a clock in Shanghai shows `2025-03-03 09:00`. */
export const at = (text: string): number => {
  const [date = "", time = "00:00"] = text.split(" ")
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  const secOfDay = hour * Seconds.hourSec + minute * Seconds.minuteSec
  return Zone.toInstantSec(zone, Seconds.parseIsoDate(date), secOfDay)
}

const person = (id: string) => Id.make<"Person">(id)
const rules = OrderRules.compile(OrderRules.base)
const note = Sensitive.make("third floor, the bell is broken", {
  field: "note",
  purposes: ["Handling"],
  dataClass: "Ordinary"
})

/** A service desk: orders with their logs, and the time bank that reacts to their facts. */
export interface Desk {
  readonly bank: BankPlan.Bank
  readonly logs: Map<string, Array<OrderEvent.OrderEvent>>
  readonly states: Map<string, ServiceOrder.ServiceOrder>
  /** What the first answer to a confirmation told: a repeated one tells it again. */
  readonly told: Map<string, ReadonlyArray<Fact.Fact>>
  waiting: ReadonlyArray<Fact.Fact>
}

/** A desk whose bank has welcomed Ruth with an hour; Ann and Bob come to help. */
export const aDesk = (): Desk => {
  const bank: BankPlan.Bank = {
    rules: BankRules.compile(BankPreset.helong),
    ledger: Ledger.make(),
    directory: Directory.byName
  }
  const posting = { atSec: at("2025-03-01"), byId: "time-bank" }
  const post = (plan: BankPlan.BankPlan): void => {
    if (!plan.ok) throw new Error(plan.refusal.code)
    Ledger.post(bank.rules.ledger, bank.ledger, plan.command)
  }
  post(BankOpening.bank(bank, posting))
  for (const partyId of ["ruth", "ann", "bob"]) {
    post(BankOpening.member(bank, { partyId, accountKind: "Person", guardianId: "" }, posting))
  }
  const welcome = { grantId: "welcome", personId: "ruth", amount: 60 }
  post(GrantPlan.plan(bank, welcome, posting))
  return { bank, logs: new Map(), states: new Map(), told: new Map(), waiting: [] }
}

/** What reactions look up at this desk. */
const contextOf = (desk: Desk, atSec: number): Reactions.Context => ({
  bank: desk.bank,
  policy: ReactionPolicy.base,
  posting: { atSec, byId: "time-bank" },
  orderOf: (orderId) => OrderTerms.ofLog(desk.logs.get(orderId) ?? []),
  materialOf: () => undefined,
  bornDateOf: () => "unknown"
})

/** Takes a command, stores its event, hands its facts on, and says what came of it. */
export const handle = (desk: Desk, command: OrderCommand.OrderCommand): string => {
  const { action, atSec, byId, orderId } = command
  const state = desk.states.get(orderId) ?? ServiceMove.none
  const head = `${clockText(atSec)}  ${byId}: ${OrderAction.labels[action].en} ${orderId}`
  const decision = OrderDecider.decide(rules, state, command)
  if (!decision.ok) {
    const { en } = OrderRejection.describe(decision.rejection)
    return `${head}\n  refused, ${decision.rejection.code}: ${en}`
  }
  const facts = decision.isRepeat
    ? (desk.told.get(orderId) ?? [])
    : stored(desk, state, decision.event)
  const outcome = Inbox.take(contextOf(desk, atSec), facts, desk.waiting)
  desk.waiting = outcome.waiting
  const books = outcome.answers.map(
    ({ isRepeated, ...answer }) =>
      `\n  books: ${answer.ok ? answer.event.command.id : answer.rejection.code}` +
      `${isRepeated ? " stands already" : ""}`
  )
  const refused = outcome.refused.map(
    ({ refusal }) => `\n  the bank refuses: ${refusal.code}, ${refusal.found}`
  )
  const again = decision.isRepeat ? " (answered as before)" : ""
  return [head, again, ...books, ...refused].join("")
}

const stored = (
  desk: Desk,
  state: ServiceOrder.State,
  event: OrderEvent.OrderEvent
): ReadonlyArray<Fact.Fact> => {
  const facts = OrderFacts.of(state, event)
  desk.states.set(event.orderId, ServiceOrder.evolve(state, event))
  desk.logs.set(event.orderId, [...(desk.logs.get(event.orderId) ?? []), event])
  if (event.kind === "OrderConfirmed") desk.told.set(event.orderId, facts)
  return facts
}

const clockText = (atSec: number): string => {
  const { dayNumber, secOfDay } = Zone.toLocal(zone, atSec)
  const two = (value: number): string => String(value).padStart(2, "0")
  const [hour, minute] = [Math.floor(secOfDay / 3600), Math.floor(secOfDay / 60) % 60]
  return `${Seconds.toIsoDate(dayNumber)} ${two(hour)}:${two(minute)}`
}

/** The day of an order: each is a week after the one before. */
const dayOf: Readonly<Record<string, string>> = {
  "o-1": "2025-03-03",
  "o-2": "2025-03-10",
  "o-3": "2025-03-17"
}

/** A time of day, so many days after the order's own. */
interface When {
  readonly days: number
  readonly time: string
}

const secOf = (name: string, { days, time }: When): number =>
  at(`${dayOf[name] ?? ""} ${time}`) + days * Seconds.daySec

const requester = (name: string, when: When, reason = "") =>
  ({
    orderId: Id.make<"Order">(name),
    byId: "ruth",
    role: "Requester",
    atSec: secOf(name, when),
    reason
  }) as const
const helper = (name: string, when: When) =>
  ({
    orderId: Id.make<"Order">(name),
    byId: "ann",
    role: "Provider",
    atSec: secOf(name, when),
    reason: ""
  }) as const
const staff = (name: string, when: When, reason = "") =>
  ({
    orderId: Id.make<"Order">(name),
    byId: "desk-1",
    role: "Staff",
    atSec: secOf(name, when),
    reason
  }) as const

const ask = (name: string, price: OrderPrice.OrderPrice): OrderCommand.OrderCommand => ({
  ...requester(name, { days: -1, time: "10:00" }),
  action: "Request",
  requesterId: person("ruth"),
  requesterHouseholdId: "house-1",
  kindId: "Company",
  mode: price.unit === "None" ? "Free" : "Paid",
  gridId: Id.make("grid-5"),
  window: {
    fromSec: secOf(name, { days: 0, time: "09:00" }),
    untilSec: secOf(name, { days: 0, time: "12:00" })
  },
  plannedMinutes: 60,
  skillIds: [],
  note,
  price,
  mandatedIds: [],
  requesterConfirms: true
})

/** From the dispatch to the word of the helpers that it is done. */
const serve = (name: string): ReadonlyArray<OrderCommand.OrderCommand> => [
  {
    ...staff(name, { days: -1, time: "10:30" }),
    action: "Dispatch",
    providerId: "pair-1",
    providerKind: "Group",
    crew: ["ann", "bob"].map((id) => ({ personId: person(id), householdId: `house-of-${id}` })),
    crewSkillIds: []
  },
  { ...helper(name, { days: -1, time: "11:00" }), action: "Accept" },
  { ...helper(name, { days: 0, time: "09:00" }), action: "Begin" },
  {
    ...helper(name, { days: 0, time: "10:30" }),
    action: "Finish",
    shares: [
      { personId: person("ann"), minutes: 60 },
      { personId: person("bob"), minutes: 30 }
    ]
  }
]

const confirm = (name: string, confirmationId: string, when: When): OrderCommand.OrderCommand => ({
  ...requester(name, when),
  action: "Confirm",
  confirmationId,
  minutes: 90,
  witnessId: ""
})

const settle = (name: string): ReadonlyArray<OrderCommand.OrderCommand> => [
  { ...requester(name, { days: 1, time: "09:00" }, "bob left early"), action: "Dispute" },
  {
    ...staff(name, { days: 2, time: "09:00" }, "both were heard"),
    action: "Settle",
    outcome: "Corrected",
    shares: [
      { personId: person("ann"), minutes: 60 },
      { personId: person("bob"), minutes: 15 }
    ]
  }
]

/** What people did: a free order with a dispute, then one for which Ruth gives an hour. */
export const chapters: ReadonlyArray<readonly [string, ReadonlyArray<OrderCommand.OrderCommand>]> =
  [
    [
      "a free order: the bank issues what was served",
      [
        ask("o-1", OrderPrice.free),
        ...serve("o-1").slice(0, 2),
        { ...requester("o-1", { days: -1, time: "12:00" }), action: "Rate", rating: 5 },
        ...serve("o-1").slice(2),
        confirm("o-1", "phone", { days: 0, time: "11:00" }),
        confirm("o-1", "tablet", { days: 0, time: "11:01" }),
        { ...requester("o-1", { days: 0, time: "12:00" }), action: "Rate", rating: 5 },
        ...settle("o-1")
      ]
    ],
    [
      "an order with a price: Ruth's hour is held, then paid to two",
      [
        ask("o-2", { unit: "minutes", amount: 60, basis: "Fixed" }),
        ...serve("o-2"),
        confirm("o-2", "phone", { days: 0, time: "11:05" })
      ]
    ],
    [
      "a second one: there is nothing left to hold",
      [
        ask("o-3", { unit: "minutes", amount: 60, basis: "Fixed" }),
        { ...requester("o-3", { days: -1, time: "18:00" }, "no hours left"), action: "Cancel" }
      ]
    ]
  ]

/** Everything, with what everybody has after each chapter. */
export const tell = (desk: Desk): ReadonlyArray<string> =>
  chapters.flatMap(([title, commands]) => {
    const clock = Math.max(Ledger.lastSec(desk.bank.ledger), ...commands.map(({ atSec }) => atSec))
    return [
      `${title}:`,
      ...commands.map((command) => handle(desk, command)),
      balancesAt(desk, clock),
      ""
    ]
  })

const balancesAt = ({ bank }: Desk, atSec: number): string => {
  const minutes = ["ruth", "ann", "bob"].map((id) => {
    const balance = Balance.of(bank.ledger, `${id}:hours`, atSec)
    return `${id} ${balance?.available ?? 0}`
  })
  return `minutes: ${minutes.join(", ")}`
}

/** What the README shows. */
export const outputs: ReadonlyArray<() => string> = [() => tell(aDesk()).join("\n").trimEnd()]

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(outputs[0]?.())
