/**
 * Who takes over whose open work when posts are rotated: work stays at its post, so each open case,
 * order or filing of somebody who leaves goes to exactly one successor there, or stays with its owner
 * where nobody there may take it. Nothing is lost, nothing goes to two.
 */
import { type Id, Provenance, Seconds } from "@wangge/facts"
import type * as Rotation from "./Rotation.ts"
import * as RotationProblem from "./RotationProblem.ts"

/**
 * One piece of open work: whose it is, and the kind that a successor must be able to take (empty for
 * any).
 *
 * @category hand-over
 * @since 0.1.0
 */
export interface OpenWork {
  readonly workId: string
  readonly ownerId: Id.Id<"Person">
  readonly skillId: string
}

/**
 * One piece of work goes from one person to another, at the first second of the new period.
 *
 * @category hand-over
 * @since 0.1.0
 */
export interface HandOver {
  readonly workId: string
  readonly fromId: Id.Id<"Person">
  readonly toId: Id.Id<"Person">
  readonly atSec: number
}

/**
 * What handing over costs one person, in whole seconds.
 *
 * @category hand-over
 * @since 0.1.0
 */
export interface HandOverCost {
  readonly personId: Id.Id<"Person">
  readonly costSec: number
}

/**
 * All hand-overs of a rotation, the work that stays with its owner, and what it costs whom.
 * `handOvers` and `kept` together are the open work, each piece once.
 *
 * @category hand-over
 * @since 0.1.0
 */
export interface RotationHandOver {
  readonly handOvers: ReadonlyArray<HandOver>
  readonly kept: ReadonlyArray<OpenWork>
  readonly costs: ReadonlyArray<HandOverCost>
}

/**
 * Seconds that handing over one piece of work takes each of the two, unless a town sets its own.
 *
 * @source none: assumed; Helong's report names no cost
 * @category hand-over
 * @since 0.1.0
 */
export const handOverSecDefault = Provenance.assumed({
  value: 10 * Seconds.minuteSec,
  unit: "seconds",
  reason: "ten minutes of talk per open case; the range of the lever is for the stress tester"
})

/**
 * The hand-overs of a plan.
 *
 * A successor is one who takes a seat at the owner's former post, or where none of these may take the
 * kind, one who stayed there; the one with the least work taken over so far, at equal numbers by id.
 * Work is dealt in the order given. Returns `BadCount` for a cost that is no whole second from 0,
 * `WorkTwice` and `OwnerUnknown`. Cost: work times members.
 *
 * @source none: work belongs to a post and its residents, not to the person who leaves
 * @category hand-over
 * @since 0.1.0
 */
export const of = (
  { seats, after, period }: Rotation.Rotation,
  works: ReadonlyArray<OpenWork>,
  handOverSec: number = handOverSecDefault.value
): Rotation.Made<RotationHandOver> => {
  const seatOf = new Map<string, Rotation.Seat>(seats.map((seat) => [seat.personId, seat]))
  const problems = check(seatOf, works, handOverSec)
  if (problems.length > 0) return { ok: false, problems }
  const skillsOf = new Map<string, ReadonlyArray<string>>(
    after.map(({ personId, skillIds }) => [personId, skillIds])
  )
  const takenCount = new Map<string, number>()
  const pieceCount = new Map<Id.Id<"Person">, number>()
  const handOvers: Array<HandOver> = []
  const kept: Array<OpenWork> = []
  for (const work of works) {
    const { workId, ownerId, skillId } = work
    const { fromPostId, toPostId } = seatOf.get(ownerId)!
    const mayTake = ({ personId }: Rotation.Seat): boolean =>
      skillId === "" || (skillsOf.get(personId) ?? []).includes(skillId)
    const there = seats.filter((seat) => seat.toPostId === fromPostId && mayTake(seat))
    const comers = there.filter((seat) => seat.fromPostId !== fromPostId)
    const successor =
      fromPostId === toPostId
        ? undefined
        : leastLaden(comers.length > 0 ? comers : there, takenCount)
    if (successor === undefined) {
      kept.push(work)
      continue
    }
    handOvers.push({ workId, fromId: ownerId, toId: successor, atSec: period.fromSec })
    takenCount.set(successor, (takenCount.get(successor) ?? 0) + 1)
    for (const personId of [ownerId, successor]) {
      pieceCount.set(personId, (pieceCount.get(personId) ?? 0) + 1)
    }
  }
  const costs = Array.from(pieceCount, ([personId, count]) => ({
    personId,
    costSec: count * handOverSec
  }))
  return { ok: true, plan: { handOvers, kept, costs } }
}

const leastLaden = (
  seats: ReadonlyArray<Rotation.Seat>,
  takenCount: ReadonlyMap<string, number>
): Id.Id<"Person"> | undefined =>
  seats
    .map(({ personId }) => personId)
    .toSorted(
      (one, other) =>
        (takenCount.get(one) ?? 0) - (takenCount.get(other) ?? 0) || (one < other ? -1 : 1)
    )[0]

const check = (
  seatOf: ReadonlyMap<string, Rotation.Seat>,
  works: ReadonlyArray<OpenWork>,
  handOverSec: number
): ReadonlyArray<RotationProblem.RotationProblem> => {
  const { make } = RotationProblem
  const times = new Map<string, number>()
  for (const { workId } of works) times.set(workId, (times.get(workId) ?? 0) + 1)
  return [
    ...(Seconds.isWhole(handOverSec) && handOverSec >= 0
      ? []
      : [make("BadCount", "handOverSec", handOverSec, ">= 0")]),
    ...Array.from(times).flatMap(([workId, count]) =>
      count > 1 ? [make("WorkTwice", workId, count, 1)] : []
    ),
    ...works
      .filter(({ ownerId }) => !seatOf.has(ownerId))
      .map(({ workId, ownerId }) => make("OwnerUnknown", workId, ownerId, ""))
  ]
}
