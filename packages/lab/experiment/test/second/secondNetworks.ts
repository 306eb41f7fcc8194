/**
 * Second methods for networks: chains of several numbers by elimination, Buzen's convolution,
 * convolved sojourns.
 */
import * as Chain from "../../src/internal/truthChain.ts"
import { eliminated, grid, meanOf, over, type Second, simpson, upDown } from "./elimination.ts"

const walk = (rate: number, serviceRate: number, servers: number): Float64Array =>
  upDown(
    400,
    () => rate,
    (count) => serviceRate * Math.min(count, servers)
  )

const queueOf = (rate: number, serviceRate: number, servers: number) => {
  const chances = walk(rate, serviceRate, servers)
  return {
    present: meanOf(chances),
    wait: over(chances, (count) => Math.max(0, count - servers)) / rate,
    waited: over(chances, (count) => (count >= servers ? 1 : 0)),
    busy: over(chances, (count) => Math.min(count, servers)) / servers
  }
}

/** Chances of a closed network by its product form: 8 members over four places. */
const closed: Second = () => {
  const weights = (mean: number, isAway: boolean): Array<number> => {
    const list = [1]
    for (let count = 1; count <= 8; count++) {
      list.push((list[count - 1]! * mean) / (isAway ? count : 1))
    }
    return list
  }
  const demands = [0.25 / 0.3, 0.2 / 0.3, 0.18 / 0.3]
  const places = [weights(4, true), ...demands.map((demand) => weights(demand, false))]
  let [total, busy] = [0, 0]
  const present = [0, 0, 0, 0]
  for (let a = 0; a <= 8; a++) {
    for (let b = 0; a + b <= 8; b++) {
      for (let c = 0; a + b + c <= 8; c++) {
        const counts = [a, b, c, 8 - a - b - c]
        const weight = counts.reduce((product, count, at) => product * places[at]![count]!, 1)
        total += weight
        if (counts[3]! > 0) busy += weight
        for (const [at, count] of counts.entries()) present[at] = present[at]! + count * weight
      }
    }
  }
  return {
    throughput: present[0]! / total / 4,
    "number.mean@computer": present[1]! / total,
    "number.mean@disk": present[2]! / total,
    "number.mean@tape": present[3]! / total,
    "utilisation@tape": busy / total
  }
}

/** Sharing with exponential services of the same means: the numbers depend on the means alone. */
const changing: Second = () => {
  const { size, at, placeOf } = grid(56, 46)
  const chances = eliminated(size, (go) => {
    for (let fresh = 0; fresh <= 55; fresh++) {
      for (let again = 0; again <= 45; again++) {
        const here = at(fresh, again)
        const all = fresh + again
        if (fresh < 55) go(here, at(fresh + 1, again), 1)
        if (fresh > 0) go(here, at(fresh - 1, again), ((0.7 / 0.3) * fresh) / all)
        if (fresh > 0 && again < 45) go(here, at(fresh - 1, again + 1), fresh / all)
        if (again > 0) go(here, at(fresh, again - 1), again / all)
      }
    }
  })
  const fresh = over(chances, (state) => placeOf(state)[0]!)
  const again = over(chances, (state) => placeOf(state)[1]!)
  return {
    "number.mean@desk": fresh + again,
    "number.mean@desk/again": again,
    "number.is(0)@desk": chances[0]!,
    "sojourn.mean@desk/new": fresh
  }
}

/** Two lines; the shorter one is joined. Numbered by the first line, 46 places each. */
const lines =
  (isFirst: boolean): Second =>
  () => {
    const most = 45
    const { size, at, placeOf } = grid(most + 1, most + 1)
    const chances = eliminated(size, (go) => {
      for (let index = 0; index < size; index++) {
        const [left = 0, right = 0] = placeOf(index)
        if (left > 0) go(index, at(left - 1, right), 1)
        if (right > 0) go(index, at(left, right - 1), 1)
        if (left === right && left < most) {
          go(index, at(left + 1, right), isFirst ? 1.4 : 0.7)
          if (!isFirst) go(index, at(left, right + 1), 0.7)
        } else if (left < right) go(index, at(left + 1, right), 1.4)
        else if (right < left) go(index, at(left, right + 1), 1.4)
      }
    })
    const left = over(chances, (state) => placeOf(state)[0]!)
    const right = over(chances, (state) => placeOf(state)[1]!)
    return {
      "sojourn.mean": (left + right) / 1.4,
      "number.mean@left": left,
      "number.is(0)": chances[0]!
    }
  }

