/**
 * Whether what replications gave agrees with an exact value. An interval that covers the exact value
 * agrees, one that does not disagrees, and one too wide to tell anything is no judgement.
 */
import { Estimate, Proportion } from "@wangge/des"
import type { Label } from "@wangge/facts"

/**
 * What can be said of one measure.
 *
 * @source none: our own names
 * @category judgement
 * @since 0.1.0
 */
export const verdicts = ["agrees", "disagrees", "unjudged"] as const

/**
 * One of {@link verdicts}.
 *
 * @category judgement
 * @since 0.1.0
 */
export type Verdict = (typeof verdicts)[number]

/**
 * The words of each verdict.
 *
 * @category judgement
 * @since 0.1.0
 */
export const words: Readonly<Record<Verdict, Label.Label>> = {
  agrees: { en: "agrees", zh: "相符" },
  disagrees: { en: "DISAGREES", zh: "不符" },
  unjudged: { en: "could not be judged", zh: "无法判断" }
}

/**
 * The judgement of one measure. The ends of the interval are null where there is none.
 *
 * @category judgement
 * @since 0.1.0
 */
export interface Judgement {
  readonly measure: string
  readonly exact: number
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
  /** Half the interval's width over the exact value's size. */
  readonly relativeHalfWidth: number | null
  readonly replications: number
  readonly verdict: Verdict
}

/**
 * Relative half-width above which an interval that covers the exact value is no judgement.
 *
 * @source none: our choice; the runs are as long as makes most intervals three to thirty times narrower
 * @category judgement
 * @since 0.1.0
 */
export const relativeHalfWidthMax = 0.15

/** What rounding may do to an estimate that does not vary, over its size. */
const ROUNDING = 1e-9

/**
 * The judgement of one measure from one value per replication, at `confidence` for this one interval.
 *
 * Values that are all 0 or 1 are counts of what happened, with the exact interval of Clopper and
 * Pearson; for others it is Student's. A replication that saw nothing (NaN) leaves the measure
 * unjudged, and so do fewer than 2 replications.
 *
 * ```ts
 * import { SelfTestJudgement } from "@wangge/experiment"
 *
 * const values = [0.98, 1.01, 1.02, 0.99]
 * const asked = { measure: "wait.mean", exact: 1, values, confidence: 0.99 }
 * SelfTestJudgement.of(asked).verdict // => "agrees"
 * SelfTestJudgement.of({ ...asked, exact: 1.1 }).verdict // => "disagrees"
 * ```
 *
 * @source C. J. Clopper, E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the
 *   Case of the Binomial", Biometrika 26, 1934; A. M. Law, "Simulation Modeling and Analysis", 5th
 *   edition, 2015, section 9.4.1 (independent replications)
 * @category judgement
 * @since 0.1.0
 */
export const of = (asked: {
  readonly measure: string
  readonly exact: number
  readonly values: ReadonlyArray<number>
  readonly confidence: number
}): Judgement => {
  const { measure, exact, values } = asked
  const interval = intervalOf(values, asked.confidence)
  if (interval === null) {
    return {
      measure,
      exact,
      estimate: null,
      low: null,
      high: null,
      relativeHalfWidth: null,
      replications: values.length,
      verdict: "unjudged"
    }
  }
  const { estimate, low, high } = interval
  const relativeHalfWidth = (high - low) / (2 * Math.abs(exact))
  const slack = ROUNDING * Math.abs(exact)
  const isCovered = exact >= low - slack && exact <= high + slack
  const isNarrow = relativeHalfWidth <= relativeHalfWidthMax
  const verdict = isCovered ? (isNarrow ? "agrees" : "unjudged") : "disagrees"
  return {
    measure,
    exact,
    estimate,
    low,
    high,
    relativeHalfWidth,
    replications: values.length,
    verdict
  }
}

const intervalOf = (
  values: ReadonlyArray<number>,
  confidence: number
): { readonly estimate: number; readonly low: number; readonly high: number } | null => {
  if (values.length < 2 || !values.every((value) => Number.isFinite(value))) return null
  if (values.every((value) => value === 0 || value === 1)) {
    const hits = values.filter((value) => value === 1).length
    const { share, low, high } = Proportion.ofIndependent({
      hits,
      count: values.length,
      confidence
    })
    return { estimate: share, low, high }
  }
  const { mean, halfWidth } = Estimate.of(values, confidence)
  return halfWidth === null
    ? null
    : { estimate: mean, low: mean - halfWidth, high: mean + halfWidth }
}
