/**
 * A year in a small time bank: earning up to a cap, a second confirmation, a donation by a group, a
 * piece of soap from the shelf, points that lapse, an emergency grant, a statement, and the head
 * that the bank publishes. Every rule comes from `@wangge/timebank`.
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { Zone } from "@wangge/calendar"
import { Provenance, Seconds } from "@wangge/facts"
import {
  AuditChain,
  Balance,
  BankOpening,
  type BankPlan,
  type BankPolicy,
  BankPreset,
  BankRules,
  Digest,
  Directory,
  EarningPlan,
  Expiry,
  GiftPlan,
  GrantPlan,
  History,
  HonourList,
  JournalHead,
  Ledger,
  PlanRefusal,
  RedemptionPlan,
  Shelf,
  type ShelfCommand,
  ShelfDecider,
  Signal,
  Totals,
  TransferKind,
  type Unit
} from "@wangge/timebank"

/** Seconds since the epoch at which a clock in Shanghai shows `2025-09-26 10:00`. */
export const at = (text: string): number => {
  const [date = "", time = "00:00"] = text.split(" ")
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  const secOfDay = hour * Seconds.hourSec + minute * Seconds.minuteSec
  return Zone.toInstantSec(BankPreset.helong.zone, Seconds.parseIsoDate(date), secOfDay)
}

const assumed = (value: number, unit: string) =>
  Provenance.assumed({ value, unit, reason: "small, so that this example reaches it" })

/** Helong's preset with a lower cap and points that lapse after three months. */
const policy: BankPolicy.BankPolicy = {
  ...BankPreset.helong,
  caps: {
    hours: { ...BankPreset.helong.caps.hours, balance: assumed(600, "minutes") },
    points: BankPreset.helong.caps.points
  },
  expiry: {
    ...BankPreset.helong.expiry,
    months: { hours: "none", points: assumed(3, "months") }
  },
  redemption: BankPreset.helong.redemption.map((item) => ({
    ...item,
    price: assumed(5, "points")
  }))
}

/** The bank: its rules, an empty ledger, and accounts named after their owners. */
export const aBank = (): BankPlan.Bank => ({
  rules: BankRules.compile(policy),
  ledger: Ledger.make(),
  directory: Directory.byName
})

const by = (text: string): BankPlan.Posting => ({ atSec: at(text), byId: "time-bank" })

/** Posts a plan and says in one line what came of it. */
export const post = (bank: BankPlan.Bank, plan: BankPlan.BankPlan): string => {
  if (!plan.ok) {
    const { en } = PlanRefusal.describe(plan.refusal)
    const signals = plan.signals.map((signal) => ` Signal: ${Signal.describe(signal).en}`)
    return [`refused, ${plan.refusal.code}: ${en}`, ...signals].join("")
  }
  const answer = Ledger.post(bank.rules.ledger, bank.ledger, plan.command)
  if (!answer.ok) return `refused by the ledger, ${answer.rejection.code}`
  return answer.isRepeated ? `${plan.command.id} was posted before` : `${plan.command.id} posted`
}

/** Hours and minutes of a balance in minutes. */
const hoursText = (minutes: number): string =>
  `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`

const amountText = (unit: Unit.Unit, amount: number): string =>
  unit === "hours" ? hoursText(amount) : `${amount} points`

const availableOf = (bank: BankPlan.Bank, account: string): number =>
  Balance.of(bank.ledger, account, Ledger.lastSec(bank.ledger))?.available ?? 0

/** Opens the bank with three members and a group. */
const open = (bank: BankPlan.Bank): void => {
  post(bank, BankOpening.bank(bank, by("2025-01-01")))
  for (const [partyId, accountKind] of [
    ["ann", "Person"],
    ["bob", "Person"],
    ["ruth", "Person"],
    ["choir", "Group"]
  ] as const) {
    post(bank, BankOpening.member(bank, { partyId, accountKind, guardianId: "" }, by("2025-01-01")))
  }
}

const confirmation = (
  orderId: string,
  served: string,
  minutes: number,
  partyId = "ann"
): EarningPlan.Confirmation => ({
  orderId,
  serviceKind: "Company",
  difficulty: "Ordinary",
  servedSec: at(served),
  receiverId: "ruth",
  confirmedById: "ruth",
  confirmedSec: at(served) + Seconds.hourSec,
  helpers: [{ partyId, minutes }]
})

