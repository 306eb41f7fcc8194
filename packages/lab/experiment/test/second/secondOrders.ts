/**
 * Second methods for other orders of service, priorities and vacations: residual services and busy
 * periods by hand, chains of phases, many narrow classes.
 */
import { Distribution } from "@wangge/des"
import * as Chain from "../../src/internal/truthChain.ts"
import {
  eliminated,
  grid,
  meanOf,
  over,
  poissonOf,
  type Second,
  simpson,
  solved,
  upDown
} from "./elimination.ts"
import {
  aboveChances,
  busyMoments,
  randomOrderConstant,
  randomOrderSquare
} from "./secondSingle.ts"

/** Last-come: who finds a busy server waits a busy period that begins with the rest of a service. */
const lastCome = (rate: number, service: Distribution.Distribution) => {
  const [one, two, three] = [1, 2, 3].map((order) => Distribution.moment(service, order))
  const load = rate * one!
  const [rest, restSquare] = [two! / (2 * one!), three! / (3 * one!)]
  const mean = (load * rest) / (1 - load)
  const square = load * (restSquare / (1 - load) ** 2 + (rate * rest * two!) / (1 - load) ** 3)
  return { "wait.mean": mean, "wait.sd": Math.sqrt(square - mean * mean), waited: load }
}

/** Shortest first as a great number of priorities, after Cobham; twice, to see where it goes. */
const shortest = (
  rate: number,
  service: {
    readonly upTo: (x: number) => number
    /** Mean of the services up to x, the others counted as 0. */
    readonly partUpTo: (x: number) => number
    readonly most: number
    readonly square: number
  }
): number => {
  const { upTo, partUpTo, most, square } = service
  const waits = [4000, 8000].map((classes) => {
    const width = most / classes
    let [loadBelow, sum] = [0, 0]
    for (let index = 0; index < classes; index++) {
      const [low, high] = [index * width, (index + 1) * width]
      const load = rate * (partUpTo(high) - partUpTo(low))
      sum += (upTo(high) - upTo(low)) / ((1 - loadBelow) * (1 - loadBelow - load))
      loadBelow += load
    }
    return ((rate * square) / 2) * sum
  })
  return waits[1]! + (waits[1]! - waits[0]!) / 3
}

/** Processor sharing by two kinds of exponential parts: rates of coming, rates of service. */
const sharedKinds = (come: readonly [number, number], serve: readonly [number, number]) => {
  const last = 70
  const chain = Chain.explore([0, 0], ([one = 0, two = 0], go) => {
    if (one + two < last) {
      go(come[0], [one + 1, two])
      go(come[1], [one, two + 1])
    }
    const all = one + two
    if (one > 0) go((serve[0] * one) / all, [one - 1, two])
    if (two > 0) go((serve[1] * two) / all, [one, two - 1])
  })
  const steady = Chain.steady(chain)
  return {
    one: Chain.mean(chain, steady, ([count = 0]) => count),
    two: Chain.mean(chain, steady, ([, count = 0]) => count),
    chance: (wanted: number) =>
      Chain.mean(chain, steady, ([one = 0, two = 0]) => (one + two === wanted ? 1 : 0))
  }
}

/** Processor sharing with service of two exponential phases in series, each of rate 2. */
const sharedSeries = () => {
  const last = 70
  const chain = Chain.explore([0, 0], ([one = 0, two = 0], go) => {
    const all = one + two
    if (all < last) go(0.6, [one + 1, two])
    if (one > 0) go((2 * one) / all, [one - 1, two + 1])
    if (two > 0) go((2 * two) / all, [one, two - 1])
  })
  const steady = Chain.steady(chain)
  const present = Chain.mean(chain, steady, ([one = 0, two = 0]) => one + two)
  return {
    "sojourn.mean": present / 0.6,
    "number.is(2)@desk": Chain.mean(chain, steady, ([one = 0, two = 0]) =>
      one + two === 2 ? 1 : 0
    ),
    "number.mean": present
  }
}

/** Moments of the sojourn of a tagged customer under sharing, M/M/1 at rate 0.5. */
const sharedTagged = () => {
  const last = 300
  const rows = (): Array<Float64Array> =>
    Array.from({ length: last + 1 }, (_, others) => {
      const row = new Float64Array(last + 1)
      row[others] = (others < last ? 0.5 : 0) + 1
      if (others < last) row[others + 1] = -0.5
      if (others > 0) row[others - 1] = -others / (others + 1)
      return row
    })
  const mean = solved(rows(), new Float64Array(last + 1).fill(1))
  const square = solved(
    rows(),
    mean.map((value) => 2 * value)
  )
  const chances = upDown(
    last,
    () => 0.5,
    () => 1
  )
  const sojourn = over(chances, (count) => mean[count]!)
  return {
    "sojourn.mean": sojourn,
    "sojourn.sd": Math.sqrt(over(chances, (count) => square[count]!) - sojourn ** 2),
    throughput: 1 - chances[0]!
  }
}

