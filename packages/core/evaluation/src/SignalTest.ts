/**
 * One exact test of one unit for one kind of signal: what was observed, what would be expected of a
 * unit that does nothing wrong, how likely so much or more is then, and which matters to look at.
 */
import * as ExactDistribution from "./ExactDistribution.ts"
import * as ExactTest from "./ExactTest.ts"
import type * as Rational from "./Rational.ts"
import type { CompiledSignalRules, Kind } from "./SignalRules.ts"

/**
 * A test that was made.
 *
 * `observed` of `sample` matters (for splitting: runs, for inspections: twice the sum of ranks)
 * against `expected`. `pValue` is the exact chance of a number as extreme, see
 * `ExactTest.of`; `falseAlarmShare` is how often this test alone would ring at the level of
 * the rules for a unit that does nothing wrong. `evidenceIds` are the matters to look at, sorted.
 *
 * @category tests
 * @since 0.1.0
 */
export interface Tested {
  readonly status: "Tested"
  readonly kind: Kind
  readonly unitId: string
  readonly sample: number
  readonly observed: number
  readonly expected: Rational.Rational
  readonly pValue: Rational.Rational
  readonly falseAlarmShare: Rational.Rational
  readonly evidenceIds: ReadonlyArray<string>
}

/**
 * A unit with too little to test: that is no clearance, and no suspicion.
 *
 * @category tests
 * @since 0.1.0
 */
export interface TooFew {
  readonly status: "TooFew"
  readonly kind: Kind
  readonly unitId: string
  readonly sample: number
  readonly sampleMin: number
}

/**
 * A test, or why there is none.
 *
 * @category tests
 * @since 0.1.0
 */
export type SignalTest = Tested | TooFew

/**
 * One unit's draw from its urns: in each stratum how many matters there are to compare, how many of
 * them are marked, how many are the unit's own, and how many of its own are marked.
 *
 * @category tests
 * @since 0.1.0
 */
export interface Stratum extends ExactDistribution.Urn {
  readonly observed: number
}

/**
 * The test whether some of a unit's matters are marked beyond what its strata make likely: Fisher's
 * exact test, stratum by stratum, the strata convolved.
 *
 * A stratum in which nobody else has anything, or in which all or none are marked, tells nothing and
 * is left out of the sample. `sampleOf` says what the sample counts: the matters `Drawn` where a unit
 * is compared with others, `All` of them where its own are compared with each other.
 *
 * ```ts
 * import { Rational, SignalRules, SignalTest } from "@wangge/evaluation"
 *
 * const compilation = SignalRules.compile(SignalRules.usual)
 * if (!compilation.ok) throw new Error("The usual rules hold together")
 * const found = SignalTest.ofStrata(compilation.compiled, {
 *   kind: "EarlyClosing", unitId: "unit-1", sampleOf: "Drawn", evidenceIds: [],
 *   strata: [{ total: 200, marked: 10, drawn: 20, observed: 5 }]
 * })
 * found.status === "Tested" ? Rational.toDecimal(found.pValue, 6) : "" // => "0.001105"
 * ```
 *
 * @source R. A. Fisher, The Design of Experiments, 1935, chapter II; over strata, the conditional test
 * of N. Mantel and W. Haenszel (Journal of the National Cancer Institute 22, 1959) made exact
 * @category tests
 * @since 0.1.0
 */
export const ofStrata = (
  compiled: CompiledSignalRules,
  given: {
    readonly kind: Kind
    readonly unitId: string
    readonly strata: ReadonlyArray<Stratum>
    readonly sampleOf: "Drawn" | "All"
    readonly evidenceIds: ReadonlyArray<string>
  }
): SignalTest => {
  const telling = given.strata.filter(
    ({ total, marked, drawn }) => drawn > 0 && drawn < total && marked > 0 && marked < total
  )
  const isDrawn = given.sampleOf === "Drawn"
  const urns = telling.map((urn) => ExactDistribution.hypergeometric(urn))
  return ofDistribution(compiled, {
    kind: given.kind,
    unitId: given.unitId,
    sample: telling.reduce((sum, urn) => sum + (isDrawn ? urn.drawn : urn.total), 0),
    sampleMin: compiled.sampleMin,
    observed: telling.reduce((sum, { observed }) => sum + observed, 0),
    tail: "Many",
    parts: urns,
    evidenceIds: given.evidenceIds
  })
}

/**
 * The test of a sum of independent parts; `TooFew` below the minimum sample or without any part.
 *
 * @category tests
 * @since 0.1.0
 */
export const ofDistribution = (
  { level }: CompiledSignalRules,
  given: {
    readonly kind: Kind
    readonly unitId: string
    readonly sample: number
    readonly sampleMin: number
    readonly observed: number
    readonly tail: ExactTest.Tail
    readonly parts: ReadonlyArray<ExactDistribution.ExactDistribution>
    readonly evidenceIds: ReadonlyArray<string>
  }
): SignalTest => {
  const { kind, unitId, sample, sampleMin, observed, tail, parts } = given
  if (sample < sampleMin || parts.length === 0) {
    return { status: "TooFew", kind, unitId, sample, sampleMin }
  }
  const distribution = parts.reduce(ExactDistribution.plus)
  const found = ExactTest.of(distribution, { observed, tail, level })
  return {
    status: "Tested",
    kind,
    unitId,
    sample,
    observed,
    expected: distribution.mean,
    pValue: found.pValue,
    falseAlarmShare: found.attained,
    evidenceIds: [...given.evidenceIds].sort()
  }
}
