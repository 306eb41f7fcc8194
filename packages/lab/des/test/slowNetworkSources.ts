/**
 * When customers of the slow simulator come: every kind of source, one epoch after the other.
 */
import * as Distribution from "../src/Distribution.ts"
import { sineOfTurns } from "../src/internal/circle.ts"
import type { Source, SteppedArrivals } from "../src/Network.ts"
import { numbersAt, type World } from "./slowNetworkParts.ts"

/** The time of the epoch with this number, after the one before it; nothing when there is none. */
export const epochTime = (
  world: World,
  source: Source,
  epoch: number,
  last: number
): number | undefined => {
  const { arrivals, until = Number.POSITIVE_INFINITY } = source
  const draw = numbersAt(world, `arrivals ${source.id}`, epoch, 0)
  switch (arrivals.kind) {
    case "poisson":
      return inTime(last + draw.exponential() / arrivals.rate, until)
    case "renewal": {
      const isFirst = epoch === 0 && arrivals.first !== undefined
      const between = isFirst ? arrivals.first : arrivals.between
      return inTime(last + Distribution.sample(between, draw), until)
    }
    case "given": {
      const times = arrivals.times.filter((time) => time >= (source.from ?? 0))
      return inTime(times[epoch] ?? Number.POSITIVE_INFINITY, until)
    }
    case "sinusoidal": {
      const { amplitude, mean, period, shift = 0 } = arrivals
      let at = last
      while (at <= until) {
        at += draw.exponential() / (mean * (1 + amplitude))
        const chance = (1 + amplitude * sineOfTurns((at + shift) / period)) / (1 + amplitude)
        if (draw.uniform() < chance) return inTime(at, until)
      }
      return undefined
    }
    case "stepped":
      return stepTime(arrivals, last, until, draw.exponential())
    case "population":
      return undefined
  }
}

const inTime = (at: number, until: number): number | undefined =>
  at <= until && at < Number.POSITIVE_INFINITY ? at : undefined

/** Goes from edge to edge until the rate has added up to `left`. */
const stepTime = (
  { steps, period }: SteppedArrivals,
  last: number,
  until: number,
  left: number
): number | undefined => {
  const edgeAt = (index: number): number =>
    period === undefined
      ? (steps[index]?.from ?? Number.POSITIVE_INFINITY)
      : Math.floor(index / steps.length) * period + steps[index % steps.length]!.from
  let index = 0
  while (edgeAt(index + 1) <= last) index++
  let now = last
  let missing = left
  // The slow simulator is never asked for more than this many steps.
  for (let count = 0; count < 100_000 && now <= until; count++) {
    const end = edgeAt(index + 1)
    const { rate } = steps[index % steps.length]!
    if (missing <= rate * (end - now)) return inTime(now + missing / rate, until)
    if (end === Number.POSITIVE_INFINITY) return undefined
    missing -= rate * (end - now)
    now = end
    index++
  }
  return undefined
}
