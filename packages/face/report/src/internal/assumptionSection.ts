/**
 * Every number that the simulation starts from, with where it comes from: one folded table per
 * part of the scenario. What differs from the preset is marked.
 */
import { Provenance } from "@wangge/facts"
import type { Assumption, Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { type Child, el, type Markup } from "./markup.ts"
import { plainNumber } from "./outcomeTable.ts"
import { say } from "./say.ts"
import { folded, table } from "./table.ts"
import { sections } from "./wordsOfPage.ts"
import { groups, kinds, precisions, assumptions as words } from "./wordsOfTables.ts"
import { unitText } from "./wordsOfUnits.ts"

type Lang = NumberText.Language

/** How many assumptions have each kind of provenance. */
export const countByKind = (
  rows: ReadonlyArray<Assumption.Row>
): Readonly<Record<Provenance.Kind, number>> => {
  const count = (kind: Provenance.Kind): number =>
    rows.filter((row) => row.provenance.kind === kind).length
  return {
    reported: count("reported"),
    public: count("public"),
    derived: count("derived"),
    assumed: count("assumed")
  }
}

/** The section with every assumption. */
export const assumptionSection = (study: Study.Study, lang: Lang): Markup =>
  el(
    "section",
    { id: `assumptions-${lang}`, class: "assumptions" },
    el("h2", {}, say(lang, sections.assumptions)),
    el("p", {}, say(lang, words.lead)),
    el("p", {}, changedWords(study, lang)),
    assumedCounts(study, lang),
    grouped(study.assumptions).map(([group, rows]) => groupTable(group, rows, lang))
  )

const changedWords = (study: Study.Study, lang: Lang): string => {
  if (!study.hasPreset) return say(lang, words.noPreset)
  const count = study.assumptions.filter((row) => row.changedFrom !== null).length
  return count === 0
    ? say(lang, words.noneChanged)
    : say(lang, words.changedCount, { count: NumberText.count(count, lang) })
}

/** Which counts of the town rest on nothing but an assumption, in one sentence; null if none does. */
const assumedCounts = (study: Study.Study, lang: Lang): Markup | null => {
  if (!study.hasPreset) return null
  const items = study.assumptions
    .filter(({ path }) => /^(territory|staff)\.(?!leaveShare$)/.test(path))
    .filter((row) => row.provenance.kind === "assumed" && row.changedFrom === null)
    .map((row) => `${row.label[lang]} ${plainNumber(row.value, lang)}`)
  const list = items.join(lang === "en" ? ", " : "、")
  return items.length === 0 ? null : el("p", {}, say(lang, words.assumedCounts, { list }))
}

type Group = readonly [name: string, rows: ReadonlyArray<Assumption.Row>]

/** Rows by the first word of their path, groups in the order in which they first appear. */
const grouped = (rows: ReadonlyArray<Assumption.Row>): ReadonlyArray<Group> => {
  const names = [...new Set(rows.map(groupName))]
  return names.map((name) => [name, rows.filter((row) => groupName(row) === name)])
}

const groupName = (row: Assumption.Row): string => row.path.split(".")[0] ?? row.path

const groupTable = (group: string, rows: ReadonlyArray<Assumption.Row>, lang: Lang): Markup => {
  const title = Object.hasOwn(groups, group) ? (groups[group]?.[lang] ?? group) : group
  const counts = countByKind(rows)
  const kindWords = Provenance.kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) =>
      say(lang, words.kindCount, {
        count: NumberText.count(counts[kind], lang),
        kind: kinds[kind][lang]
      })
    )
  return folded(
    say(lang, words.summary, {
      group: title,
      count: NumberText.count(rows.length, lang),
      kinds: kindWords.join(lang === "en" ? ", " : "、")
    }),
    table({
      caption: say(lang, words.caption, { group: title }),
      columns: [
        { head: say(lang, words.label) },
        { head: say(lang, words.value), isNumber: true },
        { head: say(lang, words.unit) },
        { head: say(lang, words.kind) },
        { head: say(lang, words.source) }
      ],
      rows: rows.map((row) => assumptionRow(row, lang)),
      rowClass: (index) => (rows[index]?.changedFrom === null ? null : "changed")
    })
  )
}

const assumptionRow = (row: Assumption.Row, lang: Lang): ReadonlyArray<Child> => {
  const kind = kinds[row.provenance.kind]
  return [
    [row.label[lang], row.label[lang] === row.path ? null : el("code", { class: "id" }, row.path)],
    say(lang, precisions[row.precision], { value: plainNumber(row.value, lang) }),
    unitText(row.unit, lang),
    `${kind.sign}\u00a0${kind[lang]}`,
    [
      row.changedFrom === null
        ? null
        : el(
            "strong",
            {},
            `▲ ${say(lang, words.changed, { value: plainNumber(row.changedFrom, lang) })}`
          ),
      el("span", { class: "source" }, Provenance.describe(row.provenance))
    ]
  ]
}
