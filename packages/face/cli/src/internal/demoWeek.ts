/**
 * What happens in the weeks of the demo's year. Whose turn it is follows from the number of the week by
 * plain arithmetic.
 */
import { Seconds } from "@wangge/facts"
import type { LedgerCommand } from "@wangge/timebank"
import * as demoOnce from "./demoOnce.ts"
import {
  type At,
  account,
  expiry,
  memberOf,
  members,
  office,
  party,
  transfer,
  twoDigits
} from "./demoParts.ts"

type Command = LedgerCommand.LedgerCommand
type Commands<Each> = ReadonlyArray<Each>

const open = (
  atSec: number,
  given: Pick<LedgerCommand.OpenAccount, "account" | "accountKind" | "unit" | "ownerId">
): LedgerCommand.OpenAccount => ({
  action: "OpenAccount",
  id: `open-${given.account}`,
  atSec,
  byId: office,
  ...given
})

/** Accounts, and two hours of welcome for every member, which lapse at the end of June. */
export const opening = (atSec: number): Commands<Command> => {
  const bank = [
    open(atSec, { account: "issuer-hours", accountKind: "Issuer", unit: "hours", ownerId: "bank" }),
    open(atSec, { account: "pool-hours", accountKind: "Pool", unit: "hours", ownerId: "bank" }),
    open(atSec, { account: expiry.hours, accountKind: "Expiry", unit: "hours", ownerId: "bank" }),
    open(atSec, {
      account: "issuer-points",
      accountKind: "Issuer",
      unit: "points",
      ownerId: "bank"
    }),
    open(atSec, { account: expiry.points, accountKind: "Expiry", unit: "points", ownerId: "bank" }),
    open(atSec, {
      account: "shop-points",
      accountKind: "Merchant",
      unit: "points",
      ownerId: "shop"
    }),
    open(atSec, { account: "red-hours", accountKind: "Group", unit: "hours", ownerId: "red" }),
    open(atSec, { account: "h-01-hours", accountKind: "Household", unit: "hours", ownerId: "h-01" })
  ]
  const numbers = Array.from({ length: members }, (_, index) => index + 1)
  const own = numbers.flatMap((member) => {
    const each = { accountKind: "Person", ownerId: party(member) } as const
    const hours = open(atSec, { account: account(member), unit: "hours", ...each })
    const points = open(atSec, { account: account(member, "points"), unit: "points", ...each })
    return member <= 6 ? [hours, points] : [hours]
  })
  const welcome = numbers.map((member) =>
    transfer({
      id: `welcome-${twoDigits(member)}`,
      atSec: atSec + Seconds.hourSec,
      byId: office,
      transferKind: "Grant",
      unit: "hours",
      debit: "issuer-hours",
      credit: account(member),
      amount: 120,
      lapseSec: atSec + 181 * Seconds.daySec
    })
  )
  return [...bank, ...own, ...welcome]
}

/** What happens in one week: the services, then what else there is, each on its day. */
export const commands = (week: number, mondaySec: number): Commands<Command> => {
  const at = (day: number, hour: number): number =>
    mondaySec + day * Seconds.daySec + hour * Seconds.hourSec
  const helper = memberOf(week * 5)
  const helped = memberOf(week * 7 + 3) === helper ? memberOf(helper) : memberOf(week * 7 + 3)
  return [
    ...service(week, at, helper),
    ...(week % 4 === 1 ? payment(week, at, helped, helper) : []),
    ...(week % 5 === 3 ? gifts(week, at, helped) : []),
    ...(week % 9 === 4 ? redemption(week, at, (week % 6) + 1) : []),
    ...demoOnce.commands(week, at)
  ]
}

/** One confirmed service, booked two days after it was given; now and then confirmed twice. */
const service = (week: number, at: At, helper: number): Commands<Command> => {
  const name = twoDigits(week)
  const isGroups = week % 10 === 9
  const earned = transfer({
    id: `earn-${name}`,
    atSec: at(2, 17),
    byId: office,
    transferKind: "Earn",
    unit: "hours",
    debit: "issuer-hours",
    credit: isGroups ? "red-hours" : account(helper),
    amount: 60 + (week % 3) * 30,
    effectiveSec: at(0, 10),
    causeId: `order-${name}`,
    lapseSec: at(week < 13 ? 300 : 365, 0)
  })
  const twice = transfer({ ...earned, id: `earn-${name}-again`, atSec: at(2, 18) })
  const donation = transfer({
    id: `donate-red-${name}`,
    atSec: at(3, 9),
    byId: "red",
    transferKind: "Donate",
    unit: "hours",
    debit: "red-hours",
    credit: "pool-hours",
    amount: 40
  })
  return [earned, ...(week % 13 === 5 ? [earned, twice] : []), ...(isGroups ? [donation] : [])]
}

/** A service among members: on hold when it is asked for, paid when it is done, at times in part. */
const payment = (week: number, at: At, payer: number, helper: number): Commands<Command> => [
  {
    action: "PlaceHold",
    id: `hold-${twoDigits(week)}`,
    atSec: at(3, 10),
    byId: party(payer),
    transferKind: "Pay",
    unit: "hours",
    debit: account(payer),
    credit: account(helper),
    amount: 30,
    expiresSec: at(6, 0)
  },
  week % 8 === 1
    ? {
        action: "CaptureHold",
        id: `pay-${twoDigits(week)}`,
        atSec: at(4, 10),
        byId: party(payer),
        holdId: `hold-${twoDigits(week)}`,
        amount: 20
      }
    : {
        action: "CaptureHold",
        id: `pay-${twoDigits(week)}`,
        atSec: at(4, 10),
        byId: party(payer),
        holdId: `hold-${twoDigits(week)}`
      }
]

const gifts = (week: number, at: At, giver: number): Commands<Command> => [
  transfer({
    id: `gift-${twoDigits(week)}`,
    atSec: at(4, 11),
    byId: party(giver),
    transferKind: "Gift",
    unit: "hours",
    debit: account(giver),
    credit: week % 2 === 0 ? "h-01-hours" : account(memberOf(giver + 2)),
    amount: 15
  }),
  transfer({
    id: `donate-${twoDigits(week)}`,
    atSec: at(4, 12),
    byId: party(giver),
    transferKind: "Donate",
    unit: "hours",
    debit: account(giver),
    credit: "pool-hours",
    amount: 10
  })
]

/** Points for an activity, and something from the shop for a part of them. */
const redemption = (week: number, at: At, member: number): Commands<Command> => [
  transfer({
    id: `activity-${twoDigits(week)}`,
    atSec: at(4, 14),
    byId: office,
    transferKind: "Grant",
    unit: "points",
    debit: "issuer-points",
    credit: account(member, "points"),
    amount: 50
  }),
  transfer({
    id: `redeem-${twoDigits(week)}`,
    atSec: at(5, 10),
    byId: party(member),
    transferKind: "Redeem",
    unit: "points",
    debit: account(member, "points"),
    credit: "shop-points",
    amount: 30
  })
]
