/**
 * Integrals of smooth functions over a finite range, halved where the function is rough.
 */

/** Places of the 15-point rule from 0 to 1; the odd ones are those of the 7-point rule. */
const PLACES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945,
  0.5860872354676911, 0.4058451513773972, 0.20778495500789848, 0
]
const WEIGHTS = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592,
  0.1690047266392679, 0.19035057806478542, 0.20443294007529889, 0.20948214108472782
]
const INNER_WEIGHTS = [
  0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694
]
/** Halvings beyond which a rough spot is left as it is. */
const DEPTH_MAX = 40

/** Value of an integral, and a bound on its error as far as the two rules can tell. */
export interface Integral {
  readonly value: number
  readonly error: number
}

/**
 * The integral of `integrand` from `low` to `high`: halved until the two rules differ by less than
 * `tolerance`, in absolute terms, on each piece.
 *
 * The tolerance is not shared out among the pieces: an integrand with noise in its last bits would
 * then be halved for ever. The rules differ by far more than the finer one is off.
 *
 * @source R. Piessens and others, "QUADPACK", 1983 (the Gauss-Kronrod rule with 7 and 15 points)
 */
export const integrate = (
  integrand: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
  depth = 0
): Integral => {
  if (!(high > low)) return { value: 0, error: 0 }
  const middle = low + (high - low) / 2
  const half = (high - low) / 2
  const centre = integrand(middle)
  let outer = WEIGHTS[7]! * centre
  let inner = INNER_WEIGHTS[3]! * centre
  for (let index = 0; index < 7; index++) {
    const away = half * PLACES[index]!
    const pair = integrand(middle - away) + integrand(middle + away)
    outer += WEIGHTS[index]! * pair
    if (index % 2 === 1) inner += INNER_WEIGHTS[(index - 1) / 2]! * pair
  }
  const error = Math.abs(outer - inner) * half
  // Rounding alone leaves this much; halving further would not help.
  const isRough = error > tolerance && error > 4e-16 * Math.abs(outer * half)
  if (!isRough || depth >= DEPTH_MAX) return { value: outer * half, error }
  const left = integrate(integrand, low, middle, tolerance, depth + 1)
  const right = integrate(integrand, middle, high, tolerance, depth + 1)
  return { value: left.value + right.value, error: left.error + right.error }
}
