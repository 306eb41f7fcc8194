/**
 * Reads the names sheet: what the people of a town call its places, where the units sheet has ids.
 */
import * as SheetProblem from "../SheetProblem.ts"
import type { PlaceIndex } from "./placeIndex.ts"
import { plain } from "./sheetCell.ts"
import * as columns from "./sheetColumns.ts"
import type { Place } from "./sheetPlaces.ts"
import * as reference from "./sheetReference.ts"

/** Gives the places their names and says what is wrong. */
export const apply = (
  found: columns.Columns,
  index: PlaceIndex,
  placeOf: (id: string) => Place | undefined
): ReadonlyArray<SheetProblem.SheetProblem> => {
  const kinds = columns.kinds.names
  const missing = [
    ...(reference.keysIn(found).length > 0 ? [] : [columns.missing(found, kinds, ["place"])]),
    ...(found.indexOf.has("name") ? [] : [columns.missing(found, kinds, ["name"])])
  ]
  const problems = [...found.problems, ...missing]
  if (missing.length > 0) return problems
  for (const row of columns.rowsOf(found.sheet)) {
    const where = reference.placeOf(found, row, index, () => true)
    problems.push(...where.problems)
    const name = plain(columns.cell(found, row, "name"))
    const at = columns.at(found, row, "name")
    const place = placeOf(where.id)
    if (name === "") problems.push(SheetProblem.make("EmptyCell", at, "", "name"))
    else if (place?.isNamed === true && place.name !== name) {
      problems.push(SheetProblem.make("TwoNames", at, name, place.name))
    } else if (place !== undefined) {
      place.name = name
      place.isNamed = true
    }
  }
  return problems
}
