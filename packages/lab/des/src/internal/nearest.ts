/**
 * The known name that somebody probably meant, for problems that say what would be right.
 */

/** The nearest name in quotes if it is at most two letters off, otherwise all of them. */
export const nearest = (found: string, known: ReadonlyArray<string>): string => {
  const near = known
    .map((name) => ({ name, far: distance(found.toLowerCase(), name.toLowerCase()) }))
    .reduce<{ readonly name: string; readonly far: number } | null>(
      (best, each) => (best === null || each.far < best.far ? each : best),
      null
    )
  return near !== null && near.far <= 2 ? `"${near.name}"` : `one of ${known.join(", ")}`
}

/** Letters to insert, delete, replace or swap with a neighbour to make one text of the other. */
const distance = (left: string, right: string): number => {
  let before: ReadonlyArray<number> = []
  let last: ReadonlyArray<number> = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const next = [row]
    for (let column = 1; column <= right.length; column++) {
      const differs = left[row - 1] === right[column - 1] ? 0 : 1
      const isSwap =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      next.push(
        Math.min(
          last[column]! + 1,
          next[column - 1]! + 1,
          last[column - 1]! + differs,
          isSwap ? before[column - 2]! + 1 : Number.POSITIVE_INFINITY
        )
      )
    }
    before = last
    last = next
  }
  return last[right.length]!
}
