/**
 * Problems of sheets in the reader's language, with a guess where a word was mistyped.
 */
import { SheetProblem } from "@wangge/localities"
import type { Lang } from "./Lang.ts"
import * as NearMiss from "./NearMiss.ts"

/**
 * How many problems one message lists.
 *
 * @source none: more than anyone mends before trying again
 * @category input
 * @since 0.1.0
 */
export const listedMax = 50

/**
 * The problems in words; only the first {@link listedMax} come with a guess, which takes time in a
 * large town.
 *
 * @category input
 * @since 0.1.0
 */
export const of = (
  problems: ReadonlyArray<SheetProblem.SheetProblem>,
  lang: Lang
): ReadonlyArray<string> =>
  problems.map((problem, index) => {
    const text = SheetProblem.describe(problem)[lang]
    const near = index < listedMax ? guess(String(problem.found), problem.known) : null
    if (near === null) return text
    return lang === "en" ? `${text}. Did you mean “${near}”?` : `${text}。是否为“${near}”?`
  })

/** A word close to the whole text, or to the last part of a path. */
const guess = (found: string, known: ReadonlyArray<string>): string | null => {
  const words = known.filter((word) => word !== "")
  return (
    NearMiss.find(found, words) ?? NearMiss.find(found.slice(found.lastIndexOf("/") + 1), words)
  )
}
