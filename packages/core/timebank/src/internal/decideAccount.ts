/**
 * Decides on the life of an account: opening, limits, freezing, closing, guardians.
 */
import * as AccountKind from "../AccountKind.ts"
import type * as Command from "../LedgerCommand.ts"
import type * as Event from "../LedgerEvent.ts"
import type { LedgerRejection } from "../LedgerRejection.ts"
import { type LedgerRules, limitAt, pairAt } from "../LedgerRules.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"
import * as accountTable from "./accountTable.ts"
import type { Ledger } from "./ledgerState.ts"
import { refusal } from "./refusal.ts"
import * as rights from "./rights.ts"
import * as standing from "./standing.ts"
import { frozenName } from "./transferRefusal.ts"

export type Outcome = Event.Single | LedgerRejection

const sweep = TransferKind.codeOf("Sweep")

export const unknown = (command: Command.LedgerCommand, account: string): LedgerRejection =>
  refusal(command, "AccountUnknown", account, "", "")

export const open = (rules: LedgerRules, ledger: Ledger, command: Command.OpenAccount): Outcome => {
  const { account, accountKind, unit } = command
  if (ledger.accounts.numberOf.has(account)) {
    return refusal(command, "AccountExists", account, "", "")
  }
  if (!rights.isOperator(rules, command.byId, rights.administer)) {
    return refusal(command, "NotPermitted", account, command.byId, "operator")
  }
  const place = limitAt(Unit.codeOf(unit), AccountKind.codeOf(accountKind))
  const ceiling = command.ceiling ?? rules.ceilings[place]!
  if (ceiling < 0) return refusal(command, "LimitNotAllowed", "ceiling", ceiling, "0..")
  return { kind: "AccountOpened", sequence: ledger.log.count, command, ceiling }
}

type Administrative =
  | Command.SetLimits
  | Command.FreezeAccount
  | Command.UnfreezeAccount
  | Command.SetGuardian

/** Limits, freezing and guardians: an operator's work on an account that is not closed. */
export const change = (rules: LedgerRules, ledger: Ledger, command: Administrative): Outcome => {
  if (command.action === "SetLimits" && command.floor !== 0) {
    if (command.floorUntilSec <= command.atSec) {
      return refusal(command, "EndNotLater", "floorUntilSec", command.floorUntilSec, command.atSec)
    }
  }
  const account = accountTable.numberOf(ledger.accounts, command.account)
  if (account < 0) return unknown(command, command.account)
  if (!rights.isOperator(rules, command.byId, rights.administer)) {
    return refusal(command, "NotPermitted", command.account, command.byId, "operator")
  }
  const marks = ledger.accounts.rows[account * accountTable.stride + accountTable.marks]!
  if ((marks & accountTable.closed) !== 0) {
    return refusal(command, "AccountClosed", command.account, "", "")
  }
  const sequence = ledger.log.count
  switch (command.action) {
    case "SetLimits":
      return limitProblem(rules, command, marks) ?? { kind: "LimitsSet", sequence, command }
    case "FreezeAccount":
      return { kind: "AccountFrozen", sequence, command }
    case "UnfreezeAccount":
      return (marks & (accountTable.frozenDebits | accountTable.frozenCredits)) === 0
        ? refusal(command, "NotFrozen", command.account, "", "")
        : { kind: "AccountUnfrozen", sequence, command }
    case "SetGuardian":
      return { kind: "GuardianSet", sequence, command }
  }
}

const limitProblem = (
  rules: LedgerRules,
  command: Command.SetLimits,
  marks: number
): LedgerRejection | undefined => {
  const kind = marks & accountTable.kindBits
  const unit = (marks >> accountTable.unitShift) & 1
  const { floor, ceiling } = command
  const lowest = -rules.creditLines[limitAt(unit, kind)]! + 0
  if (floor !== 0 && (marks & accountTable.keepsLots) === 0) {
    return refusal(command, "LimitNotAllowed", "floor", floor, 0)
  }
  if (floor < lowest) return refusal(command, "LimitNotAllowed", "floor", floor, `${lowest}..`)
  const least = Math.max(floor, 0)
  if (ceiling >= least) return undefined
  return refusal(command, "LimitNotAllowed", "ceiling", ceiling, `${least}..`)
}

