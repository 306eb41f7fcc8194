/** What is checked before anything is run: the networks, the measures, the checkpoint. */
import { Measure, Network, NetworkRun, NetworkRunProblem } from "@wangge/des"
import * as Effect from "effect/Effect"
import type * as NetworkTask from "../NetworkTask.ts"
import * as StudyCheckpoint from "../StudyCheckpoint.ts"
import * as StudyError from "../StudyError.ts"
import type { Courses } from "./studyDriver.ts"

/** What is to be run, and what that comes to. */
export interface Checked {
  /** With its measures in their usual text. */
  readonly plan: NetworkTask.Plan
  readonly settings: NetworkRun.Settings
}

/** A plan that can be run, or all that is wrong with it. */
export const check = (plan: NetworkTask.Plan): Effect.Effect<Checked, StudyError.StudyRefused> => {
  const found = Network.check(plan.network)
  if (found.length > 0) {
    return refuse(found.map(StudyError.ofRun))
  }
  const network = Network.make(plan.network)
  const prepared = NetworkRun.prepare({ ...plan, network })
  return prepared.ok
    ? Effect.succeed({
        plan: { ...plan, measures: prepared.value.measures.map(Measure.toText) },
        settings: prepared.value
      })
    : refuse(prepared.problems.map(StudyError.ofRun))
}

/**
 * Plans whose runs are equally long: where a plan does not say how long, as the longest needs.
 */
export const checkAlike = (
  plans: ReadonlyArray<NetworkTask.Plan>
): Effect.Effect<ReadonlyArray<Checked>, StudyError.StudyRefused> =>
  Effect.gen(function* () {
    const checked = yield* Effect.forEach(plans, check)
    const horizons = checked.map(({ settings }) => settings.horizon)
    const horizon = Math.max(...horizons)
    if (horizon === Math.min(...horizons) || horizon === Number.POSITIVE_INFINITY) return checked
    const warmUp = Math.max(...checked.map(({ settings }) => settings.warmUp))
    return yield* Effect.forEach(plans, (plan) => check({ ...plan, horizon, warmUp }))
  })

/** Whether a run of the first network could go on as each of the others at this time, on the whole. */
export const checkFork = (
  checked: ReadonlyArray<Checked>,
  forkAt: number
): Effect.Effect<void, StudyError.StudyRefused> => {
  const horizon = Math.min(...checked.map(({ settings }) => settings.horizon))
  if (forkAt > horizon) {
    const expected = `at most the horizon, ${horizon}`
    const problem = NetworkRunProblem.make("BadRunLength", "forkAt", forkAt, expected)
    return refuse([StudyError.ofRun(problem)])
  }
  const [first, ...others] = checked.map(({ plan }) => ({
    ...plan,
    network: Network.make(plan.network)
  }))
  const bytes = NetworkRun.make({ ...first!, seed: 0 }).checkpoint()
  const problems = others.flatMap(({ network }) => {
    const resumed = NetworkRun.resume({ network: first!.network, as: network, bytes })
    return resumed.ok ? [] : [StudyError.ofSnapshot(resumed.problem)]
  })
  return problems.length === 0 ? Effect.void : refuse(problems)
}

/** Refuses a study for its problems. */
export const refuse = (
  problems: ReadonlyArray<StudyError.Described>
): Effect.Effect<never, StudyError.StudyRefused> =>
  Effect.fail(new StudyError.StudyRefused({ message: StudyError.messageOf(problems), problems }))

/** The fields of a plan, out of options that have more. */
export const of = (options: NetworkTask.Plan): NetworkTask.Plan => {
  const { network, measures, horizon, warmUp, customers, draws } = options
  return {
    network,
    measures,
    ...(horizon === undefined ? {} : { horizon }),
    ...(warmUp === undefined ? {} : { warmUp }),
    ...(customers === undefined ? {} : { customers }),
    ...(draws === undefined ? {} : { draws })
  }
}

/** The courses of a checkpoint, or the refusal of it. */
export const resumed = (
  bytes: Uint8Array,
  subject: StudyCheckpoint.Subject
): Effect.Effect<Courses, StudyError.CheckpointRefused> => {
  const found = StudyCheckpoint.read(bytes, subject)
  if (found.ok) return Effect.succeed(found.value)
  const problems = [StudyError.ofSnapshot(found.problem)]
  return Effect.fail(
    new StudyError.CheckpointRefused({ message: StudyError.messageOf(problems), problems })
  )
}
