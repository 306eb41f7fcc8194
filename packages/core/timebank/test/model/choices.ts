/** What a random step can see, and its choices of accounts, actors, amounts and ends. */
import type { LedgerCommand, LedgerRules } from "../../src/index.ts"
import type * as Books from "./books.ts"
import type * as Dice from "./dice.ts"

/** What a step can see. */
export interface Scene {
  readonly policy: LedgerRules.LedgerPolicy
  readonly books: Books.Books
  readonly history: ReadonlyArray<LedgerCommand.LedgerCommand>
  /** A number no command of the run has had. */
  readonly next: number
}

/** An account of a kind and unit, or any if there is none. */
export const someAccount = (
  dice: Dice.Dice,
  books: Books.Books,
  isWanted: (account: Books.Account) => boolean
): Books.Account => {
  const open = books.accounts.filter((account) => !account.isClosed && isWanted(account))
  return dice.of(open.length === 0 || dice.oneIn(40) ? books.accounts : open)
}

/** Who may act for an account, mostly. */
export const someActor = (dice: Dice.Dice, account: Books.Account): string => {
  const kind = dice.below(20)
  if (kind < 2) return dice.of(["ann", "bo", "gus", "dee", "may", "night"])
  if (kind < 5) return "op"
  if (kind < 9 && account.mandates.length > 0) return dice.of(account.mandates).agentId
  return account.guardianId === "" || dice.oneIn(10) ? account.ownerId : account.guardianId
}

/** An amount up to or about a bound. */
export const someAmount = (dice: Dice.Dice, bound: number): number => {
  const kind = dice.below(12)
  const near = Math.max(1, Math.min(bound, 5000))
  if (kind === 0) return near
  if (kind === 1) return near + 1
  if (kind < 5) return 1 + dice.below(near)
  return 1 + dice.below(30)
}

/** A lapse or end: soon, often the same second as others. */
export const someEnd = (dice: Dice.Dice, atSec: number): number => {
  if (dice.oneIn(12)) return atSec
  const step = dice.of([1, 5, 20, 100, 500])
  const ahead = atSec + dice.below(4) * step
  return ahead + (step - (ahead % step))
}
