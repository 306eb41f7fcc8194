/**
 * What can be wrong with the facts that correct others.
 */
import type { EvaluationFact } from "../EvaluationFact.ts"
import * as HearingProblem from "../HearingProblem.ts"

/** The first problem of some corrections of some facts. */
export const correctionProblem = (
  facts: ReadonlyArray<EvaluationFact>,
  corrections: ReadonlyArray<EvaluationFact>
): HearingProblem.HearingProblem | undefined => {
  const byId = new Map<string, EvaluationFact>(facts.map((fact) => [fact.id, fact]))
  const superseded = new Set(facts.map(({ supersedesId }) => supersedesId))
  for (const correction of corrections) {
    const { id, supersedesId, atSec, matterId } = correction
    const before = byId.get(supersedesId)
    if (before === undefined) {
      return HearingProblem.make("CorrectionUnknown", id, supersedesId, "")
    }
    if (byId.has(id) || superseded.has(supersedesId)) {
      return HearingProblem.make("CorrectionTaken", id, supersedesId, "")
    }
    if (before.atSec !== atSec) {
      return HearingProblem.make("CorrectionMoves", id, atSec, before.atSec)
    }
    if (before.matterId !== matterId) {
      return HearingProblem.make("CorrectionMoves", id, matterId, before.matterId)
    }
    byId.set(id, correction)
    superseded.add(supersedesId)
  }
  return undefined
}
