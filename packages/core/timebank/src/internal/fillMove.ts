/**
 * A transfer command in numbers: fills `ledger.move` from the command's fields. What cannot be read
 * in one glance is left to `formProblem`, which says what is wrong.
 */
import type { Transfer } from "../LedgerCommand.ts"
import * as LedgerVerdict from "../LedgerVerdict.ts"
import * as TransferKind from "../TransferKind.ts"
import * as accountTable from "./accountTable.ts"
import type { Ledger } from "./ledgerState.ts"

const kindCodes: ReadonlyMap<string, number> = new Map(
  TransferKind.list.filter(TransferKind.isPlain).map((kind) => [kind, TransferKind.codeOf(kind)])
)

/**
 * Fills `ledger.move`; false if the form of the command has to be looked at closely: a number that
 * is none, an unknown word or account, or one of the rarer fields.
 */
export const fillMove = (ledger: Ledger, command: Transfer): boolean => {
  const { move } = ledger
  const { numberOf } = ledger.accounts
  const debit = numberOf.get(command.debit)
  const credit = numberOf.get(command.credit)
  const kind = kindCodes.get(command.transferKind)
  const { amount, atSec, effectiveSec, lapseSec, mode, unit } = command
  move.debit = debit === undefined ? -1 : debit
  move.credit = credit === undefined ? -1 : credit
  move.transferKind = kind === undefined ? -1 : kind
  move.unit = unit === "points" ? 1 : 0
  move.asked = amount
  move.atSec = atSec
  move.isEffectiveGiven = effectiveSec !== undefined
  move.effectiveSec = effectiveSec === undefined ? atSec : effectiveSec
  move.isLapseGiven = lapseSec !== undefined
  move.lapseSec = lapseSec === undefined ? 0 : lapseSec
  move.isUpTo = mode === "UpTo"
  move.isExactGiven = mode === "Exact"
  move.hasCause = command.causeId !== undefined
  return (
    debit !== undefined &&
    credit !== undefined &&
    kind !== undefined &&
    LedgerVerdict.ofAmount(amount) === 0 &&
    LedgerVerdict.ofInstant(atSec) === 0 &&
    (unit === "hours" || unit === "points") &&
    effectiveSec === undefined &&
    lapseSec === undefined &&
    mode === undefined &&
    command.causeId === undefined &&
    command.beneficiaryId === undefined &&
    command.correctsId === undefined
  )
}

/**
 * The number of the party that gives a command on an account, 0 if it has none. The owner's name is
 * compared before the table of parties is asked.
 */
export const partyBy = (ledger: Ledger, account: number, byId: string): number => {
  const { side } = ledger
  if (account >= 0) {
    const owner = ledger.accounts.rows[account * accountTable.stride + accountTable.owner]!
    if (side.parties[owner] === byId) return owner
  }
  const found = side.partyOf.get(byId)
  return found === undefined ? 0 : found
}
