/** The minutes of the persons of a crew: what may be stated, and their sum. */
import type { Member, Share } from "../OrderCommand.ts"
import { make, type OrderRejection } from "../OrderRejection.ts"
import { firstTwice } from "./moveFrame.ts"

/** All minutes together. */
export const sum = (shares: ReadonlyArray<Share>): number =>
  shares.reduce((all, { minutes }) => all + minutes, 0)

/** Persons once each and of the crew, whole minutes from 1, not above the most of one order. */
export const problem = (
  of: { readonly crew: ReadonlyArray<Member>; readonly minutesMax: number },
  shares: ReadonlyArray<Share>
): OrderRejection | undefined => {
  const rule = `1-${of.minutesMax}`
  const bad = shares.find(({ minutes }) => !Number.isSafeInteger(minutes) || minutes < 1)
  if (bad !== undefined) return make("MinutesOutOfRange", "shares", bad.minutes, rule)
  const minutes = sum(shares)
  if (minutes > of.minutesMax) return make("MinutesOutOfRange", "shares", minutes, rule)
  if (firstTwice(shares.map(({ personId }) => personId)) !== undefined) {
    return make("NamedTwice", "shares", 2, 1)
  }
  const isCrew = (share: Share): boolean =>
    of.crew.some(({ personId }) => personId === share.personId)
  return shares.every(isCrew) ? undefined : make("NotInCrew", "shares", "", "crew")
}

/** Nobody gives more minutes than have passed since the beginning, a begun minute counted. */
export const elapsedProblem = (
  shares: ReadonlyArray<Share>,
  elapsedMinutes: number
): OrderRejection | undefined => {
  const most = shares.reduce((so, { minutes }) => Math.max(so, minutes), 0)
  return most > elapsedMinutes
    ? make("MinutesExceedTime", "shares", most, elapsedMinutes)
    : undefined
}
