/**
 * Time to close by the level that finished the case: one box per level on a logarithmic axis,
 * from the quantiles of all closed cases of all replications.
 */
import { HandlingLevel } from "@wangge/cases"
import { Quantile } from "@wangge/des"
import type { Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import type { Child, Markup } from "./markup.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import { folded, table } from "./table.ts"
import { pixelsOf } from "./textWidth.ts"
import { closing, general } from "./wordsOfPlots.ts"

type Lang = NumberText.Language

/** Quantiles of one level; all NaN when nothing was finished there. */
interface LevelTimes {
  readonly name: string
  readonly casesPerRun: number
  readonly hours: ReadonlyArray<number>
}

const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const
const width = 960
const left = 190
const right = 880
const top = 16
const rowHeight = 66

/** Round times for the ticks, in hours. */
const tickHours = [1 / 60, 0.25, 1, 4, 12, 24, 48, 72, 120, 168, 240, 360, 720, 2160, 8760] as const

/** The figure of time to close, with its table. */
export const closingPlot = (study: Study.Study, lang: Lang): Markup => {
  const levels = levelTimes(study, lang)
  const finite = levels.flatMap((level) => level.hours).filter((hours) => Number.isFinite(hours))
  return Plot.figure({
    id: `closing-${lang}`,
    lang,
    title: say(lang, closing.title),
    caption: say(lang, closing.caption, {
      replications: NumberText.count(study.replications, lang),
      levels: levels.map((level) => levelWords(level, lang)).join(lang === "en" ? " " : "")
    }),
    width,
    height: top + rowHeight * levels.length + 52,
    content: [...axis(finite, levels.length, lang), ...rows(levels, finite, lang)],
    more: folded(say(lang, general.numbers), quantileTable(levels, lang))
  })
}

const levelTimes = (study: Study.Study, lang: Lang): ReadonlyArray<LevelTimes> =>
  HandlingLevel.list.map((level, index) => {
    const sorted = study.runs
      .flatMap((run) => run.hoursToCloseByLevel[index] ?? [])
      .sort((one, other) => one - other)
    return {
      name: say(lang, HandlingLevel.labels[level]),
      casesPerRun: sorted.length / Math.max(1, study.runs.length),
      hours: probabilities.map((probability) => Quantile.ofSorted(sorted, probability))
    }
  })

/** The axis from the round time below the least quantile to the one above the greatest. */
const ticksFor = (hours: ReadonlyArray<number>): ReadonlyArray<number> => {
  const least = hours.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)
  const most = hours.reduce((high, value) => Math.max(high, value), 0)
  if (hours.length === 0) return [1, 24, 168]
  const first = tickHours.findLastIndex((tick) => tick <= least)
  const last = tickHours.findIndex((tick) => tick >= most)
  const from = Math.max(0, first)
  return tickHours.slice(from, Math.max(from + 2, last < 0 ? tickHours.length : last + 1))
}

const scaleFor = (hours: ReadonlyArray<number>): Plot.Scale => {
  const ticks = ticksFor(hours)
  return Plot.logarithmic([ticks[0] ?? 1, ticks.at(-1) ?? 168], [left, right])
}

const axis = (hours: ReadonlyArray<number>, rowCount: number, lang: Lang): ReadonlyArray<Child> => {
  const x = scaleFor(hours)
  const bottom = top + rowHeight * rowCount
  return [
    readable(ticksFor(hours), x, lang).map((tick) => [
      Plot.line([x(tick), top], [x(tick), bottom]),
      Plot.label(
        tickText(tick, lang),
        { x: x(tick), y: bottom + 20, anchor: "middle" },
        { fill: Plot.ink.quiet }
      )
    ]),
    Plot.label(
      say(lang, closing.axis),
      { x: (left + right) / 2, y: bottom + 44, anchor: "middle" },
      { fill: Plot.ink.quiet }
    )
  ]
}

