/**
 * Self-made cases (自报自办): a worker reports what the same worker closes minutes later, to have
 * something to count. Finding and fixing at once is also good work; only a share beyond what the
 * others have is a signal.
 */
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import { isClosedIn, testsAgainst } from "./internal/markedMatters.ts"
import type { SignalMatter, SignalMatters } from "./SignalMatter.ts"
import type { CompiledSignalRules } from "./SignalRules.ts"
import type { SignalTest } from "./SignalTest.ts"

/**
 * One test for each unit that closed something in the period: of its closings, those that its closing
 * worker had found and closed within `fastSec`, against those of all units, by Fisher's exact test
 * over the types.
 *
 * @source none: our own rule
 * @category signals
 * @since 0.1.0
 */
export const tests = (
  compiled: CompiledSignalRules,
  { matters }: SignalMatters,
  period: EvaluationPeriod
): ReadonlyArray<SignalTest> => {
  const rows = matters.flatMap((matter) =>
    isClosedIn(matter.closedSec, period)
      ? [
          {
            unitId: matter.unitId,
            matterId: matter.matterId,
            stratum: matter.typeId,
            isMarked: isSelfMade(compiled, matter)
          }
        ]
      : []
  )
  return testsAgainst(compiled, "SelfMadeCases", rows, rows)
}

/**
 * Whether a matter was found and closed by one worker, at most `fastSec` apart.
 *
 * @source none: our own rule
 * @category signals
 * @since 0.1.0
 */
export const isSelfMade = (
  { fastSec }: CompiledSignalRules,
  { finderId, workerId, openedSec, closedSec }: SignalMatter
): boolean =>
  finderId !== "" &&
  finderId === workerId &&
  openedSec !== "None" &&
  closedSec !== "None" &&
  closedSec - openedSec <= fastSec
