/**
 * Sine and cosine of an angle in whole turns, from additions and multiplications alone: a turn can be
 * cut off without rounding, which radians cannot.
 */

/** 2 pi. */
const TURN = 6.283185307179586

/** The sum of (-1)^n x^(2n + start) / (2n + start)!, for x up to an eighth of a turn. */
const series = (x: number, start: 0 | 1): number => {
  const square = x * x
  let sum = 1
  for (let at = 20 + start; at > start; at -= 2) sum = 1 - (square / (at * (at - 1))) * sum
  return start === 1 ? x * sum : sum
}

/** The sine of `turns` whole turns; 1 at a quarter. */
export const sineOfTurns = (turns: number): number => {
  const rest = turns - Math.round(turns)
  const eighths = Math.round(rest * 4)
  const angle = TURN * (rest - eighths / 4)
  switch (eighths) {
    case 0:
      return series(angle, 1)
    case 1:
      return series(angle, 0)
    case -1:
      return -series(angle, 0)
    default:
      return -series(angle, 1)
  }
}

/** The cosine of `turns` whole turns; 1 at none. */
export const cosineOfTurns = (turns: number): number =>
  sineOfTurns(turns - Math.round(turns) + 0.25)
