/**
 * How many units each band has, always with the spread of the scores: a share of excellent units means
 * nothing without it.
 */
import { Rational, type Spread } from "@wangge/evaluation"
import * as NumberText from "../NumberText.ts"
import { percent, scoreText } from "./evaluationText.ts"
import type { View } from "./evaluationView.ts"
import type { Child, Markup } from "./markup.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import { bands as words } from "./wordsOfEvaluation.ts"

const width = 960
const left = 210
const right = 660
const rowHeight = 40

/** The picture of one level. */
export const bandPlot = (view: View, spread: Spread.Spread, id: string): Markup => {
  const { lang } = view
  const most = Math.max(...spread.bands.map(({ count }) => count))
  const x = Plot.linear([0, most], [left, right])
  return Plot.figure({
    id: `${id}-${lang}`,
    lang,
    title: say(lang, words.title),
    caption: captionOf(view, spread),
    width,
    height: rowHeight * spread.bands.length + 8,
    content: spread.bands.map((_, index) => row(view, spread, index, x))
  })
}

const row = (view: View, spread: Spread.Spread, index: number, x: Plot.Scale): Child => {
  const { lang } = view
  const y = rowHeight * index
  const edge = view.edges[index]
  const band = spread.bands[index]
  if (band === undefined) return null
  return [
    Plot.label(
      view.ruleName(band.bandId),
      { x: left - 16, y: y + 18, anchor: "end" },
      { "font-weight": 600 }
    ),
    edge === undefined
      ? null
      : Plot.label(
          say(lang, words.from, { edge: edgeText(edge) }),
          { x: left - 16, y: y + 33, anchor: "end" },
          { fill: Plot.ink.quiet, "font-size": 12 }
        ),
    Plot.box(
      { x: left, y: y + 8, width: x(band.count) - left, height: 24 },
      { fill: index === 0 ? Plot.ink.dark : Plot.ink.light, stroke: Plot.ink.dark }
    ),
    Plot.label(
      say(lang, words.row, {
        count: NumberText.count(band.count, lang),
        all: NumberText.count(spread.unitCount, lang),
        share: percent(band.share, lang)
      }),
      { x: x(band.count) + 14, y: y + 25 }
    )
  ]
}

/** An edge with the decimals it has, two at most. */
const edgeText = (edge: Rational.Rational): string =>
  Rational.toDecimal(edge, 2).replace(/\.?0+$/, "")

const captionOf = ({ lang, ruleName, edges }: View, spread: Spread.Spread): string => {
  const caption = say(lang, words.caption, {
    count: NumberText.count(spread.unitCount, lang),
    words: spread.bands
      .map(({ bandId, count }) => say(lang, words.words, { band: ruleName(bandId), count }))
      .join(lang === "en" ? ", " : "、"),
    excellent: percent(spread.excellentShare, lang),
    low: scoreText(spread.scoreMin, edges),
    high: scoreText(spread.scoreMax, edges),
    mean: Rational.toDecimal(spread.mean, 2),
    deviation: NumberText.decimal(spread.deviation, 2, lang),
    bits: NumberText.decimal(spread.informationBits, 2, lang),
    bitsMax: NumberText.decimal(spread.informationMaxBits, 2, lang)
  })
  return isFlat(spread) ? `${caption} ${say(lang, words.flat)}` : caption
}

/**
 * Whether one band holds so much that it tells units no longer apart.
 *
 * @source none: nine of ten; a band with 97.8 % excellent tells 0.15 bits
 */
const isFlat = ({ bands }: Spread.Spread): boolean =>
  bands.some(({ share }) => Rational.compare(share, Rational.make(9, 10)) >= 0)
