/**
 * The shape of a territorial tree. It stands in its own file so that building and walking, which
 * both need it, need not import each other; `GridTree` re-exports it.
 */
import type { Id } from "@wangge/facts"
import type { GridProblem } from "../GridProblem.ts"
import type { Level } from "../Level.ts"

/**
 * A tree. All arrays have one row per node unless stated; do not write into them.
 *
 * - `levels`: from top to bottom, with the true count of nodes;
 * - `ids`: readable and unique, the root's id first;
 * - `levelOf`: index of the node's level in `levels`;
 * - `parentOf`: the parent's node number, −1 for the root;
 * - `householdsOf`: households in the node's whole subtree;
 * - `firstOfLevel`: one row per level and one more: the nodes of level `l` are
 *   `firstOfLevel[l]` to `firstOfLevel[l + 1] - 1`, the last row is the number of nodes;
 * - `firstChildOf`: one row per node and one more: the children of `n` are `firstChildOf[n]` to
 *   `firstChildOf[n + 1] - 1`.
 *
 * @category trees
 * @since 0.1.0
 */
export interface GridTree {
  readonly levels: ReadonlyArray<Level>
  readonly ids: ReadonlyArray<Id.Id<"Grid">>
  readonly levelOf: Uint8Array
  readonly parentOf: Int32Array
  readonly householdsOf: Int32Array
  readonly firstOfLevel: Int32Array
  readonly firstChildOf: Int32Array
  readonly personsPerHousehold: number
}

/**
 * A tree, or every reason why there is none.
 *
 * @category trees
 * @since 0.1.0
 */
export type Built =
  | { readonly ok: true; readonly tree: GridTree }
  | { readonly ok: false; readonly problems: ReadonlyArray<GridProblem> }

/**
 * A node as a record, for reading in and writing out.
 *
 * `parentId` of the root is the empty text, which is never an id; `households` are the node's own,
 * without those of its children.
 *
 * @category trees
 * @since 0.1.0
 */
export interface GridNode {
  readonly id: string
  readonly parentId: string
  readonly levelId: string
  readonly households: number
}
