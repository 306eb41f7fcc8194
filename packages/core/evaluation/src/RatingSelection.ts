/**
 * Selected ratings (选择性回访): who will complain is not asked, or is "not reached". A satisfied share
 * counts only who answered, so that it rises when the right people are left out.
 */
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import { byUnit, groupedBy, isClosedIn } from "./internal/markedMatters.ts"
import type { SignalMatter, SignalMatters } from "./SignalMatter.ts"
import type { CompiledSignalRules } from "./SignalRules.ts"
import * as SignalTest from "./SignalTest.ts"

/**
 * One test for each unit that closed something in the period: of its matters that let a bad answer be
 * expected (late, reopened, sent back), those whose resident was not reached, against its own other
 * matters, by Fisher's exact test over the types.
 *
 * Each unit is its own measure, so that a district of hard-to-reach people does not ring.
 *
 * @source none: our own rule
 * @category signals
 * @since 0.1.0
 */
export const tests = (
  compiled: CompiledSignalRules,
  { matters }: SignalMatters,
  period: EvaluationPeriod
): ReadonlyArray<SignalTest.SignalTest> => {
  const { bits } = compiled
  const isPoor = (matter: SignalMatter): boolean => (matter.bits & bits.poor) !== 0
  const isMissed = (matter: SignalMatter): boolean => (matter.bits & bits.reached) === 0
  const closed = matters.filter(({ closedSec }) => isClosedIn(closedSec, period))
  return byUnit(closed).map(([unitId, own]) => {
    const types = [...groupedBy(own, ({ typeId }) => typeId).values()]
    const missed = own.filter((matter) => isPoor(matter) && isMissed(matter))
    return SignalTest.ofStrata(compiled, {
      kind: "RatingSelection",
      unitId,
      sampleOf: "All",
      strata: types.map((rows) => ({
        total: rows.length,
        marked: rows.filter(isMissed).length,
        drawn: rows.filter(isPoor).length,
        observed: rows.filter((row) => isPoor(row) && isMissed(row)).length
      })),
      evidenceIds: missed.map(({ matterId }) => matterId)
    })
  })
}
