/**
 * A number with its provenance as tables print it: the digits with ≥ or ≈ before them, the kind of
 * provenance in one word, and the line that explains both.
 */
import type { Label, Provenance } from "@wangge/facts"
import { NumberText } from "@wangge/report"
import type { Lang } from "./Lang.ts"

/**
 * The digits of a number, at most four decimals, with ≥ for “and more” and ≈ for “about”.
 *
 * @category localities
 * @since 0.1.0
 */
export const valueText = (
  number: { readonly value: number; readonly precision: Provenance.Precision },
  lang: Lang
): string => `${marks[number.precision]}${digitsOf(number.value, lang)}`

/** As many decimals as the number has, four at most. */
const digitsOf = (value: number, lang: Lang): string => {
  const digits = [0, 1, 2, 3].find((count) => Number(value.toFixed(count)) === value) ?? 4
  return NumberText.decimal(value, digits, lang)
}

const marks = { exact: "", atLeast: "≥ ", about: "≈ " } as const

/**
 * A kind of provenance in one word.
 *
 * @category localities
 * @since 0.1.0
 */
export const kindText = (kind: Provenance.Kind, lang: Lang): string => kinds[kind][lang]

const kinds: Readonly<Record<Provenance.Kind, Label.Label>> = {
  reported: { en: "reported", zh: "报告" },
  public: { en: "public", zh: "公开" },
  derived: { en: "derived", zh: "推算" },
  assumed: { en: "assumed", zh: "假定" }
}

/**
 * What the words and signs mean, for the foot of a table.
 *
 * @category localities
 * @since 0.1.0
 */
export const legend: Label.Label = {
  en:
    "reported: in the locality's own report; public: published elsewhere; derived: computed from " +
    "these; assumed: ours.\n≥ at least, ≈ about.",
  zh: "报告:当地报告所载;公开:其他公开统计;推算:由前两者计算;假定:本软件设定。\n≥ 至少,≈ 约。"
}
