/**
 * Reads the tables of `docs/scenarios/service-orders.md` and tells them to the machine: every row is a
 * command, and its event or refusal and the fields it names have to come out.
 */
import { Zone } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { Sensitive } from "@wangge/privacy"
import {
  OrderAction,
  OrderCommand,
  OrderDecider,
  OrderFacts,
  OrderPrice,
  OrderRules,
  ServiceMode,
  ServiceMove,
  ServiceOrder
} from "../src/index.ts"

export interface Table {
  readonly title: string
  readonly rows: ReadonlyArray<string>
}

/** The tables under the headings of a page. */
export const tablesOf = (text: string): ReadonlyArray<Table> =>
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.slice(0, section.indexOf("\n")),
      rows: section.split("\n").filter((line) => /^\| \d/.test(line))
    }))

const instantOf = (text: string): number => {
  const day = Seconds.parseIsoDate(text.slice(0, 10))
  const [hour = 0, minute = 0, second = 0] = text.slice(11).split(":").map(Number)
  return Zone.toInstantSec("Asia/Shanghai", day, hour * 3600 + minute * 60 + second)
}

const oneOf = <Word extends string>(list: ReadonlyArray<Word>, word: string): Word => {
  const found = list.find((known) => known === word)
  if (found === undefined) throw new Error(`"${word}" is none of ${list.join(", ")}`)
  return found
}

const wordsOf = (words: ReadonlyArray<string>): ReadonlyMap<string, string> =>
  new Map(
    words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)])
  )

const listOf = (text: string): ReadonlyArray<string> => (text === "" ? [] : text.split(","))

const sharesOf = (text: string): ReadonlyArray<OrderCommand.Share> =>
  listOf(text).map((share) => {
    const [personId = "", minutes = ""] = share.split("/")
    return { personId: Id.make(personId), minutes: Number(minutes) }
  })

const priceOf = (text: string): OrderPrice.OrderPrice => {
  if (text === "") return OrderPrice.free
  const [amount = "", unit = "", basis = ""] = text.split("/")
  return {
    amount: Number(amount),
    unit: oneOf(OrderPrice.units, unit),
    basis: oneOf(OrderPrice.bases, basis)
  }
}

type Head = Pick<OrderCommand.OrderCommand, "orderId" | "atSec" | "byId" | "role" | "reason">

const requestOf = (head: Head, of: (key: string) => string): OrderCommand.Request => ({
  ...head,
  action: "Request",
  requesterId: Id.make("p-ask"),
  requesterHouseholdId: "h-ask",
  kindId: of("kind"),
  mode: oneOf(ServiceMode.list, of("mode")),
  gridId: Id.make("grid-5"),
  window: { fromSec: instantOf(of("from")), untilSec: instantOf(of("until")) },
  plannedMinutes: Number(of("minutes")),
  skillIds: [],
  note: Sensitive.make("", { field: "note", purposes: ["Handling"], dataClass: "Ordinary" }),
  price: priceOf(of("price")),
  mandatedIds: listOf(of("mandated")).map((id) => Id.make(id)),
  requesterConfirms: of("confirms") !== "no"
})

const dispatchOf = (head: Head, of: (key: string) => string): OrderCommand.Dispatch => {
  const crew = listOf(of("crew")).map((id) => ({
    personId: Id.make<"Person">(id),
    householdId: ""
  }))
  const isTeam = of("team") !== ""
  return {
    ...head,
    action: "Dispatch",
    providerId: isTeam ? of("team") : of("crew"),
    providerKind: isTeam ? "Group" : "Volunteer",
    crew,
    crewSkillIds: []
  }
}

const commandOf = (head: Head, action: string, of: (key: string) => string) => {
  const name = oneOf(OrderAction.list, action)
  switch (name) {
    case "Request":
      return requestOf(head, of)
    case "Dispatch":
      return dispatchOf(head, of)
    case "Reschedule": {
      const window = { fromSec: instantOf(of("from")), untilSec: instantOf(of("until")) }
      return { ...head, action: name, window, isAgreed: of("agreed") === "yes" }
    }
    case "Finish":
      return { ...head, action: name, shares: sharesOf(of("shares")) }
    case "Confirm": {
      const minutes = Number(of("minutes"))
      return { ...head, action: name, confirmationId: of("id"), minutes, witnessId: of("witness") }
    }
    case "Rate":
      return { ...head, action: name, rating: Number(of("rating")) }
    case "Settle": {
      const outcome = oneOf(OrderCommand.outcomes, of("outcome"))
      return { ...head, action: name, outcome, shares: sharesOf(of("shares")) }
    }
    case "ReportNoShow":
      return { ...head, action: name, missing: oneOf(["Provider", "Requester"], of("missing")) }
    default:
      return { ...head, action: name }
  }
}

/** What the last column may name. */
const shownOf = (state: ServiceOrder.State, atSec: number, facts: ReadonlyArray<string>) => {
  const shown = new Map([["facts", facts.length === 0 ? "none" : facts.join(",")]])
  if (state.status === "None") return shown.set("status", "None")
  const resting = [...ServiceOrder.restingIds(state, atSec)].sort().join(",")
  return shown
    .set("status", ServiceOrder.standingAt(state, atSec))
    .set("provider", state.providerId)
    .set("minutes", String(state.minutes))
    .set("rating", String(state.rating))
    .set("price", String(ServiceOrder.priceDue(state)))
    .set("resting", resting)
}

/** What of a table answers otherwise, and every action and refusal on the way. */
export const tell = (table: Table) => {
  const rules = OrderRules.compile(OrderRules.base)
  const told = new Set<string>()
  let state: ServiceOrder.State = ServiceMove.none
  for (const row of table.rows) {
    const cells = row.split("|").map((cell) => cell.trim())
    const [, time = "", who = "", text = "", result = "", after = ""] = cells
    const [byId = "", role = ""] = who.split(" as ")
    const [action = "", ...words] = text.split(" ")
    const given = wordsOf(words)
    const asked = new Set(["reason"])
    const of = (key: string): string => {
      asked.add(key)
      return given.get(key) ?? ""
    }
    const head = {
      orderId: Id.make<"Order">("order-1"),
      atSec: instantOf(time),
      byId,
      role: oneOf(OrderAction.roles, role),
      reason: given.get("reason") ?? ""
    }
    const command = commandOf(head, action, of)
    const unread = [...given.keys()].filter((key) => !asked.has(key))
    if (unread.length > 0) return { told, problem: `${time}: nothing reads ${unread.join(", ")}` }
    const decision = OrderDecider.decide(rules, state, command)
    told.add(action)
    if (!decision.ok) told.add(decision.rejection.code)
    const isNew = decision.ok && !decision.isRepeat
    const answer = decision.ok
      ? decision.isRepeat
        ? "as before"
        : decision.event.kind
      : `refused ${decision.rejection.code}`
    if (answer !== result) return { told, problem: `${time} ${text}: ${answer}, not ${result}` }
    const facts = isNew ? OrderFacts.of(state, decision.event) : []
    const said = facts.map(({ kind, quantity, unit }) =>
      unit === "order" ? kind : `${kind}:${quantity}`
    )
    if (isNew) state = ServiceOrder.evolve(state, decision.event)
    const shown = shownOf(state, head.atSec, said)
    for (const [key, value] of wordsOf(after.split(" "))) {
      const found = shown.get(key) ?? "no field"
      if (found !== value) return { told, problem: `${time}: ${key} is ${found}, not ${value}` }
    }
  }
  return { told, problem: "" }
}
