/**
 * What can be wrong with the moves and needs of a profile, see `ProfileProblem`.
 */
import type { CaseAction } from "../CaseAction.ts"
import type { CaseItem } from "../CaseItem.ts"
import type { CaseProfile, Move } from "../CaseProfile.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as MatterKind from "../MatterKind.ts"
import type { ProfileProblem } from "../ProfileProblem.ts"

/** The statuses that say that a certain action was done, and the actions that say so. */
const sayers: Readonly<Partial<Record<CaseStatus.CaseStatus, ReadonlyArray<CaseAction>>>> = {
  Rejected: ["Reject"],
  Merged: ["Merge", "Split"],
  Withdrawn: ["Withdraw"],
  Suspended: ["Suspend"],
  Resolved: ["Resolve", "SettleOnSpot"],
  WrittenOff: ["WriteOff"]
}

/** Actions that have to lead to a status of their own; a split may also leave the case as it is. */
const own: ReadonlyArray<CaseAction> = Object.values(sayers).flat()

/** What may be done about a case that has ended, without opening it. */
const aroundEnds: ReadonlyArray<CaseAction> = [
  "TakeDuplicate",
  "ReleaseDuplicate",
  "Publish",
  "CloseSideProcess",
  "Appeal"
]

/** Where a case remembers the status that it had, and the action that goes back to it. */
const wayBack: Readonly<Partial<Record<CaseStatus.CaseStatus, CaseAction>>> = {
  Suspended: "Resume",
  Merged: "Unmerge"
}

/** Actions that would do nothing if they left the case in its status. */
const notSame: ReadonlyArray<CaseAction> = ["Assess", "Check", "DecideAppeal", "Arbitrate"]

const isEnd = (status: CaseStatus.CaseStatus): boolean =>
  CaseStatus.isEnd(CaseStatus.codeOf(status))

/** Whether the status after the move says what the action did. */
const isTrueMove = (move: Move, from: CaseStatus.CaseStatus): boolean => {
  const { action, to } = move
  if (action === "Resume" || action === "Unmerge" || to === "Remembered") {
    return to === "Remembered" && wayBack[from] === action
  }
  if (to === "Same") {
    if (isEnd(from) && !aroundEnds.includes(action)) return false
    return action === "Split" || !(own.includes(action) || notSame.includes(action))
  }
  if (isEnd(from) && action !== "Reopen" && action !== "DecideAppeal") return false
  if (from === "Suspended" && !isEnd(to)) return false
  const said = sayers[to]
  return own.includes(action) ? said?.includes(action) === true : said === undefined
}

/** Whether two moves of one action can meet the same actor and the same case. */
const overlaps = (one: Move, other: Move): boolean =>
  meets(one.by, other.by) && meets(one.atLevels, other.atLevels)

/** Whether two lists share a word; an empty one is all words. */
const meets = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.length === 0 || other.length === 0 || one.some((word) => other.includes(word))

/** What is wrong with the moves, each in its place. */
export const moveProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> => {
  const problems: Array<ProfileProblem> = []
  const seen = new Map<string, Array<Move>>()
  profile.moves.forEach((move, index) => {
    for (const from of move.from) {
      const key = `${move.action} from ${from}`
      const others = seen.get(key) ?? []
      const before = others.find((other) => overlaps(other, move))
      if (before !== undefined) {
        problems.push({
          code: "AmbiguousMove",
          path: `moves[${index}]`,
          found: `${key} to ${move.to}`,
          expected: `one move for ${key}; there is one to ${before.to}`
        })
      }
      seen.set(key, [...others, move])
      if (!isTrueMove(move, from)) problems.push(untrue(index, `${key} to ${move.to}`))
    }
  })
  return problems
}

const untrue = (index: number, found: string): ProfileProblem => ({
  code: "MoveUntrue",
  path: `moves[${index}]`,
  found,
  expected:
    "ends, Resolved and Suspended reached by their own action only, ends left by Reopen, Unmerge " +
    "and DecideAppeal only, Remembered reached by Resume from Suspended and by Unmerge from Merged " +
    "only"
})

/** The items that every profile has to ask for and this one does not. */
export const needProblems = (
  profile: CaseProfile,
  alwaysNeeded: ReadonlyArray<readonly [CaseAction, CaseItem]>
): ReadonlyArray<ProfileProblem> =>
  alwaysNeeded
    .filter(([action]) => action === "Report" || profile.moves.some((one) => one.action === action))
    .filter(([action, item]) => !(profile.needs[action] ?? []).includes(item))
    .map(([action, item]) => ({
      code: "NeedDropped",
      path: `needs.${action}`,
      found: (profile.needs[action] ?? []).join(", "),
      expected: `${item} among what ${action} needs`
    }))

/** The kinds of matter that no level in use may handle. */
export const matterProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> =>
  MatterKind.list.flatMap((kind) => {
    const levels = profile.matterLevels[kind]
    if (levels === undefined || levels.some((level) => profile.levels.includes(level))) return []
    return [
      {
        code: "MatterNowhere",
        path: `matterLevels.${kind}`,
        found: levels.join(", "),
        expected: profile.levels.join(", ")
      }
    ]
  })
