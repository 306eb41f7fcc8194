/**
 * What stands on an account as the policies count it: every transfer with what is left of it after
 * reversals. Read through the public views of the ledger; linear in the entries of the account.
 */
import * as History from "../History.ts"
import * as Ledger from "../Ledger.ts"
import { noEnd } from "../LedgerRules.ts"
import type { TransferKind } from "../TransferKind.ts"

/** One transfer on an account; `amount` is what is left of it. */
export interface Booking {
  readonly id: string
  readonly transferKind: TransferKind
  readonly amount: number
  readonly isDebit: boolean
  readonly effectiveSec: number
  readonly causeId: string
  readonly beneficiaryId: string
}

/** All transfers of an account, in the order of recording; none for an unknown account. */
export const bookingsOf = (ledger: Ledger.Ledger, account: string): ReadonlyArray<Booking> => {
  const statement = History.statement(ledger, account, {
    fromSec: -noEnd,
    toSec: noEnd,
    by: "Recorded"
  })
  const lines = statement?.lines ?? []
  const takenBack = new Map<string, number>()
  for (const { id, transferKind } of lines) {
    if (transferKind !== "Reverse") continue
    const answer = Ledger.answerOf(ledger, id)
    if (!answer?.ok || answer.event.kind !== "Reversed") continue
    const { amount, command } = answer.event
    takenBack.set(command.targetId, (takenBack.get(command.targetId) ?? 0) + amount)
  }
  return lines.flatMap((line): ReadonlyArray<Booking> => {
    if (line.transferKind === "Reverse") return []
    return [
      {
        id: line.id,
        transferKind: line.transferKind,
        amount: line.amount - (takenBack.get(line.id) ?? 0),
        isDebit: line.isDebit,
        effectiveSec: line.effectiveSec,
        causeId: line.causeId,
        beneficiaryId: beneficiaryOf(ledger, line.id)
      }
    ]
  })
}

const beneficiaryOf = (ledger: Ledger.Ledger, id: string): string => {
  const answer = Ledger.answerOf(ledger, id)
  const isTransfer = answer?.ok && answer.event.kind === "Transferred"
  return isTransfer ? (answer.event.command.beneficiaryId ?? "") : ""
}
