/**
 * Bonus rules to begin with, and the one published sum. No report states how a bonus is shared: every
 * number of the rules is assumed, and the sum is given only to show what it comes to for a person.
 */
import { Provenance } from "@wangge/facts"
import type { BonusRules } from "./BonusRules.ts"
import * as SourcedDecimal from "./SourcedDecimal.ts"

/**
 * By points above 60, units that overlap shared equally, a lead like the mean of the workers below.
 *
 * The report says that results are tied to the bonus of the worker and of the lead above; all numbers
 * are assumed.
 *
 * @source Helong, article by the city party committee's organisation department, undated, for the tie;
 * the numbers are assumed
 * @category presets
 * @since 0.1.0
 */
export const helong: BonusRules = {
  id: "helong-bonus",
  version: "1",
  label: { en: "Helong: bonus of grid workers and leads", zh: "和龙:网格员与网格长奖励" },
  note: {
    en: "The report ties results to the bonus of the worker and the lead above and gives no formula: every number here is assumed.",
    zh: "报道称考核结果与网格员及上一级网格长的奖励挂钩,未给出算法:此处数字均为假定。"
  },
  basis: {
    kind: "ByScore",
    above: SourcedDecimal.assumed("60", "pay begins where a pass begins, without a jump")
  },
  overlap: "ShareEqually",
  insufficient: "MeanWeight",
  floorFen: SourcedDecimal.assumed("0", "nobody is promised a sum"),
  capFen: "None",
  leadFactor: SourcedDecimal.assumed("1", "a lead is paid like the mean of the workers below")
}

/**
 * The subsidies that Helong reports to have paid its grid workers, over an unstated period.
 *
 * @source Helong, article by the city party committee's organisation department, undated
 * @category presets
 * @since 0.1.0
 */
export const helongSubsidies: Provenance.SourcedNumber = Provenance.reported({
  value: 490_000,
  unit: "yuan",
  report: "Helong, organisation department",
  phrase: "累計發放網格員補助49萬元"
})

/**
 * What the subsidies of Helong come to for each of its 269 grid workers: about 1,820 yuan.
 *
 * @source none: derived, 490,000 / 269 = 1,821.56
 * @category presets
 * @since 0.1.0
 */
export const helongPerWorker: Provenance.SourcedNumber = Provenance.derived({
  value: 1820,
  unit: "yuan",
  precision: "about",
  formula: "490,000 yuan / 269 grid workers, rounded to tens; the period is not stated"
})
