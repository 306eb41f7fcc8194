/**
 * How the codes of a territory are built and read: a list of levels, each a part of fixed width.
 * The national scheme (`DivisionCode`) and the grid scheme (`GridCode`) are two instances; a town
 * with levels or numbers of its own describes its own. Codes are checked once, by `parse`, and are
 * in their shortest form after that. No scheme has a check digit: the national standards have none.
 */
import * as CodeProblem from "./CodeProblem.ts"
import {
  following,
  largestUsed,
  type Numbers,
  numberMax,
  partNumber,
  partText,
  roomOf
} from "./internal/codeNumbering.ts"
import { parseAt } from "./internal/codeReading.ts"
import { type Code, type CodeScheme, partAt } from "./internal/codeShape.ts"
import { levelIndexOf } from "./internal/codeWalking.ts"

export { format, pad, parse, parseAt } from "./internal/codeReading.ts"
export type { Code, CodeLevel, CodeScheme, Parsed } from "./internal/codeShape.ts"
export { checkTable, type TableRow } from "./internal/codeTable.ts"
export { compare, isWithin, levelIndexOf, parentOf, pathOf } from "./internal/codeWalking.ts"
export { type LevelOptions, type Made, type MakeOptions, make } from "./internal/schemeMaking.ts"

/**
 * What {@link nextFree} needs: the parent (empty for a code of the top level), every code that was
 * ever given, retired ones too, and, where numbers have a meaning, the inclusive range to take one
 * from (default: all numbers from 1).
 *
 * `used` may hold codes of other parents and of lower levels: a grid under a community shows that
 * the community's number is taken.
 *
 * @category numbering
 * @since 0.1.0
 */
export interface NextOptions {
  readonly parent: Code | ""
  readonly used: Iterable<Code>
  readonly from?: number
  readonly until?: number
}

/**
 * A new code, or why there is none.
 *
 * @category numbering
 * @since 0.1.0
 */
export type Next =
  | { readonly ok: true; readonly code: Code }
  | { readonly ok: false; readonly problems: ReadonlyArray<CodeProblem.CodeProblem> }

/**
 * The next code under a parent that was never given: one after the largest number used, and the
 * lowest gap only when the range ends there. So a list that forgot retired codes does little harm.
 *
 * Returns `TooManyChildren` when every number is used. Throws a `RangeError` for a parent on the
 * lowest level. Cost: linear in `used`.
 *
 * ```ts
 * import { CodeScheme, GridCode } from "@wangge/grid"
 *
 * const community = GridCode.parse("110101001002")
 * const grid = GridCode.parse("110101001002007")
 * const next = community.ok && grid.ok &&
 *   CodeScheme.nextFree(GridCode.scheme, { parent: community.code, used: [grid.code] })
 * next && next.ok && next.code // => "110101001002008"
 * ```
 *
 * @source GB/T 2260-2007, section 3.2: when a division changes, its old code is abolished, so that
 *   codes stay unique
 * @category numbering
 * @since 0.1.0
 */
export const nextFree = (scheme: CodeScheme, options: NextOptions): Next => {
  const { parent } = options
  const levelIndex = parent === "" ? 0 : levelIndexOf(scheme, parent) + 1
  const level = scheme.levels[levelIndex]
  if (level === undefined) throw new RangeError(`“${parent}” is on the lowest level`)
  const used = new Set<number>()
  for (const code of options.used) {
    if (code.length < scheme.lengths[levelIndex]! || !code.startsWith(parent)) continue
    used.add(partNumber(level, partAt(scheme, code, levelIndex)))
  }
  const numbers: Numbers = {
    from: Math.max(options.from ?? 1, 1),
    until: Math.min(options.until ?? numberMax(level), numberMax(level)),
    used
  }
  if (roomOf(level, numbers) < 1) {
    const problem = CodeProblem.make("TooManyChildren", parent || "-", 1, 0)
    return { ok: false, problems: [problem] }
  }
  const number = following(level, numbers, largestUsed(numbers))
  const parsed = parseAt(scheme, parent + partText(level, number), levelIndex)
  return parsed.ok ? { ok: true, code: parsed.code } : parsed
}
