/**
 * What the checks of a locality came to: one line per check, then every problem in words. A
 * contradiction within the source is shown and is no fault of the record.
 */

import type { Consistency } from "@wangge/grid"
import { type Locality, LocalityProblem, type LocalityRecord } from "@wangge/localities"
import { NumberText, Table } from "@wangge/report"
import { lastColumn } from "./internal/wrapped.ts"
import type { Lang } from "./Lang.ts"

/**
 * Whether something is broken: any problem but a contradiction within the source.
 *
 * @category localities
 * @since 0.1.0
 */
export const isBroken = (report: Locality.Report): boolean =>
  report.problems.some((problem) => problem.code !== "ConflictInSource")

/**
 * The report as JSON: rows with `null` for a value that could not be computed, and problems with
 * their words in both languages.
 *
 * @category localities
 * @since 0.1.0
 */
export const toJson = (locality: LocalityRecord.LocalityRecord, report: Locality.Report): string =>
  JSON.stringify(
    {
      locality: locality.id,
      isBroken: isBroken(report),
      rows: report.rows,
      problems: report.problems.map((problem) => ({
        ...problem,
        words: LocalityProblem.describe(problem)
      }))
    },
    null,
    2
  )

/**
 * The report as a table and the problems below it, at most 140 columns wide.
 *
 * @category localities
 * @since 0.1.0
 */
export const toText = (
  locality: LocalityRecord.LocalityRecord,
  report: Locality.Report,
  lang: Lang
): string => {
  const rows = report.rows.map((row) => [
    verdicts[row.verdict][lang],
    row.label[lang],
    resultText(row, lang),
    row.formula
  ])
  const columns = Array.from(aligns, (align, index) => ({ head: heads[lang][index] ?? "", align }))
  const table =
    rows.length === 0
      ? `${words.noChecks[lang]}\n`
      : Table.align(columns, lastColumn(heads[lang], rows))
  const problems = report.problems.map(
    (problem) =>
      `${problem.code === "ConflictInSource" ? words.conflict[lang] : words.problem[lang]}${LocalityProblem.describe(problem)[lang]}`
  )
  const closing = problems.length === 0 ? [words.none[lang]] : problems
  return `${locality.id}: ${locality.name.en} ${locality.name.zh}\n\n${table}\n${closing.join("\n")}\n`
}

/** The ratio, or both sides with the sign between them that is true. */
const resultText = (row: Consistency.Row, lang: Lang): string => {
  if (row.verdict === "unanswerable") return NumberText.none(lang)
  if (row.kind === "ratio") return `${marks[row.certainty]}${numberText(row.value, lang)}`
  const left = numberText(row.left, lang)
  const right = numberText(row.right, lang)
  if (row.left === row.right) return `${left} = ${right}`
  if (row.kind === "atMost") return `${left} ${row.left < row.right ? "≤" : ">"} ${right}`
  return `${left} ≠ ${right}`
}

const numberText = (value: number, lang: Lang): string =>
  NumberText.decimal(value, Number.isInteger(value) ? 0 : 3, lang)

const marks = { exact: "", atLeast: "≥ ", atMost: "≤ ", about: "≈ " } as const

const aligns = ["left", "left", "right", "left"] as const

const heads = {
  en: ["verdict", "check", "result", "computation"],
  zh: ["结论", "核对", "结果", "算式"]
} as const

const verdicts = {
  holds: { en: "holds", zh: "成立" },
  broken: { en: "BROKEN", zh: "不成立" },
  conflict: { en: "conflict", zh: "来源矛盾" },
  unanswerable: { en: "UNANSWERABLE", zh: "无法核对" }
} as const

const words = {
  none: { en: "No problems.", zh: "未发现问题。" },
  noChecks: { en: "This locality declares no checks of its own.", zh: "该地未设核对项。" },
  problem: { en: "Problem: ", zh: "问题:" },
  conflict: { en: "Conflict in the source: ", zh: "来源矛盾:" }
} as const
