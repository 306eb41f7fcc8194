/**
 * The matters of a period that were not closed when they were due.
 */
import { Deadline } from "@wangge/calendar"
import type { EvaluationFact } from "../EvaluationFact.ts"
import * as EvaluationPeriod from "../EvaluationPeriod.ts"
import { notYet } from "./notYet.ts"

/** A late matter and the unit that had it when it was due; `closedSec` is `notYet` while it is open. */
export interface LateMatter {
  readonly unitId: string
  readonly matterId: string
  readonly dueSec: number
  readonly closedSec: number
}

const closings = ["caseClosed", "caseOnTime", "caseLate"]
const reopenings = ["caseReopened", "caseUnmerged"]

/** Late matters in the order of their due facts; a matter due twice counts by its last due time. */
export const lateMatters = (
  facts: ReadonlyArray<EvaluationFact>,
  period: EvaluationPeriod.EvaluationPeriod
): ReadonlyArray<LateMatter> => {
  const superseded = new Set<string>(facts.map(({ supersedesId }) => supersedesId))
  const counted = facts.filter(({ id }) => !superseded.has(id))
  const moves = movesByMatter(counted, period)
  const found = new Map<string, LateMatter>()
  for (const fact of counted) {
    const isDue =
      fact.kind === "caseDue" &&
      EvaluationPeriod.standing(period, fact.atSec, false) === EvaluationPeriod.inPeriod
    if (!isDue) continue
    const { subjectId: unitId, matterId, atSec: dueSec } = fact
    const before = found.get(matterId)
    if (before !== undefined && !isLater(before, { dueSec, unitId })) continue
    const closedSec = closedAt(moves.get(matterId) ?? [])
    found.set(matterId, { unitId, matterId, dueSec, closedSec })
  }
  return [...found.values()].filter(({ dueSec, closedSec }) =>
    Deadline.isOverdue(dueSec, closedSec === notYet ? period.asOfSec : closedSec)
  )
}

/** Two due facts of one second: the unit that comes first by id, whatever the order of facts. */
const isLater = (
  before: LateMatter,
  due: { readonly dueSec: number; readonly unitId: string }
): boolean =>
  due.dueSec > before.dueSec || (due.dueSec === before.dueSec && due.unitId < before.unitId)

interface Move {
  readonly atSec: number
  readonly isClosing: boolean
}

const movesByMatter = (
  facts: ReadonlyArray<EvaluationFact>,
  period: EvaluationPeriod.EvaluationPeriod
): ReadonlyMap<string, ReadonlyArray<Move>> => {
  const found = new Map<string, Array<Move>>()
  for (const { kind, matterId, atSec } of facts) {
    const isClosing = closings.includes(kind)
    if (!isClosing && !reopenings.includes(kind)) continue
    if (EvaluationPeriod.standing(period, atSec, true) === EvaluationPeriod.after) continue
    const moves = found.get(matterId) ?? []
    moves.push({ atSec, isClosing })
    found.set(matterId, moves)
  }
  return found
}

/** The first closing after the last reopening; one in the same second as a reopening is taken back. */
const closedAt = (moves: ReadonlyArray<Move>): number => {
  const reopenedSec = moves.reduce(
    (last, { atSec, isClosing }) => (isClosing ? last : Math.max(last, atSec)),
    Number.NEGATIVE_INFINITY
  )
  return moves.reduce(
    (first, { atSec, isClosing }) =>
      isClosing && atSec > reopenedSec ? Math.min(first, atSec) : first,
    notYet
  )
}
