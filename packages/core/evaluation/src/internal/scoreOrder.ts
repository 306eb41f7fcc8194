/**
 * Scores in their exact order, quickly: two that are far apart are told apart by floating-point numbers,
 * two that are near by whole ones.
 */
import * as Rational from "../Rational.ts"
import * as Score from "../Score.ts"

/** A score and its place in the list given. */
export interface PlacedScore {
  readonly score: Score.Score
  readonly place: number
  readonly quotient: number
}

/** Quotients of scores from 0 to 100 are right to 10^-12, also where a root was cut. */
const nearness = 1e-9
/** Beyond these numbers a quotient is not right to {@link nearness}. */
const quotientMax = 1000

/** The scores, least first; equal ones stay in the order given. */
export const ascending = (scores: ReadonlyArray<Score.Score>): ReadonlyArray<PlacedScore> =>
  scores
    .map((score, place) => ({ score, place, quotient: Rational.toNumber(score.value) }))
    .sort(compare)

/** The scores, greatest first; equal ones stay in the order given. */
export const descending = (scores: ReadonlyArray<Score.Score>): ReadonlyArray<PlacedScore> =>
  scores
    .map((score, place) => ({ score, place, quotient: Rational.toNumber(score.value) }))
    .sort((left, right) => compare(right, left))

/** Less than 0, 0 or more than 0, as `Score.compare` has it. */
export const compare = (left: PlacedScore, right: PlacedScore): number => {
  const difference = left.quotient - right.quotient
  const isFar = difference > nearness || difference < -nearness
  const isSmall = Math.abs(left.quotient) < quotientMax && Math.abs(right.quotient) < quotientMax
  return isFar && isSmall ? difference : Score.compare(left.score, right.score)
}
