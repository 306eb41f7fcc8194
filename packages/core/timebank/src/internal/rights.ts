/**
 * Who may do what: the owner or, in the owner's place, the guardian; a holder of a mandate; an
 * operator of the rules.
 */
import type { LedgerRules } from "../LedgerRules.ts"
import * as accountTable from "./accountTable.ts"
import type { Ledger } from "./ledgerState.ts"
import type { Mandate } from "./sideTable.ts"

export const administer = 1
export const act = 2
export const correct = 4
export const expire = 8

/** Whether a party is the one that acts for an account: its guardian if it has one, else its owner. */
export const isOwn = (ledger: Ledger, account: number, party: number): boolean => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  const guardian = rows[base + accountTable.guardian]!
  return party !== 0 && party === (guardian === 0 ? rows[base + accountTable.owner]! : guardian)
}

export const isOperator = (rules: LedgerRules, partyId: string, right: number): boolean =>
  ((rules.rightsOf.get(partyId) ?? 0) & right) !== 0

/** The mandate of a party on an account, if there is one. */
export const mandateOf = (ledger: Ledger, account: number, party: number): Mandate | undefined => {
  const { rows } = ledger.accounts
  const marks = rows[account * accountTable.stride + accountTable.marks]!
  if ((marks & accountTable.mandated) === 0 || party === 0) return undefined
  return ledger.side.mandates.get(account)?.find(({ agent }) => agent === party)
}

/** The number of a party that has one, 0 for any other text. */
export const partyOf = (ledger: Ledger, partyId: string): number =>
  ledger.side.partyOf.get(partyId) ?? 0

/** Who could act for an account, as a refusal says it. */
export const actorsOf = (ledger: Ledger, account: number): string => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  return rows[base + accountTable.guardian] === 0 ? "owner, agent, operator" : "guardian, operator"
}
