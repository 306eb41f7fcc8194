/**
 * Lists of whole weights from a rule that says how one weight follows from its neighbour, and their
 * convolution; large ones start at the most likely value and end where nothing is left.
 */

/** The chance of `from + i` is `weights[i]` / `total`. */
export interface Weights {
  readonly from: number
  readonly weights: ReadonlyArray<bigint>
  readonly total: bigint
}

/** Up to this many trials, weights are exact. */
export const exactSizeMax = 500

/** `above(k)` / `below(k)` is the weight of `k + 1` over that of `k`. */
export interface Recurrence {
  readonly from: number
  readonly until: number
  readonly mode: number
  readonly size: number
  readonly first: () => bigint
  readonly above: (value: number) => bigint
  readonly below: (value: number) => bigint
}

/** The bits that the largest weight starts with where weights are cut. */
const startBits = 600n
/** Products whose total has more bits than this are cut. */
const totalBitsMax = 2048n

/** The weights of a recurrence. */
export const byRatio = (rule: Recurrence): Weights => {
  if (rule.size <= exactSizeMax) {
    const weights: Array<bigint> = []
    let weight = rule.first()
    for (let value = rule.from; value <= rule.until; value += 1) {
      weights.push(weight)
      if (value < rule.until) weight = (weight * rule.above(value)) / rule.below(value)
    }
    return { from: rule.from, weights, total: sumOf(weights) }
  }
  const upward: Array<bigint> = []
  let weight = 1n << startBits
  for (let value = rule.mode; value <= rule.until && weight > 0n; value += 1) {
    upward.push(weight)
    if (value < rule.until) weight = (weight * rule.above(value)) / rule.below(value)
  }
  const downward: Array<bigint> = []
  weight = 1n << startBits
  for (let value = rule.mode - 1; value >= rule.from; value -= 1) {
    weight = (weight * rule.below(value)) / rule.above(value)
    if (weight === 0n) break
    downward.push(weight)
  }
  const weights = [...downward.toReversed(), ...upward]
  return { from: rule.mode - downward.length, weights, total: sumOf(weights) }
}

/** The weights of the sum of two independent numbers. */
export const convolved = (left: Weights, right: Weights): Weights => {
  const weights = new Array<bigint>(left.weights.length + right.weights.length - 1).fill(0n)
  for (const [place, one] of left.weights.entries()) {
    if (one === 0n) continue
    for (let other = 0; other < right.weights.length; other += 1) {
      weights[place + other] = weights[place + other]! + one * right.weights[other]!
    }
  }
  const total = left.total * right.total
  const from = left.from + right.from
  if (total >> totalBitsMax === 0n) return { from, weights, total }
  return cut(from, weights, total)
}

/** Every weight rounded up to a multiple of the total / 2^600; what lies far below it is 1 of them. */
const cut = (from: number, weights: ReadonlyArray<bigint>, total: bigint): Weights => {
  const shorter = weights.map((weight) =>
    weight === 0n ? 0n : ((weight << startBits) + total - 1n) / total
  )
  return { from, weights: shorter, total: sumOf(shorter) }
}

const sumOf = (weights: ReadonlyArray<bigint>): bigint =>
  weights.reduce((sum, weight) => sum + weight, 0n)
