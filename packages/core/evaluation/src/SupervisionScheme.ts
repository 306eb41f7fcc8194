/**
 * Three supervisions, two reviews (三督两评): who supervises and who reviews, as labels. The name is
 * published, its content is not: a locality writes its own five, and none are shipped.
 */
import type { Label } from "@wangge/facts"
import * as EvaluationProblem from "./EvaluationProblem.ts"

/**
 * One supervision or review.
 *
 * @category supervision
 * @since 0.1.0
 */
export interface SupervisionItem {
  readonly id: string
  readonly label: Label.Label
}

/**
 * A locality's own three supervisions and two reviews.
 *
 * @category supervision
 * @since 0.1.0
 */
export interface SupervisionScheme {
  readonly id: string
  readonly supervisions: ReadonlyArray<SupervisionItem>
  readonly reviews: ReadonlyArray<SupervisionItem>
}

/**
 * The name of the scheme, in English and Chinese.
 *
 * @source Helong, article by the city party committee's organisation department: “三督兩評”
 * @category labels
 * @since 0.1.0
 */
export const label: Label.Label = {
  en: "three supervisions, two reviews",
  zh: "三督两评"
}

/**
 * How many supervisions and reviews the name says.
 *
 * @source Helong, article by the city party committee's organisation department: “三督兩評”
 * @category supervision
 * @since 0.1.0
 */
export const counts = { supervisions: 3, reviews: 2 } as const

/**
 * What is wrong with a scheme; empty when it has three supervisions and two reviews, each with an id
 * of its own and words in both languages.
 *
 * Returns `OutOfRange`, `DuplicateId` and `EmptyText`.
 *
 * ```ts
 * import { SupervisionScheme } from "@wangge/evaluation"
 *
 * const item = (id: string) => ({ id, label: { en: id, zh: id } })
 * const scheme = { id: "ours", supervisions: ["a", "b", "c"].map(item), reviews: ["d"].map(item) }
 * SupervisionScheme.check(scheme).map(({ code, subject }) => `${code} ${subject}`)
 * // => ["OutOfRange reviews"]
 * ```
 *
 * @category supervision
 * @since 0.1.0
 */
export const check = (
  scheme: SupervisionScheme
): ReadonlyArray<EvaluationProblem.EvaluationProblem> => {
  const all = [...scheme.supervisions, ...scheme.reviews]
  const ids = all.map(({ id }) => id)
  return [
    ...(["supervisions", "reviews"] as const)
      .filter((name) => scheme[name].length !== counts[name])
      .map((name) => EvaluationProblem.make("OutOfRange", name, scheme[name].length, counts[name])),
    ...ids
      .filter((id, place) => ids.indexOf(id) < place)
      .map((id) => EvaluationProblem.make("DuplicateId", scheme.id, id, 1)),
    ...all
      .filter((item) => [item.id, item.label.en, item.label.zh].some((text) => text.trim() === ""))
      .map(({ id }) => EvaluationProblem.make("EmptyText", `${scheme.id}.${id}`, "", ""))
  ]
}
