/**
 * What can be wrong with the numbers and names of a profile, see `ProfileProblem`.
 */
import * as CaseClock from "../CaseClock.ts"
import { type CaseProfile, clockIds, type LimitRow } from "../CaseProfile.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import type { ProfileProblem } from "../ProfileProblem.ts"
import { isScore } from "../ReviewRules.ts"

/** What is wrong with the list of levels. */
export const levelProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> => {
  if (profile.levels.length === 0) {
    return [{ code: "NoLevel", path: "levels", found: "[]", expected: "at least one level" }]
  }
  const sorted = HandlingLevel.list.filter((level) => profile.levels.includes(level))
  const found = profile.levels.join(", ")
  return found === sorted.join(", ")
    ? []
    : [{ code: "LevelsOutOfOrder", path: "levels", found, expected: sorted.join(", ") }]
}

/** A limit that counts: whole and positive, or `Infinity` for none. */
const isLimit = (value: number): boolean =>
  value === Number.POSITIVE_INFINITY || (Number.isSafeInteger(value) && value > 0)

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const limitFields = ["signInSec", "contactSec", "resolveSec", "verifySec", "callBackSec"] as const

/** What is wrong with one row of limits. */
export const limitProblems = (path: string, row: LimitRow): ReadonlyArray<ProfileProblem> => {
  const problems: Array<ProfileProblem> = []
  const expected = "a whole number of seconds above 0, or Infinity"
  for (const field of limitFields) {
    if (isLimit(row[field])) continue
    const found = String(row[field])
    problems.push({ code: "BadLimit", path: `${path}.${field}`, found, expected })
  }
  if (!isCount(row.extensionSec) || (row.extensionCountMax > 0 && row.extensionSec === 0)) {
    problems.push({
      code: "BadLimit",
      path: `${path}.extensionSec`,
      found: String(row.extensionSec),
      expected: "a whole number of seconds, above 0 where extensions are allowed"
    })
  }
  if (!isCount(row.extensionCountMax)) {
    problems.push(badCount(`${path}.extensionCountMax`, row.extensionCountMax))
  }
  if (!clockIds.includes(row.clock)) {
    problems.push({
      code: "UnknownClock",
      path: `${path}.clock`,
      found: row.clock,
      expected: clockIds.join(", ")
    })
  }
  return problems
}

const badCount = (path: string, value: number): ProfileProblem => ({
  code: "BadCount",
  path,
  found: String(value),
  expected: "a whole number of 0 or more"
})

/** What is wrong with the policy numbers. */
export const policyProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> => {
  const { amberShare, appealSec, maxReturns } = profile.policy
  const problems: Array<ProfileProblem> = []
  if (!isCount(maxReturns)) problems.push(badCount("policy.maxReturns", maxReturns))
  if (!isCount(appealSec)) problems.push(badCount("policy.appealSec", appealSec))
  if (!(amberShare >= 0 && amberShare <= 1)) {
    problems.push({
      code: "BadShare",
      path: "policy.amberShare",
      found: String(amberShare),
      expected: "a share from 0 to 1"
    })
  }
  return problems
}

/** What is wrong with the clocks of single promises. */
export const clockProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> =>
  CaseClock.list.flatMap((timer) => {
    const clock = profile.clocks[timer]
    if (clock === undefined || clockIds.includes(clock)) return []
    const expected = clockIds.join(", ")
    return [{ code: "UnknownClock", path: `clocks.${timer}`, found: clock, expected }]
  })

/** What is wrong with the scores above which a level gives a case up. */
export const thresholdProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> =>
  HandlingLevel.list.flatMap((level) => {
    const row = profile.thresholds[level]
    if (row === undefined) return []
    return (["cost", "conflict", "difficulty"] as const)
      .filter((field) => !isScore(row[field]))
      .map((field) => ({
        code: "BadScore" as const,
        path: `thresholds.${level}.${field}`,
        found: String(row[field]),
        expected: "a whole number from 0 to 100"
      }))
  })
