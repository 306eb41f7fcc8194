/**
 * Codes from texts and from parts, and back to their filled-up form. `CodeScheme` re-exports
 * everything public.
 */
import { Id } from "@wangge/facts"
import * as CodeProblem from "../CodeProblem.ts"
import { partText } from "./codeNumbering.ts"
import { type Code, type CodeScheme, type Parsed, partAt, startOf, zeroOf } from "./codeShape.ts"

/**
 * Reads a code. A text of a padded length is shortened first: `110000` is the province `11`.
 *
 * Returns `BadLength` or `BadCharacter` alone; then every `ReservedZero` (a part of zeros where
 * the scheme has none) and `UnknownPrefix` (a part that is not assigned).
 *
 * ```ts
 * import { CodeScheme, DivisionCode } from "@wangge/grid"
 *
 * const parsed = CodeScheme.parse(DivisionCode.scheme, "110000")
 * parsed.ok && [parsed.code, parsed.levelId] // => ["11", "province"]
 * ```
 *
 * @category codes
 * @since 0.1.0
 */
export const parse = (scheme: CodeScheme, text: string): Parsed => {
  const problems = shapeProblems(scheme, text)
  return problems.length > 0 ? { ok: false, problems } : read(scheme, shortened(scheme, text, -1))
}

/**
 * Reads a code that is known to be of a level, as in a table with a column for it.
 *
 * The level decides where a filled-up code is ambiguous: `442000` is the prefecture `4420` or, as
 * that has no counties, itself at the county level. Returns the problems of {@link parse} and
 * `WrongCodeLevel`. Throws a `RangeError` for a level index outside the scheme.
 *
 * @category codes
 * @since 0.1.0
 */
export const parseAt = (scheme: CodeScheme, text: string, levelIndex: number): Parsed => {
  const level = scheme.levels[levelIndex]
  if (level === undefined) {
    throw new RangeError(`level index is 0 to ${scheme.levels.length - 1}; got ${levelIndex}`)
  }
  const problems = shapeProblems(scheme, text)
  if (problems.length > 0) return { ok: false, problems }
  const parsed = read(scheme, shortened(scheme, text, levelIndex))
  if (!parsed.ok || parsed.levelIndex === levelIndex) return parsed
  const problem = CodeProblem.make("WrongCodeLevel", text, parsed.levelId, level.id)
  return { ok: false, problems: [problem] }
}

/**
 * A code from its parts, from the top level down; a number is written in the level's alphabet and
 * filled up with zeros, a text is only filled up.
 *
 * Returns `BadLength` for no parts, for more parts than levels and for a part that is too long,
 * otherwise the problems of {@link parse}. Throws a `RangeError` for a number that is negative or
 * not whole.
 *
 * ```ts
 * import { CodeScheme, GridCode } from "@wangge/grid"
 *
 * const made = CodeScheme.format(GridCode.scheme, [11, 1, 1, 2, 3, 7])
 * made.ok && made.code // => "110101002003007"
 * ```
 *
 * @category codes
 * @since 0.1.0
 */
export const format = (scheme: CodeScheme, parts: ReadonlyArray<string | number>): Parsed => {
  if (parts.length === 0 || parts.length > scheme.levels.length) {
    const text = parts.join("")
    const problem = CodeProblem.make("BadLength", text, text.length, scheme.lengths.join(", "))
    return { ok: false, problems: [problem] }
  }
  const texts = parts.map((part, index) => partText(scheme.levels[index]!, part))
  const tooLong = texts.flatMap((text, index) => {
    const { width } = scheme.levels[index]!
    return text.length > width ? [CodeProblem.make("BadLength", text, text.length, width)] : []
  })
  if (tooLong.length > 0) return { ok: false, problems: tooLong }
  const text = texts.join("")
  const problems = characterProblems(scheme, text, texts.length - 1)
  return problems.length > 0 ? { ok: false, problems } : read(scheme, text)
}

