/**
 * The life cycle of a profile as a finite graph of spots: all of a case that decides which moves it
 * may make, and nothing else. Times, windows and counts of extensions are left out: whoever acts does
 * so in time. What a profile never asks about is not kept, so that the graph stays small.
 */
import { Clock } from "@wangge/calendar"
import * as CaseAction from "../CaseAction.ts"
import * as CaseClock from "../CaseClock.ts"
import type * as CaseItem from "../CaseItem.ts"
import type { CaseProfile } from "../CaseProfile.ts"
import * as CaseRole from "../CaseRole.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import * as MatterKind from "../MatterKind.ts"
import * as SideProcess from "../SideProcess.ts"
import * as Urgency from "../Urgency.ts"
import { compileProfile } from "./compileProfile.ts"

/** What a spot knows beside its numbers, as bits of `marks`. */
export const mark = {
  owner: 1,
  desk: 2,
  scored: 4,
  contacted: 8,
  published: 16,
  followed: 32,
  confirmed: 64,
  verifyRuns: 128,
  callBackRuns: 256,
  appealed: 512,
  dismissed: 1024
} as const

/** A place in the graph: positions in the lists; `resume` is -1 for none. */
export interface Spot {
  readonly status: number
  readonly resume: number
  readonly level: number
  readonly matter: number
  readonly returns: number
  readonly processes: number
  readonly marks: number
}

/** Where an action can lead from a status at a level, and who may go there (empty: anyone). */
export interface Way {
  readonly action: number
  readonly to: number
  readonly by: ReadonlyArray<CaseRole.CaseRole>
}

/** A profile made ready for searching. */
export interface Model {
  readonly profile: CaseProfile
  readonly rules: CaseRules.CaseRules
  readonly ways: ReadonlyArray<ReadonlyArray<Way>>
  readonly levels: ReadonlyArray<number>
  readonly matters: ReadonlyArray<number>
  readonly processKinds: ReadonlyArray<number>
  readonly processMask: number
  readonly markMask: number
  readonly returnsMax: number
  /** Per gate of the profile, rules that have no other gate. */
  readonly gateRules: ReadonlyArray<CaseRules.CaseRules>
  /** Per urgency, the clocks of `CaseClock` that have a limit, as bits. */
  readonly limitedClocks: ReadonlyArray<number>
}

/** More returns than this are not told apart: the last but one stands for all before the limit. */
const returnsKept = 3

const levelCount = HandlingLevel.list.length

/** Any clock would do: the graph knows no times. */
const clocks = {
  calendar: Clock.calendar,
  working: Clock.calendar,
  workingDays: Clock.calendar
}

export const make = (profile: CaseProfile, roles: ReadonlyArray<CaseRole.CaseRole>): Model => {
  const rules = compileProfile(profile, clocks)
  const actions = new Set(profile.moves.map((move) => move.action))
  const needed = new Set(Object.values(profile.needs).flat())
  const asksMatter =
    needed.has("MatterKind") ||
    Object.keys(profile.matterLevels).length > 0 ||
    profile.gates.some((gate) => gate.matterKinds.length > 0)
  const returnsCount = actions.has("Return") || actions.has("Arbitrate")
  return {
    profile,
    rules,
    ways: waysOf(rules, roles),
    levels: profile.levels.map(HandlingLevel.codeOf),
    matters: asksMatter ? MatterKind.list.map((_, kind) => kind) : [0],
    ...processesOf(profile, actions.has("OpenSideProcess")),
    markMask: marksOf(profile, needed),
    returnsMax: returnsCount ? Math.min(profile.policy.maxReturns, returnsKept) : 0,
    gateRules: profile.gates.map((gate) => compileProfile(withGate(profile, gate), clocks)),
    limitedClocks: Urgency.list.map((_, urgency) =>
      CaseClock.list.reduce((bits, _clock, timer) => {
        const limit = rules.limitSec[timer * Urgency.list.length + urgency]
        return limit === Number.POSITIVE_INFINITY ? bits : bits | (1 << timer)
      }, 0)
    )
  }
}

/** The profile with one gate only. */
const withGate = (profile: CaseProfile, gate: CaseProfile["gates"][number]): CaseProfile => ({
  ...profile,
  gates: [gate]
})

/** Per level and status, every different target of every action, with the roles that reach it. */
const waysOf = (
  rules: CaseRules.CaseRules,
  roles: ReadonlyArray<CaseRole.CaseRole>
): ReadonlyArray<ReadonlyArray<Way>> =>
  Array.from({ length: levelCount * CaseStatus.count }, (_, at) => {
    const level = Math.floor(at / CaseStatus.count)
    const status = at % CaseStatus.count
    return CaseAction.list.flatMap((_action, action) => {
      const target = (who: number): number =>
        rules.next[CaseRules.actionBase(who, level, status) + action]!
      const anyone = target(CaseRules.unstated)
      const targets = new Map<number, Array<CaseRole.CaseRole>>()
      for (const role of roles) {
        const to = target(CaseRole.codeOf(role) + 1)
        if (to !== -1 && to !== anyone) targets.set(to, [...(targets.get(to) ?? []), role])
      }
      return [
        ...(anyone === -1 ? [] : [{ action, to: anyone, by: [] }]),
        ...Array.from(targets, ([to, by]) => ({ action, to, by }))
      ]
    })
  })

