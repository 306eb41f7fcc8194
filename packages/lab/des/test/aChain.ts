/**
 * The second method of the queueing tests: steady states of small Markov chains from their rates
 * alone, and means over them. Shares no code with the package but the
 * chances of sums of phases, which have oracles of their own.
 */

import { expect } from "vitest"
import * as Distribution from "../src/Distribution.ts"

/** Fails unless two numbers agree, relative to their size from 1 up. */
export const near = (found: number, exact: number, tolerance = 1e-10): void =>
  expect(Math.abs(found - exact)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(exact)))

/** The chance that exponential phases with these means take at most a time; no phases take none. */
export const phasesUpTo = (means: ReadonlyArray<number>, time: number): number =>
  means.length === 0 ? 1 : Distribution.chanceUpTo({ kind: "hypoexponential", means }, time)

/** The rates out of a state. */
export type Moves = (
  state: ReadonlyArray<number>
) => ReadonlyArray<readonly [number, ReadonlyArray<number>]>

/**
 * Chances of all states that can be reached from `start`, by balance at one state after the other
 * (Gauss and Seidel), until a sweep changes nothing that matters.
 */
export const steadyState = (
  start: ReadonlyArray<number>,
  moves: Moves
): ReadonlyArray<readonly [ReadonlyArray<number>, number]> => {
  const places = new Map<string, number>([[String(start), 0]])
  const states: Array<ReadonlyArray<number>> = [start]
  const incoming: Array<Array<readonly [number, number]>> = [[]]
  const outgoing: Array<number> = []
  for (let at = 0; at < states.length; at++) {
    let total = 0
    for (const [rate, to] of moves(states[at]!)) {
      if (rate === 0) continue
      const key = String(to)
      let place = places.get(key)
      if (place === undefined) {
        place = states.length
        places.set(key, place)
        states.push(to)
        incoming.push([])
      }
      incoming[place]!.push([at, rate])
      total += rate
    }
    outgoing.push(total)
  }
  const chances = new Float64Array(states.length).fill(1 / states.length)
  for (let sweep = 0; sweep < 20_000; sweep++) {
    let change = 0
    const forward = sweep % 2 === 0
    for (let step = 0; step < states.length; step++) {
      const at = forward ? step : states.length - 1 - step
      let flow = 0
      for (const [from, rate] of incoming[at]!) flow += chances[from]! * rate
      const next = flow / outgoing[at]!
      change += Math.abs(next - chances[at]!)
      chances[at] = next
    }
    const total = chances.reduce((sum, chance) => sum + chance, 0)
    for (let at = 0; at < states.length; at++) chances[at]! /= total
    if (change < 1e-15 * total) break
  }
  return states.map((state, at) => [state, chances[at]!])
}

/** The mean of a number over the states of a steady state. */
export const meanOf = (
  steady: ReadonlyArray<readonly [ReadonlyArray<number>, number]>,
  of: (state: ReadonlyArray<number>) => number
): number => steady.reduce((sum, [state, chance]) => sum + chance * of(state), 0)

/** The steady state of one number that steps up and down. */
export const ladder = (
  last: number,
  up: (count: number) => number,
  down: (count: number) => number
) =>
  steadyState([0], ([count = 0]) => [
    [count < last ? up(count) : 0, [count + 1]],
    [count > 0 ? down(count) : 0, [count - 1]]
  ])

/** The integral of a smooth function by Simpson's rule. */
export const simpson = (
  of: (x: number) => number,
  from: number,
  to: number,
  parts: number
): number => {
  const width = (to - from) / (2 * parts)
  let sum = of(from) + of(to)
  for (let at = 1; at < 2 * parts; at++) sum += (at % 2 === 1 ? 4 : 2) * of(from + at * width)
  return (sum * width) / 3
}
