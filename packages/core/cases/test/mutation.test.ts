/**
 * Changes the profiles one thing at a time and asks every check in turn whether it notices: does the
 * compiler refuse it (`problem`), does the static checker find it (`checker`), does a scenario of the profile
 * go otherwise (`scenario`), do the frozen lines of the rules differ (`frozen`). Nobody may survive. With
 * `WANGGE_MUTATION=print` it prints how many of each kind of change each check noticed, and what the stories
 * alone do not.
 */
import { readdirSync, readFileSync } from "node:fs"
import { Clock, WorkCalendar } from "@wangge/calendar"
import { describe, expect, test } from "vitest"
import { CaseProfile, CaseRules, ProfileCheck, ProfileProblem } from "../src/index.ts"
import * as mutants from "./mutants.ts"
import * as rulesText from "./rulesText.ts"
import { type Table, tablesOf } from "./scenarioPage.ts"
import { tell } from "./scenarioRun.ts"

const folder = new URL("../../../../docs/scenarios/", import.meta.url)
const tables = readdirSync(folder)
  .filter((name) => /^cases-.*\.md$/.test(name))
  .flatMap((name) => tablesOf(name, readFileSync(new URL(name, folder), "utf8")))

const checks = ["problem", "checker", "scenario", "frozen"] as const
type Check = (typeof checks)[number]

/** Two clocks that count alike and are not the same, so that a changed clock shows. */
const clocks = { calendar: Clock.calendar, working: Clock.working(WorkCalendar.everyHour) }

/** Whether a table goes otherwise under a mutant; limits that the table sets itself are kept. */
const isToldOtherwise = (table: Table, profile: CaseProfile.CaseProfile): boolean =>
  tell(table, (asked, options) => {
    const hasOwn = asked.limits !== original(profile).limits
    return CaseRules.compile(hasOwn ? { ...profile, limits: asked.limits } : profile, options)
  }).problems.length > 0

const original = (profile: CaseProfile.CaseProfile): CaseProfile.CaseProfile =>
  CaseProfile.all[CaseProfile.profileIds.find((id) => id === profile.id) ?? "base"]

const texts = new Map<string, string>()

/** The lines of a profile that comes with the package. */
const textOf = (profile: CaseProfile.CaseProfile): string => {
  const known = texts.get(profile.id)
  if (known !== undefined) return known
  const text = rulesText.of(CaseRules.compile(profile, { clocks }))
  texts.set(profile.id, text)
  return text
}

/** Which checks notice a mutant; `isThorough` asks the scenarios also where another has noticed. */
const noticedBy = (profile: CaseProfile.CaseProfile, isThorough: boolean): ReadonlyArray<Check> => {
  if (ProfileProblem.find(profile).length > 0) return ["problem"]
  const frozen = rulesText.of(CaseRules.compile(profile, { clocks }))
  const isFrozenOtherwise = frozen !== textOf(original(profile))
  if (!isThorough) return isFrozenOtherwise ? ["frozen"] : []
  const own = tables.filter((table) => table.settings.get("Profile") === profile.id)
  return [
    ...(ProfileCheck.check(profile).length > 0 ? (["checker"] as const) : []),
    ...(own.some((table) => isToldOtherwise(table, profile)) ? (["scenario"] as const) : []),
    ...(isFrozenOtherwise ? (["frozen"] as const) : [])
  ]
}

describe("the rules of each profile", () => {
  test.each(CaseProfile.profileIds)("%s does what it did", (id) =>
    expect(
      `${rulesText.of(CaseRules.compile(CaseProfile.all[id], { clocks }))}\n`
    ).toMatchFileSnapshot(`./frozen/${id}.txt`)
  )
})

describe("changes of the compiled tables", () => {
  test.each(["base", "threeMatter"] as const)("none of %s goes unnoticed", (id) => {
    const rules = CaseRules.compile(CaseProfile.all[id], { clocks })
    const told = rulesText.of(rules)
    const all = mutants.ofTables(rules, 29)
    const survivors = all.filter((one) => rulesText.of(one.rules) === told)
    expect(all.length).toBeGreaterThan(150)
    // The highest level gives nothing up, so nothing reads its three thresholds.
    const top = (name: string): boolean => /^thresholds\[(9|10|11)\]/.test(name)
    expect(survivors.map(({ name }) => name).filter((name) => !top(name))).toEqual([])
    expect(survivors.length).toBe(3)
  })
})

const isPrinted = process.env.WANGGE_MUTATION === "print"

describe("changes of a profile", () => {
  test.each(CaseProfile.profileIds)("none of %s goes unnoticed", (id) => {
    const all = mutants.of(CaseProfile.all[id])
    expect(all.length).toBeGreaterThan(200)
    const survivors = all.filter(({ profile }) => noticedBy(profile, false).length === 0)
    expect(survivors.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([])
  })

  test.runIf(isPrinted).each(CaseProfile.profileIds)("%s, check by check", (id) => {
    const rows = mutants.of(CaseProfile.all[id]).map((one) => ({
      one,
      noticed: noticedBy(one.profile, true)
    }))
    for (const kind of new Set(rows.map(({ one }) => one.kind))) {
      const own = rows.filter(({ one }) => one.kind === kind)
      const count = (check: Check): number =>
        own.filter(({ noticed }) => noticed.includes(check)).length
      const counts = Object.fromEntries(checks.map((check) => [check, count(check)]))
      console.log(JSON.stringify({ profile: id, kind, mutants: own.length, ...counts }))
    }
    const quiet = rows.filter(({ noticed }) => noticed.join() === "frozen")
    console.log(quiet.map(({ one }) => `  ${one.kind}: ${one.name}`).join("\n"))
  })
})
