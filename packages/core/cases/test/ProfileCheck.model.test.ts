import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type CaseProfile, CaseRole, ProfileCheck } from "../src/index.ts"
import { small } from "./aProfile.ts"
import { explore, type Sight, sightsOf } from "./profileExplorer.ts"

/** One thing that is taken from a profile, or from the town that works by it. */
type Loss =
  | { readonly kind: "move"; readonly index: number }
  | { readonly kind: "role"; readonly role: CaseRole.CaseRole }
  | { readonly kind: "clock"; readonly field: ClockField }
  | { readonly kind: "gate" }

const clockFields = ["signInSec", "contactSec", "resolveSec", "verifySec", "callBackSec"] as const
type ClockField = (typeof clockFields)[number]

const losses: ReadonlyArray<Loss> = [
  ...small.moves.map((_, index) => ({ kind: "move", index }) as const),
  ...CaseRole.list.map((role) => ({ kind: "role", role }) as const),
  ...clockFields.map((field) => ({ kind: "clock", field }) as const),
  { kind: "gate" }
]

const without = (lost: ReadonlyArray<Loss>) => {
  const isLost = (loss: Loss): boolean =>
    lost.some((one) => JSON.stringify(one) === JSON.stringify(loss))
  const Urgent = { ...small.limits.Urgent }
  for (const field of clockFields) {
    if (isLost({ kind: "clock", field })) Urgent[field] = Number.POSITIVE_INFINITY
  }
  const profile: CaseProfile.CaseProfile = {
    ...small,
    moves: small.moves.filter((_, index) => !isLost({ kind: "move", index })),
    limits: { ...small.limits, Urgent },
    gates: isLost({ kind: "gate" }) ? [] : small.gates
  }
  return { profile, roles: CaseRole.list.filter((role) => !isLost({ kind: "role", role })) }
}

const comparable = (sights: ReadonlyArray<Sight>): ReadonlyArray<string> =>
  sights.map((sight) => sight.join(" ")).sort()

const agree = (lost: ReadonlyArray<Loss>): number => {
  const { profile, roles } = without(lost)
  const findings = ProfileCheck.check(profile, { roles })
  expect(comparable(findings.flatMap(sightsOf))).toEqual(comparable(explore(profile, roles)))
  return findings.length
}

describe("the checker and the explorer", () => {
  test("find nothing in the whole profile", () => {
    expect(agree([])).toBe(0)
  })

  test("find the same when any one move, role, clock or gate is missing", () => {
    const counts = losses.map((loss) => agree([loss]))
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(20)
  })

  test("find the same when an item is given and a side process then stands in the way", () => {
    const lost = (["SettleOnSpot", "Suspend", "CloseSideProcess"] as const).map((action) => ({
      kind: "move" as const,
      index: small.moves.findIndex((move) => move.action === action)
    }))
    expect(agree(lost)).toBeGreaterThan(0)
  })

  test("find the same when several are missing", () => {
    fc.assert(
      fc.property(fc.subarray([...losses], { minLength: 2, maxLength: 4 }), (lost) => {
        agree(lost)
      }),
      { numRuns: 100 }
    )
  })
})
