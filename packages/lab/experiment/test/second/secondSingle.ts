/**
 * Second methods for one server with any service or any arrivals: the chain seen at departures (or
 * arrivals), whose step chances are integrals of the distribution function; no moments of it.
 */
import { Distribution } from "@wangge/des"
import {
  eliminated,
  erlangUpTo,
  grid,
  meanOf,
  over,
  poissonOf,
  type Second,
  solved,
  upDown
} from "./elimination.ts"

/** Gauss's rule with 8 points. */
const RULE = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763]
] as const

/** Points and weights between cuts, on a logarithmic scale, as far as the distribution goes. */
const pointsOf = (cuts: ReadonlyArray<number>): ReadonlyArray<readonly [number, number]> => {
  const ends = [1e-26, ...cuts, 4000].sort((a, b) => a - b)
  return ends.slice(1).flatMap((high, index) => {
    const low = ends[index]!
    const pieces = 2 + Math.ceil(12 * Math.log(high / low))
    const half = Math.log(high / low) / (2 * pieces)
    return Array.from({ length: pieces }, (_, piece) => {
      const middle = Math.log(low) + (2 * piece + 1) * half
      return RULE.flatMap(([place, weight]) =>
        [-1, 1].map((side) => {
          const time = Math.exp(middle + side * place * half)
          return [time, weight * half * time] as const
        })
      )
    }).flat()
  })
}

/** Where the distribution function has corners or jumps. */
const cutsOf = (distribution: Distribution.Distribution): ReadonlyArray<number> => {
  switch (distribution.kind) {
    case "deterministic":
      return [distribution.value]
    case "uniform":
      return [distribution.low, distribution.high].filter((cut) => cut > 0)
    case "normal":
      return [distribution.high ?? 1]
    case "pareto":
      return [distribution.scale]
    case "empirical":
    case "discrete":
      return distribution.values
    case "mixture":
      return distribution.parts.flatMap(cutsOf)
    default:
      return []
  }
}

/** `above[k]`: chance that more than k Poisson events of this rate fall into a time of the distribution. */
export const aboveChances = (
  distribution: Distribution.Distribution,
  rate: number,
  last: number
): Float64Array => {
  const above = new Float64Array(last + 1)
  for (const [time, weight] of pointsOf(cutsOf(distribution))) {
    const alive = 1 - Distribution.chanceUpTo(distribution, time)
    if (alive <= 0) continue
    const mean = rate * time
    let logChance = -mean
    for (let count = 0; count <= last; count++) {
      if (count > 0) logChance += Math.log(mean / count)
      if (logChance > -700)
        above[count] = above[count]! + rate * weight * alive * Math.exp(logChance)
    }
  }
  return above
}

/** Numbers left behind by departures of M/G/1. */
const leftBehind = (rate: number, service: Distribution.Distribution, last = 700): Float64Array => {
  const above = aboveChances(service, rate, last)
  const none = 1 - above[0]!
  const chances = new Float64Array(last + 1)
  chances[0] = 1
  for (let count = 0; count < last; count++) {
    let sum = chances[0]! * above[count]!
    for (let from = 1; from <= count; from++) sum += chances[from]! * above[count - from + 1]!
    chances[count + 1] = sum / none
  }
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return chances.map((chance) => chance / total)
}

const single = (service: Distribution.Distribution) => {
  const rate = 0.5
  const found = leftBehind(rate, service)
  const present = meanOf(found)
  // Those left behind came during the sojourn: E[N (N - 1)] = rate^2 E[T^2].
  const square = over(found, (count) => count * (count - 1)) / rate / rate
  const sojourn = present / rate
  const waitVariance = square - sojourn * sojourn - Distribution.variance(service)
  return {
    present,
    waited: 1 - found[0]!,
    wait: sojourn - Distribution.mean(service),
    deviation: Math.sqrt(waitVariance)
  }
}

