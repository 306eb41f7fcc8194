/**
 * Scores as straight lines in one weight: where, going down and going up from where the weight stands,
 * the first order of two units and the first band of a unit changes.
 */
import * as Rational from "../Rational.ts"
import type { Reach } from "../WeightSensitivity.ts"

/** The score of a unit at weight w: `atZero` + `slope` w. */
export interface Line {
  readonly unitId: string
  readonly atZero: Rational.Rational
  readonly slope: Rational.Rational
}

interface Nearest {
  down: Reach
  up: Reach
}

/** The first changes on both sides of `weight`, within 0..1. */
export const crossingsOf = (
  lines: ReadonlyArray<Line>,
  weight: Rational.Rational,
  edges: ReadonlyArray<Rational.Rational>
): { readonly rank: Readonly<Nearest>; readonly band: Readonly<Nearest> } => {
  const rank: Nearest = { down: { kind: "NoChange" }, up: { kind: "NoChange" } }
  for (const [at, left] of lines.entries()) {
    for (const right of lines.slice(at + 1)) {
      const difference = {
        atZero: Rational.subtract(left.atZero, right.atZero),
        slope: Rational.subtract(left.slope, right.slope)
      }
      meet(rank, difference, weight, [left.unitId, right.unitId])
    }
  }
  const band: Nearest = { down: { kind: "NoChange" }, up: { kind: "NoChange" } }
  for (const { unitId, atZero, slope } of lines) {
    for (const edge of edges) {
      const above = { atZero: Rational.subtract(atZero, edge), slope }
      meetEdge(band, above, weight, unitId)
    }
  }
  return { rank, band }
}

type Difference = Pick<Line, "atZero" | "slope">

/** Where two lines meet: on one side, or on both where they meet at the weight itself. */
const meet = (
  nearest: Nearest,
  difference: Difference,
  weight: Rational.Rational,
  unitIds: ReadonlyArray<string>
): void => {
  const at = rootOf(difference)
  if (at === "None") return
  const side = Rational.compare(at, weight)
  if (side <= 0) lower(nearest, at, weight, unitIds)
  if (side >= 0) raise(nearest, at, weight, unitIds)
}

/** Where a score meets an edge; at the edge itself only the way on which it falls is a change. */
const meetEdge = (
  nearest: Nearest,
  above: Difference,
  weight: Rational.Rational,
  unitId: string
): void => {
  const at = rootOf(above)
  if (at === "None") return
  const side = Rational.compare(at, weight)
  const isRising = above.slope.numerator > 0n
  if (side < 0 || (side === 0 && isRising)) lower(nearest, at, weight, [unitId])
  if (side > 0 || (side === 0 && !isRising)) raise(nearest, at, weight, [unitId])
}

const rootOf = ({ atZero, slope }: Difference): Rational.Rational | "None" =>
  slope.numerator === 0n ? "None" : Rational.divide(Rational.negate(atZero), slope)

const lower = (
  nearest: Nearest,
  at: Rational.Rational,
  weight: Rational.Rational,
  unitIds: ReadonlyArray<string>
): void => {
  if (at.numerator < 0n || weight.numerator === 0n) return
  if (nearest.down.kind === "NoChange" || Rational.compare(at, nearest.down.at) > 0) {
    nearest.down = { kind: "Changes", at, unitIds }
  }
}

const raise = (
  nearest: Nearest,
  at: Rational.Rational,
  weight: Rational.Rational,
  unitIds: ReadonlyArray<string>
): void => {
  if (Rational.compare(at, Rational.one) > 0 || Rational.equals(weight, Rational.one)) return
  if (nearest.up.kind === "NoChange" || Rational.compare(at, nearest.up.at) < 0) {
    nearest.up = { kind: "Changes", at, unitIds }
  }
}
