/**
 * The answer to "which grid is this place in?": one grid, or the way in which there is none. Plain
 * data, which `GridLocator` gives and `CaseRoute` reads.
 */
import type { Id } from "@wangge/facts"
import type * as LocatorProblem from "./LocatorProblem.ts"

/**
 * The kinds of {@link GridLocation}. Append only.
 *
 * @source none: our own names
 * @category locations
 * @since 0.1.0
 */
export const kinds = ["Found", "Outside", "InGap", "InOverlap", "InvalidPoint"] as const

/**
 * The point belongs to one grid. `isOnBorder`: the point is on that grid's border. `touchingIds`:
 * all grids that have the point inside or on their border, in code-unit order.
 *
 * @category locations
 * @since 0.1.0
 */
export interface Found {
  readonly kind: "Found"
  readonly gridId: Id.Id<"Grid">
  readonly isOnBorder: boolean
  readonly touchingIds: ReadonlyArray<Id.Id<"Grid">>
}

/**
 * No grid has the point, and nothing says that the town does.
 *
 * @category locations
 * @since 0.1.0
 */
export interface Outside {
  readonly kind: "Outside"
}

/**
 * No grid has the point, but it lies in the town: inside the outline or on its border. Without an
 * outline: in a hole of a grid's own area.
 *
 * @category locations
 * @since 0.1.0
 */
export interface InGap {
  readonly kind: "InGap"
}

/**
 * Two or more grids have the point strictly inside: all of them, in code-unit order. A person, or
 * a rule of the town, must choose.
 *
 * @category locations
 * @since 0.1.0
 */
export interface InOverlap {
  readonly kind: "InOverlap"
  readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
}

/**
 * Not a place of this map's datum: no number, out of range, or measured in another datum.
 *
 * @category locations
 * @since 0.1.0
 */
export interface InvalidPoint {
  readonly kind: "InvalidPoint"
  readonly problems: ReadonlyArray<LocatorProblem.LocatorProblem>
}

/**
 * The answer for one point.
 *
 * @category locations
 * @since 0.1.0
 */
export type GridLocation = Found | Outside | InGap | InOverlap | InvalidPoint

/**
 * What `GridLocator.indexAt` says where it names no grid; every code is negative.
 *
 * @source none: our own codes
 * @category locations
 * @since 0.1.0
 */
export const missCodes = { Outside: -1, InGap: -2, InOverlap: -3, InvalidPoint: -4 } as const