/** M/G/1 of each kind of service; the measures are those that the case asks for. */
export const singles = (
  services: ReadonlyArray<{
    readonly id: string
    readonly service: Distribution.Distribution
    readonly isLight: boolean
  }>
): Readonly<Record<string, Second>> =>
  Object.fromEntries(
    services.map(({ id, service, isLight }) => [
      `mg1-${id}`,
      () => {
        const { present, waited, wait, deviation } = single(service)
        return {
          "wait.mean": wait,
          ...(isLight ? { "wait.sd@desk": deviation } : {}),
          "number.mean": present,
          waited
        }
      }
    ])
  )

/** Numbers found by arrivals of G/M/1, services at rate 1. */
const found = (interval: Distribution.Distribution): Float64Array => {
  const last = 150
  const above = aboveChances(interval, 1, last + 1)
  return eliminated(last + 1, (go) => {
    for (let from = 0; from <= last; from++) {
      const top = Math.min(last, from + 1)
      for (let to = 1; to <= top; to++) {
        const served = top - to
        go(from, to, (served === 0 ? 1 : above[served - 1]!) - above[served]!)
      }
      go(from, 0, top === 0 ? 1 : above[top - 1]!)
    }
  })
}

const renewal =
  (interval: Distribution.Distribution): Second =>
  () => {
    const chances = found(interval)
    const wait = meanOf(chances)
    return {
      "wait.mean": wait,
      waited: 1 - chances[0]!,
      "sojourn.upTo(2)": over(chances, (count) => erlangUpTo(count + 1, 1, 2)),
      "number.mean@desk": (wait + 1) / Distribution.mean(interval)
    }
  }

/** M/D/3 seen a service time apart; the wait as in E_3/D/1, by Lindley's equation on a lattice. */
const constant: Second = () => {
  const last = 160
  const came = Array.from({ length: last + 1 }, (_, count) => poissonOf(count, 2.1))
  const chances = eliminated(last + 1, (go) => {
    for (let from = 0; from <= last; from++) {
      const kept = Math.max(0, from - 3)
      for (let more = 0; kept + more <= last; more++) go(from, kept + more, came[more]!)
    }
  })
  const queue = over(chances, (count) => Math.max(0, count - 3))
  const coarse = latticeUpTo(100)
  const fine = latticeUpTo(200)
  return {
    "wait.mean@desk": queue / 2.1,
    waited: over(chances, (count) => (count >= 3 ? 1 : 0)),
    "wait.upTo(0.5)@desk": fine + (fine - coarse) / 3,
    "queue.mean": queue
  }
}

/** P(W <= 0.5): W = max(0, W + 1 - A), A the sum of 3 intervals, rounded to parts of 1. */
const latticeUpTo = (parts: number): number => {
  const last = 12 * parts
  const upTo = (place: number): number => (place <= 0 ? 0 : erlangUpTo(3, 2.1, place / parts))
  const near = Float64Array.from({ length: last + parts + 1 }, (_, place) => {
    return upTo(place + 0.5) - upTo(place - 0.5)
  })
  const more = Float64Array.from({ length: last + parts + 1 }, (_, place) => 1 - upTo(place - 0.5))
  let wait = new Float64Array(last + 1)
  wait[0] = 1
  for (let round = 0; round < 120; round++) {
    const next = new Float64Array(last + 1)
    for (let at = 0; at <= last; at++) {
      const chance = wait[at]!
      if (chance < 1e-14) continue
      next[0] = next[0]! + chance * more[at + parts]!
      for (let to = 1; to <= Math.min(last, at + parts); to++) {
        next[to] = next[to]! + chance * near[at + parts - to]!
      }
    }
    wait = next
  }
  const half = parts / 2
  return wait.slice(0, half).reduce((sum, chance) => sum + chance, 0) + wait[half]! / 2
}

