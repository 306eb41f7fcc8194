/**
 * Reads the units sheet into places: one line for each building or unit, the places above it named
 * in the same line. A place that is only numbered belongs to the place above it (every community
 * may have its first grid); an id or a name stands for one place in the whole town, except those of
 * buildings and units, which always belong to their grid or building.
 */
import * as SheetProblem from "../SheetProblem.ts"
import type { Row } from "../TownSheets.ts"
import { isPlaceText, isRounded, lengthMax, numberIn } from "./placeText.ts"
import * as cell from "./sheetCell.ts"
import * as columns from "./sheetColumns.ts"

/** A place as it is being read; the root is the town itself. */
export interface Place {
  /** One for each place, 0 for the town. */
  readonly serial: number
  /** Position in the list of levels, the town 0. */
  readonly level: number
  readonly parent: Place | undefined
  /** As the sheet writes it, in plain width. */
  readonly text: string
  /** Line where it first stands. */
  readonly line: number
  readonly number: number
  readonly children: Array<Place>
  id: string
  name: string
  /** Whether the name was given, and is not only the text. */
  isNamed: boolean
  /** Its own households, without those of places below it. */
  households: number
  /** Line that gives these households; 0 where the places below it have them. */
  ownLine: number
}

/** What the units sheet holds. */
export interface Reading {
  readonly root: Place
  /** Keys of the levels below the town, from top to bottom, without those that are nowhere. */
  readonly levelKeys: ReadonlyArray<string>
  /** Whether every line's place could be read, so that an unknown place is truly unknown. */
  readonly isWhole: boolean
  readonly columns: columns.Columns
  readonly problems: ReadonlyArray<SheetProblem.SheetProblem>
}

/** The state while reading: places by their texts, and what is wrong so far. */
interface Book {
  readonly found: columns.Columns
  readonly keys: ReadonlyArray<string>
  /** Every place by the one above and its text. */
  readonly ofParent: Map<string, Place>
  /** Places that stand for themselves in the whole town, by level and text. */
  readonly ofTown: Map<string, Place>
  readonly byNumber: Map<string, Place>
  readonly problems: Array<SheetProblem.SheetProblem>
  unreadCount: number
}

/** A town without places yet. */
export const town = (): Place =>
  placeOf({ serial: 0, level: 0, parent: undefined, text: "", line: 0 })

/** Reads every line, whatever is wrong with the others. */
export const read = (found: columns.Columns): Reading => {
  const root = town()
  const missing = missingColumns(found)
  const rows = columns.rowsOf(found.sheet)
  const keys = columns.levelColumns
    .map(({ key }) => key)
    .filter((key) => found.indexOf.has(key))
    .filter((key) => key !== "unit" || rows.some((row) => columns.cell(found, row, key) !== ""))
  const problems = [...found.problems, ...missing]
  const book = {
    found,
    keys,
    ofParent: new Map(),
    ofTown: new Map(),
    byNumber: new Map(),
    problems,
    unreadCount: 0
  }
  if (missing.length === 0) for (const row of rows) readRow(book, root, row)
  problems.push(...doubleCounts(book, root))
  if (total(root) > cell.wholeMax) {
    const whole = { sheet: found.sheet.name, line: 0, column: "" }
    problems.push(SheetProblem.make("TotalTooLarge", whole, total(root), `<= ${cell.wholeMax}`))
  }
  const isWhole = missing.length === 0 && book.unreadCount === 0
  return { root, levelKeys: keys, isWhole, columns: found, problems }
}

const missingColumns = (found: columns.Columns): ReadonlyArray<SheetProblem.SheetProblem> =>
  [
    "community",
    "grid",
    "households",
    ...(found.indexOf.has("unit") || found.indexOf.has("unitName") ? ["building"] : [])
  ].flatMap((key) =>
    found.indexOf.has(key) ? [] : [columns.missing(found, columns.kinds.units, [key])]
  )

const readRow = (book: Book, root: Place, row: Row): void => {
  const { found, problems } = book
  const households = householdsIn(book, row)
  let place: Place | undefined = root
  for (const [index, key] of book.keys.entries()) {
    const text = cell.plain(columns.cell(found, row, key))
    if (text === "" && key === "unit") break
    const wrong = textProblem(found, row, key, text)
    if (wrong !== undefined) {
      problems.push(wrong)
      place = undefined
      book.unreadCount += 1
      break
    }
    const above: Place = place
    place = placeIn(book, { parent: above, level: index + 1, text, row })
    if (place.parent !== above) {
      const at = columns.at(found, row, book.keys[index - 1] ?? key)
      const given = `${pathOf(above)}/${text}`
      problems.push(SheetProblem.make("PlaceInTwoParents", at, given, pathOf(place)))
      place = undefined
      book.unreadCount += 1
      break
    }
    giveName(book, place, row, key)
  }
  if (place !== undefined) takeRow(book, place, row, households)
}

