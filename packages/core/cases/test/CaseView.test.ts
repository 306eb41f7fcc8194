import { Id, Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type Case,
  CaseProfile,
  CaseSheet,
  CaseStatus,
  CaseView,
  CaseViewProblem,
  PhotoNote
} from "../src/index.ts"
import { after, command, path } from "./aCase.ts"
import { anonymous, aReporter, aSheet, aWhole } from "./aReporter.ts"

const publicationId = Id.make<"Publication">("pub-1")
const inShanghai = { publicationId, profile: CaseProfile.fiveStep, zone: "Asia/Shanghai" }

describe("what everybody may read", () => {
  test("is status in the locality's words, days, category and community, and nothing else", () => {
    const at = Seconds.dayNumber(2025, 3, 7) * Seconds.daySec + 17 * Seconds.hourSec
    const view = CaseView.everyone(aWhole({ item: after(path.inProgress(at)) }), inShanghai)
    expect(view).toEqual({
      publicationId: "pub-1",
      category: "Noise",
      communityId: "community-2",
      step: CaseProfile.fiveStep.steps[3]?.label,
      reportedDay: Seconds.dayNumber(2025, 3, 8),
      claimedDay: -1,
      closedDay: -1
    })
  })

  test("has a word for every status, in the usual words where the locality has none", () => {
    for (const profile of Object.values(CaseProfile.all)) {
      for (const status of CaseStatus.list) {
        const item: Case.Case = { ...after(path.inProgress(0)), status }
        const { step } = CaseView.everyone(aWhole({ item }), { ...inShanghai, profile })
        const index = CaseProfile.stepIndexOf(profile, status)
        expect(step).toBe(index < 0 ? CaseStatus.labels[status] : profile.steps[index]?.label)
      }
    }
  })
})

const asked = { personId: "person-9", profile: CaseProfile.fiveStep, atSec: 200 }

describe("what residents see", () => {
  test("is their own case: status, due, unit, answer", () => {
    const seen = CaseView.resident(aWhole(), asked)
    expect(seen.ok && seen.view).toMatchObject({
      caseId: "case-1",
      isMerged: false,
      dueSec: 100 + 7 * 86_400,
      ownerUnitId: "unit-3",
      answer: "the shop closes at ten now",
      isOverdue: false
    })
  })

  test("is nothing of a case that others reported, nor of one without a known reporter", () => {
    const refusal = {
      ok: false,
      problem: { code: "NotYourCase", subject: "case", found: "", expected: "" }
    }
    expect(CaseView.resident(aWhole(), { ...asked, personId: "person-8" })).toEqual(refusal)
    const nameless = aWhole({ reporters: [aReporter(anonymous)] })
    expect(CaseView.resident(nameless, { ...asked, personId: "" })).toEqual(refusal)
    const elsewhere = aWhole({ reporters: [aReporter({ caseId: Id.make("case-7") })] })
    expect(CaseView.resident(elsewhere, asked)).toEqual(refusal)
  })

  test("is the case that stays, under their own id, once theirs was merged", () => {
    const merged = aWhole({
      reporters: [aReporter({ caseId: Id.make("case-7"), atSec: 42 })],
      merges: [{ caseId: Id.make("case-7"), intoCaseId: Id.make("case-1") }]
    })
    const seen = CaseView.resident(merged, asked)
    expect(seen.ok && seen.view).toMatchObject({
      caseId: "case-7",
      isMerged: true,
      reportedSec: 42,
      answer: "the shop closes at ten now"
    })
  })
})

const worker = { personId: "worker-7", unitIds: ["unit-3"], role: "HandlingUnit" } as const

const viewOf = (whole: CaseView.Whole, viewer: Parameters<typeof CaseView.worker>[1] = worker) => {
  const seen = CaseView.worker(whole, viewer)
  if (!seen.ok) throw new Error(seen.problem.code)
  return seen.view
}

