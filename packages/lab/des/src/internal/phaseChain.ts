/**
 * Distributions that are the time until a Markov chain ends: their chain, their moments by linear
 * equations, their chances by uniformisation.
 */
import type { Distribution } from "./distributionKinds.ts"
import { poissonChance } from "./incompleteGamma.ts"
import { solve } from "./linearSystem.ts"

/** A chain as in `PhaseType`: chances of the first phase, and rates between the phases. */
export interface Phases {
  readonly start: ReadonlyArray<number>
  readonly generator: ReadonlyArray<ReadonlyArray<number>>
}

/** The chain of a distribution, or `undefined` if it has none. */
export const phasesOf = (distribution: Distribution): Phases | undefined => {
  switch (distribution.kind) {
    case "exponential":
      return inSeries([distribution.mean])
    case "erlang": {
      const { mean, phases } = distribution
      return inSeries(Array.from({ length: phases }, () => mean / phases))
    }
    case "hypoexponential":
      return inSeries(distribution.means)
    case "hyperexponential":
      return {
        start: distribution.probabilities,
        generator: distribution.means.map((mean, row) =>
          distribution.means.map((_, column) => (row === column ? -1 / mean : 0))
        )
      }
    case "phaseType":
      return distribution
    default:
      return undefined
  }
}

const inSeries = (means: ReadonlyArray<number>): Phases => ({
  start: means.map((_, phase) => (phase === 0 ? 1 : 0)),
  generator: means.map((mean, row) =>
    means.map((_, column) => (row === column ? -1 : column === row + 1 ? 1 : 0) / mean)
  )
})

/**
 * The mean of X^order: order! times start (-generator)^-order 1.
 *
 * @source M. F. Neuts, "Matrix-Geometric Solutions in Stochastic Models", 1981, section 2.2
 */
export const phaseMoment = (phases: Phases, order: number): number => {
  const negative = phases.generator.map((row) => row.map((rate) => -rate))
  let times = Float64Array.from(phases.start, () => 1)
  let factorial = 1
  for (let power = 1; power <= order; power++) {
    times = Float64Array.from(solve(negative, times) ?? times.map(() => Number.NaN))
    factorial *= power
  }
  return factorial * phases.start.reduce((sum, chance, phase) => sum + chance * times[phase]!, 0)
}

/**
 * The chance that the chain has not ended at `time`, to about 14 digits.
 *
 * Cost: fastest rate times `time`, times the square of the number of phases; where that is more
 * than some matrix products, those are taken instead.
 *
 * @source A. Jensen, "Markoff Chains as an Aid in the Study of Markoff Processes", Skandinavisk
 *   Aktuarietidskrift 36, 1953 (uniformisation)
 */
export const phaseAbove = (phases: Phases, time: number): number => {
  if (!(time > 0)) return 1
  const size = phases.start.length
  const rate = Math.max(...phases.generator.map((row, phase) => -row[phase]!))
  const jumps = phases.generator.map((row, from) =>
    Float64Array.from(row, (value, to) => value / rate + (from === to ? 1 : 0))
  )
  const mean = rate * time
  const squarings = Math.max(0, Math.ceil(log2(mean)))
  if (mean <= size * (squarings + 30)) return byVector(phases.start, jumps, mean)
  return bySquaring(phases.start, jumps, mean, squarings)
}

/** The sum over n of the Poisson chance of n jumps and the chance to survive n jumps. */
const byVector = (
  start: ReadonlyArray<number>,
  jumps: ReadonlyArray<Float64Array>,
  mean: number
): number => {
  let now = Float64Array.from(start)
  let above = 0
  const last = mean + 9 * Math.sqrt(mean) + 40
  for (let jump = 0; jump <= last; jump++) {
    const alive = now.reduce((sum, chance) => sum + chance, 0)
    if (alive < 1e-20) break
    above += poissonChance(jump, mean) * alive
    now = times(now, jumps)
  }
  return Math.min(1, above)
}

const times = (
  row: Float64Array,
  matrix: ReadonlyArray<Float64Array>
): Float64Array<ArrayBuffer> => {
  const product = new Float64Array(row.length)
  for (let from = 0; from < row.length; from++) {
    const share = row[from]!
    if (share === 0) continue
    const line = matrix[from]!
    for (let to = 0; to < row.length; to++) product[to] = product[to]! + share * line[to]!
  }
  return product
}

/** The matrix of a time so short that there is at most about one jump, then squared again and again. */
const bySquaring = (
  start: ReadonlyArray<number>,
  jumps: ReadonlyArray<Float64Array>,
  mean: number,
  squarings: number
): number => {
  let short = mean
  for (let count = 0; count < squarings; count++) short /= 2
  let power: ReadonlyArray<Float64Array> = jumps.map((row, index) =>
    Float64Array.from(row, (_, column) => (column === index ? 1 : 0))
  )
  let sum: ReadonlyArray<Float64Array> = jumps.map((row) => row.map(() => 0))
  for (let jump = 0; jump <= 25; jump++) {
    const weight = poissonChance(jump, short)
    const now = power
    sum = sum.map((row, index) => row.map((value, at) => value + weight * now[index]![at]!))
    power = power.map((row) => times(row, jumps))
  }
  for (let count = 0; count < squarings; count++) {
    const half = sum
    sum = half.map((row) => times(row, half))
  }
  const end = times(Float64Array.from(start), sum)
  return Math.min(
    1,
    end.reduce((total, chance) => total + chance, 0)
  )
}

/** How often `value` can be halved until it is at most 1. */
const log2 = (value: number): number => {
  let count = 0
  for (let left = value; left > 1; left /= 2) count++
  return count
}
