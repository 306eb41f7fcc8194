/**
 * Markov chains in continuous time, explored from their moves: steady state, state at a given time,
 * time to the end. What gives exact values where no closed form does, and a second method where one
 * does. Chains without an end are cut by their moves.
 */
import { Real } from "@wangge/des"

/** A chain, its transitions sorted by the state that they lead to. */
export interface Chain {
  readonly states: ReadonlyArray<ReadonlyArray<number>>
  /** `starts[n]` to `starts[n + 1]`: where the transitions into state n lie in `from` and `rates`. */
  readonly starts: Int32Array
  readonly from: Int32Array
  readonly rates: Float64Array
  /** Rate at which each state is left. */
  readonly leaving: Float64Array
}

/** Tells the moves out of a state: calls `go` with the rate and the next state of each. */
export type Moves = (
  state: ReadonlyArray<number>,
  go: (rate: number, next: ReadonlyArray<number>) => void
) => void

/** States beyond which a chain is not explored. */
const STATES_MAX = 100_000
/** Sweeps beyond which the steady state is not sought. */
const SWEEPS_MAX = 100_000

/**
 * The chain of all states that can be reached from `start`. Moves of rate 0, and to the state itself,
 * are left out. Throws a `RangeError` when there is no end of states.
 */
export const explore = (start: ReadonlyArray<number>, moves: Moves): Chain => {
  const states: Array<ReadonlyArray<number>> = [start]
  const indices = new Map([[start.join(), 0]])
  const found: Array<{ readonly from: number; readonly to: number; readonly rate: number }> = []
  for (let from = 0; from < states.length; from++) {
    moves(states[from]!, (rate, next) => {
      if (rate === 0) return
      const key = next.join()
      let to = indices.get(key)
      if (to === undefined) {
        to = states.length
        indices.set(key, to)
        states.push(next)
      }
      if (to !== from) found.push({ from, to, rate })
    })
    if (states.length > STATES_MAX) throw new RangeError("The chain has too many states")
  }
  found.sort((a, b) => a.to - b.to || a.from - b.from)
  const starts = new Int32Array(states.length + 1)
  const leaving = new Float64Array(states.length)
  for (const { from, to, rate } of found) {
    starts[to + 1] = starts[to + 1]! + 1
    leaving[from] = leaving[from]! + rate
  }
  for (let state = 0; state < states.length; state++) {
    starts[state + 1] = starts[state + 1]! + starts[state]!
  }
  return {
    states,
    starts,
    from: Int32Array.from(found, ({ from }) => from),
    rates: Float64Array.from(found, ({ rate }) => rate),
    leaving
  }
}

/**
 * The share of time in each state, by Gauss-Seidel sweeps to and fro until nothing changes any more.
 *
 * @source W. J. Stewart, "Introduction to the Numerical Solution of Markov Chains", 1994, section 3.2
 */
export const steady = (chain: Chain): Float64Array => {
  const { starts, from, rates, leaving } = chain
  const size = chain.states.length
  const chances = new Float64Array(size).fill(1 / size)
  const renew = (state: number): number => {
    let flow = 0
    for (let at = starts[state]!; at < starts[state + 1]!; at++) {
      flow += chances[from[at]!]! * rates[at]!
    }
    const chance = flow / leaving[state]!
    const change = Math.abs(chance - chances[state]!)
    chances[state] = chance
    return change
  }
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let change = 0
    for (let state = 0; state < size; state++) change += renew(state)
    for (let state = size - 1; state >= 0; state--) change += renew(state)
    const total = chances.reduce((sum, chance) => sum + chance, 0)
    for (let state = 0; state < size; state++) chances[state] = chances[state]! / total
    if (change < 1e-14 * total) return chances
  }
  throw new RangeError("The steady state of the chain was not found")
}

/**
 * The chances of the states at `time`, from these chances at 0.
 *
 * @source A. Jensen, "Markoff Chains as an Aid in the Study of Markoff Processes", Skandinavisk
 *   Aktuarietidskrift 36, 1953 (uniformisation)
 */
export const after = (chain: Chain, start: Float64Array, time: number): Float64Array => {
  const { starts, from, rates, leaving } = chain
  const fastest = leaving.reduce((most, rate) => Math.max(most, rate), 0)
  // Short spans one after the other, so that the Poisson chance of no jump is never lost.
  const spans = Math.max(1, Math.ceil((fastest * time) / 100))
  const mean = (fastest * time) / spans
  let now = Float64Array.from(start)
  for (let span = 0; span < spans; span++) {
    let weight = Real.exp(-mean)
    let power = now
    now = power.map((chance) => weight * chance)
    for (let jump = 1; jump <= mean + 10 * Real.sqrt(mean) + 40; jump++) {
      const before = power
      power = before.map((chance, state) => {
        let flow = chance * (1 - leaving[state]! / fastest)
        for (let at = starts[state]!; at < starts[state + 1]!; at++) {
          flow += (before[from[at]!]! * rates[at]!) / fastest
        }
        return flow
      })
      weight *= mean / jump
      for (let state = 0; state < now.length; state++) {
        now[state] = now[state]! + weight * power[state]!
      }
    }
  }
  return now
}

/**
 * The mean time from the first state until one that is never left; infinite means none is reached.
 *
 * The mean visits to each state before the end, times the mean stay: the same sweeps as for
 * {@link steady}, with one visit to the first state given.
 */
export const meanTimeToEnd = (chain: Chain): number => {
  const { starts, from, rates, leaving } = chain
  const size = chain.states.length
  const spent = new Float64Array(size)
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let change = 0
    for (let state = 0; state < size; state++) {
      if (leaving[state] === 0) continue
      let flow = state === 0 ? 1 : 0
      for (let at = starts[state]!; at < starts[state + 1]!; at++) {
        flow += spent[from[at]!]! * rates[at]!
      }
      const time = flow / leaving[state]!
      change += Math.abs(time - spent[state]!)
      spent[state] = time
    }
    const total = spent.reduce((sum, time) => sum + time, 0)
    if (change < 1e-15 * total) return total
  }
  throw new RangeError("The chain does not end")
}

/** The chance of the first state alone. */
export const atFirst = (chain: Chain): Float64Array =>
  chain.leaving.map((_, state) => (state === 0 ? 1 : 0))

/** The mean of `of(state)` over the states. */
export const mean = (
  chain: Chain,
  chances: Float64Array,
  of: (state: ReadonlyArray<number>) => number
): number => chances.reduce((sum, chance, state) => sum + chance * of(chain.states[state]!), 0)
