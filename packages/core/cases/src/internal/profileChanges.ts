/**
 * What each action does to a spot of the graph, once per choice that its command has: the level and
 * the kind of matter of a triage, the answer of a check, the kind of a side process. The same steps
 * as those of a case, without times; a test plays the ways of the graph with real commands.
 */
import * as CaseAction from "../CaseAction.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as FollowUpOutcome from "../FollowUpOutcome.ts"
import * as Satisfaction from "../Satisfaction.ts"
import { type Model, mark, type Spot, type Way } from "./profileModel.ts"

/** A spot after an action, and what the action said. */
export interface Change extends Spot {
  /** The marks that the responsible unit of the command sets: 0 none asked, -1 left empty. */
  readonly unit: number
  /** The kind of side process that is opened, -1 for none: what gates on opening look at. */
  readonly opens: number
  /** The kind of side process that is opened or closed, -1 for none. */
  readonly process: number
  /** Whether the condition of the action held. */
  readonly holds: boolean
}

/** Every choice that a way out of a spot has; empty where the rules refuse all of them. */
export const changes = (model: Model, spot: Spot, way: Way): ReadonlyArray<Change> => {
  const action = CaseAction.list[way.action]!
  const change = changers[action]
  const to = way.to < 0 ? spot.resume : way.to
  return change === undefined ? [moved(spot, { status: to })] : change(model, spot, to)
}

type Changer = (model: Model, spot: Spot, to: number) => ReadonlyArray<Change>

/** The spot with what differs. */
const moved = (spot: Spot, differs: Partial<Change>): Change => ({
  ...spot,
  unit: 0,
  opens: -1,
  process: -1,
  holds: false,
  ...differs
})

/** The spot as it is, for what is refused. */
export const unchanged = (spot: Spot): Change => moved(spot, {})

const owned = mark.owner | mark.desk
const suspended = CaseStatus.codeOf("Suspended")

/** A desk answers again: the one of before, or the one that the command names. */
const atOldDesk = (marks: number): number =>
  (marks & mark.desk) === 0 ? marks & ~mark.owner : marks | mark.owner

/** What is said of a claim does not hold any more. */
const claimless = (marks: number): number =>
  marks & ~(mark.followed | mark.verifyRuns | mark.callBackRuns)

const claimed = (marks: number): number =>
  (marks & ~mark.confirmed) | mark.verifyRuns | mark.callBackRuns

const restarted = (marks: number): number =>
  atOldDesk(claimless(marks)) & ~(mark.confirmed | mark.contacted | mark.appealed | mark.dismissed)

const has = (spot: Spot, bit: number): boolean => (spot.marks & bit) !== 0

const withOwner: Changer = (_model, spot, to) => [
  moved(spot, { status: to, unit: mark.owner, marks: spot.marks | mark.owner })
]

const triage: Changer = (model, spot, to) =>
  model.levels.flatMap((level) =>
    model.matters
      .filter((matter) => CaseRules.fitsMatter(model.rules, matter, level))
      .map((matter) =>
        moved(spot, { status: to, level, matter, unit: owned, marks: spot.marks | owned })
      )
  )

const oneUp = (model: Model, spot: Spot, to: number): ReadonlyArray<Change> => {
  const { rules } = model
  if (!CaseRules.canEscalate(rules, spot.level)) return []
  const level = rules.levelAbove[spot.level]!
  if (!CaseRules.fitsMatter(rules, spot.matter, level)) return []
  return [moved(spot, { status: to, level, unit: owned, marks: spot.marks | owned })]
}

/** Scores at the ends of their scale: below every threshold, above every one that can be passed. */
const lowScore = 0
const highScore = 100

const assess: Changer = (model, spot, to) => {
  const { rules } = model
  const goesUp = (score: number): boolean =>
    CaseRules.goesUp(rules, spot.level, score, score, score)
  const marks = spot.marks | mark.scored
  const stays = goesUp(lowScore) ? [] : [moved(spot, { marks })]
  const up = goesUp(highScore) ? oneUp(model, spot, to) : []
  // The case goes up only with a desk to go to, whatever the profile asks for.
  return [
    ...stays,
    ...up.map((one) => ({ ...one, marks: one.marks | marks, unit: 0, holds: true }))
  ]
}

const split: Changer = (_model, spot, to) => [
  moved(spot, {}),
  ...(to === spot.status ? [] : [moved(spot, { status: to, resume: -1, holds: true })])
]

const check: Changer = (_model, spot, to) => [
  moved(spot, { marks: (spot.marks | mark.confirmed) & ~mark.verifyRuns }),
  moved(spot, { status: to, marks: claimless(spot.marks) & ~mark.confirmed, holds: true })
]

