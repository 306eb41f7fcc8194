/**
 * Two pictures of how sure scores are: a dot with its interval for each unit, and beside the place by
 * score the bar of all places that the data cannot rule out.
 */
import { Rational } from "@wangge/evaluation"
import type { LevelStanding } from "../LevelStanding.ts"
import * as NumberText from "../NumberText.ts"
import { places, scoreText } from "./evaluationText.ts"
import { ranksOf, scoredOf, spanOf, type View } from "./evaluationView.ts"
import { type Child, el, type Markup } from "./markup.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import { values, scores as words } from "./wordsOfEvaluation.ts"

const width = 960
const left = 210
const right = 720
const top = 34
const rowHeight = 24
/** More rows than this do not fit on a printed page. */
const rowMax = 32

type Units = ReturnType<typeof scoredOf>

/** The units that are drawn: all, or those around the reader's own. */
const drawnOf = (view: View, units: Units): Units => {
  if (units.length <= rowMax) return units
  const own = Math.max(
    0,
    units.findIndex(({ unitId }) => unitId === view.unitId)
  )
  const from = Math.min(Math.max(0, own - rowMax / 2), units.length - rowMax)
  return units.slice(from, from + rowMax)
}

/** Scores with their intervals; nothing without a scored unit. */
export const forestPlot = (view: View, standing: LevelStanding, id: string): Markup | null => {
  const { lang } = view
  const all = scoredOf(view, standing.level)
  const units = drawnOf(view, all)
  const [best] = all
  const worst = all.at(-1)
  if (best === undefined || worst === undefined) return null
  const start = axisStart(standing, units)
  const x = Plot.linear([start, 100], [left, right])
  const bottom = top + rowHeight * units.length
  return Plot.figure({
    id: `${id}-${lang}`,
    lang,
    title: say(lang, words.forest),
    caption: say(lang, words.forestCaption, {
      confidence: NumberText.share(Rational.toNumber(view.dossier.confidence), lang, 0),
      best: view.unitName(best.unitId),
      bestScore: scoreText(best.score.value, view.edges),
      worst: view.unitName(worst.unitId),
      worstScore: scoreText(worst.score.value, view.edges),
      shown: shownText(units.length, all.length, lang)
    }).trim(),
    width,
    height: bottom + 52,
    content: [
      axis(x, start, bottom, say(lang, words.axis)),
      edgeLines(view, x, start, bottom),
      units.map((unit, index) => scoreRow(view, standing, unit, top + rowHeight * (index + 0.5), x))
    ]
  })
}

/** Rank sets; nothing without a scored unit. */
export const rankPlot = (view: View, standing: LevelStanding, id: string): Markup | null => {
  const { lang } = view
  const all = scoredOf(view, standing.level)
  if (standing.ranks === "None" || all.length === 0) return null
  const units = drawnOf(view, all)
  const sizes = standing.ranks.units.map(({ simultaneous: { best, worst } }) => worst - best + 1)
  const x = Plot.linear([0.5, all.length + 0.5], [left, right])
  const bottom = top + rowHeight * units.length
  return Plot.figure({
    id: `${id}-${lang}`,
    lang,
    title: say(lang, words.rankPlot),
    caption: say(lang, words.rankCaption, {
      single: NumberText.count(sizes.filter((size) => size === 1).length, lang),
      count: NumberText.count(sizes.length, lang),
      widest: NumberText.count(Math.max(...sizes), lang)
    }),
    width,
    height: bottom + 52,
    content: [
      rankTicks(all.length).map((tick) => tickMark(x(tick), bottom, `${tick}`)),
      axisName(say(lang, words.rankAxis), bottom),
      units.map((unit, index) => rankRow(view, standing, unit, top + rowHeight * (index + 0.5), x))
    ]
  })
}

const shownText = (shown: number, count: number, lang: NumberText.Language): string =>
  shown === count ? "" : say(lang, words.shown, { shown, count })

const axisStart = (standing: LevelStanding, units: Units): number => {
  const lowest = units.reduce((least, { unitId }) => {
    const span = spanOf(standing, unitId)
    return span === undefined ? least : Math.min(least, Rational.toNumber(span.lower))
  }, 90)
  return Math.max(0, Math.min(90, Math.floor(lowest / 10) * 10))
}