/**
 * A code filled up with zeros to one of the scheme's padded lengths, as national tables print it.
 *
 * Throws a `RangeError` for a length that is not padded in this scheme or shorter than the code.
 *
 * ```ts
 * import { CodeScheme, DivisionCode } from "@wangge/grid"
 *
 * const parsed = CodeScheme.parse(DivisionCode.scheme, "4420")
 * parsed.ok && CodeScheme.pad(DivisionCode.scheme, parsed.code, 6) // => "442000"
 * ```
 *
 * @category codes
 * @since 0.1.0
 */
export const pad = (scheme: CodeScheme, code: Code, length: number): string => {
  if (!scheme.paddedLengths.includes(length) || length < code.length) {
    const allowed = scheme.paddedLengths.filter((one) => one >= code.length).join(", ")
    throw new RangeError(`“${code}” can be filled up to ${allowed || "no length"}; got ${length}`)
  }
  const missing = scheme.levels.filter(
    (_, index) => startOf(scheme, index) >= code.length && scheme.lengths[index]! <= length
  )
  return missing.reduce((text, level) => text + zeroOf(level), String(code))
}

const shapeProblems = (
  scheme: CodeScheme,
  text: string
): ReadonlyArray<CodeProblem.CodeProblem> => {
  const levelIndex = scheme.lengths.indexOf(text.length)
  return levelIndex >= 0
    ? characterProblems(scheme, text, levelIndex)
    : [CodeProblem.make("BadLength", text, text.length, scheme.lengths.join(", "))]
}

const characterProblems = (
  scheme: CodeScheme,
  text: string,
  levelIndex: number
): ReadonlyArray<CodeProblem.CodeProblem> =>
  scheme.levels.slice(0, levelIndex + 1).flatMap(({ alphabet }, index) =>
    Array.from(new Set(partAt(scheme, text, index).split("")))
      .filter((character) => !alphabet.includes(character))
      .map((character) => CodeProblem.make("BadCharacter", text, character, alphabet))
  )

/** The text without the zeros that only fill it up; down to a level, or as far as they go (−1). */
const shortened = (scheme: CodeScheme, text: string, target: number): string => {
  if (!scheme.paddedLengths.includes(text.length)) return text
  let levelIndex = scheme.lengths.indexOf(text.length)
  while (levelIndex > Math.max(target, 0) && isZeroAt(scheme, text, levelIndex)) {
    if (target < 0 && isWholeAt(scheme, text, levelIndex)) break
    levelIndex -= 1
  }
  return text.slice(0, scheme.lengths[levelIndex])
}

const read = (scheme: CodeScheme, text: string): Parsed => {
  const levelIndex = scheme.lengths.indexOf(text.length)
  const problems: Array<CodeProblem.CodeProblem> = []
  for (let index = 0; index <= levelIndex; index++) {
    const level = scheme.levels[index]!
    const part = partAt(scheme, text, index)
    const isSkipped = index < levelIndex && level.isSkippable
    if (isZeroAt(scheme, text, index)) {
      if (isSkipped || isWholeAt(scheme, text, index)) continue
      problems.push(CodeProblem.make("ReservedZero", text, part, partText(level, 1)))
    } else if (level.parts.length > 0 && !level.parts.includes(part)) {
      const prefix = text.slice(0, scheme.lengths[index])
      problems.push(CodeProblem.make("UnknownPrefix", text, prefix, level.parts.join(", ")))
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    code: Id.make(text),
    levelIndex,
    levelId: scheme.levels[levelIndex]!.id,
    parts: scheme.lengths.slice(0, levelIndex + 1).map((_, index) => partAt(scheme, text, index))
  }
}

/** Whether the part of a level is all zeros. */
export const isZeroAt = (scheme: CodeScheme, text: string, levelIndex: number): boolean =>
  partAt(scheme, text, levelIndex) === zeroOf(scheme.levels[levelIndex]!)

/** Whether a part of zeros at a level stands for the whole of the place above. */
export const isWholeAt = (scheme: CodeScheme, text: string, levelIndex: number): boolean =>
  scheme.levels[levelIndex]!.wholeUnder.includes(text.slice(0, startOf(scheme, levelIndex)))
