/**
 * Holds the areas of a map against the places of the sheets: no area without a place, and where one
 * grid has an area, every grid has.
 */
import type { Area } from "@wangge/grid"
import * as SheetProblem from "../SheetProblem.ts"
import * as columns from "./sheetColumns.ts"
import { allOf, pathOf, type Reading } from "./sheetPlaces.ts"

/** A map and what messages call its file. */
export interface NamedMap {
  readonly name: string
  readonly map: Area.AreaMap
}

/** The areas that have no place, then the grids that have no area. */
export const check = (
  reading: Reading,
  { name, map }: NamedMap
): ReadonlyArray<SheetProblem.SheetProblem> => {
  const places = allOf(reading.root)
  const ids = new Set(places.map(({ id }) => id))
  const covered = new Set<string>(map.areas.map(({ gridId }) => gridId))
  const units = reading.columns.sheet.name
  const known = places.flatMap((place) => [place.id, place.name])
  const unknown = map.areas
    .filter(({ gridId }) => !ids.has(gridId))
    .map(({ gridId }) => SheetProblem.make("AreaWithoutPlace", whole(name), gridId, units, known))
  const grids = places.filter((place) => reading.levelKeys[place.level - 1] === "grid")
  if (!grids.some(({ id }) => covered.has(id))) return unknown
  const { column } = columns.at(reading.columns, { line: 0, cells: [] }, "grid")
  const bare = grids
    .filter(({ id }) => !covered.has(id))
    .map((grid) =>
      SheetProblem.make(
        "PlaceWithoutArea",
        { sheet: units, line: grid.line, column },
        pathOf(grid),
        name
      )
    )
  return [...unknown, ...bare]
}

const whole = (sheet: string): SheetProblem.Place => ({ sheet, line: 0, column: "" })
