import { Provenance } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import { BrigadeScheme, ColourBrigades, type BrigadeScheme as Scheme } from "../src/index.ts"

const label = { en: "One", zh: "一" }
const flood = {
  brigadeId: "flood",
  label,
  duties: [{ dutyId: "dyke", label }],
  skillIds: ["boat"]
}
const town: Scheme.BrigadeScheme = {
  schemeId: "town",
  label,
  brigades: [flood],
  teams: [{ teamId: "f1", brigadeId: "flood", label }],
  teamCount: "notStated"
}

describe("brigades by configuration", () => {
  test("a town with other teams uses its own", () => {
    expect(BrigadeScheme.problems(town)).toEqual([])
    expect(BrigadeScheme.brigadesOfTeams(town, ["f1", "nobody"])).toEqual(["flood"])
    expect(BrigadeScheme.teamOf(town, "f2")).toBe(undefined)
  })

  test("everything that is wrong is found at once, in the order of the codes", () => {
    const wrong: Scheme.BrigadeScheme = {
      ...town,
      brigades: [
        { ...flood, duties: [...flood.duties, ...flood.duties], skillIds: ["boat", "boat"] },
        { ...flood, brigadeId: "flood" }
      ],
      teams: [
        { teamId: "f 1", brigadeId: "flood", label },
        { teamId: "f2", brigadeId: "fire", label },
        { teamId: "f2", brigadeId: "flood", label }
      ],
      teamCount: Provenance.assumed({ value: 4, unit: "teams", reason: "none" })
    }
    expect(BrigadeScheme.problems(wrong).map(({ code }) => code)).toEqual([
      "BadId",
      "BrigadeTwice",
      "DutyTwice",
      "SkillTwice",
      "TeamTwice",
      "UnknownBrigade",
      "TeamCountMismatch"
    ])
  })
})

test("a bound of the source is a bound, and an estimate contradicts nothing", () => {
  const codes = (value: number, precision: Provenance.Precision): ReadonlyArray<string> => {
    const teamCount = Provenance.assumed({ value, unit: "teams", reason: "none", precision })
    return BrigadeScheme.problems({ ...town, teamCount }).map(({ code }) => code)
  }
  expect([codes(1, "atLeast"), codes(2, "atLeast"), codes(9, "about")]).toEqual([
    [],
    ["TeamCountMismatch"],
    []
  ])
})

describe("the seven colours of Xixian", () => {
  test("seven brigades, three teams each, 21 in all, as the source says", () => {
    const { scheme } = ColourBrigades
    expect(scheme.brigades.map(({ brigadeId }) => brigadeId)).toEqual([...ColourBrigades.colours])
    const sizes = scheme.brigades.map(
      ({ brigadeId }) => scheme.teams.filter((team) => team.brigadeId === brigadeId).length
    )
    expect(sizes).toEqual([3, 3, 3, 3, 3, 3, 3])
    const { teamCount } = scheme
    expect(teamCount === "notStated" ? "" : teamCount.provenance.kind).toBe("reported")
    const less = { ...scheme, teams: scheme.teams.slice(1) }
    expect(BrigadeScheme.problems(less)).toEqual([
      { code: "TeamCountMismatch", subject: "teams", found: 20, expected: 21 }
    ])
  })

  test("single services of the report are summed by colour, people and things never", () => {
    const values: Readonly<Record<string, number>> = {
      redHomeStudy: 90,
      redDailyServices: 70,
      orangeHealthSessions: 20,
      orangeHealthServed: 1000,
      orangeStreetEvents: 19,
      orangeCared: 200,
      goldTrainings: 7,
      goldTrained: 200,
      greenEvents: 10,
      greenLeaflets: 10_000,
      cyanPatrols: 30,
      cyanSafetyTalks: 50,
      cyanEmergencies: 10,
      blueEventDetails: 7,
      blueTalks: 8,
      purplePerformances: 40,
      activities: 100
    }
    const listed = Object.entries(values).map(([id, value]) => ({
      id,
      number: Provenance.reported({
        value,
        unit: "times",
        report: "Xixian, 2018",
        phrase: "次",
        precision: id.startsWith("red") ? "atLeast" : "exact"
      })
    }))
    const rows = ColourBrigades.instancesOf(listed)
    expect(rows.map(({ instanceCount }) => instanceCount)).toEqual([160, 39, 7, 10, 90, 15, 40])
    expect(rows.reduce((sum, { instanceCount }) => sum + instanceCount, 0)).toBe(361)
    expect(rows.map(({ isAtLeast }) => isAtLeast)).toEqual([true, ...new Array(6).fill(false)])
  })
})
