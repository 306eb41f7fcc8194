/**
 * The place that a line of the staff or names sheet speaks of: in one cell, or in the columns of
 * the levels as the units sheet has them.
 */
import * as SheetProblem from "../SheetProblem.ts"
import type { Row } from "../TownSheets.ts"
import * as placeIndex from "./placeIndex.ts"
import * as columns from "./sheetColumns.ts"

const keys = [...columns.levelColumns.map(({ key }) => key), "place"]

/** The keys of the columns that can say where, as far as the sheet has them. */
export const keysIn = (found: columns.Columns): ReadonlyArray<string> =>
  keys.filter((key) => found.indexOf.has(key))

/** The place of a line; "" and a problem where there is none, or more than one. */
export const placeOf = (
  found: columns.Columns,
  row: Row,
  index: placeIndex.PlaceIndex,
  /** Of several places of one name, whether one is meant: those of the post's level. */
  isMeant: (id: string) => boolean
): { readonly id: string; readonly problems: ReadonlyArray<SheetProblem.SheetProblem> } => {
  const filled = keysIn(found).filter((key) => columns.cell(found, row, key) !== "")
  const at = columns.at(found, row, filled.at(-1) ?? keysIn(found)[0] ?? "place")
  if (filled.length === 0) {
    return { id: "", problems: [SheetProblem.make("EmptyCell", at, "", "place")] }
  }
  const text = filled.map((key) => columns.cell(found, row, key)).join("/")
  const all = placeIndex.find(index, text)
  const meant = all.filter(isMeant)
  const ids = all.length > 1 && meant.length > 0 ? meant : all
  const [id = ""] = ids
  if (ids.length === 1) return { id, problems: [] }
  const problem =
    ids.length === 0
      ? SheetProblem.make("UnknownPlace", at, text, "units.csv", index.words)
      : SheetProblem.make("AmbiguousPlace", at, text, ids.slice(0, 5).join(", "), ids)
  return { id: "", problems: [problem] }
}
