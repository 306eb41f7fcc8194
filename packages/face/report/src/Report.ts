/**
 * The report of a study as one HTML file: no network, no outside fonts, the pictures inside as
 * SVG, both languages with a switch. Equal studies give equal bytes.
 */
import type { Study } from "@wangge/simulator"
import { assumptionSection } from "./internal/assumptionSection.ts"
import { caseSection } from "./internal/caseTables.ts"
import { closingPlot } from "./internal/closingPlot.ts"
import { communityPlot } from "./internal/communityPlot.ts"
import { flowPlot } from "./internal/flowPlot.ts"
import { headlineSection } from "./internal/headlineSection.ts"
import { headSection, titleOf } from "./internal/headSection.ts"
import { el, join, type Markup } from "./internal/markup.ts"
import { decidesSection, outcomeSection } from "./internal/outcomeTable.ts"
import { languageTag, pageOf } from "./internal/page.ts"
import { readingSections } from "./internal/readingSection.ts"
import * as RepeatCommand from "./internal/repeatCommand.ts"
import { resolutionSection } from "./internal/resolutionSection.ts"
import { say } from "./internal/say.ts"
import { weekPlot } from "./internal/weekPlot.ts"
import { sections } from "./internal/wordsOfPage.ts"
import { workerPlot } from "./internal/workerPlot.ts"
import type { Language } from "./NumberText.ts"

/**
 * What can be chosen about a report.
 *
 * @category reports
 * @since 0.1.0
 */
export interface Options {
  /** The language shown first; a reader can switch. English unless told otherwise. */
  readonly lang?: Language
}

/**
 * The report of a study: a whole HTML page.
 *
 * Every text of the study is escaped. The page loads nothing and its content policy forbids it to;
 * its one script only keeps the page's language attribute in step and opens tables for printing.
 * Cost: about one second for 20 replications of a year, most of it sorting hours to close.
 *
 * ```ts
 * import { Helong } from "@wangge/localities"
 * import { Report } from "@wangge/report"
 * import { Preset, Runner, Study } from "@wangge/simulator"
 *
 * const preset = Preset.ofLocality(Helong.locality)
 * const scenario = { ...preset, calendar: { ...preset.calendar, days: 7, warmUpDays: 0 } }
 * const study = await Study.run({ scenario, seed: 1, replications: 2, runner: Runner.thisThread })
 * Report.toHtml(study).startsWith("<!doctype html>") // => true
 * ```
 *
 * @category reports
 * @since 0.1.0
 */
export const toHtml = (study: Study.Study, options: Options = {}): string => {
  const first = options.lang ?? "en"
  const repeat = RepeatCommand.of(study)
  return pageOf({
    lang: first,
    titleOf: (lang) => titleOf(study, lang),
    articleOf: (lang) => article(study, repeat, lang)
  })
}

const article = (study: Study.Study, repeat: RepeatCommand.Repeat, lang: Language): Markup =>
  el(
    "article",
    { class: `page ${lang}`, lang: languageTag[lang] },
    headSection(study, repeat, lang),
    headlineSection(study, lang),
    resolutionSection(study, lang),
    pictures(study, lang),
    decidesSection(study, lang),
    outcomeSection(study, lang),
    caseSection(study, lang),
    assumptionSection(study, lang),
    readingSections(study, lang)
  )

const pictures = (study: Study.Study, lang: Language): Markup =>
  el(
    "section",
    { id: `pictures-${lang}` },
    el("h2", {}, say(lang, sections.pictures)),
    join(
      flowPlot(study, lang),
      closingPlot(study, lang),
      communityPlot(study, lang),
      workerPlot(study, lang),
      weekPlot(study, lang)
    )
  )