export const orders: Readonly<Record<string, Second>> = {
  "last-come": () => lastCome(0.5, { kind: "exponential", mean: 1 }),
  "last-come-uniform": () => lastCome(0.6, { kind: "uniform", low: 0.5, high: 1.5 }),
  "random-order": () => {
    const { mean, square } = randomOrderSquare(0.6)
    return { "wait.mean": mean, "wait.sd": Math.sqrt(square - mean * mean), waited: 0.6 }
  },
  "random-order-constant": () => {
    const { mean, square } = randomOrderConstant(0.6)
    return { "wait.mean": mean, "wait.sd": Math.sqrt(square - mean * mean), waited: 0.6 }
  },
  "last-come-preemptive": () => {
    const { mean, square } = busyMoments(0.5, (s) => 1 / (1 + s / 2) ** 2)
    // A busy period, one per 1 / (0.5 * 0.5), has exactly one present for one service.
    return {
      "sojourn.mean": mean,
      "sojourn.sd": Math.sqrt(square - mean * mean),
      "number.is(1)@desk": 0.25
    }
  },
  "shortest-first": () => ({
    "wait.mean": shortest(0.7, {
      upTo: (x) => -Math.expm1(-x),
      partUpTo: (x) => 1 - Math.exp(-x) * (1 + x),
      most: 40,
      square: 2
    }),
    waited: 0.7
  }),
  "shortest-first-uniform": () => ({
    "wait.mean@desk": shortest(0.8, {
      upTo: (x) => x / 2,
      partUpTo: (x) => (x * x) / 4,
      most: 2,
      square: 4 / 3
    })
  }),
  "sharing-hyperexponential": () => {
    const { one, two, chance } = sharedKinds([0.45, 0.15], [2, 0.4])
    return {
      "sojourn.mean": (one + two) / 0.6,
      "number.is(2)@desk": chance(2),
      "number.mean": one + two
    }
  },
  // The number does not depend on the kind of service, so one of two phases will do.
  "sharing-constant": sharedSeries,
  "sharing-sizes": () => {
    const { one, two } = sharedKinds([0.4, 0.2], [2, 0.5])
    return {
      "sojourn.mean@desk/a": one / 0.4,
      "sojourn.mean@desk/b": two / 0.2,
      "number.mean": one + two
    }
  },
  "sharing-deviation": sharedTagged,
  "sharing-two-servers": () => {
    const chances = upDown(
      300,
      () => 1.2,
      (count) => count * Math.min(1, 2 / count)
    )
    return {
      "sojourn.mean": meanOf(chances) / 1.2,
      "number.is(1)": chances[1]!,
      "number.mean@desk": meanOf(chances)
    }
  }
}

/** Class a of two phases of rate 2.5, class b of two kinds; who is served, in which phase, who waits. */
const twoKinds = (isPreemptive: boolean) => {
  const [most, mostB] = [40, 60]
  const kinds = [
    [2, 0.6],
    [0.5, 0.4]
  ] as const
  // Served: 0 nobody, 1 and 2 phases of a, 3 and 4 kinds of b; put back: 0, or 3 and 4.
  const chain = Chain.explore([0, 0, 0, 0], ([served = 0, back = 0, a = 0, b = 0], go) => {
    const next = (kept: number, ofA: number, ofB: number): void => {
      rates((rate) => {
        if (ofA > 0) go(rate, [1, kept, ofA - 1, ofB])
        else if (kept > 0) go(rate, [kept, 0, 0, ofB])
        else if (ofB > 0) {
          go(rate * kinds[0][1], [3, 0, 0, ofB - 1])
          go(rate * kinds[1][1], [4, 0, 0, ofB - 1])
        } else go(rate, [0, 0, 0, 0])
      })
    }
    const rates = (tell: (rate: number) => void): void => {
      if (served === 2) tell(2.5)
      if (served >= 3) tell(kinds[served - 3]![0])
    }
    if (served === 0) {
      go(0.3, [1, 0, 0, 0])
      go(0.25 * 0.6, [3, 0, 0, 0])
      go(0.25 * 0.4, [4, 0, 0, 0])
      return
    }
    if (isPreemptive && served >= 3) go(0.3, [1, served, a, b])
    else if (a < most) go(0.3, [served, back, a + 1, b])
    if (b < mostB) go(0.25, [served, back, a, b + 1])
    if (served === 1) go(2.5, [2, back, a, b])
    next(back, a, b)
  })
  const steady = Chain.steady(chain)
  const of = (value: (state: ReadonlyArray<number>) => number): number =>
    Chain.mean(chain, steady, value)
  return {
    waitingA: of(([, , a = 0]) => a),
    waitingB: of(([, , , b = 0]) => b),
    presentA: of(([served = 0, , a = 0]) => a + (served === 1 || served === 2 ? 1 : 0)),
    presentB: of(([served = 0, back = 0, , b = 0]) => b + (served >= 3 || back > 0 ? 1 : 0))
  }
}