/** At the first desk, at the second, blocked or not. */
const row = (rate: number, firstRoom: number, room: number, isBlocking: boolean) => {
  const { size, at, placeOf } = grid(firstRoom + 1, room + 1, 2)
  const chances = eliminated(size, (go) => {
    for (let first = 0; first <= firstRoom; first++) {
      for (let second = 0; second <= room; second++) {
        const free = at(first, second, 0)
        const held = at(first, second, 1)
        if (first < firstRoom) go(free, at(first + 1, second, 0), rate)
        if (second > 0) go(free, at(first, second - 1, 0), 1.25)
        if (first > 0 && second < room) go(free, at(first - 1, second + 1, 0), 1)
        if (first > 0 && second === room) go(free, isBlocking ? held : at(first - 1, second, 0), 1)
        // Blocked is only somebody, by a full desk; other such states are left at once.
        if (first === 0 || second < room) go(held, at(0, 0, 0), 1)
        else {
          if (first < firstRoom) go(held, at(first + 1, second, 1), rate)
          go(held, at(first - 1, second, 0), 1.25)
        }
      }
    }
  })
  const of = (value: (place: ReadonlyArray<number>) => number): number =>
    over(chances, (state) => value(placeOf(state)))
  return {
    first: of(([count = 0]) => count),
    second: of(([, count = 0]) => count),
    full: of(([count = 0]) => (count === firstRoom ? 1 : 0)),
    atWork: of(([count = 0, , held = 0]) => (count > 0 && held === 0 ? 1 : 0)),
    secondBusy: of(([, count = 0]) => (count > 0 ? 1 : 0))
  }
}

/** Two desks with a place each, by hand: the mean time to deadlock from each state. */
const standstill: Second = () => {
  // none, one, both at work, one blocked: t0 = 1 / 0.8 + t1 and so on, by the symmetry of the desks.
  // one: other comes 0.4; out 0.5; on to the other 0.5 (still one). Both: out 1, blocked 1.
  // blocked: out 0.5 (the other moves in: one at work), deadlock 0.5.
  // tB = 1 + t1 / 2; t2 = 1 / 2 + (t1 + tB) / 2; t1 = (1 + 0.4 t2 + 0.5 t0) / 0.9.
  // t2 = 1 + 0.75 t1; t1 (0.9 - 0.3 - 0.5) = 1 + 0.4 + 0.5 / 0.8.
  const one = (1 + 0.4 + 0.5 / 0.8) / 0.1
  return { deadlockTime: 1 / 0.8 + one }
}

/** The same with an exchange, one state per pattern: 0, 1, 2 at work, one blocked. */
const exchanging: Second = () => {
  const chances = eliminated(4, (go) => {
    go(0, 1, 0.8)
    go(1, 2, 0.4)
    go(1, 0, 0.5)
    go(2, 1, 1)
    go(2, 3, 1)
    go(3, 1, 0.5)
    go(3, 2, 0.5)
  })
  const [, one = 0, two = 0, blocked = 0] = chances
  const inLeft = one / 2 + two + blocked
  return {
    "number.mean@left": inLeft,
    lost: inLeft,
    "busy.mean@left": one / 2 + two + blocked / 2,
    "number.is(2)": two + blocked
  }
}

/** Waiting of a and b when both servers are at work; before that the three other states. */
const narrowWide: Second = () => {
  const most = 64
  const { size, at, placeOf } = grid(most + 1, most + 1)
  // Beyond the grid: nobody, the narrow one alone, then the wide one alone with b waiting or not.
  const [none, narrow] = [size, size + 1]
  const wide = (): number => size + 2
  const chances = eliminated(size + 3 + most, (go) => {
    go(none, narrow, 0.7)
    go(none, wide(), 0.6)
    go(narrow, at(0, 0), 0.7 + 0.6)
    go(narrow, none, 1)
    for (let b = 0; b <= most; b++) {
      const alone = wide() + b
      go(alone, at(0, b), 0.7)
      if (b < most) go(alone, alone + 1, 0.6)
      go(alone, b > 0 ? alone - 1 : none, 1.25)
    }
    for (let index = 0; index < size; index++) {
      const [a = 0, b = 0] = placeOf(index)
      if (a < most) go(index, at(a + 1, b), 0.7)
      if (b < most) go(index, at(a, b + 1), 0.6)
      if (a > 0) go(index, at(a - 1, b), 2.25)
      else {
        go(index, wide() + b, 1)
        go(index, b > 0 ? at(0, b - 1) : narrow, 1.25)
      }
    }
  })
  const both = (axis: number): number =>
    over(chances, (state) => (state < size ? placeOf(state)[axis]! : 0))
  const alone = over(chances, (state) => (state >= wide() ? state - wide() : 0))
  const busy = over(chances, (state) => (state < size ? 2 : state === none ? 0 : 1))
  return {
    "wait.mean@desk/a": both(0) / 0.7,
    "wait.mean@desk/b": (both(1) + alone) / 0.6,
    "busy.mean@desk": busy
  }
}

