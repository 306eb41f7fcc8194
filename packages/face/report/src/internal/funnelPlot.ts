/**
 * A funnel: the share of each unit over the number of its matters, with the limits that chance alone
 * reaches around the share of all together.
 */
import { Funnel, Rational } from "@wangge/evaluation"
import * as NumberText from "../NumberText.ts"
import { percent } from "./evaluationText.ts"
import type { View } from "./evaluationView.ts"
import { type Child, el, type Markup } from "./markup.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import { funnels as words } from "./wordsOfEvaluation.ts"

const width = 960
const left = 80
const right = 900
const top = 20
const bottom = 330
/** The limits are drawn through at most so many sizes. */
const curvePoints = 80

/** The picture of one indicator. */
export const funnelPlot = (
  view: View,
  shown: { readonly indicatorId: string; readonly funnel: Funnel.Funnel },
  id: string
): Markup => {
  const { lang, unitName } = view
  const { funnel, indicatorId } = shown
  const names = (zone: string): string =>
    funnel.units
      .flatMap((unit) => (unit.zone === zone ? [unitName(unit.unitId)] : []))
      .join(lang === "en" ? ", " : "、") || say(lang, words.nobody)
  return Plot.figure({
    id: `${id}-${lang}`,
    lang,
    title: say(lang, words.title, { indicator: view.ruleName(indicatorId) }),
    caption: say(lang, words.caption, {
      target: percent(funnel.target, lang),
      interpolation: funnel.rules.interpolation,
      alarm: names("Alarm"),
      warning: names("Warning")
    }),
    width,
    height: bottom + 52,
    content: drawing(view, funnel)
  })
}

const drawing = (view: View, funnel: Funnel.Funnel): ReadonlyArray<Child> => {
  const { lang } = view
  const totals = funnel.units.map(({ total }) => total)
  const ticks = Plot.ticksUpTo(Math.max(...totals), 6)
  const most = ticks.at(-1) ?? 1
  const low = funnel.units.reduce(
    (least, unit) => Math.min(least, unit.count / unit.total),
    Rational.toNumber(funnel.target) * 0.9
  )
  const start = Math.max(0, Math.floor(low * 10 - 0.5) / 10)
  const x = Plot.linear([0, most], [left, right])
  const y = Plot.linear([start, 1], [bottom, top])
  return [
    Plot.ticksUpTo(1 - start, 5)
      .map((tick) => start + tick)
      .filter((tick) => tick <= 1 + 1e-9)
      .map((tick) => [
        Plot.line([left, y(tick)], [right, y(tick)]),
        Plot.label(
          NumberText.share(tick, lang, 0),
          { x: left - 10, y: y(tick) + 4, anchor: "end" },
          { fill: Plot.ink.quiet }
        )
      ]),
    ticks.map((tick) =>
      Plot.label(
        NumberText.count(tick, lang),
        { x: x(tick), y: bottom + 18, anchor: "middle" },
        { fill: Plot.ink.quiet }
      )
    ),
    Plot.label(
      say(lang, words.axisX),
      { x: (left + right) / 2, y: bottom + 42, anchor: "middle" },
      { fill: Plot.ink.quiet }
    ),
    Plot.line(
      [left, y(Rational.toNumber(funnel.target))],
      [right, y(Rational.toNumber(funnel.target))],
      {
        stroke: Plot.ink.quiet,
        "stroke-dasharray": "5 4",
        "stroke-width": 1.4
      }
    ),
    limitCurves(funnel, most, { x, y, start }),
    dots(view, funnel, { x, y })
  ]
}

const limitCurves = (
  funnel: Funnel.Funnel,
  most: number,
  { x, y, start }: { readonly x: Plot.Scale; readonly y: Plot.Scale; readonly start: number }
): Child => {
  const sizes = Array.from({ length: curvePoints }, (_, index) =>
    Math.max(1, Math.round(((index + 1) * most) / curvePoints))
  )
  const target = Rational.toNumber(funnel.target)
  const { interpolation } = funnel.rules
  return (["warning", "alarm"] as const).map((level) => {
    const limits = [...new Set(sizes)].map((total) => ({
      total,
      ...Funnel.limits({ target, total, tails: funnel.tails[level], interpolation })
    }))
    return (["lower", "upper"] as const).map((side) =>
      el("polyline", {
        points: Plot.points(
          limits.map((limit): readonly [number, number] => [
            x(limit.total),
            y(Math.max(start, limit[side]))
          ])
        ),
        fill: "none",
        stroke: Plot.ink.mid,
        "stroke-width": level === "alarm" ? 2.4 : 1.2
      })
    )
  })
}

/** Inside the limits a small ring; beyond them a filled dot with its name. */
const dots = (
  view: View,
  funnel: Funnel.Funnel,
  { x, y }: { readonly x: Plot.Scale; readonly y: Plot.Scale }
): Child =>
  funnel.units.map((unit) => {
    const place = { x: x(unit.total), y: y(unit.count / unit.total) }
    const isBeyond = unit.zone !== "Inside"
    const isOwn = unit.unitId === view.unitId
    return [
      el("circle", {
        cx: Plot.at(place.x),
        cy: Plot.at(place.y),
        r: isBeyond || isOwn ? 6 : 4,
        fill: isBeyond ? Plot.ink.dark : "#ffffff",
        stroke: Plot.ink.dark,
        "stroke-width": isOwn ? 3 : 1.5
      }),
      unit.zone === "Alarm" || isOwn
        ? Plot.label(
            view.unitName(unit.unitId),
            place.x > right - 120
              ? { x: place.x - 11, y: place.y + 4, anchor: "end" }
              : { x: place.x + 11, y: place.y + 4 },
            { "font-size": 12 }
          )
        : null
    ]
  })
