/** The ledger as a desk of a community would use it: rows 39 to 41, and the quick way beside the long. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  Balance,
  Correction,
  Expiry,
  History,
  Hold,
  Ledger,
  LedgerBytes,
  LedgerCheck,
  type LedgerCommand,
  LedgerDecider,
  LedgerRules,
  Lot,
  PackedBatch,
  Totals,
  TransferKind
} from "../src/index.ts"

const policy: LedgerRules.LedgerPolicy = {
  ...LedgerRules.base,
  operators: [{ partyId: "desk", rights: LedgerRules.rights }]
}
const rules = LedgerRules.compile(policy)
const hours = { unit: "hours", byId: "desk" } as const

const opening = (
  account: string,
  accountKind: LedgerCommand.OpenAccount["accountKind"],
  ownerId: string,
  ceiling: number = LedgerRules.noCeiling
): LedgerCommand.OpenAccount => ({
  ...hours,
  action: "OpenAccount",
  id: `open-${account}`,
  atSec: 0,
  account,
  accountKind,
  ownerId,
  ceiling
})

/** A community with an issuer, a donation pool, an expiry account and three neighbours. */
const aCommunity = (): {
  readonly ledger: Ledger.Ledger
  readonly post: (command: LedgerCommand.LedgerCommand) => string
} => {
  const ledger = Ledger.make()
  const post = (command: LedgerCommand.LedgerCommand): string => {
    const answer = Ledger.post(rules, ledger, command)
    return answer.ok ? answer.event.kind : answer.rejection.code
  }
  post(opening("issuer", "Issuer", "desk"))
  post(opening("pool", "Pool", "desk"))
  post(opening("expired", "Expiry", "desk"))
  post(opening("lin", "Person", "lin"))
  post(opening("wang", "Person", "wang", 600))
  post(opening("zhao", "Person", "zhao"))
  return { ledger, post }
}

type Given = Partial<Omit<LedgerCommand.Transfer, "action">> & { readonly id: string }

const transfer = (given: Given): LedgerCommand.Transfer => ({
  ...hours,
  action: "Transfer",
  atSec: 100,
  transferKind: "Earn",
  debit: "issuer",
  credit: "lin",
  amount: 60,
  ...given
})

const available = (ledger: Ledger.Ledger, account: string, atSec: number): number =>
  Balance.of(ledger, account, atSec)?.available ?? Number.NaN

test("row 39: debits equal credits, and issued is where it is, also while held and after a lapse", () => {
  const { ledger, post } = aCommunity()
  expect(post(transfer({ id: "t-1", causeId: "order-1", lapseSec: 1000 }))).toBe("Transferred")
  const placing = { debit: "lin", amount: 20, credit: "wang", transferKind: "Pay" } as const
  const hold = { ...hours, action: "PlaceHold", id: "h-1", atSec: 200, byId: "lin" } as const
  expect(post({ ...hold, ...placing })).toBe("HoldPlaced")
  const gift = { transferKind: "Donate", debit: "lin", credit: "pool", byId: "lin" } as const
  expect(post(transfer({ id: "t-2", ...gift, amount: 10, atSec: 300 }))).toBe("Transferred")
  expect(Totals.of(ledger, "hours", 999)).toEqual({
    issued: 60,
    available: 30,
    onHold: 20,
    inPools: 10,
    redeemed: 0,
    expired: 0
  })
  expect(Totals.of(ledger, "hours", 1000)).toEqual({
    issued: 60,
    available: 0,
    onHold: 20,
    inPools: 0,
    redeemed: 0,
    expired: 40
  })
  expect(LedgerCheck.problems(ledger)).toEqual([])
})

test("row 40: the same order confirmed twice is credited once, until that is reversed", () => {
  const { ledger, post } = aCommunity()
  expect(post(transfer({ id: "phone", causeId: "order-1" }))).toBe("Transferred")
  expect(post(transfer({ id: "phone", causeId: "order-1", atSec: 900 }))).toBe("Transferred")
  expect(post(transfer({ id: "tablet", causeId: "order-1" }))).toBe("AlreadyCredited")
  expect(available(ledger, "lin", 900)).toBe(60)
  const reversal = { ...hours, action: "Reverse", id: "r-1", atSec: 200 } as const
  expect(post({ ...reversal, targetId: "phone", reason: "not served" })).toBe("Reversed")
  expect(post(transfer({ id: "tablet-2", causeId: "order-1", atSec: 300 }))).toBe("Transferred")
})

