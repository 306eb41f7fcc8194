/**
 * The shape of a territory map: records of places that open, change and close, and what lies
 * directly inside each. It stands in its own file so that looking up, planning and evolving, which
 * all need it, need not import each other; `TerritoryMap` re-exports it.
 */
import type { Id, Label } from "@wangge/facts"
import type { Level } from "../Level.ts"
import type { PersistentMap } from "./persistentMap.ts"

/**
 * One place as it stands since its last change: a community, a grid, a building.
 *
 * A grid of another net than the territory (`netId` not empty) covers places of the level below
 * without being their parent; it has no parent and no households of its own.
 *
 * @category maps
 * @since 0.1.0
 */
export interface MapNode {
  readonly id: Id.Id<"Grid">
  readonly levelId: string
  /** `""` for the territory itself, else the net that the grid belongs to. */
  readonly netId: string
  /** The place around it; `""` for the root and for the grids of other nets. */
  readonly parentId: Id.Id<"Grid"> | ""
  /** The grids of other nets that cover it, at most one of each net, in order of id. */
  readonly netGridIds: ReadonlyArray<Id.Id<"Grid">>
  readonly name: Label.Label
  /** Its own households, without those of the places inside it. */
  readonly households: number
  /** What its workers answer for, in order, each once. */
  readonly duties: ReadonlyArray<string>
  /** The grids that it was made from by a split or a merge; empty for any other place. */
  readonly formerIds: ReadonlyArray<Id.Id<"Grid">>
  /** Its place among siblings: the row in the tree at the start, later places come after those. */
  readonly rank: number
  readonly openedSec: number
  /** From when on it is no more; `TerritoryMap.stillOpen` while it is. */
  readonly closedSec: number
  /** The grid that took it in when it closed by a merge, else `""`. */
  readonly heirId: Id.Id<"Grid"> | ""
  /** How many events changed this record, its opening included. */
  readonly version: number
  /** When the last of them took effect. */
  readonly changedSec: number
}

/**
 * What lies directly inside a place (or under a grid of another net), and how often anything
 * inside has changed that its size depends on.
 *
 * @category maps
 * @since 0.1.0
 */
export interface Content {
  /** In order of rank, then of id. */
  readonly memberIds: ReadonlyArray<Id.Id<"Grid">>
  /** How many events moved places or changed households anywhere inside. */
  readonly version: number
  /** The latest instant at which one of them took effect. */
  readonly changedSec: number
}

/**
 * A territory that changes: open and closed places by id, at their latest state.
 *
 * It is never written into; `evolve` makes a new one that shares what did not change.
 *
 * @category maps
 * @since 0.1.0
 */
export interface TerritoryMap {
  readonly levels: ReadonlyArray<Omit<Level, "count">>
  readonly personsPerHousehold: number
  readonly rootId: Id.Id<"Grid">
  readonly startedSec: number
  readonly nodes: PersistentMap<MapNode>
  readonly contents: PersistentMap<Content>
}
