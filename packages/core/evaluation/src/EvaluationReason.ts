/**
 * Why a unit has the result it has, as coded values with words in English and Chinese: an automated
 * score must be able to give its reasons (PIPL article 24), and in the reader's language.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all reasons. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category reasons
 * @since 0.1.0
 */
export const codes = [
  "PartPoints",
  "PartCarried",
  "PartTooFew",
  "PartAbsent",
  "PartsReweighted",
  "UnevenParts",
  "ExtraPoints",
  "DeductedPoints",
  "VetoApplied",
  "LimitedToScale",
  "BandByScore",
  "BandByHysteresis",
  "BandByQuota",
  "WholeInsufficient",
  "TiedWithOthers"
] as const

/**
 * One of {@link codes}.
 *
 * @category reasons
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One reason: `subject` is the id of the indicator, adjustment or band; exact numbers are texts.
 *
 * @category reasons
 * @since 0.1.0
 */
export type EvaluationReason = Problem.Problem<Code>

/**
 * A reason from its four parts.
 *
 * ```ts
 * import { EvaluationReason } from "@wangge/evaluation"
 *
 * EvaluationReason.make("PartTooFew", "satisfaction", 3, 10).expected // => 10
 * ```
 *
 * @category reasons
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): EvaluationReason => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the reason's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  PartPoints: {
    en: "{subject}: {found}, which gives {expected} points to the score.",
    zh: "{subject}:{found},计入总分{expected}分。"
  },
  PartCarried: {
    en: "{subject}: too little to measure in this period; the points of the last, {found}, give {expected} points to the score.",
    zh: "{subject}:本期样本不足,沿用上期得分{found},计入总分{expected}分。"
  },
  PartTooFew: {
    en: "{subject}: {found} counted, at least {expected} are needed for a number.",
    zh: "{subject}:样本{found},至少需要{expected},不计分。"
  },
  PartAbsent: {
    en: "{subject}: nothing to count in this period; that is neither 0 nor 100.",
    zh: "{subject}:本期无可计事项,既非零分也非满分。"
  },
  PartsReweighted: {
    en: "The weights of the measured parts, {found} together, were scaled up to 1.",
    zh: "已测部分权重合计{found},按比例放大至1。"
  },
  UnevenParts: {
    en: "Uneven parts cost {found} points.",
    zh: "各项不均衡扣{found}分。"
  },
  ExtraPoints: {
    en: "{subject}: {found} times, {expected} extra points.",
    zh: "{subject}:{found}次,加{expected}分。"
  },
  DeductedPoints: {
    en: "{subject}: {found} times, {expected} points taken off.",
    zh: "{subject}:{found}次,扣{expected}分。"
  },
  VetoApplied: {
    en: "{subject}: {found} times; the score is at most {expected}.",
    zh: "{subject}:{found}次,总分不超过{expected}分。"
  },
  LimitedToScale: {
    en: "The score stays within 0 to 100: {found} points were put right.",
    zh: "总分限于0至100分,调整{found}分。"
  },
  BandByScore: {
    en: "The score {found} lies in the band “{subject}”, which begins at {expected}.",
    zh: "总分{found},属“{subject}”等次(自{expected}分起)。"
  },
  BandByHysteresis: {
    en: "The score {found} lies in “{expected}”; so near the edge the band of the last period decides for “{subject}”.",
    zh: "总分{found},按分数应为“{expected}”,因接近分界,等次为“{subject}”。"
  },
  BandByQuota: {
    en: "The score {found} would give “{expected}”; the places in it are taken by higher scores, so that the band is “{subject}”.",
    zh: "总分{found},按分数应为“{expected}”,因名额已满,等次为“{subject}”。"
  },
  WholeInsufficient: {
    en: "There is no score, because {subject} cannot be measured; the rule says: {found}.",
    zh: "因{subject}无法测定,本期不评分;规则为:{found}。"
  },
  TiedWithOthers: {
    en: "{found} units have this score and share the places {expected}; none is put first.",
    zh: "共{found}个单位同分,并列第{expected}名,不分先后。"
  }
}

/**
 * A reason in words, English and Chinese; `labels` name indicators, adjustments and bands by their
 * ids, as `EvaluationRules.labelsOf` gives them. An id without a label stays as it is.
 *
 * ```ts
 * import { EvaluationReason } from "@wangge/evaluation"
 *
 * const reason = EvaluationReason.make("PartTooFew", "satisfied", 3, 10)
 * const labels = { satisfied: { en: "satisfied", zh: "满意率" } }
 * EvaluationReason.describe(reason, labels).zh // => "满意率:样本3,至少需要10,不计分。"
 * ```
 *
 * @category reasons
 * @since 0.1.0
 */
export const describe = (
  reason: EvaluationReason,
  labels: Readonly<Record<string, Label.Label>> = {}
): Label.Label => ({
  en: inLanguage(reason, labels, "en"),
  zh: inLanguage(reason, labels, "zh")
})

const inLanguage = (
  { code, subject, found, expected }: EvaluationReason,
  labels: Readonly<Record<string, Label.Label>>,
  language: keyof Label.Label
): string => {
  const named = (id: string): string =>
    (Object.hasOwn(labels, id) ? labels[id]?.[language] : undefined) ?? id
  const subjects = subject.split(", ").map(named)
  return Problem.describe(words, {
    code,
    subject: subjects.join(language === "zh" ? "、" : ", "),
    found: typeof found === "string" ? named(found) : found,
    expected: typeof expected === "string" ? named(expected) : expected
  })[language]
}