test("row 41: a full account takes no more, as much as fits goes in, and the rest to the pool", () => {
  const { ledger, post } = aCommunity()
  const earning = { credit: "wang", causeId: "order-7" } as const
  const most = transfer({ id: "t-1", ...earning, causeId: "order-6", amount: 590 })
  expect(post(most)).toBe("Transferred")
  expect(post(transfer({ id: "t-2", ...earning, amount: 60 }))).toBe("CeilingReached")
  const excess = { transferKind: "Excess", credit: "pool", beneficiaryId: "wang" } as const
  expect(
    post({
      ...hours,
      action: "PostGroup",
      id: "g-1",
      atSec: 100,
      commands: [
        transfer({ id: "t-3", ...earning, amount: 10 }),
        transfer({ id: "t-4", ...earning, ...excess, amount: 50 })
      ]
    })
  ).toBe("GroupPosted")
  expect([available(ledger, "wang", 100), available(ledger, "pool", 100)]).toEqual([600, 50])
})

test("row 41: a mistake is reversed by a new entry, and both times stay known", () => {
  const { ledger, post } = aCommunity()
  post(transfer({ id: "t-1", causeId: "order-1" }))
  const wrong = transfer({
    id: "t-2",
    transferKind: "Pay",
    debit: "lin",
    credit: "zhao",
    byId: "lin",
    amount: 50,
    atSec: 200
  })
  post(wrong)
  const plan = Correction.plan({
    id: "fix",
    atSec: 500,
    byId: "desk",
    reason: "20 minutes, not 50",
    target: wrong,
    replacement: { amount: 20 }
  })
  expect(post(plan)).toBe("GroupPosted")
  const at = (effectiveSec: number, recordedSec: number): number | undefined =>
    History.balanceAsOf(ledger, "lin", { effectiveSec, recordedSec })
  expect([at(200, 499), at(200, 500), at(199, 500)]).toEqual([10, 40, 60])
  const whole = { fromSec: 0, toSec: 1000, by: "Recorded" } as const
  const statement = History.statement(ledger, "lin", whole)
  expect(statement?.lines.map((line) => [line.transferKind, line.runningBalance])).toEqual([
    ["Earn", 60],
    ["Pay", 10],
    ["Reverse", 60],
    ["Pay", 40]
  ])
  expect(statement?.lines[3]?.correctsId).toBe("t-2")
})

test("a hold counts as ended in its expiry second, and what lapsed in it lapses then", () => {
  const { ledger, post } = aCommunity()
  post(transfer({ id: "t-1", causeId: "order-1", lapseSec: 1000 }))
  const hold = { ...hours, action: "PlaceHold", id: "h-1", atSec: 200, byId: "lin" } as const
  const terms = { transferKind: "Pay", debit: "lin", amount: 60, expiresSec: 1500 } as const
  expect(post({ ...hold, ...terms })).toBe("HoldPlaced")
  expect(Hold.of(ledger, "h-1", 1499)?.status).toBe("Open")
  expect(Hold.of(ledger, "h-1", 1500)?.status).toBe("Expired")
  expect(Balance.of(ledger, "lin", 1499)).toMatchObject({ available: 0, onHold: 60, lapsed: 0 })
  expect(Balance.of(ledger, "lin", 1500)).toMatchObject({ available: 0, onHold: 0, lapsed: 60 })
  const into = { hours: "expired", points: "none" }
  const run = Expiry.plan(ledger, { atSec: 1500, byId: "desk", into })
  expect(
    Ledger.postBatch(rules, ledger, [...run, ...run]).map(({ isRepeated }) => isRepeated)
  ).toEqual([false, true])
  expect(Totals.of(ledger, "hours", 1500)).toMatchObject({ issued: 60, expired: 60 })
})

test("what is given to another keeps its lapse date, earliest first", () => {
  const { ledger, post } = aCommunity()
  post(transfer({ id: "t-1", causeId: "order-1", lapseSec: 2000, amount: 40 }))
  post(transfer({ id: "t-2", causeId: "order-2", lapseSec: 1000, amount: 40 }))
  const gift = { transferKind: "Gift", debit: "lin", credit: "zhao", byId: "lin" } as const
  post(transfer({ id: "t-3", ...gift, amount: 60 }))
  expect(Lot.of(ledger, "zhao", 100)).toEqual([
    { lapseSec: 1000, amount: 40 },
    { lapseSec: 2000, amount: 20 }
  ])
  expect(Lot.of(ledger, "lin", 100)).toEqual([{ lapseSec: 2000, amount: 20 }])
})

