/**
 * One locality printed whole: its levels, people, links and resources, each number with its
 * precision, the kind of its provenance and the words of its source. As JSON it is the locality
 * file itself, which `wangge check` reads back.
 */
import { Provenance } from "@wangge/facts"
import { Locality, type LocalityRecord, LocalitySchema } from "@wangge/localities"
import { Table } from "@wangge/report"
import * as CountText from "./CountText.ts"
import { cut, lastColumn, lines, pageWidth } from "./internal/wrapped.ts"
import type { Lang } from "./Lang.ts"

/**
 * The locality as the text of a locality file, with the address of its JSON Schema.
 *
 * @category localities
 * @since 0.1.0
 */
export const toJson = (locality: LocalityRecord.LocalityRecord): string =>
  JSON.stringify(LocalitySchema.toFile(locality), null, 2)

/**
 * The locality as a heading, one table with a line for each number, what is not stated, and the
 * cautions. At most 140 columns wide; long source phrases take several lines.
 *
 * @category localities
 * @since 0.1.0
 */
export const toText = (locality: LocalityRecord.LocalityRecord, lang: Lang): string => {
  const rows = Locality.sourcedNumbers(locality).map((one) => [
    one.path,
    cut(one.label[lang], labelWidth),
    CountText.valueText(one.number, lang),
    cut(one.number.unit, unitWidth),
    CountText.kindText(one.number.provenance.kind, lang),
    sourceWords(one.number.provenance)
  ])
  const columns = Array.from(aligns, (align, index) => ({ head: heads[lang][index] ?? "", align }))
  const table = Table.align(columns, lastColumn(heads[lang], rows))
  return [heading(locality, lang), table, ...notes(locality, lang)].join("\n")
}

const labelWidth = 34
const unitWidth = 14

/** The report's title stands in the heading, so a reported number shows only its phrase. */
const sourceWords = (provenance: Provenance.Provenance): string =>
  provenance.kind === "reported" ? provenance.phrase : Provenance.describe(provenance)

const heading = (locality: LocalityRecord.LocalityRecord, lang: Lang): string => {
  const { report, variant } = locality
  const lines = [
    `${locality.id}: ${locality.name.en} ${locality.name.zh}, ${locality.province[lang]}`,
    `${words.report[lang]}${report.title}`
  ]
  if (variant.kind === "before") lines.push(`${words.before[lang]}${variant.of}`)
  if (variant.kind === "overlay") lines.push(`${words.overlay[lang]}${variant.of}`)
  return `${lines.join("\n")}\n`
}

const notes = (locality: LocalityRecord.LocalityRecord, lang: Lang): ReadonlyArray<string> => {
  const missing = Locality.notStatedPaths(locality)
  const season = locality.heatingSeason
  const said = [
    ...(missing.length === 0 ? [] : [`${words.notStated[lang]}${missing.join(", ")}`]),
    ...(season.kind === "none" ? [`${words.noHeating[lang]}${season.reason}`] : []),
    ...locality.cautions.map((caution) => `${words.caution[lang]}${caution[lang]}`)
  ]
  const wrapped = said.flatMap((text) => lines(text, pageWidth))
  return [`${[...wrapped, CountText.legend[lang]].join("\n")}\n`]
}

const aligns = ["left", "left", "right", "left", "left", "left"] as const

const heads = {
  en: ["path", "number", "value", "unit", "source", "phrase, source or reason"],
  zh: ["路径", "项目", "数值", "单位", "来源", "原文、出处或理由"]
} as const

const words = {
  report: { en: "Report: ", zh: "报告:" },
  before: { en: "An earlier state of ", zh: "此前状态,对应:" },
  overlay: { en: "Assumptions put over ", zh: "在其上叠加假定:" },
  notStated: { en: "Not stated in the report: ", zh: "报告未载:" },
  noHeating: { en: "No heating season: ", zh: "无集中供暖期:" },
  caution: { en: "Caution: ", zh: "注意:" }
} as const
