/**
 * From a code to the codes above it. `CodeScheme` re-exports everything public.
 */
import { Id } from "@wangge/facts"
import { isWholeAt, isZeroAt } from "./codeReading.ts"
import { type Code, type CodeScheme, startOf } from "./codeShape.ts"

/**
 * The level of a code.
 *
 * Throws a `RangeError` for a code whose length no level of the scheme has.
 *
 * @category codes
 * @since 0.1.0
 */
export const levelIndexOf = (scheme: CodeScheme, code: Code): number => {
  const levelIndex = scheme.lengths.indexOf(code.length)
  if (levelIndex < 0) {
    throw new RangeError(`codes have ${scheme.lengths.join(", ")} characters; got “${code}”`)
  }
  return levelIndex
}

/**
 * The code one level up, past levels that the code skips; empty at the top.
 *
 * ```ts
 * import { CodeScheme, DivisionCode } from "@wangge/grid"
 *
 * const parsed = CodeScheme.parse(DivisionCode.scheme, "110101001")
 * parsed.ok && CodeScheme.parentOf(DivisionCode.scheme, parsed.code) // => "110101"
 * ```
 *
 * @category codes
 * @since 0.1.0
 */
export const parentOf = (scheme: CodeScheme, code: Code): Code | "" => {
  for (let index = levelIndexOf(scheme, code) - 1; index >= 0; index--) {
    if (!isZeroAt(scheme, code, index) || isWholeAt(scheme, code, index)) {
      return Id.make(code.slice(0, scheme.lengths[index]))
    }
  }
  return ""
}

/**
 * The codes from the top down to a code, itself included, without the levels that it skips.
 *
 * @category codes
 * @since 0.1.0
 */
export const pathOf = (scheme: CodeScheme, code: Code): ReadonlyArray<Code> => {
  const path: Array<Code> = []
  for (let at: Code | "" = code; at !== ""; at = parentOf(scheme, at)) path.push(at)
  return path.reverse()
}

/**
 * Whether a code is another or lies below it.
 *
 * Both must be codes of one scheme. `442000003` lies within `4420` and within `442000`.
 *
 * @category codes
 * @since 0.1.0
 */
export const isWithin = (code: Code, ancestor: Code): boolean => code.startsWith(ancestor)

/**
 * The order of two codes: negative when the first comes first. A place comes before the places in
 * it, siblings in the order of their alphabet; good for `Array.sort`.
 *
 * @category codes
 * @since 0.1.0
 */
export const compare = (scheme: CodeScheme, one: Code, other: Code): number => {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < scheme.levels.length; index++) {
    const { alphabet } = scheme.levels[index]!
    const until = Math.min(length, scheme.lengths[index]!)
    for (let place = startOf(scheme, index); place < until; place++) {
      if (one[place] === other[place]) continue
      return alphabet.indexOf(one[place]!) - alphabet.indexOf(other[place]!)
    }
  }
  return one.length - other.length
}