const recordFollowUp: Changer = (model, spot) => {
  const outcome = (of: FollowUpOutcome.FollowUpOutcome): number =>
    CaseRules.followUpStatus(
      model.rules,
      spot.status,
      FollowUpOutcome.codeOf(of),
      Satisfaction.codeOf(of === "Confirmed" ? "Satisfied" : "Unanswered"),
      spot.level
    )
  const marks = (spot.marks | mark.followed) & ~mark.callBackRuns
  const again = outcome("NotResolved")
  return [
    moved(spot, { status: outcome("Confirmed"), marks }),
    ...(again < 0
      ? []
      : [moved(spot, { status: again, marks: restarted(spot.marks), holds: true })])
  ]
}

const openProcess: Changer = (model, spot, to) =>
  model.processKinds.map((kind) => {
    const processes = spot.processes | CaseRules.processBits(kind, 0)
    return moved(spot, { status: to, processes, opens: kind, process: kind })
  })

/** What an open process of a kind adds beside having been opened. */
export const openBits = (kind: number): number =>
  CaseRules.processBits(kind, 0) & ~CaseRules.processBits(kind, 1)

const closeProcess: Changer = (model, spot, to) =>
  model.processKinds
    .filter((kind) => (spot.processes & openBits(kind)) !== 0)
    .flatMap((kind) => {
      const closed = spot.processes & ~openBits(kind)
      const decided = closed | CaseRules.processBits(kind, 2)
      return [
        moved(spot, { status: to, processes: closed, process: kind }),
        moved(spot, { status: to, processes: decided, process: kind, holds: true })
      ]
    })

const decideAppeal: Changer = (_model, spot, to) =>
  has(spot, mark.appealed)
    ? [
        moved(spot, { marks: (spot.marks & ~mark.appealed) | mark.dismissed }),
        moved(spot, { status: to, resume: -1, marks: restarted(spot.marks), holds: true })
      ]
    : []

/** The actions that do more than lead to their status. */
const changers: Readonly<Partial<Record<CaseAction.CaseAction, Changer>>> = {
  Triage: triage,
  Assign: withOwner,
  HandOver: withOwner,
  Escalate: oneUp,
  Assess: assess,
  Split: split,
  Check: check,
  RecordFollowUp: recordFollowUp,
  OpenSideProcess: openProcess,
  CloseSideProcess: closeProcess,
  DecideAppeal: decideAppeal,
  Arbitrate: (model, spot, to) =>
    spot.returns >= model.returnsMax ? withOwner(model, spot, to) : [],
  Return: (model, spot, to) => {
    const marks = atOldDesk(spot.marks)
    const { returns } = spot
    const next = moved(spot, { status: to, marks, returns: returns + 1 })
    if (returns >= model.returnsMax) return []
    // Before the last return that is kept there may have been any number of others.
    const isFolded = model.profile.policy.maxReturns > model.returnsMax
    const isLast = returns + 1 === model.returnsMax
    return isFolded && isLast ? [next, moved(spot, { status: to, marks })] : [next]
  },
  Accept: (_model, spot, to) => [moved(spot, { status: to, marks: spot.marks | mark.contacted })],
  Contact: (_model, spot, to) => [moved(spot, { status: to, marks: spot.marks | mark.contacted })],
  Publish: (_model, spot, to) => [moved(spot, { status: to, marks: spot.marks | mark.published })],
  Resolve: (_model, spot, to) => [moved(spot, { status: to, marks: claimed(spot.marks) })],
  SettleOnSpot: (_model, spot, to) => {
    const marks = claimed(spot.marks) | mark.contacted | mark.owner
    return [moved(spot, { status: to, marks, unit: mark.owner })]
  },
  Suspend: (_model, spot, to) => [moved(spot, { status: to, resume: spot.status })],
  Resume: (_model, spot, to) => [moved(spot, { status: to, resume: -1 })],
  Merge: (_model, spot, to) => {
    const resume = spot.status === suspended ? spot.resume : spot.status
    return [moved(spot, { status: to, resume })]
  },
  Unmerge: (_model, spot, to) => [moved(spot, { status: to, resume: -1 })],
  Reopen: (_model, spot, to) => [
    moved(spot, { status: to, resume: -1, marks: restarted(spot.marks) })
  ],
  Reclassify: (model, spot, to) =>
    model.matters
      .filter((matter) => CaseRules.fitsMatter(model.rules, matter, spot.level))
      .map((matter) => moved(spot, { status: to, matter })),
  WriteOff: (_model, spot, to) =>
    CaseRules.hasOpenProcess(spot.processes) ? [] : [moved(spot, { status: to, resume: -1 })],
  Appeal: (_model, spot, to) =>
    has(spot, mark.appealed | mark.dismissed)
      ? []
      : [moved(spot, { status: to, marks: spot.marks | mark.appealed })],
  Reject: (_model, spot, to) => [moved(spot, { status: to, resume: -1 })],
  Withdraw: (_model, spot, to) => [moved(spot, { status: to, resume: -1 })]
}
