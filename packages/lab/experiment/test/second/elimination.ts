/**
 * The second method for chains: states by number, and direct elimination without subtractions
 * instead of sweeps (W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative Analysis and Steady
 * State Distributions for Markov Chains", Operations Research 33, 1985).
 */

/** Steady chances of states 0 to size - 1; `fill` tells every rate from one state to another. */
export const eliminated = (
  size: number,
  fill: (go: (from: number, to: number, rate: number) => void) => void
): Float64Array => {
  const out = Array.from({ length: size }, () => new Map<number, number>())
  const into = Array.from({ length: size }, () => new Set<number>())
  const add = (from: number, to: number, rate: number): void => {
    if (rate === 0 || from === to) return
    if (to < 0 || to >= size) throw new RangeError(`No state ${to}`)
    out[from]!.set(to, (out[from]!.get(to) ?? 0) + rate)
    into[to]!.add(from)
  }
  fill(add)
  for (let last = size - 1; last > 0; last--) {
    const ways = [...out[last]!].filter(([to]) => to < last)
    const total = ways.reduce((sum, [, rate]) => sum + rate, 0)
    for (const from of into[last]!) {
      if (from >= last) continue
      const share = out[from]!.get(last)! / total
      out[from]!.set(last, share)
      for (const [to, rate] of ways) add(from, to, share * rate)
    }
  }
  const chances = new Float64Array(size)
  chances[0] = 1
  for (let state = 1; state < size; state++) {
    let sum = 0
    for (const from of into[state]!) {
      if (from < state) sum += chances[from]! * out[from]!.get(state)!
    }
    chances[state] = sum
  }
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return chances.map((chance) => chance / total)
}

/** Steady chances of a walk up and down. */
export const upDown = (
  last: number,
  up: (state: number) => number,
  down: (state: number) => number
): Float64Array =>
  eliminated(last + 1, (go) => {
    for (let state = 0; state <= last; state++) {
      if (state < last) go(state, state + 1, up(state))
      if (state > 0) go(state, state - 1, down(state))
    }
  })

/** The mean of `of(n)` over the states. */
export const over = (chances: Float64Array, of: (state: number) => number): number =>
  chances.reduce((sum, chance, state) => sum + chance * of(state), 0)

/** The mean of the number. */
export const meanOf = (chances: Float64Array): number => over(chances, (state) => state)

/** Numbers several coordinates through: coordinate i runs from 0 to sizes[i] - 1. */
export const grid = (...sizes: ReadonlyArray<number>) => {
  const size = sizes.reduce((product, one) => product * one, 1)
  const at = (...place: ReadonlyArray<number>): number =>
    place.reduce((index, value, axis) => {
      if (!(value >= 0 && value < sizes[axis]!)) throw new RangeError(`No place ${place.join()}`)
      return index * sizes[axis]! + value
    }, 0)
  const placeOf = (index: number): ReadonlyArray<number> => {
    let rest = index
    return sizes
      .map((_, axis) => sizes[sizes.length - 1 - axis]!)
      .map((one) => {
        const value = rest % one
        rest = (rest - value) / one
        return value
      })
      .reverse()
  }
  return { size, at, placeOf }
}

/** Chance of `count` for a Poisson number. */
export const poissonOf = (count: number, mean: number): number => {
  let chance = Math.exp(-mean)
  for (let one = 1; one <= count; one++) chance *= mean / one
  return chance
}

/** Chance that the sum of `stages` exponential times of one rate is at most `time`. */
export const erlangUpTo = (stages: number, rate: number, time: number): number => {
  let left = 0
  for (let count = 0; count < stages; count++) left += poissonOf(count, rate * time)
  return 1 - left
}

/** Simpson's rule. */
export const simpson = (
  of: (x: number) => number,
  low: number,
  high: number,
  pieces = 2000
): number => {
  const step = (high - low) / (2 * pieces)
  let sum = of(low) + of(high)
  for (let index = 1; index < 2 * pieces; index++) {
    sum += of(low + index * step) * (index % 2 === 1 ? 4 : 2)
  }
  return (sum * step) / 3
}

/** Solves linear equations by elimination with pivots; changes its inputs. */
export const solved = (rows: Array<Float64Array>, right: Float64Array): Float64Array => {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let best = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row
    }
    const [top, value] = [rows[best]!, right[best]!]
    rows[best] = rows[column]!
    right[best] = right[column]!
    rows[column] = top
    right[column] = value
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row]![column]! / top[column]!
      if (factor === 0) continue
      for (let at = column; at < size; at++) rows[row]![at] = rows[row]![at]! - factor * top[at]!
      right[row] = right[row]! - factor * value
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row]!
    for (let at = row + 1; at < size; at++) sum -= rows[row]![at]! * right[at]!
    right[row] = sum / rows[row]![row]!
  }
  return right
}

/** State at the end of a system of differential equations, by Runge-Kutta of order 4. */
export const integrated = (
  start: Float64Array,
  slope: (state: Float64Array, into: Float64Array) => void,
  time: number,
  steps: number
): Float64Array => {
  const step = time / steps
  const state = Float64Array.from(start)
  const slopes = Array.from({ length: 4 }, () => new Float64Array(start.length))
  const trial = new Float64Array(start.length)
  for (let count = 0; count < steps; count++) {
    for (let stage = 0; stage < 4; stage++) {
      const before = slopes[stage - 1]
      const part = stage === 0 ? 0 : stage === 3 ? step : step / 2
      for (let at = 0; at < state.length; at++) {
        trial[at] = state[at]! + (before === undefined ? 0 : part * before[at]!)
      }
      slope(trial, slopes[stage]!)
    }
    for (let at = 0; at < state.length; at++) {
      const [one, two, three, four] = slopes
      state[at] =
        state[at]! + (step / 6) * (one![at]! + 2 * two![at]! + 2 * three![at]! + four![at]!)
    }
  }
  return state
}

/** What every second method is: the measures of a case, computed in another way. */
export type Second = () => Readonly<Record<string, number>>
