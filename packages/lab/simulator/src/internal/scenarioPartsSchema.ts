/**
 * The structure of the parts of a scenario file, each field with the words that an editor shows. What
 * the numbers must be together is checked in `scenarioChecks.ts`.
 */
import type { Category, Urgency } from "@wangge/cases"
import { Schema } from "effect"

const described = <S extends Schema.Top>(schema: S, description: string) =>
  schema.annotate({ description })

const amount = (description: string) =>
  described(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)), description)
const share = (description: string) =>
  described(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 })), description)
const count = (description: string, minimum: number, maximum: number) =>
  described(Schema.Int.check(Schema.isBetween({ minimum, maximum })), description)
export const text = (description: string) => described(Schema.String, description)

export const words = Schema.Struct({ en: Schema.String, zh: Schema.String })

const timeOfDay = (description: string) =>
  described(
    Schema.String.check(
      // JSON Schema takes a pattern only where it is read by code points.
      Schema.isPattern(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/u, { expected: "a time such as 08:30" })
    ),
    description
  )

/** A list of exactly so many amounts. */
const shape = (length: number, description: string) => {
  const expected = { expected: `${length} numbers` }
  return Schema.Array(amount(description)).check(
    Schema.isMinLength(length, expected),
    Schema.isMaxLength(length, expected)
  )
}

export const calendar = Schema.Struct({
  zone: text("IANA time zone"),
  startDate: described(
    Schema.String.check(
      Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/u, { expected: "a date that exists, YYYY-MM-DD" })
    ),
    "First measured day, YYYY-MM-DD"
  ),
  days: count("Measured days", 1, 3650),
  warmUpDays: count("Days simulated before the first measured one", 0, 365),
  shifts: Schema.Array(
    Schema.Struct({ from: timeOfDay("Start of a shift"), until: timeOfDay("End of a shift") })
  ).check(Schema.isMinLength(1, { expected: "at least one shift" })),
  holidays: Schema.Literals(["china", "none"])
})

const placeId = (description: string) =>
  described(
    Schema.String.check(
      Schema.isPattern(/^[!-.0-~]{1,60}$/u, {
        expected: "1 to 60 ASCII characters without space and /"
      })
    ),
    description
  )

/** What may be listed of one level: as many places as a tree of grids is simulated for. */
const places = <S extends Schema.Top>(row: S, description: string) =>
  described(
    Schema.Array(row).check(
      Schema.isMinLength(1, { expected: "at least one place" }),
      Schema.isMaxLength(100_000, { expected: "at most 100000 places" })
    ),
    description
  )

const listedTerritory = Schema.Struct({
  subdistricts: places(
    Schema.Struct({
      id: placeId("Its id"),
      staff: count("People at its desk", 0, 1_000_000)
    }),
    "Sub-districts or towns, one by one"
  ),
  communities: places(
    Schema.Struct({
      id: placeId("Its id"),
      subdistrict: text("Id of the sub-district it lies in"),
      staff: count("People at its desk", 0, 1_000_000)
    }),
    "Communities, one by one"
  ),
  grids: places(
    Schema.Struct({
      id: placeId("Its id"),
      community: text("Id of the community it lies in"),
      households: count("Households", 0, 10_000_000),
      buildings: count("Buildings", 1, 1_000_000),
      gridWorkers: count("Grid workers", 0, 1_000_000)
    }),
    "Grids, one by one"
  )
})

export const territory = Schema.Struct({
  subdistricts: count("Sub-districts or towns", 1, 100_000),
  communities: count("Communities", 1, 100_000),
  grids: count("Grids", 1, 100_000),
  buildings: count("Buildings", 1, 1_000_000),
  units: count("Residential units, for the record", 1, 10_000_000),
  households: count("Households", 0, 100_000_000),
  personsPerHousehold: amount("Persons per household"),
  listed: Schema.optionalKey(
    described(listedTerritory, "The town place by place; without it the counts are spread evenly")
  )
})

export const staff = Schema.Struct({
  gridWorkers: count("Grid workers", 0, 1_000_000),
  communityStaff: count("Community staff", 0, 1_000_000),
  subdistrictStaff: count("Staff of the sub-district desks", 0, 1_000_000),
  departmentStaff: count("Staff of the departments' pooled desk", 0, 1_000_000),
  onCallPerCommunity: count("Seats on call at any hour, per community", 0, 1000),
  leaveShare: share("Share of working days on which a worker is away")
})

const categoryRow = Schema.Struct({
  share: share("Share of the cases"),
  levelShares: Schema.Struct({
    Grid: share("Can be finished at the grid"),
    Community: share("Can be finished at the community"),
    Subdistrict: share("Can be finished at the sub-district"),
    Department: share("Only a department can finish it")
  }),
  workMinMedian: amount("Median hands-on work, minutes"),
  leadDaysMedian: amount("Median lead time at the department, days"),
  isVisible: Schema.Boolean,
  monthShape: shape(12, "Relative demand of a month, from January")
})

