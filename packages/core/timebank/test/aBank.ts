/** A small time bank for tests: opened, with members, and posting made short. */
import { Seconds } from "@wangge/facts"
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
  type LedgerCommand,
  Totals,
  Unit
} from "@wangge/timebank"
import { expect } from "vitest"

/** Seconds of a wall-clock time in Shanghai, `2025-03-01` or `2025-03-01 09:30`. */
export const at = (text: string): number => {
  const [date = "", time = "00:00"] = text.split(" ")
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  return Seconds.parseIsoDate(date) * Seconds.daySec + (hour - 8) * 3600 + minute * 60
}

export const openedSec = at("2025-01-01")

/** A bank with persons `ann`, `bob`, `cem`, the group `team` and everything that the policy names. */
export const aBank = (policy: BankPolicy.BankPolicy = BankPreset.base): BankPlan.Bank => {
  const bank = {
    rules: BankRules.compile(policy),
    ledger: Ledger.make(),
    directory: Directory.byName
  }
  const posting = { atSec: openedSec, byId: "time-bank" }
  post(bank, BankOpening.bank(bank, posting))
  for (const partyId of ["ann", "bob", "cem"]) {
    const who = { partyId, accountKind: "Person", guardianId: "" } as const
    post(bank, BankOpening.member(bank, who, posting))
  }
  const team = { partyId: "team", accountKind: "Group", guardianId: "" } as const
  post(bank, BankOpening.member(bank, team, posting))
  return bank
}

/** Who posts, at a wall-clock time. */
export const by = (text: string): BankPlan.Posting => ({ atSec: at(text), byId: "time-bank" })

/** Posts a plan that has to be good and checks the books after it. */
export const post = (bank: BankPlan.Bank, plan: BankPlan.BankPlan): LedgerCommand.LedgerCommand => {
  if (!plan.ok)
    throw new Error(`${plan.refusal.code} ${plan.refusal.subject} ${plan.refusal.found}`)
  return book(bank, plan.command)
}

/** Posts a command that has to be accepted and checks the books after it. */
export const book = (
  bank: BankPlan.Bank,
  command: LedgerCommand.LedgerCommand
): LedgerCommand.LedgerCommand => {
  const answer = Ledger.post(bank.rules.ledger, bank.ledger, command)
  if (!answer.ok) throw new Error(`${command.id}: ${JSON.stringify(answer.rejection)}`)
  expectSound(bank)
  return command
}

/** The books are sound: recounted, and issued = everything that it became. */
export const expectSound = (bank: BankPlan.Bank): void => {
  expect(LedgerCheck.problems(bank.ledger)).toEqual([])
  for (const unit of Unit.list) {
    const totals = Totals.of(bank.ledger, unit, Ledger.lastSec(bank.ledger))
    const { available, expired, inPools, issued, onHold, redeemed } = totals
    expect(available + onHold + inPools + redeemed + expired).toBe(issued)
  }
}

/** What an account holds at its last recorded second, lapsed credits left out. */
export const balanceOf = (bank: BankPlan.Bank, account: string): number => {
  const balance = Balance.of(bank.ledger, account, Ledger.lastSec(bank.ledger))
  return balance === undefined ? Number.NaN : balance.balance - balance.lapsed
}

/** A refusal's code, or what was planned. */
export const codeOf = (plan: BankPlan.BankPlan): string =>
  plan.ok ? (plan.isRepeated ? "repeated" : "planned") : plan.refusal.code
