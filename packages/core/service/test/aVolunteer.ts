import { WeeklyHours } from "@wangge/calendar"
import { Id } from "@wangge/facts"
import { type LegalBasis, Sensitive } from "@wangge/privacy"
import {
  type Activity,
  type ActivityCommand,
  Availability,
  ColourBrigades,
  type MatchingDistance,
  type MatchingNeed,
  ServiceMove,
  Volunteer,
  type VolunteerCommand
} from "../src/index.ts"

export const person = (id: string): Id.Id<"Person"> => Id.make(id)
export const grid = (id: string): Id.Id<"Grid"> => Id.make(id)

export const consent: LegalBasis.LegalBasis = {
  kind: "Consent",
  reference: "form 12",
  isSeparateConsent: true,
  assessmentId: "assessment-1"
}

export const phone = Sensitive.make("13800000000", {
  field: "phone",
  purposes: ["Routing"],
  dataClass: "Ordinary"
})

export const evenings: Availability.Availability = {
  ...Availability.none,
  zone: "UTC",
  weekly: WeeklyHours.everyDay([WeeklyHours.spell([18, 0], [21, 0])])
}

const order = (atSec: number, byId = "desk-1") => ({ atSec, byId, reason: "because" })
const volunteerId = person("li")

/** Commands on the volunteer `li`. */
export const volunteer = {
  register: (
    atSec: number,
    over: Partial<VolunteerCommand.RegisterVolunteer> = {}
  ): VolunteerCommand.RegisterVolunteer => ({
    action: "RegisterVolunteer",
    volunteerId,
    ...order(atSec),
    householdId: "h-1",
    homeGridId: grid("g1"),
    contact: phone,
    basis: consent,
    adultFromSec: Volunteer.adultAlready,
    guardianReference: "",
    skillIds: ["firstAid"],
    availability: evenings,
    ...over
  }),
  skills: (atSec: number, skillIds: ReadonlyArray<string>): VolunteerCommand.DeclareSkills => ({
    action: "DeclareSkills",
    volunteerId,
    ...order(atSec),
    skillIds
  }),
  confirm: (atSec: number, skillId: string, byId = "desk-1"): VolunteerCommand.ConfirmSkill => ({
    action: "ConfirmSkill",
    volunteerId,
    ...order(atSec, byId),
    skillId
  }),
  times: (
    atSec: number,
    availability: Availability.Availability
  ): VolunteerCommand.SetAvailability => ({
    action: "SetAvailability",
    volunteerId,
    ...order(atSec),
    availability
  }),
  team: (
    atSec: number,
    action: "JoinTeam" | "LeaveTeam",
    teamId: string
  ): VolunteerCommand.TeamStep => ({ action, volunteerId, ...order(atSec), teamId }),
  home: (atSec: number, householdId: string): VolunteerCommand.MoveHome => ({
    action: "MoveHome",
    volunteerId,
    ...order(atSec),
    householdId,
    homeGridId: grid("g2")
  }),
  pause: (atSec: number, untilSec: number): VolunteerCommand.PauseVolunteer => ({
    action: "PauseVolunteer",
    volunteerId,
    ...order(atSec),
    untilSec
  }),
  plain: (
    atSec: number,
    action: "ResumeVolunteer" | "LeaveVolunteering"
  ): VolunteerCommand.PlainStep => ({ action, volunteerId, ...order(atSec) })
}

export const rules = {
  scheme: ColourBrigades.scheme,
  skillIds: ["firstAid", "driving", "cooking"],
  takesMinors: true
}

/** An activity of an hour from `fromSec`, with participants who were there throughout. */
export const content = (
  over: Partial<ActivityCommand.Content> & { readonly who?: ReadonlyArray<string> } = {}
): ActivityCommand.Content => {
  const { who, ...rest } = over
  const fromSec = rest.fromSec ?? 0
  const untilSec = rest.untilSec ?? fromSec + 3600
  return {
    brigadeId: "red",
    teamId: "red-1",
    dutyId: "dailyService",
    gridId: grid("g1"),
    fromSec,
    untilSec,
    participants: (who ?? ["li"]).map((id) => ({
      volunteerId: person(id),
      fromSec,
      untilSec,
      minutes: 60
    })),
    instanceCount: 1,
    served: { count: 0, personIds: [], basis: "None" },
    replacesId: "",
    ...rest
  }
}

/** A record as it stands in a store. */
export const activity = (
  id: string,
  over: Parameters<typeof content>[0] = {},
  status: Activity.Status = "Confirmed"
): Activity.Activity => ({
  activityId: Id.make(id),
  version: 2,
  status,
  content: content(over),
  overlappingIds: [],
  recordedById: "desk-1",
  confirmedById: "desk-2",
  voidReason: "",
  lastSec: 10_000
})

/** Distances on a line: grids `g0`, `g1`, ... are as far apart as their numbers. */
export const onALine = (count: number): MatchingDistance.MatchingDistance => ({
  unit: "Metres",
  indexOf: new Map(Array.from({ length: count }, (_, index) => [`g${index}`, index])),
  table: Float64Array.from({ length: count * count }, (_, cell) =>
    Math.abs(Math.floor(cell / count) - (cell % count))
  )
})

export const need = (
  needId: string,
  over: Partial<MatchingNeed.MatchingNeed> = {}
): MatchingNeed.MatchingNeed => ({
  needId,
  rank: 0,
  personId: "wang",
  householdId: "h-wang",
  gridId: grid("g0"),
  spell: { fromSec: 100_000, untilSec: 103_600 },
  skillIds: [],
  teamIds: [],
  count: 1,
  takesMinors: false,
  declinedIds: [],
  ...over
})

export const candidate = (
  id: string,
  over: Partial<MatchingNeed.Candidate> = {}
): MatchingNeed.Candidate => ({
  volunteerId: person(id),
  householdId: `h-${id}`,
  gridId: grid("g0"),
  isActive: true,
  isMinor: false,
  skillIds: [],
  teamIds: [],
  free: [{ fromSec: 0, untilSec: 1_000_000 }],
  busy: [],
  monthMinutes: 0,
  lastServedSec: ServiceMove.notYet,
  openCount: 0,
  servedPersonIds: [],
  ...over
})
