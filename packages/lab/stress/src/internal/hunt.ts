/**
 * How a search hunts: rounds of drawing, shrinking, checking and confirming over one book of
 * trials. `Search` prepares a hunt and turns its end into a verdict.
 */
import type { Shock } from "@wangge/simulator"
import * as fc from "fast-check"
import type * as Search from "../Search.ts"
import * as ShockOrder from "../ShockOrder.ts"
import type * as ShockRange from "../ShockRange.ts"
import * as Shrink from "../Shrink.ts"
import type * as Trial from "../Trial.ts"
import { largest, ShockArbitrary, strongest } from "./shockArbitrary.ts"
import type { Confirmation, TrialBook } from "./trialBook.ts"

/** Candidates kept back from drawing, so that what was found can be shrunk and checked. */
const keptToCheck = 10

/** Candidates kept back from shrinking: the neighbours of a shock are at most five. */
const keptForNeighbours = 5

/**
 * Draws per candidate of the budget that is left: most draws cost nothing, because they lie
 * within a shock that broke nothing.
 */
const drawsPerCandidate = 10

/** A hunt under way; `smallest` is the best confirmed so far. */
export interface Hunt {
  readonly seed: number
  readonly budget: number
  readonly confirmationsMax: number
  readonly ranges: ShockRange.ShockRange
  readonly book: TrialBook
  phase: Search.Phase
  smallest: Found | null
}

/** A confirmed shock; `isChecked` says that all its neighbours were judged not to break. */
export interface Found {
  readonly trial: Trial.Trial
  readonly confirmation: Confirmation
  readonly isChecked: boolean
}

/** Draws, shrinks, checks and confirms until the budget is spent or nothing smaller breaks. */
export const rounds = async (hunt: Hunt): Promise<Found | null> => {
  const { book } = hunt
  for (let round = 0; book.confirmations < hunt.confirmationsMax; round += 1) {
    const below = hunt.smallest === null ? Infinity : ShockOrder.cost(shockOf(hunt.smallest))
    const first = await draw(hunt, round, below)
    if (first === null) break
    const settled = await settle(hunt, first, below)
    // A shock known to be locally minimal does not give way to one that could not be checked.
    if (settled !== null && (settled.isChecked || hunt.smallest === null)) hunt.smallest = settled
  }
  return hunt.smallest
}

/** A shrunk shock that breaks and costs less than `below`; null when none was found. */
const draw = (hunt: Hunt, round: number, below: number): Promise<Shock.Shock | null> => {
  const { ranges, smallest, book } = hunt
  hunt.phase = "search"
  keepBack(hunt, keptToCheck)
  const examples =
    smallest === null ? largest(ranges) : strongest(ranges, { below, near: shockOf(smallest) })
  const left = Math.max(0, book.limit - book.judged)
  const numRuns = examples.length + drawsPerCandidate * left
  return falsify(hunt, { below, seed: hunt.seed + round, examples, numRuns })
}

/** Leaves the last candidates of the budget, at most a quarter of it, to a later step. */
const keepBack = (hunt: Hunt, count: number): void => {
  hunt.book.limit = hunt.budget - Math.min(count, Math.floor(hunt.budget / 4))
}

/** The smallest shock that fast-check reaches from one that breaks. */
const shrinkFrom = async (hunt: Hunt, shock: Shock.Shock): Promise<Shock.Shock> => {
  hunt.phase = "search"
  keepBack(hunt, keptForNeighbours)
  const seed = hunt.seed
  return (await falsify(hunt, { below: Infinity, seed, examples: [shock], numRuns: 1 })) ?? shock
}

/**
 * Lets fast-check refute "no shock breaks the promise" and shrink what refutes it.
 *
 * An error of the runner must not look like a broken promise, which fast-check would go on to
 * shrink: it is put aside, everything after it passes at once, and it is thrown at the end.
 */
const falsify = async (
  hunt: Hunt,
  how: {
    readonly below: number
    readonly seed: number
    readonly examples: ReadonlyArray<Shock.Shock>
    readonly numRuns: number
  }
): Promise<Shock.Shock | null> => {
  if (how.numRuns === 0) return null
  const failures: Array<unknown> = []
  const arbitrary = new ShockArbitrary(hunt.ranges, how.below)
  const property = fc.asyncProperty(arbitrary, async (shock) => {
    if (failures.length > 0 || ShockOrder.cost(shock) >= how.below) return true
    return hunt.book.breaks(shock).then(
      (isBroken) => !isBroken,
      (failure: unknown) => failures.push(failure) > 0
    )
  })
  const details = await fc.check(property, {
    seed: Number(BigInt.asIntN(32, BigInt(how.seed))),
    numRuns: how.numRuns,
    examples: how.examples.map((shock): [Shock.Shock] => [shock])
  })
  if (failures.length > 0) throw failures[0]
  return details.counterexample?.[0] ?? null
}

/** From a breaking shock to a confirmed locally minimal one; null when none is confirmed. */
const settle = async (hunt: Hunt, first: Shock.Shock, below: number): Promise<Found | null> => {
  const { book, ranges } = hunt
  let shock: Shock.Shock | null = first
  while (shock !== null) {
    const minimal: Shock.Shock = await descend(hunt, shock)
    const trial = book.peek(minimal)
    const confirmation = await confirm(hunt, minimal)
    if (trial === null || confirmation === null) return null
    if (confirmation.trial.judgement.state === "violated") {
      const near = Shrink.neighbours(minimal, ranges)
      return { trial, confirmation, isChecked: near.every((one) => book.peek(one) !== null) }
    }
    book.refute(trial, confirmation.trial.judgement)
    shock = book.smallestBreaking(below)
  }
  return null
}

/** Goes to a breaking neighbour, and shrinks from there, until no neighbour breaks. */
const descend = async (hunt: Hunt, first: Shock.Shock): Promise<Shock.Shock> => {
  let shock = first
  for (;;) {
    hunt.phase = "check"
    keepBack(hunt, 0)
    const next = await breakingNeighbour(hunt, shock)
    if (next === null) return shock
    shock = await shrinkFrom(hunt, next)
  }
}

const breakingNeighbour = async (
  { book, ranges }: Hunt,
  shock: Shock.Shock
): Promise<Shock.Shock | null> => {
  for (const neighbour of Shrink.neighbours(shock, ranges)) {
    const trial = await book.judge(neighbour)
    if (trial !== null && book.isBreaking(trial)) return neighbour
  }
  return null
}

/** The shock on fresh seeds; null when no confirmation is left. */
export const confirm = (hunt: Hunt, shock: Shock.Shock | null): Promise<Confirmation | null> => {
  hunt.phase = "confirm"
  return hunt.book.confirm(shock)
}

const shockOf = (found: Found): Shock.Shock => {
  if (found.trial.shock === null) throw new Error("A search never finds the empty shock")
  return found.trial.shock
}
