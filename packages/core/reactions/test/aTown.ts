/** A small town for tests: real orders, their facts, and a time bank that reacts to them. */
import { type Fact, Id, Seconds } from "@wangge/facts"
import { Sensitive } from "@wangge/privacy"
import { Inbox, OrderTerms, ReactionPolicy, type Reactions } from "@wangge/reactions"
import {
  type OrderCommand,
  OrderDecider,
  type OrderEvent,
  OrderFacts,
  OrderPrice,
  OrderRules,
  ServiceMove,
  ServiceOrder,
  type VisitFinds
} from "@wangge/service"
import {
  Balance,
  BankOpening,
  type BankPlan,
  type BankPolicy,
  BankPreset,
  BankRules,
  Directory,
  Ledger,
  LedgerCheck,
  Totals,
  Unit
} from "@wangge/timebank"
import { expect } from "vitest"

/** Seconds of a wall-clock time in Shanghai. */
export const at = (text: string): number => {
  const [date = "", time = "00:00"] = text.split(" ")
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  return Seconds.parseIsoDate(date) * Seconds.daySec + (hour - 8) * 3600 + minute * 60
}

const orderRules = OrderRules.compile(OrderRules.base)
const fromSec = at("2025-03-03 09:00")
export const postedSec = at("2025-04-01")

const note = Sensitive.make("third floor", {
  field: "note",
  purposes: ["Handling"],
  dataClass: "Ordinary"
})

const person = (id: string) => Id.make<"Person">(id)

/** Minutes by helper. */
export type Minutes = Readonly<Record<string, number>>

const sharesOf = (minutes: Minutes): ReadonlyArray<OrderCommand.Share> =>
  Object.entries(minutes).map(([id, given]) => ({ personId: person(id), minutes: given }))

/** One step of an order, in short. */
export type Step =
  | { readonly do: "ask"; readonly price?: OrderPrice.OrderPrice }
  | { readonly do: "give"; readonly minutes: Minutes }
  | { readonly do: "confirm"; readonly minutes: number; readonly from: string }
  | { readonly do: "begin" | "rate" | "dispute" | "cancel" | "fail" }
  | {
      readonly do: "settle"
      readonly outcome: OrderCommand.Outcome
      readonly minutes: Minutes
    }

const commandsOf = (
  orderId: Id.Id<"Order">,
  step: Step,
  index: number
): ReadonlyArray<OrderCommand.OrderCommand> => {
  const after = fromSec + 9 * 3600 + index * 60
  const order = { orderId, atSec: after, reason: "because" }
  const requester = { ...order, byId: "ruth", role: "Requester" } as const
  const provider = { ...order, byId: "ann", role: "Provider" } as const
  const staff = { ...order, byId: "desk-1", role: "Staff" } as const
  switch (step.do) {
    case "ask":
      return [request(orderId, step.price ?? OrderPrice.free)]
    case "begin":
      return begun(staff, provider)
    case "give":
      return [
        ...begun(staff, provider),
        {
          ...provider,
          action: "Finish",
          atSec: fromSec + 8 * 3600,
          shares: sharesOf(step.minutes)
        }
      ]
    case "confirm":
      return [
        {
          ...requester,
          action: "Confirm",
          confirmationId: step.from,
          minutes: step.minutes,
          witnessId: ""
        }
      ]
    case "rate":
      return [{ ...requester, action: "Rate", rating: 5 }]
    case "dispute":
      return [{ ...requester, action: "Dispute" }]
    case "settle":
      return [{ ...staff, action: "Settle", outcome: step.outcome, shares: sharesOf(step.minutes) }]
    case "cancel":
      return [{ ...requester, action: "Cancel", atSec: fromSec - 7000 }]
    case "fail":
      return [{ ...provider, action: "Fail" }]
  }
}

type Head<Role extends OrderCommand.OrderCommand["role"]> = Pick<
  OrderCommand.PlainStep,
  "orderId" | "atSec" | "reason" | "byId"
> & { readonly role: Role }

const begun = (
  staff: Head<"Staff">,
  provider: Head<"Provider">
): ReadonlyArray<OrderCommand.OrderCommand> => [
  {
    ...staff,
    action: "Dispatch",
    atSec: fromSec - 7200,
    providerId: "crew",
    providerKind: "Group",
    crew: ["ann", "bob", "cem"].map((id) => ({ personId: person(id), householdId: "" })),
    crewSkillIds: []
  },
  { ...provider, action: "Accept", atSec: fromSec - 3600 },
  { ...provider, action: "Begin", atSec: fromSec }
]

const request = (
  orderId: Id.Id<"Order">,
  price: OrderPrice.OrderPrice
): OrderCommand.OrderCommand => ({
  orderId,
  action: "Request",
  byId: "ruth",
  role: "Requester",
  reason: "",
  atSec: fromSec - 3 * 86_400,
  requesterId: person("ruth"),
  requesterHouseholdId: "",
  kindId: "Company",
  mode: price.unit === "None" ? "Free" : "Paid",
  gridId: Id.make("grid-5"),
  window: { fromSec, untilSec: fromSec + 8 * 3600 },
  plannedMinutes: 120,
  skillIds: [],
  note,
  price,
  mandatedIds: [],
  requesterConfirms: true
})