/** The same model told by who is present and idle, with more places. */
const overlapping: Second = () => {
  const most = 30
  const chain = Chain.explore([0, 0, 0, 2], ([a = 0, b = 0, c = 0, idle = 0], go) => {
    // idle: 0 none, 1 the left one, 2 both, 3 the right one.
    const isLeftIdle = idle === 1 || idle === 2
    const isRightIdle = idle === 3 || idle === 2
    const busyLeft = idle === 2 ? 3 : 0
    const busyRight = idle === 2 ? 1 : 0
    if (isLeftIdle) go(0.4, [a, b, c, busyLeft])
    else if (a < most) go(0.4, [a + 1, b, c, idle])
    if (isLeftIdle) go(0.5, [a, b, c, busyLeft])
    else if (isRightIdle) go(0.5, [a, b, c, busyRight])
    else if (b < most) go(0.5, [a, b + 1, c, idle])
    if (isRightIdle) go(0.3, [a, b, c, busyRight])
    else if (c < most) go(0.3, [a, b, c + 1, idle])
    if (!isLeftIdle) {
      if (a > 0) go(a / (a + b), [a - 1, b, c, idle])
      if (b > 0) go(b / (a + b), [a, b - 1, c, idle])
      if (a + b === 0) go(1, [0, 0, c, idle === 3 ? 2 : 1])
    }
    if (!isRightIdle) {
      if (b > 0) go(b / (b + c), [a, b - 1, c, idle])
      if (c > 0) go(c / (b + c), [a, b, c - 1, idle])
      if (b + c === 0) go(1, [a, 0, 0, idle === 1 ? 2 : 3])
    }
  })
  const steady = Chain.steady(chain)
  return {
    "wait.mean@desk/a": Chain.mean(chain, steady, ([count = 0]) => count) / 0.4,
    "wait.mean@desk/b": Chain.mean(chain, steady, ([, count = 0]) => count) / 0.5,
    "wait.mean@desk/c": Chain.mean(chain, steady, ([, , count = 0]) => count) / 0.3
  }
}

export const networks: Readonly<Record<string, Second>> = {
  jackson: () => {
    // Flows by going round until nothing changes.
    let [grids, town] = [1, 0.4]
    for (let round = 0; round < 200; round++) {
      const next = 0.4 + 0.4 * grids
      grids = 1 + 0.2 * town
      town = next
    }
    const county = queueOf(0.3 * town, 0.5, 1)
    const [first, second] = [queueOf(grids, 1, 2), queueOf(town, 1 / 0.7, 1)]
    return {
      "sojourn.mean": (first.present + second.present + county.present) / 1.4,
      "number.mean@grid": first.present,
      "wait.mean@town": second.wait,
      "utilisation@county": county.busy,
      "waited@grid": first.waited
    }
  },
  feedback: () => {
    const chances = upDown(
      400,
      () => 0.45,
      () => 0.75
    )
    return {
      "number.mean@desk": meanOf(chances),
      "sojourn.mean": meanOf(chances) / 0.45,
      "number.is(0)": chances[0]!,
      "sojourn.mean@desk": meanOf(chances) / 0.6
    }
  },
  tandem: () => {
    const second = (x: number): number => -Math.expm1(-0.75 * x)
    const density = (x: number): number =>
      simpson((y) => 0.5 * Math.exp(-0.5 * y) * 0.75 * Math.exp(-0.75 * (x - y)), 0, x, 80)
    const mean = simpson((x) => x * density(x), 0, 90, 3000)
    const square = simpson((x) => x * x * density(x), 0, 90, 3000)
    return {
      "sojourn.mean": mean,
      "sojourn.sd": Math.sqrt(square - mean * mean),
      "sojourn.upTo(3)": simpson((y) => 0.5 * Math.exp(-0.5 * y) * second(3 - y), 0, 3),
      "wait.mean": queueOf(0.5, 1, 1).wait + queueOf(0.5, 1.25, 1).wait
    }
  },
  closed,
  "class-change": changing,
  "route-by-class": () => {
    const [red, blue] = [queueOf(0.6, 1, 1), queueOf(1.4, 1, 2)]
    return {
      "wait.mean@red/a": red.wait,
      "wait.mean@blue/b": blue.wait,
      "sojourn.mean/a": red.present / 0.6 + simpson((x) => x, 0, 1),
      "number.mean@gate": 2 * simpson((x) => 1 - x, 0, 1)
    }
  },
  "shortest-queue-random": lines(false),
  "shortest-queue-first": lines(true),
  blocking: () => {
    const { first, second } = row(0.5, 120, 2, true)
    return {
      "number.mean@first": first,
      "number.mean@second": second,
      "sojourn.mean": (first + second) / 0.5,
      "sojourn.mean@first": first / 0.5
    }
  },
  "blocking-limited": () => {
    const { full, second, atWork } = row(0.9, 3, 1, true)
    return {
      lost: full,
      throughput: atWork,
      "number.mean@second": second,
      "busy.mean@first": atWork
    }
  },
  "row-with-losses": () => {
    const { full, second, atWork, secondBusy } = row(0.9, 3, 2, false)
    return {
      lost: 1 - (1.25 * secondBusy) / 0.9,
      "lost@first": full,
      "lost@second": 1 - (1.25 * secondBusy) / atWork,
      "number.mean@second": second
    }
  },
  deadlock: standstill,
  "deadlock-exchange": exchanging,
  skills: narrowWide,
  "skills-overlapping": overlapping
}
