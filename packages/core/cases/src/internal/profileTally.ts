/**
 * What the static checker notes while the graph of a profile is walked: which moves were made, which
 * needs were ever met, which gates ever opened, and where somebody who answers could go on.
 */
import * as CaseAction from "../CaseAction.ts"
import type { Move } from "../CaseProfile.ts"
import type * as CaseRole from "../CaseRole.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import type { Attempt } from "./profileAttempts.ts"
import type { Model } from "./profileModel.ts"
import { succeeds, type Visitor } from "./profileSearch.ts"

/** A gate seen from one kind of matter: where it was first asked, `nowhere` if never, and whether it opened. */
export interface GateTally {
  readonly gate: number
  readonly matter: number
  at: number
  hasOpened: boolean
}

/** All notes. */
export interface Tally {
  /** Per action, where it was first tried, -2 nowhere, and the items that were ever given. */
  readonly triedAt: Int32Array
  readonly everGiven: Int32Array
  /** Per move of the profile and status, whether it was ever made. */
  readonly made: ReadonlyArray<Uint8Array>
  readonly gates: ReadonlyArray<GateTally>
  /** The spots from which somebody who answers can move on. */
  readonly movable: Set<number>
}

/** Tried nowhere. */
export const nowhere = -2

/** The roles that do not answer for a case: who asks for help, and the machine. */
const notAnswering: ReadonlyArray<CaseRole.CaseRole> = ["Reporter", "System"]

export const make = (model: Model): Tally => ({
  triedAt: new Int32Array(CaseAction.count).fill(nowhere),
  everGiven: new Int32Array(CaseAction.count),
  made: model.profile.moves.map(() => new Uint8Array(CaseStatus.count)),
  gates: model.profile.gates.flatMap(({ action }, gate) => {
    const [only] = model.gateRules[gate]!.gates[CaseAction.codeOf(action)]!
    return model.matters
      .filter((matter) => (only!.matterKinds & (1 << matter)) !== 0)
      .map((matter) => ({ gate, matter, at: nowhere, hasOpened: false }))
  }),
  movable: new Set()
})

/** Notes everything that is tried. */
export const visitor = (model: Model, tally: Tally): Visitor => {
  const byAction = CaseAction.list.map((action) =>
    model.profile.moves.flatMap((move, index) => (move.action === action ? [{ move, index }] : []))
  )
  return (at, attempt) => {
    const { action } = attempt.way
    if (tally.triedAt[action] === nowhere) tally.triedAt[action] = at
    tally.everGiven[action]! |= ~attempt.missing
    noteGates(model, tally, at, attempt)
    if (at < 0 || !succeeds(attempt)) return
    const from = attempt.from
    for (const { index, move } of byAction[action]!) {
      const made = tally.made[index]!
      if (made[from.status] === 0 && isBy(move, attempt)) made[from.status] = 1
    }
    if (attempt.to.status !== from.status && isAnswering(attempt)) tally.movable.add(at)
  }
}

const isAnswering = (attempt: Attempt): boolean => {
  const { by } = attempt.way
  return by.length === 0 || by.some((role) => !notAnswering.includes(role))
}

/** Whether an attempt is one of a move of the profile. */
const isBy = (move: Move, attempt: Attempt): boolean => {
  const { from, way } = attempt
  const level = HandlingLevel.list[from.level]!
  if (move.atLevels.length > 0 && !move.atLevels.includes(level)) return false
  if (!move.from.includes(CaseStatus.list[from.status]!)) return false
  if (targetOf(move, from.status) !== way.to) return false
  return move.by.length === 0 ? way.by.length === 0 : way.by.some((role) => move.by.includes(role))
}

const targetOf = (move: Move, from: number): number => {
  if (move.to === "Same") return from
  return move.to === "Remembered" ? -2 : CaseStatus.codeOf(move.to)
}

const openSideProcess = CaseAction.codeOf("OpenSideProcess")

const noteGates = (model: Model, tally: Tally, at: number, attempt: Attempt): void => {
  if (attempt.missing !== 0) return
  const { action } = attempt.way
  for (const one of tally.gates) {
    const rules = model.gateRules[one.gate]!
    const mine = rules.gates[action]!
    if (one.hasOpened || mine.length === 0 || one.matter !== attempt.matter) continue
    if (action === openSideProcess && mine[0]!.process !== attempt.opens) continue
    if (one.at === nowhere) one.at = at
    const { processes } = attempt.from
    one.hasOpened = CaseRules.shutGate(rules, action, attempt.matter, processes, attempt.opens) < 0
  }
}
