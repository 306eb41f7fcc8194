/**
 * Blacking out numbers and addresses in free text that point at one person: mobile and landline
 * numbers, identity-card numbers, bank-card numbers, e-mail addresses. It is a help for the person
 * who checks a text, **not a guarantee**: names, addresses, nicknames, plates and numbers that are
 * written in words or cut into pieces pass. Free text never goes to the public, redacted or not.
 */

/**
 * What is looked for, in the order in which matches win over each other. Append only.
 *
 * @source GB 11643-1999 (identity-card numbers of 18 characters, and of 15 before); mainland mobile
 * numbers have 11 digits from 13 to 19; the rest is the usual form
 * @category redaction
 * @since 0.1.0
 */
export const kinds = ["Email", "IdentityCard", "Mobile", "BankCard", "Landline"] as const

/**
 * One of {@link kinds}.
 *
 * @category redaction
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * One place in a text, from `startIndex` up to but not including `endIndex`, in UTF-16 units. It
 * holds no part of the text.
 *
 * @category redaction
 * @since 0.1.0
 */
export interface Place {
  readonly kind: Kind
  readonly startIndex: number
  readonly endIndex: number
}

/**
 * What stands in place of a match.
 *
 * @source none: reads the same in both languages
 * @category redaction
 * @since 0.1.0
 */
export const mark = "■■■"

/** Digits may be set apart by one space, dot or hyphen; they stand alone, not inside a longer number. */
const patterns: Readonly<Record<Kind, RegExp>> = {
  Email: /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g,
  IdentityCard: /(?<!\d)(?:\d[ -]?){17}[\dXx](?![\dXx])|(?<!\d)[1-9]\d{14}(?!\d)/g,
  Mobile: /(?<!\d)(?:\+?86[ -]?|0086[ -]?)?1[3-9](?:[ .-]?\d){9}(?!\d)/g,
  BankCard: /(?<!\d)\d(?:[ -]?\d){15,18}(?!\d)/g,
  Landline: /(?<!\d)\(?0\d{2,3}\)?[ -]?\d{7,8}(?!\d)/g
}

/**
 * The places of a text that match, in order, none overlapping another.
 *
 * Digits and signs in full width (１３８) are read like plain ones. Cost: linear in the text for
 * texts of the usual length.
 *
 * ```ts
 * import { Redaction } from "@wangge/privacy"
 *
 * Redaction.find("请回电 138-0000-0000") // => [{ kind: "Mobile", startIndex: 4, endIndex: 17 }]
 * ```
 *
 * @category redaction
 * @since 0.1.0
 */
export const find = (text: string): ReadonlyArray<Place> => {
  const plain = toPlainWidth(text)
  const places: Array<Place> = []
  for (const kind of kinds) {
    for (const match of plain.matchAll(patterns[kind])) {
      const place = { kind, startIndex: match.index, endIndex: match.index + match[0].length }
      if (!places.some((other) => overlaps(place, other))) places.push(place)
    }
  }
  return places.sort((one, other) => one.startIndex - other.startIndex)
}

/**
 * The text with every match replaced by {@link mark}; applying it twice changes nothing more.
 *
 * ```ts
 * import { Redaction } from "@wangge/privacy"
 *
 * Redaction.redact("回复 li@example.org 或 010-12345678") // => "回复 ■■■ 或 ■■■"
 * ```
 *
 * @category redaction
 * @since 0.1.0
 */
export const redact = (text: string): string => {
  let done = ""
  let fromIndex = 0
  for (const { startIndex, endIndex } of find(text)) {
    done += text.slice(fromIndex, startIndex) + mark
    fromIndex = endIndex
  }
  return done + text.slice(fromIndex)
}

const overlaps = (one: Place, other: Place): boolean =>
  one.startIndex < other.endIndex && other.startIndex < one.endIndex

/** Full-width forms (U+FF01 to U+FF5E) as their ASCII twins: the length in UTF-16 units stays. */
const toPlainWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (wide) =>
    wide === "\u3000" ? " " : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
  )
