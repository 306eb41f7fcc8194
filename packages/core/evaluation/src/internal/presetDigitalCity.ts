/**
 * The indicators of digital urban management bulletins, counted on cases due.
 */
import type { EvaluationRules } from "../EvaluationRules.ts"
import * as IndicatorCatalog from "../IndicatorCatalog.ts"
import * as Parts from "./presetParts.ts"

const weightReason =
  "bulletins publish the rates and no weights; on-time closing first, because it is what they rank by"

/** The preset `digitalCity`. */
export const presetDigitalCity: EvaluationRules = {
  id: "digitalCity",
  version: "1",
  label: { en: "digital urban management", zh: "数字化城市管理" },
  note: {
    en: "Closing and on-time closing count on cases due, as the Tianmen bulletin of December 2016 does. Weights, goalposts and bands are assumed.",
    zh: "结案率、按期结案率均以应结案数为分母(天门市2016年12月通报口径);权重、计分标准与等次均为假定。"
  },
  unitKind: "Subject",
  indicators: [
    IndicatorCatalog.filed,
    IndicatorCatalog.closed,
    IndicatorCatalog.onTime,
    IndicatorCatalog.rework,
    IndicatorCatalog.returned,
    IndicatorCatalog.redo
  ],
  parts: [
    Parts.part("closed", "0.35", weightReason),
    Parts.part("onTime", "0.45", weightReason),
    Parts.part(
      "rework",
      "0.20",
      weightReason,
      Parts.lessIsBetter("0.20", "one case in five sent back is as bad as can be told apart")
    )
  ],
  method: "WeightedSum",
  weighting: "SumToOne",
  insufficient: Parts.wholeOrNothing,
  adjustments: [],
  bands: Parts.fourBands,
  appeal: Parts.appeal
}
