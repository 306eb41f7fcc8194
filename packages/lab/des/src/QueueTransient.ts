/**
 * M(t)/M/c(t): the number in a queue at a given time, from any start, while arrival rate, service
 * rate and number of servers change from piece to piece, as at the ends of shifts. Solves the forward
 * equations of the chain by uniformisation, with a bound on the error.
 */
import { meanOver } from "./internal/birthDeath.ts"
import { poissonChance } from "./internal/incompleteGamma.ts"
import * as QueueProblem from "./QueueProblem.ts"

/**
 * A span of time with constant rates.
 *
 * A server that goes off duty puts back its customer, who goes on later or elsewhere; with
 * exponential service that is all one.
 *
 * @category transient
 * @since 0.1.0
 */
export interface Piece {
  readonly duration: number
  readonly arrivalRate: number
  /** Services per time of one server. */
  readonly serviceRate: number
  /** From 0: nobody may be on duty. */
  readonly serverCount: number
}

/**
 * What is asked for.
 *
 * @category transient
 * @since 0.1.0
 */
export interface Options {
  /** In the system at the start. */
  readonly startCount: number
  readonly pieces: ReadonlyArray<Piece>
  /** Places in the system; who finds none is lost. `Infinity` for no limit. */
  readonly room: number
}

/**
 * The distribution of the number in the system at the end of the last piece.
 *
 * @category transient
 * @since 0.1.0
 */
export interface QueueTransient {
  /** `chances[n]`: chance of n in the system. */
  readonly chances: Float64Array
  readonly meanInSystem: number
  readonly emptyChance: number
  /** No chance, and no sum of chances, is off by more than this (rounding aside). */
  readonly errorBound: number
}

/** Chance to have left the kept states by which a queue without limit is cut. */
const CUT_CHANCE = 1e-13
/** States beyond which a queue is not followed. */
const STATES_MAX = 65536
/** Steps times states beyond which nothing is computed. */
const WORK_MAX = 4e9

/**
 * The number in the system at the end of the pieces.
 *
 * Without a limit of room the chain is cut where the chance ever to have been beyond is at most 1e-13;
 * that chance is part of the error bound, and so is what the Poisson sums leave out. Refuses wrong
 * numbers (`BadNumber`), and what would take too many states or steps (`TooLarge`). Cost: fastest rate
 * times duration times states, a nanosecond or two each.
 *
 * ```ts
 * import { QueueProblem, QueueTransient } from "@wangge/des"
 *
 * const closing = { duration: 1, arrivalRate: 0, serviceRate: 2, serverCount: 1 }
 * const asked = QueueTransient.make({ startCount: 1, pieces: [closing], room: 1 })
 * QueueProblem.trust(asked).emptyChance.toFixed(9) // => "0.864664717"
 * ```
 *
 * @source A. Jensen, "Markoff Chains as an Aid in the Study of Markoff Processes", Skandinavisk
 *   Aktuarietidskrift 36, 1953 (uniformisation); B. Munsky, M. Khammash, "The Finite State Projection
 *   Algorithm", Journal of Chemical Physics 124, 2006 (the bound of the cut)
 * @category transient
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueTransient> => {
  const { startCount, pieces, room } = options
  const problems = [
    ...QueueProblem.ofCount("pieces.length", pieces.length, 1),
    ...pieces.flatMap((piece, index) => [
      ...QueueProblem.ofFrom0(`pieces[${index}].duration`, piece.duration),
      ...QueueProblem.ofFrom0(`pieces[${index}].arrivalRate`, piece.arrivalRate),
      ...QueueProblem.ofPositive(`pieces[${index}].serviceRate`, piece.serviceRate),
      ...QueueProblem.ofCount(`pieces[${index}].serverCount`, piece.serverCount, 0)
    ]),
    ...(room === Number.POSITIVE_INFINITY ? [] : QueueProblem.ofCount("room", room, 1)),
    ...QueueProblem.ofCount("startCount", startCount, 0),
    ...(startCount > room
      ? [QueueProblem.make("BadNumber", "startCount", startCount, `at most the room, ${room}`)]
      : [])
  ]
  return problems.length > 0 ? { ok: false, problems } : follow(options)
}

/** Follows the chain on more and more states, until it is not cut any more or the cut is small. */
const follow = (options: Options): QueueProblem.Checked<QueueTransient> => {
  const { startCount, pieces, room } = options
  const serversMax = Math.max(...pieces.map(({ serverCount }) => serverCount))
  for (let last = Math.max(startCount, serversMax) + 64; ; last *= 2) {
    const isWhole = room <= last
    const states = (isWhole ? room : last) + 1
    const work = states * pieces.reduce((sum, piece) => sum + jumpsOf(piece, states), 0)
    if (states > STATES_MAX) return tooLarge("states", states, STATES_MAX)
    if (work > WORK_MAX) return tooLarge("steps times states", work, WORK_MAX)
    let chances = new Float64Array(states + 1)
    chances[startCount] = 1
    for (const piece of pieces) chances = after(chances, piece, isWhole)
    const outside = chances[states]!
    if (!isWhole && outside > CUT_CHANCE) continue
    const inside = chances.slice(0, states)
    const kept = inside.reduce((sum, chance) => sum + chance, 0)
    return {
      ok: true,
      queue: {
        chances: inside,
        meanInSystem: meanOver(inside, (count) => count),
        emptyChance: inside[0]!,
        errorBound: Math.max(outside, 1 - kept, 0)
      }
    }
  }
}

