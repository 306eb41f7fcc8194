/**
 * How busy grid workers are by hour of the week: seven rows of 24 cells. Each cell prints its
 * percentage, so that shading only helps the eye; cells without anyone on shift stay empty.
 */
import type { Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import type { Child, Markup } from "./markup.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import * as Spread from "./spread.ts"
import { week, weekdays } from "./wordsOfPlots.ts"

type Lang = NumberText.Language

const cell = { width: 35, height: 30 } as const
const left = 104
const top = 26

/** Shades from idle to always busy, even steps in lightness; eleven for 0 to 100 percent. */
const shades = [
  "#f4f7fa",
  "#e4ebf1",
  "#d2dee8",
  "#bccfdd",
  "#a3bdd0",
  "#88a9c1",
  "#5f86a4",
  "#4a7190",
  "#375c7b",
  "#264764",
  "#16324a"
] as const

/** The figure of use by hour of the week. */
export const weekPlot = (study: Study.Study, lang: Lang): Markup => {
  const hours = Spread.each(study, (run) => run.useByHourOfWeek)
  const isEmpty = hours.every((hour) => hour === null)
  return Plot.figure({
    id: `week-${lang}`,
    lang,
    title: say(lang, week.title),
    caption: isEmpty ? say(lang, week.nobody) : caption(study, hours, lang),
    width: left + 24 * cell.width + 16,
    height: top + 7 * cell.height + 12,
    content: [hourHeads(lang), weekdays.map((_, day) => dayRow(day, hours, lang))]
  })
}

const hourHeads = (lang: Lang): Child => [
  Plot.label(
    say(lang, week.hour),
    { x: left - 12, y: top - 10, anchor: "end" },
    { fill: Plot.ink.quiet, "font-size": 12 }
  ),
  Array.from({ length: 24 }, (_, hour) =>
    Plot.label(
      String(hour),
      { x: left + (hour + 0.5) * cell.width, y: top - 10, anchor: "middle" },
      { fill: Plot.ink.quiet, "font-size": 12 }
    )
  )
]

const dayRow = (day: number, hours: ReadonlyArray<Spread.Spread | null>, lang: Lang): Child => [
  Plot.label(dayName(day, lang), {
    x: left - 12,
    y: top + day * cell.height + 20,
    anchor: "end"
  }),
  Array.from({ length: 24 }, (_, hour) => hourCell(day, hour, hours[24 * day + hour] ?? null))
]

const hourCell = (day: number, hour: number, spread: Spread.Spread | null): Child => {
  const x = left + hour * cell.width
  const y = top + day * cell.height
  const place = { x: x + 1, y: y + 1, width: cell.width - 2, height: cell.height - 2 }
  if (spread === null) return Plot.box(place, { fill: "none", stroke: Plot.ink.rule })
  const shade = Math.min(10, Math.max(0, Math.round(spread.mean * 10)))
  return [
    Plot.box(place, { fill: shades[shade] ?? shades[0] }),
    Plot.label(
      String(Math.round(spread.mean * 100)),
      { x: x + cell.width / 2, y: y + 20, anchor: "middle" },
      { fill: shade >= 6 ? "#ffffff" : Plot.ink.text, "font-size": 12.5 }
    )
  ]
}

const dayName = (day: number, lang: Lang): string => say(lang, weekdays[day] ?? { en: "", zh: "" })

const caption = (
  study: Study.Study,
  hours: ReadonlyArray<Spread.Spread | null>,
  lang: Lang
): string => {
  const means = hours.map((hour) => hour?.mean ?? Number.NaN)
  const range = Spread.of(means)
  const busyAt = means.indexOf(range?.high ?? Number.NaN)
  const quietAt = means.indexOf(range?.low ?? Number.NaN)
  return say(lang, week.caption, {
    replications: NumberText.count(study.replications, lang),
    busyDay: dayName(Math.floor(busyAt / 24), lang),
    busyHour: busyAt % 24,
    busy: NumberText.share(range?.high, lang),
    quietDay: dayName(Math.floor(quietAt / 24), lang),
    quietHour: quietAt % 24,
    quiet: NumberText.share(range?.low, lang)
  })
}
