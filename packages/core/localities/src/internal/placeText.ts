/**
 * How a place is written in a sheet: as an id that stands for one place in the whole town (`G07`,
 * a 12-digit code), as a mere number within the place above it (`3`, `第三网格`, `3号楼`), or as a
 * name (`春柳网格`). Ids are kept, numbers and names get ids of their own.
 */
import { plain } from "./sheetCell.ts"

/** The longest text of a place; three of them and two slashes still make an id. */
export const lengthMax = 36

/** Whether a text is fit to be an id of its own; a mere number is not. */
export const isId = (text: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text) && text.length <= lengthMax && numberIn(text) === 0

/** Whether a text can stand for a place at all. */
export const isPlaceText = (text: string): boolean =>
  text.length <= lengthMax && !/[/\p{Cc}]/u.test(text)

/** Whether a spreadsheet has turned a long code into a rounded number, such as 6.10327E+11. */
export const isRounded = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(text)

/** The number of a place that is only numbered; 0 for an id or a name. */
export const numberIn = (text: string): number => {
  const match = chinese.exec(plain(text)) ?? english.exec(plain(text))
  const numeral = match?.[1] ?? ""
  return /^\d+$/.test(numeral) ? Number(numeral) : chineseNumber(numeral)
}

const chinese =
  /^第?(\d{1,6}|[零〇一二三四五六七八九十百]{1,6})(?:号|栋|幢|楼|座|单元|网格|社区|街道|组|片|区|村)*$/

const english = /^(?:no\.?|sub-?district|community|grid|building|block|unit) ?(\d{1,6})$/i

const digits = "〇一二三四五六七八九"

/** 1 to 999 as 二百零七 or 二〇七 writes it; 0 for anything else. */
const chineseNumber = (numeral: string): number => {
  const text = numeral.replaceAll("零", "〇")
  if (text !== "" && Array.from(text).every((char) => digits.includes(char))) {
    return Array.from(text).reduce((sum, char) => sum * 10 + digits.indexOf(char), 0)
  }
  const match =
    /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
      text
    )
  if (match === null) return 0
  const [, hundreds = "", tens = "", ten = "", ones = ""] = match
  const valueIn = (char: string): number => (char === "" ? 0 : digits.indexOf(char))
  return valueIn(hundreds) * 100 + (ten === "" ? 0 : valueIn(tens) || 1) * 10 + valueIn(ones)
}
