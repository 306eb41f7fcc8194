/**
 * How far apart the scores and bands of some units lie. The share rated excellent is only given
 * together with the spread, because at 97.8 % excellent a band no longer tells units apart.
 */
import { naturalLog } from "./internal/naturalLog.ts"
import { ascending } from "./internal/scoreOrder.ts"
import { power } from "./internal/wholeRoot.ts"
import * as Rational from "./Rational.ts"
import * as Score from "./Score.ts"

/**
 * How many units one band has, and which share of the scored units that is.
 *
 * @category spread
 * @since 0.1.0
 */
export interface BandShare {
  readonly bandId: string
  readonly count: number
  readonly share: Rational.Rational
}

/**
 * The spread of some scored units. Scores are in points; `deviation` is the standard deviation of
 * these units (not of a sample), a float; `informationBits` is what the band of a unit tells, the
 * entropy of the band shares in bits, of at most `informationMaxBits`.
 *
 * @category spread
 * @since 0.1.0
 */
export interface Spread {
  readonly unitCount: number
  readonly bands: ReadonlyArray<BandShare>
  readonly excellentShare: Rational.Rational
  readonly scoreMin: Rational.Rational
  readonly scoreMax: Rational.Rational
  readonly mean: Rational.Rational
  readonly median: Rational.Rational
  readonly deviation: number
  readonly informationBits: number
  readonly informationMaxBits: number
}

/**
 * The spread of the scored units of one level: `bandIds` are all bands, best first, `standings` the
 * band of each unit in the order of `scores`.
 *
 * Mean and deviation are of the scores cut after `Score.valueDecimals` decimals, the rest is exact.
 * Throws a `RangeError` for no unit at all and for lists of different length: a spread of nothing is
 * no number.
 *
 * ```ts
 * import { Rational, Score, Spread } from "@wangge/evaluation"
 *
 * const scores = [95, 93, 91, 85].map((points) => Score.ofRational(Rational.make(points)))
 * const bands = { ids: ["excellent", "good", "fail"], excellentId: "excellent" }
 * const spread = Spread.of(bands, ["excellent", "excellent", "excellent", "good"], scores)
 * const { mean, excellentShare } = spread
 * const shown = [Rational.toText(excellentShare), Rational.toText(mean), spread.deviation.toFixed(3)]
 * shown // => ["3/4", "91", "3.742"]
 * ```
 *
 * @source Shannon, A Mathematical Theory of Communication, 1948, section 6, for the information in bits
 * @category spread
 * @since 0.1.0
 */
export const of = (
  bands: { readonly ids: ReadonlyArray<string>; readonly excellentId: string },
  standings: ReadonlyArray<string>,
  scores: ReadonlyArray<Score.Score>
): Spread => {
  if (scores.length === 0 || scores.length !== standings.length) {
    throw new RangeError(`A spread needs units, each with a band: ${scores.length} scores`)
  }
  const ordered = ascending(scores).map(({ score }) => score.value)
  const counts = new Map<string, number>()
  for (const bandId of standings) counts.set(bandId, (counts.get(bandId) ?? 0) + 1)
  const shares = bands.ids.map((bandId) => {
    const count = counts.get(bandId) ?? 0
    return { bandId, count, share: Rational.make(count, scores.length) }
  })
  const last = ordered.length - 1
  const { mean, deviation } = momentsOf(ordered)
  return {
    unitCount: scores.length,
    bands: shares,
    excellentShare: Rational.make(counts.get(bands.excellentId) ?? 0, scores.length),
    scoreMin: ordered[0]!,
    scoreMax: ordered[last]!,
    mean,
    median: midpoint(ordered[Math.floor(last / 2)]!, ordered[Math.ceil(last / 2)]!),
    deviation,
    informationBits: informationBits(shares.map(({ share }) => Rational.toNumber(share))),
    informationMaxBits: naturalLog(bands.ids.length) / Math.LN2
  }
}

/**
 * What one draw from some shares tells, in bits: 0 where one share is 1, log2 of their number where
 * all are equal. Shares of 0 tell nothing; the shares sum to 1.
 *
 * ```ts
 * import { Spread } from "@wangge/evaluation"
 *
 * // Rated excellent or not: 72.5 % told 0.85 bits of a possible 1, 97.8 % tell 0.15.
 * const told = [0.725, 0.978].map((share) => Spread.informationBits([share, 1 - share]).toFixed(4))
 * told // => ["0.8485", "0.1525"]
 * ```
 *
 * @source Shannon, A Mathematical Theory of Communication, 1948, section 6; the shares of the example
 * are those of Helong's organisation department (undated)
 * @category spread
 * @since 0.1.0
 */
export const informationBits = (shares: ReadonlyArray<number>): number => {
  const nats = shares.reduce((sum, share) => (share > 0 ? sum - share * naturalLog(share) : sum), 0)
  return nats / Math.LN2
}

const midpoint = (lower: Rational.Rational, upper: Rational.Rational): Rational.Rational =>
  Rational.divide(Rational.add(lower, upper), Rational.make(2))

/** Mean and standard deviation by whole numbers, so that no order of the units can change them. */
const momentsOf = (
  values: ReadonlyArray<Rational.Rational>
): { readonly mean: Rational.Rational; readonly deviation: number } => {
  const unit = power(10n, Score.valueDecimals)
  let sum = 0n
  let squares = 0n
  for (const value of values) {
    const scaled = (value.numerator * unit) / value.denominator
    sum += scaled
    squares += scaled * scaled
  }
  const count = BigInt(values.length)
  const variance = Rational.make(squares * count - sum * sum, count * count * unit * unit)
  return {
    mean: Rational.make(sum, count * unit),
    deviation: Math.sqrt(Rational.toNumber(variance))
  }
}
