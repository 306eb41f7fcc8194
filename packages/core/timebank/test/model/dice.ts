/**
 * Choices drawn from one whole number: the same number always chooses the same. A step of a random
 * run is one such number, so that fast-check shrinks a run by leaving steps out.
 */

export interface Dice {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  /** True once in `count` times. */
  readonly oneIn: (count: number) => boolean
  /** One of a list that is not empty. */
  readonly of: <A>(list: ReadonlyArray<A>) => A
}

/** Dice that always fall alike for one seed (mulberry32). */
export const make = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (count: number): number => next() % count
  return {
    below,
    oneIn: (count) => below(count) === 0,
    of: (list) => {
      const chosen = list[below(list.length)]
      if (chosen === undefined) throw new Error("chose from an empty list")
      return chosen
    }
  }
}
