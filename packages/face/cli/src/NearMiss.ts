/**
 * The known word that a mistyped one is closest to, for "did you mean" in error messages.
 */

/**
 * The known word closest to `word`, or null when none is close.
 *
 * Close is at most one slip (a letter added, left out, changed, or two neighbours swapped) per
 * three letters, and at least one. Case does not count.
 *
 * ```ts
 * import { NearMiss } from "wangge"
 *
 * NearMiss.find("helnog", ["helong", "longxian"]) // => "helong"
 * NearMiss.find("atlantis", ["helong", "longxian"]) // => null
 * ```
 *
 * @category input
 * @since 0.1.0
 */
export const find = (word: string, known: ReadonlyArray<string>): string | null => {
  const wanted = word.toLowerCase()
  let best: string | null = null
  let bestSlips = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of known) {
    const slips = slipCount(wanted, candidate.toLowerCase())
    if (slips < bestSlips) {
      best = candidate
      bestSlips = slips
    }
  }
  return best
}

/** Slips between two words: the optimal string alignment distance. */
const slipCount = (left: string, right: string): number => {
  const rows = [Array.from({ length: right.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1]
      let slips = Math.min(
        cell(rows, i - 1, j) + 1,
        (row[j - 1] ?? 0) + 1,
        cell(rows, i - 1, j - 1) + (isSame ? 0 : 1)
      )
      const isSwapped = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      if (i > 1 && j > 1 && isSwapped) slips = Math.min(slips, cell(rows, i - 2, j - 2) + 1)
      row.push(slips)
    }
    rows.push(row)
  }
  return cell(rows, left.length, right.length)
}

const cell = (rows: ReadonlyArray<ReadonlyArray<number>>, i: number, j: number): number =>
  rows[i]?.[j] ?? 0
