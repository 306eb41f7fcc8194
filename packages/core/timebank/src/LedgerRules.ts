/**
 * The policy of a ledger, and the policy compiled to tables: which kind of transfer may move between
 * which kinds of accounts, who operates the ledger, which limits an account gets, and what happens
 * when what is to be reversed was already spent. Plain data; nothing here changes while it runs.
 */
import { Id } from "@wangge/facts"
import * as AccountKind from "./AccountKind.ts"
import * as TransferKind from "./TransferKind.ts"
import * as Unit from "./Unit.ts"

/**
 * The sentinel for "never ends": the largest whole number, so that it sorts last and survives JSON.
 *
 * @source none: our own choice
 * @category limits
 * @since 0.1.0
 */
export const noEnd = Number.MAX_SAFE_INTEGER

/**
 * The sentinel for "no ceiling": every sum of the ledger stays at or below it.
 *
 * @source none: the largest whole number that arithmetic keeps exact
 * @category limits
 * @since 0.1.0
 */
export const noCeiling = Number.MAX_SAFE_INTEGER

/**
 * One row of the transfer table: a kind may move from each of `debitKinds` to each of `creditKinds`.
 * With `canRenewLapse` the command may give what arrives a new lapse second.
 *
 * @category rules
 * @since 0.1.0
 */
export interface TransferRule {
  readonly transferKind: TransferKind.TransferKind
  readonly debitKinds: ReadonlyArray<AccountKind.AccountKind>
  readonly creditKinds: ReadonlyArray<AccountKind.AccountKind>
  readonly canRenewLapse: boolean
}

/**
 * What an operator may do: administer accounts (open, limit, freeze, close, guardians, mandates),
 * act for any account, correct (reverse, adjust), run the expiry. Append only.
 *
 * @source none: our own list
 * @category rules
 * @since 0.1.0
 */
export const rights = ["Administer", "Act", "Correct", "Expire"] as const

/**
 * One of {@link rights}.
 *
 * @category rules
 * @since 0.1.0
 */
export type Right = (typeof rights)[number]

/**
 * A party that runs the ledger, with its rights.
 *
 * @category rules
 * @since 0.1.0
 */
export interface Operator {
  readonly partyId: string
  readonly rights: ReadonlyArray<Right>
}

/**
 * The ceiling that a new account of a kind gets where its command names none.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CeilingRule {
  readonly unit: Unit.Unit
  readonly accountKind: AccountKind.AccountKind
  readonly ceiling: number
}

/**
 * The most that a credit line of a kind of account may be; kinds without a rule get none.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CreditLineRule {
  readonly unit: Unit.Unit
  readonly accountKind: AccountKind.AccountKind
  readonly creditLineMax: number
}

/**
 * What a reversal does when the amount is no longer there: refuse; overdraw whoever received it,
 * below the floor if need be; or take what is available and state the shortfall.
 *
 * @source none: our own list
 * @category rules
 * @since 0.1.0
 */
export const shortfallPolicies = ["Refuse", "Overdraw", "TakeAvailable"] as const

/**
 * One of {@link shortfallPolicies}.
 *
 * @category rules
 * @since 0.1.0
 */
export type ShortfallPolicy = (typeof shortfallPolicies)[number]

/**
 * A policy as plain data.
 *
 * @category rules
 * @since 0.1.0
 */
export interface LedgerPolicy {
  readonly transfers: ReadonlyArray<TransferRule>
  readonly operators: ReadonlyArray<Operator>
  readonly ceilings: ReadonlyArray<CeilingRule>
  readonly creditLines: ReadonlyArray<CreditLineRule>
  readonly shortfall: ShortfallPolicy
}

/**
 * A compiled policy. `pairs` is 0 (not allowed), 1 (allowed) or 3 (allowed, may renew the lapse) at
 * `pairAt`; `rightsOf` holds the rights of each operator as bits, in the order of {@link rights}.
 *
 * @category rules
 * @since 0.1.0
 */
export interface LedgerRules {
  readonly policy: LedgerPolicy
  readonly pairs: Uint8Array
  readonly rightsOf: ReadonlyMap<string, number>
  readonly ceilings: Float64Array
  readonly creditLines: Float64Array
  readonly shortfall: number
}

const kindCount = AccountKind.list.length

/**
 * The place of a triple of positions in {@link LedgerRules.pairs}.
 *
 * @category tables
 * @since 0.1.0
 */
export const pairAt = (debitKind: number, transferKind: number, creditKind: number): number =>
  (transferKind * kindCount + debitKind) * kindCount + creditKind

