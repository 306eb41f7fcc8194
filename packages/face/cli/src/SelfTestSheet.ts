/**
 * The self-test as a table, one line per measure with exact value, estimate, interval and verdict,
 * and as JSON.
 */
import { SelfTestJudgement, type SelfTestReport } from "@wangge/experiment"
import { NumberText, Table } from "@wangge/report"
import type { Lang } from "./Lang.ts"

/**
 * The report as JSON, with the version of the program; numbers are not rounded.
 *
 * @category self-test
 * @since 0.1.0
 */
export const toJson = (report: SelfTestReport.SelfTestReport, version: string): string =>
  JSON.stringify({ format: "wangge-selftest", version: 1, program: version, ...report }, null, 2)

/**
 * The report as a table, with what it comes to below.
 *
 * @category self-test
 * @since 0.1.0
 */
export const toText = (report: SelfTestReport.SelfTestReport, lang: Lang): string => {
  const rows = report.cases.flatMap((result) =>
    result.judgements.map((judgement, index) => [
      index === 0 ? result.id : "",
      judgement.measure,
      ...numbersOf(judgement, lang),
      verdictText(judgement.verdict, result.isControl, lang),
      index === 0 ? `${result.title[lang]}${lang === "en" ? "; " : ";"}${result.method[lang]}` : ""
    ])
  )
  const columns = Array.from(aligns, (align, index) => ({ head: heads[lang][index] ?? "", align }))
  return `${Table.align(columns, rows)}\n${closing(report, lang).join("\n")}\n`
}

const numbersOf = (
  { exact, estimate, low, high, relativeHalfWidth }: SelfTestJudgement.Judgement,
  lang: Lang
): ReadonlyArray<string> => {
  const half = low === null || high === null ? null : (high - low) / 2
  const digits = half === null || half <= 0 ? 4 : digitsFor(half)
  const text = (value: number | null): string => NumberText.decimal(value, digits, lang)
  return [
    text(exact),
    text(estimate),
    low === null ? NumberText.none(lang) : `${text(low)} … ${text(high)}`,
    NumberText.share(relativeHalfWidth, lang)
  ]
}

/** Decimals that show two digits of the half-width; 2 to 6. */
const digitsFor = (half: number): number => {
  let digits = 2
  for (let width = half; width < 0.1 && digits < 6; width *= 10) digits++
  return digits
}

const verdictText = (
  verdict: SelfTestJudgement.Verdict,
  isControl: boolean,
  lang: Lang
): string => {
  if (!isControl) return SelfTestJudgement.words[verdict][lang]
  return verdict === "disagrees" ? words.found[lang] : words.missed[lang]
}

const closing = (report: SelfTestReport.SelfTestReport, lang: Lang): ReadonlyArray<string> => {
  const { agreeCount, disagreeCount, unjudgedCount, wrongCount, wrongFoundCount } = report
  const cases = report.cases.filter(({ isControl }) => !isControl).length
  const events = report.cases.reduce((sum, result) => sum + result.eventCount, 0)
  const count = (value: number): string => NumberText.count(value, lang)
  const together = NumberText.share(report.confidence, lang, 1)
  const each = NumberText.share(report.confidenceEach, lang, 5)
  return lang === "en"
    ? [
        `${count(cases)} ${cases === 1 ? "case" : "cases"}, ${count(events)} events, seed ${report.seed}, streams ${report.streams}.`,
        `${count(agreeCount)} estimates agree, ${count(disagreeCount)} disagree, ${count(unjudgedCount)} could not be judged.`,
        `Intervals hold together at ${together}, each at ${each}.`,
        `Controls: ${count(wrongFoundCount)} of ${count(wrongCount)} wrong values were found out.`,
        report.isPassed ? "The self-test is passed." : "THE SELF-TEST HAS FAILED."
      ]
    : [
        `${count(cases)}个案例,${count(events)}个事件,种子${report.seed},随机流版本${report.streams}。`,
        `相符${count(agreeCount)}项,不符${count(disagreeCount)}项,无法判断${count(unjudgedCount)}项。`,
        `全部区间的联合置信度为${together},每个区间为${each}。`,
        `对照:${count(wrongCount)}个错误数值中识别出${count(wrongFoundCount)}个。`,
        report.isPassed ? "自检通过。" : "自检未通过!"
      ]
}

const aligns = ["left", "left", "right", "right", "right", "right", "left", "left"] as const

const heads = {
  en: ["case", "measure", "exact", "estimate", "interval", "± relative", "verdict", "what"],
  zh: ["案例", "指标", "精确值", "估计值", "区间", "相对半宽", "结论", "说明"]
} as const

const words = {
  found: { en: "found out", zh: "已识别" },
  missed: { en: "NOT FOUND OUT", zh: "未识别" }
} as const
