/** Makers for tests about persons: reporters, sheets, whole cases. */
import { Id } from "@wangge/facts"
import { Sensitive } from "@wangge/privacy"
import { type Case, type CaseSheet, type CaseView, Reporter, type Telling } from "../src/index.ts"
import { after, path } from "./aCase.ts"

/** A hidden phone number. */
export const aContact = (phone: string): Sensitive.Sensitive<string> =>
  Sensitive.make(phone, {
    field: "phone",
    purposes: ["Handling", "FollowUp"],
    dataClass: "Ordinary"
  })

/** What a first entry says unless a test says otherwise. */
export const registration: Reporter.Registration = {
  recordId: Id.make("record-1"),
  caseId: Id.make("case-1"),
  reporterId: Id.make("person-9"),
  contact: aContact("13800000000"),
  isAnonymous: false,
  complainedUnitIds: [],
  complainedPersonIds: [],
  atSec: 0,
  actorId: "intake-2"
}

/** The record after a decision that has to be accepted. */
export const accepted = (decision: Reporter.Decision): Reporter.Reporter => {
  if (!decision.ok) throw new Error(decision.problem.code)
  return decision.reporter
}

/** A reporter, registered. */
export const aReporter = (change: Partial<Reporter.Registration> = {}): Reporter.Reporter =>
  accepted(Reporter.register({ ...registration, ...change }))

/** An anonymous reporter. */
export const anonymous = { reporterId: "", contact: "None", isAnonymous: true } as const

/** The sheet of the tests' case. */
export const aSheet = (change: Partial<CaseSheet.CaseSheet> = {}): CaseSheet.CaseSheet => ({
  caseId: Id.make("case-1"),
  category: "Noise",
  source: "Hotline",
  communityId: Id.make("community-2"),
  gridId: Id.make("grid-5"),
  buildingId: Id.make("building-8"),
  point: [108.9, 34.2],
  description: "music at night, call 13800000000",
  photos: [{ point: [108.9, 34.2], takenSec: 0, digest: "0f".repeat(32) }],
  answer: "the shop closes at ten now",
  ...change
})

/** A case in progress with all that belongs to it. */
export const aWhole = (
  change: {
    readonly item?: Case.Case
    readonly sheet?: CaseSheet.CaseSheet
    readonly reporters?: ReadonlyArray<Reporter.Reporter>
    readonly merges?: ReadonlyArray<Telling.Merge>
  } = {}
): CaseView.Whole => ({
  item: change.item ?? after(path.inProgress(100)),
  sheet: change.sheet ?? aSheet(),
  reporters: change.reporters ?? [aReporter()],
  merges: change.merges ?? []
})
