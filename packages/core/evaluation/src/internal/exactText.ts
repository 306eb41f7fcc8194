/**
 * Exact numbers for messages: a decimal where one says it exactly, otherwise the fraction.
 */
import * as Rational from "../Rational.ts"

/** `0.95` for 19/20, `1/3` for a third. */
export const exactText = (value: Rational.Rational): string => {
  for (let decimals = 0; decimals <= 12; decimals += 1) {
    const text = Rational.toDecimal(value, decimals)
    const back = Rational.parse(text)
    if (back !== "NotANumber" && Rational.equals(back, value)) return text
  }
  return Rational.toText(value)
}
