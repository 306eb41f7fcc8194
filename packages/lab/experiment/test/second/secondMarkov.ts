/** Second methods for M/M/c, limited room, finite populations: truncated walks, sums of Erlang times. */
import { erlangUpTo, meanOf, over, poissonOf, type Second, simpson, upDown } from "./elimination.ts"

const STATES = 200

const walk = (rate: number, servers: number, last = STATES): Float64Array =>
  upDown(
    last,
    () => rate,
    (count) => Math.min(count, servers)
  )

/** Measures of M/M/c from the numbers found by arrivals; services at rate 1. */
const multi = (rate: number, servers: number) => {
  const chances = walk(rate, servers)
  const stages = (count: number): number => Math.max(0, count - servers + 1)
  const waitUpTo = (time: number): number => {
    // One Poisson chance after the other is what an Erlang time has left.
    let [chance, upTo] = [Math.exp(-servers * time), 1]
    return over(chances, (count) => {
      if (stages(count) === 0) return 1
      upTo -= chance
      chance *= (servers * time) / stages(count)
      return upTo
    })
  }
  const sojournUpTo = (time: number): number =>
    simpson((x) => Math.exp(-x) * waitUpTo(time - x), 0, time, 200)
  const wait = over(chances, (count) => stages(count) / servers)
  return {
    chances,
    wait,
    waitSquare: over(chances, (count) => (stages(count) * (stages(count) + 1)) / servers / servers),
    waited: over(chances, (count) => (count >= servers ? 1 : 0)),
    queue: over(chances, (count) => Math.max(0, count - servers)),
    busy: over(chances, (count) => Math.min(count, servers)),
    waitUpTo,
    sojournUpTo
  }
}

/** By halving: where a rising function reaches a level. */
const reached = (of: (x: number) => number, level: number): number => {
  let [low, high] = [0, 50]
  for (let halving = 0; halving < 44; halving++) {
    const middle = (low + high) / 2
    if (of(middle) < level) low = middle
    else high = middle
  }
  return low
}

