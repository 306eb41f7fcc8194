/**
 * The limits of the profiles that come with the package: those of the base profile, with signing in
 * and checking beside. No report of any locality states one: all of them are assumed.
 */
import { Seconds } from "@wangge/facts"
import type { CaseProfile, LimitRow } from "../CaseProfile.ts"
import type { Urgency } from "../Urgency.ts"
import { base } from "./profileData.ts"

const never = Number.POSITIVE_INFINITY

const { daySec, hourSec, minuteSec } = Seconds

/** The clocks that the base profile does not limit. */
type MoreField = "signInSec" | "verifySec"

/**
 * How long each may take.
 *
 * @source none: signing in takes a share of the first contact's limit, a check about as long as a
 * short job of the same urgency
 */
const usual: Readonly<Record<Urgency, Readonly<Record<MoreField, number>>>> = {
  Emergency: { signInSec: 10 * minuteSec, verifySec: 4 * hourSec },
  Urgent: { signInSec: 30 * minuteSec, verifySec: daySec },
  Ordinary: { signInSec: 4 * hourSec, verifySec: 2 * daySec },
  Complex: { signInSec: daySec, verifySec: 3 * daySec },
  Petition: { signInSec: 3 * daySec, verifySec: 5 * daySec }
}

/** What one profile changes in every row of the base profile's limits. */
interface Terms {
  /** The clocks of these fields get a limit; the others have none. */
  readonly limited: ReadonlyArray<MoreField | "callBackSec">
  readonly atEnd: LimitRow["atEnd"]
  /** What is said of the added limits, after the reason of the base profile's row. */
  readonly reason?: string
}

/** The base profile's limits with more clocks limited, and with what happens at their ends. */
export const limitsWith = (terms: Terms): CaseProfile["limits"] => ({
  Emergency: row("Emergency", terms),
  Urgent: row("Urgent", terms),
  Ordinary: row("Ordinary", terms),
  Complex: row("Complex", terms),
  Petition: row("Petition", terms)
})

const row = (urgency: Urgency, terms: Terms): LimitRow => {
  const before = base.limits[urgency]
  const limit = (field: MoreField): number =>
    terms.limited.includes(field) ? usual[urgency][field] : never
  return {
    clock: before.clock,
    signInSec: limit("signInSec"),
    contactSec: before.contactSec,
    resolveSec: before.resolveSec,
    verifySec: limit("verifySec"),
    callBackSec: terms.limited.includes("callBackSec") ? before.callBackSec : never,
    extensionSec: before.extensionSec,
    extensionCountMax: before.extensionCountMax,
    atEnd: terms.atEnd,
    provenance: terms.reason === undefined ? before.provenance : added(before, terms.reason)
  }
}

const added = (before: LimitRow, reason: string): LimitRow["provenance"] => ({
  kind: "assumed",
  reason: `${reasonOf(before)}; ${reason}`
})

const reasonOf = ({ provenance }: LimitRow): string =>
  provenance.kind === "assumed" ? provenance.reason : "the base profile's limits"
