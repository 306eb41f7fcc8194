/**
 * Distributions on whole numbers with whole numbers as weights: what the exact tests behind signals
 * are made of. Nothing is drawn at random and nothing is approximated by a bell curve, so that the
 * same cases give the same probability everywhere.
 */

import { power } from "./internal/wholeRoot.ts"
import { byRatio, convolved, type Weights } from "./internal/wholeWeights.ts"
import * as Rational from "./Rational.ts"

/**
 * A distribution: the chance of `from + i` is `weights[i]` / `total`; `mean` is exact.
 *
 * Where no more than `exactSizeMax` trials are behind it the weights are exact, too; beyond that, and
 * where several are added up, they are cut after about 150 digits.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface ExactDistribution extends Weights {
  readonly mean: Rational.Rational
}

/**
 * The distribution of one sure value.
 *
 * @category distributions
 * @since 0.1.0
 */
export const sure = (value: number): ExactDistribution => ({
  from: value,
  weights: [1n],
  total: 1n,
  mean: Rational.make(value)
})

/**
 * How many of some trials succeed, each with the same chance.
 *
 * Throws a `RangeError` for a chance outside 0 to 1 or trials that are no whole number from 0.
 *
 * ```ts
 * import { ExactDistribution, Rational } from "@wangge/evaluation"
 *
 * const tosses = ExactDistribution.binomial(10, Rational.make(1, 2))
 * Rational.toText(ExactDistribution.atLeast(tosses, 9)) // => "11/1024"
 * ```
 *
 * @source none: the binomial distribution
 * @category distributions
 * @since 0.1.0
 */
export const binomial = (trials: number, chance: Rational.Rational): ExactDistribution => {
  demandCounts([trials], "trials of a binomial")
  const { numerator: yes, denominator } = chance
  const no = denominator - yes
  if (yes < 0n || no < 0n) throw new RangeError("A chance lies between 0 and 1")
  if (yes === 0n) return sure(0)
  if (no === 0n) return sure(trials)
  const size = BigInt(trials)
  const mode = Number(((size + 1n) * yes) / denominator)
  const weights = byRatio({
    from: 0,
    until: trials,
    mode: Math.min(trials, mode),
    size: trials,
    first: () => power(no, trials),
    above: (value) => (size - BigInt(value)) * yes,
    below: (value) => (BigInt(value) + 1n) * no
  })
  const mean = Rational.multiply(chance, Rational.make(trials))
  return { from: weights.from, weights: weights.weights, total: weights.total, mean }
}

/**
 * Matters in an urn: of `total` so many are `marked`, so many are `drawn`.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Urn {
  readonly total: number
  readonly marked: number
  readonly drawn: number
}

/**
 * How many of the drawn are marked, when every choice of the drawn is as likely as any other: the
 * distribution behind Fisher's exact test.
 *
 * Throws a `RangeError` for numbers that are no counts, or more marked or drawn than there are.
 *
 * ```ts
 * import { ExactDistribution, Rational } from "@wangge/evaluation"
 *
 * // Fisher's lady: four cups of eight picked, all four right.
 * const cups = ExactDistribution.hypergeometric({ total: 8, marked: 4, drawn: 4 })
 * Rational.toText(ExactDistribution.atLeast(cups, 4)) // => "1/70"
 * ```
 *
 * @source R. A. Fisher, The Design of Experiments, 1935, chapter II
 * @category distributions
 * @since 0.1.0
 */
export const hypergeometric = ({ total, marked, drawn }: Urn): ExactDistribution => {
  demandCounts([total, marked, drawn, total - marked, total - drawn], "an urn")
  const unmarked = total - marked
  const from = Math.max(0, drawn - unmarked)
  const until = Math.min(drawn, marked)
  if (from === until) return sure(from)
  const mode = Number((BigInt(drawn + 1) * BigInt(marked + 1)) / BigInt(total + 2))
  const weights = byRatio({
    from,
    until,
    mode: Math.max(from, Math.min(until, mode)),
    size: drawn,
    first: () => choose(marked, from) * choose(unmarked, drawn - from),
    above: (value) => BigInt(marked - value) * BigInt(drawn - value),
    below: (value) => BigInt(value + 1) * BigInt(unmarked - drawn + value + 1)
  })
  const mean = Rational.divide(
    Rational.multiply(Rational.make(drawn), Rational.make(marked)),
    Rational.make(total)
  )
  return { from: weights.from, weights: weights.weights, total: weights.total, mean }
}

