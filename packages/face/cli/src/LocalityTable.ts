/**
 * The localities side by side: grids, grid workers and households, each with the kind of its
 * provenance, so that nobody takes an assumed count for a published one.
 */
import type { Label, Provenance } from "@wangge/facts"
import { Locality, type LocalityRecord } from "@wangge/localities"
import { Table } from "@wangge/report"
import * as CountText from "./CountText.ts"
import type { Lang } from "./Lang.ts"

/**
 * A count with the kind of its provenance; `precision` is `atLeast` for "110 and more"; `unit` says
 * what is counted, which need not be grids where a town had none.
 *
 * @category localities
 * @since 0.1.0
 */
export interface Count {
  readonly value: number
  readonly unit: string
  readonly precision: Provenance.Precision
  readonly provenance: Provenance.Kind
}

/**
 * One locality; a count is null where the locality has no such number. `gridName` is what the
 * locality calls the level that stands for grids.
 *
 * @category localities
 * @since 0.1.0
 */
export interface Row {
  readonly id: string
  readonly variant: LocalityRecord.Variant["kind"]
  readonly name: Label.Label
  readonly province: Label.Label
  readonly gridName: Label.Label
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
 * LocalityTable.rows()[0]?.grids
 * // => { value: 69, unit: "grids", precision: "exact", provenance: "reported" }
 * ```
 *
 * @category localities
 * @since 0.1.0
 */
export const rows = (): ReadonlyArray<Row> =>
  Locality.list.map((locality) => {
    const gridLevel = locality.levels.find((level) => level.role === "grid")
    return {
      id: locality.id,
      variant: locality.variant.kind,
      name: locality.name,
      province: locality.province,
      gridName: gridLevel?.name ?? { en: "", zh: "" },
      grids: countOf(gridLevel?.count),
      gridWorkers: countOf(locality.staff.find((staff) => staff.post === "GridWorker")?.count),
      households: countOf(locality.households)
    }
  })

const countOf = (number: LocalityRecord.StatedNumber | undefined): Count | null =>
  number === undefined || number === "notStated"
    ? null
    : {
        value: number.value,
        unit: number.unit,
        precision: number.precision,
        provenance: number.provenance.kind
      }

/**
 * The rows as an aligned table, then a line for every level that stands for grids and is none, and
 * one that explains the kinds of provenance.
 *
 * @category localities
 * @since 0.1.0
 */
export const toText = (lang: Lang): string => {
  const all = rows()
  const body = all.map((row) => [
    row.id,
    row.name[lang],
    row.province[lang],
    ...[row.grids, row.gridWorkers, row.households].flatMap((count) => [
      count === null ? words.notStated[lang] : countText(count, row, lang),
      count === null ? "" : CountText.kindText(count.provenance, lang)
    ])
  ])
  const columns = Array.from(aligns, (align, index) => ({ head: heads[lang][index] ?? "", align }))
  const standIns = all
    .filter((row) => isStandIn(row.grids))
    .map((row) => `* ${row.id}: ${row.gridName[lang]}${words.standIn[lang]}`)
  const more = words.more[lang]
  return [Table.align(columns, body), ...standIns, CountText.legend[lang], more, ""].join("\n")
}

const countText = (count: Count, row: Row, lang: Lang): string =>
  `${CountText.valueText(count, lang)}${count === row.grids && isStandIn(count) ? " *" : ""}`

const isStandIn = (grids: Count | null): boolean => grids !== null && grids.unit !== "grids"

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
  notStated: { en: "not stated", zh: "未载" },
  standIn: { en: ", in place of grids", zh: ",代替网格" },
  more: {
    en: "Every number of one: wangge localities ID. Whether they agree: wangge check ID.",
    zh: "逐项数字:wangge localities 标识。一致性核对:wangge check 标识。"
  }
} as const
