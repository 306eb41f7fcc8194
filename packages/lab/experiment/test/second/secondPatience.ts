/**
 * Second methods for patience, balking and deadlines: walks up and down, differential equations of
 * the offered wait, integrals by hand.
 */
import * as Chain from "../../src/internal/truthChain.ts"
import { integrated, meanOf, over, type Second, simpson, upDown } from "./elimination.ts"

/** Erlang A as a walk; services at rate 1. */
const leaving = (rate: number, servers: number, abandon: number) => {
  const chances = upDown(
    150,
    () => rate,
    (count) => Math.min(count, servers) + Math.max(0, count - servers) * abandon
  )
  const queue = over(chances, (count) => Math.max(0, count - servers))
  return {
    abandoned: (abandon * queue) / rate,
    "queue.mean@desk": queue,
    waited: over(chances, (count) => (count >= servers ? 1 : 0)),
    "number.mean": meanOf(chances),
    "utilisation@desk": over(chances, (count) => Math.min(count, servers)) / servers
  }
}

/**
 * M/M/2+G at rate 2, services at rate 1: the density of the offered wait grows at rate 2 alive - 2. One
 * at work weighs 1 and none 1/2 where the density begins at 2.
 */
const givingUp = (alive: (x: number) => number) => {
  // Density, chance to wait, mean of the smaller of wait and patience, time, integral of alive.
  const [, late = 0, spent = 0] = integrated(
    Float64Array.from([2, 0, 0, 0, 0]),
    ([density = 0, , , time = 0, staying = 0], into) => {
      into[0] = density * (2 * alive(time) - 2)
      into[1] = density
      into[2] = density * staying
      into[3] = 1
      into[4] = alive(time)
    },
    30,
    30_000
  )
  const total = 1.5 + late
  // What is not served gives up.
  const busy = (2 * late + 1) / total
  return { abandoned: 1 - busy / 2, waited: late / total, "queue.mean@desk": (2 * spent) / total }
}

const byHand = () => {
  // Density 2 up to 0.8 (all stay), then 2 exp(-2 (x - 0.8)): chance 1.6 + 1, against 1.5 below.
  const total = 1.5 + 2.6
  const waited = 2.6 / total
  // The wait is min(offered, 0.8): 0.64 + 0.8.
  const queue = (2 * (0.64 + 0.8)) / total
  return { abandoned: 1 / total, waited, "queue.mean@desk": queue }
}

/** At work; waiting in all, of them of class a, of them not raised. Cut where the truth is not. */
const raised: Second = () => {
  const last = 34
  const chain = Chain.explore([0, 0, 0, 0], ([work = 0, all = 0, a = 0, low = 0], go) => {
    const first = all - low
    if (work === 0) return go(0.6, [1, 0, 0, 0])
    if (all < last) {
      go(0.25, [1, all + 1, a + 1, low])
      go(0.35, [1, all + 1, a, low + 1])
    }
    go(low / 2, [1, all, a, low - 1])
    if (all === 0) return go(1, [0, 0, 0, 0])
    if (first === 0) return go(1, [1, all - 1, a, low - 1])
    go(a / first, [1, all - 1, a - 1, low])
    go(1 - a / first, [1, all - 1, a, low])
  })
  const steady = Chain.steady(chain)
  const ofA = Chain.mean(chain, steady, ([, , a = 0]) => a)
  const all = Chain.mean(chain, steady, ([, count = 0]) => count)
  return { "wait.mean@desk/a": ofA / 0.25, "wait.mean@desk/b": (all - ofA) / 0.35 }
}

export const impatient: Readonly<Record<string, Second>> = {
  "erlang-a": () => leaving(4, 3, 0.5),
  "erlang-a-patient": () => leaving(5, 6, 1),
  "patience-constant": byHand,
  "patience-uniform": () => givingUp((x) => Math.max(0, 1 - x / 2)),
  "patience-elsewhere": () => {
    const { abandoned, "number.mean": present } = leaving(2, 2, 1)
    return { "number.mean@desk": present, "number.mean@call back": 4 * abandoned }
  },
  "balking-function": () => {
    const chances = upDown(
      60,
      (count) => 1.5 / (count + 1),
      () => 1
    )
    return {
      "number.mean": meanOf(chances),
      "number.is(0)": chances[0]!,
      "number.is(2)@desk": chances[2]!,
      balked: over(chances, (count) => 1 - 1 / (count + 1))
    }
  },
  "balking-chances": () => {
    // Weights by hand: 1, 1.5, 1.5^2, 1.5^3 * 0.7, 1.5^4 * 0.7 * 0.4.
    const weights = [1, 1.5, 2.25, 2.3625, 1.4175]
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const [empty = 0, , , , four = 0] = weights.map((weight) => weight / total)
    const present = weights.reduce((sum, weight, count) => sum + (count * weight) / total, 0)
    return { balked: 1 - (1 - empty) / 1.5, "number.mean": present, "number.is(4)@desk": four }
  },
  "balking-length": () => {
    const chances = upDown(
      4,
      () => 1,
      () => 1
    )
    return {
      balked: chances[4]!,
      "number.mean": meanOf(chances),
      "queue.mean@desk": over(chances, (count) => Math.max(0, count - 1))
    }
  },
  deadline: () => {
    // M/M/2 at load 0.7: P(W > t) = C exp(-0.6 t), C = 49/85.
    const waitUpTo = (time: number): number => 1 - (49 / 85) * Math.exp(-0.6 * time)
    return { inTime: simpson((x) => Math.exp(-x) * waitUpTo(2 - x), 0, 2) }
  },
  "deadline-random": () => ({
    inTime: simpson((x) => 0.4 * Math.exp(-0.4 * x) * -Math.expm1(-0.4 * x), 0, 120),
    "sojourn.mean": simpson((x) => Math.exp(-0.4 * x), 0, 120)
  }),
  "deadline-leave": () => {
    // Offered waits: 1.2 exp(0.2 x) up to 1.5, then it falls at rate 1; empty weighs 1.
    const before = 6 * (Math.exp(0.3) - 1)
    const after = 1.2 * Math.exp(0.3)
    const total = 1 + before + after
    const served = simpson((x) => 1.2 * Math.exp(0.2 * x) * -Math.expm1(x - 1.5), 0, 1.5)
    const inTime = (-Math.expm1(-1.5) + served) / total
    const waits = simpson((x) => 1.2 * x * Math.exp(0.2 * x), 0, 1.5)
    return {
      inTime,
      "queue.mean@desk": (1.2 * (waits + 1.5 * after)) / total,
      "throughput@desk": 1 - 1 / total,
      throughput: 1.2 * inTime
    }
  },
  "deadline-raise": raised
}
