/**
 * Stars (评星): a score as 0 to 10 stars. A score has as many stars as it reaches edges, so a star
 * never falls when a score rises, by construction. Stars are of units and workers that were scored;
 * a household has stars only as the honour of ten (`Honour`), with consent.
 */
import type { Label } from "@wangge/facts"
import * as EvaluationProblem from "./EvaluationProblem.ts"
import { exactText } from "./internal/exactText.ts"
import * as ruleReader from "./internal/ruleReader.ts"
import * as Rational from "./Rational.ts"
import * as Score from "./Score.ts"
import * as SourcedDecimal from "./SourcedDecimal.ts"

/**
 * The most stars.
 *
 * @source Longxian, news report on "four-quality" communities (四型社区), 2023: the ten-star household
 * @category stars
 * @since 0.1.0
 */
export const starCountMax = 10

/**
 * The rules of stars: the score from which on there is one more star, for each star in order.
 *
 * @category stars
 * @since 0.1.0
 */
export interface StarRules {
  readonly id: string
  readonly version: string
  readonly label: Label.Label
  readonly edges: ReadonlyArray<SourcedDecimal.SourcedDecimal>
}

/**
 * A star more at 50 points and every five points on; the tenth at 95.
 *
 * @source none: assumed; the reports name stars and no threshold
 * @category stars
 * @since 0.1.0
 */
export const defaults: StarRules = {
  id: "ten-stars",
  version: "1",
  label: { en: "Ten stars", zh: "十星" },
  edges: [50, 55, 60, 65, 70, 75, 80, 85, 90, 95].map((from) =>
    SourcedDecimal.assumed(`${from}`, "even steps over the upper half of the points")
  )
}

/**
 * The edges of some rules, read; or every problem with them.
 *
 * @category stars
 * @since 0.1.0
 */
export type Compilation =
  | { readonly ok: true; readonly edges: ReadonlyArray<Rational.Rational> }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem.EvaluationProblem> }

/**
 * Reads the edges of some rules: 1 to {@link starCountMax} of them, from 0 to 100, each above the one
 * before. Returns `NotANumber` and `OutOfRange`.
 *
 * @category stars
 * @since 0.1.0
 */
export const compile = (rules: StarRules): Compilation => {
  const problems: ruleReader.Problems = []
  const edges = rules.edges.map((edge, index) =>
    ruleReader.number(problems, `edges.${index}`, edge, { min: 0, max: 100 })
  )
  if (edges.length < 1 || edges.length > starCountMax) {
    const expected = `>= 1, <= ${starCountMax}`
    problems.push(EvaluationProblem.make("OutOfRange", "edges", edges.length, expected))
  }
  if (problems.length > 0) return { ok: false, problems }
  edges.forEach((edge, index) => {
    const before = edges[index - 1]
    if (before === undefined || Rational.compare(edge, before) > 0) return
    const expected = `> ${exactText(before)}`
    problems.push(EvaluationProblem.make("OutOfRange", `edges.${index}`, exactText(edge), expected))
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, edges }
}

/**
 * How many stars a score has: the edges that it reaches.
 *
 * ```ts
 * import { Rational, Score, Star } from "@wangge/evaluation"
 *
 * const rules = Star.compile(Star.defaults)
 * if (!rules.ok) throw new Error("the default rules compile")
 * const stars = [0, 50, 94, 95].map((points) =>
 *   Star.countOf(rules.edges, Score.ofRational(Rational.make(points)))
 * )
 * stars // => [0, 1, 9, 10]
 * ```
 *
 * @source none: our own rule
 * @category stars
 * @since 0.1.0
 */
export const countOf = (edges: ReadonlyArray<Rational.Rational>, score: Score.Score): number =>
  edges.filter((edge) => Score.compareTo(score, edge) >= 0).length
