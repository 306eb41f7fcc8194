/**
 * The shapes of codes and of their schemes. They stand in their own file so that reading,
 * numbering and tables, which all need them, need not import each other; `CodeScheme` re-exports
 * the public ones.
 */
import type { Id, Label } from "@wangge/facts"
import type { CodeProblem } from "../CodeProblem.ts"

/**
 * A checked code in its shortest form: `11` for Beijing, never `110000`.
 *
 * @category codes
 * @since 0.1.0
 */
export type Code = Id.Id<"Code">

/**
 * One level of a scheme: the part of a code that numbers the places of this level within one place
 * of the level above.
 *
 * - `id`: the level; where a tree is to be numbered, the role of the tree's level;
 * - `width`: how many characters the part has, 1 to 9;
 * - `alphabet`: the characters in order; the first one is the zero that fills numbers up;
 * - `isSkippable`: a part of zeros may stand above another part: "no such place here, the next
 *   level lies directly under the last";
 * - `wholeUnder`: the codes one level up under which a part of zeros is a code of its own: the
 *   place above as a whole, because it has no places of this level;
 * - `parts`: the only parts that are assigned; empty means that every one but zero is.
 *
 * @category schemes
 * @since 0.1.0
 */
export interface CodeLevel {
  readonly id: string
  readonly name: Label.Label
  readonly width: number
  readonly alphabet: string
  readonly isSkippable: boolean
  readonly wholeUnder: ReadonlyArray<string>
  readonly parts: ReadonlyArray<string>
}

/**
 * How the codes of one territory are built: the levels from top to bottom, `lengths` of a code of
 * each level, and `paddedLengths` at which codes may be written filled up with zeros (`110000`).
 *
 * @category schemes
 * @since 0.1.0
 */
export interface CodeScheme {
  readonly levels: ReadonlyArray<CodeLevel>
  readonly lengths: ReadonlyArray<number>
  readonly paddedLengths: ReadonlyArray<number>
}

/**
 * A code that was read, with its level and its parts from the top down, or everything that is
 * wrong with the text.
 *
 * @category codes
 * @since 0.1.0
 */
export type Parsed =
  | {
      readonly ok: true
      readonly code: Code
      readonly levelIndex: number
      readonly levelId: string
      readonly parts: ReadonlyArray<string>
    }
  | { readonly ok: false; readonly problems: ReadonlyArray<CodeProblem> }

/** The part of zeros of a level. */
export const zeroOf = (level: CodeLevel): string => level.alphabet[0]!.repeat(level.width)

/** Where the part of a level begins in a code. */
export const startOf = (scheme: CodeScheme, levelIndex: number): number =>
  scheme.lengths[levelIndex - 1] ?? 0

/** The part of a level in a text that reaches down to it. */
export const partAt = (scheme: CodeScheme, text: string, levelIndex: number): string =>
  text.slice(startOf(scheme, levelIndex), scheme.lengths[levelIndex])