const tickMark = (place: number, bottom: number, text: string): Child => [
  Plot.line([place, top], [place, bottom]),
  Plot.label(text, { x: place, y: bottom + 18, anchor: "middle" }, { fill: Plot.ink.quiet })
]

const axisName = (text: string, bottom: number): Child =>
  Plot.label(
    text,
    { x: (left + right) / 2, y: bottom + 42, anchor: "middle" },
    { fill: Plot.ink.quiet }
  )

const axis = (x: Plot.Scale, start: number, bottom: number, name: string): Child => [
  Plot.ticksUpTo(100 - start, 5)
    .map((tick) => start + tick)
    .filter((tick) => tick <= 100)
    .map((tick) => tickMark(x(tick), bottom, `${tick}`)),
  axisName(name, bottom)
]

const edgeLines = (view: View, x: Plot.Scale, start: number, bottom: number): Child => {
  const ids = view.dossier.compiled.bands.ids
  return view.edges.map((edge, index) => {
    const value = Rational.toNumber(edge)
    if (value <= start || value > 100) return null
    return [
      Plot.line([x(value), top - 8], [x(value), bottom], {
        stroke: Plot.ink.quiet,
        "stroke-dasharray": "5 4",
        "stroke-width": 1.4
      }),
      Plot.label(
        view.ruleName(ids[index] ?? ""),
        { x: x(value) + 3, y: top - 12 },
        { fill: Plot.ink.quiet, "font-size": 12 }
      )
    ]
  })
}

const rowName = (view: View, unitId: string, y: number): Child =>
  Plot.label(
    view.unitName(unitId),
    { x: left - 16, y: y + 4, anchor: "end" },
    unitId === view.unitId ? { "font-weight": 700 } : {}
  )

const scoreRow = (
  view: View,
  standing: LevelStanding,
  { unitId, score }: Units[number],
  y: number,
  x: Plot.Scale
): Child => {
  const span = spanOf(standing, unitId)
  const low = span === undefined ? score.value : span.lower
  const high = span === undefined ? score.value : span.upper
  const isOwn = unitId === view.unitId
  return [
    rowName(view, unitId, y),
    Plot.line([x(Rational.toNumber(low)), y], [x(Rational.toNumber(high)), y], {
      stroke: Plot.ink.mid,
      "stroke-width": isOwn ? 6 : 3
    }),
    el("circle", {
      cx: Plot.at(x(Rational.toNumber(score.value))),
      cy: Plot.at(y),
      r: isOwn ? 7 : 5,
      fill: Plot.ink.dark
    }),
    Plot.label(
      scoreText(score.value, view.edges),
      { x: right + 24, y: y + 4 },
      { "font-weight": 600 }
    ),
    Plot.label(
      say(view.lang, values.range, {
        low: Rational.toDecimal(low, 1),
        high: Rational.toDecimal(high, 1)
      }),
      { x: right + 90, y: y + 4 },
      { fill: Plot.ink.quiet }
    )
  ]
}

const rankTicks = (count: number): ReadonlyArray<number> => {
  const step = Math.max(1, Plot.roundStep(count / 10))
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (place) => place === 1 || place % step === 0
  )
}

const rankRow = (
  view: View,
  standing: LevelStanding,
  { unitId, rank }: Units[number],
  y: number,
  x: Plot.Scale
): Child => {
  const range = ranksOf(standing, unitId)
  if (range === undefined) return null
  const middle = x((rank.first + rank.last) / 2)
  return [
    rowName(view, unitId, y),
    Plot.box(
      {
        x: x(range.best - 0.4),
        y: y - 6,
        width: x(range.worst + 0.4) - x(range.best - 0.4),
        height: 12
      },
      { fill: Plot.ink.light, stroke: Plot.ink.mid }
    ),
    el("polygon", {
      points: Plot.points([
        [middle, y - 7],
        [middle + 7, y],
        [middle, y + 7],
        [middle - 7, y]
      ]),
      fill: Plot.ink.dark
    }),
    Plot.label(places(range.best, range.worst), { x: right + 24, y: y + 4 }, { "font-weight": 600 })
  ]
}
