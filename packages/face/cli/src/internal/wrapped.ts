/**
 * Tables whose last column is long: it is wrapped within the width of the page, so that a source
 * phrase stays whole and a row may take several lines.
 */
import { Table } from "@wangge/report"

/** Terminal columns that a page may take. */
export const pageWidth = 140

/** The narrowest that a wrapped column becomes, however wide the others are. */
const narrowest = 24

/** Rows with their last cell wrapped, so that the whole table is at most as wide as a page. */
export const lastColumn = (
  heads: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<ReadonlyArray<string>> => {
  const last = heads.length - 1
  const before = heads
    .slice(0, last)
    .map((head, column) =>
      rows.reduce(
        (most, row) => Math.max(most, Table.widthOf(row[column] ?? "")),
        Table.widthOf(head)
      )
    )
    .reduce((sum, width) => sum + width + 2, 0)
  const width = Math.max(narrowest, pageWidth - before)
  return rows.flatMap((row) => {
    const [first = "", ...rest] = lines(row[last] ?? "", width)
    const empty = row.slice(0, last).map(() => "")
    return [[...row.slice(0, last), first], ...rest.map((line) => [...empty, line])]
  })
}

/** A text in lines of at most so many terminal columns: broken at spaces and between wide characters. */
export const lines = (text: string, width: number): ReadonlyArray<string> => {
  const done: Array<string> = []
  let line = ""
  for (const piece of piecesOf(text, width)) {
    if (line !== "" && Table.widthOf(`${line}${piece}`.trimEnd()) > width) {
      done.push(line.trimEnd())
      line = piece.trimStart()
    } else {
      line += piece
    }
  }
  return line.trim() === "" && done.length > 0 ? done : [...done, line.trimEnd()]
}

/** Words with the space after them, wide characters one by one, words too long for a line cut. */
const piecesOf = (text: string, width: number): ReadonlyArray<string> =>
  Array.from(
    text.matchAll(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g)
  ).flatMap(([piece]) =>
    Table.widthOf(piece) <= width ? [piece] : Array.from(piece.matchAll(/./gu), ([one]) => one)
  )

/** A text cut to so many terminal columns, with … for what is missing. */
export const cut = (text: string, width: number): string => {
  if (Table.widthOf(text) <= width) return text
  let kept = ""
  for (const character of text) {
    if (Table.widthOf(kept + character) > width - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
