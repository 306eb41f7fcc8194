/**
 * What several presets share: the four usual bands, the appeal, the default for insufficient parts.
 * All of it assumed, because no report states a threshold.
 */
import type { BandRules } from "../Band.ts"
import type { AppealRule, EvaluationRules, ScorePart } from "../EvaluationRules.ts"
import type { Goalposts } from "../PointScale.ts"
import * as SourcedDecimal from "../SourcedDecimal.ts"

const edge = (value: string): SourcedDecimal.SourcedDecimal =>
  SourcedDecimal.assumed(value, "the four usual grades; no report states a threshold")

/** Excellent from 90, good from 80, pass from 60, fail below. */
export const fourBands: BandRules = {
  bands: [
    { id: "excellent", label: { en: "excellent", zh: "优秀" }, from: edge("90") },
    { id: "good", label: { en: "good", zh: "良好" }, from: edge("80") },
    { id: "pass", label: { en: "pass", zh: "合格" }, from: edge("60") },
    { id: "fail", label: { en: "fail", zh: "不合格" }, from: edge("0") }
  ],
  excellentId: "excellent",
  hysteresis: { kind: "None" },
  quotas: []
}

/** In writing to the office that evaluated, heard by somebody else, within 15 days. */
export const appeal: AppealRule = {
  path: {
    en: "in writing to the evaluating office; somebody who did not score hears it",
    zh: "书面向考核办提出,由未参与评分的人员复核"
  },
  days: SourcedDecimal.assumed("15", "two working weeks to read a result and collect papers")
}

/** No score unless every part is measured. */
export const wholeOrNothing: EvaluationRules["insufficient"] = {
  rule: "Whole",
  weightMin: SourcedDecimal.assumed("1", "not used by this rule: nothing is left out")
}

/** A rate is its own points: 0 % gives 0, 100 % gives 100. */
export const rateItself: Goalposts = {
  kind: "Goalposts",
  zero: SourcedDecimal.assumed("0", "the rate itself is the score"),
  full: SourcedDecimal.assumed("1", "the rate itself is the score")
}

/** The share of the opposite: 0 % gives 100 points, `none` or more gives 0. */
export const lessIsBetter = (none: string, reason: string): Goalposts => ({
  kind: "Goalposts",
  zero: SourcedDecimal.assumed(none, reason),
  full: SourcedDecimal.assumed("0", "none at all is the best there is")
})

/** A part with an assumed weight. */
export const part = (
  indicatorId: string,
  weight: string,
  reason: string,
  scale: ScorePart["scale"] = rateItself
): ScorePart => ({ indicatorId, scale, weight: SourcedDecimal.assumed(weight, reason) })
