/**
 * Random steps for the agreement of records and columns: what a step means depends on the state it
 * meets, so that most steps are legal and many lie on a border.
 */
import {
  type Case,
  CaseAction,
  CaseItem,
  CaseRole,
  CaseRules,
  CaseStatus,
  HandlingLevel
} from "@wangge/cases"
import { Seconds } from "@wangge/facts"
import fc from "fast-check"

/** The first second of every run: 2025-01-06 in the morning, in Shanghai. */
export const beginSec = Seconds.dayNumber(2025, 1, 6) * Seconds.daySec + 3600

/** One random step, as plain numbers; what they mean depends on the state they meet. */
export interface Step {
  readonly pick: number
  readonly wild: number
  readonly choice: number
  readonly leap: number
  readonly span: number
  readonly given: number
  readonly a: number
  readonly b: number
  readonly unit: number
  readonly role: number
}

export const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(2),
  wild: fc.nat(9),
  choice: fc.nat(1000),
  leap: fc.nat(13),
  span: fc.nat(400_000),
  given: fc.oneof(
    { weight: 9, arbitrary: fc.constant(CaseItem.everything) },
    { weight: 1, arbitrary: fc.nat(CaseItem.everything) }
  ),
  a: fc.nat(4),
  b: fc.nat(5),
  unit: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.constant(-1) }
  ),
  role: fc.nat(29)
})

/** A command as numbers: what the columns are called with, and the record's command is made from. */
export interface Call {
  readonly action: CaseAction.CaseAction
  readonly atSec: number
  readonly given: number
  readonly a: number
  readonly b: number
  readonly unit: number
  /** Position of the role plus 1, 0 for none; position of the actor's level, -1 for none. */
  readonly who: number
  readonly actorLevel: number
}

export const pickAt = <Item>(list: ReadonlyArray<Item>, position: number): Item =>
  list[position % list.length]!

/** The time of a step: leaning to borders (the due second and both sides, ends of windows). */
const timeOf = (rules: CaseRules.CaseRules, state: Case.State, at: Step): number => {
  if (state.status === "None") return beginSec + at.span * (at.leap > 11 ? 100 : 1)
  const later = [
    state.lastSec,
    state.lastSec,
    state.lastSec + (at.span % 5000),
    state.lastSec + at.span,
    state.dueSec - 1,
    state.dueSec,
    state.dueSec + 1,
    state.contactDueSec + 1,
    state.suspendedUntilSec - 1,
    state.suspendedUntilSec + 1,
    state.closedSec + rules.appealSec,
    state.closedSec + rules.appealSec + 1
  ]
  const sec = later[at.leap] ?? state.lastSec
  if (at.wild === 9) return at.leap % 2 === 0 ? state.lastSec - 1 : state.lastSec + 0.5
  return Number.isFinite(sec) ? Math.max(sec, state.lastSec) : state.lastSec
}

/** Actions that end a case, taken less often so that lives are longer. */
const ends = ["Merge", "Withdraw", "Reject", "Split"]
/** Actions that lead on, taken more often than what can be done at any time. */
const onward = [
  "Assign",
  "Accept",
  "Start",
  "Resolve",
  "BeginFollowUp",
  "WriteOff",
  "Triage",
  "Return",
  "Arbitrate",
  "Appeal",
  "DecideAppeal"
]

/** Ends, and what can only be refused as the case stands. */
const isRare = (state: Case.State, action: CaseAction.CaseAction): boolean => {
  if (ends.includes(action) || state.status === "None") return ends.includes(action)
  if (action === "ReleaseDuplicate") return state.duplicates.length === 0
  if (action === "CloseSideProcess") {
    return state.sideProcesses.every((link) => link.state !== "Open")
  }
  return action === "DecideAppeal" && state.appealState !== "Pending"
}

export const callOf = (rules: CaseRules.CaseRules, state: Case.State, at: Step): Call => {
  const legal =
    state.status === "None"
      ? (["Report"] as const)
      : CaseRules.allowedActions(
          rules,
          CaseStatus.codeOf(state.status),
          HandlingLevel.codeOf(state.level)
        )
  const isWild = at.wild === 0 || legal.length === 0
  const moves = CaseAction.list.filter((action) => action !== "Report" || state.status === "None")
  const kept = legal.flatMap((action) => {
    if (isRare(state, action) && at.choice % 7 !== 0) return []
    return onward.includes(action) ? [action, action, action, action] : [action]
  })
  const action = isWild
    ? pickAt(moves, at.choice)
    : pickAt(kept.length === 0 ? legal : kept, at.choice)
  return {
    action,
    atSec: timeOf(rules, state, at),
    given: at.given,
    a: at.a,
    b: at.b,
    unit: at.unit,
    ...actorOf(rules, state, action, at)
  }
}

/** Mostly somebody who may, sometimes anybody. */
const actorOf = (
  rules: CaseRules.CaseRules,
  state: Case.State,
  action: CaseAction.CaseAction,
  at: Step
): { readonly who: number; readonly actorLevel: number } => {
  if (state.status === "None" || at.role > 26) {
    return { who: at.choice % 11, actorLevel: (at.choice % 5) - 1 }
  }
  const code = CaseAction.codeOf(action)
  const level = HandlingLevel.codeOf(state.level)
  const roles = CaseRules.rolesOf(rules, CaseStatus.codeOf(state.status), code, level)
  const role = roles[at.role % Math.max(1, roles.length)]
  const asked = rules.actorLevels[code]!
  return {
    who: role === undefined ? 0 : CaseRole.codeOf(role) + 1,
    actorLevel: asked === 0 ? -1 : CaseRules.actorLevelOf(rules, asked, level)
  }
}
