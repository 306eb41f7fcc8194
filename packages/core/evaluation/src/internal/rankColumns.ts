/**
 * Ranks of scores in columns: one sort of floating-point numbers, and exact arithmetic where two of
 * them are equal. Equal scores have equal quotients (a quotient is rounded correctly), so that only
 * equal quotients have to be looked at.
 */
import * as Ranking from "../Ranking.ts"
import * as Rational from "../Rational.ts"
import * as Score from "../Score.ts"

/** The ranks of the units that have a score; 0 for the others. */
export const rankColumns = (
  numerators: Float64Array,
  denominators: Float64Array,
  large: ReadonlyMap<number, Score.Score>
): {
  readonly firsts: Uint32Array
  readonly lasts: Uint32Array
  readonly scoredCount: number
} => {
  const ranks = {
    firsts: new Uint32Array(numerators.length),
    lasts: new Uint32Array(numerators.length)
  }
  const quotients = numerators.map((numerator, unit) => numerator / denominators[unit]!)
  const order = orderOf(quotients, denominators)
  const isDone = large.size === 0 && rankInOrder(order, quotients, numerators, denominators, ranks)
  if (!isDone) rankExactly(numerators, denominators, large, ranks)
  const { firsts, lasts } = ranks
  return { firsts, lasts, scoredCount: order.length + large.size }
}

interface Ranks {
  readonly firsts: Uint32Array
  readonly lasts: Uint32Array
}

const bucketCount = 65_536

/** Larger numbers have larger buckets: scores go from 0 to 100. */
const bucketOf = (quotient: number): number => {
  const bucket = Math.floor(quotient * (bucketCount / 100))
  return bucket < bucketCount ? bucket : bucketCount - 1
}

/** The units with a quotient, least first: by buckets, then within each. */
const orderOf = (quotients: Float64Array, denominators: Float64Array): Uint32Array => {
  const starts = new Uint32Array(bucketCount + 1)
  for (let unit = 0; unit < quotients.length; unit += 1) {
    if (denominators[unit] !== 0) starts[bucketOf(quotients[unit]!) + 1]! += 1
  }
  for (let bucket = 0; bucket < bucketCount; bucket += 1) starts[bucket + 1]! += starts[bucket]!
  const order = new Uint32Array(starts[bucketCount]!)
  const next = starts.slice()
  for (let unit = 0; unit < quotients.length; unit += 1) {
    if (denominators[unit] === 0) continue
    const bucket = bucketOf(quotients[unit]!)
    order[next[bucket]!] = unit
    next[bucket]! += 1
  }
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    sortStretch(order, quotients, starts[bucket]!, starts[bucket + 1]!)
  }
  return order
}

/** Short stretches by insertion, longer ones by the engine. */
const sortStretch = (
  order: Uint32Array,
  quotients: Float64Array,
  begin: number,
  end: number
): void => {
  if (end - begin > 32) {
    order.subarray(begin, end).sort((left, right) => quotients[left]! - quotients[right]!)
    return
  }
  for (let at = begin + 1; at < end; at += 1) {
    const unit = order[at]!
    const quotient = quotients[unit]!
    let place = at
    while (place > begin && quotients[order[place - 1]!]! > quotient) {
      order[place] = order[place - 1]!
      place -= 1
    }
    order[place] = unit
  }
}

/** Ranks by quotients; false where two different scores have one quotient. */
const rankInOrder = (
  order: Uint32Array,
  quotients: Float64Array,
  numerators: Float64Array,
  denominators: Float64Array,
  { firsts, lasts }: Ranks
): boolean => {
  const count = order.length
  for (let begin = 0; begin < count; ) {
    const quotient = quotients[order[begin]!]!
    let end = begin + 1
    while (end < count && quotients[order[end]!] === quotient) {
      if (!isEqual(numerators, denominators, order[end]!, order[begin]!)) return false
      end += 1
    }
    for (let at = begin; at < end; at += 1) {
      firsts[order[at]!] = count - end + 1
      lasts[order[at]!] = count - begin
    }
    begin = end
  }
  return true
}

const isEqual = (
  numerators: Float64Array,
  denominators: Float64Array,
  left: number,
  right: number
): boolean => {
  const [one, under] = [numerators[left]!, denominators[left]!]
  const [other, below] = [numerators[right]!, denominators[right]!]
  if (one === other && under === below) return true
  return Rational.equals(Rational.make(one, under), Rational.make(other, below))
}

const rankExactly = (
  numerators: Float64Array,
  denominators: Float64Array,
  large: ReadonlyMap<number, Score.Score>,
  { firsts, lasts }: Ranks
): void => {
  const units: Array<number> = []
  const scores: Array<Score.Score> = []
  for (let unit = 0; unit < numerators.length; unit += 1) {
    const big = large.get(unit)
    const denominator = denominators[unit]!
    if (big === undefined && denominator === 0) continue
    units.push(unit)
    scores.push(big ?? Score.ofRational(Rational.make(numerators[unit]!, denominator)))
  }
  Ranking.of(scores).forEach(({ first, last }, place) => {
    firsts[units[place]!] = first
    lasts[units[place]!] = last
  })
}
