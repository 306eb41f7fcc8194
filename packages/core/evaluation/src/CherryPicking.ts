/**
 * Cherry-picking (挑拣易办事项): easy matters are taken, hard ones are left to others or to nobody.
 * What a unit took is compared with all there was to take where it works, not with what it was good at.
 */
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import { type MarkedMatter, testsAgainst } from "./internal/markedMatters.ts"
import type { SignalMatter, SignalMatters } from "./SignalMatter.ts"
import type { CompiledSignalRules } from "./SignalRules.ts"
import type { SignalTest } from "./SignalTest.ts"

/**
 * One test for each unit that closed something opened in the period: of these matters, those of easy
 * types, against all matters opened in the period in the same pool, closed by anybody or nobody, by
 * Fisher's exact test over the pools.
 *
 * Where no type is called easy there is no test. A specialist who is sent the easy types rings too.
 *
 * @source none: our own rule
 * @category signals
 * @since 0.1.0
 */
export const tests = (
  compiled: CompiledSignalRules,
  { matters, all }: SignalMatters,
  period: EvaluationPeriod
): ReadonlyArray<SignalTest> => {
  const easy = new Set(compiled.rules.easyTypeIds)
  if (easy.size === 0) return []
  const rowOf = (matter: SignalMatter): MarkedMatter => ({
    unitId: matter.unitId,
    matterId: matter.matterId,
    stratum: compiled.rules.pool === "Grid" ? matter.gridId : "",
    isMarked: easy.has(matter.typeId)
  })
  const isOffered = ({ openedSec }: SignalMatter): boolean =>
    openedSec !== "None" && period.fromSec <= openedSec && openedSec < period.untilSec
  const taken = matters.filter((matter) => isOffered(matter) && matter.closedSec !== "None")
  return testsAgainst(compiled, "CherryPicking", taken.map(rowOf), all.filter(isOffered).map(rowOf))
}
