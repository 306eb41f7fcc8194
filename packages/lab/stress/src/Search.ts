/**
 * The search for the smallest shock that breaks a promise. fast-check draws candidate shocks and
 * shrinks the first one that breaks along the printed order; then every one-step-smaller
 * neighbour is judged, and what is left is confirmed on fresh seeds. Equal arguments give equal
 * verdicts, whatever the runner's number of threads.
 */
import type { Runner, Scenario, Shock } from "@wangge/simulator"
import * as Counterexample from "./Counterexample.ts"
import * as Hunt from "./internal/hunt.ts"
import { TrialBook } from "./internal/trialBook.ts"
import * as Judgement from "./Judgement.ts"
import * as Objective from "./Objective.ts"
import * as ShockOrder from "./ShockOrder.ts"
import * as ShockRange from "./ShockRange.ts"
import * as Shrink from "./Shrink.ts"
import type * as Trial from "./Trial.ts"
import type * as Verdict from "./Verdict.ts"

/**
 * How many candidates are judged unless told otherwise.
 *
 * @category searching
 * @source none: enough for about two descents from the largest shocks, each halving three factors,
 * and a few minutes for a year of a small city on two cores
 * @since 0.1.0
 */
export const budgetDefault = 60

/**
 * How many candidates at most are taken to fresh seeds in one search. They count apart from the
 * budget.
 *
 * @category searching
 * @source none: with the default plan each is confirmed in most cases, so ten in a row that are
 * not speak of a promise whose bound lies inside the noise
 * @since 0.1.0
 */
export const confirmationsMax = 10

/**
 * What a search is doing.
 *
 * `base` judges the town without an added shock, `search` draws and shrinks, `check` judges the
 * neighbours of a shrunk shock, `confirm` runs it on fresh seeds.
 *
 * @category searching
 * @source none: the steps of {@link smallestShock}
 * @since 0.1.0
 */
export const phases = ["base", "search", "check", "confirm"] as const

/**
 * One of the four phases.
 *
 * @category searching
 * @since 0.1.0
 */
export type Phase = (typeof phases)[number]

/**
 * How far a search is; told after each replication. `smallest` is the smallest shock confirmed
 * so far.
 *
 * @category searching
 * @since 0.1.0
 */
export interface Progress {
  readonly phase: Phase
  readonly judged: number
  readonly budget: number
  readonly replications: number
  readonly smallest: Shock.Shock | null
}

/**
 * What to search, and how hard.
 *
 * `seed` is any whole number that a double holds exactly. `budget` is the number of candidates
 * judged in all, the town without a shock among them and repeats counted once. `ranges` default to
 * `ShockRange.of(scenario)`, `plan` to `Judgement.defaultPlan`.
 *
 * @category searching
 * @since 0.1.0
 */