/** The ways out of a spot, moves that keep its status included. */
export const waysFrom = (model: Model, spot: Spot): ReadonlyArray<Way> =>
  model.ways[spot.level * CaseStatus.count + spot.status]!

/** Kinds of side processes with gates, and one that stands for all kinds without. */
const processesOf = (
  profile: CaseProfile,
  canOpen: boolean
): Pick<Model, "processKinds" | "processMask"> => {
  const gated = SideProcess.list.filter((kind) =>
    profile.gates.some((gate) => gate.process === kind)
  )
  const other = SideProcess.list.filter((kind) => !gated.includes(kind)).slice(0, 1)
  const kinds = canOpen ? [...gated, ...other] : []
  const mask = kinds.reduce((bits, kind) => {
    const code = SideProcess.codeOf(kind)
    const open = CaseRules.processBits(code, 0)
    const decided = CaseRules.processBits(code, 2)
    // Of a kind without gates only those that are open are asked about, by the write-off.
    return bits | (gated.includes(kind) ? open | decided : open & ~CaseRules.processBits(code, 1))
  }, 0)
  return { processKinds: kinds.map(SideProcess.codeOf), processMask: mask }
}

/** The marks that some need or some clock of the profile asks about. */
const marksOf = (profile: CaseProfile, needed: ReadonlySet<CaseItem.CaseItem>): number => {
  const rows = Object.values(profile.limits)
  const endless = Number.POSITIVE_INFINITY
  const contactCounts =
    needed.has("Contact") ||
    rows.some((row) => row.contactSec !== endless && row.resolveSec === endless)
  const asksOutcome = needed.has("FollowUpOutcome")
  return (
    mark.owner |
    mark.desk |
    mark.appealed |
    mark.dismissed |
    (needed.has("Scores") ? mark.scored : 0) |
    (needed.has("Publication") ? mark.published : 0) |
    (contactCounts ? mark.contacted : 0) |
    (asksOutcome ? mark.followed : 0) |
    (asksOutcome || needed.has("Checker") ? mark.confirmed : 0) |
    (rows.some((row) => row.verifySec !== endless) ? mark.verifyRuns : 0) |
    (rows.some((row) => row.callBackSec !== endless) ? mark.callBackRuns : 0)
  )
}

/** The spot as one number; two spots with the same number are the same. */
export const keyOf = (spot: Spot): number => {
  const { processes } = spot
  const low = spot.status + 16 * (spot.resume + 1 + 16 * (spot.level + 4 * spot.matter))
  const high = (processes & 31) | ((processes >> 3) & 992) | ((processes >> 6) & 31744)
  return low + 4096 * (spot.returns + 4 * (spot.marks + 2048 * high))
}

/** Whether the case of a spot is closed. */
export const isEnd = (spot: Spot): boolean => CaseStatus.isEnd(spot.status)

const clock = {
  signIn: 1 << CaseClock.codeOf("SignIn"),
  contact: 1 << CaseClock.codeOf("Contact"),
  handle: 1 << CaseClock.codeOf("Handle"),
  verify: 1 << CaseClock.codeOf("Verify"),
  callBack: 1 << CaseClock.codeOf("CallBack")
} as const
const assigned = CaseStatus.codeOf("Assigned")

/** The clocks that run at a spot that was just entered, limited or not, as bits. */
export const runningClocks = (spot: Spot): number => {
  const isUnclaimed = CaseStatus.canRunLate(spot.status)
  return (
    (isUnclaimed ? clock.handle : 0) |
    (isUnclaimed && (spot.marks & mark.contacted) === 0 ? clock.contact : 0) |
    (spot.status === assigned ? clock.signIn : 0) |
    ((spot.marks & mark.verifyRuns) === 0 ? 0 : clock.verify) |
    ((spot.marks & mark.callBackRuns) === 0 ? 0 : clock.callBack)
  )
}

/** The clocks that can run in a status, limited or not. */
export const clocksOfStatus = (
  status: CaseStatus.CaseStatus
): ReadonlyArray<CaseClock.CaseClock> => {
  const number = CaseStatus.codeOf(status)
  const isClaimed = !CaseStatus.isEnd(number) && !CaseStatus.canRunLate(number)
  // The acceptance counts as the first contact.
  const isAccepted = status === "Accepted" || status === "InProgress"
  const running = runningClocks({
    status: number,
    resume: -1,
    level: 0,
    matter: 0,
    returns: 0,
    processes: 0,
    marks: (isClaimed ? mark.verifyRuns | mark.callBackRuns : 0) | (isAccepted ? mark.contacted : 0)
  })
  return CaseClock.list.filter((_, clock) => (running & (1 << clock)) !== 0)
}
