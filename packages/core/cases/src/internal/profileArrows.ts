/**
 * The arrows of a profile's drawing: every move from every status, with the statuses that a
 * remembered one can be, and what else the condition of an action leads to.
 */
import type { CaseAction } from "../CaseAction.ts"
import { type CaseProfile, conditionalActions, type Move } from "../CaseProfile.ts"
import * as CaseStatus from "../CaseStatus.ts"

/** One arrow; `isConditional` where the action may also leave the case as it is. */
export interface Arrow {
  readonly action: CaseAction
  readonly from: CaseStatus.CaseStatus
  readonly to: CaseStatus.CaseStatus
  readonly isConditional: boolean
  readonly move: Move
}

/** The statuses that a profile names, in the order of their list. */
export const statusesOf = (profile: CaseProfile): ReadonlyArray<CaseStatus.CaseStatus> => {
  const used = new Set<string>([
    "Reported",
    ...profile.moves.flatMap((move) => [...move.from, move.to])
  ])
  return CaseStatus.list.filter((status) => used.has(status))
}

/** Which actions a case rests by, and which goes back from there. */
const restedBy = { Resume: "Suspend", Unmerge: "Merge" } as const

/** The statuses that a move back can lead to: those from which the case came to rest. */
const rememberedBy = (profile: CaseProfile, move: Move): ReadonlyArray<CaseStatus.CaseStatus> => {
  const resting = move.action === "Unmerge" ? restedBy.Unmerge : restedBy.Resume
  const froms = profile.moves.filter((one) => one.action === resting).flatMap((one) => one.from)
  return CaseStatus.list.filter((status) => froms.includes(status) && status !== "Suspended")
}

const targetsOf = (
  profile: CaseProfile,
  move: Move,
  from: CaseStatus.CaseStatus
): ReadonlyArray<CaseStatus.CaseStatus> => {
  if (move.to === "Remembered") return rememberedBy(profile, move)
  return [move.to === "Same" ? from : move.to]
}

/** Every arrow, in the order of the moves. */
export const arrowsOf = (profile: CaseProfile): ReadonlyArray<Arrow> =>
  profile.moves.flatMap((move) =>
    move.from.flatMap((from) =>
      targetsOf(profile, move, from).map((to) => ({
        action: move.action,
        from,
        to,
        isConditional: isConditional(move.action) && to !== from,
        move
      }))
    )
  )

/** Whether an action may also leave the case as it is. */
const isConditional = (action: CaseAction): boolean =>
  conditionalActions.some((one) => one === action)
