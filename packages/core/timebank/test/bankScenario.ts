/** Reads the tables of `docs/scenarios/time-bank.md` and carries them out on a real bank. */
import { Provenance } from "@wangge/facts"
import {
  Balance,
  type BankPlan,
  type BankPolicy,
  BankPreset,
  CreditSettlement,
  EarningPlan,
  Expiry,
  GiftPlan,
  GrantPlan,
  InheritancePlan,
  Ledger,
  LedgerCheck,
  LedgerRules,
  OrderPayment,
  type RelativeRegister
} from "@wangge/timebank"
import { aBank, at } from "./aBank.ts"

export interface Table {
  readonly title: string
  readonly policy: BankPolicy.BankPolicy
  readonly rows: ReadonlyArray<string>
}

const limit = (value: number, unit = "minutes") =>
  Provenance.assumed({ value, unit, reason: "set by the table" })

/** `Policy: nanjing day=120 balance=300 points=none`: a preset and what the table changes. */
const policyOf = (text: string): BankPolicy.BankPolicy => {
  const [name = "", ...changes] = text.split(" ")
  const preset = Object.values(BankPreset.all).find(({ id }) => id === name)
  if (preset === undefined) throw new Error(`no preset ${name}`)
  return changes.reduce(changed, preset)
}

const changed = (policy: BankPolicy.BankPolicy, change: string): BankPolicy.BankPolicy => {
  const [key = "", value = ""] = change.split("=")
  const { caps, expiry } = policy
  if (key === "months") {
    const months = { hours: limit(Number(value), "months"), points: "none" } as const
    return { ...policy, expiry: { ...expiry, months } }
  }
  if (key !== "day" && key !== "balance") throw new Error(`the policy cannot change ${key}`)
  const hours = { ...caps.hours, [key]: limit(Number(value)) }
  return { ...policy, caps: { hours, points: caps.points } }
}

