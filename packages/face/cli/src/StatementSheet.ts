/**
 * The statement of one account, for the screen and for programs. Accounts are named by their opaque
 * ids; names of persons are not in a journal and are never printed.
 */

import { Table } from "@wangge/report"
import { type History, TransferKind, Unit } from "@wangge/timebank"
import * as AmountText from "./AmountText.ts"
import type { Lang } from "./Lang.ts"

/**
 * The statement as JSON, with amounts in smallest units and times in seconds.
 *
 * @category statements
 * @since 0.1.0
 */
export const toJson = (statement: History.Statement): string => JSON.stringify(statement, null, 2)

/**
 * The statement as a table: when it was recorded and from when it counts, what it was, with whom, in or
 * out, when it lapses, and the balance after it.
 *
 * @category statements
 * @since 0.1.0
 */
export const toText = (
  statement: History.Statement,
  { zone, lang }: { readonly zone: string; readonly lang: Lang }
): string => {
  const { unit } = statement
  const amount = (value: number): string => AmountText.ofUnit(value, unit, lang)
  const rows = statement.lines.map((line) => [
    AmountText.moment(line.recordedSec, zone),
    line.effectiveSec === line.recordedSec ? "" : AmountText.moment(line.effectiveSec, zone),
    line.id,
    line.transferKind === "Reverse"
      ? words.reversed[lang]
      : TransferKind.labels[line.transferKind][lang],
    line.counterparty,
    amount(line.isDebit ? -line.amount : line.amount),
    lapses(line, zone),
    amount(line.runningBalance)
  ])
  const columns = heads.map(({ en, zh, align }) => ({ head: lang === "en" ? en : zh, align }))
  const title = `${statement.account}: ${Unit.labels[unit][lang]} (${zone})`
  const opening = `${words.opening[lang]}${amount(statement.openingBalance)}`
  const closing = `${words.closing[lang]}${amount(statement.closingBalance)}`
  const table = rows.length === 0 ? `${words.none[lang]}\n` : Table.align(columns, rows)
  return `${title}\n${opening}\n\n${table}\n${closing}\n`
}

/** The days on which the parts of a line lapse, the earliest first; empty where none does. */
const lapses = (line: History.Statement["lines"][number], zone: string): string =>
  [...new Set(line.parts.map(({ lapseSec }) => AmountText.day(lapseSec, zone)))]
    .filter((day) => day !== "")
    .join(", ")

const heads = [
  { en: "recorded", zh: "入账时间", align: "left" },
  { en: "counts from", zh: "生效时间", align: "left" },
  { en: "entry", zh: "编号", align: "left" },
  { en: "kind", zh: "事由", align: "left" },
  { en: "with", zh: "对方账户", align: "left" },
  { en: "amount", zh: "数额", align: "right" },
  { en: "lapses", zh: "失效日", align: "left" },
  { en: "balance", zh: "余额", align: "right" }
] as const

const words = {
  opening: { en: "Balance before: ", zh: "期初余额:" },
  closing: { en: "Balance after: ", zh: "期末余额:" },
  none: { en: "No entries.", zh: "无账目。" },
  reversed: { en: "taken back", zh: "冲正" }
} as const