/** Three servers and one exponential service; waiting of both classes, or present where preempted. */
const threeServers = (isPreemptive: boolean) => {
  const most = 110
  const chain = Chain.explore([0, 0, 0], ([busy = 0, a = 0, b = 0], go) => {
    if (isPreemptive) {
      // a and b: all present; class b has what class a leaves.
      if (a < most) go(0.9, [0, a + 1, b])
      if (b < most) go(1.2, [0, a, b + 1])
      go(Math.min(3, a), [0, a - 1, b])
      go(Math.min(b, Math.max(0, 3 - a)), [0, a, b - 1])
      return
    }
    if (busy < 3) go(2.1, [busy + 1, 0, 0])
    else {
      if (a < most) go(0.9, [3, a + 1, b])
      if (b < most) go(1.2, [3, a, b + 1])
    }
    if (a > 0) go(3, [3, a - 1, b])
    else if (b > 0) go(3, [3, 0, b - 1])
    else go(busy, [busy - 1, 0, 0])
  })
  const steady = Chain.steady(chain)
  return {
    a: Chain.mean(chain, steady, ([, a = 0]) => a),
    b: Chain.mean(chain, steady, ([, , b = 0]) => b)
  }
}

/** Busy period of class a: mean 4/3, second moment 2 / 0.75^3; it stands in the way a quarter of the time. */
const BUSY = { mean: 4 / 3, square: 2 / 0.75 ** 3 }

/**
 * Class b below a class a with rate 0.25 and exponential service of mean 1, from the moments of the
 * completion time of class b.
 */
const interrupted = ([mean, square]: readonly [number, number]) => {
  const wait = (0.2 * square) / (2 * (1 - 0.2 * mean)) + (0.25 * BUSY.square) / (2 * BUSY.mean)
  return {
    "sojourn.mean@desk/a": BUSY.mean,
    "wait.mean@desk/b": wait,
    "sojourn.mean@desk/b": wait + mean
  }
}

/** Moments of a completion where each attempt has failed at x with density 0.25 exp(-0.25 x). */
const fixedLength = (length: number): readonly [number, number] => {
  const fails = simpson((x) => 0.25 * Math.exp(-0.25 * x), 0, length)
  const failed = simpson((x) => 0.25 * x * Math.exp(-0.25 * x), 0, length)
  const failedSquare = simpson((x) => 0.25 * x * x * Math.exp(-0.25 * x), 0, length)
  const mean = ((1 - fails) * length + failed + fails * BUSY.mean) / (1 - fails)
  const square =
    ((1 - fails) * length ** 2 +
      failedSquare +
      fails * BUSY.square +
      2 * failed * BUSY.mean +
      2 * (failed + fails * BUSY.mean) * mean) /
    (1 - fails)
  return [mean, square]
}

const anyLength = (): readonly [number, number] => {
  // Uniform from 0 to 2: above x with chance 1 - x / 2.
  const left = (x: number): number => 0.25 * Math.exp(-0.25 * x) * (1 - x / 2)
  const fails = simpson(left, 0, 2)
  const failed = simpson((x) => x * left(x), 0, 2)
  const failedSquare = simpson((x) => x * x * left(x), 0, 2)
  const done = simpson((x) => (x * Math.exp(-0.25 * x)) / 2, 0, 2)
  const doneSquare = simpson((x) => (x * x * Math.exp(-0.25 * x)) / 2, 0, 2)
  const mean = (done + failed + fails * BUSY.mean) / (1 - fails)
  const square =
    (doneSquare +
      failedSquare +
      fails * BUSY.square +
      2 * failed * BUSY.mean +
      2 * (failed + fails * BUSY.mean) * mean) /
    (1 - fails)
  return [mean, square]
}

