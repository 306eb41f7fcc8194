/**
 * Weights from judgements in pairs (analytic hierarchy process, 层次分析法): how many times as
 * important each criterion is as each other, and how far these judgements contradict each other. An
 * analysis tool: weights that pay people are read from the rules, with their provenance, and not from
 * here.
 */
import * as Rational from "./Rational.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * Published random indexes: the mean consistency index of random judgements, for 3, 4, 5, ... criteria.
 * The tables disagree (for 3 criteria 0.58 and 0.5245; all random judgements there can be counted, and
 * give 0.5245), so that a ratio always says which one it used.
 *
 * @source Saaty1980: Saaty 1980, The Analytic Hierarchy Process, as usually reprinted (1.48 for 12
 * criteria lies below the 1.51 for 11 there). AlonsoLamata2006: Alonso and Lamata 2006, International
 * Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 14:445-459, simulated anew. Both as
 * printed in several programs that name these works; that of 3 criteria is counted in our tests
 * @category judgements
 * @since 0.1.0
 */
export const randomIndexes = {
  Saaty1980: [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  AlonsoLamata2006: [
    0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713,
    1.5838
  ]
} as const

/**
 * A table of {@link randomIndexes}.
 *
 * @category judgements
 * @since 0.1.0
 */
export type RandomIndexTable = keyof typeof randomIndexes

/**
 * The consistency ratio up to which judgements are usually taken.
 *
 * @source Saaty 1980, The Analytic Hierarchy Process: 0.10
 * @category judgements
 * @since 0.1.0
 */
export const ratioMax = 0.1

/**
 * How the iteration ends: when no weight changes by more than `tolerance` of the whole; after
 * `stepMax` steps it is refused.
 *
 * @source none: near the last bit; consistent judgements need one step, others some tens
 * @category judgements
 * @since 0.1.0
 */
export const iteration = { tolerance: 1e-15, stepMax: 10_000 } as const

/**
 * Weights that sum to 1, in the order of the matrix, the largest eigenvalue, the consistency index
 * (eigenvalue - n) / (n - 1) and its ratio to the random index of the table.
 *
 * @category judgements
 * @since 0.1.0
 */
export interface Judged {
  readonly weights: ReadonlyArray<number>
  readonly eigenvalue: number
  readonly consistencyIndex: number
  readonly consistencyRatio: number
  readonly isConsistent: boolean
  readonly table: RandomIndexTable
}

/**
 * The weights of a whole matrix of judgements: the principal eigenvector, by power iteration.
 *
 * `judgements[i][j]` says how many times as important criterion i is as j, exactly, so that 1/3 is one
 * third. One or two criteria cannot contradict themselves: their index and ratio are 0.
 *
 * Refused: no criteria, rows that are missing or of another length (`RaggedMatrix`), judgements that
 * are not above 0 (`OutOfRange`), pairs that are not reciprocal or a diagonal other than 1
 * (`NotReciprocal`), more criteria than the table has (`NoRandomIndex`).
 *
 * ```ts
 * import { Ahp, Rational } from "@wangge/evaluation"
 *
 * const judgements = Ahp.fromUpper(2, [Rational.make(3)])
 * const answer = Ahp.weights(judgements, "Saaty1980")
 * answer.ok ? [answer.judged.weights, answer.judged.consistencyRatio] : []
 * // => [[0.75, 0.25], 0]
 * ```
 *
 * @source Saaty 1980, The Analytic Hierarchy Process
 * @category judgements
 * @since 0.1.0
 */
export const weights = (
  judgements: ReadonlyArray<ReadonlyArray<Rational.Rational>>,
  table: RandomIndexTable
): { readonly ok: true; readonly judged: Judged } | StatisticProblem.Refusal => {
  const wrong = problemOf(judgements)
  if (wrong !== undefined) return wrong
  const count = judgements.length
  const randomIndex = count < 3 ? 1 : randomIndexes[table][count - 3]
  if (randomIndex === undefined) {
    return StatisticProblem.refuse("NoRandomIndex", table, count, randomIndexes[table].length + 2)
  }
  const rows = judgements.map((row) => row.map(Rational.toNumber))
  const found = eigenvector(rows)
  if (found === undefined) {
    const { stepMax, tolerance } = iteration
    return StatisticProblem.refuse("NotConverged", "judgements", stepMax, tolerance)
  }
  const eigenvalue = count < 3 ? count : total(product(rows, found))
  const consistencyIndex = count < 3 ? 0 : Math.max(0, (eigenvalue - count) / (count - 1))
  const consistencyRatio = consistencyIndex / randomIndex
  const isConsistent = consistencyRatio <= ratioMax
  return {
    ok: true,
    judged: { weights: found, eigenvalue, consistencyIndex, consistencyRatio, isConsistent, table }
  }
}

/**
 * A whole matrix from its upper half, row by row: 1 on the diagonal, reciprocals below.
 *
 * Throws a `RangeError` unless there are count (count - 1) / 2 judgements, none of them 0.
 *
 * ```ts
 * import { Ahp, Rational } from "@wangge/evaluation"
 *
 * Ahp.fromUpper(2, [Rational.make(3)]).map((row) => row.map(Rational.toText))
 * // => [["1", "3"], ["1/3", "1"]]
 * ```
 *
 * @category judgements
 * @since 0.1.0
 */
export const fromUpper = (
  count: number,
  upper: ReadonlyArray<Rational.Rational>
): ReadonlyArray<ReadonlyArray<Rational.Rational>> => {
  if (upper.length !== (count * (count - 1)) / 2) {
    throw new RangeError(`${count} criteria need ${(count * (count - 1)) / 2} judgements`)
  }
  const above = (row: number, column: number): Rational.Rational =>
    upper[row * count - (row * (row + 1)) / 2 + column - row - 1] ?? Rational.one
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) => {
      if (row === column) return Rational.one
      return row < column ? above(row, column) : Rational.divide(Rational.one, above(column, row))
    })
  )
}