const householdsIn = ({ found, problems }: Book, row: Row): number => {
  const text = columns.cell(found, row, "households")
  const households = cell.whole(text)
  if (households <= cell.wholeMax) return households
  const at = columns.at(found, row, "households")
  const expected = households > cell.wholeMax ? `<= ${cell.wholeMax}` : ">= 0"
  const code = text === "" ? "EmptyCell" : "NotWholeNumber"
  problems.push(SheetProblem.make(code, at, text, expected))
  return 0
}

const textProblem = (
  found: columns.Columns,
  row: Row,
  key: string,
  text: string
): SheetProblem.SheetProblem | undefined => {
  const isGood = text !== "" && !isRounded(text) && isPlaceText(text)
  if (isGood) return undefined
  const at = columns.at(found, row, key)
  if (text === "") return SheetProblem.make("EmptyCell", at, "", key)
  return isRounded(text)
    ? SheetProblem.make("RoundedCode", at, text, "6-15")
    : SheetProblem.make("BadPlaceName", at, text, lengthMax)
}

/** The place of a text: known from an earlier line, perhaps below another parent, or new. */
const placeIn = (
  book: Book,
  wanted: {
    readonly parent: Place
    readonly level: number
    readonly text: string
    readonly row: Row
  }
): Place => {
  const { parent, level, text, row } = wanted
  const key = book.keys[level - 1] ?? ""
  const ofParent = `${parent.serial}/${text}`
  const known = book.ofParent.get(ofParent) ?? book.ofTown.get(`${key}:${text}`)
  if (known !== undefined) return known
  const serial = book.ofParent.size + 1
  const place = placeOf({ serial, level, parent, text, line: row.line })
  parent.children.push(place)
  book.ofParent.set(ofParent, place)
  if (place.number > 0) noteNumber(book, place, `${parent.serial}/${place.number}`, row)
  else if (key !== "building" && key !== "unit") book.ofTown.set(`${key}:${text}`, place)
  return place
}

/** `1` and `1号楼` under one place are hardly two buildings. */
const noteNumber = (book: Book, place: Place, numberKey: string, row: Row): void => {
  const twin = book.byNumber.get(numberKey)
  if (twin === undefined) {
    book.byNumber.set(numberKey, place)
    return
  }
  const at = columns.at(book.found, row, book.keys[place.level - 1] ?? "")
  book.problems.push(SheetProblem.make("TwoSpellings", at, place.text, twin.text))
}

const giveName = (book: Book, place: Place, row: Row, key: string): void => {
  const name = columns.cell(book.found, row, `${key}Name`)
  if (name === "") return
  if (place.isNamed && place.name !== name) {
    const at = columns.at(book.found, row, `${key}Name`)
    book.problems.push(SheetProblem.make("TwoNames", at, name, place.name))
    return
  }
  place.name = name
  place.isNamed = true
}

/** Gives a line's households to the lowest place it names. */
const takeRow = (book: Book, place: Place, row: Row, households: number): void => {
  const lowest = book.keys[place.level - 1] ?? ""
  if (place.ownLine > 0) {
    const at = columns.at(book.found, row, lowest)
    book.problems.push(SheetProblem.make("RepeatedRow", at, pathOf(place), place.ownLine))
    return
  }
  place.ownLine = row.line
  place.households = households
}

/** A building counted as a whole cannot have lines for its units too. */
const doubleCounts = (book: Book, root: Place): ReadonlyArray<SheetProblem.SheetProblem> =>
  allOf(root)
    .filter((place) => place.ownLine > 0 && place.children.length > 0)
    .map((place) => {
      const { sheet, column } = columns.at(book.found, { line: 0, cells: [] }, "unit")
      return SheetProblem.make("EmptyCell", { sheet, line: place.ownLine, column }, "", "unit")
    })

const placeOf = (given: Pick<Place, "serial" | "level" | "parent" | "text" | "line">): Place => ({
  serial: given.serial,
  level: given.level,
  parent: given.parent,
  text: given.text,
  line: given.line,
  number: numberIn(given.text),
  children: [],
  id: "",
  name: given.text,
  isNamed: false,
  households: 0,
  ownLine: 0
})

/** The texts of a place and those above it, as a person would write them in another sheet. */
export const pathOf = (place: Place): string =>
  place.parent === undefined || place.parent.level === 0
    ? place.text
    : `${pathOf(place.parent)}/${place.text}`

/** A place and everything below it, each place before those below it, in the order of the sheet. */
export const allOf = (place: Place): ReadonlyArray<Place> => {
  const found: Array<Place> = []
  const visit = (one: Place): void => {
    found.push(one)
    one.children.forEach(visit)
  }
  visit(place)
  return found
}

const total = (root: Place): number => allOf(root).reduce((sum, place) => sum + place.households, 0)