export interface Options {
  readonly scenario: Scenario.Scenario
  readonly objective: Objective.Objective
  readonly seed: number
  readonly runner: Runner.Runner
  readonly budget?: number
  readonly ranges?: ShockRange.ShockRange
  readonly plan?: Judgement.Plan
  /** Hears how far the search has come. */
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/**
 * Searches the smallest shock that breaks a promise.
 *
 * A promise broken without any shock gives the empty one. Otherwise the largest shocks of each
 * kind are tried first, then drawn ones; the first that breaks is shrunk until no one-step-smaller
 * neighbour is judged to break, then confirmed on fresh seeds; what is not confirmed counts as
 * not breaking and the search goes on from the next larger one. What is left of the budget is
 * spent on drawn shocks smaller than the best. So the result is locally minimal in the printed
 * order, and not proved to be the smallest of all.
 *
 * Throws a `RangeError` for a seed, budget, plan or ranges that make no sense; rejects with what
 * the runner or the signal rejects with. Cost: `budget` times 4 to 16 replications with the default
 * plan, and 32 for each confirmation.
 *
 * @category searching
 * @since 0.1.0
 */
export const smallestShock = async (options: Options): Promise<Verdict.Verdict> => {
  const search = begin(options)
  const { hunt } = search
  const base = await hunt.book.judge(null)
  if (base === null) throw new Error("The first candidate is always within the budget")
  if (base.judgement.state === "undecided") return undecided(search, base, "baseUndecided")
  if (base.judgement.state === "violated") {
    const confirmation = await Hunt.confirm(hunt, null)
    return confirmation?.trial.judgement.state !== "violated"
      ? undecided(search, base, "baseNotConfirmed")
      : broken(search, base, { trial: base, confirmation, isChecked: true })
  }
  const found = await Hunt.rounds(hunt)
  if (found !== null) return broken(search, base, found)
  if (hunt.book.confirmations > 0) return undecided(search, base, "shockNotConfirmed")
  return { verdict: "holdsWithinBudget", ...aboutSearch(search, base) }
}

/** A search under way. */
interface Begun {
  readonly options: Options
  readonly plan: Judgement.Plan
  readonly hunt: Hunt.Hunt
}

const begin = (options: Options): Begun => {
  const { scenario, objective, seed, runner, signal, onProgress } = options
  const plan = options.plan ?? Judgement.defaultPlan
  const ranges = options.ranges ?? ShockRange.of(scenario)
  const budget = options.budget ?? budgetDefault
  check({ seed, budget, plan, ranges, scenario })
  const report = ({ judged, replications }: TrialBook): void => {
    const { phase, smallest } = hunt
    const shock = smallest?.trial.shock ?? null
    onProgress?.({ phase, judged, budget, replications, smallest: shock })
  }
  const limits = { budget, confirmationsMax }
  const book = new TrialBook({ scenario, objective, seed, ...limits, plan, runner, report, signal })
  const hunt: Hunt.Hunt = { seed, ...limits, ranges, book, phase: "base", smallest: null }
  return { options, plan, hunt }
}

const check = (given: {
  readonly seed: number
  readonly budget: number
  readonly plan: Judgement.Plan
  readonly ranges: ShockRange.ShockRange
  readonly scenario: Scenario.Scenario
}): void => {
  const { seed, budget } = given
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`seed: ${seed}; expected a whole number that a double holds exactly`)
  }
  if (!Number.isSafeInteger(budget) || budget < 1) {
    throw new RangeError(`budget: ${budget}; expected a whole number from 1 on`)
  }
  const planProblem = Judgement.planProblems(given.plan)[0]
  if (planProblem !== undefined) throw new RangeError(`plan.${planProblem}`)
  const rangeProblem = ShockRange.problems(given.ranges, given.scenario)[0]
  if (rangeProblem !== undefined) {
    const value = JSON.stringify(rangeProblem.value)
    throw new RangeError(`ranges.${rangeProblem.path}: ${value}; expected ${rangeProblem.expected}`)
  }
}

const aboutSearch = (search: Begun, base: Trial.Trial): Verdict.About => ({
  promise: Objective.toText(search.options.objective),
  seed: search.options.seed,
  base: base.judgement,
  effort: search.hunt.book.effort(),
  ranges: search.hunt.ranges,
  plan: search.plan,
  order: ShockOrder.text.en
})

const undecided = (
  search: Begun,
  base: Trial.Trial,
  reason: Verdict.UndecidedReason
): Verdict.Verdict => ({ verdict: "undecided", reason, ...aboutSearch(search, base) })

const broken = (search: Begun, base: Trial.Trial, found: Hunt.Found): Verdict.Verdict => {
  const about = aboutSearch(search, base)
  const { shock } = found.trial
  const near = shock === null ? [] : Shrink.neighbours(shock, search.hunt.ranges)
  const counterexample = Counterexample.make({
    about,
    scenario: search.options.scenario,
    trial: found.trial,
    confirmSeed: found.confirmation.seed,
    confirmation: found.confirmation.trial,
    neighbours: near.map((one) => neighbourOf(search.hunt.book, one))
  })
  return { verdict: "broken", shock, counterexample, ...about }
}

const neighbourOf = (book: TrialBook, shock: Shock.Shock): Counterexample.Neighbour => {
  const judgement = book.peek(shock)?.judgement
  if (judgement === undefined) {
    return { shock, state: "notJudged", reason: "budgetSpent", interval: null }
  }
  const interval = Counterexample.intervalOf(judgement)
  // It broke the promise on the given seed, but no more clearly than what fresh seeds refuted.
  return judgement.state === "violated"
    ? { shock, state: "undecided", reason: "notConfirmed", interval }
    : { shock, state: judgement.state, reason: judgement.reason, interval }
}
