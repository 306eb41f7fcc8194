/**
 * What a bonus must know before it pays: for each unit the ranks that the data cannot rule out. The
 * shape is the little that a payment reads; a whole rank-set report fits in its place.
 */
import * as BonusProblem from "./BonusProblem.ts"
import type { Rational } from "./Rational.ts"

/**
 * The ranks of one unit that the data cannot rule out, for all units together: from `best` to
 * `worst`, 1 the best of all.
 *
 * @category evidence
 * @since 0.1.0
 */
export interface UnitEvidence {
  readonly unitId: string
  readonly simultaneous: { readonly best: number; readonly worst: number }
}

/**
 * A rank-set report of the units of one level, one row for each scored unit, in any order; such as
 * `RankSet.RankSets`. `method` names how it was made, `confidence` is a share such as 19/20.
 *
 * @category evidence
 * @since 0.1.0
 */
export interface RankEvidence {
  readonly method: string
  readonly confidence: Rational
  readonly units: ReadonlyArray<UnitEvidence>
}

/**
 * What a report lacks for a payment to these units; empty when it names each once, nobody else, and
 * only possible ranks.
 *
 * Returns `EvidenceMissing`, `UnknownUnit` and `EvidenceOutOfRange`. `level` is only named.
 *
 * ```ts
 * import { RankEvidence, Rational } from "@wangge/evaluation"
 *
 * const evidence = {
 *   method: "pairwise tests", confidence: Rational.make(19, 20),
 *   units: [{ unitId: "unit-1", simultaneous: { best: 1, worst: 1 } }]
 * }
 * const problems = RankEvidence.check(evidence, ["unit-1", "unit-2"], "")
 * problems.map(({ code, subject }) => `${code} ${subject}`) // => ["EvidenceMissing unit-2"]
 * ```
 *
 * @source none: that no payment goes out without a rank-set report is our own rule
 * @category evidence
 * @since 0.1.0
 */
export const check = (
  evidence: RankEvidence,
  unitIds: ReadonlyArray<string>,
  level: string
): ReadonlyArray<BonusProblem.BonusProblem> => {
  const times = new Map<string, number>(unitIds.map((id) => [id, 0]))
  const problems: Array<BonusProblem.BonusProblem> = []
  for (const { unitId, simultaneous } of evidence.units) {
    const { best, worst } = simultaneous
    const before = times.get(unitId)
    if (before === undefined) {
      problems.push(BonusProblem.make("UnknownUnit", "evidence", unitId, level))
    } else times.set(unitId, before + 1)
    const isWhole = Number.isInteger(best) && Number.isInteger(worst)
    if (!isWhole || best < 1 || worst < best || worst > unitIds.length) {
      const found = `${best}-${worst}`
      problems.push(BonusProblem.make("EvidenceOutOfRange", unitId, found, `1-${unitIds.length}`))
    }
  }
  const missing = unitIds.filter((id) => times.get(id) !== 1)
  return [
    ...problems,
    ...missing.map((id) => BonusProblem.make("EvidenceMissing", id, times.get(id) ?? 0, 1))
  ]
}
