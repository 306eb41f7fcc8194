/**
 * Cases by what became of them, by source and by category. The conservation sum is checked here on
 * the runs themselves, in total and by grid, and the result of the check is printed.
 */
import { CaseSource, Category } from "@wangge/cases"
import type { Replication, Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { el, type Markup } from "./markup.ts"
import { say } from "./say.ts"
import * as Spread from "./spread.ts"
import { table } from "./table.ts"
import { sections } from "./wordsOfPage.ts"
import { cases as words } from "./wordsOfTables.ts"

type Lang = NumberText.Language

const ends = ["writtenOff", "rejected", "merged", "withdrawn", "open"] as const
/** Numbers of one grid in `Conservation.byGrid`: raised and the five ends. */
const gridStride = 1 + ends.length

/** The section on where cases come from and where they end. */
export const caseSection = (study: Study.Study, lang: Lang): Markup => {
  const waiting = Spread.over(study, (run) => run.waitingForNobody)?.mean ?? 0
  return el(
    "section",
    { id: `cases-${lang}` },
    el("h2", {}, say(lang, sections.cases)),
    endTable(study, lang),
    el("p", { class: "check" }, holdsWords(study, lang)),
    waiting > 0
      ? el("p", {}, `▲ ${say(lang, words.waiting, { count: NumberText.count(waiting, lang) })}`)
      : null,
    sourceTable(study, lang),
    categoryTable(study, lang)
  )
}

const mean = (study: Study.Study, pick: (run: Replication.Replication) => number | undefined) =>
  Spread.over(study, pick)?.mean ?? null

const shareText = (part: number | null, whole: number | null, lang: Lang): string =>
  NumberText.share(part === null || whole === null ? null : part / whole, lang)

const endTable = (study: Study.Study, lang: Lang): Markup => {
  const raised = mean(study, (run) => run.conservation.raised)
  const sum = ends.reduce(
    (total, end) => total + (mean(study, (run) => run.conservation[end]) ?? 0),
    0
  )
  const rows = ends.map((end) => {
    const count = mean(study, (run) => run.conservation[end])
    return [say(lang, words[end]), NumberText.count(count, lang), shareText(count, raised, lang)]
  })
  return table({
    caption: say(lang, words.endCaption),
    columns: [
      { head: say(lang, words.end) },
      { head: say(lang, words.number), isNumber: true },
      { head: say(lang, words.share), isNumber: true }
    ],
    rows: [
      ...rows,
      [say(lang, words.sum), NumberText.count(sum, lang), shareText(sum, raised, lang)]
    ],
    rowClass: (index) => (index === rows.length ? "sum" : null)
  })
}

const holdsWords = (study: Study.Study, lang: Lang): string => {
  const totals = study.runs.filter(({ conservation }) =>
    holds(
      ends.map((end) => conservation[end]),
      conservation.raised
    )
  )
  const byGrid = study.runs.flatMap(({ conservation }) => gridSums(conservation.byGrid))
  return say(lang, words.holds, {
    runs: NumberText.count(totals.length, lang),
    runCount: NumberText.count(study.runs.length, lang),
    grids: NumberText.count(byGrid.filter((isExact) => isExact).length, lang),
    gridCount: NumberText.count(byGrid.length, lang)
  })
}

const holds = (parts: ReadonlyArray<number>, raised: number): boolean =>
  parts.reduce((sum, part) => sum + part, 0) === raised

/** For each grid whether its five ends add up to what was raised in it. */
const gridSums = (byGrid: ReadonlyArray<number>): ReadonlyArray<boolean> =>
  Array.from({ length: Math.floor(byGrid.length / gridStride) }, (_, grid) => {
    const [raised = Number.NaN, ...parts] = byGrid.slice(grid * gridStride, (grid + 1) * gridStride)
    return holds(parts, raised)
  })

const sourceTable = (study: Study.Study, lang: Lang): Markup => {
  const spreads = Spread.each(study, (run) => run.raisedBySource)
  const total = spreads.reduce((sum, spread) => sum + (spread?.mean ?? 0), 0)
  return table({
    caption: say(lang, words.sourceCaption),
    columns: [
      { head: say(lang, words.source) },
      { head: say(lang, words.number), isNumber: true },
      { head: say(lang, words.share), isNumber: true }
    ],
    rows: spreads.map((spread, index) => [
      sourceName(index, lang),
      NumberText.count(spread?.mean, lang),
      shareText(spread?.mean ?? null, total, lang)
    ])
  })
}

const sourceName = (index: number, lang: Lang): string => {
  const source = CaseSource.list[index]
  return source === undefined
    ? say(lang, words.otherSource, { number: index + 1 })
    : say(lang, CaseSource.labels[source])
}

const categoryName = (id: string, lang: Lang): string => {
  const category = Category.list.find((entry) => entry === id)
  return category === undefined ? id : say(lang, Category.labels[category])
}

const categoryTable = (study: Study.Study, lang: Lang): Markup => {
  const rows = (study.runs[0]?.categories ?? []).map((first, index) => ({
    name: categoryName(first.category, lang),
    raised: mean(study, (run) => run.categories[index]?.raised) ?? 0,
    due: mean(study, (run) => run.categories[index]?.due) ?? 0,
    inTime: mean(study, (run) => run.categories[index]?.closedInTime) ?? 0
  }))
  const total = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((sum, row) => sum + pick(row), 0)
  const all = {
    name: say(lang, words.all),
    raised: total((row) => row.raised),
    due: total((row) => row.due),
    inTime: total((row) => row.inTime)
  }
  return table({
    caption: say(lang, words.categoryCaption),
    columns: [
      { head: say(lang, words.category) },
      ...[words.raised, words.share, words.due, words.inTime, words.onTime].map((head) => ({
        head: say(lang, head),
        isNumber: true
      }))
    ],
    rows: [...rows, all].map((row) => [
      row.name,
      NumberText.count(row.raised, lang),
      shareText(row.raised, all.raised, lang),
      NumberText.count(row.due, lang),
      NumberText.count(row.inTime, lang),
      shareText(row.inTime, row.due, lang)
    ]),
    rowClass: (index) => (index === rows.length ? "sum" : null)
  })
}