export const markov: Readonly<Record<string, Second>> = {
  mm1: () => {
    const queue = multi(0.5, 1)
    return {
      "wait.mean@desk": queue.wait,
      "wait.sd@desk": Math.sqrt(queue.waitSquare - queue.wait ** 2),
      waited: queue.waited,
      "sojourn.mean": queue.wait + 1,
      "sojourn.q(0.9)": reached(queue.sojournUpTo, 0.9),
      "sojourn.upTo(2)": queue.sojournUpTo(2),
      "number.is(0)": queue.chances[0]!,
      "number.mean": meanOf(queue.chances),
      "utilisation@desk": queue.busy,
      throughput: queue.busy
    }
  },
  "mm1-busy": () => {
    const queue = multi(0.8, 1)
    return {
      "wait.mean": queue.wait,
      "queue.mean@desk": queue.queue,
      "number.is(2)@desk": queue.chances[2]!,
      "busy.mean@desk": queue.busy
    }
  },
  mm2: () => {
    const queue = multi(1.2, 2)
    return {
      "wait.mean": queue.wait,
      waited: queue.waited,
      "wait.q(0.9)": reached(queue.waitUpTo, 0.9),
      "sojourn.upTo(1)": queue.sojournUpTo(1),
      "number.is(3)": queue.chances[3]!
    }
  },
  mm5: () => {
    const queue = multi(3.5, 5)
    return {
      "wait.mean": queue.wait,
      "waited@desk": queue.waited,
      "wait.upTo(0.5)@desk": queue.waitUpTo(0.5),
      "sojourn.q(0.95)": reached(queue.sojournUpTo, 0.95),
      "queue.mean": queue.queue,
      "busy.mean": queue.busy
    }
  },
  mm20: () => {
    const queue = multi(17, 20)
    return {
      waited: queue.waited,
      "wait.mean": queue.wait,
      "number.mean": meanOf(queue.chances),
      "number.is(17)": queue.chances[17]!
    }
  },
  "mm-infinite": () => {
    const chances = walk(4, Number.POSITIVE_INFINITY, 80)
    return {
      "number.mean": meanOf(chances),
      "number.is(4)": chances[4]!,
      "number.is(0)@desk": chances[0]!,
      "sojourn.mean": meanOf(chances) / 4,
      "sojourn.sd": Math.sqrt(simpson((x) => (x - 1) ** 2 * Math.exp(-x), 0, 60))
    }
  },
  mm1k: () => {
    const chances = walk(1, 1, 3)
    return {
      lost: chances[3]!,
      "sojourn.mean@desk": meanOf(chances) / (1 - chances[3]!),
      "number.is(3)": chances[3]!,
      "number.mean": meanOf(chances),
      throughput: 1 - chances[0]!,
      "utilisation@desk": 1 - chances[0]!
    }
  },
  "mm1k-overloaded": () => {
    const chances = walk(2, 1, 5)
    const queue = over(chances, (count) => Math.max(0, count - 1))
    return {
      "lost@desk": chances[5]!,
      "wait.mean@desk": over(chances, (count) => (count < 5 ? count : 0)) / (1 - chances[5]!),
      "queue.mean": queue,
      "number.is(5)@desk": chances[5]!
    }
  },
  mm3k: () => {
    const chances = walk(3, 3, 6)
    const admitted = 1 - chances[6]!
    const waits = [0, 0, 0, 1, 2, 3]
    return {
      lost: chances[6]!,
      "wait.mean@desk": waits.reduce((sum, one, n) => sum + (chances[n]! * one) / 3, 0) / admitted,
      "wait.upTo(0.3)@desk":
        waits.reduce(
          (sum, one, n) => sum + chances[n]! * (one === 0 ? 1 : erlangUpTo(one, 3, 0.3)),
          0
        ) / admitted,
      "busy.mean@desk": over(chances, (count) => Math.min(count, 3)),
      "number.is(0)": chances[0]!
    }
  },
  ...Object.fromEntries(
    ["erlang-b", "erlang-b-lognormal", "erlang-b-constant", "erlang-b-pareto"].map((id) => [
      id,
      () => {
        // Poisson chances given at most 5, from the sum of factorials.
        const chances = [0, 1, 2, 3, 4, 5].map((count) => poissonOf(count, 4))
        const total = chances.reduce((sum, chance) => sum + chance, 0)
        const full = chances[5]! / total
        const busy = chances.reduce((sum, chance, count) => sum + (count * chance) / total, 0)
        return { lost: full, "busy.mean@desk": busy, "number.is(5)@desk": full }
      }
    ])
  ),
  "machine-repair": () => {
    const chances = upDown(
      6,
      (count) => (6 - count) / 4,
      (count) => Math.min(count, 2)
    )
    const come = over(chances, (count) => (6 - count) / 4)
    const queue = over(chances, (count) => Math.max(0, count - 2))
    return {
      "number.mean@desk": meanOf(chances),
      "wait.mean@desk": queue / come,
      waited: over(chances, (count) => (count >= 2 ? (6 - count) / 4 : 0)) / come,
      throughput: over(chances, (count) => Math.min(count, 2)),
      "utilisation@desk": over(chances, (count) => Math.min(count, 2)) / 2,
      "number.is(0)@desk": chances[0]!
    }
  },
  "machine-repair-one": () => {
    const chances = upDown(
      5,
      (count) => (5 - count) / 2,
      () => 1
    )
    const served = 1 - chances[0]!
    return {
      "queue.mean@desk": over(chances, (count) => Math.max(0, count - 1)),
      "sojourn.mean@desk": 5 / served - 2,
      throughput: served
    }
  },
  engset: () => {
    // Binomial chances, each source at work for a third of the time, given at most 3.
    const binomial = [1, 8 / 2, 28 / 4, 56 / 8]
    const total = binomial.reduce((sum, weight) => sum + weight, 0)
    const chances = binomial.map((weight) => weight / total)
    const come = chances.reduce((sum, chance, count) => sum + (chance * (8 - count)) / 2, 0)
    const present = chances.reduce((sum, chance, count) => sum + chance * count, 0)
    return {
      lost: (chances[3]! * 2.5) / come,
      "number.is(3)@desk": chances[3]!,
      "number.mean@desk": present,
      throughput: present
    }
  }
}
