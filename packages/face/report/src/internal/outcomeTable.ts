/** The table of all outcomes, and the table of which assumption decides which outcome. */
import { Outcome, Probe, type Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { type Child, el, type Markup } from "./markup.ts"
import { ends } from "./outcomes.ts"
import { say } from "./say.ts"
import { folded, table } from "./table.ts"
import { sections } from "./wordsOfPage.ts"
import { decides as decideWords, units, outcomes as words } from "./wordsOfTables.ts"

type Lang = NumberText.Language

/** The words of an outcome; its id where the simulator gives none. */
export const labelOf = (id: Outcome.Id, lang: Lang): string => Outcome.find(id)?.label[lang] ?? id

/** The section with every outcome. */
export const outcomeSection = (study: Study.Study, lang: Lang): Markup =>
  el(
    "section",
    { id: `outcomes-${lang}` },
    el("h2", {}, say(lang, sections.outcomes)),
    table({
      caption: say(lang, words.caption, {
        replications: NumberText.count(study.replications, lang),
        confidence: NumberText.share(study.confidence, lang, 0)
      }),
      columns: [
        { head: say(lang, words.outcome) },
        { head: say(lang, words.mean), isNumber: true },
        { head: say(lang, words.halfWidth), isNumber: true },
        { head: say(lang, words.interval), isNumber: true },
        { head: say(lang, words.unit) },
        { head: say(lang, words.definition) }
      ],
      rows: study.outcomes.map((outcome) => outcomeRow(outcome, lang))
    })
  )

const outcomeRow = (outcome: Outcome.Outcome, lang: Lang): ReadonlyArray<Child> => {
  const digits = NumberText.digits(outcome.unit, outcome.halfWidth)
  const text = (value: NumberText.Maybe): string =>
    NumberText.ofUnit({ value, unit: outcome.unit, digits }, lang)
  const range = ends(outcome)
  return [
    [
      labelOf(outcome.id, lang),
      el("code", { class: "id" }, outcome.id),
      outcome.inputDetermined ? el("span", { class: "mark" }, say(lang, words.mark)) : null
    ],
    text(outcome.mean),
    // Half of an interval of percentages is a number of percentage points, not a percentage.
    outcome.unit === "share"
      ? NumberText.decimal(scaled(outcome.halfWidth), digits, lang)
      : text(outcome.halfWidth),
    range === null
      ? NumberText.none(lang)
      : say(lang, words.range, { low: text(range.low), high: text(range.high) }),
    say(lang, units[outcome.unit]),
    Outcome.find(outcome.id)?.definition[lang] ?? ""
  ]
}

const scaled = (share: number | null): number | null => (share === null ? null : share * 100)

/** The section on which assumption decides which outcome. */
export const decidesSection = (study: Study.Study, lang: Lang): Markup => {
  const findings = sorted(study)
  return el(
    "section",
    { id: `decides-${lang}` },
    el("h2", {}, say(lang, sections.decides)),
    el(
      "p",
      {},
      findings.length === 0
        ? say(lang, decideWords.none)
        : say(lang, decideWords.lead, {
            replications: NumberText.count(
              Math.min(study.replications, Probe.replicationCount),
              lang
            ),
            least: NumberText.decimal(Probe.elasticityRange.min, 1, lang),
            most: NumberText.decimal(Probe.elasticityRange.max, 2, lang)
          })
    ),
    markedList(study, findings, lang),
    findings.length === 0
      ? null
      : folded(say(lang, decideWords.caption), findingTable(findings, lang))
  )
}

/** Findings in the order of the outcomes, the strongest of each outcome first. */
const sorted = (study: Study.Study): ReadonlyArray<Probe.Finding> =>
  study.outcomes.flatMap((outcome) =>
    study.probes
      .filter((finding) => finding.outcome === outcome.id)
      .sort((one, other) => Math.abs(other.elasticity) - Math.abs(one.elasticity))
  )

/** One sentence for each marked outcome: the assumption that moves it most. */
const markedList = (
  study: Study.Study,
  findings: ReadonlyArray<Probe.Finding>,
  lang: Lang
): Child => {
  const sentences = study.outcomes.flatMap((outcome) => {
    const strongest = findings.find((finding) => finding.outcome === outcome.id)
    if (!outcome.inputDetermined || strongest === undefined) return []
    return [
      say(lang, decideWords.words, {
        outcome: labelOf(outcome.id, lang),
        assumption: strongest.label[lang],
        elasticity: NumberText.decimal(strongest.elasticity, 2, lang)
      })
    ]
  })
  return sentences.length === 0
    ? null
    : el(
        "ul",
        { class: "marks" },
        sentences.map((sentence) => el("li", {}, `◆ ${sentence}`))
      )
}

const findingTable = (findings: ReadonlyArray<Probe.Finding>, lang: Lang): Markup =>
  table({
    caption: say(lang, decideWords.caption),
    columns: [
      { head: say(lang, decideWords.outcome) },
      { head: say(lang, decideWords.assumption) },
      { head: say(lang, decideWords.from), isNumber: true },
      { head: say(lang, decideWords.to), isNumber: true },
      { head: say(lang, decideWords.elasticity), isNumber: true }
    ],
    rows: findings.map((finding) => [
      labelOf(finding.outcome, lang),
      [finding.label[lang], el("code", { class: "id" }, finding.assumption)],
      plainNumber(finding.from, lang),
      plainNumber(finding.to, lang),
      NumberText.decimal(finding.elasticity, 2, lang)
    ])
  })

/** An input as it was typed: all its digits, with commas between thousands. */
export const plainNumber = (value: NumberText.Maybe, lang: Lang): string => {
  if (!NumberText.isNumber(value)) return NumberText.none(lang)
  const digits = /^-?\d+(?:\.(\d+))?$/.exec(String(value))?.[1]?.length ?? 0
  return /e/.test(String(value)) ? String(value) : NumberText.decimal(value, digits, lang)
}
