/**
 * Whole things shared out over places so that nothing is lost: 269 workers over 69 grids, 2,828
 * units over 686 buildings. Both rules are largest-remainder (Hamilton) apportionment: each place
 * gets its exact share rounded down or up, and the shares add up to the total.
 */

/**
 * The total shared out evenly: every place gets the rounded-down or the rounded-up share.
 *
 * With equal shares all remainders tie; the tie rule spreads the larger places evenly over the
 * list (place `i` gets `floor((i+1)·total/places) − floor(i·total/places)`), so that no end of the
 * list is favoured. Throws a `RangeError` for a negative or fractional total and for fewer than
 * one place. Cost: linear in places.
 *
 * ```ts
 * import { Apportionment } from "@wangge/grid"
 *
 * Array.from(Apportionment.evenly(10, 3)) // => [3, 3, 4]
 * ```
 *
 * @source none: largest-remainder method; the tie rule is ours
 * @category sharing out
 * @since 0.1.0
 */
export const evenly = (total: number, places: number): Int32Array => {
  assertCount("total", total, 0)
  assertCount("places", places, 1)
  const shares = new Int32Array(places)
  const base = Math.floor(total / places)
  const rest = total - base * places
  let carried = 0
  for (let place = 0; place < places; place++) {
    carried += rest
    const extra = carried >= places ? 1 : 0
    carried -= extra * places
    shares[place] = base + extra
  }
  return shares
}

/**
 * The total shared out in proportion to whole weights, by largest remainder.
 *
 * Ties go to the earlier place; a place of weight 0 gets nothing. Throws a `RangeError` for a
 * negative or fractional total or weight, for weights that are all 0 while there is something to
 * share, and when total times the sum of weights is no longer an exact integer (2^53). Cost:
 * n log n in places.
 *
 * ```ts
 * import { Apportionment } from "@wangge/grid"
 *
 * Array.from(Apportionment.byWeight(10, [6, 3, 2])) // => [5, 3, 2]
 * ```
 *
 * @source none: largest-remainder method; the tie rule is ours
 * @category sharing out
 * @since 0.1.0
 */
export const byWeight = (total: number, weights: ArrayLike<number>): Int32Array => {
  assertCount("total", total, 0)
  const weightSum = sumOf(weights)
  if (!Number.isSafeInteger(total * weightSum)) {
    throw new RangeError(`total ${total} times the sum of weights ${weightSum} exceeds 2^53`)
  }
  const shares = new Int32Array(weights.length)
  if (total === 0) return shares
  if (weightSum === 0) throw new RangeError(`no weight is positive; got ${weights.length} zeros`)
  const remainders = new Float64Array(weights.length)
  let left = total
  for (let place = 0; place < weights.length; place++) {
    const quota = total * weights[place]!
    shares[place] = Math.floor(quota / weightSum)
    remainders[place] = quota - shares[place]! * weightSum
    left -= shares[place]!
  }
  const order = Array.from(remainders.keys()).sort(
    (one, other) => remainders[other]! - remainders[one]! || one - other
  )
  for (let rank = 0; rank < left; rank++) shares[order[rank]!]! += 1
  return shares
}

const sumOf = (weights: ArrayLike<number>): number => {
  let sum = 0
  for (let place = 0; place < weights.length; place++) {
    assertCount(`weight ${place}`, weights[place]!, 0)
    sum += weights[place]!
  }
  return sum
}

const countMax = 2_147_483_647

const assertCount = (name: string, value: number, least: number): void => {
  if (!Number.isSafeInteger(value) || value < least || value > countMax) {
    throw new RangeError(`${name} is a whole number from ${least} to ${countMax}; got ${value}`)
  }
}
