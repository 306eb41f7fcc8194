/**
 * Bunching at the limit (临期集中结案): closings pile up in the last hours before the limit, beyond
 * what the hours before them or the other units show. Some of it is plain effort; a heap is a reason
 * to look whether the work was done or the box was ticked.
 */
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import * as ExactDistribution from "./ExactDistribution.ts"
import { byUnit, isClosedIn, type MarkedMatter, testsAgainst } from "./internal/markedMatters.ts"
import * as Rational from "./Rational.ts"
import type { SignalMatters } from "./SignalMatter.ts"
import type { CompiledSignalRules } from "./SignalRules.ts"
import * as SignalTest from "./SignalTest.ts"

/**
 * One test for each unit that closed something within twice `bunchSec` before its limit: of these
 * closings, those in the second of the two windows.
 *
 * Against `Others` it is Fisher's exact test over the types; against `Smooth` the exact binomial with a
 * half: where closings run smoothly through the hours both windows are about as likely. A closing in
 * the last second of the limit is in the window, one `bunchSec` before it is not.
 *
 * @source none: our own rule; the idea is that of J. McCrary, Manipulation of the running variable,
 * Journal of Econometrics 142, 2008
 * @category signals
 * @since 0.1.0
 */
export const tests = (
  compiled: CompiledSignalRules,
  { matters }: SignalMatters,
  period: EvaluationPeriod
): ReadonlyArray<SignalTest.SignalTest> => {
  const { bunchSec, sampleMin } = compiled
  const rows = matters.flatMap(
    ({ unitId, matterId, typeId, closedSec, dueSec }): ReadonlyArray<MarkedMatter> => {
      if (dueSec === "None" || !isClosedIn(closedSec, period)) return []
      const leftSec = dueSec - closedSec
      if (leftSec < 0 || leftSec >= 2 * bunchSec) return []
      return [{ unitId, matterId, stratum: typeId, isMarked: leftSec < bunchSec }]
    }
  )
  if (compiled.rules.bunchAgainst === "Others") {
    return testsAgainst(compiled, "DeadlineBunching", rows, rows)
  }
  return byUnit(rows).map(([unitId, own]) => {
    const late = own.filter(({ isMarked }) => isMarked)
    return SignalTest.ofDistribution(compiled, {
      kind: "DeadlineBunching",
      unitId,
      sample: own.length,
      sampleMin,
      observed: late.length,
      tail: "Many",
      parts: [ExactDistribution.binomial(own.length, Rational.make(1, 2))],
      evidenceIds: late.map(({ matterId }) => matterId)
    })
  })
}
