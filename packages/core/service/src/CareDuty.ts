/**
 * Who has the duty of care, for which list, in which places, and until when: what decides whether
 * somebody reads the entries of a care list (`CareList` of the privacy package) or only counts. A duty
 * at a community holds in all of its grids; it ends at its second without anybody doing anything.
 */
import type { Id } from "@wangge/facts"
import { GridTree, Spell } from "@wangge/grid"
import type { CareList, Sensitive } from "@wangge/privacy"
import * as CareDutyProblem from "./CareDutyProblem.ts"

/**
 * One duty: `personId` cares for those on the list `groupId` at the place `gridId` and everywhere
 * below it, for a spell. `reference` names the appointment or the clause that gives the duty.
 *
 * @category care duties
 * @since 0.1.0
 */
export interface CareDuty extends Spell.Spell {
  readonly personId: Id.Id<"Person">
  readonly groupId: string
  readonly gridId: Id.Id<"Grid">
  readonly reference: string
}

/**
 * Everything that is wrong with a list of duties: `UnknownPlace`, `EmptySpell`, `ReferenceMissing`
 * and `DutyTwice` (the same duty of one person twice at once). Cost: duties squared at worst.
 *
 * @category checks
 * @since 0.1.0
 */
export const problems = (
  tree: GridTree.GridTree,
  duties: ReadonlyArray<CareDuty>
): ReadonlyArray<CareDutyProblem.CareDutyProblem> => {
  const known = GridTree.indexById(tree)
  return duties.flatMap((duty, index) => {
    const { personId, gridId, fromSec, untilSec, reference } = duty
    const found: Array<CareDutyProblem.CareDutyProblem> = []
    if (!known.has(gridId)) {
      found.push(CareDutyProblem.make("UnknownPlace", personId, gridId, "a place of the tree"))
    }
    if (Spell.isEmpty(duty)) {
      found.push(CareDutyProblem.make("EmptySpell", personId, untilSec, fromSec))
    }
    if (reference.trim() === "") {
      found.push(CareDutyProblem.make("ReferenceMissing", personId, "", "reference"))
    }
    const isTwice = duties.slice(0, index).some((other) => isSame(other, duty))
    if (isTwice) found.push(CareDutyProblem.make("DutyTwice", personId, gridId, 1))
    return found
  })
}

const isSame = (one: CareDuty, other: CareDuty): boolean =>
  one.personId === other.personId &&
  one.groupId === other.groupId &&
  one.gridId === other.gridId &&
  Spell.overlap(one, other)

/**
 * Who asks, for which list, and when.
 *
 * @category care duties
 * @since 0.1.0
 */
export interface Asking {
  readonly personId: Id.Id<"Person">
  readonly groupId: string
  readonly atSec: number
}

/**
 * The places in which somebody has the duty for a list at an instant: each node of a duty in force,
 * and every node below it, in the order of the tree, each once. Throws a `RangeError` for a duty at a
 * place that the tree does not have.
 *
 * @category care duties
 * @since 0.1.0
 */
export const placesOf = (
  tree: GridTree.GridTree,
  duties: ReadonlyArray<CareDuty>,
  { personId, groupId, atSec }: Asking
): ReadonlyArray<Id.Id<"Grid">> => {
  const nodes = duties
    .filter((duty) => duty.personId === personId && duty.groupId === groupId)
    .filter((duty) => Spell.isInForce(duty, atSec))
    .flatMap(({ gridId }) => {
      const node = GridTree.indexOfId(tree, gridId)
      if (node < 0) throw new RangeError(`The tree has no node ${gridId}`)
      return Array.from(GridTree.subtreeOf(tree, node))
    })
  return Array.from(new Set(nodes))
    .toSorted((one, other) => one - other)
    .map((node) => tree.ids[node]!)
}

/**
 * Somebody as a reader of a care list: with the places of his or her duty, which may be none. Then
 * `CareList.read` gives counts.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { GridTree } from "@wangge/grid"
 * import { LegalBasis } from "@wangge/privacy"
 * import { CareDuty } from "@wangge/service"
 *
 * const built = GridTree.make({
 *   levels: [{ id: "grid", role: "grid", name: { en: "Grid", zh: "网格" } }],
 *   nodes: [{ id: "g1", parentId: "", levelId: "grid", households: 1 }]
 * })
 * if (!built.ok) throw new Error("no tree")
 * const li = Id.make<"Person">("li")
 * const duty = { personId: li, groupId: "alone", gridId: Id.make<"Grid">("g1"), reference: "order 7" }
 * const duties = [{ ...duty, fromSec: 0, untilSec: 100 }]
 * const request = { purpose: "Care", basis: LegalBasis.duty("care rules, clause 5") } as const
 * const places = [99, 100].map((atSec) =>
 *   CareDuty.readerOf(built.tree, duties, request, { personId: li, groupId: "alone", atSec }).dutyGridIds.length
 * )
 * places // => [1, 0]
 * ```
 *
 * @source none: 特殊群体台账 of several localities; who may read it is ours
 * @category care duties
 * @since 0.1.0
 */
export const readerOf = (
  tree: GridTree.GridTree,
  duties: ReadonlyArray<CareDuty>,
  request: Sensitive.Request,
  asking: Asking
): CareList.Reader => ({ request, dutyGridIds: placesOf(tree, duties, asking) })

/**
 * The grids, among those given, in which nobody has the duty for a list at an instant: there the list
 * is nobody's work.
 *
 * @category care duties
 * @since 0.1.0
 */
export const uncovered = (
  tree: GridTree.GridTree,
  duties: ReadonlyArray<CareDuty>,
  gridIds: ReadonlyArray<Id.Id<"Grid">>,
  { groupId, atSec }: Omit<Asking, "personId">
): ReadonlyArray<Id.Id<"Grid">> => {
  const persons = new Set(duties.map(({ personId }) => personId))
  const covered = new Set(
    Array.from(persons).flatMap((personId) => placesOf(tree, duties, { personId, groupId, atSec }))
  )
  return gridIds.filter((gridId) => !covered.has(gridId))
}
