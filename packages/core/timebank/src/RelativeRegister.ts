/**
 * Who is related to whom, kept outside the ledger: gifts and inheritance ask it. The register holds
 * ids and a reference to the evidence, never the evidence itself.
 */

/**
 * The relations, as seen from the person: `Parent` says that the relative is the person's parent.
 * Append only.
 *
 * @source PRC Civil Code (2020), art. 1045: spouse, parents, children and other close relatives
 * (siblings, grandparents, grandchildren)
 * @category relatives
 * @since 0.1.0
 */
export const relations = [
  "Spouse",
  "Parent",
  "Child",
  "Sibling",
  "Grandparent",
  "Grandchild"
] as const

/**
 * One of the {@link relations}.
 *
 * @category relatives
 * @since 0.1.0
 */
export type Relation = (typeof relations)[number]

/**
 * One relation, from `fromSec` up to but not including `untilSec`; `evidenceId` refers to what was
 * seen, such as the page of a household register.
 *
 * @category relatives
 * @since 0.1.0
 */
export interface Relative {
  readonly personId: string
  readonly relativeId: string
  readonly relation: Relation
  readonly fromSec: number
  readonly untilSec: number
  readonly evidenceId: string
}

const opposite: Readonly<Record<Relation, Relation>> = {
  Spouse: "Spouse",
  Parent: "Child",
  Child: "Parent",
  Sibling: "Sibling",
  Grandparent: "Grandchild",
  Grandchild: "Grandparent"
}

/**
 * What a relative is to a person at an instant, by rows with evidence, whichever of the two the row
 * was written for; the first in the order of {@link relations}, or undefined.
 *
 * A row without an `evidenceId` counts for nothing.
 *
 * ```ts
 * import { RelativeRegister } from "@wangge/timebank"
 *
 * const row: RelativeRegister.Relative = {
 *   personId: "ann", relativeId: "bob", relation: "Parent", fromSec: 0, untilSec: 100,
 *   evidenceId: "book-7"
 * }
 * const found = [99, 100].map((sec) => RelativeRegister.find([row], ["bob", "ann"], sec)?.relation)
 * found // => ["Child", undefined]
 * ```
 *
 * @category relatives
 * @since 0.1.0
 */
export const find = (
  register: ReadonlyArray<Relative>,
  [personId, relativeId]: readonly [string, string],
  atSec: number
): Relative | undefined => {
  const found = register
    .filter((row) => row.fromSec <= atSec && atSec < row.untilSec && row.evidenceId.trim() !== "")
    .flatMap((row) => {
      if (row.personId === personId && row.relativeId === relativeId) return [row]
      return row.personId === relativeId && row.relativeId === personId ? [turned(row)] : []
    })
  return found.sort(
    (left, right) => relations.indexOf(left.relation) - relations.indexOf(right.relation)
  )[0]
}

const turned = (row: Relative): Relative => ({
  personId: row.relativeId,
  relativeId: row.personId,
  relation: opposite[row.relation],
  fromSec: row.fromSec,
  untilSec: row.untilSec,
  evidenceId: row.evidenceId
})