const earn = (bank: BankPlan.Bank, given: EarningPlan.Confirmation, when: string): string => {
  const partyId = given.helpers[0]?.partyId ?? ""
  return post(bank, EarningPlan.plan(bank, given, { partyId, posting: by(when) }))
}

/** Earning: twice the same order, once otherwise, then up to the cap. */
const earning = (bank: BankPlan.Bank): ReadonlyArray<string> => {
  const first = confirmation("o-1", "2025-02-03 09:00", 240)
  const other = { ...first, helpers: [{ partyId: "ann", minutes: 300 }] }
  const lines = [
    `o-1, 4 hours: ${earn(bank, first, "2025-02-03 14:00")}`,
    `o-1 again, from another device: ${earn(bank, first, "2025-02-03 14:01")}`,
    `o-1 as 5 hours: ${earn(bank, other, "2025-02-03 14:02")}`,
    `o-2, 5 hours: ${earn(bank, confirmation("o-2", "2025-02-04 09:00", 300), "2025-02-05")}`,
    `o-3, 2 hours: ${earn(bank, confirmation("o-3", "2025-02-05 09:00", 120), "2025-02-06")}`,
    `o-4, the choir, 3 hours: ${earn(bank, confirmation("o-4", "2025-02-06 19:00", 180, "choir"), "2025-02-07")}`
  ]
  const honours = HonourList.of(bank, "hours").map(
    ({ amount, personId }) => `${personId} ${hoursText(amount)}`
  )
  return [
    ...lines,
    `ann has ${hoursText(availableOf(bank, "ann:hours"))}, the cap; honours: ${honours.join(", ")}`
  ]
}

/** Giving: the choir can only donate; the pool helps somebody in need, within its budget. */
const giving = (bank: BankPlan.Bank): ReadonlyArray<string> => {
  const donation = {
    giftId: "d-1",
    giverId: "choir",
    unit: "hours",
    amount: 180,
    mode: "Exact"
  } as const
  const help = { grantId: "emergency", personId: "ruth", amount: 120 }
  return [
    `the choir gives 3 hours: ${post(bank, GiftPlan.donate(bank, donation, by("2025-02-10")))}`,
    `ruth gets 2 hours: ${post(bank, GrantPlan.plan(bank, help, by("2025-02-11")))}`,
    `and once more: ${post(bank, GrantPlan.plan(bank, help, by("2025-02-12")))}`,
    `ann gives bob 1 hour: ${post(bank, giftToBob(bank))}`
  ]
}

const giftToBob = (bank: BankPlan.Bank): BankPlan.BankPlan =>
  GiftPlan.toRelative(
    bank,
    {
      giftId: "g-1",
      giverId: "ann",
      receiverId: "bob",
      receiverBornDate: "1960-01-01",
      unit: "hours",
      amount: 60,
      relatives: []
    },
    by("2025-02-13")
  )

/** A shelf with three pieces of soap. */
const stocked = (bank: BankPlan.Bank): Shelf.Shelf => {
  const [item] = bank.rules.policy.redemption
  if (item === undefined) throw new Error("the policy lists nothing to redeem")
  const add: ShelfCommand.ShelfCommand = { action: "AddStock", count: 3, ...by("2025-01-01") }
  const empty = Shelf.empty(item.id)
  const decision = ShelfDecider.decide({ item, zone: bank.rules.policy.zone }, empty, add)
  if (!decision.ok) throw new Error(decision.rejection.code)
  return Shelf.evolve(empty, decision.event)
}