const problemOf = (
  judgements: ReadonlyArray<ReadonlyArray<Rational.Rational>>
): StatisticProblem.Refusal | undefined => {
  const count = judgements.length
  if (count === 0) return StatisticProblem.refuse("TooFewUnits", "judgements", 0, 1)
  const ragged = judgements.findIndex((row) => row.length !== count)
  if (ragged >= 0) {
    const found = judgements[ragged]?.length ?? 0
    return StatisticProblem.refuse("RaggedMatrix", `judgements.${ragged}`, found, count)
  }
  for (const [at, row] of judgements.entries()) {
    for (const [other, judgement] of row.entries()) {
      const subject = `judgements.${at}.${other}`
      if (judgement.numerator <= 0n) {
        return StatisticProblem.refuse("OutOfRange", subject, Rational.toText(judgement), "> 0")
      }
      const back = judgements[other]?.[at] ?? Rational.one
      if (!Rational.equals(Rational.multiply(judgement, back), Rational.one)) {
        const found = `${Rational.toText(judgement)}, ${Rational.toText(back)}`
        const expected = Rational.toText(Rational.divide(Rational.one, judgement))
        return StatisticProblem.refuse("NotReciprocal", subject, found, expected)
      }
    }
  }
  return undefined
}

const eigenvector = (
  rows: ReadonlyArray<ReadonlyArray<number>>
): ReadonlyArray<number> | undefined => {
  let weights: ReadonlyArray<number> = rows.map(() => 1 / rows.length)
  for (let step = 0; step < iteration.stepMax; step += 1) {
    const image = product(rows, weights)
    const length = total(image)
    const next = image.map((value) => value / length)
    const change = Math.max(...next.map((value, at) => Math.abs(value - weights[at]!)))
    weights = next
    if (change <= iteration.tolerance) return weights
  }
  return undefined
}

const product = (
  rows: ReadonlyArray<ReadonlyArray<number>>,
  weights: ReadonlyArray<number>
): ReadonlyArray<number> =>
  rows.map((row) => row.reduce((sum, value, at) => sum + value * weights[at]!, 0))

const total = (values: ReadonlyArray<number>): number =>
  values.reduce((sum, value) => sum + value, 0)
