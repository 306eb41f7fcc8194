/**
 * Text from outside made harmless for a terminal: what would move its cursor, change its colours or
 * break its line is shown as an escape.
 */

/** A text of one line: every control character is escaped. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, escaped)

/** A text of several lines: every control character but the ends of lines is escaped. */
export const plainLines = (text: string): string => text.split("\n").map(plain).join("\n")

const escaped = (char: string): string =>
  `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`
