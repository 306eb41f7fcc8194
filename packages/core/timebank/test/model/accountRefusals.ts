/** What in the books speaks against opening, tending, closing and expiring accounts. */
import type { LedgerCommand, LedgerRejection, LedgerRules } from "../../src/index.ts"
import * as Books from "./books.ts"
import { found } from "./form.ts"
import { hasRight, isPrincipal, movesOnly, rowsFor } from "./rights.ts"

type Code = LedgerRejection.Code
type Policy = LedgerRules.LedgerPolicy

export const closeRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.CloseAccount
): ReadonlyArray<Code> => {
  const account = Books.accountOf(books, command.account)
  const sweepTo =
    command.sweepTo === undefined ? undefined : Books.accountOf(books, command.sweepTo)
  if (account === undefined) return ["AccountUnknown"]
  if (command.sweepTo !== undefined && sweepTo === undefined) return ["AccountUnknown"]
  const { atSec, byId } = command
  const amount = Books.freeOf(account, atSec)
  return found({
    SameAccount: account === sweepTo,
    UnitMismatch: sweepTo !== undefined && sweepTo.unit !== account.unit,
    TransferNotAllowed:
      sweepTo !== undefined && rowsFor(policy, "Sweep", account, sweepTo).length === 0,
    NotPermitted: !isPrincipal(account, byId) && !hasRight(policy, byId, "Administer"),
    AccountClosed: account.isClosed || sweepTo?.isClosed === true,
    AccountFrozen:
      movesOnly(account.frozen, "Debits") ||
      (sweepTo !== undefined && movesOnly(sweepTo.frozen, "Credits")),
    HoldsOpen: Books.openHoldsOf(books, account.id).length > 0,
    AccountInDebt: account.debt > 0,
    SweepMissing: sweepTo === undefined && amount > 0,
    CeilingReached:
      amount > 0 && sweepTo !== undefined && amount > Books.roomOf(books, sweepTo, atSec)
  })
}

export const expireRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.ExpireLots
): ReadonlyArray<Code> => {
  const account = Books.accountOf(books, command.account)
  const into = Books.accountOf(books, command.into)
  if (account === undefined || into === undefined) return ["AccountUnknown"]
  const { atSec, lapseSec } = command
  const lapsed = account.parts.filter((part) => part.lapseSec === lapseSec && lapseSec <= atSec)
  return found({
    SameAccount: account === into,
    UnitMismatch: account.unit !== into.unit,
    TransferNotAllowed: rowsFor(policy, "Expire", account, into).length === 0,
    NotPermitted: !hasRight(policy, command.byId, "Expire"),
    AccountClosed: into.isClosed,
    NothingLapsed: lapsed.length === 0
  })
}

export const openRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.OpenAccount
): ReadonlyArray<Code> =>
  found({
    AccountExists: Books.accountOf(books, command.account) !== undefined,
    NotPermitted: !hasRight(policy, command.byId, "Administer"),
    LimitNotAllowed: (command.ceiling ?? 0) < 0
  })

const limitRefusals = (
  policy: Policy,
  account: Books.Account,
  command: LedgerCommand.SetLimits
): ReadonlyArray<Code> => {
  const line =
    policy.creditLines.find(
      ({ unit, accountKind }) => unit === account.unit && accountKind === account.kind
    )?.creditLineMax ?? 0
  const hasNoFloor = ["Issuer", "Merchant", "Expiry"].includes(account.kind)
  return found({
    NotPermitted: !hasRight(policy, command.byId, "Administer"),
    AccountClosed: account.isClosed,
    LimitNotAllowed:
      command.floor < -line ||
      command.ceiling < 0 ||
      command.ceiling < command.floor ||
      (hasNoFloor && command.floor !== 0)
  })
}

/** Commands on one account that move nothing. */
export const tendRefusals = (
  policy: Policy,
  books: Books.Books,
  command: Exclude<
    LedgerCommand.Single,
    | LedgerCommand.OpenAccount
    | LedgerCommand.CloseAccount
    | LedgerCommand.Transfer
    | LedgerCommand.PlaceHold
    | LedgerCommand.CaptureHold
    | LedgerCommand.ReleaseHold
    | LedgerCommand.Reverse
    | LedgerCommand.ExpireLots
  >
): ReadonlyArray<Code> => {
  const account = Books.accountOf(books, command.account)
  if (account === undefined) return ["AccountUnknown"]
  if (command.action === "SetLimits") return limitRefusals(policy, account, command)
  const isOwners = command.action === "GrantMandate" || command.action === "RevokeMandate"
  const mayAct =
    hasRight(policy, command.byId, "Administer") || (isOwners && isPrincipal(account, command.byId))
  return found({
    NotPermitted: !mayAct,
    MandateUnknown:
      command.action === "RevokeMandate" &&
      !account.mandates.some(({ agentId }) => agentId === command.agentId),
    AccountClosed: account.isClosed,
    NotFrozen: command.action === "UnfreezeAccount" && account.frozen === "None"
  })
}
