/**
 * HTML tables with a caption, column heads and row heads, and the folded box that long ones sit
 * in. A folded table is shown in full on paper (see `styleSheet.ts`).
 */
import { type Child, el, type Markup } from "./markup.ts"

/** One column: its head, and whether it holds numbers. */
export interface Column {
  readonly head: string
  readonly isNumber?: boolean
}

/** A table; the first cell of each row is the row's head. */
export interface TableParts {
  readonly caption: string
  readonly columns: ReadonlyArray<Column>
  readonly rows: ReadonlyArray<ReadonlyArray<Child>>
  /** Classes for rows by index, such as `changed`. */
  readonly rowClass?: (index: number) => string | null
}

/** The table, in a box that scrolls sideways on a narrow screen. */
export const table = (parts: TableParts): Markup =>
  el(
    "div",
    { class: "table" },
    el(
      "table",
      {},
      el("caption", {}, parts.caption),
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          parts.columns.map((column) =>
            el(
              "th",
              { scope: "col", class: column.isNumber === true ? "number" : null },
              column.head
            )
          )
        )
      ),
      el(
        "tbody",
        {},
        parts.rows.map((row, index) =>
          el(
            "tr",
            { class: parts.rowClass?.(index) ?? null },
            row.map((cell, place) => tableCell(cell, place, parts.columns))
          )
        )
      )
    )
  )

/** A box that opens at a click and is open on paper. */
export const folded = (summary: string, ...children: ReadonlyArray<Child>): Markup =>
  el("details", {}, el("summary", {}, summary), el("div", { class: "folded" }, ...children))

const tableCell = (cell: Child, place: number, columns: ReadonlyArray<Column>): Markup => {
  const look = columns[place]?.isNumber === true ? "number" : null
  return place === 0
    ? el("th", { scope: "row", class: look }, cell)
    : el("td", { class: look }, cell)
}
