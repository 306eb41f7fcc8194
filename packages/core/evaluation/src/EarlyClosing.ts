/**
 * Early closing (提前结案): a matter is closed on paper before it is solved. It shows in matters that
 * are reopened, sent back or found unsolved more often than those of other units, type by type.
 */
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import { isClosedIn, testsAgainst } from "./internal/markedMatters.ts"
import type { SignalMatters } from "./SignalMatter.ts"
import type { CompiledSignalRules } from "./SignalRules.ts"
import type { SignalTest } from "./SignalTest.ts"

/**
 * One test for each unit that closed something in the period: of its closings, those that turned out
 * unsolved, against those of all units, by Fisher's exact test over the types.
 *
 * A unit that is checked more strictly than others rings too: that is for the inspection to see.
 *
 * @source none: our own rule; Goodhart's law applied to closing rates
 * @category signals
 * @since 0.1.0
 */
export const tests = (
  compiled: CompiledSignalRules,
  { matters }: SignalMatters,
  period: EvaluationPeriod
): ReadonlyArray<SignalTest> => {
  const rows = matters.flatMap(({ unitId, matterId, typeId, bits, closedSec }) =>
    isClosedIn(closedSec, period)
      ? [{ unitId, matterId, stratum: typeId, isMarked: (bits & compiled.bits.unsolved) !== 0 }]
      : []
  )
  return testsAgainst(compiled, "EarlyClosing", rows, rows)
}
