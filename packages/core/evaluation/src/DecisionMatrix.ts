/**
 * Units by criteria: the table that multi-criteria methods start from, checked once. Every method of
 * this package takes one, so that none has to answer for NaN, ragged rows or weights that do not sum.
 */
import type { CompiledPart } from "./CompiledRules.ts"
import * as EvaluationResult from "./EvaluationResult.ts"
import * as Rational from "./Rational.ts"
import * as StatisticProblem from "./StatisticProblem.ts"
import * as Weights from "./Weights.ts"

/**
 * One criterion: which direction is good, and its weight; the weights of a matrix sum to exactly 1.
 *
 * @category matrices
 * @since 0.1.0
 */
export interface Criterion {
  readonly id: string
  readonly better: "Higher" | "Lower"
  readonly weight: Rational.Rational
}

/**
 * A table with one row per unit and one column per criterion, all numbers finite. Build it with
 * {@link make}.
 *
 * @category matrices
 * @since 0.1.0
 */
export interface DecisionMatrix {
  readonly unitIds: ReadonlyArray<string>
  readonly criteria: ReadonlyArray<Criterion>
  readonly rows: ReadonlyArray<ReadonlyArray<number>>
}

/**
 * A matrix, or what is wrong with it.
 *
 * @category matrices
 * @since 0.1.0
 */
export type MatrixAnswer =
  | { readonly ok: true; readonly matrix: DecisionMatrix }
  | StatisticProblem.Refusal

/**
 * A matrix from its parts.
 *
 * Refused: no units or criteria, a doubled id, rows of other lengths, numbers that are not finite,
 * negative weights and weights that do not sum to exactly 1 (`OutOfRange`).
 *
 * ```ts
 * import { DecisionMatrix, Rational } from "@wangge/evaluation"
 *
 * const half = Rational.make(1, 2)
 * const answer = DecisionMatrix.make({
 *   unitIds: ["a", "b"],
 *   criteria: [
 *     { id: "solved", better: "Higher", weight: half },
 *     { id: "returned", better: "Lower", weight: half }
 *   ],
 *   rows: [[0.9, 0.1], [0.8, Number.NaN]]
 * })
 * answer.ok ? "" : answer.problem.code // => "NotFinite"
 * ```
 *
 * @category matrices
 * @since 0.1.0
 */
export const make = (parts: DecisionMatrix): MatrixAnswer => {
  const { unitIds, criteria, rows } = parts
  const names =
    doubled("units", unitIds) ??
    doubled(
      "criteria",
      criteria.map(({ id }) => id)
    )
  if (names !== undefined) return names
  if (rows.length !== unitIds.length) {
    return StatisticProblem.refuse("RaggedMatrix", "rows", rows.length, unitIds.length)
  }
  for (const [at, row] of rows.entries()) {
    const unitId = unitIds[at] ?? ""
    if (row.length !== criteria.length) {
      return StatisticProblem.refuse("RaggedMatrix", unitId, row.length, criteria.length)
    }
    const wrong = row.findIndex((value) => !Number.isFinite(value))
    if (wrong >= 0) {
      const subject = `${unitId}.${criteria[wrong]?.id ?? ""}`
      return StatisticProblem.refuse("NotFinite", subject, `${row[wrong]}`, "a number")
    }
  }
  const weighed = Weights.of(
    criteria.map(({ weight }) => weight),
    "SumToOne"
  )
  if (!weighed.ok) {
    return StatisticProblem.refuse("OutOfRange", "weights", weighed.problem.found, "1")
  }
  return { ok: true, matrix: { unitIds, criteria, rows } }
}

/**
 * The points of the scored units of a level as a matrix: one criterion per part, with its weight.
 * Units that lack a part, or carry it over, are left out and named in `without`.
 *
 * Refused: no unit with all parts (`TooFewUnits`).
 *
 * @category matrices
 * @since 0.1.0
 */
export const ofResult = (
  parts: ReadonlyArray<CompiledPart>,
  result: EvaluationResult.EvaluationResult,
  level: string
):
  | {
      readonly ok: true
      readonly matrix: DecisionMatrix
      readonly without: ReadonlyArray<string>
    }
  | StatisticProblem.Refusal => {
  const found = EvaluationResult.scored(result)
    .filter((unit) => unit.level === level)
    .map((unit) => ({ unitId: unit.unitId, row: rowOf(parts, unit) }))
  const whole = found.filter(({ row }) => row.length === parts.length)
  const answer = make({
    unitIds: whole.map(({ unitId }) => unitId),
    criteria: parts.map(({ indicatorId, weight }) => ({
      id: indicatorId,
      better: "Higher",
      weight
    })),
    rows: whole.map(({ row }) => row)
  })
  if (!answer.ok) return answer
  const without = found.flatMap(({ unitId, row }) => (row.length === parts.length ? [] : [unitId]))
  return { ok: true, matrix: answer.matrix, without }
}

/**
 * One column of a matrix.
 *
 * @category matrices
 * @since 0.1.0
 */
export const column = (matrix: DecisionMatrix, index: number): ReadonlyArray<number> =>
  matrix.rows.map((row) => row[index]!)

/**
 * The weights of a matrix as floating-point numbers.
 *
 * @category matrices
 * @since 0.1.0
 */
export const weights = (matrix: DecisionMatrix): ReadonlyArray<number> =>
  matrix.criteria.map(({ weight }) => Rational.toNumber(weight))

/**
 * The matrix without one unit.
 *
 * @category matrices
 * @since 0.1.0
 */
export const without = (matrix: DecisionMatrix, unitId: string): DecisionMatrix => {
  const places = matrix.unitIds.flatMap((id, place) => (id === unitId ? [] : [place]))
  return {
    unitIds: places.map((place) => matrix.unitIds[place]!),
    criteria: matrix.criteria,
    rows: places.map((place) => matrix.rows[place]!)
  }
}

const rowOf = (
  parts: ReadonlyArray<CompiledPart>,
  unit: EvaluationResult.ScoredUnit
): ReadonlyArray<number> =>
  parts.flatMap(({ indicatorId }) =>
    unit.lines.flatMap((line) =>
      line.kind === "Part" && line.indicatorId === indicatorId && !line.isCarried
        ? [Rational.toNumber(line.points)]
        : []
    )
  )

const doubled = (
  subject: string,
  ids: ReadonlyArray<string>
): StatisticProblem.Refusal | undefined => {
  if (ids.length === 0) return StatisticProblem.refuse("TooFewUnits", subject, 0, 1)
  const twice = ids.find((id, place) => ids.indexOf(id) !== place)
  return twice === undefined ? undefined : StatisticProblem.refuse("DuplicateId", subject, twice, 1)
}
