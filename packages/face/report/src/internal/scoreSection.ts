/** All scores of a level with places, rank sets, intervals and bands, and their two pictures. */

import { Rational } from "@wangge/evaluation"
import type { EvaluationDossier } from "../EvaluationDossier.ts"
import type { LevelStanding } from "../LevelStanding.ts"
import { bandPlot } from "./bandPlot.ts"
import { confidenceText } from "./evaluationHead.ts"
import { percent, places, scoreText } from "./evaluationText.ts"
import { insufficientOf, levelsOf, ranksOf, scoredOf, spanOf, type View } from "./evaluationView.ts"
import { funnelPlot } from "./funnelPlot.ts"
import { type Child, el, type Markup } from "./markup.ts"
import { say } from "./say.ts"
import { forestPlot, rankPlot } from "./scorePlots.ts"
import { table } from "./table.ts"
import {
  sections,
  values,
  scores as words,
  funnels as wordsOfFunnels
} from "./wordsOfEvaluation.ts"

/** A row of the table of scores as cells: unit, place, rank set, score, interval, band, hair. */
export const scoreRows = (
  view: View,
  standing: LevelStanding
): ReadonlyArray<ReadonlyArray<string>> => [
  ...scoredOf(view, standing.level).map((unit) => {
    const ranks = ranksOf(standing, unit.unitId)
    const span = spanOf(standing, unit.unitId)
    return [
      view.unitName(unit.unitId),
      places(unit.rank.first, unit.rank.last),
      ranks === undefined ? "" : places(ranks.best, ranks.worst),
      scoreText(unit.score.value, view.edges),
      span === undefined
        ? ""
        : say(view.lang, values.range, {
            low: Rational.toDecimal(span.lower, 1),
            high: Rational.toDecimal(span.upper, 1)
          }),
      view.ruleName(unit.band.bandId),
      hairText(view, unit.unitId)
    ]
  }),
  ...insufficientOf(view, standing.level).map((unit) => [
    view.unitName(unit.unitId),
    "",
    "",
    say(view.lang, values.insufficient),
    "",
    "",
    ""
  ])
]

/** The heads of {@link scoreRows}, and which columns hold numbers. */
export const scoreHeads = (
  view: View
): ReadonlyArray<{ readonly head: string; readonly isNumber: boolean }> => {
  const { lang } = view
  const confidence = confidenceText(view)
  return [
    { head: say(lang, words.unit), isNumber: false },
    { head: say(lang, words.place), isNumber: true },
    { head: say(lang, words.ranks), isNumber: true },
    { head: say(lang, words.score), isNumber: true },
    { head: say(lang, words.interval, { confidence }), isNumber: true },
    { head: say(lang, words.band), isNumber: false },
    { head: say(lang, words.hair), isNumber: true }
  ]
}

const hairText = ({ dossier, lang }: View, unitId: string): string => {
  const share = dossier.hairs.find((hair) => hair.unitId === unitId)?.share
  if (share === undefined) return ""
  return share === "Never" ? say(lang, values.never) : percent(share, lang)
}

/** A level's name, where there is more than one. */
export const levelTitle = (
  dossier: EvaluationDossier,
  level: string,
  lang: View["lang"]
): string | null => (dossier.levels.length > 1 ? say(lang, values.level, { level }) : null)

/** The section of scores, level by level. */
export const scoreSection = (view: View): Markup => {
  const { lang } = view
  const confidence = confidenceText(view)
  const hasHairs = view.dossier.hairs.length > 0
  return el(
    "section",
    { id: `scores-${lang}` },
    el("h2", {}, say(lang, sections.scores)),
    el("p", {}, say(lang, words.explain, { confidence })),
    levelsOf(view).map((standing, index) => [
      levelHead(view, standing.level),
      scoredOf(view, standing.level).length === 0 ? el("p", {}, say(lang, words.noScore)) : null,
      forestPlot(view, standing, `forest-${index}`),
      rankPlot(view, standing, `ranks-${index}`),
      view.unitId !== "" && view.dossier.result.rules.unitKind === "Worker"
        ? null
        : table({
            caption: say(lang, words.table),
            columns: scoreHeads(view),
            rows: scoreRows(view, standing)
          })
    ]),
    hasHairs ? el("p", {}, say(lang, words.hairWords)) : null,
    el("p", {}, say(lang, words.method))
  )
}

const levelHead = (view: View, level: string): Child => {
  const title = levelTitle(view.dossier, level, view.lang)
  return title === null ? null : el("h3", {}, title)
}

/** The section of bands. */
export const bandSection = (view: View): Markup => {
  const { lang, dossier } = view
  const shown = new Set(levelsOf(view).map(({ level }) => level))
  return el(
    "section",
    { id: `bands-${lang}` },
    el("h2", {}, say(lang, sections.bands)),
    dossier.result.levels.map(({ level, spread }, index) =>
      shown.has(level) && spread !== "None"
        ? [levelHead(view, level), bandPlot(view, spread, `bands-${index}`)]
        : null
    )
  )
}

/** The section of funnels: the heaviest share as a picture, every share as a row. */
export const funnelSection = (view: View): Markup => {
  const { lang } = view
  const levels = levelsOf(view).filter(({ funnels }) => funnels.length > 0)
  return el(
    "section",
    { id: `funnels-${lang}` },
    el("h2", {}, say(lang, sections.funnels)),
    el("p", {}, say(lang, wordsOfFunnels.explain)),
    levels.length === 0 ? el("p", {}, say(lang, wordsOfFunnels.none)) : null,
    levels.map((standing, index) => {
      const drawn = heaviest(view, standing)
      return [
        levelHead(view, standing.level),
        drawn === undefined ? null : funnelPlot(view, drawn, `funnel-${index}`),
        funnelTable(view, standing)
      ]
    })
  )
}

const heaviest = ({ dossier }: View, { funnels }: LevelStanding) => {
  const weightOf = (indicatorId: string): Rational.Rational =>
    dossier.compiled.parts.find((part) => part.indicatorId === indicatorId)?.weight ?? Rational.zero
  const [first, ...rest] = funnels
  return rest.reduce(
    (best, funnel) =>
      best === undefined ||
      Rational.compare(weightOf(funnel.indicatorId), weightOf(best.indicatorId)) > 0
        ? funnel
        : best,
    first
  )
}

const funnelTable = (view: View, { funnels }: LevelStanding): Markup => {
  const { lang } = view
  return table({
    caption: say(lang, wordsOfFunnels.table),
    columns: [
      { head: say(lang, wordsOfFunnels.indicator) },
      { head: say(lang, wordsOfFunnels.beyondWarning) },
      { head: say(lang, wordsOfFunnels.beyondAlarm) }
    ],
    rows: funnels.map(({ indicatorId, funnel }) => {
      const names = (zone: string): string =>
        funnel.units
          .flatMap((unit) =>
            unit.zone === zone
              ? [`${view.unitName(unit.unitId)} (${percent(unit.share, lang)})`]
              : []
          )
          .join(lang === "en" ? ", " : "、") || say(lang, wordsOfFunnels.nobody)
      return [view.ruleName(indicatorId), names("Warning"), names("Alarm")]
    })
  })
}
