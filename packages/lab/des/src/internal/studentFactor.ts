/**
 * The factor of a two-sided Student interval, from the finite sums that Student's distribution has
 * at whole degrees of freedom. A general quantile function would serve too, at the price of
 * loading some four hundred files at every start and in every worker thread.
 */
import * as Real from "../Real.ts"

/** Arc tangent of a number from 0, by halving the angle three times and then its series. */
const arcTangent = (value: number): number => {
  let tangent = value
  for (let halving = 0; halving < 3; halving++) {
    tangent /= 1 + Real.sqrt(1 + tangent * tangent)
  }
  const square = tangent * tangent
  let sum = 0
  for (let odd = 41; odd >= 1; odd -= 2) sum = 1 / odd - square * sum
  return 8 * tangent * sum
}

/**
 * The chance that Student's t lies between -limit and limit, for whole degrees of freedom.
 *
 * @source M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, 26.7.3 and
 *   26.7.4
 */
const studentChance = (limit: number, freedom: number): number => {
  const tangent = limit / Real.sqrt(freedom)
  const cosineSquare = 1 / (1 + tangent * tangent)
  const cosine = Real.sqrt(cosineSquare)
  const sine = tangent * cosine
  const isOdd = freedom % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = freedom === 1 ? 0 : term
  for (let power = isOdd ? 2 : 1; power <= freedom - 3 + (isOdd ? 0 : 1); power += 2) {
    term *= (power / (power + 1)) * cosineSquare
    sum += term
  }
  return isOdd ? (2 / Math.PI) * (arcTangent(tangent) + sine * sum) : sine * sum
}

/** Degrees of freedom up to which factors are kept. */
const KEPT_MAX = 4096
/** The factors of one confidence, by degrees of freedom; 0 where none was asked for. */
const kept = new Float64Array(KEPT_MAX + 1)
let keptConfidence = 0

/**
 * The limit within which Student's t lies with chance `confidence`. Factors of the confidence that
 * was asked for last are kept, because a sequential procedure asks for the same ones again.
 */
export const studentFactor = (confidence: number, freedom: number): number => {
  if (freedom > KEPT_MAX) return bisected(confidence, freedom)
  if (confidence !== keptConfidence) {
    kept.fill(0)
    keptConfidence = confidence
  }
  const known = kept[freedom]!
  if (known > 0) return known
  const factor = bisected(confidence, freedom)
  kept[freedom] = factor
  return factor
}

/** By bisection, to the end. */
const bisected = (confidence: number, freedom: number): number => {
  let low = 0
  let high = 1
  while (studentChance(high, freedom) < confidence) {
    low = high
    high *= 2
  }
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle === low || middle === high) return high
    if (studentChance(middle, freedom) < confidence) low = middle
    else high = middle
  }
}
