/**
 * Case-mix: what a unit would have reached, had it done with each type of case what all units together
 * do. Indirect standardisation: observed over expected. A grid with hard cases is then not behind one
 * with easy ones; but each ratio compares its unit with the reference, not two units with each other,
 * because each has weights of its own.
 */
import { binomialWeights, summedWeights } from "./internal/binomialWeights.ts"
import { poissonLower, poissonUpper } from "./internal/poissonLimit.ts"
import * as Rational from "./Rational.ts"
import * as ShareCount from "./ShareCount.ts"
import { confidenceProblem } from "./ShareInterval.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * `count` of `total` cases of one type; `typeId` names it.
 *
 * @category case-mix
 * @since 0.1.0
 */
export interface TypeCount {
  readonly typeId: string
  readonly count: number
  readonly total: number
}

/**
 * The cases of one unit by type, each type at most once.
 *
 * @category case-mix
 * @since 0.1.0
 */
export interface UnitCases {
  readonly unitId: string
  readonly types: ReadonlyArray<TypeCount>
}

/**
 * The mix of one unit.
 *
 * - `Known`: `expected` cases against those `observed`; `ratio` is observed / expected;
 *   `adjustedShare` is the ratio times the share of the reference, and may lie above 1; `lower` and
 *   `upper` bound the ratio (the Poisson limits of the observed count over the expected one);
 *   `lowerTail` and `upperTail` are the chances of so few or fewer, and of so many or more, if the unit
 *   worked as the reference does (the exact sum of a binomial for each type).
 * - `NothingExpected`: the reference never reached any of these types, nor did the unit.
 * - `NoCases`: the unit had none.
 *
 * @category case-mix
 * @since 0.1.0
 */
export type UnitMix =
  | {
      readonly status: "Known"
      readonly unitId: string
      readonly observed: number
      readonly total: number
      readonly expected: Rational.Rational
      readonly ratio: Rational.Rational
      readonly adjustedShare: Rational.Rational
      readonly lower: number
      readonly upper: number
      readonly lowerTail: number
      readonly upperTail: number
    }
  | { readonly status: "NothingExpected"; readonly unitId: string; readonly total: number }
  | { readonly status: "NoCases"; readonly unitId: string }

/**
 * The types of all units together, in the order of their ids: the usual reference. It contains each
 * unit itself, which draws large units towards 1.
 *
 * ```ts
 * import { CaseMix } from "@wangge/evaluation"
 *
 * const noise = (count: number, total: number) => [{ typeId: "noise", count, total }]
 * CaseMix.reference([
 *   { unitId: "a", types: noise(1, 2) },
 *   { unitId: "b", types: noise(3, 4) }
 * ]) // => [{ typeId: "noise", count: 4, total: 6 }]
 * ```
 *
 * @source none: arithmetic
 * @category case-mix
 * @since 0.1.0
 */
export const reference = (units: ReadonlyArray<UnitCases>): ReadonlyArray<TypeCount> => {
  const sums = new Map<string, TypeCount>()
  for (const { typeId, count, total } of units.flatMap(({ types }) => types)) {
    const before = sums.get(typeId)
    const [counted, all] = [(before?.count ?? 0) + count, (before?.total ?? 0) + total]
    sums.set(typeId, { typeId, count: counted, total: all })
  }
  return [...sums.values()].sort((left, right) => (left.typeId < right.typeId ? -1 : 1))
}

/**
 * The mix of each unit against a reference, in the order given.
 *
 * Refused: counts that are none, a doubled id, a type that the reference does not know or of which it
 * has no case (`TypeWithoutReference`), cases of a type that the reference says always or never
 * succeeds where the unit shows otherwise (`ImpossibleCases`), a confidence outside 0..1.
 *
 * Cost: the square of the cases of a unit, in multiplications.
 *
 * ```ts
 * import { CaseMix, Rational } from "@wangge/evaluation"
 *
 * const units = [
 *   { unitId: "old town", types: [{ typeId: "parking", count: 5, total: 20 }] },
 *   { unitId: "new town", types: [{ typeId: "parking", count: 15, total: 20 }] }
 * ]
 * const mixed = CaseMix.of(units, CaseMix.reference(units), 0.95)
 * const first = mixed.ok ? mixed.units[0] : undefined
 * first?.status === "Known" ? Rational.toText(first.ratio) : "" // => "1/2"
 * ```
 *
 * @source indirect standardisation with Garwood's limits: Breslow and Day 1987, Statistical Methods in
 * Cancer Research, volume II, chapter 2; the exact tails are of the sum of binomials
 * @category case-mix
 * @since 0.1.0
 */
