/**
 * Second methods for what is there at a given time: forward equations by Runge-Kutta, integrals by
 * Simpson's rule, sums by hand.
 */
import { Distribution } from "@wangge/des"
import { grid, integrated, meanOf, over, poissonOf, type Second, simpson } from "./elimination.ts"

const sinusoidal =
  (mean: number, amplitude: number, period: number, shift: number) => (t: number) =>
    mean + amplitude * Math.sin((2 * Math.PI * (t + shift)) / period)

/** Chances of 0 to `last` after a time; `up` and `down` are rates at a count. */
const moved = (
  start: Float64Array,
  up: (count: number) => number,
  down: (count: number) => number,
  time: number
): Float64Array =>
  integrated(
    start,
    (now, into) => {
      const last = now.length - 1
      for (let count = 0; count <= last; count++) {
        const leaves = (count < last ? up(count) : 0) + down(count)
        const above = count < last ? now[count + 1]! * down(count + 1) : 0
        const below = count > 0 ? now[count - 1]! * up(count - 1) : 0
        into[count] = above + below - leaves * now[count]!
      }
    },
    time,
    Math.ceil(400 * time)
  )

const empty = (size: number): Float64Array => {
  const chances = new Float64Array(size)
  chances[0] = 1
  return chances
}

/** The end of the day: three servers for 2, then one, and two who finish. */
const finishing: Second = () => {
  const last = 50
  const day = moved(
    empty(last + 1),
    () => 2,
    (count) => Math.min(3, count),
    2
  )
  const { size, at } = grid(last + 1, 3)
  const start = new Float64Array(size)
  day.forEach((chance, count) => {
    start[at(count, Math.max(0, Math.min(2, count - 1)))] = chance
  })
  const end = integrated(
    start,
    (now, into) => {
      into.fill(0)
      const go = (from: number, to: number, rate: number): void => {
        into[from] = into[from]! - rate * now[from]!
        into[to] = into[to]! + rate * now[from]!
      }
      for (let count = 0; count <= last; count++) {
        for (let extra = 0; extra <= Math.min(2, count); extra++) {
          if (count < last) go(at(count, extra), at(count + 1, extra), 2)
          if (extra > 0) go(at(count, extra), at(count - 1, extra - 1), extra)
          if (count > extra) go(at(count, extra), at(count - 1, extra), 1)
        }
      }
    },
    1,
    500
  )
  return {
    "number.at(3)": over(end, (state) => Math.floor(state / 3)),
    "number.is(0).at(3)": end[at(0, 0)]!
  }
}

/** Two servers for 2, then one; who was with the second one goes to the night desk. */
const elsewhere: Second = () => {
  const last = 40
  const day = moved(
    empty(last + 1),
    () => 1.5,
    (count) => Math.min(2, count),
    2
  )
  // Those at the night desk, of whom there is at most one at the change and none comes later.
  const startDesk = new Float64Array(last + 1)
  let atNight = 0
  day.forEach((chance, count) => {
    const left = count >= 2 ? count - 1 : count
    startDesk[left] = startDesk[left]! + chance
    if (count >= 2) atNight += chance
  })
  const desk = moved(
    startDesk,
    () => 1.5,
    (count) => Math.min(1, count),
    1
  )
  return { "number.at(3)@desk": meanOf(desk), "number.at(3)@night": atNight * Math.exp(-0.5) }
}

export const timed: Readonly<Record<string, Second>> = {
  "infinite-sinusoidal": () => {
    const rate = sinusoidal(10, 8, 8, 0)
    const service = Distribution.lognormalByMean({ mean: 1.5, sigma: 1 })
    const at = (time: number): number =>
      simpson((age) => rate(time - age) * (1 - Distribution.chanceUpTo(service, age)), 0, time)
    return {
      "number.at(3)": at(3),
      "number.at(6)": at(6),
      "number.is(8).at(6)": poissonOf(8, at(6))
    }
  },
  "infinite-stepped": () => ({
    // Who came in the last 0.8: 0.3 at rate 20 and 0.5 at 4; 0.3 at rate 12 and 0.5 at 20.
    "number.at(1.5)": 0.3 * 20 + 0.5 * 4,
    "number.at(3.5)": 0.3 * 12 + 0.5 * 20,
    "number.is(14).at(3.5)": poissonOf(14, 13.6)
  }),
  thinning: () => {
    const rate = sinusoidal(6, 6, 4, 1)
    return {
      "number.at(1)": simpson(rate, 0, 1),
      "number.at(3)": simpson(rate, 0, 3),
      "number.is(16).at(3)": poissonOf(16, simpson(rate, 0, 3))
    }
  },
  window: () => {
    const alive = (age: number): number => Math.exp(-(age ** 1.5))
    const late = 15 * simpson(alive, 1, 3)
    // The square of a new variable makes the beginning smooth.
    const early = 15 * simpson((root) => 2 * root * Math.exp(-(root ** 3)), 0, 1)
    return {
      "number.at(2)": early,
      "number.at(4)": late,
      "number.is(4).at(4)": poissonOf(4, late)
    }
  },
  "mm1-from-empty": () => {
    const end = moved(
      empty(80),
      () => 0.8,
      (count) => Math.min(count, 1),
      5
    )
    return answers(end, 5, [0, 2])
  },
  "shifts-resume": () => {
    const pieces = [
      [3, 3],
      [3, 1],
      [1, 1],
      [1, 2],
      [3, 3],
      [3, 1]
    ] as const
    const end = pieces.reduce(
      (chances: Float64Array, [rate, servers]) =>
        moved(
          chances,
          () => rate,
          (count) => Math.min(count, servers),
          1
        ),
      empty(80)
    )
    return answers(end, 6, [4, 6])
  },
  "shifts-finish": finishing,
  "shifts-elsewhere": elsewhere
}

const answers = (
  end: Float64Array,
  time: number,
  [all, atDesk]: readonly [number, number]
): Readonly<Record<string, number>> => ({
  [`number.at(${time})`]: meanOf(end),
  [`number.is(${all}).at(${time})`]: end[all]!,
  [`number.is(${atDesk}).at(${time})@desk`]: end[atDesk]!
})
