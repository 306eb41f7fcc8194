/**
 * Books what happened to accounts and mandates.
 */
import * as AccountKind from "../AccountKind.ts"
import { directions } from "../LedgerCommand.ts"
import type * as Event from "../LedgerEvent.ts"
import { noEnd } from "../LedgerRules.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"
import * as accountTable from "./accountTable.ts"
import { arrive, settle, writeMove } from "./applyTransfer.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lots from "./lots.ts"
import type { Mandate } from "./sideTable.ts"
import * as sideTable from "./sideTable.ts"
import { keep, kindWord, writeEntry } from "./writeEntry.ts"

const sweep = TransferKind.codeOf("Sweep")

export const opened = (ledger: Ledger, event: Event.AccountOpened): void => {
  const { accounts, side } = ledger
  const { account: name, accountKind, unit, ownerId, guardianId } = event.command
  const account = accountTable.add(accounts, name)
  const { rows } = accounts
  const base = account * accountTable.stride
  rows[base + accountTable.floor] = accountKind === "Issuer" ? Number.NEGATIVE_INFINITY : 0
  rows[base + accountTable.floorUntilSec] = noEnd
  rows[base + accountTable.ceiling] = storedCeiling(event.ceiling)
  rows[base + accountTable.nextExpirySec] = noEnd
  rows[base + accountTable.marks] =
    AccountKind.codeOf(accountKind) |
    (Unit.codeOf(unit) << accountTable.unitShift) |
    (AccountKind.keepsLots(accountKind) ? accountTable.keepsLots : 0)
  rows[base + accountTable.owner] = sideTable.party(side, ownerId)
  rows[base + accountTable.guardian] = sideTable.party(side, guardianId ?? "")
  writeEntry(ledger, event, account, 0)
}

/** No ceiling is kept as Infinity, so that nothing is ever above it. */
const storedCeiling = (ceiling: number): number =>
  ceiling === noEnd ? Number.POSITIVE_INFINITY : ceiling

type Changed = Event.LimitsSet | Event.AccountFrozen | Event.AccountUnfrozen | Event.GuardianSet

export const changed = (ledger: Ledger, event: Changed): void => {
  const { rows } = ledger.accounts
  const account = accountTable.numberOf(ledger.accounts, event.command.account)
  const base = account * accountTable.stride
  const frozen = accountTable.frozenDebits | accountTable.frozenCredits
  switch (event.kind) {
    case "LimitsSet":
      if (rows[base + accountTable.floor] !== Number.NEGATIVE_INFINITY) {
        rows[base + accountTable.floor] = event.command.floor + 0
        rows[base + accountTable.floorUntilSec] = event.command.floorUntilSec
      }
      rows[base + accountTable.ceiling] = storedCeiling(event.command.ceiling)
      break
    case "AccountFrozen": {
      const bits = (directions.indexOf(event.command.direction) + 1) << accountTable.frozenShift
      rows[base + accountTable.marks] = (rows[base + accountTable.marks]! & ~frozen) | bits
      break
    }
    case "AccountUnfrozen":
      rows[base + accountTable.marks] = rows[base + accountTable.marks]! & ~frozen
      break
    case "GuardianSet": {
      const { guardianId } = event.command
      rows[base + accountTable.guardian] = sideTable.party(ledger.side, guardianId)
    }
  }
  writeEntry(ledger, event, account, 0)
}

/** What is left and not lapsed moves to where the command says, with its lapse dates. */
export const closed = (ledger: Ledger, event: Event.AccountClosed): void => {
  const { rows } = ledger.accounts
  const { account: name, sweepTo, atSec } = event.command
  const account = accountTable.numberOf(ledger.accounts, name)
  settle(ledger, account, atSec)
  const place = account * accountTable.stride + accountTable.marks
  rows[place] = rows[place]! | accountTable.closed
  if (event.amount === 0) {
    writeEntry(ledger, event, account, 0)
    return
  }
  const into = accountTable.numberOf(ledger.accounts, sweepTo ?? "")
  settle(ledger, into, atSec)
  lots.take(ledger, account, event.amount, atSec)
  arrive(ledger, into, event.amount, false, 0, atSec)
  const word = kindWord(event) | (sweep << 8)
  const side = keep(ledger, event, 0)
  writeMove(ledger, word, account, into, side, event.amount, atSec, atSec, false, 0)
}

type Mandated = Event.MandateGranted | Event.MandateRevoked

export const mandated = (ledger: Ledger, event: Mandated): void => {
  const { side } = ledger
  const { command } = event
  const account = accountTable.numberOf(ledger.accounts, command.account)
  const agent = sideTable.party(side, command.agentId)
  const others = (side.mandates.get(account) ?? []).filter((each) => each.agent !== agent)
  const after = command.action === "GrantMandate" ? [...others, mandateOf(agent, command)] : others
  sideTable.setIn(side, side.mandates, account, after)
  const place = account * accountTable.stride + accountTable.marks
  const marks = ledger.accounts.rows[place]! & ~accountTable.mandated
  ledger.accounts.rows[place] = after.length === 0 ? marks : marks | accountTable.mandated
  writeEntry(ledger, event, account, 0)
}

const mandateOf = (agent: number, command: Event.MandateGranted["command"]): Mandate => ({
  agent,
  kinds: command.transferKinds.reduce((bits, kind) => bits | (1 << TransferKind.codeOf(kind)), 0),
  perTransferMax: command.perTransferMax,
  totalMax: command.totalMax,
  untilSec: command.untilSec,
  used: 0
})
