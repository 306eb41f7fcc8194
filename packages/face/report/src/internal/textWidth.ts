/**
 * How wide a text is drawn: in terminal columns, and roughly in pixels of a sans-serif font.
 * East Asian wide characters (Unicode Standard Annex 11: W and F) take two columns or one em.
 */

/** Ranges of code points that are two columns wide, first and last, in order. */
const wide: ReadonlyArray<readonly [first: number, last: number]> = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd]
]

const combining = /^[\p{M}\p{Cf}]$/u

const isWide = (point: number): boolean =>
  wide.some(([first, last]) => point >= first && point <= last)

/** Columns of a terminal that a text takes: 2 for wide characters, 0 for combining marks. */
export const columnsOf = (text: string): number => {
  let columns = 0
  for (const character of text) {
    if (combining.test(character)) continue
    columns += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
  }
  return columns
}

/** Pixels that a text takes at a font size, near enough to keep labels apart. */
export const pixelsOf = (text: string, fontSize: number): number => {
  let ems = 0
  for (const character of text) ems += isWide(character.codePointAt(0) ?? 0) ? 1 : 0.56
  return ems * fontSize
}
