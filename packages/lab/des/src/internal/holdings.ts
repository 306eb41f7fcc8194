/**
 * What a process holds or has asked for, as a list of claims; and the claims that no process has
 * any more and that can be used again.
 */
import * as Claim from "../Claim.ts"
import type * as Process from "../Process.ts"
import type * as Resource from "../Resource.ts"
import { nobodyError } from "./processErrors.ts"

/** Adds to what a process holds. */
export const add = (process: Process.Process, holding: Claim.Claim): void => {
  holding.nextHolding = process.holdings
  process.holdings = holding
}

/** Takes from what a process holds. */
export const remove = (process: Process.Process, holding: Claim.Claim): void => {
  let before: Claim.Claim | null = null
  let present = process.holdings
  while (present !== null && present !== holding) {
    before = present
    present = present.nextHolding
  }
  if (before === null) process.holdings = holding.nextHolding
  else before.nextHolding = holding.nextHolding
  holding.nextHolding = null
}

/** The latest claim on a resource that a process holds, or null. */
export const latestOf = (
  process: Process.Process,
  resource: Resource.Resource
): Claim.Claim | null => {
  if (!process) throw nobodyError("release")
  for (let held = process.holdings; held !== null; held = held.nextHolding) {
    if (held.resource === resource && held.isHeld) return held
  }
  return null
}

/** Units of a resource that a process holds. */
export const amountOf = (process: Process.Process, resource: Resource.Resource): number => {
  let sum = 0
  for (let held = process.holdings; held !== null; held = held.nextHolding) {
    if (held.resource === resource && held.isHeld) sum += held.amount
  }
  return sum
}

/** A claim of a process, used before or new. */
export const claimOf = (process: Process.Process, resource: Resource.Resource): Claim.Claim => {
  const { processes } = process
  const claim = processes.spareClaim
  if (claim === null) return new Claim.Claim(resource, process)
  processes.spareClaim = claim.nextHolding
  claim.nextHolding = null
  claim.resource = resource
  return claim
}

/** Keeps a claim that nobody has any more; not one that was handed out. */
export const recycle = (claim: Claim.Claim): void => {
  if (claim.isExplicit) return
  const { processes } = claim.process
  claim.nextHolding = processes.spareClaim
  processes.spareClaim = claim
}
