/**
 * A table of codes with their parents, such as the state's list of divisions, checked as a whole.
 * `CodeScheme` re-exports everything public.
 */
import * as CodeProblem from "../CodeProblem.ts"
import { parseAt } from "./codeReading.ts"
import type { CodeScheme, Parsed } from "./codeShape.ts"
import { parentOf } from "./codeWalking.ts"

/**
 * One row: a code, its parent's code (empty at the top), and the level's index in the scheme.
 *
 * @category tables
 * @since 0.1.0
 */
export interface TableRow {
  readonly code: string
  readonly parent: string
  readonly levelIndex: number
}

/**
 * Everything wrong with a table of codes: problems of single codes as `parseAt` finds them, then
 * `WrongParentCode`, `UnknownParentCode` (the parent has no row) and `DuplicateCode`.
 *
 * Codes and parents may be filled up with zeros; they are compared in their short form. Throws a
 * `RangeError` for a level index outside the scheme. Cost: linear.
 *
 * ```ts
 * import { CodeScheme, DivisionCode } from "@wangge/grid"
 *
 * const rows = [
 *   { code: "11", parent: "", levelIndex: 0 },
 *   { code: "110101", parent: "1101", levelIndex: 2 }
 * ]
 * const problems = CodeScheme.checkTable(DivisionCode.scheme, rows)
 * problems.map((problem) => problem.code) // => ["UnknownParentCode"]
 * ```
 *
 * @category tables
 * @since 0.1.0
 */
export const checkTable = (
  scheme: CodeScheme,
  rows: ReadonlyArray<TableRow>
): ReadonlyArray<CodeProblem.CodeProblem> => {
  const read = rows.map((row) => parseAt(scheme, row.code, row.levelIndex))
  const timesOf = new Map<string, number>()
  for (const parsed of read) {
    if (parsed.ok) timesOf.set(parsed.code, (timesOf.get(parsed.code) ?? 0) + 1)
  }
  return [
    ...rows.flatMap((row, index) => rowProblems(scheme, row, read[index]!, timesOf)),
    ...Array.from(timesOf)
      .filter(([, times]) => times > 1)
      .map(([code, times]) => CodeProblem.make("DuplicateCode", code, times, 1))
  ]
}

const rowProblems = (
  scheme: CodeScheme,
  row: TableRow,
  parsed: Parsed,
  timesOf: ReadonlyMap<string, number>
): ReadonlyArray<CodeProblem.CodeProblem> => {
  if (!parsed.ok) return parsed.problems
  const expected = parentOf(scheme, parsed.code)
  const given = shortParent(scheme, row)
  if (given !== expected) {
    return [CodeProblem.make("WrongParentCode", row.code, row.parent, expected || "-")]
  }
  const isThere = expected === "" || timesOf.has(expected)
  return isThere ? [] : [CodeProblem.make("UnknownParentCode", row.code, row.parent, "table")]
}

/** The parent's short form if it can be read one or more levels up, otherwise as it was given. */
const shortParent = (scheme: CodeScheme, row: TableRow): string => {
  for (let levelIndex = row.levelIndex - 1; levelIndex >= 0; levelIndex--) {
    const parsed = parseAt(scheme, row.parent, levelIndex)
    if (parsed.ok) return parsed.code
  }
  return row.parent
}
