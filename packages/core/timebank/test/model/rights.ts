/** Who may do what, and which kind may move between which: read from the policy, row by row. */
import type { LedgerRejection, LedgerRules } from "../../src/index.ts"
import type * as Books from "./books.ts"
import { found } from "./form.ts"

type Code = LedgerRejection.Code
type Policy = LedgerRules.LedgerPolicy

export const movesOnly = (frozen: string, direction: "Debits" | "Credits"): boolean =>
  frozen === direction || frozen === "Both"

export const rowsOf = (policy: Policy, kind: string, debit: Books.Account) =>
  policy.transfers.filter((row) => row.transferKind === kind && row.debitKinds.includes(debit.kind))

/** Whether a movement is allowed at all, and whether it may renew the lapse. */
export const rowsFor = (
  policy: Policy,
  kind: string,
  debit: Books.Account,
  credit: Books.Account
) => rowsOf(policy, kind, debit).filter((row) => row.creditKinds.includes(credit.kind))

export const hasRight = (policy: Policy, byId: string, right: LedgerRules.Right): boolean =>
  policy.operators.some((one) => one.partyId === byId && one.rights.includes(right))

export const isPrincipal = (account: Books.Account, byId: string): boolean =>
  byId === (account.guardianId === "" ? account.ownerId : account.guardianId)

/** Whose mandate a debit would use; `undefined` where somebody acts in his own right. */
export const mandateFor = (
  policy: Policy,
  account: Books.Account,
  byId: string
): Books.Mandate | undefined =>
  isPrincipal(account, byId) || hasRight(policy, byId, "Act")
    ? undefined
    : account.mandates.find(({ agentId }) => agentId === byId)

interface Debit {
  readonly account: Books.Account
  readonly byId: string
  readonly atSec: number
  readonly kind: string
  readonly asked: number
}

export const debitRefusals = (policy: Policy, debit: Debit): ReadonlyArray<Code> => {
  const { account, byId, atSec, kind, asked } = debit
  if (isPrincipal(account, byId) || hasRight(policy, byId, "Act")) return []
  const mandate = mandateFor(policy, account, byId)
  return found({
    NotPermitted: mandate === undefined,
    MandateEnded: mandate !== undefined && mandate.untilSec <= atSec,
    MandateKind: mandate !== undefined && !mandate.transferKinds.some((one) => one === kind),
    MandateExceeded:
      mandate !== undefined &&
      (asked > mandate.perTransferMax || BigInt(mandate.used) + BigInt(asked) > mandate.totalMax)
  })
}
