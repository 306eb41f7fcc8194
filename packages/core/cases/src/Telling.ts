/**
 * Whom to tell how a matter ended. Ten reports of one lamp are one piece of work and ten reports of
 * demand: every reporter of every case that was merged gets the answer, each person once.
 */
import type { Id } from "@wangge/facts"
import type { Case } from "./Case.ts"
import * as Reporter from "./Reporter.ts"

/**
 * A merge that stands: `caseId` was found to be a duplicate of `intoCaseId`. An undone merge is not
 * listed.
 *
 * @category telling
 * @since 0.1.0
 */
export interface Merge {
  readonly caseId: Id.Id<"Case">
  readonly intoCaseId: Id.Id<"Case">
}

/**
 * The merges that stand, read off the cases.
 *
 * @category telling
 * @since 0.1.0
 */
export const mergesOf = (
  cases: ReadonlyArray<Pick<Case, "caseId" | "status" | "mergedIntoCaseId">>
): ReadonlyArray<Merge> =>
  cases.flatMap(({ caseId, status, mergedIntoCaseId }) =>
    status === "Merged" && mergedIntoCaseId !== "" ? [{ caseId, intoCaseId: mergedIntoCaseId }] : []
  )

/**
 * A case and all that were merged into it, over any number of steps, the case itself first. Merges
 * that run in a circle are walked once.
 *
 * ```ts
 * import { Telling } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const [one, two, three] = [Id.make<"Case">("1"), Id.make<"Case">("2"), Id.make<"Case">("3")]
 * const merges = [{ caseId: two, intoCaseId: one }, { caseId: three, intoCaseId: two }]
 * Telling.caseIdsOf(one, merges) // => ["1", "2", "3"]
 * ```
 *
 * @category telling
 * @since 0.1.0
 */
export const caseIdsOf = (
  caseId: Id.Id<"Case">,
  merges: ReadonlyArray<Merge>
): ReadonlyArray<Id.Id<"Case">> => {
  const found = new Set([caseId])
  for (const into of found) {
    for (const merge of merges) if (merge.intoCaseId === into) found.add(merge.caseId)
  }
  return [...found]
}

/**
 * Whom to tell, and whom nobody can tell.
 *
 * `told` has one record per person, the earliest; `demandCount` is how many reports there were, one
 * per case; `untoldCount` how many records name nobody who could be told (anonymous or erased).
 *
 * @category telling
 * @since 0.1.0
 */
export interface Telling {
  readonly told: ReadonlyArray<Reporter.Reporter>
  readonly demandCount: number
  readonly untoldCount: number
}

/**
 * Whom to tell how a case ended: the reporters of the case and of all cases merged into it.
 *
 * Records of other cases in the ledger are left alone. Cost: linear in the ledger, and in merges
 * times merged cases.
 *
 * @source none: a merge must cost nobody the answer, and nobody wants it twice
 * @category telling
 * @since 0.1.0
 */
export const of = (
  caseId: Id.Id<"Case">,
  merges: ReadonlyArray<Merge>,
  ledger: ReadonlyArray<Reporter.Reporter>
): Telling => {
  const caseIds = new Set(caseIdsOf(caseId, merges))
  const own = ledger.filter((record) => caseIds.has(record.caseId))
  const named = own.filter((record) => record.reporterId !== "" && !Reporter.isErased(record))
  const earliest = new Map<string, Reporter.Reporter>()
  for (const record of named) {
    const known = earliest.get(record.reporterId)
    if (known === undefined || record.reportedSec < known.reportedSec) {
      earliest.set(record.reporterId, record)
    }
  }
  return {
    told: [...earliest.values()],
    demandCount: caseIds.size,
    untoldCount: own.length - named.length
  }
}

/**
 * Demand and work of some cases: every case is a report, a merged one is no work of its own.
 *
 * @category telling
 * @since 0.1.0
 */
export interface Load {
  readonly demandCount: number
  readonly workCount: number
}

/**
 * How much demand and how much work some cases are.
 *
 * ```ts
 * import { Telling } from "@wangge/cases"
 *
 * const tenOfOneLamp = [
 *   { status: "Assigned" }, ...Array.from({ length: 9 }, () => ({ status: "Merged" } as const))
 * ] as const
 * Telling.loadOf(tenOfOneLamp) // => { demandCount: 10, workCount: 1 }
 * ```
 *
 * @category telling
 * @since 0.1.0
 */
export const loadOf = (cases: ReadonlyArray<Pick<Case, "status">>): Load => ({
  demandCount: cases.length,
  workCount: cases.filter(({ status }) => status !== "Merged").length
})
