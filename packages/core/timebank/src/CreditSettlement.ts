/**
 * What becomes of a credit when a dispute is settled: other minutes take the place of the first, or
 * nothing stands at all. The old transfers are taken back and the new ones count from the same time
 * of service, in one group; settlements of one order and helper are numbered, and a later one that
 * came first is not undone by an earlier one that comes late.
 */
import { Id } from "@wangge/facts"
import * as BankPlan from "./BankPlan.ts"
import * as EarningPlan from "./EarningPlan.ts"
import * as creditTransfers from "./internal/creditTransfers.ts"
import * as settlementChain from "./internal/settlementChain.ts"
import type { Reverse, Single } from "./LedgerCommand.ts"
import * as Tariff from "./Tariff.ts"

/**
 * What stands after a dispute: so many whole minutes of one helper, 0 for nothing. `number` rises
 * with every settlement of the order; the kind of service is that of the order.
 *
 * @category earning
 * @since 0.1.0
 */
export interface Settlement {
  readonly orderId: string
  readonly partyId: string
  readonly number: number
  readonly minutes: number
  readonly serviceKind: string
  readonly difficulty: string
  readonly reason: string
}

/**
 * The plan that makes a settlement true in the books.
 *
 * A group `settle/<order>/<helper>/<k>`. Hours are taken back and credited anew at the old time of
 * service, within the caps as if the old credit had never been; points only fall away when nothing
 * stands. Where the helper has spent too much for that, and the settlement is lower, only the
 * difference is taken back (a second settlement by this road is then for staff: a transfer is
 * reversed once). Refused: `BadId`, `BadMinutes`, `NotCreditedYet` (come again when the
 * confirmation is posted), `OlderSettlement`, what the tariff refuses, `NoAccount`, `LedgerRefuses`.
 *
 * @source none: our own reading of "a mistake is reversed by a new entry" (domain row 41)
 * @category earning
 * @since 0.1.0
 */
export const plan = (
  bank: BankPlan.Bank,
  settlement: Settlement,
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const { minutes, number, orderId, partyId } = settlement
  const bad = formProblem(settlement)
  if (bad !== undefined) return bad
  const firstId = EarningPlan.idOf(orderId, partyId)
  const first = BankPlan.attempt(bank.ledger, firstId)
  if (!first.isKnown) return BankPlan.refused("NotCreditedYet", orderId, partyId, firstId)
  const chain = settlementChain.of(bank.ledger, stemOf(orderId, partyId), first.command)
  const before = settlementChain.known(chain, orderId, number)
  if (before !== undefined) return before
  const stem = `${chain.nextId}/n${number}`
  if (minutes === 0) {
    const all = [...chain.standing("hours"), ...chain.standing("points")]
    if (all.length === 0) return BankPlan.refused("NotCreditedYet", orderId, partyId, firstId)
    const reversals = all.map((one, index) => reversal(one, settlement, { posting, stem, index }))
    return BankPlan.decided(bank, BankPlan.group(chain.nextId, posting, reversals))
  }
  return replaced(bank, settlement, { posting, stem, chain })
}

interface Naming {
  readonly posting: BankPlan.Posting
  readonly stem: string
  readonly chain: settlementChain.SettlementChain
}

const replaced = (
  bank: BankPlan.Bank,
  settlement: Settlement,
  naming: Naming
): BankPlan.BankPlan => {
  const { chain, posting, stem } = naming
  const { difficulty, minutes, orderId, partyId, serviceKind } = settlement
  const standing = chain.standing("hours")
  const effectiveSec = chain.effectiveSec
  const service = { serviceKind, difficulty, servedMinutes: minutes, servedSec: effectiveSec }
  const rate = Tariff.rateOf(bank.rules.tariff, service)
  if (!rate.ok) return { ok: false, refusal: rate.refusal, signals: [] }
  const owner = creditTransfers.accountOf(bank, partyId, "hours")
  if (!owner.ok) return owner
  const due: creditTransfers.Due = {
    orderId,
    partyId,
    unit: "hours",
    amount: rate.minutes,
    effectiveSec,
    replaced: standing,
    correctsId: standing[0]?.id ?? ""
  }
  const split = creditTransfers.splitOf(bank, owner.account, due, posting.atSec)
  const reversals = standing.map((one, index) =>
    reversal(one, settlement, { posting, stem, index })
  )
  const credits = creditTransfers.transfersOf(bank, owner.account, due, split, { posting, stem })
  const whole = BankPlan.decided(
    bank,
    BankPlan.group(chain.nextId, posting, [...reversals, ...credits])
  )
  if (whole.ok || !isShort(whole)) return whole
  const parts = differences(settlement, split, naming)
  return parts.length === 0
    ? whole
    : BankPlan.decided(bank, BankPlan.group(chain.nextId, posting, parts))
}

/** Whether the ledger refused because the old credit is no longer there in full. */
const isShort = (plan: BankPlan.Refused): boolean =>
  plan.refusal.found === "Insufficient" || plan.refusal.found === "AlreadyCredited"

/** Reversals in part that leave what a lower settlement says; none where it is not lower. */
const differences = (
  settlement: Settlement,
  split: { readonly credited: number; readonly excess: number },
  { chain, posting, stem }: Naming
): ReadonlyArray<Single> => {
  const standing = chain.standing("hours")
  const isLower = standing.every(
    (one) => one.amount >= (one.isExcess ? split.excess : split.credited)
  )
  if (!isLower) return []
  return standing.flatMap((one, index) => {
    const amount = one.amount - (one.isExcess ? split.excess : split.credited)
    const back = reversal(one, settlement, { posting, stem, index })
    return amount === 0 ? [] : [{ ...back, amount }]
  })
}

const reversal = (
  { id }: creditTransfers.Standing,
  { reason }: Settlement,
  { index, posting, stem }: { posting: BankPlan.Posting; stem: string; index: number }
): Reverse => ({
  action: "Reverse",
  id: `${stem}/reverse-${index}`,
  atSec: posting.atSec,
  byId: posting.byId,
  targetId: id,
  reason
})

const stemOf = (orderId: string, partyId: string): string => `settle/${orderId}/${partyId}`

const formProblem = ({
  minutes,
  number,
  orderId,
  partyId
}: Settlement): BankPlan.Refused | undefined => {
  const longest = `${stemOf(orderId, partyId)}/99/n${number}/hours-excess`
  if (!Id.isValid(longest) || !Number.isSafeInteger(number) || number < 1) {
    return BankPlan.refused("BadId", orderId, longest, "ids, a number from 1")
  }
  return Tariff.isCount(minutes)
    ? undefined
    : BankPlan.refused("BadMinutes", partyId, minutes, `0..${Tariff.numberMax}`)
}
