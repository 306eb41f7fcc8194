/** The head of the page: what was simulated, how sure one can be, and how to repeat it. */
import { Seconds } from "@wangge/facts"
import { Shock, type Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { countByKind } from "./assumptionSection.ts"
import { el, type Markup } from "./markup.ts"
import type { Repeat } from "./repeatCommand.ts"
import { say } from "./say.ts"
import { folded } from "./table.ts"
import { sections, head as words } from "./wordsOfPage.ts"

type Lang = NumberText.Language
type Words = { readonly en: string; readonly zh: string }

/** The page's title in one language. */
export const titleOf = (study: Study.Study, lang: Lang): string => {
  const { days } = study.scenario.calendar
  return say(lang, days === 365 || days === 366 ? words.titleYear : words.title, {
    name: study.scenario.name[lang],
    days: NumberText.count(days, lang)
  })
}

/** Title, lead, warning, facts and menu. */
export const headSection = (study: Study.Study, repeat: Repeat, lang: Lang): Markup =>
  el(
    "header",
    {},
    el("p", { class: "product" }, say(lang, words.product)),
    el("h1", {}, titleOf(study, lang)),
    el("p", { class: "lead" }, leadText(study, lang)),
    el("p", { class: "warning" }, warningText(study, lang)),
    el(
      "dl",
      { class: "facts" },
      townFacts(study).map(([name, value]) => fact(say(lang, name), NumberText.count(value, lang)))
    ),
    shockList(study, lang),
    repeatBox(study, repeat, lang),
    el(
      "nav",
      { class: "menu", "aria-label": titleOf(study, lang) },
      Object.entries(sections).map(([id, name]) =>
        el("a", { href: `#${id}-${lang}` }, say(lang, name))
      )
    )
  )

const fact = (name: string, value: string): Markup =>
  el("div", {}, el("dt", {}, name), el("dd", {}, value))

const leadText = (study: Study.Study, lang: Lang): string => {
  const { calendar } = study.scenario
  const first = Seconds.parseIsoDate(calendar.startDate)
  return say(lang, words.lead, {
    residents: NumberText.count(residentCount(study), lang),
    from: Seconds.toIsoDate(first),
    until: Seconds.toIsoDate(first + calendar.days - 1)
  })
}

const residentCount = ({ scenario: { territory } }: Study.Study): number =>
  Math.round(territory.households * territory.personsPerHousehold)

const warningText = (study: Study.Study, lang: Lang): string => {
  const counts = countByKind(study.assumptions)
  return say(lang, words.warning, {
    total: NumberText.count(study.assumptions.length, lang),
    reported: NumberText.count(counts.reported, lang),
    public: NumberText.count(counts.public, lang),
    derived: NumberText.count(counts.derived, lang),
    assumed: NumberText.count(counts.assumed, lang)
  })
}

const townFacts = (study: Study.Study): ReadonlyArray<readonly [Words, number]> => {
  const { territory, staff } = study.scenario
  return [
    [words.residents, residentCount(study)],
    [words.households, territory.households],
    [words.subdistricts, territory.subdistricts],
    [words.communities, territory.communities],
    [words.grids, territory.grids],
    [words.gridWorkers, staff.gridWorkers],
    [words.replications, study.replications]
  ]
}

const shockList = (study: Study.Study, lang: Lang): Markup | null => {
  const { shocks } = study.scenario
  if (shocks.length === 0) return null
  return el(
    "div",
    {},
    el("h3", {}, say(lang, words.shocks)),
    el(
      "ul",
      {},
      shocks.map((shock) => el("li", {}, Shock.toText(shock, lang)))
    )
  )
}

/** How to repeat the run: the command, the seed, versions and the run hash. */
const repeatBox = (study: Study.Study, repeat: Repeat, lang: Lang): Markup =>
  folded(
    say(lang, words.repeat, { seed: String(study.seed), hash: study.runHash }),
    el("p", {}, say(lang, repeat.isPreset ? words.repeatPreset : words.repeatFile)),
    el("code", { class: "command" }, repeat.command),
    el("p", {}, say(lang, words.checkout)),
    el(
      "dl",
      { class: "run" },
      runFacts(study, lang).map(([name, value]) => [
        el("dt", {}, say(lang, name)),
        el("dd", {}, value)
      ])
    )
  )

const runFacts = (study: Study.Study, lang: Lang): ReadonlyArray<readonly [Words, string]> => [
  [words.locality, study.scenario.locality],
  [words.seed, String(study.seed)],
  [words.replications, NumberText.count(study.replications, lang)],
  [words.confidence, NumberText.share(study.confidence, lang, 0)],
  [words.warmUp, NumberText.count(study.scenario.calendar.warmUpDays, lang)],
  [words.simulator, study.versions.simulator],
  [words.streams, study.versions.streams],
  [words.runHash, study.runHash]
]
