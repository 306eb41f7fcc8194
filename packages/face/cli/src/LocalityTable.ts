/**
 * The localities side by side: grids, grid workers and households, each with the kind of its
 * provenance, so that nobody takes an assumed count for a published one.
 */
import type { Provenance } from "@wangge/facts"
import { Locality } from "@wangge/localities"
import { NumberText, Table } from "@wangge/report"
import type { Lang } from "./Lang.ts"

/**
 * A count with the kind of its provenance; `precision` is `atLeast` for "110 and more".
 *
 * @category localities
 * @since 0.1.0
 */
export interface Count {
  readonly value: number
  readonly precision: Provenance.Precision
  readonly provenance: Provenance.Kind
}

/**
 * One locality; a count is null where the locality has no such number.
 *
 * @category localities
 * @since 0.1.0
 */
export interface Row {
  readonly id: string
  readonly name: { readonly en: string; readonly zh: string }
  readonly province: { readonly en: string; readonly zh: string }
  readonly grids: Count | null
  readonly gridWorkers: Count | null
  readonly households: Count | null
}

/**
 * One row per locality, in the order of `Locality.list`.
 *
 * ```ts
 * import { LocalityTable } from "wangge"
 *
 * LocalityTable.rows()[0]?.grids // => { value: 69, precision: "exact", provenance: "reported" }
 * ```
 *
 * @category localities
 * @since 0.1.0
 */
export const rows = (): ReadonlyArray<Row> =>
  Locality.list.map((locality) => ({
    id: locality.id,
    name: locality.name,
    province: locality.province,
    grids: countOf(locality.levels.find((level) => level.role === "grid")?.count),
    gridWorkers: countOf(locality.staff.find((staff) => staff.post === "GridWorker")?.count),
    households: countOf(locality.households)
  }))

const countOf = (number: Provenance.SourcedNumber | undefined): Count | null =>
  number === undefined
    ? null
    : {
        value: number.value,
        precision: number.precision,
        provenance: number.provenance.kind
      }

/**
 * The rows as an aligned table with a line that explains the kinds of provenance.
 *
 * @category localities
 * @since 0.1.0
 */
export const toText = (lang: Lang): string => {
  const body = rows().map((row) => [
    row.id,
    row.name[lang],
    row.province[lang],
    ...[row.grids, row.gridWorkers, row.households].flatMap((count) => [
      count === null ? words.none[lang] : countText(count, lang),
      count === null ? "" : words[count.provenance][lang]
    ])
  ])
  const columns = Array.from(aligns, (align, index) => ({ head: heads[lang][index] ?? "", align }))
  return `${Table.align(columns, body)}\n${words.legend[lang]}\n`
}

const countText = ({ value, precision }: Count, lang: Lang): string => {
  const digits = NumberText.count(value, lang)
  if (precision === "atLeast") return `≥ ${digits}`
  return precision === "about" ? `≈ ${digits}` : digits
}

const aligns = ["left", "left", "left", "right", "left", "right", "left", "right", "left"] as const

const heads = {
  en: [
    "id",
    "name",
    "province",
    "grids",
    "source",
    "grid workers",
    "source",
    "households",
    "source"
  ],
  zh: ["标识", "名称", "省份", "网格", "来源", "网格员", "来源", "户数", "来源"]
} as const

const words = {
  none: { en: "none", zh: "无" },
  reported: { en: "reported", zh: "报告" },
  public: { en: "public", zh: "公开" },
  derived: { en: "derived", zh: "推算" },
  assumed: { en: "assumed", zh: "假定" },
  legend: {
    en:
      "reported: in the locality's own report; public: published elsewhere; derived: computed from " +
      "these; assumed: ours.\n≥ at least, ≈ about.",
    zh: "报告:当地报告所载;公开:其他公开统计;推算:由前两者计算;假定:本软件设定。\n≥ 至少,≈ 约。"
  }
} as const
