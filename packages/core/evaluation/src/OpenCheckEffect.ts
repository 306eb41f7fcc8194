/**
 * The open-check effect (明察暗访差异): things look better when the inspection was announced. Two tests:
 * open inspections against unannounced ones, and matters closed while an inspection was announced
 * against the unit's other matters.
 */
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import * as ExactDistribution from "./ExactDistribution.ts"
import { byUnit, groupedBy, isClosedIn } from "./internal/markedMatters.ts"
import type { SignalMatter, SignalMatters } from "./SignalMatter.ts"
import type { CompiledSignalRules } from "./SignalRules.ts"
import * as SignalTest from "./SignalTest.ts"

/**
 * One test for each unit with open and unannounced inspections in the period: whether the open ones
 * stand higher in the order of shares of points, by the exact permutation distribution of their sum of
 * ranks, ties with their middle rank. `sheetMin` is the fewest inspections, `observed` is twice the sum.
 *
 * @source none: our own rule; the test is Wilcoxon's
 * @category signals
 * @since 0.1.0
 */
export const tests = (
  compiled: CompiledSignalRules,
  { sheets }: SignalMatters
): ReadonlyArray<SignalTest.SignalTest> =>
  byUnit(sheets).map(([unitId, own]) => {
    const open = own.flatMap(({ isOpen }, place) => (isOpen ? [place] : []))
    const shares = own.map(({ points, possible }) => points / possible)
    const isMixed = open.length > 0 && open.length < own.length
    const { distribution, observed } = ExactDistribution.rankSum(shares, open)
    return SignalTest.ofDistribution(compiled, {
      kind: "OpenCheckEffect",
      unitId,
      sample: isMixed ? own.length : 0,
      sampleMin: compiled.sheetMin,
      observed,
      tail: "Many",
      parts: [distribution],
      evidenceIds: [...new Set(own.map(({ matterId }) => matterId))]
    })
  })

/**
 * One test for each unit that closed something in the period: of its matters closed while an inspection
 * was announced, those without any bad sign, against its own other matters, by Fisher's exact test over
 * the types. Without announced stretches there is no test.
 *
 * @source none: our own rule
 * @category signals
 * @since 0.1.0
 */
export const matterTests = (
  compiled: CompiledSignalRules,
  { matters }: SignalMatters,
  period: EvaluationPeriod
): ReadonlyArray<SignalTest.SignalTest> => {
  const { bits, rules } = compiled
  if (rules.announced.length === 0) return []
  const isGood = (matter: SignalMatter): boolean =>
    (matter.bits & (bits.unsolved | bits.poor)) === 0
  const isWatched = ({ closedSec }: SignalMatter): boolean =>
    rules.announced.some((announced) => isClosedIn(closedSec, announced))
  const closed = matters.filter(({ closedSec }) => isClosedIn(closedSec, period))
  return byUnit(closed).map(([unitId, own]) => {
    const types = [...groupedBy(own, ({ typeId }) => typeId).values()]
    const shown = own.filter((matter) => isWatched(matter) && isGood(matter))
    return SignalTest.ofStrata(compiled, {
      kind: "OpenCheckMatters",
      unitId,
      sampleOf: "All",
      strata: types.map((rows) => ({
        total: rows.length,
        marked: rows.filter(isGood).length,
        drawn: rows.filter(isWatched).length,
        observed: rows.filter((row) => isWatched(row) && isGood(row)).length
      })),
      evidenceIds: shown.map(({ matterId }) => matterId)
    })
  })
}
