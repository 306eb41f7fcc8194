/**
 * What a search has judged so far: every candidate once, within the budget. It answers "does this
 * shock break the promise?" from memory where it can, and runs replications where it must.
 */
import type { Runner, Scenario, Shock } from "@wangge/simulator"
import * as Judgement from "../Judgement.ts"
import type * as Objective from "../Objective.ts"
import * as ShockOrder from "../ShockOrder.ts"
import * as Trial from "../Trial.ts"
import type * as Verdict from "../Verdict.ts"
import { freshSeed } from "./freshSeed.ts"

/** Everything a book needs to judge candidates; `report` is called after each replication. */
export interface BookOptions {
  readonly scenario: Scenario.Scenario
  readonly objective: Objective.Objective
  readonly seed: number
  readonly budget: number
  readonly confirmationsMax: number
  readonly plan: Judgement.Plan
  readonly runner: Runner.Runner
  readonly report: (book: TrialBook) => void
  readonly signal: AbortSignal | undefined
}

/** A trial on a fresh master seed. */
export interface Confirmation {
  readonly seed: number
  readonly trial: Trial.Trial
}

/** The memory of one search. */
export class TrialBook {
  /** Candidates judged from here on stay below this count; the search moves it. */
  limit: number
  judged = 0
  confirmations = 0
  replications = 0
  readonly #options: BookOptions
  readonly #trials = new Map<string, Trial.Trial>()
  readonly #refuted = new Set<string>()
  #unbreaking: ReadonlyArray<Shock.Shock> = []
  #bar = -Infinity

  constructor(options: BookOptions) {
    this.#options = options
    this.limit = options.budget
  }

  /**
   * The judgement of exactly this candidate by the whole plan; null when the limit leaves none to
   * be made. What a search judged briefly is judged again, and counts once.
   */
  judge(shock: Shock.Shock | null): Promise<Trial.Trial | null> {
    return this.#judge(shock, false)
  }

  /** The judgement made of this candidate, null if none was. */
  peek(shock: Shock.Shock | null): Trial.Trial | null {
    return this.#trials.get(ShockOrder.key(shock)) ?? null
  }

  /**
   * Whether a candidate is known to break the promise, judging it if need be.
   *
   * A shock that lies wholly within one that broke nothing is taken not to break it either. This
   * only saves trials while searching: what is called minimal is judged by itself.
   */
  async breaks(shock: Shock.Shock): Promise<boolean> {
    if (this.peek(shock) === null) {
      if (this.judged >= this.limit) return false
      if (this.#unbreaking.some((one) => ShockOrder.contains(one, shock))) return false
    }
    const trial = await this.#judge(shock, true)
    return trial !== null && this.isBreaking(trial)
  }

  /** Whether a trial stands as broken: violated, not refuted, and as bad as the bar asks. */
  isBreaking(trial: Trial.Trial): boolean {
    const { state, mean } = trial.judgement
    if (state !== "violated" || mean === null || this.isRefuted(trial.shock)) return false
    return this.#badness(mean) >= this.#bar
  }

  /** Judges a candidate once more on fresh seeds; null when no confirmation is left. */
  async confirm(shock: Shock.Shock | null): Promise<Confirmation | null> {
    if (this.confirmations >= this.#options.confirmationsMax) return null
    this.confirmations += 1
    const seed = freshSeed(this.#options.seed, this.confirmations)
    const looks = [this.#options.plan.confirmReplications]
    const lookConfidence = this.#options.plan.confidence
    return { seed, trial: await this.#run(shock, { seed, looks, lookConfidence, isBrief: false }) }
  }

  /**
   * Notes that fresh seeds did not confirm a candidate, and raises the bar for the next ones.
   *
   * The given seed was kinder to the search than fresh ones are. What comes next must be worse on
   * it by as much as this candidate fell short of a violation on the fresh ones.
   */
  refute(trial: Trial.Trial, fresh: Judgement.Judgement): void {
    this.#refuted.add(ShockOrder.key(trial.shock))
    if (trial.shock !== null) this.#noteUnbreaking(trial.shock)
    const { mean } = trial.judgement
    if (mean === null || fresh.mean === null || fresh.halfWidth === null) return
    const { bound } = this.#options.objective
    const shortfall = this.#badness(bound) - this.#badness(fresh.mean) + fresh.halfWidth
    this.#bar = Math.max(this.#bar, this.#badness(mean) + Math.max(0, shortfall))
  }

  /** Whether fresh seeds did not confirm a candidate. */
  isRefuted(shock: Shock.Shock | null): boolean {
    return this.#refuted.has(ShockOrder.key(shock))
  }

  /** The smallest breaking shock known that costs less than `below`, null if there is none. */
  smallestBreaking(below: number): Shock.Shock | null {
    let smallest: Shock.Shock | null = null
    for (const trial of this.#trials.values()) {
      const { shock } = trial
      if (shock === null || !this.isBreaking(trial) || ShockOrder.cost(shock) >= below) continue
      if (smallest === null || ShockOrder.compare(shock, smallest) < 0) smallest = shock
    }
    return smallest
  }

  /** What the search has spent, counted. */
  effort(): Verdict.Effort {
    const counts = { holds: 0, violated: 0, undecided: 0 }
    for (const trial of this.#trials.values()) counts[trial.judgement.state] += 1
    return {
      budget: this.#options.budget,
      judged: this.judged,
      held: counts.holds,
      violated: counts.violated,
      undecided: counts.undecided,
      notConfirmed: this.#refuted.size,
      confirmations: this.confirmations,
      replications: this.replications
    }
  }

  /** Keeps only shocks that no other of the list contains. */
  #noteUnbreaking(shock: Shock.Shock): void {
    const others = this.#unbreaking.filter((one) => !ShockOrder.contains(shock, one))
    this.#unbreaking = [...others, shock]
  }

  /** A mean, turned so that more is worse for the promise. */
  #badness(mean: number): number {
    return this.#options.objective.relation.startsWith(">") ? -mean : mean
  }

  async #judge(shock: Shock.Shock | null, isBrief: boolean): Promise<Trial.Trial | null> {
    const { plan, seed } = this.#options
    const known = this.peek(shock)
    if (known !== null && (isBrief || this.#isWhole(known))) return known
    if (known === null) {
      if (this.judged >= this.limit) return null
      this.judged += 1
    }
    const lookConfidence = Judgement.lookConfidence(plan)
    const trial = await this.#run(shock, { seed, looks: plan.looks, lookConfidence, isBrief })
    this.#trials.set(ShockOrder.key(shock), trial)
    if (shock !== null && !this.isBreaking(trial)) this.#noteUnbreaking(shock)
    return trial
  }

  /** Whether the whole plan would have ended here too. */
  #isWhole({ judgement }: Trial.Trial): boolean {
    return (
      judgement.state !== "undecided" || judgement.replications === this.#options.plan.looks.at(-1)
    )
  }

  #run(
    shock: Shock.Shock | null,
    how: Pick<Trial.Options, "seed" | "looks" | "lookConfidence" | "isBrief">
  ): Promise<Trial.Trial> {
    const { scenario, objective, runner, signal, report } = this.#options
    return Trial.run({
      scenario,
      shock,
      objective,
      ...how,
      runner,
      onReplication: () => {
        this.replications += 1
        report(this)
      },
      ...(signal === undefined ? {} : { signal })
    })
  }
}
