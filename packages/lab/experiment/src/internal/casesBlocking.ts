/**
 * Cases where stations stand in each other's way: limited room behind a station, blocking, deadlock.
 */
import * as SelfTestCase from "../SelfTestCase.ts"
import { exponential, poisson } from "./aDesk.ts"
import * as Chain from "./truthChain.ts"

const method = { en: "Markov chain", zh: "马尔可夫链" }
const PERROS = 'H. G. Perros, "Queueing Networks with Blocking", 1994, chapter 2 (the chains)'
const PALMER =
  'G. I. Palmer, P. R. Harper, V. A. Knight, "Modelling Deadlock in Open Restricted Queueing ' +
  'Networks", European Journal of Operational Research 266, 2018 (the chain)'

/** A row of two desks; the second has room for `room`. State: at the first, at the second, blocked. */
const rowChain = (options: {
  readonly rate: number
  readonly firstRoom: number
  readonly room: number
  readonly isBlocking: boolean
}): Chain.Chain =>
  Chain.explore([0, 0, 0], ([first = 0, second = 0, blocked = 0], go) => {
    const { rate, firstRoom, room, isBlocking } = options
    if (first < firstRoom) go(rate, [first + 1, second, blocked])
    if (first > 0 && blocked === 0) {
      if (second < room) go(1, [first - 1, second + 1, 0])
      else if (isBlocking) go(1, [first, second, 1])
      else go(1, [first - 1, second, 0])
    }
    if (second > 0) go(1.25, blocked === 1 ? [first - 1, second, 0] : [first, second - 1, 0])
  })

const row = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title" | "truths"> & {
    readonly rate: number
    readonly firstRoom?: number
    readonly whenFull: "lose" | "block"
    readonly room: number
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, truths, rate, firstRoom, whenFull, room } = parts
  return SelfTestCase.make({
    id,
    title,
    method,
    source: PERROS,
    network: {
      sources: [{ id: "street", arrivals: poisson(rate), to: "first" }],
      stations: [
        {
          id: "first",
          servers: 1,
          service: exponential(1),
          to: "second",
          ...(firstRoom === undefined ? {} : { room: firstRoom })
        },
        { id: "second", servers: 1, service: exponential(0.8), room, whenFull }
      ]
    },
    length: SelfTestCase.steady(rate, { customers: 30_000 }),
    truths
  })
}

const rows: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  row({
    id: "blocking",
    title: { en: "Two desks in a row, blocking after service", zh: "两站串联,服务后阻塞" },
    rate: 0.5,
    room: 2,
    whenFull: "block",
    truths: () => {
      const chain = rowChain({ rate: 0.5, firstRoom: 200, room: 2, isBlocking: true })
      const steady = Chain.steady(chain)
      const first = Chain.mean(chain, steady, ([count = 0]) => count)
      const second = Chain.mean(chain, steady, ([, count = 0]) => count)
      return {
        "number.mean@first": first,
        "number.mean@second": second,
        "sojourn.mean": (first + second) / 0.5,
        "sojourn.mean@first": first / 0.5
      }
    }
  }),
  row({
    id: "blocking-limited",
    title: { en: "Blocking, and losses at the door", zh: "服务后阻塞,门口损失" },
    rate: 0.9,
    firstRoom: 3,
    room: 1,
    whenFull: "block",
    truths: () => {
      const chain = rowChain({ rate: 0.9, firstRoom: 3, room: 1, isBlocking: true })
      const steady = Chain.steady(chain)
      const lost = Chain.mean(chain, steady, ([count = 0]) => (count === 3 ? 1 : 0))
      return {
        lost,
        throughput: 0.9 * (1 - lost),
        "number.mean@second": Chain.mean(chain, steady, ([, count = 0]) => count),
        "busy.mean@first": Chain.mean(chain, steady, ([count = 0, , blocked = 0]) =>
          count > 0 && blocked === 0 ? 1 : 0
        )
      }
    }
  }),
  row({
    id: "row-with-losses",
    title: { en: "Two desks in a row with losses at both", zh: "两站串联,两处均有损失" },
    rate: 0.9,
    firstRoom: 3,
    room: 2,
    whenFull: "lose",
    truths: () => {
      const chain = rowChain({ rate: 0.9, firstRoom: 3, room: 2, isBlocking: false })
      const steady = Chain.steady(chain)
      const through = Chain.mean(chain, steady, ([, count = 0]) => (count > 0 ? 1.25 : 0))
      const served = Chain.mean(chain, steady, ([count = 0]) => (count > 0 ? 1 : 0))
      return {
        lost: 1 - through / 0.9,
        "lost@first": 1 - served / 0.9,
        "lost@second": 1 - through / served,
        "number.mean@second": Chain.mean(chain, steady, ([, count = 0]) => count)
      }
    }
  })
]

