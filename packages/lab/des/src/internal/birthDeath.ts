/**
 * Steady state of a chain that only steps up and down by one: what queues with limited room,
 * abandonment or a finite source are. Stable for thousands of states, because the weights are built
 * outward from the largest.
 */

/**
 * The chances of the states from 0; `up(n)` is the rate from n to n + 1, `down(n)` from n to n - 1.
 *
 * There is a state n + 1 as long as `up(n)` is above 0 and n below `last`; without bound (`last`
 * infinite) states are added until their weight is below 1e-18 of the largest.
 *
 * @source L. Kleinrock, "Queueing Systems" 1, 1975, section 3.1
 */
export const steadyChances = (
  up: (state: number) => number,
  down: (state: number) => number,
  last: number
): Float64Array => {
  // The weight climbs while up(n) >= down(n + 1); there the walk outward begins.
  let top = 0
  while (top < last && up(top) >= down(top + 1)) top++
  const above: Array<number> = [1]
  const least = last === Number.POSITIVE_INFINITY ? 1e-18 : 1e-300
  for (let state = top; state < last; state++) {
    const weight = (above[above.length - 1]! * up(state)) / down(state + 1)
    if (!(weight > least)) break
    above.push(weight)
  }
  const below: Array<number> = []
  let weight = 1
  for (let state = top; state > 0; state--) {
    weight *= down(state) / up(state - 1)
    below.push(weight)
  }
  const chances = Float64Array.from([...below.reverse(), ...above])
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return chances.map((chance) => chance / total)
}

/** The mean of `of(state)` over the states. */
export const meanOver = (chances: Float64Array, of: (state: number) => number): number =>
  chances.reduce((sum, chance, state) => sum + chance * of(state), 0)
