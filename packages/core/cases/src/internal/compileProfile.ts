/**
 * The tables of a profile that has no problem. The rules that read them are in `CaseRules`.
 */
import type { Clock } from "@wangge/calendar"
import * as CaseAction from "../CaseAction.ts"
import * as CaseClock from "../CaseClock.ts"
import * as CaseItem from "../CaseItem.ts"
import type { CaseProfile, ClockId, LimitRow, Move } from "../CaseProfile.ts"
import * as CaseRole from "../CaseRole.ts"
import type { CaseRules, Clocks, CompiledGate } from "../CaseRules.ts"
import * as CaseSource from "../CaseSource.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import * as MatterKind from "../MatterKind.ts"
import { actorLevelRules, gateRules } from "../ProfileTerms.ts"
import * as SideProcess from "../SideProcess.ts"
import * as Urgency from "../Urgency.ts"

const notAllowed = -1
const remembered = -2
const levelCount = HandlingLevel.list.length
/** Nobody in particular, every role, anybody at all. */
const whoCount = CaseRole.list.length + 2

/** The field of a limit row that limits each clock. */
const limitFields = {
  SignIn: "signInSec",
  Contact: "contactSec",
  Handle: "resolveSec",
  Verify: "verifySec",
  CallBack: "callBackSec"
} as const satisfies Readonly<Record<CaseClock.CaseClock, keyof LimitRow>>

/** Every table of a profile. */
export const compileProfile = (profile: CaseProfile, clocks: Clocks): CaseRules => {
  const levels = profile.levels.map(HandlingLevel.codeOf)
  const rows = Urgency.list.map((urgency) => profile.limits[urgency])
  const clockOf = (row: LimitRow, timer: CaseClock.CaseClock): Clock.Clock =>
    clockNamed(clocks, profile.clocks[timer] ?? row.clock)
  const levelAbove = new Int8Array(levelCount).fill(-2)
  levels.forEach((level, index) => {
    levelAbove[level] = levels[index + 1] ?? notAllowed
  })
  const timerClocks = CaseClock.list.map((timer) => rows.map((row) => clockOf(row, timer)))
  return {
    profile,
    next: compileMoves(profile),
    needs: Uint16Array.from(CaseAction.list, (action) =>
      CaseItem.toBits(profile.needs[action] ?? [])
    ),
    sourceNeeds: Uint16Array.from(CaseSource.list, (source) =>
      CaseItem.toBits(profile.sourceNeeds[source] ?? [])
    ),
    actorLevels: Uint8Array.from(CaseAction.list, (action) => {
      const rule = profile.actorLevels[action]
      return rule === undefined ? 0 : actorLevelRules.indexOf(rule) + 1
    }),
    limitSec: Float64Array.from(
      CaseClock.list.flatMap((timer) => rows.map((row) => row[limitFields[timer]]))
    ),
    timerClocks,
    extensionSec: Float64Array.from(rows, (row) => row.extensionSec),
    extensionCountMax: Float64Array.from(rows, (row) => row.extensionCountMax),
    clocks: timerClocks[CaseClock.codeOf("Handle")]!,
    levelAbove,
    lowestLevel: levels[0] ?? 0,
    thresholds: compileThresholds(profile),
    matterLevels: compileMatterLevels(profile),
    gates: CaseAction.list.map((action) => compileGates(profile, action)),
    maxReturns: profile.policy.maxReturns,
    appealSec: profile.policy.appealSec,
    amberShare: profile.policy.amberShare,
    reopensWhenDissatisfied: profile.policy.reopensWhenDissatisfied
  }
}

const clockNamed = (clocks: Clocks, id: ClockId): Clock.Clock => {
  const clock = clocks[id]
  if (clock === undefined) throw new RangeError(`The profile counts on ${id}; give such a clock`)
  return clock
}

/** Whoever may make a move, as planes of the table: all of them where the move names no role. */
const planesOf = (move: Move): ReadonlyArray<number> =>
  move.by.length === 0
    ? Array.from({ length: whoCount }, (_, who) => who)
    : [...move.by.map((role) => CaseRole.codeOf(role) + 1), whoCount - 1]

const compileMoves = (profile: CaseProfile): Int8Array => {
  const plane = CaseStatus.count * CaseAction.count
  const next = new Int8Array(whoCount * levelCount * plane).fill(notAllowed)
  for (const move of profile.moves) {
    const action = CaseAction.codeOf(move.action)
    const levels = move.atLevels.length === 0 ? HandlingLevel.list : move.atLevels
    for (const who of planesOf(move)) {
      for (const level of levels) {
        for (const status of move.from) {
          const from = CaseStatus.codeOf(status)
          const at = (who * levelCount + HandlingLevel.codeOf(level)) * plane
          next[at + from * CaseAction.count + action] = targetOf(move, from)
        }
      }
    }
  }
  return next
}

const targetOf = (move: Move, from: number): number => {
  if (move.to === "Remembered") return remembered
  return move.to === "Same" ? from : CaseStatus.codeOf(move.to)
}

const compileThresholds = (profile: CaseProfile): Float64Array =>
  Float64Array.from(
    HandlingLevel.list.flatMap((level) => {
      const row = profile.thresholds[level]
      return row === undefined
        ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
        : [row.cost, row.conflict, row.difficulty]
    })
  )

const compileMatterLevels = (profile: CaseProfile): Uint8Array =>
  Uint8Array.from(MatterKind.list, (kind) => {
    const levels = profile.matterLevels[kind] ?? HandlingLevel.list
    return levels.reduce((bits, level) => bits | (1 << HandlingLevel.codeOf(level)), 0)
  })

const compileGates = (
  profile: CaseProfile,
  action: CaseAction.CaseAction
): ReadonlyArray<CompiledGate> =>
  profile.gates
    .filter((gate) => gate.action === action)
    .map((gate) => {
      const kinds = gate.matterKinds.length === 0 ? MatterKind.list : gate.matterKinds
      return {
        matterKinds: kinds.reduce((bits, kind) => bits | (1 << MatterKind.codeOf(kind)), 0),
        process: SideProcess.codeOf(gate.process),
        rule: gateRules.indexOf(gate.rule)
      }
    })