const tooLarge = (
  subject: string,
  found: number,
  most: number
): { readonly ok: false; readonly problems: ReadonlyArray<QueueProblem.QueueProblem> } => ({
  ok: false,
  problems: [QueueProblem.make("TooLarge", subject, found, `at most ${most}`)]
})

/** The fastest rate of a piece, with the chances of staying below 1. */
const fastest = (piece: Piece, states: number): number =>
  piece.arrivalRate + Math.min(piece.serverCount, states - 1) * piece.serviceRate

/** Jumps after which the Poisson sum of a piece has nothing left. */
const jumpsOf = (piece: Piece, states: number): number => {
  const mean = fastest(piece, states) * piece.duration
  return Math.ceil(mean + 9 * Math.sqrt(mean) + 40)
}

/**
 * The chances after a piece. The last place of the vector is outside: who is there stays there. With
 * all states kept nobody gets there, and arrivals at the last state are lost.
 */
const after = (
  start: Float64Array<ArrayBuffer>,
  piece: Piece,
  isWhole: boolean
): Float64Array<ArrayBuffer> => {
  const outside = start.length - 1
  const rate = fastest(piece, outside)
  const mean = rate * piece.duration
  if (mean === 0) return start
  const up = piece.arrivalRate / rate
  const down = Float64Array.from(start, (_, count) =>
    count === outside ? 0 : (Math.min(count, piece.serverCount) * piece.serviceRate) / rate
  )
  let now = start
  let next = new Float64Array(start.length)
  const sum = new Float64Array(start.length)
  const jumps = jumpsOf(piece, outside)
  for (let jump = 0; jump <= jumps; jump++) {
    const weight = poissonChance(jump, mean)
    for (let count = 0; count < start.length; count++) {
      sum[count] = sum[count]! + weight * now[count]!
    }
    for (let count = 0; count < outside; count++) {
      const isLast = count === outside - 1
      const stays = 1 - down[count]! - (isLast && isWhole ? 0 : up)
      const fromBelow = count === 0 ? 0 : up * now[count - 1]!
      const fromAbove = isLast ? 0 : down[count + 1]! * now[count + 1]!
      next[count] = stays * now[count]! + fromBelow + fromAbove
    }
    next[outside] = now[outside]! + (isWhole ? 0 : up * now[outside - 1]!)
    const other = now === start ? new Float64Array(start.length) : now
    now = next
    next = other
  }
  return sum
}
