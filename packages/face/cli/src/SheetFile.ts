/**
 * Files of comma-separated values as spreadsheet programs save them: UTF-8 with or without a byte
 * order mark, lines ended in any way, cells in quotes where they need them. Rows keep the line on
 * which they begin, so that a message can name it.
 */
import type { TownSheets } from "@wangge/localities"
import { CsvError, parse } from "csv-parse/sync"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import { UsageError } from "./Ending.ts"
import { reason } from "./JsonFile.ts"

/**
 * Reads a sheet; `name` is what messages call it. Short and long rows stay as they are.
 *
 * Fails with `UsageError` when the file cannot be read, is not UTF-8, has a quote that is not
 * closed, or separates its cells by something else than commas.
 *
 * @category input
 * @since 0.1.0
 */
export const read = Effect.fn("SheetFile.read")(function* (file: string, name: string) {
  const files = yield* FileSystem.FileSystem
  const bytes = yield* files
    .readFile(file)
    .pipe(Effect.mapError((error) => wrong(`Cannot read ${file}: ${reason(error)}.`)))
  const text = yield* Effect.try({
    try: () => new TextDecoder("utf-8", { fatal: true }).decode(bytes),
    catch: () =>
      wrong(`${name} is not UTF-8: save it from the spreadsheet as "CSV UTF-8 (comma delimited)".`)
  })
  const rows = yield* rowsOf(text, name)
  const [header, ...rest] = rows
  const cells = header?.cells ?? []
  const only = cells.length === 1 ? (cells[0] ?? "") : ""
  if (/[;\t]/.test(only)) {
    return yield* wrong(
      `${name} line 1: the cells are separated by ${only.includes("\t") ? "tabs" : "semicolons"}; ` +
        'right: commas, as "CSV UTF-8 (comma delimited)" has them.'
    )
  }
  const sheet: TownSheets.Sheet = { name, header: cells, rows: rest }
  return sheet
})

const rowsOf = (
  text: string,
  name: string
): Effect.Effect<ReadonlyArray<TownSheets.Row>, UsageError> =>
  Effect.try({
    try: () => {
      const ends: Array<number> = []
      const records = parse(text, {
        bom: true,
        relax_column_count: true,
        on_record: (record: Array<string>, { lines }) => {
          ends.push(lines)
          return record
        }
      })
      // `lines` counts up to a record's end; the next one begins on the line after.
      return records.map((cells, index) => ({ line: (ends[index - 1] ?? 0) + 1, cells }))
    },
    catch: (error) => {
      const line = error instanceof CsvError ? lineOf(error) : 0
      const where = line > 0 ? ` line ${line}` : ""
      return wrong(
        `${name}${where}: a double quote stands where none can; right: text with a comma or a ` +
          'quote between double quotes, and a quote within it doubled: "a ""b"", c".'
      )
    }
  })

const lineOf = (error: CsvError): number => {
  const lines: unknown = Object.getOwnPropertyDescriptor(error, "lines")?.value
  return typeof lines === "number" ? lines : 0
}

const wrong = (message: string): UsageError => new UsageError({ message })
