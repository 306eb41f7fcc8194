/**
 * Helong's evaluation of grids by name; its report gives the names of the methods and no number.
 */
import type { EvaluationRules } from "../EvaluationRules.ts"
import * as IndicatorCatalog from "../IndicatorCatalog.ts"
import * as SourcedDecimal from "../SourcedDecimal.ts"
import * as Parts from "./presetParts.ts"

const weightReason =
  "the report names the methods only; residents' answers and unannounced inspections weigh most"
const adjustmentReason =
  "the report names no extra points and no deductions; small beside the parts"

/** The preset `helong`. */
export const presetHelong: EvaluationRules = {
  id: "helong",
  version: "1",
  label: { en: "Helong: listen, rate, look, deliberate", zh: "和龙:听评看议" },
  note: {
    en: "Listen, rate, look, deliberate in open and unannounced inspections; three supervisions two reviews; dual report dual rating. The report names these and gives no weight, threshold or tariff: every number here is assumed.",
    zh: "听评看议(明察暗访)、三督两评、双述双评。报道仅有名称,未给出权重、标准与分值:此处数字均为假定。"
  },
  unitKind: "Grid",
  indicators: [
    IndicatorCatalog.response,
    IndicatorCatalog.onTime,
    IndicatorCatalog.claimed,
    IndicatorCatalog.verified,
    IndicatorCatalog.satisfied,
    IndicatorCatalog.reached,
    IndicatorCatalog.foundFirst,
    IndicatorCatalog.visitCover,
    IndicatorCatalog.openInspection,
    IndicatorCatalog.covertInspection
  ],
  parts: [
    Parts.part("response", "0.15", weightReason),
    Parts.part("onTime", "0.15", weightReason),
    Parts.part("verified", "0.20", weightReason),
    Parts.part("satisfied", "0.20", weightReason),
    Parts.part("visitCover", "0.10", weightReason),
    Parts.part("covertInspection", "0.20", weightReason)
  ],
  method: "WeightedSum",
  weighting: "SumToOne",
  insufficient: Parts.wholeOrNothing,
  adjustments: [
    {
      kind: "Extra",
      id: "helpGiven",
      label: { en: "help given to other units", zh: "协助其他单位" },
      factKinds: ["caseHelped"],
      pointsEach: SourcedDecimal.assumed("0.2", adjustmentReason),
      pointsMax: SourcedDecimal.assumed("2", adjustmentReason)
    },
    {
      kind: "Deduction",
      id: "appealsUpheld",
      label: { en: "residents' appeals upheld", zh: "居民申诉成立" },
      factKinds: ["appealUpheld"],
      pointsEach: SourcedDecimal.assumed("1", adjustmentReason),
      pointsMax: SourcedDecimal.assumed("5", adjustmentReason)
    },
    {
      kind: "Veto",
      id: "falseRecord",
      label: { en: "false record confirmed", zh: "弄虚作假(经查实)" },
      factKinds: ["recordFoundFalse"],
      matterMin: SourcedDecimal.assumed("1", "a false record spoils every other number"),
      scoreMax: SourcedDecimal.assumed("59", "just below the band pass")
    }
  ],
  bands: Parts.fourBands,
  appeal: Parts.appeal
}
