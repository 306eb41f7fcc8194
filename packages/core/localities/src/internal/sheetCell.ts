/**
 * What a cell of a spreadsheet says: texts, whole numbers and dates as people and spreadsheet
 * programs write them. Full-width characters (１２，第３栋) count as the plain ones.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"

/** A cell as it is compared: plain width, single spaces, none around it. */
export const plain = (text: string): string =>
  isPlain.test(text) ? text : text.normalize("NFKC").replace(/\s+/g, " ").trim()

/** Most cells are plain already, and a large town has a million of them. */
const isPlain = /^[!-~\u4e00-\u9fff]*$/

/** The largest number a cell may hold: what a tree can count. */
export const wholeMax = 2_147_483_647

/** A whole number from 0, with thousands separators or without; NaN for anything else. */
export const whole = (text: string): number => {
  const given = plain(text)
  const digits = /^\d{1,3}(,\d{3})+$/.test(given) ? given.replaceAll(",", "") : given
  return /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN
}

/** The day number of a date such as 2024-03-01, 2024/3/1, 2024.3.1 or 2024年3月1日; NaN for none. */
export const day = (text: string): number => {
  const match = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(
    plain(text)
  )
  if (match === null) return Number.NaN
  const [, year = "", , month = match[5] ?? "", dayOfMonth = match[6] ?? ""] = match
  const found = Seconds.parseIsoDate(
    `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`
  )
  return found > Zone.dayMin && found < Zone.dayMax ? found : Number.NaN
}
