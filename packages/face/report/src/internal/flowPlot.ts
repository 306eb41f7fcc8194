/**
 * Backlog and flow: cases raised and closed in each week above, cases open at each week's end
 * below, on one time axis. Raised is a solid line, closed a dashed one; bands show the range over
 * the replications.
 */
import { Seconds } from "@wangge/facts"
import type { Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { type Child, el, type Markup } from "./markup.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import * as Spread from "./spread.ts"
import { folded, table } from "./table.ts"
import { flow, general, months } from "./wordsOfPlots.ts"

type Lang = NumberText.Language
type Row = Spread.Spread | null
type Place = readonly [x: number, y: number]

const width = 960
const left = 64
const right = 860
const upper = { top: 34, bottom: 254 }
const lower = { top: 306, bottom: 436 }

const raisedLook = { stroke: Plot.ink.mid, "stroke-width": 2.6 } as const
const closedLook = { stroke: Plot.ink.text, "stroke-width": 2, "stroke-dasharray": "7 4" } as const
const openLook = { stroke: Plot.ink.dark, "stroke-width": 2.2 } as const

interface Weeks {
  readonly firstDay: number
  readonly days: number
  readonly fullCount: number
  readonly raised: ReadonlyArray<Row>
  readonly closed: ReadonlyArray<Row>
  readonly open: ReadonlyArray<Row>
}

/** The figure of weekly flow and backlog, with its table. */
export const flowPlot = (study: Study.Study, lang: Lang): Markup => {
  const { startDate, days } = study.scenario.calendar
  const weeks: Weeks = {
    firstDay: Seconds.parseIsoDate(startDate),
    days,
    fullCount: Math.floor(days / 7),
    raised: Spread.each(study, (run) => run.raisedByWeek),
    closed: Spread.each(study, (run) => run.closedByWeek),
    open: Spread.each(study, (run) => run.openByWeek)
  }
  const isDrawn = weeks.fullCount > 0 && weeks.raised.some((row) => row !== null)
  return Plot.figure({
    id: `flow-${lang}`,
    lang,
    title: say(lang, flow.title),
    caption: isDrawn ? caption(study, weeks, lang) : say(lang, flow.tooShort),
    width,
    height: isDrawn ? lower.bottom + 34 : 8,
    content: isDrawn ? panels(weeks, lang) : [],
    more: folded(say(lang, general.numbers), weekTable(weeks, lang))
  })
}

const panels = (weeks: Weeks, lang: Lang): ReadonlyArray<Child> => {
  const x = Plot.linear([0, weeks.days], [left, right])
  const full = { ...weeks, raised: cut(weeks, weeks.raised), closed: cut(weeks, weeks.closed) }
  const flowMost = highest([...full.raised, ...full.closed])
  const flowTicks = Plot.ticksUpTo(flowMost, 5)
  const openTicks = Plot.ticksUpTo(highest(weeks.open), 3)
  const flowY = Plot.linear([0, flowTicks.at(-1) ?? 1], [upper.bottom, upper.top])
  const openY = Plot.linear([0, openTicks.at(-1) ?? 1], [lower.bottom, lower.top])
  const middle = (index: number): number => x(7 * index + 3.5)
  const end = (index: number): number => x(Math.min(weeks.days, 7 * (index + 1)))
  const [raisedY, closedY] = apart(lastOf(full.raised, flowY), lastOf(full.closed, flowY))
  return [
    monthLines(weeks, x, lang),
    axis(flowTicks, flowY, say(lang, flow.perWeek), upper.top - 16, lang),
    axis(openTicks, openY, say(lang, flow.openAxis), lower.top - 16, lang),
    band(full.raised, middle, flowY),
    series(full.closed, middle, flowY, closedLook),
    series(full.raised, middle, flowY, raisedLook),
    named(say(lang, flow.raised), raisedY, raisedLook),
    named(say(lang, flow.closed), closedY, closedLook),
    band(weeks.open, end, openY),
    series(weeks.open, end, openY, openLook),
    named(say(lang, flow.open), lastOf(weeks.open, openY), openLook)
  ]
}

const cut = (weeks: Weeks, rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  rows.slice(0, weeks.fullCount)

const highest = (rows: ReadonlyArray<Row>): number =>
  rows.reduce((most, row) => Math.max(most, row?.high ?? 0), 0)

const lastOf = (rows: ReadonlyArray<Row>, y: Plot.Scale): number => y(rows.at(-1)?.mean ?? 0)

/** Two label heights, moved apart to 18 pixels where they would overlap. */
const apart = (first: number, second: number): readonly [number, number] => {
  const gap = second - first
  if (Math.abs(gap) >= 18) return [first, second]
  const middle = (first + second) / 2
  return gap >= 0 ? [middle - 9, middle + 9] : [middle + 9, middle - 9]
}

/** A line's name beside its end, behind a short piece of the line itself. */
const named = (name: string, y: number, look: Readonly<Record<string, string | number>>): Child => [
  Plot.line([right + 8, y], [right + 32, y], look),
  Plot.label(name, { x: right + 38, y: y + 4 })
]

const axis = (
  ticks: ReadonlyArray<number>,
  y: Plot.Scale,
  title: string,
  titleY: number,
  lang: Lang
): Child => [
  Plot.label(title, { x: left - 46, y: titleY }, { fill: Plot.ink.quiet }),
  ticks.map((tick) => [
    Plot.line([left, y(tick)], [right, y(tick)]),
    Plot.label(
      NumberText.count(tick, lang),
      { x: left - 8, y: y(tick) + 4, anchor: "end" },
      { fill: Plot.ink.quiet }
    )
  ])
]

const monthLines = (weeks: Weeks, x: Plot.Scale, lang: Lang): Child => {
  const marks: Array<Child> = []
  const isShort = weeks.days < 62
  let lastX = Number.NEGATIVE_INFINITY
  for (let day = 0; day < weeks.days; day += 1) {
    const date = Seconds.civilDate(weeks.firstDay + day)
    if (isShort ? day % 7 !== 0 : date.day !== 1) continue
    marks.push(
      Plot.line([x(day), upper.top], [x(day), lower.bottom], { "stroke-dasharray": "2 4" })
    )
    if (x(day) - lastX < 34) continue
    lastX = x(day)
    const text = isShort ? shortDate(weeks.firstDay + day, lang) : say(lang, monthOf(date.month))
    marks.push(Plot.label(text, { x: x(day) + 3, y: lower.bottom + 20 }, { fill: Plot.ink.quiet }))
  }
  return marks
}

const monthOf = (month: number) => months[month - 1] ?? { en: String(month), zh: String(month) }

const shortDate = (day: number, lang: Lang): string => {
  const date = Seconds.civilDate(day)
  return lang === "en" ? `${date.day} ${monthOf(date.month).en}` : `${date.month}月${date.day}日`
}

const band = (rows: ReadonlyArray<Row>, x: (index: number) => number, y: Plot.Scale): Markup => {
  const top: Array<Place> = []
  const bottom: Array<Place> = []
  for (const [index, row] of rows.entries()) {
    if (row === null) continue
    top.push([x(index), y(row.high)])
    bottom.unshift([x(index), y(row.low)])
  }
  return el("polygon", { points: Plot.points([...top, ...bottom]), fill: Plot.ink.light })
}

const series = (
  rows: ReadonlyArray<Row>,
  x: (index: number) => number,
  y: Plot.Scale,
  look: Readonly<Record<string, string | number>>
): Child => {
  const places = rows.flatMap(
    (row, index): ReadonlyArray<Place> => (row === null ? [] : [[x(index), y(row.mean)]])
  )
  const stroke = { fill: "none", "stroke-width": 2, "stroke-linejoin": "round", ...look }
  const [only] = places
  // One week has no line: a ring keeps it visible.
  return places.length === 1 && only !== undefined
    ? el("circle", { cx: Plot.at(only[0]), cy: Plot.at(only[1]), r: 4, ...stroke })
    : el("polyline", { points: Plot.points(places), ...stroke })
}

const caption = (study: Study.Study, weeks: Weeks, lang: Lang): string => {
  const full = cut(weeks, weeks.raised)
  const means = full.map((row) => row?.mean ?? 0)
  const busyAt = means.indexOf(means.reduce((most, mean) => Math.max(most, mean), 0))
  const quietAt = means.indexOf(means.reduce((least, mean) => Math.min(least, mean)))
  const open = weeks.open.flatMap((row) => (row === null ? [] : [row.mean]))
  const rest = weeks.days % 7
  return say(lang, flow.caption, {
    replications: NumberText.count(study.replications, lang),
    busyDate: shortDate(weeks.firstDay + 7 * busyAt, lang),
    busy: NumberText.count(means[busyAt], lang),
    quietDate: shortDate(weeks.firstDay + 7 * quietAt, lang),
    quiet: NumberText.count(means[quietAt], lang),
    openLow: NumberText.count(Spread.of(open)?.low, lang),
    openHigh: NumberText.count(Spread.of(open)?.high, lang),
    partial: rest === 0 ? "" : say(lang, flow.partial, { days: rest })
  })
}

const weekTable = (weeks: Weeks, lang: Lang): Markup =>
  table({
    caption: say(lang, flow.table),
    columns: [
      { head: say(lang, flow.week) },
      { head: say(lang, flow.days), isNumber: true },
      { head: say(lang, flow.raised), isNumber: true },
      { head: say(lang, flow.closed), isNumber: true },
      { head: say(lang, flow.openAxis), isNumber: true }
    ],
    rows: weeks.raised.map((raised, index) => [
      Seconds.toIsoDate(weeks.firstDay + 7 * index),
      String(Math.min(7, weeks.days - 7 * index)),
      rangeText(raised, lang),
      rangeText(weeks.closed[index] ?? null, lang),
      rangeText(weeks.open[index] ?? null, lang)
    ])
  })

const rangeText = (row: Row, lang: Lang): string =>
  row === null
    ? NumberText.none(lang)
    : say(lang, general.range, {
        mean: NumberText.count(row.mean, lang),
        low: NumberText.count(row.low, lang),
        high: NumberText.count(row.high, lang)
      })
