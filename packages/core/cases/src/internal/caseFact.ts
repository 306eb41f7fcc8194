/**
 * The one form of the facts that come from cases: 1 case, caused by an event named by case and version
 * or by an entry of the register.
 */
import { type Fact, Id } from "@wangge/facts"

/** A fact about one case; `which` tells facts of one kind and cause apart. */
export const caseFact = (
  kind: string,
  given: Pick<Fact.Fact, "subjectId" | "gridId" | "atSec" | "causeId">,
  which = ""
): Fact.Fact => ({
  id: Id.make(`${given.causeId}/${kind}${which}`),
  kind,
  subjectId: given.subjectId,
  gridId: given.gridId,
  atSec: given.atSec,
  quantity: 1,
  unit: "case",
  causeId: given.causeId
})
