/**
 * Rules that record what a log says although the profile would refuse it: every move that some status
 * of the profile allows is allowed from all of them, to anybody at any level, and nothing that a move
 * needs is asked for. What contradicts itself (a suspension that ends before it begins) stays refused.
 */
import { CaseAction, CaseProfile, type CaseRules, CaseStatus } from "@wangge/cases"

/** The rules of a profile with everything allowed that can be recorded at all. */
export const asFoundRules = (rules: CaseRules.CaseRules): CaseRules.CaseRules => ({
  ...rules,
  next: widened(rules.next, rules.profile),
  needs: new Uint16Array(rules.needs.length),
  sourceNeeds: new Uint16Array(rules.sourceNeeds.length),
  actorLevels: new Uint8Array(rules.actorLevels.length),
  matterLevels: new Uint8Array(rules.matterLevels.length).fill(0xff),
  gates: rules.gates.map(() => []),
  extensionCountMax: new Float64Array(rules.extensionCountMax.length).fill(Number.MAX_SAFE_INTEGER),
  maxReturns: Number.MAX_SAFE_INTEGER,
  appealSec: Number.MAX_SAFE_INTEGER
})

const notAllowed = -1

/** Moves that are refused get the place where the action leads elsewhere; ended cases stay ended. */
const widened = (strict: Int8Array, profile: CaseProfile.CaseProfile): Int8Array => {
  const targets = CaseAction.list.map((action) => targetOf(action, profile))
  const next = Int8Array.from(strict)
  for (let index = 0; index < next.length; index++) {
    if (next[index] !== notAllowed) continue
    const status = Math.floor(index / CaseAction.count) % CaseStatus.count
    const target = targets[index % CaseAction.count] ?? "None"
    if (target === "None") continue
    const stays = target === "Same" || CaseStatus.isEnd(status)
    next[index] = stays ? status : CaseStatus.codeOf(target)
  }
  return next
}

/**
 * Where an action leads: in the profile, else in the base life cycle. `None` for what needs a past
 * of its own: nothing can be resumed that was not suspended.
 */
const targetOf = (
  action: CaseAction.CaseAction,
  profile: CaseProfile.CaseProfile
): CaseStatus.CaseStatus | "Same" | "None" => {
  const moves = [...profile.moves, ...CaseProfile.base.moves]
  const to = moves.find((move) => move.action === action)?.to ?? "None"
  return to === "Remembered" ? "None" : to
}
