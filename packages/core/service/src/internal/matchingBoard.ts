/**
 * The rounds of a matching: which places are open, who may take one, and what changes for a
 * volunteer who got one.
 */
import type { Match } from "../Matching.ts"
import type { MatchingDistance } from "../MatchingDistance.ts"
import type { Candidate, MatchingNeed } from "../MatchingNeed.ts"
import type { MatchingPolicy } from "../MatchingPolicy.ts"
import { leastCost, unassigned } from "./leastCostAssignment.ts"
import { costOf, pairOf, weighedOf } from "./matchingRules.ts"

/** The plan as it grows; `candidates` carry the promises made so far. */
export interface Board {
  readonly policy: MatchingPolicy
  readonly distance: MatchingDistance
  candidates: ReadonlyArray<Candidate>
  readonly turns: Map<string, number>
  readonly matches: Array<Match>
}

/** One round: every open place, every volunteer with a turn left, one need each at most. */
export const fillRound = (board: Board, needs: ReadonlyArray<MatchingNeed>): void => {
  const places = needs.flatMap((need) => {
    const filled = board.matches.filter(({ needId }) => needId === need.needId).length
    return Array.from({ length: need.count - filled }, () => need)
  })
  const open = board.candidates.filter(
    ({ volunteerId }) => (board.turns.get(volunteerId) ?? 0) < board.policy.rounds
  )
  const cost = costTable(board, places, open)
  const columnOf =
    board.policy.method === "Optimal"
      ? leastCost(cost, places.length, open.length)
      : greedy(cost, places.length, open.length)
  const chosen: Array<Match> = []
  columnOf.forEach((column, row) => {
    if (column !== unassigned) chosen.push(matchOf(board, places[row]!, open[column]!))
  })
  const needOf = new Map(needs.map((need) => [need.needId, need]))
  const taken = new Map(chosen.map((match) => [match.volunteerId, needOf.get(match.needId)!]))
  board.matches.push(...chosen)
  for (const volunteerId of taken.keys()) {
    board.turns.set(volunteerId, (board.turns.get(volunteerId) ?? 0) + 1)
  }
  board.candidates = board.candidates.map((candidate) => {
    const need = taken.get(candidate.volunteerId)
    return need === undefined ? candidate : promised(candidate, need)
  })
}

/** One row per place; places of one need, which follow one another, have the same row. */
const costTable = (
  board: Board,
  places: ReadonlyArray<MatchingNeed>,
  open: ReadonlyArray<Candidate>
): Float64Array => {
  const width = open.length
  const table = new Float64Array(places.length * width)
  places.forEach((need, row) => {
    if (places[row - 1] === need) {
      table.copyWithin(row * width, (row - 1) * width, row * width)
      return
    }
    for (let column = 0; column < width; column++) {
      const pair = pairOf(board.policy, board.distance, need, open[column]!)
      table[row * width + column] = costOf(pair)
    }
  })
  return table
}

/** Place after place takes the cheapest volunteer that is left, the first by id of equals. */
const greedy = (cost: Float64Array, rowCount: number, columnCount: number): Int32Array => {
  const columnOf = new Int32Array(rowCount).fill(unassigned)
  const isTaken = new Uint8Array(columnCount)
  for (let row = 0; row < rowCount; row++) {
    let best = unassigned
    let least = Number.POSITIVE_INFINITY
    for (let column = 0; column < columnCount; column++) {
      const value = cost[row * columnCount + column]!
      if (isTaken[column] === 0 && value < least) {
        least = value
        best = column
      }
    }
    if (best === unassigned) continue
    columnOf[row] = best
    isTaken[best] = 1
  }
  return columnOf
}

const matchOf = (board: Board, need: MatchingNeed, candidate: Candidate): Match => {
  const pair = pairOf(board.policy, board.distance, need, candidate)
  return {
    needId: need.needId,
    volunteerId: candidate.volunteerId,
    cost: costOf(pair),
    weighed: weighedOf(pair)
  }
}

/** A candidate after a promise. */
const promised = (candidate: Candidate, { spell }: MatchingNeed): Candidate => ({
  volunteerId: candidate.volunteerId,
  householdId: candidate.householdId,
  gridId: candidate.gridId,
  isActive: candidate.isActive,
  isMinor: candidate.isMinor,
  skillIds: candidate.skillIds,
  teamIds: candidate.teamIds,
  free: candidate.free,
  busy: [...candidate.busy, spell],
  monthMinutes: candidate.monthMinutes + Math.ceil((spell.untilSec - spell.fromSec) / 60),
  lastServedSec: candidate.lastServedSec,
  openCount: candidate.openCount + 1,
  servedPersonIds: candidate.servedPersonIds
})
