/**
 * Which visit counts for which obligation: a target owes so many visits in each period that it was on
 * the list when the period began. Visits are taken in the order of time, each for the obligation that
 * ends first among those it can still meet, which covers as many as can be covered.
 */
import { Spell } from "@wangge/grid"
import * as VisitCadence from "../VisitCadence.ts"
import type { Outcome } from "../VisitCommand.ts"
import type { VisitGroup, VisitPlan } from "../VisitPlan.ts"
import type { Visit, VisitTarget } from "../VisitTarget.ts"

/** How an obligation stands. */
export const standings = [
  "OnTime",
  "Early",
  "Late",
  "Refused",
  "NobodyThere",
  "Missed",
  "Open",
  "Lapsed"
] as const

/** One of {@link standings}. */
export type Standing = (typeof standings)[number]

/**
 * One visit that is owed in one period, and what became of it. `number` tells those of one period
 * apart, from 1; `visit` is the visit or attempt that counts for it.
 */
export interface Obligation {
  readonly period: VisitCadence.Period
  readonly number: number
  readonly standing: Standing
  readonly visit: Visit | undefined
}

/** All obligations of a target up to the period that holds `untilSec`, as they stand at `atSec`. */
export const obligationsOf = (
  plan: VisitPlan,
  group: VisitGroup,
  target: VisitTarget,
  options: { readonly untilSec: number; readonly atSec: number }
): ReadonlyArray<Obligation> => {
  const spell = {
    fromSec: target.fromSec,
    untilSec: Math.min(target.untilSec, options.untilSec + 1)
  }
  if (Spell.isEmpty(spell)) return []
  const asked = VisitCadence.periodsIn(plan.zone, group.cadence.unit, spell)
  const owed = asked.flatMap((period) =>
    Array.from({ length: group.cadence.times }, (_, at) => ({ period, number: at + 1 }))
  )
  const seen = target.visits
    .filter((visit) => !visit.isVoid && visit.visitedSec <= options.atSec)
    .toSorted((one, other) => one.visitedSec - other.visitedSec || compare(one, other))
  const taken = new Array<Visit | undefined>(owed.length).fill(undefined)
  for (const outcome of ["Visited", "Refused", "NobodyThere"] as const) {
    allot(plan, owed, taken, ofOutcome(seen, outcome))
  }
  return owed.map(({ period, number }, index) => ({
    period,
    number,
    standing: standingOf(plan, target, { period, visit: taken[index], atSec: options.atSec }),
    visit: taken[index]
  }))
}

const compare = (one: Visit, other: Visit): number => (one.visitId < other.visitId ? -1 : 1)

const ofOutcome = (visits: ReadonlyArray<Visit>, outcome: Outcome): ReadonlyArray<Visit> =>
  visits.filter((visit) => visit.outcome === outcome)

/** Gives each visit the first obligation that is free and whose time it falls into. */
const allot = (
  plan: VisitPlan,
  owed: ReadonlyArray<{ readonly period: VisitCadence.Period }>,
  taken: Array<Visit | undefined>,
  visits: ReadonlyArray<Visit>
): void => {
  for (const visit of visits) {
    const index = owed.findIndex(
      ({ period }, at) =>
        taken[at] === undefined &&
        period.fromSec - plan.earlySec <= visit.visitedSec &&
        visit.visitedSec < period.untilSec + plan.lateSec
    )
    if (index >= 0) taken[index] = visit
  }
}

const standingOf = (
  plan: VisitPlan,
  target: VisitTarget,
  one: {
    readonly period: VisitCadence.Period
    readonly visit: Visit | undefined
    readonly atSec: number
  }
): Standing => {
  const { period, visit, atSec } = one
  if (visit?.outcome === "Visited") {
    if (visit.visitedSec < period.fromSec) return "Early"
    return visit.visitedSec < period.untilSec ? "OnTime" : "Late"
  }
  if (target.untilSec <= period.untilSec && target.untilSec <= atSec) return "Lapsed"
  if (visit?.outcome === "Refused") return "Refused"
  if (atSec < period.untilSec + plan.lateSec) return "Open"
  return visit === undefined ? "Missed" : "NobodyThere"
}