export const close = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.CloseAccount
): Outcome => {
  const { accounts } = ledger
  const account = accountTable.numberOf(accounts, command.account)
  if (account < 0) return unknown(command, command.account)
  const sweepTo = command.sweepTo ?? ""
  const into = sweepTo === "" ? -1 : accountTable.numberOf(accounts, sweepTo)
  if (sweepTo !== "" && into < 0) return unknown(command, sweepTo)
  const misfit = into < 0 ? undefined : sweepMisfit(rules, ledger, command, account, into)
  if (misfit !== undefined) return misfit
  const party = rights.partyOf(ledger, command.byId)
  if (
    !rights.isOwn(ledger, account, party) &&
    !rights.isOperator(rules, command.byId, rights.administer)
  ) {
    return refusal(command, "NotPermitted", command.account, command.byId, "owner, operator")
  }
  return (
    closeObstacle(ledger, command, account, into) ?? {
      kind: "AccountClosed",
      sequence: ledger.log.count,
      command,
      amount: ledger.seen.free
    }
  )
}

const sweepMisfit = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.CloseAccount,
  account: number,
  into: number
): LedgerRejection | undefined => {
  const { accounts } = ledger
  if (account === into) return refusal(command, "SameAccount", command.account, command.account, "")
  const unit = accountTable.unitOf(accounts, account)
  const other = accountTable.unitOf(accounts, into)
  const subject = accountTable.nameOf(accounts, into)
  if (unit !== other) {
    const words = [Unit.list[other] ?? "", Unit.list[unit] ?? ""] as const
    return refusal(command, "UnitMismatch", subject, words[0], words[1])
  }
  const from = accountTable.kindOf(accounts, account)
  const to = accountTable.kindOf(accounts, into)
  if (rules.pairs[pairAt(from, sweep, to)] !== 0) return undefined
  const names = [AccountKind.list[from] ?? "", AccountKind.list[to] ?? ""] as const
  return refusal(command, "TransferNotAllowed", "Sweep", names[0], names[1])
}

/** What stands in the way of closing; leaves what is free in `ledger.seen`. */
const closeObstacle = (
  ledger: Ledger,
  command: Command.CloseAccount,
  account: number,
  into: number
): LedgerRejection | undefined => {
  const { rows } = ledger.accounts
  const subject = command.account
  const other = command.sweepTo ?? ""
  const marks = rows[account * accountTable.stride + accountTable.marks]!
  const intoMarks = into < 0 ? 0 : rows[into * accountTable.stride + accountTable.marks]!
  if ((marks & accountTable.closed) !== 0) return refusal(command, "AccountClosed", subject, "", "")
  if ((intoMarks & accountTable.closed) !== 0)
    return refusal(command, "AccountClosed", other, "", "")
  if ((marks & accountTable.frozenDebits) !== 0) return frozen(command, subject, marks)
  if ((intoMarks & accountTable.frozenCredits) !== 0) return frozen(command, other, intoMarks)
  let room = 0
  if (into >= 0) {
    standing.look(ledger, into, command.atSec)
    room = standing.room(ledger, into)
  }
  standing.look(ledger, account, command.atSec)
  const { held, debt, free } = ledger.seen
  if (held > 0) return refusal(command, "HoldsOpen", subject, held, 0)
  if (debt > 0) return refusal(command, "AccountInDebt", subject, debt, 0)
  if (free > 0 && into < 0) return refusal(command, "SweepMissing", subject, free, "sweepTo")
  if (free > 0 && free > room) {
    return refusal(command, "CeilingReached", other, free, Math.max(room, 0))
  }
  return undefined
}

const frozen = (command: Command.LedgerCommand, account: string, marks: number): LedgerRejection =>
  refusal(command, "AccountFrozen", account, frozenName(marks), "")