describe("what workers see", () => {
  test("is what handling needs, with the reporter's contact still hidden", () => {
    const view = viewOf(aWhole())
    expect(view.description).toBe("music at night, call 13800000000")
    expect(view.photos).toEqual(aSheet().photos)
    expect(view.reporters.map(String)).toEqual(["[phone: hidden]"])
  })

  test("comes to owner, desk and helpers only", () => {
    const refused = CaseView.worker(aWhole(), { ...worker, unitIds: ["unit-9"] })
    expect(refused.ok ? "" : refused.problem.code).toBe("NotYourUnit")
    expect(viewOf(aWhole(), { ...worker, unitIds: ["grid-desk"] }).caseId).toBe("case-1")
    const item: Case.Case = { ...after(path.inProgress(0)), helperUnitIds: ["unit-9"] }
    expect(viewOf(aWhole({ item }), { ...worker, unitIds: ["unit-9"] }).caseId).toBe("case-1")
  })

  test("is without text, photos and reporter for whom the case complains of", () => {
    const whole = aWhole({ reporters: [aReporter({ complainedUnitIds: ["unit-3"] })] })
    const view = viewOf(whole)
    expect([view.description, view.photos, view.reporters]).toEqual(["Withheld", [], ["NotShown"]])
    expect(JSON.stringify(view)).not.toContain("13800000000")
  })

  test("has numbers blacked out in the text where the reporter is not shown", () => {
    const anonymousCase = aWhole({ reporters: [aReporter(anonymous)] })
    expect(viewOf(anonymousCase).description).toBe("music at night, call ■■■")
    expect(viewOf(aWhole(), { ...worker, role: "Checker" }).description).not.toContain("138")
    expect(viewOf(aWhole(), { ...worker, role: "Checker" }).reporters).toEqual(["NotShown"])
  })

  test("a complaint that was merged into the case hides its reporter there as well", () => {
    const whole = aWhole({
      reporters: [
        aReporter(),
        aReporter({ caseId: Id.make("case-7"), complainedPersonIds: ["worker-7"] })
      ],
      merges: [{ caseId: Id.make("case-7"), intoCaseId: Id.make("case-1") }]
    })
    expect(viewOf(whole).description).toBe("Withheld")
  })
})

test("what units see are counts: open and closed add up, the rest is part of open", () => {
  const commands = [
    path.inProgress(0),
    path.resolved(0),
    path.writtenOff(0),
    [...path.inProgress(0), command.suspend(1, 86_400)]
  ]
  const cases = commands.map((list) => after(list))
  expect(CaseView.unit(cases, "unit-3", 7 * 86_400 + 1)).toEqual({
    unitId: "unit-3",
    openCount: 3,
    closedCount: 1,
    overdueCount: 1,
    suspendedCount: 1,
    claimedCount: 1
  })
  expect(CaseView.unit(cases, "unit-4", 9).openCount).toBe(0)
})

describe("one entry, many uses", () => {
  test("a use that asks for a field outside its purpose is refused, naming all three", () => {
    expect(CaseSheet.read(aSheet(), "Statistics", ["category", "description"])).toEqual({
      ok: false,
      problems: [
        {
          code: "PurposeNotAllowed",
          subject: "description",
          found: "Statistics",
          expected: "Intake, Routing, Handling, Appeal"
        }
      ]
    })
    expect(CaseSheet.read(aSheet(), "Publication", ["category", "communityId"])).toEqual({
      ok: true,
      part: { category: "Noise", communityId: "community-2" }
    })
  })

  test("publication may read category and community, and no other field", () => {
    const open = Object.entries(CaseSheet.fields)
      .filter(([, { purposes }]) => purposes.includes("Publication"))
      .map(([name]) => name)
    expect(open).toEqual(["category", "communityId"])
    expect(Object.keys(CaseSheet.fields).sort()).toEqual(Object.keys(aSheet()).sort())
  })
})

describe("photos", () => {
  const upload = { point: [108.9, 34.2], takenSec: 60, digest: "0f".repeat(32) } as const

  test("keep point, time and digest, whatever else came with them", () => {
    const extra = fc.dictionary(fc.string(), fc.string())
    fc.assert(
      fc.property(extra, (exif) => {
        const made = PhotoNote.make({ ...exif, ...upload })
        expect(made).toEqual({ ok: true, note: upload })
      }),
      { numRuns: 100 }
    )
  })

  test("a point off the globe, half a second and a wrong digest are refused without repeating them", () => {
    const codes = (change: Partial<PhotoNote.PhotoNote>) => {
      const made = PhotoNote.make({ ...upload, ...change })
      if (made.ok) return "accepted"
      expect(made.problem.found).toBe("")
      return made.problem.code
    }
    expect([codes({ point: [180, 90] }), codes({ point: [-180, -90] })]).toEqual([
      "accepted",
      "accepted"
    ])
    expect([codes({ point: [180.1, 0] }), codes({ point: [0, Number.NaN] })]).toEqual([
      "BadPoint",
      "BadPoint"
    ])
    expect([codes({ takenSec: 0.5 }), codes({ digest: "Li's picture" })]).toEqual([
      "BadTime",
      "BadDigest"
    ])
  })
})

test("every problem has words in both languages, with nothing left to fill", () => {
  for (const code of CaseViewProblem.codes) {
    const said = CaseViewProblem.describe(CaseViewProblem.make(code, "point", "", "a point"))
    expect(said.en).not.toMatch(/[{}\u4e00-\u9fff]/)
    expect(said.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(said.zh).not.toMatch(/[{}]/)
  }
})
