/**
 * Numbers of places within their parent: as the text of a part, back to a number, and the next one
 * that nobody has. `CodeScheme.nextFree` and `GridCode.assign` number with them.
 */
import type { CodeLevel } from "./codeShape.ts"

/** A part of a level: a number in its alphabet, or a text, filled up with zeros on the left. */
export const partText = (level: CodeLevel, part: string | number): string =>
  (typeof part === "string" ? part : digitsOf(level.alphabet, part)).padStart(
    level.width,
    level.alphabet[0]
  )

const digitsOf = (alphabet: string, value: number): string => {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`a part is a whole number from 0; got ${value}`)
  }
  let digits = ""
  for (let rest = value; rest > 0; rest = Math.floor(rest / alphabet.length)) {
    digits = alphabet[rest % alphabet.length] + digits
  }
  return digits
}

/** The number that a part stands for. */
export const partNumber = (level: CodeLevel, part: string): number => {
  let value = 0
  for (const character of part) {
    value = value * level.alphabet.length + level.alphabet.indexOf(character)
  }
  return value
}

/** The largest number that a part of a level can hold: 999 for three digits. */
export const numberMax = (level: CodeLevel): number => {
  let size = 1
  for (let place = 0; place < level.width; place++) size *= level.alphabet.length
  return size - 1
}

/** The numbers that may be given: an inclusive range, and all that are taken. */
export interface Numbers {
  readonly from: number
  readonly until: number
  readonly used: ReadonlySet<number>
}

/** How many numbers of a range are still free. */
export const roomOf = (level: CodeLevel, numbers: Numbers): number => {
  const isInside = (value: number): boolean => value >= numbers.from && value <= numbers.until
  if (level.parts.length > 0) {
    const free = level.parts
      .map((part) => partNumber(level, part))
      .filter((value) => isInside(value) && !numbers.used.has(value))
    return new Set(free).size
  }
  let room = Math.max(numbers.until - numbers.from + 1, 0)
  for (const value of numbers.used) if (isInside(value)) room -= 1
  return room
}

/** The first free number after another, beginning again at the range's start; needs room. */
export const following = (level: CodeLevel, numbers: Numbers, after: number): number => {
  let value = after
  do {
    value = value >= numbers.until || value < numbers.from ? numbers.from : value + 1
  } while (
    numbers.used.has(value) ||
    (level.parts.length > 0 && !level.parts.includes(partText(level, value)))
  )
  return value
}

/** The largest used number that lies in the range; 0 when none does. */
export const largestUsed = (numbers: Numbers): number => {
  let largest = 0
  for (const value of numbers.used) {
    if (value >= numbers.from && value <= numbers.until && value > largest) largest = value
  }
  return largest
}