/** Moments of the busy period from its transform, which solves b = S(s + rate - rate b). */
export const busyMoments = (rate: number, transform: (s: number) => number) => {
  const of = (s: number): number => {
    let b = 1
    for (let round = 0; round < 500; round++) b = transform(s + rate - rate * b)
    return b
  }
  const difference = (step: number): readonly [number, number] => {
    const [zero, one, two, three, four] = [0, 1, 2, 3, 4].map((count) => of(count * step))
    const first = (-25 * zero! + 48 * one! - 36 * two! + 16 * three! - 3 * four!) / (12 * step)
    const second =
      (35 * zero! - 104 * one! + 114 * two! - 56 * three! + 11 * four!) / (12 * step * step)
    return [-first, second]
  }
  const [coarse, fine] = [difference(0.004), difference(0.002)]
  return {
    mean: fine[0] + (fine[0] - coarse[0]) / 15,
    square: fine[1] + (fine[1] - coarse[1]) / 7
  }
}

/** Present and phase of a service of two phases, with batches of 1, 2 or 4. */
const batchPhases: Second = () => {
  const last = 220
  const { size, at } = grid(last + 1, 2)
  const chances = eliminated(size, (go) => {
    for (let count = 0; count <= last; count++) {
      for (const phase of count === 0 ? [0] : [0, 1]) {
        for (const [more, chance] of [
          [1, 0.5],
          [2, 0.3],
          [4, 0.2]
        ] as const) {
          if (count + more <= last) go(at(count, phase), at(count + more, phase), 0.3 * chance)
        }
        if (count === 0) continue
        if (phase === 0) go(at(count, 0), at(count, 1), 2 / 0.9)
        else go(at(count, 1), at(count - 1, 0), 2 / 0.9)
      }
    }
    // Nobody can be in the second phase of nothing; it is left at once.
    go(at(0, 1), at(0, 0), 1)
  })
  const present = over(chances, (state) => Math.floor(state / 2))
  const busy = over(chances, (state) => (state >= 2 ? 1 : 0))
  return {
    "wait.mean": present / 0.57 - 0.9,
    "number.mean": present,
    "utilisation@desk": busy,
    throughput: busy / 0.9
  }
}

const pairs: Second = () => {
  const chances = eliminated(301, (go) => {
    for (let count = 0; count <= 300; count++) {
      if (count <= 298) go(count, count + 2, 0.25)
      if (count > 0) go(count, count - 1, 1)
    }
  })
  const present = meanOf(chances)
  return {
    "wait.mean": present / 0.5 - 1,
    "number.mean": present,
    "utilisation@desk": 1 - chances[0]!,
    throughput: 1 - chances[0]!
  }
}

const batchServers: Second = () => {
  const chances = eliminated(161, (go) => {
    for (let count = 0; count <= 160; count++) {
      for (const [more, rate] of [
        [1, 0.3],
        [2, 0.18],
        [3, 0.12]
      ] as const) {
        if (count + more <= 160) go(count, count + more, rate)
      }
      if (count > 0) go(count, count - 1, count === 1 ? 1 : 2)
    }
  })
  const queue = meanOf(chances) - 1.02
  return { "wait.mean@desk": queue / 1.02, "queue.mean@desk": queue, "number.is(0)": chances[0]! }
}

/** Present and whose turn it is, for one of the desks that are served in turn. */
const turns = (serviceRate: number) => {
  const last = 200
  const { size, at } = grid(last + 1, 2)
  const chances = eliminated(size, (go) => {
    for (let count = 0; count <= last; count++) {
      go(at(count, 0), at(count, 1), 1.2)
      if (count < last) go(at(count, 1), at(count + 1, 0), 1.2)
      for (const turn of [0, 1]) {
        if (count > 0) go(at(count, turn), at(count - 1, turn), serviceRate)
      }
    }
  })
  const present = over(chances, (state) => Math.floor(state / 2))
  // Who comes finds what is there when it is this desk's turn.
  return { present, wait: present / 0.6 - 1 / serviceRate, busyAtTurn: 1 - 2 * chances[1]! }
}