/**
 * How many unbroken runs `own` matters form among `others`, when every order of the two is as likely
 * as any other.
 *
 * Throws a `RangeError` for numbers that are no counts, or no own matter.
 *
 * ```ts
 * import { ExactDistribution, Rational } from "@wangge/evaluation"
 *
 * // Three of mine and three of others: 4 of the 20 orders keep mine together.
 * const runs = ExactDistribution.runs({ own: 3, others: 3 })
 * Rational.toText(ExactDistribution.atMost(runs, 1)) // => "1/5"
 * ```
 *
 * @source W. L. Stevens, Distribution of groups in a sequence of alternatives, Annals of Eugenics 9,
 * 1939; A. M. Mood, The distribution theory of runs, 1940
 * @category distributions
 * @since 0.1.0
 */
export const runs = (counts: {
  readonly own: number
  readonly others: number
}): ExactDistribution => {
  const { own, others } = counts
  demandCounts([own - 1, others], "own and other matters")
  return hypergeometric({ total: own + others, marked: others + 1, drawn: own })
}

/**
 * The sum of the ranks of some of the values, when every choice of as many is as likely as any other.
 * Equal values share their middle rank; all ranks are doubled, so that the sums are whole.
 *
 * `places` are the places in `values` of those chosen. Returns the distribution and what was observed.
 * Cost: the number of values cubed, times the number chosen; meant for dozens of inspections.
 *
 * ```ts
 * import { ExactDistribution, Rational } from "@wangge/evaluation"
 *
 * const { distribution, observed } = ExactDistribution.rankSum([70, 72, 95, 96, 71], [2, 3])
 * Rational.toText(ExactDistribution.atLeast(distribution, observed)) // => "1/10"
 * ```
 *
 * @source F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1, 1945; with
 * ties, its permutation distribution
 * @category distributions
 * @since 0.1.0
 */
export const rankSum = (
  values: ReadonlyArray<number>,
  places: ReadonlyArray<number>
): { readonly distribution: ExactDistribution; readonly observed: number } => {
  const ranks = values.map(
    (value) =>
      1 +
      values.filter((other) => other <= value).length +
      values.filter((other) => other < value).length
  )
  const observed = places.reduce((sum, place) => sum + ranks[place]!, 0)
  const largest = ranks.reduce((sum, rank) => sum + rank, 0)
  const ways = places.map(() => new Array<bigint>(largest + 1).fill(0n))
  ways.unshift(new Array<bigint>(largest + 1).fill(0n))
  ways[0]![0] = 1n
  for (const rank of ranks) {
    for (let count = places.length; count >= 1; count -= 1) {
      const [fewer, same] = [ways[count - 1]!, ways[count]!]
      for (let sum = rank; sum <= largest; sum += 1) same[sum] = same[sum]! + fewer[sum - rank]!
    }
  }
  const weights = ways[places.length]!
  const mean = Rational.make(places.length * (values.length + 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  return { distribution: { from: 0, weights, total, mean }, observed }
}

/**
 * The distribution of the sum of two independent numbers.
 *
 * @category distributions
 * @since 0.1.0
 */
export const plus = (left: ExactDistribution, right: ExactDistribution): ExactDistribution => {
  const { from, weights, total } = convolved(left, right)
  return { from, weights, total, mean: Rational.add(left.mean, right.mean) }
}

/**
 * The chance of `value` or more.
 *
 * @category chances
 * @since 0.1.0
 */
export const atLeast = (distribution: ExactDistribution, value: number): Rational.Rational => {
  const { from, weights, total } = distribution
  const tail = weights.slice(Math.max(0, value - from)).reduce((sum, weight) => sum + weight, 0n)
  return Rational.make(tail, total)
}

/**
 * The chance of `value` or less.
 *
 * @category chances
 * @since 0.1.0
 */
export const atMost = (distribution: ExactDistribution, value: number): Rational.Rational => {
  const { from, weights, total } = distribution
  const tail = weights.slice(0, Math.max(0, value - from + 1)).reduce((sum, one) => sum + one, 0n)
  return Rational.make(tail, total)
}

/**
 * Most trials for which the weights of a distribution are exact.
 *
 * @source none: numbers of some hundred digits are still fast
 * @category distributions
 * @since 0.1.0
 */
export { exactSizeMax } from "./internal/wholeWeights.ts"

const choose = (size: number, count: number): bigint => {
  let ways = 1n
  for (let place = 1; place <= count; place += 1) {
    ways = (ways * BigInt(size - count + place)) / BigInt(place)
  }
  return ways
}

const demandCounts = (counts: ReadonlyArray<number>, subject: string): void => {
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError(`These are no counts for ${subject}: ${counts.join(", ")}`)
  }
}
