/**
 * Policies to begin with. `base` is made of assumptions only; `nanjing` adds what Nanjing has published
 * of its rules; `helong` is what the Helong report says of its time bank, which is the name, with
 * assumptions for the rest. A locality copies one, changes it and counts its revisions up.
 */
import { Provenance } from "@wangge/facts"
import type { BankAccounts, BankPolicy, Caps } from "./BankPolicy.ts"
import { rights } from "./LedgerRules.ts"
import type { RedemptionItem } from "./RedemptionItem.ts"
import * as SignalPolicy from "./SignalPolicy.ts"
import type * as Tariff from "./Tariff.ts"
import type { Unit } from "./Unit.ts"

const assumed = (value: number, unit: string, reason: string): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit, reason })

/** The report of Nanjing's rules that the options are taken from. */
const nanjingSource = "Nanjing time bank for elderly care (Xinhua, 30 August 2019)"

const published = (value: number, unit: string): Provenance.SourcedNumber =>
  Provenance.published({ value, unit, source: nanjingSource })

const accountsOf = (unit: Unit): BankAccounts => ({
  issuer: `issuer:${unit}`,
  donations: `donations:${unit}`,
  honours: `honours:${unit}`,
  expiry: `expiry:${unit}`,
  suspense: `suspense:${unit}`
})

/**
 * Usual volunteer services; the ids are those that the service package begins with, then the
 * activities of brigades and the duties of posts.
 */
const serviceKinds = [
  "Company",
  "Errands",
  "Housework",
  "Meals",
  "Escort",
  "Repair",
  "Haircut",
  "HomeStudy",
  "Tutoring",
  "Lecture",
  "Activity",
  "Duty"
] as const

const equalHours: Provenance.Provenance = {
  kind: "assumed",
  reason: "one hour served is one hour credited, whoever serves; no tariff is reported"
}

const rowOf = (serviceKind: string): Tariff.Row => ({
  serviceKind,
  difficulty: "Ordinary",
  fromDate: "2020-01-01",
  isOffered: true,
  creditMinutes: 1,
  perMinutes: 1,
  quantumMinutes: 1,
  rounding: "HalfUp",
  minMinutes: 0,
  maxMinutes: 480,
  points: 5,
  provenance: equalHours
})

/** A wish that was fulfilled: points whatever it took, no minutes. */
const wishRow: Tariff.Row = {
  ...rowOf("Wish"),
  creditMinutes: 0,
  provenance: { kind: "assumed", reason: "what a wish takes is not counted in minutes" }
}

const baseCaps: Readonly<Record<Unit, Caps>> = {
  hours: {
    day: assumed(480, "minutes", "a full working day is the most that volunteering should be"),
    month: assumed(4800, "minutes", "80 hours, half of a working month"),
    inAll: "none",
    balance: "none"
  },
  points: {
    day: assumed(50, "points", "ten orders of 5 points"),
    month: "none",
    inAll: "none",
    balance: "none"
  }
}

const soap: RedemptionItem = {
  id: "soap",
  kind: "DailyGoods",
  label: { en: "soap", zh: "肥皂" },
  unit: "points",
  price: assumed(50, "points", "ten orders of 5 points"),
  personCount: assumed(2, "pieces", "so that the stock goes round"),
  period: "Month",
  reserveHours: assumed(72, "hours", "three days to come and fetch it"),
  merchantId: "shop:points"
}

/**
 * One hour for one hour, 8 hours a day and 80 a month, points that lapse after two years, no gifts
 * between persons, a welcome and an emergency grant, one item to redeem. All of it assumed.
 *
 * @source none: a plain beginning; each number has its reason beside it
 * @category presets
 * @since 0.1.0
 */
export const base: BankPolicy = {
  id: "base",
  revision: 1,
  label: { en: "plain time bank", zh: "基本时间银行" },
  zone: "Asia/Shanghai",
  operators: [{ partyId: "time-bank", rights }],
  accounts: { hours: accountsOf("hours"), points: accountsOf("points") },
  tariff: [...serviceKinds.map(rowOf), wishRow],
  caps: baseCaps,
  excessTo: "Donations",
  groupsOnlyDonate: true,
  gifts: { relations: [], receiverAgeYears: "none", yearAmount: { hours: "none", points: "none" } },
  ownUseAgeYears: "none",
  creditLine: { hours: "none", points: "none" },
  expiry: {
    months: {
      hours: "none",
      points: assumed(24, "months", "points are for small things and should be used")
    },
    endOf: "Month",
    donated: "NoDate"
  },
  heirs: ["Spouse", "Parent", "Child"],
  grants: [
    {
      id: "welcome",
      label: { en: "welcome grant", zh: "入会赠时" },
      unit: "hours",
      from: "Issuer",
      amount: assumed(60, "minutes", "one hour, so that a new member can ask at once"),
      personPeriod: "Ever",
      budget: assumed(6000, "minutes", "a hundred new members a month"),
      budgetPeriod: "Month"
    },
    {
      id: "emergency",
      label: { en: "emergency grant", zh: "应急帮扶" },
      unit: "hours",
      from: "Donations",
      amount: assumed(600, "minutes", "ten hours carry a household through a bad week"),
      personPeriod: "Year",
      budget: assumed(12_000, "minutes", "two hundred hours a month for a whole town"),
      budgetPeriod: "Month"
    }
  ],
  redemption: [soap],
  shortfall: "TakeAvailable",
  signals: SignalPolicy.base
}

/**
 * The published rules of Nanjing over `base`: at most 1,500 hours on an account, the excess donated;
 * groups only donate; own use from 60; gifts to a spouse, parent, child or grandparent aged 60 or
 * more.
 *
 * @source Nanjing time bank (Xinhua, 30 August 2019): 1,500 hours as limit for now, the excess mainly
 * for donation or recognition; group hours only for donation at first; those served are elderly
 * people, those with time stored aged 60 or more. Which relatives count as close is our reading
 * @category presets
 * @since 0.1.0
 */
export const nanjing: BankPolicy = {
  ...base,
  id: "nanjing",
  label: { en: "time bank with Nanjing's published rules", zh: "南京市公开规则的时间银行" },
  caps: {
    hours: { ...baseCaps.hours, balance: published(90_000, "minutes") },
    points: baseCaps.points
  },
  gifts: {
    relations: ["Spouse", "Parent", "Child", "Grandparent"],
    receiverAgeYears: published(60, "years"),
    yearAmount: { hours: "none", points: "none" }
  },
  ownUseAgeYears: published(60, "years"),
  heirs: ["Spouse", "Parent", "Child", "Grandparent", "Grandchild", "Sibling"]
}

/**
 * Helong's loving-care time bank (爱心时间银行): the report gives the name only, so that every number
 * is assumed; 1 hour served is 1 hour-credit, with the cap of 1,500 hours taken from Nanjing as an
 * option.
 *
 * @source article by the Helong city party committee's organisation department: the name; the cap:
 * Nanjing (Xinhua, 30 August 2019)
 * @category presets
 * @since 0.1.0
 */
export const helong: BankPolicy = {
  ...base,
  id: "helong",
  label: { en: "Helong loving-care time bank", zh: "和龙市爱心时间银行" },
  caps: {
    hours: { ...baseCaps.hours, balance: published(90_000, "minutes") },
    points: baseCaps.points
  },
  excessTo: "Honours"
}

/**
 * All presets by id.
 *
 * @source none: a list of the three above
 * @category presets
 * @since 0.1.0
 */
export const all: Readonly<Record<"base" | "nanjing" | "helong", BankPolicy>> = {
  base,
  nanjing,
  helong
}
