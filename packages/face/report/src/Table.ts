/**
 * Tables for a terminal: columns lined up by the width that characters take there, Chinese ones
 * two columns each.
 */
import { Outcome, type Study } from "@wangge/simulator"
import { ends } from "./internal/outcomes.ts"
import { say } from "./internal/say.ts"
import { columnsOf } from "./internal/textWidth.ts"
import { terminal as words } from "./internal/wordsOfTables.ts"
import * as NumberText from "./NumberText.ts"

/**
 * One column of a table: its head, and on which side its cells stand.
 *
 * @category tables
 * @since 0.1.0
 */
export interface Column {
  readonly head: string
  readonly align: "left" | "right"
}

/**
 * Columns of a terminal that a text takes: East Asian wide characters take 2.
 *
 * ```ts
 * import { Table } from "@wangge/report"
 *
 * Table.widthOf("网格 grid") // => 9
 * ```
 *
 * @category tables
 * @since 0.1.0
 */
export const widthOf = (text: string): number => columnsOf(text)

/**
 * A table as lines of text: heads, a rule, one line per row, two spaces between columns. A row's
 * missing cells are empty; control characters become spaces, so that no cell can move the cursor.
 *
 * ```ts
 * import { Table } from "@wangge/report"
 *
 * const columns = [{ head: "层级", align: "left" }, { head: "n", align: "right" }] as const
 * Table.align(columns, [["grid", "69"], ["社区", "7"]])
 * // => "层级   n\n────  ──\ngrid  69\n社区   7\n"
 * ```
 *
 * @category tables
 * @since 0.1.0
 */
export const align = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): string => {
  const lines = [columns.map((column) => column.head), ...rows].map((row) =>
    columns.map((_, index) => (row[index] ?? "").replace(/\p{Cc}/gu, " "))
  )
  const widths = columns.map((_, index) =>
    lines.reduce((most, line) => Math.max(most, columnsOf(line[index] ?? "")), 0)
  )
  const [heads = [], ...body] = lines.map((line) =>
    line.map((cell, index) => padded(cell, widths[index] ?? 0, columns[index]?.align ?? "left"))
  )
  const rule = widths.map((width) => "─".repeat(width))
  return [heads, rule, ...body].map((line) => `${line.join("  ").trimEnd()}\n`).join("")
}

const padded = (cell: string, width: number, side: "left" | "right"): string => {
  const space = " ".repeat(width - columnsOf(cell))
  return side === "left" ? cell + space : space + cell
}

/**
 * The outcomes of a study as the command line prints them: a heading, the table, the notes.
 *
 * ```ts
 * import { Helong } from "@wangge/localities"
 * import { Table } from "@wangge/report"
 * import { Preset, Runner, Study } from "@wangge/simulator"
 *
 * const preset = Preset.ofLocality(Helong.locality)
 * const scenario = { ...preset, calendar: { ...preset.calendar, days: 7, warmUpDays: 0 } }
 * const study = await Study.run({ scenario, seed: 1, replications: 2, runner: Runner.thisThread })
 * Table.toText(study, "en").includes("casesRaised") // => true
 * ```
 *
 * @category tables
 * @since 0.1.0
 */
export const toText = (study: Study.Study, lang: NumberText.Language): string => {
  const confidence = NumberText.share(study.confidence, lang, 0)
  const heading = say(lang, words.heading, {
    name: study.scenario.name[lang],
    days: NumberText.count(study.scenario.calendar.days, lang),
    from: study.scenario.calendar.startDate,
    replications: NumberText.count(study.replications, lang),
    seed: String(study.seed)
  })
  const columns: ReadonlyArray<Column> = [
    { head: say(lang, words.outcome), align: "left" },
    { head: say(lang, words.mean), align: "right" },
    { head: say(lang, words.interval, { confidence }), align: "right" },
    { head: say(lang, words.unit), align: "left" },
    { head: "", align: "left" },
    { head: "id", align: "left" }
  ]
  const rows = study.outcomes.map((outcome) => outcomeLine(outcome, lang))
  const hasMark = study.outcomes.some((outcome) => outcome.inputDetermined)
  const notes = study.notes.map((note) => `${say(lang, words.note)} ${note[lang]}`)
  const closing = [
    ...(hasMark ? [say(lang, words.markWords)] : []),
    ...notes,
    say(lang, words.hash, { hash: study.runHash })
  ]
  return `${heading}\n\n${align(columns, rows)}\n${closing.map((line) => `${line}\n`).join("")}`
}

const outcomeLine = (
  outcome: Outcome.Outcome,
  lang: NumberText.Language
): ReadonlyArray<string> => {
  const digits = NumberText.digits(outcome.unit, outcome.halfWidth)
  const text = (value: NumberText.Maybe): string =>
    NumberText.ofUnit({ value, unit: outcome.unit, digits }, lang)
  const range = ends(outcome)
  return [
    Outcome.find(outcome.id)?.label[lang] ?? outcome.id,
    text(outcome.mean),
    range === null
      ? NumberText.none(lang)
      : say(lang, words.range, { low: text(range.low), high: text(range.high) }),
    outcome.unit === "share" ? "" : say(lang, words.units[outcome.unit]),
    outcome.inputDetermined ? "◆" : "",
    outcome.id
  ]
}