export const one: Readonly<Record<string, Second>> = {
  md3: constant,
  "mg1-busy-period": () => {
    const { mean, square } = busyMoments(0.5, (s) => -Math.expm1(-2 * s) / (2 * s || 1) || 1)
    return { "busyPeriod.mean@desk": mean, "busyPeriod.sd@desk": Math.sqrt(square - mean * mean) }
  },
  "mm-infinite-busy-period": () => {
    // Mean time from n to n - 1, down from where nobody comes.
    let down = 1 / 60
    for (let count = 59; count >= 1; count--) down = (1 + 1.5 * down) / count
    return { "busyPeriod.mean@desk": down }
  },
  "gm1-erlang": renewal({ kind: "erlang", phases: 2, mean: 1.6 }),
  "gm1-uniform": renewal({ kind: "uniform", low: 0.6, high: 2.4 }),
  "gm1-constant": renewal({ kind: "deterministic", value: 1.5 }),
  "gm1-hyperexponential": renewal({
    kind: "hyperexponential",
    means: [1, 5],
    probabilities: [0.75, 0.25]
  }),
  "batch-pairs": pairs,
  "batch-random": batchPhases,
  "batch-two-servers": batchServers,
  cycle: () => {
    const [left, right] = [turns(1), turns(4 / 3)]
    return {
      "wait.mean@left": left.wait,
      "wait.mean@right": right.wait,
      "waited@right": right.busyAtTurn,
      "number.mean": left.present + right.present
    }
  }
}

/** Second moment over the square of the scale of a tagged customer in random order, M/M/1. */
export const randomOrderSquare = (
  rate: number
): { readonly mean: number; readonly square: number } => {
  const last = 300
  const chances = upDown(
    last + 1,
    () => rate,
    () => 1
  )
  // Others waiting beside the tagged one: moments of its wait from there on.
  const rows = (): Array<Float64Array> =>
    Array.from({ length: last + 1 }, (_, others) => {
      const row = new Float64Array(last + 1)
      const up = others < last ? rate : 0
      row[others] = up + 1
      if (others < last) row[others + 1] = -rate
      if (others > 0) row[others - 1] = -others / (others + 1)
      return row
    })
  const mean = solved(rows(), new Float64Array(last + 1).fill(1))
  const square = solved(
    rows(),
    mean.map((value) => 2 * value)
  )
  const starting = (of: Float64Array): number =>
    over(chances, (count) => (count === 0 ? 0 : of[Math.min(last, count - 1)]!))
  return { mean: starting(mean), square: starting(square) }
}

/** The same for constant service of 1: the wait is what is left of one service and whole services. */
export const randomOrderConstant = (
  rate: number
): { readonly mean: number; readonly square: number } => {
  const last = 150
  const left = leftBehind(rate, { kind: "deterministic", value: 1 }, last)
  const came = Array.from({ length: last + 1 }, (_, count) => poissonOf(count, rate))
  // At the end of a service with j others waiting: chosen, or one of the others and a whole service.
  const rows = (): Array<Float64Array> =>
    Array.from({ length: last + 1 }, (_, others) => {
      const row = new Float64Array(last + 1)
      row[others] = 1
      for (let more = 0; others > 0 && others - 1 + more <= last; more++) {
        const to = others - 1 + more
        row[to] = row[to]! - (others / (others + 1)) * came[more]!
      }
      return row
    })
  const again = Float64Array.from({ length: last + 1 }, (_, others) => others / (others + 1))
  const mean = solved(rows(), Float64Array.from(again))
  const square = solved(
    rows(),
    Float64Array.from(again, (chance, others) => {
      let next = 0
      for (let more = 0; others > 0 && others - 1 + more <= last; more++) {
        next += came[more]! * mean[others - 1 + more]!
      }
      return chance * (1 + 2 * next)
    })
  )
  // Waiting when the service began, and who came during all of it.
  const [one, two] = [mean, square].map((of) =>
    over(left, (count) =>
      came.reduce((sum, chance, more) => {
        const others = Math.max(0, count - 1) + more
        return others <= last ? sum + chance * of[others]! : sum
      }, 0)
    )
  )
  return { mean: rate * (0.5 + one!), square: rate * (1 / 3 + one! + two!) }
}
