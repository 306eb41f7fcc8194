/**
 * Gives every place of the sheets an id of plain ASCII. An id of the sheet stays; a number becomes
 * a letter and the number within the place above (`c1/g3/b12`), a name the next free number. So an
 * id or a number keeps its id whatever happens to other lines; a name keeps it as long as new names
 * come below it.
 */
import * as SheetProblem from "../SheetProblem.ts"
import { isId } from "./placeText.ts"
import * as columns from "./sheetColumns.ts"
import { allOf, type Place, pathOf, type Reading } from "./sheetPlaces.ts"

/** Writes the ids into the places; an id of the sheet that comes twice is a problem. */
export const assign = (
  reading: Reading,
  townId: string
): ReadonlyArray<SheetProblem.SheetProblem> => {
  const { root, levelKeys } = reading
  const problems: Array<SheetProblem.SheetProblem> = []
  const owner = new Map([[townId, "town.json"]])
  root.id = townId
  const places = allOf(root).slice(1)
  const keyOf = (place: Place): string => levelKeys[place.level - 1] ?? ""
  for (const place of places) {
    if (!isId(place.text) || isOfParent(keyOf(place))) continue
    const taken = owner.get(place.text)
    if (taken !== undefined) {
      const { sheet, column } = columns.at(reading.columns, noRow, keyOf(place))
      const at = { sheet, line: place.line, column }
      problems.push(SheetProblem.make("SameIdTwice", at, place.text, taken))
    }
    owner.set(place.text, pathOf(place))
    place.id = place.text
  }
  assignBelow(root, "", new Set(owner.keys()), keyOf)
  return problems
}

const noRow = { line: 0, cells: [] }

/** Buildings and units are known by their grid or building, whatever they are called. */
const isOfParent = (key: string): boolean => key === "building" || key === "unit"

const assignBelow = (
  parent: Place,
  prefix: string,
  used: Set<string>,
  keyOf: (place: Place) => string
): void => {
  for (const place of parent.children) {
    if (isOfParent(keyOf(place)) && isId(place.text)) take(place, prefix + place.text, used)
  }
  for (const place of parent.children) {
    const id = prefix + letterOf(keyOf(place)) + place.number
    if (place.id === "" && place.number > 0 && !used.has(id)) take(place, id, used)
  }
  let next = 1
  for (const place of parent.children) {
    if (place.id !== "") continue
    const stem = prefix + letterOf(keyOf(place))
    while (used.has(stem + next)) next += 1
    take(place, stem + next, used)
  }
  for (const place of parent.children) assignBelow(place, `${place.id}/`, used, keyOf)
}

const take = (place: Place, id: string, used: Set<string>): void => {
  place.id = id
  used.add(id)
}

/** s, c, g, b, u: the levels' first letters. */
const letterOf = (key: string): string => key.slice(0, 1)
