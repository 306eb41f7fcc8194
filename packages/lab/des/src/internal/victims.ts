/**
 * Who gives way where a resource is pre-emptive.
 */
import type * as Claim from "../Claim.ts"

/**
 * The claims that have to give way to a more important one: the least important first, of equal
 * ones the latest granted, until there is room; none if there would not be enough even so.
 */
export const victimsOf = (
  claim: Claim.Claim,
  holders: ReadonlySet<Claim.Claim>,
  freeCount: number
): ReadonlyArray<Claim.Claim> => {
  const lesser = [...holders].filter(
    ({ priority, process }) => priority > claim.priority && process !== claim.process
  )
  const worstFirst = lesser.reverse().sort((left, right) => right.priority - left.priority)
  const victims: Array<Claim.Claim> = []
  let free = freeCount
  for (const held of worstFirst) {
    if (free >= claim.amount) break
    victims.push(held)
    free += held.amount
  }
  return free >= claim.amount ? victims : []
}
