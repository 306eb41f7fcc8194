/**
 * What has happened to a territory map. An event holds all that `TerritoryMap.evolve` needs: which
 * places opened and closed, what moved from where to where. So the map of any day can be built
 * again from the log without the rules of that day.
 */
import type { Id, Label } from "@wangge/facts"
import type * as MapChange from "./MapChange.ts"

/**
 * A place that opened; `parentId` is `""` for a grid of another net.
 *
 * @category events
 * @since 0.1.0
 */
export interface Opened {
  readonly id: Id.Id<"Grid">
  readonly levelId: string
  readonly netId: string
  readonly parentId: Id.Id<"Grid"> | ""
  readonly name: Label.Label
  readonly households: number
  readonly duties: ReadonlyArray<string>
  readonly formerIds: ReadonlyArray<Id.Id<"Grid">>
}

/**
 * A place that went from one grid of a net to another: `fromId` is `""` when the net did not cover
 * it before, `toId` when it covers it no more. In the territory (`netId` empty) both are parents.
 *
 * @category events
 * @since 0.1.0
 */
export interface Moved {
  readonly id: Id.Id<"Grid">
  readonly netId: string
  readonly fromId: Id.Id<"Grid"> | ""
  readonly toId: Id.Id<"Grid"> | ""
}

/**
 * A place that closed; `heirId` is the grid that took it in, `""` if it was not merged into one.
 *
 * @category events
 * @since 0.1.0
 */
export interface Closed {
  readonly id: Id.Id<"Grid">
  readonly heirId: Id.Id<"Grid"> | ""
}

/**
 * A place whose name, own households or duties changed, with all three as they are now.
 *
 * @category events
 * @since 0.1.0
 */
export interface Altered {
  readonly id: Id.Id<"Grid">
  readonly name: Label.Label
  readonly households: number
  readonly duties: ReadonlyArray<string>
}

/**
 * The version of a place's record after the event.
 *
 * @category events
 * @since 0.1.0
 */
export interface Version {
  readonly id: Id.Id<"Grid">
  readonly version: number
}

/**
 * The map changed, from `atSec` on; `cause` is the kind of change that was asked for.
 *
 * `versions` has one row per place whose record changed, in order of id.
 *
 * @category events
 * @since 0.1.0
 */
export interface MapEvent {
  readonly kind: "MapChanged"
  readonly cause: MapChange.Kind
  readonly atSec: number
  readonly opened: ReadonlyArray<Opened>
  readonly moved: ReadonlyArray<Moved>
  readonly closed: ReadonlyArray<Closed>
  readonly altered: ReadonlyArray<Altered>
  readonly versions: ReadonlyArray<Version>
}
