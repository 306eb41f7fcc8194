/**
 * What may be asked of a territory map: split a grid, merge grids or whole nets, move buildings
 * between grids, rename, re-parent, open, close, recount. A change names its effective instant;
 * `MapPlan` says whether it can be done and what it would do.
 */
import type { Id, Label } from "@wangge/facts"

/**
 * The kinds of changes. Append only: they are stored by name.
 *
 * @source none: our own names for the edits that grid reforms report (split to a target size,
 *   several nets into one grid, new boundaries, new names, opened and closed places)
 * @category changes
 * @since 0.1.0
 */
export const kinds = [
  "Split",
  "Merge",
  "Resize",
  "Rename",
  "Reparent",
  "Open",
  "Close",
  "Recount",
  "SetDuties"
] as const

/**
 * One of {@link kinds}.
 *
 * @category changes
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * What every change says: `atSec` is the first second at which it is in effect.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Effective<ChangeKind extends Kind> {
  readonly kind: ChangeKind
  readonly atSec: number
}

/**
 * Divide the members of a grid (its buildings) into parts near `targetHouseholds`, none above
 * `capHouseholds` unless a single building is.
 *
 * `order` lists all members along a walk through the grid, so that parts are connected; empty takes
 * the order of the map. `partIds` and `names` have one row per part, or are empty: then ids are
 * made of the grid's own id and a number, names of its name and a number. If the grid's own id is
 * among `partIds`, that part is the grid itself; otherwise the grid closes. Duties go to every part.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Split extends Effective<"Split"> {
  readonly gridId: Id.Id<"Grid">
  readonly targetHouseholds: number
  readonly capHouseholds: number
  readonly order: ReadonlyArray<Id.Id<"Grid">>
  readonly partIds: ReadonlyArray<Id.Id<"Grid">>
  readonly names: ReadonlyArray<Label.Label>
}

/**
 * Make one grid of several, of the territory and of other nets over it; duties are unioned, every
 * building and household counts once.
 *
 * At least one grid is of the territory, or all are of one other net: these become one, and grids of
 * further nets are taken in.
 *
 * `intoId` is one of the grids, which then takes the others in, or a new id. `parentId` is `""`
 * when all stand under one parent. `rest` says what to do with a grid of another net that also
 * covers buildings outside the merged grids: refuse, or keep it for those buildings.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Merge extends Effective<"Merge"> {
  readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
  readonly intoId: Id.Id<"Grid">
  readonly name: Label.Label
  readonly parentId: Id.Id<"Grid"> | ""
  readonly rest: "refuse" | "keep"
}

/**
 * Move members (buildings) from the grids they are in to another grid of the same net; what is
 * inside them moves along. Into a grid of another net: that grid now covers them.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Resize extends Effective<"Resize"> {
  readonly memberIds: ReadonlyArray<Id.Id<"Grid">>
  readonly toId: Id.Id<"Grid">
}

/**
 * Give a place another name; its id stays.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Rename extends Effective<"Rename"> {
  readonly nodeId: Id.Id<"Grid">
  readonly name: Label.Label
}

/**
 * Put a place, with all inside it, under another place of the level above.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Reparent extends Effective<"Reparent"> {
  readonly nodeId: Id.Id<"Grid">
  readonly parentId: Id.Id<"Grid">
}

/**
 * Open a place under a parent, at the level below it, with its own `households`; `memberIds` move
 * into it from where they are.
 *
 * With a `netId` it is a grid of another net: `parentId` is `""`, it has no households of its own,
 * and `memberIds` are the places that it covers, one level below it.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Open extends Effective<"Open"> {
  readonly nodeId: Id.Id<"Grid">
  readonly parentId: Id.Id<"Grid"> | ""
  readonly netId: string
  readonly name: Label.Label
  readonly households: number
  readonly duties: ReadonlyArray<string>
  readonly memberIds: ReadonlyArray<Id.Id<"Grid">>
}

/**
 * Close a place that has nothing inside and no households left, such as a demolished building; or
 * a grid of another net, whose buildings the net then no longer covers.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Close extends Effective<"Close"> {
  readonly nodeId: Id.Id<"Grid">
}

/**
 * Set a place's own households as counted anew; a building is recounted to 0 before it closes.
 *
 * @category changes
 * @since 0.1.0
 */
export interface Recount extends Effective<"Recount"> {
  readonly nodeId: Id.Id<"Grid">
  readonly households: number
}

/**
 * Set what the workers of a place answer for, in place of what they answered for before.
 *
 * @category changes
 * @since 0.1.0
 */
export interface SetDuties extends Effective<"SetDuties"> {
  readonly nodeId: Id.Id<"Grid">
  readonly duties: ReadonlyArray<string>
}

/**
 * Any change of a territory map.
 *
 * @category changes
 * @since 0.1.0
 */
export type MapChange =
  | Split
  | Merge
  | Resize
  | Rename
  | Reparent
  | Open
  | Close
  | Recount
  | SetDuties
