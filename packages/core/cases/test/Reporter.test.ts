import { Id } from "@wangge/facts"
import { LegalBasis } from "@wangge/privacy"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  CaseRole,
  Reporter,
  ReporterAccess,
  ReporterConsent,
  ReporterProblem
} from "../src/index.ts"
import { aContact, accepted, anonymous, aReporter, registration } from "./aReporter.ts"

const order = { atSec: 10, actorId: "desk-1" }
const hiding = {
  ...order,
  cause: "Complaint",
  isFromAll: false,
  unitIds: [],
  personIds: []
} as const
const consent = { ...order, purpose: "Publication", reference: "form-7", isSeparate: true } as const

const codeOf = (decision: Reporter.Decision) => (decision.ok ? "accepted" : decision.problem.code)

describe("the ledger of reporters", () => {
  test("a first entry says when and by whom, and an anonymous one knows nobody", () => {
    expect(aReporter().acts).toEqual([
      { kind: "Registered", atSec: 0, actorId: "intake-2", cause: "None" }
    ])
    expect(aReporter(anonymous)).toMatchObject({ reporterId: "", contact: "None" })
  })

  test("an anonymous entry with a person, and a named one without, are refused", () => {
    const withId = { ...registration, ...anonymous, reporterId: registration.reporterId }
    expect(codeOf(Reporter.register(withId))).toBe("IdentityOfAnonymous")
    const withContact = { ...registration, ...anonymous, contact: aContact("138") }
    expect(codeOf(Reporter.register(withContact))).toBe("IdentityOfAnonymous")
    expect(codeOf(Reporter.register({ ...registration, reporterId: "" }))).toBe("IdentityMissing")
    expect(codeOf(Reporter.register({ ...registration, atSec: 0.5 }))).toBe("TimeNotWhole")
    expect(codeOf(Reporter.register({ ...registration, actorId: " " }))).toBe("ActorMissing")
  })

  test("a reporter can be hidden later, for more and more, and never for fewer", () => {
    const one = accepted(Reporter.hide(aReporter(), { ...hiding, unitIds: ["unit-3"] }))
    const two = accepted(
      Reporter.hide(one, { ...hiding, atSec: 11, unitIds: ["unit-3", "unit-4"] })
    )
    const all = accepted(Reporter.hide(two, { ...hiding, atSec: 12, isFromAll: true }))
    expect(all.hiddenFromUnitIds).toEqual(["unit-3", "unit-4"])
    expect([one.isHidden, all.isHidden]).toEqual([false, true])
    expect(accepted(Reporter.hide(all, { ...hiding, atSec: 13, personIds: ["p"] })).isHidden).toBe(
      true
    )
    expect(codeOf(Reporter.hide(all, hiding))).toBe("NothingToHide")
    expect(codeOf(Reporter.hide(all, { ...hiding, isFromAll: true }))).toBe("TimeWentBack")
  })

  test("an erased reporter is gone, and the record says when, by whom and why", () => {
    const consenting = accepted(ReporterConsent.give(aReporter(), consent))
    const erased = accepted(
      Reporter.erase(consenting, { atSec: 20, actorId: "desk-1", cause: "ConsentWithdrawn" })
    )
    expect(erased).toMatchObject({
      recordId: "record-1",
      caseId: "case-1",
      reporterId: "",
      contact: "Erased",
      consents: [],
      reportedSec: 0
    })
    expect(erased.acts.at(-1)).toEqual({
      kind: "Erased",
      atSec: 20,
      actorId: "desk-1",
      cause: "ConsentWithdrawn"
    })
    const again = Reporter.erase(erased, { atSec: 21, actorId: "x", cause: "OtherLaw" })
    expect(again).toEqual({
      ok: false,
      problem: {
        code: "AlreadyErased",
        subject: "reporter",
        found: "1970-01-01T00:00:20Z",
        expected: "None"
      }
    })
    expect(codeOf(ReporterConsent.withdraw(erased, consent))).toBe("TimeWentBack")
    expect(codeOf(ReporterConsent.give(erased, { ...consent, atSec: 21 }))).toBe("AlreadyErased")
  })

  test("consent is a basis from when it is given until it is withdrawn", () => {
    const consenting = accepted(ReporterConsent.give(aReporter(), consent))
    expect(ReporterConsent.basisOf(consenting, "Publication")).toEqual({
      kind: "Consent",
      reference: "form-7",
      isSeparateConsent: true,
      assessmentId: ""
    })
    expect(ReporterConsent.basisOf(consenting, "Statistics")).toBe("None")
    const back = accepted(ReporterConsent.withdraw(consenting, consent))
    expect(ReporterConsent.basisOf(back, "Publication")).toBe("None")
    expect(codeOf(ReporterConsent.withdraw(back, consent))).toBe("NoSuchConsent")
    expect(codeOf(ReporterConsent.give(back, { ...consent, reference: "" }))).toBe(
      "ConsentNotNamed"
    )
  })

  test("after any acts and an erasure, nothing of the person is left in the record", () => {
    const person = fc.stringMatching(/^[a-z]{8}$/).map((text) => `person-${text}-138`)
    const acts = fc.array(fc.constantFrom("hide", "give", "own"), { maxLength: 6 })
    fc.assert(
      fc.property(person, acts, (name, kinds) => {
        let record = aReporter({
          reporterId: Id.make(name),
          contact: aContact(`phone of ${name}`),
          actorId: name
        })
        kinds.forEach((kind, index) => {
          const atSec = index
          if (kind === "hide") {
            record = accepted(
              Reporter.hide(record, { ...hiding, atSec, personIds: [`foe ${name}`] })
            )
          } else {
            const actorId = kind === "own" ? name : "desk-1"
            const reference = `form of ${name}`
            const own = { ...consent, atSec, actorId, reference }
            record = accepted(ReporterConsent.give(record, own))
          }
        })
        expect(Reporter.isErased(record)).toBe(false)
        const last = { atSec: 99, actorId: name, cause: "PurposeEnded" } as const
        const erased = accepted(Reporter.erase(record, last))
        expect(JSON.stringify(erased)).not.toContain(name)
        expect(erased.acts.length).toBe(kinds.length + 2)
        expect(erased.acts.at(-1)?.actorId).toBe(Reporter.theReporter)
      }),
      { numRuns: 100 }
    )
  })
})

