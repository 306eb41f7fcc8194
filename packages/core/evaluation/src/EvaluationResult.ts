/**
 * The result of an evaluation: for every unit what was counted, the lines of its score, its rank with
 * ties kept as ties, its band and the reasons. It names the rules by version and digest, so that a
 * result can be told from one by other rules. Intervals, rank sets, bonus and boards are made from it
 * by their own functions, keyed by unit and indicator.
 */
import type { Label } from "@wangge/facts"
import type { BandStanding } from "./Band.ts"
import type { UnitKind } from "./EvaluationFact.ts"
import type { UnitBefore } from "./EvaluationPeriod.ts"
import type { EvaluationReason } from "./EvaluationReason.ts"
import type { FactTally } from "./FactTally.ts"
import type { IndicatorCount, IndicatorValue } from "./IndicatorCount.ts"
import * as Rational from "./Rational.ts"
import type { Score } from "./Score.ts"
import type { Spread } from "./Spread.ts"

/**
 * One indicator of one unit.
 *
 * @category results
 * @since 0.1.0
 */
export interface UnitIndicator {
  readonly indicatorId: string
  readonly count: IndicatorCount
  readonly value: IndicatorValue
}

/**
 * One line of a score; the contributions of all lines of a unit sum to the `value` of its score
 * exactly.
 *
 * - `Part`: an indicator's `points` times its `weight`; `isCarried` when the points are those of the
 *   period before.
 * - `Evenness`: what a weighted geometric mean takes off the weighted sum for uneven parts.
 * - `Extra`, `Deduction`, `Veto`: an adjustment; `count` is the number of matters behind it.
 * - `Limit`: what brings a score beyond 0 or 100 back to it.
 *
 * @category results
 * @since 0.1.0
 */
export type ScoreLine =
  | {
      readonly kind: "Part"
      readonly indicatorId: string
      readonly points: Rational.Rational
      readonly weight: Rational.Rational
      readonly isCarried: boolean
      readonly contribution: Rational.Rational
    }
  | {
      readonly kind: "Extra" | "Deduction" | "Veto"
      readonly adjustmentId: string
      readonly count: number
      readonly contribution: Rational.Rational
    }
  | { readonly kind: "Evenness" | "Limit"; readonly contribution: Rational.Rational }

/**
 * The places that a unit holds among the `of` scored units of its level: units with the same score
 * share the places from `first` to `last`, best first from 1.
 *
 * @category results
 * @since 0.1.0
 */
export interface RankSpan {
  readonly first: number
  readonly last: number
  readonly of: number
}

/**
 * A unit with a score.
 *
 * @category results
 * @since 0.1.0
 */
export interface ScoredUnit {
  readonly status: "Scored"
  readonly unitId: string
  readonly label: Label.Label
  readonly level: string
  readonly indicators: ReadonlyArray<UnitIndicator>
  readonly lines: ReadonlyArray<ScoreLine>
  readonly score: Score
  readonly rank: RankSpan
  readonly band: BandStanding
  readonly reasons: ReadonlyArray<EvaluationReason>
}

/**
 * A unit without a score, because the parts named in `missingIds` are insufficient.
 *
 * @category results
 * @since 0.1.0
 */
export interface InsufficientUnit {
  readonly status: "Insufficient"
  readonly unitId: string
  readonly label: Label.Label
  readonly level: string
  readonly indicators: ReadonlyArray<UnitIndicator>
  readonly missingIds: ReadonlyArray<string>
  readonly reasons: ReadonlyArray<EvaluationReason>
}

/**
 * A unit in a result.
 *
 * @category results
 * @since 0.1.0
 */
export type UnitResult = ScoredUnit | InsufficientUnit

/**
 * The spread of the scored units of one level, and how many units have no score; `"None"` where no
 * unit has one.
 *
 * @category results
 * @since 0.1.0
 */
export interface LevelSpread {
  readonly level: string
  readonly insufficientCount: number
  readonly spread: Spread | "None"
}

/**
 * A whole result. `units` are in the order of their ids; ranks and spreads are by level; an appeal
 * can be made until `untilSec`, so many days after the `asOfSec` of the period.
 *
 * @category results
 * @since 0.1.0
 */
export interface EvaluationResult {
  readonly rules: {
    readonly id: string
    readonly version: string
    readonly digest: string
    readonly label: Label.Label
    readonly unitKind: UnitKind
  }
  readonly period: {
    readonly fromSec: number
    readonly untilSec: number
    readonly asOfSec: number
  }
  readonly facts: FactTally
  readonly units: ReadonlyArray<UnitResult>
  readonly levels: ReadonlyArray<LevelSpread>
  readonly appeal: { readonly path: Label.Label; readonly untilSec: number }
}

/**
 * The result of one unit, or `"None"` where the result has no such unit.
 *
 * Cost: linear in the units.
 *
 * @category results
 * @since 0.1.0
 */
export const find = (result: EvaluationResult, unitId: string): UnitResult | "None" =>
  result.units.find((unit) => unit.unitId === unitId) ?? "None"

/**
 * The units with a score, in the order of their ids.
 *
 * @category results
 * @since 0.1.0
 */
export const scored = (result: EvaluationResult): ReadonlyArray<ScoredUnit> =>
  result.units.flatMap((unit) => (unit.status === "Scored" ? [unit] : []))

/**
 * What the next period needs to know of this one: the band of each scored unit and its points by
 * indicator. Points that were themselves carried are not carried again.
 *
 * @category results
 * @since 0.1.0
 */
export const toBefore = (result: EvaluationResult): ReadonlyArray<UnitBefore> =>
  scored(result).map(({ unitId, band, lines }) => ({
    unitId,
    bandId: band.bandId,
    points: lines.flatMap((line) =>
      line.kind === "Part" && !line.isCarried
        ? [{ indicatorId: line.indicatorId, points: line.points }]
        : []
    )
  }))

/**
 * The result as plain data for JSON: every exact number as its text, such as `"737/972"`, which
 * `Rational.parse` reads back.
 *
 * Cost: linear in the result.
 *
 * @category results
 * @since 0.1.0
 */
export const toData = (result: EvaluationResult): unknown => plain(result)

const plain = (value: unknown): unknown => {
  if (typeof value === "bigint") return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  if (isRational(value)) return Rational.toText(value)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
}

const isRational = (value: object): value is Rational.Rational =>
  "numerator" in value && typeof value.numerator === "bigint"
