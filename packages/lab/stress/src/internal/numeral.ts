/** How a verdict's words show numbers: intervals and percentages, the same in both languages. */

/** A mean with its half-width and confidence, as one phrase. */
export const interval = (
  seen: {
    readonly mean: number | null
    readonly halfWidth: number | null
    readonly confidence: number
    readonly replications: number
  },
  lang: "en" | "zh"
): string => {
  if (seen.mean === null) {
    return lang === "en"
      ? `no value in ${seen.replications} runs`
      : `${seen.replications}次运行均无取值`
  }
  const width = seen.halfWidth === null ? "" : ` ± ${rounded(seen.halfWidth)}`
  return lang === "en"
    ? `${rounded(seen.mean)}${width} (${percent(seen.confidence)} interval, ${seen.replications} runs)`
    : `${rounded(seen.mean)}${width}(${percent(seen.confidence)}区间,${seen.replications}次运行)`
}

/** A share as a percentage with at most two decimals. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100} %`

/** Four decimals are finer than any interval here is narrow. */
const rounded = (value: number): string => String(Math.round(value * 10_000) / 10_000)