const viewer = (role: CaseRole.CaseRole, unitIds: ReadonlyArray<string> = ["unit-3"]) => ({
  personId: "worker-7",
  unitIds,
  role
})

describe("who may know a reporter", () => {
  test("only the roles whose work is with reporters, and fewer once hidden", () => {
    const hidden = accepted(Reporter.hide(aReporter(), { ...hiding, isFromAll: true }))
    const knowing = CaseRole.list.filter((role) =>
      ReporterAccess.mayKnow(viewer(role), aReporter())
    )
    const still = CaseRole.list.filter((role) => ReporterAccess.mayKnow(viewer(role), hidden))
    expect(knowing).toEqual(["GridWorker", "IntakeDesk", "HandlingUnit", "Caller", "Arbiter"])
    expect(still).toEqual(["IntakeDesk", "Caller", "Arbiter"])
  })

  test("whoever is complained of never knows, in whatever role, nor does a team inside", () => {
    const complaint = aReporter({
      complainedUnitIds: ["property-3"],
      complainedPersonIds: ["worker-8"]
    })
    for (const role of CaseRole.list) {
      expect(ReporterAccess.mayKnow(viewer(role, ["team-1", "property-3"]), complaint)).toBe(false)
      const person = { personId: "worker-8", unitIds: ["unit-4"], role }
      expect(ReporterAccess.mayKnow(person, complaint)).toBe(false)
    }
    expect(ReporterAccess.mayKnow(viewer("HandlingUnit"), complaint)).toBe(true)
  })

  test("an anonymous or erased reporter is known to nobody, a reporter to himself", () => {
    const erased = accepted(Reporter.erase(aReporter(), { ...order, cause: "PurposeEnded" }))
    for (const role of CaseRole.list) {
      expect(ReporterAccess.mayKnow(viewer(role), aReporter(anonymous))).toBe(false)
      expect(ReporterAccess.mayKnow(viewer(role), erased)).toBe(false)
      const nobody = { personId: "", unitIds: [], role }
      expect(ReporterAccess.mayKnow(nobody, erased)).toBe(false)
    }
    const self = { personId: "person-9", unitIds: [], role: "Reporter" } as const
    expect(ReporterAccess.mayKnow(self, aReporter())).toBe(true)
  })

  test("the contact comes out for who may know, with purpose and basis, and else for nobody", () => {
    const request = { purpose: "FollowUp", basis: LegalBasis.duty("city rules") } as const
    const caller = viewer("Caller")
    expect(ReporterAccess.contactOf(caller, aReporter(), request)).toEqual({
      ok: true,
      value: "13800000000"
    })
    const codes = (record: Reporter.Reporter, who = caller, asked: typeof request = request) => {
      const answer = ReporterAccess.contactOf(who, record, asked)
      return answer.ok ? [] : answer.problems.map(({ code }) => code)
    }
    expect(codes(aReporter(), viewer("System"))).toEqual(["ReporterNotShown"])
    expect(codes(aReporter(anonymous))).toEqual(["ReporterNotShown"])
    expect(codes(aReporter({ complainedUnitIds: ["unit-3"] }))).toEqual(["ReporterNotShown"])
    expect(codes(aReporter({ contact: "None" }))).toEqual(["NoContact"])
    const unnamed = { ...request, basis: LegalBasis.duty("") }
    expect(codes(aReporter(), caller, unnamed)).toEqual(["BasisNotNamed"])
  })
})

test("every problem has words in both languages, with nothing left to fill", () => {
  for (const code of ReporterProblem.codes) {
    const said = ReporterProblem.describe(ReporterProblem.make(code, "contact", 5, 9))
    expect(said.en).not.toMatch(/[{}\u4e00-\u9fff]/)
    expect(said.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(said.zh).not.toMatch(/[{}]/)
  }
})
