/**
 * Many tests at once: among a hundred honest units, five would ring at a level of 5 %. What a level
 * means for a whole list is restored here, exactly.
 */
import * as Rational from "./Rational.ts"

/**
 * How a list of tests is held to a level. Append only.
 *
 * - `Holm`: the chance that anything at all rings among units that do nothing wrong is at most the
 *   level, whatever ties the tests to each other.
 * - `BenjaminiHochberg`: of what rings, the share expected to be false is at most the level, for tests
 *   that are independent or rise together. Rings more often.
 *
 * @source none: our own names
 * @category corrections
 * @since 0.1.0
 */
export const corrections = ["Holm", "BenjaminiHochberg"] as const

/**
 * One of {@link corrections}.
 *
 * @category corrections
 * @since 0.1.0
 */
export type Correction = (typeof corrections)[number]

/**
 * What each correction is called on a screen, in English and Chinese.
 *
 * @source none: the names of the authors; the rest in our own words
 * @category labels
 * @since 0.1.0
 */
export const labels = {
  Holm: { en: "Holm (any false signal at all)", zh: "霍尔姆法(控制出现任一误报的概率)" },
  BenjaminiHochberg: {
    en: "Benjamini-Hochberg (share of false signals)",
    zh: "BH法(控制误报所占比例)"
  }
} as const

/**
 * The adjusted p-value of each test, in the order given: a test rings when it is at most the level.
 *
 * Equal p-values get equal answers, and the order of the list is irrelevant. Cost: one sort.
 *
 * ```ts
 * import { MultipleTesting, Rational } from "@wangge/evaluation"
 *
 * const found = [1, 4, 3, 1].map((part, index) => Rational.make(part, index === 3 ? 2 : 100))
 * MultipleTesting.adjusted(found, "Holm").map(Rational.toText)
 * // => ["1/25", "9/100", "9/100", "1/2"]
 * MultipleTesting.adjusted(found, "BenjaminiHochberg").map(Rational.toText)
 * // => ["1/25", "4/75", "4/75", "1/2"]
 * ```
 *
 * @source S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of
 * Statistics 6, 1979; Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of
 * the Royal Statistical Society B 57, 1995
 * @category corrections
 * @since 0.1.0
 */
export const adjusted = (
  pValues: ReadonlyArray<Rational.Rational>,
  correction: Correction
): ReadonlyArray<Rational.Rational> => {
  const order = pValues
    .map((value, place) => ({ value, place }))
    .sort((left, right) => Rational.compare(left.value, right.value))
  const found = pValues.map(() => Rational.one)
  const count = order.length
  if (correction === "Holm") {
    let largest = Rational.zero
    order.forEach(({ value, place }, index) => {
      largest = Rational.max(largest, Rational.multiply(value, Rational.make(count - index)))
      found[place] = Rational.min(Rational.one, largest)
    })
    return found
  }
  let least = Rational.one
  for (let index = count - 1; index >= 0; index -= 1) {
    const { value, place } = order[index]!
    least = Rational.min(least, Rational.multiply(value, Rational.make(count, index + 1)))
    found[place] = least
  }
  return found
}