/** Chance to go on to the other desk. */
const ONWARD = 0.5

/**
 * Two desks with one place each, who send half of their customers to each other. A desk is empty (0),
 * at work (1) or blocked (2); the last state is that both are blocked.
 */
const ringChain = (isExchanging: boolean): Chain.Chain =>
  Chain.explore([0, 0], (state, go) => {
    const both = isExchanging ? [1, 1] : [2, 2]
    const [left = 0, right = 0] = state
    if (left === 2 && right === 2) return
    for (const desk of [0, 1]) {
      const own = desk === 0 ? left : right
      const other = desk === 0 ? right : left
      const next = (mine: number, theirs: number) => (desk === 0 ? [mine, theirs] : [theirs, mine])
      if (own === 0) go(0.4, next(1, other))
      if (own !== 1) continue
      // Done and out: a blocked one of the other desk moves in, and leaves that desk empty.
      go(1 - ONWARD, other === 2 ? next(1, 0) : next(0, other))
      // Done and on: moves over, is blocked, or closes the ring.
      go(ONWARD, other === 0 ? next(0, 1) : other === 1 ? next(2, 1) : both)
    }
  })

const ring = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title" | "source" | "length" | "truths"> & {
    readonly deadlock: "stop" | "exchange"
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, source, length, truths, deadlock } = parts
  const desk = (name: string, other: string) =>
    ({
      id: name,
      servers: 1,
      room: 1,
      whenFull: "block",
      service: exponential(1),
      to: { kind: "chance", ways: [{ station: other, probability: ONWARD }] }
    }) as const
  return SelfTestCase.make({
    id,
    title,
    method,
    source,
    network: {
      sources: [
        { id: "left street", arrivals: poisson(0.4), to: "left" },
        { id: "right street", arrivals: poisson(0.4), to: "right" }
      ],
      stations: [desk("left", "right"), desk("right", "left")],
      deadlock
    },
    length,
    truths
  })
}

const rings: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  ring({
    id: "deadlock",
    title: { en: "Time to deadlock of two desks", zh: "两站互相阻塞至死锁的时间" },
    source: PALMER,
    deadlock: "stop",
    length: SelfTestCase.timed(2000),
    truths: () => ({ deadlockTime: Chain.meanTimeToEnd(ringChain(false)) })
  }),
  ring({
    id: "deadlock-exchange",
    title: { en: "Two desks that exchange when deadlocked", zh: "两站死锁时互换" },
    source: PALMER,
    deadlock: "exchange",
    length: SelfTestCase.steady(0.8, { customers: 12_000 }),
    truths: () => {
      const chain = ringChain(true)
      const steady = Chain.steady(chain)
      const inLeft = Chain.mean(chain, steady, ([left = 0]) => (left > 0 ? 1 : 0))
      return {
        "number.mean@left": inLeft,
        lost: inLeft,
        "busy.mean@left": Chain.mean(chain, steady, ([left = 0]) => (left === 1 ? 1 : 0)),
        "number.is(2)": Chain.mean(chain, steady, ([left = 0, right = 0]) =>
          left > 0 && right > 0 ? 1 : 0
        )
      }
    }
  })
]

/** Blocking, losses between stations, deadlock. */
export const blockingCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [...rows, ...rings]