/** An order that was told: its events, the facts of each answer, and what was refused. */
export interface Told {
  readonly orderId: Id.Id<"Order">
  readonly events: ReadonlyArray<OrderEvent.OrderEvent>
  readonly facts: ReadonlyArray<Fact.Fact>
  readonly rejections: ReadonlyArray<string>
}

/** Tells an order by its steps through the real decider; a repeated answer yields its facts again. */
export const tell = (name: string, steps: ReadonlyArray<Step>): Told => {
  const orderId = Id.make<"Order">(name)
  const events: Array<OrderEvent.OrderEvent> = []
  const facts: Array<Fact.Fact> = []
  const rejections: Array<string> = []
  let state: ServiceOrder.State = ServiceMove.none
  let beforeConfirmation: ServiceOrder.State = ServiceMove.none
  for (const [index, step] of steps.entries()) {
    for (const command of commandsOf(orderId, step, index)) {
      const decision = OrderDecider.decide(orderRules, state, command)
      if (!decision.ok) {
        rejections.push(decision.rejection.code)
        continue
      }
      if (decision.isRepeat) {
        facts.push(...OrderFacts.of(beforeConfirmation, decision.event))
        continue
      }
      if (decision.event.kind === "OrderConfirmed") beforeConfirmation = state
      facts.push(...OrderFacts.of(state, decision.event))
      state = ServiceOrder.evolve(state, decision.event)
      events.push(decision.event)
    }
  }
  return { orderId, events, facts, rejections }
}

/** A context whose bank has accounts for everybody and gives ruth something to pay with. */
export const aContext = (
  orders: ReadonlyArray<Told>,
  rest: {
    readonly bank?: BankPolicy.BankPolicy
    readonly policy?: ReactionPolicy.ReactionPolicy
    readonly finds?: ReadonlyArray<VisitFinds.Material>
  } = {}
): Reactions.Context => {
  const bank: BankPlan.Bank = {
    rules: BankRules.compile(rest.bank ?? BankPreset.base),
    ledger: Ledger.make(),
    directory: Directory.byName
  }
  const posting = { atSec: postedSec - 86_400, byId: "time-bank" }
  post(bank, BankOpening.bank(bank, posting))
  for (const partyId of ["ruth", "ann", "bob", "cem"]) {
    const who = { partyId, accountKind: "Person", guardianId: "" } as const
    post(bank, BankOpening.member(bank, who, posting))
  }
  for (const unit of Unit.list) {
    Ledger.post(bank.rules.ledger, bank.ledger, {
      action: "Transfer",
      id: `fund-${unit}`,
      ...posting,
      transferKind: "Grant",
      unit,
      debit: `issuer:${unit}`,
      credit: `ruth:${unit}`,
      amount: 1000
    })
  }
  const terms = new Map(orders.map(({ events, orderId }) => [orderId, OrderTerms.ofLog(events)]))
  return {
    bank,
    policy: rest.policy ?? ReactionPolicy.base,
    posting: { atSec: postedSec, byId: "time-bank" },
    orderOf: (orderId) => terms.get(Id.make(orderId)),
    materialOf: (findId) => rest.finds?.find((find) => find.findId === findId),
    bornDateOf: () => "1950-01-01"
  }
}

const post = (bank: BankPlan.Bank, plan: BankPlan.BankPlan): void => {
  if (!plan.ok) throw new Error(`${plan.refusal.code} ${plan.refusal.found}`)
  Ledger.post(bank.rules.ledger, bank.ledger, plan.command)
}

/** Reacts to facts and checks the books after it. */
export const take = (
  context: Reactions.Context,
  facts: ReadonlyArray<Fact.Fact>,
  waiting: ReadonlyArray<Fact.Fact> = []
): Inbox.Outcome => {
  const outcome = Inbox.take(context, facts, waiting)
  expect(LedgerCheck.problems(context.bank.ledger)).toEqual([])
  return outcome
}

/** What everybody has and what is on hold: the books as far as the order of entries is no matter. */
export const booksOf = ({ bank }: Reactions.Context): Readonly<Record<string, unknown>> => {
  const balances = Ledger.accountIds(bank.ledger).map((account) => [
    account,
    Balance.of(bank.ledger, account, postedSec)
  ])
  const totals = Unit.list.map((unit) => [unit, Totals.of(bank.ledger, unit, postedSec)])
  return Object.fromEntries([...balances, ...totals])
}

/** The hours of some persons. */
export const hours = ({ bank }: Reactions.Context, ids: ReadonlyArray<string>) =>
  ids.map((id) => Balance.of(bank.ledger, `${id}:hours`, postedSec)?.available)
