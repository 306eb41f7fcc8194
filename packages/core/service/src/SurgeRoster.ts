/**
 * Crews for duties from those who are there: first the least crews, the most pressing duty first,
 * then more people in turn up to the most; who is over is in reserve. A duty whose least crew cannot be made
 * up is not begun, so that nobody stands at the dyke alone.
 */
import type { Id } from "@wangge/facts"
import { hasSkills } from "./SurgeCall.ts"
import type { SurgeDuty } from "./SurgePlan.ts"

/**
 * Somebody who is there.
 *
 * @category rosters
 * @since 0.1.0
 */
export interface Present {
  readonly volunteerId: Id.Id<"Person">
  readonly skillIds: ReadonlyArray<string>
}

/**
 * The crew of one duty; empty for a duty that is not begun. `missingCount` is how many more the least
 * crew would have needed, when the duties before it had theirs.
 *
 * @category rosters
 * @since 0.1.0
 */
export interface Crew {
  readonly dutyId: string
  readonly volunteerIds: ReadonlyArray<Id.Id<"Person">>
  readonly missingCount: number
}

/**
 * A roster: one crew per duty, by rank, and who is in reserve. Everybody who is there is in exactly
 * one place.
 *
 * @category rosters
 * @since 0.1.0
 */
export interface Roster {
  readonly crews: ReadonlyArray<Crew>
  readonly reserveIds: ReadonlyArray<Id.Id<"Person">>
}

/**
 * The roster of those who are there. Nobody gets a duty without its skills.
 *
 * A duty gets its least crew whenever that is possible at all beside the least crews of the duties
 * before it, people moving between duties for it; what is over is dealt out one by one, duty after
 * duty by rank, up to the most. Among people who serve equally well the first by id is taken; the order of the input
 * does not matter. Throws a `RangeError` for somebody who is there twice. Cost: people squared times
 * duties at worst.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { SurgePlan, SurgeRoster } from "@wangge/service"
 *
 * const people = ["a", "b", "c"].map((id) => ({ volunteerId: Id.make<"Person">(id), skillIds: [] }))
 * const duties = SurgePlan.floodDuties.map((duty) => ({ ...duty, crewMax: 2 }))
 * const { crews } = SurgeRoster.fill(duties, people)
 * crews.map(({ dutyId, volunteerIds }) => `${dutyId}: ${volunteerIds.join()}`)
 * // => ["movePeople: a,b", "dykePatrol: ", "hazardSearch: ", "monitoring: c"]
 * ```
 *
 * @source none: crews by flows on people and duties (augmenting paths)
 * @category rosters
 * @since 0.1.0
 */
export const fill = (duties: ReadonlyArray<SurgeDuty>, people: ReadonlyArray<Present>): Roster => {
  const board = boardOf(duties, people)
  const missing = board.duties.map((_, duty) => fillLeast(board, duty))
  for (let isMoving = true; isMoving; ) {
    const grown = board.duties.filter(
      (duty, index) =>
        missing[index] === 0 && board.sizes[index]! < duty.crewMax && reach(board, index)
    )
    isMoving = grown.length > 0
  }
  const idsOf = (duty: number): ReadonlyArray<Id.Id<"Person">> =>
    board.people
      .filter((_, person) => board.dutyOf[person] === duty)
      .map(({ volunteerId }) => volunteerId)
  return {
    crews: board.duties.map(({ dutyId }, index) => ({
      dutyId,
      volunteerIds: idsOf(index),
      missingCount: missing[index]!
    })),
    reserveIds: idsOf(free)
  }
}

const free = -1

interface Board {
  readonly duties: ReadonlyArray<SurgeDuty>
  readonly people: ReadonlyArray<Present>
  /** One row per person: whether each duty can be done. */
  readonly able: ReadonlyArray<ReadonlyArray<boolean>>
  readonly dutyOf: Int32Array
  readonly sizes: Int32Array
}

const boardOf = (duties: ReadonlyArray<SurgeDuty>, people: ReadonlyArray<Present>): Board => {
  if (new Set(people.map(({ volunteerId }) => volunteerId)).size < people.length) {
    throw new RangeError("Somebody is there twice")
  }
  const ranked = duties.toSorted(
    (one, other) => one.rank - other.rank || (one.dutyId < other.dutyId ? -1 : 1)
  )
  const ordered = people.toSorted((one, other) => (one.volunteerId < other.volunteerId ? -1 : 1))
  return {
    duties: ranked,
    people: ordered,
    able: ordered.map((person) => ranked.map(({ skillIds }) => hasSkills(person, skillIds))),
    dutyOf: new Int32Array(people.length).fill(free),
    sizes: new Int32Array(duties.length)
  }
}

/** Makes up the least crew of a duty, or none of it; returns how many are missing. */
const fillLeast = (board: Board, duty: number): number => {
  const { dutyOf, sizes } = board
  const before = dutyOf.slice()
  const sizesBefore = sizes.slice()
  const { crewMin } = board.duties[duty]!
  while (sizes[duty]! < crewMin && reach(board, duty)) {
    // each turn of the loop has brought one more
  }
  const missing = crewMin - sizes[duty]!
  if (missing === 0) return 0
  dutyOf.set(before)
  sizes.set(sizesBefore)
  return missing
}

/**
 * Brings one more person to a duty along the shortest chain: a free one, or one of another duty whose
 * place somebody else can take. The sizes of all other crews stay.
 */
const reach = ({ people, able, dutyOf, sizes }: Board, wanted: number): boolean => {
  const personTo = new Int32Array(sizes.length).fill(free)
  const cameFrom = new Int32Array(sizes.length).fill(free)
  const queue = [wanted]
  const seen = new Set(queue)
  for (let at = 0; at < queue.length; at++) {
    const duty = queue[at]!
    for (let person = 0; person < people.length; person++) {
      if (!able[person]![duty]) continue
      const held = dutyOf[person]!
      if (held === free) {
        move(person, duty)
        return true
      }
      if (seen.has(held)) continue
      seen.add(held)
      personTo[held] = person
      cameFrom[held] = duty
      queue.push(held)
    }
  }
  return false

  /** Moves everybody along the chain by one duty, the last one first. */
  function move(last: number, end: number): void {
    let person = last
    let duty = end
    for (;;) {
      dutyOf[person] = duty
      if (duty === wanted) break
      person = personTo[duty]!
      duty = cameFrom[duty]!
    }
    sizes[wanted]! += 1
  }
}