/** The tables of a page, each under its own heading with its own `Policy:` line. */
export const tablesOf = (page: string): ReadonlyArray<Table> =>
  page
    .split(/^## /mu)
    .slice(1)
    .map((part) => ({
      title: part.split("\n")[0] ?? "",
      policy: policyOf(/^Policy: `(.*)`$/mu.exec(part)?.[1] ?? ""),
      rows: part.split("\n").filter((line) => /^\| \d{4}/u.test(line))
    }))

const relatives: ReadonlyArray<RelativeRegister.Relative> = [
  { personId: "ann", relativeId: "bob", relation: "Parent" } as const,
  { personId: "ann", relativeId: "cem", relation: "Sibling" } as const
].map((row) => ({ ...row, fromSec: 0, untilSec: at("2030-01-01"), evidenceId: "book-7" }))

type Words = Readonly<Record<string, string>>
type Request = (bank: BankPlan.Bank, words: Words, posting: BankPlan.Posting) => BankPlan.BankPlan

const text = (words: Words, key: string): string => words[key] ?? ""
const count = (words: Words, key: string): number => Number(words[key] ?? Number.NaN)

const service = { serviceKind: "Company", difficulty: "Ordinary" } as const

/** What a row can ask for. */
export const requests: Readonly<Record<string, Request>> = {
  Earn: (bank, words, posting) => {
    const servedSec = at(text(words, "served").replace("T", " "))
    const partyId = text(words, "helper")
    const confirmation: EarningPlan.Confirmation = {
      ...service,
      orderId: text(words, "order"),
      servedSec,
      receiverId: text(words, "for"),
      confirmedById: words.confirmed ?? text(words, "for"),
      confirmedSec: servedSec,
      helpers: [{ partyId, minutes: count(words, "minutes") }]
    }
    return EarningPlan.plan(bank, confirmation, { partyId, posting })
  },
  Settle: (bank, words, posting) => {
    const ids = { orderId: text(words, "order"), partyId: text(words, "helper") }
    const found = { number: count(words, "number"), minutes: count(words, "minutes") }
    return CreditSettlement.plan(bank, { ...service, ...ids, ...found, reason: "dispute" }, posting)
  },
  Donate: (bank, words, posting) => {
    const gift = { giftId: text(words, "gift"), giverId: text(words, "giver") }
    const amount = count(words, "minutes")
    return GiftPlan.donate(bank, { ...gift, unit: "hours", amount, mode: "Exact" }, posting)
  },
  Give: (bank, words, posting) => {
    const gift = { giftId: text(words, "gift"), giverId: text(words, "giver") }
    const receiver = { receiverId: text(words, "to"), receiverBornDate: text(words, "born") }
    const what = { unit: "hours", amount: count(words, "minutes"), relatives } as const
    return GiftPlan.toRelative(bank, { ...gift, ...receiver, ...what }, posting)
  },
  Grant: (bank, words, posting) => {
    const ids = { grantId: text(words, "grant"), personId: text(words, "person") }
    return GrantPlan.plan(bank, { ...ids, amount: count(words, "minutes") }, posting)
  },
  Hold: (bank, words, posting) => {
    const ids = { orderId: text(words, "order"), payerId: text(words, "payer") }
    const expiresSec = words.until === undefined ? LedgerRules.noEnd : at(words.until)
    const terms = { unit: "hours", amount: count(words, "minutes"), expiresSec } as const
    return OrderPayment.hold(bank, { ...ids, ...terms, bornDate: words.born ?? "unknown" }, posting)
  },
  Pay: (bank, words, posting) => {
    const share = { partyId: text(words, "helper"), amount: count(words, "minutes") }
    return OrderPayment.capture(bank, { orderId: text(words, "order"), shares: [share] }, posting)
  },
  Release: (bank, words, posting) =>
    OrderPayment.release(bank, { orderId: text(words, "order") }, posting),
  ReportDeath: (bank, words, posting) => {
    const ids = { personId: text(words, "person"), evidenceId: text(words, "evidence") }
    return InheritancePlan.report(bank, { ...ids, unit: "hours" }, posting)
  },
  SettleEstate: (bank, words, posting) => {
    const ids = { personId: text(words, "person"), heirId: text(words, "heir") }
    const estate = { ...ids, unit: "hours", relatedSec: posting.atSec, relatives } as const
    return InheritancePlan.settle(bank, estate, posting)
  }
}

/** What a table tells: the first row that is not true, and the requests and codes that it used. */
export interface Told {
  readonly problem: string
  readonly words: ReadonlySet<string>
}

/** Carries a table out row by row. */
export const tell = ({ policy, rows }: Table): Told => {
  const bank = aBank(policy)
  const words = new Set<string>()
  for (const row of rows) {
    const [when = "", asked = "", result = "", books = ""] = row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim())
    const atSec = at(when)
    const said = carryOut(bank, asked, atSec)
    for (const word of [asked.split(" ")[0] ?? "", said.split(" ").at(-1) ?? ""]) words.add(word)
    if (said !== result) return { problem: `${row}: ${said}, not ${result}`, words }
    const wrong = books.split(" ").find((one) => !holds(bank, one, atSec))
    if (wrong !== undefined) return { problem: `${row}: not ${wrong}`, words }
    if (LedgerCheck.problems(bank.ledger).length > 0) return { problem: `${row}: unsound`, words }
  }
  return { problem: "", words }
}

const carryOut = (bank: BankPlan.Bank, asked: string, atSec: number): string => {
  const [name = "", ...pairs] = asked.split(" ")
  const posting = { atSec, byId: "time-bank" }
  if (name === "Expire") return expire(bank, posting)
  const words = Object.fromEntries(pairs.map((pair) => wordOf(pair)))
  const plan = requests[name]?.(bank, words, posting)
  if (plan === undefined) throw new Error(`no request ${name}`)
  if (!plan.ok) {
    const { code, found } = plan.refusal
    return code === "LedgerRefuses" ? `refused ${code} ${found}` : `refused ${code}`
  }
  const answer = Ledger.post(bank.rules.ledger, bank.ledger, plan.command)
  return answer.ok ? `${answer.isRepeated ? "again" : "posted"} ${plan.command.id}` : "refused"
}

const wordOf = (pair: string): readonly [string, string] => {
  const [key = "", value = ""] = pair.split("=")
  return [key, value]
}

const expire = (bank: BankPlan.Bank, posting: BankPlan.Posting): string => {
  const { hours, points } = bank.rules.policy.accounts
  const into = { hours: hours.expiry, points: points.expiry }
  const commands = Expiry.plan(bank.ledger, { ...posting, into })
  for (const command of commands) Ledger.post(bank.rules.ledger, bank.ledger, command)
  return `expired ${commands.length}`
}

/** `ann=60`: what can be spent now; `ann.hold=60`: what is on hold. */
const holds = (bank: BankPlan.Bank, book: string, atSec: number): boolean => {
  const [name = "", amount = ""] = book.split("=")
  const [party = "", part = "available"] = name.split(".")
  const balance = Balance.of(bank.ledger, `${party}:hours`, atSec)
  const found = part === "hold" ? balance?.onHold : balance?.available
  return String(found) === amount
}
