/**
 * The numbers that a Chinese phrase states, in digits and in numerals, in either script.
 */

/** A number as it stands in a text: from where until where, and what it is worth. */
export interface StatedNumber {
  readonly from: number
  readonly until: number
  readonly value: number
}

/** Numbers written in digits, with the “and more” beside them: 万/萬 is times 10,000, % a hundredth. */
export const inDigits = (text: string): ReadonlyArray<StatedNumber> =>
  Array.from(text.matchAll(/(\d+(?:\.\d+)?)[余多餘]?([万萬%]?)[余多餘]?/g), (match) => {
    const [whole, digits = "", scale = ""] = match
    const factor = scale === "%" ? 0.01 : scale === "" ? 1 : 10_000
    return {
      from: match.index,
      until: match.index + whole.length,
      value: Number((Number(digits) * factor).toFixed(6))
    }
  })

const ones = "〇一二三四五六七八九"

/** 两 and 双 are twos of their own kind; 四分之一 is a quarter; 六点半 is half past six. */
export const inNumerals = (text: string): ReadonlyArray<number> => {
  const plain = text.replace(/[两兩双雙]/g, "二").replaceAll("點", "点")
  const quotients = Array.from(plain.matchAll(/([一二三四五六七八九])分之([一二三四五六七八九])/g))
  const times = Array.from(plain.matchAll(/([一二三四五六七八九])点半/g))
  const wholes = Array.from(plain.matchAll(/[一二三四五六七八九十]+/g), ([word]) => wordValue(word))
  return [
    ...quotients.map(([, below = "", above = ""]) => ones.indexOf(above) / ones.indexOf(below)),
    ...times.map(([, hour = ""]) => ones.indexOf(hour) + 0.5),
    ...wholes
  ]
}

/** Up to ninety-nine, as 七, 十八 or 三十五 say it. */
const wordValue = (word: string): number => {
  const [tens, units] = word.includes("十") ? word.split("十") : ["", word]
  const ten = word.includes("十") ? (tens === "" ? 1 : ones.indexOf(tens ?? "")) : 0
  return ten * 10 + (units === "" || units === undefined ? 0 : ones.indexOf(units))
}

/** Every number that a phrase states, in digits or in numerals. */
export const inPhrase = (phrase: string): ReadonlyArray<number> => [
  ...inDigits(phrase).map((number) => number.value),
  ...inNumerals(phrase)
]