export const demand = Schema.Struct({
  multiplier: amount("Multiplies all demand"),
  perThousandMonth: Schema.Struct({
    tickets: amount("Tickets per 1,000 residents and month"),
    disputes: amount("Disputes per 1,000 residents and month"),
    petitions: amount("Direct petitions per 1,000 residents and month"),
    windowBusiness: amount("Business at the window per 1,000 residents and month"),
    questions: amount("Questions per 1,000 residents and month")
  }),
  categories: Schema.Struct({
    Utilities: categoryRow,
    PropertyManagement: categoryRow,
    Sanitation: categoryRow,
    Noise: categoryRow,
    PublicFacilities: categoryRow,
    CityOrder: categoryRow,
    TrafficParking: categoryRow,
    NeighbourDispute: categoryRow,
    SocialCare: categoryRow,
    SafetyHazard: categoryRow,
    ConsumerWages: categoryRow,
    Other: categoryRow
  } satisfies Record<Category.Category, typeof categoryRow>),
  hourShape: shape(24, "Relative demand of an hour, from 0:00"),
  weekdayShape: shape(7, "Relative demand of a weekday, from Monday"),
  urgencyMix: Schema.Struct({
    Emergency: share("Share of emergencies"),
    Urgent: share("Share of urgent cases"),
    Ordinary: share("Share of ordinary cases"),
    Complex: share("Share of complex cases")
  })
})

export const defects = Schema.Struct({
  perThousandMonth: amount("Visible defects per 1,000 residents and month"),
  noticeDaysMean: amount("Mean days until the next household notices"),
  reportShare: share("Chance that a household that notices reports"),
  repeatReportShare: share("Chance of reporting what is already handled"),
  findShare: share("Chance that one patrol or visit sees it")
})

export const byUrgency = <S extends Schema.Top>(schema: S) =>
  Schema.Struct({
    Emergency: schema,
    Urgent: schema,
    Ordinary: schema,
    Complex: schema,
    Petition: schema
  } satisfies Record<Urgency.Urgency, S>)

export const timing = Schema.Struct({
  workSigma: amount("Sigma of the lognormal hands-on work"),
  intakeMin: amount("Minutes to take in a resident's case"),
  assessMin: amount("Minutes of a first look"),
  appointmentShare: share("Cases that need an appointment"),
  appointmentDaysMean: amount("Mean days until the appointment"),
  partShare: share("Cases that need a part or contractor"),
  partDaysMedian: amount("Median days until the part comes"),
  partSigma: amount("Sigma of that lognormal wait"),
  leadSigma: amount("Sigma of the department's lognormal lead time"),
  leadFactor: byUrgency(amount("Factor on the department's lead time")),
  handUpMinMax: Schema.Struct({
    Emergency: amount("Longest hand-up, minutes"),
    Urgent: amount("Longest hand-up, minutes")
  }),
  followUpMin: amount("Minutes of a follow-up call"),
  followUpDelayHours: amount("Hours from claimed resolution to follow-up"),
  windowMin: amount("Minutes of one errand at the window"),
  questionMin: amount("Minutes of one question")
})

export const duties = Schema.Struct({
  visitsPerHouseholdYear: amount("Visits of each household a year"),
  visitMin: amount("Minutes of one visit; 0 for no visits"),
  patrolPassesPerDay: amount("Patrol passes of each building and working day"),
  patrolMinPerBuilding: amount("Minutes of one pass; 0 for no patrols"),
  dataEntryMinPerVisit: amount("Minutes of data entry for a visit"),
  dataEntryMinPerCase: amount("Minutes of data entry for a case"),
  meetingHoursPerWorkerMonth: amount("Hours of meetings and training"),
  campaignHoursPerCommunityMonth: amount("Hours of campaigns"),
  graceDays: count("Days until an unbegun task counts as missed", 1, 3650)
})

export const resolution = Schema.Struct({
  trueShare: share("Claimed resolutions that are true"),
  lateClaimPenalty: share("Taken off when claimed in the last tenth of the limit"),
  handOverPenalty: share("Taken off when handed over between units"),
  reachShare: share("Follow-ups that reach the reporter"),
  rejectShare: share("Residents' cases that are not actionable"),
  withdrawShare: share("Cases withdrawn before handling"),
  returnShare: share("First assignments that come back"),
  directTriageShare: share("Residents' cases sent at once to the level that can finish them"),
  repeatPerWeek: described(
    Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 0.999 })),
    "Chance per unresolved week that the reporter contacts again, below 1"
  ),
  petitionShare: share("Chance of a petition after two reopenings")
})

export const satisfaction = Schema.Struct({
  intercept: described(Schema.Finite, "Log-odds of a satisfied answer at best"),
  late: described(Schema.Finite, "Less when late"),
  notResolved: described(Schema.Finite, "Less when not truly resolved"),
  repeatContact: described(Schema.Finite, "Less after a repeat contact")
})

export const deadlineRow = Schema.Struct({
  contactHours: amount("Hours to first contact"),
  resolveHours: amount("Hours to resolve"),
  extensionHours: amount("Hours one extension adds; 0 for none")
})

export const policy = Schema.Struct({
  deadlineClock: Schema.Literals(["calendar", "working"]),
  amberShare: share("Share of the limit after which the light is amber"),
  oldCaseShare: share("Share of the limit after which a case goes before duties"),
  maxReturns: count("Returns allowed per case", 0, 100),
  appealDays: amount("Days within which a case can be reopened"),
  suspendForParts: Schema.Boolean,
  escalateOverdue: Schema.Boolean,
  shiftEnd: Schema.Literals(["pause", "finish"])
})

const place = {
  fromDay: count("First day, 0 is the first measured one", 0, 3650),
  days: count("Days that it lasts", 1, 3650),
  firstGrid: count("First grid hit, in tree order from 0", 0, 1_000_000),
  grids: count("Grids hit", 1, 1_000_000)
}

export const shock = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("demand"),
    multiplier: described(
      Schema.Finite.check(Schema.isBetween({ minimum: 1, maximum: 1000 })),
      "Demand is multiplied by this"
    ),
    ...place
  }),
  Schema.Struct({
    kind: Schema.Literal("absence"),
    share: share("Share of the grid workers away"),
    ...place
  })
])
