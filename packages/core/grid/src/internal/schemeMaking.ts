/**
 * Schemes of codes from a description, checked. `CodeScheme` re-exports the public functions.
 */
import { Id, type Label } from "@wangge/facts"
import * as CodeProblem from "../CodeProblem.ts"
import type { CodeLevel, CodeScheme } from "./codeShape.ts"

/**
 * A level as it is described: see `CodeLevel`. Without more, parts are decimal digits, zeros are
 * reserved and every other part may be assigned.
 *
 * @category schemes
 * @since 0.1.0
 */
export interface LevelOptions {
  readonly id: string
  readonly name: Label.Label
  readonly width: number
  readonly alphabet?: string
  readonly isSkippable?: boolean
  readonly wholeUnder?: ReadonlyArray<string>
  readonly parts?: ReadonlyArray<string>
}

/**
 * What a scheme is made of: levels from top to bottom and the lengths at which codes may be filled
 * up with zeros (default: none).
 *
 * @category schemes
 * @since 0.1.0
 */
export interface MakeOptions {
  readonly levels: ReadonlyArray<LevelOptions>
  readonly paddedLengths?: ReadonlyArray<number>
}

/**
 * A scheme, or every reason why there is none.
 *
 * @category schemes
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly scheme: CodeScheme }
  | { readonly ok: false; readonly problems: ReadonlyArray<CodeProblem.CodeProblem> }

/** The decimal digits: the alphabet of a level that names no other. */
const digits = "0123456789"

const widthMax = 9

/**
 * A scheme from its description.
 *
 * Returns `NoCodeLevels`, `DuplicateCodeLevel`, `BadWidth` (a part of 1 to 9 characters, a code of
 * at most 120), `BadAlphabet` (two or more different printable ASCII characters) and `BadPadding`
 * (a padded length at which no level ends, an assigned part or a whole parent that does not fit).
 *
 * ```ts
 * import { CodeScheme } from "@wangge/grid"
 *
 * const made = CodeScheme.make({
 *   levels: [
 *     { id: "community", name: { en: "Community", zh: "社区" }, width: 1, alphabet: "0ABCDEF" },
 *     { id: "grid", name: { en: "Grid", zh: "网格" }, width: 2 }
 *   ]
 * })
 * const parsed = made.ok && CodeScheme.parse(made.scheme, "C07")
 * parsed && parsed.ok && parsed.parts // => ["C", "07"]
 * ```
 *
 * @source none: the form of our configuration
 * @category schemes
 * @since 0.1.0
 */
export const make = (options: MakeOptions): Made => {
  const scheme = compile(options)
  const problems = problemsOf(scheme)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scheme }
}

/** A scheme from a description that is known to be good, such as the national one. */
export const compile = (options: MakeOptions): CodeScheme => {
  const levels = options.levels.map((level) => ({
    id: level.id,
    name: level.name,
    width: level.width,
    alphabet: level.alphabet ?? digits,
    isSkippable: level.isSkippable ?? false,
    wholeUnder: level.wholeUnder ?? [],
    parts: level.parts ?? []
  }))
  let length = 0
  const lengths = levels.map((level) => {
    length += level.width
    return length
  })
  return { levels, lengths, paddedLengths: options.paddedLengths ?? [] }
}

const problemsOf = (scheme: CodeScheme): ReadonlyArray<CodeProblem.CodeProblem> => {
  if (scheme.levels.length === 0) return [CodeProblem.make("NoCodeLevels", "levels", 0, 1)]
  const length = scheme.lengths.at(-1)!
  const levelIds = scheme.levels.map((level) => level.id)
  return [
    ...scheme.levels.flatMap((level, index) => levelProblems(scheme, level, index)),
    ...levelIds.flatMap((id, index) =>
      levelIds.indexOf(id) < index
        ? [CodeProblem.make("DuplicateCodeLevel", `levels/${index}`, id, 1)]
        : []
    ),
    ...(length > Id.lengthMax
      ? [CodeProblem.make("BadWidth", "levels", length, `<= ${Id.lengthMax}`)]
      : []),
    ...scheme.paddedLengths
      .filter((padded) => !scheme.lengths.includes(padded))
      .map((padded) =>
        CodeProblem.make("BadPadding", "paddedLengths", padded, scheme.lengths.join(", "))
      )
  ]
}

const levelProblems = (
  scheme: CodeScheme,
  level: CodeLevel,
  index: number
): ReadonlyArray<CodeProblem.CodeProblem> => {
  const place = `levels/${level.id}`
  const problems: Array<CodeProblem.CodeProblem> = []
  if (!Number.isSafeInteger(level.width) || level.width < 1 || level.width > widthMax) {
    problems.push(CodeProblem.make("BadWidth", place, level.width, `1-${widthMax}`))
  }
  const { alphabet } = level
  if (alphabet.length < 2 || new Set(alphabet).size < alphabet.length || !Id.isValid(alphabet)) {
    problems.push(CodeProblem.make("BadAlphabet", place, alphabet, "0x21-0x7e, 2+, each once"))
  }
  const wrongParts = level.parts.filter(
    (part) => part.length !== level.width || !part.split("").every((one) => alphabet.includes(one))
  )
  for (const part of wrongParts) {
    problems.push(CodeProblem.make("BadPadding", `${place}/parts`, part, level.width))
  }
  const lengthAbove = scheme.lengths[index - 1] ?? 0
  for (const code of level.wholeUnder) {
    if (index > 0 && code.length === lengthAbove) continue
    problems.push(CodeProblem.make("BadPadding", `${place}/wholeUnder`, code, lengthAbove))
  }
  return problems
}
