/**
 * Claimed, verified and true resolution side by side, with the gaps named. The gaps are paired
 * over the replications: both sides come from the same run.
 */
import { Estimate } from "@wangge/des"
import { Outcome, type Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { type Child, el, type Markup } from "./markup.ts"
import { ends, find, meanOf, points } from "./outcomes.ts"
import * as Plot from "./plot.ts"
import { say } from "./say.ts"
import { sections, resolution as words } from "./wordsOfPage.ts"

type Lang = NumberText.Language

const bars = [
  { id: "claimedResolution", name: words.claimed, look: "white" },
  { id: "verifiedResolution", name: words.verified, look: "hatch" },
  { id: "trueResolution", name: words.true, look: "solid" }
] as const satisfies ReadonlyArray<{
  readonly id: Outcome.Id
  readonly name: unknown
  readonly look: string
}>

const width = 960
const left = 170
const right = 700
const rowHeight = 62

/** The section on what "resolved" means. */
export const resolutionSection = (study: Study.Study, lang: Lang): Markup =>
  el(
    "section",
    { id: `resolution-${lang}` },
    el("h2", {}, say(lang, sections.resolution)),
    el("p", { class: "lead" }, say(lang, words.lead)),
    Plot.figure({
      id: `resolved-${lang}`,
      lang,
      title: say(lang, words.title),
      caption: say(lang, words.gap, {
        ...gapWords(gap(study, "trueResolution"), { gap: "gap", range: "range" }, lang),
        ...gapWords(
          gap(study, "verifiedResolution"),
          { gap: "verifiedGap", range: "verifiedRange" },
          lang
        ),
        reach: NumberText.perHundred(meanOf(study, "followUpReach"), lang)
      }),
      width,
      height: rowHeight * bars.length + 12,
      content: [
        el("defs", {}, Plot.hatch(`verified-hatch-${lang}`)),
        bars.map((bar, index) => row(study, bar, rowHeight * index + 6, lang))
      ]
    })
  )

const row = (study: Study.Study, bar: (typeof bars)[number], y: number, lang: Lang): Child => {
  const outcome = find(study, bar.id)
  const x = Plot.linear([0, 1], [left, right])
  const mean = outcome?.mean ?? null
  const range = outcome === null ? null : ends(outcome)
  const fill = {
    white: "#ffffff",
    hatch: `url(#verified-hatch-${lang})`,
    solid: Plot.ink.dark
  }[bar.look]
  return [
    Plot.label(
      say(lang, bar.name),
      { x: left - 16, y: y + 23, anchor: "end" },
      { "font-weight": 600 }
    ),
    Plot.label(
      Outcome.find(bar.id)?.definition[lang] ?? "",
      { x: left, y: y + 49 },
      { fill: Plot.ink.quiet, "font-size": 12 }
    ),
    Plot.box({ x: left, y, width: right - left, height: 34 }, { fill: "#f1f4f7" }),
    mean === null
      ? null
      : Plot.box(
          { x: left, y: y + 1, width: x(mean) - left, height: 32 },
          { fill, stroke: Plot.ink.dark, "stroke-width": 1.4 }
        ),
    Plot.label(
      NumberText.share(mean, lang),
      { x: right + 16, y: y + 23 },
      { "font-weight": 700, "font-size": 16 }
    ),
    range === null
      ? null
      : Plot.label(
          say(lang, words.range, {
            low: NumberText.share(range.low, lang),
            high: NumberText.share(range.high, lang)
          }),
          { x: right + 82, y: y + 22 },
          { fill: Plot.ink.quiet }
        )
  ]
}

/** Claimed less the other, run by run; null when no run has both. */
const gap = (study: Study.Study, other: Outcome.Id): Estimate.Estimate | null => {
  const gaps = study.runs
    .map((run) => run.outcomes.claimedResolution - run.outcomes[other])
    .filter((value) => Number.isFinite(value))
  return gaps.length === 0 ? null : Estimate.of(gaps, study.confidence)
}

/** The gap and its interval as values for two places of a sentence. */
const gapWords = (
  found: Estimate.Estimate | null,
  places: { readonly gap: string; readonly range: string },
  lang: Lang
): Readonly<Record<string, string>> => ({
  [places.gap]: points(found?.mean ?? null, lang),
  [places.range]:
    found === null || found.halfWidth === null
      ? ""
      : say(lang, words.range, {
          low: points(found.mean - found.halfWidth, lang),
          high: points(found.mean + found.halfWidth, lang)
        })
})
