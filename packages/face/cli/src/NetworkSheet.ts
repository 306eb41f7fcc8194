/**
 * A study of a network as a person or a program reads it: the table with every measure and its
 * interval, the JSON object with the same numbers in full.
 */
import { Measure, type Network } from "@wangge/des"
import type { NetworkStudy } from "@wangge/experiment"
import { NumberText, Table } from "@wangge/report"
import type { Lang } from "./Lang.ts"

/**
 * The study as a table with its heading and its hash.
 *
 * @category networks
 * @since 0.1.0
 */
export const toText = (study: NetworkStudy.Study, lang: Lang): string => {
  const say = words[lang]
  const columns = [
    { head: say.measure, align: "left" },
    { head: say.estimate, align: "right" },
    { head: say.interval(percentOf(study.confidence)), align: "right" },
    { head: say.unit, align: "left" },
    { head: say.runs, align: "right" },
    { head: "id", align: "left" }
  ] as const
  const rows = study.measures.map((one) => rowOf(one, study.plan.network, lang))
  return [
    headingOf(study, lang),
    "",
    Table.align(columns, rows),
    ...notesOf(study, lang),
    ...(study.isPrecise ? [] : [say.notPrecise]),
    `${say.hash}: ${study.runHash} (${study.versions.streams})`,
    ""
  ].join("\n")
}

/** Its name, how often it was run, and from when to when. */
const headingOf = (study: NetworkStudy.Study, lang: Lang): string => {
  const { plan, seed, runs } = study
  const say = words[lang]
  return [
    plan.network.name ?? say.network,
    say.times(runs.length),
    spanText(study, lang),
    `${say.seed} ${seed}`
  ].join(lang === "en" ? ", " : ",")
}

/**
 * From when to when each run is measured.
 *
 * @category networks
 * @since 0.1.0
 */
export const spanText = ({ plan, settings }: NetworkStudy.Study, lang: Lang): string => {
  const say = words[lang]
  const { horizon, warmUp } = settings
  const unit = plan.network.timeUnit ?? "second"
  const [from, to] = [timeText(warmUp), timeText(horizon)]
  return horizon === Number.POSITIVE_INFINITY ? say.toTheEnd(from, unit) : say.span(from, to, unit)
}

/** Lengths that follow from a load are no round numbers. */
const timeText = (time: number): string => String(Number(time.toPrecision(6)))

/** Why a measure has no interval, where it has none. */
const notesOf = ({ measures }: NetworkStudy.Study, lang: Lang): ReadonlyArray<string> =>
  measures.flatMap(({ halfWidth, measure, problem }) => {
    if (problem !== null) return [words[lang].note(problem[lang])]
    return halfWidth === 0 ? [words[lang].agreed(measure)] : []
  })

/**
 * One measure as the cells of its row: words, estimate, interval, unit, runs, text.
 *
 * @category networks
 * @since 0.1.0
 */
export const rowOf = (
  { measure, mean, halfWidth, low, high, count }: NetworkStudy.Measured,
  network: Network.Declaration,
  lang: Lang
): ReadonlyArray<string> => {
  const unit = unitOf(measure)
  const text = valueText(unit, halfWidth, lang)
  return [
    labelOf(measure, lang),
    text(mean),
    rangeText(low, high, text, lang),
    unitText(unit, network.timeUnit ?? "second", lang),
    String(count),
    measure
  ]
}

/**
 * A measure in words.
 *
 * @category networks
 * @since 0.1.0
 */
export const labelOf = (measure: string, lang: Lang): string => labelBoth(measure)[lang]

/**
 * A measure in the words of both languages.
 *
 * @category networks
 * @since 0.1.0
 */
export const labelBoth = (text: string) => {
  const parsed = Measure.parse(text)
  return parsed.ok ? Measure.label(parsed.value) : { en: text, zh: text }
}

/**
 * What the values of a measure are.
 *
 * @category networks
 * @since 0.1.0
 */
export const unitOf = (text: string): Measure.Unit => {
  const parsed = Measure.parse(text)
  return parsed.ok ? Measure.unit(parsed.value) : "number"
}

