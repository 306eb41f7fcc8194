/**
 * The usual triggers of the five clocks, and the limits of a profile as rows of terms.
 */
import type { CaseClock } from "../CaseClock.ts"
import * as Clocks from "../CaseClock.ts"
import type { CaseProfile, LimitRow } from "../CaseProfile.ts"
import type { Row, TermsData } from "../TimerTerms.ts"
import * as Urgency from "../Urgency.ts"

export const standardTriggers: TermsData["triggers"] = {
  SignIn: {
    starts: ["Assigned"],
    meets: ["SignedIn", "Returned"],
    revokes: [],
    drops: ["Escalated", "Claimed", "Reopened", "Ended"]
  },
  Contact: {
    starts: ["Reported", "Reopened"],
    meets: ["Contacted", "SignedIn", "Claimed"],
    revokes: [],
    drops: ["Ended"]
  },
  Handle: {
    starts: ["Reported", "Reopened"],
    meets: ["Claimed"],
    revokes: ["ClaimRefuted"],
    drops: ["Ended"]
  },
  Verify: {
    starts: ["Claimed"],
    meets: ["Checked"],
    revokes: [],
    drops: ["Reopened", "Ended"]
  },
  CallBack: {
    starts: ["Claimed"],
    meets: ["FollowedUp"],
    revokes: [],
    drops: ["ClaimRefuted", "Reopened", "Ended"]
  }
}

/** The field of a profile's row that limits each clock. */
const fields = {
  SignIn: "signInSec",
  Contact: "contactSec",
  Handle: "resolveSec",
  Verify: "verifySec",
  CallBack: "callBackSec"
} as const satisfies Readonly<Record<CaseClock, keyof LimitRow>>

/** One row per clock and urgency; only the limit on handling is extended. */
export const rowsOfProfile = (profile: CaseProfile): ReadonlyArray<Row> =>
  Clocks.list.flatMap((clock) =>
    Urgency.list.map((urgency) => {
      const limit = profile.limits[urgency]
      return {
        clock,
        urgencies: [urgency],
        categories: [],
        unitIds: [],
        countsOn: profile.clocks[clock] ?? limit.clock,
        limitSec: limit[fields[clock]],
        extensionSec: clock === "Handle" ? limit.extensionSec : 0,
        provenance: limit.provenance
      }
    })
  )