/** The ticks to draw: those whose words do not touch the words before them. */
const readable = (
  ticks: ReadonlyArray<number>,
  x: Plot.Scale,
  lang: Lang
): ReadonlyArray<number> => {
  const kept: Array<number> = []
  let end = Number.NEGATIVE_INFINITY
  for (const tick of ticks) {
    const half = pixelsOf(tickText(tick, lang), 13) / 2
    if (x(tick) - half < end + 10) continue
    kept.push(tick)
    end = x(tick) + half
  }
  return kept
}

const tickText = (hours: number, lang: Lang): string => {
  if (hours < 1) return `${Math.round(hours * 60)} ${lang === "en" ? "min" : "分钟"}`
  if (hours < 24) return `${hours} ${lang === "en" ? "h" : "小时"}`
  return `${hours / 24} ${lang === "en" ? (hours === 24 ? "day" : "days") : "天"}`
}

const rows = (
  levels: ReadonlyArray<LevelTimes>,
  finite: ReadonlyArray<number>,
  lang: Lang
): ReadonlyArray<Child> => {
  const x = scaleFor(finite)
  return levels.map((level, index) => {
    const middle = top + rowHeight * index + rowHeight / 2 + 8
    return [
      Plot.label(
        level.name,
        { x: left - 16, y: middle - 2, anchor: "end" },
        { "font-weight": 600 }
      ),
      Plot.label(
        say(lang, closing.row, { count: NumberText.count(level.casesPerRun, lang) }),
        { x: left - 16, y: middle + 15, anchor: "end" },
        { fill: Plot.ink.quiet, "font-size": 12 }
      ),
      Number.isFinite(level.hours[2])
        ? boxOf(level.hours, middle, x, lang)
        : Plot.label(say(lang, closing.noCase), { x: left + 12, y: middle + 5 })
    ]
  })
}

const boxOf = (hours: ReadonlyArray<number>, middle: number, x: Plot.Scale, lang: Lang): Child => {
  const [p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0] = hours
  const stroke = { stroke: Plot.ink.dark, "stroke-width": 1.6 }
  const medianText = NumberText.duration(p50, lang)
  const lastText = NumberText.duration(p90, lang)
  // The two values stand above the box unless they would touch.
  const isTight = x(p90) - x(p50) < (pixelsOf(medianText, 13) + pixelsOf(lastText, 13)) / 2 + 14
  return [
    Plot.line([x(p10), middle], [x(p90), middle], stroke),
    Plot.line([x(p10), middle - 6], [x(p10), middle + 6], stroke),
    Plot.line([x(p90), middle - 6], [x(p90), middle + 6], stroke),
    Plot.box(
      { x: x(p25), y: middle - 13, width: x(p75) - x(p25), height: 26 },
      { fill: Plot.ink.light, ...stroke }
    ),
    Plot.line([x(p50), middle - 13], [x(p50), middle + 13], {
      stroke: Plot.ink.dark,
      "stroke-width": 4
    }),
    Plot.label(medianText, { x: x(p50), y: middle - 20, anchor: "middle" }, { "font-weight": 600 }),
    isTight
      ? Plot.label(lastText, { x: x(p90) + 8, y: middle + 5 }, { fill: Plot.ink.quiet })
      : Plot.label(
          lastText,
          { x: x(p90), y: middle - 20, anchor: "middle" },
          { fill: Plot.ink.quiet }
        )
  ]
}

const levelWords = (level: LevelTimes, lang: Lang): string =>
  say(lang, closing.level, {
    level: level.name,
    median: NumberText.duration(level.hours[2], lang),
    p90: NumberText.duration(level.hours[4], lang)
  })

const quantileTable = (levels: ReadonlyArray<LevelTimes>, lang: Lang): Markup =>
  table({
    caption: say(lang, closing.table),
    columns: [
      { head: say(lang, closing.levelHead) },
      { head: say(lang, closing.casesHead), isNumber: true },
      ...probabilities.map((probability) => ({
        head: `${Math.round(probability * 100)} %`,
        isNumber: true
      }))
    ],
    rows: levels.map((level) => [
      level.name,
      NumberText.count(level.casesPerRun, lang),
      ...level.hours.map((hours) => NumberText.decimal(hours, 1, lang))
    ])
  })
