/** A find of a visit as the report of a case: the find's id makes the case's, so that it is one case. */
import { type Fact, Id } from "@wangge/facts"
import type { Reaction } from "../Reaction.ts"
import * as ReactionPolicy from "../ReactionPolicy.ts"
import type { Context } from "../Reactions.ts"

/** The report, once the material of the find is known. */
export const reportReaction = (context: Context, fact: Fact.Fact): Reaction => {
  const material = context.materialOf(fact.causeId)
  if (material === undefined) return { kind: "Wait", act: "Report", fact, waitFor: "Material" }
  const category = ReactionPolicy.categoryOf(material.category)
  if (category === undefined) return { kind: "Nothing", act: "Report", reason: "UnknownCategory" }
  return {
    kind: "Report",
    act: "Report",
    command: {
      action: "Report",
      caseId: Id.make(`find-${material.findId}`),
      atSec: context.posting.atSec,
      actorId: material.finderId,
      reason: "",
      source: "GridWorker",
      category,
      urgency: context.policy.urgency[category],
      gridId: material.gridId,
      unitId: context.policy.intakeUnitId,
      seenSec: material.foundSec
    }
  }
}