test("no kind of account or transfer stands for money, or for paying a public service", () => {
  // @ts-expect-error there is no account of cash
  const cash: LedgerCommand.OpenAccount["accountKind"] = "Cash"
  // @ts-expect-error nothing is cashed out
  const cashOut: LedgerCommand.Transfer["transferKind"] = "CashOut"
  // @ts-expect-error nor is a public service paid for
  const fee: LedgerCommand.Transfer["transferKind"] = "PublicService"
  const { post } = aCommunity()
  expect(post({ ...opening("till", "Person", "desk"), accountKind: cash })).toBe("FieldNotValid")
  expect(post(transfer({ id: "t-1", transferKind: cashOut }))).toBe("FieldNotValid")
  expect(post(transfer({ id: "t-2", transferKind: fee }))).toBe("FieldNotValid")
})

const bytesOf = (ledger: Ledger.Ledger): string =>
  LedgerBytes.of(ledger, 0, Ledger.sequenceNext(ledger))
    .map((chunk) => Buffer.from(chunk).toString("hex"))
    .join("")

/** Gifts between three neighbours near the border of what each has and may hold. */
const someGift = fc.record({
  debit: fc.constantFrom("lin", "wang", "zhao"),
  credit: fc.constantFrom("lin", "wang", "zhao", "pool"),
  byId: fc.constantFrom("lin", "wang", "zhao", "desk"),
  transferKind: fc.constantFrom("Gift", "Donate", "Pay"),
  amount: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 190, max: 210 })),
  stepSec: fc.integer({ min: -1, max: 40 })
})

test("the quick way, the long way and columns leave the same bytes", () => {
  fc.assert(
    fc.property(fc.array(someGift, { minLength: 1, maxLength: 40 }), (gifts) => {
      const quick = aCommunity().ledger
      const long = aCommunity().ledger
      const packed = aCommunity().ledger
      for (const ledger of [quick, long, packed]) {
        for (const [place, account] of ["lin", "wang", "zhao"].entries()) {
          const cause = { causeId: `order-${place}`, lapseSec: 200 + 300 * place }
          const earned = transfer({ id: `e-${place}`, ...cause, credit: account, amount: 200 })
          Ledger.post(rules, ledger, earned)
        }
      }
      const parties = ["lin", "wang", "zhao", "desk"]
      const batch = PackedBatch.make(gifts.length, parties)
      const names = Ledger.accountIds(packed)
      let atSec = 100
      gifts.forEach(({ stepSec, ...gift }, i) => {
        atSec += stepSec
        const id = `01J0000000000000000000${String(i).padStart(4, "0")}`
        const command = transfer({ ...gift, id, atSec })
        Ledger.post(rules, quick, command)
        const answer = LedgerDecider.decide(rules, long, command)
        const sequence = Ledger.sequenceNext(long)
        if (answer.ok) Ledger.evolve(long, answer.event)
        else {
          Ledger.evolve(long, { kind: "Refused", sequence, command, rejection: answer.rejection })
        }
        batch.ids.set(wordsOf(id), i * 4)
        batch.debit[i] = names.indexOf(gift.debit)
        batch.credit[i] = names.indexOf(gift.credit)
        batch.by[i] = parties.indexOf(gift.byId)
        batch.amount[i] = gift.amount
        batch.transferKind[i] = TransferKind.codeOf(gift.transferKind)
        batch.atSec[i] = atSec
      })
      PackedBatch.post(rules, packed, batch)
      expect(bytesOf(long)).toBe(bytesOf(quick))
      expect(bytesOf(packed)).toBe(bytesOf(quick))
      expect(LedgerCheck.problems(quick)).toEqual([])
    }),
    { numRuns: 150 }
  )
})

/** The four words of a ULID, by plain arithmetic. */
const wordsOf = (ulid: string): ReadonlyArray<number> => {
  let value = 0n
  for (const digit of ulid) {
    value = value * 32n + BigInt("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(digit))
  }
  return [96n, 64n, 32n, 0n].map((shift) => Number((value >> shift) & 0xffffffffn))
}
