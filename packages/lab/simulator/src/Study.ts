/**
 * A study: one scenario, several replications, every outcome with its interval. This is the data
 * that the report draws and the JSON output prints.
 */
import { CaseStatus } from "@wangge/cases"
import { Estimate, EventHash, RandomStreams } from "@wangge/des"
import type { Locality } from "@wangge/localities"
import * as Assumption from "./Assumption.ts"
import * as notes from "./internal/notes.ts"
import * as Outcome from "./Outcome.ts"
import * as Probe from "./Probe.ts"
import type * as Replication from "./Replication.ts"
import type * as Runner from "./Runner.ts"
import type * as Scenario from "./Scenario.ts"

/**
 * Name of the model: raised whenever the same scenario and seed give other numbers.
 *
 * @source none: our own numbering; the case statuses are part of it
 * @category studies
 * @since 0.1.0
 */
export const modelVersion: string = `town-1/statuses-${CaseStatus.count}`

/**
 * A finished study.
 *
 * `runs` are the replications in order; `probes` say which outcomes mostly repeat an assumption.
 *
 * @category studies
 * @since 0.1.0
 */
export interface Study {
  readonly scenario: Scenario.Scenario
  readonly seed: number
  readonly replications: number
  readonly confidence: number
  readonly versions: Versions
  /** Hash over the replications' hashes in order: equal hashes mean equal runs. */
  readonly runHash: string
  readonly outcomes: ReadonlyArray<Outcome.Outcome>
  readonly probes: ReadonlyArray<Probe.Finding>
  readonly runs: ReadonlyArray<Replication.Replication>
  readonly assumptions: ReadonlyArray<Assumption.Row>
  /** Whether there is a locality's preset that the assumptions could be compared with. */
  readonly hasPreset: boolean
  readonly notes: ReadonlyArray<Note>
}

/**
 * What must be equal for a run to repeat bit for bit.
 *
 * @category studies
 * @since 0.1.0
 */
export interface Versions {
  readonly simulator: string
  readonly streams: string
}

/**
 * The versions of this package.
 *
 * @category studies
 * @since 0.1.0
 */
export const versions: Versions = { simulator: modelVersion, streams: RandomStreams.streamVersion }

/**
 * Something a reader of the results must know, such as a level without workers.
 *
 * @category studies
 * @since 0.1.0
 */
export interface Note {
  readonly code: string
  readonly en: string
  readonly zh: string
}

/**
 * What a study needs.
 *
 * `confidence` is 0.95 unless given; `probe` (true unless given) switches the suspected assumptions
 * as well, which costs {@link Probe.replicationCount} runs for each; `onProgress` hears how many
 * runs of how many are done.
 *
 * @category studies
 * @since 0.1.0
 */
export interface Options {
  readonly scenario: Scenario.Scenario
  /** The locality that the scenario was made from, where it is none of the shipped ones. */
  readonly locality?: Locality.Locality
  readonly seed: number
  readonly replications: number
  readonly runner: Runner.Runner
  readonly confidence?: number
  readonly probe?: boolean
  /** Hears how many runs of how many are done. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/**
 * Makes a study.
 *
 * The result depends on scenario, seed, replications and confidence alone, never on the runner.
 * Throws a `RangeError` if `replications` is no whole number from 1 or `seed` no safe integer;
 * is rejected with the signal's reason when aborted.
 *
 * @category studies
 * @since 0.1.0
 */
export const run = async (options: Options): Promise<Study> => {
  const { scenario, seed, replications, confidence = Estimate.confidenceDefault } = options
  const locality = options.locality ?? Assumption.localityOf(scenario)
  const assumptions = Assumption.rows(scenario, locality)
  checkCounts(seed, replications)
  const probeRuns = Math.min(Probe.replicationCount, replications)
  const suspects = (options.probe ?? true) ? Probe.suspects : []
  const tasks = [
    ...tasksOf(scenario, seed, replications),
    ...suspects.flatMap((suspect) => tasksOf(suspect.switch(scenario), seed, probeRuns))
  ]
  let done = 0
  const results = await options.runner.run(tasks, {
    onDone: () => {
      done += 1
      options.onProgress?.(done, tasks.length)
    },
    ...(options.signal === undefined ? {} : { signal: options.signal })
  })
  const runs = results.slice(0, replications)
  const probes = suspects.flatMap((suspect, index) => {
    const first = replications + index * probeRuns
    const after = results.slice(first, first + probeRuns)
    return Probe.findings(suspect, scenario, runs.slice(0, probeRuns), after)
  })
  return {
    scenario,
    seed,
    replications,
    confidence,
    versions,
    runHash: runHash(runs),
    outcomes: Outcome.definitions.map((definition) =>
      outcomeOf(definition, runs, confidence, probes)
    ),
    probes,
    runs,
    assumptions,
    hasPreset: locality !== undefined,
    notes: notes.of(scenario, runs, assumptions)
  }
}

const checkCounts = (seed: number, replications: number): void => {
  if (!(Number.isSafeInteger(replications) && replications >= 1)) {
    throw new RangeError(`replications is a whole number from 1; got ${replications}`)
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed is a safe integer; got ${seed}`)
}

const tasksOf = (
  scenario: Scenario.Scenario,
  seed: number,
  replications: number
): ReadonlyArray<Runner.Task> =>
  Array.from({ length: replications }, (_, replication) => ({ scenario, seed, replication }))

/**
 * The hash of some runs in their order: 16 hexadecimal digits.
 *
 * @category studies
 * @since 0.1.0
 */
export const runHash = (runs: ReadonlyArray<Replication.Replication>): string => {
  const hash = EventHash.make()
  for (const one of runs) hash.addText(one.hash)
  return hash.digest()
}

/**
 * One outcome over some runs: mean and half-width by Student's t over the runs that have a value.
 *
 * `mean` is null if no run has one, `halfWidth` null if fewer than two have.
 *
 * @category studies
 * @since 0.1.0
 */
export const estimate = (
  runs: ReadonlyArray<Replication.Replication>,
  id: Outcome.Id,
  confidence: number = Estimate.confidenceDefault
): { readonly mean: number | null; readonly halfWidth: number | null; readonly count: number } => {
  const values = runs.map((one) => one.outcomes[id]).filter((value) => Number.isFinite(value))
  if (values.length === 0) return { mean: null, halfWidth: null, count: 0 }
  const found = Estimate.of(values, confidence)
  return { mean: found.mean, halfWidth: found.halfWidth, count: values.length }
}

const outcomeOf = (
  definition: Outcome.Definition,
  runs: ReadonlyArray<Replication.Replication>,
  confidence: number,
  probes: ReadonlyArray<Probe.Finding>
): Outcome.Outcome => {
  const { mean, halfWidth, count } = estimate(runs, definition.id, confidence)
  return {
    id: definition.id,
    unit: definition.unit,
    mean,
    halfWidth,
    confidence,
    replications: count,
    inputDetermined: probes.some((probe) => probe.outcome === definition.id)
  }
}
