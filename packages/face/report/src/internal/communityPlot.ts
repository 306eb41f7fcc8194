/**
 * On-time share by community: a dot with its confidence interval per community, sorted, with the
 * values printed beside it.
 */
import { Estimate } from "@wangge/des"
import type { Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { type Child, el, type Markup } from "./markup.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import * as Spread from "./spread.ts"
import { folded, table } from "./table.ts"
import { general, communities as words } from "./wordsOfPlots.ts"

type Lang = NumberText.Language

/** One community over the replications. */
interface Community {
  readonly id: string
  /** Its number in tree order: the published sources give counts, not names. */
  readonly name: string
  readonly raised: number | null
  readonly due: number | null
  readonly closedInTime: number | null
  /** Null where nothing fell due in any replication. */
  readonly share: Estimate.Estimate | null
}

const width = 960
const left = 200
const right = 720
const top = 30
const rowHeight = 26
/** More rows than this do not fit on a printed page. */
const rowMax = 30

/** The figure of on-time shares, with its table. */
export const communityPlot = (study: Study.Study, lang: Lang): Markup => {
  const all = sorted(study, lang)
  const due = all.filter((community) => community.share !== null)
  const shown = due.slice(-rowMax)
  const start = axisStart(shown)
  return Plot.figure({
    id: `communities-${lang}`,
    lang,
    title: say(lang, words.title),
    caption:
      shown.length === 0
        ? say(lang, words.nothingDue)
        : caption({ study, due, shownCount: shown.length, start }, lang),
    width,
    height: shown.length === 0 ? 8 : top + rowHeight * shown.length + 52,
    content: shown.length === 0 ? [] : drawing(study, shown, start, lang),
    more: folded(say(lang, general.numbers), communityTable(all, lang))
  })
}

const sorted = (study: Study.Study, lang: Lang): ReadonlyArray<Community> =>
  (study.runs[0]?.communities ?? [])
    .map((first, index): Community => {
      const rows = study.runs.flatMap((run) => run.communities[index] ?? [])
      const shares = rows
        .map((row) => row.closedInTime / row.due)
        .filter((share) => Number.isFinite(share))
      return {
        id: first.id,
        name: say(lang, words.name, { number: index + 1 }),
        raised: Spread.of(rows.map((row) => row.raised))?.mean ?? null,
        due: Spread.of(rows.map((row) => row.due))?.mean ?? null,
        closedInTime: Spread.of(rows.map((row) => row.closedInTime))?.mean ?? null,
        share: shares.length === 0 ? null : Estimate.of(shares, study.confidence)
      }
    })
    .sort((one, other) => (other.share?.mean ?? -1) - (one.share?.mean ?? -1))

const lowOf = (share: Estimate.Estimate): number => Math.max(0, share.mean - (share.halfWidth ?? 0))
const highOf = (share: Estimate.Estimate): number =>
  Math.min(1, share.mean + (share.halfWidth ?? 0))

/** The axis starts at a multiple of 5 % below every interval. */
const axisStart = (shown: ReadonlyArray<Community>): number => {
  const low = shown.reduce((least, { share }) => (share ? Math.min(least, lowOf(share)) : least), 1)
  return Math.max(0, Math.min(0.9, Math.floor(low * 20 - 0.2) / 20))
}

const drawing = (
  study: Study.Study,
  shown: ReadonlyArray<Community>,
  start: number,
  lang: Lang
): ReadonlyArray<Child> => {
  const x = Plot.linear([start, 1], [left, right])
  const bottom = top + rowHeight * shown.length
  const town = study.outcomes.find((outcome) => outcome.id === "onTimeShare")?.mean ?? null
  return [
    Plot.ticksUpTo(1 - start, 5)
      .map((tick) => start + tick)
      .filter((tick) => tick <= 1 + 1e-9)
      .map((tick) => [
        Plot.line([x(tick), top], [x(tick), bottom]),
        Plot.label(
          NumberText.share(tick, lang, 0),
          { x: x(tick), y: bottom + 18, anchor: "middle" },
          { fill: Plot.ink.quiet }
        )
      ]),
    Plot.label(
      say(lang, words.axis),
      { x: (left + right) / 2, y: bottom + 42, anchor: "middle" },
      { fill: Plot.ink.quiet }
    ),
    town === null || town < start
      ? null
      : townLine(x(town), bottom, NumberText.share(town, lang), lang),
    shown.map((community, index) =>
      communityRow(community, top + rowHeight * (index + 0.5), x, lang)
    )
  ]
}

const townLine = (place: number, bottom: number, share: string, lang: Lang): Child => [
  Plot.line([place, top - 8], [place, bottom], {
    stroke: Plot.ink.quiet,
    "stroke-dasharray": "5 4",
    "stroke-width": 1.4
  }),
  Plot.label(
    say(lang, words.town, { share }),
    { x: place, y: top - 14, anchor: "middle" },
    { fill: Plot.ink.quiet }
  )
]

const communityRow = (community: Community, y: number, x: Plot.Scale, lang: Lang): Child => {
  const { share } = community
  if (share === null) return null
  return [
    Plot.label(community.name, { x: left - 16, y: y + 4, anchor: "end" }),
    Plot.line([x(lowOf(share)), y], [x(highOf(share)), y], {
      stroke: Plot.ink.mid,
      "stroke-width": 3
    }),
    el("circle", { cx: Plot.at(x(share.mean)), cy: Plot.at(y), r: 5, fill: Plot.ink.dark }),
    Plot.label(
      NumberText.share(share.mean, lang),
      { x: right + 24, y: y + 4 },
      { "font-weight": 600 }
    ),
    Plot.label(intervalText(share, lang), { x: right + 90, y: y + 4 }, { fill: Plot.ink.quiet })
  ]
}

const intervalText = (share: Estimate.Estimate, lang: Lang): string =>
  share.halfWidth === null
    ? NumberText.none(lang)
    : say(lang, general.interval, {
        low: NumberText.share(lowOf(share), lang),
        high: NumberText.share(highOf(share), lang)
      })

const caption = (
  parts: {
    readonly study: Study.Study
    readonly due: ReadonlyArray<Community>
    readonly shownCount: number
    readonly start: number
  },
  lang: Lang
): string => {
  const best = parts.due[0]
  const worst = parts.due.at(-1)
  return say(lang, words.caption, {
    confidence: NumberText.share(parts.study.confidence, lang, 0),
    start: NumberText.share(parts.start, lang, 0),
    best: best?.name ?? "",
    bestShare: NumberText.share(best?.share?.mean, lang),
    worst: worst?.name ?? "",
    worstShare: NumberText.share(worst?.share?.mean, lang),
    cut:
      parts.due.length === parts.shownCount
        ? ""
        : say(lang, words.cut, { shown: parts.shownCount, count: parts.due.length })
  })
}

const communityTable = (all: ReadonlyArray<Community>, lang: Lang): Markup =>
  table({
    caption: say(lang, words.table),
    columns: [
      { head: say(lang, words.head) },
      { head: say(lang, words.id) },
      ...[words.raised, words.due, words.inTime, words.share, words.interval].map((head) => ({
        head: say(lang, head),
        isNumber: true
      }))
    ],
    rows: all.map((community) => [
      community.name,
      community.id,
      NumberText.count(community.raised, lang),
      NumberText.count(community.due, lang),
      NumberText.count(community.closedInTime, lang),
      NumberText.share(community.share?.mean, lang),
      community.share === null ? NumberText.none(lang) : intervalText(community.share, lang)
    ])
  })
