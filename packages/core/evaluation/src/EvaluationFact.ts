/**
 * A fact as evaluation reads it: the fact of `@wangge/facts` with the matter it belongs to, who did
 * the work, of which type the matter is, and which earlier fact it corrects. Facts are append only:
 * a mistake is put right by a later fact that supersedes the first, never by a change.
 */
import type { Fact } from "@wangge/facts"

/**
 * One fact for evaluation; `""` stands for "none" in the fields that a plain fact has not.
 *
 * - `matterId`: the case, visit, order or inspection that the fact is about. Shares count matters,
 *   not facts, so that a case followed up twice counts once.
 * - `workerId`: the person who did the work; only rules whose unit is the worker read it.
 * - `typeId`: the type of the matter, such as a case category; case-mix reads it.
 * - `finderId`: who raised the matter, where that is a worker; only signals read it.
 * - `supersedesId`: the id of an earlier fact that this one replaces; the earlier one no longer
 *   counts, whether this one counts or not.
 *
 * @category facts
 * @since 0.1.0
 */
export interface EvaluationFact extends Fact.Fact {
  readonly matterId: string
  readonly workerId: string
  readonly typeId: string
  readonly finderId: string
  readonly supersedesId: string
}

/**
 * What {@link of} adds to a plain fact; each is none unless given.
 *
 * @category facts
 * @since 0.1.0
 */
export interface Additions {
  readonly matterId?: string
  readonly workerId?: string
  readonly typeId?: string
  readonly finderId?: string
  readonly supersedesId?: string
}

/**
 * A plain fact as evaluation reads it. The matter is, unless given, the cause without what follows
 * its last `/` (causes are named by case and version), or the whole cause where there is none.
 *
 * ```ts
 * import { EvaluationFact } from "@wangge/evaluation"
 * import { Id } from "@wangge/facts"
 *
 * const fact = EvaluationFact.of({
 *   id: Id.make("case-1/9/caseOnTime"), kind: "caseOnTime", subjectId: "unit-3",
 *   gridId: Id.make("grid-1"), atSec: 0, quantity: 1, unit: "case", causeId: "case-1/9"
 * })
 * fact.matterId // => "case-1"
 * ```
 *
 * @category facts
 * @since 0.1.0
 */
export const of = (fact: Fact.Fact, additions: Additions = {}): EvaluationFact => ({
  id: fact.id,
  kind: fact.kind,
  subjectId: fact.subjectId,
  gridId: fact.gridId,
  atSec: fact.atSec,
  quantity: fact.quantity,
  unit: fact.unit,
  causeId: fact.causeId,
  matterId: additions.matterId ?? matterOf(fact.causeId),
  workerId: additions.workerId ?? "",
  typeId: additions.typeId ?? "",
  finderId: additions.finderId ?? "",
  supersedesId: additions.supersedesId ?? ""
})

/**
 * Whose results an evaluation tells apart: of the unit that answered (`Subject`, the fact's
 * `subjectId`), of the grid (`Grid`) or of the worker (`Worker`). Append only.
 *
 * @source none: our own names
 * @category units
 * @since 0.1.0
 */
export const unitKinds = ["Subject", "Grid", "Worker"] as const

/**
 * One of {@link unitKinds}.
 *
 * @category units
 * @since 0.1.0
 */
export type UnitKind = (typeof unitKinds)[number]

/**
 * What each kind of unit is called on a screen, in English and Chinese.
 *
 * @source none: our own words
 * @category units
 * @since 0.1.0
 */
export const unitLabels = {
  Subject: { en: "responsible unit", zh: "责任单位" },
  Grid: { en: "grid", zh: "网格" },
  Worker: { en: "grid worker", zh: "网格员" }
} as const

/**
 * The unit of a fact for rules of one kind; `""` where the fact names none.
 *
 * @category units
 * @since 0.1.0
 */
export const unitOf = (fact: EvaluationFact, kind: UnitKind): string =>
  kind === "Subject" ? fact.subjectId : kind === "Grid" ? fact.gridId : fact.workerId

/**
 * The matter of a cause: what stands before its last `/`, or all of it where there is none.
 *
 * @source none: cases name their events by case and version
 * @category facts
 * @since 0.1.0
 */
export const matterOf = (causeId: string): string => {
  const end = causeId.lastIndexOf("/")
  return end <= 0 ? causeId : causeId.slice(0, end)
}