/** Redeeming: a reservation that is fetched, one that nobody fetches, one that is too much. */
const redeeming = (bank: BankPlan.Bank): ReadonlyArray<string> => {
  let shelf = stocked(bank)
  const step = (plan: RedemptionPlan.RedemptionPlan): string => {
    if (!plan.ok) return `refused, ${plan.refusal.code}: ${plan.refusal.found}`
    const said = post(bank, { ok: true, command: plan.command, isRepeated: false })
    shelf = Shelf.evolve(shelf, plan.shelf.event)
    return said
  }
  const reserve = (redemptionId: string, when: string): string => {
    const request = { redemptionId, personId: "ann", bornDate: "1960-01-01", count: 1 }
    return step(RedemptionPlan.reserve(bank, shelf, request, by(when)))
  }
  return [
    `ann reserves soap: ${reserve("r-1", "2025-03-01 09:00")}`,
    `she fetches it: ${step(RedemptionPlan.deliver(bank, shelf, "r-1", by("2025-03-02 09:00")))}`,
    `she reserves another: ${reserve("r-2", "2025-03-02 10:00")}`,
    `three days later: ${step(RedemptionPlan.deliver(bank, shelf, "r-2", by("2025-03-05 10:00")))}`,
    `on the shelf: ${shelf.stockCount}, free: ${Shelf.freeCount(shelf, at("2025-03-05 10:00"))}; ` +
      `ann has ${availableOf(bank, "ann:points")} points`
  ]
}

/** What lapsed counts at once; the run that books it may come late, and twice. */
const expiring = (bank: BankPlan.Bank): ReadonlyArray<string> => {
  const { hours, points } = bank.rules.policy.accounts
  const into = { hours: hours.expiry, points: points.expiry }
  const left = (text: string): number =>
    Balance.of(bank.ledger, "ann:points", at(text))?.available ?? 0
  const before = `${left("2025-05-31 23:59")} until 31 May, ${left("2025-06-01")} from 1 June`
  const run = (text: string): string => {
    const commands = Expiry.plan(bank.ledger, { ...by(text), into })
    for (const command of commands) Ledger.post(bank.rules.ledger, bank.ledger, command)
    return `${commands.length} booked`
  }
  return [
    `ann's points: ${before}`,
    `the run on 10 June: ${run("2025-06-10")}; on 11 June: ${run("2025-06-11")}`
  ]
}

/** Ann's hours as a statement, and the identity of the whole bank. */
const reporting = (bank: BankPlan.Bank): ReadonlyArray<string> => {
  const span = { fromSec: at("2025-01-01"), toSec: at("2026-01-01"), by: "Effective" } as const
  const statement = History.statement(bank.ledger, "ann:hours", span)
  const lines = (statement?.lines ?? []).map(
    ({ amount, effectiveSec, runningBalance, transferKind }) => {
      const day = Seconds.toIsoDate(Zone.toLocal(bank.rules.policy.zone, effectiveSec).dayNumber)
      const kind = transferKind === "Reverse" ? "reversed" : TransferKind.labels[transferKind].en
      return `  ${day}  ${kind} ${amountText("hours", amount)}, then ${amountText("hours", runningBalance)}`
    }
  )
  const totals = (["hours", "points"] as const).map((unit) => {
    const sums = Totals.of(bank.ledger, unit, Ledger.lastSec(bank.ledger))
    const parts = [sums.available, sums.onHold, sums.inPools, sums.redeemed, sums.expired]
    return `  ${unit}: issued ${sums.issued} = ${parts.join(" + ")}`
  })
  return [
    "ann's statement, by time of service:",
    ...lines,
    "issued = available + on hold + in pools + redeemed + expired:",
    ...totals
  ]
}

/** The head of the journal: 32 bytes that a bank prints where nobody can take them back. */
export const headOf = (bank: BankPlan.Bank): string => {
  const head = JournalHead.make({
    ledgerId: "example-03",
    zone: bank.rules.policy.zone,
    policy: bank.rules.ledger.policy
  })
  const chain = AuditChain.start(sha256, head)
  AuditChain.seal(chain, bank.ledger)
  return Digest.toHex(chain.head)
}

/** The whole year. */
export const tell = (bank: BankPlan.Bank): ReadonlyArray<string> => {
  open(bank)
  const chapters = [
    ["earning", earning],
    ["giving", giving],
    ["redeeming", redeeming],
    ["expiring", expiring],
    ["reporting", reporting]
  ] as const
  return [
    ...chapters.flatMap(([title, chapter]) => [`${title}:`, ...chapter(bank).map(indent), ""]),
    `head to publish: ${headOf(bank)}`
  ]
}

const indent = (line: string): string => `  ${line}`

/** What the README shows. */
export const outputs: ReadonlyArray<() => string> = [() => tell(aBank()).join("\n")]

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(outputs[0]?.())