export const of = (
  units: ReadonlyArray<UnitCases>,
  types: ReadonlyArray<TypeCount>,
  confidence: number
): { readonly ok: true; readonly units: ReadonlyArray<UnitMix> } | StatisticProblem.Refusal => {
  const found = confidenceProblem(confidence)
  if (found !== "None") return { ok: false, problem: found }
  const wrong = unitProblem({ unitId: "reference", types })
  if (wrong !== "None") return { ok: false, problem: wrong }
  const known = new Map(types.map((type) => [type.typeId, type]))
  const seen = new Set<string>()
  const mixes: Array<UnitMix> = []
  for (const unit of units) {
    if (seen.has(unit.unitId))
      return StatisticProblem.refuse("DuplicateId", "units", unit.unitId, 1)
    seen.add(unit.unitId)
    const problem = mixProblem(unit, known)
    if (problem !== "None") return { ok: false, problem }
    mixes.push(mix(unit, known, (1 - confidence) / 2))
  }
  return { ok: true, units: mixes }
}

const unitProblem = (unit: UnitCases): StatisticProblem.StatisticProblem | "None" => {
  const seen = new Set<string>()
  for (const { typeId, count, total } of unit.types) {
    const subject = `${unit.unitId}.${typeId}`
    const found = ShareCount.problem({ unitId: subject, count, total })
    if (found !== "None") return found
    if (seen.has(typeId)) return StatisticProblem.make("DuplicateId", unit.unitId, typeId, 1)
    seen.add(typeId)
  }
  return "None"
}

const mixProblem = (
  unit: UnitCases,
  known: ReadonlyMap<string, TypeCount>
): StatisticProblem.StatisticProblem | "None" => {
  const wrong = unitProblem(unit)
  if (wrong !== "None") return wrong
  for (const { typeId, count, total } of unit.types) {
    const type = known.get(typeId)
    if (total === 0) continue
    if (type === undefined || type.total === 0) {
      const ids = [...known.keys()].join(", ")
      return StatisticProblem.make("TypeWithoutReference", unit.unitId, typeId, ids)
    }
    const subject = `${unit.unitId}.${typeId}`
    if (type.count === 0 && count > 0) {
      return StatisticProblem.make("ImpossibleCases", subject, count, 0)
    }
    if (type.count === type.total && count < total) {
      return StatisticProblem.make("ImpossibleCases", subject, count, total)
    }
  }
  return "None"
}

const mix = (unit: UnitCases, known: ReadonlyMap<string, TypeCount>, tail: number): UnitMix => {
  const { unitId } = unit
  const cases = unit.types.flatMap(({ typeId, count, total }) => {
    const type = known.get(typeId)
    if (type === undefined || total === 0) return []
    return [{ count, total, share: Rational.make(type.count, type.total) }]
  })
  const total = cases.reduce((sum, { total }) => sum + total, 0)
  if (total === 0) return { status: "NoCases", unitId }
  const observed = cases.reduce((sum, { count }) => sum + count, 0)
  const expected = Rational.sum(
    cases.map((type) => Rational.multiply(type.share, Rational.make(type.total)))
  )
  if (expected.numerator === 0n) return { status: "NothingExpected", unitId, total }
  const ratio = Rational.divide(Rational.make(observed), expected)
  const weights = cases
    .map((type) => binomialWeights(type.total, Rational.toNumber(type.share)))
    .reduce(summedWeights)
  const below = Rational.toNumber(expected)
  return {
    status: "Known",
    unitId,
    observed,
    total,
    expected,
    ratio,
    adjustedShare: Rational.multiply(ratio, overall([...known.values()])),
    lower: poissonLower(observed, tail) / below,
    upper: poissonUpper(observed, tail) / below,
    lowerTail: summed(weights.subarray(0, observed + 1)),
    upperTail: summed(weights.subarray(observed))
  }
}

/** The share of the whole reference. */
const overall = (types: ReadonlyArray<TypeCount>): Rational.Rational =>
  Rational.make(
    types.reduce((sum, { count }) => sum + count, 0),
    types.reduce((sum, { total }) => sum + total, 0)
  )

const summed = (weights: Float64Array): number =>
  Math.min(
    1,
    weights.reduce((sum, weight) => sum + weight, 0)
  )
