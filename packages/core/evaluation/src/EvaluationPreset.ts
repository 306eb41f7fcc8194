/**
 * Rules to begin with. Every number carries its provenance, and most are assumed: no report of the
 * five localities states a weight, a threshold or a tariff. A town copies one, changes it, and gives
 * it a version of its own.
 */
import type { EvaluationRules } from "./EvaluationRules.ts"
import { presetDigitalCity } from "./internal/presetDigitalCity.ts"
import { presetHelong } from "./internal/presetHelong.ts"
import { presetThreeRates } from "./internal/presetThreeRates.ts"

/**
 * Response 0.30, verified resolution 0.35, satisfaction 0.35: the one published set of weights found,
 * its source weak. Not the rule of any other city.
 *
 * @source Jungar Banner, Inner Mongolia, as one press item gives it; all other numbers assumed
 * @category presets
 * @since 0.1.0
 */
export const threeRates: EvaluationRules = presetThreeRates

/**
 * Listen, rate, look, deliberate (听评看议) with open and unannounced inspections, for grids.
 *
 * @source Helong, article by the city party committee's organisation department, undated, for the
 * names; every number assumed
 * @category presets
 * @since 0.1.0
 */
export const helong: EvaluationRules = presetHelong

/**
 * Filing, closing, on-time closing, rework, returns and redos of digital urban management.
 *
 * @source Tianmen digital-city bulletin, December 2016, for what is counted; weights and goalposts
 * assumed
 * @category presets
 * @since 0.1.0
 */
export const digitalCity: EvaluationRules = presetDigitalCity

/**
 * All presets.
 *
 * @source none: our own list
 * @category presets
 * @since 0.1.0
 */
export const list: ReadonlyArray<EvaluationRules> = [helong, threeRates, digitalCity]

/**
 * The preset with an id, or `"None"`.
 *
 * ```ts
 * import { EvaluationPreset } from "@wangge/evaluation"
 *
 * const preset = EvaluationPreset.find("threeRates")
 * preset === "None" ? "" : preset.label.zh // => "三率考核"
 * ```
 *
 * @category presets
 * @since 0.1.0
 */
export const find = (id: string): EvaluationRules | "None" =>
  list.find((rules) => rules.id === id) ?? "None"
