/**
 * Decides on one command that stands alone or in a group: form, then time, then what its action
 * asks.
 */
import type { Single } from "../LedgerCommand.ts"
import type * as Event from "../LedgerEvent.ts"
import { codeAt, type LedgerRejection } from "../LedgerRejection.ts"
import type { LedgerRules } from "../LedgerRules.ts"
import * as LedgerVerdict from "../LedgerVerdict.ts"
import { formProblem } from "./commandForm.ts"
import * as decideAccount from "./decideAccount.ts"
import { expire } from "./decideExpire.ts"
import * as decideHold from "./decideHold.ts"
import { decideMandate } from "./decideMandate.ts"
import { reverse } from "./decideReverse.ts"
import { fillMove, partyBy } from "./fillMove.ts"
import type { Ledger } from "./ledgerState.ts"
import { refusal } from "./refusal.ts"
import { transferRefusal } from "./transferRefusal.ts"
import { ofTransfer } from "./transferVerdict.ts"

export type SingleOutcome = Event.Single | LedgerRejection

/** The event of a command, or why nothing happens. */
export const decideSingle = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Single
): SingleOutcome => {
  if (command.action === "Transfer") return transfer(rules, ledger, command)
  const form = formProblem(command) ?? clockProblem(ledger, command)
  if (form !== undefined) return form
  switch (command.action) {
    case "OpenAccount":
      return decideAccount.open(rules, ledger, command)
    case "SetLimits":
    case "FreezeAccount":
    case "UnfreezeAccount":
    case "SetGuardian":
      return decideAccount.change(rules, ledger, command)
    case "CloseAccount":
      return decideAccount.close(rules, ledger, command)
    case "GrantMandate":
    case "RevokeMandate":
      return decideMandate(rules, ledger, command)
    case "PlaceHold":
      return decideHold.place(rules, ledger, command)
    case "CaptureHold":
      return decideHold.capture(rules, ledger, command)
    case "ReleaseHold":
      return decideHold.release(rules, ledger, command)
    case "Reverse":
      return reverse(rules, ledger, command)
    case "ExpireLots":
      return expire(rules, ledger, command)
  }
}

type Transfer = Extract<Single, { readonly action: "Transfer" }>

const nothing = { causeId: "", beneficiaryId: "" }

const transfer = (rules: LedgerRules, ledger: Ledger, command: Transfer): SingleOutcome => {
  const verdict = transferVerdict(rules, ledger, command)
  if (typeof verdict !== "number") return verdict
  if (verdict !== 0) return refusedTransfer(ledger, command, verdict)
  const { amount, isByMandate } = ledger.move
  return { kind: "Transferred", sequence: ledger.log.count, command, amount, isByMandate }
}

/** The verdict on a transfer, or what is wrong with its form; fills `ledger.move`. */
export const transferVerdict = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Transfer
): number | LedgerRejection => {
  let cause = nothing
  const isPlain = fillMove(ledger, command)
  const party = partyBy(ledger, ledger.move.debit, command.byId)
  if (!isPlain || party === 0) {
    const form = formProblem(command)
    if (form !== undefined) return form
    cause = { causeId: command.causeId ?? "", beneficiaryId: command.beneficiaryId ?? "" }
  }
  return ofTransfer(rules, ledger, party, command.byId, cause)
}

/** The rejection of a transfer for a verdict other than 0. */
export const refusedTransfer = (
  ledger: Ledger,
  command: Transfer,
  verdict: number
): LedgerRejection =>
  transferRefusal(ledger, command, verdict, {
    debit: command.debit,
    credit: command.credit,
    byId: command.byId,
    causeId: command.causeId ?? "",
    beneficiaryId: command.beneficiaryId ?? ""
  })

/** The times of a command: not before the last entry, not effective after it is recorded. */
export const clockProblem = (
  ledger: Ledger,
  command: Event.LogEntry["command"]
): LedgerRejection | undefined => {
  const { atSec } = command
  const effectiveSec = "effectiveSec" in command ? (command.effectiveSec ?? atSec) : atSec
  const verdict = LedgerVerdict.ofClock(ledger.lastSec, atSec, effectiveSec)
  if (verdict === 0) return undefined
  const code = codeAt(verdict)
  return code === "TimeWentBack"
    ? refusal(command, code, "atSec", atSec, ledger.lastSec)
    : refusal(command, code, "effectiveSec", effectiveSec, atSec)
}
