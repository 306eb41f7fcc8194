/**
 * M/M/1 queues with service rate 1 for the coverage tests: waits by Lindley's recursion, number in
 * system by its jumps, and the exact values that intervals should cover.
 */
import type * as Draw from "../src/Draw.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import * as TimeBatches from "../src/TimeBatches.ts"

/** Mean wait before service; also the mean number waiting over the load. */
export const waitMean = (load: number): number => load / (1 - load)

/** The wait that a share of `probability` of the customers do not exceed, if above 1 - load. */
export const waitQuantile = (load: number, probability: number): number =>
  Math.log(load / (1 - probability)) / (1 - load)

/** P(wait <= limit). */
export const waitChance = (load: number, limit: number): number =>
  1 - load * Math.exp(-(1 - load) * limit)

export const drawOf = (name: string, seed: number): Draw.Draw =>
  RandomStreams.make({ seed: 20_260_101, replication: seed }).stream(name).sequential()

/** Waits of `count` customers one after another, the first of whom waits `first`. */
export const waits = (options: {
  readonly load: number
  readonly count: number
  readonly draw: Draw.Draw
  readonly first?: number
}): Float64Array => {
  const { load, count, draw, first = 0 } = options
  const values = new Float64Array(count)
  let wait = first
  for (let customer = 0; customer < count; customer++) {
    values[customer] = wait
    wait = Math.max(0, wait + draw.exponential() - draw.exponential() / load)
  }
  return values
}

/** A wait in the steady state: 0 with chance 1 - load, else exponential with rate 1 - load. */
export const steadyWait = (load: number, uniform: number): number =>
  uniform < 1 - load ? 0 : waitQuantile(load, uniform)

/** Sums of the waits and numbers of customers of busy cycles, from empty to empty. */
export const cycles = (
  load: number,
  count: number,
  draw: Draw.Draw
): { readonly sums: ReadonlyArray<number>; readonly customers: ReadonlyArray<number> } => {
  const sums: Array<number> = []
  const customers: Array<number> = []
  for (let cycle = 0; cycle < count; cycle++) {
    let [wait, sum, served] = [0, 0, 0]
    do {
      sum += wait
      served++
      wait += draw.exponential() - draw.exponential() / load
    } while (wait > 0)
    sums.push(sum)
    customers.push(served)
  }
  return { sums, customers }
}

/** Average number in system per span, from an empty start; exact mean load / (1 - load). */
export const numberInSystem = (options: {
  readonly load: number
  readonly spanCount: number
  readonly spanSec: number
  readonly draw: Draw.Draw
}): Float64Array => {
  const { load, spanCount, spanSec, draw } = options
  const clock = { now: 0 }
  const level = TimeBatches.make(clock, { spanSec })
  while (clock.now < spanCount * spanSec) {
    const rate = level.level === 0 ? load : load + 1
    clock.now += draw.exponential() / rate
    level.add(level.level === 0 || draw.uniform() < load / (load + 1) ? 1 : -1)
  }
  return level.means.slice(0, spanCount)
}
