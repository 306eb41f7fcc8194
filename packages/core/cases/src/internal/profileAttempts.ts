/**
 * What can be tried at a spot of the graph: every way out, with every choice that a command has, what
 * is missing for it and which gates are shut. The rules themselves are those of `CaseRules`.
 */
import { notYet } from "../Case.ts"
import * as CaseAction from "../CaseAction.ts"
import * as CaseItem from "../CaseItem.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseSource from "../CaseSource.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as CaseVerdict from "../CaseVerdict.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import * as MatterKind from "../MatterKind.ts"
import type { Step } from "../ProfilePath.ts"
import * as SideProcess from "../SideProcess.ts"
import { carriedBits } from "./carriedItems.ts"
import { type Change, changes, unchanged } from "./profileChanges.ts"
import { type Model, mark, type Spot, type Way, waysFrom } from "./profileModel.ts"

/** One thing to try; it succeeds when nothing is missing and no gate is shut. */
export interface Attempt {
  readonly from: Spot
  readonly way: Way
  readonly step: Step
  readonly to: Spot
  /** The items that are missing, as bits. */
  readonly missing: number
  /** The kind of matter that gates look at, and the kind of side process that is opened, or -1. */
  readonly matter: number
  readonly opens: number
  readonly isShut: boolean
  /** Whether the action's own rule refuses it, after items and gates. */
  readonly isRefused: boolean
}

/** Everything that can be tried at a spot. */
export const attemptsFrom = (model: Model, spot: Spot): ReadonlyArray<Attempt> =>
  waysFrom(model, spot).flatMap((way) => {
    // A way back is none where the case remembers no status.
    if (way.to < 0 && spot.resume < 0) return []
    const all = changes(model, spot, way)
    if (all.length === 0) return [attemptOf(model, spot, way, unchanged(spot), true)]
    return all.flatMap((change) =>
      withUnit(model, way.action, change).map((one) => attemptOf(model, spot, way, one, false))
    )
  })

/** The first spots of the graph, one per way of reporting, or what is missing to report at all. */
export const reports = (model: Model): ReadonlyArray<Attempt> => {
  const start: Change = {
    status: CaseStatus.codeOf("Reported"),
    resume: -1,
    level: model.rules.lowestLevel,
    matter: 0,
    returns: 0,
    processes: 0,
    marks: mark.owner | mark.desk,
    unit: mark.owner | mark.desk,
    opens: -1,
    process: -1,
    holds: false
  }
  const way: Way = { action: report, to: start.status, by: [] }
  return withUnit(model, report, start).map((change) => ({
    from: start,
    way,
    step: stepOf(way, change),
    to: spotOf(model, change),
    missing: fewestMissing(model),
    matter: 0,
    opens: -1,
    isShut: false,
    isRefused: false
  }))
}

const report = CaseAction.codeOf("Report")

/** What a report misses: nothing, where it can be made from some source at all. */
const fewestMissing = (model: Model): number => {
  const missing = CaseSource.list.map((_, source) =>
    CaseRules.missingToReport(model.rules, source, carriedBits(report))
  )
  return missing.includes(0) ? 0 : missing[0]!
}

const unitItem = CaseItem.bitOf("ResponsibleUnit")

/** The change with its unit given and, where the profile does not insist on one, also without. */
const withUnit = (model: Model, action: number, change: Change): ReadonlyArray<Change> => {
  if (change.unit === 0 || (model.rules.needs[action]! & unitItem) !== 0) return [change]
  const { unit, ...rest } = change
  return [change, { ...rest, unit: -1, marks: change.marks & ~unit }]
}

const attemptOf = (
  model: Model,
  spot: Spot,
  way: Way,
  change: Change,
  isRefused: boolean
): Attempt => {
  const { rules } = model
  return {
    from: spot,
    way,
    step: stepOf(way, change),
    to: spotOf(model, change),
    missing: CaseRules.missingBits(rules, way.action, givenAt(spot, way.action, change)),
    matter: change.matter,
    opens: change.opens,
    isShut:
      CaseVerdict.ofGates(rules, way.action, change.matter, spot.processes, change.opens) !== 0,
    isRefused
  }
}

const writeOff = CaseAction.codeOf("WriteOff")
const assess = CaseAction.codeOf("Assess")

const has = (spot: Spot, bit: number): boolean => (spot.marks & bit) !== 0

/** Everything that the command can carry, and what the record holds. */
const givenAt = (spot: Spot, action: number, change: Change): number => {
  const confirmed = has(spot, mark.confirmed) ? 0 : -1
  const carried = carriedBits(action)
  const given =
    action === writeOff
      ? CaseVerdict.givenToWriteOff(carried, true, has(spot, mark.followed) ? 0 : -1, confirmed)
      : carried
  return CaseVerdict.givenWithRecord(
    given,
    confirmed,
    change.matter,
    action === assess || has(spot, mark.scored) ? 0 : -1,
    has(spot, mark.contacted) ? 0 : notYet,
    has(spot, mark.published) ? 0 : notYet
  )
}

const stepOf = (way: Way, change: Change): Step => ({
  action: CaseAction.list[way.action]!,
  by: way.by,
  status: CaseStatus.list[change.status]!,
  level: HandlingLevel.list[change.level]!,
  matterKind: MatterKind.list[change.matter]!,
  process: SideProcess.list[change.process] ?? "None",
  holds: change.holds,
  isUnitGiven: change.unit >= 0
})

const spotOf = (model: Model, change: Change): Spot => ({
  status: change.status,
  resume: change.resume,
  level: change.level,
  matter: change.matter,
  returns: change.returns,
  processes: change.processes & model.processMask,
  marks: change.marks & model.markMask
})