export const ranked: Readonly<Record<string, Second>> = {
  priority: () => {
    const { waitingA, waitingB, presentB } = twoKinds(false)
    return {
      "wait.mean@desk/a": waitingA / 0.3,
      "wait.mean@desk/b": waitingB / 0.25,
      "sojourn.mean/b": presentB / 0.25,
      "queue.mean@desk/a": waitingA
    }
  },
  "priority-three": () => {
    // Mean work ahead: what is in service, who waits of own and higher classes, who overtakes.
    const loads = [0.14, 0.21, 0.35]
    let waits = [0, 0, 0]
    for (let round = 0; round < 500; round++) {
      waits = loads.map((_, own) => {
        const ahead = loads.reduce((sum, load, other) => {
          if (other > own) return sum
          return sum + load * waits[other]! + (other < own ? load * waits[own]! : 0)
        }, 0)
        return 0.35 + ahead
      })
    }
    return {
      "wait.mean@desk/red": waits[0]!,
      "wait.mean@desk/yellow": waits[1]!,
      "wait.mean@desk/green": waits[2]!
    }
  },
  "priority-servers": () => {
    const { a, b } = threeServers(false)
    return {
      "sojourn.mean@desk/a": a / 0.9 + 1,
      "sojourn.mean@desk/b": b / 1.2 + 1,
      "wait.mean@desk/b": b / 1.2
    }
  },
  "preemption-servers": () => {
    const { a, b } = threeServers(true)
    return { "sojourn.mean@desk/a": a / 0.9, "sojourn.mean@desk/b": b / 1.2 }
  },
  "preemption-resume": () => {
    const { waitingB, presentA, presentB } = twoKinds(true)
    return {
      "sojourn.mean@desk/a": presentA / 0.3,
      "sojourn.mean@desk/b": presentB / 0.25,
      "wait.mean@desk/b": waitingB / 0.25
    }
  },
  "preemption-restart": () => {
    const [short, long] = [fixedLength(0.5), fixedLength(2)]
    const mixed = [0, 1].map((at) => 0.6 * short[at]! + 0.4 * long[at]!)
    return interrupted([mixed[0]!, mixed[1]!])
  },
  "preemption-resample": () => interrupted(anyLength()),
  accumulating: () => {
    // The slow ones are overtaken by those of the quick who come in the last two thirds of their
    // wait; what the quick gain the slow lose (the conservation law).
    const work = 0.35 + (0.4 * 1.5) / 2
    const slow = work / (1 - 0.75) / (1 - 0.35 * (2 / 3))
    const quick = ((0.75 * work) / 0.25 - 0.4 * slow) / 0.35
    return { "wait.mean@desk/a": quick, "wait.mean@desk/b": slow }
  },
  "vacation-multiple": () => {
    const last = 160
    const { size, at } = grid(last + 1, 3)
    // Away, first phase, second phase.
    const chances = eliminated(size, (go) => {
      for (let count = 0; count <= last; count++) {
        for (const mode of [0, 1, 2]) {
          if (count < last) go(at(count, mode), at(count + 1, mode), 0.5)
        }
        if (count > 0) go(at(count, 0), at(count, 1), 1 / 1.5)
        go(at(count, 1), at(count, 2), 2)
        go(at(count, 2), count > 1 ? at(count - 1, 1) : at(0, 0), 2)
      }
    })
    const queue = over(chances, (state) => {
      const [count, mode] = [Math.floor(state / 3), state % 3]
      return mode === 0 ? count : count - 1
    })
    return { "wait.mean@desk": queue / 0.5, "queue.mean": queue }
  },
  "vacation-multiple-constant": () => {
    const last = 160
    const above = aboveChances({ kind: "uniform", low: 0.5, high: 1.5 }, 0.5, last + 1)
    const came = (more: number): number => (more === 0 ? 1 : above[more - 1]!) - above[more]!
    const away = Array.from({ length: last + 2 }, (_, more) => poissonOf(more, 1))
    const some = 1 - away[0]!
    // Left behind by departures; an empty desk comes back to who came during its last vacation.
    const chances = eliminated(last + 1, (go) => {
      for (let from = 0; from <= last; from++) {
        for (let more = 0; more <= last; more++) {
          if (from > 0 && from - 1 + more <= last) go(from, from - 1 + more, came(more))
          for (let met = 1; from === 0 && met - 1 + more <= last; met++) {
            go(0, met - 1 + more, (away[met]! / some) * came(more))
          }
        }
      }
    })
    const queue = meanOf(chances) - 0.5
    return { "wait.mean@desk": queue / 0.5, "queue.mean": queue }
  },
  "vacation-single": () => {
    const last = 200
    const { size, at } = grid(last + 1, 4)
    // Idle (only with nobody), first and second part of a vacation, at work.
    const chances = eliminated(size, (go) => {
      for (let count = 0; count <= last; count++) {
        for (const mode of [1, 2, 3]) {
          if (count < last) go(at(count, mode), at(count + 1, mode), 0.5)
        }
        go(at(count, 0), count === 0 ? at(1, 3) : at(count, 3), 0.5)
        go(at(count, 1), at(count, 2), 1)
        go(at(count, 2), count === 0 ? at(0, 0) : at(count, 3), 1)
        go(at(count, 3), count > 1 ? at(count - 1, 3) : at(0, 1), 1)
      }
    })
    const queue = over(chances, (state) => {
      const [count, mode] = [Math.floor(state / 4), state % 4]
      return mode === 1 || mode === 2 ? count : Math.max(0, count - 1)
    })
    return { "wait.mean@desk": queue / 0.5, "queue.mean": queue }
  }
}
