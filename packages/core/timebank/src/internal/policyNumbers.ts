/**
 * Problems of the numbers of a policy: each has its bounds and the unit that it is counted in.
 */
import { Zone } from "@wangge/calendar"
import type { Provenance } from "@wangge/facts"
import type { BankPolicy, Limit } from "../BankPolicy.ts"
import { kinds } from "../RedemptionItem.ts"
import type { SignalPolicy } from "../SignalPolicy.ts"
import * as Unit from "../Unit.ts"
import { type Finding, idProblems, repeats } from "./policyLists.ts"

/** The largest amount, age or count in a policy: sums of many stay exact. */
const numberMax = 1_000_000_000

interface Bounds {
  readonly unit: string
  readonly least: number
  readonly most: number
}

/** The word for the smallest unit of a unit, as policies write it. */
const smallestOf: Readonly<Record<Unit.Unit, string>> = { hours: "minutes", points: "points" }

const amount = (unit: Unit.Unit, least = 0): Bounds => ({
  unit: smallestOf[unit],
  least,
  most: numberMax
})

const years: Bounds = { unit: "years", least: 0, most: 150 }

const wholeProblems = (
  path: string,
  { unit, value }: Provenance.SourcedNumber,
  bounds: Bounds
): ReadonlyArray<Finding> => {
  const found: Array<Finding> = []
  if (!Number.isSafeInteger(value) || value < bounds.least || value > bounds.most) {
    found.push(["BadNumber", path, value, `${bounds.least}..${bounds.most}`])
  }
  if (unit !== bounds.unit) found.push(["BadUnit", path, unit, bounds.unit])
  return found
}

const limitOf = (path: string, limit: Limit, bounds: Bounds): ReadonlyArray<Finding> =>
  limit === "none" ? [] : wholeProblems(path, limit, bounds)

/** Caps, ages, credit lines, months: whole, within bounds, in the right unit, in order. */
export const limitProblems = (policy: BankPolicy): ReadonlyArray<Finding> => [
  ...Unit.list.flatMap((unit) => unitProblems(policy, unit)),
  ...limitOf("gifts.receiverAgeYears", policy.gifts.receiverAgeYears, years),
  ...limitOf("ownUseAgeYears", policy.ownUseAgeYears, years)
]

const unitProblems = (policy: BankPolicy, unit: Unit.Unit): ReadonlyArray<Finding> => {
  const caps = policy.caps[unit]
  const found = [
    ...(["day", "month", "inAll", "balance"] as const).flatMap((cap) =>
      limitOf(`caps.${unit}.${cap}`, caps[cap], amount(unit))
    ),
    ...limitOf(`gifts.yearAmount.${unit}`, policy.gifts.yearAmount[unit], amount(unit)),
    ...limitOf(`creditLine.${unit}`, policy.creditLine[unit], amount(unit)),
    ...limitOf(`expiry.months.${unit}`, policy.expiry.months[unit], {
      unit: "months",
      least: 1,
      most: 1200
    })
  ]
  const isTooLong =
    caps.day !== "none" && caps.month !== "none" && caps.day.value > caps.month.value
  const order: ReadonlyArray<Finding> = isTooLong
    ? [["OutOfOrder", `caps.${unit}.day`, caps.day.value, caps.month.value]]
    : []
  return [...found, ...order]
}

/** Grants: every id once, amounts within the budget. */
export const grantProblems = ({ grants }: BankPolicy): ReadonlyArray<Finding> => [
  ...repeats(
    "grants",
    grants.map(({ id }) => id)
  ),
  ...grants.flatMap((grant, index): ReadonlyArray<Finding> => {
    const path = `grants.${index}`
    const found = [
      ...idProblems(`${path}.id`, grant.id),
      ...wholeProblems(`${path}.amount`, grant.amount, amount(grant.unit, 1)),
      ...wholeProblems(`${path}.budget`, grant.budget, amount(grant.unit))
    ]
    return grant.amount.value > grant.budget.value
      ? [...found, ["OutOfOrder", `${path}.amount`, grant.amount.value, grant.budget.value]]
      : found
  })
]

/** The redemption list: every id once, only kinds that may be redeemed, good numbers. */
export const redemptionProblems = ({ redemption }: BankPolicy): ReadonlyArray<Finding> => [
  ...repeats(
    "redemption",
    redemption.map(({ id }) => id)
  ),
  ...redemption.flatMap((item, index): ReadonlyArray<Finding> => {
    const path = `redemption.${index}`
    const isKind = kinds.some((kind) => kind === item.kind)
    const kindFindings: ReadonlyArray<Finding> = isKind
      ? []
      : [["CannotRedeem", `${path}.kind`, item.kind, kinds.join(", ")]]
    return [
      ...idProblems(`${path}.id`, item.id),
      ...idProblems(`${path}.merchantId`, item.merchantId),
      ...kindFindings,
      ...wholeProblems(`${path}.price`, item.price, {
        unit: smallestOf[item.unit],
        least: 1,
        most: 1_000_000
      }),
      ...wholeProblems(`${path}.personCount`, item.personCount, {
        unit: "pieces",
        least: 1,
        most: 100_000
      }),
      ...wholeProblems(`${path}.reserveHours`, item.reserveHours, {
        unit: "hours",
        least: 1,
        most: 24 * 366
      })
    ]
  })
]

/** Bounds of the thresholds: counts from, shares from 0 to 1. */
const counts: Readonly<Partial<Record<keyof SignalPolicy, readonly [number, number]>>> = {
  windowDays: [1, Zone.dayMax],
  circleOrders: [2, numberMax],
  ringPersons: [3, 6],
  householdOrders: [1, numberMax],
  nearCapPeriods: [1, numberMax],
  maximumOrders: [1, numberMax]
}

const shares = [
  "circleBalanceShare",
  "circleFalseAlarms",
  "nearCapShare",
  "nearCapPeriodShare",
  "maximumShare"
] as const

/** The thresholds of the signals. */
export const signalProblems = ({ signals }: BankPolicy): ReadonlyArray<Finding> => [
  ...Object.entries(counts).flatMap(([name, [least, most]]): ReadonlyArray<Finding> => {
    const value = Object.entries(signals).find(([key]) => key === name)?.[1].value ?? Number.NaN
    return Number.isSafeInteger(value) && value >= least && value <= most
      ? []
      : [["BadNumber", `signals.${name}`, value, `${least}..${most}`]]
  }),
  ...shares.flatMap((name): ReadonlyArray<Finding> => {
    const { value } = signals[name]
    return value >= 0 && value <= 1 ? [] : [["BadNumber", `signals.${name}`, value, "0..1"]]
  })
]
