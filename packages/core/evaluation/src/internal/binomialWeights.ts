/**
 * Whole distributions of counts: the binomial, and the sum of several with different chances. Each is
 * built outwards from its mode by ratios of neighbours, so that nothing overflows and no logarithm is
 * needed.
 */

/** P(X = 0..total) for X binomial with chance `share`, 0 <= share <= 1. */
export const binomialWeights = (total: number, share: number): Float64Array => {
  const weights = new Float64Array(total + 1)
  if (share <= 0 || share >= 1) {
    weights[share <= 0 ? 0 : total] = 1
    return weights
  }
  const mode = Math.min(total, Math.floor((total + 1) * share))
  const odds = share / (1 - share)
  weights[mode] = 1
  for (let count = mode; count < total; count += 1) {
    weights[count + 1] = (weights[count]! * (total - count) * odds) / (count + 1)
  }
  for (let count = mode; count > 0; count -= 1) {
    weights[count - 1] = (weights[count]! * count) / ((total - count + 1) * odds)
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / all)
}

/** The distribution of the sum of two independent counts. */
export const summedWeights = (left: Float64Array, right: Float64Array): Float64Array => {
  const weights = new Float64Array(left.length + right.length - 1)
  for (let one = 0; one < left.length; one += 1) {
    const weight = left[one]!
    for (let other = 0; other < right.length; other += 1) {
      weights[one + other] = weights[one + other]! + weight * right[other]!
    }
  }
  return weights
}
