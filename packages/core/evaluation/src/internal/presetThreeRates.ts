/**
 * Response, resolution, satisfaction: the three rates by which hotlines are usually scored.
 */
import type { EvaluationRules } from "../EvaluationRules.ts"
import * as IndicatorCatalog from "../IndicatorCatalog.ts"
import * as SourcedDecimal from "../SourcedDecimal.ts"
import * as Parts from "./presetParts.ts"

const source =
  "Jungar Banner, Inner Mongolia: 30/35/35 as one press item gives it; the only published set found, a weak source"

/** The preset `threeRates`. */
export const presetThreeRates: EvaluationRules = {
  id: "threeRates",
  version: "1",
  label: { en: "three rates", zh: "三率考核" },
  note: {
    en: "Response, verified resolution, satisfaction. The weights are those of the one published set found, whose source is weak; set your own. All other numbers are assumed.",
    zh: "响应率、解决率(核实)、满意率。权重取自仅见的一组公开数字,来源薄弱,请自行设定;其余数字均为假定。"
  },
  unitKind: "Subject",
  indicators: [
    IndicatorCatalog.response,
    IndicatorCatalog.claimed,
    IndicatorCatalog.verified,
    IndicatorCatalog.satisfied,
    IndicatorCatalog.reached
  ],
  parts: [
    {
      indicatorId: "response",
      scale: Parts.rateItself,
      weight: SourcedDecimal.published("0.30", source)
    },
    {
      indicatorId: "verified",
      scale: Parts.rateItself,
      weight: SourcedDecimal.published("0.35", source)
    },
    {
      indicatorId: "satisfied",
      scale: Parts.rateItself,
      weight: SourcedDecimal.published("0.35", source)
    }
  ],
  method: "WeightedSum",
  weighting: "SumToOne",
  insufficient: Parts.wholeOrNothing,
  adjustments: [],
  bands: Parts.fourBands,
  appeal: Parts.appeal
}
