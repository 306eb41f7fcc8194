/**
 * Places by score, ties kept as ties: units with the same score share their places, in whatever order
 * they are given. No name, id or order of input ever breaks a tie.
 */
import type { RankSpan } from "./EvaluationResult.ts"
import { compare, descending } from "./internal/scoreOrder.ts"
import type * as Score from "./Score.ts"

/**
 * The places of some scores, best first from 1, in the order given.
 *
 * Cost: one sort; comparisons of roots cost more than those of rationals.
 *
 * ```ts
 * import { Ranking, Rational, Score } from "@wangge/evaluation"
 *
 * const scores = [80, 90, 80, 70].map((points) => Score.ofRational(Rational.make(points)))
 * Ranking.of(scores).map(({ first, last }) => [first, last]) // => [[2, 3], [1, 1], [2, 3], [4, 4]]
 * ```
 *
 * @source none: standard competition ranking with the end of the tie beside its beginning
 * @category ranks
 * @since 0.1.0
 */
export const of = (scores: ReadonlyArray<Score.Score>): ReadonlyArray<RankSpan> => {
  const spans: Array<RankSpan> = scores.map(() => ({ first: 0, last: 0, of: scores.length }))
  for (const { places, first, last } of groups(scores)) {
    for (const place of places) spans[place] = { first, last, of: scores.length }
  }
  return spans
}

/**
 * Scores that are equal: their places in the list given, and the ranks that they share.
 *
 * @category ranks
 * @since 0.1.0
 */
export interface TieGroup {
  readonly places: ReadonlyArray<number>
  readonly first: number
  readonly last: number
}

/**
 * The groups of equal scores, best first.
 *
 * @category ranks
 * @since 0.1.0
 */
export const groups = (scores: ReadonlyArray<Score.Score>): ReadonlyArray<TieGroup> => {
  const order = descending(scores)
  const found: Array<TieGroup> = []
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && compare(order[start]!, order[end]!) === 0) {
      end += 1
    }
    const places = order.slice(start, end).map(({ place }) => place)
    found.push({ places, first: start + 1, last: end })
    start = end
  }
  return found
}
