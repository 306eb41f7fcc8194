/**
 * ULIDs: 128 bits as 26 characters of Crockford's alphabet, highest bits first. Only the canonical
 * form counts (capital letters, no I, L, O, U, at most 7 in front), so that text and bits go over
 * into each other without loss.
 */

/** Crockford's alphabet, without I, L, O and U; the place of a character is its value. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
/** Characters of a ULID. */
export const length = 26

const values = new Int8Array(128).fill(-1)
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i

/** The value of a character in Crockford's alphabet, negative for any other. */
const valueAt = (text: string, place: number): number => {
  const code = text.charCodeAt(place)
  return code < 128 ? values[code]! : -1
}

/** Five characters as 25 bits; negative if one of them is not of the alphabet. */
const five = (text: string, place: number): number =>
  (valueAt(text, place) << 20) |
  (valueAt(text, place + 1) << 15) |
  (valueAt(text, place + 2) << 10) |
  (valueAt(text, place + 3) << 5) |
  valueAt(text, place + 4)

/** Reads a text of 26 characters into four words, highest first; false if it is no ULID. */
export const read = (text: string, words: Uint32Array): boolean => {
  const first = valueAt(text, 0)
  if (first < 0 || first > 7) return false
  const a = five(text, 1)
  const b = five(text, 6)
  const c = five(text, 11)
  const d = five(text, 16)
  const e = five(text, 21)
  if ((a | b | c | d | e) < 0) return false
  words[0] = (first << 29) | (a << 4) | (b >>> 21)
  words[1] = (b << 11) | (c >>> 14)
  words[2] = (c << 18) | (d >>> 7)
  words[3] = (d << 25) | e
  return true
}

/** 128 bits as the 26 characters of a ULID. */
export const toText = (w0: number, w1: number, w2: number, w3: number): string => {
  const groups = [
    (w0 >>> 4) & group,
    ((w0 << 21) | (w1 >>> 11)) & group,
    ((w1 << 14) | (w2 >>> 18)) & group,
    ((w2 << 7) | (w3 >>> 25)) & group,
    w3 & group
  ]
  return alphabet.charAt(w0 >>> 29) + groups.map(fiveText).join("")
}

/** 25 bits, five characters. */
const group = (1 << 25) - 1

const fiveText = (bits: number): string =>
  alphabet.charAt(bits >>> 20) +
  alphabet.charAt((bits >>> 15) & 31) +
  alphabet.charAt((bits >>> 10) & 31) +
  alphabet.charAt((bits >>> 5) & 31) +
  alphabet.charAt(bits & 31)