/**
 * Values as text, with as many digits as the interval deserves; without one, with as many as a value
 * of its size needs.
 *
 * @category networks
 * @since 0.1.0
 */
export const valueText =
  (unit: Measure.Unit, halfWidth: number | null, lang: Lang) =>
  (value: number | null): string => {
    const percent = unit === "share" ? 100 : 1
    const digits =
      halfWidth === null || halfWidth <= 0
        ? digitsAlone(percent * (value ?? 0))
        : digitsOf(percent * halfWidth)
    return unit === "share"
      ? NumberText.share(value, lang, digits)
      : NumberText.decimal(value, digits, lang)
  }

/** What `NumberText` can show. */
const DIGITS_MAX = 20

/** Two digits of the half-width. */
const digitsOf = (halfWidth: number): number => {
  let digits = 1
  for (let size = halfWidth; size < 1 && digits < DIGITS_MAX; size *= 10) digits += 1
  return digits
}

/** Four decimals; fewer for what has more before the point, more for what begins far behind it. */
const digitsAlone = (value: number): number => {
  const size = Math.abs(value)
  let digits = 4
  for (let limit = 1e4; size >= limit && digits > 0; limit *= 10) digits -= 1
  for (let limit = 1e-3; size > 0 && size < limit && digits < DIGITS_MAX; limit /= 10) digits += 1
  return digits
}

/**
 * An interval as text, or that there is none.
 *
 * @category networks
 * @since 0.1.0
 */
export const rangeText = (
  low: number | null,
  high: number | null,
  text: (value: number | null) => string,
  lang: Lang
): string =>
  low === null || high === null ? NumberText.none(lang) : words[lang].range(text(low), text(high))

/**
 * A unit in words; nothing for shares, which show theirs, and for numbers.
 *
 * @category networks
 * @since 0.1.0
 */
export const unitText = (unit: Measure.Unit, timeUnit: string, lang: Lang): string => {
  if (unit === "time") return timeUnit
  return unit === "rate" ? words[lang].per(timeUnit) : ""
}

/**
 * A confidence as a percentage, such as `99.9 %`; never 100 %, however near it is.
 *
 * @category networks
 * @since 0.1.0
 */
export const percentOf = (confidence: number): string => {
  let percent = 100
  // A double below 1 is below 100 % with all of its 17 digits at the latest.
  for (let digits = 6; percent >= 100 && digits <= 17; digits += 1) {
    percent = Number((100 * confidence).toPrecision(digits))
  }
  return `${percent} %`
}

const words = {
  en: {
    measure: "measure",
    estimate: "estimate",
    interval: (percent: string) => `${percent} interval`,
    unit: "unit",
    runs: "of",
    network: "network",
    times: (count: number) => (count === 1 ? "1 run" : `${count} runs`),
    span: (from: string, to: string, unit: string) => `measured from ${from} to ${to} (${unit})`,
    toTheEnd: (from: string, unit: string) => `measured from ${from} (${unit}) to the end`,
    note: (why: string) => `No interval for ${why}`,
    agreed: (measure: string) =>
      `${measure}: all runs gave the same value, which does not say that it is certain.`,
    seed: "seed",
    hash: "Run hash",
    range: (low: string, high: string) => `${low} to ${high}`,
    per: (unit: string) => `per ${unit}`,
    notPrecise: "The wanted precision was not reached: allow more runs with --replications."
  },
  zh: {
    measure: "指标",
    estimate: "估计值",
    interval: (percent: string) => `${percent}置信区间`,
    unit: "单位",
    runs: "样本",
    network: "网络",
    times: (count: number) => `运行${count}次`,
    span: (from: string, to: string, unit: string) => `计量时段${from}至${to}(${unit})`,
    toTheEnd: (from: string, unit: string) => `自${from}(${unit})计量至结束`,
    note: (why: string) => `无置信区间:${why}`,
    agreed: (measure: string) => `${measure}:各次运行结果相同,并不表示没有误差。`,
    seed: "种子",
    hash: "运行哈希",
    range: (low: string, high: string) => `${low} 至 ${high}`,
    per: (unit: string) => `每${unit}`,
    notPrecise: "未达到要求的精度:可用 --replications 允许更多次运行。"
  }
} as const