/**
 * The place of a unit and kind of account in {@link LedgerRules.ceilings}.
 *
 * @category tables
 * @since 0.1.0
 */
export const limitAt = (unit: number, accountKind: number): number => unit * kindCount + accountKind

/**
 * The bit of a right in {@link LedgerRules.rightsOf}.
 *
 * @category tables
 * @since 0.1.0
 */
export const bitOf = (right: Right): number => 1 << rights.indexOf(right)

const people = ["Person", "Household"] as const
const members = ["Person", "Household", "Group"] as const
const kept = ["Person", "Household", "Group", "Pool", "Suspense"] as const
const adjustable = ["Person", "Household", "Group", "Pool", "Issuer", "Merchant"] as const

const rule = (
  transferKind: TransferKind.TransferKind,
  debitKinds: ReadonlyArray<AccountKind.AccountKind>,
  creditKinds: ReadonlyArray<AccountKind.AccountKind>,
  canRenewLapse: boolean
): TransferRule => ({ transferKind, debitKinds, creditKinds, canRenewLapse })

/**
 * A policy without numbers: the usual table of transfers, no operators, no ceilings, no credit
 * lines, and reversals that refuse when the amount was spent. Groups only receive and donate.
 *
 * @source groups may only donate: Nanjing (Xinhua, 2019); the rest of the table is ours
 * @category rules
 * @since 0.1.0
 */
export const base: LedgerPolicy = {
  transfers: [
    rule("Earn", ["Issuer"], members, true),
    rule("Grant", ["Issuer"], [...members, "Pool"], true),
    rule("Pay", people, members, true),
    rule("Gift", people, people, false),
    rule("Donate", members, ["Pool"], false),
    rule("Excess", ["Issuer"], ["Pool"], true),
    rule("Payout", ["Pool"], people, true),
    rule("Redeem", people, ["Merchant"], false),
    rule("Refund", ["Merchant"], people, true),
    rule("Inherit", ["Person"], [...people, "Pool"], false),
    rule("Sweep", kept, ["Person", "Household", "Pool", "Suspense"], false),
    rule("Expire", kept, ["Expiry"], false),
    rule("Adjust", ["Suspense"], adjustable, true),
    rule("Adjust", adjustable, ["Suspense"], true)
  ],
  operators: [],
  ceilings: [],
  creditLines: [],
  shortfall: "Refuse"
}

/**
 * Rules from a policy.
 *
 * Throws a `RangeError` for a party that cannot be an id or is listed twice, and for a ceiling or
 * credit line that is no whole number from 0.
 *
 * @category rules
 * @since 0.1.0
 */
export const compile = (policy: LedgerPolicy): LedgerRules => {
  const pairs = new Uint8Array(TransferKind.list.length * kindCount * kindCount)
  for (const each of policy.transfers) markPairs(pairs, each)
  const rightsOf = new Map<string, number>()
  for (const { partyId, rights: given } of policy.operators) {
    if (!Id.isValid(partyId) || rightsOf.has(partyId)) {
      throw new RangeError(`Expected every operator once, by an id; got ${partyId}`)
    }
    rightsOf.set(
      partyId,
      given.reduce((bits, right) => bits | bitOf(right), 0)
    )
  }
  const ceilings = new Float64Array(Unit.list.length * kindCount).fill(noCeiling)
  for (const { unit, accountKind, ceiling } of policy.ceilings) {
    ceilings[limitAt(Unit.codeOf(unit), AccountKind.codeOf(accountKind))] = whole(ceiling)
  }
  const creditLines = new Float64Array(ceilings.length)
  for (const { unit, accountKind, creditLineMax } of policy.creditLines) {
    creditLines[limitAt(Unit.codeOf(unit), AccountKind.codeOf(accountKind))] = whole(creditLineMax)
  }
  const shortfall = shortfallPolicies.indexOf(policy.shortfall)
  return { policy, pairs, rightsOf, ceilings, creditLines, shortfall }
}

const markPairs = (pairs: Uint8Array, given: TransferRule): void => {
  const kind = TransferKind.codeOf(given.transferKind)
  for (const debit of given.debitKinds) {
    for (const credit of given.creditKinds) {
      const place = pairAt(AccountKind.codeOf(debit), kind, AccountKind.codeOf(credit))
      pairs[place] = pairs[place]! | (given.canRenewLapse ? 3 : 1)
    }
  }
}

const whole = (value: number): number => {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`A limit is a whole number from 0; got ${value}`)
  }
  return value
}
